//! What CloudWatch recorded of proxy and function while a load ran, minute by minute.

use serde::{Deserialize, Serialize};

use crate::cloud::Reader;
use crate::discover::part;
use crate::domain::UnixSeconds;
use crate::domain::monitoring::{MetricQuery, Statistic};
use crate::domain::observed::Part;

/// CloudWatch keeps these once a minute.
const PERIOD: u32 = 60;
/// CloudWatch shows a minute some time after it.
const LATE: u64 = 120;

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

/// Reads what there is since `from`; minutes that CloudWatch has not shown by `now` are missing.
pub async fn read(reader: &dyn Reader, proxy: Option<&str>, function: &str, from: u64, now: u64) -> Beside {
    let minute = from - from % u64::from(PERIOD);
    let window = u32::try_from(now.saturating_sub(minute) + LATE).unwrap_or(u32::MAX);
    let query = |namespace: &str, dimension: &str, of: &str, (name, statistic): (&str, Statistic)| MetricQuery {
        id: format!("m_{}", name.to_ascii_lowercase()),
        namespace: namespace.to_owned(),
        name: name.to_owned(),
        dimensions: vec![(dimension.to_owned(), of.to_owned())],
        statistic,
        period_secs: PERIOD,
        window_secs: window,
    };
    let of_proxy =
        proxy.into_iter().flat_map(|proxy| OF_PROXY.map(|asked| query("AWS/RDS", "ProxyName", proxy, asked)));
    let of_function = OF_FUNCTION.map(|asked| query("AWS/Lambda", "FunctionName", function, asked));
    let queries: Vec<MetricQuery> = of_proxy.chain(of_function).collect();
    let now = UnixSeconds::try_from(now).unwrap_or_default();
    let answer = part(reader.metrics(&queries, now).await);
    let since = UnixSeconds::try_from(minute).unwrap_or_default();
    Beside(match answer {
        Part::Present(metrics) => Part::Present(
            queries
                .into_iter()
                .zip(metrics)
                .map(|(query, metric)| Series { metric: query.name, points: points(metric.values, since, now) })
                .collect(),
        ),
        Part::Unreadable(why) => Part::Unreadable(why),
        Part::Absent | Part::NotAsked => Part::Absent,
    })
}

/// Values come the newest first, one a minute.
fn points(values: Vec<f64>, since: UnixSeconds, now: UnixSeconds) -> Vec<(UnixSeconds, f64)> {
    let period = UnixSeconds::from(PERIOD);
    let minutes = (0..).map(|back| now - now % period - back * period);
    let mut points: Vec<_> = minutes.zip(values).take_while(|(at, _)| *at >= since).collect();
    points.reverse();
    points
}
