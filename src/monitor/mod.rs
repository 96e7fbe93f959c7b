//! What was measured of a proxy, read as answers: what there is to look at, the figures beside it, and
//! which alarms should watch it and would have rung. Pure; [`crate::discover::monitored`] reads.

mod alarms;
mod document;
mod incident;
pub mod measure;
pub mod since;
mod tile;

pub use alarms::{Suggested, suggested};
pub use document::MonitorDocument;
pub use incident::{Incident, IncidentKind, LONG_WAIT, incidents};
pub use measure::{BORROW_WAIT, CLIENTS, CONCURRENCY, CONNECTIONS, DURATION, Measure, PINNED, POOL, QUERIES, queries};
pub use since::Since;
pub use tile::{Tile, TileKind, tiles};

use serde::Serialize;

use crate::domain::UnixSeconds;
use crate::domain::monitoring::{Alarm, AlarmRing, Event, LogGroup, Point, Series};
use crate::domain::observed::Part;

/// One reading of a proxy's records.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Monitored {
    pub proxy: String,
    /// Whose metrics stand beside the proxy's.
    pub function: Option<String>,
    /// How far back it goes.
    pub since: Since,
    /// When it was read.
    pub at: UnixSeconds,
    pub series: Vec<Series>,
    /// Of the range.
    pub events: Part<Vec<Event>>,
    pub alarms: Part<Vec<Alarm>>,
    /// When alarms that watch it went off in the last two weeks, the oldest first.
    pub rings: Part<Vec<AlarmRing>>,
    /// `/aws/rds/proxy/NAME`.
    pub log_group: Part<LogGroup>,
}

impl Monitored {
    /// What was measured, oldest first; empty where nothing ever was.
    pub fn points(&self, measure: Measure) -> &[Point] {
        self.series.iter().find(|series| series.id == measure.id).map_or(&[], |series| &series.points)
    }

    /// The newest value.
    pub fn latest(&self, measure: Measure) -> Option<f64> {
        self.points(measure).last().map(|point| point.value)
    }

    /// The highest point, the first of several.
    pub fn peak(&self, measure: Measure) -> Option<Point> {
        let points = self.points(measure).iter().copied();
        points.reduce(|peak, point| if point.value > peak.value { point } else { peak })
    }

    /// The sum over the range; `None` where nothing was measured.
    pub fn total(&self, measure: Measure) -> Option<f64> {
        let points = self.points(measure);
        (!points.is_empty()).then(|| points.iter().map(|point| point.value).sum())
    }

    /// The mean over the range, periods without data left out.
    pub fn mean(&self, measure: Measure) -> Option<f64> {
        let count = u32::try_from(self.points(measure).len()).ok()?;
        Some(self.total(measure)? / f64::from(count))
    }

    /// Nothing of the proxy was measured: no client has come yet, or not in this range.
    pub fn is_silent(&self) -> bool {
        self.peak(measure::CLIENTS).is_none_or(|peak| peak.value <= 0.0)
            && self.total(measure::RECEIVED).is_none_or(|total| total <= 0.0)
    }
}
