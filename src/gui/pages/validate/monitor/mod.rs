//! The monitor of a proxy: the answer as the title, curves, figures, events and the proxy's log; at the
//! side the alarms that should watch it.

mod alarms;
mod records;

use std::time::Instant;

use eframe::egui::{Align, Layout, Ui, vec2};

use crate::gui::command::{Command, Commands};
use crate::gui::frame::{footer_note, footer_row, page_head_with, page_scroll};
use crate::gui::icon::Icon;
use crate::gui::pages::{failure::failure, shared};
use crate::gui::save::What;
use crate::gui::state::State;
use crate::gui::validation::{Monitoring, Part, ShownMonitoring, ValidationAsk};
use crate::gui::widgets::{Button, empty_state, pair, segmented, skeleton, tiles};
use crate::monitor::Since;
use crate::text::t;
use crate::words::monitor as words;

pub use alarms::pane;

const TALL: f32 = 268.0;
const LOW: f32 = 212.0;

pub fn page(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let now = Instant::now();
    let monitoring = &mut state.validation.monitoring;
    head(ui, monitoring, now, commands);
    let again = |ui: &mut Ui| Button::secondary(t!("retry")).icon(Icon::RefreshCw).show(ui).clicked();
    page_scroll(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 12.0;
        if let Some(error) = monitoring.shown.error()
            && failure(ui, error, again)
        {
            commands.push(Command::Validate(ValidationAsk::Monitor));
        }
        match monitoring.shown.value() {
            Some(shown) => body(ui, shown),
            None if monitoring.shown.waiting(now).is_some() => skeleton(ui, 6),
            None if monitoring.shown.error().is_some() => {}
            None => empty_state(ui, Icon::ChartLine, t!("monitor-none"), t!("monitor-none-text"), |ui| {
                if again(ui) {
                    commands.push(Command::Validate(ValidationAsk::Monitor));
                }
            }),
        }
        if monitoring.shown.value().is_some() {
            records::log(ui, monitoring, commands);
        }
    });
}

/// Title and sentence; at the right the range, reading again, and saving.
fn head(ui: &mut Ui, monitoring: &Monitoring, now: Instant, commands: &mut Commands) {
    let reading = monitoring.shown.waiting(now).is_some();
    let (title, sentence) = match monitoring.shown.value() {
        Some(shown) => (shown.title.as_str(), shown.sentence.as_str()),
        None if reading => (t!("monitor-reading"), ""),
        None => (t!("monitor-title"), ""),
    };
    let ranges = Since::OFFERED.map(|since| since.to_string());
    let words: Vec<&str> = ranges.iter().map(String::as_str).collect();
    let chosen = Since::OFFERED.iter().position(|since| *since == monitoring.since).unwrap_or_default();
    page_head_with(ui, title, sentence, |ui| {
        let save = Button::secondary(t!("monitor-save-button")).icon(Icon::Download);
        if save.enabled(monitoring.shown.value().is_some()).show(ui).clicked() {
            commands.push(Command::Save { what: What::Monitor, place: None });
        }
        let read = Button::only_icon(Icon::RefreshCw, t!("monitor-again"));
        if read.enabled(!reading).show(ui).clicked() {
            commands.push(Command::Validate(ValidationAsk::Monitor));
        }
        ui.scope(|ui| {
            let width = crate::gui::widgets::segmented_width(ui, &words);
            ui.allocate_ui_with_layout(vec2(width, 32.0), Layout::left_to_right(Align::Min), |ui| {
                if let Some(index) = segmented(ui, t!("monitor-range-name"), &words, chosen)
                    && let Some(since) = Since::OFFERED.get(index)
                {
                    commands.push(Command::Validate(ValidationAsk::MonitorSince(*since)));
                }
            });
        });
    });
}

fn body(ui: &mut Ui, shown: &ShownMonitoring) {
    let charts = &shown.charts;
    charts.connections.show(ui, TALL);
    pair(ui, LOW, |ui| charts.pinned.show(ui, LOW), |ui| charts.wait.show(ui, LOW));
    tiles(ui, &shown.tiles, 4);
    if let Some([runs, times]) = &charts.function {
        pair(ui, LOW, |ui| runs.show(ui, LOW), |ui| times.show(ui, LOW));
    }
    records::events(ui, &shown.read);
}

pub fn footer(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let key = shared::primary_key(ui);
    let monitoring = &state.validation.monitoring;
    let wanted = monitoring.wanted().len();
    let ready = wanted > 0 && !monitoring.is_topic_wrong();
    let read =
        monitoring.shown.value().map(|shown| t!("monitor-read-at", at = words::moment(shown.read.at, shown.read.at)));
    let (mut back, mut plan) = (false, false);
    footer_row(
        ui,
        |ui| back = shared::back_button(ui),
        |ui| {
            if wanted > 0 {
                let words = t!("monitor-plan", count = wanted);
                plan = Button::primary(&words).shortcut(t!("key-primary")).enabled(ready).show(ui).clicked();
            }
        },
        |ui| match &read {
            Some(read) => footer_note(ui, Icon::Eye, read),
            None => footer_note(ui, Icon::Eye, t!("check-never-changes")),
        },
    );
    if back {
        commands.push(Command::Validate(ValidationAsk::Show(Part::Findings)));
    }
    if plan || (key && ready) {
        commands.push(Command::Validate(ValidationAsk::PlanAlarms));
    }
}
