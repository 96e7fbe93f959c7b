//! What an earlier validation found, and what is different since: for `--new-since`, and for the verdict that
//! is kept of each proxy. Codes and subjects only. Pure.

mod read;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

pub use read::read;

use crate::domain::UnixSeconds;
use crate::domain::finding::{Finding, Severity};
use crate::domain::proxy_at::ProxyAt;
use crate::rules::Verdict;
use crate::text::t;

/// A finding as far as it is the same the next time.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Sighting {
    pub code: String,
    /// Kind and id of what it is about.
    pub kind: String,
    pub id: String,
}

/// A proxy as it was judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierProxy {
    pub at: ProxyAt,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arn: Option<String>,
    pub findings: Vec<Sighting>,
    /// Findings that were accepted then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accepted: Vec<Sighting>,
    /// Codes of the rules that could not decide.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unknown: Vec<String>,
}

/// What was judged.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Earlier {
    pub proxies: Vec<EarlierProxy>,
    /// Accounts, or regions of them, that could not be read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unread: Vec<UnreadBefore>,
}

/// An account that could not be read, or only a region of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnreadBefore {
    pub account: String,
    pub region: Option<String>,
}

/// What is different of one proxy.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Difference {
    /// Findings that were not there.
    pub came: Vec<Sighting>,
    /// Findings of which nobody could tell before: their rule could not decide, or the account not be read.
    pub not_read_before: Vec<Sighting>,
    /// Findings that were, and that the rules do not see any more.
    pub went: Vec<Sighting>,
    /// Findings that were, and of which the rules cannot tell any more.
    pub in_doubt: Vec<Sighting>,
    pub stayed: Vec<Sighting>,
    /// Rules that could not decide then either.
    pub open_before: Vec<String>,
    /// Findings that were accepted then, and those that counted then and are accepted now.
    pub accepted_before: Vec<Sighting>,
    pub accepted_since: Vec<Sighting>,
    /// Nothing was known of this proxy.
    pub is_new: bool,
}

/// What is different since a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drift {
    pub since: UnixSeconds,
    pub difference: Difference,
}

impl Drift {
    /// `Since 2026-11-20 09:00 UTC: 1 came, 2 went`; nothing where all is as it was.
    pub fn summary(&self) -> Option<String> {
        let Difference { came, not_read_before, went, in_doubt, .. } = &self.difference;
        if self.difference.is_empty() {
            return None;
        }
        let (came, went, doubt, unread) = (came.len(), went.len(), in_doubt.len(), not_read_before.len());
        Some(t!("drift", since = minute(self.since), came = came, went = went, doubt = doubt, unread = unread))
    }
}

/// A time in UTC, to the minute.
pub fn minute(at: UnixSeconds) -> String {
    let Ok(at) = time::OffsetDateTime::from_unix_timestamp(at) else { return String::new() };
    format!("{} {:02}:{:02} UTC", at.date(), at.hour(), at.minute())
}

impl From<&Finding> for Sighting {
    fn from(finding: &Finding) -> Self {
        Self { code: finding.code.clone(), kind: finding.subject.kind.clone(), id: finding.subject.id.clone() }
    }
}

impl From<&Verdict> for EarlierProxy {
    fn from(verdict: &Verdict) -> Self {
        Self {
            at: verdict.at(),
            arn: verdict.proxy_arn.clone(),
            findings: verdict.findings.iter().map(Sighting::from).collect(),
            accepted: verdict.accepted.iter().map(|accepted| Sighting::from(&accepted.finding)).collect(),
            unknown: verdict.unknown.iter().map(|unknown| unknown.code.to_owned()).collect(),
        }
    }
}

impl EarlierProxy {
    /// Of the same place and name, and not one that was made anew since.
    pub fn is_of(&self, verdict: &Verdict) -> bool {
        self.at == verdict.at() && (self.arn.is_none() || verdict.proxy_arn.is_none() || self.arn == verdict.proxy_arn)
    }

    /// What is different now.
    pub fn until(&self, verdict: &Verdict) -> Difference {
        let now: BTreeSet<Sighting> = verdict.findings.iter().map(Sighting::from).collect();
        let before: BTreeSet<Sighting> = self.findings.iter().cloned().collect();
        let cannot_tell = |sighting: &Sighting| verdict.unknown.iter().any(|unknown| unknown.code == sighting.code);
        let accepted = |sighting: &Sighting| {
            verdict.accepted.iter().any(|accepted| Sighting::from(&accepted.finding) == *sighting)
        };
        let gone = before.difference(&now).filter(|sighting| !accepted(sighting)).cloned();
        let (in_doubt, went) = gone.partition(cannot_tell);
        let could_not_tell = |sighting: &Sighting| self.unknown.contains(&sighting.code);
        let (not_read_before, came) = now.difference(&before).cloned().partition(could_not_tell);
        Difference {
            came,
            not_read_before,
            went,
            in_doubt,
            stayed: now.intersection(&before).cloned().collect(),
            open_before: self.unknown.clone(),
            accepted_before: self.accepted.clone(),
            accepted_since: before.iter().filter(|sighting| accepted(sighting)).cloned().collect(),
            is_new: false,
        }
    }
}

impl Earlier {
    /// What is different of the proxy of this verdict.
    pub fn until(&self, verdict: &Verdict) -> Difference {
        match self.proxies.iter().find(|earlier| earlier.is_of(verdict)) {
            Some(earlier) => earlier.until(verdict),
            None if self.was_unread(verdict) => Difference {
                not_read_before: verdict.findings.iter().map(Sighting::from).collect(),
                ..Difference::default()
            },
            None => Difference {
                came: verdict.findings.iter().map(Sighting::from).collect(),
                is_new: true,
                ..Difference::default()
            },
        }
    }

    /// The account of this verdict, or its region, could not be read.
    fn was_unread(&self, verdict: &Verdict) -> bool {
        let covers = |region: &Option<String>| region.as_ref().is_none_or(|region| *region == verdict.region);
        self.unread.iter().any(|place| place.account == verdict.account && covers(&place.region))
    }

    /// Of these rules only; of all where none is named.
    #[must_use]
    pub fn only(&self, codes: &[String]) -> Self {
        let mut earlier = self.clone();
        if !codes.is_empty() {
            for proxy in &mut earlier.proxies {
                proxy.findings.retain(|sighting| codes.contains(&sighting.code));
            }
        }
        earlier
    }

    /// Proxies that are in none of these verdicts although every proxy of their account and region is.
    pub fn gone<'a>(&'a self, verdicts: &[&Verdict], whole: &[(&str, &str)]) -> Vec<&'a EarlierProxy> {
        let is_gone = |earlier: &&EarlierProxy| {
            let at = &earlier.at;
            whole.contains(&(at.account.as_str(), at.region.as_str()))
                && !verdicts.iter().any(|verdict| earlier.is_of(verdict))
        };
        self.proxies.iter().filter(is_gone).collect()
    }
}

impl Difference {
    pub fn is_empty(&self) -> bool {
        let all = [&self.came, &self.not_read_before, &self.went, &self.in_doubt];
        all.into_iter().all(Vec::is_empty)
    }

    /// The worst severity that came.
    pub fn worst(&self, verdict: &Verdict) -> Option<Severity> {
        let came = |finding: &&Finding| self.came.contains(&Sighting::from(*finding));
        verdict.findings.iter().filter(came).map(|finding| finding.severity).max()
    }
}

#[cfg(test)]
mod tests;
