//! The environments that Lambda keeps of the practice functions, and what their calls do to the pool behind
//! the proxy. In memory only, as they are not the account's: a program that starts finds all of them cold.

use std::collections::{BTreeMap, VecDeque};

use super::state::hex;
use crate::domain::UnixSeconds;
use crate::domain::monitoring::{MetricQuery, Series};
use crate::domain::trace::{Subsegment, TracedCall};

/// Milliseconds after which an environment that nobody calls is gone.
const IDLE_MS: u64 = 600_000;
/// Milliseconds that a failover takes, as the proxy sees it.
const FAILOVER_MS: u64 = 8_000;

/// Traces that are kept.
const TRACES: usize = 500;

/// See the module.
#[derive(Debug, Default)]
pub struct Environments {
    /// By function and qualifier.
    kept: BTreeMap<String, Vec<Environment>>,
    /// By owner and metric, then by minute.
    minutes: BTreeMap<(String, &'static str), BTreeMap<u64, Recorded>>,
    /// Proxy → until when its database changes over.
    failovers: BTreeMap<String, u64>,
    /// What X-Ray kept, the oldest first.
    traces: VecDeque<KeptTrace>,
    calls: u64,
}

/// A traced call of a function.
#[derive(Debug)]
struct KeptTrace {
    function: String,
    /// Milliseconds since 1970.
    at_ms: u64,
    call: TracedCall,
}

#[derive(Debug)]
struct Environment {
    number: u32,
    busy_until: u64,
}

/// A value over a minute.
#[derive(Debug, Clone, Copy, Default)]
struct Recorded {
    sum: f64,
    count: f64,
    most: f64,
}

/// How a metric makes one value of a minute.
#[derive(Debug, Clone, Copy)]
enum MinuteKind {
    Most,
    Mean,
    Sum,
}

/// A place for a call.
#[derive(Debug, Clone, Copy)]
pub struct CallPlace {
    /// Environment, from 0.
    pub number: u32,
    pub cold: bool,
    /// Environments of the function, and those that work, this one among them.
    pub environments: u32,
    pub busy: u32,
    /// Which call it is.
    pub nth: u64,
}

impl Environments {
    /// A place for a call at `now`, milliseconds; none while `limit` others work.
    pub fn place(&mut self, function: &str, limit: u32, now: u64) -> Option<CallPlace> {
        let kept = self.kept.entry(function.to_owned()).or_default();
        kept.retain(|environment| environment.busy_until + IDLE_MS > now);
        let working = kept.iter().filter(|environment| environment.busy_until > now).count();
        let busy = u32::try_from(working).unwrap_or(u32::MAX);
        if busy >= limit {
            return None;
        }
        self.calls += 1;
        let free = kept.iter().position(|environment| environment.busy_until <= now);
        let cold = free.is_none();
        let at = free.unwrap_or(kept.len());
        if cold {
            kept.push(Environment { number: u32::try_from(at).unwrap_or(u32::MAX), busy_until: now });
        }
        let number = kept.get(at).map_or(0, |environment| environment.number);
        let environments = u32::try_from(kept.len()).unwrap_or(u32::MAX);
        Some(CallPlace { number, cold, environments, busy: busy + 1, nth: self.calls })
    }

    /// The call in this place takes until then.
    pub fn occupy(&mut self, function: &str, place: CallPlace, until: u64) {
        let kept = self.kept.entry(function.to_owned()).or_default();
        if let Some(environment) = kept.iter_mut().find(|environment| environment.number == place.number) {
            environment.busy_until = until;
        }
    }

    /// From now on the proxy's database changes over to its standby.
    pub fn fail_over(&mut self, proxy: &str, now: u64) {
        self.failovers.insert(proxy.to_owned(), now + FAILOVER_MS);
    }

    /// Milliseconds until a failover under way is over.
    pub fn failing_over(&self, proxy: &str, now: u64) -> Option<u64> {
        self.failovers.get(proxy)?.checked_sub(now).filter(|rest| *rest > 0)
    }

    /// Notes a value for CloudWatch.
    pub fn record(&mut self, owner: &str, metric: &'static str, now: u64, value: f64) {
        let minutes = self.minutes.entry((owner.to_owned(), metric)).or_default();
        let minute = minutes.entry(now / 60_000).or_default();
        minute.sum += value;
        minute.count += 1.0;
        minute.most = minute.most.max(value);
    }

