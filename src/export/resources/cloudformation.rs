//! A setup in the words of CloudFormation's resource types.

use serde_json::json;

use super::draft::{Dialect, StackDraft, group_names, proxy_endpoint_id, rule_id};
use super::lower::tag_list;
use super::{Expression, Lower, Resource, Stack, attribute, parts, properties, service};
use crate::domain::account::Account;
use crate::domain::database::DatabaseKind;
use crate::domain::network::Direction;
use crate::domain::output::Output;
use crate::domain::secret::{NOT_IN_PASSWORDS, PASSWORD_LENGTH};
use crate::domain::setup::{GroupPart, GroupSetup, RuleSetup, SecretSetup, Setup};

const DIALECT: Dialect = Dialect {
    output,
    tags: tag_list,
    group_id: "GroupId",
    role_name: "",
    role_arn: "Arn",
    function_name: "",
    function_arn: "Arn",
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
    parts::cloudformation(&mut draft);
    draft.stack
}

/// How texts of a setup are read in this language.
pub(in crate::export) fn lower(account: &Account) -> Lower<'_> {
    Lower { account, output }
}

/// What stands for what AWS names.
fn output(output: Output) -> Expression {
    match output {
        Output::SecretArn => attribute("Secret", ""),
        Output::FunctionGroup => attribute("FunctionGroup", "GroupId"),
        Output::ProxyGroup => attribute("ProxyGroup", "GroupId"),
        Output::EndpointGroup => attribute("EndpointGroup", "GroupId"),
        Output::VpcEndpoint => attribute("SecretsEndpoint", "Id"),
        Output::ProxyId => Expression::PartOfArn(Box::new(attribute("Proxy", "DBProxyArn")), 6),
        Output::ProxyHost => attribute("Proxy", "Endpoint"),
        Output::ProxyEndpointGroup => attribute("ProxyEndpointGroup", "GroupId"),
        Output::ReadOnlyHost => attribute("ReadOnlyEndpoint", "Endpoint"),
        Output::FunctionVpcHost => attribute("FunctionVpcEndpoint", "Endpoint"),
        Output::FunctionVersion => attribute("FunctionVersion", "Version"),
    }
}

fn secret(draft: &mut StackDraft<'_>) {
    let SecretSetup::Owned { name, description, key, .. } = &draft.setup.secret else { return };
    let template = json!({ "username": draft.setup.db_user }).to_string();
    let generated = properties([
        ("SecretStringTemplate", Some(template.as_str().into())),
        ("GenerateStringKey", Some("password".into())),
        ("PasswordLength", Some(PASSWORD_LENGTH.into())),
        ("ExcludeCharacters", Some(NOT_IN_PASSWORDS.into())),
    ]);
    let properties = properties([
        ("Name", Some(name.as_str().into())),
        ("Description", Some(description.as_str().into())),
        ("KmsKeyId", key.as_ref().map(|key| draft.lower.text(&key.arn))),
        ("GenerateSecretString", Some(Expression::Map(generated))),
        ("Tags", draft.tags()),
    ]);
    let mut secret = Resource::new("Secret", "AWS::SecretsManager::Secret", properties)
        .because("It outlives the stack: nobody can make its password again.");
    secret.kept = true;
    draft.stack.resources.push(secret);
    draft.stack.show("SecretArn", attribute("Secret", ""), "The secret of the database user");
}

fn role(draft: &mut StackDraft<'_>) {
    let role = &draft.setup.role;
    if role.adds_policy {
        let properties = properties([
            ("RoleName", Some(draft.proxy_role_name())),
            ("PolicyName", Some(role.policy_name.as_str().into())),
            ("PolicyDocument", Some(draft.lower.document(&role.policy))),
        ]);
        draft.stack.resources.push(Resource::new("ProxyRolePolicy", "AWS::IAM::RolePolicy", properties));
    }
    if !role.owned {
        return;
    }
    let policy = properties([
        ("PolicyName", Some(role.policy_name.as_str().into())),
        ("PolicyDocument", Some(draft.lower.document(&role.policy))),
    ]);
    let properties = properties([
        ("RoleName", Some(role.name.as_str().into())),
        ("Path", Some(role.path.as_str().into())),
        ("Description", Some(role.description.as_str().into())),
        ("PermissionsBoundary", role.permissions_boundary.as_ref().map(|arn| draft.lower.text(arn))),
        ("MaxSessionDuration", role.max_session_secs.map(Expression::from)),
        ("AssumeRolePolicyDocument", Some(draft.lower.document(&role.trust))),
        ("Policies", Some(Expression::List(vec![Expression::Map(policy)]))),
        ("Tags", draft.tags()),
    ]);
    draft.stack.resources.push(Resource::new("ProxyRole", "AWS::IAM::Role", properties));
}

