//! RDS: the parameters of a parameter group.

use aws_sdk_rds::Client;
use aws_sdk_rds::types::Parameter as SdkParameter;

use super::error::failed_on;
use crate::cloud::CloudResult;
use crate::domain::database::{Parameter, ParameterGroup};

pub(super) async fn parameters(rds: &Client, group: &ParameterGroup) -> CloudResult<Vec<Parameter>> {
    let all = if group.of_cluster { of_cluster(rds, &group.name).await } else { of_instance(rds, &group.name).await }?;
    let with_a_value = all.into_iter().filter_map(|found| {
        Some(Parameter {
            group: group.name.clone(),
            name: found.parameter_name?,
            value: found.parameter_value?,
            set_by_user: found.source.as_deref() == Some("user"),
        })
    });
    Ok(with_a_value.collect())
}

async fn of_instance(rds: &Client, name: &str) -> CloudResult<Vec<SdkParameter>> {
    rds.describe_db_parameters()
        .db_parameter_group_name(name)
        .into_paginator()
        .items()
        .send()
        .collect::<Result<_, _>>()
        .await
        .map_err(failed_on("rds:DescribeDBParameters", name))
}

async fn of_cluster(rds: &Client, name: &str) -> CloudResult<Vec<SdkParameter>> {
    rds.describe_db_cluster_parameters()
        .db_cluster_parameter_group_name(name)
        .into_paginator()
        .items()
        .send()
        .collect::<Result<_, _>>()
        .await
        .map_err(failed_on("rds:DescribeDBClusterParameters", name))
}
