//! A setup in the words of Terraform's AWS provider.

use super::draft::{Dialect, StackDraft, group_names, proxy_endpoint_id, rule_id};
use super::lower::tag_map;
use super::{Expression, Resource, Stack, attribute, parts, properties, service};
use crate::domain::database::DatabaseKind;
use crate::domain::network::Direction;
use crate::domain::output::Output;
use crate::domain::proxy::NetworkType;
use crate::domain::secret::{NOT_IN_PASSWORDS, PASSWORD_LENGTH, RECOVERY_DAYS};
use crate::domain::setup::{GroupPart, RuleSetup, SecretSetup, Setup};

/// Marks a resource that lives only while Terraform runs, so that no state holds its value.
pub(in crate::export) const EPHEMERAL: &str = "ephemeral.";

const DIALECT: Dialect = Dialect {
    output,
    tags: tag_map,
    group_id: "id",
    role_name: "name",
    role_arn: "arn",
    function_name: "function_name",
    function_arn: "arn",
};

/// Everything that the setup owns.
pub(in crate::export) fn stack(setup: &Setup) -> Stack {
    let mut draft = StackDraft::new(setup, &DIALECT);
    secret(&mut draft);
    role(&mut draft);
    groups(&mut draft);
    endpoint(&mut draft);
    proxy(&mut draft);
    proxy_endpoints(&mut draft);
    function(&mut draft);
    parts::terraform(&mut draft);
    draft.stack
}

/// What stands for what AWS names.
fn output(output: Output) -> Expression {
    match output {
        Output::SecretArn => attribute("Secret", "arn"),
        Output::FunctionGroup => attribute("FunctionGroup", "id"),
        Output::ProxyGroup => attribute("ProxyGroup", "id"),
        Output::EndpointGroup => attribute("EndpointGroup", "id"),
        Output::VpcEndpoint => attribute("SecretsEndpoint", "id"),
        Output::ProxyId => Expression::PartOfArn(Box::new(attribute("Proxy", "arn")), 6),
        Output::ProxyHost => attribute("Proxy", "endpoint"),
        Output::ProxyEndpointGroup => attribute("ProxyEndpointGroup", "id"),
        Output::ReadOnlyHost => attribute("ReadOnlyEndpoint", "endpoint"),
        Output::FunctionVpcHost => attribute("FunctionVpcEndpoint", "endpoint"),
        Output::FunctionVersion => attribute("Function", "version"),
    }
}

fn secret(draft: &mut StackDraft<'_>) {
    let SecretSetup::Owned { name, description, key, .. } = &draft.setup.secret else { return };
    draft.stack.resources.push(Resource::new(
        "Secret",
        "aws_secretsmanager_secret",
        properties([
            ("name", Some(name.as_str().into())),
            ("description", Some(description.as_str().into())),
            ("kms_key_id", key.as_ref().map(|key| draft.lower.text(&key.arn))),
            ("recovery_window_in_days", Some(RECOVERY_DAYS.into())),
            ("tags", draft.tags()),
        ]),
    ));
    draft.stack.resources.push(
        Resource::new(
            "Password",
            "ephemeral.aws_secretsmanager_random_password",
            properties([
                ("password_length", Some(PASSWORD_LENGTH.into())),
                ("exclude_characters", Some(NOT_IN_PASSWORDS.into())),
            ]),
        )
        .because("Neither the plan nor the state holds the password: it is made and written in one run."),
    );
    let value = vec![
        ("username".to_owned(), draft.setup.db_user.as_str().into()),
        ("password".to_owned(), attribute("Password", "random_password")),
    ];
    draft.stack.resources.push(Resource::new(
        "SecretValue",
        "aws_secretsmanager_secret_version",
        properties([
            ("secret_id", Some(attribute("Secret", "id"))),
            ("secret_string_wo", Some(Expression::Document(Box::new(Expression::Map(value))))),
            ("secret_string_wo_version", Some(1_u8.into())),
        ]),
    ));
    draft.stack.show("SecretArn", attribute("Secret", "arn"), "The secret of the database user");
}

