//! What is recorded about a proxy over time: metrics, events, alarms and logs.

use serde::{Deserialize, Serialize};

use super::UnixSeconds;

/// A statistic that CloudWatch computes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Statistic {
    Sum,
    Average,
    Maximum,
    Minimum,
    SampleCount,
    P95,
    P99,
}

impl Statistic {
    pub const fn api_name(self) -> &'static str {
        match self {
            Self::Sum => "Sum",
            Self::Average => "Average",
            Self::Maximum => "Maximum",
            Self::Minimum => "Minimum",
            Self::SampleCount => "SampleCount",
            Self::P95 => "p95",
            Self::P99 => "p99",
        }
    }
}

/// One question of a `cloudwatch:GetMetricData` call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MetricQuery {
    /// Unique in its call: lower-case letter first, then letters, digits and underscores.
    pub id: String,
    /// `AWS/RDS`, `AWS/Lambda`.
    pub namespace: String,
    pub name: String,
    /// `ProxyName` → `orders-proxy`.
    pub dimensions: Vec<(String, String)>,
    pub statistic: Statistic,
    /// Seconds; a multiple of 60.
    pub period_secs: u32,
    /// How far back to look, seconds.
    pub window_secs: u32,
}

/// The answer to one [`MetricQuery`], with the time of each value.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// The query's id.
    pub id: String,
    /// One for each period that has data, oldest first; empty where nothing was ever recorded.
    pub points: Vec<Point>,
}

/// What was measured in one period.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// When the period began.
    pub at: UnixSeconds,
    pub value: f64,
}

/// A [`Series`] without its times, as rules read it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Metric {
    /// The query's id.
    pub id: String,
    /// One value per period that has data, newest first; empty where nothing was ever recorded.
    pub values: Vec<f64>,
}

impl From<Series> for Metric {
    fn from(series: Series) -> Self {
        Self { id: series.id, values: series.points.iter().rev().map(|point| point.value).collect() }
    }
}

/// One RDS event (`rds:DescribeEvents`), at most 14 days old.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    pub at: Option<UnixSeconds>,
    /// The proxy's name.
    pub source: String,
    pub message: String,
    pub categories: Vec<String>,
}

/// A CloudWatch alarm, reduced to what it watches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alarm {
    pub name: String,
    /// Names of the metrics it reads, in metric maths too.
    pub metrics: Vec<AlarmMetric>,
}

impl Alarm {
    /// It watches this metric of this proxy.
    pub fn reads(&self, metric: &str, proxy: &str) -> bool {
        self.metrics.iter().any(|watched| watched.name == metric && watched.is_of(proxy))
    }

    /// It watches a metric of this proxy.
    pub fn is_on(&self, proxy: &str) -> bool {
        self.metrics.iter().any(|watched| watched.is_of(proxy))
    }
}

/// An alarm went off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AlarmRing {
    /// The alarm's name.
    pub alarm: String,
    pub at: UnixSeconds,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AlarmMetric {
    pub namespace: String,
    pub name: String,
    pub dimensions: Vec<(String, String)>,
}

impl AlarmMetric {
    fn is_of(&self, proxy: &str) -> bool {
        let of = |(name, value): &(String, String)| name == "ProxyName" && value == proxy;
        self.namespace == "AWS/RDS" && self.dimensions.iter().any(of)
    }
}

/// An RDS event subscription.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventSubscription {
    pub name: String,
    /// `db-proxy`, `db-instance` …; `None` for all.
    pub source_type: Option<String>,
    /// Empty for all sources of the type.
    pub source_ids: Vec<String>,
    pub enabled: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogGroup {
    pub name: String,
    /// `None` keeps logs for ever.
    pub retention_days: Option<u32>,
}

/// One line of a log, as `logs:FilterLogEvents` returns it. Never kept: [`LogSign`] is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogLine {
    pub at: Option<UnixSeconds>,
    pub message: String,
}

/// A known text that turned up in a log. The line itself, which may hold SQL, is not kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogSign {
    /// Which text, as [`crate::discover`] names it: `pinned-set`, `iam-authentication-failed`.
    pub sign: String,
    /// The log group it was found in.
    pub group: String,
    pub count: u32,
    pub last: Option<UnixSeconds>,
}
