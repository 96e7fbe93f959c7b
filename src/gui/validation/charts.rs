//! The curves of a reading, as the page draws them: made once for a reading, not once a frame.

use egui_plot::PlotPoint;

use crate::domain::UnixSeconds;
use crate::domain::monitoring::Point;
use crate::gui::widgets::{Chart, Curve, CurveInk, Limit, Shade};
use crate::monitor::{self, IncidentKind, Measure, Monitored, incidents};
use crate::text::{labelled, series, t};
use crate::words::monitor as words;

/// What is drawn of a reading.
#[derive(Debug, Clone)]
pub struct Charts {
    pub connections: Chart,
    pub pinned: Chart,
    pub wait: Chart,
    /// Runs of the function and their time, where one was asked about.
    pub function: Option<[Chart; 2]>,
}

/// More points than these across cannot be told apart.
const COLUMNS: i64 = 360;

pub fn charts(read: &Monitored) -> Charts {
    let pool = read.latest(monitor::POOL);
    let shade = |kind: IncidentKind, label: &dyn Fn(&monitor::Incident) -> String| {
        let incident = incidents(read).into_iter().find(|incident| incident.kind == kind)?;
        let span = real(incident.from)..=real(incident.until);
        Some(Shade { span, label: label(&incident), at: incident.worst })
    };
    let plain = |value: f64| words::count(value);
    let clients =
        curve(read, monitor::CLIENTS, CurveInk::Accent, |now| t!("monitor-label-clients", value = now), &plain);
    let database =
        curve(read, monitor::CONNECTIONS, CurveInk::Text, |now| t!("monitor-label-database", value = now), &plain);
    let connections = Chart {
        limit: pool.map(|at| Limit { at, label: t!("monitor-label-pool").to_owned() }),
        ..chart(read, t!("monitor-connections-title"), "", [clients, database], |_, value| words::count(value))
    };
    let pinned = curve(read, monitor::PINNED, CurveInk::Accent, |now| now, &plain);
    let pinned = Chart {
        shade: shade(IncidentKind::Pinned, &|incident| {
            t!("monitor-label-minutes", value = words::count(incident.worst), minutes = incident.minutes())
        }),
        ..chart(read, t!("monitor-pinned"), "", [pinned, None], |_, value| words::count(value))
    };
    let ms = |micros: f64| t!("monitor-ms", value = words::millis(micros));
    let wait = curve(read, monitor::BORROW_WAIT, CurveInk::Accent, |now| now, &ms).map(in_millis);
    let over = read.peak(monitor::BORROW_WAIT).is_some_and(|peak| peak.value > monitor::LONG_WAIT / 4.0);
    let wait = Chart {
        // A limit far above the curve would only flatten it.
        limit: over.then(|| Limit { at: monitor::LONG_WAIT / 1000.0, label: t!("monitor-label-alarm").to_owned() }),
        ..chart(read, t!("monitor-wait"), "ms, p95", [wait, None], |_, value| {
            t!("monitor-ms", value = words::millis(value * 1000.0))
        })
    };
    let runs = || curve(read, monitor::CONCURRENCY, CurveInk::Accent, |now| now, &plain);
    let times = || {
        let ms = |value: f64| t!("monitor-ms", value = words::count(value));
        curve(read, monitor::DURATION, CurveInk::Accent, |now| now, &ms)
    };
    let function = read.function.as_ref().map(|_| {
        [
            chart(read, t!("monitor-concurrency"), "", [runs(), None], |_, value| words::count(value)),
            chart(read, t!("monitor-duration"), "ms, p95", [times(), None], |_, value| {
                t!("monitor-ms", value = words::count(value))
            }),
        ]
    });
    Charts { connections, pinned, wait, function }
}

fn chart(
    read: &Monitored,
    title: &'static str,
    unit: &str,
    curves: [Option<Curve>; 2],
    tell: fn(f64, f64) -> String,
) -> Chart {
    let from = read.at - UnixSeconds::from(read.since.secs());
    let curves: Vec<Curve> = curves.into_iter().flatten().collect();
    let each = match columns(read) / 60 {
        1 => t!("monitor-each-minute").to_owned(),
        minutes => t!("monitor-each-minutes", minutes = minutes),
    };
    let about = if unit.is_empty() { each } else { format!("{unit}, {each}") };
    let about = if curves.is_empty() { t!("monitor-not-measured").to_owned() } else { about };
    let said: Vec<String> = curves.iter().map(|curve| format!("{}, {}", curve.label, curve.below)).collect();
    Chart {
        title,
        said: labelled!(title, if said.is_empty() { about.clone() } else { series(&said) }),
        about,
        curves,
        columns: Vec::new(),
        log: false,
        limit: None,
        shade: None,
        from: real(from),
        until: real(read.at),
        times: times(from, read.at),
        tell,
    }
}