    /// Keeps the trace of a call.
    pub fn trace(&mut self, function: &str, at_ms: u64, subsegments: Vec<Subsegment>) {
        let id = format!("1-{:08x}-{}", at_ms / 1000, hex(&format!("{function}/{}", self.calls), 24));
        let call = TracedCall { id, subsegments };
        self.traces.push_back(KeptTrace { function: function.to_owned(), at_ms, call });
        while self.traces.len() > TRACES {
            self.traces.pop_front();
        }
    }

    /// Ids of the function's traces in these seconds, a hundred at most.
    pub fn traced(&self, function: &str, from: UnixSeconds, until: UnixSeconds) -> Vec<String> {
        let within = |kept: &&KeptTrace| {
            let at = UnixSeconds::try_from(kept.at_ms / 1000).unwrap_or_default();
            kept.function == function && (from..=until).contains(&at)
        };
        self.traces.iter().filter(within).map(|kept| kept.call.id.clone()).take(100).collect()
    }

    /// The traces with these ids.
    pub fn traces(&self, ids: &[String]) -> Vec<TracedCall> {
        self.traces.iter().filter(|kept| ids.contains(&kept.call.id)).map(|kept| kept.call.clone()).collect()
    }

    /// Minutes in which functions were called have what these calls made of them, in the place of the usual.
    pub fn over(&self, queries: &[MetricQuery], series: &mut [Series]) {
        // A call is noted in minutes.
        for (query, series) in queries.iter().zip(series).filter(|(query, _)| query.period_secs == 60) {
            let owner = query.dimensions.first().map(|(_, value)| value.as_str()).unwrap_or_default();
            for point in &mut series.points {
                let minute = u64::try_from(point.at).unwrap_or_default();
                point.value = self.recorded(owner, &query.name, minute).unwrap_or(point.value);
            }
        }
    }

    /// What was noted in the minute that begins at `minute`, seconds since 1970.
    fn recorded(&self, owner: &str, metric: &str, minute: u64) -> Option<f64> {
        let kind = match metric {
            "Throttles" | "Invocations" => MinuteKind::Sum,
            "Duration" | "DatabaseConnectionsBorrowLatency" => MinuteKind::Mean,
            _ => MinuteKind::Most,
        };
        let minutes = self.minutes.iter().find(|((of, name), _)| of == owner && *name == metric)?.1;
        let recorded = minutes.get(&(minute / 60))?;
        Some(match kind {
            MinuteKind::Most => recorded.most,
            MinuteKind::Mean => recorded.sum / recorded.count.max(1.0),
            MinuteKind::Sum => recorded.sum,
        })
    }
}

/// A number below `range` that follows from the words alone.
pub fn chance(words: &str, range: u64) -> u64 {
    u64::from_str_radix(&hex(words, 12), 16).unwrap_or_default() % range.max(1)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn who_is_free_is_used_again_and_nobody_is_beyond_the_limit() {
        let mut environments = Environments::default();
        let first = environments.place("f", 2, 0).unwrap();
        environments.occupy("f", first, 100);
        let second = environments.place("f", 2, 10).unwrap();
        environments.occupy("f", second, 50);
        assert!(first.cold && second.cold && second.number == 1 && second.busy == 2);
        assert!(environments.place("f", 2, 20).is_none(), "throttled");
        let again = environments.place("f", 2, 60).unwrap();
        assert_eq!((again.number, again.cold, again.environments), (1, false, 2));
        assert!(environments.place("f", 2, 60 + IDLE_MS + 100).unwrap().cold, "gone after a while");
    }

    #[test]
    fn a_minute_has_its_highest_its_mean_or_its_sum() {
        let mut environments = Environments::default();
        for value in [1.0, 3.0] {
            environments.record("p", "ClientConnections", 61_000, value);
            environments.record("f", "Duration", 61_000, value);
            environments.record("f", "Throttles", 61_000, value);
        }
        let of = |owner, metric| environments.recorded(owner, metric, 60);
        assert_eq!(
            (of("p", "ClientConnections"), of("f", "Duration"), of("f", "Throttles")),
            (Some(3.0), Some(2.0), Some(4.0))
        );
        assert_eq!(environments.recorded("p", "ClientConnections", 0), None);
    }
}
