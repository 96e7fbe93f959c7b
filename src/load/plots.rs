//! What is drawn of a load, for the window and for the picture on disk: lines and bars over its seconds. Pure.

use super::beside::{Beside, Series};
use super::call::LoadCall;
use super::charts::{Bar, Charts, Point};
use super::plan::Pattern;
use super::record::Record;
use super::summary::percentile;
use crate::domain::UnixSeconds;
use crate::text::{grouped, labelled, series, t};

/// What a plot is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlotSubject {
    /// Clients of the proxy, and what it holds of the database.
    Connections,
    /// Each call of a load in turn.
    Calls,
    Latency,
    Wrong,
    /// How long clients waited for a connection.
    Wait,
    /// What Lambda counted.
    Lambda,
}

/// What a line shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shows {
    AtOnce,
    Clients,
    Database,
    Pinned,
    P95,
    P50,
    /// Lambda's own mean of a minute.
    Duration,
    Each,
    Wait,
    Runs,
    Throttled,
    /// The main line of the load that lies under this one.
    Before,
}

/// A line of a plot.
#[derive(Debug, Clone, PartialEq)]
pub struct Trace {
    pub shows: Shows,
    /// Corners where it counts in steps.
    pub points: Vec<Point>,
}

/// A plot of a load.
#[derive(Debug, Clone, PartialEq)]
pub struct Plot {
    pub subject: PlotSubject,
    pub traces: Vec<Trace>,
    pub bars: Vec<Bar>,
    /// The end of its axis: seconds, or calls.
    pub across: f64,
    /// Seconds of a step.
    pub step: f64,
}

/// What plots are made of: the calls, and what CloudWatch showed of them.
#[derive(Clone, Copy)]
pub struct Drawn<'a> {
    pub pattern: Pattern,
    pub calls: &'a [LoadCall],
    pub beside: &'a Beside,
    /// Seconds since 1970.
    pub started_at: u64,
    pub under: Option<&'a Record>,
}

/// The plots, the most telling first; those of CloudWatch are there before it has anything to show.
pub fn plots(drawn: Drawn<'_>) -> Vec<Plot> {
    let charts = Charts::new(drawn.calls);
    let under = drawn.under.map(|under| Charts::new(&under.calls));
    let trace = |shows, points: &[Point]| Trace { shows, points: points.to_vec() };
    let counted = |shows, points: &[Point]| Trace { shows, points: steps(points, charts.secs) };
    let recorded = |shows: Shows, metric: &str, per: f64| {
        let points = over(drawn.beside.series(metric)?, drawn.started_at, charts.secs, per);
        (!points.is_empty()).then(|| Trace { shows, points: steps(&points, charts.secs) })
    };
    let plot = |subject, traces: Vec<Option<Trace>>, bars: &[Bar]| Plot {
        subject,
        traces: traces.into_iter().flatten().collect(),
        bars: bars.to_vec(),
        across: charts.secs,
        step: charts.step,
    };
    let before = |points: fn(&Charts) -> &[Point]| under.as_ref().map(|under| trace(Shows::Before, points(under)));
    let wait = plot(PlotSubject::Wait, vec![recorded(Shows::Wait, "DatabaseConnectionsBorrowLatency", 1000.0)], &[]);
    let lambda = plot(
        PlotSubject::Lambda,
        vec![recorded(Shows::Runs, "ConcurrentExecutions", 1.0), recorded(Shows::Throttled, "Throttles", 1.0)],
        &[],
    );
    let connections = [
        recorded(Shows::Clients, "ClientConnections", 1.0),
        recorded(Shows::Database, "DatabaseConnections", 1.0),
        recorded(Shows::Pinned, "DatabaseConnectionsCurrentlySessionPinned", 1.0),
    ];
    let duration = recorded(Shows::Duration, "Duration", 1.0);
    match drawn.pattern {
        Pattern::InTurn { calls } => {
            let each = trace(Shows::Each, &charts.each);
            let across = f64::from(calls.max(2));
            let calls = plot(PlotSubject::Calls, vec![Some(each), before(|under| &under.each)], &[]);
            let connections = plot(PlotSubject::Connections, connections.into(), &[]);
            vec![Plot { across, ..calls }, connections, plot(PlotSubject::Latency, vec![duration], &[]), wait, lambda]
        }
        Pattern::AtOnce { .. } => {
            let at_once = Some(counted(Shows::AtOnce, &charts.at_once));
            let before_at_once = under.as_ref().map(|under| counted(Shows::Before, &under.at_once));
            let lines = std::iter::once(at_once).chain(connections).chain([before_at_once]).collect();
            let times = [Some(trace(Shows::P95, &charts.p95)), Some(trace(Shows::P50, &charts.p50))];
            let latency = times.into_iter().chain([duration, before(|under| &under.p95)]).collect();
            vec![
                plot(PlotSubject::Connections, lines, &[]),
                plot(PlotSubject::Latency, latency, &[]),
                plot(PlotSubject::Wrong, Vec::new(), &charts.wrong),
                wait,
                lambda,
            ]
        }
    }
}

