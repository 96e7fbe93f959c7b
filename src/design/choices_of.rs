//! Setup → Choices: the way back, for a run that is taken up again from its receipt.

use std::collections::BTreeMap;

use crate::domain::choices::{
    AccessChoice, Choices, EndpointChoice, EndpointsChoice, ExportChoice, IfDeleted, NetworkChoice, PasswordSource,
    ProxyChoice, RoleChoice, SecretChoice, SecretSource,
};
use crate::domain::proxy::{AuthMode, EndpointRole};
use crate::domain::setup::{AccessSetup, GroupPart, NetworkSetup, SecretSetup, Setup};
use crate::domain::{TAG_MADE_BY, TAG_SETUP};

/// The choices that a setup was designed from. Where they were not kept, choices that lead to it
/// again: every value is named, because nobody can tell any more which ones were a person's.
#[must_use]
pub fn choices_of(setup: &Setup) -> Choices {
    setup.choices.clone().unwrap_or_else(|| named(setup))
}

fn named(setup: &Setup) -> Choices {
    let access = &setup.access;
    Choices {
        profile: None,
        region: Some(setup.account.region.clone()),
        database: setup.database.id.clone(),
        database_kind: Some(setup.database.kind),
        function: access.function_name.clone(),
        more_functions: setup.more.iter().map(|one| one.access.function_name.clone()).collect(),
        auth_mode: setup.auth_mode,
        secret: secret(setup),
        role: RoleChoice {
            name: Some(setup.role.name.clone()),
            existing: !setup.role.owned,
            path: Some(setup.role.path.clone()),
            permissions_boundary: setup.role.permissions_boundary.clone(),
        },
        network: NetworkChoice {
            proxy_subnets: setup.network.chosen_subnet_ids(),
            function_subnets: if access.moves { access.vpc.subnet_ids.clone() } else { Vec::new() },
            proxy_security_group: proxy_group(setup),
            secrets_endpoint: endpoint(setup.auth_mode, &setup.network),
        },
        proxy: proxy(setup),
        access: AccessChoice {
            database_name: setup.database.database_name.clone(),
            env: access.variable_names.clone(),
            publish_to_alias: access.publish_to_alias.as_ref().map(|moved| moved.alias.clone()),
            more_aliases: setup.more.iter().filter_map(|further| alias_of(&further.access)).collect(),
        },
        export: ExportChoice::default(),
    }
}

fn alias_of(access: &AccessSetup) -> Option<(String, String)> {
    let moved = access.publish_to_alias.as_ref()?;
    Some((access.function_name.clone(), moved.alias.clone()))
}

fn secret(setup: &Setup) -> SecretChoice {
    let (source, name, password, if_deleted) = match &setup.secret {
        SecretSetup::Owned { name, password, if_deleted, .. } => {
            (SecretSource::Create, Some(name), *password, *if_deleted)
        }
        SecretSetup::Used { rds_managed: true, .. } => {
            (SecretSource::RdsManaged, None, PasswordSource::default(), IfDeleted::default())
        }
        SecretSetup::Used { name, .. } => {
            (SecretSource::Reuse, Some(name), PasswordSource::default(), IfDeleted::default())
        }
        SecretSetup::None => (SecretSource::default(), None, PasswordSource::default(), IfDeleted::default()),
    };
    let owned = source == SecretSource::Create;
    SecretChoice {
        source,
        user: Some(setup.db_user.clone()),
        name: name.cloned(),
        password,
        kms_key: setup.secret.key().filter(|_| owned).map(|key| key.label.clone()),
        if_deleted,
        // Consent to look inside is given each time.
        check_shape: false,
    }
}

/// A group of the name that the proxy's own would have is found by its name.
fn proxy_group(setup: &Setup) -> Option<String> {
    let group = setup.network.group(GroupPart::Proxy)?;
    let by_name = group.owned || group.name == format!("{}-sg", setup.name);
    (!by_name).then(|| group.id.clone())
}

fn endpoint(mode: AuthMode, network: &NetworkSetup) -> EndpointChoice {
    match &network.endpoint {
        Some(_) => EndpointChoice::Create,
        None if mode == AuthMode::Password => EndpointChoice::Skip,
        None => EndpointChoice::Auto,
    }
}

fn proxy(setup: &Setup) -> ProxyChoice {
    let (proxy, pool) = (&setup.proxy, &setup.pool);
    let own = |tag: &str| tag == TAG_MADE_BY || tag == TAG_SETUP;
    let tags: BTreeMap<String, String> = setup.tags.clone().into_iter().filter(|(tag, _)| !own(tag)).collect();
    ProxyChoice {
        name: Some(setup.name.clone()),
        existing: proxy.used.is_some(),
        register_database: proxy.used.as_ref().is_some_and(|used| used.registers),
        require_tls: Some(proxy.require_tls),
        idle_client_timeout_secs: Some(proxy.idle_client_timeout_secs),
        max_connections_percent: Some(pool.max_connections_percent),
        max_idle_connections_percent: Some(pool.max_idle_connections_percent),
        borrow_timeout_secs: Some(pool.borrow_timeout_secs),
        exclude_variable_sets: Some(pool.exclude_variable_sets),
        init_query: pool.init_query.clone(),
        debug_logging: Some(proxy.debug_logging),
        endpoint_network_type: Some(proxy.endpoint_network_type),
        target_connection_network_type: Some(proxy.target_connection_network_type),
        read_only_endpoint: proxy.endpoint(EndpointRole::ReadOnly).is_some(),
        endpoint_in_function_vpc: setup.network.function_vpc.is_some(),
        endpoints: endpoints(setup),
        tags,
    }
}

/// One that is used has its name alone from here.
fn endpoints(setup: &Setup) -> EndpointsChoice {
    let name = |role| setup.proxy.endpoint(role).map(|endpoint| endpoint.name.clone());
    let owned = setup.proxy.endpoints.iter().find(|endpoint| endpoint.owned());
    let groups = setup.network.groups.iter().filter(|group| group.part == GroupPart::ProxyEndpoint && !group.owned);
    let is_own_group = |part: GroupPart| owned.is_some_and(|endpoint| endpoint.groups == part);
    EndpointsChoice {
        read_only_name: name(EndpointRole::ReadOnly),
        function_vpc_name: name(EndpointRole::ReadWrite),
        subnets: owned.map(|endpoint| endpoint.subnet_ids.clone()).unwrap_or_default(),
        security_groups: groups
            .filter(|_| is_own_group(GroupPart::ProxyEndpoint))
            .map(|group| group.id.clone())
            .collect(),
        network_type: owned.map(|endpoint| endpoint.network_type),
    }
}
