//! RDS Proxies, their target group and targets.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::fmt;

use super::api_words::api_words;
use super::database::EngineFamily;
use super::observed::Part;
use super::{Tags, UnixSeconds};
use crate::text::t;

/// Whether `CreateDBProxy` takes this name: 1–63 characters, `[a-zA-Z](?:-?[a-zA-Z0-9]+)*`.
pub fn is_proxy_name(name: &str) -> bool {
    name.len() <= 63
        && name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        && !name.contains("--")
        && !name.ends_with('-')
}

/// A name for what is made beside a proxy, from the proxy's and these words, whatever they hold.
pub fn name_beside(proxy: &str, words: &str) -> String {
    let words = words.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let whole = std::iter::once(proxy).chain(words).collect::<Vec<_>>().join("-");
    whole.chars().take(63).collect::<String>().trim_end_matches('-').to_owned()
}

/// How a function logs in, and how the proxy does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AuthMode {
    /// Token in front, secret behind (`IAMAuth=REQUIRED`). The default.
    #[default]
    StandardIam,
    /// The function reads the secret and sends a password.
    Password,
    /// Tokens on both sides (`DefaultAuthScheme=IAM_AUTH`), no secret at all.
    EndToEndIam,
}

impl AuthMode {
    pub const ALL: [Self; 3] = [Self::StandardIam, Self::Password, Self::EndToEndIam];

    /// The function signs tokens, so its role needs `rds-db:connect`.
    pub fn uses_token(self) -> bool {
        self != Self::Password
    }

    /// The proxy reads a secret.
    pub fn needs_secret(self) -> bool {
        self != Self::EndToEndIam
    }

    /// What people call it.
    pub fn title(self) -> &'static str {
        match self {
            Self::StandardIam => t!("seen-login-standard-iam"),
            Self::Password => t!("seen-login-password"),
            Self::EndToEndIam => t!("seen-login-end-to-end"),
        }
    }
}

/// In the words of files, which are English. People are told its [`AuthMode::title`].
impl fmt::Display for AuthMode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::StandardIam => "standard IAM",
            Self::Password => "password",
            Self::EndToEndIam => "end-to-end IAM",
        })
    }
}

/// `IAMAuth` of one `Auth` entry.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum IamAuth {
    Disabled,
    Required,
    /// SQL Server only: either way is accepted.
    Enabled,
    /// Not understood, as it was read: how its user logs in is not known, and it is never sent back.
    #[serde(untagged)]
    Other(String),
}

impl IamAuth {
    pub fn api_name(&self) -> &str {
        match self {
            Self::Disabled => "DISABLED",
            Self::Required => "REQUIRED",
            Self::Enabled => "ENABLED",
            Self::Other(text) => text,
        }
    }
}

/// One entry of a proxy's `Auth` list (`AuthScheme` is `SECRETS`, or the entry is not understood).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProxyAuth {
    /// Empty where an entry that is not understood names none.
    pub secret_arn: String,
    pub iam_auth: IamAuth,
    /// `ClientPasswordAuthType`, where set.
    pub client_password_auth_type: Option<String>,
    /// `Description`, where set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

impl ProxyAuth {
    /// The entry of `Auth`, as the API takes it. `UserName` is never sent: RDS refuses it beside a secret.
    /// <https://github.com/hashicorp/terraform-provider-aws/issues/40776>
    pub fn input(&self) -> Value {
        let mut entry = json!({
            "AuthScheme": "SECRETS",
            "SecretArn": self.secret_arn,
            "IAMAuth": self.iam_auth.api_name(),
        });
        if let (Some(kind), Some(entry)) = (&self.client_password_auth_type, entry.as_object_mut()) {
            entry.insert("ClientPasswordAuthType".into(), json!(kind));
        }
        if let (Some(text), Some(entry)) = (&self.description, entry.as_object_mut()) {
            entry.insert("Description".into(), json!(text));
        }
        entry
    }
}

/// `NetworkType` of the endpoint or of the connections to the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum NetworkType {
    #[default]
    Ipv4,
    Ipv6,
    Dual,
    /// None that this program knows.
    #[serde(other)]
    Other,
}

impl NetworkType {
    /// Those that can be chosen.
    pub const ALL: [Self; 3] = [Self::Ipv4, Self::Ipv6, Self::Dual];

    pub fn api_name(self) -> &'static str {
        match self {
            Self::Ipv4 => "IPV4",
            Self::Ipv6 => "IPV6",
            Self::Dual => "DUAL",
            Self::Other => "OTHER",
        }
    }
}

