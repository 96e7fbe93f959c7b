//! The role that the proxy assumes, without any policy yet.
use serde::{Deserialize, Serialize};

use crate::domain::policy::Document;

/// A new role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreateRole {
    /// Its name.
    pub name: String,
    /// `/` or the path the account files its roles under.
    pub path: String,
    /// Its ARN, known beforehand.
    pub arn: String,
    /// Its description in AWS.
    pub description: String,
    /// Who may assume it.
    pub trust: Document,
    /// ARN of the policy that bounds it.
    pub permissions_boundary: Option<String>,
}
