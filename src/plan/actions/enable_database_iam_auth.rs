//! IAM database authentication on the database itself, for end-to-end IAM.
use serde::{Deserialize, Serialize};

use crate::cloud::DatabaseRef;

/// Switches IAM database authentication on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnableDatabaseIamAuth {
    /// The database.
    pub database: DatabaseRef,
    /// Its ARN.
    pub arn: String,
}
