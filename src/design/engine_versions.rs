//! Which engine versions RDS Proxy serves, from the table in `assets/data/engine-versions.toml`.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use time::Date;

use crate::domain::database::{Database, Engine};
use crate::domain::runtime::date;

/// What the table says of a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Served {
    Yes,
    No,
    /// The table ends before it, or the version is not understood.
    Unknown,
}

#[derive(Deserialize)]
struct VersionTable {
    #[serde(deserialize_with = "date")]
    as_of: Date,
    #[serde(flatten)]
    engines: BTreeMap<String, Engines>,
}

#[derive(Deserialize)]
struct Engines {
    /// From and to, each what a version begins with.
    served: Vec<(String, String)>,
    #[serde(default)]
    refused: Vec<String>,
}

// The table is part of the program and read by the test below; an empty one would mean "unknown".
static TABLE: LazyLock<Option<VersionTable>> =
    LazyLock::new(|| toml::from_str(include_str!("../../assets/data/engine-versions.toml")).ok());

/// The day of the table.
pub fn as_of() -> Option<Date> {
    Some(TABLE.as_ref()?.as_of)
}

/// Whether RDS Proxy serves the database's engine version.
pub fn served(database: &Database) -> Served {
    let engine = match &database.engine {
        Engine::Sqlserver(_) => "sqlserver",
        other => other.api_name(),
    };
    let known = TABLE.as_ref().and_then(|table| table.engines.get(engine));
    match (known, own_version(database)) {
        (Some(known), Some(version)) => known.say(&numbers(version)),
        _ => Served::Unknown,
    }
}

/// Aurora MySQL has a version of its own behind that of MySQL; without one it is the closed Aurora 1,
/// or so old that it says nothing (`5.7.12`).
fn own_version(database: &Database) -> Option<&str> {
    let version = database.engine_version.as_str();
    if database.engine != Engine::AuroraMysql {
        return Some(version);
    }
    match version.split_once("mysql_aurora.") {
        Some((_, own)) => Some(own),
        None => version.starts_with("5.6").then_some("1"),
    }
}

fn numbers(version: &str) -> Vec<u32> {
    version.split(['.', '-']).map_while(|part| part.parse().ok()).collect()
}

impl Engines {
    fn say(&self, version: &[u32]) -> Served {
        if version.is_empty() {
            return Served::Unknown;
        }
        let starts = |text: &String| version.starts_with(&numbers(text));
        if self.refused.iter().any(starts) {
            return Served::No;
        }
        let from = |low: &str| version >= numbers(low).as_slice();
        // Both ends are beginnings: 10.11.9 is not above 10.11.
        let to = |high: &str| version.iter().take(numbers(high).len()).le(numbers(high).iter());
        if self.served.iter().any(|(low, high)| from(low) && to(high)) {
            Served::Yes
        } else if self.served.iter().any(|(_, high)| to(high)) {
            Served::No
        } else {
            Served::Unknown
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn below_and_between_is_refused_and_above_is_unknown() {
        assert!(as_of().is_some());
        for (engine, version, expected) in [
            ("mariadb", "10.4.34", Served::No),
            ("mariadb", "10.5.27", Served::Yes),
            ("mariadb", "10.11.9", Served::Yes),
            ("mariadb", "11.4.4", Served::Yes),
            ("mariadb", "11.8.3", Served::Yes),
            ("mariadb", "12.3.1", Served::Unknown),
            ("mysql", "5.6.51", Served::No),
            ("mysql", "8.4.3", Served::Yes),
            ("mysql", "9.1.0", Served::Unknown),
            ("postgres", "9.6.24", Served::No),
            ("postgres", "17.2", Served::Yes),
            ("postgres", "19.1", Served::Unknown),
            ("aurora-mysql", "5.7.mysql_aurora.2.07.10", Served::Yes),
            ("aurora-mysql", "5.7.mysql_aurora.2.08.4", Served::No),
            ("aurora-mysql", "5.7.mysql_aurora.2.10.3", Served::No),
            ("aurora-mysql", "5.7.mysql_aurora.2.12.5", Served::Yes),
            ("aurora-mysql", "8.0.mysql_aurora.3.08.2", Served::Yes),
            ("aurora-mysql", "5.6.10a", Served::No),
            ("aurora-mysql", "5.7.12", Served::Unknown),
            ("aurora-mysql", "8.4.mysql_aurora.4.00.0", Served::Unknown),
            ("aurora-postgresql", "16.6", Served::Yes),
            ("sqlserver-se", "12.00.6449.1.v1", Served::No),
            ("sqlserver-se", "15.00.4410.1.v1", Served::Yes),
            ("sqlserver-ee", "16.00.4165.4.v1", Served::No),
            ("sqlserver-ee", "17.00.1", Served::Unknown),
            ("mysql", "", Served::Unknown),
        ] {
            let database: Database = serde_json::from_value(serde_json::json!({
                "kind": "instance", "id": "db", "arn": "", "resource_id": "", "engine": engine,
                "engine_version": version, "engine_mode": null, "status": "available", "host": null, "port": null,
                "vpc_id": null, "subnet_ids": [], "security_group_ids": [], "iam_auth": false, "class": null,
                "members": [], "serverless_v2": null, "replica_of": null, "global": null,
                "publicly_accessible": false, "master_username": null, "master_secret": null,
                "database_name": null, "tags": {}
            }))
            .unwrap();
            assert_eq!(served(&database), expected, "{engine} {version}");
        }
    }
}
