//! Which database the proxy is to stand in front of. What cannot have a proxy stays listed and
//! says why.

mod advice;
mod pane;
mod rows;

use eframe::egui::Ui;

use super::listing::{self, Listing};
use super::shared;
use crate::domain::database::Database;
use crate::domain::setup::Page;
use crate::gui::command::{Command, Commands};
use crate::gui::frame::{page_head, page_scroll};
use crate::gui::icon::Icon;
use crate::gui::state::State;
use crate::gui::widgets::{Button, Callout, PathPart, PickerItems, PickerState, Sign, empty_state};
use crate::text::t;
use crate::words::listed::database_sources;

pub use pane::{head, pane, section};

/// What the page keeps about looking.
#[derive(Default)]
pub struct Look {
    picker: PickerState,
    engines: rows::Engines,
    /// The rows, and what they were made from.
    items: Option<(u64, PickerItems)>,
    /// Went on without a choice.
    pub missing: bool,
}

pub fn page(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    page_head(ui, t!("database-title"), t!("database-sentence"), &[PathPart::Database]);
    if listing::waiting(ui, state, "rds:DescribeDBInstances", commands) {
        return;
    }
    let aside = listing::age(ui, state);
    let Some(lists) = state.lists.value() else { return };
    let sources = database_sources(&lists.unreadable);
    if lists.databases.is_empty() {
        page_scroll(ui, |ui| {
            let region = state.connection().map_or("", |connection| connection.account.region.as_str());
            // What could not be read is not known to be empty.
            let (head, text) = if sources.is_empty() {
                (t!("database-none", region = region), t!("database-none-text"))
            } else {
                (t!("database-unread", region = region), t!("listing-unread-text"))
            };
            empty_state(ui, Icon::Database, &head, text, |ui| {
                if Button::secondary(t!("database-other-region")).show(ui).clicked() {
                    commands.push(Command::Back);
                }
                if Button::secondary(t!("listing-reload")).icon(Icon::RefreshCw).show(ui).clicked() {
                    commands.push(Command::ReloadLists);
                }
            });
            listing::unreadable(ui, &sources);
        });
        return;
    }
    let look = &mut state.pages.database;
    let version = state.lists_version * 8 + look.engines as u64;
    if look.items.as_ref().is_none_or(|(of, _)| *of != version) {
        look.items = Some((version, rows::items(lists, look.engines, version)));
    }
    shared::problems(ui, state, Page::Database, &[]);
    let look = &mut state.pages.database;
    let Some((_, items)) = &look.items else { return };
    if look.missing && state.choices.database.is_empty() {
        Callout::new(Sign::Error, t!("database-missing"), "").show(ui);
    }
    let parts = rows::Engines::ALL.map(rows::Engines::words);
    let listing = Listing {
        name: t!("database-filter"),
        hint: t!("database-hint"),
        parts: &parts,
        part: look.engines as usize,
        items,
        selected: items.position(&state.choices.database),
        aside: &aside,
        below: listing::unreadable_height(&sources),
    };
    let picked = listing.show(ui, &mut look.picker);
    ui.add_space(4.0);
    listing::unreadable(ui, &sources);
    let row = picked.row.and_then(|row| items.get(row)).map(|item| (item.name.clone(), item.also.clone()));
    if let Some(part) = picked.part {
        look.engines = rows::Engines::ALL.get(part).copied().unwrap_or_default();
    }
    if picked.reload {
        commands.push(Command::ReloadLists);
    }
    if let Some((id, also)) = row {
        choose(state, &id, &also);
    }
}

/// Takes a row. Where an instance and a cluster share an identifier, its ARN tells them apart.
fn choose(state: &mut State, id: &str, also: &str) {
    let Some(lists) = state.lists.value() else { return };
    let same: Vec<&Database> = lists.databases.iter().filter(|database| database.id == id).collect();
    let kind = same.iter().find(|database| also.starts_with(&database.arn)).map(|database| database.kind);
    let kind = kind.filter(|_| same.len() > 1);
    if state.choices.database != id {
        // These name things of the old database's VPC.
        state.choices.network = Default::default();
    }
    state.choices.database = id.to_owned();
    state.choices.database_kind = kind;
    state.pages.database.missing = false;
}

/// The chosen database, as the lists have it.
pub fn chosen(state: &State) -> Option<&Database> {
    let wanted = &state.choices;
    let same_kind = |database: &&Database| wanted.database_kind.is_none_or(|kind| database.kind == kind);
    state.lists.value()?.databases.iter().filter(|database| database.id == wanted.database).find(same_kind)
}

pub fn has_pane(state: &State) -> bool {
    chosen(state).is_some()
}
