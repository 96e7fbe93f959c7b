//! RDS: the endpoints of a proxy.

use aws_sdk_rds::Client;
use aws_sdk_rds::types::{DbProxyEndpoint, DbProxyEndpointTargetRole, EndpointNetworkType, Tag};
use std::collections::BTreeMap;

use crate::aws::error::{absent, failed_on, missing, unless_denied};
use crate::aws::rds::proxies::{network_type, tags_of};
use crate::cloud::{CloudResult, NewProxyEndpoint};
use crate::domain::proxy::ProxyEndpoint;

const DESCRIBE: &str = "rds:DescribeDBProxyEndpoints";

/// Of one proxy, or of all.
pub async fn endpoints(rds: &Client, proxy: Option<&str>) -> CloudResult<Vec<ProxyEndpoint>> {
    let all: Vec<DbProxyEndpoint> = rds
        .describe_db_proxy_endpoints()
        .set_db_proxy_name(proxy.map(str::to_owned))
        .into_paginator()
        .items()
        .send()
        .collect::<Result<_, _>>()
        .await
        .map_err(failed_on(DESCRIBE, proxy.unwrap_or("*")))?;
    Ok(all.into_iter().filter_map(endpoint_of).collect())
}

/// Of all proxies, by the proxy's name.
pub async fn by_proxy(rds: &Client) -> CloudResult<BTreeMap<String, Vec<ProxyEndpoint>>> {
    let mut by_proxy: BTreeMap<String, Vec<ProxyEndpoint>> = BTreeMap::new();
    for endpoint in endpoints(rds, None).await? {
        by_proxy.entry(endpoint.proxy.clone()).or_default().push(endpoint);
    }
    Ok(by_proxy)
}

/// With its tags, unless `rds:ListTagsForResource` is denied: then they stay unread.
pub async fn endpoint(rds: &Client, name: &str) -> CloudResult<Option<ProxyEndpoint>> {
    let answer = rds.describe_db_proxy_endpoints().db_proxy_endpoint_name(name).send().await;
    let answer = absent(answer.map_err(failed_on(DESCRIBE, name)))?;
    let found = answer.and_then(|answer| answer.db_proxy_endpoints.unwrap_or_default().into_iter().next());
    let Some(mut endpoint) = found.and_then(endpoint_of) else { return Ok(None) };
    endpoint.tags = unless_denied(tags_of(rds, &endpoint.arn).await)?;
    Ok(Some(endpoint))
}

pub async fn create(rds: &Client, new: NewProxyEndpoint) -> CloudResult<ProxyEndpoint> {
    const OPERATION: &str = "rds:CreateDBProxyEndpoint";
    let tags = new.tags.into_iter().map(|(key, value)| Tag::builder().key(key).value(value).build()).collect();
    let answer = rds
        .create_db_proxy_endpoint()
        .db_proxy_name(new.proxy)
        .db_proxy_endpoint_name(&new.name)
        .set_vpc_subnet_ids(Some(new.subnet_ids))
        .set_vpc_security_group_ids(Some(new.security_group_ids))
        .target_role(DbProxyEndpointTargetRole::from(new.role.api_name()))
        .endpoint_network_type(EndpointNetworkType::from(new.network_type.api_name()))
        .set_tags(Some(tags))
        .send()
        .await
        .map_err(failed_on(OPERATION, &new.name))?;
    answer.db_proxy_endpoint.and_then(endpoint_of).ok_or_else(|| missing(OPERATION, "DBProxyEndpoint"))
}

pub async fn delete(rds: &Client, name: &str) -> CloudResult<()> {
    let call = rds.delete_db_proxy_endpoint().db_proxy_endpoint_name(name);
    call.send().await.map_err(failed_on("rds:DeleteDBProxyEndpoint", name))?;
    Ok(())
}

fn endpoint_of(found: DbProxyEndpoint) -> Option<ProxyEndpoint> {
    Some(ProxyEndpoint {
        name: found.db_proxy_endpoint_name?,
        proxy: found.db_proxy_name.unwrap_or_default(),
        arn: found.db_proxy_endpoint_arn.unwrap_or_default(),
        host: found.endpoint.filter(|host| !host.is_empty()),
        status: found.status.as_ref().map_or("", |status| status.as_str()).into(),
        role: found.target_role.as_ref().map_or("", |role| role.as_str()).into(),
        is_default: found.is_default.unwrap_or(false),
        vpc_id: found.vpc_id.unwrap_or_default(),
        subnet_ids: found.vpc_subnet_ids.unwrap_or_default(),
        security_group_ids: found.vpc_security_group_ids.unwrap_or_default(),
        network_type: network_type(found.endpoint_network_type.as_ref().map(|kind| kind.as_str())),
        tags: None,
    })
}
