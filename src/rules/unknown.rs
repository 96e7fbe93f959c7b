//! Rules that could not decide, and which of them wait for the same answer.

use crate::domain::finding::{Hop, Severity};
use crate::domain::policy::{Document, OneOrMany, Statement};

use super::iam::READ;
use super::rule::{Gap, Rule, Stop};
use super::verdict::Verdict;
use crate::text::{series, t};

/// A rule that could not decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    pub code: &'static str,
    pub hop: Hop,
    pub severity: Severity,
    pub missing: Missing,
    pub because: String,
    /// Permissions that would decide it; with [`Missing::Consent`] the one that consent uses.
    pub needs: Vec<String>,
}

/// What kind of fact is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// One without which the hop cannot be judged.
    Fact,
    /// The value of a secret, which is read only with the person's consent: the normal case.
    Consent,
    /// What the organization's policies say: a limit of the verdict, and no gap in it.
    Organization,
}

/// What would decide a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wants<'a> {
    /// The person's consent to read the secrets' values.
    Consent,
    /// Permissions that the caller lacks.
    Permissions(&'a [String]),
    /// Nothing that the person could give; this is the reason.
    Nothing(&'a str),
}

/// Rules that wait for the same answer, at least one, in the order of the path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting<'a> {
    pub wants: Wants<'a>,
    pub rules: Vec<&'a Unknown>,
}

impl Unknown {
    /// `None` for a rule that does not apply.
    pub(super) fn new(rule: &Rule, stop: Stop) -> Option<Self> {
        let (missing, because, needs) = match stop {
            Stop::NotApplicable => return None,
            Stop::NoConsent => (Missing::Consent, t!("rules-no-consent").to_owned(), vec![READ.to_owned()]),
            Stop::Unknown(Gap { because, needs }) => (Missing::Fact, because, needs),
            Stop::Organization(Gap { because, needs }) => (Missing::Organization, because, needs),
        };
        Some(Self { code: rule.code, hop: rule.hop, severity: rule.severity, missing, because, needs })
    }

    /// What is not known: `Whether the secret is a JSON object`.
    pub fn whether(&self) -> String {
        super::rule(self.code).map_or_else(|| self.code.to_owned(), Rule::whether)
    }

    /// An error could stand here, so that its hop cannot be judged without it.
    pub fn is_decisive(&self) -> bool {
        self.severity == Severity::Error && self.missing == Missing::Fact
    }

    /// What would decide it.
    pub fn wants(&self) -> Wants<'_> {
        match self.missing {
            Missing::Consent => Wants::Consent,
            _ if self.needs.is_empty() => Wants::Nothing(&self.because),
            _ => Wants::Permissions(&self.needs),
        }
    }
}

impl<'a> Waiting<'a> {
    /// How many wait for what: `3 rules wait for iam:GetRole`.
    pub fn head(&self) -> String {
        let count = self.rules.len();
        match self.wants {
            Wants::Consent => t!("rules-waits-consent", count = count),
            Wants::Permissions(needs) => {
                t!("rules-waits-permissions", count = count, permissions = series(needs))
            }
            Wants::Nothing(_) => t!("rules-waits-nothing", count = count),
        }
    }

    /// Why they are not known, each reason once.
    pub fn reasons(&self) -> Vec<&'a str> {
        let mut reasons: Vec<&str> = Vec::new();
        for unknown in &self.rules {
            if !reasons.contains(&unknown.because.as_str()) {
                reasons.push(&unknown.because);
            }
        }
        reasons
    }
}

impl Verdict {
    /// What is not known, by what would decide it.
    pub fn waiting(&self) -> Vec<Waiting<'_>> {
        let mut all: Vec<Waiting<'_>> = Vec::new();
        for unknown in &self.unknown {
            let wants = unknown.wants();
            match all.iter_mut().find(|waiting| waiting.wants == wants) {
                Some(waiting) => waiting.rules.push(unknown),
                None => all.push(Waiting { wants, rules: vec![unknown] }),
            }
        }
        all
    }
}

/// The policy that allows these reading calls. They have no narrower resource in common.
#[must_use]
pub fn allowing(needs: &[String]) -> Document {
    let actions = OneOrMany(needs.to_vec());
    Document::new(vec![Statement::allow(Some("ReadForRdsProxyWizard"), actions, "*")])
}
