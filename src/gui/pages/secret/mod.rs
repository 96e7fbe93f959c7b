//! How the function logs in, and where the proxy's password comes from.

mod form;
mod modes;
mod pane;

use eframe::egui::{Id, Ui};

use super::{keyboard, shared};
use crate::domain::setup::Page;
use crate::gui::command::Commands;
use crate::gui::frame::{page_head, page_scroll};
use crate::gui::state::State;
use crate::gui::widgets::{PathPart, PickerItems, PickerState};
use crate::text::t;

pub use form::{pair, pair_of};
pub use pane::{calls, pane};

/// What the page keeps about looking.
#[derive(Default)]
pub struct SecretPage {
    tab: usize,
    value: super::written::WrittenPolicy,
    /// The name typed for the other source, so that going back finds it again.
    other_name: Option<String>,
    key_by_hand: bool,
    secret_by_hand: bool,
    keys: Option<(u64, PickerItems)>,
    secrets: Option<(u64, PickerItems)>,
    key_picker: PickerState,
    secret_picker: PickerState,
}

pub fn page(ui: &mut Ui, state: &mut State, _commands: &mut Commands) {
    let first = Id::unique("secret user");
    keyboard::first_focus(ui, first);
    page_head(ui, t!("secret-title"), t!("secret-sentence"), &[PathPart::Key]);
    page_scroll(ui, |ui| {
        modes::modes(ui, state);
        ui.add_space(4.0);
        form::form(ui, state, first);
        shared::notes(ui, state, Page::Secret);
        let shown = ["auth_mode", "secret.name", "secret.user", "secret.kms_key", "secret.source"];
        shared::problems(ui, state, Page::Secret, &shown);
    });
}
