//! The alarms that should watch the proxy, and when they would have rung in what was read.

use serde::Serialize;

use super::Monitored;
use super::measure::{CONNECTIONS, Measure, PINNED, POOL, watched_id};
use crate::design::alarms::{AlarmKind, alarm};
use crate::domain::UnixSeconds;
use crate::domain::alarm::MetricAlarm;
use crate::domain::monitoring::{Alarm, Point};
use crate::domain::observed::{Part, Unreadable};

/// An alarm that is suggested, or there already.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Suggested {
    pub kind: AlarmKind,
    pub alarm: MetricAlarm,
    /// The alarm of the account that watches the same.
    pub there: Part<String>,
    /// When it would have rung; `None` where nothing was measured that it watches.
    pub rang: Option<Vec<UnixSeconds>>,
}

impl Suggested {
    /// It is known that nobody watches this.
    pub fn is_missing(&self) -> bool {
        self.there.is_absent()
    }

    /// Why it is not known whether somebody watches this.
    pub fn unread(&self) -> Option<&Unreadable> {
        self.there.unreadable()
    }
}

/// All of them, the gravest first.
pub fn suggested(read: &Monitored) -> Vec<Suggested> {
    let suggest = |kind: AlarmKind| {
        let alarm = alarm(kind, &read.proxy);
        let reads = |alarms: &[Alarm]| {
            alarms.iter().find(|there| there.reads(alarm.metric(), &read.proxy)).map(|there| there.name.clone())
        };
        let there = match &read.alarms {
            Part::Present(alarms) => reads(alarms).map_or(Part::Absent, Part::Present),
            Part::Absent => Part::Absent,
            Part::Unreadable(why) => Part::Unreadable(why.clone()),
            Part::NotAsked => Part::NotAsked,
        };
        let seen = seen(read, kind);
        let rang = (!seen.is_empty()).then(|| rings(&alarm, &seen));
        Suggested { kind, alarm, there, rang }
    };
    AlarmKind::ALL.into_iter().map(suggest).collect()
}

/// What the alarm holds against its threshold, period by period.
fn seen(read: &Monitored, kind: AlarmKind) -> Vec<Point> {
    let share = |part: Measure, whole: Measure| {
        let wholes = read.points(whole);
        let point = |point: &Point| {
            let at = wholes.binary_search_by_key(&point.at, |whole| whole.at).ok()?;
            let whole = wholes.get(at).filter(|whole| whole.value > 0.0)?;
            Some(Point { at: point.at, value: 100.0 * point.value / whole.value })
        };
        read.points(part).iter().filter_map(point).collect()
    };
    match kind {
        AlarmKind::PoolFull => share(CONNECTIONS, POOL),
        AlarmKind::Pinned => share(PINNED, CONNECTIONS),
        AlarmKind::Unavailable | AlarmKind::Refused | AlarmKind::Waiting => {
            let own = read.series.iter().find(|series| series.id == watched_id(kind));
            own.map(|series| series.points.clone()).unwrap_or_default()
        }
    }
}

/// When the alarm would have gone off: at the end of the last of so many periods in a row. A period
/// without data is none of them.
fn rings(alarm: &MetricAlarm, seen: &[Point]) -> Vec<UnixSeconds> {
    let period = UnixSeconds::from(alarm.period_secs);
    let (mut rang, mut row, mut before) = (Vec::new(), 0, None);
    for point in seen {
        let follows = before == Some(point.at - period);
        before = Some(point.at);
        row = match alarm.rings.beyond(point.value, f64::from(alarm.threshold)) {
            false => 0,
            true if follows => row + 1,
            true => 1,
        };
        if row == alarm.periods {
            rang.push(point.at + period);
        }
    }
    rang
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alarm_rings_after_so_many_periods_in_a_row() {
        let pinned = alarm(AlarmKind::Pinned, "orders-proxy");
        let points = |values: &[f64]| -> Vec<Point> {
            (0..).zip(values).map(|(minute, value)| Point { at: minute * 60, value: *value }).collect()
        };
        for (values, rang) in [
            (vec![31.0; 4], vec![]),
            (vec![31.0; 5], vec![300]),
            // As long as it stays, it is the same alarm.
            (vec![31.0; 9], vec![300]),
            (vec![30.0; 9], vec![]),
            ([vec![31.0; 5], vec![0.0], vec![90.0; 5]].concat(), vec![300, 660]),
        ] {
            assert_eq!(rings(&pinned, &points(&values)), rang, "{values:?}");
        }
        // A minute without data breaks the row.
        let mut gap = points(&[31.0; 6]);
        gap.remove(2);
        assert_eq!(rings(&pinned, &gap), [] as [UnixSeconds; 0]);
    }
}
