//! RDS: parameter groups and what they set.

use super::state::State;
use crate::domain::database::{Engine, EngineFamily, Parameter, ParameterGroup, ParameterStatus};

/// The group that AWS gives an instance or cluster for which nobody made one.
pub fn default_group(engine: &Engine, version: &str, of_cluster: bool, used_by: &str) -> ParameterGroup {
    let numbers = if engine.family() == Some(EngineFamily::Postgresql) { 1 } else { 2 };
    let version = version.split('.').take(numbers).collect::<Vec<_>>().join(".");
    ParameterGroup {
        name: format!("default.{}{version}", engine.api_name()),
        of_cluster,
        status: ParameterStatus::InSync,
        used_by: used_by.to_owned(),
    }
}

/// `rds:DescribeDBParameters` or `rds:DescribeDBClusterParameters`: what the engine starts with,
/// unless somebody set it.
pub fn of_group(state: &State, group: &str) -> Vec<Parameter> {
    let own: Vec<&Parameter> = state.parameters.iter().filter(|parameter| parameter.group == group).collect();
    let defaults: &[(&str, &str)] = if group.contains("postgres") {
        &[
            ("max_connections", "LEAST({DBInstanceClassMemory/9531392},5000)"),
            ("rds.force_ssl", "1"),
            ("password_encryption", "scram-sha-256"),
        ]
    } else if group.contains("aurora-mysql") {
        const AURORA: &str =
            "GREATEST({log(DBInstanceClassMemory/805306368)*45},{log(DBInstanceClassMemory/8187281408)*1000})";
        &[("max_connections", AURORA), ("read_only", "{TrueIfReplica}")]
    } else if group.contains("mysql") || group.contains("mariadb") {
        &[("max_connections", "{DBInstanceClassMemory/12582880}"), ("read_only", "{TrueIfReplica}")]
    } else {
        &[]
    };
    let untouched = defaults.iter().filter(|(name, _)| !own.iter().any(|parameter| parameter.name == *name));
    untouched
        .map(|(name, value)| Parameter {
            group: group.to_owned(),
            name: (*name).to_owned(),
            value: (*value).to_owned(),
            set_by_user: false,
        })
        .chain(own.iter().copied().cloned())
        .collect()
}
