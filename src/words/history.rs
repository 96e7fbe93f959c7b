//! The last changes to a thing at fault, as CloudTrail recorded them, a line each.

use crate::discover::History;
use crate::domain::observed::Part;
use crate::domain::recorded_change::{ChangedField, RecordedChange};
use crate::earlier::minute;
use crate::text::t;

/// Each change, or why none is known; and whose record says so.
pub fn history_lines(history: &History) -> Vec<String> {
    let region = history.region.as_str();
    match &history.changes {
        Part::Present(changes) if changes.is_empty() => vec![t!("history-none", region = region)],
        Part::Present(changes) => changes.iter().map(line).chain([t!("history-from", region = region)]).collect(),
        Part::Unreadable(why) if why.denied => {
            vec![t!("history-denied", operation = why.operation.as_str(), region = region)]
        }
        Part::Unreadable(why) => vec![why.because.clone()],
        Part::Absent | Part::NotAsked => Vec::new(),
    }
}

/// `2026-11-19 15:00 UTC, alice: rds:ModifyDBProxy, requireTLS true → false`.
fn line(change: &RecordedChange) -> String {
    let RecordedChange { at, by, call, fields } = change;
    let fields = fields.iter().map(|ChangedField { name, old, new }| match old {
        Some(old) => format!(", {name} {old} \u{2192} {new}"),
        None => format!(", {name} {new}"),
    });
    format!("{}, {by}: {call}{}", minute(*at), fields.collect::<String>())
}
