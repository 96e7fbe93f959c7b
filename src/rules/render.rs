//! A check as plain text for terminals and pasted reports: no colour, no width.

use crate::domain::finding::Finding;
use crate::text::t;

use super::picture::{Passage, Picture};
use super::rule;
use super::verdict::Verdict;

/// The picture on one line each, then findings with evidence and cure, then what is not known.
#[must_use]
pub fn text(verdict: &Verdict, picture: &Picture) -> Vec<String> {
    let mut lines = vec![picture.title.clone(), picture.summary.clone(), String::new()];
    lines.extend(path(picture));
    for finding in &verdict.findings {
        lines.push(String::new());
        lines.extend(found(verdict, finding));
    }
    if !verdict.unknown.is_empty() {
        lines.push(String::new());
    }
    for unknown in &verdict.unknown {
        lines.push(format!("{}: {}", t!("rules-text-unknown"), unknown.code));
        lines.push(format!("  {}", unknown.because));
        if !unknown.needs.is_empty() {
            lines.push(t!("rules-text-needs", permissions = unknown.needs.join(", ")));
        }
    }
    lines
}

fn path(picture: &Picture) -> Vec<String> {
    let mut rows: Vec<(Passage, &str, &str)> = Vec::new();
    if let Some(function) = &picture.function {
        rows.push((function.passage, &function.name, &function.facts));
    }
    if let Some(hop) = &picture.to_proxy {
        rows.push((hop.passage, &hop.port, &hop.words));
    }
    rows.push((picture.proxy.passage, &picture.proxy.name, &picture.proxy.facts));
    if let Some(role) = &picture.role_and_secret {
        rows.push((role.passage, &role.name, &role.facts));
    }
    rows.push((picture.to_database.passage, &picture.to_database.port, &picture.to_database.words));
    rows.push((picture.database.passage, &picture.database.name, &picture.database.facts));
    let words = |passage| match passage {
        Passage::Passes => t!("rules-passes"),
        Passage::WorksBut => t!("rules-works-but"),
        Passage::Blocked => t!("rules-blocked"),
        Passage::Unknown => t!("rules-text-unknown"),
    };
    let wide = |column: &dyn Fn(&(Passage, &str, &str)) -> usize| rows.iter().map(column).max().unwrap_or_default();
    let (first, second) = (wide(&|row| words(row.0).chars().count()), wide(&|row| row.1.chars().count()));
    rows.iter()
        .map(|(passage, name, facts)| {
            format!("{:first$}  {name:second$}  {facts}", words(*passage)).trim_end().to_owned()
        })
        .collect()
}

fn found(verdict: &Verdict, finding: &Finding) -> Vec<String> {
    let mut lines = vec![format!("{}: {} [{}]", finding.severity, finding.title, finding.code)];
    if let Some(cause) = verdict.cause_of(&finding.code) {
        lines.push(t!("rules-text-follows", code = cause));
    }
    lines.extend(finding.evidence.iter().map(|fact| format!("  {fact}")));
    if let Some(rule) = rule(&finding.code) {
        lines.push(format!("  {}", rule.why));
    }
    lines.push(t!("rules-text-fix", fix = finding.fix.text.as_str()));
    lines.extend(finding.fix.commands.iter().map(|command| format!("    {command}")));
    if let Some(rule) = rule(&finding.code) {
        lines.push(t!("rules-text-see", source = rule.source));
    }
    lines
}
