//! RDS, changing: what `CreateDBProxy` and its siblings refuse, and what they set going.

use std::collections::BTreeSet;

use super::fault::{error, refused};
use super::state::{ProxyRecord, RoleRecord, State, TargetRecord, hex};
use super::{ec2, iam, lifecycle, rds};
use crate::cloud::{CloudError, CloudResult, DatabaseRef, ErrorKind, NewProxy, ProxyChange};
use crate::domain::database::{Database, DatabaseKind, EngineFamily};
use crate::domain::proxy::{IamAuth, NetworkType, PoolSettings, Proxy, ProxyAuth};

/// Proxies an account may have in a region.
pub const PROXY_QUOTA: usize = 20;
/// Zones in which no proxy can be: Virginia's and North California's old ones.
pub const UNSUPPORTED_ZONES: [&str; 2] = ["use1-az3", "usw1-az2"];
/// Addresses the smallest proxy may take.
const ADDRESSES_NEEDED: u32 = 10;
/// Simulated seconds a database takes to switch IAM authentication.
const IAM_AUTH_SECS: u64 = 40;

fn find_mut<'a>(state: &'a mut State, operation: &str, name: &str) -> CloudResult<&'a mut ProxyRecord> {
    state.proxies.iter_mut().find(|record| record.proxy.name == name).ok_or_else(|| {
        error(
            ErrorKind::NotFound,
            operation,
            name,
            "DBProxyNotFoundFault",
            format!("The specified proxy name, {name}, doesn't correspond to a proxy owned by your account in the specified region."),
        )
    })
}

fn refuse_unless_available(record: &ProxyRecord, operation: &str, now: u64) -> CloudResult<()> {
    let status = lifecycle::status(record, now);
    if status == "available" {
        return Ok(());
    }
    let name = &record.proxy.name;
    Err(error(
        ErrorKind::NotYet,
        operation,
        name,
        "InvalidDBProxyStateFault",
        format!("DB Proxy {name} is in an unsupported state - {}, needs to be in [AVAILABLE]", status.to_uppercase()),
    ))
}

/// `[a-zA-Z](?:-?[a-zA-Z0-9]+)*`, at most 63.
fn valid_name(name: &str) -> bool {
    name.len() <= 63
        && name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        && !name.ends_with('-')
        && !name.contains("--")
}

/// What `Auth`, TLS, the time-out and the family must agree on.
fn check_settings(operation: &str, proxy: &Proxy) -> CloudResult<()> {
    let name = proxy.name.as_str();
    let invalid = |message: &str| Err(refused(operation, name, "InvalidParameterValue", message));
    let sqlserver = proxy.engine_family == EngineFamily::Sqlserver;
    if proxy.auth.is_empty() && !proxy.default_iam_auth {
        return invalid("Auth must be specified when DefaultAuthScheme is NONE");
    }
    if proxy.default_iam_auth && sqlserver {
        return invalid("DefaultAuthScheme IAM_AUTH is not supported for engine family SQLSERVER");
    }
    if proxy.auth.len() > 200 {
        return invalid("Auth can have at most 200 items");
    }
    let all: BTreeSet<&str> = proxy.auth.iter().map(|auth| auth.secret_arn.as_str()).collect();
    if all.len() < proxy.auth.len() {
        return invalid("Each secret can be used in one UserAuthConfig only");
    }
    let is_secret = |auth: &ProxyAuth| auth.secret_arn.split(':').nth(2) == Some("secretsmanager");
    if !proxy.auth.iter().all(is_secret) {
        return invalid("SecretArn must be the ARN of a Secrets Manager secret");
    }
    if proxy.auth.iter().any(|auth| auth.iam_auth == IamAuth::Enabled) && !sqlserver {
        return invalid("IAMAuth ENABLED is supported for engine family SQLSERVER only");
    }
    let iam = proxy.default_iam_auth || proxy.auth.iter().any(|auth| auth.iam_auth == IamAuth::Required);
    if iam && !proxy.require_tls {
        return invalid("Must enable TLS, when IAM Auth is required");
    }
    if !(1..=28_800).contains(&proxy.idle_client_timeout_secs) {
        return invalid("IdleClientTimeout must be between 1 and 28800 seconds");
    }
    Ok(())
}

