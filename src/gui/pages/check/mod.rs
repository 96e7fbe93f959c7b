//! Does it work? The title is the answer; below it the path, then each finding with its cure.

pub mod which;

use std::time::Instant;

use eframe::egui::Ui;

use super::connect;
use super::failure::failure;
use super::findings::{self, ShownFindings};
use super::{absent, save, shared};
use crate::domain::finding::Severity;
use crate::gui::command::{Command, Commands};
use crate::gui::frame::{footer_note, footer_row, page_head, page_head_with};
use crate::gui::icon::Icon;
use crate::gui::state::State;
use crate::gui::steps::WizardStep;
use crate::gui::widgets::{Button, PathPart, empty_state};
use crate::rules::picture;
use crate::text::t;

/// What the page keeps about looking.
#[derive(Default)]
pub struct CheckPage {
    pub findings: findings::FindingsPage,
    /// The function whose path is shown, where there are several; otherwise the first.
    pub function: Option<String>,
    /// The connection from this machine is shown instead.
    pub connect: bool,
}

pub fn page(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    if state.pages.check.connect {
        connect::page(ui, state, commands);
        return;
    }
    let waited = state.checked.waiting(Instant::now());
    let waiting = waited.is_some();
    let Some(paths) = state.checked.value() else {
        page_head(ui, t!("check-waiting"), t!("check-waiting-sentence"), &[PathPart::Proxy]);
        if let Some(error) = state.checked.error() {
            failure(ui, error, |ui| again(ui, false, commands));
        } else if let Some(waited) = waited {
            absent::waiting(ui, 6, t!("check-reading"), waited, commands);
        } else {
            empty_state(ui, Icon::Stethoscope, t!("check-none"), t!("check-none-text"), |ui| {
                again(ui, false, commands);
            });
        }
        return;
    };
    let look = &mut state.pages.check;
    let checked = &paths.path(look.function.as_deref()).checked;
    let seen = picture(&checked.observed, &checked.verdict);
    if page_head_with(ui, &seen.title, &seen.summary, |ui| head_buttons(ui, waiting, commands)) {
        look.connect = true;
    }
    if let Some(error) = state.checked.error() {
        failure(ui, error, |_| ());
    }
    if let Some(function) = which::which(ui, &state.choices, Some(paths), look.function.as_deref()) {
        look.function = Some(function);
    }
    let aside = checked.verdict.auth_mode.map(|mode| mode.to_string()).unwrap_or_default();
    let shown = ShownFindings {
        result: state.checked.answered(),
        checked,
        picture: &seen,
        aside: &aside,
        mended: &[],
        before: None,
        again: None,
    };
    findings::findings(ui, &shown, &mut look.findings);
}

fn again(ui: &mut Ui, waiting: bool, commands: &mut Commands) {
    let words = if waiting { t!("check-running") } else { t!("check-again") };
    if Button::secondary(words).icon(Icon::RefreshCw).enabled(!waiting).show(ui).clicked() {
        commands.push(Command::Check);
    }
}

/// From right to left; true when a connection is to be tried.
fn head_buttons(ui: &mut Ui, waiting: bool, commands: &mut Commands) -> bool {
    again(ui, waiting, commands);
    save::report_button(ui, commands);
    Button::secondary(t!("check-connect")).icon(Icon::PlugZap).show(ui).clicked()
}

pub fn footer(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    if state.pages.check.connect {
        connect::footer(ui, state, commands);
        return;
    }
    let key = shared::primary_key(ui);
    let errors = state.checked.value().map_or(0, |checked| checked.count(Severity::Error));
    let words = if errors == 0 { t!("continue-to-export") } else { t!("check-plan-fix") };
    let (mut back, mut on) = (false, false);
    footer_row(
        ui,
        |ui| back = shared::back_button(ui),
        |ui| on = Button::primary(words).shortcut(t!("key-primary")).show(ui).clicked(),
        |ui| footer_note(ui, Icon::Eye, t!("check-never-changes")),
    );
    if back {
        commands.push(Command::Back);
    }
    if on || key {
        if errors == 0 {
            commands.push(Command::Go(WizardStep::Export));
        } else {
            commands.push(Command::Observe);
            commands.push(Command::Go(WizardStep::Review));
        }
    }
}
