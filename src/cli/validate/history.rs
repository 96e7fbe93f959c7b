//! `validate --history`: who changed the things at fault last, as text and as JSON.

use serde::Serialize;

use crate::cloud::{CloudError, ErrorKind};
use crate::discover::History;
use crate::domain::finding::Subject;
use crate::domain::observed::Part;
use crate::domain::recorded_change::RecordedChange;
use crate::report::Report;
use crate::text::t;
use crate::words::history_lines;

/// A document with the history in it.
pub fn with(document: impl Serialize, histories: &[History]) -> impl Serialize {
    #[derive(Serialize)]
    struct WithHistory<T> {
        #[serde(flatten)]
        document: T,
        history: Vec<HistoryReport>,
    }
    #[derive(Serialize)]
    struct HistoryReport {
        subject: Subject,
        /// Whose record was asked.
        region: String,
        changes: Part<Vec<RecordedChange>>,
    }
    let told = |history: &History| {
        let History { subject, region, changes } = history.clone();
        HistoryReport { subject, region, changes }
    };
    WithHistory { document, history: histories.iter().map(told).collect() }
}

/// A heading, then each thing with its changes.
pub fn text(histories: &[History]) -> Vec<String> {
    let mut lines = vec![t!("history-head").to_owned()];
    for history in histories {
        let History { subject, changes, .. } = history;
        lines.push(format!("  {} {}:", subject.kind, subject.id));
        lines.extend(history_lines(history).iter().map(|line| format!("    {line}")));
        if let Part::Unreadable(why) = changes
            && why.denied
        {
            let error = CloudError::new(ErrorKind::Denied, &why.operation, &why.because);
            let statement = Report::from(error).copy.unwrap_or_default();
            lines.extend(statement.lines().map(|line| format!("    {line}")));
        }
    }
    lines
}
