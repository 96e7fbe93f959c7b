//! The second door: a proxy that exists is picked, read, and judged hop by hop. Only reads.

mod ask;
mod asked;
mod findings;
mod side;

use std::collections::BTreeMap;

use eframe::egui::{Key, Modifiers, Ui};

use super::connect;
use super::findings::Look as FindingsLook;
use super::{apply, review, shared};
use crate::gui::command::{Command, Commands};
use crate::gui::frame::{PANE, footer_note, footer_row};
use crate::gui::icon::Icon;
use crate::gui::state::State;
use crate::gui::validation::{Ask, Incomplete, Part};
use crate::gui::widgets::{Button, PickerItems, PickerState};
use crate::plan::Wish;
use crate::text::t;

pub use side::{Side, click};

/// What the pages of this door keep about looking.
#[derive(Default)]
pub struct Look {
    picker: PickerState,
    /// The rows, and what they were made from.
    proxies: Option<(u64, PickerItems)>,
    function_picker: PickerState,
    functions: Option<(u64, PickerItems)>,
    /// What is missing is said once somebody wanted to go on.
    missing: Option<Incomplete>,
    /// Go on as soon as the function is guessed.
    go_when_guessed: bool,
    /// Of each proxy.
    findings: BTreeMap<String, FindingsLook>,
}

pub fn pane_width(state: &State) -> Option<f32> {
    match state.validation.part {
        Part::Question => ask::has_pane(state).then_some(PANE),
        Part::Repair => Some(review::PANE),
        Part::Run => Some(PANE),
        Part::Findings | Part::Connect => None,
    }
}

pub fn page(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    match state.validation.part {
        Part::Question => ask::page(ui, state, commands),
        Part::Findings => findings::page(ui, state, commands),
        Part::Repair => review::repair::page(ui, state),
        Part::Run => apply::page(ui, state, commands),
        Part::Connect => connect::page(ui, state, commands),
    }
}

pub fn pane(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    match state.validation.part {
        Part::Repair => review::repair::pane(ui, state, commands),
        Part::Run => apply::pane(ui, state, commands),
        Part::Question | Part::Findings | Part::Connect => asked::pane(ui, state, commands),
    }
}

pub fn footer(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    match state.validation.part {
        Part::Question => ask::footer(ui, state, commands),
        Part::Findings => findings_footer(ui, state, commands),
        Part::Repair => review::repair::footer(ui, state, commands),
        Part::Run => apply::footer(ui, state, commands),
        Part::Connect => connect::footer(ui, state, commands),
    }
}

/// Back to the question; the way on is to look again, or to stop looking.
fn findings_footer(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let key = shared::primary_key(ui);
    let reading = state.validation.reading.as_ref().is_some_and(|reading| reading.only.is_none());
    let (mut back, mut on, mut connect, mut fix) = (false, false, false, false);
    let safe = state.validation.result().map_or(0, |result| result.mendable.safe);
    let idle = state.validation.reading.is_none();
    let there = state.validation.result().is_some();
    footer_row(
        ui,
        |ui| back = shared::back_button(ui),
        |ui| {
            let button = if reading {
                Button::secondary(t!("validate-stop")).icon(Icon::CircleStop)
            } else {
                Button::primary(t!("validate-again")).shortcut(t!("key-primary"))
            };
            on = button.show(ui).clicked();
            if safe > 0 {
                let words = t!("findings-fix-safe", count = safe);
                fix = Button::secondary(&words).icon(Icon::ListChecks).enabled(idle).show(ui).clicked();
            }
            connect = there && Button::quiet(t!("check-connect")).icon(Icon::PlugZap).show(ui).clicked();
        },
        |ui| footer_note(ui, Icon::Eye, t!("check-never-changes")),
    );
    if back {
        commands.push(Command::Validate(Ask::Show(Part::Question)));
    }
    if fix {
        commands.push(Command::Validate(Ask::Repair(Wish::Safe)));
    }
    if connect {
        commands.push(Command::Validate(Ask::Show(Part::Connect)));
    }
    if on || (key && !reading) {
        commands.push(Command::Validate(if reading { Ask::Stop } else { Ask::Run }));
    }
}

/// Reads again what the present page shows.
pub fn reload(state: &State) -> Option<Command> {
    Some(match state.validation.part {
        Part::Question => Command::ReloadLists,
        Part::Findings | Part::Connect => Command::Validate(Ask::Run),
        Part::Repair => Command::Validate(Ask::MayRepair),
        Part::Run => return None,
    })
}

/// One page back, and from the first one out of the door.
pub fn back(ui: &Ui, state: &State) -> Option<Command> {
    if !ui.input_mut(|input| input.consume_key(Modifiers::ALT, Key::ArrowLeft)) {
        return None;
    }
    Some(Command::Validate(match state.validation.part {
        Part::Question => Ask::Leave,
        Part::Findings => Ask::Show(Part::Question),
        Part::Repair | Part::Run | Part::Connect => Ask::Show(Part::Findings),
    }))
}
