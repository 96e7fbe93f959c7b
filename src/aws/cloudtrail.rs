//! CloudTrail: the last calls that changed a thing, from the event history of 90 days that every account has.
//!
//! <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/view-cloudtrail-events.html>

use aws_sdk_cloudtrail::Client;
use aws_sdk_cloudtrail::config::{Config, Region};
use aws_sdk_cloudtrail::types::{Event, LookupAttribute, LookupAttributeKey};
use serde_json::{Map, Value};

use super::error::failed_on;
use crate::cloud::CloudResult;
use crate::domain::mask;
use crate::domain::recorded_change::{ChangedField, RecordedChange};

const LOOKUP: &str = "cloudtrail:LookupEvents";
/// One page: what is asked is who was the last.
const EVENTS: i32 = 50;
/// Changes that are shown.
const CHANGES: usize = 5;
/// Parameters that are shown of each.
const FIELDS: usize = 8;
/// In the place of what is a secret, or cannot be told from one.
const HIDDEN: &str = "(hidden)";

/// Newest first.
pub(super) async fn changes(client: &Client, resource: &str, region: &str) -> CloudResult<Vec<RecordedChange>> {
    let named = LookupAttribute::builder()
        .attribute_key(LookupAttributeKey::ResourceName)
        .attribute_value(resource)
        .build()
        .map_err(|error| super::error::missing(LOOKUP, &error.to_string()))?;
    let call = client.lookup_events().lookup_attributes(named).max_results(EVENTS);
    let there = Config::builder().region(Region::new(region.to_owned()));
    let answer = call.customize().config_override(there).send().await.map_err(failed_on(LOOKUP, resource))?;
    Ok(answer.events.unwrap_or_default().iter().filter_map(change).take(CHANGES).collect())
}

/// `None` for what only read, and for what failed: it changed nothing.
fn change(event: &Event) -> Option<RecordedChange> {
    if event.read_only.as_deref() == Some("true") {
        return None;
    }
    let detail: Value = serde_json::from_str(event.cloud_trail_event.as_deref().unwrap_or("{}")).ok()?;
    if detail.get("errorCode").is_some_and(|code| !code.is_null()) {
        return None;
    }
    let service = event.event_source.as_deref()?.split('.').next()?.to_owned();
    let arn = detail.pointer("/userIdentity/arn").and_then(Value::as_str).map(str::to_owned);
    Some(RecordedChange {
        at: event.event_time?.secs(),
        by: arn.or_else(|| event.username.clone()).unwrap_or_else(|| service.clone()),
        call: format!("{service}:{}", event.event_name.as_deref()?),
        fields: fields(&detail),
    })
}

fn fields(detail: &Value) -> Vec<ChangedField> {
    let Some(asked) = detail.get("requestParameters").and_then(Value::as_object) else { return Vec::new() };
    let answered = detail.get("responseElements").and_then(Value::as_object);
    let pending = answered.and_then(|answered| answered.get("pendingModifiedValues")?.as_object());
    let known = |(name, value): (&String, &Value)| {
        let hidden = mask::sounds_secret(name);
        Some(ChangedField {
            new: if hidden { HIDDEN.to_owned() } else { short(value)? },
            // Only a value that is still to be applied stands beside the one that holds.
            old: pending.filter(|pending| !hidden && pending.contains_key(name)).and_then(|_| before(answered, name)),
            name: name.clone(),
        })
    };
    asked.iter().filter_map(known).take(FIELDS).collect()
}

fn before(answered: Option<&Map<String, Value>>, name: &str) -> Option<String> {
    short(answered?.get(name)?)
}

/// On one line, and not longer than one.
fn short(value: &Value) -> Option<String> {
    const LONG: usize = 120;
    let text = match value {
        Value::Null => return None,
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let text = mask::mask(&text).unwrap_or_else(|| HIDDEN.to_owned());
    let cut: String = text.chars().take(LONG).collect();
    Some(if cut.len() < text.len() { format!("{cut}\u{2026}") } else { cut })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use aws_smithy_types::DateTime;

    fn event(detail: &str) -> Event {
        Event::builder()
            .event_name("ModifyDBInstance")
            .event_source("rds.amazonaws.com")
            .event_time(DateTime::from_secs(1_795_165_200))
            .username("alice")
            .read_only("false")
            .cloud_trail_event(detail)
            .build()
    }

    #[test]
    fn old_stands_against_new_only_where_the_event_has_both_and_secrets_are_not_shown() {
        let detail = r#"{"userIdentity": {"arn": "arn:aws:iam::1:user/alice"},
            "requestParameters": {"dBInstanceClass": "db.r6g.large", "masterUserPassword": "x", "applyImmediately": false},
            "responseElements": {"dBInstanceClass": "db.t4g.small", "pendingModifiedValues": {"dBInstanceClass": "db.r6g.large"}}}"#;
        let change = change(&event(detail)).unwrap();
        assert_eq!((change.by.as_str(), change.call.as_str()), ("arn:aws:iam::1:user/alice", "rds:ModifyDBInstance"));
        let field = |name: &str| change.fields.iter().find(|field| field.name == name).unwrap().clone();
        assert_eq!(field("dBInstanceClass").old.as_deref(), Some("db.t4g.small"));
        assert_eq!((field("applyImmediately").old, field("applyImmediately").new.as_str()), (None, "false"));
        assert_ne!(field("masterUserPassword").new, "x");
    }

    #[test]
    fn what_failed_or_only_read_is_no_change() {
        assert_eq!(change(&event(r#"{"errorCode": "AccessDenied"}"#)), None);
        let read = Event::builder().read_only("true").event_name("DescribeDBInstances").build();
        assert_eq!(change(&read), None);
    }
}
