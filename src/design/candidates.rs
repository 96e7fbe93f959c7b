//! The proxies that are there, judged as a place for one more function: which could be used, and why
//! another cannot.

use std::fmt;

use crate::domain::database::{Database, EngineFamily};
use crate::domain::network::Vpc;
use crate::domain::observed::Part;
use crate::domain::proxy::{Proxy, ProxyStatus, Target, TargetKind};
use crate::text::t;

/// Why a proxy cannot be used for a database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unusable {
    /// It speaks another protocol.
    OtherEngine(EngineFamily),
    /// It is in another VPC than the database.
    OtherVpc(String),
    /// It has another database, whose name this is.
    OtherDatabase(String),
    /// Which database it has could not be read: the operation.
    UnreadTargets(String),
    /// It is `creating`, `deleting`, or broken.
    Status(ProxyStatus),
    /// An entry of its `Auth` is not understood.
    UnclearLogin(String),
}

impl fmt::Display for Unusable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::OtherEngine(family) => t!("reuse-why-engine", family = family.title()),
            Self::OtherVpc(vpc) => t!("reuse-why-vpc", vpc = vpc.as_str()),
            Self::OtherDatabase(database) => t!("reuse-why-database", database = database.as_str()),
            Self::UnreadTargets(operation) => t!("reuse-why-unread", operation = operation.as_str()),
            Self::Status(status) => t!("reuse-why-status", status = status.as_str()),
            Self::UnclearLogin(what) => t!("reuse-why-login", what = what.as_str()),
        })
    }
}

/// The database behind the targets: the tracked cluster, else the instance.
pub fn served(targets: &[Target]) -> Option<&str> {
    let cluster =
        targets.iter().find(|target| target.kind == TargetKind::TrackedCluster).map(|target| target.id.as_str());
    let tracked = targets.iter().find_map(|target| target.tracked_cluster.as_deref());
    cluster.or(tracked).or_else(|| targets.first().map(|target| target.id.as_str()))
}

/// Why the proxy cannot be used for the database; `None` where it can. One without a database gets this one.
pub fn unusable(
    proxy: &Proxy,
    targets: &Part<Vec<Target>>,
    database: &Database,
    vpc: Option<&Vpc>,
) -> Option<Unusable> {
    if database.engine.family() != Some(proxy.engine_family) {
        return Some(Unusable::OtherEngine(proxy.engine_family));
    }
    if database.vpc_id.as_deref() != Some(proxy.vpc_id.as_str()) {
        let named = vpc.filter(|vpc| vpc.id == proxy.vpc_id).map(|vpc| vpc.label().to_owned());
        return Some(Unusable::OtherVpc(named.unwrap_or_else(|| proxy.vpc_id.clone())));
    }
    let Part::Present(targets) = targets else {
        let operation = targets.unreadable().map_or("rds:DescribeDBProxyTargets", |why| why.operation.as_str());
        return Some(Unusable::UnreadTargets(operation.to_owned()));
    };
    if let Some(id) = served(targets).filter(|id| *id != database.id) {
        return Some(Unusable::OtherDatabase(id.to_owned()));
    }
    if !matches!(proxy.status, ProxyStatus::Available | ProxyStatus::Modifying) || proxy.endpoint.is_none() {
        return Some(Unusable::Status(proxy.status.clone()));
    }
    proxy.unclear_auth().map(|what| Unusable::UnclearLogin(what.to_owned()))
}
