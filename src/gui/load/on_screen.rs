//! The load on screen as the page draws it: made when something came in, not once a frame.

use egui_plot::PlotPoint;

use crate::gui::widgets::{Chart, Column, Curve, CurveInk};
use crate::load::{Drawn, Plot, PlotSubject, Shows, Summary, Trace, plots};
use crate::text::{grouped, t};

/// Figures and charts of a load.
pub struct OnScreen {
    pub summary: Summary,
    /// The most telling first.
    pub charts: Vec<Chart>,
}

impl OnScreen {
    pub fn new(drawn: Drawn<'_>) -> Self {
        Self { summary: Summary::new(drawn.calls), charts: plots(drawn).iter().map(chart).collect() }
    }
}

fn chart(plot: &Plot) -> Chart {
    let marks = marks(plot.across);
    let unit = if plot.subject == PlotSubject::Calls { "" } else { " s" };
    Chart {
        title: plot.title(),
        about: plot.note(),
        curves: plot.traces.iter().map(curve).collect(),
        columns: plot
            .bars
            .iter()
            .flat_map(|bar| {
                let (errors, all) = (f64::from(bar.errors), f64::from(bar.errors + bar.throttles));
                [(all, CurveInk::Warn), (errors, CurveInk::Error)].map(|(height, ink)| Column {
                    at: bar.at,
                    width: plot.step,
                    height,
                    ink,
                })
            })
            .collect(),
        log: plot.subject == PlotSubject::Calls,
        limit: None,
        shade: None,
        from: 0.0,
        until: plot.across,
        times: marks.into_iter().map(|at| (at, format!("{at:.0}{unit}"))).collect(),
        said: plot.said(),
        tell: match plot.subject {
            PlotSubject::Connections | PlotSubject::Wrong | PlotSubject::Lambda => {
                |_, value| grouped(format!("{value:.0}"))
            }
            PlotSubject::Calls | PlotSubject::Latency => |_, value| t!("load-ms", ms = format!("{value:.0}")),
            PlotSubject::Wait => |_, value| t!("load-ms", ms = grouped(format!("{value:.1}"))),
        },
    }
}

fn curve(trace: &Trace) -> Curve {
    Curve {
        segments: vec![trace.points.iter().map(|point| PlotPoint::new(point.at, point.value)).collect()],
        ink: match trace.shows {
            Shows::Clients | Shows::P95 | Shows::Each | Shows::Wait | Shows::Runs => CurveInk::Accent,
            Shows::Database | Shows::P50 => CurveInk::Text,
            Shows::Pinned | Shows::Throttled => CurveInk::Warn,
            Shows::AtOnce | Shows::Duration | Shows::Before => CurveInk::Quiet,
        },
        dots: trace.shows == Shows::Each,
        label: trace.name(),
        below: String::new(),
    }
}

/// Even marks of an axis: three to five of them, the first at its beginning.
fn marks(across: f64) -> Vec<f64> {
    let power = 10f64.powf((across.max(1.0) / 3.0).log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|factor| factor * power).find(|step| across / step < 5.0);
    let step = step.unwrap_or(across).max(1.0);
    std::iter::successors(Some(0.0), |at| Some(at + step)).take_while(|at| *at <= across).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_has_three_to_five_even_marks() {
        for (across, expected) in [
            (3.0, vec![0.0, 1.0, 2.0, 3.0]),
            (20.0, vec![0.0, 5.0, 10.0, 15.0, 20.0]),
            (72.0, vec![0.0, 20.0, 40.0, 60.0]),
            (900.0, vec![0.0, 200.0, 400.0, 600.0, 800.0]),
        ] {
            assert_eq!(marks(across), expected, "{across}");
        }
    }
}
