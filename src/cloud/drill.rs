//! Acts of a drill: what nobody does to a real account in order to watch it.

use async_trait::async_trait;

use super::CloudResult;

/// An account in which things may break on purpose.
#[async_trait]
pub trait Drill: Send + Sync {
    /// Lets the database behind this proxy change over to its standby.
    async fn fail_over(&self, proxy: &str) -> CloudResult<()>;
}
