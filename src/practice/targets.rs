//! The database behind a proxy: registering it, taking it away, and what is modified of it.

use super::fault::{error, refused};
use super::proxies::{find_mut, refuse_unless_available};
use super::rds;
use super::state::{DatabaseRecord, State, TargetRecord};
use crate::cloud::{CloudError, CloudResult, DatabaseRef, ErrorKind};
use crate::domain::database::{Database, DatabaseKind, DatabaseStatus, EngineFamily};
use crate::domain::proxy::Proxy;

/// Addresses the smallest proxy may take.
const ADDRESSES_NEEDED: u32 = 10;
/// Simulated seconds a database takes to be modified.
const MODIFY_SECS: u64 = 40;

fn no_database(operation: &str, database: &DatabaseRef) -> CloudError {
    let (code, what) = match database.kind {
        DatabaseKind::Instance => ("DBInstanceNotFound", "DBInstance"),
        DatabaseKind::Cluster => ("DBClusterNotFoundFault", "DBCluster"),
    };
    error(ErrorKind::NotFound, operation, &database.id, code, format!("{what} {} not found.", database.id))
}

/// Why this database cannot be behind this proxy.
fn unfit(state: &State, proxy: &Proxy, database: &Database, settled: bool) -> Option<(&'static str, String)> {
    use DatabaseStatus::{Available, BackingUp, Creating, Modifying};
    let id = &database.id;
    let code = match database.kind {
        DatabaseKind::Instance => "InvalidDBInstanceState",
        DatabaseKind::Cluster => "InvalidDBClusterStateFault",
    };
    if settled && !matches!(database.status, Available | Modifying | BackingUp | Creating) {
        let message = format!(
            "DB Instance {id} is in an unsupported state - {}, needs to be in [AVAILABLE, MODIFYING, BACKING_UP, CREATING]",
            database.status.as_str().to_uppercase()
        );
        return Some((code, message));
    }
    if database.engine_mode.as_deref() == Some("serverless") || database.engine.family() != Some(proxy.engine_family) {
        return Some((
            "InvalidParameterValue",
            format!("Unsupported Database engine or engine mode for DB Cluster {id}"),
        ));
    }
    if database.vpc_id.as_deref() != Some(&proxy.vpc_id) {
        return Some(("InvalidParameterValue", format!("DB {id} is not in the VPC {} of the proxy", proxy.vpc_id)));
    }
    if state.blue_green.iter().any(|deployment| deployment.is_under_way(database)) {
        return Some((code, format!("{id} is part of a blue/green deployment and can't be added to a proxy")));
    }
    if database.replica_of.is_some() {
        return Some((
            "InvalidParameterValue",
            format!("DB Instance {id} is a read replica and can't be a proxy target"),
        ));
    }
    let free =
        state.subnets.iter().filter(|subnet| proxy.subnet_ids.contains(&subnet.id)).map(|subnet| subnet.free_addresses);
    if free.sum::<u32>() < ADDRESSES_NEEDED {
        return Some((
            "InsufficientAvailableIPsInSubnetFault",
            "The requested operation can't be performed because there aren't enough available IP addresses in the proxy's subnets.".into(),
        ));
    }
    None
}

/// `rds:RegisterDBProxyTargets`.
pub fn register_target(state: &mut State, name: &str, target: &DatabaseRef, now: u64) -> CloudResult<()> {
    const OPERATION: &str = "rds:RegisterDBProxyTargets";
    let proxy = find_mut(state, OPERATION, name)?.clone();
    refuse_unless_available(&proxy, OPERATION, now)?;
    let cluster = target.kind == DatabaseKind::Cluster;
    let record = rds::find(state, &target.id, cluster).ok_or_else(|| no_database(OPERATION, target))?;
    if let Some((code, message)) = unfit(state, &proxy.proxy, &record.database, now >= record.busy_until) {
        let kind = if code.contains("State") { ErrorKind::NotYet } else { ErrorKind::Refused };
        return Err(error(kind, OPERATION, &target.id, code, message));
    }
    if !proxy.targets.is_empty() {
        return Err(error(
            ErrorKind::AlreadyExists,
            OPERATION,
            name,
            "DBProxyTargetAlreadyRegisteredFault",
            "The proxy is already associated with the specified RDS DB instance or Aurora DB cluster.",
        ));
    }
    let registered = TargetRecord { database: target.id.clone(), cluster, registered_at: now };
    find_mut(state, OPERATION, name)?.targets.push(registered);
    Ok(())
}

