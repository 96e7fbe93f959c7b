//! The figures of a reading that need no curve.

use serde::Serialize;

use super::Monitored;
use super::measure::{
    AVAILABLE, CONCURRENCY, DURATION, ERRORS, INVOCATIONS, QUERIES, QUERY_TIME, RECEIVED, REFUSED, THROTTLES,
    WITHOUT_TLS,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TileKind {
    /// Per cent of the time; the worst period beside it.
    Available,
    /// Logins that were refused, of so many that came.
    Refused,
    /// Connections without TLS, of so many that came.
    WithoutTls,
    /// Queries, and what 95 % of them took at most, in microseconds.
    Queries,
    /// Calls of the function, and how many of them ran at once.
    Invocations,
    /// Milliseconds that 95 % of the calls took at most.
    Duration,
    /// Calls that failed, and those that were throttled.
    Errors,
}

/// A figure, and the one beside it. What was not measured is not known.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Tile {
    pub kind: TileKind,
    pub value: Option<f64>,
    pub beside: Option<f64>,
}

/// The proxy's figures, and the function's where one was asked about.
pub fn tiles(read: &Monitored) -> Vec<Tile> {
    let tile = |kind, value, beside| Tile { kind, value, beside };
    let highest = |measure| read.peak(measure).map(|point| point.value);
    let lowest = read.points(AVAILABLE).iter().map(|point| point.value).reduce(f64::min);
    let mut tiles = vec![
        tile(TileKind::Available, read.mean(AVAILABLE), lowest),
        tile(TileKind::Refused, read.total(REFUSED), read.total(RECEIVED)),
        tile(TileKind::WithoutTls, read.total(WITHOUT_TLS), read.total(RECEIVED)),
        tile(TileKind::Queries, read.total(QUERIES), highest(QUERY_TIME)),
    ];
    if read.function.is_some() {
        tiles.extend([
            tile(TileKind::Invocations, read.total(INVOCATIONS), highest(CONCURRENCY)),
            tile(TileKind::Duration, highest(DURATION), None),
            tile(TileKind::Errors, read.total(ERRORS), read.total(THROTTLES)),
        ]);
    }
    tiles
}