/// The VPC and those of the subnets that a proxy can live in.
fn usable_subnets(state: &State, new: &NewProxy) -> CloudResult<(String, Vec<String>)> {
    const OPERATION: &str = "rds:CreateDBProxy";
    let invalid = |message: String| refused(OPERATION, &new.name, "InvalidSubnet", message);
    let mut subnets = Vec::new();
    for id in &new.subnet_ids {
        let subnet = state.subnets.iter().find(|subnet| subnet.id == *id);
        subnets
            .push(subnet.ok_or_else(|| invalid(format!("The requested subnet {id} is invalid: it does not exist.")))?);
    }
    let vpcs: BTreeSet<&str> = subnets.iter().map(|subnet| subnet.vpc_id.as_str()).collect();
    let vpc_id = match vpcs.iter().next() {
        Some(only) if vpcs.len() == 1 => (*only).to_owned(),
        _ => return Err(invalid("The requested subnets are not all in one VPC.".into())),
    };
    // AWS leaves these out without a word; only too few zones is an error.
    subnets.retain(|subnet| !UNSUPPORTED_ZONES.contains(&subnet.zone_id.as_str()));
    let zones: BTreeSet<&str> = subnets.iter().map(|subnet| subnet.zone_id.as_str()).collect();
    if zones.len() < 2 {
        return Err(invalid("DB Proxy must have at least 2 subnets in different supported availability zones.".into()));
    }
    if state.vpcs.iter().any(|vpc| vpc.id == vpc_id && vpc.tenancy == "dedicated") {
        return Err(invalid(format!("The VPC {vpc_id} has dedicated tenancy, which DB Proxy does not support.")));
    }
    if new.endpoint_network_type != NetworkType::Ipv4 && subnets.iter().any(|subnet| subnet.ipv6_cidr.is_none()) {
        return Err(refused(
            OPERATION,
            &new.name,
            "InvalidParameterCombination",
            "EndpointNetworkType needs an IPv6 CIDR in the VPC and in every subnet",
        ));
    }
    Ok((vpc_id, subnets.iter().map(|subnet| subnet.id.clone()).collect()))
}

/// The role must exist, trust RDS, and have been known for a while. AWS says the same of a role
/// that is wrong and of one that is only new, so all of these may be cured by waiting.
fn check_role(state: &State, operation: &str, name: &str, role_arn: &str, now: u64) -> CloudResult<()> {
    let message =
        format!("IAM role ARN value {role_arn} is invalid or does not include the required permissions for RDS Proxy");
    let known = |record: &&RoleRecord| now >= record.created_at + iam::PROPAGATION_SECS;
    match iam::by_arn(state, role_arn).filter(known) {
        Some(record) if iam::trusts(&record.role, "rds.amazonaws.com") => Ok(()),
        _ => Err(error(ErrorKind::NotYet, operation, name, "InvalidParameterValue", message)),
    }
}

fn check_groups(state: &State, operation: &str, name: &str, vpc_id: &str, ids: &[String]) -> CloudResult<()> {
    let stranger = ids.iter().find(|id| ec2::group(state, id).is_none_or(|group| group.vpc_id != vpc_id));
    match stranger {
        Some(id) => Err(refused(
            operation,
            name,
            "InvalidParameterValue",
            format!("Some input subnets or security groups in {id} are invalid: not in VPC {vpc_id}."),
        )),
        None => Ok(()),
    }
}

