//! RDS proxies, their pool and targets, as they are.

use aws_sdk_rds::Client;
use aws_sdk_rds::types::{
    AuthScheme, ConnectionPoolConfigurationInfo, DbProxy, DbProxyTarget, IamAuthMode, UserAuthConfigInfo,
};

use crate::aws::error::{absent, failed, failed_on, missing, unless_denied};
use crate::aws::rds::databases::{port, tags};
use crate::cloud::{CloudError, CloudResult, ErrorKind};
use crate::domain::Tags;
use crate::domain::database::EngineFamily;
use crate::domain::proxy::{IamAuth, NetworkType, PoolSettings, Proxy, ProxyAuth, Target, TargetHealth};
use crate::text::said;

const DESCRIBE: &str = "rds:DescribeDBProxies";

/// Without tags: those take a call per proxy.
pub async fn proxies(rds: &Client) -> CloudResult<Vec<Proxy>> {
    let all: Vec<DbProxy> = rds
        .describe_db_proxies()
        .into_paginator()
        .items()
        .send()
        .collect::<Result<_, _>>()
        .await
        .map_err(failed(DESCRIBE))?;
    all.into_iter().map(proxy_of).collect()
}

/// With its tags, unless `rds:ListTagsForResource` is denied: then they stay unread.
pub async fn proxy(rds: &Client, name: &str) -> CloudResult<Option<Proxy>> {
    let answer = rds.describe_db_proxies().db_proxy_name(name).send().await.map_err(failed_on(DESCRIBE, name));
    let found = absent(answer)?.and_then(|answer| answer.db_proxies.unwrap_or_default().into_iter().next());
    let Some(found) = found else { return Ok(None) };
    let mut proxy = proxy_of(found)?;
    proxy.tags = unless_denied(tags_of(rds, &proxy.arn).await)?;
    Ok(Some(proxy))
}

pub async fn tags_of(rds: &Client, arn: &str) -> CloudResult<Tags> {
    let answer = rds.list_tags_for_resource().resource_name(arn).send().await;
    let answer = absent(answer.map_err(failed_on("rds:ListTagsForResource", arn)))?;
    Ok(tags(answer.and_then(|answer| answer.tag_list)))
}

pub async fn pool(rds: &Client, proxy: &str) -> CloudResult<Option<PoolSettings>> {
    let answer = rds.describe_db_proxy_target_groups().db_proxy_name(proxy).send().await;
    let answer = absent(answer.map_err(failed_on("rds:DescribeDBProxyTargetGroups", proxy)))?;
    let groups = answer.and_then(|answer| answer.target_groups).unwrap_or_default();
    let group = groups.into_iter().find(|group| group.is_default.unwrap_or(true));
    Ok(group.and_then(|group| group.connection_pool_config).map(pool_of))
}

pub async fn targets(rds: &Client, proxy: &str) -> CloudResult<Vec<Target>> {
    let all: Vec<DbProxyTarget> = rds
        .describe_db_proxy_targets()
        .db_proxy_name(proxy)
        .into_paginator()
        .items()
        .send()
        .collect::<Result<_, _>>()
        .await
        .map_err(failed_on("rds:DescribeDBProxyTargets", proxy))?;
    Ok(all.into_iter().map(target).collect())
}

pub fn proxy_of(found: DbProxy) -> CloudResult<Proxy> {
    let name = found.db_proxy_name.ok_or_else(|| missing(DESCRIBE, "DBProxyName"))?;
    let family = found.engine_family.as_deref().unwrap_or_default();
    let engine_family = match family {
        "MYSQL" => EngineFamily::Mysql,
        "POSTGRESQL" => EngineFamily::Postgresql,
        "SQLSERVER" => EngineFamily::Sqlserver,
        other => {
            let message = said!("error-engine-family", family = other);
            return Err(CloudError::new(ErrorKind::Unexpected, DESCRIBE, message).on(name));
        }
    };
    Ok(Proxy {
        name,
        arn: found.db_proxy_arn.unwrap_or_default(),
        status: found.status.as_ref().map_or("", |status| status.as_str()).into(),
        engine_family,
        vpc_id: found.vpc_id.unwrap_or_default(),
        subnet_ids: found.vpc_subnet_ids.unwrap_or_default(),
        security_group_ids: found.vpc_security_group_ids.unwrap_or_default(),
        auth: found.auth.unwrap_or_default().into_iter().filter_map(auth).collect(),
        default_iam_auth: found.default_auth_scheme.as_deref() == Some("IAM_AUTH"),
        role_arn: found.role_arn.unwrap_or_default(),
        endpoint: found.endpoint.filter(|host| !host.is_empty()),
        require_tls: found.require_tls.unwrap_or(false),
        idle_client_timeout_secs: found.idle_client_timeout.and_then(|s| s.try_into().ok()).unwrap_or_default(),
        debug_logging: found.debug_logging.unwrap_or(false),
        endpoint_network_type: network_type(found.endpoint_network_type.as_ref().map(|kind| kind.as_str())),
        target_connection_network_type: network_type(
            found.target_connection_network_type.as_ref().map(|kind| kind.as_str()),
        ),
        tags: None,
        created: found.created_date.map(|date| date.secs()),
        updated: found.updated_date.map(|date| date.secs()),
    })
}

