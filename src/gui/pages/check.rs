//! check page.

use eframe::egui::Ui;

use crate::gui::command::Commands;
use crate::gui::state::State;

/// What the page keeps about looking.
#[derive(Default)]
pub struct Look {}

pub fn page(_ui: &mut Ui, _state: &mut State, _commands: &mut Commands) {}

pub fn pane(_ui: &mut Ui, _state: &mut State, _commands: &mut Commands) {}

pub fn footer(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    super::shared::footer(ui, state, commands);
}
