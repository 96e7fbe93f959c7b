//! The metrics that rules ask for, and how they read the answers. Who asks is [`crate::discover`].
//!
//! Sums are used where CloudWatch publishes one series per proxy node
//! (<https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.monitoring.html>).

use crate::domain::monitoring::{MetricQuery, Statistic};
use crate::domain::observed::Observed;
use crate::rules::facts;
use crate::rules::rule::Stop;

/// One metric, asked with one statistic over one window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MetricAsked {
    id: &'static str,
    name: &'static str,
    of: Of,
    statistic: Statistic,
    period_secs: u32,
    window_secs: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    Proxy,
    Database,
    Function,
    RotationFunction,
}

const HOUR: u32 = 3600;
const DAY: u32 = 24 * HOUR;

const fn proxy(
    id: &'static str,
    name: &'static str,
    statistic: Statistic,
    period_secs: u32,
    window_secs: u32,
) -> MetricAsked {
    MetricAsked { id, name, of: Of::Proxy, statistic, period_secs, window_secs }
}

const fn function(id: &'static str, name: &'static str, statistic: Statistic, window_secs: u32) -> MetricAsked {
    MetricAsked { id, name, of: Of::Function, statistic, period_secs: HOUR, window_secs }
}

use Statistic::{Average, Maximum, Sum};

/// Clients now connected, a sum over the nodes each minute of the last hour.
pub const CLIENTS: MetricAsked = proxy("clients", "ClientConnections", Sum, 60, HOUR);
/// The same by the hour over 7 days, for a proxy that nobody uses.
pub const CLIENTS_WEEK: MetricAsked = proxy("clients_week", "ClientConnections", Maximum, HOUR, 7 * DAY);
pub const RECEIVED: MetricAsked = proxy("received", "ClientConnectionsReceived", Sum, HOUR, HOUR);
pub const FAILED_AUTH: MetricAsked = proxy("failed_auth", "ClientConnectionsSetupFailedAuth", Sum, HOUR, HOUR);
pub const SUCCEEDED: MetricAsked = proxy("succeeded", "ClientConnectionsSetupSucceeded", Sum, HOUR, HOUR);
pub const WITHOUT_TLS: MetricAsked = proxy("without_tls", "ClientConnectionsNoTLS", Sum, HOUR, DAY);
pub const CONNECTIONS: MetricAsked = proxy("connections", "DatabaseConnections", Sum, 60, HOUR);
pub const PINNED: MetricAsked = proxy("pinned", "DatabaseConnectionsCurrentlySessionPinned", Sum, 60, HOUR);
pub const IN_TRANSACTION: MetricAsked =
    proxy("in_transaction", "DatabaseConnectionsCurrentlyInTransaction", Sum, 60, HOUR);
pub const POOL: MetricAsked = proxy("pool", "MaxDatabaseConnectionsAllowed", Sum, 60, HOUR);
pub const SETUP_FAILED: MetricAsked = proxy("setup_failed", "DatabaseConnectionsSetupFailed", Sum, HOUR, HOUR);
/// Microseconds.
pub const BORROW_LATENCY: MetricAsked = proxy("borrow_latency", "DatabaseConnectionsBorrowLatency", Average, 300, HOUR);
/// All connections of the database, whoever made them.
pub const DATABASE_CONNECTIONS: MetricAsked = MetricAsked {
    id: "database_connections",
    name: "DatabaseConnections",
    of: Of::Database,
    statistic: Maximum,
    period_secs: 60,
    window_secs: HOUR,
};
/// ACUs of a Serverless v2 database, which nothing but that has.
pub const CAPACITY: MetricAsked = MetricAsked {
    id: "capacity",
    name: "ServerlessDatabaseCapacity",
    of: Of::Database,
    statistic: Average,
    period_secs: HOUR,
    window_secs: 7 * DAY,
};
pub const INVOCATIONS: MetricAsked = function("invocations", "Invocations", Sum, HOUR);
pub const INVOCATIONS_WEEK: MetricAsked = function("invocations_week", "Invocations", Sum, 7 * DAY);
pub const CONCURRENCY: MetricAsked = function("concurrency", "ConcurrentExecutions", Maximum, HOUR);
pub const FUNCTION_ERRORS: MetricAsked = function("function_errors", "Errors", Sum, HOUR);
pub const ROTATION_ERRORS: MetricAsked = MetricAsked {
    id: "rotation_errors",
    name: "Errors",
    of: Of::RotationFunction,
    statistic: Sum,
    period_secs: DAY,
    window_secs: 7 * DAY,
};

const ALL: [MetricAsked; 19] = [
    CLIENTS,
    CLIENTS_WEEK,
    RECEIVED,
    FAILED_AUTH,
    SUCCEEDED,
    WITHOUT_TLS,
    CONNECTIONS,
    PINNED,
    IN_TRANSACTION,
    POOL,
    SETUP_FAILED,
    BORROW_LATENCY,
    DATABASE_CONNECTIONS,
    CAPACITY,
    INVOCATIONS,
    INVOCATIONS_WEEK,
    CONCURRENCY,
    FUNCTION_ERRORS,
    ROTATION_ERRORS,
];

/// What to ask CloudWatch about a proxy, its database, the function and the function that rotates
/// its secret; names that are not known are left out.
pub fn queries(
    proxy: &str,
    database: Option<(&str, &str)>,
    function: Option<&str>,
    rotation: Option<&str>,
) -> Vec<MetricQuery> {
    let dimension = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    ALL.iter()
        .filter_map(|asked| {
            let (namespace, dimension) = match asked.of {
                Of::Proxy => ("AWS/RDS", dimension("ProxyName", proxy)),
                Of::Database => ("AWS/RDS", database.map(|(name, value)| dimension(name, value))?),
                Of::Function => ("AWS/Lambda", function.map(|name| dimension("FunctionName", name))?),
                Of::RotationFunction => ("AWS/Lambda", rotation.map(|name| dimension("FunctionName", name))?),
            };
            Some(MetricQuery {
                id: asked.id.to_owned(),
                namespace: namespace.to_owned(),
                name: asked.name.to_owned(),
                dimensions: vec![dimension],
                statistic: asked.statistic,
                period_secs: asked.period_secs,
                window_secs: asked.window_secs,
            })
        })
        .collect()
}

/// The values, newest first; empty where nothing was recorded.
///
/// # Errors
/// Unknown where metrics could not be read, not applicable where this one was not asked for.
pub fn values(observed: &Observed, asked: MetricAsked) -> Result<&[f64], Stop> {
    let metrics = facts::metrics(observed)?;
    let metric = metrics.iter().find(|metric| metric.id == asked.id).ok_or(Stop::NotApplicable)?;
    Ok(&metric.values)
}

/// The sum over the window, zero without data.
pub fn total(observed: &Observed, asked: MetricAsked) -> Result<f64, Stop> {
    Ok(values(observed, asked)?.iter().sum())
}

/// The highest value in the window; `None` without data.
pub fn highest(observed: &Observed, asked: MetricAsked) -> Result<Option<f64>, Stop> {
    Ok(values(observed, asked)?.iter().copied().reduce(f64::max))
}