/// Rules that let traffic out stand in their own group, those that let it in beside it: else two
/// groups would wait for each other.
fn groups(draft: &mut StackDraft<'_>) {
    let setup = draft.setup;
    let network = &setup.network;
    for group in draft.owned_groups() {
        let out: Vec<Expression> = network
            .rules
            .iter()
            .filter(|rule| rule.group == group.part && rule.direction == Direction::Egress)
            .map(|rule| Expression::Map(between(draft, rule)))
            .collect();
        let closed = out.is_empty();
        let made = security_group(draft, group, if closed { vec![nowhere()] } else { out });
        draft.stack.resources.push(if closed {
            made.because("A group without rules that let traffic out gets one from EC2 that lets all of it out.")
        } else {
            made
        });
    }
    for rule in &network.rules {
        let owned = network.group(rule.group).is_none_or(|group| group.owned);
        if owned && rule.direction == Direction::Egress {
            continue;
        }
        let kind = match rule.direction {
            Direction::Ingress => "AWS::EC2::SecurityGroupIngress",
            Direction::Egress => "AWS::EC2::SecurityGroupEgress",
        };
        let mut properties = vec![("GroupId".to_owned(), draft.group_id(rule.group))];
        properties.extend(between(draft, rule));
        draft.stack.resources.push(Resource::new(&rule_id(rule), kind, properties));
    }
    for (id, rule, group, peer) in draft.further_rules() {
        let (kind, name) = match rule.direction {
            Direction::Ingress => ("AWS::EC2::SecurityGroupIngress", "SourceSecurityGroupId"),
            Direction::Egress => ("AWS::EC2::SecurityGroupEgress", "DestinationSecurityGroupId"),
        };
        let properties = properties([
            ("GroupId", Some(group)),
            ("Description", Some(rule.description.as_str().into())),
            ("IpProtocol", Some("tcp".into())),
            ("FromPort", Some(rule.port.into())),
            ("ToPort", Some(rule.port.into())),
            (name, Some(peer)),
        ]);
        draft.stack.resources.push(Resource::new(&id, kind, properties));
    }
    draft.show_function_group();
}

fn security_group(draft: &mut StackDraft<'_>, group: &GroupSetup, out: Vec<Expression>) -> Resource {
    let vpc = draft.vpc_of(group.part);
    let properties = properties([
        ("GroupName", Some(group.name.as_str().into())),
        ("GroupDescription", Some(group.description.as_str().into())),
        ("VpcId", Some(vpc)),
        ("SecurityGroupEgress", Some(Expression::List(out))),
        ("Tags", draft.tags()),
    ]);
    Resource::new(group_names(group.part).0, "AWS::EC2::SecurityGroup", properties)
}

/// The way between two groups.
fn between(draft: &mut StackDraft<'_>, rule: &RuleSetup) -> Vec<(String, Expression)> {
    let peer = match rule.direction {
        Direction::Ingress => "SourceSecurityGroupId",
        Direction::Egress => "DestinationSecurityGroupId",
    };
    properties([
        ("Description", Some(rule.description.as_str().into())),
        ("IpProtocol", Some("tcp".into())),
        ("FromPort", Some(rule.port.into())),
        ("ToPort", Some(rule.port.into())),
        (peer, Some(draft.group_id(rule.peer))),
    ])
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
        ("VpcEndpointType", Some("Interface".into())),
        ("VpcId", Some(draft.vpc_of(GroupPart::Endpoint))),
        ("ServiceName", Some(service(service_name, &draft.setup.account.region))),
        ("SubnetIds", Some(subnets)),
        ("SecurityGroupIds", groups),
        ("PrivateDnsEnabled", Some(true.into())),
        ("Tags", draft.tags()),
    ]);
    Resource::new("SecretsEndpoint", "AWS::EC2::VPCEndpoint", properties)
}