fn role(draft: &mut StackDraft<'_>) {
    let role = &draft.setup.role;
    if role.adds_policy {
        let properties = properties([
            ("name", Some(role.policy_name.as_str().into())),
            ("role", Some(draft.proxy_role_name())),
            ("policy", Some(draft.lower.document(&role.policy))),
        ]);
        draft.stack.resources.push(Resource::new("ProxyRolePolicy", "aws_iam_role_policy", properties));
    }
    if !role.owned {
        return;
    }
    draft.stack.resources.push(Resource::new(
        "ProxyRole",
        "aws_iam_role",
        properties([
            ("name", Some(role.name.as_str().into())),
            ("path", Some(role.path.as_str().into())),
            ("description", Some(role.description.as_str().into())),
            ("permissions_boundary", role.permissions_boundary.as_ref().map(|arn| draft.lower.text(arn))),
            ("max_session_duration", role.max_session_secs.map(Expression::from)),
            ("assume_role_policy", Some(draft.lower.document(&role.trust))),
            ("tags", draft.tags()),
        ]),
    ));
    draft.stack.resources.push(Resource::new(
        "ProxyRolePolicy",
        "aws_iam_role_policy",
        properties([
            ("name", Some(role.policy_name.as_str().into())),
            ("role", Some(attribute("ProxyRole", "name"))),
            ("policy", Some(draft.lower.document(&role.policy))),
        ]),
    ));
}

fn groups(draft: &mut StackDraft<'_>) {
    let network = &draft.setup.network;
    for group in draft.owned_groups() {
        let vpc = draft.vpc_of(group.part);
        let properties = properties([
            ("name", Some(group.name.as_str().into())),
            ("description", Some(group.description.as_str().into())),
            ("vpc_id", Some(vpc)),
            ("tags", draft.tags()),
        ]);
        let id = group_names(group.part).0;
        draft.stack.resources.push(Resource::new(id, "aws_security_group", properties));
    }
    for rule in &network.rules {
        security_group_rule(draft, rule);
    }
    for (id, rule, group, peer) in draft.further_rules() {
        let kind = match rule.direction {
            Direction::Ingress => "aws_vpc_security_group_ingress_rule",
            Direction::Egress => "aws_vpc_security_group_egress_rule",
        };
        let properties = properties([
            ("security_group_id", Some(group)),
            ("description", Some(rule.description.as_str().into())),
            ("ip_protocol", Some("tcp".into())),
            ("from_port", Some(rule.port.into())),
            ("to_port", Some(rule.port.into())),
            ("referenced_security_group_id", Some(peer)),
        ]);
        draft.stack.resources.push(Resource::new(&id, kind, properties));
    }
    draft.show_function_group();
}

fn security_group_rule(draft: &mut StackDraft<'_>, rule: &RuleSetup) {
    let kind = match rule.direction {
        Direction::Ingress => "aws_vpc_security_group_ingress_rule",
        Direction::Egress => "aws_vpc_security_group_egress_rule",
    };
    let (group, peer) = (draft.group_id(rule.group), draft.group_id(rule.peer));
    let properties = properties([
        ("security_group_id", Some(group)),
        ("description", Some(rule.description.as_str().into())),
        ("ip_protocol", Some("tcp".into())),
        ("from_port", Some(rule.port.into())),
        ("to_port", Some(rule.port.into())),
        ("referenced_security_group_id", Some(peer)),
    ]);
    draft.stack.resources.push(Resource::new(&rule_id(rule), kind, properties));
}

fn endpoint(draft: &mut StackDraft<'_>) {
    let Some(endpoint) = draft.owned_endpoint() else { return };
    let subnets = draft.endpoint_subnets(endpoint);
    let groups = draft.endpoint_groups();
    let endpoint = secrets_endpoint(draft, &endpoint.service_name, subnets, groups);
    draft.if_asked(endpoint);
}

/// The endpoint of Secrets Manager.
pub(super) fn secrets_endpoint(
    draft: &mut StackDraft<'_>,
    service_name: &str,
    subnets: Expression,
    groups: Option<Expression>,
) -> Resource {
    let properties = properties([
        ("vpc_endpoint_type", Some("Interface".into())),
        ("vpc_id", Some(draft.vpc_of(GroupPart::Endpoint))),
        ("service_name", Some(service(service_name, &draft.setup.account.region))),
        ("subnet_ids", Some(subnets)),
        ("security_group_ids", groups),
        ("private_dns_enabled", Some(true.into())),
        ("tags", draft.tags()),
    ]);
    Resource::new("SecretsEndpoint", "aws_vpc_endpoint", properties)
}

