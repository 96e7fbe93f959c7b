//! Which database the proxy is to stand in front of. What cannot have a proxy stays listed and
//! says why.

mod advice;
mod pane;
mod rows;

use eframe::egui::Ui;

use super::PageStates;
use super::picking::{Picking, PickingPage, PickingWords};
use crate::discover::Pickers;
use crate::domain::choices::Choices;
use crate::domain::database::Database;
use crate::domain::observed::Unreadable;
use crate::domain::setup::Page;
use crate::gui::command::{Command, Commands};
use crate::gui::icon::Icon;
use crate::gui::state::State;
use crate::gui::widgets::{Button, PathPart, PickerItem, PickerItems};
use crate::text::t;
use crate::words::listed::database_sources;

pub use pane::{head, pane, section};

/// Picks the database.
pub struct DatabasePicking;

impl Picking for DatabasePicking {
    const CALL: &'static str = "rds:DescribeDBInstances";
    const ICON: Icon = Icon::Database;
    const PART: PathPart = PathPart::Database;
    const PAGE: Page = Page::Database;

    fn texts(state: &State) -> PickingWords {
        let region = state.connection().map_or("", |connection| connection.account.region.as_str());
        PickingWords {
            title: t!("database-title"),
            sentence: t!("database-sentence").to_owned(),
            none: (t!("database-none", region = region), t!("database-none-text")),
            unread: t!("database-unread", region = region),
            missing: t!("database-missing"),
            filter: t!("database-filter"),
            hint: t!("database-hint"),
            parts: rows::EngineFilter::ALL.map(|engines| engines.title().to_owned()).into(),
        }
    }

    fn kept(pages: &mut PageStates) -> &mut PickingPage {
        &mut pages.database
    }

    fn count(lists: &Pickers) -> usize {
        lists.databases.len()
    }

    fn sources(unreadable: &[Unreadable]) -> Vec<&Unreadable> {
        database_sources(unreadable)
    }

    fn chosen(choices: &Choices) -> &str {
        &choices.database
    }

    fn rows(state: &State, part: usize, version: u64) -> Option<PickerItems> {
        let engines = rows::EngineFilter::ALL.get(part).copied().unwrap_or_default();
        Some(rows::items(state.lists.value()?, engines, version))
    }

    /// Where an instance and a cluster share an identifier, its ARN tells them apart.
    fn choose(state: &mut State, row: &PickerItem) {
        let Some(lists) = state.lists.value() else { return };
        let same: Vec<&Database> = lists.databases.iter().filter(|database| database.id == row.name).collect();
        let kind = same.iter().find(|database| row.also.starts_with(&database.arn)).map(|database| database.kind);
        let kind = kind.filter(|_| same.len() > 1);
        if state.choices.database != row.name {
            // These name things of the old database's VPC.
            state.choices.network = Default::default();
        }
        state.choices.database.clone_from(&row.name);
        state.choices.database_kind = kind;
        state.pages.database.missing = false;
    }

    fn elsewhere(ui: &mut Ui, commands: &mut Commands) {
        if Button::secondary(t!("database-other-region")).show(ui).clicked() {
            commands.push(Command::Back);
        }
    }
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
