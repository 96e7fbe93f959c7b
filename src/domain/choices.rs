//! What the person picked. Small, serialisable as TOML, never a secret.
//!
//! Everything optional is an override; [`crate::design`] fills the rest with recommended values.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::database::DatabaseKind;
use super::export_part::ExportPart;
use super::handler_language::HandlerLanguage;
use super::proxy::{AuthMode, NetworkType};

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Choices {
    /// Profile of the AWS configuration; `--profile` wins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile: Option<String>,
    /// Region; `--region` wins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// The database's identifier.
    pub database: String,
    /// Needed only where an instance and a cluster share one identifier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub database_kind: Option<DatabaseKind>,
    /// The function's name.
    pub function: String,
    /// Names of further functions that reach the database in the same way.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub more_functions: Vec<String>,
    pub auth_mode: AuthMode,
    pub secret: SecretChoice,
    pub role: RoleChoice,
    pub network: NetworkChoice,
    pub proxy: ProxyChoice,
    pub access: AccessChoice,
    #[serde(skip_serializing_if = "ExportChoice::is_default")]
    pub export: ExportChoice,
}

/// Where the proxy's database password comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SecretSource {
    #[default]
    Create,
    /// An existing secret, by name or ARN.
    Reuse,
    /// The master user's secret that RDS manages.
    RdsManaged,
}

/// Where the password of a secret to be created comes from. The password itself is never here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PasswordSource {
    /// By `secretsmanager:GetRandomPassword`; nobody sees it.
    #[default]
    Generated,
    /// Typed, or read from standard input.
    Typed,
}

/// What to do where a deleted secret still has the name: Secrets Manager keeps it for the recovery
/// window, 7 to 30 days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum IfDeleted {
    /// A new secret under the next name that is free: `name-2`. The default, because it brings
    /// nothing back: neither a password that may have been deleted for a reason, nor somebody
    /// else's secret. It asks for no more rights than the first time.
    #[default]
    NextName,
    /// The deleted secret comes back under its name and ARN, with a new password; the one it held
    /// becomes its previous version.
    Restore,
}

impl IfDeleted {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SecretChoice {
    pub source: SecretSource,
    /// The database user that the function logs in as.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user: Option<String>,
    /// Name of the secret to create, or name or ARN of the one to reuse.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    pub password: PasswordSource,
    /// Where the name of the secret to create is a deleted one's.
    #[serde(skip_serializing_if = "IfDeleted::is_default")]
    pub if_deleted: IfDeleted,
    /// Key ARN, id or alias; absent means the AWS managed key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kms_key: Option<String>,
    /// Consent to read the reused secret once and check its keys.
    pub check_shape: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RoleChoice {
    /// Name of the role to create, or of the existing one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Use the role `name` as it is: it is checked, never changed.
    pub existing: bool,
    /// `/` unless the account files its roles elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// ARN of a policy that bounds every role made here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permissions_boundary: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EndpointChoice {
    /// Where the mode needs one and none exists.
    #[default]
    Auto,
    Create,
    Skip,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct NetworkChoice {
    /// Subnets of the proxy; empty means chosen by design.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub proxy_subnets: Vec<String>,
    /// Subnets for a function that is outside a VPC.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub function_subnets: Vec<String>,
    /// An existing security group for the proxy, by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proxy_security_group: Option<String>,
    /// The Secrets Manager interface endpoint.
    pub secrets_endpoint: EndpointChoice,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ProxyChoice {
    /// Name of the proxy to create, or of the existing one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Use the proxy `name` as it is: a login, rights and rules are added to it, and nothing of it is
    /// changed but what is chosen here.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub existing: bool,
    /// The database's registration with the used proxy is the setup's own. It is so by itself where the
    /// proxy has no database yet; named here, it stays so once it is made.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub register_database: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub require_tls: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub idle_client_timeout_secs: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_connections_percent: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_idle_connections_percent: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub borrow_timeout_secs: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exclude_variable_sets: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub init_query: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub debug_logging: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub endpoint_network_type: Option<NetworkType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_connection_network_type: Option<NetworkType>,
    /// An endpoint that leads to the readers of the cluster.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub read_only_endpoint: bool,
    /// An endpoint in the VPC of the function, where that is another than the database's.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub endpoint_in_function_vpc: bool,
    /// What these endpoints are like.
    #[serde(skip_serializing_if = "EndpointsChoice::is_default")]
    pub endpoints: EndpointsChoice,
    /// Tags of everything that is made, beside the wizard's own.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub tags: BTreeMap<String, String>,
}

/// The endpoints that are made beside the proxy's default one. They have one place.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct EndpointsChoice {
    /// Name of the one that leads to the readers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read_only_name: Option<String>,
    /// Name of the one in the VPC of the function.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub function_vpc_name: Option<String>,
    /// Their subnets, in two zones at least; empty means chosen by design.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub subnets: Vec<String>,
    /// Existing security groups, by id: the first lets the function in. Empty means chosen by design.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub security_groups: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub network_type: Option<NetworkType>,
}

impl EndpointsChoice {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }

    /// Subnets, groups or network type are chosen, so that no endpoint that is there will do.
    pub fn is_placed(&self) -> bool {
        !self.subnets.is_empty() || !self.security_groups.is_empty() || self.network_type.is_some()
    }
}

/// Names of the environment variables that the handler reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct EnvNames {
    pub host: String,
    pub port: String,
    pub user: String,
    pub database: String,
    /// Password mode only: the secret's ARN.
    pub secret: String,
    /// With a read-only endpoint only: its host.
    #[serde(skip_serializing_if = "is_usual_reader_host")]
    pub reader_host: String,
}

const READER_HOST: &str = "DB_PROXY_READER_HOST";

fn is_usual_reader_host(name: &String) -> bool {
    name == READER_HOST
}

impl Default for EnvNames {
    fn default() -> Self {
        Self {
            host: "DB_PROXY_HOST".into(),
            port: "DB_PROXY_PORT".into(),
            user: "DB_USER".into(),
            database: "DB_NAME".into(),
            secret: "DB_SECRET_ARN".into(),
            reader_host: READER_HOST.into(),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AccessChoice {
    /// The database (schema) the handler opens; absent means the database's initial one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub database_name: Option<String>,
    pub env: EnvNames,
    /// Publish a version and move this alias to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publish_to_alias: Option<String>,
    /// The alias of each further function that a version is published for, by the function's name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub more_aliases: BTreeMap<String, String>,
}

impl Choices {
    /// The alias of this function that is moved to a new version.
    pub fn alias_of(&self, function: &str) -> Option<&String> {
        if self.function == function {
            return self.access.publish_to_alias.as_ref();
        }
        self.access.more_aliases.get(function)
    }
}

/// What is exported beside policies and script.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ExportChoice {
    /// Languages of the handlers; empty means the function's own.
    pub languages: Vec<HandlerLanguage>,
    /// What stands around the proxy beside it.
    pub parts: Vec<ExportPart>,
}

impl ExportChoice {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_key_is_refused_by_name() {
        let error = toml::from_str::<Choices>("database = \"a\"\nfunktion = \"b\"").unwrap_err();
        assert!(error.to_string().contains("unknown field `funktion`"), "{error}");
    }

    #[test]
    fn a_choice_written_and_read_again_is_the_same() {
        let choices = Choices { database: "orders-prod".into(), function: "orders-api".into(), ..Choices::default() };
        let text = toml::to_string(&choices).unwrap();
        assert_eq!(toml::from_str::<Choices>(&text).unwrap(), choices);
    }
}
