//! What `CreateDBProxy` and `ModifyDBProxy` check before they do anything.

use std::collections::BTreeSet;

use super::fault::{error, refused};
use super::state::{RoleRecord, State};
use super::{ec2, iam};
use crate::cloud::{CloudResult, ErrorKind};
use crate::domain::database::EngineFamily;
use crate::domain::proxy::{IamAuth, NetworkType, Proxy, ProxyAuth};

/// Zones in which no proxy can be: Virginia's and North California's old ones.
const UNSUPPORTED_ZONES: [&str; 2] = ["use1-az3", "usw1-az2"];

/// What `Auth`, TLS, the time-out and the family must agree on.
pub fn check_settings(operation: &str, proxy: &Proxy) -> CloudResult<()> {
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

/// The VPC and those of the subnets that a proxy, or an endpoint of one, can live in.
pub fn usable_subnets(
    state: &State,
    operation: &str,
    name: &str,
    subnet_ids: &[String],
    network_type: NetworkType,
) -> CloudResult<(String, Vec<String>)> {
    let invalid = |message: String| refused(operation, name, "InvalidSubnet", message);
    let mut subnets = Vec::new();
    for id in subnet_ids {
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
    if network_type != NetworkType::Ipv4 && subnets.iter().any(|subnet| subnet.ipv6_cidr.is_none()) {
        return Err(refused(
            operation,
            name,
            "InvalidParameterCombination",
            "EndpointNetworkType needs an IPv6 CIDR in the VPC and in every subnet",
        ));
    }
    Ok((vpc_id, subnets.iter().map(|subnet| subnet.id.clone()).collect()))
}

/// The role must exist, trust RDS, and have been known for a while. AWS says the same of a role
/// that is wrong and of one that is only new, so all of these may be cured by waiting.
pub fn check_role(state: &State, operation: &str, name: &str, role_arn: &str, now: u64) -> CloudResult<()> {
    let message =
        format!("IAM role ARN value {role_arn} is invalid or does not include the required permissions for RDS Proxy");
    let known = |record: &&RoleRecord| now >= record.created_at + iam::PROPAGATION_SECS;
    match iam::by_arn(state, role_arn).filter(known) {
        Some(record) if iam::trusts(&record.role, "rds.amazonaws.com") => Ok(()),
        _ => Err(error(ErrorKind::NotYet, operation, name, "InvalidParameterValue", message)),
    }
}

/// Every group must be there, and in the VPC of the subnets.
pub fn check_groups(state: &State, operation: &str, name: &str, vpc_id: &str, ids: &[String]) -> CloudResult<()> {
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
