//! The setup as a script for the AWS CLI, and one that takes it back.

use std::collections::BTreeSet;

use minijinja::context;
use minijinja::value::Value;
use serde_json::json;

use super::template::{TemplateError, fill_with};
use super::{CodeLanguage, ExportTarget, File};
use crate::domain::choices::{IfDeleted, PasswordSource};
use crate::domain::database::DatabaseKind;
use crate::domain::network::Direction;
use crate::domain::output::Output;
use crate::domain::proxy::{EndpointRole, ProxyAuth};
use crate::domain::secret::{NOT_IN_PASSWORDS, PASSWORD_LENGTH, RECOVERY_DAYS};
use crate::domain::setup::{GroupPart, GroupSetup, NetworkSetup, ProxyEndpointSetup, RuleSetup, SecretSetup, Setup};
use crate::domain::tag_list;

pub(super) const TARGET: ExportTarget =
    ExportTarget { id: "cli", how: include_str!("../../assets/export/cli/how.md"), handler: None, render, adopt: None };

fn render(setup: &Setup) -> Result<Vec<File>, TemplateError> {
    // Tokens stay: they are the script's variables.
    let context = context(setup);
    let script = |name, path, source| {
        Ok::<_, TemplateError>(File::new(path, CodeLanguage::Shell, fill_with(name, source, &PIECES, context.clone())?))
    };
    Ok(vec![
        script("cli/setup.sh", "cli/setup.sh", include_str!("../../assets/export/cli/setup.sh"))?
            .about("makes all of it"),
        script("cli/undo.sh", "cli/undo.sh", include_str!("../../assets/export/cli/undo.sh"))?
            .about("takes back what was made"),
    ])
}

/// What several scripts have in common.
pub(super) const PIECES: [(&str, &str); 9] = [
    ("login.sh", include_str!("../../assets/export/shell/login.sh")),
    ("target.sh", include_str!("../../assets/export/shell/target.sh")),
    ("look.sh", include_str!("../../assets/export/shell/look.sh")),
    ("patience.sh", include_str!("../../assets/export/shell/patience.sh")),
    ("account.sh", include_str!("../../assets/export/shell/account.sh")),
    ("iam-authentication.sh", include_str!("../../assets/export/shell/iam-authentication.sh")),
    ("function.sh", include_str!("../../assets/export/shell/function.sh")),
    ("detach.sh", include_str!("../../assets/export/shell/detach.sh")),
    ("detach-cases.sh", include_str!("../../assets/export/shell/detach-cases.sh")),
];

/// The setup as the scripts need it.
pub(super) fn context(setup: &Setup) -> Value {
    let (proxy, database) = (&setup.proxy, &setup.database);
    context! {
        name => &setup.name,
        label => setup.label(),
        auth_mode => setup.auth_mode.to_string(),
        token => setup.auth_mode.uses_token(),
        account => &setup.account.id,
        region => &setup.account.region,
        db_user => &setup.db_user,
        tags => tag_list(&setup.tags).to_string(),
        secret => secret(setup),
        role => context! {
            owned => setup.role.owned,
            adds_policy => setup.role.adds_policy,
            name => &setup.role.name,
            path => &setup.role.path,
            arn => &setup.role.arn,
            description => &setup.role.description,
            boundary => &setup.role.permissions_boundary,
            trust => setup.role.trust.to_json(),
            policy_name => &setup.role.policy_name,
            policy => setup.role.policy.to_json(),
        },
        vpc => &setup.network.vpc_id,
        // Where there are two, each group says its own.
        function_vpc => setup.network.function_vpc.as_ref().map(|vpc| vpc.vpc_id.as_str()),
        vpcs => vpcs(&setup.network),
        password_length => PASSWORD_LENGTH,
        not_in_passwords => NOT_IN_PASSWORDS,
        recovery_days => RECOVERY_DAYS,
        groups => groups(&setup.network),
        used_groups => used_groups(setup),
        rules => rules(&setup.network),
        rule_descriptions => json!(descriptions(setup)).to_string(),
        endpoint => endpoint(&setup.network),
        database => context! {
            id => &database.id,
            cluster => database.kind == DatabaseKind::Cluster,
            needs_iam_auth => database.needs_iam_auth,
        },
        proxy => context! {
            family => proxy.family.api_name(),
            end_to_end => proxy.default_iam_auth,
            used => proxy.used.is_some(),
            registers => setup.registers_database(),
            host => proxy.host(),
            endpoints => proxy_endpoints(setup),
            door => proxy.endpoint(EndpointRole::ReadWrite).map_or(Output::ProxyHost, |one| one.output()).variable(),
            changed => proxy.used.as_ref().map(|used| used.changed.join(", ")).unwrap_or_default(),
            login => setup.added_login().map(|login| login.input().to_string()),
            auth => (!proxy.auth.is_empty()).then(|| proxy.auth.iter().map(ProxyAuth::input).collect::<serde_json::Value>().to_string()),
            role => &proxy.role_arn,
            subnets => setup.network.chosen_subnet_ids(),
            further_groups => setup.network.group_ids(GroupPart::Proxy).into_iter().skip(1).collect::<Vec<_>>(),
            require_tls => proxy.require_tls,
            idle => proxy.idle_client_timeout_secs,
            debug => proxy.debug_logging,
            endpoint_network => proxy.endpoint_network_type.api_name(),
            target_network => proxy.target_connection_network_type.api_name(),
        },
        pool => setup.pool.input().to_string(),
        function => function(setup, false),
        functions => functions(setup),
        more => functions(setup).into_iter().skip(1).collect::<Vec<_>>(),
    }
}

/// The first function, and the further ones, as the scripts need them.
fn functions(setup: &Setup) -> Vec<Value> {
    let further = setup.more.iter().map(|further| function(&setup.of_function(further), true));
    std::iter::once(function(setup, false)).chain(further).collect()
}

