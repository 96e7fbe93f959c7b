//! Which databases can have a proxy and which functions can use one, and why others cannot.
//!
//! Sources: the limits pages of the RDS and Aurora user guides ("Quotas and limitations for RDS
//! Proxy"), and the Lambda guide on VPC access. Any cluster of a global database can have one:
//! <https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy-gdb.html>. Express clusters
//! have an internet access gateway in place of a VPC, which a proxy needs:
//! <https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/CHAP_GettingStartedAurora.AuroraPostgreSQL.ExpressConfig.html>.

use super::engine_versions::{Served, served};
use crate::domain::database::{Database, DatabaseKind, DatabaseStatus};
use crate::domain::function::{Function, FunctionState};
use crate::domain::network::Vpc;
use crate::domain::runtime::{Runtime, runtimes};
use crate::text::t;

/// Why a database cannot have a proxy, as one sentence without a final period.
pub fn of_database(database: &Database, vpc: Option<&Vpc>) -> Result<(), String> {
    if database.engine.family().is_none() {
        return Err(t!("eligibility-engine", engine = database.engine.to_string()));
    }
    if database.engine_mode.as_deref() == Some("serverless") {
        return Err(t!("eligibility-serverless-v1").to_owned());
    }
    if database.internet_gateway {
        return Err(t!("eligibility-express").to_owned());
    }
    // A secondary cluster of a global database names its primary here, and can have a proxy.
    if let Some(source) = database.replica_of.as_ref().filter(|_| !database.is_global_secondary()) {
        return Err(t!("eligibility-replica", source = crate::domain::arn::short_name(source)));
    }
    if let Some(why) = unsupported_version(database) {
        return Err(why);
    }
    if vpc.is_some_and(|vpc| vpc.tenancy == "dedicated") {
        return Err(t!("eligibility-dedicated").to_owned());
    }
    match &database.status {
        // The states in which RegisterDBProxyTargets accepts a database.
        DatabaseStatus::Available
        | DatabaseStatus::Modifying
        | DatabaseStatus::BackingUp
        | DatabaseStatus::Creating => {}
        DatabaseStatus::Stopped | DatabaseStatus::Stopping => return Err(t!("eligibility-stopped").to_owned()),
        other => return Err(t!("eligibility-status", status = other.as_str())),
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
    (served(database) == Served::No)
        .then(|| t!("eligibility-version", engine = database.engine.to_string(), version = version))
}

/// Why a function cannot use a proxy, as one sentence without a final period.
pub fn of_function(function: &Function) -> Result<(), String> {
    if function.edge_master_arn.is_some() {
        return Err(t!("eligibility-edge").to_owned());
    }
    match &function.state {
        Some(FunctionState::Failed) => Err(t!("eligibility-function-failed").to_owned()),
        _ if function.runtime.as_deref().is_some_and(is_closed) => {
            Err(t!("eligibility-runtime-closed", runtime = function.runtime.as_deref().unwrap_or_default()))
        }
        _ => Ok(()),
    }
}

fn is_closed(name: &str) -> bool {
    runtimes().is_some_and(|table| table.find(name).is_some_and(|runtime| table.is_closed(runtime)))
}

/// The function's runtime, where it was no longer maintained when the table of runtimes was made.
/// Lambda may still take changes of such a function: a reason to warn, not to refuse.
pub fn deprecated(function: &Function) -> Option<&'static Runtime> {
    let table = runtimes()?;
    table.find(function.runtime.as_deref()?).filter(|runtime| runtime.deprecated < table.as_of)
}
