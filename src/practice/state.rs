//! Everything the practice account holds. Plain records; what they do is in the service files.
//!
//! No secret value is ever here: of a secret only its shape is kept.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

use super::users::UserRecord;
use crate::domain::Tags;
use crate::domain::account::Account;
use crate::domain::alarm::MetricAlarm;
use crate::domain::database::{BlueGreen, Database, Parameter};
use crate::domain::function::{Alias, CapacityProvider, Function, FunctionVpc, ProvisionedConcurrency};
use crate::domain::monitoring::{Alarm, Event, EventSubscription};
use crate::domain::network::{NetworkAcl, PrefixList, RouteTable, SecurityGroup, Subnet, Vpc, VpcEndpoint, VpcPeering};
use crate::domain::organization::MemberAccount;
use crate::domain::policy::Document;
use crate::domain::proxy::{PoolSettings, Proxy, ProxyEndpoint};
use crate::domain::role::Role;
use crate::domain::secret::{KmsKey, Secret, SecretShape};

/// Raised when an older program could no longer read the file.
pub const FORMAT: u32 = 1;

/// The account, whole. Times are simulated seconds since 1970-01-01 UTC.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct State {
    pub format: u32,
    pub scenario: String,
    pub account: Account,
    /// When the state was last written.
    pub now: u64,
    pub knobs: Knobs,
    pub vpcs: Vec<Vpc>,
    pub subnets: Vec<Subnet>,
    pub route_tables: Vec<RouteTable>,
    pub groups: Vec<SecurityGroup>,
    pub endpoints: Vec<EndpointRecord>,
    pub subnet_groups: Vec<SubnetGroupRecord>,
    pub databases: Vec<DatabaseRecord>,
    pub functions: Vec<FunctionRecord>,
    pub secrets: Vec<SecretRecord>,
    pub keys: Vec<KmsKey>,
    pub roles: Vec<RoleRecord>,
    pub proxies: Vec<ProxyRecord>,
    /// Interfaces that AWS has yet to clear away.
    pub lingering: Vec<Lingering>,
    /// How many things of a kind and name were made: the seed of their ids.
    pub made: BTreeMap<String, u32>,
    /// Network ACLs that somebody made; every other subnet has its VPC's default one.
    #[serde(default)]
    pub acls: Vec<NetworkAcl>,
    #[serde(default)]
    pub peerings: Vec<VpcPeering>,
    #[serde(default)]
    pub prefix_lists: Vec<PrefixList>,
    /// Key policies by the key's ARN; every other key leaves it to IAM.
    #[serde(default)]
    pub key_policies: BTreeMap<String, Document>,
    /// Database parameters that somebody set.
    #[serde(default)]
    pub parameters: Vec<Parameter>,
    #[serde(default)]
    pub blue_green: Vec<BlueGreen>,
    #[serde(default)]
    pub capacity_providers: Vec<CapacityProvider>,
    #[serde(default)]
    pub recorded: Recorded,
    /// Log groups that somebody made; those of proxies and functions follow from them.
    #[serde(default)]
    pub log_groups: BTreeMap<String, Tags>,
    /// Alarms that somebody made, by name.
    #[serde(default)]
    pub alarms: BTreeMap<String, MetricAlarm>,
    /// Who may log in to the databases.
    #[serde(default)]
    pub users: Vec<UserRecord>,
    /// Days that logs are kept, where somebody has set it; without any, for ever.
    #[serde(default)]
    pub kept_logs: BTreeMap<String, Option<u32>>,
    /// The accounts of its organization; empty where it belongs to none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organization: Vec<MemberAccount>,
}

/// What CloudWatch and RDS have written down.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Recorded {
    /// By owner and metric (`orders-proxy/ClientConnections`), where it is not as on any other day.
    pub metrics: BTreeMap<String, f64>,
    /// Since when they are like that; always where it is not said.
    pub since: Option<u64>,
    pub events: Vec<Event>,
    pub alarms: Vec<Alarm>,
    pub subscriptions: Vec<EventSubscription>,
    /// Lines by log group; each turns up again and again.
    pub lines: BTreeMap<String, Vec<String>>,
}