fn proxy(draft: &mut StackDraft<'_>) {
    if draft.setup.proxy.used.is_some() {
        return;
    }
    let (proxy, database) = (&draft.setup.proxy, &draft.setup.database);
    let role = draft.proxy_role_arn();
    // What provider 5 does not know is named only where it is not the default.
    let other = |kind: NetworkType| (kind != NetworkType::default()).then(|| kind.api_name().into());
    let (subnets, groups) = (draft.subnets(), draft.proxy_groups());
    let mut settings = properties([
        ("name", Some(proxy.name.as_str().into())),
        ("engine_family", Some(proxy.family.api_name().into())),
        ("role_arn", Some(role)),
        ("vpc_subnet_ids", Some(subnets)),
        ("vpc_security_group_ids", Some(groups)),
        ("default_auth_scheme", proxy.default_iam_auth.then(|| "IAM_AUTH".into())),
        ("require_tls", Some(proxy.require_tls.into())),
        ("idle_client_timeout", Some(proxy.idle_client_timeout_secs.into())),
        ("debug_logging", Some(proxy.debug_logging.into())),
        ("endpoint_network_type", other(proxy.endpoint_network_type)),
        ("target_connection_network_type", other(proxy.target_connection_network_type)),
    ]);
    settings.extend(proxy.auth.iter().map(|auth| {
        let block = Expression::Block(properties([
            ("auth_scheme", Some("SECRETS".into())),
            ("iam_auth", Some(auth.iam_auth.api_name().into())),
            ("secret_arn", Some(draft.lower.text(&auth.secret_arn))),
            ("client_password_auth_type", auth.client_password_auth_type.as_deref().map(Expression::from)),
            ("description", auth.description.as_deref().map(Expression::from)),
        ]));
        ("auth".to_owned(), block)
    }));
    settings.extend(properties([("tags", draft.tags())]));
    draft.stack.resources.push(Resource::new("Proxy", "aws_db_proxy", settings));

    let pool = &draft.setup.pool;
    let pool = properties([
        ("max_connections_percent", Some(pool.max_connections_percent.into())),
        ("max_idle_connections_percent", Some(pool.max_idle_connections_percent.into())),
        ("connection_borrow_timeout", Some(pool.borrow_timeout_secs.into())),
        ("session_pinning_filters", pool.exclude_variable_sets.then(|| vec!["EXCLUDE_VARIABLE_SETS".into()].into())),
        ("init_query", pool.init_query.as_deref().map(Expression::from)),
    ]);
    draft.stack.resources.push(Resource::new(
        "ProxyTargetGroup",
        "aws_db_proxy_default_target_group",
        properties([
            ("db_proxy_name", Some(attribute("Proxy", "name"))),
            ("connection_pool_config", Some(Expression::Block(pool))),
        ]),
    ));
    let id = draft.database_id();
    let target = match database.kind {
        DatabaseKind::Cluster => "db_cluster_identifier",
        DatabaseKind::Instance => "db_instance_identifier",
    };
    draft.stack.resources.push(Resource::new(
        "ProxyTarget",
        "aws_db_proxy_target",
        properties([
            ("db_proxy_name", Some(attribute("Proxy", "name"))),
            ("target_group_name", Some(attribute("ProxyTargetGroup", "name"))),
            (target, Some(id)),
        ]),
    ));
    draft.show_proxy();
}

fn proxy_endpoints(draft: &mut StackDraft<'_>) {
    for endpoint in draft.owned_proxy_endpoints() {
        let other = (endpoint.network_type != NetworkType::default()).then(|| endpoint.network_type.api_name().into());
        let properties = properties([
            ("db_proxy_endpoint_name", Some(endpoint.name.as_str().into())),
            ("db_proxy_name", Some(draft.proxy_name("name"))),
            ("vpc_subnet_ids", Some(draft.proxy_endpoint_subnets(endpoint))),
            ("vpc_security_group_ids", Some(draft.proxy_endpoint_groups(endpoint))),
            ("target_role", Some(endpoint.role.api_name().into())),
            ("endpoint_network_type", other),
            ("tags", draft.tags()),
        ]);
        let made = Resource::new(proxy_endpoint_id(endpoint.role), "aws_db_proxy_endpoint", properties);
        draft.add_proxy_endpoint(endpoint, "ProxyTarget", made);
    }
}

fn function(draft: &mut StackDraft<'_>) {
    for (id, access) in draft.further_policies() {
        let properties = properties([
            ("role", Some(access.role_name.as_str().into())),
            ("name", Some(access.policy_name.as_str().into())),
            ("policy", Some(draft.lower.document(&access.policy))),
        ]);
        draft.stack.resources.push(Resource::new(&id, "aws_iam_role_policy", properties));
    }
    let access = &draft.setup.access;
    if !access.policy_owned {
        return;
    }
    let role = draft.function_role();
    draft.stack.resources.push(Resource::new(
        "FunctionPolicy",
        "aws_iam_role_policy",
        properties([
            ("role", Some(role)),
            ("name", Some(access.policy_name.as_str().into())),
            ("policy", Some(draft.lower.document(&access.policy))),
        ]),
    ));
}
