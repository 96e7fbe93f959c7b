//! What is made and does not work yet: AWS's word for it, in words for people.
//!
//! The words of a target's health: <https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_TargetHealth.html>

use std::fmt;

use super::time::span;
use crate::apply::{Receipt, Unsettled};
use crate::domain::proxy::{AuthMode, TargetReason, TargetState};
use crate::plan::{Action, Step, StepId};
use crate::text::t;

/// Something that is made and does not work yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotYet {
    /// The step that made it.
    pub step: StepId,
    /// The end of the run, as a head.
    pub title: String,
    /// The same in a few words.
    pub badge: String,
    /// What does not work, as a sentence.
    pub sentence: String,
    /// What that means and where to look, as a sentence.
    pub means: String,
    /// AWS's own word.
    pub said: String,
    /// What was waited for, and how long.
    pub waited_for: String,
    /// How long, in seconds.
    pub waited_secs: u64,
    /// What it is not, and how one knows; empty where nothing can be left out.
    pub not_it: &'static str,
}

impl NotYet {
    /// All of a run.
    pub fn all(receipt: &Receipt) -> Vec<Self> {
        let mode = receipt.plan.auth_mode();
        receipt.unsettled().map(|(step, unsettled)| Self::new(step, unsettled, mode)).collect()
    }

    fn new(step: &Step, unsettled: &Unsettled, mode: AuthMode) -> Self {
        let Unsettled { state, waited_secs } = unsettled;
        let waited = span(*waited_secs);
        let Action::RegisterTarget(target) = &step.action else {
            return Self {
                step: step.id.clone(),
                title: t!("run-not-working", count = 1),
                badge: t!("run-badge-not-working", count = 1),
                sentence: t!("not-yet-other", state = state.as_str()),
                means: t!("not-yet-unknown-means", state = state.as_str()),
                said: state.clone(),
                waited_for: t!("not-yet-waited", time = waited),
                waited_secs: *waited_secs,
                not_it: "",
            };
        };
        let database = target.database.id.as_str();
        Self {
            step: step.id.clone(),
            title: t!("not-yet-target").to_owned(),
            badge: t!("not-yet-target-badge").to_owned(),
            sentence: sentence(state, database),
            means: means(state, mode).unwrap_or_else(|| t!("not-yet-unknown-means", state = state.as_str())),
            said: state.clone(),
            waited_for: t!("not-yet-waited-target", database = database, time = waited),
            waited_secs: *waited_secs,
            not_it: not_it(state),
        }
    }
}

/// What is known of it, a line each: for the terminal and for copying.
impl fmt::Display for NotYet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { sentence, means, said, waited_for, not_it, .. } = self;
        write!(f, "{sentence}\n{means}")?;
        write!(f, "\n{}: {said}\n{}: {waited_for}", t!("fact-said"), t!("fact-waited-for"))?;
        if !not_it.is_empty() {
            write!(f, "\n{}: {not_it}", t!("fact-not-it"))?;
        }
        Ok(())
    }
}

/// The word is the target's state: AWS gave no reason with it.
fn is_registering(state: &str) -> bool {
    TargetState::from(state) == TargetState::Registering
}

fn sentence(state: &str, database: &str) -> String {
    match TargetReason::from(state) {
        TargetReason::AuthFailure => t!("not-yet-auth", database = database),
        TargetReason::ConnectionFailed => t!("not-yet-connection", database = database),
        TargetReason::Unreachable => t!("not-yet-unreachable", database = database),
        TargetReason::PendingProxyCapacity => t!("not-yet-capacity", database = database),
        TargetReason::InvalidReplicationState => t!("not-yet-replication", database = database),
        _ if is_registering(state) => t!("not-yet-registering", database = database),
        _ => t!("not-yet-unknown", database = database, state = state),
    }
}

/// What AWS's word for a target that is not available means; `None` for a word that we do not know.
pub fn means(state: &str, mode: AuthMode) -> Option<String> {
    let text = match (TargetReason::from(state), mode) {
        (TargetReason::AuthFailure, AuthMode::EndToEndIam) => t!("not-yet-auth-means-iam"),
        (TargetReason::AuthFailure, _) => t!("not-yet-auth-means"),
        (TargetReason::ConnectionFailed, _) => t!("not-yet-connection-means"),
        (TargetReason::Unreachable, _) => t!("not-yet-unreachable-means"),
        (TargetReason::PendingProxyCapacity, _) => t!("not-yet-capacity-means"),
        (TargetReason::InvalidReplicationState, _) => t!("not-yet-replication-means"),
        _ if is_registering(state) => t!("not-yet-registering-means"),
        _ => return None,
    };
    Some(text.to_owned())
}

fn not_it(state: &str) -> &'static str {
    match TargetReason::from(state) {
        TargetReason::AuthFailure => t!("not-yet-auth-not"),
        TargetReason::ConnectionFailed => t!("not-yet-connection-not"),
        TargetReason::Unreachable => t!("not-yet-unreachable-not"),
        TargetReason::PendingProxyCapacity => t!("not-yet-capacity-not"),
        TargetReason::InvalidReplicationState => t!("not-yet-replication-not"),
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: [&str; 6] = [
        "AUTH_FAILURE",
        "CONNECTION_FAILED",
        "UNREACHABLE",
        "PENDING_PROXY_CAPACITY",
        "INVALID_REPLICATION_STATE",
        "REGISTERING",
    ];

    #[test]
    fn every_word_of_aws_has_its_own_texts_and_an_unknown_one_is_said_raw() {
        for mode in AuthMode::ALL {
            let mut texts: Vec<String> =
                WORDS.iter().flat_map(|word| [means(word, mode), Some(sentence(word, "orders"))]).flatten().collect();
            texts.sort();
            texts.dedup();
            assert_eq!(texts.len(), 2 * WORDS.len(), "{texts:#?}");
        }
        assert_eq!(means("SULKING", AuthMode::StandardIam), None);
        assert!(sentence("SULKING", "orders").contains("`SULKING`"));
        assert!(t!("not-yet-unknown-means", state = "SULKING").contains("we do not know this one"));
    }
}
