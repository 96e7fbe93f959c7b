//! A verdict as Markdown, for a pull request, a ticket or a wiki.

use super::sections::{by_hop, confidence_words, hop_name, passage_words, rows, severity_words};
use crate::domain::finding::Finding;
use crate::rules::picture::Picture;
use crate::rules::rule;
use crate::rules::verdict::Verdict;
use crate::text::t;

/// The whole report; ends with a line break.
#[must_use]
pub fn markdown(verdict: &Verdict, picture: &Picture) -> String {
    let mut lines = vec![format!("# {}", plain(&picture.title)), String::new()];
    lines.push(plain(&super::sections::about(verdict)));
    lines.extend([String::new(), plain(&picture.summary), String::new()]);

    lines.push(format!("## {}", t!("rules-report-path")));
    lines.push(String::new());
    let heads = [t!("rules-report-verdict"), t!("rules-report-where"), t!("rules-report-what")];
    lines.push(format!("| {} |", heads.join(" | ")));
    lines.push("|---|---|---|".to_owned());
    for row in rows(picture) {
        lines.push(format!("| {} | {} | {} |", passage_words(row.passage), cell(row.name), cell(&row.facts)));
    }
    lines.push(String::new());

    let groups = by_hop(verdict);
    if groups.is_empty() {
        lines.extend([t!("rules-report-nothing").to_owned(), String::new()]);
    }
    for (hop, findings) in groups {
        lines.extend([format!("## {}", hop_name(hop)), String::new()]);
        for finding in findings {
            lines.extend(found(verdict, finding));
        }
    }
    lines.extend(unknown(verdict));
    for (count, codes) in [
        (t!("rules-report-passed", count = verdict.passed.len()), &verdict.passed),
        (t!("rules-report-not-applicable", count = verdict.not_applicable.len()), &verdict.not_applicable),
    ] {
        let codes: Vec<String> = codes.iter().map(|code| format!("`{code}`")).collect();
        lines.push(format!("<details><summary>{count}</summary>\n\n{}\n\n</details>\n", codes.join(", ")));
    }
    lines.join("\n")
}

fn found(verdict: &Verdict, finding: &Finding) -> Vec<String> {
    let severity = severity_words(finding.severity);
    let mut lines = vec![format!("### {severity}: {}", plain(&finding.title)), String::new()];
    let sure = t!("rules-report-sure", severity = severity, confidence = confidence_words(finding.confidence));
    let subject = format!("{} {}", finding.subject.kind, finding.subject.id);
    lines.push(format!("`{}` · {sure} · {}", finding.code, code(&subject)));
    if let Some(cause) = verdict.cause_of(&finding.code) {
        lines.extend([String::new(), format!("{}.", t!("rules-report-follows", code = format!("`{cause}`")))]);
    }
    lines.push(String::new());
    lines.extend(finding.evidence.iter().map(|fact| format!("- {}", plain(fact))));
    if let Some(rule) = rule(&finding.code) {
        lines.extend([String::new(), plain(rule.why)]);
    }
    lines.extend([String::new(), format!("**{}**: {}", t!("rules-report-fix"), plain(&finding.fix.text))]);
    if !finding.fix.commands.is_empty() {
        lines.extend([String::new(), "```sh".to_owned()]);
        lines.extend(finding.fix.commands.iter().cloned());
        lines.push("```".to_owned());
    }
    if let Some(rule) = rule(&finding.code) {
        lines.extend([String::new(), format!("{}: <{}>", t!("rules-report-source"), rule.source)]);
    }
    lines.push(String::new());
    lines
}

fn unknown(verdict: &Verdict) -> Vec<String> {
    if verdict.unknown.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![format!("## {}", t!("rules-report-unknown")), String::new()];
    let heads = [t!("rules-report-rule"), t!("rules-report-because"), t!("rules-report-needs")];
    lines.push(format!("| {} |", heads.join(" | ")));
    lines.push("|---|---|---|".to_owned());
    for unknown in &verdict.unknown {
        let needs: Vec<String> = unknown.needs.iter().map(|need| code(need)).collect();
        lines.push(format!("| `{}` | {} | {} |", unknown.code, cell(&unknown.because), needs.join(", ")));
    }
    lines.push(String::new());
    lines
}

/// Names from an account as text, whatever Markdown or HTML they look like.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' => out.extend(['\\', c]),
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '\n' | '\r' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// In a table.
fn cell(text: &str) -> String {
    if text.is_empty() { "\u{2014}".to_owned() } else { plain(text) }
}

/// As code, whatever is in it.
fn code(text: &str) -> String {
    format!("`{}`", text.replace('`', "'").replace('|', "\\|"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_an_account_stay_names() {
        assert_eq!(plain("a_b|<i>&\nc"), "a\\_b\\|&lt;i>&amp; c");
        assert_eq!(code("x`|y"), "`x'\\|y`");
    }
}
