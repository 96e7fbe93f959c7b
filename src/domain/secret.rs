//! Secrets Manager secrets and KMS keys: their metadata, never their values.

use serde::{Deserialize, Serialize};

use super::Tags;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Secret {
    pub name: String,
    /// The full ARN, with the six characters that AWS appends.
    pub arn: String,
    pub description: Option<String>,
    /// Absent means the AWS managed key `aws/secretsmanager`.
    pub kms_key_id: Option<String>,
    /// `OwningService`: `rds` for the master secrets that RDS manages.
    pub owning_service: Option<String>,
    /// Scheduled for deletion; reading it fails.
    pub deleted: bool,
    pub rotation_enabled: bool,
    pub tags: Tags,
}

/// What a consented look into a secret found. Holds no value but the user name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecretShape {
    /// A JSON object, as RDS Proxy demands.
    pub is_json_object: bool,
    pub username: Option<String>,
    pub has_password: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KmsKey {
    pub arn: String,
    pub key_id: String,
    /// Alias names with their `alias/` prefix.
    pub aliases: Vec<String>,
    /// `KeyManager` is `CUSTOMER`: the role must be allowed to decrypt with it.
    pub customer_managed: bool,
    /// `KeyState`: `Enabled`, `Disabled`, `PendingDeletion` ….
    pub state: String,
}
