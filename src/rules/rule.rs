//! The shape of a rule, and of what its check answers. No rule and no verdict is here.

use crate::domain::finding::{Confidence, Hop, Severity, Subject};
use crate::domain::mend::Mend;
use crate::domain::observed::{Observed, Unreadable};
use crate::text::t;

use super::facts::Need;

/// One entry of the failure catalogue that can be decided from what was read. Its words stand in the catalogue
/// of texts under its code.
pub struct Rule {
    /// The catalogue's code: `sg-db-ingress-proxy`.
    pub code: &'static str,
    /// The worst it can be; less certain sightings are reported one step lower.
    pub severity: Severity,
    /// Where on the path it shows.
    pub hop: Hop,
    /// Where AWS, or a field report, says so.
    pub source: &'static str,
    /// The parts of the account it reads; one that is unreadable makes it unknown.
    pub needs: &'static [Need],
    /// The decision.
    pub check: fn(&Observed) -> Check,
}

/// What a check answers: what it saw (nothing means passed), or why it could not look.
pub type Check = Result<Vec<Seen>, Stop>;

/// One sighting of a rule's fault. Code, title and severity come from the rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// How sure this sighting is. Below high it is never reported as an error.
    pub confidence: Confidence,
    /// Where it shows, if not where the rule says.
    pub hop: Option<Hop>,
    /// Less than the rule's severity, where this sighting is not as bad as others.
    pub at_most: Option<Severity>,
    /// The thing that is at fault.
    pub subject: Subject,
    /// What was seen, one fact a line.
    pub evidence: Vec<String>,
    /// Complete command lines with this account's ids.
    pub commands: Vec<String>,
    /// The same as changes that the program can make.
    pub mends: Vec<Mend>,
}

/// A command that cures a fault or a part of it, and what the program would do in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cure {
    pub command: String,
    pub mend: Option<Mend>,
}

impl<T: Into<String>> From<T> for Cure {
    /// For a person only.
    fn from(command: T) -> Self {
        Self { command: command.into(), mend: None }
    }
}

impl Cure {
    /// A command, and the change it makes.
    pub fn mending(command: String, mend: Mend) -> Self {
        Self { command, mend: Some(mend) }
    }
}

impl Seen {
    /// A certain sighting, without evidence yet.
    pub fn at(kind: &str, id: impl Into<String>) -> Self {
        debug_assert!(Subject::KINDS.contains(&kind), "{kind}");
        Self {
            confidence: Confidence::High,
            hop: None,
            at_most: None,
            subject: Subject { kind: kind.to_owned(), id: id.into() },
            evidence: Vec::new(),
            commands: Vec::new(),
            mends: Vec::new(),
        }
    }

    /// Adds one fact that was seen.
    pub fn because(mut self, fact: impl Into<String>) -> Self {
        self.evidence.push(fact.into());
        self
    }

    /// Adds a command that cures it, or a part of it.
    pub fn cure(mut self, cure: impl Into<Cure>) -> Self {
        let Cure { command, mend } = cure.into();
        self.commands.push(command);
        self.mends.extend(mend);
        self
    }

    /// Adds commands that cure it, or parts of it, as far as there are any.
    pub fn cures<C: Into<Cure>>(self, cures: impl IntoIterator<Item = C>) -> Self {
        cures.into_iter().fold(self, Self::cure)
    }

    /// Where it shows, for a rule about several hops.
    pub fn on(mut self, hop: Hop) -> Self {
        self.hop = Some(hop);
        self
    }

    /// How sure it is, where that is not certain.
    pub fn sure(mut self, confidence: Confidence) -> Self {
        self.confidence = confidence;
        self
    }

    /// As the answer of a check.
    pub fn flagged(self) -> Check {
        Ok(vec![self])
    }
}

/// Nothing wrong was seen.
pub const fn passed() -> Check {
    Ok(Vec::new())
}

/// One answer of several looks: what is wrong in one of them is not hidden by what is not known of another.
pub fn together(checks: impl IntoIterator<Item = Check>) -> Check {
    let (mut found, mut passed, mut stop) = (Vec::new(), false, None);
    for check in checks {
        match check {
            Ok(seen) => {
                passed = true;
                found.extend(seen);
            }
            Err(Stop::NotApplicable) => {}
            Err(why) => stop = stop.or(Some(why)),
        }
    }
    match stop {
        Some(why) if found.is_empty() => Err(why),
        None if !passed => Err(Stop::NotApplicable),
        _ => Ok(found),
    }
}

/// Why a check did not decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stop {
    /// It is not about this setup: another mode, no function, already said by a closer rule.
    NotApplicable,
    /// A fact is missing.
    Unknown(Gap),
    /// The value of a secret is missing, which is read only with the person's consent.
    NoConsent,
    /// Only the organization's policies are missing. IAM's simulator alone sees them; where it may not be asked,
    /// they limit every verdict about permissions.
    Organization(Gap),
}

/// A missing fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// What is not known, and why.
    pub because: String,
    /// Permissions that would decide it, in IAM action form.
    pub needs: Vec<String>,
}

impl Stop {
    /// A fact that no permission of the caller would bring, or that needs the named ones.
    pub fn unknown(because: impl Into<String>, needs: &[&str]) -> Self {
        let needs = needs.iter().map(|need| (*need).to_owned()).collect();
        Self::Unknown(Gap { because: because.into(), needs })
    }

    /// The same, where what is unknown is what the organization's policies say.
    pub fn about_organization(self) -> Self {
        match self {
            Self::Unknown(gap) => Self::Organization(gap),
            other => other,
        }
    }
}

impl From<&Unreadable> for Stop {
    fn from(part: &Unreadable) -> Self {
        let operation = &part.operation;
        if part.denied {
            Self::unknown(t!("seen-denied", operation = operation), &[operation])
        } else {
            Self::unknown(t!("seen-could-not-read", operation = operation, because = &part.because), &[])
        }
    }
}
