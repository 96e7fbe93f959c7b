//! Settings of the proxy's `default` target group.
use serde::{Deserialize, Serialize};

use crate::domain::proxy::PoolSettings;

/// Pool settings and what they were.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModifyPool {
    /// The proxy's name.
    pub proxy: String,
    /// What they become.
    pub pool: PoolSettings,
    /// What they were when the plan was made; absent when this plan makes the proxy.
    pub current: Option<PoolSettings>,
}
