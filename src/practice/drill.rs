//! What can be tried only where nobody is hurt.

use async_trait::async_trait;

use super::account::Practice;
use super::proxies;
use crate::cloud::{CloudError, CloudResult, Drill};

#[async_trait]
impl Drill for Practice {
    async fn fail_over(&self, proxy: &str) -> CloudResult<()> {
        const OPERATION: &str = "rds:FailoverDBCluster";
        let known = self.answer(&[], |state, _| proxies::find(state, proxy).is_some()).await?;
        if !known {
            return Err(CloudError::not_found(OPERATION, proxy));
        }
        self.environments().fail_over(proxy, self.now_ms());
        Ok(())
    }
}
