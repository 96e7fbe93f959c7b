//! Lambda functions. Environment values stay in this file; what leaves it is classified.

pub mod facts;
pub mod runs;

use aws_sdk_lambda::Client;
use aws_sdk_lambda::operation::get_function_configuration::GetFunctionConfigurationOutput;
use aws_sdk_lambda::types::{
    CapacityProviderConfig, Environment, EnvironmentResponse, FunctionConfiguration, PackageType, SnapStartApplyOn,
    TracingMode, VpcConfig, VpcConfigResponse,
};
use std::collections::{BTreeMap, HashMap};

use super::error::{absent, failed, failed_on, missing};
use crate::cloud::{CloudError, CloudResult, ErrorKind, FunctionChange};
use crate::domain::function::{Alias, EnvValue, Function, FunctionVpc, ManagedInstances};
use crate::text::said;

const GET: &str = "lambda:GetFunctionConfiguration";
const UPDATE: &str = "lambda:UpdateFunctionConfiguration";

pub(super) async fn functions(lambda: &Client) -> CloudResult<Vec<Function>> {
    let all: Vec<FunctionConfiguration> = lambda
        .list_functions()
        .into_paginator()
        .items()
        .send()
        .collect::<Result<_, _>>()
        .await
        .map_err(failed("lambda:ListFunctions"))?;
    Ok(all.into_iter().filter_map(function_of).collect())
}

pub(super) async fn function(lambda: &Client, name: &str) -> CloudResult<Option<Function>> {
    read(lambda, name, None).await
}

/// The configuration that an alias or a version stands for.
pub(super) async fn function_at(lambda: &Client, name: &str, qualifier: &str) -> CloudResult<Option<Function>> {
    read(lambda, name, Some(qualifier.to_owned())).await
}

async fn read(lambda: &Client, name: &str, qualifier: Option<String>) -> CloudResult<Option<Function>> {
    let Some(found) = absent(configuration(lambda, name, qualifier.clone()).await)? else { return Ok(None) };
    // `GetFunction` would return the same type as the list, and demands a further permission.
    let found = FunctionConfiguration::builder()
        .set_function_name(found.function_name)
        .set_function_arn(found.function_arn)
        .set_runtime(found.runtime)
        .set_role(found.role)
        .set_timeout(found.timeout)
        .set_memory_size(found.memory_size)
        .set_vpc_config(found.vpc_config)
        .set_environment(found.environment)
        .set_master_arn(found.master_arn)
        .set_revision_id(found.revision_id)
        .set_state(found.state)
        .set_last_update_status(found.last_update_status)
        .set_last_update_status_reason(found.last_update_status_reason)
        .set_state_reason_code(found.state_reason_code)
        .set_last_update_status_reason_code(found.last_update_status_reason_code)
        .set_architectures(found.architectures)
        .set_snap_start(found.snap_start)
        .set_layers(found.layers)
        .set_package_type(found.package_type)
        .code_size(found.code_size)
        .set_tracing_config(found.tracing_config)
        .set_capacity_provider_config(found.capacity_provider_config)
        .build();
    Ok(function_of(found).map(|function| Function { qualifier, ..function }))
}

async fn configuration(
    lambda: &Client,
    name: &str,
    qualifier: Option<String>,
) -> CloudResult<GetFunctionConfigurationOutput> {
    let call = lambda.get_function_configuration().function_name(name).set_qualifier(qualifier);
    call.send().await.map_err(failed_on(GET, name))
}

/// Of a function that is not there, there are none.
pub(super) async fn aliases(lambda: &Client, function: &str) -> CloudResult<Vec<Alias>> {
    let all = lambda
        .list_aliases()
        .function_name(function)
        .into_paginator()
        .items()
        .send()
        .collect::<Result<Vec<_>, _>>()
        .await
        .map_err(failed_on("lambda:ListAliases", function));
    let aliases = absent(all)?.unwrap_or_default().into_iter();
    Ok(aliases
        .filter_map(|alias| {
            let weights = alias.routing_config.and_then(|routing| routing.additional_version_weights);
            let weights = weights.into_iter().flatten().collect();
            Some(Alias { name: alias.name?, version: alias.function_version?, weights })
        })
        .collect())
}