fn function(setup: &Setup, is_more: bool) -> Value {
    let access = &setup.access;
    context! {
        is_more,
        rules => if is_more { rules_of(setup) } else { Vec::new() },
        name => &access.function_name,
        role => &access.role_name,
        policy_name => &access.policy_name,
        policy_owned => access.policy_owned,
        policy => access.policy.to_json(),
        vpc_policy => access.attach_vpc_policy.then(|| {
            setup.account.managed_policy_arn("service-role/AWSLambdaVPCAccessExecutionRole")
        }),
        vpc => access.moves.then(|| access.vpc.input().to_string()),
        variables => json!(access.environment).to_string(),
        alias => access.publish_to_alias.as_ref().map(|alias| alias.alias.as_str()),
    }
}

/// The rules of a further function, with its own group. One that shares the first one's has none.
fn rules_of(setup: &Setup) -> Vec<Value> {
    let network = &setup.network;
    if network.group(GroupPart::Function).is_some_and(|group| group.owned) {
        return Vec::new();
    }
    let id = |part| network.group(part).map(|group| group.id.clone()).unwrap_or_default();
    named_rules(network, id)
}

fn secret(setup: &Setup) -> Value {
    match &setup.secret {
        SecretSetup::Owned { name, description, password, key, if_deleted } => context! {
            owned => true,
            name,
            description,
            typed => *password == PasswordSource::Typed,
            key => key.as_ref().map(|key| key.arn.as_str()),
            restore => *if_deleted == IfDeleted::Restore,
        },
        SecretSetup::Used { arn, .. } => context! { owned => false, arn },
        SecretSetup::None => Value::from(()),
    }
}

/// The script's variable for a group; a database's group always exists and brings no output.
fn variable(part: GroupPart) -> &'static str {
    match part {
        GroupPart::Function => Output::FunctionGroup.variable(),
        GroupPart::Proxy => Output::ProxyGroup.variable(),
        GroupPart::Endpoint => Output::EndpointGroup.variable(),
        GroupPart::ProxyEndpoint => Output::ProxyEndpointGroup.variable(),
        GroupPart::Database => "DATABASE_SG",
    }
}

/// The script's variable is the first one's; a further one is known by its id.
fn first_of_each(network: &NetworkSetup) -> impl Iterator<Item = &GroupSetup> {
    network.groups.iter().filter(|one| network.group(one.part) == Some(one))
}

fn groups(network: &NetworkSetup) -> Vec<Value> {
    let group = |group: &GroupSetup| {
        context! {
            variable => variable(group.part),
            owned => group.owned,
            id => &group.id,
            name => &group.name,
            description => &group.description,
            vpc => network.vpc_of(group.part),
        }
    };
    first_of_each(network).map(group).collect()
}

/// Groups of others in which rules of this setup may stand, each once.
fn used_groups(setup: &Setup) -> Vec<Value> {
    let mut ids: Vec<&str> = Vec::new();
    for group in first_of_each(&setup.network)
        .chain(setup.more.iter().map(|further| &further.group))
        .filter(|group| !group.owned)
    {
        if !ids.contains(&group.id.as_str()) || group.part != GroupPart::Function {
            ids.push(&group.id);
        }
    }
    ids.into_iter().map(|id| context! { id }).collect()
}

fn rules(network: &NetworkSetup) -> Vec<Value> {
    named_rules(network, |part| variable(part).to_owned())
}

/// The rules, with each group as `named` says it.
fn named_rules(network: &NetworkSetup, named: impl Fn(GroupPart) -> String) -> Vec<Value> {
    let rule = |rule: &RuleSetup| {
        context! {
            group => named(rule.group),
            direction => match rule.direction { Direction::Ingress => "ingress", Direction::Egress => "egress" },
            port => rule.port,
            peer => named(rule.peer),
            description => &rule.description,
        }
    };
    network.rules.iter().map(rule).collect()
}

/// Rules bear no tags: by its description and its peer a rule in a group of others is known as the setup's.
fn descriptions(setup: &Setup) -> BTreeSet<&str> {
    let further = setup.more.iter().flat_map(|further| &further.rules);
    setup.network.rules.iter().chain(further).map(|rule| rule.description.as_str()).collect()
}

fn endpoint(network: &NetworkSetup) -> Value {
    match network.endpoint.as_ref().filter(|endpoint| endpoint.owned) {
        Some(endpoint) => context! {
            service => &endpoint.service_name,
            subnets => endpoint.subnet_ids.clone(),
            vpc => network.vpc_of(GroupPart::Endpoint),
        },
        None => Value::from(()),
    }
}

/// The VPCs in which groups of the setup may be, as a filter names them.
fn vpcs(network: &NetworkSetup) -> String {
    let elsewhere = network.function_vpc.as_ref().map(|vpc| vpc.vpc_id.as_str());
    std::iter::once(network.vpc_id.as_str()).chain(elsewhere).collect::<Vec<_>>().join(",")
}

/// The proxy's further endpoints.
fn proxy_endpoints(setup: &Setup) -> Vec<Value> {
    let endpoint = |endpoint: &ProxyEndpointSetup| {
        context! {
            name => &endpoint.name,
            owned => endpoint.owned(),
            host => endpoint.host(),
            variable => endpoint.output().variable(),
            role => endpoint.role.api_name(),
            subnets => &endpoint.subnet_ids,
            group => variable(endpoint.groups),
            further_groups => setup.network.group_ids(endpoint.groups).into_iter().skip(1).collect::<Vec<_>>(),
            network => endpoint.network_type.api_name(),
        }
    };
    setup.proxy.endpoints.iter().map(endpoint).collect()
}