/// `rds:CreateDBProxy`.
pub fn create_proxy(state: &mut State, new: &NewProxy, now: u64) -> CloudResult<Proxy> {
    const OPERATION: &str = "rds:CreateDBProxy";
    let name = new.name.as_str();
    if !valid_name(name) {
        return Err(refused(
            OPERATION,
            name,
            "InvalidParameterValue",
            format!(
                "The parameter DBProxyName is not a valid identifier: {name}. Identifiers must begin with a letter; must contain only ASCII letters, digits, and hyphens; and must not end with a hyphen or contain two consecutive hyphens."
            ),
        ));
    }
    if state.proxies.iter().any(|record| record.proxy.name == name) {
        return Err(error(
            ErrorKind::AlreadyExists,
            OPERATION,
            name,
            "DBProxyAlreadyExistsFault",
            format!("DB Proxy with name {name} already exists"),
        ));
    }
    if state.proxies.len() >= PROXY_QUOTA {
        return Err(error(
            ErrorKind::Quota,
            OPERATION,
            name,
            "DBProxyQuotaExceededFault",
            "Your account already has the maximum number of proxies in the specified Region.",
        ));
    }
    check_role(state, OPERATION, name, &new.role_arn, now)?;
    let (vpc_id, subnet_ids) = usable_subnets(state, new)?;
    check_groups(state, OPERATION, name, &vpc_id, &new.security_group_ids)?;
    let mut security_group_ids = new.security_group_ids.clone();
    if security_group_ids.is_empty() {
        let default = state.groups.iter().find(|group| group.vpc_id == vpc_id && group.name == "default");
        security_group_ids.extend(default.map(|group| group.id.clone()));
    }
    let resource_id = state.new_id("prx", name);
    let region = state.account.region.clone();
    let proxy = Proxy {
        name: name.to_owned(),
        arn: state.account.arn("rds", &format!("db-proxy:{resource_id}")),
        status: "available".into(),
        engine_family: new.family,
        vpc_id,
        subnet_ids,
        security_group_ids,
        auth: new.auth.clone(),
        default_iam_auth: new.default_iam_auth,
        role_arn: new.role_arn.clone(),
        endpoint: Some(host(name, &state.account.id, &region)),
        require_tls: new.require_tls,
        idle_client_timeout_secs: new.idle_client_timeout_secs,
        debug_logging: new.debug_logging,
        endpoint_network_type: new.endpoint_network_type,
        target_connection_network_type: new.target_connection_network_type,
        tags: new.tags.clone(),
    };
    check_settings(OPERATION, &proxy)?;
    let record = ProxyRecord {
        pool: default_pool(new.family),
        proxy,
        targets: Vec::new(),
        created_at: now,
        ready_at: now + lifecycle::CREATE_SECS,
        modified_until: 0,
        gone_at: None,
    };
    let shown = rds::proxy_at(&record, now);
    state.proxies.push(record);
    Ok(shown)
}

/// The host name of a proxy's default endpoint.
pub fn host(name: &str, account_id: &str, region: &str) -> String {
    format!("{name}.proxy-{}.{region}.rds.amazonaws.com", &hex(&format!("{account_id}/{region}"), 12))
}

/// What the `default` target group starts with.
pub fn default_pool(family: EngineFamily) -> PoolSettings {
    let (most, idle) = if family == EngineFamily::Sqlserver { (10, 5) } else { (100, 50) };
    PoolSettings {
        max_connections_percent: most,
        max_idle_connections_percent: idle,
        borrow_timeout_secs: 120,
        exclude_variable_sets: false,
        init_query: None,
    }
}

/// `rds:ModifyDBProxy`.
pub fn modify_proxy(state: &mut State, name: &str, change: ProxyChange, now: u64) -> CloudResult<()> {
    const OPERATION: &str = "rds:ModifyDBProxy";
    let record = find_mut(state, OPERATION, name)?;
    refuse_unless_available(record, OPERATION, now)?;
    let mut proxy = record.proxy.clone();
    if let Some(role_arn) = change.role_arn {
        check_role(state, OPERATION, name, &role_arn, now)?;
        proxy.role_arn = role_arn;
    }
    if let Some(ids) = change.security_group_ids {
        check_groups(state, OPERATION, name, &proxy.vpc_id, &ids)?;
        proxy.security_group_ids = ids;
    }
    proxy.auth = change.auth.unwrap_or(proxy.auth);
    proxy.default_iam_auth = change.default_iam_auth.unwrap_or(proxy.default_iam_auth);
    proxy.require_tls = change.require_tls.unwrap_or(proxy.require_tls);
    proxy.idle_client_timeout_secs = change.idle_client_timeout_secs.unwrap_or(proxy.idle_client_timeout_secs);
    proxy.debug_logging = change.debug_logging.unwrap_or(proxy.debug_logging);
    check_settings(OPERATION, &proxy)?;
    let record = find_mut(state, OPERATION, name)?;
    record.proxy = proxy;
    record.modified_until = now + lifecycle::MODIFY_SECS;
    Ok(())
}

