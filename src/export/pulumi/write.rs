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
        ("partition", "aws.getPartitionOutput()"),
        ("region", "aws.getRegionOutput()"),
        ("caller", "aws.getCallerIdentityOutput()"),
    ];
    let scopes = scopes.into_iter().filter(|(name, _)| body.contains(&format!("{{{name}.")));
    let scopes: String = scopes.map(|(name, call)| format!("const {name} = {call};\n")).collect();
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
    let made =
        format!("{head}{}{waits});", members(&resource.properties).text(STEP, depth, head.len() + waits.len() + 2));
    match resource.only_if {
        Some(switch) => format!("{}if ({}) {{\n  {made}\n}}\n", comment(resource.why), camel(switch)),
        None => format!("{}{made}\n", comment(resource.why)),
    }
}

/// The module and the class of a type of Terraform, by the provider's own mapping.
/// <https://github.com/pulumi/pulumi-aws/blob/master/provider/resources.go>
fn class(kind: &str) -> (&'static str, String) {
    const MODULES: [(&str, &str); 6] = [
        ("aws_secretsmanager_", "secretsmanager"),
        ("aws_iam_", "iam"),
        ("aws_vpc_security_group_", "vpc"),
        ("aws_db_", "rds"),
        ("aws_vpc_", "ec2"),
        ("aws_security_", "ec2"),
    ];
    let (prefix, module) = MODULES.into_iter().find(|(prefix, _)| kind.starts_with(prefix)).unwrap_or(("aws_", "aws"));
    let rest = match module {
        "vpc" => kind.trim_start_matches("aws_vpc_"),
        "ec2" => kind.trim_start_matches("aws_"),
        _ => kind.trim_start_matches(prefix),
    };
    (module, pascal(rest))
}

fn members(members: &[(String, Expression)]) -> Code {
    // Blocks that may be there several times are a list, under a name in the plural.
    let mut all: Vec<(String, Code)> = Vec::new();
    for (name, value) in members {
        if let Expression::Block(inner) = value
            && name == "auth"
        {
            match all.last_mut() {
                Some((last, Code::List(items))) if last == "auths: " => items.push(self::members(inner)),
                _ => all.push(("auths: ".to_owned(), Code::List(vec![self::members(inner)]))),
            }
        } else {
            all.push((format!("{}: ", camel(name)), code(value)));
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
        other => Code::Plain(reference(other)),
    }
}

fn reference(value: &Expression) -> String {
    match value {
        Expression::Parameter(name) => camel(name),
        Expression::Attribute(id, name) => format!("{}.{}", camel(id), camel(name)),
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
