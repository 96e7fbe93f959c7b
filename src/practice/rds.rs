//! RDS, reading: databases and proxies as they are at a given moment.

use std::collections::BTreeMap;

use super::state::{DatabaseRecord, ProxyRecord, State};
use super::{lifecycle, parameters, proxy_endpoints};
use crate::cloud::{DbCluster, DbSubnetGroup};
use crate::domain::UnixSeconds;
use crate::domain::database::{ClusterMember, Database, DatabaseKind, DatabaseStatus, GlobalMembership};
use crate::domain::proxy::{Proxy, ProxyEndpoint, Target, TargetKind, TargetRole};

/// By identifier and kind.
pub fn find<'a>(state: &'a State, id: &str, cluster: bool) -> Option<&'a DatabaseRecord> {
    let kind = if cluster { DatabaseKind::Cluster } else { DatabaseKind::Instance };
    state.databases.iter().find(|record| record.database.id == id && record.database.kind == kind)
}

fn at(record: &DatabaseRecord, now: u64) -> Database {
    let mut database = record.database.clone();
    if now < record.busy_until {
        database.status = DatabaseStatus::ConfiguringIamAuth;
    }
    database
}

/// The instance that a cluster's member is, with the host name AWS gives it.
fn member(cluster: &Database, member: &ClusterMember) -> Database {
    let host = cluster.host.as_deref().map(|host| host_of_member(&cluster.id, &member.id, host));
    Database {
        kind: DatabaseKind::Instance,
        id: member.id.clone(),
        arn: cluster.arn.replace(&format!(":cluster:{}", cluster.id), &format!(":db:{}", member.id)),
        resource_id: format!("db-{}", super::state::hex(&member.id, 26).to_uppercase()),
        host,
        class: member.class.clone(),
        members: Vec::new(),
        engine_mode: None,
        serverless_v2: None,
        global: None,
        other_hosts: Vec::new(),
        parameter_groups: vec![parameters::default_group(&cluster.engine, &cluster.engine_version, false, &member.id)],
        ..cluster.clone()
    }
}

fn host_of_member(cluster: &str, member: &str, host: &str) -> String {
    host.replacen(&format!("{cluster}.cluster-"), &format!("{member}."), 1)
}

/// `rds:DescribeDBInstances`, cluster members among them.
pub fn instances(state: &State, now: u64) -> Vec<Database> {
    let own = state.databases.iter().filter(|record| record.database.kind == DatabaseKind::Instance);
    let clusters = state.databases.iter().filter(|record| record.database.kind == DatabaseKind::Cluster);
    own.map(|record| at(record, now))
        .chain(clusters.flat_map(|record| {
            let cluster = at(record, now);
            record.database.members.iter().map(move |one| member(&cluster, one)).collect::<Vec<_>>()
        }))
        .collect()
}

/// `rds:DescribeDBClusters`.
pub fn clusters(state: &State, now: u64) -> Vec<DbCluster> {
    state
        .databases
        .iter()
        .filter(|record| record.database.kind == DatabaseKind::Cluster)
        .map(|record| {
            let mut database = at(record, now);
            database.vpc_id = None;
            database.subnet_ids = Vec::new();
            if let Some(global) = &mut database.global {
                // Of others that forward to it only `DescribeGlobalClusters` tells.
                global.write_forwarding &= !global.writer;
            }
            for member in &mut database.members {
                member.class = None;
            }
            DbCluster { database, subnet_group: record.subnet_group.clone() }
        })
        .collect()
}

/// `rds:DescribeDBSubnetGroups`.
pub fn subnet_groups(state: &State) -> Vec<DbSubnetGroup> {
    state
        .subnet_groups
        .iter()
        .map(|group| DbSubnetGroup {
            name: group.name.clone(),
            vpc_id: group.vpc_id.clone(),
            subnet_ids: group.subnet_ids.clone(),
        })
        .collect()
}

