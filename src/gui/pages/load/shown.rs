//! The load on screen: its figures and plots, beside the fields of the next one.

use eframe::egui::Ui;

use super::{calls, form};
use crate::discover::Invoked;
use crate::domain::UnixSeconds;
use crate::gui::icon::Icon;
use crate::gui::load::{Running, work::limits};
use crate::gui::rich::label;
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Column, Curves, Ink, Tile, Trace, card, icon_line, tiles};
use crate::load::{Call, Charts, Pattern, Point, Record, Summary};
use crate::text::t;
use crate::words::{BeforeLoad, millis};

/// Below this the plots stand one under another.
const BESIDE: f32 = 760.0;

/// The calls on screen.
fn calls_of(state: &State) -> &[Call] {
    let running = state.load.running.as_ref().map(|running| running.calls.as_slice());
    running.or(state.load.shown.as_ref().map(|record| record.calls.as_slice())).unwrap_or_default()
}

/// How they were made.
fn pattern(state: &State) -> Option<Pattern> {
    let running = state.load.running.as_ref().map(|running| &running.plan);
    running.or(state.load.shown.as_ref().map(|record| &record.plan)).map(|plan| plan.pattern)
}

/// Tiles, once there is something to say.
pub fn figures(ui: &mut Ui, state: &State) {
    let calls = calls_of(state);
    if calls.is_empty() {
        return;
    }
    let summary = Summary::new(calls);
    let unknown = || t!("load-unknown").to_owned();
    let reused = summary.connections;
    let pinned = state.load.shown.as_ref().filter(|_| state.load.running.is_none());
    let pinned = pinned.and_then(|record| record.beside.highest("DatabaseConnectionsCurrentlySessionPinned"));
    let whole = |ms: Option<f64>| ms.map_or_else(|| "–".to_owned(), |ms| format!("{ms:.0}"));
    tiles(
        ui,
        &[
            Tile {
                name: t!("load-tile-calls"),
                figure: summary.calls.to_string(),
                note: t!("load-tile-rate", rate = format!("{:.0}", summary.per_second)),
                wrong: false,
            },
            Tile {
                name: t!("load-tile-reused"),
                figure: reused.map_or_else(unknown, |reused| format!("{:.1} %", reused.reused_percent())),
                note: match summary.cold {
                    Some(cold) => t!("load-tile-cold", count = cold),
                    None => t!("load-tile-cold-unknown").to_owned(),
                },
                wrong: false,
            },
            Tile {
                name: t!("load-tile-first"),
                figure: format!("{} / {} ms", whole(summary.cold_ms), whole(summary.warm_ms)),
                note: t!("load-tile-init", init = millis(summary.init_ms)),
                wrong: false,
            },
            Tile {
                name: t!("load-tile-errors"),
                figure: summary.errors().to_string(),
                note: t!("load-tile-throttles", count = summary.throttled),
                wrong: summary.errors() > 0,
            },
            Tile {
                name: t!("load-tile-pinned"),
                figure: pinned.map_or_else(unknown, |pinned| format!("{pinned:.0}")),
                note: t!("load-tile-pinned-note").to_owned(),
                wrong: false,
            },
        ],
    );
}

/// The plots, and the fields at their right.
pub fn plots(ui: &mut Ui, state: &mut State, function: &Invoked) {
    if ui.available_width() < BESIDE {
        fields(ui, state, function);
        first(ui, state);
        second(ui, state);
        troubles(ui, state);
        return;
    }
    let side = 300.0;
    let left = ui.available_width() - side - 12.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        ui.vertical(|ui| {
            ui.set_width(left);
            first(ui, state);
            second(ui, state);
            troubles(ui, state);
        });
        ui.vertical(|ui| {
            ui.set_width(side);
            fields(ui, state, function);
        });
    });
}

fn fields(ui: &mut Ui, state: &mut State, function: &Invoked) {
    let limits = limits(state);
    let plan = state.pages.load.form.preview(function);
    card(ui, |ui| {
        form::head(ui, t!("load-run"));
        ui.add_enabled_ui(state.load.running.is_none(), |ui| state.pages.load.form.show(ui));
        if let Some(plan) = plan {
            let before = BeforeLoad::new(&plan, &limits);
            ui.add_space(4.0);
            icon_line(ui, Icon::Coins, &before.cost);
            icon_line(ui, Icon::Activity, &before.concurrency);
            icon_line(ui, Icon::Database, &before.pool);
            for warning in &before.warnings {
                icon_line(ui, Icon::TriangleAlert, warning);
            }
        }
    });
}

fn line(points: &[Point], name: String, ink: Ink, steps: bool) -> Trace {
    Trace { name, ink, points: points.iter().map(|point| [point.at, point.value]).collect(), steps, dots: false }
}