fn proxy(draft: &mut StackDraft<'_>) {
    if draft.setup.proxy.used.is_some() {
        return;
    }
    let (proxy, database) = (&draft.setup.proxy, &draft.setup.database);
    let role = draft.proxy_role_arn();
    let auth: Vec<Expression> = proxy
        .auth
        .iter()
        .map(|auth| {
            Expression::Map(properties([
                ("AuthScheme", Some("SECRETS".into())),
                ("SecretArn", Some(draft.lower.text(&auth.secret_arn))),
                ("IAMAuth", Some(auth.iam_auth.api_name().into())),
                ("ClientPasswordAuthType", auth.client_password_auth_type.as_deref().map(Expression::from)),
                ("Description", auth.description.as_deref().map(Expression::from)),
            ]))
        })
        .collect();
    let subnets = draft.subnets();
    let groups = draft.proxy_groups();
    let properties_of_proxy = properties([
        ("DBProxyName", Some(proxy.name.as_str().into())),
        ("EngineFamily", Some(proxy.family.api_name().into())),
        ("DefaultAuthScheme", proxy.default_iam_auth.then(|| "IAM_AUTH".into())),
        // An empty list is refused: without logins there is none.
        ("Auth", (!auth.is_empty()).then_some(auth.into())),
        ("RoleArn", Some(role)),
        ("VpcSubnetIds", Some(subnets)),
        ("VpcSecurityGroupIds", Some(groups)),
        ("RequireTLS", Some(proxy.require_tls.into())),
        ("IdleClientTimeout", Some(proxy.idle_client_timeout_secs.into())),
        ("DebugLogging", Some(proxy.debug_logging.into())),
        ("EndpointNetworkType", Some(proxy.endpoint_network_type.api_name().into())),
        ("TargetConnectionNetworkType", Some(proxy.target_connection_network_type.api_name().into())),
        ("Tags", draft.tags()),
    ]);
    draft.stack.resources.push(Resource::new("Proxy", "AWS::RDS::DBProxy", properties_of_proxy));

    let pool = &draft.setup.pool;
    let pool = properties([
        ("MaxConnectionsPercent", Some(pool.max_connections_percent.into())),
        ("MaxIdleConnectionsPercent", Some(pool.max_idle_connections_percent.into())),
        ("ConnectionBorrowTimeout", Some(pool.borrow_timeout_secs.into())),
        ("SessionPinningFilters", pool.exclude_variable_sets.then(|| vec!["EXCLUDE_VARIABLE_SETS".into()].into())),
        ("InitQuery", pool.init_query.as_deref().map(Expression::from)),
    ]);
    let id = draft.database_id();
    let target = match database.kind {
        DatabaseKind::Cluster => "DBClusterIdentifiers",
        DatabaseKind::Instance => "DBInstanceIdentifiers",
    };
    let properties = properties([
        ("DBProxyName", Some(attribute("Proxy", ""))),
        ("TargetGroupName", Some("default".into())),
        (target, Some(vec![id].into())),
        ("ConnectionPoolConfigurationInfo", Some(Expression::Map(pool))),
    ]);
    draft.stack.resources.push(Resource::new("ProxyTargetGroup", "AWS::RDS::DBProxyTargetGroup", properties));
    draft.show_proxy();
}

fn proxy_endpoints(draft: &mut StackDraft<'_>) {
    for endpoint in draft.owned_proxy_endpoints() {
        let properties = properties([
            ("DBProxyEndpointName", Some(endpoint.name.as_str().into())),
            ("DBProxyName", Some(draft.proxy_name(""))),
            ("VpcSubnetIds", Some(draft.proxy_endpoint_subnets(endpoint))),
            ("VpcSecurityGroupIds", Some(draft.proxy_endpoint_groups(endpoint))),
            ("TargetRole", Some(endpoint.role.api_name().into())),
            ("EndpointNetworkType", Some(endpoint.network_type.api_name().into())),
            ("Tags", draft.tags()),
        ]);
        let made = Resource::new(proxy_endpoint_id(endpoint.role), "AWS::RDS::DBProxyEndpoint", properties);
        draft.add_proxy_endpoint(endpoint, "ProxyTargetGroup", made);
    }
}

fn function(draft: &mut StackDraft<'_>) {
    for (id, access) in draft.further_policies() {
        let properties = properties([
            ("RoleName", Some(access.role_name.as_str().into())),
            ("PolicyName", Some(access.policy_name.as_str().into())),
            ("PolicyDocument", Some(draft.lower.document(&access.policy))),
        ]);
        draft.stack.resources.push(Resource::new(&id, "AWS::IAM::RolePolicy", properties));
    }
    let access = &draft.setup.access;
    if !access.policy_owned {
        return;
    }
    let role = draft.function_role();
    let properties = properties([
        ("RoleName", Some(role)),
        ("PolicyName", Some(access.policy_name.as_str().into())),
        ("PolicyDocument", Some(draft.lower.document(&access.policy))),
    ]);
    draft.stack.resources.push(Resource::new("FunctionPolicy", "AWS::IAM::RolePolicy", properties));
}

/// Lets nothing out: no host has this address. The CDK writes the same rule.
/// <https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/aws-ec2/lib/security-group.ts>
pub(super) fn nowhere() -> Expression {
    Expression::Map(properties([
        ("Description", Some("Disallow all traffic".into())),
        ("IpProtocol", Some("icmp".into())),
        ("FromPort", Some(252_u16.into())),
        ("ToPort", Some(86_u16.into())),
        ("CidrIp", Some("255.255.255.255/32".into())),
    ]))
}
