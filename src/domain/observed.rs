//! What is in the account: one concurrent read, each part present, absent or unreadable.
//!
//! Serialisable, and never a secret value.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::UnixSeconds;
use super::account::Account;
use super::database::{BlueGreen, Database, Parameter};
use super::function::{Alias, CapacityProvider, Function, ProvisionedConcurrency};
use super::monitoring::{Alarm, Event, EventSubscription, LogGroup, LogSign, Metric};
use super::network::{
    NetworkAcl, OtherVpc, PrefixList, RouteTable, SecurityGroup, Subnet, Vpc, VpcEndpoint, VpcPeering,
};
use super::proxy::{OtherProxy, PoolSettings, Proxy, ProxyEndpoint, Target};
use super::role::{Role, Simulated};
use super::secret::{KmsKey, ProxySecret, Secret, SecretShape};

/// Why a part could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unreadable {
    /// `rds:DescribeDBProxies`.
    pub operation: String,
    /// What AWS said.
    pub because: String,
    /// The caller lacks the permission; adding `operation` to its policy would decide it.
    pub denied: bool,
    /// The session has ended: signing in would decide it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub signed_out: bool,
    /// There was no answer: asking again may decide it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unanswered: bool,
}

/// One part of the account.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part<T> {
    Present(T),
    /// Looked for and not there.
    Absent,
    Unreadable(Unreadable),
    /// Not looked for: nothing in the choices asks for it.
    #[default]
    NotAsked,
}

impl<T> Part<T> {
    pub fn present(&self) -> Option<&T> {
        match self {
            Self::Present(value) => Some(value),
            _ => None,
        }
    }

    pub fn unreadable(&self) -> Option<&Unreadable> {
        match self {
            Self::Unreadable(why) => Some(why),
            _ => None,
        }
    }

    /// Nobody wanted to know.
    pub fn is_not_asked(&self) -> bool {
        matches!(self, Self::NotAsked)
    }

    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
}

impl<T> Part<Vec<T>> {
    /// The items, none where the list is not there.
    pub fn items(&self) -> &[T] {
        self.present().map_or(&[], Vec::as_slice)
    }
}

/// One answer of `iam:SimulatePrincipalPolicy` about the person running the wizard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Permission {
    pub action: String,
    pub resource: String,
    pub allowed: bool,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Observed {
    pub account: Account,
    pub database: Part<Database>,
    /// Of account and region.
    pub blue_green: Part<Vec<BlueGreen>>,
    pub vpc: Part<Vpc>,
    /// Everything below is of the database's VPC.
    pub subnets: Part<Vec<Subnet>>,
    pub route_tables: Part<Vec<RouteTable>>,
    pub security_groups: Part<Vec<SecurityGroup>>,
    pub vpc_endpoints: Part<Vec<VpcEndpoint>>,
    pub function: Part<Function>,
    /// `NotAsked` where the function runs on none.
    pub capacity_provider: Part<CapacityProvider>,
    pub aliases: Part<Vec<Alias>>,
    /// Reserved concurrency; `Absent` means the account's unreserved pool.
    pub reserved_concurrency: Part<u32>,
    pub function_role: Part<Role>,
    /// The secret of the choices (to create or to reuse), or the one the proxy names.
    pub secret: Part<Secret>,
    /// Deleted secrets that still have the name of the one to create, and the names that follow it:
    /// `secret` is under the first that none of them has.
    pub deleted_secrets: Vec<Secret>,
    /// Only with the person's consent.
    pub secret_shape: Part<SecretShape>,
    /// The key that is to encrypt, or encrypts, the secret; `NotAsked` for the AWS managed one.
    pub kms_key: Part<KmsKey>,
    pub proxy_role: Part<Role>,
    /// Names of the other proxies that have `proxy_role`.
    pub others_with_role: Part<Vec<String>>,
    pub proxy: Part<Proxy>,
    pub pool: Part<PoolSettings>,
    pub targets: Part<Vec<Target>>,
    /// Names of all proxies in account and region, for the quota.
    pub proxy_names: Part<Vec<String>>,
    /// Preflight: what the caller may do of what the plan needs.
    pub permissions: Part<Vec<Permission>>,

    // What only a validation of an existing proxy looks for.
    /// When it was read; ages are counted from here.
    pub at: Option<UnixSeconds>,
    /// The default endpoint and the extra ones.
    pub proxy_endpoints: Part<Vec<ProxyEndpoint>>,
    /// Those that have the names of a set-up's endpoints, whichever proxy they are of. With their tags.
    pub named_endpoints: Part<Vec<ProxyEndpoint>>,
    /// All other proxies of account and region.
    pub other_proxies: Part<Vec<OtherProxy>>,
    /// Service Quotas `rds` / `L-D94C7EA3`: proxies per region.
    pub proxy_quota: Part<u32>,
    /// One per entry of the proxy's `Auth` list, in its order.
    pub proxy_secrets: Vec<ProxySecret>,
    /// Parameters of the database's groups that have a value.
    pub parameters: Part<Vec<Parameter>>,
    /// Of the database's VPC.
    pub network_acls: Part<Vec<NetworkAcl>>,
    /// Those that rules or routes name.
    pub prefix_lists: Part<Vec<PrefixList>>,
    pub peerings: Part<Vec<VpcPeering>>,
    /// `NotAsked` where the function is in the database's VPC, or in none.
    pub function_network: Part<OtherVpc>,
    pub provisioned_concurrency: Part<Vec<ProvisionedConcurrency>>,
    /// The second version that the invoked alias sends a share of the calls to; `NotAsked` where
    /// all go to one.
    pub second_version: Part<Function>,
    /// The role of the second version, where that is not the function's own.
    pub second_role: Part<Role>,
    /// The simulator's view of what both roles need.
    pub simulated: Part<Vec<Simulated>>,
    /// ARN of a role that could not be simulated while another could → why.
    pub unsimulated: BTreeMap<String, Unreadable>,
    pub metrics: Part<Vec<Metric>>,
    /// Of the proxy, 14 days.
    pub events: Part<Vec<Event>>,
    pub alarms: Part<Vec<Alarm>>,
    pub event_subscriptions: Part<Vec<EventSubscription>>,
    /// Those of proxy and function that exist.
    pub log_groups: Part<Vec<LogGroup>>,
    /// Known texts in the log of the proxy, of the function.
    pub proxy_log: Part<Vec<LogSign>>,
    pub function_log: Part<Vec<LogSign>>,
    /// What further functions of a set-up are, in the order of the choices.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub more_functions: Vec<FunctionParts>,
}

