//! A wait in words: they change as it passes the usual time and nears its end.

use std::collections::BTreeMap;

use super::time::span;
use super::unsettled::means;
use crate::domain::proxy::AuthMode;
use crate::plan::{Plan, StepId};
use crate::text::{Sentence, t};

/// A step whose effect has not arrived, as it was last told of. All times in seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wait<'a> {
    /// AWS's own word: `creating`.
    pub state: &'a str,
    /// What is being waited for, as a sentence.
    pub what: &'a Sentence,
    /// So far.
    pub elapsed_secs: u64,
    /// It usually takes from …
    pub usual_secs: u64,
    /// … to.
    pub usual_max_secs: u64,
    /// After this the wait ends.
    pub limit_secs: u64,
}

/// How a wait stands against its usual time and its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// Within the usual time.
    Usual,
    /// Longer than usual.
    Longer,
    /// Longer than usual, and nine tenths of the longest wait are over.
    Ending,
}

impl Wait<'_> {
    /// How it stands.
    pub fn pace(&self) -> Pace {
        match self.elapsed_secs {
            elapsed if elapsed <= self.usual_max_secs => Pace::Usual,
            elapsed if elapsed.saturating_mul(10) < self.limit_secs.saturating_mul(9) => Pace::Longer,
            _ => Pace::Ending,
        }
    }

    /// The usual time, or that it is over.
    pub fn pace_words(&self) -> String {
        let (from, to) = (span(self.usual_secs), span(self.usual_max_secs));
        match self.pace() {
            Pace::Usual => t!("wait-usual", from = from, to = to),
            Pace::Longer => t!("wait-longer", from = from, to = to),
            Pace::Ending => t!("wait-ending", from = from, to = to, limit = span(self.limit_secs)),
        }
    }

    /// What is being waited for; past the usual time, what may be the cause.
    pub fn what_words(&self, mode: AuthMode) -> String {
        match self.pace() {
            Pace::Usual => self.what.to_string(),
            Pace::Longer | Pace::Ending => match means(self.state, mode) {
                Some(cause) => t!("wait-cause", cause = cause),
                None => t!("wait-no-cause", what = self.what),
            },
        }
    }

    /// The longest that it takes from here, if it takes the usual time.
    fn left(&self) -> TimeLeft {
        match self.pace() {
            Pace::Usual if self.elapsed_secs < self.usual_secs => TimeLeft::About(self.usual_secs - self.elapsed_secs),
            Pace::Usual => TimeLeft::UpTo(self.usual_max_secs - self.elapsed_secs),
            Pace::Longer | Pace::Ending => TimeLeft::Unknown,
        }
    }
}

/// How much longer a run takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeLeft {
    /// So many seconds, usually.
    About(u64),
    /// So many seconds at most, usually.
    UpTo(u64),
    /// Something takes longer than usual: nobody knows.
    Unknown,
}

impl TimeLeft {
    /// In words: `about 4 min left`.
    pub fn text(self) -> String {
        let minutes = |secs: u64| secs.div_ceil(60).max(1);
        match self {
            Self::About(secs) => t!("wait-left-about", count = minutes(secs)),
            Self::UpTo(secs) => t!("wait-left-up-to", count = minutes(secs)),
            Self::Unknown => t!("wait-left-unknown").to_owned(),
        }
    }

    /// First this, then something that usually takes `secs`.
    fn then(self, secs: u64) -> Self {
        match self {
            Self::About(before) => Self::About(before + secs),
            Self::UpTo(before) => Self::UpTo(before + secs),
            Self::Unknown => Self::Unknown,
        }
    }

    /// Both side by side: the longer one.
    fn beside(self, other: Self) -> Self {
        match (self, other) {
            (Self::Unknown, _) | (_, Self::Unknown) => Self::Unknown,
            (Self::About(a), Self::About(b)) => Self::About(a.max(b)),
            (Self::About(a) | Self::UpTo(a), Self::About(b) | Self::UpTo(b)) => Self::UpTo(a.max(b)),
        }
    }
}

/// How much longer applying takes, along the longest chain of steps. `open` says of a step that is
/// not done what it waits for, if it waits; it is `None` for one that is done.
pub fn left<'a>(plan: &Plan, open: impl Fn(&StepId) -> Option<Option<Wait<'a>>>) -> TimeLeft {
    let mut ends: BTreeMap<&StepId, TimeLeft> = BTreeMap::new();
    for step in plan.changes() {
        let needs = step.needs.iter().filter_map(|need| ends.get(need).copied());
        let start = needs.fold(TimeLeft::About(0), TimeLeft::beside);
        let end = match open(&step.id) {
            None => start,
            Some(Some(wait)) => start.beside(wait.left()),
            Some(None) => start.then(step.action.patience().usual_secs),
        };
        ends.insert(&step.id, end);
    }
    ends.into_values().fold(TimeLeft::About(0), TimeLeft::beside)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTHING: &Sentence = &Sentence::Quoted(String::new());

    const TARGET: Wait<'_> = Wait {
        state: "PENDING_PROXY_CAPACITY",
        what: NOTHING,
        elapsed_secs: 0,
        usual_secs: 60,
        usual_max_secs: 300,
        limit_secs: 600,
    };

    #[test]
    fn the_words_of_a_wait_change_with_its_time() {
        let said = |elapsed_secs| {
            let wait = Wait { elapsed_secs, ..TARGET };
            (wait.pace(), format!("{} {}", wait.pace_words(), wait.what_words(AuthMode::StandardIam)), wait.left())
        };
        for (elapsed, pace, left) in [
            (0, Pace::Usual, TimeLeft::About(60)),
            (59, Pace::Usual, TimeLeft::About(1)),
            (60, Pace::Usual, TimeLeft::UpTo(240)),
            (300, Pace::Usual, TimeLeft::UpTo(0)),
            (301, Pace::Longer, TimeLeft::Unknown),
            (539, Pace::Longer, TimeLeft::Unknown),
            (540, Pace::Ending, TimeLeft::Unknown),
            (600, Pace::Ending, TimeLeft::Unknown),
            (9_000, Pace::Ending, TimeLeft::Unknown),
        ] {
            let (is, words, rest) = said(elapsed);
            assert_eq!((is, rest), (pace, left), "after {elapsed} s");
            let past = pace != Pace::Usual;
            assert_eq!(words.contains("longer than the usual"), past, "{words}");
            assert_eq!(words.starts_with("usually"), !past, "{words}");
            assert_eq!(words.contains("may be the cause") || words.contains("free addresses"), past, "{words}");
            assert_eq!(words.contains("10 min"), pace == Pace::Ending, "{words}");
        }
        let unknown = Wait { state: "pondering", elapsed_secs: 400, ..TARGET };
        assert!(unknown.what_words(AuthMode::Password).contains("AWS gives no reason"));
    }

    #[test]
    fn what_is_left_is_the_longer_of_what_goes_on_side_by_side() {
        assert_eq!(TimeLeft::About(30).beside(TimeLeft::About(60)), TimeLeft::About(60));
        assert_eq!(TimeLeft::About(60).beside(TimeLeft::UpTo(30)), TimeLeft::UpTo(60));
        assert_eq!(TimeLeft::Unknown.beside(TimeLeft::About(60)).then(5), TimeLeft::Unknown);
        assert_eq!(TimeLeft::About(61).then(60).text(), "about 3 min left");
        assert!(!TimeLeft::Unknown.text().contains("min left"));
    }
}
