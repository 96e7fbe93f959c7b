//! Which errors are worth another try, and how long to wait before it. Pure.

use crate::cloud::{CloudError, ErrorKind};

/// Retries of one call so far.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Retries {
    attempt: u32,
    waited_secs: u64,
}

/// A pause before the same call is made again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Retry {
    /// The first is 1.
    pub attempt: u32,
    pub pause_secs: u64,
}

/// The longest pause between two tries.
const LONGEST_PAUSE_SECS: u64 = 16;

/// Seconds that all pauses together may take, by what went wrong.
fn budget_secs(kind: ErrorKind, in_use_secs: u64) -> u64 {
    match kind {
        // What IAM and EC2 made a second ago spreads within seconds, at times a minute or two.
        // A proxy that is still being made cannot be deleted until it is.
        ErrorKind::NotYet => in_use_secs.max(120),
        ErrorKind::NotFound => 20,
        ErrorKind::Throttled => 180,
        ErrorKind::Unreachable | ErrorKind::Unexpected => 45,
        ErrorKind::InUse => in_use_secs,
        _ => 0,
    }
}

impl Retries {
    /// The pause before the next try, or `None` when it is not worth one. `in_use_secs` is how
    /// long something else may hold the thing.
    pub(super) fn next(&mut self, error: &CloudError, in_use_secs: u64) -> Option<Retry> {
        let pause_secs = 2_u64.saturating_pow(self.attempt).min(LONGEST_PAUSE_SECS);
        if self.waited_secs + pause_secs > budget_secs(error.kind, in_use_secs) {
            return None;
        }
        self.attempt += 1;
        self.waited_secs += pause_secs;
        Some(Retry { attempt: self.attempt, pause_secs })
    }
}

/// Whether the call may have happened although it did not answer.
pub(super) fn may_have_happened(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::Unreachable | ErrorKind::Unexpected)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pauses(kind: ErrorKind) -> Vec<u64> {
        let error = CloudError::new(kind, "iam:PutRolePolicy", "no");
        let mut retries = Retries::default();
        std::iter::from_fn(|| retries.next(&error, 120)).map(|retry| retry.pause_secs).collect()
    }

    #[test]
    fn what_is_not_visible_yet_is_tried_for_two_minutes_and_a_denial_never_again() {
        let patient = pauses(ErrorKind::NotYet);
        assert_eq!(patient.get(..5), Some([1, 2, 4, 8, 16].as_slice()));
        assert!((100..=120).contains(&patient.iter().sum::<u64>()), "{patient:?}");
        assert!(pauses(ErrorKind::Denied).is_empty());
        assert!(pauses(ErrorKind::Changed).is_empty());
    }
}
