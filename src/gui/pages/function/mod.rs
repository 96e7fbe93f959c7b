//! Which function is to connect. What is outside the database's network can move in; what cannot
//! use a proxy stays listed and says why.

mod further;
mod pane;
mod rows;

use eframe::egui::Ui;

use super::database;
use super::listing::{self, Listing};
use super::shared;
use crate::design::{IN_FUNCTION_VPC, Problem};
use crate::domain::choices::Choices;
use crate::domain::function::Function;
use crate::domain::setup::Page;
use crate::gui::command::{Command, Commands};
use crate::gui::designed::Designed;
use crate::gui::frame::{page_head, page_scroll};
use crate::gui::icon::Icon;
use crate::gui::state::State;
use crate::gui::widgets::{Button, Callout, PathPart, PickerItems, PickerState, Sign, empty_state};
use crate::text::t;
use crate::words::listed::function_sources;

pub use pane::pane;

/// What the page keeps about looking.
#[derive(Default)]
pub struct Look {
    picker: PickerState,
    further: PickerState,
    places: rows::Places,
    /// The rows, and what they were made from.
    items: Option<(Key, PickerItems)>,
    /// Counts the lists made, so that a picker knows one from another.
    made: u64,
    /// Went on without a choice.
    pub missing: bool,
}

#[derive(PartialEq)]
struct Key {
    lists: u64,
    database: String,
    places: rows::Places,
}

pub fn page(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let region = state.connection().map_or("", |connection| connection.account.region.as_str());
    let count = state.lists.value().map_or(0, |lists| lists.functions.len());
    let sentence = t!("function-sentence", count = count, region = region);
    page_head(ui, t!("function-title"), &sentence, &[PathPart::Function]);
    if listing::waiting(ui, state, "lambda:ListFunctions", commands) {
        return;
    }
    let aside = listing::age(ui, state);
    let target = database::chosen(state).cloned();
    let Some(lists) = state.lists.value() else { return };
    let sources = function_sources(&lists.unreadable);
    if lists.functions.is_empty() {
        page_scroll(ui, |ui| {
            let (head, text) = if sources.is_empty() {
                (t!("function-none", region = region), t!("function-none-text"))
            } else {
                (t!("function-unread", region = region), t!("listing-unread-text"))
            };
            empty_state(ui, Icon::SquareFunction, &head, text, |ui| {
                if Button::secondary(t!("listing-reload")).icon(Icon::RefreshCw).show(ui).clicked() {
                    commands.push(Command::ReloadLists);
                }
            });
            listing::unreadable(ui, &sources);
        });
        return;
    }
    let look = &mut state.pages.function;
    let key = Key { lists: state.lists_version, database: state.choices.database.clone(), places: look.places };
    let vpc = target.as_ref().and_then(|database| {
        lists.vpcs.iter().find(|vpc| database.vpc_id.as_deref() == Some(vpc.id.as_str())).map(|vpc| vpc.label())
    });
    let vpc = vpc.or(target.as_ref().and_then(|database| database.vpc_id.as_deref())).unwrap_or_default().to_owned();
    if look.items.as_ref().is_none_or(|(of, _)| *of != key) {
        look.made += 1;
        look.items = Some((key, rows::items(lists, target.as_ref(), &vpc, look.places, look.made)));
    }
    shared::problems(ui, state, Page::Function, &[IN_FUNCTION_VPC]);
    elsewhere(ui, &state.designed, &mut state.choices);
    let look = &mut state.pages.function;
    let Some((_, items)) = &look.items else { return };
    if look.missing && state.choices.function.is_empty() {
        Callout::new(Sign::Error, t!("function-missing"), "").show(ui);
    }
    let inside = t!("places-inside", vpc = vpc.as_str());
    let parts = [t!("places-all"), inside.as_str(), t!("places-outside")];
    let listing = Listing {
        name: t!("function-filter"),
        hint: t!("function-hint"),
        parts: &parts,
        part: look.places as usize,
        items,
        selected: items.position(&state.choices.function),
        aside: &aside,
        below: listing::unreadable_height(&sources),
    };
    let picked = listing.show(ui, &mut look.picker);
    ui.add_space(4.0);
    listing::unreadable(ui, &sources);
    let row = picked.row.and_then(|row| items.get(row)).map(|item| item.name.clone());
    if let Some(part) = picked.part {
        look.places = rows::Places::ALL.get(part).copied().unwrap_or_default();
    }
    if picked.reload {
        commands.push(Command::ReloadLists);
    }
    if let Some(name) = row
        && state.choices.function != name
    {
        state.choices.more_functions.retain(|further| *further != name);
        state.choices.access.more_aliases.remove(&name);
        state.choices.function = name;
        // An alias and subnets of the function before.
        state.choices.access.publish_to_alias = None;
        state.choices.network.function_subnets.clear();
        // They are in its VPC.
        let endpoints = &mut state.choices.proxy.endpoints;
        (endpoints.subnets, endpoints.security_groups) = (Vec::new(), Vec::new());
        endpoints.function_vpc_name = None;
        state.pages.function.missing = false;
    }
}

/// The chosen function, as the lists have it.
pub fn chosen(state: &State) -> Option<&Function> {
    let name = &state.choices.function;
    state.lists.value()?.functions.iter().find(|function| function.name == *name)
}

pub fn has_pane(state: &State) -> bool {
    chosen(state).is_some()
}

/// A function in another VPC needs an endpoint there: a click gives it one.
fn elsewhere(ui: &mut Ui, designed: &Designed, choices: &mut Choices) {
    let is_it = |problem: &&Problem| problem.page == Page::Function && problem.field == IN_FUNCTION_VPC;
    let Some(problem) = designed.problems.iter().find(is_it) else { return };
    Callout::new(Sign::Error, &problem.title, &problem.cure).show_with(ui, |ui| {
        if Button::secondary(t!("function-endpoint-there")).show(ui).clicked() {
            choices.proxy.endpoint_in_function_vpc = true;
        }
    });
}
