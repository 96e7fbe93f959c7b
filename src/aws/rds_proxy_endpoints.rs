//! RDS: the endpoints of a proxy.

use aws_sdk_rds::Client;
use aws_sdk_rds::types::DbProxyEndpoint;
use std::collections::BTreeMap;

use super::error::{failed, failed_on};
use crate::cloud::CloudResult;
use crate::domain::proxy::ProxyEndpoint;

const DESCRIBE: &str = "rds:DescribeDBProxyEndpoints";

pub(super) async fn endpoints(rds: &Client, proxy: &str) -> CloudResult<Vec<ProxyEndpoint>> {
    let all: Vec<DbProxyEndpoint> = rds
        .describe_db_proxy_endpoints()
        .db_proxy_name(proxy)
        .into_paginator()
        .items()
        .send()
        .collect::<Result<_, _>>()
        .await
        .map_err(failed_on(DESCRIBE, proxy))?;
    Ok(all.into_iter().filter_map(endpoint).collect())
}

/// Of all proxies, by the proxy's name.
pub(super) async fn by_proxy(rds: &Client) -> CloudResult<BTreeMap<String, Vec<ProxyEndpoint>>> {
    let all: Vec<DbProxyEndpoint> = rds
        .describe_db_proxy_endpoints()
        .into_paginator()
        .items()
        .send()
        .collect::<Result<_, _>>()
        .await
        .map_err(failed(DESCRIBE))?;
    let mut by_proxy: BTreeMap<String, Vec<ProxyEndpoint>> = BTreeMap::new();
    for found in all {
        let Some(proxy) = found.db_proxy_name.clone() else { continue };
        by_proxy.entry(proxy).or_default().extend(endpoint(found));
    }
    Ok(by_proxy)
}

fn endpoint(found: DbProxyEndpoint) -> Option<ProxyEndpoint> {
    Some(ProxyEndpoint {
        name: found.db_proxy_endpoint_name?,
        arn: found.db_proxy_endpoint_arn.unwrap_or_default(),
        host: found.endpoint.filter(|host| !host.is_empty()),
        status: found.status.map(|status| status.as_str().to_owned()).unwrap_or_default(),
        role: found.target_role.map(|role| role.as_str().to_owned()).unwrap_or_default(),
        is_default: found.is_default.unwrap_or(false),
        vpc_id: found.vpc_id.unwrap_or_default(),
        subnet_ids: found.vpc_subnet_ids.unwrap_or_default(),
        security_group_ids: found.vpc_security_group_ids.unwrap_or_default(),
    })
}
