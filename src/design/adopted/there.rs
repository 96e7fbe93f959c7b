//! The parts of the account without which there is no setup to write down.

use super::obstacle::{Obstacle, needed};
use crate::domain::Tags;
use crate::domain::arn::short_name;
use crate::domain::database::Database;
use crate::domain::function::Function;
use crate::domain::network::{SecurityGroup, Subnet, VpcEndpoint};
use crate::domain::observed::{Observed, Part, Unreadable};
use crate::domain::proxy::{NetworkType, PoolSettings, Proxy, ProxyEndpoint};
use crate::domain::role::Role;
use crate::text::t;

pub(super) struct There<'a> {
    pub observed: &'a Observed,
    pub proxy: &'a Proxy,
    pub tags: &'a Tags,
    pub host: &'a str,
    pub pool: &'a PoolSettings,
    pub endpoints: &'a [ProxyEndpoint],
    pub role: &'a Role,
    pub database: &'a Database,
    pub database_host: &'a str,
    pub database_port: u16,
    pub function: &'a Function,
    pub function_role: &'a Role,
    pub subnets: &'a [Subnet],
    pub groups: &'a [SecurityGroup],
    pub vpc_endpoints: &'a [VpcEndpoint],
}

impl<'a> There<'a> {
    /// All of them, or all that is missing: one gap hides none of the others.
    pub fn read(observed: &'a Observed) -> Result<Self, Vec<Obstacle>> {
        let proxy = proxy(observed).map_err(|obstacle| vec![obstacle])?;
        let mut gaps = Gaps::default();
        let tags = gaps.take(tags(proxy));
        let host = gaps.take(host(proxy));
        gaps.take(understood(proxy));
        let pool = gaps.take(needed(&observed.pool, &proxy.name));
        let endpoints = gaps.take(needed(&observed.proxy_endpoints, &proxy.name));
        let role = gaps.take(needed(&observed.proxy_role, short_name(&proxy.role_arn)));
        let database = gaps.take(database(observed, proxy));
        let reached = database.and_then(|database| gaps.take(reached(database)));
        let function = gaps.take(function(observed, proxy));
        let role_name = function.map_or("", |function| short_name(&function.role_arn));
        let function_role = function.and_then(|_| gaps.take(needed(&observed.function_role, role_name)));
        let subnets = gaps.take(needed(&observed.subnets, &proxy.vpc_id));
        let groups = gaps.take(needed(&observed.security_groups, &proxy.vpc_id));
        let vpc_endpoints = gaps.take(needed(&observed.vpc_endpoints, &proxy.vpc_id));
        let all = || {
            let (database_host, database_port) = reached?;
            Some(Self {
                observed,
                proxy,
                tags: tags?,
                host: host?,
                pool: pool?,
                endpoints: endpoints?,
                role: role?,
                database: database?,
                database_host,
                database_port,
                function: function?,
                function_role: function_role?,
                subnets: subnets?,
                groups: groups?,
                vpc_endpoints: vpc_endpoints?,
            })
        };
        all().filter(|_| gaps.0.is_empty()).ok_or(gaps.0)
    }

    pub fn group(&self, id: &str) -> Option<&'a SecurityGroup> {
        let elsewhere = self.observed.function_network.present();
        let elsewhere = elsewhere.into_iter().flat_map(|network| network.security_groups.items());
        self.groups.iter().chain(elsewhere).find(|group| group.id == id)
    }
}

#[derive(Default)]
struct Gaps(Vec<Obstacle>);

impl Gaps {
    fn take<T>(&mut self, part: Result<T, Obstacle>) -> Option<T> {
        part.map_err(|obstacle| self.0.push(obstacle)).ok()
    }
}

fn proxy(observed: &Observed) -> Result<&Proxy, Obstacle> {
    match &observed.proxy {
        Part::Absent => Err(Obstacle::open(t!("adopt-proxy-missing"), t!("adopt-proxy-missing-cure"))),
        proxy => needed(proxy, "DBProxy"),
    }
}

fn tags(proxy: &Proxy) -> Result<&Tags, Obstacle> {
    proxy.tags.as_ref().ok_or_else(|| tags_unread(&proxy.arn))
}

/// What is whose is told by tags.
pub(super) fn tags_unread(arn: &str) -> Obstacle {
    let why = Unreadable {
        operation: "rds:ListTagsForResource".to_owned(),
        because: t!("adopt-tags-unread").to_owned(),
        denied: true,
        signed_out: false,
        unanswered: false,
    };
    Obstacle::unread(arn, &why)
}

fn host(proxy: &Proxy) -> Result<&str, Obstacle> {
    let (name, status) = (proxy.name.as_str(), proxy.status.as_str());
    proxy
        .endpoint
        .as_deref()
        .ok_or_else(|| Obstacle::open(t!("adopt-proxy-busy", name = name, status = status), t!("adopt-busy-cure")))
}

/// What is not understood is not written down as if it were.
fn understood(proxy: &Proxy) -> Result<(), Obstacle> {
    let types = [proxy.endpoint_network_type, proxy.target_connection_network_type];
    let network = types.contains(&NetworkType::Other).then_some("NetworkType");
    match proxy.unclear_auth().or(network) {
        None => Ok(()),
        Some(what) => {
            let title = t!("adopt-not-understood", name = proxy.name.as_str(), what = what);
            Err(Obstacle::open(title, t!("adopt-not-understood-cure")))
        }
    }
}

fn database<'a>(observed: &'a Observed, proxy: &Proxy) -> Result<&'a Database, Obstacle> {
    let name = proxy.name.as_str();
    if let Part::Unreadable(why) = &observed.targets {
        return Err(Obstacle::unread(name, why));
    }
    match (observed.targets.items().first(), &observed.database) {
        (None, _) => Err(Obstacle::open(t!("adopt-no-target", name = name), t!("adopt-no-target-cure"))),
        (Some(target), database) => needed(database, target.tracked_cluster.as_deref().unwrap_or(&target.id)),
    }
}

fn reached(database: &Database) -> Result<(&str, u16), Obstacle> {
    let (id, status) = (database.id.as_str(), database.status.as_str());
    database
        .host
        .as_deref()
        .zip(database.port)
        .ok_or_else(|| Obstacle::open(t!("adopt-database-busy", id = id, status = status), t!("adopt-busy-cure")))
}

fn function<'a>(observed: &'a Observed, proxy: &Proxy) -> Result<&'a Function, Obstacle> {
    if observed.function.is_not_asked() {
        let title = t!("adopt-no-function", name = proxy.name.as_str());
        return Err(Obstacle::open(title, t!("adopt-no-function-cure")));
    }
    let function = needed(&observed.function, "function")?;
    match &function.environment_unreadable {
        None => Ok(function),
        Some(because) => {
            let operation = "kms:Decrypt".to_owned();
            let why =
                Unreadable { operation, because: because.clone(), denied: true, signed_out: false, unanswered: false };
            Err(Obstacle::unread(&function.arn, &why))
        }
    }
}
