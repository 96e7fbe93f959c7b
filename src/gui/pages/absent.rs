//! What stands in the place of something that is not there yet, or will not come: what is waited
//! for, that the session has ended, what stands in the way. Always with a way out.

use std::time::{Duration, Instant};

use eframe::egui::Ui;

use super::account;
use super::failure::failure;
use crate::accounts::Source;
use crate::domain::account::Profile;
use crate::gui::app::tick;
use crate::gui::command::{Command, Commands};
use crate::gui::icon::Icon;
use crate::gui::signing_in::SigningInAsk;
use crate::gui::state::State;
use crate::gui::steps::WizardStep;
use crate::gui::widgets::{Button, Callout, Code, Language, Sign, code_block, empty_state, skeleton_with_words};
use crate::text::t;

/// Longer waits say how long.
const LONG: Duration = Duration::from_secs(5);

/// Rows to come, what is waited for and how long, and a way to stop waiting.
pub fn waiting(ui: &mut Ui, rows: usize, what: &str, waited: Duration, commands: &mut Commands) {
    tick(ui, Duration::from_secs(1));
    let words =
        if waited > LONG { t!("waiting-for", what = what, seconds = waited.as_secs()) } else { what.to_owned() };
    if skeleton_with_words(ui, rows, &words) {
        commands.push(Command::StopReading);
    }
}

/// Nothing is on its way: it can be asked for.
pub fn not_read(ui: &mut Ui, again: Command, commands: &mut Commands) {
    empty_state(ui, Icon::RefreshCw, t!("not-read"), t!("not-read-text"), |ui| {
        if Button::secondary(t!("retry")).icon(Icon::RefreshCw).show(ui).clicked() {
            commands.push(again);
        }
    });
}

/// What stands on a page of the set-up before there is a setup to show.
pub fn setup(ui: &mut Ui, state: &State, commands: &mut Commands) {
    if let Some(waited) = state.observed.waiting(Instant::now()) {
        return waiting(ui, 5, t!("page-reading"), waited, commands);
    }
    let designed = &state.designed;
    match designed.first_trouble() {
        // The page says itself what is wrong with it.
        Some(page) if WizardStep::for_page(page) == state.step => {}
        Some(page) => {
            let step = WizardStep::for_page(page);
            let title = designed.trouble_on(page).unwrap_or_default();
            let cure =
                designed.problems.iter().find(|problem| problem.page == page).map(|problem| problem.cure.as_str());
            Callout::new(Sign::Error, title, cure.unwrap_or_default()).show_with(ui, |ui| {
                let words = t!("go-to-page", page = step.title());
                if Button::secondary(&words).compact().show(ui).clicked() {
                    commands.push(Command::Go(step));
                }
            });
        }
        None if state.observed.is_given_up() => not_read(ui, Command::Observe, commands),
        // It is about to be asked.
        None => waiting(ui, 5, t!("page-reading"), Duration::ZERO, commands),
    }
}

/// Over every page while what it needs cannot be read because the session has ended.
pub fn session_ended(ui: &mut Ui, state: &State, commands: &mut Commands) {
    if state.connection.waiting(Instant::now()).is_some() || !state.is_signed_out() {
        return;
    }
    let profile = match &state.source {
        Some(Source::Profile { name }) => account::profile(state, name.as_deref().unwrap_or("default")),
        _ => None,
    };
    let here = profile.filter(|profile| profile.signs_in_here());
    let mut ways = |ui: &mut Ui| {
        if let Some(profile) = here
            && Button::primary(t!("sign-in")).icon(Icon::ArrowUpRight).compact().show(ui).clicked()
        {
            commands.push(Command::SignIn(SigningInAsk::Begin(profile.name.clone())));
        }
        if Button::secondary(t!("retry")).icon(Icon::RefreshCw).compact().show(ui).clicked() {
            commands.push(Command::TryAgain);
        }
    };
    if let Some(report) = state.connection.error() {
        failure(ui, report, ways);
    } else {
        let command = profile.and_then(Profile::login_command);
        let renews = here.is_some() || command.is_some();
        let text = if renews { t!("session-ended-text") } else { t!("session-ended-any") };
        Callout::new(Sign::Error, t!("session-ended"), text).show_body(ui, |ui| {
            if let Some(command) = command.filter(|_| here.is_none()) {
                code_block(ui, Code::new(&command, Language::Shell));
            }
            ways(ui);
        });
    }
    ui.add_space(8.0);
}