/// An entry that says nothing at all belongs to `IAM_AUTH`.
fn auth(found: UserAuthConfigInfo) -> Option<ProxyAuth> {
    let iam_auth = match (&found.auth_scheme, &found.secret_arn, found.iam_auth) {
        (None, None, None) => return None,
        (Some(scheme), ..) if *scheme != AuthScheme::Secrets => IamAuth::Other(format!("AuthScheme {scheme}")),
        (_, None, _) => IamAuth::Other("no SecretArn".to_owned()),
        (.., Some(IamAuthMode::Required)) => IamAuth::Required,
        (.., Some(IamAuthMode::Enabled)) => IamAuth::Enabled,
        (.., Some(IamAuthMode::Disabled) | None) => IamAuth::Disabled,
        (.., Some(other)) => IamAuth::Other(other.as_str().to_owned()),
    };
    Some(ProxyAuth {
        secret_arn: found.secret_arn.unwrap_or_default(),
        iam_auth,
        client_password_auth_type: found.client_password_auth_type.map(|kind| kind.as_str().to_owned()),
        description: found.description.filter(|text| !text.is_empty()),
    })
}

pub fn network_type(name: Option<&str>) -> NetworkType {
    match name {
        Some("IPV6") => NetworkType::Ipv6,
        Some("DUAL") => NetworkType::Dual,
        Some("IPV4") | None => NetworkType::Ipv4,
        Some(_) => NetworkType::Other,
    }
}

/// Where AWS leaves a value out, its default counts.
/// <https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ConnectionPoolConfiguration.html>
fn pool_of(found: ConnectionPoolConfigurationInfo) -> PoolSettings {
    let percent = |value: Option<i32>| value.and_then(|percent| u8::try_from(percent).ok());
    let max = percent(found.max_connections_percent).unwrap_or(100);
    PoolSettings {
        max_connections_percent: max,
        max_idle_connections_percent: percent(found.max_idle_connections_percent).unwrap_or(max / 2),
        borrow_timeout_secs: found.connection_borrow_timeout.and_then(|s| s.try_into().ok()).unwrap_or(120),
        exclude_variable_sets: found
            .session_pinning_filters
            .unwrap_or_default()
            .iter()
            .any(|filter| filter == "EXCLUDE_VARIABLE_SETS"),
        init_query: found.init_query.filter(|query| !query.is_empty()),
    }
}

fn target(found: DbProxyTarget) -> Target {
    Target {
        kind: found.r#type.as_ref().map_or("", |kind| kind.as_str()).into(),
        id: found.rds_resource_id.unwrap_or_default(),
        tracked_cluster: found.tracked_cluster_id.filter(|id| !id.is_empty()),
        endpoint: found.endpoint.filter(|host| !host.is_empty()),
        port: found.port.and_then(port),
        role: found.role.map(|role| role.as_str().into()),
        health: found.target_health.and_then(|health| {
            Some(TargetHealth {
                state: health.state?.as_str().into(),
                reason: health.reason.map(|reason| reason.as_str().into()),
                description: health.description,
            })
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_that_is_not_understood_keeps_its_place() {
        let entry = || UserAuthConfigInfo::builder().auth_scheme(AuthScheme::Secrets).secret_arn("arn:a");
        for (found, expected) in [
            (entry().iam_auth(IamAuthMode::Required), IamAuth::Required),
            (entry(), IamAuth::Disabled),
            (entry().iam_auth(IamAuthMode::from("OPTIONAL")), IamAuth::Other("OPTIONAL".into())),
            (entry().auth_scheme(AuthScheme::from("VAULT")), IamAuth::Other("AuthScheme VAULT".into())),
            (entry().set_secret_arn(None), IamAuth::Other("no SecretArn".into())),
        ] {
            assert_eq!(auth(found.build()).map(|auth| auth.iam_auth), Some(expected));
        }
        assert_eq!(auth(UserAuthConfigInfo::builder().build()), None);
    }
}