/// A metric over the seconds of the load, without what was measured before and after it.
fn over(series: &Series, started_at: u64, secs: f64, per: f64) -> Vec<Point> {
    let start = UnixSeconds::try_from(started_at).unwrap_or_default();
    let at = |at: UnixSeconds| f64::from(i32::try_from(at - start).unwrap_or_default());
    let points = series.points.iter().map(|(minute, value)| Point { at: at(*minute), value: value / per });
    // The first minute began before the load did.
    let within = points.filter(|point| point.at > -60.0 && point.at < secs);
    within.map(|point| Point { at: point.at.max(0.0), ..point }).collect()
}

/// Counts stay until the next one, the last until the end. A corner stands only where the value changes.
fn steps(points: &[Point], end: f64) -> Vec<Point> {
    let mut corners: Vec<Point> = Vec::new();
    for point in points {
        match corners.last().copied() {
            Some(last) if last.value.to_bits() == point.value.to_bits() => {}
            Some(last) => corners.extend([Point { at: point.at, ..last }, *point]),
            None => corners.push(*point),
        }
    }
    corners.extend(corners.last().copied().filter(|last| last.at < end).map(|last| Point { at: end, ..last }));
    corners
}

impl Trace {
    pub fn highest(&self) -> f64 {
        self.points.iter().map(|point| point.value).fold(0.0, f64::max)
    }

    /// The middle one of the calls after the first.
    fn next(&self) -> f64 {
        let times: Vec<f64> = self.points.iter().skip(1).map(|point| point.value).collect();
        percentile(&times, 50).unwrap_or_else(|| self.last())
    }

    fn last(&self) -> f64 {
        self.points.last().map_or(0.0, |point| point.value)
    }

    /// What stands at its end.
    pub fn name(&self) -> String {
        let (most, last) = (whole(self.highest()), t!("load-ms", ms = whole(self.last())));
        match self.shows {
            Shows::AtOnce => t!("load-name-at-once", count = most),
            Shows::Clients => t!("load-name-clients", count = most),
            Shows::Database => t!("load-name-database", count = most),
            Shows::Pinned => t!("load-name-pinned", count = most),
            Shows::P95 => t!("load-name-p95", ms = last),
            Shows::P50 => t!("load-name-p50", ms = last),
            Shows::Duration => t!("load-name-duration", ms = last),
            Shows::Each => t!("load-calls-name", warm = t!("load-ms", ms = whole(self.next()))),
            Shows::Wait => t!("load-name-wait", ms = t!("load-ms", ms = fine(self.highest()))),
            Shows::Runs => t!("load-name-runs", count = most),
            Shows::Throttled => t!("load-name-throttled", count = most),
            Shows::Before => t!("load-name-under").to_owned(),
        }
    }
}

