//! CloudWatch, its logs and RDS events: what an everyday day leaves behind, unless a scenario
//! has written something else.

use super::environments::Environments;
use super::state::{ProxyRecord, State};
use super::{lambda, proxies};
use crate::domain::UnixSeconds;
use crate::domain::monitoring::{Alarm, AlarmMetric, LogGroup, LogLine, Metric, MetricQuery};

/// Days that the company keeps its logs.
const RETENTION_DAYS: u32 = 30;
/// Seconds between two lines of a log.
const LINE_SECS: UnixSeconds = 240;
/// How often each line is repeated.
const REPEATS: UnixSeconds = 3;

/// `cloudwatch:GetMetricData`: the same value in every period, or none where nothing was recorded.
pub fn metrics(state: &State, queries: &[MetricQuery]) -> Vec<Metric> {
    let answer = |query: &MetricQuery| {
        let owner = query.dimensions.first().map(|(_, value)| value.as_str()).unwrap_or_default();
        let own = state.recorded.metrics.get(&format!("{owner}/{}", query.name)).copied();
        let periods = query.window_secs / query.period_secs.max(1);
        let value = own.or_else(|| everyday(state, query, owner));
        let values = value.map(|value| (0..periods).map(|_| value).collect()).unwrap_or_default();
        Metric { id: query.id.clone(), values }
    };
    queries.iter().map(answer).collect()
}

/// Minutes in which functions were called have what these calls made of them, in the place of the usual.
pub fn of_calls(environments: &Environments, queries: &[MetricQuery], metrics: &mut [Metric], now: u64) {
    for (query, metric) in queries.iter().zip(metrics) {
        let owner = query.dimensions.first().map(|(_, value)| value.as_str()).unwrap_or_default();
        let ends = (0_u64..).map(|back| (now - now % 60).saturating_sub(back * 60));
        // A call is noted in minutes.
        for (value, minute) in metric.values.iter_mut().zip(ends).filter(|_| query.period_secs == 60) {
            *value = environments.recorded(owner, &query.name, minute).unwrap_or(*value);
        }
    }
}

/// What a proxy, function or database in order shows; a proxy that nobody has used shows nothing.
fn everyday(state: &State, query: &MetricQuery, owner: &str) -> Option<f64> {
    let (dimension, _) = query.dimensions.first()?;
    match dimension.as_str() {
        "ProxyName" => of_proxy(proxies::find(state, owner).filter(|record| record.used)?, &query.name),
        "FunctionName" => of_function(state, owner, &query.name),
        _ => (query.name == "DatabaseConnections").then_some(10.0),
    }
}

/// What clients beside those under test make of a metric of the proxy.
pub fn usual(state: &State, record: &ProxyRecord, metric: &str) -> f64 {
    let own = state.recorded.metrics.get(&format!("{}/{metric}", record.proxy.name)).copied();
    own.or_else(|| of_proxy(record, metric).filter(|_| record.used)).unwrap_or_default()
}

fn of_proxy(record: &ProxyRecord, metric: &str) -> Option<f64> {
    match metric {
        "ClientConnections" => Some(12.0),
        "ClientConnectionsReceived" | "ClientConnectionsSetupSucceeded" => Some(40.0),
        "DatabaseConnections" => Some(8.0),
        "DatabaseConnectionsCurrentlyInTransaction" => Some(2.0),
        "MaxDatabaseConnectionsAllowed" => Some(10.0 * f64::from(record.pool.max_connections_percent)),
        // Microseconds.
        "DatabaseConnectionsBorrowLatency" => Some(900.0),
        "ClientConnectionsSetupFailedAuth"
        | "DatabaseConnectionsCurrentlySessionPinned"
        | "DatabaseConnectionsSetupFailed" => Some(0.0),
        _ => None,
    }
}

fn of_function(state: &State, name: &str, metric: &str) -> Option<f64> {
    let record = lambda::find(state, name)?;
    match metric {
        "Invocations" => Some(1800.0),
        "ConcurrentExecutions" => Some(f64::from(record.reserved.map_or(12, |reserved| reserved.min(12)))),
        "Errors" | "Throttles" => Some(0.0),
        // Milliseconds.
        "Duration" => Some(11.0),
        _ => None,
    }
}

/// The alarms that the company sets on each of its proxies.
pub fn alarms_of(proxy: &str) -> Vec<Alarm> {
    let watched: [(&str, &[&str]); 5] = [
        ("auth", &["ClientConnectionsSetupFailedAuth"]),
        ("borrow", &["DatabaseConnectionsBorrowLatency"]),
        ("pool", &["DatabaseConnections", "MaxDatabaseConnectionsAllowed"]),
        ("pinned", &["DatabaseConnectionsCurrentlySessionPinned"]),
        ("available", &["AvailabilityPercentage"]),
    ];
    let metric = |name: &&str| AlarmMetric {
        namespace: "AWS/RDS".into(),
        name: (*name).to_owned(),
        dimensions: vec![("ProxyName".into(), proxy.to_owned())],
    };
    let alarm = |(what, names): (&str, &[&str])| Alarm {
        name: format!("{proxy}-{what}"),
        metrics: names.iter().map(metric).collect(),
    };
    watched.into_iter().map(alarm).collect()
}

/// `logs:DescribeLogGroups`, by exact name. RDS makes a proxy's group and keeps it for ever.
pub fn log_group(state: &State, name: &str) -> Option<LogGroup> {
    let retention_days = match name.strip_prefix("/aws/rds/proxy/") {
        Some(proxy) => proxies::find(state, proxy)?.used.then_some(RETENTION_DAYS),
        None if state.log_groups.contains_key(name) => None,
        None => lambda::find(state, name.strip_prefix("/aws/lambda/")?).map(|_| Some(RETENTION_DAYS))?,
    };
    Some(LogGroup { name: name.to_owned(), retention_days })
}

/// `logs:FilterLogEvents`.
pub fn lines(state: &State, group: &str, texts: &[&str], since: UnixSeconds, now: u64) -> Vec<LogLine> {
    let now = UnixSeconds::try_from(now).unwrap_or_default();
    let written = state.recorded.lines.get(group).into_iter().flatten();
    let matching = written.filter(|line| texts.iter().any(|text| line.contains(text)));
    matching
        .flat_map(|line| {
            (1..=REPEATS).map(move |back| LogLine { at: Some(now - back * LINE_SECS), message: line.clone() })
        })
        .filter(|line| line.at.is_some_and(|at| at >= since))
        .collect()
}
