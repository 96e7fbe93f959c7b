//! The load lab of a proxy: its function called in turn or at once, within what was confirmed, and what the
//! pool does meanwhile.

mod form;
mod kept;
mod locust;
mod shown;
mod traced;

use eframe::egui::Ui;

use super::failure::failure;
use super::shared;
use crate::domain::account::Mode;
use crate::gui::command::{Command, Commands};
use crate::gui::frame::{footer_note, footer_row, page_head_with, page_scroll};
use crate::gui::icon::Icon;
use crate::gui::load::{LoadAsk, work::limits};
use crate::gui::rich::label;
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::validation::{self, Part};
use crate::gui::widgets::{Button, Callout, Confirm, Sign};
use crate::load::{Bill, Pattern, Plan};
use crate::text::t;
use crate::words::{BeforeLoad, lessons};

/// What was typed, and what is asked.
#[derive(Default)]
pub struct LoadPage {
    form: form::LoadForm,
    locust: locust::LocustForm,
    /// What the open question is about.
    asked: Option<Plan>,
}

pub fn page(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let (title, sentence) = heads(state);
    page_head_with(ui, &title, &sentence, |ui| {
        if state.load.shown.is_none() || state.load.running.is_some() {
            return;
        }
        if Button::secondary(t!("load-save-picture")).icon(Icon::Download).show(ui).clicked() {
            commands.push(Command::Load(LoadAsk::SavePicture));
        }
        if Button::secondary(t!("load-read-beside")).icon(Icon::RefreshCw).show(ui).clicked() {
            commands.push(Command::Load(LoadAsk::ReadBeside));
        }
    });
    page_scroll(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 12.0;
        if let Some(error) = &state.load.error {
            failure(ui, error, |_| ());
        }
        if let Some(path) = &state.load.pictured {
            let words = t!("load-pictured", path = path.display().to_string());
            label(ui, &words, Font::Dense, tokens(ui).text_muted);
        }
        let Some(function) = function(state) else {
            let head = t!("load-no-function");
            let pick = Callout::new(Sign::Unknown, head, t!("load-no-function-text"))
                .show_with(ui, |ui| Button::secondary(t!("load-pick-function")).show(ui).clicked());
            if pick {
                commands.push(Command::Validate(validation::ValidationAsk::Show(Part::Question)));
            }
            return;
        };
        shown::figures(ui, state);
        shown::plots(ui, state, &function);
        taught(ui, state);
        kept::list(ui, state, commands);
        locust::fields(ui, &mut state.pages.load.locust);
    });
    ask(ui, state, commands);
}

/// The function that was validated with the proxy.
fn function(state: &State) -> Option<crate::discover::Invoked> {
    state.validation.result()?.question.function.clone()
}

fn heads(state: &State) -> (String, String) {
    if let Some(running) = &state.load.running {
        let done = u32::try_from(running.calls.len()).unwrap_or(u32::MAX);
        let title = t!("load-running", calls = done, most = running.plan.most_calls());
        return (title, t!("load-running-sentence").to_owned());
    }
    match (&state.load.shown, state.load.title()) {
        (Some(record), Some(title)) => (title.to_owned(), t!("load-shown-sentence", name = record.name.as_str())),
        _ => (t!("load-page-title").to_owned(), t!("load-page-sentence").to_owned()),
    }
}

/// What the numbers on screen teach.
fn taught(ui: &mut Ui, state: &State) {
    let Some(record) = state.load.shown.as_ref().filter(|_| state.load.running.is_none()) else { return };
    let Some(on_screen) = &state.load.on_screen else { return };
    let lessons = lessons(&record.plan, &record.limits, &on_screen.summary);
    if !lessons.is_empty() {
        Callout::new(Sign::Note, t!("load-taught"), &lessons.join("\n")).show(ui);
    }
}

/// The last question, with what it costs and meets.
fn ask(ui: &Ui, state: &mut State, commands: &mut Commands) {
    let Some(plan) = state.pages.load.asked.clone() else { return };
    let before = BeforeLoad::new(&plan, &limits(state));
    let account = state.connection().map_or("", |connection| connection.account.label());
    let head = t!("load-ask-head", name = plan.invoked().to_string(), account = account);
    let mut facts = vec![
        (Icon::Coins, before.cost.as_str()),
        (Icon::Activity, before.concurrency.as_str()),
        (Icon::Database, before.pool.as_str()),
    ];
    facts.extend(before.warnings.iter().map(|warning| (Icon::TriangleAlert, warning.as_str())));
    let question =
        Confirm { head: &head, text: &before.calls, facts: &facts, yes: t!("load-start"), no: t!("review-confirm-no") };
    match question.show(ui.ctx()) {
        Some(true) => {
            state.pages.load.asked = None;
            let payload = state.pages.load.form.payload.clone();
            commands.push(Command::Load(LoadAsk::Start { plan, payload }));
        }
        Some(false) => state.pages.load.asked = None,
        None => {}
    }
}

pub fn footer(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let key = shared::primary_key(ui);
    let function = function(state);
    let running = state.load.running.as_ref().map(|running| running.stopping);
    let drill = state.connection().is_some_and(|connection| connection.drill.is_some());
    let at_once =
        state.load.running.as_ref().is_some_and(|running| matches!(running.plan.pattern, Pattern::AtOnce { .. }));
    let live = state.connection().is_some_and(|connection| connection.account.mode == Mode::Live);
    let (mut back, mut start, mut stop, mut fail) = (false, false, false, false);
    footer_row(
        ui,
        |ui| back = shared::back_button(ui),
        |ui| match running {
            Some(stopping) => {
                stop = Button::destroying(t!("load-stop")).icon(Icon::CircleStop).enabled(!stopping).show(ui).clicked();
                fail = drill && at_once && Button::secondary(t!("load-fail-over")).show(ui).clicked();
            }
            None => {
                let button = Button::primary(t!("load-go")).shortcut(t!("key-primary"));
                start = button.enabled(function.is_some()).show(ui).clicked();
            }
        },
        |ui| footer_note(ui, Icon::Zap, if live { t!("load-note-live") } else { t!("load-note-practice") }),
    );
    if back {
        commands.push(Command::Validate(validation::ValidationAsk::Show(Part::Findings)));
    }
    if stop || (running.is_some() && ui.input(|input| input.key_pressed(eframe::egui::Key::Escape))) {
        commands.push(Command::Load(LoadAsk::Stop));
    }
    if fail {
        commands.push(Command::Load(LoadAsk::FailOver));
    }
    if (start || (key && running.is_none()))
        && let Some(function) = function
    {
        let (limits, bounds) = (limits(state), state.settings.load);
        let hold = |plan: &Plan| bounds.hold(plan, Bill::most(plan, &limits).as_ref()).map_err(|over| over.to_string());
        let look = &mut state.pages.load;
        look.asked = look.form.plan(&function, hold);
    }
}