/// How the account misbehaves.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Knobs {
    /// IAM actions the principal may not do; with `*` as in a policy.
    pub denied: BTreeSet<String>,
    /// The session has ended: nothing answers.
    pub expired: bool,
    /// Each write is throttled this many times before it gets through.
    pub throttles: u32,
    /// Reads that take long: simulated seconds by operation.
    pub slow: BTreeMap<String, u64>,
    /// Targets registered since then never get their proxy's capacity.
    pub no_capacity_since: Option<u64>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct EndpointRecord {
    pub endpoint: VpcEndpoint,
    pub ready_at: u64,
    pub gone_at: Option<u64>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SubnetGroupRecord {
    pub name: String,
    pub vpc_id: String,
    pub subnet_ids: Vec<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct DatabaseRecord {
    pub database: Database,
    pub subnet_group: String,
    /// Until then a change is being applied.
    pub busy_until: u64,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct FunctionRecord {
    /// With its environment empty: the values are below.
    pub function: Function,
    pub environment: BTreeMap<String, String>,
    pub aliases: Vec<Alias>,
    pub versions: BTreeMap<String, VersionRecord>,
    pub last_version: u32,
    pub reserved: Option<u32>,
    pub busy_until: u64,
    pub revision: u32,
    #[serde(default)]
    pub tags: Tags,
    #[serde(default)]
    pub provisioned: Vec<ProvisionedConcurrency>,
}

/// What a published version has frozen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VersionRecord {
    pub vpc: Option<FunctionVpc>,
    pub environment: BTreeMap<String, String>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SecretRecord {
    /// Without the times, which follow from those below.
    pub secret: Secret,
    pub shape: SecretShape,
    #[serde(default)]
    pub policy: Option<Document>,
    #[serde(default)]
    pub changed_at: u64,
    /// Since when its rotation has failed.
    #[serde(default)]
    pub stuck_since: Option<u64>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RoleRecord {
    pub role: Role,
    pub created_at: u64,
    /// When a policy was last attached: other services see it a little later.
    pub attached_at: u64,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ProxyRecord {
    /// With `status` as it will settle and `endpoint` set.
    pub proxy: Proxy,
    pub pool: PoolSettings,
    pub targets: Vec<TargetRecord>,
    pub created_at: u64,
    pub ready_at: u64,
    pub modified_until: u64,
    pub gone_at: Option<u64>,
    /// Beside the default one.
    #[serde(default)]
    pub endpoints: Vec<ExtraEndpoint>,
    /// Clients use it day by day.
    #[serde(default)]
    pub used: bool,
}

/// An endpoint beside a proxy's default one.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ExtraEndpoint {
    /// With `status` as it will settle and `host` set.
    #[serde(flatten)]
    pub endpoint: ProxyEndpoint,
    #[serde(default)]
    pub created_at: u64,
    #[serde(default)]
    pub gone_at: Option<u64>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TargetRecord {
    /// Identifier of the registered instance or cluster.
    pub database: String,
    pub cluster: bool,
    pub registered_at: u64,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Lingering {
    pub group_ids: Vec<String>,
    pub owner: String,
    pub until: u64,
}

/// Lower-case hexadecimal digits that follow from the text alone (FNV-1a, twice).
pub fn hex(text: &str, digits: usize) -> String {
    let hash = |seed: u64| {
        let mixed = text.bytes().fold(seed, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        // FNV leaves the last bytes of similar texts similar: stir.
        let stirred = (mixed ^ (mixed >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
        stirred ^ (stirred >> 33)
    };
    let both = format!("{:016x}{:016x}", hash(0xcbf2_9ce4_8422_2325), hash(0x9e37_79b9_7f4a_7c15));
    both.chars().take(digits).collect()
}

impl State {
    /// An empty account.
    pub fn empty(scenario: &str, account: Account, now: u64) -> Self {
        Self {
            format: FORMAT,
            scenario: scenario.to_owned(),
            account,
            now,
            knobs: Knobs::default(),
            vpcs: Vec::new(),
            subnets: Vec::new(),
            route_tables: Vec::new(),
            groups: Vec::new(),
            endpoints: Vec::new(),
            subnet_groups: Vec::new(),
            databases: Vec::new(),
            functions: Vec::new(),
            secrets: Vec::new(),
            keys: Vec::new(),
            roles: Vec::new(),
            proxies: Vec::new(),
            lingering: Vec::new(),
            made: BTreeMap::new(),
            acls: Vec::new(),
            peerings: Vec::new(),
            prefix_lists: Vec::new(),
            key_policies: BTreeMap::new(),
            parameters: Vec::new(),
            blue_green: Vec::new(),
            capacity_providers: Vec::new(),
            recorded: Recorded::default(),
            log_groups: BTreeMap::new(),
            alarms: BTreeMap::new(),
            users: Vec::new(),
            kept_logs: BTreeMap::new(),
            organization: Vec::new(),
        }
    }

    /// A new id such as `sg-0…`: it follows from kind, name and how often that name was made, so
    /// that equal runs give equal ids.
    pub fn new_id(&mut self, prefix: &str, name: &str) -> String {
        let count = self.made.entry(format!("{prefix}/{name}")).or_default();
        *count += 1;
        format!("{prefix}-0{}", hex(&format!("{prefix}/{name}/{count}"), 16))
    }

    /// Forgets what has finished going away by `now`.
    pub fn settle(&mut self, now: u64) {
        self.proxies.retain(|record| record.gone_at.is_none_or(|at| at > now));
        for proxy in &mut self.proxies {
            proxy.endpoints.retain(|extra| extra.gone_at.is_none_or(|at| at > now));
        }
        self.endpoints.retain(|record| record.gone_at.is_none_or(|at| at > now));
        self.lingering.retain(|interface| interface.until > now);
    }
}
