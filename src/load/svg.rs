//! The plots of a load as a picture that stands alone: light, without scripts, words as text.

use std::fmt::Write as _;

use super::charts::Point;
use super::plots::{Drawn, Plot, PlotSubject, Shows, Trace, plots};
use super::record::Record;
use crate::text::t;

const WIDTH: f64 = 880.0;
const PLOT_HEIGHT: f64 = 180.0;
const LEFT: f64 = 64.0;
const RIGHT: f64 = 140.0;
const ACCENT: &str = "#3A4BD8";
const TEXT: &str = "#15171C";
const MUTED: &str = "#565E6B";
const LINE: &str = "#E1E4EA";
const ERROR: &str = "#BF2C28";
const WARN: &str = "#875600";

/// The picture of one load: the plots that have something to show, one under another.
pub(super) fn draw(record: &Record) -> String {
    let summary = record.summary();
    let plots = plots(Drawn {
        pattern: record.plan.pattern,
        calls: &record.calls,
        beside: &record.beside,
        started_at: record.started_at,
        under: None,
    });
    let mut body = String::new();
    let mut top = 90.0;
    for drawn in plots.iter().filter(|plot| !plot.traces.is_empty() || plot.subject == PlotSubject::Wrong) {
        plot(&mut body, top, drawn);
        top += PLOT_HEIGHT + 64.0;
    }
    let head = t!("load-svg-title", function = record.plan.invoked().to_string(), calls = summary.calls);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {top}\" font-family=\"Inter, sans-serif\" font-size=\"12\">\n<rect width=\"100%\" height=\"100%\" fill=\"#FFFFFF\"/>\n<text x=\"24\" y=\"32\" font-size=\"18\" font-weight=\"600\" fill=\"{TEXT}\">{}</text>\n{body}</svg>\n",
        escaped(&head)
    )
}

const fn colour(shows: Shows) -> &'static str {
    match shows {
        Shows::Clients | Shows::P95 | Shows::Each | Shows::Wait | Shows::Runs => ACCENT,
        Shows::Database | Shows::P50 => TEXT,
        Shows::Pinned | Shows::Throttled => WARN,
        Shows::AtOnce | Shows::Duration | Shows::Before => MUTED,
    }
}

/// The next of 1, 2, 5, 10 … that holds `most`.
fn nice(most: f64) -> f64 {
    let scale = 10_f64.powf(most.max(1.0).log10().floor());
    [1.0, 2.0, 5.0, 10.0].into_iter().map(|step| step * scale).find(|top| *top >= most).unwrap_or(most)
}

fn across(at: f64, secs: f64) -> f64 {
    LEFT + (WIDTH - LEFT - RIGHT) * at / secs.max(1.0)
}

fn axes(body: &mut String, top: f64, plot: &Plot, most: f64) {
    let _ = writeln!(
        body,
        "<text x=\"24\" y=\"{y}\" font-weight=\"600\" fill=\"{TEXT}\">{} <tspan font-weight=\"400\" fill=\"{MUTED}\">{}</tspan></text>",
        escaped(plot.title()),
        escaped(&plot.note()),
        y = top - 14.0,
    );
    let unit = if plot.subject == PlotSubject::Calls { "" } else { " s" };
    for part in 0..=2 {
        let part = f64::from(part) / 2.0;
        let y = top + PLOT_HEIGHT * (1.0 - part);
        let _ = writeln!(
            body,
            "<line x1=\"{LEFT}\" x2=\"{}\" y1=\"{y}\" y2=\"{y}\" stroke=\"{LINE}\"/><text x=\"{}\" y=\"{}\" text-anchor=\"end\" fill=\"{MUTED}\">{}</text>",
            WIDTH - RIGHT,
            LEFT - 8.0,
            y + 4.0,
            most * part
        );
        let _ = writeln!(
            body,
            "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\" fill=\"{MUTED}\">{:.0}{unit}</text>",
            across(plot.across * part, plot.across),
            top + PLOT_HEIGHT + 18.0,
            plot.across * part
        );
    }
}

fn plot(body: &mut String, top: f64, plot: &Plot) {
    let bars = plot.bars.iter().map(|bar| f64::from(bar.errors + bar.throttles));
    let most = nice(plot.traces.iter().map(Trace::highest).chain(bars).fold(0.0, f64::max));
    axes(body, top, plot, most);
    let height = |value: f64| top + PLOT_HEIGHT * (1.0 - value / most);
    // Names stand below one another where their lines end at the same height.
    let mut traces: Vec<&Trace> = plot.traces.iter().collect();
    let end = |trace: &Trace| trace.points.last().map_or(0.0, |point| point.value);
    traces.sort_by(|a, b| end(b).total_cmp(&end(a)));
    let mut free = f64::NEG_INFINITY;
    for trace in traces {
        let place = |point: &Point| format!("{:.1},{:.1}", across(point.at, plot.across), height(point.value));
        let points: Vec<String> = trace.points.iter().map(place).collect();
        let (colour, y) = (colour(trace.shows), (height(end(trace)) + 4.0).max(free));
        free = y + 15.0;
        let _ = writeln!(
            body,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.5\"/>\n<text x=\"{}\" y=\"{y:.1}\" fill=\"{colour}\">{}</text>",
            points.join(" "),
            WIDTH - RIGHT + 8.0,
            escaped(&trace.name())
        );
    }
    let width = (across(plot.step, plot.across) - LEFT - 1.0).max(1.0);
    for bar in &plot.bars {
        let (errors, throttles) = (f64::from(bar.errors), f64::from(bar.throttles));
        let mut rect = |from: f64, to: f64, colour: &str| {
            if to > from {
                let (x, y, tall) = (across(bar.at, plot.across), height(to), height(from) - height(to));
                let _ = writeln!(
                    body,
                    "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{tall:.1}\" fill=\"{colour}\"/>"
                );
            }
        };
        rect(0.0, errors, ERROR);
        rect(errors, errors + throttles, WARN);
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_ends_at_a_round_number() {
        for (most, top) in [(0.0, 1.0), (9.0, 10.0), (11.0, 20.0), (50.0, 50.0), (684.0, 1000.0)] {
            assert_eq!(nice(most), top, "{most}");
        }
    }
}
