//! Lambda: configuration changes that take a while, versions that freeze, interfaces that linger.

use std::collections::BTreeMap;

use super::fault::{error, refused};
use super::iam;
use super::state::{FunctionRecord, Lingering, State, VersionRecord, hex};
use crate::cloud::{CloudError, CloudResult, ErrorKind, FunctionChange};
use crate::domain::function::{
    AccountConcurrency, Alias, EnvValue, Function, FunctionState, FunctionVpc, UpdateStatus,
};
use crate::domain::runtime::runtimes;

/// Simulated seconds an update of the environment takes.
const UPDATE_SECS: u64 = 6;
/// Simulated seconds a move into another network takes.
const MOVE_SECS: u64 = 50;
/// Simulated seconds a function's interfaces stay after it has left a network.
const LINGER_SECS: u64 = 300;

/// By name.
pub fn find<'a>(state: &'a State, name: &str) -> Option<&'a FunctionRecord> {
    state.functions.iter().find(|record| record.function.name == name)
}

/// `lambda:GetAccountSettings`: what an account has unless somebody asked for more.
pub fn account_concurrency(state: &State) -> AccountConcurrency {
    const LIMIT: u32 = 1000;
    let reserved: u32 = state.functions.iter().filter_map(|record| record.reserved).sum();
    AccountConcurrency { limit: LIMIT, unreserved: LIMIT.saturating_sub(reserved) }
}

pub fn not_found(state: &State, operation: &str, name: &str) -> CloudError {
    let arn = state.account.arn("lambda", &format!("function:{name}"));
    error(ErrorKind::NotFound, operation, name, "ResourceNotFoundException", format!("Function not found: {arn}"))
}

fn find_mut<'a>(state: &'a mut State, operation: &str, name: &str) -> CloudResult<&'a mut FunctionRecord> {
    let missing = not_found(state, operation, name);
    state.functions.iter_mut().find(|record| record.function.name == name).ok_or(missing)
}

/// `lambda:GetFunctionConfiguration` at `now`.
pub fn configuration(record: &FunctionRecord, now: u64) -> Function {
    let busy = now < record.busy_until;
    Function {
        last_update_status: Some(if busy { UpdateStatus::InProgress } else { UpdateStatus::Successful }),
        last_update_reason: busy.then(|| "The function is being updated.".into()),
        state: Some(FunctionState::Active),
        ..listed(record)
    }
}

/// `lambda:GetFunctionConfiguration` of an alias or version: what was published is frozen.
pub fn configuration_at(record: &FunctionRecord, qualifier: &str, now: u64) -> Option<Function> {
    let alias = record.aliases.iter().find(|alias| alias.name == qualifier);
    let version = alias.map_or(qualifier, |alias| &alias.version);
    let latest = configuration(record, now);
    let named =
        Function { arn: format!("{}:{qualifier}", latest.arn), qualifier: Some(qualifier.to_owned()), ..latest };
    if version == "$LATEST" {
        return Some(named);
    }
    let frozen = record.versions.get(version)?;
    Some(Function { vpc: frozen.vpc.clone(), environment: classified(&frozen.environment), ..named })
}

fn classified(environment: &BTreeMap<String, String>) -> BTreeMap<String, EnvValue> {
    environment.iter().map(|(name, value)| (name.clone(), EnvValue::classify(name, value))).collect()
}

/// The function as `lambda:ListFunctions` shows it: without states.
pub fn listed(record: &FunctionRecord) -> Function {
    Function {
        environment: classified(&record.environment),
        state: None,
        last_update_status: None,
        last_update_reason: None,
        revision_id: Some(revision(record)),
        ..record.function.clone()
    }
}

fn revision(record: &FunctionRecord) -> String {
    let id = hex(&format!("{}/{}", record.function.name, record.revision), 32);
    let part = |from: usize, to: usize| id.get(from..to).unwrap_or_default().to_owned();
    [part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32)].join("-")
}

fn refuse_if_busy(record: &FunctionRecord, operation: &str, now: u64) -> CloudResult<()> {
    if now < record.busy_until {
        let arn = &record.function.arn;
        return Err(error(
            ErrorKind::InUse,
            operation,
            &record.function.name,
            "ResourceConflictException",
            format!("The operation cannot be performed at this time. An update is in progress for resource: {arn}"),
        ));
    }
    Ok(())
}

