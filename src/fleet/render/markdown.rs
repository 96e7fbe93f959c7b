//! The fleet as Markdown, for a ticket or a job's summary.

use super::table::{cells, heads, same_line, unread_line};
use crate::fleet::{CauseKind, Fleet};
use crate::rules::{plain, severity_words};
use crate::text::t;

/// The whole report; ends with a line break.
#[must_use]
pub fn markdown(fleet: &Fleet) -> String {
    let mut lines = vec![format!("# {}", plain(&fleet.title())), String::new(), plain(&fleet.summary()), String::new()];
    if !fleet.proxies.is_empty() {
        lines.push(format!("| {} |", heads().join(" | ")));
        lines.push("|---|---|---|---|---|---|--:|--:|--:|--:|---|".to_owned());
        for row in &fleet.proxies {
            let [account, region, proxy, engine, login, strip, errors, warnings, unknown, month, what] = cells(row);
            let words = [account, region, proxy, engine, login].map(|cell| plain(&cell)).join(" | ");
            let what = plain(&what);
            lines.push(format!("| {words} | `{strip}` | {errors} | {warnings} | {unknown} | {month} | {what} |"));
        }
        lines.extend([String::new(), plain(t!("fleet-path-legend")), String::new()]);
    }
    for cause in fleet.causes() {
        let CauseKind::Found { severity, code } = &cause.kind else { continue };
        let (title, count, severity) = (cause.title(), cause.proxies.len(), severity_words(severity.0));
        let head = t!("fleet-cause", count = count, severity = severity, title = title, code = code.as_str());
        lines.extend([format!("## {}", plain(&head)), String::new()]);
        let rows = cause.proxies.iter().filter_map(|at| fleet.row(at));
        lines.extend(rows.map(|row| {
            let (account, region, name) = (row.account_name.as_str(), row.at.region.as_str(), row.at.name.as_str());
            format!("- {}", plain(&format!("{account}, {region}: {name}")))
        }));
        lines.push(String::new());
    }
    if !fleet.unread.is_empty() {
        lines.extend([format!("## {}", t!("fleet-not-read")), String::new()]);
        lines.extend(fleet.unread.iter().map(|place| format!("- {}", plain(&unread_line(place)))));
        lines.push(String::new());
    }
    if !fleet.same.is_empty() {
        lines.extend([format!("## {}", t!("fleet-same")), String::new()]);
        lines.extend(fleet.same.iter().map(|place| format!("- {}", plain(&same_line(place)))));
        lines.push(String::new());
    }
    lines.join("\n")
}