/// `rds:DeleteDBProxy`; name and interfaces are free again only when it is gone.
pub fn delete_proxy(state: &mut State, name: &str, now: u64) -> CloudResult<()> {
    const OPERATION: &str = "rds:DeleteDBProxy";
    let record = find_mut(state, OPERATION, name)?;
    if record.gone_at.is_some() {
        return refuse_unless_available(record, OPERATION, now);
    }
    record.gone_at = Some(now + lifecycle::DELETE_SECS);
    Ok(())
}

/// `rds:ModifyDBProxyTargetGroup` of the `default` group.
pub fn modify_pool(state: &mut State, name: &str, pool: &PoolSettings, now: u64) -> CloudResult<()> {
    const OPERATION: &str = "rds:ModifyDBProxyTargetGroup";
    let record = find_mut(state, OPERATION, name)?;
    refuse_unless_available(record, OPERATION, now)?;
    let invalid = |message: &str| Err(refused(OPERATION, name, "InvalidParameterValue", message));
    if !(1..=100).contains(&pool.max_connections_percent) {
        return invalid("MaxConnectionsPercent must be between 1 and 100");
    }
    if pool.max_idle_connections_percent > pool.max_connections_percent {
        return invalid("MaxIdleConnectionsPercent must be between 0 and MaxConnectionsPercent");
    }
    if pool.borrow_timeout_secs > 300 {
        return invalid("ConnectionBorrowTimeout must be between 0 and 300 seconds");
    }
    if pool.exclude_variable_sets && record.proxy.engine_family != EngineFamily::Mysql {
        return invalid("SessionPinningFilters EXCLUDE_VARIABLE_SETS is supported for engine family MYSQL only");
    }
    record.pool = pool.clone();
    Ok(())
}

fn no_database(operation: &str, database: &DatabaseRef) -> CloudError {
    let (code, what) = match database.kind {
        DatabaseKind::Instance => ("DBInstanceNotFound", "DBInstance"),
        DatabaseKind::Cluster => ("DBClusterNotFoundFault", "DBCluster"),
    };
    error(ErrorKind::NotFound, operation, &database.id, code, format!("{what} {} not found.", database.id))
}

/// Why this database cannot be behind this proxy.
fn unfit(state: &State, proxy: &Proxy, database: &Database, settled: bool) -> Option<(&'static str, String)> {
    const STATES: [&str; 4] = ["available", "modifying", "backing-up", "creating"];
    let id = &database.id;
    let code = match database.kind {
        DatabaseKind::Instance => "InvalidDBInstanceState",
        DatabaseKind::Cluster => "InvalidDBClusterStateFault",
    };
    if settled && !STATES.contains(&database.status.as_str()) {
        let message = format!(
            "DB Instance {id} is in an unsupported state - {}, needs to be in [AVAILABLE, MODIFYING, BACKING_UP, CREATING]",
            database.status.to_uppercase()
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
    let operation = iam_auth_action(target);
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
    if record.database.status != "available" || now < record.busy_until {
        let code = match target.kind {
            DatabaseKind::Instance => "InvalidDBInstanceState",
            DatabaseKind::Cluster => "InvalidDBClusterStateFault",
        };
        return Err(error(
            ErrorKind::NotYet,
            operation,
            &target.id,
            code,
            "The database is not in the available state.",
        ));
    }
    if record.database.iam_auth != enabled {
        record.database.iam_auth = enabled;
        record.busy_until = now + IAM_AUTH_SECS;
    }
    Ok(())
}

/// The action that switching IAM authentication of this database needs.
pub fn iam_auth_action(target: &DatabaseRef) -> &'static str {
    match target.kind {
        DatabaseKind::Instance => "rds:ModifyDBInstance",
        DatabaseKind::Cluster => "rds:ModifyDBCluster",
    }
}
