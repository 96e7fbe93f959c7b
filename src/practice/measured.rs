//! CloudWatch's measurements: what an everyday day leaves behind minute by minute, unless a scenario
//! has written something else.
//!
//! Every value follows from the minute alone, so that two reads of the same minute agree. Counters
//! come to the same sum in every whole hour.

use super::state::{ProxyRecord, State};
use super::{lambda, proxies, rds};
use crate::domain::UnixSeconds;
use crate::domain::monitoring::{MetricQuery, Point, Series, Statistic};

const MINUTE: UnixSeconds = 60;
const MINUTES_OF_DAY: UnixSeconds = 24 * 60;

/// What one metric is on any day.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Measured {
    /// The same at any time.
    Steady(f64),
    /// A level that follows the working day; its value at the height of it.
    Daily(f64),
    /// Events: so many an hour, spread over it.
    Hourly(f64),
    /// Nothing, but for a few minutes in the morning.
    Blip(f64),
}

/// `cloudwatch:GetMetricData`: periods begin at the window's start, and without a client nothing was
/// ever recorded.
pub fn series(state: &State, queries: &[MetricQuery], now: UnixSeconds) -> Vec<Series> {
    queries.iter().map(|query| Series { id: query.id.clone(), points: points(state, query, now) }).collect()
}

fn points(state: &State, query: &MetricQuery, now: UnixSeconds) -> Vec<Point> {
    let owner = query.dimensions.first().map(|(_, value)| value.as_str()).unwrap_or_default();
    let everyday = everyday(state, query, owner, now);
    let own = state.recorded.metrics.get(&format!("{owner}/{}", query.name));
    let own = own.map(|value| match everyday {
        Some(Measured::Hourly(_)) => Measured::Hourly(*value),
        _ => Measured::Steady(*value),
    });
    // Without a client nobody sends a query.
    let deserted = state.recorded.metrics.get(&format!("{owner}/ClientConnections")) == Some(&0.0);
    let own = own.or_else(|| (deserted && is_of_clients(&query.name)).then_some(Measured::Steady(0.0)));
    let since = state.recorded.since.and_then(|since| UnixSeconds::try_from(since).ok()).unwrap_or(UnixSeconds::MIN);
    let in_minute = |minute: UnixSeconds| {
        let measured = if minute * MINUTE >= since { own.or(everyday) } else { everyday };
        measured.map(|measured| measured.in_minute(minute))
    };
    let period = UnixSeconds::from(query.period_secs).max(MINUTE);
    let start = (now - UnixSeconds::from(query.window_secs)).div_euclid(MINUTE) * MINUTE;
    (0..UnixSeconds::from(query.window_secs) / period)
        .filter_map(|number| {
            let at = start + number * period;
            let minutes = at / MINUTE..(at + period) / MINUTE;
            let values: Vec<f64> = minutes.filter_map(in_minute).collect();
            Some(Point { at, value: of_minutes(query.statistic, values)? })
        })
        .collect()
}

fn is_of_clients(metric: &str) -> bool {
    metric.starts_with("Query")
        || matches!(metric, "ClientConnectionsReceived" | "ClientConnectionsSetupSucceeded" | "ClientConnectionsTLS")
}

/// A statistic over the minutes of a period.
fn of_minutes(statistic: Statistic, mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let count = u32::try_from(values.len()).ok().filter(|count| *count > 0)?;
    let sum: f64 = values.iter().sum();
    let percentile = |percent: usize| values.get((values.len() * percent).div_ceil(100).saturating_sub(1)).copied();
    match statistic {
        Statistic::Sum => Some(sum),
        Statistic::Average => Some(sum / f64::from(count)),
        Statistic::SampleCount => Some(f64::from(count)),
        Statistic::Minimum => values.first().copied(),
        Statistic::Maximum => values.last().copied(),
        Statistic::P95 => percentile(95),
        Statistic::P99 => percentile(99),
    }
}

impl Measured {
    /// In a minute, counted since 1970.
    fn in_minute(self, minute: UnixSeconds) -> f64 {
        match self {
            Self::Steady(value) => value,
            // A microsecond or half a client more or less.
            Self::Daily(height) => (height * load(minute.rem_euclid(MINUTES_OF_DAY))).round(),
            Self::Hourly(count) => {
                let until = |minute: i64| (count * seconds(minute) / 60.0).floor();
                let minute = minute.rem_euclid(60);
                until(minute + 1) - until(minute)
            }
            Self::Blip(height) => {
                let blip = (548..552).contains(&minute.rem_euclid(MINUTES_OF_DAY));
                if blip { height } else { 0.0 }
            }
        }
    }
}

/// Small whole numbers as they are.
#[allow(clippy::cast_precision_loss)]
fn seconds(number: i64) -> f64 {
    number as f64
}

/// How busy the company is in a minute of the day, from 0 to 1: little at night, most towards noon, and
/// never quite even.
fn load(minute_of_day: UnixSeconds) -> f64 {
    let angle = seconds(minute_of_day - 690) / seconds(MINUTES_OF_DAY) * std::f64::consts::TAU;
    let wave = 0.75 + 0.2 * angle.cos();
    let stirred = minute_of_day.div_euclid(4).wrapping_mul(2_654_435_761).rem_euclid(1000);
    wave + 0.05 * (seconds(stirred) / 500.0 - 1.0)
}

