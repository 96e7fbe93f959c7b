//! A security group of the chain, without any rule.
use serde::{Deserialize, Serialize};

use crate::domain::setup::GroupPart;

/// A new group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreateSecurityGroup {
    /// Its part in the chain.
    pub part: GroupPart,
    /// Its name.
    pub name: String,
    /// Its description in AWS.
    pub description: String,
    /// The VPC it belongs to.
    pub vpc_id: String,
}
