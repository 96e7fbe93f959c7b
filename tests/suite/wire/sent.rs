//! What the SDK sends is what the review shows: each write's request, read off the wire, has the members
//! of the call that its step describes, with the same values.
//!
//! A member is known by its own name, without its place: `Auth.member.1.SecretArn` of the query protocol
//! is `Auth[0].SecretArn` of the review.

use serde_json::Value;

use super::world::{Flow, World};
use crate::between::Message;
use crate::services::service;
use rds_proxy_wizard::apply::End;
use rds_proxy_wizard::domain::TAG_RUN;

/// What only the request has: the protocol's own, a token against doing it twice, and the password.
const OF_THE_REQUEST: [&str; 6] =
    ["action", "version", "clienttoken", "clientrequesttoken", "revisionid", "secretstring"];

/// Members whose name in EC2's and IAM's query protocol is another than the API's.
const ALIASES: [(&str, &str); 2] = [("groupdescription", "description"), ("groups", "useridgrouppairs")];

type Leaves = Vec<(String, String)>;

/// A name as both sides write it: EC2 says `SubnetId.1` for `SubnetIds`.
fn plain(name: &str) -> String {
    let name = name.to_ascii_lowercase();
    let name = ALIASES.iter().find(|(wire, _)| *wire == name).map_or(name.as_str(), |(_, ours)| ours);
    name.strip_suffix('s').unwrap_or(name).to_owned()
}

fn leaf(leaves: &mut Leaves, name: &str, text: &str) {
    if OF_THE_REQUEST.contains(&name.to_ascii_lowercase().as_str()) {
        return;
    }
    // A policy is text on the wire, and shown as what it says.
    match serde_json::from_str::<Value>(text) {
        Ok(document) if document.is_object() => flatten(leaves, "", &document),
        _ => leaves.push((plain(name), text.to_owned())),
    }
}

fn flatten(leaves: &mut Leaves, name: &str, value: &Value) {
    match value {
        Value::Object(members) => members.iter().for_each(|(name, value)| flatten(leaves, name, value)),
        Value::Array(items) if items.is_empty() => leaf(leaves, name, ""),
        Value::Array(items) => items.iter().for_each(|value| flatten(leaves, name, value)),
        Value::String(text) => leaf(leaves, name, text),
        Value::Null => {}
        other => leaf(leaves, name, &other.to_string()),
    }
}

fn decoded(text: &str) -> String {
    percent_encoding::percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}

/// The members of a request in any of AWS's protocols.
fn wire(message: &Message) -> Leaves {
    let mut leaves = Leaves::new();
    let body = String::from_utf8_lossy(&message.body);
    if let Ok(value) = serde_json::from_str::<Value>(&body) {
        flatten(&mut leaves, "", &value);
    } else {
        for (name, value) in body.split('&').filter_map(|pair| pair.split_once('=')) {
            let mut words = name.split('.').filter(|word| !["member", "entry", "item"].contains(word));
            let name = words.rfind(|word| word.parse::<u32>().is_err()).unwrap_or_default();
            leaf(&mut leaves, name, &decoded(value));
        }
    }
    sorted(leaves)
}

/// Whether the request sends what is shown. What stands in the path is no member of it, and of variables
/// that are kept only the names are shown.
fn is_sent(shown: &Leaves, request: &Message) -> bool {
    let path = request.second_word();
    let in_path = |value: &str| path.split(['/', '?']).any(|part| part == value);
    let mut left: Leaves = shown.iter().filter(|(_, value)| !in_path(value)).cloned().collect();
    for (name, value) in wire(request).iter().filter(|(_, value)| !in_path(value)) {
        let same = |(ours, text): &(String, String)| ours == name && (text == value || text == "(kept)");
        match left.iter().position(same) {
            Some(at) => drop(left.remove(at)),
            None => return false,
        }
    }
    left.is_empty()
}

/// The run's tag is the engine's own, and so are both halves of it.
fn sorted(mut leaves: Leaves) -> Leaves {
    if let Some(at) = leaves.iter().position(|(_, value)| value == TAG_RUN) {
        leaves.drain(at..(at + 2).min(leaves.len()));
    }
    leaves.sort();
    leaves
}

/// The calls of a step, by operation: its input is one call's, or an object of several.
fn shown(call: &str, input: &str) -> Vec<(String, Value)> {
    let value: Value = serde_json::from_str(input).unwrap();
    let service = call.split(':').next().unwrap();
    let members = value.as_object().unwrap();
    let several = members.values().all(Value::is_object)
        && members.keys().all(|name| {
            ["Create", "Publish", "Put", "Restore", "Revoke", "Tag", "Update"].iter().any(|verb| name.starts_with(verb))
        });
    if several {
        members.iter().map(|(operation, input)| (format!("{service}:{operation}"), input.clone())).collect()
    } else {
        vec![(call.to_owned(), value)]
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_sdk_sends_what_the_review_shows() {
    let Some(url) = service("RPW_MINISTACK_URL") else { return };
    let mut differ = Vec::new();
    for flow in Flow::ALL {
        let world = World::open(&url, flow).await;
        let plan = world.plan(&world.choices()).await;
        world.line.calm();
        let outcome = world.engine().run(plan).await.unwrap();
        assert_eq!(outcome.end, End::Finished, "{flow:?}");
        let mut sent = world.line.sent();
        let mut plan = outcome.receipt.plan.clone();
        plan.known = outcome.receipt.outputs.clone();
        for step in plan.changes() {
            let words = plan.describe(step);
            for (operation, input) in shown(&words.call, &words.input) {
                let mut ours = Leaves::new();
                flatten(&mut ours, "", &input);
                let ours = sorted(ours);
                let same = |(action, request): &&(String, Message)| *action == operation && is_sent(&ours, request);
                match sent.iter().position(|one| same(&one)) {
                    Some(at) => drop(sent.remove(at)),
                    None => {
                        let theirs =
                            sent.iter().filter(|(action, _)| *action == operation).map(|(_, request)| wire(request));
                        differ.push(format!(
                            "{flow:?}, {operation}\n  shown {ours:?}\n  sent  {:?}",
                            theirs.collect::<Vec<_>>()
                        ));
                    }
                }
            }
        }
        let rest: Vec<&String> = sent.iter().map(|(action, _)| action).collect();
        if !rest.is_empty() {
            differ.push(format!("{flow:?}: no review shows {rest:?}"));
        }
        assert_eq!(world.engine().undo(outcome.receipt).await.unwrap().end, End::Finished, "{flow:?}");
    }
    assert!(differ.is_empty(), "{}", differ.join("\n"));
}