/// What clients beside those under test make of a metric of the proxy, at this second.
pub fn usual(state: &State, record: &ProxyRecord, metric: &str, now: u64) -> f64 {
    let now = UnixSeconds::try_from(now).unwrap_or_default();
    let own = state.recorded.metrics.get(&format!("{}/{metric}", record.proxy.name)).copied();
    let everyday = || of_proxy(state, record, metric, now).filter(|_| record.used);
    own.or_else(|| Some(everyday()?.in_minute(now / MINUTE))).unwrap_or_default()
}

/// What a proxy, function or database in order shows; a proxy that nobody has used shows nothing.
fn everyday(state: &State, query: &MetricQuery, owner: &str, now: UnixSeconds) -> Option<Measured> {
    let (dimension, _) = query.dimensions.first()?;
    match dimension.as_str() {
        "ProxyName" => of_proxy(state, proxies::find(state, owner).filter(|record| record.used)?, &query.name, now),
        "FunctionName" => of_function(state, owner, &query.name),
        // One database of the company is nearly full.
        _ => {
            (query.name == "DatabaseConnections").then_some(Measured::Daily(if owner == "crm" { 290.0 } else { 10.0 }))
        }
    }
}

fn of_proxy(state: &State, record: &ProxyRecord, metric: &str, now: UnixSeconds) -> Option<Measured> {
    use Measured::{Blip, Daily, Hourly, Steady};
    let reaches = || {
        let targets = rds::targets(state, record, u64::try_from(now).unwrap_or_default());
        targets.iter().any(|target| target.health.as_ref().is_some_and(|health| health.is_available()))
    };
    match metric {
        "AvailabilityPercentage" => Some(Steady(if reaches() { 100.0 } else { 0.0 })),
        "ClientConnections" => Some(Daily(12.0)),
        "ClientConnectionsReceived" | "ClientConnectionsSetupSucceeded" | "ClientConnectionsTLS" => Some(Hourly(40.0)),
        "DatabaseConnections" => Some(if reaches() { Daily(8.0) } else { Steady(0.0) }),
        "DatabaseConnectionsCurrentlyInTransaction" => Some(Steady(2.0)),
        "DatabaseConnectionsCurrentlySessionPinned" => Some(Blip(2.0)),
        "MaxDatabaseConnectionsAllowed" => Some(Steady(10.0 * f64::from(record.pool.max_connections_percent))),
        // Microseconds.
        "DatabaseConnectionsBorrowLatency" => Some(Daily(900.0)),
        "QueryDatabaseResponseLatency" => Some(Daily(3100.0)),
        "QueryResponseLatency" => Some(Daily(4000.0)),
        "QueryRequests" => Some(Daily(270.0)),
        "ClientConnectionsNoTLS" | "ClientConnectionsSetupFailedAuth" | "DatabaseConnectionsSetupFailed" => {
            Some(Hourly(0.0))
        }
        _ => None,
    }
}

fn of_function(state: &State, name: &str, metric: &str) -> Option<Measured> {
    use Measured::{Daily, Hourly};
    let record = lambda::find(state, name)?;
    match metric {
        "Invocations" => Some(Hourly(1800.0)),
        "ConcurrentExecutions" => Some(Daily(f64::from(record.reserved.map_or(12, |reserved| reserved.min(12))))),
        // Milliseconds.
        "Duration" => Some(Daily(38.0)),
        "Errors" | "Throttles" => Some(Hourly(0.0)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_counter_comes_to_its_count_in_any_hour() {
        for count in [0.0, 5.0, 40.0, 1800.0] {
            for start in [0, 17, 29_919_420] {
                let hour = (start..start + 60).map(|minute| Measured::Hourly(count).in_minute(minute));
                assert_eq!(hour.sum::<f64>(), count);
            }
        }
    }

    #[test]
    fn the_day_has_a_height_and_a_night_and_no_more_than_its_height() {
        let day: Vec<f64> = (0..MINUTES_OF_DAY).map(|minute| Measured::Daily(12.0).in_minute(minute)).collect();
        assert_eq!(day.iter().copied().reduce(f64::max), Some(12.0));
        assert_eq!(day.iter().copied().reduce(f64::min), Some(6.0));
    }

    #[test]
    fn statistics_are_over_the_minutes() {
        let minutes = || vec![3.0, 1.0, 2.0, 4.0];
        for (statistic, value) in [
            (Statistic::Sum, 10.0),
            (Statistic::Average, 2.5),
            (Statistic::Minimum, 1.0),
            (Statistic::Maximum, 4.0),
            (Statistic::P95, 4.0),
            (Statistic::SampleCount, 4.0),
        ] {
            assert_eq!(of_minutes(statistic, minutes()), Some(value), "{statistic:?}");
        }
        assert_eq!(of_minutes(Statistic::Sum, Vec::new()), None);
    }
}
