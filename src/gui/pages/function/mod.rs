//! Which function is to connect. What is outside the database's network can move in; what cannot
//! use a proxy stays listed and says why.

mod further;
mod pane;
mod rows;

use eframe::egui::Ui;

use super::picking::{Picking, PickingPage, PickingWords};
use super::{PageStates, database};
use crate::design::{IN_FUNCTION_VPC, Problem};
use crate::discover::Pickers;
use crate::domain::choices::Choices;
use crate::domain::function::Function;
use crate::domain::observed::Unreadable;
use crate::domain::setup::Page;
use crate::gui::designed::Designed;
use crate::gui::icon::Icon;
use crate::gui::state::State;
use crate::gui::widgets::{Button, Callout, PathPart, PickerItem, PickerItems, PickerState, Sign};
use crate::text::t;
use crate::words::listed::function_sources;

pub use pane::pane;

/// What the page keeps about looking.
#[derive(Default)]
pub struct FunctionPage {
    pub picking: PickingPage,
    further: PickerState,
}

/// Picks the function.
pub struct FunctionPicking;

impl Picking for FunctionPicking {
    const CALL: &'static str = "lambda:ListFunctions";
    const ICON: Icon = Icon::SquareFunction;
    const PART: PathPart = PathPart::Function;
    const PAGE: Page = Page::Function;
    const OWN_FAULTS: &'static [&'static str] = &[IN_FUNCTION_VPC];

    fn texts(state: &State) -> PickingWords {
        let region = state.connection().map_or("", |connection| connection.account.region.as_str());
        let count = state.lists.value().map_or(0, |lists| lists.functions.len());
        let inside = t!("places-inside", vpc = database_vpc(state));
        PickingWords {
            title: t!("function-title"),
            sentence: t!("function-sentence", count = count, region = region),
            none: (t!("function-none", region = region), t!("function-none-text")),
            unread: t!("function-unread", region = region),
            missing: t!("function-missing"),
            filter: t!("function-filter"),
            hint: t!("function-hint"),
            parts: vec![t!("places-all").to_owned(), inside, t!("places-outside").to_owned()],
        }
    }

    fn kept(pages: &mut PageStates) -> &mut PickingPage {
        &mut pages.function.picking
    }

    fn count(lists: &Pickers) -> usize {
        lists.functions.len()
    }

    fn sources(unreadable: &[Unreadable]) -> Vec<&Unreadable> {
        function_sources(unreadable)
    }

    fn chosen(choices: &Choices) -> &str {
        &choices.function
    }

    fn also_from(choices: &Choices) -> &str {
        &choices.database
    }

    fn rows(state: &State, part: usize, version: u64) -> Option<PickerItems> {
        let places = rows::FunctionPlaces::ALL.get(part).copied().unwrap_or_default();
        let lists = state.lists.value()?;
        Some(rows::items(lists, database::chosen(state), database_vpc(state), places, version))
    }

    fn choose(state: &mut State, row: &PickerItem) {
        let name = &row.name;
        if state.choices.function == *name {
            return;
        }
        state.choices.more_functions.retain(|further| further != name);
        state.choices.access.more_aliases.remove(name);
        state.choices.function.clone_from(name);
        // An alias and subnets of the function before.
        state.choices.access.publish_to_alias = None;
        state.choices.network.function_subnets.clear();
        // They are in its VPC.
        let endpoints = &mut state.choices.proxy.endpoints;
        (endpoints.subnets, endpoints.security_groups) = (Vec::new(), Vec::new());
        endpoints.function_vpc_name = None;
        state.pages.function.picking.missing = false;
    }

    /// A function in another VPC needs an endpoint there: a click gives it one.
    fn above(ui: &mut Ui, designed: &Designed, choices: &mut Choices) {
        let is_it = |problem: &&Problem| problem.page == Page::Function && problem.field == IN_FUNCTION_VPC;
        let Some(problem) = designed.problems.iter().find(is_it) else { return };
        Callout::new(Sign::Error, &problem.title, &problem.cure).show_with(ui, |ui| {
            if Button::secondary(t!("function-endpoint-there")).show(ui).clicked() {
                choices.proxy.endpoint_in_function_vpc = true;
            }
        });
    }
}

/// The name of the chosen database's network, or its id.
fn database_vpc(state: &State) -> &str {
    let id = database::chosen(state).and_then(|database| database.vpc_id.as_deref());
    let listed = state.lists.value().and_then(|lists| lists.vpcs.iter().find(|vpc| id == Some(vpc.id.as_str())));
    listed.map(|vpc| vpc.label()).or(id).unwrap_or_default()
}

/// The chosen function, as the lists have it.
pub fn chosen(state: &State) -> Option<&Function> {
    let name = &state.choices.function;
    state.lists.value()?.functions.iter().find(|function| function.name == *name)
}

pub fn has_pane(state: &State) -> bool {
    chosen(state).is_some()
}
