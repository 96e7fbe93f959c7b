//! The CDK in Python.

use super::{attribute, class, is_named, modules};
use crate::domain::api_name::{camel, snake};
use crate::domain::setup::Setup;
use crate::export::code::{Code, plain, quoted};
use crate::export::resources::{Expression, Parameter, ParameterKind, Resource, Scope, Stack};

const STEP: usize = 4;

/// The app's text.
pub(super) fn app(stack: &Stack, setup: &Setup) -> String {
    let imports: String = modules(stack)
        .iter()
        .map(|module| format!("from aws_cdk import aws_{} as {module}\n", module.trim_end_matches('_')))
        .collect();
    let settings: String = stack.parameters.iter().map(setting).collect();
    // The CDK takes lists alone, and a list as a default would be shared by all calls.
    let lists = stack.parameters.iter().filter(|parameter| parameter.kind == ParameterKind::Subnets);
    let mut body: String =
        lists.map(|parameter| snake(parameter.name)).map(|name| format!("        {name} = list({name})\n")).collect();
    body.extend(stack.transforms.iter().map(|name| format!("        self.add_transform({})\n", quoted(name))));
    for one in stack.in_order() {
        body.push_str(&format!("\n{}", resource(one, stack)));
    }
    body.push('\n');
    for shown in &stack.shown {
        let options = [("description=", text(shown.about)), ("value=", code(&shown.value))];
        body.push_str(&call("cdk.CfnOutput(", shown.name, options.into_iter().map(owned).collect(), 2));
    }
    let subnets = stack.parameters.iter().any(|parameter| parameter.kind == ParameterKind::Subnets);
    let typing = if subnets { "from collections.abc import Sequence\n\n" } else { "" };
    format!(
        "{typing}import aws_cdk as cdk\n{imports}from constructs import Construct\n\n\n\
         class ProxyStack(cdk.Stack):\n    \
             \"\"\"Its arguments are what differs between stages; their defaults are this stage's own.\"\"\"\n\n    \
             def __init__(\n        self,\n        scope: Construct,\n        construct_id: str,\n        *,\n\
         {settings}        **kwargs,\n    ) -> None:\n        \
                 super().__init__(scope, construct_id, **kwargs)\n{}\n\n\n\
         app = cdk.App()\n\
         ProxyStack(\n    app,\n    {},\n    env=cdk.Environment(account={}, region={}),\n)\napp.synth()\n",
        body.trim_end(),
        quoted(&setup.stack_name()),
        quoted(&setup.account.id),
        quoted(&setup.account.region),
    )
}

fn setting(parameter: &Parameter) -> String {
    let name = snake(parameter.name);
    let (kind, value) = match (&parameter.kind, &parameter.value) {
        (ParameterKind::Subnets, Expression::List(items)) => {
            let items: String = items.iter().map(|item| code(item).text(STEP, 0, 0) + ", ").collect();
            ("Sequence[str]", format!("({})", items.trim_end_matches(", ")))
        }
        (ParameterKind::Switch, value) => ("bool", code(value).text(STEP, 0, 0)),
        (_, value) => ("str", code(value).text(STEP, 0, 0)),
    };
    format!("        # {}.\n        {name}: {kind} = {value},\n", parameter.about)
}

fn owned((name, value): (&str, Code)) -> (String, Code) {
    (name.to_owned(), value)
}

fn resource(resource: &Resource, stack: &Stack) -> String {
    let (module, class) = class(resource.kind);
    let name = snake(&resource.id);
    let variable = if is_named(resource, stack) { format!("{name} = ") } else { String::new() };
    let depth = if resource.only_if.is_some() { 3 } else { 2 };
    let members = resource.properties.iter().map(|(name, value)| (format!("{}=", snake(name)), code(value)));
    let mut made = call(&format!("{variable}{module}.{class}("), &resource.id, members.collect(), depth);
    let inner = " ".repeat(STEP * depth);
    if resource.kept {
        made.push_str(&format!("{inner}{name}.apply_removal_policy(cdk.RemovalPolicy.RETAIN)\n"));
    }
    for id in &resource.after {
        made.push_str(&format!("{inner}{name}.add_resource_dependency({})\n", snake(id)));
    }
    let comment = resource.why.map(|why| format!("        # {why}\n")).unwrap_or_default();
    match resource.only_if {
        Some(switch) => format!("{comment}        if {}:\n{made}", snake(switch)),
        None => comment + &made,
    }
}

fn call(head: &str, id: &str, members: Vec<(String, Code)>, depth: usize) -> String {
    let mut all = vec![(String::new(), Code::Plain("self".into())), (String::new(), text(id))];
    all.extend(members);
    let group = Code::Group(head.to_owned(), all, ")");
    format!("{}{}\n", " ".repeat(STEP * depth), group.text(STEP, depth, 0))
}

fn text(text: &str) -> Code {
    Code::Plain(quoted(text))
}

fn code(value: &Expression) -> Code {
    value_with(value, camel)
}

/// A value; `name` says how the names of its members are written.
fn value_with(value: &Expression, name: fn(&str) -> String) -> Code {
    match value {
        Expression::Text(plain) => text(plain),
        Expression::Number(number) => Code::Plain(number.to_string()),
        Expression::Bool(on) => Code::Plain(if *on { "True" } else { "False" }.to_owned()),
        Expression::List(items) => Code::List(items.iter().map(|item| value_with(item, name)).collect()),
        Expression::Map(members) | Expression::Block(members) => {
            let members =
                members.iter().map(|(member, value)| (format!("{}: ", quoted(&name(member))), value_with(value, name)));
            Code::Group("{".into(), members.collect(), "}")
        }
        Expression::Document(inner) => value_with(inner, str::to_owned),
        Expression::Commas(list) => {
            Code::Plain(format!("cdk.Fn.join(\",\", {})", value_with(list, name).text(STEP, 0, 0)))
        }
        Expression::IfGiven(parameter, given) => {
            Code::Plain(format!("{} if {} else None", value_with(given, name).text(STEP, 0, 0), snake(parameter)))
        }
        Expression::Joined(parts) => {
            let parts = parts.iter().map(|part| match part {
                Expression::Text(text) => in_f_string(text),
                other => format!("{{{}}}", reference(other)),
            });
            Code::Plain(format!("f\"{}\"", parts.collect::<String>()))
        }
        other => Code::Plain(reference(other)),
    }
}

fn reference(value: &Expression) -> String {
    match value {
        Expression::Parameter(name) | Expression::Archive(name) => snake(name),
        Expression::Attribute(id, "") => format!("{}.ref", snake(id)),
        Expression::Attribute(id, name) => format!("{}.attr_{}", snake(id), snake(&attribute(name))),
        // Single quotes: before Python 3.12 an f-string may not hold its own.
        Expression::PartOfArn(arn, colons) => {
            format!("cdk.Fn.select({colons}, cdk.Fn.split(':', {}))", reference(arn))
        }
        Expression::Scope(Scope::Partition) => "self.partition".to_owned(),
        Expression::Scope(Scope::Region) => "self.region".to_owned(),
        Expression::Scope(Scope::Account) => "self.account".to_owned(),
        Expression::Scope(Scope::DnsSuffix) => "self.url_suffix".to_owned(),
        other => code(other).text(STEP, 0, 0),
    }
}

fn in_f_string(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            '"' | '\\' => format!("\\{letter}"),
            '{' | '}' => format!("{letter}{letter}"),
            other => plain(other),
        })
        .collect()
}
