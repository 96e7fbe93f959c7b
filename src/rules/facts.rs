//! How rules read [`Observed`]: a part that is there, or the reason why the rule cannot decide.

use crate::domain::arn::short_name;
use crate::domain::database::Database;
use crate::domain::function::{Function, FunctionVpc};
use crate::domain::monitoring::Metric;
use crate::domain::network::{RouteTable, SecurityGroup};
use crate::domain::observed::{Observed, Part};
use crate::domain::proxy::{PoolSettings, Proxy, ProxyAuth, Target};
use crate::domain::role::{Role, Simulated};
use crate::text::t;

use super::rule::Stop;

/// A part of the account that rules read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Need {
    Proxy,
    Pool,
    Targets,
    ProxyEndpoints,
    OtherProxies,
    ProxyQuota,
    Database,
    BlueGreen,
    Parameters,
    Vpc,
    Subnets,
    RouteTables,
    NetworkAcls,
    SecurityGroups,
    PrefixLists,
    VpcEndpoints,
    Peerings,
    /// The function's own VPC, where that is another.
    FunctionNetwork,
    Function,
    /// The capacity provider of a function on managed instances.
    CapacityProvider,
    Aliases,
    ReservedConcurrency,
    ProvisionedConcurrency,
    FunctionRole,
    ProxyRole,
    /// Each secret of the proxy.
    Secrets,
    /// Their values, looked into only with the person's consent.
    SecretShapes,
    SecretVersions,
    SecretPolicies,
    Keys,
    KeyPolicies,
    KeyGrants,
    RotationTags,
    /// The functions that rotate the secrets.
    RotationFunctions,
    /// Of an alias that sends some of the calls to another version.
    SecondVersion,
    Simulated,
    Metrics,
    Events,
    Alarms,
    EventSubscriptions,
    LogGroups,
    ProxyLog,
    FunctionLog,
}

impl Need {
    /// Every part.
    pub const ALL: [Self; 43] = [
        Self::Proxy,
        Self::Pool,
        Self::Targets,
        Self::ProxyEndpoints,
        Self::OtherProxies,
        Self::ProxyQuota,
        Self::Database,
        Self::BlueGreen,
        Self::Parameters,
        Self::Vpc,
        Self::Subnets,
        Self::RouteTables,
        Self::NetworkAcls,
        Self::SecurityGroups,
        Self::PrefixLists,
        Self::VpcEndpoints,
        Self::Peerings,
        Self::FunctionNetwork,
        Self::Function,
        Self::CapacityProvider,
        Self::Aliases,
        Self::ReservedConcurrency,
        Self::ProvisionedConcurrency,
        Self::FunctionRole,
        Self::ProxyRole,
        Self::Secrets,
        Self::SecretShapes,
        Self::SecretVersions,
        Self::SecretPolicies,
        Self::Keys,
        Self::KeyPolicies,
        Self::KeyGrants,
        Self::RotationTags,
        Self::RotationFunctions,
        Self::SecondVersion,
        Self::Simulated,
        Self::Metrics,
        Self::Events,
        Self::Alarms,
        Self::EventSubscriptions,
        Self::LogGroups,
        Self::ProxyLog,
        Self::FunctionLog,
    ];
}

/// The part, `None` where it was looked for and is not there.
///
/// # Errors
/// Unknown where it could not be read; not applicable where nobody asked for it.
pub fn read<T>(part: &Part<T>) -> Result<Option<&T>, Stop> {
    match part {
        Part::Present(value) => Ok(Some(value)),
        Part::Absent => Ok(None),
        Part::NotAsked => Err(Stop::NotApplicable),
        Part::Unreadable(why) => Err(why.into()),
    }
}

/// The part; a rule about something that is not there does not apply.
pub fn there<T>(part: &Part<T>) -> Result<&T, Stop> {
    read(part)?.ok_or(Stop::NotApplicable)
}

pub fn proxy(observed: &Observed) -> Result<&Proxy, Stop> {
    there(&observed.proxy)
}

/// The entries of the proxy's `Auth` list.
///
/// # Errors
/// Unknown where one of them is not understood: what it lets in is not known.
pub fn auth(proxy: &Proxy) -> Result<&[ProxyAuth], Stop> {
    match proxy.unclear_auth() {
        None => Ok(&proxy.auth),
        Some(what) => Err(Stop::unknown(t!("seen-auth-not-understood", proxy = &proxy.name, entry = what), &[])),
    }
}

pub fn pool(observed: &Observed) -> Result<&PoolSettings, Stop> {
    there(&observed.pool)
}

/// Empty when none is registered.
pub fn targets(observed: &Observed) -> Result<&[Target], Stop> {
    Ok(read(&observed.targets)?.map_or(&[], Vec::as_slice))
}

pub fn database(observed: &Observed) -> Result<&Database, Stop> {
    there(&observed.database)
}

/// The port the database itself listens on, which need not be the proxy's.
pub fn database_port(database: &Database) -> Result<u16, Stop> {
    database.port.ok_or_else(|| Stop::unknown(t!("seen-no-port-yet", database = &database.id), &[]))
}

pub fn function(observed: &Observed) -> Result<&Function, Stop> {
    there(&observed.function)
}

/// The function's network; a function outside any is the business of `lambda-not-in-vpc`. On managed
/// instances a function is never outside: its network is the capacity provider's, known or not.
pub fn function_vpc(function: &Function) -> Result<&FunctionVpc, Stop> {
    let vpc = function.vpc.as_ref();
    vpc.filter(|vpc| !vpc.vpc_id.is_empty()).ok_or_else(|| match (&function.managed_instances, vpc) {
        (None, _) => Stop::NotApplicable,
        (Some(managed), None) => {
            let provider = short_name(&managed.capacity_provider);
            Stop::unknown(t!("seen-provider-network-unknown", provider = provider), &["lambda:GetCapacityProvider"])
        }
        (Some(managed), Some(_)) => {
            let provider = short_name(&managed.capacity_provider);
            Stop::unknown(t!("seen-provider-vpc-unknown", provider = provider), &[])
        }
    })
}

pub fn function_role(observed: &Observed) -> Result<&Role, Stop> {
    there(&observed.function_role)
}

pub fn proxy_role(observed: &Observed) -> Result<&Role, Stop> {
    there(&observed.proxy_role)
}

pub fn security_groups(observed: &Observed) -> Result<&[SecurityGroup], Stop> {
    there(&observed.security_groups).map(Vec::as_slice)
}

pub fn route_tables(observed: &Observed) -> Result<&[RouteTable], Stop> {
    there(&observed.route_tables).map(Vec::as_slice)
}

/// What the simulator of IAM says of this role.
///
/// # Errors
/// Unknown where this role could not be simulated.
pub fn simulated<'a>(observed: &'a Observed, role: &'a Role) -> Result<impl Iterator<Item = &'a Simulated>, Stop> {
    if let Some(why) = observed.unsimulated.get(&role.arn) {
        return Err(why.into());
    }
    Ok(there(&observed.simulated)?.iter().filter(|one| one.principal == role.arn))
}

/// The answers of CloudWatch.
pub fn metrics(observed: &Observed) -> Result<&[Metric], Stop> {
    there(&observed.metrics).map(Vec::as_slice)
}
