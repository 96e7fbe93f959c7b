//! The alarms that should watch a proxy, with their thresholds.

use crate::domain::alarm::{MetricAlarm, Rings, Watches};
use crate::domain::monitoring::Statistic;

/// What an alarm tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AlarmKind {
    /// The database is out of the proxy's reach.
    Unavailable,
    PoolFull,
    Pinned,
    /// Logins are refused.
    Refused,
    /// Clients wait for a database connection.
    Waiting,
}

impl AlarmKind {
    /// The gravest first.
    pub const ALL: [Self; 5] = [Self::Unavailable, Self::PoolFull, Self::Pinned, Self::Refused, Self::Waiting];
}

const FIVE_MINUTES: u32 = 300;

/// The alarm of this kind on a proxy.
pub fn alarm(kind: AlarmKind, proxy: &str) -> MetricAlarm {
    let own = || vec![("ProxyName".to_owned(), proxy.to_owned())];
    let metric = |name: &str, statistic, dimensions| Watches::Metric { name: name.to_owned(), statistic, dimensions };
    let share =
        |part: &str, whole: &str| Watches::Share { part: part.to_owned(), whole: whole.to_owned(), dimensions: own() };
    let in_five_minutes = |name: &str, watches, rings, threshold| MetricAlarm {
        name: format!("{proxy}-{name}"),
        watches,
        period_secs: FIVE_MINUTES,
        periods: 1,
        rings,
        threshold,
        topic: None,
    };
    let five_minutes_long = |name: &str, watches, threshold| MetricAlarm {
        name: format!("{proxy}-{name}"),
        watches,
        period_secs: 60,
        periods: 5,
        rings: Rings::Above,
        threshold,
        topic: None,
    };
    match kind {
        AlarmKind::Unavailable => {
            // CloudWatch has this metric by target group and role only.
            let dimensions = [own(), vec![target("TargetGroup", "default"), target("TargetRole", "READ_WRITE")]];
            let watches = metric("AvailabilityPercentage", Statistic::Average, dimensions.concat());
            in_five_minutes("availability", watches, Rings::Below, 100)
        }
        AlarmKind::PoolFull => {
            five_minutes_long("pool-usage", share("DatabaseConnections", "MaxDatabaseConnectionsAllowed"), 80)
        }
        AlarmKind::Pinned => {
            let pinned = share("DatabaseConnectionsCurrentlySessionPinned", "DatabaseConnections");
            five_minutes_long("pinning", pinned, 30)
        }
        AlarmKind::Refused => {
            let watches = metric("ClientConnectionsSetupFailedAuth", Statistic::Sum, own());
            in_five_minutes("auth-failures", watches, Rings::Above, 0)
        }
        AlarmKind::Waiting => {
            // Microseconds.
            let watches = metric("DatabaseConnectionsBorrowLatency", Statistic::Average, own());
            in_five_minutes("borrow-latency", watches, Rings::Above, 100_000)
        }
    }
}

fn target(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}
