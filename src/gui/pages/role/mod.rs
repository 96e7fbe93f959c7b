//! The role that the proxy assumes: a new one that may do one thing, or one that is there.

mod form;
mod pane;
mod powers;

use eframe::egui::{Id, Ui};

use super::{keyboard, shared};
use crate::domain::setup::Page;
use crate::gui::command::Commands;
use crate::gui::frame::{page_head, page_scroll};
use crate::gui::state::State;
use crate::gui::widgets::{PathPart, PickerItems, PickerState};
use crate::text::t;

pub use pane::pane;

/// What the page keeps about looking.
#[derive(Default)]
pub struct RolePage {
    tab: usize,
    permissions: super::written::WrittenPolicy,
    trust: super::written::WrittenPolicy,
    /// Path, tags and policy name are spelled out.
    more: bool,
    by_hand: bool,
    /// The name typed for the other kind of role.
    other_name: Option<String>,
    roles: Option<(u64, PickerItems)>,
    picker: PickerState,
    new_tag: (String, String),
}

pub fn page(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let first = Id::unique("role name");
    keyboard::first_focus(ui, first);
    let sentence = if state.choices.auth_mode.needs_secret() { t!("role-sentence") } else { t!("role-sentence-iam") };
    page_head(ui, t!("role-title"), sentence, &[PathPart::Key]);
    page_scroll(ui, |ui| {
        form::kind(ui, state);
        form::name(ui, state, first);
        ui.add_space(4.0);
        powers::powers(ui, state, commands);
        if !state.choices.role.existing {
            form::more(ui, state);
        }
        shared::notes(ui, state, Page::Role);
        shared::problems(ui, state, Page::Role, &["role.name", "role.path", "role.permissions_boundary"]);
    });
}