api_words! {
    /// `DBProxyStatus`; an endpoint's `DBProxyEndpointStatus` has the first six.
    /// <https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBProxy.html>
    ProxyStatus {
        Available = "available",
        Modifying = "modifying",
        IncompatibleNetwork = "incompatible-network",
        InsufficientResourceLimits = "insufficient-resource-limits",
        Creating = "creating",
        Deleting = "deleting",
        Suspended = "suspended",
        Suspending = "suspending",
        Reactivating = "reactivating",
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proxy {
    pub name: String,
    pub arn: String,
    pub status: ProxyStatus,
    pub engine_family: EngineFamily,
    pub vpc_id: String,
    pub subnet_ids: Vec<String>,
    pub security_group_ids: Vec<String>,
    pub auth: Vec<ProxyAuth>,
    /// `DefaultAuthScheme` is `IAM_AUTH`: end-to-end IAM.
    pub default_iam_auth: bool,
    pub role_arn: String,
    /// Absent for the first seconds of a new proxy.
    pub endpoint: Option<String>,
    pub require_tls: bool,
    pub idle_client_timeout_secs: u32,
    pub debug_logging: bool,
    pub endpoint_network_type: NetworkType,
    pub target_connection_network_type: NetworkType,
    /// `CreatedDate` and `UpdatedDate`.
    #[serde(default)]
    pub created: Option<UnixSeconds>,
    #[serde(default)]
    pub updated: Option<UnixSeconds>,
    /// `None`: not read, for they take a call and a permission of their own.
    pub tags: Option<Tags>,
}

/// Extra endpoints that a proxy can have.
/// <https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-endpoints.html>
pub const MOST_ENDPOINTS: usize = 20;

api_words! {
    /// `TargetRole` of an endpoint, and `Role` of a target.
    TargetRole {
        ReadWrite = "READ_WRITE",
        ReadOnly = "READ_ONLY",
        Unknown = "UNKNOWN",
    }
}

/// `TargetRole` of an endpoint that is to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EndpointRole {
    /// It takes every statement, and leads to the writer.
    ReadWrite,
    /// It takes reads alone, and leads to the readers.
    ReadOnly,
}

impl EndpointRole {
    pub fn api_name(self) -> &'static str {
        match self {
            Self::ReadWrite => "READ_WRITE",
            Self::ReadOnly => "READ_ONLY",
        }
    }

    /// The role of an endpoint that is there; `None` where this program does not know it.
    pub fn known(role: &TargetRole) -> Option<Self> {
        match role {
            TargetRole::ReadWrite => Some(Self::ReadWrite),
            TargetRole::ReadOnly => Some(Self::ReadOnly),
            TargetRole::Unknown | TargetRole::Other(_) => None,
        }
    }
}

/// One endpoint of a proxy: the default one, or an extra one with its own network.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProxyEndpoint {
    /// `DBProxyEndpointName`.
    pub name: String,
    /// `DBProxyName`: names of endpoints are the account's, so one may be another proxy's.
    #[serde(default)]
    pub proxy: String,
    pub arn: String,
    /// The host name; absent for the first seconds.
    pub host: Option<String>,
    pub status: ProxyStatus,
    pub role: TargetRole,
    pub is_default: bool,
    pub vpc_id: String,
    pub subnet_ids: Vec<String>,
    pub security_group_ids: Vec<String>,
    /// `EndpointNetworkType`; IPv4 where AWS says none.
    #[serde(default)]
    pub network_type: NetworkType,
    /// `None`: not read, for they take a call and a permission of their own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tags: Option<Tags>,
}

impl ProxyEndpoint {
    /// It takes reads alone.
    pub fn is_read_only(&self) -> bool {
        self.role == TargetRole::ReadOnly
    }
}

/// Another proxy of the same account and region.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherProxy {
    pub name: String,
    /// `prx-…`.
    pub resource_id: String,
    /// The default endpoint's host.
    pub endpoint: Option<String>,
    /// `MaxConnectionsPercent`, where it has the same database as its target.
    pub shares_database: Part<u8>,
}

impl Proxy {
    /// `prx-…`, the id `rds-db:connect` names: the last colon field of the ARN, not the name.
    pub fn resource_id(&self) -> &str {
        self.arn.rsplit(':').next().unwrap_or(&self.arn)
    }

    /// The entry of `Auth` that this program does not understand, if any: `ModifyDBProxy` replaces
    /// the whole list, so none is made from this one.
    pub fn unclear_auth(&self) -> Option<&str> {
        self.auth
            .iter()
            .find_map(|auth| if let IamAuth::Other(text) = &auth.iam_auth { Some(text.as_str()) } else { None })
    }