/// Lambda no longer lets anyone update functions with it.
fn is_closed(name: &str) -> bool {
    runtimes().is_some_and(|table| table.find(name).is_some_and(|runtime| table.is_closed(runtime)))
}

/// `lambda:UpdateFunctionConfiguration`.
pub fn update(state: &mut State, name: &str, change: &FunctionChange, now: u64) -> CloudResult<()> {
    const OPERATION: &str = "lambda:UpdateFunctionConfiguration";
    let invalid = |message: String| refused(OPERATION, name, "InvalidParameterValueException", message);
    let record = find(state, name).ok_or_else(|| not_found(state, OPERATION, name))?;
    refuse_if_busy(record, OPERATION, now)?;
    if let Some(runtime) = record.function.runtime.as_deref().filter(|runtime| is_closed(runtime)) {
        return Err(invalid(format!(
            "The runtime parameter of {runtime} is no longer supported for creating or updating AWS Lambda functions. We recommend you use a supported runtime while creating or updating functions."
        )));
    }
    if record.function.managed_instances.is_some() && change.vpc.is_some() {
        return Err(invalid("VpcConfig is not supported for functions that use a capacity provider.".into()));
    }
    if record.function.edge_master_arn.is_some() {
        return Err(invalid("Lambda@Edge replicas cannot be changed: change the function they were made from.".into()));
    }
    if let Some(reserved) = change.set_environment.keys().find(|key| key.starts_with("AWS_") || key.starts_with("_")) {
        return Err(invalid(format!(
            "Lambda was unable to configure your environment variables because the environment variables you have provided contains reserved keys that are currently not supported for modification. Reserved keys used in this request: {reserved}"
        )));
    }
    let mut environment = record.environment.clone();
    environment.retain(|key, _| !change.remove_environment.contains(key));
    environment.extend(change.set_environment.clone());
    if environment.iter().map(|(key, value)| key.len() + value.len()).sum::<usize>() > 4096 {
        return Err(invalid("Lambda was unable to configure your environment variables because the environment variables you have provided exceeded the 4KB limit.".into()));
    }
    if let Some(seconds) = change.timeout_secs.filter(|seconds| !(1..=900).contains(seconds)) {
        return Err(invalid(format!(
            "1 validation error detected: Value '{seconds}' at 'timeout' failed to satisfy constraint: Member must have value less than or equal to 900"
        )));
    }
    let before = record.function.vpc.clone();
    let role_arn = record.function.role_arn.clone();
    let after = match &change.vpc {
        None => before.clone(),
        Some(None) => None,
        Some(Some(vpc)) => Some(checked_network(state, name, &role_arn, vpc, now)?),
    };
    let moved = before != after;
    if let Some(left) = before.filter(|_| moved) {
        state.lingering.push(Lingering {
            group_ids: left.security_group_ids,
            owner: name.to_owned(),
            until: now + LINGER_SECS,
        });
    }
    let record = find_mut(state, OPERATION, name)?;
    record.function.vpc = after;
    record.environment = environment;
    record.function.timeout_secs = change.timeout_secs.unwrap_or(record.function.timeout_secs);
    record.revision += 1;
    record.busy_until = now + if moved { MOVE_SECS } else { UPDATE_SECS };
    Ok(())
}

