//! What every report for people is made of: findings by hop, the worst first, each after its cause.

use std::borrow::Cow;

use crate::domain::finding::{Accepted, Confidence, Finding, Hop, Severity};
use crate::rules::picture::{Passage, PathBox, PathHop, Picture};
use crate::rules::rule;
use crate::rules::rule::Rule;
use crate::rules::unknown::{Wants, allowing};
use crate::rules::verdict::Verdict;
use crate::text::t;

/// The findings of one hop, worst first; hops without any are left out.
pub fn by_hop(verdict: &Verdict) -> Vec<(Hop, Vec<&Finding>)> {
    Hop::ALL
        .into_iter()
        .filter_map(|hop| {
            let mut found: Vec<&Finding> = verdict.findings.iter().filter(|finding| finding.hop == hop).collect();
            // Within a severity, causes stand before what follows from them.
            found.sort_by_key(|finding| {
                (std::cmp::Reverse(finding.severity), verdict.cause_of(&finding.code).is_some())
            });
            (!found.is_empty()).then_some((hop, found))
        })
        .collect()
}

/// The hop's name as a headline.
pub fn hop_name(hop: Hop) -> &'static str {
    match hop {
        Hop::Function => t!("rules-where-function"),
        Hop::FunctionToProxy => t!("rules-where-function-to-proxy"),
        Hop::Proxy => t!("rules-where-proxy"),
        Hop::RoleAndSecret => t!("rules-where-role-and-secret"),
        Hop::ProxyToDatabase => t!("rules-where-proxy-to-database"),
        Hop::Database => t!("rules-where-database"),
    }
}

/// The passage in words.
pub fn passage_words(passage: Passage) -> &'static str {
    match passage {
        Passage::Passes => t!("rules-passes"),
        Passage::WorksBut => t!("rules-works-but"),
        Passage::Blocked => t!("rules-blocked"),
        Passage::Unknown => t!("rules-text-unknown"),
    }
}

/// The severity before what was found, in one line.
pub fn severity_in_line(severity: Severity) -> String {
    t!("rules-text-severity", severity = severity.to_string())
}

/// A word that begins a line of text, with its colon.
pub fn line_head(word: &str) -> String {
    t!("rules-text-head", word = word)
}

/// The severity in words: an info is a note to people.
pub fn severity_words(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => t!("rules-severity-error"),
        Severity::Warning => t!("rules-severity-warning"),
        Severity::Info => t!("rules-severity-note"),
    }
}

/// One line of the picture.
pub struct PictureRow<'a> {
    pub passage: Passage,
    /// A thing's name, or a way's port.
    pub name: &'a str,
    pub facts: Cow<'a, str>,
    /// A way between two things, and not a thing.
    pub is_way: bool,
}

fn thing(part: &PathBox) -> PictureRow<'_> {
    PictureRow { passage: part.passage, name: &part.name, facts: Cow::Borrowed(&part.facts), is_way: false }
}

fn way(hop: &PathHop) -> PictureRow<'_> {
    let facts = match hop.detail.as_str() {
        "" => Cow::Borrowed(hop.words.as_str()),
        detail => Cow::Owned(format!("{} \u{b7} {detail}", hop.words)),
    };
    PictureRow { passage: hop.passage, name: &hop.port, facts, is_way: true }
}

/// The picture from the function to the database, one row per box and way.
pub fn rows(picture: &Picture) -> Vec<PictureRow<'_>> {
    let mut rows = Vec::new();
    rows.extend(picture.function.as_ref().map(thing));
    rows.extend(picture.to_proxy.as_ref().map(way));
    rows.push(thing(&picture.proxy));
    rows.extend(picture.role_and_secret.as_ref().map(thing));
    rows.push(way(&picture.to_database));
    rows.push(thing(&picture.database));
    rows
}

/// Rules that wait for the same answer, in words.
pub struct Wait<'a> {
    /// `3 rules wait for iam:GetRole`.
    pub head: String,
    /// What each of them lacks, each reason once; nothing more than the head says for consent.
    pub reasons: Vec<&'a str>,
    /// How to get the answer, where the reader can.
    pub act: Option<&'static str>,
    /// The policy that allows it, on one line.
    pub policy: Option<String>,
    /// What they ask, each with its code.
    pub rules: Vec<(String, &'static str)>,
}

/// Everything that is not known, by what would decide it.
pub fn waits(verdict: &Verdict) -> Vec<Wait<'_>> {
    let waits = verdict.waiting().into_iter().map(|waiting| {
        let (act, policy, reasons) = match waiting.wants {
            Wants::Consent => (Some(t!("rules-waits-consent-act")), None, Vec::new()),
            Wants::Permissions(needs) => {
                (Some(t!("rules-waits-permissions-act")), Some(allowing(needs).to_json_line()), waiting.reasons())
            }
            Wants::Nothing(_) => (None, None, waiting.reasons()),
        };
        let rules = waiting.rules.iter().map(|unknown| (unknown.whether(), unknown.code)).collect();
        Wait { head: waiting.head(), reasons, act, policy, rules }
    });
    waits.collect()
}

/// Codes with what each of them says in this state.
pub fn said(codes: &[&'static str], how: fn(&Rule) -> String) -> Vec<(String, &'static str)> {
    codes.iter().filter_map(|code| Some((how(rule(code)?), *code))).collect()
}

/// The confidence in words.
pub fn confidence_words(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Low => t!("rules-confidence-low"),
        Confidence::Medium => t!("rules-confidence-medium"),
        Confidence::High => t!("rules-confidence-high"),
    }
}

/// `orders-proxy in account 123456789012, eu-west-1 · function orders-api · login: standard IAM`.
pub fn about(verdict: &Verdict) -> String {
    let proxy = verdict.proxy.as_deref().unwrap_or("\u{2014}");
    let (account, region) = (verdict.account.as_str(), verdict.region.as_str());
    let mut parts = vec![t!("rules-report-about", proxy = proxy, account = account, region = region)];
    parts.extend(verdict.function.as_deref().map(|name| t!("rules-report-function", function = name)));
    parts.extend(verdict.auth_mode.map(|mode| t!("rules-report-mode", mode = mode.to_string())));
    parts.join(" \u{b7} ")
}

/// Who accepted it, until when and why.
pub fn accepted_words(accepted: &Accepted) -> String {
    let Accepted { by, why, until, .. } = accepted;
    t!("rules-report-accepted-by", by = by.as_str(), until = until.as_str(), why = why.as_str())
}
