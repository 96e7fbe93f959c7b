//! Settings of a proxy that exists and differs.
use serde::{Deserialize, Serialize};

use crate::cloud::ProxyChange;

/// Changed settings and what they were.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModifyProxy {
    /// The proxy's name.
    pub name: String,
    /// The proxy's ARN.
    pub arn: String,
    /// What becomes different; may hold tokens.
    pub change: ProxyChange,
    /// The same settings when the plan was made.
    pub before: ProxyChange,
}
