//! A load that has ended, and two of them side by side, as text and as documents.

use serde::Serialize;
use std::path::Path;

use super::plot::columns;
use crate::cli::output::Exit;
use crate::load::{Charts, Comparison, Ended, FigureRow, Pattern, Record, Spent, Summary};
use crate::text::{columns as width, grouped, padded, t};
use crate::words::{lessons, load_title, millis, traced_parts, traced_sentence};

/// The one document of `--format json`.
#[derive(Serialize)]
pub struct LoadDocument<'a> {
    schema: &'static str,
    file: String,
    summary: Summary,
    #[serde(flatten)]
    record: &'a Record,
}

impl<'a> LoadDocument<'a> {
    pub fn new(record: &'a Record, path: &Path) -> Self {
        let file = path.display().to_string();
        Self { schema: "rds-proxy-wizard/load/v1", file, summary: record.summary(), record }
    }
}

/// Failed, where a call did not answer for another reason than throttling, or the load gave up.
pub fn exit(record: &Record) -> Exit {
    let failed = record.summary().errors() > 0 || matches!(record.ended, Ended::GaveUp(_));
    if failed { Exit::Failed } else { Exit::Done }
}

/// The answer, the figures, the plot, what they teach, and where it is kept.
pub fn text(record: &Record, path: &Path) -> String {
    let summary = record.summary();
    let mut text = format!("\n{}\n", load_title(record));
    let mut row = |name: &str, value: String| text.push_str(&format!("  {}{value}\n", padded(name, 23)));
    row(
        t!("load-row-calls"),
        t!("load-calls-rate", calls = summary.calls, rate = grouped(format!("{:.1}", summary.per_second))),
    );
    if let Some(connections) = summary.connections {
        let percent = grouped(format!("{:.1}", connections.reused_percent()));
        row(t!("load-row-reused"), t!("load-reused", percent = percent, distinct = connections.distinct));
    }
    let cold = summary.cold.map_or_else(|| t!("load-unknown").to_owned(), |cold| cold.to_string());
    row(
        t!("load-row-cold"),
        t!("load-cold", count = cold, ms = millis(summary.cold_ms), init = millis(summary.init_ms)),
    );
    row(t!("load-row-warm"), millis(summary.warm_ms));
    row(t!("load-row-percentiles"), format!("{} / {}", millis(summary.p50_ms), millis(summary.p95_ms)));
    row(t!("load-row-errors"), summary.errors().to_string());
    row(t!("load-row-throttles"), summary.throttled.to_string());
    let counts = [
        "ClientConnections",
        "DatabaseConnections",
        "DatabaseConnectionsCurrentlySessionPinned",
        "ConcurrentExecutions",
    ];
    for metric in counts {
        if let Some(most) = record.beside.highest(metric) {
            row(metric, t!("load-at-most", most = format!("{most:.0}")));
        }
    }
    // Microseconds.
    if let Some(most) = record.beside.highest("DatabaseConnectionsBorrowLatency") {
        row(
            t!("load-row-wait"),
            t!("load-at-most", most = t!("load-ms", ms = grouped(format!("{:.1}", most / 1000.0)))),
        );
    }
    if let Some(why) = record.beside.0.unreadable() {
        row("CloudWatch", t!("load-beside-unknown", operation = why.operation.as_str()));
    }
    if let Some(traced) = record.traced.present().filter(|traced| traced.calls > 0) {
        for (name, spent) in traced_parts(traced) {
            row(name, spent.map_or_else(|| t!("load-traced-none").to_owned(), times));
        }
    }
    row("X-Ray", traced_sentence(&record.traced));
    if let Some(at) = record.failover_ms {
        row(t!("load-row-failover"), t!("load-failover-at", secs = at / 1000));
    }
    let charts = Charts::new(&record.calls);
    let (name, points) = match record.plan.pattern {
        Pattern::InTurn { .. } => (t!("load-plot-each"), &charts.each),
        Pattern::AtOnce { .. } => (t!("load-plot-p95"), &charts.p95),
    };
    text.push_str(&format!("\n  {name}\n"));
    for line in columns(points) {
        text.push_str(&format!("{line}\n"));
    }
    for trouble in &summary.troubles {
        text.push_str(&format!("\n  {}", t!("load-trouble", calls = trouble.calls, error = trouble.error.as_str())));
    }
    for lesson in lessons(&record.plan, &record.limits, &summary) {
        text.push_str(&format!("\n{lesson}"));
    }
    match &record.ended {
        Ended::Finished => {}
        Ended::Stopped => text.push_str(&format!("\n{}", t!("load-stopped"))),
        Ended::GaveUp(error) => text.push_str(&format!("\n{}", t!("load-gave-up", why = error.to_string()))),
    }
    if record.not_awaited > 0 {
        text.push_str(&format!("\n{}", t!("load-not-awaited", count = record.not_awaited)));
    }
    text.push_str(&format!("\n{}", t!("load-kept", name = record.name.as_str(), path = path.display().to_string())));
    text
}

fn times(spent: Spent) -> String {
    t!("load-traced-times", half = millis(Some(spent.p50_ms)), most = millis(Some(spent.p95_ms)), calls = spent.calls)
}

/// A kept load in short.
#[derive(Serialize)]
pub struct KeptLine {
    name: String,
    started_at: u64,
    title: String,
    calls: u32,
}

impl KeptLine {
    pub fn new(record: &Record) -> Self {
        let calls = record.summary().calls;
        Self { name: record.name.clone(), started_at: record.started_at, title: load_title(record), calls }
    }

    pub fn line(&self) -> String {
        format!("{:<40} {}", self.name, self.title)
    }
}

/// A column of figures, with its space before it.
fn to_the_right(figure: &str) -> String {
    format!("{}{figure}", " ".repeat(15_usize.saturating_sub(width(figure)).max(1)))
}

/// Two loads, figure by figure.
pub fn comparison(comparison: &Comparison) -> String {
    let head = format!("{}{}{}", padded("", 24), to_the_right(t!("load-before")), to_the_right(t!("load-after")));
    let number = |value: Option<f64>| {
        value.map_or_else(|| t!("load-unknown").to_owned(), |value| grouped(format!("{value:.1}")))
    };
    let line = |row: &FigureRow| {
        let change = row.percent.map(|percent| format!("  {percent:+.0} %")).unwrap_or_default();
        let name = crate::words::figure(row.figure);
        let (before, after) = (to_the_right(&number(row.before)), to_the_right(&number(row.after)));
        format!("{}{before}{after}{change}", padded(name, 24))
    };
    let mut lines = vec![format!("{} → {}", comparison.before, comparison.after), head];
    lines.extend(comparison.rows.iter().map(line));
    if !comparison.same_plan {
        lines.push(t!("load-other-plan").to_owned());
    }
    lines.join("\n")
}