/// The network as Lambda stores it, if role, subnets and groups allow it.
pub fn checked_network(
    state: &State,
    name: &str,
    role_arn: &str,
    vpc: &FunctionVpc,
    now: u64,
) -> CloudResult<FunctionVpc> {
    const OPERATION: &str = "lambda:UpdateFunctionConfiguration";
    let invalid = |message: String| refused(OPERATION, name, "InvalidParameterValueException", message);
    let may = iam::by_arn(state, role_arn).is_some_and(|record| {
        now >= record.attached_at + iam::PROPAGATION_SECS
            && iam::allows(&record.role, "ec2:CreateNetworkInterface", "*", &[])
    });
    if !may {
        return Err(error(
            ErrorKind::NotYet,
            OPERATION,
            name,
            "InvalidParameterValueException",
            "The provided execution role does not have permissions to call CreateNetworkInterface on EC2",
        ));
    }
    let mut vpc_id = None;
    for id in &vpc.subnet_ids {
        let subnet = state.subnets.iter().find(|subnet| subnet.id == *id).ok_or_else(|| {
            invalid(format!("Error occurred while DescribeSubnets. EC2 Error Code: InvalidSubnetID.NotFound. EC2 Error Message: The subnet ID '{id}' does not exist"))
        })?;
        if vpc_id.get_or_insert(subnet.vpc_id.clone()) != &subnet.vpc_id {
            return Err(invalid("Subnets must belong to the same VPC.".into()));
        }
    }
    for id in &vpc.security_group_ids {
        let known = state.groups.iter().any(|group| group.id == *id && Some(&group.vpc_id) == vpc_id.as_ref());
        if !known {
            return Err(invalid(format!(
                "Error occurred while DescribeSecurityGroups. EC2 Error Code: InvalidGroup.NotFound. EC2 Error Message: The security group '{id}' does not exist"
            )));
        }
    }
    match vpc_id {
        Some(vpc_id) if !vpc.security_group_ids.is_empty() => Ok(FunctionVpc { vpc_id, ..vpc.clone() }),
        _ => Err(invalid("SubnetIds and SecurityIds must coexist or be both empty list.".into())),
    }
}

/// `lambda:PublishVersion`; nothing new to publish gives the last version again.
pub fn publish(state: &mut State, name: &str, now: u64) -> CloudResult<String> {
    const OPERATION: &str = "lambda:PublishVersion";
    let record = find_mut(state, OPERATION, name)?;
    refuse_if_busy(record, OPERATION, now)?;
    let latest = VersionRecord { vpc: record.function.vpc.clone(), environment: record.environment.clone() };
    let last = record.last_version.to_string();
    if record.versions.get(&last) == Some(&latest) {
        return Ok(last);
    }
    record.last_version += 1;
    let number = record.last_version.to_string();
    record.versions.insert(number.clone(), latest);
    Ok(number)
}

/// `lambda:DeleteFunction` of one version.
pub fn delete_version(state: &mut State, name: &str, version: &str, now: u64) -> CloudResult<()> {
    const OPERATION: &str = "lambda:DeleteFunction";
    if version.parse::<u32>().is_err() {
        return Err(refused(
            OPERATION,
            name,
            "InvalidParameterValueException",
            "$LATEST version cannot be deleted without deleting the function.",
        ));
    }
    let missing = not_found(state, OPERATION, &format!("{name}:{version}"));
    let record = find_mut(state, OPERATION, name)?;
    if let Some(alias) = record.aliases.iter().find(|alias| alias.version == version) {
        return Err(error(
            ErrorKind::InUse,
            OPERATION,
            name,
            "ResourceConflictException",
            format!("Version {version} cannot be deleted, because it is referenced by the alias {}.", alias.name),
        ));
    }
    let removed = record.versions.remove(version).ok_or(missing)?;
    let still_there = record.function.vpc == removed.vpc;
    if let Some(vpc) = removed.vpc.filter(|_| !still_there) {
        state.lingering.push(Lingering {
            group_ids: vpc.security_group_ids,
            owner: name.to_owned(),
            until: now + LINGER_SECS,
        });
    }
    Ok(())
}

/// `lambda:UpdateAlias`.
pub fn update_alias(state: &mut State, name: &str, alias: &str, version: &str) -> CloudResult<()> {
    const OPERATION: &str = "lambda:UpdateAlias";
    let no_version = not_found(state, OPERATION, &format!("{name}:{version}"));
    let no_alias = error(
        ErrorKind::NotFound,
        OPERATION,
        &format!("{name}:{alias}"),
        "ResourceNotFoundException",
        format!("Alias not found: {}", state.account.arn("lambda", &format!("function:{name}:{alias}"))),
    );
    let record = find_mut(state, OPERATION, name)?;
    if version != "$LATEST" && !record.versions.contains_key(version) {
        return Err(no_version);
    }
    let there: &mut Alias = record.aliases.iter_mut().find(|there| there.name == alias).ok_or(no_alias)?;
    there.version = version.to_owned();
    Ok(())
}
