//! The first page: what to do, and in which account. Nothing is opened but by a click, save for
//! the one account that is chosen in advance.

mod cards;
mod doors;
mod place;
mod runs;

use std::time::{Duration, Instant};

use eframe::egui::Ui;

use super::failure::failure;
use super::shared;
use crate::accounts::Source;
use crate::domain::account::{Mode, Profile};
use crate::gui::command::{Command, Commands};
use crate::gui::frame::{footer_note, footer_row, page_head, page_scroll};
use crate::gui::icon::Icon;
use crate::gui::state::{Door, State};
use crate::gui::steps::WizardStep;
use crate::gui::validation::Ask;
use crate::gui::widgets::{Button, Callout, Sign};
use crate::text::t;

/// After this long the practice account is chosen, whatever is still being asked.
const PATIENCE: Duration = Duration::from_secs(4);

/// What the page keeps about looking.
#[derive(Default)]
pub struct Look {
    /// An account was chosen in advance, or by hand.
    preselected: bool,
    /// The profile whose error is spelled out.
    repair: Option<String>,
    /// To be done once the account of a stopped run is open.
    after_open: Option<Command>,
    /// Go on as soon as the account is open.
    go_when_open: bool,
    /// Went on without an account.
    missing: bool,
    runs: runs::RunsLook,
    place: place::PlaceLook,
}

pub fn page(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    ask_identities(state, commands);
    preselect(state, commands);
    follow_up(state, commands);
    page_head(ui, t!("account-title"), t!("account-sentence"), &[]);
    page_scroll(ui, |ui| {
        doors::doors(ui, state);
        ui.add_space(8.0);
        runs::runs(ui, state, commands);
        cards::head(ui, state, commands);
        cards::cards(ui, state, commands);
        trouble(ui, state, commands);
    });
    runs::questions(ui, state, commands);
}

/// Asks each profile once who it is, and the default chain too: the environment may hold
/// credentials that no profile names.
fn ask_identities(state: &State, commands: &mut Commands) {
    let Some(profiles) = state.profiles.ready() else { return };
    for name in profiles.iter().map(|profile| profile.name.as_str()).chain([cards::DEFAULT_CHAIN]) {
        if !state.identities.contains_key(name) {
            commands.push(Command::Identify(name.to_owned()));
        }
    }
}

/// The first profile that works, or the practice account when none does.
fn preselect(state: &mut State, commands: &mut Commands) {
    if state.pages.account.preselected || state.source.is_some() {
        return;
    }
    let now = Instant::now();
    if state.profiles.error().is_none() {
        let Some(profiles) = state.profiles.ready() else { return };
        let names = profiles.iter().map(|profile| profile.name.clone()).chain([cards::DEFAULT_CHAIN.to_owned()]);
        for name in names.collect::<Vec<_>>() {
            match state.identities.get(&name) {
                Some(identity) if identity.ready().is_some() => {
                    let source = Source::Profile { name: (!name.is_empty()).then_some(name) };
                    choose(state, commands, source, None);
                    return;
                }
                Some(identity) if identity.error().is_some() => {}
                Some(identity) if identity.waiting(now).is_some_and(|waited| waited > PATIENCE) => {}
                // Still being asked: an earlier profile comes before a later one.
                _ => return,
            }
        }
    }
    if let Some(scenario) = state.scenarios.first() {
        let source = Source::Practice { scenario: scenario.name.to_owned() };
        choose(state, commands, source, None);
    }
}

fn choose(state: &mut State, commands: &mut Commands, source: Source, region: Option<String>) {
    let look = &mut state.pages.account;
    look.preselected = true;
    look.missing = false;
    look.after_open = None;
    commands.push(Command::Open { source, region });
}

