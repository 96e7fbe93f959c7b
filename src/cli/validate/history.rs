//! `validate --history`: who changed the things at fault last, as text and as JSON.

use serde::Serialize;

use crate::cloud::{CloudError, ErrorKind};
use crate::discover::History;
use crate::domain::finding::Subject;
use crate::domain::observed::Part;
use crate::domain::recorded_change::{ChangedField, RecordedChange};
use crate::earlier::minute;
use crate::report::Report;
use crate::text::t;

/// A document with the history in it.
pub fn with(document: impl Serialize, histories: &[History]) -> impl Serialize {
    #[derive(Serialize)]
    struct With<T> {
        #[serde(flatten)]
        document: T,
        history: Vec<Told>,
    }
    #[derive(Serialize)]
    struct Told {
        subject: Subject,
        changes: Part<Vec<RecordedChange>>,
    }
    let told = |history: &History| Told { subject: history.subject.clone(), changes: history.changes.clone() };
    With { document, history: histories.iter().map(told).collect() }
}

/// A heading, then each thing with its changes.
pub fn text(histories: &[History]) -> Vec<String> {
    let mut lines = vec![t!("history-head").to_owned()];
    for History { subject, changes } in histories {
        let name = format!("{} {}", subject.kind, subject.id);
        match changes {
            Part::Present(changes) if changes.is_empty() => {
                lines.push(format!("  {name}: {}", t!("history-none")));
            }
            Part::Present(changes) => {
                lines.push(format!("  {name}:"));
                lines.extend(changes.iter().map(|change| format!("    {}", line(change))));
            }
            Part::Unreadable(why) if why.denied => {
                let error = CloudError::new(ErrorKind::Denied, &why.operation, &why.because);
                lines.push(format!("  {name}: {}", t!("history-denied", operation = why.operation.as_str())));
                lines.extend(
                    Report::from(error)
                        .copy
                        .iter()
                        .flat_map(|copy| copy.lines().map(|line| format!("    {line}")).collect::<Vec<_>>()),
                );
            }
            Part::Unreadable(why) => lines.push(format!("  {name}: {}", why.because)),
            Part::Absent | Part::NotAsked => {}
        }
    }
    lines
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
