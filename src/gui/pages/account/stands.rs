//! How far a setup is, as a path: function, proxy, database. Always beside the words that say the same.

use eframe::egui::{Color32, Rect, Ui};

use crate::apply::{At, Receipt, Standing};
use crate::gui::setups::SetupContent;
use crate::gui::theme::{Tokens, tokens};
use crate::gui::widgets::far_path;

/// Shows it in the middle of `area`, from its left.
pub fn stands(ui: &Ui, area: Rect, what: &SetupContent) {
    let colors = tokens(ui);
    let (first, second, there) = match what {
        SetupContent::Run(receipt) => of_run(colors, receipt),
        SetupContent::Draft(_) | SetupContent::Unreadable(_) => (None, None, false),
    };
    far_path(ui, area, [first, second], there);
}

/// The lines before and behind the proxy, and whether the proxy stands.
fn of_run(colors: &Tokens, receipt: &Receipt) -> (Option<Color32>, Option<Color32>, bool) {
    match Standing::count(receipt).at {
        At::Finished | At::NothingToDo => (Some(colors.ok), Some(colors.ok), true),
        At::NotWorking => (Some(colors.ok), Some(colors.warn), true),
        At::Applying | At::Stopped | At::Undoing | At::LeftBehind => (Some(colors.accent), None, false),
        At::Failed => (Some(colors.error), None, false),
        At::NotBegun | At::Undone => (None, None, false),
    }
}
