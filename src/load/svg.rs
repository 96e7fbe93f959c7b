//! The plots of a load as a picture that stands alone: light, without scripts, words as text.

use std::fmt::Write as _;

use super::charts::{Charts, Point};
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

/// A line and what stands at its end.
struct Line<'a> {
    points: &'a [Point],
    colour: &'static str,
    name: String,
}

/// The picture of one load.
pub(super) fn draw(record: &Record) -> String {
    let charts = Charts::new(&record.calls);
    let summary = record.summary();
    let of = |points: &[Point]| points.last().map_or(0.0, |point| point.value);
    let mut body = String::new();
    let mut top = 70.0;
    let latency = [
        Line { points: &charts.p95, colour: ACCENT, name: t!("load-svg-p95", ms = ms(summary.p95_ms)) },
        Line { points: &charts.p50, colour: TEXT, name: t!("load-svg-p50", ms = ms(summary.p50_ms)) },
    ];
    let clients = [Line {
        points: &charts.at_once,
        colour: ACCENT,
        name: t!("load-svg-at-once", count = format!("{:.0}", of(&charts.at_once))),
    }];
    for (title, lines) in [(t!("load-plot-latency"), &latency[..]), (t!("load-plot-at-once"), &clients[..])] {
        plot(&mut body, top, title, lines, charts.secs);
        top += PLOT_HEIGHT + 60.0;
    }
    bars(&mut body, top, &charts);
    let height = top + PLOT_HEIGHT + 40.0;
    let head = t!("load-svg-title", function = record.plan.invoked().to_string(), calls = summary.calls);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" font-family=\"Inter, sans-serif\" font-size=\"12\">\n<rect width=\"100%\" height=\"100%\" fill=\"#FFFFFF\"/>\n<text x=\"24\" y=\"32\" font-size=\"18\" font-weight=\"600\" fill=\"{TEXT}\">{}</text>\n{body}</svg>\n",
        escaped(&head)
    )
}

fn ms(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format!("{value:.0}"))
}

/// The next of 1, 2, 5, 10 … that holds `most`.
pub fn nice(most: f64) -> f64 {
    let scale = 10_f64.powf(most.max(1.0).log10().floor());
    [1.0, 2.0, 5.0, 10.0].into_iter().map(|step| step * scale).find(|top| *top >= most).unwrap_or(most)
}

fn across(at: f64, secs: f64) -> f64 {
    LEFT + (WIDTH - LEFT - RIGHT) * at / secs.max(1.0)
}

fn axes(body: &mut String, top: f64, title: &str, most: f64, secs: f64) {
    let _ = writeln!(
        body,
        "<text x=\"24\" y=\"{}\" font-weight=\"600\" fill=\"{TEXT}\">{}</text>",
        top - 14.0,
        escaped(title)
    );
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
            "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\" fill=\"{MUTED}\">{:.0} s</text>",
            across(secs * part, secs),
            top + PLOT_HEIGHT + 18.0,
            secs * part
        );
    }
}

fn plot(body: &mut String, top: f64, title: &str, lines: &[Line<'_>], secs: f64) {
    let most = nice(lines.iter().flat_map(|line| line.points).map(|point| point.value).fold(0.0, f64::max));
    axes(body, top, title, most, secs);
    for line in lines {
        let place = |point: &Point| {
            format!("{:.1},{:.1}", across(point.at, secs), top + PLOT_HEIGHT * (1.0 - point.value / most))
        };
        let points: Vec<String> = line.points.iter().map(place).collect();
        let colour = line.colour;
        let _ = writeln!(
            body,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.5\"/>",
            points.join(" ")
        );
        if let Some(last) = line.points.last() {
            let y = top + PLOT_HEIGHT * (1.0 - last.value / most) + 4.0;
            let name = escaped(&line.name);
            let _ = writeln!(body, "<text x=\"{}\" y=\"{y:.1}\" fill=\"{colour}\">{name}</text>", WIDTH - RIGHT + 8.0);
        }
    }
}

fn bars(body: &mut String, top: f64, charts: &Charts) {
    let most = nice(charts.wrong.iter().map(|bar| f64::from(bar.errors + bar.throttles)).fold(0.0, f64::max));
    axes(body, top, t!("load-plot-wrong"), most, charts.secs);
    let width = (across(charts.step, charts.secs) - LEFT - 1.0).max(1.0);
    for bar in &charts.wrong {
        let height = |calls: u32| PLOT_HEIGHT * f64::from(calls) / most;
        let (errors, throttles) = (height(bar.errors), height(bar.throttles));
        let mut rect = |y: f64, height: f64, colour: &str| {
            if height > 0.0 {
                let x = across(bar.at, charts.secs);
                let _ = writeln!(
                    body,
                    "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" fill=\"{colour}\"/>"
                );
            }
        };
        rect(top + PLOT_HEIGHT - errors, errors, ERROR);
        rect(top + PLOT_HEIGHT - errors - throttles, throttles, WARN);
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
