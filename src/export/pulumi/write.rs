//! A stack in TypeScript with Pulumi's provider.

use crate::domain::api_name::{camel, pascal};
use crate::export::cdk::{key, template};
use crate::export::code::{Code, quoted};
use crate::export::resources::terraform::EPHEMERAL;
use crate::export::resources::{Expression, Parameter, ParameterKind, Resource, Scope, Stack};

const STEP: usize = 2;

/// The program's text.
pub(super) fn program(stack: &Stack) -> String {
    let settings: String = stack.parameters.iter().map(setting).collect();
    let resources: Vec<String> = stack.in_order().into_iter().map(|one| resource(one, stack)).collect();
    let shown = stack.shown.iter().map(|shown| {
        let value = code(&shown.value).text(STEP, 0, 30);
        format!("/** {} */\nexport const {} = {value};\n", shown.about, camel(shown.name))
    });
    let body = format!("{}\n{}", resources.join("\n"), shown.collect::<String>());
    let scopes = [
        ("partition", "aws.getPartitionOutput()", &[Scope::Partition, Scope::DnsSuffix][..]),
        ("region", "aws.getRegionOutput()", &[Scope::Region]),
        ("caller", "aws.getCallerIdentityOutput()", &[Scope::Account]),
    ];
    let scopes = scopes.into_iter().filter(|(.., scopes)| scopes.iter().any(|scope| stack.runs_in(*scope)));
    let scopes: String = scopes.map(|(name, call, _)| format!("const {name} = {call};\n")).collect();
    format!(
        "import * as aws from \"@pulumi/aws\";\nimport * as pulumi from \"@pulumi/pulumi\";\n\n\
         // What differs between stages: `pulumi config set` gives another value.\n\
         const config = new pulumi.Config();\n{settings}{scopes}\n{body}"
    )
}

fn setting(parameter: &Parameter) -> String {
    let name = camel(parameter.name);
    let read = match parameter.kind {
        ParameterKind::Subnets => "getObject<string[]>",
        ParameterKind::Switch => "getBoolean",
        ParameterKind::Text | ParameterKind::Vpc | ParameterKind::Group => "get",
    };
    let value = code(&parameter.value).text(STEP, 0, 60);
    format!("/** {} */\nconst {name} = config.{read}({}) ?? {value};\n", parameter.about, quoted(&name))
}

fn resource(resource: &Resource, stack: &Stack) -> String {
    let comment = |why: Option<&str>| why.map(|why| format!("// {why}\n")).unwrap_or_default();
    let name = camel(&resource.id);
    if let Some(kind) = resource.kind.strip_prefix(EPHEMERAL) {
        let (module, class) = class(kind);
        let arguments = members(&resource.properties);
        let head = format!("const {name} = pulumi.secret(aws.{module}.get{class}Output(");
        let why = "The password is written once: a later run does not change it, and the state holds no plain text.";
        return format!("{}{head}{}));\n", comment(Some(why)), arguments.text(STEP, 0, head.len() + 3));
    }
    let (module, class) = class(resource.kind);
    let made = format!("new aws.{module}.{class}({}, ", quoted(&name));
    let head = if stack.refers_to(&resource.id) { format!("const {name} = {made}") } else { made };
    let waits = match resource.after.as_slice() {
        [] => String::new(),
        after => format!(", {{ dependsOn: [{}] }}", after.iter().map(|id| camel(id)).collect::<Vec<_>>().join(", ")),
    };
    let depth = usize::from(resource.only_if.is_some());
    let made = format!("{head}{}{waits});", arguments(resource).text(STEP, depth, head.len() + waits.len() + 2));
    match resource.only_if {
        Some(switch) => format!("{}if ({}) {{\n  {made}\n}}\n", comment(resource.why), camel(switch)),
        None => format!("{}{made}\n", comment(resource.why)),
    }
}

/// The module and the class of a type of Terraform, by the provider's own mapping.
/// <https://github.com/pulumi/pulumi-aws/blob/master/provider/resources.go>
fn class(kind: &str) -> (&'static str, String) {
    const MODULES: [(&str, &str); 17] = [
        ("aws_secretsmanager_", "secretsmanager"),
        ("aws_iam_", "iam"),
        ("aws_vpc_security_group_", "vpc"),
        ("aws_db_", "rds"),
        ("aws_vpc", "ec2"),
        ("aws_security_", "ec2"),
        ("aws_subnet", "ec2"),
        ("aws_route_", "ec2"),
        ("aws_lambda_", "lambda"),
        ("aws_cloudwatch_", "cloudwatch"),
        ("aws_apigatewayv2_", "apigatewayv2"),
        ("aws_api_gateway_", "apigateway"),
        ("aws_scheduler_", "scheduler"),
        ("aws_sqs_", "sqs"),
        ("aws_config_config_", "cfg"),
        ("aws_serverlessapplicationrepository_", "serverlessrepository"),
        ("aws_rds_", "rds"),
    ];
    let (prefix, module) = MODULES.into_iter().find(|(prefix, _)| kind.starts_with(prefix)).unwrap_or(("aws_", "aws"));
    let rest = match module {
        "vpc" => kind.trim_start_matches("aws_vpc_"),
        "ec2" => kind.trim_start_matches("aws_"),
        _ => kind.trim_start_matches(prefix),
    };
    // The one class with a hump of its own.
    (module, pascal(rest).replace("Cloudformation", "CloudFormation"))
}

