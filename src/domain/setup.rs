//! What should be, complete: every resource, policy, rule and setting, with its reason.
//!
//! Plan and export are both made from this one value, so what is exported is what was applied.
//!
//! What a setup *owns* bears its tags: every export creates it and every undo removes it, whether it is
//! there already or not. What it *uses* is referenced, and never made or removed. So an export is the
//! same before and after an apply; only the plan says what is there.
//! Texts may hold tokens of [`super::output::Output`] for what AWS has yet to name.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::account::Account;
use super::choices::{Choices, EnvNames, IfDeleted, PasswordSource};
use super::database::{DatabaseKind, Engine, EngineFamily};
use super::function::FunctionVpc;
use super::network::Direction;
use super::output::Output;
use super::policy::Document;
use super::proxy::{AuthMode, EndpointRole, NetworkType, PoolSettings, ProxyAuth};
use super::{TAG_SETUP, Tags};
use crate::text::{Sentence, series};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Setup {
    pub account: Account,
    /// The setup's name is its proxy's name.
    pub name: String,
    pub auth_mode: AuthMode,
    /// The database user that the function logs in as.
    pub db_user: String,
    pub database: DatabaseSetup,
    pub secret: SecretSetup,
    pub role: RoleSetup,
    pub network: NetworkSetup,
    pub proxy: ProxySetup,
    pub pool: PoolSettings,
    pub access: AccessSetup,
    /// Further functions, each with its own way to the proxy.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub more: Vec<FunctionSetup>,
    pub cost: Cost,
    /// Why each value is what it is, by the field's name in the API (`RequireTLS`).
    pub reasons: BTreeMap<String, Sentence>,
    /// What the person should know before applying.
    pub notes: Vec<Note>,
    /// Tags of everything that is made, the wizard's own among them.
    pub tags: Tags,
    /// What it was designed from. `None` where nothing was designed (a repair), and in receipts that
    /// were written before choices were kept: [`crate::design::choices_of`] answers for those too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choices: Option<Choices>,
}

/// The way of a further function: its side, its group, and the rules that name it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FunctionSetup {
    pub access: AccessSetup,
    pub group: GroupSetup,
    pub rules: Vec<RuleSetup>,
}

impl Setup {
    /// The setup as it is for one of its further functions alone.
    pub fn of_function(&self, further: &FunctionSetup) -> Self {
        let mut setup = Self { access: further.access.clone(), more: Vec::new(), ..self.clone() };
        setup.network.groups.retain(|group| group.part != GroupPart::Function);
        setup.network.groups.insert(0, further.group.clone());
        setup.network.rules = further.rules.clone();
        setup
    }

    /// Its functions by their names, the first one's first: `orders-api, orders-export`.
    pub fn function_names(&self) -> String {
        let further = self.more.iter().map(|further| further.access.function_name.as_str());
        series(std::iter::once(self.access.function_name.as_str()).chain(further))
    }

    /// What its own things bear as `rds-proxy-wizard:setup`: its name, and on a proxy that it uses the
    /// user's too, for the proxy may be another setup's own.
    pub fn label(&self) -> &str {
        self.tags.get(TAG_SETUP).unwrap_or(&self.name)
    }

    /// The name of a stack of what it owns: the proxy that it uses may be in a stack of the proxy's name.
    pub fn stack_name(&self) -> String {
        let dashed = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
        self.label().chars().map(dashed).collect()
    }

    /// Whether the database's registration is the setup's own.
    pub fn registers_database(&self) -> bool {
        self.proxy.used.as_ref().is_none_or(|used| used.registers)
    }

    /// The login that is to be added to a proxy which the setup does not own.
    pub fn added_login(&self) -> Option<&ProxyAuth> {
        self.proxy.used.as_ref().and(self.proxy.auth.first())
    }
}

/// How much a note matters. Nothing here stops a plan; what does is a design error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoteLevel {
    Note,
    Warning,
}

/// The wizard page a note, action or problem belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Page {
    Account,
    Database,
    Function,
    Secret,
    Role,
    Network,
    Proxy,
    Access,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    pub level: NoteLevel,
    pub page: Page,
    /// A short sentence without a final period: `It loses the internet`.
    pub title: Sentence,
    /// What follows from it, and what to do.
    pub text: Sentence,
}

