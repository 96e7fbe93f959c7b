//! Runs every rule and puts each into exactly one list.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::domain::finding::{Accepted, Confidence, Finding, Fix, Hop, Severity};
use crate::domain::observed::Observed;
use crate::domain::outside::one_line;
use crate::domain::proxy_at::ProxyAt;
use crate::text::t;

use super::RULES;
use super::login::Login;
use super::rule::{Rule, Seen, Stop};
use super::targets::{explain, follows};
use super::unknown::Unknown;

/// What the rules make of one observed setup.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// Account number and region, for reports that travel.
    pub account: String,
    pub region: String,
    /// Names, where there is one.
    pub proxy: Option<String>,
    /// The proxy's ARN, which tells it from a later one of the same name.
    pub proxy_arn: Option<String>,
    pub function: Option<String>,
    /// Decided first: it reverses several rules. `None` without a readable proxy.
    pub auth_mode: Option<Login>,
    /// Errors first, then in the order of [`RULES`], which is the order of the path.
    pub findings: Vec<Finding>,
    /// Seen like `findings`, and accepted by somebody: they are counted apart.
    pub accepted: Vec<Accepted>,
    pub unknown: Vec<Unknown>,
    /// Reads that were never answered: asking again may decide what is unknown.
    pub unanswered: BTreeSet<String>,
    pub passed: Vec<&'static str>,
    pub not_applicable: Vec<&'static str>,
    /// Code of a finding that is only the consequence of another → the code of that other.
    pub follows: BTreeMap<String, String>,
}

/// Runs all of [`RULES`].
#[must_use]
pub fn check_all(observed: &Observed) -> Verdict {
    check(RULES.iter().copied(), observed)
}

/// Runs these rules. A bug in one is reported as unknown and does not stop the others.
pub fn check(rules: impl IntoIterator<Item = &'static Rule>, observed: &Observed) -> Verdict {
    let proxy = observed.proxy.present();
    let mut verdict = Verdict {
        account: observed.account.id.clone(),
        region: observed.account.region.clone(),
        proxy: proxy.map(|proxy| proxy.name.clone()),
        proxy_arn: proxy.map(|proxy| proxy.arn.clone()),
        function: observed.function.present().map(|function| function.name.clone()),
        auth_mode: proxy.map(Login::from_proxy),
        findings: Vec::new(),
        accepted: Vec::new(),
        unknown: Vec::new(),
        unanswered: unanswered(observed),
        passed: Vec::new(),
        not_applicable: Vec::new(),
        follows: BTreeMap::new(),
    };
    for rule in rules {
        match answer(rule, observed) {
            Ok(seen) if seen.is_empty() => verdict.passed.push(rule.code),
            Ok(seen) => verdict.findings.extend(seen.into_iter().map(|seen| finding(rule, seen))),
            Err(Stop::NotApplicable) => verdict.not_applicable.push(rule.code),
            Err(stop) => verdict.unknown.extend(Unknown::new(rule, stop)),
        }
    }
    verdict.findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    verdict.follows = follows::consequences(&verdict.findings, observed);
    explain::explain(&mut verdict, observed);
    verdict.make_visible();
    verdict
}

fn unanswered(observed: &Observed) -> BTreeSet<String> {
    let unread = observed.unreadable().into_iter();
    unread.filter(|why| why.unanswered).map(|why| why.operation.clone()).collect()
}

fn answer(rule: &Rule, observed: &Observed) -> Result<Vec<Seen>, Stop> {
    catch_unwind(AssertUnwindSafe(|| (rule.check)(observed)))
        .unwrap_or_else(|_| Err(Stop::unknown(t!("seen-rule-failed"), &[])))
}

fn finding(rule: &Rule, seen: Seen) -> Finding {
    let severity = seen.at_most.unwrap_or(rule.severity).min(rule.severity);
    // A false alarm is worse than silence: only what is certain is called an error.
    let severity = if seen.confidence == Confidence::High { severity } else { severity.min(Severity::Warning) };
    Finding {
        code: rule.code.to_owned(),
        severity,
        confidence: seen.confidence,
        hop: seen.hop.unwrap_or(rule.hop),
        subject: seen.subject,
        title: rule.title().to_owned(),
        evidence: seen.evidence,
        fix: Fix { text: rule.fix().to_owned(), commands: seen.commands },
        mends: seen.mends,
    }
}

