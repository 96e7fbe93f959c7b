//! A stack in the language of templates: sections, intrinsic functions, conditions.

use crate::domain::outside::one_line;
use crate::export::resources::{Expression, Parameter, ParameterKind, Resource, Scope, Shown, Stack};
use crate::export::yaml::{Node, YamlMember, document};

/// The template's text.
pub(in crate::export) fn template(stack: &Stack, name: &str) -> String {
    document(&sections(stack, name))
}

fn sections(stack: &Stack, name: &str) -> Vec<YamlMember> {
    let about = format!("RDS Proxy {} for an AWS Lambda function, by rds-proxy-wizard", one_line(name));
    let switches: Vec<YamlMember> = stack
        .parameters
        .iter()
        .filter(|parameter| parameter.kind == ParameterKind::Switch)
        .map(|parameter| {
            let is_true = Node::List(vec![reference(parameter.name), Node::Text("true".into())]);
            YamlMember::new(condition(parameter.name), Node::Tagged("Equals", Box::new(is_true)))
        })
        .chain(stack.optional().into_iter().map(|name| {
            let is_empty = Node::Tagged("Equals", Box::new(Node::List(vec![reference(name), "".into()])));
            YamlMember::new(given(name), Node::Tagged("Not", Box::new(Node::List(vec![is_empty]))))
        }))
        .collect();
    let mut sections = vec![YamlMember::new("AWSTemplateFormatVersion", "2010-09-09".into())];
    match stack.transforms.as_slice() {
        [] => {}
        [transform] => sections.push(YamlMember::new("Transform", (*transform).into())),
        all => sections.push(YamlMember::new("Transform", Node::List(all.iter().map(|name| (*name).into()).collect()))),
    }
    sections.extend([
        YamlMember::new("Description", Node::Text(about)),
        YamlMember::new("Parameters", Node::Map(stack.parameters.iter().map(parameter).collect())),
    ]);
    if !switches.is_empty() {
        sections.push(YamlMember::new("Conditions", Node::Map(switches)));
    }
    sections.push(YamlMember::new("Resources", Node::Map(stack.resources.iter().map(resource).collect())));
    if !stack.shown.is_empty() {
        sections.push(YamlMember::new("Outputs", Node::Map(stack.shown.iter().map(shown).collect())));
    }
    sections
}

/// The condition that a switch is read by.
fn condition(switch: &str) -> String {
    format!("Is{switch}")
}

/// The condition that something was given for an optional parameter.
fn given(name: &str) -> String {
    format!("Has{name}")
}

fn parameter(parameter: &Parameter) -> YamlMember {
    let kind = match parameter.kind {
        ParameterKind::Text | ParameterKind::Switch => "String",
        ParameterKind::Vpc => "AWS::EC2::VPC::Id",
        ParameterKind::Subnets => "List<AWS::EC2::Subnet::Id>",
        ParameterKind::Group => "AWS::EC2::SecurityGroup::Id",
    };
    let mut members = vec![
        YamlMember::new("Type", kind.into()),
        YamlMember::new("Default", Node::Text(plain(&parameter.value))),
        YamlMember::new("Description", parameter.about.into()),
    ];
    if parameter.kind == ParameterKind::Switch {
        let both = Node::List(vec![Node::Text("true".into()), Node::Text("false".into())]);
        members.push(YamlMember::new("AllowedValues", both));
    }
    YamlMember::new(parameter.name, Node::Map(members))
}

/// A default is text alone: CloudFormation splits a list at its commas, and knows no functions here.
fn plain(value: &Expression) -> String {
    match value {
        Expression::Text(text) => text.clone(),
        Expression::Bool(on) => on.to_string(),
        Expression::Number(number) => number.to_string(),
        Expression::List(items) => items.iter().map(plain).collect::<Vec<_>>().join(","),
        _ => String::new(),
    }
}

