//! RDS: blue/green deployments.

use aws_sdk_rds::Client;

use crate::aws::error::failed;
use crate::cloud::CloudResult;
use crate::domain::database::BlueGreen;

pub async fn deployments(rds: &Client) -> CloudResult<Vec<BlueGreen>> {
    let all: Vec<_> = rds
        .describe_blue_green_deployments()
        .into_paginator()
        .items()
        .send()
        .collect::<Result<_, _>>()
        .await
        .map_err(failed("rds:DescribeBlueGreenDeployments"))?;
    let deployments = all.into_iter().filter_map(|found| {
        Some(BlueGreen {
            id: found.blue_green_deployment_identifier?,
            name: found.blue_green_deployment_name.unwrap_or_default(),
            source: found.source.unwrap_or_default(),
            target: found.target.filter(|arn| !arn.is_empty()),
            status: found.status.unwrap_or_default().into(),
        })
    });
    Ok(deployments.collect())
}