pub(super) async fn reserved_concurrency(lambda: &Client, function: &str) -> CloudResult<Option<u32>> {
    let answer = lambda.get_function_concurrency().function_name(function).send().await;
    let answer = absent(answer.map_err(failed_on("lambda:GetFunctionConcurrency", function)))?;
    let reserved = answer.and_then(|answer| answer.reserved_concurrent_executions);
    Ok(reserved.and_then(|reserved| u32::try_from(reserved).ok()))
}

fn function_of(found: FunctionConfiguration) -> Option<Function> {
    let architecture = found.architectures.unwrap_or_default().into_iter().next();
    let number = |value: Option<i32>| value.and_then(|value| u32::try_from(value).ok()).unwrap_or_default();
    Some(Function {
        name: found.function_name?,
        arn: found.function_arn.unwrap_or_default(),
        runtime: found.runtime.map(|runtime| runtime.as_str().to_owned()),
        architecture: architecture.map_or_else(|| "x86_64".to_owned(), |name| name.as_str().to_owned()),
        role_arn: found.role.unwrap_or_default(),
        vpc: found.vpc_config.and_then(vpc_of),
        environment_unreadable: found.environment.as_ref().and_then(unreadable),
        environment: found.environment.map(classified).unwrap_or_default(),
        timeout_secs: number(found.timeout),
        memory_mb: number(found.memory_size),
        state: found.state.map(|state| state.as_str().into()),
        last_update_status: found.last_update_status.map(|status| status.as_str().into()),
        last_update_reason: found.last_update_status_reason,
        revision_id: found.revision_id,
        edge_master_arn: found.master_arn.filter(|arn| !arn.is_empty()),
        state_reason_code: found.state_reason_code.map(|code| code.as_str().to_owned()),
        last_update_reason_code: found.last_update_status_reason_code.map(|code| code.as_str().to_owned()),
        qualifier: None,
        snap_start: found
            .snap_start
            .is_some_and(|snap_start| snap_start.apply_on == Some(SnapStartApplyOn::PublishedVersions)),
        layers: found.layers.unwrap_or_default().into_iter().filter_map(|layer| layer.arn).collect(),
        is_image: found.package_type == Some(PackageType::Image),
        code_size: found.code_size.try_into().unwrap_or_default(),
        active_tracing: found.tracing_config.and_then(|tracing| Some(tracing.mode? == TracingMode::Active)),
        managed_instances: found.capacity_provider_config.and_then(managed_instances),
    })
}

fn managed_instances(found: CapacityProviderConfig) -> Option<ManagedInstances> {
    let config = found.lambda_managed_instances_capacity_provider_config?;
    let at_once = config.per_execution_environment_max_concurrency.and_then(|count| u32::try_from(count).ok());
    Some(ManagedInstances { capacity_provider: config.capacity_provider_arn, at_once })
}

/// A function that was taken out of its VPC keeps an empty `VpcConfig`.
fn vpc_of(found: VpcConfigResponse) -> Option<FunctionVpc> {
    let subnet_ids = found.subnet_ids.filter(|ids| !ids.is_empty())?;
    Some(FunctionVpc {
        vpc_id: found.vpc_id.unwrap_or_default(),
        subnet_ids,
        security_group_ids: found.security_group_ids.unwrap_or_default(),
        ipv6_allowed: found.ipv6_allowed_for_dual_stack.unwrap_or(false),
    })
}

/// The network as a call takes it; an empty one takes the function out of its VPC.
pub(super) fn vpc_config(vpc: FunctionVpc) -> VpcConfig {
    VpcConfig::builder()
        .set_subnet_ids(Some(vpc.subnet_ids))
        .set_security_group_ids(Some(vpc.security_group_ids))
        .ipv6_allowed_for_dual_stack(vpc.ipv6_allowed)
        .build()
}

fn unreadable(environment: &EnvironmentResponse) -> Option<String> {
    let error = environment.error.as_ref()?;
    Some(error.message().or(error.error_code()).unwrap_or_default().to_owned())
}

fn classified(environment: EnvironmentResponse) -> BTreeMap<String, EnvValue> {
    let variables = environment.variables.unwrap_or_default().into_iter();
    variables.map(|(name, value)| (name.clone(), EnvValue::classify(&name, &value))).collect()
}