fn resource(resource: &Resource) -> YamlMember {
    let mut members = vec![YamlMember::new("Type", resource.kind.into())];
    if let Some(switch) = resource.only_if {
        members.push(YamlMember::new("Condition", Node::Text(condition(switch))));
    }
    if resource.kept {
        members.push(YamlMember::new("DeletionPolicy", "Retain".into()));
        members.push(YamlMember::new("UpdateReplacePolicy", "Retain".into()));
    }
    if !resource.after.is_empty() {
        let after = resource.after.iter().map(|id| id.as_str().into()).collect();
        members.push(YamlMember::new("DependsOn", Node::List(after)));
    }
    members.push(YamlMember::new("Properties", entries(&resource.properties)));
    YamlMember::new(&resource.id, Node::Map(members)).with_comment(resource.why)
}

fn shown(shown: &Shown) -> YamlMember {
    let mut members =
        vec![YamlMember::new("Description", shown.about.into()), YamlMember::new("Value", node(&shown.value))];
    if let Some(switch) = shown.only_if {
        members.push(YamlMember::new("Condition", Node::Text(condition(switch))));
    }
    YamlMember::new(shown.name, Node::Map(members))
}

fn entries(members: &[(String, Expression)]) -> Node {
    Node::Map(members.iter().map(|(name, value)| YamlMember::new(name, node(value))).collect())
}

fn reference(name: &str) -> Node {
    Node::Tagged("Ref", Box::new(name.into()))
}

fn node(value: &Expression) -> Node {
    match value {
        Expression::Text(text) => Node::Text(text.clone()),
        Expression::Number(number) => Node::Number(*number),
        Expression::Bool(on) => Node::Bool(*on),
        Expression::List(items) => Node::List(items.iter().map(node).collect()),
        Expression::Map(members) | Expression::Block(members) => entries(members),
        Expression::Document(inner) => node(inner),
        Expression::Parameter(name) => reference(name),
        Expression::Attribute(resource, "") => reference(resource),
        Expression::Attribute(resource, name) => {
            Node::Tagged("GetAtt", Box::new(Node::Text(format!("{resource}.{name}"))))
        }
        Expression::PartOfArn(arn, colons) => {
            let split = Node::Tagged("Split", Box::new(Node::List(vec![":".into(), node(arn)])));
            Node::Tagged("Select", Box::new(Node::List(vec![Node::Number(*colons as u64), split])))
        }
        Expression::Scope(scope) => reference(pseudo(*scope)),
        Expression::Joined(parts) => joined(parts),
        Expression::Commas(list) => Node::Tagged("Join", Box::new(Node::List(vec![",".into(), node(list)]))),
        Expression::IfGiven(name, value) => {
            let either = vec![Node::Text(given(name)), node(value), reference("AWS::NoValue")];
            Node::Tagged("If", Box::new(Node::List(either)))
        }
        Expression::Archive(name) => reference(name),
    }
}

const fn pseudo(scope: Scope) -> &'static str {
    match scope {
        Scope::Partition => "AWS::Partition",
        Scope::Region => "AWS::Region",
        Scope::Account => "AWS::AccountId",
        Scope::DnsSuffix => "AWS::URLSuffix",
    }
}

/// `!Sub`: what it cannot name in the text itself gets a name.
fn joined(parts: &[Expression]) -> Node {
    let mut text = String::new();
    let mut named = Vec::new();
    for part in parts {
        match part {
            Expression::Text(plain) => text.push_str(&plain.replace("${", "${!")),
            Expression::Parameter(name) => text.push_str(&format!("${{{name}}}")),
            Expression::Attribute(resource, "") => text.push_str(&format!("${{{resource}}}")),
            Expression::Attribute(resource, name) => text.push_str(&format!("${{{resource}.{name}}}")),
            Expression::Scope(scope) => text.push_str(&format!("${{{}}}", pseudo(*scope))),
            other => {
                let name =
                    if matches!(other, Expression::PartOfArn(..)) { "Id".to_owned() } else { "Value".to_owned() };
                text.push_str(&format!("${{{name}}}"));
                named.push(YamlMember::new(name, node(other)));
            }
        }
    }
    let text = Node::Text(text);
    let inner = if named.is_empty() { text } else { Node::List(vec![text, Node::Map(named)]) };
    Node::Tagged("Sub", Box::new(inner))
}
