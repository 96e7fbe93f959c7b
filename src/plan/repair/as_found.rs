//! The setup that is there, as it was found: what a repair's plan is titled and tagged with.
//!
//! Nothing here is designed. What was not read stays empty; no step of a repair is made from it.

use std::collections::BTreeMap;

use crate::domain::choices::EnvNames;
use crate::domain::database::{DatabaseKind, Engine, EngineFamily};
use crate::domain::observed::Observed;
use crate::domain::policy::Document;
use crate::domain::proxy::{AuthMode, PoolSettings, Proxy};
use crate::domain::setup::{AccessSetup, Cost, DatabaseSetup, NetworkSetup, ProxySetup, RoleSetup, SecretSetup, Setup};
use crate::domain::{PROGRAM, TAG_MADE_BY, TAG_SETUP, Tags};

/// From what was read of an existing proxy.
pub fn setup(observed: &Observed) -> Setup {
    let proxy = observed.proxy.present();
    let name = proxy.map(|proxy| proxy.name.clone()).unwrap_or_default();
    let tags = Tags::from([(TAG_MADE_BY.to_owned(), PROGRAM.to_owned()), (TAG_SETUP.to_owned(), name.clone())]);
    Setup {
        account: observed.account.clone(),
        auth_mode: proxy.map_or(AuthMode::default(), Proxy::auth_mode),
        db_user: user(observed),
        database: database(observed),
        secret: secret(observed),
        role: role(observed),
        network: network(observed),
        proxy: settings(proxy, &name),
        pool: observed.pool.present().cloned().unwrap_or(PoolSettings {
            max_connections_percent: 100,
            max_idle_connections_percent: 50,
            borrow_timeout_secs: 120,
            exclude_variable_sets: false,
            init_query: None,
        }),
        access: access(observed),
        cost: Cost { lines: Vec::new(), prices_of: String::new() },
        reasons: BTreeMap::new(),
        notes: Vec::new(),
        tags,
        choices: None,
        name,
    }
}

/// The user of the secrets, else what the function's variables say, as the wizard names them.
fn user(observed: &Observed) -> String {
    let stored = observed.proxy_secrets.iter().find_map(|secret| secret.shape.present()?.username.clone());
    let variable = || {
        let value = observed.function.present()?.environment.get(&EnvNames::default().user)?;
        value.shown().map(str::to_owned)
    };
    stored.or_else(variable).unwrap_or_default()
}

fn database(observed: &Observed) -> DatabaseSetup {
    let found = observed.database.present();
    let family = observed.proxy.present().map_or(EngineFamily::Mysql, |proxy| proxy.engine_family);
    DatabaseSetup {
        kind: found.map_or(DatabaseKind::Instance, |database| database.kind),
        id: found.map(|database| database.id.clone()).unwrap_or_default(),
        arn: found.map(|database| database.arn.clone()).unwrap_or_default(),
        resource_id: found.map(|database| database.resource_id.clone()).unwrap_or_default(),
        engine: found.map_or(Engine::Other(String::new()), |database| database.engine.clone()),
        family,
        host: found.and_then(|database| database.host.clone()).unwrap_or_default(),
        port: found.and_then(|database| database.port).unwrap_or(family.proxy_port()),
        database_name: found.and_then(|database| database.database_name.clone()),
        needs_iam_auth: false,
    }
}

fn secret(observed: &Observed) -> SecretSetup {
    let Some(facts) = observed.proxy_secrets.first() else { return SecretSetup::None };
    let name = facts.secret.present().map(|secret| secret.name.clone()).unwrap_or_default();
    SecretSetup::Used { name, arn: facts.arn.clone(), rds_managed: false, key: None }
}

fn role(observed: &Observed) -> RoleSetup {
    let found = observed.proxy_role.present();
    RoleSetup {
        owned: false,
        name: found.map(|role| role.name.clone()).unwrap_or_default(),
        path: found.map(|role| role.path.clone()).unwrap_or_default(),
        arn: found.map(|role| role.arn.clone()).unwrap_or_default(),
        description: String::new(),
        permissions_boundary: found.and_then(|role| role.permissions_boundary.clone()),
        trust: found.map_or_else(|| Document::new(Vec::new()), |role| role.trust.clone()),
        policy_name: String::new(),
        policy: Document::new(Vec::new()),
    }
}

fn network(observed: &Observed) -> NetworkSetup {
    let vpc = observed.vpc.present();
    NetworkSetup {
        vpc_id: vpc.map(|vpc| vpc.id.clone()).unwrap_or_default(),
        vpc_label: vpc.map(|vpc| vpc.label().to_owned()).unwrap_or_default(),
        vpc_cidr: vpc.and_then(|vpc| vpc.cidrs.first().cloned()).unwrap_or_default(),
        proxy_subnets: Vec::new(),
        addresses_needed: 0,
        groups: Vec::new(),
        rules: Vec::new(),
        endpoint: None,
    }
}

fn settings(proxy: Option<&Proxy>, name: &str) -> ProxySetup {
    let family = proxy.map_or(EngineFamily::Mysql, |proxy| proxy.engine_family);
    ProxySetup {
        name: name.to_owned(),
        family,
        port: family.proxy_port(),
        auth: proxy.map(|proxy| proxy.auth.clone()).unwrap_or_default(),
        default_iam_auth: proxy.is_some_and(|proxy| proxy.default_iam_auth),
        role_arn: proxy.map(|proxy| proxy.role_arn.clone()).unwrap_or_default(),
        require_tls: proxy.is_some_and(|proxy| proxy.require_tls),
        idle_client_timeout_secs: proxy.map_or(0, |proxy| proxy.idle_client_timeout_secs),
        debug_logging: proxy.is_some_and(|proxy| proxy.debug_logging),
        endpoint_network_type: proxy.map(|proxy| proxy.endpoint_network_type).unwrap_or_default(),
        target_connection_network_type: proxy.map(|proxy| proxy.target_connection_network_type).unwrap_or_default(),
    }
}

fn access(observed: &Observed) -> AccessSetup {
    let function = observed.function.present();
    let role = observed.function_role.present();
    AccessSetup {
        function_name: function.map(|function| function.name.clone()).unwrap_or_default(),
        function_arn: function.map(|function| function.arn.clone()).unwrap_or_default(),
        runtime: function.and_then(|function| function.runtime.clone()),
        timeout_secs: function.map_or(0, |function| function.timeout_secs),
        role_name: role.map(|role| role.name.clone()).unwrap_or_default(),
        role_arn: role.map(|role| role.arn.clone()).unwrap_or_default(),
        vpc: function.and_then(|function| function.vpc.clone()).unwrap_or_default(),
        moves: false,
        attach_vpc_policy: false,
        policy_name: String::new(),
        policy: Document::new(Vec::new()),
        variable_names: EnvNames::default(),
        environment: BTreeMap::new(),
        kept_variables: Vec::new(),
        publish_to_alias: None,
    }
}
