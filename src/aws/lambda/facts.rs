//! Lambda: what stands beside a function's configuration.

use aws_sdk_lambda::Client;

use crate::aws::error::{absent, failed, failed_on, missing};
use crate::cloud::CloudResult;
use crate::domain::Tags;
use crate::domain::function::{AccountConcurrency, CapacityProvider, ProvisionedConcurrency};

/// Of a function that is not there, there is none.
pub async fn provisioned_concurrency(lambda: &Client, function: &str) -> CloudResult<Vec<ProvisionedConcurrency>> {
    let all = lambda
        .list_provisioned_concurrency_configs()
        .function_name(function)
        .into_paginator()
        .items()
        .send()
        .collect::<Result<Vec<_>, _>>()
        .await
        .map_err(failed_on("lambda:ListProvisionedConcurrencyConfigs", function));
    let all = absent(all)?.unwrap_or_default().into_iter();
    Ok(all
        .filter_map(|config| {
            let requested = config.requested_provisioned_concurrent_executions.unwrap_or_default();
            Some(ProvisionedConcurrency {
                // `…:function:name:qualifier`.
                qualifier: config.function_arn?.rsplit(':').next()?.to_owned(),
                requested: u32::try_from(requested).unwrap_or_default(),
            })
        })
        .collect())
}

pub async fn account_concurrency(lambda: &Client) -> CloudResult<AccountConcurrency> {
    const OPERATION: &str = "lambda:GetAccountSettings";
    let answer = lambda.get_account_settings().send().await.map_err(failed(OPERATION))?;
    let limit = answer.account_limit.ok_or_else(|| missing(OPERATION, "AccountLimit"))?;
    let number = |number: i32| u32::try_from(number).unwrap_or_default();
    Ok(AccountConcurrency {
        limit: number(limit.concurrent_executions),
        unreserved: number(limit.unreserved_concurrent_executions.unwrap_or(limit.concurrent_executions)),
    })
}

/// The call takes the name, which is the end of the ARN.
pub async fn capacity_provider(lambda: &Client, arn: &str) -> CloudResult<Option<CapacityProvider>> {
    let name = arn.rsplit(':').next().unwrap_or(arn);
    let answer = lambda.get_capacity_provider().capacity_provider_name(name).send().await;
    let answer = absent(answer.map_err(failed_on("lambda:GetCapacityProvider", name)))?;
    Ok(answer.and_then(|answer| answer.capacity_provider).map(|found| {
        let network = found.vpc_config;
        CapacityProvider {
            arn: found.capacity_provider_arn,
            subnet_ids: network.as_ref().map(|network| network.subnet_ids.clone()).unwrap_or_default(),
            security_group_ids: network.map(|network| network.security_group_ids).unwrap_or_default(),
        }
    }))
}

/// By ARN, without a qualifier: only functions have tags, not their versions.
pub async fn tags(lambda: &Client, arn: &str) -> CloudResult<Option<Tags>> {
    let answer = absent(lambda.list_tags().resource(arn).send().await.map_err(failed_on("lambda:ListTags", arn)))?;
    Ok(answer.map(|answer| answer.tags.unwrap_or_default().into_iter().collect()))
}
