//! What CloudWatch recorded of proxy and function while a load ran, minute by minute.

use serde::{Deserialize, Serialize};

use super::record::Record;
use super::traced;
use crate::cloud::Reader;
use crate::discover::part;
use crate::domain::UnixSeconds;
use crate::domain::monitoring::{MetricQuery, Statistic};
use crate::domain::observed::Part;

/// CloudWatch keeps these once a minute.
const PERIOD: u32 = 60;

/// Metric and statistic of the proxy, and of the function.
const OF_PROXY: [(&str, Statistic); 5] = [
    ("ClientConnections", Statistic::Maximum),
    ("DatabaseConnections", Statistic::Maximum),
    ("DatabaseConnectionsCurrentlySessionPinned", Statistic::Maximum),
    ("DatabaseConnectionsBorrowLatency", Statistic::Average),
    ("MaxDatabaseConnectionsAllowed", Statistic::Maximum),
];
const OF_FUNCTION: [(&str, Statistic); 3] =
    [("ConcurrentExecutions", Statistic::Maximum), ("Throttles", Statistic::Sum), ("Duration", Statistic::Average)];

/// What was recorded.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Beside(pub Part<Vec<Series>>);

/// One metric over the load.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// AWS's name for it.
    pub metric: String,
    /// Minute and value, the oldest first; empty where nothing was recorded.
    pub points: Vec<(UnixSeconds, f64)>,
}

impl Beside {
    /// The metric, where it was read and recorded.
    pub fn series(&self, metric: &str) -> Option<&Series> {
        self.0.items().iter().find(|series| series.metric == metric && !series.points.is_empty())
    }

    /// The highest value of a metric.
    pub fn highest(&self, metric: &str) -> Option<f64> {
        self.series(metric)?.points.iter().map(|(_, value)| *value).reduce(f64::max)
    }
}

/// Reads what CloudWatch and X-Ray show by now of a load that has ended, and puts it into its record.
pub async fn look(reader: &dyn Reader, proxy: Option<&str>, record: &mut Record, now: u64) {
    // Minutes long after its end are not its own.
    let last = record.calls.iter().map(|call| call.at_ms).max().unwrap_or_default();
    let (from, until) = (record.started_at, now.min(record.started_at + last / 1000 + u64::from(PERIOD)));
    let function = record.plan.function.clone();
    let tracing = record.limits.active_tracing;
    let (beside, traced) = futures::join!(
        read(reader, proxy, &function, from, until),
        traced::read(reader, &function, tracing, from, until)
    );
    (record.beside, record.traced) = (beside, traced);
}

/// Reads what there is of the minutes since `from`; those that CloudWatch has not shown by `now` are missing.
pub async fn read(reader: &dyn Reader, proxy: Option<&str>, function: &str, from: u64, now: u64) -> Beside {
    let period = u64::from(PERIOD);
    let begin = from - from % period;
    // The minute that is not over is asked for too.
    let end = (now / period + 1) * period;
    let query = |namespace: &str, dimension: &str, of: &str, (name, statistic): (&str, Statistic)| MetricQuery {
        id: format!("m_{}", name.to_ascii_lowercase()),
        namespace: namespace.to_owned(),
        name: name.to_owned(),
        dimensions: vec![(dimension.to_owned(), of.to_owned())],
        statistic,
        period_secs: PERIOD,
        window_secs: u32::try_from(end.saturating_sub(begin)).unwrap_or(u32::MAX),
    };
    let of_proxy =
        proxy.into_iter().flat_map(|proxy| OF_PROXY.map(|asked| query("AWS/RDS", "ProxyName", proxy, asked)));
    let of_function = OF_FUNCTION.map(|asked| query("AWS/Lambda", "FunctionName", function, asked));
    let queries: Vec<MetricQuery> = of_proxy.chain(of_function).collect();
    let answer = part(reader.series(&queries, UnixSeconds::try_from(end).unwrap_or_default()).await);
    Beside(match answer {
        Part::Present(series) => Part::Present(
            queries
                .into_iter()
                .zip(series)
                .map(|(query, series)| Series {
                    metric: query.name,
                    points: series.points.into_iter().map(|point| (point.at, point.value)).collect(),
                })
                .collect(),
        ),
        Part::Unreadable(why) => Part::Unreadable(why),
        Part::Absent | Part::NotAsked => Part::Absent,
    })
}
