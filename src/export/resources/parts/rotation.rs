//! Rotation of the secret, by the function that Secrets Manager has for the engine. It logs in to the
//! database itself, not through the proxy, and changes the password of the one user.

use super::super::draft::StackDraft;
use super::super::{Expression, Parameter, ParameterKind, Resource, Scope, Stack, attribute, properties};
use crate::domain::database::{DatabaseKind, Engine, EngineFamily};
use crate::domain::secret::NOT_IN_PASSWORDS;
use crate::domain::setup::{GroupPart, Setup};

const GROUP: &str = "RotationGroup";
const GROUP_ABOUT: &str = "The function that rotates the secret";
const TO_DATABASE: &str = "rotation to the database";
const TO_ENDPOINT: &str = "rotation to Secrets Manager";
const HTTPS: u16 = 443;
const NO_ENDPOINT: &str =
    "The network of this setup has no endpoint of Secrets Manager: rotation needs one, or a way out, and a rule to it.";
const MACRO: &str = "AWS::SecretsManager-2024-09-16";

pub(super) fn cloudformation(draft: &mut StackDraft<'_>) {
    let setup = draft.setup;
    let database = draft.group_id(GroupPart::Database);
    let endpoint = has_endpoint(setup).then(|| draft.group_id(GroupPart::Endpoint));
    let (vpc, subnets, tags) = (draft.vpc(), draft.subnets(), draft.tags());
    let schedule = draft.stack.ask(schedule());
    let port = setup.database.port;
    let out = |group: &Expression, port: u16, about: &str| {
        Expression::Map(properties([
            ("Description", Some(about.into())),
            ("IpProtocol", Some("tcp".into())),
            ("FromPort", Some(port.into())),
            ("ToPort", Some(port.into())),
            ("DestinationSecurityGroupId", Some(group.clone())),
        ]))
    };
    let mut ways = vec![out(&database, port, TO_DATABASE)];
    ways.extend(endpoint.as_ref().map(|group| out(group, HTTPS, TO_ENDPOINT)));
    let group = properties([
        ("GroupDescription", Some(GROUP_ABOUT.into())),
        ("VpcId", Some(vpc)),
        ("SecurityGroupEgress", Some(ways.into())),
        ("Tags", tags),
    ]);
    let mut group = Resource::new(GROUP, "AWS::EC2::SecurityGroup", group);
    group.why = endpoint.is_none().then_some(NO_ENDPOINT);
    draft.stack.resources.push(group);
    let stack = &mut draft.stack;
    let into = |stack: &mut Stack, id: &str, group: Expression, port: u16, about: &str| {
        stack.make(
            id,
            "AWS::EC2::SecurityGroupIngress",
            [
                ("GroupId", Some(group)),
                ("Description", Some(about.into())),
                ("IpProtocol", Some("tcp".into())),
                ("FromPort", Some(port.into())),
                ("ToPort", Some(port.into())),
                ("SourceSecurityGroupId", Some(attribute(GROUP, "GroupId"))),
            ],
        );
    };
    into(stack, "DatabaseFromRotation", database, port, TO_DATABASE);
    if let Some(endpoint) = endpoint {
        into(stack, "EndpointFromRotation", endpoint, HTTPS, TO_ENDPOINT);
    }
    let target = match setup.database.kind {
        DatabaseKind::Cluster => "AWS::RDS::DBCluster",
        DatabaseKind::Instance => "AWS::RDS::DBInstance",
    };
    let attachment = properties([
        ("SecretId", Some(attribute("Secret", ""))),
        ("TargetId", Some(Expression::Parameter("DatabaseId"))),
        ("TargetType", Some(target.into())),
    ]);
    stack.resources.push(
        Resource::new("SecretTarget", "AWS::SecretsManager::SecretTargetAttachment", attachment)
            .because("It writes host, port, engine and database into the secret: rotation reads them there."),
    );
    let hosted = properties([
        ("RotationType", Some(format!("{}SingleUser", rotator(setup).name).as_str().into())),
        ("ExcludeCharacters", Some(NOT_IN_PASSWORDS.into())),
        ("KmsKeyArn", setup.secret.key().map(|key| draft.lower.text(&key.arn))),
        ("VpcSubnetIds", Some(Expression::Commas(Box::new(subnets)))),
        ("VpcSecurityGroupIds", Some(attribute(GROUP, "GroupId"))),
    ]);
    stack.transforms.push(MACRO);
    stack.make(
        "Rotation",
        "AWS::SecretsManager::RotationSchedule",
        [
            ("SecretId", Some(attribute("SecretTarget", ""))),
            ("HostedRotationLambda", Some(Expression::Map(hosted))),
            ("RotationRules", Some(Expression::Map(properties([("ScheduleExpression", Some(schedule))])))),
            ("RotateImmediatelyOnUpdate", Some(false.into())),
        ],
    );
}