/// Blocks that may be there several times, and the list in the plural that they are.
const LISTS: [(&str, &str); 3] =
    [("auth", "auths"), ("metric_query", "metricQueries"), ("source_detail", "sourceDetails")];

/// Where the provider calls a property of a resource by another name than Terraform, by its own mapping.
const NAMES: [(&str, &str, &str); 5] = [
    ("aws_api_gateway_stage", "deployment_id", "deployment"),
    ("aws_api_gateway_", "rest_api_id", "restApi"),
    ("aws_cloudwatch_metric_alarm", "alarm_name", "name"),
    ("aws_lambda_permission", "function_name", "function"),
    ("aws_lambda_function", "function_name", "name"),
];

/// The properties of a resource under the provider's names.
fn arguments(resource: &Resource) -> Code {
    let named = |name: &str| {
        let renamed = NAMES.into_iter().find(|(kind, from, _)| {
            *from == name && (resource.kind == *kind || (kind.ends_with('_') && resource.kind.starts_with(kind)))
        });
        renamed.map_or_else(|| name.to_owned(), |(.., to)| to.to_owned())
    };
    members(&resource.properties.iter().map(|(name, value)| (named(name), value.clone())).collect::<Vec<_>>())
}

fn members(members: &[(String, Expression)]) -> Code {
    let mut all: Vec<(String, Code)> = Vec::new();
    for (name, value) in members {
        match (value, LISTS.into_iter().find(|(block, _)| block == name)) {
            (Expression::Block(inner), Some((_, list))) => {
                let inner = self::members(inner);
                match all.last_mut() {
                    Some((last, Code::List(items))) if *last == format!("{list}: ") => items.push(inner),
                    _ => all.push((format!("{list}: "), Code::List(vec![inner]))),
                }
            }
            // A list of one is no list.
            (Expression::List(items), _) if name == "types" => {
                all.extend(items.iter().map(|item| ("types: ".to_owned(), code(item))));
            }
            (Expression::Archive(path), _) => {
                let archive = format!("new pulumi.asset.FileArchive({})", camel(path));
                all.push(("code: ".to_owned(), Code::Plain(archive)));
            }
            _ => all.push((format!("{}: ", camel(name)), code(value))),
        }
    }
    Code::Group("{".into(), all, "}")
}

fn code(value: &Expression) -> Code {
    match value {
        Expression::Text(plain) => Code::Plain(quoted(plain)),
        Expression::Number(number) => Code::Plain(number.to_string()),
        Expression::Bool(on) => Code::Plain(on.to_string()),
        Expression::List(items) => Code::List(items.iter().map(code).collect()),
        Expression::Block(inner) => members(inner),
        Expression::Map(inner) => {
            let inner = inner.iter().map(|(name, value)| (format!("{}: ", key(name)), code(value)));
            Code::Group("{".into(), inner.collect(), "}")
        }
        Expression::Document(inner) => {
            Code::Group("pulumi.jsonStringify(".into(), vec![(String::new(), code(inner))], ")")
        }
        Expression::Joined(parts) => {
            let parts = parts.iter().map(|part| match part {
                Expression::Text(text) => template(text),
                other => format!("${{{}}}", reference(other)),
            });
            Code::Plain(format!("pulumi.interpolate`{}`", parts.collect::<String>()))
        }
        Expression::Commas(list) => {
            let list = code(list).text(STEP, 0, 0);
            Code::Plain(format!("pulumi.all({list}).apply((all) => all.join(\",\"))"))
        }
        Expression::IfGiven(name, given) => {
            Code::Plain(format!("{} ? {} : undefined", camel(name), code(given).text(STEP, 0, 0)))
        }
        other => Code::Plain(reference(other)),
    }
}

fn reference(value: &Expression) -> String {
    match value {
        Expression::Parameter(name) | Expression::Archive(name) => camel(name),
        // The members of a map keep their names.
        Expression::Attribute(id, "function_name") => format!("{}.name", camel(id)),
        Expression::Attribute(id, name) => match name.split_once('.') {
            Some((name, member)) => format!("{}.{}.{member}", camel(id), camel(name)),
            None => format!("{}.{}", camel(id), camel(name)),
        },
        Expression::PartOfArn(arn, colons) => {
            format!("{}.apply((arn) => arn.split(\":\")[{colons}])", reference(arn))
        }
        Expression::Scope(Scope::Partition) => "partition.partition".to_owned(),
        Expression::Scope(Scope::DnsSuffix) => "partition.dnsSuffix".to_owned(),
        Expression::Scope(Scope::Region) => "region.region".to_owned(),
        Expression::Scope(Scope::Account) => "caller.accountId".to_owned(),
        other => code(other).text(STEP, 0, 0),
    }
}