/// Lambda replaces the whole environment, so the current one is read, changed and sent back with
/// the revision it was read at: a change by somebody else in between is refused, not overwritten.
pub(super) async fn update(lambda: &Client, once: &Client, name: &str, change: &FunctionChange) -> CloudResult<()> {
    let current = configuration(lambda, name, None).await?;
    let mut call = once.update_function_configuration().function_name(name).set_revision_id(current.revision_id);
    if let Some(vpc) = &change.vpc {
        call = call.vpc_config(vpc_config(vpc.clone().unwrap_or_default()));
    }
    if let Some(seconds) = change.timeout_secs {
        call = call.timeout(seconds.try_into().unwrap_or(i32::MAX));
    }
    let mut values = Vec::new();
    if !change.set_environment.is_empty() || !change.remove_environment.is_empty() {
        let environment = merged(name, current.environment, change)?;
        values = environment.values().cloned().collect();
        call = call.environment(Environment::builder().set_variables(Some(environment)).build());
    }
    call.send().await.map_err(failed_on(UPDATE, name)).map_err(|error| without(&values, error))?;
    Ok(())
}

fn merged(
    function: &str,
    current: Option<EnvironmentResponse>,
    change: &FunctionChange,
) -> CloudResult<HashMap<String, String>> {
    let current = current.unwrap_or_else(|| EnvironmentResponse::builder().build());
    if let Some(reason) = unreadable(&current) {
        // Encrypted with a key the caller may not use: sending it back would empty it.
        let message = said!("error-environment-unread", why = reason);
        return Err(CloudError::new(ErrorKind::Denied, GET, message).on(function));
    }
    let mut variables = current.variables.unwrap_or_default();
    for name in &change.remove_environment {
        variables.remove(name);
    }
    variables.extend(change.set_environment.clone());
    Ok(variables)
}

/// Lambda repeats refused input in its message; values of the environment do not leave with it.
fn without(values: &[String], mut error: CloudError) -> CloudError {
    for value in values.iter().filter(|value| value.len() > 3) {
        error.message = error.message.english().replace(value.as_str(), "…").into();
    }
    error
}

pub(super) async fn publish(lambda: &Client, function: &str) -> CloudResult<String> {
    const OPERATION: &str = "lambda:PublishVersion";
    let answer = lambda.publish_version().function_name(function).send().await;
    let answer = answer.map_err(failed_on(OPERATION, function))?;
    answer.version.ok_or_else(|| missing(OPERATION, "Version"))
}

pub(super) async fn delete_version(lambda: &Client, function: &str, version: &str) -> CloudResult<()> {
    const OPERATION: &str = "lambda:DeleteFunction";
    let resource = format!("{function}:{version}");
    // Without a qualifier the call deletes the function itself.
    if version.is_empty() || !version.chars().all(|c| c.is_ascii_digit()) {
        return Err(CloudError::new(ErrorKind::Refused, OPERATION, said!("error-version-unpublished")).on(resource));
    }
    let call = lambda.delete_function().function_name(function).qualifier(version);
    call.send().await.map_err(failed_on(OPERATION, &resource))?;
    Ok(())
}

pub(super) async fn update_alias(lambda: &Client, function: &str, alias: &str, version: &str) -> CloudResult<()> {
    let call = lambda.update_alias().function_name(function).name(alias).function_version(version);
    call.send().await.map_err(failed_on("lambda:UpdateAlias", &format!("{function}:{alias}")))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use aws_sdk_lambda::types::EnvironmentError;

    #[test]
    fn untouched_variables_are_kept_and_an_unreadable_environment_is_never_overwritten() {
        let change = FunctionChange {
            set_environment: BTreeMap::from([("DB_HOST".into(), "proxy".into())]),
            remove_environment: vec!["OLD".into()],
            ..FunctionChange::default()
        };
        let current = EnvironmentResponse::builder().variables("STRIPE_KEY", "sk").variables("OLD", "1").build();
        let sent = merged("orders", Some(current), &change).unwrap();
        assert_eq!(sent, HashMap::from([("STRIPE_KEY".into(), "sk".into()), ("DB_HOST".into(), "proxy".into())]));

        let error = EnvironmentError::builder().error_code("AccessDeniedException").build();
        let unreadable = EnvironmentResponse::builder().error(error).build();
        assert!(merged("orders", Some(unreadable), &change).unwrap_err().has_kind(ErrorKind::Denied));
    }

    #[test]
    fn an_error_does_not_carry_values_out() {
        let error = CloudError::new(ErrorKind::Refused, UPDATE, "Value '{KEY=hunter2}' failed");
        assert_eq!(without(&["hunter2".into()], error).message.english(), "Value '{KEY=…}' failed");
    }
}
