//! Lambda functions: what connects through the proxy.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::BTreeMap;

use super::api_words::api_words;
use super::mask;
use crate::text::t;

/// The network a function's interfaces are put into.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FunctionVpc {
    pub vpc_id: String,
    pub subnet_ids: Vec<String>,
    pub security_group_ids: Vec<String>,
    #[serde(default)]
    pub ipv6_allowed: bool,
}

impl FunctionVpc {
    /// `VpcConfig`, as the API takes it; an empty one takes a function out of its VPC.
    pub fn input(&self) -> Value {
        json!({
            "SubnetIds": self.subnet_ids,
            "SecurityGroupIds": self.security_group_ids,
            "Ipv6AllowedForDualStack": self.ipv6_allowed,
        })
    }
}

/// An environment variable's value, as far as it may be known.
///
/// The real map stays inside the adapter: a change sends the untouched values back without any
/// of them ever reaching Observed, a receipt or a log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EnvValue {
    Shown(String),
    /// A URL or the like whose secret parts are `***`: good to read, never to be written back.
    Masked(String),
    /// Left unread, because it may be secret.
    Hidden,
}

impl EnvValue {
    /// Keeps a value, or a part of it, only where neither its name nor its form suggests a credential.
    pub fn classify(name: &str, value: &str) -> Self {
        // `DB_SECRET_ARN` says where a secret is, not what it is.
        if value.is_empty() || value.starts_with("arn:") {
            return Self::Shown(value.to_owned());
        }
        if mask::sounds_secret(name) {
            return Self::Hidden;
        }
        match mask::mask(value) {
            None => Self::Hidden,
            Some(whole) if whole == value => Self::Shown(whole),
            Some(masked) => Self::Masked(masked),
        }
    }

    /// The value, where all of it is known: what a change may put back.
    pub fn shown(&self) -> Option<&str> {
        match self {
            Self::Shown(value) => Some(value),
            Self::Masked(_) | Self::Hidden => None,
        }
    }

    /// What is known of the value, for looking at only.
    pub fn readable(&self) -> Option<&str> {
        match self {
            Self::Shown(value) | Self::Masked(value) => Some(value),
            Self::Hidden => None,
        }
    }
}

api_words! {
    /// `State` of a function.
    /// <https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html>
    FunctionState {
        Pending = "Pending",
        Active = "Active",
        Inactive = "Inactive",
        Failed = "Failed",
    }
}

api_words! {
    /// `LastUpdateStatus` of a function.
    UpdateStatus {
        Successful = "Successful",
        Failed = "Failed",
        InProgress = "InProgress",
    }
}

/// A function's configuration; published versions freeze network and environment.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Function {
    pub name: String,
    pub arn: String,
    /// Absent for container images.
    pub runtime: Option<String>,
    pub architecture: String,
    pub role_arn: String,
    pub vpc: Option<FunctionVpc>,
    pub environment: BTreeMap<String, EnvValue>,
    /// Why Lambda does not give the environment: it is there, and its key may not be used.
    #[serde(default)]
    pub environment_unreadable: Option<String>,
    pub timeout_secs: u32,
    pub memory_mb: u32,
    pub state: Option<FunctionState>,
    pub last_update_status: Option<UpdateStatus>,
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
    /// `TracingConfig.Mode` is `Active`: X-Ray keeps some of its calls. `None` where it was not read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub active_tracing: Option<bool>,
    pub revision_id: Option<String>,
    /// `MasterArn`: set on a Lambda@Edge replica, which cannot join a VPC.
    pub edge_master_arn: Option<String>,
    /// `CapacityProviderConfig`: it runs on Lambda managed instances, in the network of their capacity
    /// provider. Then `vpc` is that network, as far as it could be read.
    #[serde(default)]
    pub managed_instances: Option<ManagedInstances>,
}

