//! Which databases can have a proxy and which functions can use one, and why others cannot.
//!
//! Sources: the limits pages of the RDS and Aurora user guides ("Quotas and limitations for RDS
//! Proxy"), and the Lambda guide on VPC access.

use crate::domain::database::{Database, DatabaseKind, Engine};
use crate::domain::function::Function;
use crate::domain::network::Vpc;
use crate::text::t;

/// Why a database cannot have a proxy, as one sentence without a final period.
pub fn of_database(database: &Database, vpc: Option<&Vpc>) -> Result<(), String> {
    if database.engine.family().is_none() {
        return Err(t!("eligibility-engine", engine = database.engine.to_string()));
    }
    if database.engine_mode.as_deref() == Some("serverless") {
        return Err(t!("eligibility-serverless-v1").to_owned());
    }
    if let Some(source) = &database.replica_of {
        return Err(t!("eligibility-replica", source = crate::domain::arn::short_name(source)));
    }
    if let Some(why) = unsupported_version(database) {
        return Err(why);
    }
    if let Some(global) = database.global.as_ref().filter(|global| !global.writer) {
        return Err(t!("eligibility-global-secondary", global = global.global_cluster.as_str()));
    }
    if vpc.is_some_and(|vpc| vpc.tenancy == "dedicated") {
        return Err(t!("eligibility-dedicated").to_owned());
    }
    match database.status.as_str() {
        // The states in which RegisterDBProxyTargets accepts a database.
        "available" | "modifying" | "backing-up" | "creating" => {}
        "stopped" | "stopping" => return Err(t!("eligibility-stopped").to_owned()),
        other => return Err(t!("eligibility-status", status = other)),
    }
    if database.kind == DatabaseKind::Cluster && database.members.is_empty() {
        return Err(t!("eligibility-no-instance").to_owned());
    }
    if database.vpc_id.is_none() {
        return Err(t!("eligibility-no-vpc").to_owned());
    }
    Ok(())
}

fn unsupported_version(database: &Database) -> Option<String> {
    let version = database.engine_version.as_str();
    (!serves_version(database))
        .then(|| t!("eligibility-version", engine = database.engine.to_string(), version = version))
}

/// Whether RDS Proxy serves the engine's version; one that this program does not know is let through.
pub fn serves_version(database: &Database) -> bool {
    let mut numbers = database.engine_version.split(['.', '-']).map_while(|part| part.parse::<u32>().ok());
    let Some(major) = numbers.next() else { return true };
    let minor = numbers.next().unwrap_or(0);
    let refused = match &database.engine {
        Engine::Mysql => (major, minor) < (5, 7),
        Engine::Mariadb => (major, minor) < (10, 3),
        Engine::Postgres | Engine::AuroraPostgresql => major < 10,
        // `8.0.mysql_aurora.3.04.1` is MySQL 8.0, `5.6.10a` the closed Aurora 1.
        Engine::AuroraMysql => (major, minor) < (5, 7) && major != 2 && major != 3,
        // 12 is SQL Server 2014, 16 is 2022.
        Engine::Sqlserver(_) => major == 12 || major == 16,
        Engine::Other(_) => false,
    };
    !refused
}

/// Why a function cannot use a proxy, as one sentence without a final period.
pub fn of_function(function: &Function) -> Result<(), String> {
    if function.edge_master_arn.is_some() {
        return Err(t!("eligibility-edge").to_owned());
    }
    match function.state.as_deref() {
        Some("Failed") => Err(t!("eligibility-function-failed").to_owned()),
        _ if function.runtime.as_deref().is_some_and(is_closed) => {
            Err(t!("eligibility-runtime-closed", runtime = function.runtime.as_deref().unwrap_or_default()))
        }
        _ => Ok(()),
    }
}

/// Runtimes whose functions Lambda no longer lets anyone update ("Lambda runtimes", block update
/// dates before October 2026).
fn is_closed(runtime: &str) -> bool {
    const CLOSED: [&str; 17] = [
        "nodejs",
        "nodejs4.3",
        "nodejs6.10",
        "nodejs8.10",
        "nodejs10.x",
        "nodejs12.x",
        "nodejs14.x",
        "python2.7",
        "python3.6",
        "python3.7",
        "ruby2.5",
        "ruby2.7",
        "java8",
        "go1.x",
        "dotnetcore2.1",
        "dotnetcore3.1",
        "dotnet6",
    ];
    CLOSED.contains(&runtime)
}
