//! The fleet for a terminal: a table, the causes with their proxies, what was not read.

use super::table::{cells, heads, same_line, unread_line};
use crate::fleet::{CauseKind, Fleet};
use crate::rules::severity_words;
use crate::text::{columns, t};

/// From this column on, numbers stand to the right; the last column is words again.
const NUMBERS: std::ops::Range<usize> = 6..10;

/// All of it, line by line.
#[must_use]
pub fn text(fleet: &Fleet) -> Vec<String> {
    let mut lines = vec![fleet.title(), fleet.summary()];
    if !fleet.proxies.is_empty() {
        lines.push(String::new());
        lines.extend(table(fleet));
        lines.push(t!("fleet-path-legend").to_owned());
    }
    let causes = causes(fleet);
    if !causes.is_empty() {
        lines.push(String::new());
        lines.extend(causes);
    }
    if !fleet.unread.is_empty() {
        lines.push(String::new());
        lines.extend(fleet.unread.iter().map(unread_line));
    }
    if !fleet.same.is_empty() {
        lines.push(String::new());
        lines.extend(fleet.same.iter().map(same_line));
    }
    lines
}

fn table(fleet: &Fleet) -> Vec<String> {
    let rows: Vec<[String; 11]> =
        std::iter::once(heads().map(str::to_owned)).chain(fleet.proxies.iter().map(cells)).collect();
    let mut widths = [0; 11];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = columns(cell).max(*width);
        }
    }
    let line = |row: &[String; 11]| {
        let padded = row.iter().zip(widths).enumerate().map(|(column, (cell, width))| {
            let spaces = " ".repeat(width - columns(cell));
            if NUMBERS.contains(&column) { format!("{spaces}{cell}") } else { format!("{cell}{spaces}") }
        });
        padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

fn causes(fleet: &Fleet) -> Vec<String> {
    let mut lines = Vec::new();
    for cause in fleet.causes() {
        let CauseKind::Found { severity, code } = &cause.kind else { continue };
        let severity = severity_words(severity.0);
        let (title, count) = (cause.title(), cause.proxies.len());
        lines.push(t!("fleet-cause", count = count, severity = severity, title = title, code = code.as_str()));
        let rows = cause.proxies.iter().filter_map(|at| fleet.row(at));
        lines.extend(rows.map(|row| format!("  {} {} {}", row.account_name, row.at.region, row.at.name)));
    }
    lines
}
