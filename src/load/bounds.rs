//! The most that a load may ask for on this machine: what a person has set, within what any load may. Pure.

use serde::{Deserialize, Serialize};

use super::bill::Bill;
use super::plan::{MOST_AT_ONCE, MOST_CALLS, MOST_SECS, Plan};
use crate::text::{money, t};

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Bounds {
    /// Calls at once.
    pub at_once: u32,
    /// Seconds.
    pub secs: u32,
    /// Calls in all.
    pub calls: u32,
    /// What it may cost at most, US dollars.
    pub usd: f64,
}

impl Default for Bounds {
    /// No narrower than any load is.
    fn default() -> Self {
        Self { at_once: MOST_AT_ONCE, secs: MOST_SECS, calls: MOST_AT_ONCE * MOST_SECS, usd: 1000.0 }
    }
}

/// A plan asks for more than was set.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum OutOfBounds {
    #[error("{}", t!("load-over-at-once", count = *.asked, most = *.most))]
    AtOnce { asked: u32, most: u32 },
    #[error("{}", t!("load-over-secs", count = *.asked, most = *.most))]
    Secs { asked: u32, most: u32 },
    #[error("{}", t!("load-over-calls", count = *.asked, most = *.most))]
    Calls { asked: u32, most: u32 },
    #[error("{}", t!("load-over-usd", cost = money(*asked), most = money(*most)))]
    Usd { asked: f64, most: f64 },
}

impl Bounds {
    /// Each bound at least one call, second or place, and at most what a load can have.
    pub fn clamped(self) -> Self {
        Self {
            at_once: self.at_once.clamp(1, MOST_AT_ONCE),
            secs: self.secs.clamp(1, MOST_SECS),
            calls: self.calls.clamp(1, (MOST_AT_ONCE * MOST_SECS).max(MOST_CALLS)),
            usd: if self.usd.is_finite() { self.usd.max(0.0) } else { 0.0 },
        }
    }

    /// # Errors
    /// The first bound that the plan goes over. What it costs counts where that is known.
    pub fn hold(&self, plan: &Plan, bill: Option<&Bill>) -> Result<(), OutOfBounds> {
        let (at_once, secs, calls) = (plan.most_at_once(), plan.secs(), plan.most_calls());
        if at_once > self.at_once {
            return Err(OutOfBounds::AtOnce { asked: at_once, most: self.at_once });
        }
        if secs > self.secs {
            return Err(OutOfBounds::Secs { asked: secs, most: self.secs });
        }
        if calls > self.calls {
            return Err(OutOfBounds::Calls { asked: calls, most: self.calls });
        }
        match bill {
            Some(bill) if bill.usd > self.usd => Err(OutOfBounds::Usd { asked: bill.usd, most: self.usd }),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::load::Pattern;

    #[test]
    fn a_plan_is_held_against_each_bound() {
        let pattern = Pattern::AtOnce { from: 5, to: 50, ramp_secs: 10, hold_secs: 20 };
        let plan = Plan::new(&"orders-api".parse().unwrap(), pattern).unwrap();
        let bill = Bill { calls: 1000, seconds: 100.0, usd: 0.4 };
        let bounds = Bounds::default();
        assert_eq!(bounds.hold(&plan, Some(&bill)), Ok(()));
        for (bounds, over) in [
            (Bounds { at_once: 49, ..bounds }, OutOfBounds::AtOnce { asked: 50, most: 49 }),
            (Bounds { secs: 29, ..bounds }, OutOfBounds::Secs { asked: 30, most: 29 }),
            (Bounds { usd: 0.3, ..bounds }, OutOfBounds::Usd { asked: 0.4, most: 0.3 }),
        ] {
            assert_eq!(bounds.hold(&plan, Some(&bill)), Err(over));
        }
        let few = Bounds { calls: 10, ..bounds };
        assert!(matches!(few.hold(&plan, None), Err(OutOfBounds::Calls { most: 10, .. })));
        // What cannot be known is held against nothing.
        assert_eq!(Bounds { usd: 0.0, ..bounds }.hold(&plan, None), Ok(()));
        assert_eq!(Bounds { at_once: 0, usd: f64::NAN, ..bounds }.clamped().at_once, 1);
    }
}
