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
use crate::domain::proxy_at::ProxyAt;
use crate::rules::RULES;
use crate::rules::rule::Rule;
use crate::rules::unknown::Unknown;
use crate::rules::verdict::Verdict;
use crate::text::t;

/// <https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html#_Toc141790922>
const STATE: &str = "baselineState";

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// What a result stands for.
#[derive(Debug, Clone, Copy)]
pub enum Reported<'a> {
    Failed(&'a Finding),
    Accepted(&'a Finding),
    /// The code of a rule that could not decide.
    Open(&'a str),
}

/// What an earlier run is to this one.
pub struct EarlierRun<'a> {
    /// How a result stands to it: one of the words of `baselineState`.
    pub state: &'a dyn Fn(&Verdict, Reported<'_>) -> &'static str,
    /// What it found and this one does not.
    pub absent: Vec<Absent<'a>>,
}

/// A finding of an earlier run.
pub struct Absent<'a> {
    pub at: &'a ProxyAt,
    pub code: &'a str,
    /// Kind and id of what it was about.
    pub kind: &'a str,
    pub id: &'a str,
}

/// One run over these verdicts, as one indented document.
#[must_use]
pub fn sarif<'a>(verdicts: impl IntoIterator<Item = &'a Verdict>) -> String {
    sarif_with(verdicts, &[], None)
}

/// The same, with what could not be read at all, a sentence each, and against an earlier run where there is one:
/// then each result has its `baselineState`.
#[must_use]
pub fn sarif_with<'a>(
    verdicts: impl IntoIterator<Item = &'a Verdict>,
    unread: &[String],
    earlier: Option<&EarlierRun<'_>>,
) -> String {
    let index: BTreeMap<&str, usize> = RULES.iter().enumerate().map(|(index, rule)| (rule.code, index)).collect();
    let told = |mut result: Value, verdict: &Verdict, reported: Reported<'_>| {
        if let (Some(earlier), Some(result)) = (earlier, result.as_object_mut()) {
            result.insert(STATE.to_owned(), (earlier.state)(verdict, reported).into());
        }
        result
    };
    let mut results: Vec<Value> = Vec::new();
    for verdict in verdicts {
        results.extend(
            verdict
                .findings
                .iter()
                .map(|finding| told(failed(verdict, finding, &index), verdict, Reported::Failed(finding))),
        );
        results.extend(verdict.accepted.iter().map(|accepted| {
            told(suppressed(verdict, accepted, &index), verdict, Reported::Accepted(&accepted.finding))
        }));
        results.extend(
            verdict
                .unknown
                .iter()
                .map(|unknown| told(open(verdict, unknown, &index), verdict, Reported::Open(unknown.code))),
        );
    }
    results.extend(earlier.iter().flat_map(|earlier| &earlier.absent).map(|absent| gone(absent, &index)));
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

/// A result that only the earlier run had: SARIF wants it told, and readers close what they opened for it.
fn gone(absent: &Absent<'_>, index: &BTreeMap<&str, usize>) -> Value {
    let rule = RULES.iter().find(|rule| rule.code == absent.code);
    let title = rule.map_or(absent.code, |rule| rule.title());
    let name = format!("{}/{}/{}", absent.at, absent.kind, absent.id);
    let fingerprint = format!("{}/{}:{}/{}", absent.at, absent.code, absent.kind, absent.id);
    let mut result = json!({
        "ruleId": absent.code,
        "kind": "fail",
        "level": level(rule.map_or(Severity::Warning, |rule| rule.severity)),
        STATE: "absent",
        "message": { "text": title },
        "locations": [{ "logicalLocations": [{ "fullyQualifiedName": name, "kind": "resource" }] }],
        "partialFingerprints": { "resource/v1": fingerprint },
    });
    // A rule of then may be none of now.
    if let (Some(result), Some(index)) = (result.as_object_mut(), index.get(absent.code)) {
        result.insert("ruleIndex".to_owned(), (*index).into());
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
