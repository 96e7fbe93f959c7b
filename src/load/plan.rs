//! What was confirmed: how often a function is called, how many times at once, how long. Pure.

use serde::{Deserialize, Serialize};

use crate::discover::Invoked;
use crate::text::t;

/// Calls at once that one load may hold.
pub const MOST_AT_ONCE: u32 = 1000;
/// Seconds that one load may last.
pub const MOST_SECS: u32 = 900;
/// Calls one after another.
pub const MOST_CALLS: u32 = 1000;

/// A load, bounded by construction: [`Plan::most_calls`] and [`Plan::most_at_once`] are never exceeded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Name of the function.
    pub function: String,
    /// The alias or version that is called; `None` is `$LATEST`.
    pub qualifier: Option<String>,
    /// How the calls follow one another.
    pub pattern: Pattern,
}

/// How the calls follow one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Pattern {
    /// One after another, each when the one before has answered: cold and warm calls.
    InTurn {
        /// How many.
        calls: u32,
    },
    /// So many at once, again each second: who has not answered by then is not called a second time.
    AtOnce {
        /// In the first second.
        from: u32,
        /// From the end of the rise on.
        to: u32,
        /// Seconds of the rise.
        ramp_secs: u32,
        /// Seconds at `to`.
        hold_secs: u32,
    },
}

/// What is asked for is out of bounds.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAPlan {
    /// Calls one after another.
    #[error("{}", t!("load-bad-calls", calls = *.0, most = MOST_CALLS))]
    Calls(u32),
    /// At once.
    #[error("{}", t!("load-bad-at-once", count = *.0, most = MOST_AT_ONCE))]
    AtOnce(u32),
    /// The rise begins above its end.
    #[error("{}", t!("load-bad-rise", from = *.from, to = *.to))]
    Rise {
        /// In the first second.
        from: u32,
        /// At the end.
        to: u32,
    },
    /// Rise and hold together.
    #[error("{}", t!("load-bad-seconds", secs = *.0, most = MOST_SECS))]
    Seconds(u32),
}

impl Plan {
    /// # Errors
    /// The pattern is out of bounds.
    pub fn new(function: &Invoked, pattern: Pattern) -> Result<Self, NotAPlan> {
        pattern.check()?;
        Ok(Self { function: function.name.clone(), qualifier: function.qualifier.clone(), pattern })
    }

    /// Function and qualifier, as people write them.
    pub fn invoked(&self) -> Invoked {
        Invoked { name: self.function.clone(), qualifier: self.qualifier.clone() }
    }

    /// Calls there may be in all.
    pub fn most_calls(&self) -> u32 {
        match self.pattern {
            Pattern::InTurn { calls } => calls,
            Pattern::AtOnce { .. } => (0..self.secs()).map(|second| self.at_once(second)).sum(),
        }
    }

    /// Calls there may be at once.
    pub fn most_at_once(&self) -> u32 {
        match self.pattern {
            Pattern::InTurn { .. } => 1,
            Pattern::AtOnce { to, .. } => to,
        }
    }

    /// Seconds in which calls begin; none of its own for calls one after another.
    pub fn secs(&self) -> u32 {
        match self.pattern {
            Pattern::InTurn { .. } => 0,
            Pattern::AtOnce { ramp_secs, hold_secs, .. } => ramp_secs + hold_secs,
        }
    }

    /// Calls at once in this second, counted from 0: a straight rise, then the level.
    pub fn at_once(&self, second: u32) -> u32 {
        match self.pattern {
            Pattern::InTurn { .. } => 1,
            Pattern::AtOnce { from, to, ramp_secs, .. } if second < ramp_secs => {
                from + (to - from) * second / ramp_secs.max(1)
            }
            Pattern::AtOnce { to, .. } => to,
        }
    }
}

impl Pattern {
    fn check(self) -> Result<(), NotAPlan> {
        match self {
            Self::InTurn { calls } if calls == 0 || calls > MOST_CALLS => Err(NotAPlan::Calls(calls)),
            Self::InTurn { .. } => Ok(()),
            Self::AtOnce { from, to, ramp_secs, hold_secs } => {
                if to == 0 || to > MOST_AT_ONCE {
                    return Err(NotAPlan::AtOnce(to));
                }
                if from == 0 || from > to {
                    return Err(NotAPlan::Rise { from, to });
                }
                let secs = ramp_secs.saturating_add(hold_secs);
                if secs == 0 || secs > MOST_SECS { Err(NotAPlan::Seconds(secs)) } else { Ok(()) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn plan(pattern: Pattern) -> Result<Plan, NotAPlan> {
        Plan::new(&"orders-api:live".parse().unwrap(), pattern)
    }

    #[test]
    fn the_rise_is_straight_and_the_bound_is_the_sum_of_the_seconds() {
        let rising = plan(Pattern::AtOnce { from: 5, to: 50, ramp_secs: 9, hold_secs: 3 }).unwrap();
        let levels: Vec<u32> = (0..12).map(|second| rising.at_once(second)).collect();
        assert_eq!(levels, [5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 50, 50]);
        assert_eq!((rising.most_calls(), rising.most_at_once(), rising.secs()), (375, 50, 12));
        let level = plan(Pattern::AtOnce { from: 1, to: 1, ramp_secs: 0, hold_secs: 1 }).unwrap();
        assert_eq!((level.most_calls(), level.at_once(0)), (1, 1));
        assert_eq!(plan(Pattern::InTurn { calls: 20 }).unwrap().most_calls(), 20);
        assert_eq!(rising.invoked().to_string(), "orders-api:live");
    }

    #[test]
    fn what_is_out_of_bounds_is_refused() {
        let at_once = |from, to, ramp_secs, hold_secs| Pattern::AtOnce { from, to, ramp_secs, hold_secs };
        for (pattern, why) in [
            (Pattern::InTurn { calls: 0 }, NotAPlan::Calls(0)),
            (Pattern::InTurn { calls: 1001 }, NotAPlan::Calls(1001)),
            (at_once(1, 0, 0, 10), NotAPlan::AtOnce(0)),
            (at_once(1, 1001, 0, 10), NotAPlan::AtOnce(1001)),
            (at_once(0, 5, 0, 10), NotAPlan::Rise { from: 0, to: 5 }),
            (at_once(6, 5, 0, 10), NotAPlan::Rise { from: 6, to: 5 }),
            (at_once(1, 5, 0, 0), NotAPlan::Seconds(0)),
            (at_once(1, 5, u32::MAX, 2), NotAPlan::Seconds(u32::MAX)),
        ] {
            assert_eq!(plan(pattern).unwrap_err(), why);
        }
    }
}
