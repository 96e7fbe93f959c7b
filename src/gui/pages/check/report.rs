//! A check as a file: Markdown for people, the findings schema for programs.

use crate::gui::state::Checked;
use crate::rules;
use crate::text::t;

/// The findings as `findings/v1` JSON.
pub fn json(checked: &Checked) -> String {
    format!("{}\n", rules::json(&checked.verdict))
}

/// Title, summary, and each finding with its evidence and cure.
pub fn markdown(checked: &Checked) -> String {
    let seen = rules::picture(&checked.observed, &checked.verdict);
    let mut text = format!("# {}\n\n{}\n", seen.title, seen.summary);
    for finding in &checked.verdict.findings {
        text.push_str(&format!("\n## {}: {}\n\n`{}`\n", finding.severity, finding.title, finding.code));
        if let Some(rule) = rules::rule(&finding.code) {
            text.push_str(&format!("\n{}\n", rule.why));
        }
        text.push_str(&format!("\n- {} {}\n", finding.subject.kind, finding.subject.id));
        for line in &finding.evidence {
            text.push_str(&format!("- {line}\n"));
        }
        text.push_str(&format!("\n{}\n", finding.fix.text));
        if !finding.fix.commands.is_empty() {
            text.push_str(&format!("\n```sh\n{}\n```\n", finding.fix.commands.join("\n")));
        }
    }
    if !checked.verdict.unknown.is_empty() {
        text.push_str(&format!("\n## {}\n\n", t!("check-unknown")));
    }
    for unknown in &checked.verdict.unknown {
        text.push_str(&format!("- `{}`: {}", unknown.code, unknown.because));
        if !unknown.needs.is_empty() {
            text.push_str(&format!(" ({})", unknown.needs.join(", ")));
        }
        text.push('\n');
    }
    text
}