    /// The mode its settings amount to. An `Auth` list whose entries disagree counts as password:
    /// some client may still come with one.
    pub fn auth_mode(&self) -> AuthMode {
        if self.default_iam_auth && self.auth.is_empty() {
            AuthMode::EndToEndIam
        } else if self.auth.iter().all(|auth| auth.iam_auth == IamAuth::Required) && !self.auth.is_empty() {
            AuthMode::StandardIam
        } else {
            AuthMode::Password
        }
    }
}

/// `ConnectionBorrowTimeout` before a function, in seconds: under the function's own timeout, so that
/// a full pool shows as itself and not as a hang, with up to five seconds left to answer with an
/// error. Never 0, which keeps the pool from growing; at most the API's default.
pub fn borrow_timeout_within(function_timeout_secs: u32) -> u32 {
    if function_timeout_secs > DEFAULT_BORROW_TIMEOUT_SECS {
        return DEFAULT_BORROW_TIMEOUT_SECS;
    }
    let left = (function_timeout_secs / 3).clamp(1, 5);
    function_timeout_secs.saturating_sub(left).max(1)
}

/// `ConnectionBorrowTimeout` where none is set, in seconds.
const DEFAULT_BORROW_TIMEOUT_SECS: u32 = 120;

/// The settings of the `default` target group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PoolSettings {
    /// `MaxConnectionsPercent`, 1–100.
    pub max_connections_percent: u8,
    /// `MaxIdleConnectionsPercent`, 0–`max_connections_percent`.
    pub max_idle_connections_percent: u8,
    /// `ConnectionBorrowTimeout`, 0–300 s.
    pub borrow_timeout_secs: u32,
    /// `EXCLUDE_VARIABLE_SETS` in `SessionPinningFilters`; MySQL family only.
    pub exclude_variable_sets: bool,
    /// `InitQuery`, visible to anyone who may describe the proxy.
    pub init_query: Option<String>,
}

impl PoolSettings {
    /// `ConnectionPoolConfig`, as the API takes it. An empty list of filters takes filters away.
    pub fn input(&self) -> Value {
        let filters: &[&str] = if self.exclude_variable_sets { &["EXCLUDE_VARIABLE_SETS"] } else { &[] };
        let mut config = json!({
            "MaxConnectionsPercent": self.max_connections_percent,
            "MaxIdleConnectionsPercent": self.max_idle_connections_percent,
            "ConnectionBorrowTimeout": self.borrow_timeout_secs,
            "SessionPinningFilters": filters,
        });
        if let (Some(query), Some(config)) = (&self.init_query, config.as_object_mut()) {
            config.insert("InitQuery".into(), json!(query));
        }
        config
    }
}

api_words! {
    /// `State` of a target's health.
    /// <https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_TargetHealth.html>
    TargetState {
        Registering = "REGISTERING",
        Available = "AVAILABLE",
        Unavailable = "UNAVAILABLE",
        Unused = "UNUSED",
    }
}

api_words! {
    /// `Reason` of a target's health.
    /// <https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_TargetHealth.html>
    TargetReason {
        Unreachable = "UNREACHABLE",
        ConnectionFailed = "CONNECTION_FAILED",
        AuthFailure = "AUTH_FAILURE",
        PendingProxyCapacity = "PENDING_PROXY_CAPACITY",
        InvalidReplicationState = "INVALID_REPLICATION_STATE",
        Promoted = "PROMOTED",
    }
}

/// `TargetHealth` of a target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetHealth {
    pub state: TargetState,
    pub reason: Option<TargetReason>,
    pub description: Option<String>,
}

impl TargetHealth {
    pub fn is_available(&self) -> bool {
        self.state == TargetState::Available
    }

    /// AWS's word for how it stands: the reason, else the state.
    pub fn word(&self) -> &str {
        self.reason.as_ref().map_or(self.state.as_str(), TargetReason::as_str)
    }
}

api_words! {
    /// `Type` of a target.
    TargetKind {
        RdsInstance = "RDS_INSTANCE",
        RdsServerlessEndpoint = "RDS_SERVERLESS_ENDPOINT",
        TrackedCluster = "TRACKED_CLUSTER",
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    pub kind: TargetKind,
    /// `RdsResourceId`: the instance's or cluster's identifier.
    pub id: String,
    /// `TrackedClusterId`, on the instances of a tracked cluster.
    pub tracked_cluster: Option<String>,
    pub endpoint: Option<String>,
    pub port: Option<u16>,
    pub role: Option<TargetRole>,
    pub health: Option<TargetHealth>,
}