/// A further function, and what decides how it reaches the proxy.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct FunctionParts {
    pub name: String,
    pub function: Part<Function>,
    pub capacity_provider: Part<CapacityProvider>,
    pub aliases: Part<Vec<Alias>>,
    pub reserved_concurrency: Part<u32>,
    pub role: Part<Role>,
}

impl FunctionParts {
    fn unreadable(&self) -> impl Iterator<Item = &Unreadable> {
        [
            self.function.unreadable(),
            self.capacity_provider.unreadable(),
            self.aliases.unreadable(),
            self.reserved_concurrency.unreadable(),
            self.role.unreadable(),
        ]
        .into_iter()
        .flatten()
    }
}

impl Observed {
    /// The same account, seen from a further function.
    pub fn of_function(&self, parts: &FunctionParts) -> Self {
        Self {
            function: parts.function.clone(),
            capacity_provider: parts.capacity_provider.clone(),
            aliases: parts.aliases.clone(),
            reserved_concurrency: parts.reserved_concurrency.clone(),
            function_role: parts.role.clone(),
            more_functions: Vec::new(),
            ..self.clone()
        }
    }

    /// Nothing read yet.
    pub fn nothing(account: Account) -> Self {
        Self { account, ..Self::default() }
    }

    /// Every part that could not be read, once per operation.
    pub fn unreadable(&self) -> Vec<&Unreadable> {
        let mut all: Vec<&Unreadable> = [
            self.database.unreadable(),
            self.blue_green.unreadable(),
            self.vpc.unreadable(),
            self.subnets.unreadable(),
            self.route_tables.unreadable(),
            self.security_groups.unreadable(),
            self.vpc_endpoints.unreadable(),
            self.function.unreadable(),
            self.capacity_provider.unreadable(),
            self.aliases.unreadable(),
            self.reserved_concurrency.unreadable(),
            self.function_role.unreadable(),
            self.secret.unreadable(),
            self.secret_shape.unreadable(),
            self.kms_key.unreadable(),
            self.proxy_role.unreadable(),
            self.others_with_role.unreadable(),
            self.proxy.unreadable(),
            self.pool.unreadable(),
            self.targets.unreadable(),
            self.proxy_names.unreadable(),
            self.permissions.unreadable(),
            self.proxy_endpoints.unreadable(),
            self.named_endpoints.unreadable(),
            self.other_proxies.unreadable(),
            self.proxy_quota.unreadable(),
            self.parameters.unreadable(),
            self.network_acls.unreadable(),
            self.prefix_lists.unreadable(),
            self.peerings.unreadable(),
            self.function_network.unreadable(),
            self.provisioned_concurrency.unreadable(),
            self.second_version.unreadable(),
            self.second_role.unreadable(),
            self.simulated.unreadable(),
            self.metrics.unreadable(),
            self.events.unreadable(),
            self.alarms.unreadable(),
            self.event_subscriptions.unreadable(),
            self.log_groups.unreadable(),
            self.proxy_log.unreadable(),
            self.function_log.unreadable(),
        ]
        .into_iter()
        .flatten()
        .chain(self.unsimulated.values())
        .chain(self.more_functions.iter().flat_map(FunctionParts::unreadable))
        .collect();
        all.sort_by(|a, b| a.operation.cmp(&b.operation));
        all.dedup_by(|a, b| a.operation == b.operation);
        all
    }

    /// The groups of the database's VPC, and of the function's where that is another.
    pub fn all_security_groups(&self) -> impl Iterator<Item = &SecurityGroup> {
        let elsewhere = self.function_network.present().map_or(&[][..], |network| network.security_groups.items());
        self.security_groups.items().iter().chain(elsewhere)
    }

    /// Interface and gateway endpoints of the VPC that the function is in, or is to be in.
    pub fn endpoints_beside_function(&self) -> &[VpcEndpoint] {
        let elsewhere = self.function_network.present().map(|network| network.vpc_endpoints.items());
        elsewhere.unwrap_or_else(|| self.vpc_endpoints.items())
    }

    /// That VPC.
    pub fn vpc_beside_function(&self) -> &Part<Vpc> {
        self.function_network.present().map_or(&self.vpc, |network| &network.vpc)
    }

    /// Route tables of that VPC.
    pub fn routes_beside_function(&self) -> &[RouteTable] {
        let elsewhere = self.function_network.present().map(|network| network.route_tables.items());
        elsewhere.unwrap_or_else(|| self.route_tables.items())
    }

    pub fn security_group(&self, id: &str) -> Option<&SecurityGroup> {
        self.all_security_groups().find(|group| group.id == id)
    }
}
