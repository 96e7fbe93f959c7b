//! The pages, one file each. A page reads the state, changes choices and its own small state, and
//! pushes commands; it never awaits, reads a file or calls AWS.
//!
//! Every page module has `page`, and where it needs them `pane` and `footer`. What must survive
//! Back lives in the choices; what is only about looking (a filter, an open row) is the page's own
//! state in [`PageStates`].

mod absent;
mod accept;
mod access;
mod account;
mod answers;
mod apply;
mod check;
mod connect;
mod database;
mod explain;
mod export;
mod failure;
mod findings;
mod fleet;
mod function;
mod help;
mod keyboard;
mod listing;
mod load;
mod migrate;
mod network;
mod palette;
mod picking;
mod project;
mod proxy;
mod reached;
mod review;
mod role;
mod save;
mod secret;
pub mod settings;
mod shared;
mod sign_in;
mod steps_shown;
mod times;
pub mod user;
pub mod validate;
mod written;

use eframe::egui::{Id, Ui};

use super::command::{Command, Commands};
use super::frame::PANE;
use super::route::Route;
use super::state::State;
use super::steps::WizardStep;
use super::widgets::enter;

pub use accept::dialog as accept_dialog;
pub use connect::ConnectPage;
pub use explain::dialog as explain_dialog;
pub use help::help;
use picking::PickingPage;

pub use palette::{Palette, dialog as palette_dialog};
pub use project::dialog as project_dialog;
pub use save::dialog as save_dialog;
pub use sign_in::dialog as sign_in_dialog;

/// What each page keeps about looking.
#[derive(Default)]
pub struct PageStates {
    pub account: account::AccountPage,
    pub database: PickingPage,
    pub function: function::FunctionPage,
    pub secret: secret::SecretPage,
    pub role: role::RolePage,
    pub network: network::NetworkPage,
    pub proxy: proxy::ProxyPage,
    pub access: access::AccessPage,
    pub review: review::ReviewPage,
    /// The review of a repair.
    pub repair: review::ReviewPage,
    pub apply: apply::ApplyPage,
    pub check: check::CheckPage,
    pub connect: connect::ConnectPage,
    pub user: user::UserPage,
    pub export: export::ExportPage,
    pub fleet: fleet::FleetPage,
    pub load: load::LoadPage,
    pub migrate: migrate::MigratePage,
    pub settings: settings::SettingsPage,
    pub validate: validate::ValidatePage,
}

impl PageStates {
    /// Words that were kept are made again, in the language that is spoken now.
    pub fn say_again(&mut self) {
        self.apply.say_again();
        self.connect.say_again();
        self.export.say_again();
        self.migrate.say_again();
        self.repair.say_again();
    }

    /// Another account is looked at afresh.
    pub fn leave_account(&mut self) {
        let Self { account, fleet, validate, .. } = std::mem::take(self);
        *self = Self { account, fleet, validate: validate.leave_account(), ..Self::default() };
    }

    /// Another setup is looked at afresh. It is chosen on the first pages, and validating has its own.
    pub fn leave_setup(&mut self) {
        let Self { account, database, function, repair, validate, fleet, .. } = std::mem::take(self);
        *self = Self { account, database, function, repair, validate, fleet, ..Self::default() };
    }

    /// Another repair is looked at afresh.
    pub fn begin_repair(&mut self) {
        self.repair = review::ReviewPage::default();
    }
}

/// Whether the present page has a pane at its right, and how wide it wants it.
pub fn pane_width(state: &State) -> Option<f32> {
    match state.route() {
        Route::Settings => Some(settings::PANE),
        Route::Proxy(_, part) => validate::pane_width(state, part),
        Route::SetUp(step) => match step {
            WizardStep::Account => Some(account::PANE),
            WizardStep::Check | WizardStep::Export => None,
            WizardStep::Review => Some(review::PANE),
            WizardStep::Database => database::has_pane(state).then_some(PANE),
            WizardStep::Function => function::has_pane(state).then_some(PANE),
            WizardStep::Apply => apply::has_pane(state).then_some(PANE),
            _ => Some(PANE),
        },
    }
}

/// What reads again what the page shows, where it shows something that was read.
pub fn reload(route: &Route) -> Option<Command> {
    Some(match route {
        Route::Settings => return None,
        Route::Proxy(_, part) => return validate::reload(*part),
        Route::SetUp(WizardStep::Account) => Command::ReloadProfiles,
        Route::SetUp(WizardStep::Database | WizardStep::Function) => Command::ReloadLists,
        Route::SetUp(WizardStep::Check) => Command::Check,
        Route::SetUp(WizardStep::Export) => Command::CompareExport,
        Route::SetUp(WizardStep::Apply) => return None,
        Route::SetUp(_) => Command::Observe,
    })
}

pub fn page(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    // What is set would be changed by a slip.
    enter(ui, Id::unique(state.place()), state.route() != Route::Settings);
    ui.push_id(state.place(), |ui| show(ui, state, commands));
}

fn show(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let step = match state.route() {
        Route::Settings => return settings::page(ui, state, commands),
        Route::Proxy(_, part) => {
            absent::session_ended(ui, state, commands);
            return validate::page(ui, state, part, commands);
        }
        Route::SetUp(step) => step,
    };
    if step != WizardStep::Account {
        absent::session_ended(ui, state, commands);
    }
    match step {
        WizardStep::Account => account::page(ui, state, commands),
        WizardStep::Database => picking::page::<database::DatabasePicking>(ui, state, commands),
        WizardStep::Function => picking::page::<function::FunctionPicking>(ui, state, commands),
        WizardStep::Secret => secret::page(ui, state, commands),
        WizardStep::Role => role::page(ui, state, commands),
        WizardStep::Network => network::page(ui, state, commands),
        WizardStep::Proxy => proxy::page(ui, state, commands),
        WizardStep::Access => access::page(ui, state, commands),
        WizardStep::Review => review::page(ui, state, commands),
        WizardStep::Apply => apply::page(ui, state, commands),
        WizardStep::Check => check::page(ui, state, commands),
        WizardStep::Export => export::page(ui, state, commands),
    }
}

pub fn pane(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let step = match state.route() {
        Route::Settings => return settings::pane(ui),
        Route::Proxy(_, part) => return validate::pane(ui, state, part, commands),
        Route::SetUp(step) => step,
    };
    match step {
        WizardStep::Database => database::pane(ui, state, commands),
        WizardStep::Function => function::pane(ui, state, commands),
        WizardStep::Secret => secret::pane(ui, state, commands),
        WizardStep::Role => role::pane(ui, state, commands),
        WizardStep::Network => network::pane(ui, state, commands),
        WizardStep::Proxy => proxy::pane(ui, state, commands),
        WizardStep::Access => access::pane(ui, state, commands),
        WizardStep::Review => review::pane(ui, state, commands),
        WizardStep::Apply => apply::pane(ui, state, commands),
        WizardStep::Account => account::pane(ui, state, commands),
        WizardStep::Check | WizardStep::Export => {}
    }
}

pub fn footer(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let step = match state.route() {
        Route::Settings => return settings::footer(ui, state, commands),
        Route::Proxy(_, part) => return validate::footer(ui, state, part, commands),
        Route::SetUp(step) => step,
    };
    match step {
        WizardStep::Account => account::footer(ui, state, commands),
        WizardStep::Review => review::footer(ui, state, commands),
        WizardStep::Apply => apply::footer(ui, state, commands),
        WizardStep::Check => check::footer(ui, state, commands),
        WizardStep::Export => export::footer(ui, state, commands),
        _ => shared::footer(ui, state, commands),
    }
}
