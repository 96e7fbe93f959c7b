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

/// What is known of the thing that a call is about.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Circumstances {
    /// Seconds that something else may hold it.
    pub in_use_secs: u64,
    /// This run has just made what the call needs.
    pub just_made: bool,
    /// A write of this step was sent and never answered: what AWS refuses now may be its doing.
    pub unanswered: bool,
}

/// The longest pause between two tries.
const LONGEST_PAUSE_SECS: u64 = 16;

/// How long IAM and EC2 may take to tell all their parts of something new: seconds as a rule, at
/// times a minute or two.
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html#troubleshoot_general_eventual-consistency>
const PROPAGATION_SECS: u64 = 120;

/// Pauses between looks for something that ought to be there: AWS may not show for a while what it
/// has just made.
pub(super) const LOOK_AGAIN_SECS: [u64; 4] = [1, 2, 4, 8];

/// Seconds after a write in which an empty look proves little.
pub(super) const FRESH_SECS: u64 = 300;

/// Seconds that all pauses together may take, by what went wrong.
fn budget_secs(kind: ErrorKind, about: Circumstances) -> u64 {
    match kind {
        // A proxy that is still being made cannot be deleted until it is.
        ErrorKind::NotYet => about.in_use_secs.max(PROPAGATION_SECS),
        ErrorKind::NotFound if about.just_made => PROPAGATION_SECS,
        ErrorKind::NotFound => 20,
        ErrorKind::Throttled => 180,
        ErrorKind::Unreachable | ErrorKind::Unexpected => 45,
        ErrorKind::InUse => about.in_use_secs,
        ErrorKind::AlreadyExists | ErrorKind::Changed if about.unanswered => 45,
        _ => 0,
    }
}

impl Retries {
    /// The pause before the next try, or `None` when it is not worth one.
    pub(super) fn next(&mut self, error: &CloudError, about: Circumstances) -> Option<Retry> {
        let pause_secs = 2_u64.saturating_pow(self.attempt).min(LONGEST_PAUSE_SECS);
        if self.waited_secs + pause_secs > budget_secs(error.kind, about) {
            return None;
        }
        self.attempt += 1;
        self.waited_secs += pause_secs;
        Some(Retry { attempt: self.attempt, pause_secs })
    }
}

/// Whether the call may have happened although this is its answer. Only a refusal in AWS's own
/// words says that it has not; throttling is often answered by something in between.
pub(super) fn may_have_happened(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::Unreachable | ErrorKind::Unexpected | ErrorKind::Throttled)
}

/// The session has ended: whatever comes next is refused too, until the person signs in.
pub(super) fn is_signed_out(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::Expired | ErrorKind::NoCredentials)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pauses(kind: ErrorKind, about: Circumstances) -> Vec<u64> {
        let error = CloudError::new(kind, "iam:PutRolePolicy", "no");
        let mut retries = Retries::default();
        std::iter::from_fn(|| retries.next(&error, about)).map(|retry| retry.pause_secs).collect()
    }

    #[test]
    fn what_is_not_visible_yet_is_tried_for_two_minutes_and_a_denial_never_again() {
        let usual = Circumstances { in_use_secs: 120, ..Circumstances::default() };
        let just_made = Circumstances { just_made: true, ..usual };
        for patient in [pauses(ErrorKind::NotYet, usual), pauses(ErrorKind::NotFound, just_made)] {
            assert_eq!(patient.get(..5), Some([1, 2, 4, 8, 16].as_slice()));
            assert!((100..=120).contains(&patient.iter().sum::<u64>()), "{patient:?}");
        }
        assert!(pauses(ErrorKind::NotFound, usual).iter().sum::<u64>() <= 20);
        assert!(pauses(ErrorKind::Denied, just_made).is_empty());
    }

    #[test]
    fn what_a_lost_write_of_ours_may_have_made_is_looked_for_again() {
        let unanswered = Circumstances { unanswered: true, ..Circumstances::default() };
        for kind in [ErrorKind::AlreadyExists, ErrorKind::Changed] {
            assert!(pauses(kind, Circumstances::default()).is_empty());
            assert_eq!(pauses(kind, unanswered).iter().sum::<u64>(), 31);
        }
    }
}
