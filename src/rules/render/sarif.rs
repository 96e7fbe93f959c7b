//! Verdicts as SARIF 2.1.0, which code-scanning tools read
//! (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>).
//!
//! Findings are results of kind `fail`, what could not be decided is `open`. Resources of an
//! account have no file, so locations are logical ones.

use serde_json::{Value, json};
use std::collections::BTreeMap;

use super::sections::accepted_words;
use crate::domain::PROGRAM;
use crate::domain::finding::{Accepted, Finding, Severity};
use crate::domain::json::pretty;
use crate::rules::RULES;
use crate::rules::rule::Rule;
use crate::rules::unknown::Unknown;
use crate::rules::verdict::Verdict;
use crate::text::t;

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// One run over these verdicts, as one indented document.
#[must_use]
pub fn sarif<'a>(verdicts: impl IntoIterator<Item = &'a Verdict>) -> String {
    sarif_with(verdicts, &[])
}

/// The same, with what could not be read at all, a sentence each.
#[must_use]
pub fn sarif_with<'a>(verdicts: impl IntoIterator<Item = &'a Verdict>, unread: &[String]) -> String {
    let index: BTreeMap<&str, usize> = RULES.iter().enumerate().map(|(index, rule)| (rule.code, index)).collect();
    let results: Vec<Value> = verdicts
        .into_iter()
        .flat_map(|verdict| {
            let failed = verdict.findings.iter().map(|finding| failed(verdict, finding, &index));
            let accepted = verdict.accepted.iter().map(|accepted| suppressed(verdict, accepted, &index));
            failed.chain(accepted).chain(verdict.unknown.iter().map(|unknown| open(verdict, unknown, &index)))
        })
        .collect();
    let document = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": PROGRAM,
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": RULES.iter().map(|rule| described(rule)).collect::<Vec<_>>(),
            } },
            "invocations": [invocation(unread)],
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    pretty(&document)
}

fn invocation(unread: &[String]) -> Value {
    if unread.is_empty() {
        return json!({ "executionSuccessful": true });
    }
    let notifications: Vec<Value> =
        unread.iter().map(|words| json!({ "level": "error", "message": { "text": words } })).collect();
    json!({ "executionSuccessful": false, "toolExecutionNotifications": notifications })
}

/// `suppressions` says that a person has looked at it.
fn suppressed(verdict: &Verdict, accepted: &Accepted, index: &BTreeMap<&str, usize>) -> Value {
    let mut result = failed(verdict, &accepted.finding, index);
    if let Some(result) = result.as_object_mut() {
        let words = accepted_words(accepted);
        let suppression = json!([{ "kind": "external", "status": "accepted", "justification": words }]);
        result.insert("suppressions".to_owned(), suppression);
    }
    result
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn described(rule: &Rule) -> Value {
    json!({
        "id": rule.code,
        "shortDescription": { "text": rule.title() },
        "fullDescription": { "text": rule.why() },
        "help": { "text": rule.fix() },
        "helpUri": rule.source,
        "defaultConfiguration": { "level": level(rule.severity) },
    })
}

fn failed(verdict: &Verdict, finding: &Finding, index: &BTreeMap<&str, usize>) -> Value {
    let place = format!("{}/{}", finding.subject.kind, finding.subject.id);
    let mut message = finding.title.clone();
    for fact in &finding.evidence {
        message.push_str("\n- ");
        message.push_str(fact);
    }
    json!({
        "ruleId": finding.code,
        "ruleIndex": index.get(finding.code.as_str()),
        "kind": "fail",
        "level": level(finding.severity),
        "message": { "text": message },
        "locations": [located(verdict, &place)],
        "partialFingerprints": { "resource/v1": full_name(verdict, &format!("{}:{place}", finding.code)) },
        "properties": {
            "confidence": finding.confidence,
            "hop": finding.hop,
            "fix": finding.fix.text,
            "commands": finding.fix.commands,
            "followsFrom": verdict.cause_of(&finding.code),
        },
    })
}

fn open(verdict: &Verdict, unknown: &Unknown, index: &BTreeMap<&str, usize>) -> Value {
    json!({
        "ruleId": unknown.code,
        "ruleIndex": index.get(unknown.code),
        "kind": "open",
        "level": "none",
        "message": { "text": open_words(unknown) },
        "locations": [located(verdict, "")],
        "properties": { "needs": unknown.needs },
    })
}

fn open_words(unknown: &Unknown) -> String {
    t!("rules-report-open", whether = unknown.whether(), because = unknown.because.as_str())
}

fn full_name(verdict: &Verdict, place: &str) -> String {
    let proxy = verdict.proxy.as_deref().unwrap_or_default();
    format!("{}/{}/{proxy}/{place}", verdict.account, verdict.region)
}

fn located(verdict: &Verdict, place: &str) -> Value {
    let name = full_name(verdict, place);
    json!({ "logicalLocations": [{ "fullyQualifiedName": name.trim_end_matches('/'), "kind": "resource" }] })
}
