//! What several proxies have in common: one cause, and all whose verdict it is part of.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::{Fleet, Judged, ProxyStanding};
use crate::domain::finding::Severity;
use crate::domain::proxy_at::ProxyAt;
use crate::rules::{RULES, Rule, rule};

/// What unites the proxies of a group.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CauseKind {
    /// A finding of this rule that follows from no other; its worst severity.
    Found {
        severity: Reverse<Severity>,
        code: String,
    },
    /// Something decisive could not be read, and nothing else is wrong.
    NotReadable,
    /// Only accepted findings.
    Accepted,
    Clean,
}

/// A group of proxies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    pub kind: CauseKind,
    /// In the order of the fleet; a proxy with several causes is in each of their groups.
    pub proxies: Vec<ProxyAt>,
}

impl CauseKind {
    /// The rule's code, where it is one.
    pub fn code(&self) -> Option<&str> {
        match self {
            Self::Found { code, .. } => Some(code),
            _ => None,
        }
    }

    pub fn severity(&self) -> Option<Severity> {
        match self {
            Self::Found { severity, .. } => Some(severity.0),
            _ => None,
        }
    }
}

impl Fleet {
    /// Errors first, then warnings, each by how many proxies they concern; then the others. Notes make no
    /// group.
    pub fn causes(&self) -> Vec<Cause> {
        let mut found: BTreeMap<&str, (Severity, Vec<ProxyAt>)> = BTreeMap::new();
        let mut rest: BTreeMap<CauseKind, Vec<ProxyAt>> = BTreeMap::new();
        for row in &self.proxies {
            for (code, severity) in causes_of(row) {
                let group = found.entry(code).or_insert((severity, Vec::new()));
                group.0 = group.0.max(severity);
                group.1.push(row.at.clone());
            }
            let kind = match row.standing() {
                ProxyStanding::Broken | ProxyStanding::WorksBut => continue,
                ProxyStanding::NotReadable => CauseKind::NotReadable,
                ProxyStanding::Accepted => CauseKind::Accepted,
                ProxyStanding::Clean => CauseKind::Clean,
            };
            rest.entry(kind).or_default().push(row.at.clone());
        }
        let of_rules = found.into_iter().map(|(code, (severity, proxies))| Cause {
            kind: CauseKind::Found { severity: Reverse(severity), code: code.to_owned() },
            proxies,
        });
        let mut causes: Vec<Cause> = of_rules.collect();
        causes.sort_by_key(|cause| {
            let severity = cause.kind.severity();
            (Reverse(severity), Reverse(cause.proxies.len()), cause.kind.code().and_then(order))
        });
        causes.extend(rest.into_iter().map(|(kind, proxies)| Cause { kind, proxies }));
        causes
    }

    /// The row of this proxy.
    pub fn row(&self, at: &ProxyAt) -> Option<&Judged> {
        self.proxies.iter().find(|row| row.at == *at)
    }
}

/// Each code once, however often the rule saw it.
fn causes_of(row: &Judged) -> BTreeSet<(&str, Severity)> {
    let mut worst: BTreeMap<&str, Severity> = BTreeMap::new();
    for finding in row.verdict.causes().filter(|finding| finding.severity > Severity::Info) {
        let there = worst.entry(&finding.code).or_insert(finding.severity);
        *there = (*there).max(finding.severity);
    }
    worst.into_iter().collect()
}

/// The order of the path.
fn order(code: &str) -> Option<usize> {
    RULES.iter().position(|rule| rule.code == code)
}

impl Cause {
    /// The rule's title, where it is one.
    pub fn rule_title(&self) -> Option<&'static str> {
        self.kind.code().and_then(rule).map(Rule::title)
    }
}
