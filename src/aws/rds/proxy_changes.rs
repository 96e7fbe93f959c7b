//! RDS proxies, making and changing them.

use aws_sdk_rds::Client;
use aws_sdk_rds::types::{
    AuthScheme, ClientPasswordAuthType, ConnectionPoolConfiguration, DefaultAuthScheme, EndpointNetworkType,
    EngineFamily, IamAuthMode, Tag, TargetConnectionNetworkType, UserAuthConfig,
};

use crate::aws::error::{failed_on, missing};
use crate::aws::rds::proxies::{pool as current_pool, proxy_of};
use crate::cloud::{CloudResult, DatabaseRef, NewProxy, ProxyChange};
use crate::domain::database::DatabaseKind;
use crate::domain::proxy::{PoolSettings, Proxy, ProxyAuth};

/// The only target group a proxy has.
const GROUP: &str = "default";

pub async fn create(rds: &Client, new: NewProxy) -> CloudResult<Proxy> {
    const OPERATION: &str = "rds:CreateDBProxy";
    let tags = new.tags.into_iter().map(|(key, value)| Tag::builder().key(key).value(value).build()).collect();
    let auth: Vec<UserAuthConfig> = new.auth.into_iter().map(auth).collect();
    let answer = rds
        .create_db_proxy()
        .db_proxy_name(&new.name)
        .engine_family(EngineFamily::from(new.family.api_name()))
        // Either secrets or the default scheme: an absent one is left out.
        .set_auth(Some(auth).filter(|auth| !auth.is_empty()))
        .set_default_auth_scheme(new.default_iam_auth.then_some(DefaultAuthScheme::IamAuth))
        .role_arn(new.role_arn)
        .set_vpc_subnet_ids(Some(new.subnet_ids))
        .set_vpc_security_group_ids(Some(new.security_group_ids))
        .require_tls(new.require_tls)
        .idle_client_timeout(seconds(new.idle_client_timeout_secs))
        .debug_logging(new.debug_logging)
        .endpoint_network_type(EndpointNetworkType::from(new.endpoint_network_type.api_name()))
        .target_connection_network_type(TargetConnectionNetworkType::from(
            new.target_connection_network_type.api_name(),
        ))
        .set_tags(Some(tags))
        .send()
        .await
        .map_err(failed_on(OPERATION, &new.name))?;
    proxy_of(answer.db_proxy.ok_or_else(|| missing(OPERATION, "DBProxy"))?)
}

pub async fn modify(rds: &Client, name: &str, change: ProxyChange) -> CloudResult<()> {
    let scheme = |iam| if iam { DefaultAuthScheme::IamAuth } else { DefaultAuthScheme::None };
    rds.modify_db_proxy()
        .db_proxy_name(name)
        .set_auth(change.auth.map(|entries| entries.into_iter().map(auth).collect()))
        .set_default_auth_scheme(change.default_iam_auth.map(scheme))
        .set_role_arn(change.role_arn)
        .set_security_groups(change.security_group_ids)
        .set_require_tls(change.require_tls)
        .set_idle_client_timeout(change.idle_client_timeout_secs.map(seconds))
        .set_debug_logging(change.debug_logging)
        .send()
        .await
        .map_err(failed_on("rds:ModifyDBProxy", name))?;
    Ok(())
}

pub async fn delete(rds: &Client, name: &str) -> CloudResult<()> {
    rds.delete_db_proxy().db_proxy_name(name).send().await.map_err(failed_on("rds:DeleteDBProxy", name))?;
    Ok(())
}

pub async fn modify_pool(rds: &Client, once: &Client, proxy: &str, pool: &PoolSettings) -> CloudResult<()> {
    // An absent query keeps the one that is there: only where there is one, an empty one clears it.
    let init_query = match &pool.init_query {
        Some(query) => Some(query.clone()),
        None => current_pool(rds, proxy).await?.and_then(|now| now.init_query).map(|_| String::new()),
    };
    let filters = pool.exclude_variable_sets.then(|| "EXCLUDE_VARIABLE_SETS".to_owned());
    let settings = ConnectionPoolConfiguration::builder()
        .max_connections_percent(pool.max_connections_percent.into())
        .max_idle_connections_percent(pool.max_idle_connections_percent.into())
        .connection_borrow_timeout(seconds(pool.borrow_timeout_secs))
        // An empty list takes filters away, an absent one keeps them.
        .set_session_pinning_filters(Some(filters.into_iter().collect()))
        .set_init_query(init_query)
        .build();
    once.modify_db_proxy_target_group()
        .db_proxy_name(proxy)
        .target_group_name(GROUP)
        .connection_pool_config(settings)
        .send()
        .await
        .map_err(failed_on("rds:ModifyDBProxyTargetGroup", proxy))?;
    Ok(())
}

pub async fn register(rds: &Client, proxy: &str, database: &DatabaseRef) -> CloudResult<()> {
    let call = rds.register_db_proxy_targets().db_proxy_name(proxy).target_group_name(GROUP);
    let call = match database.kind {
        DatabaseKind::Instance => call.db_instance_identifiers(&database.id),
        DatabaseKind::Cluster => call.db_cluster_identifiers(&database.id),
    };
    call.send().await.map_err(failed_on("rds:RegisterDBProxyTargets", proxy))?;
    Ok(())
}

pub async fn deregister(rds: &Client, proxy: &str, database: &DatabaseRef) -> CloudResult<()> {
    let call = rds.deregister_db_proxy_targets().db_proxy_name(proxy).target_group_name(GROUP);
    let call = match database.kind {
        DatabaseKind::Instance => call.db_instance_identifiers(&database.id),
        DatabaseKind::Cluster => call.db_cluster_identifiers(&database.id),
    };
    call.send().await.map_err(failed_on("rds:DeregisterDBProxyTargets", proxy))?;
    Ok(())
}

fn auth(entry: ProxyAuth) -> UserAuthConfig {
    UserAuthConfig::builder()
        .auth_scheme(AuthScheme::Secrets)
        .secret_arn(entry.secret_arn)
        .iam_auth(IamAuthMode::from(entry.iam_auth.api_name()))
        .set_client_password_auth_type(entry.client_password_auth_type.as_deref().map(ClientPasswordAuthType::from))
        .set_description(entry.description)
        .build()
}

fn seconds(value: u32) -> i32 {
    i32::try_from(value).unwrap_or(i32::MAX)
}
