//! What the two pickers of the Choose pages share: the row over the list, how old it is, what
//! stands in its place while it is read, and what could not be read.

use std::time::{Duration, Instant};

use eframe::egui::{Id, Layout, Ui, vec2};

use super::failure::failure;
use super::{absent, keyboard};
use crate::domain::observed::Unreadable;
use crate::domain::policy::{Document, OneOrMany, Statement};
use crate::gui::app::tick;
use crate::gui::command::{Command, Commands};
use crate::gui::icon::Icon;
use crate::gui::state::State;
use crate::gui::theme::CONTROL;
use crate::gui::widgets::{
    Button, Callout, PickerItems, PickerLook, PickerState, Sign, card_frame, copy_button, picker_filter, picker_list,
    segmented, segmented_width, skeleton, skeleton_with_words,
};
use crate::text::t;

/// Shorter waits show nothing, so that a quick answer does not flash.
const QUIET: Duration = Duration::from_millis(300);
/// Longer waits say what is being called.
const LONG: Duration = Duration::from_secs(5);
const MINUTE: u64 = 60;

/// A picker of a page, as it is now.
pub struct PickerListing<'a> {
    /// What is picked: "Filter databases".
    pub name: &'a str,
    pub hint: &'a str,
    /// Words of the segmented filter, and the chosen one.
    pub parts: &'a [&'a str],
    pub part: usize,
    pub items: &'a PickerItems,
    pub selected: Option<usize>,
    pub aside: &'a str,
    /// Room to leave below the list.
    pub below: f32,
}

/// What was done in a picker.
#[derive(Default)]
pub struct Picked {
    pub row: Option<usize>,
    pub part: Option<usize>,
    pub reload: bool,
}

impl PickerListing<'_> {
    pub fn show(self, ui: &mut Ui, picker: &mut PickerState) -> Picked {
        let filter_id = Id::unique(("filter of", self.name));
        keyboard::first_focus(ui, filter_id);
        keyboard::find_key(ui, filter_id);
        let mut picked = Picked::default();
        let look = |height| PickerLook { name: self.name, hint: self.hint, height, row: 48.0, filter_id };
        ui.horizontal(|ui| {
            let rest = segmented_width(ui, self.parts) + CONTROL + 2.0 * ui.spacing().item_spacing.x;
            let room = vec2((ui.available_width() - rest).max(120.0), CONTROL);
            ui.allocate_ui_with_layout(room, Layout::top_down(eframe::egui::Align::Min), |ui| {
                picked.row = picker_filter(ui, look(0.0), self.items, picker);
            });
            picked.part = segmented(ui, t!("listing-show"), self.parts, self.part);
            picked.reload = Button::quiet_icon(Icon::RefreshCw, t!("listing-reload")).show(ui).clicked();
        });
        ui.add_space(4.0);
        let height = (ui.available_height() - self.below - 22.0).max(150.0);
        let clicked = card_frame(ui)
            .inner_margin(1)
            .show(ui, |ui| picker_list(ui, look(height), self.items, picker, self.selected, self.aside))
            .inner;
        picked.row = picked.row.or(clicked);
        picked
    }
}

/// How old the lists are. Minutes are enough, and cost one frame each.
pub fn age(ui: &Ui, state: &State) -> String {
    let now = Instant::now();
    if state.lists.waiting(now).is_some_and(|waited| waited > QUIET) {
        return t!("listing-reading").to_owned();
    }
    let Some(age) = state.lists.age(now) else { return String::new() };
    tick(ui, Duration::from_secs(MINUTE));
    match age.as_secs() / MINUTE {
        0 => t!("listing-now").to_owned(),
        minutes => t!("listing-age", minutes = minutes),
    }
}

/// What stands in the list's place until it is there. True when there is nothing else to show.
pub fn waiting(ui: &mut Ui, state: &State, calls: &str, commands: &mut Commands) -> bool {
    let now = Instant::now();
    if let Some(report) = state.lists.error() {
        let again = failure(ui, report, |ui| Button::secondary(t!("retry")).icon(Icon::RefreshCw).compact().show(ui));
        if again.clicked() {
            commands.push(Command::ReloadLists);
        }
    }
    if state.lists.value().is_some() {
        return false;
    }
    match state.lists.waiting(now) {
        Some(waited) if waited > LONG => {
            tick(ui, Duration::from_secs(1));
            let words = t!("listing-calling", calls = calls, seconds = waited.as_secs());
            if skeleton_with_words(ui, 6, &words) {
                commands.push(Command::StopReading);
            }
        }
        Some(waited) => {
            tick(ui, if waited > QUIET { LONG - waited } else { QUIET - waited });
            if waited > QUIET {
                skeleton(ui, 6);
            }
        }
        None if state.lists.is_given_up() => absent::not_read(ui, Command::ReloadLists, commands),
        None => {}
    }
    true
}

/// The sources of a page that could not be read, with the policy that would let them.
pub fn unreadable(ui: &mut Ui, sources: &[&Unreadable]) {
    if sources.is_empty() {
        return;
    }
    let head = t!("unreadable-head", count = sources.len());
    let lines: Vec<String> = sources
        .iter()
        .map(|source| {
            if source.denied {
                t!("unreadable-denied", operation = source.operation.as_str())
            } else {
                t!("unreadable-failed", operation = source.operation.as_str(), because = source.because.as_str())
            }
        })
        .collect();
    let denied: Vec<String> =
        sources.iter().filter(|source| source.denied).map(|source| source.operation.clone()).collect();
    Callout::new(Sign::Unknown, &head, &lines.join("\n")).show_with(ui, |ui| {
        if !denied.is_empty() {
            copy_button(ui, t!("copy-policy"), &policy(denied));
        }
    });
}

/// The least that lets these calls through. List calls have no resource of their own.
fn policy(operations: Vec<String>) -> String {
    Document::new(vec![Statement::allow(Some("ReadForRdsProxyWizard"), OneOrMany(operations), "*")]).to_json()
}

/// Room that [`unreadable`] takes.
pub fn unreadable_height(sources: &[&Unreadable]) -> f32 {
    if sources.is_empty() {
        return 0.0;
    }
    #[expect(clippy::cast_precision_loss, reason = "a few sources")]
    let lines = sources.len() as f32;
    52.0 + 18.0 * lines
}
