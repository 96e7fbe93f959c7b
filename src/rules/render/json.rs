//! The public JSON of a check, `rds-proxy-wizard/findings/v1`: its own types, so that ours may change.

use serde::Serialize;
use std::collections::BTreeMap;

use crate::domain::finding::{Accepted, Confidence, Finding, Severity};
use crate::domain::json::pretty;

use crate::rules::login::Login;
use crate::rules::rule;
use crate::rules::unknown::{Missing, Unknown};
use crate::rules::verdict::Verdict;

/// The schema's name; a change that breaks readers gets a new number.
pub const SCHEMA: &str = "rds-proxy-wizard/findings/v1";

#[derive(Serialize)]
struct VerdictDocument<'a> {
    schema: &'static str,
    account: &'a str,
    region: &'a str,
    proxy: Option<&'a str>,
    /// Tells the proxy from a later one of the same name.
    #[serde(skip_serializing_if = "Option::is_none")]
    proxy_arn: Option<&'a str>,
    function: Option<&'a str>,
    auth_mode: Option<Login>,
    findings: Vec<Found<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    accepted: Vec<AcceptedFinding<'a>>,
    unknown: Vec<Undecided<'a>>,
    passed: &'a [&'static str],
    /// What holds, by the codes of `passed`.
    holds: BTreeMap<&'static str, &'static str>,
    not_applicable: &'a [&'static str],
}

/// A finding with who accepted it.
#[derive(Serialize)]
struct AcceptedFinding<'a> {
    by: &'a str,
    why: &'a str,
    until: &'a str,
    finding: Found<'a>,
}

#[derive(Serialize)]
struct Found<'a> {
    code: &'a str,
    /// The same as long as the finding is: by it two reports are compared.
    fingerprint: String,
    severity: Severity,
    confidence: Confidence,
    subject: SubjectEntry<'a>,
    title: &'a str,
    evidence: &'a [String],
    fix: Fix<'a>,
}

#[derive(Serialize)]
struct SubjectEntry<'a> {
    kind: &'a str,
    id: &'a str,
}

#[derive(Serialize)]
struct Fix<'a> {
    text: &'a str,
    commands: &'a [String],
}

#[derive(Serialize)]
struct Undecided<'a> {
    code: &'a str,
    /// What is not known: `Whether the secret is a JSON object`.
    title: String,
    because: &'a str,
    needs: &'a [String],
    /// Nobody lacks a permission: values of secrets are read only with consent, `--read-secrets`.
    consent: bool,
}

impl<'a> Found<'a> {
    fn new(verdict: &Verdict, finding: &'a Finding) -> Self {
        Self {
            code: &finding.code,
            fingerprint: verdict.fingerprint(finding),
            severity: finding.severity,
            confidence: finding.confidence,
            subject: SubjectEntry { kind: &finding.subject.kind, id: &finding.subject.id },
            title: &finding.title,
            evidence: &finding.evidence,
            fix: Fix { text: &finding.fix.text, commands: &finding.fix.commands },
        }
    }
}

impl<'a> AcceptedFinding<'a> {
    fn new(verdict: &Verdict, accepted: &'a Accepted) -> Self {
        let Accepted { finding, by, why, until } = accepted;
        Self { by, why, until, finding: Found::new(verdict, finding) }
    }
}

impl<'a> From<&'a Unknown> for Undecided<'a> {
    fn from(unknown: &'a Unknown) -> Self {
        Self {
            code: unknown.code,
            title: unknown.whether(),
            because: &unknown.because,
            needs: &unknown.needs,
            consent: unknown.missing == Missing::Consent,
        }
    }
}

impl<'a> From<&'a Verdict> for VerdictDocument<'a> {
    fn from(verdict: &'a Verdict) -> Self {
        Self {
            schema: SCHEMA,
            account: &verdict.account,
            region: &verdict.region,
            proxy: verdict.proxy.as_deref(),
            proxy_arn: verdict.proxy_arn.as_deref(),
            function: verdict.function.as_deref(),
            auth_mode: verdict.auth_mode,
            findings: verdict.findings.iter().map(|finding| Found::new(verdict, finding)).collect(),
            accepted: verdict.accepted.iter().map(|accepted| AcceptedFinding::new(verdict, accepted)).collect(),
            unknown: verdict.unknown.iter().map(Undecided::from).collect(),
            passed: &verdict.passed,
            holds: verdict.passed.iter().filter_map(|code| Some((*code, rule(code)?.holds()))).collect(),
            not_applicable: &verdict.not_applicable,
        }
    }
}

/// The verdict as one indented JSON document, without a line break at its end.
#[must_use]
pub fn json(verdict: &Verdict) -> String {
    pretty(&VerdictDocument::from(verdict))
}

/// The same as a value, to be part of a larger document.
#[must_use]
pub fn json_value(verdict: &Verdict) -> impl Serialize + '_ {
    VerdictDocument::from(verdict)
}

/// The schema of a list of verdicts; each of them is a document of [`SCHEMA`].
pub const LIST_SCHEMA: &str = "rds-proxy-wizard/findings-list/v1";

/// Verdicts about several proxies of one account and region, as one document.
#[must_use]
pub fn list_value<'a>(
    account: &'a str,
    region: &'a str,
    verdicts: impl IntoIterator<Item = &'a Verdict>,
) -> impl Serialize + 'a {
    #[derive(Serialize)]
    struct List<'a> {
        schema: &'static str,
        account: &'a str,
        region: &'a str,
        proxies: Vec<VerdictDocument<'a>>,
    }
    let proxies = verdicts.into_iter().map(VerdictDocument::from).collect();
    List { schema: LIST_SCHEMA, account, region, proxies }
}
