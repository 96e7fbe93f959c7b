//! One TCP rule of a security group that refers to another group.
use serde::{Deserialize, Serialize};

use crate::cloud::GroupRule;

/// A rule between two groups of the chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuthorizeRule {
    /// The rule; its group ids may be tokens.
    pub rule: GroupRule,
    /// Name of the group it is written into.
    pub group_name: String,
    /// Name of the group it refers to.
    pub peer_name: String,
    /// Why it is needed.
    pub reason: String,
    /// The group's rules of the same direction when the plan was made, as text.
    pub others: Vec<String>,
    /// The rule that already lets this through, as text.
    pub covered_by: Option<String>,
}
