//! Targets that are on their way: normal for some minutes, a fault when it lasts.

use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::observed::Observed;
use crate::domain::proxy::{TargetHealth, TargetReason, TargetState};
use crate::rules::rule::{Check, Rule};
use crate::text::t;

use super::explain::PATIENCE_MINUTES;
use super::health::{NEEDS, SOURCE, has_reason, with_health};
use super::signs::unchanged_for;

fn is_pending(health: &TargetHealth) -> bool {
    has_reason(health, &TargetReason::PendingProxyCapacity)
}

pub const PENDING_CAPACITY: Rule = Rule {
    code: "proxy-target-pending-capacity",
    // Not an error however long it lasts: a failover or a new instance starts it again without
    // leaving a date that could be read.
    severity: Severity::Warning,
    hop: Hop::ProxyToDatabase,
    source: SOURCE,
    needs: NEEDS,
    check: |observed| {
        // A target that registers reports it too.
        aged(observed, Severity::Warning, |health| !health.is_available() && is_pending(health))
    },
};

pub const REGISTERING: Rule = Rule {
    code: "proxy-target-registering",
    severity: Severity::Warning,
    hop: Hop::ProxyToDatabase,
    source: SOURCE,
    needs: NEEDS,
    check: |observed| {
        aged(observed, Severity::Info, |health| health.state == TargetState::Registering && !is_pending(health))
    },
};

/// As bad as `young` while it may still be normal, a warning after that.
fn aged(observed: &Observed, young: Severity, which: impl Fn(&TargetHealth) -> bool) -> Check {
    let seconds = unchanged_for(observed);
    let old = seconds.is_some_and(|seconds| seconds > PATIENCE_MINUTES * 60);
    let age = seconds.map(|seconds| t!("seen-target-unchanged", time = age_words(seconds)));
    let mut found = with_health(observed, which)?;
    for seen in &mut found {
        seen.evidence.extend(age.clone());
        seen.confidence = Confidence::Medium;
        seen.at_most = (!old).then_some(young);
    }
    Ok(found)
}

/// `12 minutes`, `5 hours`, `3 days`.
pub fn age_words(seconds: i64) -> String {
    match seconds / 60 {
        minutes @ ..120 => t!("seen-time-minutes", count = minutes),
        minutes @ 120..2880 => t!("seen-time-hours", count = minutes / 60),
        minutes => t!("seen-time-days", count = minutes / 1440),
    }
}
