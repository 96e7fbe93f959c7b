//! What is asked of CloudWatch: one call for all of it.
//!
//! Levels are read by the minute in every range and as sums, because each node of the proxy reports
//! its own part once a minute; over longer periods a sum would count the minutes too.
//! <https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.monitoring.html>

use super::Since;
use crate::design::alarms::{AlarmKind, alarm};
use crate::domain::alarm::{NAMESPACE, Watches};
use crate::domain::monitoring::{MetricQuery, Statistic};

/// One metric with one statistic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// Of its query, and in JSON.
    pub id: &'static str,
    /// CloudWatch's own name.
    pub name: &'static str,
    owner: Owner,
    statistic: Statistic,
    /// By the minute in every range.
    by_the_minute: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Owner {
    Proxy,
    /// The proxy's way to what it writes to.
    Target,
    Function,
}

use Statistic::{Maximum, Minimum, P95, Sum};

const fn level(id: &'static str, name: &'static str) -> Measure {
    Measure { id, name, owner: Owner::Proxy, statistic: Sum, by_the_minute: true }
}

const fn proxy(id: &'static str, name: &'static str, statistic: Statistic) -> Measure {
    Measure { id, name, owner: Owner::Proxy, statistic, by_the_minute: false }
}

const fn function(id: &'static str, name: &'static str, statistic: Statistic) -> Measure {
    Measure { id, name, owner: Owner::Function, statistic, by_the_minute: false }
}

pub const CLIENTS: Measure = level("clients", "ClientConnections");
pub const CONNECTIONS: Measure = level("connections", "DatabaseConnections");
/// How many the proxy may open.
pub const POOL: Measure = level("pool", "MaxDatabaseConnectionsAllowed");
pub const PINNED: Measure = level("pinned", "DatabaseConnectionsCurrentlySessionPinned");
/// Microseconds.
pub const BORROW_WAIT: Measure = proxy("borrow_wait", "DatabaseConnectionsBorrowLatency", P95);
/// Per cent.
pub const AVAILABLE: Measure =
    Measure { owner: Owner::Target, ..proxy("available", "AvailabilityPercentage", Minimum) };
pub const REFUSED: Measure = proxy("refused", "ClientConnectionsSetupFailedAuth", Sum);
pub const RECEIVED: Measure = proxy("received", "ClientConnectionsReceived", Sum);
pub const WITHOUT_TLS: Measure = proxy("without_tls", "ClientConnectionsNoTLS", Sum);
pub const QUERIES: Measure = proxy("queries", "QueryRequests", Sum);
/// Microseconds.
pub const QUERY_TIME: Measure = proxy("query_time", "QueryResponseLatency", P95);
pub const INVOCATIONS: Measure = function("invocations", "Invocations", Sum);
pub const CONCURRENCY: Measure = function("concurrency", "ConcurrentExecutions", Maximum);
/// Milliseconds.
pub const DURATION: Measure = function("duration", "Duration", P95);
pub const ERRORS: Measure = function("errors", "Errors", Sum);
pub const THROTTLES: Measure = function("throttles", "Throttles", Sum);

/// All that are shown, the proxy's first.
pub const ALL: [Measure; 16] = [
    CLIENTS,
    CONNECTIONS,
    POOL,
    PINNED,
    BORROW_WAIT,
    AVAILABLE,
    REFUSED,
    RECEIVED,
    WITHOUT_TLS,
    QUERIES,
    QUERY_TIME,
    INVOCATIONS,
    CONCURRENCY,
    DURATION,
    ERRORS,
    THROTTLES,
];

/// The questions of one reading: what is shown, and what the alarms would have seen.
pub fn queries(proxy: &str, function: Option<&str>, since: Since) -> Vec<MetricQuery> {
    let window_secs = since.secs();
    let shown = ALL.iter().filter_map(|measure| {
        let dimensions = |dimensions: &[(&str, &str)]| {
            dimensions.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
        };
        let (namespace, dimensions) = match measure.owner {
            Owner::Proxy => (NAMESPACE, dimensions(&[("ProxyName", proxy)])),
            Owner::Target => {
                let target = [("ProxyName", proxy), ("TargetGroup", "default"), ("TargetRole", "READ_WRITE")];
                (NAMESPACE, dimensions(&target))
            }
            Owner::Function => ("AWS/Lambda", dimensions(&[("FunctionName", function?)])),
        };
        Some(MetricQuery {
            id: measure.id.to_owned(),
            namespace: namespace.to_owned(),
            name: measure.name.to_owned(),
            dimensions,
            statistic: measure.statistic,
            period_secs: if measure.by_the_minute { 60 } else { since.period_secs() },
            window_secs,
        })
    });
    let watched = AlarmKind::ALL.into_iter().filter_map(|kind| {
        let alarm = alarm(kind, proxy);
        // A share is of levels, which are among what is shown.
        let Watches::Metric { name, statistic, dimensions } = alarm.watches else { return None };
        Some(MetricQuery {
            id: watched_id(kind).to_owned(),
            namespace: NAMESPACE.to_owned(),
            name,
            dimensions,
            statistic,
            period_secs: alarm.period_secs,
            window_secs,
        })
    });
    shown.chain(watched).collect()
}

/// The id of the series that an alarm on one metric watches.
pub(super) const fn watched_id(kind: AlarmKind) -> &'static str {
    match kind {
        AlarmKind::Unavailable => "watched_unavailable",
        AlarmKind::PoolFull => "watched_pool_full",
        AlarmKind::Pinned => "watched_pinned",
        AlarmKind::Refused => "watched_refused",
        AlarmKind::Waiting => "watched_waiting",
    }
}
