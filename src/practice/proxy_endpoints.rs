//! RDS: endpoints of a proxy beside its default one, and who is behind an endpoint.

use super::fault::{error, refused};
use super::proxies::{find_mut, refuse_unless_available};
use super::proxy_input::{check_groups, usable_subnets};
use super::rds;
use super::state::{ExtraEndpoint, ProxyRecord, State, hex};
use crate::cloud::{CloudError, CloudResult, ErrorKind, NewProxyEndpoint};
use crate::domain::database::{Database, EngineFamily};
use crate::domain::proxy::{EndpointRole, MOST_ENDPOINTS, ProxyEndpoint, ProxyStatus, is_proxy_name};

/// Simulated seconds until a new endpoint has a host name.
const HOST_SECS: u64 = 10;
/// Simulated seconds until a new endpoint is `available`.
const CREATE_SECS: u64 = 150;
/// Simulated seconds until a deleted endpoint and its interfaces are gone.
const DELETE_SECS: u64 = 60;

/// The endpoint as `rds:DescribeDBProxyEndpoints` shows it at `now`.
pub fn at(record: &ExtraEndpoint, now: u64) -> ProxyEndpoint {
    let mut endpoint = record.endpoint.clone();
    if record.gone_at.is_some() {
        endpoint.status = ProxyStatus::Deleting;
    } else if now < record.created_at + CREATE_SECS {
        endpoint.status = ProxyStatus::Creating;
    }
    if now < record.created_at + HOST_SECS {
        endpoint.host = None;
    }
    endpoint
}

/// By name, whichever proxy has it.
pub fn named(state: &State, name: &str, now: u64) -> Option<ProxyEndpoint> {
    let mut all = state.proxies.iter().flat_map(|record| &record.endpoints);
    let is_it = |extra: &&ExtraEndpoint| extra.endpoint.name == name && extra.gone_at.is_none_or(|at| at > now);
    all.find(is_it).map(|extra| at(extra, now))
}

/// The proxy that has this host, and the endpoint where it is not the default one.
pub fn with_host<'a>(state: &'a State, host: &str) -> Option<(&'a ProxyRecord, Option<&'a ExtraEndpoint>)> {
    state.proxies.iter().find_map(|record| {
        if record.proxy.endpoint.as_deref() == Some(host) {
            return Some((record, None));
        }
        let is_it = |extra: &&ExtraEndpoint| extra.endpoint.host.as_deref() == Some(host);
        record.endpoints.iter().find(is_it).map(|extra| (record, Some(extra)))
    })
}

/// The databases that are registered with a proxy.
pub fn behind<'a>(state: &'a State, record: &'a ProxyRecord) -> impl Iterator<Item = &'a Database> {
    let found = |target: &super::state::TargetRecord| rds::find(state, &target.database, target.cluster);
    record.targets.iter().filter_map(found).map(|record| &record.database)
}

/// Whether a cluster behind the proxy has an instance that only reads.
pub fn has_reader(state: &State, record: &ProxyRecord) -> bool {
    behind(state, record).any(|database| database.members.iter().any(|member| !member.writer))
}

/// `rds:CreateDBProxyEndpoint`.
pub fn create(state: &mut State, new: &NewProxyEndpoint, now: u64) -> CloudResult<ProxyEndpoint> {
    const OPERATION: &str = "rds:CreateDBProxyEndpoint";
    let name = new.name.as_str();
    let invalid = |message: String| Err(refused(OPERATION, name, "InvalidParameterValue", message));
    if !is_proxy_name(name) {
        return invalid(format!(
            "The parameter DBProxyEndpointName is not a valid identifier: {name}. Identifiers must begin with a letter; must contain only ASCII letters, digits, and hyphens; and must not end with a hyphen or contain two consecutive hyphens."
        ));
    }
    if state.proxies.iter().flat_map(|record| &record.endpoints).any(|extra| extra.endpoint.name == name) {
        let message = format!("DB proxy endpoint {name} already exists");
        return Err(error(ErrorKind::AlreadyExists, OPERATION, name, "DBProxyEndpointAlreadyExistsFault", message));
    }
    refuse_unless_available(find_mut(state, OPERATION, &new.proxy)?, OPERATION, now)?;
    let record = find_mut(state, OPERATION, &new.proxy)?.clone();
    if record.endpoints.len() >= MOST_ENDPOINTS {
        let message = "The DB proxy already has the maximum number of endpoints.";
        return Err(error(ErrorKind::Quota, OPERATION, name, "DBProxyEndpointQuotaExceededFault", message));
    }
    if new.role == EndpointRole::ReadOnly {
        if record.proxy.engine_family == EngineFamily::Sqlserver {
            return invalid("TargetRole READ_ONLY is not supported for engine family SQLSERVER".into());
        }
        if !has_reader(state, &record) {
            return invalid("TargetRole READ_ONLY needs a DB cluster with at least one reader behind the proxy".into());
        }
    }
    let (vpc_id, subnet_ids) = usable_subnets(state, OPERATION, name, &new.subnet_ids, new.network_type)?;
    check_groups(state, OPERATION, name, &vpc_id, &new.security_group_ids)?;
    let id = state.new_id("prx-endpoint", name);
    let zone = hex(&format!("{}/{}", state.account.id, state.account.region), 12);
    let endpoint = ProxyEndpoint {
        name: name.to_owned(),
        proxy: new.proxy.clone(),
        arn: state.account.arn("rds", &format!("db-proxy-endpoint:{id}")),
        host: Some(format!("{name}.endpoint.proxy-{zone}.{}.rds.amazonaws.com", state.account.region)),
        status: ProxyStatus::Available,
        role: new.role.api_name().into(),
        is_default: false,
        vpc_id,
        subnet_ids,
        security_group_ids: new.security_group_ids.clone(),
        network_type: new.network_type,
        tags: Some(new.tags.clone()),
    };
    let extra = ExtraEndpoint { endpoint, created_at: now, gone_at: None };
    let shown = at(&extra, now);
    find_mut(state, OPERATION, &new.proxy)?.endpoints.push(extra);
    Ok(shown)
}

fn no_endpoint(operation: &str, name: &str) -> CloudError {
    let message = format!("The DB proxy endpoint {name} doesn't exist.");
    error(ErrorKind::NotFound, operation, name, "DBProxyEndpointNotFoundFault", message)
}

/// `rds:DeleteDBProxyEndpoint`; name, interfaces and groups are free again only when it is gone.
pub fn delete(state: &mut State, name: &str, now: u64) -> CloudResult<()> {
    const OPERATION: &str = "rds:DeleteDBProxyEndpoint";
    let all = state.proxies.iter_mut().flat_map(|record| &mut record.endpoints);
    let extra = all.into_iter().find(|extra| extra.endpoint.name == name);
    let extra = extra.ok_or_else(|| no_endpoint(OPERATION, name))?;
    if extra.gone_at.is_some() {
        let message = format!("DB proxy endpoint {name} is in an unsupported state - DELETING");
        return Err(error(ErrorKind::NotYet, OPERATION, name, "InvalidDBProxyEndpointStateFault", message));
    }
    extra.gone_at = Some(now + DELETE_SECS);
    Ok(())
}
