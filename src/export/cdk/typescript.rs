//! The CDK in TypeScript.

use super::{attribute, class, is_named, modules};
use crate::domain::api_name::camel;
use crate::domain::setup::Setup;
use crate::export::code::{Code, plain, quoted};
use crate::export::resources::{Expression, Parameter, ParameterKind, Resource, Scope, Stack};

const STEP: usize = 2;

/// The app's text.
pub(super) fn app(stack: &Stack, setup: &Setup) -> String {
    let imports: Vec<String> =
        modules(stack).iter().map(|module| format!("aws_{} as {module}", module.trim_end_matches('_'))).collect();
    let props: String = stack.parameters.iter().map(prop).collect();
    let mut lines: Vec<String> = stack.parameters.iter().map(constant).collect();
    lines.extend(stack.transforms.iter().map(|name| format!("this.addTransform({});", quoted(name))));
    lines.push(String::new());
    for one in stack.in_order() {
        lines.push(resource(one, stack));
    }
    lines.extend(stack.shown.iter().map(|shown| {
        let options = group(vec![("description", text(shown.about)), ("value", code(&shown.value, false))]);
        statement(&format!("new cdk.CfnOutput(this, {}, ", quoted(shown.name)), &options, 2)
    }));
    let body: String =
        lines.iter().map(|line| if line.is_empty() { "\n".to_owned() } else { format!("    {line}\n") }).collect();
    let stage = group(vec![("account", text(&setup.account.id)), ("region", text(&setup.account.region))]);
    format!(
        "import * as cdk from \"aws-cdk-lib\";\n\
         import {{ {} }} from \"aws-cdk-lib\";\n\
         import type {{ Construct }} from \"constructs\";\n\n\
         /** What differs between stages; this stage's own values where nothing is given. */\n\
         export interface ProxyStackProps extends cdk.StackProps {{\n{props}}}\n\n\
         export class ProxyStack extends cdk.Stack {{\n  \
           constructor(scope: Construct, id: string, props: ProxyStackProps = {{}}) {{\n    \
             super(scope, id, props);\n{body}  }}\n}}\n\n\
         const app = new cdk.App();\n\
         new ProxyStack(app, {}, {{ env: {} }});\n",
        imports.join(", "),
        quoted(&setup.stack_name()),
        stage.text(STEP, 0, 0),
    )
}

fn prop(parameter: &Parameter) -> String {
    let kind = match parameter.kind {
        ParameterKind::Subnets => "string[]",
        ParameterKind::Switch => "boolean",
        ParameterKind::Text | ParameterKind::Vpc | ParameterKind::Group => "string",
    };
    format!("  /** {} */\n  readonly {}?: {kind};\n", parameter.about, camel(parameter.name))
}

fn constant(parameter: &Parameter) -> String {
    let name = camel(parameter.name);
    format!("const {name} = props.{name} ?? {};", code(&parameter.value, false).text(STEP, 2, 40))
}

fn resource(resource: &Resource, stack: &Stack) -> String {
    let (module, class) = class(resource.kind);
    let name = camel(&resource.id);
    let variable = if is_named(resource, stack) { format!("const {name} = ") } else { String::new() };
    let depth = if resource.only_if.is_some() { 3 } else { 2 };
    let head = format!("{variable}new {module}.{class}(this, {}, ", quoted(&resource.id));
    let mut made = statement(&head, &members(&resource.properties), depth);
    let inner = " ".repeat(STEP * depth);
    if resource.kept {
        made.push_str(&format!("\n{inner}{name}.applyRemovalPolicy(cdk.RemovalPolicy.RETAIN);"));
    }
    for id in &resource.after {
        made.push_str(&format!("\n{inner}{name}.addResourceDependency({});", camel(id)));
    }
    let comment = resource.why.map(|why| format!("// {why}\n    ")).unwrap_or_default();
    match resource.only_if {
        Some(switch) => format!("{comment}if ({}) {{\n      {made}\n    }}\n", camel(switch)),
        None => format!("{comment}{made}\n"),
    }
}

fn statement(head: &str, options: &Code, depth: usize) -> String {
    format!("{head}{});", options.text(STEP, depth, head.len() + 2))
}

fn text(text: &str) -> Code {
    Code::Plain(quoted(text))
}

fn group(members: Vec<(&str, Code)>) -> Code {
    Code::Group("{".into(), members.into_iter().map(|(name, value)| (format!("{name}: "), value)).collect(), "}")
}

fn members(members: &[(String, Expression)]) -> Code {
    let members = members.iter().map(|(name, value)| (format!("{}: ", camel(name)), code(value, false)));
    Code::Group("{".into(), members.collect(), "}")
}

/// A value; the names of a document are its own.
fn code(value: &Expression, in_document: bool) -> Code {
    match value {
        Expression::Text(plain) => text(plain),
        Expression::Number(number) => Code::Plain(number.to_string()),
        Expression::Bool(on) => Code::Plain(on.to_string()),
        Expression::List(items) => Code::List(items.iter().map(|item| code(item, in_document)).collect()),
        Expression::Map(inner) | Expression::Block(inner) if in_document => {
            let inner = inner.iter().map(|(name, value)| (format!("{}: ", key(name)), code(value, true)));
            Code::Group("{".into(), inner.collect(), "}")
        }
        Expression::Map(inner) | Expression::Block(inner) => members(inner),
        Expression::Document(inner) => code(inner, true),
        Expression::Commas(list) => {
            Code::Plain(format!("cdk.Fn.join(\",\", {})", code(list, in_document).text(STEP, 0, 0)))
        }
        Expression::IfGiven(name, given) => {
            Code::Plain(format!("{} ? {} : undefined", camel(name), code(given, in_document).text(STEP, 0, 0)))
        }
        Expression::Joined(parts) => {
            let parts = parts.iter().map(|part| match part {
                Expression::Text(text) => template(text),
                other => format!("${{{}}}", reference(other)),
            });
            Code::Plain(format!("`{}`", parts.collect::<String>()))
        }
        other => Code::Plain(reference(other)),
    }
}

fn reference(value: &Expression) -> String {
    match value {
        Expression::Parameter(name) | Expression::Archive(name) => camel(name),
        Expression::Attribute(id, "") => format!("{}.ref", camel(id)),
        Expression::Attribute(id, name) => format!("{}.attr{}", camel(id), attribute(name)),
        Expression::PartOfArn(arn, colons) => {
            format!("cdk.Fn.select({colons}, cdk.Fn.split(\":\", {}))", reference(arn))
        }
        Expression::Scope(Scope::Partition) => "this.partition".to_owned(),
        Expression::Scope(Scope::Region) => "this.region".to_owned(),
        Expression::Scope(Scope::Account) => "this.account".to_owned(),
        Expression::Scope(Scope::DnsSuffix) => "this.urlSuffix".to_owned(),
        other => code(other, false).text(STEP, 0, 0),
    }
}

/// The text inside a template literal.
pub(in crate::export) fn template(text: &str) -> String {
    text.chars().map(|letter| if "`\\$".contains(letter) { format!("\\{letter}") } else { plain(letter) }).collect()
}

/// A member's name: in quotes where it is no identifier.
pub(in crate::export) fn key(name: &str) -> String {
    let is_letter = |c: char| c.is_ascii_alphanumeric() || c == '_';
    if name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') && name.chars().all(is_letter) {
        name.to_owned()
    } else {
        quoted(name)
    }
}
