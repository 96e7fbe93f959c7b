//! What a newer verdict no longer sees. Pure.

use crate::domain::finding::{Finding, Severity};
use crate::rules::Verdict;
use crate::text::{series, t};

/// A finding that was there before.
#[derive(Debug, Clone, PartialEq)]
pub struct Gone {
    pub finding: Finding,
    /// The code of the one that it followed from.
    pub followed: Option<String>,
}

impl Gone {
    /// What `before` found and `after` does not, told apart by code and subject. What could not be
    /// decided again is not gone.
    pub fn between(before: &Verdict, after: &Verdict) -> Vec<Self> {
        let is_gone = |finding: &&Finding| is_decided(after, &finding.code) && !is_found(after, finding);
        let gone = before.findings.iter().filter(is_gone);
        gone.map(|finding| Self {
            finding: finding.clone(),
            followed: before.cause_of(&finding.code).map(str::to_owned),
        })
        .collect()
    }

    /// Still so in a newer verdict.
    pub fn is_still_gone(&self, verdict: &Verdict) -> bool {
        is_decided(verdict, &self.finding.code) && !is_found(verdict, &self.finding)
    }
}

/// The rule passed, or found only others. One that could not tell, or does not apply any more, has not.
fn is_decided(verdict: &Verdict, code: &str) -> bool {
    verdict.passed.contains(&code) || verdict.seen().any(|finding| finding.code == code)
}

fn is_found(verdict: &Verdict, finding: &Finding) -> bool {
    verdict.seen().any(|other| other.code == finding.code && other.subject == finding.subject)
}

/// `1 error and 1 consequence gone`; `None` where nothing is.
pub fn gone_words(gone: &[Gone]) -> Option<String> {
    let count =
        |severity| gone.iter().filter(|gone| gone.followed.is_none() && gone.finding.severity == severity).count();
    let (errors, warnings, notes) = (count(Severity::Error), count(Severity::Warning), count(Severity::Info));
    let consequences = gone.iter().filter(|gone| gone.followed.is_some()).count();
    let mut parts: Vec<String> = [
        (errors > 0).then(|| t!("validate-errors", count = errors)),
        (warnings > 0).then(|| t!("validate-warnings", count = warnings)),
        (notes > 0).then(|| t!("gone-notes", count = notes)),
        (consequences > 0).then(|| t!("gone-consequences", count = consequences)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let last = parts.pop()?;
    let what = match parts.is_empty() {
        true => last,
        false => t!("gone-and", first = series(&parts), last = last),
    };
    Some(t!("gone", what = what))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::BTreeMap;

    use super::*;
    use crate::domain::finding::{Confidence, Fix, Hop, Subject};
    use crate::rules::{Missing, Unknown};

    fn finding(code: &str, severity: Severity, subject: &str) -> Finding {
        Finding {
            code: code.into(),
            severity,
            confidence: Confidence::High,
            hop: Hop::Proxy,
            subject: Subject { kind: "db-proxy".into(), id: subject.into() },
            title: code.into(),
            evidence: Vec::new(),
            fix: Fix { text: String::new(), commands: Vec::new() },
            mends: Vec::new(),
        }
    }

    fn verdict(findings: Vec<Finding>) -> Verdict {
        Verdict {
            account: String::new(),
            region: String::new(),
            proxy: None,
            proxy_arn: None,
            function: None,
            auth_mode: None,
            findings,
            accepted: Vec::new(),
            unknown: Vec::new(),
            passed: Vec::new(),
            unanswered: std::collections::BTreeSet::new(),
            not_applicable: Vec::new(),
            follows: BTreeMap::new(),
        }
    }

    #[test]
    fn gone_is_what_the_newer_one_decided_and_did_not_find() {
        let door = finding("door", Severity::Error, "sg-1");
        let mut before = verdict(vec![
            door.clone(),
            finding("target", Severity::Error, "db-1"),
            finding("tls", Severity::Warning, "proxy"),
            finding("login", Severity::Warning, "proxy"),
            finding("door", Severity::Error, "sg-2"),
        ]);
        before.follows.insert("target".into(), "door".into());
        // The same rule still sees the other group, one cannot tell any more, and one does not apply.
        let mut after = verdict(vec![finding("door", Severity::Error, "sg-2")]);
        after.passed.push("target");
        after.not_applicable.push("login");
        after.unknown.push(Unknown {
            code: "tls",
            hop: Hop::Proxy,
            severity: Severity::Warning,
            missing: Missing::Fact,
            because: String::new(),
            needs: Vec::new(),
        });
        let gone = Gone::between(&before, &after);
        let seen: Vec<_> = gone.iter().map(|gone| (gone.finding.code.as_str(), gone.followed.as_deref())).collect();
        assert_eq!(seen, [("door", None), ("target", Some("door"))]);
        assert_eq!(gone_words(&gone).unwrap(), "1 error and 1 consequence gone");
        assert!(gone.iter().all(|gone| gone.is_still_gone(&after)));
        assert!(!gone.iter().any(|gone| gone.is_still_gone(&before)));
        assert_eq!(gone_words(&[]), None);
    }
}
