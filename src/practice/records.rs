//! CloudWatch's alarms and logs: what an everyday day leaves behind, unless a scenario has written
//! something else.

use super::state::State;
use super::{lambda, proxies};
use crate::domain::UnixSeconds;
use crate::domain::monitoring::{Alarm, AlarmMetric, LogGroup, LogLine};

/// Days that the company keeps its logs.
const RETENTION_DAYS: u32 = 30;
/// Seconds between two lines of a log.
const LINE_SECS: UnixSeconds = 240;
/// How often each line is repeated.
const REPEATS: UnixSeconds = 3;

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
