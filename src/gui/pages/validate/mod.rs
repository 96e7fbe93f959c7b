//! The second door: a proxy that exists is picked, read, and judged hop by hop. Only reads.

mod ask;
mod asked;
mod endpoints;
mod export;
mod findings;
mod monitor;
mod side;

use std::collections::BTreeMap;

use eframe::egui::{Key, Modifiers, Ui};

use super::connect;
use super::findings::FindingsPage;
use super::{apply, fleet, load, migrate, review, shared, user};
use crate::domain::finding::Severity;
use crate::domain::proxy_at::ProxyAt;
use crate::gui::command::{Command, Commands};
use crate::gui::fleet as fleet_ask;
use crate::gui::frame::{PANE, footer_note, footer_row};
use crate::gui::icon::Icon;
use crate::gui::state::State;
use crate::gui::validation::{Incomplete, Mendable, Part, Validated, ValidationAsk};
use crate::gui::widgets::{Button, PickerItems, PickerState};
use crate::plan::Wish;
use crate::text::t;

pub use side::{ProxySide, click, verdict_words};

/// What the pages of this door keep about looking.
#[derive(Default)]
pub struct ValidatePage {
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
    findings: BTreeMap<ProxyAt, FindingsPage>,
}

impl ValidatePage {
    /// What belongs to a proxy is found again when its account is opened again.
    pub fn leave_account(self) -> Self {
        Self { findings: self.findings, ..Self::default() }
    }
}

pub fn pane_width(state: &State, part: Part) -> Option<f32> {
    match part {
        Part::Question => ask::has_pane(state).then_some(PANE),
        Part::Repair => Some(review::PANE),
        Part::Run | Part::User => Some(PANE),
        Part::Monitor => Some(ALARMS),
        Part::Export => export::has_pane(state).then_some(PANE),
        Part::Fleet | Part::Findings | Part::Connect | Part::Load | Part::Migrate | Part::Endpoints => None,
    }
}

/// Width of the alarms beside the monitor.
const ALARMS: f32 = 314.0;

pub fn page(ui: &mut Ui, state: &mut State, part: Part, commands: &mut Commands) {
    match part {
        Part::Fleet => fleet::page(ui, state, commands),
        Part::Question => ask::page(ui, state, commands),
        Part::Findings => findings::page(ui, state, commands),
        Part::Repair => review::repair::page(ui, state),
        Part::Run => apply::page(ui, state, commands),
        Part::Connect => connect::page(ui, state, commands),
        Part::Monitor => monitor::page(ui, state, commands),
        Part::Load => load::page(ui, state, commands),
        Part::User => user::page(ui, state, commands),
        Part::Migrate => migrate::page(ui, state, commands),
        Part::Endpoints => endpoints::page(ui, state, commands),
        Part::Export => export::page(ui, state, commands),
    }
}

pub fn pane(ui: &mut Ui, state: &mut State, part: Part, commands: &mut Commands) {
    match part {
        Part::Repair => review::repair::pane(ui, state, commands),
        Part::Run => apply::pane(ui, state, commands),
        Part::Monitor => monitor::pane(ui, state, commands),
        Part::User => user::pane(ui, state, commands),
        Part::Export => export::pane(ui, state),
        Part::Fleet
        | Part::Question
        | Part::Findings
        | Part::Connect
        | Part::Load
        | Part::Migrate
        | Part::Endpoints => {
            asked::pane(ui, state, commands);
        }
    }
}

pub fn footer(ui: &mut Ui, state: &mut State, part: Part, commands: &mut Commands) {
    match part {
        Part::Fleet => fleet::footer(ui, state, commands),
        Part::Question => ask::footer(ui, state, commands),
        Part::Findings => findings_footer(ui, state, commands),
        Part::Repair => review::repair::footer(ui, state, commands),
        Part::Run => apply::footer(ui, state, commands),
        Part::Connect => connect::footer(ui, state, commands),
        Part::Monitor => monitor::footer(ui, state, commands),
        Part::Load => load::footer(ui, state, commands),
        Part::User => user::footer(ui, state, commands),
        Part::Migrate => migrate::footer(ui, state, commands),
        Part::Endpoints => endpoints::footer(ui, state, commands),
        Part::Export => super::export::footer(ui, state, commands),
    }
}

