//! The first page: what to do, and in which account. Nothing is opened but by a click, save for
//! the one account that is chosen in advance.

mod cards;
mod doors;
mod drop_zone;
mod notices;
mod place;
mod practice;
mod setups;
mod stands;

use std::time::{Duration, Instant};

use eframe::egui::Ui;

use super::failure::failure;
use super::shared;
use crate::accounts::Source;
use crate::domain::account::Profile;
use crate::gui::app::tick;
use crate::gui::command::{Command, Commands};
use crate::gui::frame::{footer_note, footer_row, page_head, page_scroll};
use crate::gui::icon::Icon;
use crate::gui::route::Door;
use crate::gui::state::State;
use crate::gui::steps::WizardStep;
use crate::gui::validation::ValidationAsk;
use crate::gui::widgets::{Button, Callout, Sign, icon_line};
use crate::settings::Last;
use crate::text::t;
use crate::words::span;

/// After this long the practice account is chosen, whatever is still being asked.
const PATIENCE: Duration = Duration::from_secs(4);
/// An account that opens within this time needs no words.
const QUIET: Duration = Duration::from_secs(2);

/// Width of the pane of scenarios.
pub const PANE: f32 = 344.0;

/// What the page keeps about looking.
#[derive(Default)]
pub struct AccountPage {
    /// The card that is chosen.
    door: Door,
    /// An account was chosen in advance, or by hand.
    preselected: bool,
    /// The profile whose error is spelled out.
    repair: Option<String>,
    /// Went on without an account.
    missing: bool,
    /// What a profile is searched by.
    search: String,
    setups: setups::SetupsLook,
    place: place::PlaceLook,
    practice: practice::PracticeLook,
}

impl AccountPage {
    /// The practice account was chosen by hand.
    fn practise(&mut self) {
        self.preselected = true;
        self.missing = false;
    }
}

pub fn page(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    ask_default_chain(state, commands);
    preselect(state, commands);
    page_head(ui, t!("account-title"), t!("account-sentence"), &[]);
    page_scroll(ui, |ui| {
        notices::notices(ui, state, commands);
        doors::doors(ui, state);
        ui.add_space(8.0);
        setups::setups(ui, state, commands);
        cards::head(ui, state, commands);
        trouble(ui, state, commands);
        cards::cards(ui, state, commands);
    });
    setups::questions(ui, state, commands);
}

/// Asks the default chain once who it is: the environment may hold credentials that no profile names. A profile
/// is asked when its card is seen.
fn ask_default_chain(state: &State, commands: &mut Commands) {
    if state.profiles.ready().is_some() && !state.identities.contains_key(cards::DEFAULT_CHAIN) {
        commands.push(Command::Identify(cards::DEFAULT_CHAIN.to_owned()));
    }
}

/// The account of the last time. Else the first profile that works of those that are seen, or the practice
/// account when none does.
fn preselect(state: &mut State, commands: &mut Commands) {
    if state.pages.account.preselected || state.source.is_some() {
        return;
    }
    let now = Instant::now();
    if let Some((source, region)) = of_last_time(state) {
        choose(state, commands, source, region);
        return;
    }
    if state.profiles.error().is_none() {
        let Some(profiles) = state.profiles.ready() else { return };
        if state.identities.is_empty() {
            // They are about to be asked.
            return;
        }
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
                Some(_) => return,
                // Nobody has looked at it.
                None => {}
            }
        }
    }
    if let Some(scenario) = state.scenarios.first() {
        let source = Source::Practice { scenario: scenario.name.to_owned() };
        choose(state, commands, source, None);
    }
}

pub use practice::pane;

fn choose(state: &mut State, commands: &mut Commands, source: Source, region: Option<String>) {
    let look = &mut state.pages.account;
    look.preselected = true;
    look.missing = false;
    state.after_open = None;
    commands.push(Command::Open { source, region });
}

/// The account of the last time, if it is still there. A profile is opened also where its session has
/// ended: that is then said, rather than that another account is opened in its place.
fn of_last_time(state: &State) -> Option<(Source, Option<String>)> {
    match state.last.clone()? {
        Last::Practice { scenario } => {
            let there = state.scenarios.iter().any(|offer| offer.name == scenario);
            there.then_some((Source::Practice { scenario }, None))
        }
        Last::Profile { name, region } => {
            let there = name.as_deref().is_none_or(|name| profile(state, name).is_some());
            there.then_some((Source::Profile { name }, region))
        }
    }
}

/// What is waited for, and what went wrong with the profiles or the chosen account.
fn trouble(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    waiting(ui, state, commands);
    if let Some(report) = state.profiles.error() {
        failure(ui, report, |_| ());
    }
    if let Some(report) = state.connection.error() {
        let again = failure(ui, report, |ui| Button::secondary(t!("retry")).icon(Icon::RefreshCw).compact().show(ui));
        if again.clicked() {
            commands.push(Command::TryAgain);
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

/// An account that does not open at once: for what it is waited, and a way out.
fn waiting(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let words = if state.seeking.is_some() {
        t!("run-seeking").to_owned()
    } else if let Some(waited) = state.connection.waiting(Instant::now()) {
        tick(ui, Duration::from_secs(1));
        if waited < QUIET {
            return;
        }
        let name = match &state.source {
            Some(Source::Profile { name: Some(name) }) => format!("`{name}`"),
            Some(Source::Profile { name: None }) => t!("account-environment").to_owned(),
            Some(Source::Member { account, .. }) => format!("`{account}`"),
            Some(Source::Practice { .. }) | None => t!("practice-name").to_owned(),
        };
        t!("account-opening-words", name = name, time = span(waited.as_secs()))
    } else {
        return;
    };
    ui.horizontal(|ui| {
        icon_line(ui, Icon::Hourglass, &words);
        if Button::quiet(t!("cancel")).compact().show(ui).clicked() {
            commands.push(Command::CancelOpen);
        }
    });
}

/// The profile of this name.
pub fn profile<'a>(state: &'a State, name: &str) -> Option<&'a Profile> {
    state.profiles.value()?.iter().find(|profile| profile.name == name)
}

/// The account that a source leads to, as far as it is known.
fn account_id(state: &State, name: &str) -> Option<String> {
    let identity = state.identities.get(name)?.ready()?;
    Some(identity.id.clone())
}

fn onward(state: &State) -> Command {
    match state.pages.account.door {
        Door::SetUp => Command::Go(WizardStep::Database),
        Door::Validate => Command::Validate(ValidationAsk::Open),
    }
}

pub fn footer(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let words = match state.pages.account.door {
        Door::SetUp => t!("account-next"),
        Door::Validate => t!("account-next-validate"),
    };
    let by_key = shared::primary_key(ui);
    let mut clicked = false;
    footer_row(
        ui,
        |ui| {
            // The button comes first.
            if ui.available_width() > 560.0 {
                footer_note(ui, Icon::LockKeyhole, t!("account-note"));
            }
        },
        |ui| clicked = Button::primary(words).shortcut(t!("key-primary")).show(ui).clicked(),
        |_| (),
    );
    if !(clicked || by_key) {
        return;
    }
    if state.connection.ready().is_some() {
        commands.push(onward(state));
    } else if state.source.is_some() {
        // Opened once more where it could not be: a session may have been renewed since.
        state.after_open = Some(onward(state));
        if state.connection.error().is_some() {
            commands.push(Command::TryAgain);
        }
    } else {
        state.pages.account.missing = true;
    }
}