pub(super) fn terraform(draft: &mut StackDraft<'_>) {
    let setup = draft.setup;
    let database = draft.group_id(GroupPart::Database);
    let endpoint = has_endpoint(setup).then(|| draft.group_id(GroupPart::Endpoint));
    let (vpc, subnets, tags) = (draft.vpc(), draft.subnets(), draft.tags());
    let schedule = draft.stack.ask(schedule());
    let host = host(setup);
    let host = draft.stack.ask(host);
    let stack = &mut draft.stack;
    let group = properties([("description", Some(GROUP_ABOUT.into())), ("vpc_id", Some(vpc)), ("tags", tags)]);
    let mut group = Resource::new(GROUP, "aws_security_group", group);
    group.why = endpoint.is_none().then_some(NO_ENDPOINT);
    stack.resources.push(group);
    let mut rule = |id: &str, kind, group: Expression, peer: Expression, port: u16, about: &str| {
        stack.make(
            id,
            kind,
            [
                ("security_group_id", Some(group)),
                ("description", Some(about.into())),
                ("ip_protocol", Some("tcp".into())),
                ("from_port", Some(port.into())),
                ("to_port", Some(port.into())),
                ("referenced_security_group_id", Some(peer)),
            ],
        );
    };
    let mut way = |out: &str, into: &str, peer: Expression, port, about: &str| {
        let own = || attribute(GROUP, "id");
        rule(out, "aws_vpc_security_group_egress_rule", own(), peer.clone(), port, about);
        rule(into, "aws_vpc_security_group_ingress_rule", peer, own(), port, about);
    };
    way("RotationToDatabase", "DatabaseFromRotation", database, setup.database.port, TO_DATABASE);
    if let Some(endpoint) = endpoint {
        way("RotationToEndpoint", "EndpointFromRotation", endpoint, HTTPS, TO_ENDPOINT);
    }
    if let Some(value) = stack.resources.iter_mut().find(|resource| resource.id == "SecretValue") {
        complete(&mut value.properties, setup, &host);
    }
    let named = Expression::Joined(vec![
        "https://secretsmanager.".into(),
        Expression::Scope(Scope::Region),
        ".".into(),
        Expression::Scope(Scope::DnsSuffix),
    ]);
    let name: String = setup.name.chars().take(55).collect();
    let mut parameters = vec![
        ("endpoint".to_owned(), named),
        ("functionName".to_owned(), format!("{name}-rotation").as_str().into()),
        ("excludeCharacters".to_owned(), NOT_IN_PASSWORDS.into()),
        ("vpcSubnetIds".to_owned(), Expression::Commas(Box::new(subnets))),
        ("vpcSecurityGroupIds".to_owned(), attribute(GROUP, "id")),
    ];
    parameters.extend(setup.secret.key().map(|key| ("kmsKeyArn".to_owned(), draft.lower.text(&key.arn))));
    let (application, version) = application(setup);
    stack.make(
        "RotationFunction",
        "aws_serverlessapplicationrepository_cloudformation_stack",
        [
            ("name", Some(format!("{}-rotation", setup.name).as_str().into())),
            ("application_id", Some(application.as_str().into())),
            ("semantic_version", Some(version.into())),
            ("capabilities", Some(vec!["CAPABILITY_IAM".into(), "CAPABILITY_RESOURCE_POLICY".into()].into())),
            ("parameters", Some(Expression::Map(parameters))),
        ],
    );
    let rotation = properties([
        ("secret_id", Some(attribute("Secret", "id"))),
        ("rotation_lambda_arn", Some(attribute("RotationFunction", "outputs.RotationLambdaARN"))),
        ("rotate_immediately", Some(false.into())),
        ("rotation_rules", Some(Expression::Block(properties([("schedule_expression", Some(schedule))])))),
    ]);
    let rotation = Resource::new("Rotation", "aws_secretsmanager_secret_rotation", rotation);
    stack.resources.push(rotation.after("SecretValue"));
}

