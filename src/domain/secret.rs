//! Secrets Manager secrets and KMS keys: their metadata, never their values.

use serde::{Deserialize, Serialize};

use super::api_words::api_words;
use super::function::Function;
use super::observed::Part;
use super::policy::Document;
use super::{Tags, UnixSeconds};
use std::collections::BTreeMap;

/// Characters of a generated password. MySQL accepts 32, and so do all others.
pub const PASSWORD_LENGTH: u32 = 32;
/// What a generated password is without: database engines or JSON cannot bear it.
pub const NOT_IN_PASSWORDS: &str = r#"\"'@/"#;
/// Days in which a deleted secret can be restored; the least that AWS offers.
pub const RECOVERY_DAYS: u32 = 7;

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
    #[serde(default)]
    pub rotation_lambda_arn: Option<String>,
    #[serde(default)]
    pub next_rotation: Option<UnixSeconds>,
    #[serde(default)]
    pub last_changed: Option<UnixSeconds>,
    /// `VersionIdsToStages`; `None` where AWS gave none.
    #[serde(default)]
    pub version_stages: Option<BTreeMap<String, Vec<String>>>,
    pub tags: Tags,
}

/// The name in a secret's ARN, to which AWS appends a hyphen and six characters; what is no ARN is
/// its own name.
pub fn name_in_arn(arn: &str) -> &str {
    let Some((_, name)) = arn.rsplit_once(":secret:") else { return arn };
    name.rsplit_once('-').map_or(name, |(name, _)| name)
}

/// One version of a secret, as `secretsmanager:ListSecretVersionIds` lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecretVersion {
    pub id: String,
    /// `AWSCURRENT`, `AWSPENDING`, `AWSPREVIOUS`.
    pub stages: Vec<String>,
    pub created: Option<UnixSeconds>,
}

/// One secret that a proxy names, with everything that decides whether the proxy can use it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ProxySecret {
    /// As the proxy's `Auth` list names it.
    pub arn: String,
    pub secret: Part<Secret>,
    /// Looked into only with the person's consent.
    pub shape: Part<SecretShape>,
    pub versions: Part<Vec<SecretVersion>>,
    /// The secret's resource policy; absent where it has none.
    pub policy: Part<Document>,
    /// The key that encrypts it; `NotAsked` for the AWS managed one.
    pub key: Part<KmsKey>,
    pub key_policy: Part<Document>,
    pub key_grants: Part<Vec<KeyGrant>>,
    /// Tags of the rotation function; `NotAsked` without rotation.
    pub rotation_tags: Part<Tags>,
    /// The function that rotates it; `NotAsked` without one.
    pub rotation_function: Part<Function>,
}

impl ProxySecret {
    /// Nothing read yet of the secret with this ARN.
    pub fn unread(arn: &str) -> Self {
        Self { arn: arn.to_owned(), ..Self::default() }
    }
}

/// A grant on a key: a permission beside its policy (`kms:ListGrants`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyGrant {
    /// `GranteePrincipal`, an ARN.
    pub grantee: String,
    /// `Decrypt`, `DescribeKey` ….
    pub operations: Vec<String>,
}

/// What a consented look into a secret found. Holds no value but the user name.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SecretShape {
    /// A JSON object, as RDS Proxy demands.
    pub is_json_object: bool,
    pub username: Option<String>,
    pub has_password: bool,
    /// It has no `SecretString`, only a `SecretBinary`.
    #[serde(default)]
    pub is_binary: bool,
    /// The string parses to a JSON *string* that is itself JSON.
    #[serde(default)]
    pub double_encoded: bool,
    /// User name or password begins or ends with white space or a quote.
    #[serde(default)]
    pub stray_whitespace: bool,
    /// The password has characters that connection strings need escaped.
    #[serde(default)]
    pub special_characters: bool,
    /// The names of its fields, sorted.
    #[serde(default)]
    pub keys: Vec<String>,
    /// `host` and `engine`, which a rotation function reads and the proxy does not.
    #[serde(default)]
    pub host: Option<String>,
    #[serde(default)]
    pub engine: Option<String>,
}

api_words! {
    /// `KeyState`.
    /// <https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html>
    KeyState {
        Creating = "Creating",
        Enabled = "Enabled",
        Disabled = "Disabled",
        PendingDeletion = "PendingDeletion",
        PendingImport = "PendingImport",
        PendingReplicaDeletion = "PendingReplicaDeletion",
        Unavailable = "Unavailable",
        Updating = "Updating",
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KmsKey {
    pub arn: String,
    pub key_id: String,
    /// Alias names with their `alias/` prefix.
    pub aliases: Vec<String>,
    /// `KeyManager` is `CUSTOMER`: the role must be allowed to decrypt with it.
    pub customer_managed: bool,
    pub state: KeyState,
}
