//! What several pages share: the footer of the Design pages, and notes of the design.

use eframe::egui::Ui;

use crate::domain::setup::{NoteLevel, Page};
use crate::gui::command::{Command, Commands};
use crate::gui::frame::{Tally, footer_row, tally};
use crate::gui::icon::Icon;
use crate::gui::state::State;
use crate::gui::steps::WizardStep;
use crate::gui::widgets::{Button, Callout, Sign};
use crate::plan::Change;
use crate::text::{dollars, t};

/// Back at the left, the bill in the middle, the way on at the right.
pub fn footer(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let words = next_words(state);
    let on = primary_key(ui);
    let bill = bill(state);
    let mut clicked = false;
    let mut back = false;
    footer_row(
        ui,
        |ui| back = back_button(ui),
        |ui| clicked = Button::primary(&words).shortcut(t!("key-primary")).show(ui).clicked(),
        |ui| {
            if let Some(bill) = &bill {
                tally(ui, &bill.tally());
            }
        },
    );
    if back {
        commands.push(Command::Back);
    }
    if clicked || on {
        advance(state, commands);
    }
}

/// Goes on, or to what is missing: the button stays usable and leads to the first fault.
fn advance(state: &mut State, commands: &mut Commands) {
    match state.step {
        WizardStep::Database if state.choices.database.is_empty() => state.pages.database.missing = true,
        WizardStep::Function if state.choices.function.is_empty() => state.pages.function.missing = true,
        WizardStep::Access => match state.designed.first_trouble() {
            Some(page) => commands.push(Command::Go(WizardStep::of(page))),
            None => commands.push(Command::Next),
        },
        _ => commands.push(Command::Next),
    }
}

fn next_words(state: &State) -> String {
    match state.step {
        WizardStep::Database => t!("next-function").to_owned(),
        WizardStep::Function => t!("next-secret").to_owned(),
        WizardStep::Secret => t!("next-role").to_owned(),
        WizardStep::Role => t!("next-network").to_owned(),
        WizardStep::Network => t!("next-proxy").to_owned(),
        WizardStep::Proxy => t!("next-access").to_owned(),
        _ => match state.designed.shown_plan() {
            Some(plan) => t!("next-review", count = plan.changes().count()),
            None => t!("next-mend").to_owned(),
        },
    }
}

pub fn back_button(ui: &mut Ui) -> bool {
    Button::quiet(t!("back")).icon(Icon::ArrowLeft).show(ui).clicked()
}

/// Ctrl or Cmd with Enter is the primary button of every page.
pub use crate::gui::keys::primary_key;

/// What the present plan makes, changes, costs and takes.
struct Bill {
    create: usize,
    change: usize,
    cost: String,
    on_top: bool,
    time: String,
}

impl Bill {
    fn tally(&self) -> Tally<'_> {
        let Self { create, change, ref cost, on_top, ref time } = *self;
        Tally { create, change, cost, on_top, time }
    }
}

fn bill(state: &State) -> Option<Bill> {
    let plan = state.designed.shown_plan()?;
    let cost = &state.designed.setup.as_ref()?.cost;
    Some(Bill {
        create: plan.count(Change::Create),
        change: plan.count(Change::Change),
        cost: cost.usd_per_month().map(dollars).unwrap_or_default(),
        on_top: cost.is_on_top(),
        time: t!("minutes", count = plan.usual_secs().div_ceil(60)),
    })
}

/// What the design has to say about a page, warnings first.
pub fn notes(ui: &mut Ui, state: &State, page: Page) {
    let Some(setup) = &state.designed.setup else { return };
    let mut notes: Vec<_> = setup.notes.iter().filter(|note| note.page == page).collect();
    notes.sort_by_key(|note| std::cmp::Reverse(note.level));
    for note in notes {
        let sign = match note.level {
            NoteLevel::Warning => Sign::Warning,
            NoteLevel::Note => Sign::Note,
        };
        Callout::new(sign, &note.title.to_string(), &note.text.to_string()).show(ui);
    }
}

/// What is wrong on a page and belongs to no field that is shown.
pub fn problems(ui: &mut Ui, state: &State, page: Page, shown_fields: &[&str]) {
    for problem in state.designed.problems.iter().filter(|problem| problem.page == page) {
        if !shown_fields.contains(&problem.field) {
            Callout::new(Sign::Error, &problem.title, &problem.cure).show(ui);
        }
    }
    for conflict in state.designed.conflicts.iter().filter(|conflict| conflict.page == page) {
        Callout::new(Sign::Error, &conflict.title, &conflict.cure).show(ui);
    }
}