/// Rotation reads from the secret where the database is.
fn complete(secret_value: &mut [(String, Expression)], setup: &Setup, host: &Expression) {
    for (_, value) in secret_value {
        if let Expression::Document(document) = value
            && let Expression::Map(members) = &mut **document
        {
            members.extend(properties([
                ("engine", Some(rotator(setup).engine.into())),
                ("host", Some(host.clone())),
                ("port", Some(setup.database.port.into())),
                ("dbname", setup.database.database_name.as_deref().map(Expression::from)),
            ]));
        }
    }
}

fn has_endpoint(setup: &Setup) -> bool {
    setup.network.group(GroupPart::Endpoint).is_some()
}

fn schedule() -> Parameter {
    Parameter {
        name: "RotationSchedule",
        kind: ParameterKind::Text,
        value: "rate(30 days)".into(),
        about: "How often the password changes, as rate(...) or cron(...)",
    }
}

fn host(setup: &Setup) -> Parameter {
    Parameter {
        name: "DatabaseHost",
        kind: ParameterKind::Text,
        value: setup.database.host.as_str().into(),
        about: "The host of the database itself, which rotation logs in to",
    }
}

/// A function of Secrets Manager for one engine.
struct Rotator {
    /// As the names of the functions have the engine.
    name: &'static str,
    /// As secrets have it.
    engine: &'static str,
    /// Versions of the application in the partitions `aws`, `aws-cn` and `aws-us-gov`.
    versions: [&'static str; 3],
}

/// The versions are those of version 2 of the AWS CDK, the words in secrets AWS's own.
/// <https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/aws-secretsmanager/lib/secret-rotation.ts>
/// <https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_secret_json_structure.html>
fn rotator(setup: &Setup) -> Rotator {
    let (name, engine, versions) = match (setup.database.family, &setup.database.engine) {
        (_, Engine::Mariadb) => ("MariaDB", "mariadb", ["1.1.670", "1.1.442", "1.1.383"]),
        (EngineFamily::Mysql, _) => ("MySQL", "mysql", ["1.1.671", "1.1.440", "1.1.384"]),
        (EngineFamily::Postgresql, _) => ("PostgreSQL", "postgres", ["1.1.671", "1.1.440", "1.1.383"]),
        (EngineFamily::Sqlserver, _) => ("SQLServer", "sqlserver", ["1.1.670", "1.1.441", "1.1.383"]),
    };
    Rotator { name, engine, versions }
}

/// The application that brings the function, and its version.
fn application(setup: &Setup) -> (String, &'static str) {
    let Rotator { name, versions: [standard, china, government], .. } = rotator(setup);
    let partition = setup.account.partition.as_str();
    let (publisher, version) = match partition {
        "aws-cn" => ("cn-north-1:193023089310", china),
        "aws-us-gov" => ("us-gov-west-1:023102451235", government),
        _ => ("us-east-1:297356227824", standard),
    };
    (
        format!("arn:{partition}:serverlessrepo:{publisher}:applications/SecretsManagerRDS{name}RotationSingleUser"),
        version,
    )
}
