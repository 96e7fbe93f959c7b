//! A stack in Terraform's language: variables, resources, outputs.

use super::hcl::{Hcl, Item, block, escaped, quoted};
use crate::domain::api_name::snake;
use crate::export::resources::terraform::EPHEMERAL;
use crate::export::resources::{Expression, Parameter, ParameterKind, Resource, Scope, Stack};

/// The versions of the provider that know every argument: `default_auth_scheme` and the network types
/// came late.
pub(super) fn provider(stack: &Stack) -> &'static str {
    let late = ["default_auth_scheme", "endpoint_network_type", "target_connection_network_type"];
    let is_late = |resource: &Resource| resource.properties.iter().any(|(name, _)| late.contains(&name.as_str()));
    if stack.resources.iter().any(is_late) { ">= 6.25" } else { ">= 5.100" }
}

pub(super) fn variables(stack: &Stack) -> String {
    blocks(stack.parameters.iter().map(|parameter| variable(parameter, stack)))
}

fn variable(parameter: &Parameter, stack: &Stack) -> String {
    let kind = match parameter.kind {
        ParameterKind::Text | ParameterKind::Vpc | ParameterKind::Group => "string",
        ParameterKind::Subnets => "list(string)",
        ParameterKind::Switch => "bool",
    };
    let items = [
        Item::Attribute("type".into(), Hcl::Plain(kind.into())),
        Item::Attribute("default".into(), value(&parameter.value, stack)),
        Item::Attribute("description".into(), Hcl::Plain(quoted(parameter.about))),
    ];
    block(&format!("variable \"{}\"", snake(parameter.name)), &items)
}

/// Every resource, behind the data that they refer to.
pub(super) fn resources(stack: &Stack) -> String {
    let resources = blocks(stack.resources.iter().map(|one| resource(one, stack)));
    let data = ["aws_caller_identity", "aws_partition", "aws_region"];
    let mut all: Vec<String> = data
        .into_iter()
        .filter(|kind| resources.contains(&format!("data.{kind}.current")))
        .map(|kind| format!("data \"{kind}\" \"current\" {{}}\n"))
        .collect();
    all.push(resources);
    blocks(all.into_iter())
}

fn resource(resource: &Resource, stack: &Stack) -> String {
    let (word, kind) = match resource.kind.strip_prefix(EPHEMERAL) {
        Some(kind) => ("ephemeral", kind),
        None => ("resource", resource.kind),
    };
    let mut items = Vec::new();
    if let Some(switch) = resource.only_if {
        items.push(Item::Attribute("count".into(), Hcl::Plain(format!("var.{} ? 1 : 0", snake(switch)))));
    }
    items.extend(body(&resource.properties, stack));
    if !resource.after.is_empty() {
        let after = resource.after.iter().map(|id| Hcl::Plain(address(id, stack))).collect();
        items.push(Item::Attribute("depends_on".into(), Hcl::List(after)));
    }
    if !resource.unread.is_empty() {
        let names = resource.unread.iter().map(|name| Hcl::Plain((*name).to_owned())).collect();
        items.push(Item::Block("lifecycle".into(), vec![Item::Attribute("ignore_changes".into(), Hcl::List(names))]));
    }
    let comment = resource.why.map(|why| format!("# {why}\n")).unwrap_or_default();
    comment + &block(&format!("{word} \"{kind}\" \"{}\"", snake(&resource.id)), &items)
}

fn body(members: &[(String, Expression)], stack: &Stack) -> Vec<Item> {
    let items = |(name, member): &(String, Expression)| match member {
        Expression::Block(inner) => vec![Item::Block(name.clone(), body(inner, stack))],
        // Terraform uploads a file again only where its hash differs.
        Expression::Archive(path) => {
            let path = Expression::Parameter(path);
            let hash = Hcl::Plain(format!("filebase64sha256({})", reference(&path, stack)));
            let file = Item::Attribute(name.clone(), value(&path, stack));
            vec![file, Item::Attribute("source_code_hash".into(), hash)]
        }
        member => vec![Item::Attribute(name.clone(), value(member, stack))],
    };
    members.iter().flat_map(items).collect()
}

pub(super) fn outputs(stack: &Stack) -> String {
    blocks(stack.shown.iter().map(|shown| {
        let items = [
            Item::Attribute("value".into(), value(&shown.value, stack)),
            Item::Attribute("description".into(), Hcl::Plain(quoted(shown.about))),
        ];
        block(&format!("output \"{}\"", snake(shown.name)), &items)
    }))
}

fn blocks(blocks: impl Iterator<Item = String>) -> String {
    blocks.collect::<Vec<_>>().join("\n")
}

/// `aws_db_proxy.proxy`; what is made by a switch is a list.
pub(super) fn address(id: &str, stack: &Stack) -> String {
    let resource = stack.resource(id);
    let kind = resource.map_or("unknown", |resource| resource.kind);
    let nth = if resource.is_some_and(|resource| resource.only_if.is_some()) { "[0]" } else { "" };
    format!("{kind}.{}{nth}", snake(id))
}

fn value(expression: &Expression, stack: &Stack) -> Hcl {
    match expression {
        Expression::Text(text) => Hcl::Plain(quoted(text)),
        Expression::Number(number) => Hcl::Plain(number.to_string()),
        Expression::Bool(on) => Hcl::Plain(on.to_string()),
        Expression::List(items) => Hcl::List(items.iter().map(|item| value(item, stack)).collect()),
        Expression::Map(members) | Expression::Block(members) => {
            Hcl::Object(members.iter().map(|(name, member)| (name.clone(), value(member, stack))).collect())
        }
        Expression::Document(inner) => Hcl::Call("jsonencode", Box::new(value(inner, stack))),
        Expression::Joined(parts) => {
            let parts = parts.iter().map(|part| match part {
                Expression::Text(text) => escaped(text),
                other => format!("${{{}}}", reference(other, stack)),
            });
            Hcl::Plain(format!("\"{}\"", parts.collect::<String>()))
        }
        Expression::Commas(list) => Hcl::Plain(format!("join(\",\", {})", value(list, stack).line())),
        Expression::IfGiven(name, given) => {
            let name = snake(name);
            Hcl::Plain(format!("var.{name} != \"\" ? {} : null", value(given, stack).line()))
        }
        other => Hcl::Plain(reference(other, stack)),
    }
}

/// What stands for something else.
fn reference(expression: &Expression, stack: &Stack) -> String {
    match expression {
        Expression::Parameter(name) => format!("var.{}", snake(name)),
        Expression::Attribute(id, name) => format!("{}.{name}", address(id, stack)),
        Expression::PartOfArn(arn, colons) => format!("split(\":\", {})[{colons}]", reference(arn, stack)),
        Expression::Scope(Scope::Partition) => "data.aws_partition.current.partition".to_owned(),
        Expression::Scope(Scope::DnsSuffix) => "data.aws_partition.current.dns_suffix".to_owned(),
        // The attribute `name` is deprecated from version 6, and `region` unknown before.
        Expression::Scope(Scope::Region) => "data.aws_region.current.id".to_owned(),
        Expression::Scope(Scope::Account) => "data.aws_caller_identity.current.account_id".to_owned(),
        Expression::Text(text) => quoted(text),
        _ => "null".to_owned(),
    }
}
