//! The proxy itself.
use serde::{Deserialize, Serialize};

use crate::domain::setup::ProxySetup;

/// A new proxy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreateProxy {
    /// Its settings.
    pub proxy: ProxySetup,
    /// Its subnets, in two zones or more.
    pub subnet_ids: Vec<String>,
    /// Its groups; may be tokens.
    pub security_group_ids: Vec<String>,
}
