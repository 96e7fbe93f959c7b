//! connect page.

use eframe::egui::Ui;
use secrecy::SecretString;

use crate::domain::account::Account;
use crate::gui::command::Commands;
use crate::gui::state::State;
use crate::probe::{Target, Trust};
use crate::report::Report;

/// What the page keeps about looking.
#[derive(Default)]
pub struct Look {}

/// A connection to try, made from what was typed.
pub struct Request {
    pub target: Target,
    pub trust: Trust,
    /// `None` signs a token.
    pub password: Option<SecretString>,
}

impl Look {
    /// What was typed, as a request, or what is wrong with it.
    pub fn request(&mut self, _account: &Account) -> Result<Request, Report> {
        Err(Report::practice_has_no_network())
    }
}

pub fn page(_ui: &mut Ui, _state: &mut State, _commands: &mut Commands) {}

pub fn pane(_ui: &mut Ui, _state: &mut State, _commands: &mut Commands) {}
