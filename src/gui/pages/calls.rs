//! First and next calls of a function, one after another: what a start costs, and what a kept connection saves.

use eframe::egui::Ui;

use crate::gui::widgets::{Curves, Ink, Trace};
use crate::load::{Charts, Record};
use crate::text::t;
use crate::words::millis;

/// The plot of a load of calls in turn, with the one that lies under it, where there is one.
pub fn calls(ui: &mut Ui, record: &Record, under: Option<&Record>, height: f32) {
    let summary = record.summary();
    let said =
        t!("load-calls-said", calls = summary.calls, cold = millis(summary.cold_ms), warm = millis(summary.warm_ms));
    let mut curves = vec![curve(record, Ink::Accent)];
    curves.extend(under.map(|under| curve(under, Ink::Quiet)));
    let across = curves.iter().flat_map(|curve| &curve.points).map(|[at, _]| *at).fold(1.0, f64::max);
    Curves {
        title: t!("load-plot-calls"),
        note: &t!("load-plot-calls-note", calls = summary.calls),
        said,
        height,
        across,
        unit: "",
        log: true,
        curves,
        columns: Vec::new(),
    }
    .show(ui);
}

fn curve(record: &Record, ink: Ink) -> Trace {
    let summary = record.summary();
    let points = Charts::new(&record.calls).each.iter().map(|point| [point.at, point.value]).collect();
    let name = t!("load-calls-name", warm = millis(summary.warm_ms));
    Trace { name, ink, points, steps: false, dots: true }
}
