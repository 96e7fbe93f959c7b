//! What came of a load, in figures. Pure.

use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

use super::call::{CallOutcome, LoadCall};

/// The figures of a load. Times are milliseconds, see [`LoadCall::ms`]; `None` where no call tells.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Summary {
    /// Calls that came back, whatever they brought.
    pub calls: u32,
    pub answered: u32,
    pub failed: u32,
    pub throttled: u32,
    pub refused: u32,
    /// From the first call sent to the last answer.
    pub seconds: f64,
    pub per_second: f64,
    pub most_at_once: u32,
    /// Half of the calls that answered, and nineteen in twenty, were as fast or faster.
    pub p50_ms: Option<f64>,
    pub p95_ms: Option<f64>,
    pub slowest_ms: Option<f64>,
    /// Calls that started an environment; `None` where Lambda's reports are not known.
    pub cold: Option<u32>,
    /// The middle one of them, and of its start alone.
    pub cold_ms: Option<f64>,
    pub init_ms: Option<f64>,
    /// The middle one of the others.
    pub warm_ms: Option<f64>,
    pub warm_p95_ms: Option<f64>,
    /// Handler and start that Lambda charges for, all calls together.
    pub billed_ms: f64,
    /// `None` where the function does not say which connection it used.
    pub connections: Option<Connections>,
    /// What went wrong, the most frequent first.
    pub troubles: Vec<Trouble>,
}

/// Which database connections the calls used, as the function tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Connections {
    /// Calls that told.
    pub calls: u32,
    pub distinct: u32,
}

/// Calls that went wrong in the same way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Trouble {
    pub outcome: CallOutcome,
    pub error: String,
    pub calls: u32,
    /// Milliseconds since the load began.
    pub first_ms: u64,
    pub last_ms: u64,
}

impl Connections {
    /// Percent of the calls that met a connection which an earlier one had used.
    pub fn reused_percent(self) -> f64 {
        100.0 * f64::from(self.calls - self.distinct) / f64::from(self.calls.max(1))
    }
}

impl Summary {
    pub fn new(calls: &[LoadCall]) -> Self {
        let count = |outcome| counted(calls.iter().filter(|call| call.outcome == outcome).count());
        let times = |wanted: &dyn Fn(&LoadCall) -> bool| -> Vec<f64> {
            calls.iter().filter(|call| call.answered() && wanted(call)).map(LoadCall::ms).collect()
        };
        let all = times(&|_| true);
        let (cold, warm) = (times(&|call| call.is_cold() == Some(true)), times(&|call| call.is_cold() == Some(false)));
        let init: Vec<f64> = calls.iter().filter(|call| call.answered()).filter_map(|call| call.init_ms).collect();
        let told = calls.iter().any(|call| call.is_cold().is_some());
        let seconds = calls.iter().map(ended).fold(0.0, f64::max) / 1000.0;
        Self {
            calls: counted(calls.len()),
            answered: count(CallOutcome::Answered),
            failed: count(CallOutcome::Failed),
            throttled: count(CallOutcome::Throttled),
            refused: count(CallOutcome::Refused),
            seconds,
            per_second: if seconds > 0.0 { f64::from(counted(calls.len())) / seconds } else { 0.0 },
            most_at_once: calls.iter().map(|call| call.at_once).max().unwrap_or_default(),
            p50_ms: percentile(&all, 50),
            p95_ms: percentile(&all, 95),
            slowest_ms: percentile(&all, 100),
            cold: told.then(|| counted(calls.iter().filter(|call| call.is_cold() == Some(true)).count())),
            cold_ms: percentile(&cold, 50),
            init_ms: percentile(&init, 50),
            warm_ms: percentile(&warm, 50),
            warm_p95_ms: percentile(&warm, 95),
            billed_ms: calls.iter().filter_map(|call| call.billed_ms).sum(),
            connections: connections(calls),
            troubles: troubles(calls),
        }
    }

    /// Calls that went wrong in another way than by throttling.
    pub fn errors(&self) -> u32 {
        self.failed + self.refused
    }

    /// Milliseconds that a first call takes longer than the next ones.
    pub fn cold_costs_ms(&self) -> Option<f64> {
        Some(self.cold_ms? - self.warm_ms?)
    }
}

#[expect(clippy::cast_precision_loss, reason = "a load lasts minutes")]
fn ended(call: &LoadCall) -> f64 {
    call.at_ms as f64 + call.round_trip_ms
}

