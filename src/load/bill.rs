//! What a load costs at most, and what keeping environments started would cost. Pure; prices are those of
//! `assets/data/prices.toml`.

use serde::Serialize;

use super::limits::Limits;
use super::plan::{Pattern, Plan};
use crate::design::lambda_prices;

/// Seconds in a month of 730 hours.
const MONTH_SECS: f64 = 730.0 * 3600.0;

/// US dollars.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Bill {
    /// Calls there may be.
    pub calls: u32,
    /// Seconds in which the handler may run, all calls together.
    pub seconds: f64,
    /// What calls and seconds come to, at most; log lines and what the function calls are not in it.
    pub usd: f64,
}

impl Bill {
    /// The most that a load can cost; `None` where the function's memory was not read.
    pub fn most(plan: &Plan, limits: &Limits) -> Option<Self> {
        let (memory, timeout) = (limits.memory_mb?, limits.timeout_secs?);
        let calls = plan.most_calls();
        // Nobody is called again before the answer, so a place is busy at most until the last call's time-out;
        // and no call is longer than that.
        let busy = match plan.pattern {
            Pattern::InTurn { .. } => f64::MAX,
            Pattern::AtOnce { to, .. } => f64::from(to) * f64::from(plan.secs() + timeout),
        };
        let seconds = busy.min(f64::from(calls) * f64::from(timeout));
        let prices = lambda_prices(limits.arm)?;
        let usd = f64::from(calls) * prices.request + seconds * gib(memory) * prices.gib_second;
        Some(Self { calls, seconds, usd })
    }

    /// What so many environments that are kept started cost a month, called or not.
    pub fn provisioned_month(environments: u32, limits: &Limits) -> Option<f64> {
        let price = lambda_prices(limits.arm)?.provisioned_gib_second;
        Some(f64::from(environments) * gib(limits.memory_mb?) * price * MONTH_SECS)
    }
}

fn gib(mb: u32) -> f64 {
    f64::from(mb) / 1024.0
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_load_costs_at_most_its_calls_and_its_busy_seconds() {
        let limits = Limits { memory_mb: Some(1024), timeout_secs: Some(3), ..Limits::default() };
        let function = "orders-api".parse().unwrap();
        let pattern = Pattern::AtOnce { from: 50, to: 50, ramp_secs: 0, hold_secs: 120 };
        let bill = Bill::most(&Plan::new(&function, pattern).unwrap(), &limits).unwrap();
        assert_eq!((bill.calls, bill.seconds), (6000, 6150.0), "50 places for 123 seconds");
        assert!((bill.usd - (0.0012 + 6150.0 * 0.000_016_666_7)).abs() < 1e-9, "{}", bill.usd);
        let turn = Bill::most(&Plan::new(&function, Pattern::InTurn { calls: 20 }).unwrap(), &limits).unwrap();
        assert_eq!(turn.seconds, 60.0);
        assert_eq!(Bill::most(&Plan::new(&function, pattern).unwrap(), &Limits::default()), None);
        assert_eq!(Bill::provisioned_month(10, &limits).unwrap().round(), 110.0);
    }
}