impl Function {
    /// Variables whose value, as far as it may be known, names this host: alone, in a URL or in a list.
    pub fn variables_naming(&self, host: &str) -> impl Iterator<Item = &str> {
        let host = host.to_ascii_lowercase();
        let names = move |value: &str| {
            let value = value.to_ascii_lowercase();
            // `reads.endpoint.…` is the end of `more-reads.endpoint.…` too.
            let goes_on = |before: &str| before.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.');
            let begins = |(at, _): (usize, &str)| value.get(..at).is_some_and(|before| !goes_on(before));
            !host.is_empty() && value.match_indices(host.as_str()).any(begins)
        };
        let named = self.environment.iter().filter(move |(_, value)| value.readable().is_some_and(&names));
        named.map(|(variable, _)| variable.as_str())
    }
}

/// The Lambda managed instances that a function runs on.
/// <https://docs.aws.amazon.com/lambda/latest/dg/lambda-managed-instances.html>
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManagedInstances {
    /// `CapacityProviderArn`.
    pub capacity_provider: String,
    /// `PerExecutionEnvironmentMaxConcurrency`: requests that one process takes at once, where set.
    pub at_once: Option<u32>,
}

/// The network of a capacity provider, which is that of all functions on its instances.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CapacityProvider {
    pub arn: String,
    pub subnet_ids: Vec<String>,
    pub security_group_ids: Vec<String>,
}

/// How many calls an account's functions take at once in a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountConcurrency {
    /// `ConcurrentExecutions`: all functions together.
    pub limit: u32,
    /// `UnreservedConcurrentExecutions`: what is left for functions without a share of their own.
    pub unreserved: u32,
}

/// Provisioned concurrency of one alias or version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProvisionedConcurrency {
    pub qualifier: String,
    pub requested: u32,
}

/// An alias and the published version it points at.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Alias {
    pub name: String,
    /// A version number, or `$LATEST`.
    pub version: String,
    /// `RoutingConfig.AdditionalVersionWeights`: the share of calls, 0–1, that another version gets.
    /// <https://docs.aws.amazon.com/lambda/latest/dg/configuring-alias-routing.html>
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub weights: BTreeMap<String, f64>,
}

impl Alias {
    /// The version that some of the calls go to, and their share. Lambda allows one.
    pub fn second(&self) -> Option<(&str, f64)> {
        let weighted = self.weights.iter().find(|(_, share)| **share > 0.0);
        weighted.map(|(version, share)| (version.as_str(), *share))
    }

    /// `7`, or `7 and 8`.
    pub fn versions(&self) -> String {
        match self.second() {
            Some((second, _)) => t!("seen-function-two-versions", version = self.version.as_str(), second = second),
            None => self.version.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_that_may_be_credentials_are_never_kept() {
        for (name, value) in [
            ("DB_PASSWORD", "x"),
            ("STRIPE_KEY", "sk_live_1"),
            ("SECRET_URL", "mysql://app:hunter2@db/orders"),
            ("BLOB", "0123456789abcdef0123456789abcdef"),
        ] {
            assert_eq!(EnvValue::classify(name, value), EnvValue::Hidden, "{name}");
        }
        let host = "orders.cluster-c8.eu-west-1.rds.amazonaws.com";
        assert_eq!(EnvValue::classify("DB_HOST", host), EnvValue::Shown(host.into()));
        assert_eq!(EnvValue::classify("NODE_TLS_REJECT_UNAUTHORIZED", "0"), EnvValue::Shown("0".into()));
    }

    #[test]
    fn an_empty_value_is_no_secret() {
        assert_eq!(EnvValue::classify("DB_PASSWORD", ""), EnvValue::Shown(String::new()));
    }

    #[test]
    fn a_masked_value_can_be_looked_at_and_not_be_put_back() {
        let value = EnvValue::classify("DATABASE_URL", "mysql://app:hunter2@db/orders");
        assert_eq!(value, EnvValue::Masked("mysql://app:***@db/orders".into()));
        assert_eq!((value.shown(), value.readable()), (None, Some("mysql://app:***@db/orders")));
    }
}