impl Plot {
    pub fn title(&self) -> &'static str {
        match self.subject {
            PlotSubject::Connections => t!("load-plot-connections"),
            PlotSubject::Calls => t!("load-plot-calls"),
            PlotSubject::Latency => t!("load-plot-latency"),
            PlotSubject::Wrong => t!("load-plot-wrong"),
            PlotSubject::Wait => t!("load-plot-wait"),
            PlotSubject::Lambda => t!("load-plot-lambda"),
        }
    }

    /// Unit and step; or that CloudWatch has shown nothing of it.
    pub fn note(&self) -> String {
        match self.subject {
            _ if self.traces.is_empty() && self.subject != PlotSubject::Wrong => t!("load-plot-nothing").to_owned(),
            PlotSubject::Connections => t!("load-plot-connections-note").to_owned(),
            PlotSubject::Calls => t!("load-plot-calls-note").to_owned(),
            PlotSubject::Latency => t!("load-plot-latency-note", secs = whole(self.step)),
            PlotSubject::Wrong => t!("load-plot-step", secs = whole(self.step)),
            PlotSubject::Wait => t!("load-plot-wait-note").to_owned(),
            PlotSubject::Lambda => t!("load-plot-lambda-note").to_owned(),
        }
    }

    /// Everything in a sentence, for those who do not see it.
    pub fn said(&self) -> String {
        let names: Vec<String> = match self.subject {
            PlotSubject::Wrong => {
                let sum = |count: fn(&Bar) -> u32| self.bars.iter().map(count).sum::<u32>();
                vec![t!("load-wrong-said", errors = sum(|bar| bar.errors), throttled = sum(|bar| bar.throttles))]
            }
            _ if self.traces.is_empty() => vec![t!("load-plot-nothing").to_owned()],
            PlotSubject::Calls => self
                .traces
                .iter()
                .map(|trace| {
                    let first = trace.points.first().map_or(0.0, |point| point.value);
                    let (first, next) = (t!("load-ms", ms = whole(first)), t!("load-ms", ms = whole(trace.next())));
                    t!("load-calls-said", calls = trace.points.len(), first = first, next = next)
                })
                .collect(),
            _ => self.traces.iter().map(Trace::name).collect(),
        };
        labelled!(self.title(), series(&names))
    }
}

fn whole(value: f64) -> String {
    grouped(format!("{value:.0}"))
}

/// Below ten a digit after the point tells something.
fn fine(value: f64) -> String {
    if value < 10.0 { format!("{value:.1}") } else { whole(value) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::summary::tests::call;
    use super::*;
    use crate::domain::observed::Part;

    fn points(all: &[(f64, f64)]) -> Vec<Point> {
        all.iter().map(|(at, value)| Point { at: *at, value: *value }).collect()
    }

    #[test]
    fn a_step_has_corners_where_it_changes_and_never_two_points_in_one_place() {
        let drawn = steps(&points(&[(0.0, 5.0), (1.0, 5.0), (2.0, 6.0), (3.0, 6.0)]), 4.0);
        assert_eq!(drawn, points(&[(0.0, 5.0), (2.0, 5.0), (2.0, 6.0), (4.0, 6.0)]));
        assert_eq!(steps(&[], 4.0), []);
    }

    #[test]
    fn every_metric_that_is_read_is_drawn_over_the_loads_own_seconds() {
        let series = |metric: &str| Series {
            metric: metric.to_owned(),
            // One minute before, the one it began in, the next, one after.
            points: vec![(0, 9.0), (60, 1.0), (120, 2000.0), (240, 9.0)],
        };
        let metrics = [
            "ClientConnections",
            "DatabaseConnections",
            "DatabaseConnectionsCurrentlySessionPinned",
            "DatabaseConnectionsBorrowLatency",
            "ConcurrentExecutions",
            "Throttles",
            "Duration",
        ];
        let beside = Beside(Part::Present(metrics.map(series).to_vec()));
        let calls: Vec<LoadCall> = (0..90).map(|second| call(second * 1000, 10.0, None, "1")).collect();
        let pattern = Pattern::AtOnce { from: 1, to: 1, ramp_secs: 0, hold_secs: 90 };
        let drawn = Drawn { pattern, calls: &calls, beside: &beside, started_at: 90, under: None };
        let plots = plots(drawn);
        let of = |shows| plots.iter().flat_map(|plot| &plot.traces).find(|trace| trace.shows == shows).unwrap();
        for shows in [Shows::Clients, Shows::Database, Shows::Pinned, Shows::Runs, Shows::Throttled, Shows::Duration] {
            let corners = points(&[(0.0, 1.0), (30.0, 1.0), (30.0, 2000.0), (90.0, 2000.0)]);
            assert_eq!(of(shows).points, corners, "{shows:?}");
        }
        assert_eq!(of(Shows::Wait).highest(), 2.0, "microseconds are shown as milliseconds");
        let none = Beside::default();
        let plots = super::plots(Drawn { beside: &none, ..drawn });
        assert_eq!(plots.len(), 5, "those of CloudWatch wait for it");
    }
}
