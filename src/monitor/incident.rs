//! What there is to look at in a reading, the gravest first.

use serde::Serialize;

use super::Monitored;
use super::measure::{
    AVAILABLE, BORROW_WAIT, CONNECTIONS, ERRORS, Measure, PINNED, POOL, REFUSED, THROTTLES, WITHOUT_TLS,
};
use crate::domain::UnixSeconds;
use crate::domain::monitoring::Point;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum IncidentKind {
    /// The database was out of the proxy's reach.
    Unavailable,
    /// Logins were refused.
    Refused,
    /// The pool was nearly full.
    PoolFull,
    /// Many connections were pinned.
    Pinned,
    /// Clients waited for a connection.
    Waiting,
    /// Clients came without TLS.
    WithoutTls,
    /// Calls of the function were throttled.
    Throttled,
    /// Calls of the function failed.
    Failed,
}

/// One kind of trouble in the range. Where it came several times, the worst of them.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Incident {
    pub kind: IncidentKind,
    /// When it began.
    pub from: UnixSeconds,
    /// When it ended: the end of its last period.
    pub until: UnixSeconds,
    /// It was still so when it was read.
    pub lasts: bool,
    /// The worst value: connections, per cent reached, microseconds, or events of a period.
    pub worst: f64,
    /// Events in the whole range, where events are counted.
    pub total: f64,
    /// How often it came in the range.
    pub times: usize,
}

impl Incident {
    /// How long it went on, minutes.
    pub const fn minutes(&self) -> i64 {
        (self.until - self.from) / 60
    }
}

/// From this share of the pool on it counts as nearly full.
pub const FULL_SHARE: f64 = 0.8;
/// Beyond this share of the database connections, pinning takes the sharing away.
pub const PINNED_SHARE: f64 = 0.3;
/// Of fewer connections a share says nothing.
const FEW_CONNECTIONS: f64 = 5.0;
/// Microseconds: from here on a request feels it.
pub const LONG_WAIT: f64 = 100_000.0;

/// A stretch of periods that follow one another.
struct Stretch {
    from: UnixSeconds,
    last: UnixSeconds,
    worst: f64,
}

/// All kinds that there are in the reading, the gravest first.
pub fn incidents(read: &Monitored) -> Vec<Incident> {
    use IncidentKind::{Failed, Pinned, PoolFull, Refused, Throttled, Unavailable, Waiting, WithoutTls};
    let positive = |point: &Point| point.value > 0.0;
    let beside = |other: Measure, at: UnixSeconds| value_at(read.points(other), at);
    let full =
        |point: &Point| beside(POOL, point.at).is_some_and(|pool| pool > 0.0 && point.value >= FULL_SHARE * pool);
    let pinned = |point: &Point| {
        let connections = beside(CONNECTIONS, point.at).filter(|connections| *connections >= FEW_CONNECTIONS);
        connections.is_some_and(|connections| point.value > PINNED_SHARE * connections)
    };
    [
        incident(read, Unavailable, AVAILABLE, |point| point.value < 100.0),
        incident(read, Refused, REFUSED, positive),
        incident(read, PoolFull, CONNECTIONS, full),
        incident(read, Pinned, PINNED, pinned),
        incident(read, Waiting, BORROW_WAIT, |point| point.value > LONG_WAIT),
        incident(read, WithoutTls, WITHOUT_TLS, positive),
        incident(read, Throttled, THROTTLES, positive),
        incident(read, Failed, ERRORS, positive),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn value_at(points: &[Point], at: UnixSeconds) -> Option<f64> {
    points.binary_search_by_key(&at, |point| point.at).ok().and_then(|index| points.get(index)).map(|point| point.value)
}

fn incident(read: &Monitored, kind: IncidentKind, measure: Measure, bad: impl Fn(&Point) -> bool) -> Option<Incident> {
    let points = read.points(measure);
    let period = period(points);
    // Lower is worse of what is available, and higher of all else.
    let worse = |a: f64, b: f64| if kind == IncidentKind::Unavailable { a.min(b) } else { a.max(b) };
    let mut stretches: Vec<Stretch> = Vec::new();
    for point in points.iter().filter(|point| bad(point)) {
        match stretches.last_mut().filter(|stretch| point.at - stretch.last <= period) {
            Some(stretch) => {
                stretch.last = point.at;
                stretch.worst = worse(stretch.worst, point.value);
            }
            None => stretches.push(Stretch { from: point.at, last: point.at, worst: point.value }),
        }
    }
    let times = stretches.len();
    let is_worse = |a: &Stretch, b: &Stretch| {
        let strictly = a.worst != b.worst && worse(a.worst, b.worst) == a.worst;
        strictly || (a.worst == b.worst && a.last - a.from > b.last - b.from)
    };
    let worst = stretches.into_iter().reduce(|worst, other| if is_worse(&other, &worst) { other } else { worst })?;
    Some(Incident {
        kind,
        from: worst.from,
        until: worst.last + period,
        lasts: points.last().is_some_and(|point| point.at == worst.last),
        worst: worst.worst,
        total: points.iter().filter(|point| bad(point)).map(|point| point.value).sum(),
        times,
    })
}

/// Seconds between two points, as they were asked for.
fn period(points: &[Point]) -> UnixSeconds {
    let gaps = points.windows(2).filter_map(|pair| Some(pair.last()?.at - pair.first()?.at));
    gaps.min().unwrap_or(60)
}
