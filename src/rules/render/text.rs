//! A check as plain text for terminals and pasted reports: no colour, no width.

use crate::domain::finding::{Accepted, Finding};
use crate::text::{columns, padded, t};

use super::sections::{PictureRow, accepted_words, line_head, passage_words, rows, severity_in_line, waits};
use crate::rules::picture::Picture;
use crate::rules::rule;
use crate::rules::verdict::Verdict;

/// The picture on one line each, then findings with evidence and cure, then what is not known.
#[must_use]
pub fn text(verdict: &Verdict, picture: &Picture) -> Vec<String> {
    let mut lines = vec![picture.title.clone(), picture.summary.clone(), String::new()];
    lines.extend(path(picture));
    for finding in &verdict.findings {
        lines.push(String::new());
        lines.extend(finding_lines(verdict, finding));
    }
    if !verdict.accepted.is_empty() {
        lines.push(String::new());
        lines.extend(verdict.accepted.iter().map(accepted_line));
    }
    if !verdict.unknown.is_empty() {
        lines.push(String::new());
    }
    lines.extend(undecided(verdict));
    lines
}

fn accepted_line(accepted: &Accepted) -> String {
    let Finding { title, code, .. } = &accepted.finding;
    format!("{}: {title} [{code}]\n  {}", t!("rules-report-accepted"), accepted_words(accepted))
}

/// What is not known, by what would decide it.
fn undecided(verdict: &Verdict) -> Vec<String> {
    let mut lines = Vec::new();
    for wait in waits(verdict) {
        lines.push(format!("{} {}", line_head(t!("rules-text-unknown")), wait.head));
        lines.extend(wait.reasons.iter().map(|reason| format!("  {reason}")));
        lines.extend(wait.act.map(|act| format!("  {act}")));
        lines.extend(wait.policy.map(|policy| format!("    {policy}")));
        lines.extend(wait.rules.iter().map(|(whether, code)| format!("  {whether} [{code}]")));
    }
    lines
}

fn path(picture: &Picture) -> Vec<String> {
    let rows = rows(picture);
    let width = |of: &dyn Fn(&PictureRow<'_>) -> usize| rows.iter().map(of).max().unwrap_or_default();
    let first = width(&|row| columns(passage_words(row.passage)));
    let second = width(&|row| columns(row.name));
    rows.iter()
        .map(|row| {
            let passage = passage_words(row.passage);
            format!("{}{}{}", padded(passage, first + 2), padded(row.name, second + 2), row.facts).trim_end().to_owned()
        })
        .collect()
}

fn finding_lines(verdict: &Verdict, finding: &Finding) -> Vec<String> {
    let mut lines =
        vec![format!("{} {} [{}]", line_head(&severity_in_line(finding.severity)), finding.title, finding.code)];
    if let Some(cause) = verdict.cause_of(&finding.code) {
        lines.push(t!("rules-text-follows", code = cause));
    }
    lines.extend(finding.evidence.iter().map(|fact| format!("  {fact}")));
    if let Some(rule) = rule(&finding.code) {
        lines.push(format!("  {}", rule.why()));
    }
    lines.push(t!("rules-text-fix", fix = finding.fix.text.as_str()));
    lines.extend(finding.fix.commands.iter().map(|command| format!("    {command}")));
    if let Some(rule) = rule(&finding.code) {
        lines.push(t!("rules-text-see", source = rule.source));
    }
    lines
}
