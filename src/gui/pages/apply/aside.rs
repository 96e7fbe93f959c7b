//! Beside a run: its log, where its receipt is, and what undo would do.

use eframe::egui::{Align, Frame, Layout, Margin, Panel, ScrollArea, Ui, vec2};

use super::ApplyPage;
use crate::apply::event::Direction;
use crate::gui::command::{Command, Commands};
use crate::gui::icon::Icon;
use crate::gui::pages::times::clock;
use crate::gui::rich::label;
use crate::gui::run::Run;
use crate::gui::save::What;
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{
    Button, Fact, LogLine, LogTone, copy_icon, facts, hairline, icon_cell, icon_line, log, resource_id, rule_above,
    tabs,
};
use crate::text::t;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    #[default]
    Log,
    Receipt,
    UndoPlan,
}

const TABS: [Tab; 3] = [Tab::Log, Tab::Receipt, Tab::UndoPlan];

/// Beside a run alone there is something to show.
pub fn has_pane(state: &State) -> bool {
    super::shown_run(state.run.as_ref(), state.is_validating()).is_some()
}

pub fn pane(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let Some(run) = super::shown_run(state.run.as_ref(), state.is_validating()) else { return };
    let look = &mut state.pages.apply;
    look.refresh(run);
    let undo = t!("apply-tab-undo", count = run.standing().to_undo);
    let names = [t!("apply-tab-log"), t!("apply-tab-receipt"), undo.as_str()];
    let names = if run.direction == Direction::Undo { &names[..2] } else { &names[..] };
    let at = TABS.iter().position(|tab| *tab == look.tab).unwrap_or(0).min(names.len() - 1);
    let clicked = tabs(ui, names, at, |ui| {
        if at == 0 {
            copy_icon(ui, t!("apply-log-copy"), &run.log_text());
            if Button::quiet_icon(Icon::Save, t!("apply-log-save")).compact().show(ui).clicked() {
                commands.push(Command::Save { what: What::Log, place: None });
            }
        }
    });
    if let Some(tab) = clicked.and_then(|clicked| TABS.get(clicked)) {
        look.tab = *tab;
    }
    match TABS.get(at) {
        Some(Tab::Receipt) => receipt(ui, run),
        Some(Tab::UndoPlan) => undo_plan(ui, run, look),
        _ => log_tab(ui, run),
    }
}

fn log_tab(ui: &mut Ui, run: &Run) {
    Panel::bottom("log foot")
        .exact_size(36.0)
        .resizable(false)
        .show_separator_line(false)
        .frame(Frame::NONE.inner_margin(Margin::symmetric(16, 0)))
        .show(ui, |ui| {
            let colors = tokens(ui);
            let rect = ui.max_rect();
            rule_above(ui, rect.expand2(vec2(16.0, 0.0)));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let following = if run.is_working() { t!("apply-log-following") } else { t!("apply-log-end") };
                icon_cell(ui, Icon::ArrowDownToLine, 12.0, 16.0, colors.text_muted);
                label(ui, following, Font::Small, colors.text_muted);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    label(ui, &t!("apply-log-lines", count = run.log.len()), Font::Small, colors.text_muted);
                });
            });
        });
    if run.log.is_empty() && !run.is_working() {
        Frame::NONE.inner_margin(Margin::same(16)).show(ui, |ui| {
            label(ui, t!("apply-log-gone"), Font::Dense, tokens(ui).text_muted);
        });
        return;
    }
    let said = run.log.iter().map(|line| (clock(line.at), line.operation.to_string(), line.rest.to_string()));
    let said: Vec<(String, String, String)> = said.collect();
    let lines: Vec<LogLine<'_>> = run
        .log
        .iter()
        .zip(&said)
        .map(|(line, (at, call, text))| LogLine {
            at,
            call,
            text,
            took: "",
            tone: if line.trouble { LogTone::Warn } else { LogTone::Plain },
        })
        .collect();
    log(ui, &lines);
}

fn receipt(ui: &mut Ui, run: &Run) {
    Frame::NONE.inner_margin(Margin::same(16)).show(ui, |ui| {
        let colors = tokens(ui);
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        label(ui, t!("apply-receipt-about"), Font::Dense, colors.text);
        let Some(path) = &run.receipt else {
            label(ui, t!("apply-receipt-none"), Font::Dense, colors.text_muted);
            return;
        };
        label(ui, t!("apply-receipt-file"), Font::SmallStrong, colors.text);
        resource_id(ui, &path.display().to_string(), None);
        let words = run.in_words();
        let setup = format!("`{}`", run.record.name());
        let began = clock(run.started_at);
        let saved = run.saved_at.map(clock).unwrap_or_default();
        let steps = format!("{} {}", words.progress, words.progress_of);
        facts(
            ui,
            &[
                Fact::new(t!("apply-receipt-setup"), &setup),
                Fact::new(t!("apply-receipt-began"), &began),
                Fact::new(t!("apply-receipt-saved"), &saved),
                Fact::new(t!("apply-receipt-steps"), &steps),
            ],
        );
        icon_line(ui, Icon::LockKeyhole, t!("apply-receipt-secret"));
    });
}

/// What undo would do, the last step first.
fn undo_plan(ui: &mut Ui, run: &Run, look: &ApplyPage) {
    ScrollArea::vertical().id_salt("undo plan").auto_shrink(false).show(ui, |ui| {
        let colors = tokens(ui);
        let to_undo = run.record.to_undo();
        if to_undo.is_empty() {
            Frame::NONE.inner_margin(Margin::same(16)).show(ui, |ui| {
                label(ui, t!("apply-undo-empty"), Font::Dense, colors.text_muted);
            });
        }
        let shown = to_undo.iter().filter_map(|step| look.words.iter().find(|shown| shown.step.id == step.id));
        for (nth, shown) in shown.enumerate() {
            if nth > 0 {
                hairline(ui);
            }
            Frame::NONE.inner_margin(Margin::symmetric(16, 10)).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                label(ui, &shown.title, Font::Dense, colors.text);
                label(ui, &shown.undo, Font::Small, colors.text_muted);
            });
        }
    });
}