/// Back to the question; the way on is to look again, or to stop looking.
fn findings_footer(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    if state.validation.bundle.is_some() {
        return bundle_footer(ui, commands);
    }
    let key = shared::primary_key(ui);
    let reading = state.validation.reading.as_ref().is_some_and(|reading| reading.only.is_none());
    let (mut back, mut again, mut connect, mut export, mut mend) = (false, false, false, false, false);
    let result = state.validation.result();
    let there = result.is_some();
    let fix = result.and_then(fix).filter(|_| !reading);
    let errors = result.map_or(0, |result| result.checked.verdict.count(Severity::Error));
    // After errors the way on is the repair, where the program knows one.
    let broken = errors > 0 && fix.is_some();
    let idle = state.validation.reading.is_none();
    footer_row(
        ui,
        |ui| back = shared::back_button(ui),
        |ui| {
            let look = match reading {
                true => Button::secondary(t!("validate-stop")).icon(Icon::CircleStop),
                false if broken => Button::secondary(t!("validate-again")).icon(Icon::RefreshCw),
                false => Button::primary(t!("validate-again")).shortcut(t!("key-primary")),
            };
            let look = |ui: &mut Ui| again = look.show(ui).clicked();
            match &fix {
                Some((words, _)) if broken => {
                    let button = Button::primary(words).icon(Icon::ListChecks).shortcut(t!("key-primary"));
                    mend = button.enabled(idle).show(ui).clicked();
                    look(ui);
                }
                Some((words, _)) => {
                    look(ui);
                    mend = Button::secondary(words).icon(Icon::ListChecks).enabled(idle).show(ui).clicked();
                }
                None => look(ui),
            }
            connect = there && Button::quiet(t!("check-connect")).icon(Icon::PlugZap).show(ui).clicked();
            export = there && Button::quiet(t!("adopt-export")).icon(Icon::FileCode).enabled(idle).show(ui).clicked();
        },
        |ui| footer_note(ui, Icon::Eye, t!("check-never-changes")),
    );
    if back {
        commands.push(Command::Validate(ValidationAsk::Show(Part::Question)));
    }
    match fix {
        Some((_, wish)) if mend || (key && broken && idle) => {
            commands.push(Command::Validate(ValidationAsk::Repair(wish)))
        }
        _ => again |= key && !broken && !reading,
    }
    if connect {
        commands.push(Command::Validate(ValidationAsk::Show(Part::Connect)));
    }
    if export {
        commands.push(Command::Validate(ValidationAsk::Show(Part::Export)));
    }
    if again {
        commands.push(Command::Validate(if reading { ValidationAsk::Stop } else { ValidationAsk::Run }));
    }
}

/// What a bundle shows can be read and saved, and nothing more.
fn bundle_footer(ui: &mut Ui, commands: &mut Commands) {
    let (mut back, mut other) = (false, false);
    footer_row(
        ui,
        |ui| back = shared::back_button(ui),
        |ui| other = Button::secondary(t!("project-choose")).icon(Icon::FolderOpen).show(ui).clicked(),
        |ui| footer_note(ui, Icon::FileJson, t!("bundle-note")),
    );
    if back {
        commands.push(Command::Validate(ValidationAsk::Show(Part::Question)));
    }
    if other {
        commands.push(Command::PickProject);
    }
}

/// The repair that the page leads to: what takes nothing away from anybody, else whatever can be mended.
fn fix(result: &Validated) -> Option<(String, Wish)> {
    let Mendable { safe, codes } = &result.mendable;
    match (safe, codes.len()) {
        (0, 0) => None,
        (0, count) => Some((t!("findings-fix-some", count = count), Wish::Codes(codes.iter().cloned().collect()))),
        (safe, _) => Some((t!("findings-fix-safe", count = *safe), Wish::Safe)),
    }
}

/// Reads again what the present page shows.
pub fn reload(part: Part) -> Option<Command> {
    Some(match part {
        Part::Fleet => Command::Fleet(fleet_ask::FleetAsk::Read),
        Part::Question => Command::ReloadLists,
        Part::Findings | Part::Connect | Part::User => Command::Validate(ValidationAsk::Run),
        Part::Migrate => Command::Validate(ValidationAsk::ReadHere),
        Part::Endpoints => Command::Validate(ValidationAsk::Endpoints),
        Part::Load => return None,
        Part::Repair => Command::Validate(ValidationAsk::MayRepair),
        Part::Run => return None,
        Part::Monitor => Command::Validate(ValidationAsk::Monitor),
        Part::Export => Command::Validate(ValidationAsk::Adopt),
    })
}

/// One page back, and from the first one out of the door.
pub fn back(ui: &Ui, state: &State, part: Part) -> Option<Command> {
    if !ui.input_mut(|input| input.consume_key(Modifiers::ALT, Key::ArrowLeft)) {
        return None;
    }
    Some(Command::Validate(match part {
        Part::Fleet | Part::Question => ValidationAsk::Leave,
        Part::Findings => ValidationAsk::Show(Part::Question),
        Part::Repair => {
            ValidationAsk::Show(state.validation.repair.as_ref().map_or(Part::Findings, |repair| repair.from))
        }
        Part::Run
        | Part::Connect
        | Part::Load
        | Part::Monitor
        | Part::User
        | Part::Migrate
        | Part::Endpoints
        | Part::Export => ValidationAsk::Show(Part::Findings),
    }))
}
