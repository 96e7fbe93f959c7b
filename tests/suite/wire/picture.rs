//! An account as a value that can be compared: what is observed of a setup field by field, and every
//! thing that a setup could make, so that one too many is seen. What AWS names anew each time (ids,
//! revisions, versions, times) is left out or stands as what it names.

use aws_config::SdkConfig;
use rds_proxy_wizard::cloud::Connection;
use rds_proxy_wizard::domain::TAG_RUN;
use rds_proxy_wizard::domain::choices::Choices;
use rds_proxy_wizard::domain::observed::{Observed, Part};
use serde_json::{Map, Value, json};

use crate::seed::Seeded;

/// What has a time, a revision or an id of its own.
const UNSTEADY: &[&str] = &["revision_id", "created", "updated", "last_changed", "at", "version_stages"];

/// What a setup could make beyond that which is observed whole (proxies, groups with their rules, VPC
/// endpoints), by name.
pub async fn things(direct: &Connection, config: &SdkConfig, seeded: &Seeded) -> Value {
    let iam = aws_sdk_iam::Client::new(config);
    let lambda = aws_sdk_lambda::Client::new(config);
    let (secrets, roles, versions) = futures::join!(
        direct.reader().secrets(),
        iam.list_roles().send(),
        lambda.list_versions_by_function().function_name(&seeded.function_outside).send(),
    );
    let secrets = secrets.unwrap().into_iter().filter(|secret| !secret.deleted);
    json!({
        "secrets": secrets.map(|secret| secret.name).collect::<Vec<_>>(),
        "roles": roles.unwrap().roles.into_iter().map(|role| role.role_name).collect::<Vec<_>>(),
        "versions": versions.unwrap().versions.unwrap_or_default().len(),
    })
}

/// Both as one value in which two runs of one setup do not differ.
pub fn comparable(observed: &Observed, things: &Value, choices: &Choices) -> Value {
    let mut observed = observed.clone();
    // AWS keeps a deleted secret for a week; its name is taken, and nothing else is of it.
    if observed.secret.present().is_some_and(|secret| secret.deleted) {
        observed.secret = Part::Absent;
    }
    observed.deleted_secrets.clear();
    let names = names(&observed, choices);
    let mut all = serde_json::to_value(&observed).unwrap();
    if let (Value::Object(all), Value::Object(things)) = (&mut all, things.clone()) {
        all.extend(things);
    }
    steady(&mut all, &names);
    all
}

/// What AWS or the test named for this run alone → what it is.
fn names(observed: &Observed, choices: &Choices) -> Vec<(String, String)> {
    let mut names = Vec::new();
    for group in observed.security_groups.items() {
        names.push((group.id.clone(), format!("<group {}>", group.name)));
    }
    for endpoint in observed.vpc_endpoints.items() {
        names.push((endpoint.id.clone(), format!("<endpoint {}>", endpoint.service_name)));
    }
    if let Some(proxy) = observed.proxy.present() {
        names.push((proxy.resource_id().to_owned(), "<proxy>".into()));
        names.extend(proxy.endpoint.clone().map(|host| (host, "<host>".into())));
    }
    for endpoint in observed.proxy_endpoints.items().iter().filter(|endpoint| endpoint.is_default) {
        names.push((endpoint.arn.clone(), "<default endpoint>".into()));
    }
    for endpoint in observed.named_endpoints.items() {
        names.push((endpoint.arn.clone(), "<proxy endpoint>".into()));
        names.extend(endpoint.host.clone().map(|host| (host, "<proxy endpoint host>".into())));
    }
    if let Some(secret) = observed.secret.present() {
        names.push((secret.arn.clone(), "<secret>".into()));
    }
    names.extend(choices.proxy.name.clone().map(|name| (name, "<name>".into())));
    names
}

fn steady(value: &mut Value, names: &[(String, String)]) {
    match value {
        Value::String(text) => {
            for (name, meaning) in names {
                *text = text.replace(name.as_str(), meaning);
            }
        }
        Value::Array(items) => {
            items.iter_mut().for_each(|item| steady(item, names));
            items.sort_by_key(Value::to_string);
        }
        Value::Object(fields) => {
            fields.retain(|key, _| !UNSTEADY.contains(&key.as_str()));
            let is_rule = fields.contains_key("direction");
            let is_alias = fields.contains_key("version") && fields.len() == 2;
            let all = std::mem::take(fields).into_iter().map(|(key, mut value)| {
                steady(&mut value, names);
                if (is_rule && key == "id") || key == TAG_RUN {
                    value = json!("<any>");
                }
                // The first version is the seed's, any other a run's.
                if is_alias && key == "version" && value != "1" {
                    value = json!("<published>");
                }
                let key = names.iter().fold(key, |key, (name, meaning)| key.replace(name.as_str(), meaning));
                (key, value)
            });
            let mut all: Vec<(String, Value)> = all.collect();
            all.sort_by(|a, b| a.0.cmp(&b.0));
            *fields = Map::from_iter(all);
        }
        _ => {}
    }
}

/// What one picture has and the other has not, a line each.
pub fn differences(is: &Value, should: &Value) -> Vec<String> {
    let mut lines = Vec::new();
    let nothing = Value::Null;
    let (Value::Object(is), Value::Object(should)) = (is, should) else { return vec!["no picture".into()] };
    for (part, should) in should {
        let is = is.get(part).unwrap_or(&nothing);
        match (is, should) {
            (is, should) if is == should => {}
            (Value::Array(is), Value::Array(should)) => {
                lines.extend(surplus(is, should).map(|item| short(format!("+ {part} {item}"))));
                lines.extend(surplus(should, is).map(|item| short(format!("- {part} {item}"))));
            }
            _ => lines.extend([short(format!("{part} is {is}")), short(format!("  should {should}"))]),
        }
    }
    lines
}

/// Items of `a` beyond those of `b`, each as often as it is too many.
fn surplus<'a>(a: &'a [Value], b: &'a [Value]) -> impl Iterator<Item = &'a Value> {
    let mut others: Vec<&Value> = b.iter().collect();
    a.iter().filter(move |item| match others.iter().position(|other| other == item) {
        Some(at) => {
            others.remove(at);
            false
        }
        None => true,
    })
}

fn short(line: String) -> String {
    line.chars().take(400).collect()
}