/// Clients and database connections, or each call of a load in turn.
fn first(ui: &mut Ui, state: &State) {
    const HEIGHT: f32 = 210.0;
    let under = state.load.under.as_ref();
    if let Some(Running { plan, calls: got, .. }) = &state.load.running
        && matches!(plan.pattern, Pattern::InTurn { .. })
    {
        let charts = Charts::new(got);
        let each = Trace { dots: true, ..line(&charts.each, String::new(), Ink::Accent, false) };
        let said = t!("load-running", calls = charts.each.len(), most = plan.most_calls());
        return curves(ui, t!("load-plot-calls"), "", said, f64::from(plan.most_calls()), HEIGHT, vec![each], true);
    }
    let shown = state.load.shown.as_ref().filter(|_| state.load.running.is_none());
    if let Some(record) = shown.filter(|record| matches!(record.plan.pattern, Pattern::InTurn { .. })) {
        return calls(ui, record, under, HEIGHT);
    }
    let got = calls_of(state);
    if got.is_empty() {
        let colors = tokens(ui);
        label(ui, t!("load-nothing-yet"), Font::Body, colors.text_muted);
        return;
    }
    let charts = Charts::new(got);
    let most = charts.at_once.iter().map(|point| point.value).fold(0.0, f64::max);
    let mut lines =
        vec![line(&charts.at_once, t!("load-name-at-once", count = format!("{most:.0}")), Ink::Accent, true)];
    if let Some(record) = shown {
        lines.extend(beside(record, "ClientConnections", Ink::Quiet));
        lines.extend(beside(record, "DatabaseConnections", Ink::Text));
        lines.extend(beside(record, "DatabaseConnectionsCurrentlySessionPinned", Ink::Warn));
    }
    if let Some(under) = under {
        let charts = Charts::new(&under.calls);
        lines.push(line(&charts.at_once, t!("load-name-under").to_owned(), Ink::Quiet, true));
    }
    let said = t!("load-at-once-said", most = format!("{most:.0}"), secs = format!("{:.0}", charts.secs));
    curves(ui, t!("load-plot-connections"), t!("load-plot-connections-note"), said, charts.secs, HEIGHT, lines, false);
}

/// A metric of CloudWatch over the seconds of the load.
fn beside(record: &Record, metric: &str, ink: Ink) -> Option<Trace> {
    let series = record.beside.series(metric)?;
    let start = UnixSeconds::try_from(record.started_at).unwrap_or_default();
    let secs = Charts::new(&record.calls).secs;
    let at = |at: UnixSeconds| f64::from(i32::try_from(at - start).unwrap_or_default()).max(0.0);
    let points = series.points.iter().map(|(minute, value)| [at(*minute), *value]);
    // What was measured after the load is none of its.
    let mut points: Vec<[f64; 2]> = points.filter(|[at, _]| *at < secs).collect();
    // A minute lasts until the next one.
    if let Some([_, last]) = points.last().copied() {
        points.push([secs, last]);
    }
    let most = record.beside.highest(metric).unwrap_or_default();
    let name = match metric {
        "ClientConnections" => t!("load-name-clients", count = format!("{most:.0}")),
        "DatabaseConnections" => t!("load-name-database", count = format!("{most:.0}")),
        _ => t!("load-name-pinned", count = format!("{most:.0}")),
    };
    Some(Trace { name, ink, points, steps: true, dots: false })
}

/// Latency, errors and throttles.
fn second(ui: &mut Ui, state: &State) {
    const HEIGHT: f32 = 120.0;
    let got = calls_of(state);
    // One after another they are all in the plot above.
    if got.is_empty() || pattern(state).is_some_and(|pattern| matches!(pattern, Pattern::InTurn { .. })) {
        return;
    }
    let charts = Charts::new(got);
    let summary = Summary::new(got);
    let last = |points: &[Point]| millis(points.last().map(|point| point.value));
    let mut lines = vec![
        line(&charts.p95, t!("load-name-p95", ms = last(&charts.p95)), Ink::Accent, false),
        line(&charts.p50, t!("load-name-p50", ms = last(&charts.p50)), Ink::Text, false),
    ];
    if let Some(under) = &state.load.under {
        let before = Charts::new(&under.calls);
        lines.push(line(&before.p95, t!("load-name-p95-under", ms = last(&before.p95)), Ink::Quiet, false));
    }
    let said = t!("load-latency-said", p50 = millis(summary.p50_ms), p95 = millis(summary.p95_ms));
    let wrong = t!("load-wrong-said", errors = summary.errors(), throttled = summary.throttled);
    let note = t!("load-plot-step", secs = format!("{:.0}", charts.step));
    let mut bars = Vec::new();
    for bar in &charts.wrong {
        let (errors, all) = (f64::from(bar.errors), f64::from(bar.errors + bar.throttles));
        // The higher one behind.
        for (height, ink) in [(all, Ink::Warn), (errors, Ink::Error)] {
            bars.push(Column { at: bar.at, width: charts.step, height, ink });
        }
    }
    ui.columns(2, |cells| {
        let [left, right] = cells else { return };
        curves(left, t!("load-plot-latency"), &note, said, charts.secs, HEIGHT, lines, false);
        Curves {
            title: t!("load-plot-wrong"),
            note: &note,
            said: wrong,
            height: HEIGHT,
            across: charts.secs,
            unit: " s",
            log: false,
            curves: Vec::new(),
            columns: bars,
        }
        .show(right);
    });
}

/// What went wrong, the most frequent first.
fn troubles(ui: &mut Ui, state: &State) {
    let summary = Summary::new(calls_of(state));
    for trouble in summary.troubles.iter().take(3) {
        let colors = tokens(ui);
        let words = t!("load-trouble", calls = trouble.calls, error = trouble.error.as_str());
        label(ui, &words, Font::Dense, colors.text);
    }
}

#[expect(clippy::too_many_arguments, reason = "a plot in a line")]
fn curves(
    ui: &mut Ui,
    title: &str,
    note: &str,
    said: String,
    across: f64,
    height: f32,
    curves: Vec<Trace>,
    in_turn: bool,
) {
    let unit = if in_turn { "" } else { " s" };
    Curves { title, note, said, height, across, unit, log: in_turn, curves, columns: Vec::new() }.show(ui);
}