/// The target, and what must change on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DatabaseSetup {
    pub kind: DatabaseKind,
    pub id: String,
    pub arn: String,
    /// `db-…` or `cluster-…`.
    pub resource_id: String,
    pub engine: Engine,
    pub family: EngineFamily,
    pub host: String,
    pub port: u16,
    /// The schema the handler opens, where one is known or was chosen.
    pub database_name: Option<String>,
    /// IAM database authentication must be on (end-to-end IAM).
    pub needs_iam_auth: bool,
}

/// A key the secret is encrypted with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyRef {
    pub arn: String,
    /// How the person named it.
    pub label: String,
    pub customer_managed: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "source")]
pub enum SecretSetup {
    #[serde(alias = "create", alias = "restore")]
    Owned {
        name: String,
        #[serde(default)]
        description: String,
        password: PasswordSource,
        key: Option<KeyRef>,
        /// Where an earlier run's is scheduled for deletion.
        #[serde(default)]
        if_deleted: IfDeleted,
    },
    #[serde(alias = "existing")]
    Used {
        name: String,
        arn: String,
        rds_managed: bool,
        key: Option<KeyRef>,
    },
    None,
}

impl SecretSetup {
    /// The ARN, or the token of the one that AWS gives to an own secret.
    pub fn arn(&self) -> Option<String> {
        match self {
            Self::Owned { .. } => Some(Output::SecretArn.token()),
            Self::Used { arn, .. } => Some(arn.clone()),
            Self::None => None,
        }
    }

    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Owned { name, .. } | Self::Used { name, .. } => Some(name),
            Self::None => None,
        }
    }

    pub fn key(&self) -> Option<&KeyRef> {
        match self {
            Self::Owned { key, .. } | Self::Used { key, .. } => key.as_ref(),
            Self::None => None,
        }
    }
}

/// The role that the proxy assumes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleSetup {
    /// Otherwise it is used as it is, never changed.
    #[serde(default)]
    pub owned: bool,
    pub name: String,
    pub path: String,
    pub arn: String,
    pub description: String,
    pub permissions_boundary: Option<String>,
    /// `MaxSessionDuration` in seconds, of a role that is there and has its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_session_secs: Option<u32>,
    pub trust: Document,
    /// The inline policy's name and content.
    pub policy_name: String,
    pub policy: Document,
    /// The inline policy is the setup's own although the role is used: it stands beside what is there.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub adds_policy: bool,
}

/// A security group of the chain, by its part in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GroupPart {
    Function,
    Proxy,
    Database,
    Endpoint,
    /// Of a proxy endpoint that does not have the proxy's own groups.
    ProxyEndpoint,
}