/// What was to happen once the account is open.
fn follow_up(state: &mut State, commands: &mut Commands) {
    if state.connection.error().is_some() {
        state.pages.account.after_open = None;
        state.pages.account.go_when_open = false;
    }
    if state.connection.ready().is_none() {
        return;
    }
    if let Some(command) = state.pages.account.after_open.take() {
        commands.push(command);
    } else if std::mem::take(&mut state.pages.account.go_when_open) {
        commands.push(onward(state));
    }
}

/// What went wrong with the profiles or the chosen account, below the cards.
fn trouble(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    if let Some(report) = state.profiles.error() {
        failure(ui, report, |_| ());
    }
    if let Some(report) = state.connection.error() {
        let again = failure(ui, report, |ui| Button::secondary(t!("retry")).icon(Icon::RefreshCw).compact().show(ui));
        if again.clicked()
            && let Some(source) = state.source.clone()
        {
            let region = state.pages.account.place.region.clone();
            commands.push(Command::Open { source, region });
        }
    } else if let Some(name) = state.pages.account.repair.clone()
        && let Some(report) = state.identities.get(&name).and_then(|identity| identity.error())
        && failure(ui, report, |ui| Button::quiet(t!("close")).compact().show(ui)).clicked()
    {
        state.pages.account.repair = None;
    }
    if let Some(report) = &state.run_error {
        failure(ui, report, |_| ());
    }
    if state.pages.account.missing && state.source.is_none() {
        Callout::new(Sign::Error, t!("account-missing"), t!("account-missing-text")).show(ui);
    }
}

fn profile<'a>(state: &'a State, name: &str) -> Option<&'a Profile> {
    state.profiles.value()?.iter().find(|profile| profile.name == name)
}

/// The account that a source leads to, as far as it is known.
fn account_id(state: &State, name: &str) -> Option<String> {
    let identity = state.identities.get(name)?.ready()?;
    Some(identity.id.clone())
}

/// Opens the account a receipt belongs to, then does `command`.
fn in_account_of(
    state: &mut State,
    commands: &mut Commands,
    account: &crate::domain::account::Account,
    command: Command,
) {
    let open = state.connection().map(|connection| &connection.account);
    if open.is_some_and(|open| open.id == account.id && open.region == account.region && open.mode == account.mode) {
        commands.push(command);
        return;
    }
    let source = match account.mode {
        Mode::Practice => {
            let scenario = state.scenarios.iter().find(|scenario| scenario.account_id == account.id);
            scenario.map(|scenario| Source::Practice { scenario: scenario.name.to_owned() })
        }
        Mode::Live => {
            let mut names = state.identities.keys();
            names
                .find(|name| account_id(state, name).as_deref() == Some(account.id.as_str()))
                .map(|name| Source::Profile { name: (!name.is_empty()).then(|| name.clone()) })
        }
    };
    match source {
        Some(source) => {
            choose(state, commands, source, Some(account.region.clone()));
            state.pages.account.after_open = Some(command);
        }
        None => {
            let words = t!("run-needs-account", account = account.label());
            state.toasts.say(Sign::Warning, words);
        }
    }
}

fn onward(state: &State) -> Command {
    match state.door {
        Door::SetUp => Command::Go(WizardStep::Database),
        Door::Validate => Command::Validate(Ask::Open),
    }
}

pub fn footer(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let words = match state.door {
        Door::SetUp => t!("account-next"),
        Door::Validate => t!("account-next-validate"),
    };
    let by_key = shared::primary_key(ui);
    let mut clicked = false;
    footer_row(
        ui,
        |ui| footer_note(ui, Icon::LockKeyhole, t!("account-note")),
        |ui| clicked = Button::primary(words).shortcut(t!("key-primary")).show(ui).clicked(),
        |_| (),
    );
    if !(clicked || by_key) {
        return;
    }
    if state.connection.ready().is_some() {
        commands.push(onward(state));
    } else if state.source.is_some() && state.connection.error().is_none() {
        state.pages.account.go_when_open = true;
    } else {
        state.pages.account.missing = true;
    }
}