/// `rds:DeregisterDBProxyTargets`.
pub fn deregister_target(state: &mut State, name: &str, target: &DatabaseRef, now: u64) -> CloudResult<()> {
    const OPERATION: &str = "rds:DeregisterDBProxyTargets";
    let record = find_mut(state, OPERATION, name)?;
    refuse_unless_available(record, OPERATION, now)?;
    let before = record.targets.len();
    record.targets.retain(|there| there.database != target.id);
    if record.targets.len() == before {
        return Err(error(
            ErrorKind::NotFound,
            OPERATION,
            &target.id,
            "DBProxyTargetNotFoundFault",
            "The specified RDS DB instance or Aurora DB cluster isn't available for a proxy owned by your account in the specified region.",
        ));
    }
    Ok(())
}

/// `rds:ModifyDBInstance` or `rds:ModifyDBCluster` with `EnableIAMDatabaseAuthentication`.
pub fn set_iam_auth(state: &mut State, target: &DatabaseRef, enabled: bool, now: u64) -> CloudResult<()> {
    let operation = modify_action(target);
    let record = state
        .databases
        .iter_mut()
        .find(|record| record.database.id == target.id && record.database.kind == target.kind)
        .ok_or_else(|| no_database(operation, target))?;
    let supported = matches!(record.database.engine.family(), Some(EngineFamily::Mysql | EngineFamily::Postgresql));
    if !supported {
        return Err(refused(
            operation,
            &target.id,
            "InvalidParameterCombination",
            "IAM Database Authentication is not supported for this configuration.",
        ));
    }
    available(record, target, now)?;
    if record.database.iam_auth != enabled {
        record.database.iam_auth = enabled;
        record.busy_until = now + MODIFY_SECS;
    }
    Ok(())
}

fn available(record: &DatabaseRecord, target: &DatabaseRef, now: u64) -> CloudResult<()> {
    if record.database.status == DatabaseStatus::Available && now >= record.busy_until {
        return Ok(());
    }
    let code = match target.kind {
        DatabaseKind::Instance => "InvalidDBInstanceState",
        DatabaseKind::Cluster => "InvalidDBClusterStateFault",
    };
    let message = "The database is not in the available state.";
    Err(error(ErrorKind::NotYet, modify_action(target), &target.id, code, message))
}

/// Export of a log to CloudWatch, on or off.
pub fn set_log_export(state: &mut State, target: &DatabaseRef, log: &str, enabled: bool, now: u64) -> CloudResult<()> {
    let same = |record: &&mut DatabaseRecord| record.database.id == target.id && record.database.kind == target.kind;
    let record = state.databases.iter_mut().find(same).ok_or_else(|| no_database(modify_action(target), target))?;
    available(record, target, now)?;
    let exports = &mut record.database.log_exports;
    if exports.iter().any(|export| export == log) != enabled {
        if enabled {
            exports.push(log.to_owned());
        } else {
            exports.retain(|export| export != log);
        }
        record.busy_until = now + MODIFY_SECS;
    }
    Ok(())
}

/// The action that changing this database needs.
pub fn modify_action(target: &DatabaseRef) -> &'static str {
    match target.kind {
        DatabaseKind::Instance => "rds:ModifyDBInstance",
        DatabaseKind::Cluster => "rds:ModifyDBCluster",
    }
}
