//! Databases and functions of the newer kinds.

use super::{DATABASE, FUNCTION, with_database, with_function};
use crate::domain::database::{BlueGreen, Database, DeploymentStatus, GlobalMembership, Parameter, ServerlessV2};
use crate::domain::finding::Severity::Warning;
use crate::domain::function::{CapacityProvider, ManagedInstances};
use crate::practice::scenarios::{Scenario, broken};
use crate::practice::state::State;

pub const SCENARIOS: &[Scenario] = &[
    broken("broken-secondary", &[("global-secondary-write-endpoint", Warning)], |state| secondary(state, false)),
    broken("broken-forwarding", &[("global-write-forwarding-pool", Warning)], |state| {
        secondary(state, true);
        set_parameter(state, "aurora_fwd_writer_max_connections_pct", "30");
    }),
    broken("broken-blue-green", &[("db-blue-green-under-way", Warning)], |state| {
        let source = state.account.arn("rds", &format!("cluster:{DATABASE}"));
        state.blue_green.push(BlueGreen {
            id: "bgd-k2wq7ejz0xq4m8ta".into(),
            name: "orders-8-4".into(),
            target: Some(format!("{source}-green-v4h2kd")),
            source,
            status: DeploymentStatus::Available,
        });
    }),
    broken("broken-newcomers", &[("lambda-runtime-deprecated", Warning)], newcomers),
];

/// The writer is in another region.
fn secondary(state: &mut State, write_forwarding: bool) {
    with_database(state, |database| {
        let global_cluster = "orders-world".to_owned();
        database.global = Some(GlobalMembership { global_cluster, writer: false, write_forwarding });
        database.members.iter_mut().for_each(|member| member.writer = false);
    });
}

/// In the cluster's own parameter group.
fn set_parameter(state: &mut State, name: &str, value: &str) {
    let databases = state.databases.iter().map(|record| &record.database);
    let groups = databases.filter(|database| database.id == DATABASE).flat_map(|database| &database.parameter_groups);
    let own = groups.filter(|group| group.of_cluster).map(|group| Parameter {
        group: group.name.clone(),
        name: name.into(),
        value: value.into(),
        set_by_user: true,
    });
    state.parameters.extend(own);
}

fn newcomers(state: &mut State) {
    let arn = state.account.arn("lambda", "capacity-provider:checkout-fleet");
    let own = state.functions.iter().filter(|record| record.function.name == FUNCTION);
    let networks: Vec<_> = own.filter_map(|record| record.function.vpc.clone()).collect();
    state.capacity_providers.extend(networks.into_iter().map(|network| CapacityProvider {
        arn: arn.clone(),
        subnet_ids: network.subnet_ids,
        security_group_ids: network.security_group_ids,
    }));
    with_function(state, |record| {
        record.function.vpc = None;
        record.versions.values_mut().for_each(|version| version.vpc = None);
        record.function.runtime = Some("nodejs20.x".into());
        record.function.managed_instances =
            Some(ManagedInstances { capacity_provider: arn.clone(), at_once: Some(64) });
    });
    let pattern = state.databases.iter().find(|record| record.database.id == "billing-pg").cloned();
    if let Some(mut record) = pattern {
        record.subnet_group = String::new();
        record.database = express(record.database);
        state.databases.push(record);
    }
}

/// Reached over the internet, and always serverless.
fn express(like: Database) -> Database {
    let id = "sandbox";
    let named = |text: &str| text.replace(&like.id, id);
    let mut members = like.members.clone();
    members.truncate(1);
    for member in &mut members {
        member.id = named(&member.id);
        member.class = Some("db.serverless".into());
    }
    Database {
        arn: named(&like.arn),
        host: like.host.as_deref().map(named),
        other_hosts: like.other_hosts.iter().map(|host| named(host)).collect(),
        resource_id: format!("{}SANDBOX", like.resource_id),
        id: id.into(),
        members,
        serverless_v2: Some(ServerlessV2 { min_acu: 0.0, max_acu: 16.0 }),
        vpc_id: None,
        security_group_ids: Vec::new(),
        internet_gateway: true,
        ..like
    }
}
