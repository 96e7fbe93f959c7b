//! The load on screen: its figures and plots, beside the fields of the next one.

use eframe::egui::{Rect, Ui, UiBuilder, vec2};

use super::{form, traced};
use crate::discover::Invoked;
use crate::gui::icon::Icon;
use crate::gui::load::{OnScreen, work::limits};
use crate::gui::rich::label;
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{FigureTile, card, icon_line, pair, tiles};
use crate::load::Beside;
use crate::text::{grouped, t};
use crate::words::{BeforeLoad, millis};

/// Below this the plots stand one under another.
const BESIDE: f32 = 760.0;
const TALL: f32 = 252.0;
const LOW: f32 = 190.0;

/// What CloudWatch has shown of the load on screen.
fn beside(state: &State) -> Option<&Beside> {
    let running = state.load.running.as_ref().map(|running| &running.beside);
    running.or(state.load.shown.as_ref().map(|record| &record.beside))
}

/// When a failover was set off, in milliseconds since the load began.
fn failover_ms(state: &State) -> Option<u64> {
    match &state.load.running {
        Some(running) => running.failover_ms(),
        None => state.load.shown.as_ref()?.failover_ms,
    }
}

/// The load on screen, once a call has come back.
fn with_calls(state: &State) -> Option<&OnScreen> {
    state.load.on_screen.as_ref().filter(|on_screen| on_screen.summary.calls > 0)
}

/// Tiles, once there is something to say.
pub fn figures(ui: &mut Ui, state: &State) {
    let Some(OnScreen { summary, .. }) = with_calls(state) else { return };
    let unknown = || t!("load-unknown").to_owned();
    let reused = summary.connections;
    let highest = |metric| beside(state).and_then(|beside| beside.highest(metric));
    let whole = |ms: Option<f64>| ms.map_or_else(|| "–".to_owned(), |ms| grouped(format!("{ms:.0}")));
    let tile = |name, figure, note| FigureTile { name, figure, note, wrong: false };
    let pinned = highest("DatabaseConnectionsCurrentlySessionPinned");
    let all = [
        tile(
            t!("load-tile-calls"),
            grouped(summary.calls.to_string()),
            t!("load-tile-rate", rate = format!("{:.0}", summary.per_second)),
        ),
        tile(
            t!("load-tile-reused"),
            reused.map_or_else(unknown, |reused| {
                t!("percent", percent = grouped(format!("{:.1}", reused.reused_percent())))
            }),
            match summary.cold {
                Some(cold) => t!("load-tile-cold", count = cold),
                None => t!("load-tile-cold-unknown").to_owned(),
            },
        ),
        tile(
            t!("load-tile-first"),
            format!("{} / {} ms", whole(summary.cold_ms), whole(summary.warm_ms)),
            t!("load-tile-init", init = millis(summary.init_ms)),
        ),
        FigureTile {
            wrong: summary.errors() > 0,
            ..tile(
                t!("load-tile-errors"),
                grouped(summary.errors().to_string()),
                t!("load-tile-throttles", count = summary.throttled),
            )
        },
        tile(
            t!("load-tile-pinned"),
            pinned.map_or_else(unknown, |pinned| format!("{pinned:.0}")),
            match highest("DatabaseConnections") {
                Some(all) => t!("load-tile-pinned-of", count = format!("{all:.0}")),
                None => t!("load-tile-pinned-note").to_owned(),
            },
        ),
    ];
    tiles(ui, &all, all.len());
}

/// The plots, the first beside the fields of the next load.
pub fn plots(ui: &mut Ui, state: &mut State, function: &Invoked) {
    const SIDE: f32 = 300.0;
    const GAP: f32 = 12.0;
    if ui.available_width() < BESIDE {
        fields(ui, state, function);
        first(ui, state, TALL);
    } else {
        let room = ui.available_rect_before_wrap();
        let mut side = ui.new_child(UiBuilder::new().max_rect(room.with_min_x(room.right() - SIDE)));
        fields(&mut side, state, function);
        // As high as the fields.
        let height = side.min_rect().height().max(TALL);
        let mut main = ui.new_child(UiBuilder::new().max_rect(room.with_max_x(room.right() - SIDE - GAP)));
        first(&mut main, state, height);
        ui.advance_cursor_after_rect(Rect::from_min_size(room.min, vec2(room.width(), height)));
    }
    rest(ui, state);
}

fn first(ui: &mut Ui, state: &State, height: f32) {
    match with_calls(state).and_then(|on_screen| on_screen.charts.first()) {
        Some(chart) => chart.show(ui, height),
        None => drop(label(ui, t!("load-nothing-yet"), Font::Body, tokens(ui).text_muted)),
    }
}

/// The other plots, what went wrong, and where the time went.
fn rest(ui: &mut Ui, state: &State) {
    let Some(OnScreen { summary, charts }) = with_calls(state) else { return };
    for two in charts.get(1..).unwrap_or_default().chunks(2) {
        match two {
            [left, right] => pair(ui, LOW, |ui| left.show(ui, LOW), |ui| right.show(ui, LOW)),
            _ => two.iter().for_each(|chart| chart.show(ui, LOW)),
        }
    }
    let colors = tokens(ui);
    if let Some(at) = failover_ms(state) {
        label(ui, &t!("load-failover-was", secs = at / 1000), Font::Dense, colors.text);
    }
    // The most frequent first.
    for trouble in summary.troubles.iter().take(3) {
        let words = t!("load-trouble", calls = trouble.calls, error = trouble.error.as_str());
        label(ui, &words, Font::Dense, colors.text);
    }
    if let Some(record) = state.load.shown.as_ref().filter(|_| state.load.running.is_none()) {
        traced::times(ui, &record.traced);
    }
}

fn fields(ui: &mut Ui, state: &mut State, function: &Invoked) {
    let limits = limits(state);
    let plan = state.pages.load.form.preview(function);
    card(ui, |ui| {
        form::head(ui, t!("load-run"));
        if let Some(running) = &state.load.running {
            let secs = running.lasted_secs();
            let time = format!("{}:{:02}", secs / 60, secs % 60);
            label(ui, &t!("load-running-for", time = time), Font::Dense, tokens(ui).accent);
        }
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
