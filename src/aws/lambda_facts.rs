//! Lambda: what stands beside a function's configuration.

use aws_sdk_lambda::Client;

use super::error::{absent, failed_on};
use crate::cloud::CloudResult;
use crate::domain::Tags;
use crate::domain::function::ProvisionedConcurrency;

/// Of a function that is not there, there is none.
pub(super) async fn provisioned_concurrency(
    lambda: &Client,
    function: &str,
) -> CloudResult<Vec<ProvisionedConcurrency>> {
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

/// By ARN, without a qualifier: only functions have tags, not their versions.
pub(super) async fn tags(lambda: &Client, arn: &str) -> CloudResult<Option<Tags>> {
    let answer = absent(lambda.list_tags().resource(arn).send().await.map_err(failed_on("lambda:ListTags", arn)))?;
    Ok(answer.map(|answer| answer.tags.unwrap_or_default().into_iter().collect()))
}
