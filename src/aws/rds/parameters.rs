//! RDS: the parameters of a parameter group.

use aws_sdk_rds::Client;
use aws_sdk_rds::types::Parameter as SdkParameter;

use crate::aws::error::failed_on;
use crate::cloud::CloudResult;
use crate::domain::database::Parameter;

pub async fn of_instance(rds: &Client, group: &str) -> CloudResult<Vec<Parameter>> {
    rds.describe_db_parameters()
        .db_parameter_group_name(group)
        .into_paginator()
        .items()
        .send()
        .collect::<Result<Vec<_>, _>>()
        .await
        .map(|all| with_values(group, all))
        .map_err(failed_on("rds:DescribeDBParameters", group))
}

pub async fn of_cluster(rds: &Client, group: &str) -> CloudResult<Vec<Parameter>> {
    rds.describe_db_cluster_parameters()
        .db_cluster_parameter_group_name(group)
        .into_paginator()
        .items()
        .send()
        .collect::<Result<Vec<_>, _>>()
        .await
        .map(|all| with_values(group, all))
        .map_err(failed_on("rds:DescribeDBClusterParameters", group))
}

fn with_values(group: &str, all: Vec<SdkParameter>) -> Vec<Parameter> {
    let with_a_value = all.into_iter().filter_map(|parameter| {
        Some(Parameter {
            group: group.to_owned(),
            name: parameter.parameter_name?,
            value: parameter.parameter_value?,
            set_by_user: parameter.source.as_deref() == Some("user"),
        })
    });
    with_a_value.collect()
}