pub(super) fn counted(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The nearest rank: the least value that `percent` of all do not exceed.
pub(super) fn percentile(values: &[f64], percent: usize) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let rank = (sorted.len() * percent).div_ceil(100);
    sorted.get(rank.saturating_sub(1)).copied()
}

fn connections(calls: &[LoadCall]) -> Option<Connections> {
    let ids: Vec<&str> = calls.iter().filter_map(|call| call.connection.as_deref()).collect();
    let distinct: BTreeSet<&str> = ids.iter().copied().collect();
    (!ids.is_empty()).then(|| Connections { calls: counted(ids.len()), distinct: counted(distinct.len()) })
}

fn troubles(calls: &[LoadCall]) -> Vec<Trouble> {
    let mut found: BTreeMap<(CallOutcome, &str), Trouble> = BTreeMap::new();
    for call in calls.iter().filter(|call| !call.answered()) {
        let error = call.error.as_deref().unwrap_or_default();
        let trouble = found.entry((call.outcome, error)).or_insert_with(|| Trouble {
            outcome: call.outcome,
            error: error.to_owned(),
            calls: 0,
            first_ms: call.at_ms,
            last_ms: call.at_ms,
        });
        trouble.calls += 1;
        trouble.first_ms = trouble.first_ms.min(call.at_ms);
        trouble.last_ms = trouble.last_ms.max(call.at_ms);
    }
    let mut troubles: Vec<Trouble> = found.into_values().collect();
    troubles.sort_by_key(|trouble| std::cmp::Reverse(trouble.calls));
    troubles
}

#[cfg(test)]
pub(super) mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// A call that took so long in the handler, cold where it has a start.
    pub fn call(at_ms: u64, handler_ms: f64, init_ms: Option<f64>, connection: &str) -> LoadCall {
        LoadCall {
            at_ms,
            at_once: 1,
            round_trip_ms: handler_ms + init_ms.unwrap_or_default() + 30.0,
            outcome: CallOutcome::Answered,
            error: None,
            handler_ms: Some(handler_ms),
            init_ms,
            billed_ms: Some(handler_ms.ceil()),
            connection: Some(connection.to_owned()),
        }
    }

    #[test]
    fn cold_and_warm_calls_and_their_connections_are_told_apart() {
        let mut calls = vec![call(0, 172.0, Some(512.0), "7")];
        calls.extend((1..20_u32).map(|nth| call(u64::from(nth) * 100, f64::from(nth), None, "7")));
        let summary = Summary::new(&calls);
        assert_eq!((summary.calls, summary.answered, summary.cold), (20, 20, Some(1)));
        assert_eq!((summary.cold_ms, summary.init_ms), (Some(684.0), Some(512.0)));
        assert_eq!((summary.warm_ms, summary.warm_p95_ms), (Some(10.0), Some(19.0)));
        assert_eq!((summary.p50_ms, summary.p95_ms, summary.slowest_ms), (Some(10.0), Some(19.0), Some(684.0)));
        let connections = summary.connections.unwrap();
        assert_eq!((connections.calls, connections.distinct, connections.reused_percent()), (20, 1, 95.0));
        assert_eq!(summary.cold_costs_ms(), Some(674.0));
    }

    #[test]
    fn what_went_wrong_is_counted_by_its_words_and_is_in_no_time() {
        let wrong = |at_ms, outcome, error: &str| LoadCall {
            outcome,
            error: Some(error.to_owned()),
            handler_ms: Some(25_000.0),
            connection: None,
            ..call(at_ms, 0.0, None, "")
        };
        let calls = [
            call(0, 10.0, None, "1"),
            wrong(100, CallOutcome::Throttled, "Rate Exceeded."),
            wrong(200, CallOutcome::Failed, "9501"),
            wrong(300, CallOutcome::Failed, "9501"),
        ];
        let summary = Summary::new(&calls);
        assert_eq!((summary.errors(), summary.throttled, summary.p95_ms), (2, 1, Some(10.0)));
        let first = summary.troubles.first().unwrap();
        assert_eq!((first.calls, first.first_ms, first.last_ms, first.error.as_str()), (2, 200, 300, "9501"));
    }

    #[test]
    fn of_nothing_there_is_nothing() {
        let nothing = Summary::new(&[]);
        assert_eq!((nothing.p50_ms, nothing.cold, nothing.connections, nothing.per_second), (None, None, None, 0.0));
        assert_eq!(percentile(&[5.0], 95), Some(5.0));
    }
}