/// `rds:DescribeGlobalClusters`.
pub fn global_memberships(state: &State) -> BTreeMap<String, GlobalMembership> {
    let databases = state.databases.iter().map(|record| &record.database);
    databases.filter_map(|database| Some((database.arn.clone(), database.global.clone()?))).collect()
}

/// The proxy as `rds:DescribeDBProxies` shows it at `now`.
pub fn proxy_at(record: &ProxyRecord, now: u64) -> Proxy {
    let mut proxy = record.proxy.clone();
    proxy.status = lifecycle::status(record, now);
    proxy.created = UnixSeconds::try_from(record.created_at).ok();
    let modified_at = record.modified_until.saturating_sub(lifecycle::MODIFY_SECS);
    proxy.updated = UnixSeconds::try_from(modified_at.max(record.created_at)).ok();
    if now < record.created_at + lifecycle::ENDPOINT_SECS {
        proxy.endpoint = None;
    }
    proxy
}

/// `rds:DescribeDBProxyEndpoints`: the default one first, then the extra ones.
pub fn proxy_endpoints(record: &ProxyRecord, now: u64) -> Vec<ProxyEndpoint> {
    let proxy = proxy_at(record, now);
    let id = super::state::hex(&format!("endpoint/{}", proxy.arn), 16);
    let stem = proxy.arn.rsplit_once(":db-proxy:").map_or(proxy.arn.as_str(), |(stem, _)| stem);
    let default = ProxyEndpoint {
        arn: format!("{stem}:db-proxy-endpoint:prx-endpoint-0{id}"),
        proxy: proxy.name.clone(),
        name: proxy.name,
        host: proxy.endpoint,
        status: proxy.status,
        role: TargetRole::ReadWrite,
        is_default: true,
        vpc_id: proxy.vpc_id,
        subnet_ids: proxy.subnet_ids,
        security_group_ids: proxy.security_group_ids,
        network_type: proxy.endpoint_network_type,
        tags: None,
    };
    // Its own go with it.
    let own = record.endpoints.iter().filter(|extra| extra.gone_at.is_none_or(|at| at > now));
    let own = own.map(|extra| ProxyEndpoint { tags: None, ..proxy_endpoints::at(extra, now) });
    std::iter::once(default).chain(own).collect()
}

/// `rds:DescribeDBProxyTargets`: an instance, or a cluster and each of its members.
pub fn targets(state: &State, record: &ProxyRecord, now: u64) -> Vec<Target> {
    let mut targets = Vec::new();
    for registered in &record.targets {
        let Some(database) = find(state, &registered.database, registered.cluster).map(|record| &record.database)
        else {
            continue;
        };
        let health = lifecycle::health(state, record, registered, now);
        let role = |writer: bool| match (health.is_available(), writer) {
            (false, _) => TargetRole::Unknown,
            (true, true) => TargetRole::ReadWrite,
            (true, false) => TargetRole::ReadOnly,
        };
        if !registered.cluster {
            targets.push(Target {
                kind: TargetKind::RdsInstance,
                id: database.id.clone(),
                tracked_cluster: None,
                endpoint: database.host.clone(),
                port: database.port,
                role: Some(role(true)),
                health: Some(health),
            });
            continue;
        }
        // The cluster itself is listed without health: its instances have theirs.
        targets.push(Target {
            kind: TargetKind::TrackedCluster,
            id: database.id.clone(),
            tracked_cluster: None,
            endpoint: database.host.clone(),
            port: database.port,
            role: None,
            health: None,
        });
        targets.extend(database.members.iter().map(|one| Target {
            kind: TargetKind::RdsInstance,
            id: one.id.clone(),
            tracked_cluster: Some(database.id.clone()),
            endpoint: database.host.as_deref().map(|host| host_of_member(&database.id, &one.id, host)),
            port: database.port,
            role: Some(role(one.writer)),
            health: Some(health.clone()),
        }));
    }
    targets
}