impl GroupPart {
    /// The output that names an own group of this part; a database's group always exists.
    pub fn output(self) -> Option<Output> {
        match self {
            Self::Function => Some(Output::FunctionGroup),
            Self::Proxy => Some(Output::ProxyGroup),
            Self::Endpoint => Some(Output::EndpointGroup),
            Self::ProxyEndpoint => Some(Output::ProxyEndpointGroup),
            Self::Database => None,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupSetup {
    pub part: GroupPart,
    /// The id, or the token of the one that AWS gives to an own group.
    pub id: String,
    pub name: String,
    pub description: String,
    #[serde(alias = "create")]
    pub owned: bool,
}

/// One rule of the chain: always TCP, always between two groups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleSetup {
    /// The group the rule is written into.
    pub group: GroupPart,
    pub direction: Direction,
    pub port: u16,
    /// The group it refers to.
    pub peer: GroupPart,
    /// The rule's own `Description` in AWS.
    pub description: String,
    pub reason: Sentence,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubnetPick {
    pub id: String,
    pub label: String,
    pub zone: String,
    pub zone_id: String,
    pub cidr: String,
    pub free_addresses: u32,
    pub chosen: bool,
    /// Why it was left out, or `None` where it was chosen or simply not needed.
    pub left_out: Option<Sentence>,
}

/// The Secrets Manager interface endpoint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndpointSetup {
    pub service_name: String,
    pub subnet_ids: Vec<String>,
    #[serde(alias = "create")]
    pub owned: bool,
    /// Of one that is used.
    pub id: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NetworkSetup {
    pub vpc_id: String,
    pub vpc_label: String,
    pub vpc_cidr: String,
    /// Every subnet that was weighed, the chosen ones marked.
    pub proxy_subnets: Vec<SubnetPick>,
    /// Addresses the proxy may need, by the database's size.
    pub addresses_needed: u32,
    pub groups: Vec<GroupSetup>,
    pub rules: Vec<RuleSetup>,
    pub endpoint: Option<EndpointSetup>,
    /// Where the function is in another VPC than the database, and stays there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub function_vpc: Option<FunctionVpcSetup>,
}

/// The VPC of a function that reaches the proxy by an endpoint of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FunctionVpcSetup {
    pub vpc_id: String,
    pub label: String,
    /// Subnets of the proxy's endpoints there, in two zones.
    pub subnet_ids: Vec<String>,
}

impl ProxySetup {
    /// The proxy's `prx-…`, or the token of the one that AWS gives to an own proxy.
    pub fn id(&self) -> String {
        self.used.as_ref().map_or_else(|| Output::ProxyId.token(), |used| used.id.clone())
    }

    /// The default endpoint's host, or its token.
    pub fn host(&self) -> String {
        self.used.as_ref().map_or_else(|| Output::ProxyHost.token(), |used| used.host.clone())
    }

    /// The extra endpoint of this role.
    pub fn endpoint(&self, role: EndpointRole) -> Option<&ProxyEndpointSetup> {
        self.endpoints.iter().find(|endpoint| endpoint.role == role)
    }

    /// The host that the function writes to, or its token.
    pub fn function_host(&self) -> String {
        self.endpoint(EndpointRole::ReadWrite).map_or_else(|| self.host(), ProxyEndpointSetup::host)
    }

    /// The host that the function reads from, or its token, where reads have one of their own.
    pub fn reader_host(&self) -> Option<String> {
        self.endpoint(EndpointRole::ReadOnly).map(ProxyEndpointSetup::host)
    }
}

/// An endpoint beside the default one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProxyEndpointSetup {
    pub name: String,
    pub role: EndpointRole,
    pub subnet_ids: Vec<String>,
    /// The part of the chain whose groups it has.
    pub groups: GroupPart,
    pub network_type: NetworkType,
    /// Host of one that others made, which is used as it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub used_host: Option<String>,
}

impl ProxyEndpointSetup {
    /// The output that brings the host of an own endpoint.
    pub fn output(&self) -> Output {
        match self.role {
            EndpointRole::ReadWrite => Output::FunctionVpcHost,
            EndpointRole::ReadOnly => Output::ReadOnlyHost,
        }
    }

    /// The host, or its token.
    pub fn host(&self) -> String {
        self.used_host.clone().unwrap_or_else(|| self.output().token())
    }

    /// It is the setup's own, otherwise it is referenced only.
    pub fn owned(&self) -> bool {
        self.used_host.is_none()
    }
}

impl NetworkSetup {
    /// The VPC in which the groups of this part are.
    pub fn vpc_of(&self, part: GroupPart) -> &str {
        let elsewhere = self.function_vpc.as_ref().map(|vpc| vpc.vpc_id.as_str());
        match part {
            GroupPart::Proxy | GroupPart::Database => &self.vpc_id,
            GroupPart::Function | GroupPart::Endpoint | GroupPart::ProxyEndpoint => elsewhere.unwrap_or(&self.vpc_id),
        }
    }

    pub fn group(&self, part: GroupPart) -> Option<&GroupSetup> {
        self.groups.iter().find(|group| group.part == part)
    }

    /// Ids, or their tokens, of all groups of this part: an adopted proxy may have several.
    pub fn group_ids(&self, part: GroupPart) -> Vec<String> {
        self.groups.iter().filter(|group| group.part == part).map(|group| group.id.clone()).collect()
    }

