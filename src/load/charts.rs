//! A load as lines and bars, for the window, the picture and the terminal. Pure.

use std::collections::BTreeMap;

use super::call::{CallOutcome, LoadCall};
use super::summary::percentile;

/// Points of a line, about.
const POINTS: u64 = 60;

/// A value at a second of the load.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    pub at: f64,
    pub value: f64,
}

/// Calls that went wrong within a step.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    pub at: f64,
    pub errors: u32,
    pub throttles: u32,
}

/// The lines of a load, in steps of as many seconds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Charts {
    /// Seconds of a step.
    pub step: f64,
    /// Seconds in all.
    pub secs: f64,
    /// The most calls at once.
    pub at_once: Vec<Point>,
    /// Milliseconds of the calls that answered.
    pub p50: Vec<Point>,
    pub p95: Vec<Point>,
    pub wrong: Vec<Bar>,
    /// Each call by its number, from 1: milliseconds, where it answered.
    pub each: Vec<Point>,
}

impl Charts {
    pub fn new(calls: &[LoadCall]) -> Self {
        let last = calls.iter().map(|call| call.at_ms).max().unwrap_or_default();
        let step_ms = (last / 1000 / POINTS + 1) * 1000;
        let mut steps: BTreeMap<u64, Vec<&LoadCall>> = BTreeMap::new();
        for call in calls {
            steps.entry(call.at_ms / step_ms).or_default().push(call);
        }
        let mut charts = Self {
            step: seconds(step_ms),
            secs: seconds((last / step_ms + 1) * step_ms),
            each: each(calls),
            ..Self::default()
        };
        for (step, calls) in steps {
            let at = seconds(step * step_ms);
            let most = calls.iter().map(|call| call.at_once).max().unwrap_or_default();
            charts.at_once.push(Point { at, value: f64::from(most) });
            let times: Vec<f64> = calls.iter().filter(|call| call.answered()).map(|call| call.ms()).collect();
            charts.p50.extend(percentile(&times, 50).map(|value| Point { at, value }));
            charts.p95.extend(percentile(&times, 95).map(|value| Point { at, value }));
            let count = |wanted: &[CallOutcome]| {
                u32::try_from(calls.iter().filter(|call| wanted.contains(&call.outcome)).count()).unwrap_or(u32::MAX)
            };
            let (errors, throttles) =
                (count(&[CallOutcome::Failed, CallOutcome::Refused]), count(&[CallOutcome::Throttled]));
            if errors + throttles > 0 {
                charts.wrong.push(Bar { at, errors, throttles });
            }
        }
        charts
    }
}

fn each(calls: &[LoadCall]) -> Vec<Point> {
    let numbered = (1_u32..).zip(calls).filter(|(_, call)| call.answered());
    numbered.map(|(number, call)| Point { at: f64::from(number), value: call.ms() }).collect()
}

#[expect(clippy::cast_precision_loss, reason = "a load lasts minutes")]
fn seconds(ms: u64) -> f64 {
    ms as f64 / 1000.0
}

#[cfg(test)]
mod tests {
    use super::super::summary::tests::call;
    use super::*;

    #[test]
    fn a_line_has_about_sixty_points_however_long_the_load() {
        for (secs, step) in [(10_u64, 1.0), (59, 1.0), (120, 2.0), (900, 15.0)] {
            let calls: Vec<LoadCall> = (0..secs).map(|second| call(second * 1000, 10.0, None, "1")).collect();
            let charts = Charts::new(&calls);
            assert_eq!(charts.step, step, "{secs}");
            assert!(charts.p50.len() <= 60 && charts.p50.len() as u64 >= secs.min(40), "{secs}: {}", charts.p50.len());
        }
        assert_eq!(Charts::new(&[]).p50, []);
    }

    #[test]
    fn what_went_wrong_is_a_bar_and_no_time() {
        let wrong = LoadCall { outcome: CallOutcome::Throttled, ..call(1500, 999.0, None, "1") };
        let charts = Charts::new(&[call(0, 10.0, None, "1"), wrong]);
        assert_eq!(charts.wrong, [Bar { at: 1.0, errors: 0, throttles: 1 }]);
        assert_eq!(charts.p95, [Point { at: 0.0, value: 10.0 }]);
        assert_eq!(charts.each, [Point { at: 1.0, value: 10.0 }]);
    }
}
