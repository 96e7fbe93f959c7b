//! Service Quotas: how many proxies the account may have.

use aws_sdk_servicequotas::Client;

use super::error::{absent, failed_on};
use crate::cloud::CloudResult;

/// "Proxies" of Amazon RDS, per region.
/// <https://docs.aws.amazon.com/general/latest/gr/rds-service.html>
const PROXIES: &str = "L-D94C7EA3";

/// `None` where nobody ever asked for another value than the default.
pub(super) async fn proxies(client: &Client) -> CloudResult<Option<u32>> {
    let answer = client.get_service_quota().service_code("rds").quota_code(PROXIES).send().await;
    let answer = absent(answer.map_err(failed_on("servicequotas:GetServiceQuota", PROXIES)))?;
    let value = answer.and_then(|answer| answer.quota).and_then(|quota| quota.value);
    Ok(value.map(|value| value as u32))
}