    pub fn chosen_subnet_ids(&self) -> Vec<String> {
        self.proxy_subnets.iter().filter(|subnet| subnet.chosen).map(|subnet| subnet.id.clone()).collect()
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProxySetup {
    pub name: String,
    pub family: EngineFamily,
    /// Fixed by the family.
    pub port: u16,
    /// Empty in end-to-end IAM.
    pub auth: Vec<ProxyAuth>,
    /// `DefaultAuthScheme=IAM_AUTH`.
    pub default_iam_auth: bool,
    pub role_arn: String,
    pub require_tls: bool,
    pub idle_client_timeout_secs: u32,
    pub debug_logging: bool,
    pub endpoint_network_type: NetworkType,
    pub target_connection_network_type: NetworkType,
    /// Beside the default one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub endpoints: Vec<ProxyEndpointSetup>,
    /// Where it is used and not owned. `auth` holds this setup's own login alone then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub used: Option<UsedProxy>,
}

/// A proxy that others have made: referenced, added to, and never made or removed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UsedProxy {
    pub arn: String,
    /// `prx-…`
    pub id: String,
    /// The endpoint that the function connects to.
    pub host: String,
    /// It had no database: the setup registers its own with it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub registers: bool,
    /// Settings that the person chose to change on it, by their name in the API.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changed: Vec<String>,
}

/// The function's side: network, role, environment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessSetup {
    pub function_name: String,
    pub function_arn: String,
    pub runtime: Option<String>,
    pub timeout_secs: u32,
    pub role_name: String,
    pub role_arn: String,
    /// Where the function is when all is done.
    pub vpc: FunctionVpc,
    /// By this setup, and in no VPC without it.
    pub moves: bool,
    /// `AWSLambdaVPCAccessExecutionRole` must be attached: no other policy lets the function into a VPC.
    pub attach_vpc_policy: bool,
    /// Name and content of the inline policy: `rds-db:connect`, or reading the secret in password
    /// mode.
    pub policy_name: String,
    pub policy: Document,
    /// Otherwise the function's rights come from policies of others, which stay as they are; `policy`
    /// says what of them this path needs.
    #[serde(default = "owned")]
    pub policy_owned: bool,
    /// What each variable of `environment` is for.
    pub variable_names: EnvNames,
    /// Variables to set, name → value; all others are kept.
    pub environment: BTreeMap<String, String>,
    /// Names of the function's other variables, which stay as they are.
    pub kept_variables: Vec<String>,
    /// Publish a version and move this alias, which now points at `alias_version`.
    pub publish_to_alias: Option<AliasMove>,
}

/// Every setup that was kept before this was told apart owns its policy.
fn owned() -> bool {
    true
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AliasMove {
    pub alias: String,
    pub from_version: String,
}

/// A monthly estimate and how it came about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cost {
    pub lines: Vec<CostLine>,
    /// The date of the price table, `YYYY-MM-DD`.
    pub prices_of: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CostLine {
    /// `RDS Proxy`, `Secrets Manager endpoint`, `Secret`.
    pub what: Sentence,
    /// US dollars a month (730 h); `None` where the table has no price for the region.
    pub usd_per_month: Option<f64>,
    /// The arithmetic, `4 vCPU × $0.015 × 730 h`.
    pub how: Sentence,
    /// It is paid for already, because the thing is there and is reused: nothing is added.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub paid: bool,
}

impl Cost {
    /// What the setup adds to the bill, as far as prices are known; `None` when none is.
    pub fn usd_per_month(&self) -> Option<f64> {
        let known: Vec<f64> = self.added().filter_map(|line| line.usd_per_month).collect();
        if known.is_empty() && (self.is_partial() || self.lines.is_empty()) { None } else { Some(known.iter().sum()) }
    }

    /// Some line has no price, so the sum is a lower bound.
    pub fn is_partial(&self) -> bool {
        self.added().any(|line| line.usd_per_month.is_none())
    }

    /// Something is paid for already, so the sum is what comes on top.
    pub fn is_on_top(&self) -> bool {
        self.lines.iter().any(|line| line.paid)
    }

    fn added(&self) -> impl Iterator<Item = &CostLine> {
        self.lines.iter().filter(|line| !line.paid)
    }
}