impl Verdict {
    /// Names and values of an account are words from here on: each is part of one line.
    fn make_visible(&mut self) {
        let findings = self.findings.iter_mut().flat_map(|finding| {
            let Finding { subject, evidence, fix, .. } = finding;
            evidence.iter_mut().chain(&mut fix.commands).chain([&mut subject.id])
        });
        let unknown =
            self.unknown.iter_mut().flat_map(|unknown| unknown.needs.iter_mut().chain([&mut unknown.because]));
        let names = [&mut self.account, &mut self.region].into_iter().chain(&mut self.proxy).chain(&mut self.function);
        let names = names.chain(&mut self.proxy_arn);
        for text in findings.chain(unknown).chain(names) {
            *text = one_line(text).into_owned();
        }
    }

    /// Of these rules only; of all where none is named.
    #[must_use]
    pub fn only(mut self, codes: &[String]) -> Self {
        if codes.is_empty() {
            return self;
        }
        let asked = |code: &str| codes.iter().any(|asked| asked == code);
        self.findings.retain(|finding| asked(&finding.code));
        self.accepted.retain(|accepted| asked(&accepted.finding.code));
        self.unknown.retain(|unknown| asked(unknown.code));
        self.passed.retain(|code| asked(code));
        self.not_applicable.retain(|code| asked(code));
        let found: BTreeSet<&str> = self.findings.iter().map(|finding| finding.code.as_str()).collect();
        self.follows.retain(|code, cause| found.contains(code.as_str()) && found.contains(cause.as_str()));
        self
    }

    /// A rule of this hop was asked, or saw something there.
    pub fn asked_at(&self, hop: Hop) -> bool {
        let quiet = self.passed.iter().chain(&self.not_applicable).filter_map(|code| super::rule(code));
        let findings = self.seen().map(|finding| finding.hop);
        quiet
            .map(|rule| rule.hop)
            .chain(findings)
            .chain(self.unknown.iter().map(|unknown| unknown.hop))
            .any(|at| at == hop)
    }

    /// No rule came to an answer about anything: this verdict says nothing of the setup.
    pub fn says_nothing(&self) -> bool {
        let nothing_to_say = self.proxy.is_none() || !self.unknown.is_empty();
        self.seen().next().is_none() && self.passed.is_empty() && nothing_to_say
    }

    /// Everything that was seen, accepted or not.
    pub fn seen(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().chain(self.accepted.iter().map(|accepted| &accepted.finding))
    }

    /// Takes a finding out of those that count: `accept` says of each whether somebody has accepted it, or
    /// gives it back.
    pub fn accept(&mut self, accept: impl Fn(Finding) -> Result<Accepted, Finding>) {
        for finding in std::mem::take(&mut self.findings) {
            match accept(finding) {
                Ok(accepted) => self.accepted.push(accepted),
                Err(finding) => self.findings.push(finding),
            }
        }
        let found: BTreeSet<&str> = self.findings.iter().map(|finding| finding.code.as_str()).collect();
        self.follows.retain(|code, cause| found.contains(code.as_str()) && found.contains(cause.as_str()));
    }

    /// Which proxy it is about.
    pub fn at(&self) -> ProxyAt {
        ProxyAt::new(&self.account, &self.region, self.proxy.as_deref().unwrap_or_default())
    }

    /// What stays the same as long as this finding is the same: code, ARN of the proxy, subject.
    pub fn fingerprint(&self, finding: &Finding) -> String {
        let name = || format!("{}/{}/{}", self.account, self.region, self.proxy.as_deref().unwrap_or_default());
        let proxy = self.proxy_arn.clone().unwrap_or_else(name);
        format!("{}|{proxy}|{}/{}", finding.code, finding.subject.kind, finding.subject.id)
    }

    /// The first finding of this code.
    pub fn finding(&self, code: &str) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.code == code)
    }

    /// How many findings have this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    /// The worst severity found.
    pub fn worst(&self) -> Option<Severity> {
        self.findings.iter().map(|finding| finding.severity).max()
    }

    /// The code of the finding that this one is a consequence of.
    pub fn cause_of(&self, code: &str) -> Option<&str> {
        self.follows.get(code).map(String::as_str)
    }

    /// Something else follows from this finding.
    pub fn is_cause(&self, code: &str) -> bool {
        self.follows.values().any(|cause| cause == code)
    }

    /// Findings that follow from no other, worst first.
    pub fn causes(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| !self.follows.contains_key(&finding.code))
    }
}
