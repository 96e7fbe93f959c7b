//! A verdict as Markdown, for a pull request, a ticket or a wiki.

use super::sections::{
    accepted_words, by_hop, confidence_words, hop_name, passage_words, rows, said, severity_words, waits,
};
use crate::domain::finding::Finding;
use crate::rules::picture::Picture;
use crate::rules::verdict::Verdict;
use crate::rules::{Rule, rule, subject_word};
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
            lines.extend(finding_lines(verdict, finding));
        }
    }
    if !verdict.accepted.is_empty() {
        lines.extend([format!("## {}", t!("rules-report-accepted")), String::new()]);
        let accepted = verdict.accepted.iter().map(|accepted| {
            let Finding { title, code, .. } = &accepted.finding;
            format!("- {} (`{code}`): {}", plain(title), plain(&accepted_words(accepted)))
        });
        lines.extend(accepted);
        lines.push(String::new());
    }
    lines.extend(unknown(verdict));
    let tally = verdict.tally();
    for (count, rules) in [
        (t!("rules-report-passed", count = tally.passed), said(&verdict.passed, |rule| rule.holds().to_owned())),
        (t!("rules-report-not-applicable", count = tally.not_applicable), said(&verdict.not_applicable, Rule::whether)),
    ] {
        let rules = listed(&rules).join("\n");
        lines.push(format!("<details><summary>{count}</summary>\n\n{rules}\n\n</details>\n"));
    }
    lines.join("\n")
}

/// One finding of it.
#[must_use]
pub fn finding_markdown(verdict: &Verdict, finding: &Finding) -> String {
    finding_lines(verdict, finding).join("\n")
}

fn finding_lines(verdict: &Verdict, finding: &Finding) -> Vec<String> {
    let severity = severity_words(finding.severity);
    let mut lines = vec![format!("### {severity}: {}", plain(&finding.title)), String::new()];
    let sure = t!("rules-report-sure", severity = severity, confidence = confidence_words(finding.confidence));
    let subject = format!("{} {}", subject_word(&finding.subject), finding.subject.id);
    lines.push(format!("`{}` · {sure} · {}", finding.code, code(&subject)));
    if let Some(cause) = verdict.cause_of(&finding.code) {
        lines.extend([String::new(), format!("{}.", t!("rules-report-follows", code = format!("`{cause}`")))]);
    }
    lines.push(String::new());
    lines.extend(finding.evidence.iter().map(|fact| format!("- {}", plain(fact))));
    if let Some(rule) = rule(&finding.code) {
        lines.extend([String::new(), plain(rule.why())]);
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
    for wait in waits(verdict) {
        lines.extend([format!("### {}", plain(&wait.head)), String::new()]);
        for reason in wait.reasons {
            lines.extend([plain(reason), String::new()]);
        }
        if let Some(act) = wait.act {
            lines.extend([act.to_owned(), String::new()]);
        }
        if let Some(policy) = wait.policy {
            lines.extend(["```json".to_owned(), policy, "```".to_owned(), String::new()]);
        }
        lines.extend(listed(&wait.rules));
        lines.push(String::new());
    }
    lines
}

fn listed(rules: &[(String, &str)]) -> Vec<String> {
    rules.iter().map(|(said, code)| format!("- {} (`{code}`)", plain(said))).collect()
}

/// Names from an account as text, whatever Markdown or HTML they look like.
pub fn plain(text: &str) -> String {
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
