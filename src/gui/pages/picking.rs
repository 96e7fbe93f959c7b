//! The pages on which the database and the function are picked: one page over what differs.

use eframe::egui::Ui;

use super::listing::{self, PickerListing};
use super::{PageStates, shared};
use crate::discover::Pickers;
use crate::domain::choices::Choices;
use crate::domain::observed::Unreadable;
use crate::domain::setup::Page;
use crate::gui::command::{Command, Commands};
use crate::gui::designed::Designed;
use crate::gui::frame::{page_head, page_scroll};
use crate::gui::icon::Icon;
use crate::gui::state::State;
use crate::gui::widgets::{Button, Callout, PathPart, PickerItem, PickerItems, PickerState, Sign, empty_state};
use crate::text::t;

/// What one of the pages keeps about looking.
#[derive(Default)]
pub struct PickingPage {
    picker: PickerState,
    /// Which part of the list is shown.
    pub part: usize,
    /// The rows, and what they were made from.
    items: Option<(MadeFrom, PickerItems)>,
    /// Counts the lists made, so that a picker knows one from another.
    made: u64,
    /// Went on without a choice.
    pub missing: bool,
}

impl PickingPage {
    /// The rows that are shown.
    pub fn items(&self) -> Option<&PickerItems> {
        self.items.as_ref().map(|(_, items)| items)
    }
}

/// What rows are made from.
#[derive(PartialEq)]
struct MadeFrom {
    lists: u64,
    part: usize,
    also: String,
}

/// What a page says.
pub struct PickingWords {
    pub title: &'static str,
    pub sentence: String,
    /// There is nothing to pick, and why.
    pub none: (String, &'static str),
    /// It is not known whether there is.
    pub unread: String,
    /// Went on without a choice.
    pub missing: &'static str,
    pub filter: &'static str,
    pub hint: &'static str,
    pub parts: Vec<String>,
}

/// What the pages differ in.
pub trait Picking {
    /// The call that lists what can be picked.
    const CALL: &'static str;
    const ICON: Icon;
    const PART: PathPart;
    const PAGE: Page;
    /// Faults that the page shows in a way of its own.
    const OWN_FAULTS: &'static [&'static str] = &[];

    fn texts(state: &State) -> PickingWords;
    fn kept(pages: &mut PageStates) -> &mut PickingPage;
    fn count(lists: &Pickers) -> usize;
    fn sources(unreadable: &[Unreadable]) -> Vec<&Unreadable>;
    fn chosen(choices: &Choices) -> &str;
    /// A choice that rows are made from as well as from the lists.
    fn also_from(_: &Choices) -> &str {
        ""
    }
    /// The rows of a part of the list.
    fn rows(state: &State, part: usize, version: u64) -> Option<PickerItems>;
    /// Takes a row.
    fn choose(state: &mut State, row: &PickerItem);
    /// Where there is nothing: the way to where there may be something.
    fn elsewhere(_: &mut Ui, _: &mut Commands) {}
    /// Between the faults and the list.
    fn above(_: &mut Ui, _: &Designed, _: &mut Choices) {}
}

/// The page.
pub fn page<P: Picking>(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let words = P::texts(state);
    page_head(ui, words.title, &words.sentence, &[P::PART]);
    if listing::waiting(ui, state, P::CALL, commands) {
        return;
    }
    let aside = listing::age(ui, state);
    let part = P::kept(&mut state.pages).part;
    let made_from = MadeFrom { lists: state.lists_version, part, also: P::also_from(&state.choices).to_owned() };
    let kept = P::kept(&mut state.pages);
    if kept.items.as_ref().is_none_or(|(from, _)| *from != made_from) {
        kept.made += 1;
        let version = kept.made;
        let items = P::rows(state, part, version);
        P::kept(&mut state.pages).items = items.map(|items| (made_from, items));
    }
    let Some(lists) = state.lists.value() else { return };
    let sources = P::sources(&lists.unreadable);
    if P::count(lists) == 0 {
        page_scroll(ui, |ui| nothing::<P>(ui, &words, &sources, commands));
        return;
    }
    shared::problems(ui, state, P::PAGE, P::OWN_FAULTS);
    P::above(ui, &state.designed, &mut state.choices);
    let chosen = P::chosen(&state.choices);
    let kept = P::kept(&mut state.pages);
    let Some((_, items)) = &kept.items else { return };
    if kept.missing && chosen.is_empty() {
        Callout::new(Sign::Error, words.missing, "").show(ui);
    }
    let parts: Vec<&str> = words.parts.iter().map(String::as_str).collect();
    let listing = PickerListing {
        name: words.filter,
        hint: words.hint,
        parts: &parts,
        part,
        items,
        selected: items.position(chosen),
        aside: &aside,
        below: listing::unreadable_height(&sources),
    };
    let picked = listing.show(ui, &mut kept.picker);
    let row = picked.row.and_then(|row| items.get(row)).cloned();
    if let Some(part) = picked.part {
        kept.part = part;
    }
    ui.add_space(4.0);
    listing::unreadable(ui, &sources);
    if picked.reload {
        commands.push(Command::ReloadLists);
    }
    if let Some(row) = row {
        P::choose(state, &row);
    }
}

/// What could not be read is not known to be empty.
fn nothing<P: Picking>(ui: &mut Ui, words: &PickingWords, sources: &[&Unreadable], commands: &mut Commands) {
    let (head, text) = match &words.none {
        (none, why) if sources.is_empty() => (none, *why),
        _ => (&words.unread, t!("listing-unread-text")),
    };
    empty_state(ui, P::ICON, head, text, |ui| {
        P::elsewhere(ui, commands);
        if Button::secondary(t!("listing-reload")).icon(Icon::RefreshCw).show(ui).clicked() {
            commands.push(Command::ReloadLists);
        }
    });
    listing::unreadable(ui, sources);
}