/// A moment is far below what a double holds exactly.
#[allow(clippy::cast_precision_loss)]
fn real(at: UnixSeconds) -> f64 {
    at as f64
}

/// Seconds of one column of the drawing: whole minutes.
fn columns(read: &Monitored) -> UnixSeconds {
    let least = (i64::from(read.since.secs()) / COLUMNS).max(i64::from(read.since.period_secs()));
    let minutes = (least + 59) / 60;
    // Even ones are easier to say.
    60 * [1, 2, 5, 10, 15, 30, 60].into_iter().find(|step| *step >= minutes).unwrap_or(minutes)
}

fn curve(
    read: &Monitored,
    measure: Measure,
    ink: CurveInk,
    label: impl Fn(String) -> String,
    value: &dyn Fn(f64) -> String,
) -> Option<Curve> {
    let (latest, peak) = (read.latest(measure)?, read.peak(measure)?);
    Some(Curve {
        segments: segments(read.points(measure), columns(read)),
        ink,
        dots: false,
        label: label(value(latest)),
        below: t!("monitor-peak", value = value(peak.value)),
    })
}

/// Steps, each as high as the highest of its points; a column without any is a gap.
fn segments(points: &[Point], column: UnixSeconds) -> Vec<Vec<PlotPoint>> {
    let mut all: Vec<Vec<PlotPoint>> = Vec::new();
    let mut last: Option<(UnixSeconds, f64)> = None;
    let mut end = |number: UnixSeconds, value: f64, before: Option<UnixSeconds>| {
        let (from, until) = (real(number * column), real((number + 1) * column));
        if before != Some(number - 1) || all.is_empty() {
            all.push(Vec::new());
        }
        if let Some(segment) = all.last_mut() {
            segment.extend([PlotPoint::new(from, value), PlotPoint::new(until, value)]);
        }
    };
    let mut before = None;
    for point in points {
        let number = point.at.div_euclid(column);
        match &mut last {
            Some((same, highest)) if *same == number => *highest = highest.max(point.value),
            _ => {
                if let Some((number, value)) = last {
                    end(number, value, before);
                    before = Some(number);
                }
                last = Some((number, point.value));
            }
        }
    }
    if let Some((number, value)) = last {
        end(number, value, before);
    }
    all
}

fn in_millis(curve: Curve) -> Curve {
    let segments = curve
        .segments
        .into_iter()
        .map(|segment| segment.into_iter().map(|point| PlotPoint::new(point.x, point.y / 1000.0)).collect());
    Curve { segments: segments.collect(), ..curve }
}

/// Three steps of time, or days where it is several.
fn times(from: UnixSeconds, until: UnixSeconds) -> Vec<(f64, String)> {
    const DAY: UnixSeconds = 86_400;
    if until - from > DAY {
        let first = (from + DAY - 1).div_euclid(DAY) * DAY;
        let days = (0..).map(|day| first + day * DAY).take_while(|at| *at <= until);
        return days.map(|at| (real(at), words::day(at))).collect();
    }
    let third = (until - from) / 3;
    (0..=3).map(|number| from + number * third).map(|at| (real(at), words::hours(at))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_as_high_as_its_highest_point_and_a_missing_one_is_a_gap() {
        let point = |minute: i64, value: f64| Point { at: minute * 60, value };
        let points = [point(0, 1.0), point(1, 5.0), point(2, 2.0), point(6, 3.0)];
        let drawn: Vec<Vec<(f64, f64)>> = segments(&points, 120)
            .into_iter()
            .map(|segment| segment.into_iter().map(|point| (point.x, point.y)).collect())
            .collect();
        let first = vec![(0.0, 5.0), (120.0, 5.0), (120.0, 2.0), (240.0, 2.0)];
        assert_eq!(drawn, [first, vec![(360.0, 3.0), (480.0, 3.0)]]);
    }
}
