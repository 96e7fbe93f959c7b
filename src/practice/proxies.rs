//! RDS Proxies: making, changing and deleting them, and their pool.

use super::fault::error;
use super::fault::refused;
use super::proxy_input::{check_groups, check_role, check_settings, usable_subnets};
use super::state::{ProxyRecord, State, hex};
use super::{lifecycle, rds};
use crate::cloud::{CloudResult, ErrorKind, NewProxy, ProxyChange};
use crate::domain::database::EngineFamily;
use crate::domain::proxy::{PoolSettings, Proxy, ProxyStatus, is_proxy_name};

/// Proxies an account may have in a region.
pub const PROXY_QUOTA: usize = 20;

/// By name.
pub fn find<'a>(state: &'a State, name: &str) -> Option<&'a ProxyRecord> {
    state.proxies.iter().find(|record| record.proxy.name == name)
}

/// The record of a proxy, to change it.
pub fn find_mut<'a>(state: &'a mut State, operation: &str, name: &str) -> CloudResult<&'a mut ProxyRecord> {
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

/// Most changes wait until the proxy is `available`.
pub fn refuse_unless_available(record: &ProxyRecord, operation: &str, now: u64) -> CloudResult<()> {
    let status = lifecycle::status(record, now);
    if status == ProxyStatus::Available {
        return Ok(());
    }
    let name = &record.proxy.name;
    Err(error(
        ErrorKind::NotYet,
        operation,
        name,
        "InvalidDBProxyStateFault",
        format!(
            "DB Proxy {name} is in an unsupported state - {}, needs to be in [AVAILABLE]",
            status.as_str().to_uppercase()
        ),
    ))
}

/// `rds:CreateDBProxy`.
pub fn create_proxy(state: &mut State, new: &NewProxy, now: u64) -> CloudResult<Proxy> {
    const OPERATION: &str = "rds:CreateDBProxy";
    let name = new.name.as_str();
    if !is_proxy_name(name) {
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
    let (vpc_id, subnet_ids) = usable_subnets(state, OPERATION, name, &new.subnet_ids, new.endpoint_network_type)?;
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
        status: ProxyStatus::Available,
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
        tags: Some(new.tags.clone()),
        created: None,
        updated: None,
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
        endpoints: Vec::new(),
        used: false,
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
