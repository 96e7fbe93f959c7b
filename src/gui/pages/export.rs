//! export page.

use eframe::egui::Ui;

use crate::gui::command::Commands;
use crate::gui::state::State;

/// One file to write.
#[derive(Debug, Clone)]
pub struct Shown {
    pub path: String,
    pub text: String,
}

/// What the page keeps about looking.
#[derive(Default)]
pub struct Look {
    files: Vec<Shown>,
}

impl Look {
    /// The files of the shown target.
    pub fn files(&self) -> &[Shown] {
        &self.files
    }

    /// The files of all targets.
    pub fn all_files(&self) -> Vec<Shown> {
        self.files.clone()
    }
}

pub fn page(_ui: &mut Ui, _state: &mut State, _commands: &mut Commands) {}

pub fn pane(_ui: &mut Ui, _state: &mut State, _commands: &mut Commands) {}

pub fn footer(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    super::shared::footer(ui, state, commands);
}
