//! Lambda functions: what connects through the proxy.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The network a function's interfaces are put into.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FunctionVpc {
    pub vpc_id: String,
    pub subnet_ids: Vec<String>,
    pub security_group_ids: Vec<String>,
    #[serde(default)]
    pub ipv6_allowed: bool,
}

/// An environment variable's value, or the fact that it was left unread because it may be secret.
///
/// The real map stays inside the adapter: a change sends the untouched values back without any
/// of them ever reaching Observed, a receipt or a log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EnvValue {
    Shown(String),
    Hidden,
}

impl EnvValue {
    /// Keeps a value only where neither its name nor its form suggests a credential.
    pub fn classify(name: &str, value: &str) -> Self {
        // `DB_SECRET_ARN` says where a secret is, not what it is.
        if value.starts_with("arn:") {
            return Self::Shown(value.to_owned());
        }
        const SECRET_WORDS: [&str; 9] =
            ["PASS", "PWD", "SECRET", "TOKEN", "KEY", "CREDENTIAL", "AUTH", "PRIVATE", "SIGNATURE"];
        let name = name.to_ascii_uppercase();
        let in_name = SECRET_WORDS.iter().any(|word| name.contains(word));
        let url_with_user = value.split_once("://").is_some_and(|(_, rest)| rest.contains('@'));
        let looks_random = value.len() >= 32 && !value.contains(['.', '/', ' ', ':']);
        if in_name || url_with_user || looks_random { Self::Hidden } else { Self::Shown(value.to_owned()) }
    }

    pub fn shown(&self) -> Option<&str> {
        match self {
            Self::Shown(value) => Some(value),
            Self::Hidden => None,
        }
    }
}

/// A function's configuration; published versions freeze network and environment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Function {
    pub name: String,
    pub arn: String,
    /// Absent for container images.
    pub runtime: Option<String>,
    pub architecture: String,
    pub role_arn: String,
    pub vpc: Option<FunctionVpc>,
    pub environment: BTreeMap<String, EnvValue>,
    pub timeout_secs: u32,
    pub memory_mb: u32,
    /// `State`: `Active`, `Pending`, `Inactive`, `Failed`.
    pub state: Option<String>,
    /// `LastUpdateStatus`: `Successful`, `InProgress`, `Failed`.
    pub last_update_status: Option<String>,
    pub last_update_reason: Option<String>,
    /// `StateReasonCode` and `LastUpdateStatusReasonCode`: `EniLimitExceeded`, `InvalidSubnet` ….
    #[serde(default)]
    pub state_reason_code: Option<String>,
    #[serde(default)]
    pub last_update_reason_code: Option<String>,
    /// The alias or version this is the configuration of; `None` is `$LATEST`.
    #[serde(default)]
    pub qualifier: Option<String>,
    /// `SnapStart.ApplyOn` is `PublishedVersions`.
    #[serde(default)]
    pub snap_start: bool,
    /// ARNs of its layers.
    #[serde(default)]
    pub layers: Vec<String>,
    /// `PackageType` is `Image`.
    #[serde(default)]
    pub is_image: bool,
    /// `CodeSize`, bytes.
    #[serde(default)]
    pub code_size: u64,
    pub revision_id: Option<String>,
    /// `MasterArn`: set on a Lambda@Edge replica, which cannot join a VPC.
    pub edge_master_arn: Option<String>,
}

/// Provisioned concurrency of one alias or version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProvisionedConcurrency {
    pub qualifier: String,
    pub requested: u32,
}

/// An alias and the published version it points at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alias {
    pub name: String,
    /// A version number, or `$LATEST`.
    pub version: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_that_may_be_credentials_are_never_kept() {
        for (name, value) in [
            ("DB_PASSWORD", "x"),
            ("STRIPE_KEY", "sk_live_1"),
            ("DATABASE_URL", "mysql://app:hunter2@db/orders"),
            ("BLOB", "0123456789abcdef0123456789abcdef"),
        ] {
            assert_eq!(EnvValue::classify(name, value), EnvValue::Hidden, "{name}");
        }
        let host = "orders.cluster-c8.eu-west-1.rds.amazonaws.com";
        assert_eq!(EnvValue::classify("DB_HOST", host), EnvValue::Shown(host.into()));
    }
}
