//! A secret with the database user's name and password.
use serde::{Deserialize, Serialize};

use crate::domain::choices::PasswordSource;

/// A new secret; the password itself is never part of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreateSecret {
    /// Its name.
    pub name: String,
    /// Its description in AWS.
    pub description: String,
    /// The user name written into it.
    pub username: String,
    /// Where the password comes from.
    pub password: PasswordSource,
    /// Key ARN; absent means the AWS managed key.
    pub kms_key_id: Option<String>,
}
