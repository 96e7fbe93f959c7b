//! `rules` and `explain`: what is checked, and why each thing matters.

use serde::Serialize;

use super::args::{Format, Globals};
use super::output::{self, Ended, Exit};
use super::validate::known_rule;
use crate::domain::finding::{Hop, Severity};
use crate::rules::{self, RULES, Rule};
use crate::text::{padded, t};

/// `explain`
#[derive(Debug, Clone, clap::Args)]
pub struct ExplainArgs {
    /// Code of the rule, as `rules` and `validate` print it
    pub code: String,
}

#[derive(Serialize)]
struct RuleEntry {
    code: &'static str,
    severity: Severity,
    hop: Hop,
    title: &'static str,
    /// What holds where it passes.
    holds: &'static str,
    why: &'static str,
    fix: &'static str,
    source: &'static str,
}

impl From<&Rule> for RuleEntry {
    fn from(rule: &Rule) -> Self {
        let Rule { code, severity, hop, source, .. } = *rule;
        Self { code, severity, hop, title: rule.title(), holds: rule.holds(), why: rule.why(), fix: rule.fix(), source }
    }
}

/// Lists every rule.
pub fn list(globals: &Globals) -> Ended {
    if globals.format == Some(Format::Json) {
        output::json(&RULES.iter().copied().map(RuleEntry::from).collect::<Vec<_>>());
        return Ok(Exit::Done);
    }
    if globals.format == Some(Format::Markdown) {
        output::line(rules::table().trim_end());
        return Ok(Exit::Done);
    }
    let width = RULES.iter().map(|rule| rule.code.len()).max().unwrap_or_default();
    for rule in RULES.iter() {
        output::line(&format!(
            "{}{:<width$}  {}",
            padded(&rules::severity_in_line(rule.severity), 9),
            rule.code,
            rule.title()
        ));
    }
    Ok(Exit::Done)
}

/// Says all there is to say about one rule.
pub fn explain(globals: &Globals, args: &ExplainArgs) -> Ended {
    let rule = known_rule(&args.code)?;
    if globals.format == Some(Format::Json) {
        output::json(&RuleEntry::from(rule));
    } else {
        output::line(&t!("cli-explain", code = rule.code, title = rule.title()));
        output::line(&t!("cli-explain-severity", severity = rule.severity.to_string()));
        output::line(&t!("cli-explain-holds", holds = rule.holds()));
        output::line(&format!("\n{}\n\n{}\n\n{}", rule.why(), rule.fix(), rule.source));
    }
    Ok(Exit::Done)
}
