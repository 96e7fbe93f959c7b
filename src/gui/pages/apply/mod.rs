//! A run as it happens: which step stands where, what is waited for, and the ways on when it ends.

mod aside;
mod rows;
mod undone;

use std::time::Duration;

use eframe::egui::{Align, Layout, Ui, vec2};

use super::failure::failure;
use super::shared;
use super::steps_shown::Shown;
use super::times::{clock, span};
use crate::apply::StopAt;
use crate::apply::event::Direction;
use crate::domain::account::Mode;
use crate::gui::app::tick;
use crate::gui::command::{Command, Commands};
use crate::gui::frame::{footer_note, footer_row, page_head, page_scroll};
use crate::gui::icon::Icon;
use crate::gui::rich::label;
use crate::gui::run::{Ending, RowState, Run};
use crate::gui::state::State;
use crate::gui::steps::WizardStep;
use crate::gui::theme::{Font, tokens};
use crate::gui::validation::Ask;
use crate::gui::widgets::{
    Button, ChoiceText, Note, Password, PathPart, Question, Sign, choice_strip, empty_state, progress,
};
use crate::plan::StepId;
use crate::text::t;

pub use aside::pane;

/// What the page keeps about looking.
#[derive(Default)]
pub struct Look {
    /// The plan of the run that is shown, in words; made anew for another run.
    words: Vec<Shown>,
    /// The run the words are of: when it began and how many steps it has.
    of: Option<(u64, usize, bool)>,
    tab: aside::Tab,
    /// Done steps are listed one by one after a failure too.
    unfolded: bool,
    /// The question before undo is up, and what was typed into it.
    asking: bool,
    typed: String,
}

impl Look {
    fn refresh(&mut self, run: &Run) {
        let of = Some((run.started_at, run.rows.len(), run.direction == Direction::Undo));
        if self.of != of {
            self.words = super::steps_shown::shown(&run.plan);
            self.of = of;
            self.unfolded = false;
        }
    }
}

/// What the rows need to be told.
struct Told<'a> {
    run: &'a Run,
    words: &'a [Shown],
    /// The account's time.
    now: u64,
    /// Who the calls are made as.
    principal: &'a str,
}

impl Told<'_> {
    fn title(&self, step: &StepId) -> &str {
        self.words.iter().find(|shown| shown.step.id == *step).map_or("", |shown| shown.title.as_str())
    }
}

/// The run that belongs to this door: set-ups to the one, repairs to the other.
fn shown_run(run: Option<&Run>, second_door: bool) -> Option<&Run> {
    run.filter(|run| run.plan.is_repair() == second_door)
}

pub fn page(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let account = state.connection().map(|connection| connection.account.clone());
    let now = state.connection().map_or(0, |connection| connection.clock.now());
    let Some(run) = shown_run(state.run.as_ref(), state.validation.open) else {
        page_head(ui, t!("step-apply"), t!("apply-none-sentence"), &[]);
        empty_state(ui, Icon::ListChecks, t!("apply-none"), t!("apply-none-text"), |ui| {
            if Button::secondary(t!("apply-none-go")).show(ui).clicked() {
                commands.push(Command::Go(WizardStep::Review));
            }
        });
        return;
    };
    state.pages.apply.refresh(run);
    if run.is_working() {
        // Elapsed times are the only thing that moves while nothing is heard.
        tick(ui, Duration::from_secs(1));
    }
    let now = if run.is_working() { now.max(run.now) } else { run.now };
    let principal = account.as_ref().map_or("", |account| account.principal.as_str());
    let told = Told { run, words: &state.pages.apply.words, now, principal };
    let (title, sentence) = heads(&told);
    page_head(ui, &title, &sentence, where_it_is(&told));
    if run.direction == Direction::Undo && !run.is_working() && !run.rows.is_empty() {
        page_scroll(ui, |ui| {
            trouble(ui, state.run_error.as_ref(), commands, run, None);
            undone::sections(ui, &told);
        });
        return;
    }
    bar(ui, &told);
    ui.add_space(4.0);
    let mut unfold = state.pages.apply.unfolded;
    page_scroll(ui, |ui| {
        trouble(ui, state.run_error.as_ref(), commands, run, run.receipt.as_deref());
        rows::rows(ui, &told, &mut unfold);
        if !run.is_working() {
            choices(ui, &told);
            if wants_password(run) {
                ui.add_space(8.0);
                Password::new(t!("apply-password"))
                    .note(Note::Icon(Icon::LockKeyhole, t!("apply-password-note")))
                    .show(ui, &mut state.password);
            }
        }
    });
    state.pages.apply.unfolded = unfold;
}

/// The secret is still to be made with a password that was wiped when the run took it.
fn wants_password(run: &Run) -> bool {
    run.direction == Direction::Apply
        && run.ending != Some(Ending::Finished)
        && run
            .plan
            .changes()
            .any(|step| step.action.needs_password() && !matches!(run.row(&step.id), RowState::Done { .. }))
}

fn trouble(
    ui: &mut Ui,
    report: Option<&crate::report::Report>,
    commands: &mut Commands,
    run: &Run,
    receipt: Option<&std::path::Path>,
) {
    let Some(report) = report else { return };
    failure(ui, report, |ui| {
        if let Some(receipt) = receipt
            && Button::secondary(t!("retry")).icon(Icon::RefreshCw).compact().show(ui).clicked()
        {
            commands.push(Command::Resume(receipt.to_owned()));
        }
        let way = if run.plan.is_repair() { Way::Validate } else { Way::Review };
        if Button::secondary(&way.words()).compact().show(ui).clicked() {
            commands.push(way.back());
        }
    });
}

fn count(run: &Run, wanted: impl Fn(&RowState) -> bool) -> usize {
    run.rows.values().filter(|row| wanted(row)).count()
}

fn heads(told: &Told<'_>) -> (String, String) {
    let run = told.run;
    let (done, all) = run.progress();
    let failed = count(run, |row| matches!(row, RowState::Failed { .. }));
    let took = span(run.now.saturating_sub(run.started_at));
    let kept = t!("apply-kept").to_owned();
    match (run.direction, run.ending) {
        (Direction::Apply, None) => (t!("apply-working").to_owned(), t!("apply-working-sentence").to_owned()),
        (Direction::Undo, None) => (t!("apply-undoing").to_owned(), t!("apply-undoing-sentence").to_owned()),
        (Direction::Apply, Some(Ending::Finished)) if all == 0 => {
            (t!("apply-nothing").to_owned(), t!("apply-nothing-sentence").to_owned())
        }
        (Direction::Apply, Some(Ending::Finished)) => {
            let sentence = if run.plan.is_repair() {
                t!("apply-repaired-sentence", count = done, time = took)
            } else {
                t!("apply-finished-sentence", count = done, time = took)
            };
            (t!("apply-finished").to_owned(), sentence)
        }
        (_, Some(Ending::Stopped)) => (t!("apply-stopped", done = done, all = all), kept),
        (Direction::Apply, Some(Ending::Failed)) if failed == 0 => {
            (t!("apply-could-not").to_owned(), t!("apply-could-not-sentence").to_owned())
        }
        (Direction::Apply, Some(Ending::Failed)) => (t!("apply-failed", failed = failed, done = done), kept),
        (Direction::Undo, Some(_)) if run.rows.is_empty() => {
            (t!("apply-undo-could-not").to_owned(), t!("apply-could-not-sentence").to_owned())
        }
        (Direction::Undo, Some(_)) => {
            let left = run.leftovers.len().max(failed);
            let sentence = if left == 0 { t!("undone-sentence") } else { t!("undone-left-sentence") };
            (t!("undone", left = left), sentence.to_owned())
        }
    }
}

/// The part of the path that the running or failed step works on.
fn where_it_is(told: &Told<'_>) -> &'static [PathPart] {
    use crate::domain::setup::Page;
    let at = told.run.plan.steps.iter().find(|step| {
        matches!(
            told.run.row(&step.id),
            RowState::Running { .. } | RowState::Waiting(_) | RowState::Retrying { .. } | RowState::Failed { .. }
        )
    });
    match at.map(|step| step.page) {
        Some(Page::Secret | Page::Role) => &[PathPart::Key],
        Some(Page::Network) => &[PathPart::FirstHop, PathPart::SecondHop],
        Some(Page::Database | Page::Proxy) => &[PathPart::FirstHop, PathPart::Proxy, PathPart::SecondHop],
        Some(Page::Function | Page::Access) => &[PathPart::Function, PathPart::FirstHop],
        Some(Page::Account) | None => &[PathPart::Proxy],
    }
}

/// The bar over all steps, and below it when it began and what is left.
fn bar(ui: &mut Ui, told: &Told<'_>) {
    let run = told.run;
    let (done, all) = run.progress();
    if all == 0 {
        return;
    }
    let steps: Vec<Sign> = run
        .plan
        .steps
        .iter()
        .filter(|step| run.rows.contains_key(&step.id))
        .map(|step| match run.row(&step.id) {
            RowState::Done { .. } => Sign::Done,
            RowState::Failed { .. } => Sign::Failed,
            _ => Sign::ToDo,
        })
        .collect();
    // What is done fills from the left; a failure keeps its place.
    let steps = if steps.contains(&Sign::Failed) { steps } else { filled(&steps) };
    progress(ui, &steps, &t!("apply-progress", done = done, all = all), t!("apply-progress-done"));
    let colors = tokens(ui);
    let so_far = span(told.now.saturating_sub(run.started_at));
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 16.0), Layout::left_to_right(Align::Center), |ui| {
        if run.started_at > 0 {
            let words = if run.is_working() {
                t!("apply-started", at = clock(run.started_at), time = so_far)
            } else {
                t!("apply-took", at = clock(run.started_at), time = so_far)
            };
            label(ui, &words, Font::Small, colors.text_muted);
        }
        if run.is_working() {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let words =
                    if run.stop.asked() != StopAt::Never { t!("apply-stopping").to_owned() } else { left_words(told) };
                label(ui, &words, Font::Small, colors.text_muted);
            });
        }
    });
}

fn filled(steps: &[Sign]) -> Vec<Sign> {
    let done = steps.iter().filter(|sign| **sign == Sign::Done).count();
    (0..steps.len()).map(|nth| if nth < done { Sign::Done } else { Sign::ToDo }).collect()
}

/// What is left by the usual times of the steps that are not done.
fn left_words(told: &Told<'_>) -> String {
    let run = told.run;
    let undo = run.direction == Direction::Undo;
    let left: u64 = run
        .plan
        .steps
        .iter()
        .filter(|step| run.rows.contains_key(&step.id))
        .map(|step| {
            let patience = if undo { step.action.undo_patience() } else { step.action.patience() };
            match run.row(&step.id) {
                RowState::Done { .. } | RowState::Failed { .. } | RowState::Idle => 0,
                RowState::Waiting(wait) => wait.usual_secs.saturating_sub(rows::elapsed(wait, told.now)),
                _ => patience.usual_secs,
            }
        })
        .sum();
    t!("apply-left", count = left.div_ceil(60).max(1))
}

/// What each button of the footer would do.
fn choices(ui: &mut Ui, told: &Told<'_>) {
    let run = told.run;
    let (retry, text) = match run.ending {
        Some(Ending::Failed) if run.receipt.is_some() => (t!("apply-retry"), t!("apply-retry-text")),
        Some(Ending::Stopped) => (t!("apply-resume"), t!("apply-resume-text")),
        _ => return,
    };
    ui.add_space(8.0);
    label(ui, t!("apply-choices"), Font::Strong, tokens(ui).text);
    let touched = touched(run);
    let undo = t!("apply-undo-text", count = touched);
    let ways = [
        ChoiceText { icon: Icon::RefreshCw, head: retry, text },
        ChoiceText { icon: Icon::Undo2, head: t!("apply-undo"), text: &undo },
        ChoiceText { icon: Icon::Download, head: t!("apply-export"), text: t!("apply-export-text") },
    ];
    // A repair is no set-up that could be exported.
    let [own @ .., _] = &ways;
    choice_strip(ui, if run.plan.is_repair() { own } else { &ways });
}

/// Steps that undo would take back.
fn touched(run: &Run) -> usize {
    count(run, |row| matches!(row, RowState::Done { .. } | RowState::Failed { .. }))
}

pub fn footer(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let Some(run) = shown_run(state.run.as_ref(), state.validation.open) else {
        shared::footer(ui, state, commands);
        return;
    };
    let key = shared::primary_key(ui) && !state.pages.apply.asking;
    let saved = run.saved_at.map(clock);
    if run.is_working() {
        let after = if run.plan.is_repair() { Way::Validate } else { Way::Check }.words();
        let asked = run.stop.asked() != StopAt::Never;
        let mut stop = false;
        footer_row(
            ui,
            |ui| {
                let words = if asked { t!("apply-stop-asked") } else { t!("apply-stop") };
                stop = Button::secondary(words).icon(Icon::CircleStop).enabled(!asked).show(ui).clicked();
            },
            |ui| drop(Button::secondary(&after).enabled(false).show(ui)),
            |ui| {
                if let Some(at) = &saved {
                    footer_note(ui, Icon::Save, &t!("apply-saved", at = at.as_str()));
                }
            },
        );
        if stop {
            commands.push(Command::StopAfterStep);
        }
        return;
    }
    let way = Way::of(run);
    let receipt = run.receipt.clone();
    let aside = if run.plan.is_repair() { Way::Validate } else { Way::Review }.back();
    let may_undo = run.direction == Direction::Apply && receipt.is_some() && touched(run) > 0;
    let (mut undo, mut on, mut export, mut again) = (false, false, false, false);
    footer_row(
        ui,
        |ui| {
            if may_undo {
                undo = Button::destroying(t!("apply-undo-ask")).icon(Icon::Undo2).show(ui).clicked();
            } else if run.direction == Direction::Undo && !run.plan.is_repair() {
                again = Button::secondary(t!("undone-again")).icon(Icon::RefreshCw).show(ui).clicked();
            }
        },
        |ui| {
            on = Button::primary(&way.words()).shortcut(t!("key-primary")).show(ui).clicked();
            if run.ending == Some(Ending::Failed) && run.direction == Direction::Apply && !run.plan.is_repair() {
                export = Button::quiet(t!("apply-export")).show(ui).clicked();
            }
        },
        |ui| {
            if let Some(at) = &saved {
                footer_note(ui, Icon::Save, &t!("apply-saved-short", at = at.as_str()));
            }
        },
    );
    if export {
        commands.push(Command::Go(WizardStep::Export));
    }
    if again {
        commands.push(Command::Go(WizardStep::Review));
    }
    if on || key {
        match (way, receipt) {
            (Way::Check | Way::Validate | Way::Review, _) => commands.push(way.back()),
            (Way::Resume | Way::Retry, Some(receipt)) => commands.push(Command::Resume(receipt)),
            (Way::UndoAgain(_), Some(receipt)) => commands.push(Command::Undo(receipt)),
            _ => commands.push(aside),
        }
    }
    state.pages.apply.asking |= undo;
    if state.pages.apply.asking {
        ask(ui, state, commands);
    }
}

/// The primary act once a run has ended.
#[derive(Clone, Copy)]
enum Way {
    Check,
    Resume,
    Retry,
    UndoAgain(usize),
    Review,
    /// The findings of a repair, read again.
    Validate,
}

impl Way {
    fn of(run: &Run) -> Self {
        match Self::on(run) {
            Self::Check | Self::Review if run.plan.is_repair() => Self::Validate,
            way => way,
        }
    }

    fn on(run: &Run) -> Self {
        match (run.direction, run.ending) {
            (Direction::Apply, Some(Ending::Finished)) => Self::Check,
            (Direction::Apply, Some(Ending::Stopped)) => Self::Resume,
            (Direction::Apply, _) if run.receipt.is_some() => Self::Retry,
            (Direction::Undo, Some(Ending::Stopped)) => Self::UndoAgain(0),
            (Direction::Undo, _) if !run.leftovers.is_empty() => Self::UndoAgain(run.leftovers.len()),
            _ => Self::Review,
        }
    }

    fn words(self) -> String {
        match self {
            Self::Check => t!("continue-to-check").to_owned(),
            Self::Resume => t!("apply-resume").to_owned(),
            Self::Retry => t!("apply-retry").to_owned(),
            Self::UndoAgain(count) => t!("undone-retry", count = count),
            Self::Review => t!("apply-back-to-review").to_owned(),
            Self::Validate => t!("validate-again").to_owned(),
        }
    }

    /// Where it leads, when it leads away from the run.
    const fn back(self) -> Command {
        match self {
            Self::Check => Command::Go(WizardStep::Check),
            Self::Validate => Command::Validate(Ask::Run),
            Self::Resume | Self::Retry | Self::UndoAgain(_) | Self::Review => Command::Go(WizardStep::Review),
        }
    }
}

fn ask(ui: &Ui, state: &mut State, commands: &mut Commands) {
    let live = state.connection().is_some_and(|connection| connection.account.mode == Mode::Live);
    let account = state.connection().map(|connection| connection.account.label().to_owned()).unwrap_or_default();
    let Some(run) = state.run.as_ref() else { return };
    let count = touched(run);
    let name = run.plan.setup.name.clone();
    let question = Question {
        head: t!("apply-undo-question"),
        text: &t!("apply-undo-question-text", count = count, account = account),
        yes: &t!("apply-undo-yes", count = count),
        no: t!("cancel"),
        destroys: true,
        name: live.then_some(name.as_str()),
    };
    if let Some(yes) = question.show(ui.ctx(), &mut state.pages.apply.typed) {
        state.pages.apply.asking = false;
        state.pages.apply.typed.clear();
        if yes && let Some(receipt) = run.receipt.clone() {
            commands.push(Command::Undo(receipt));
        }
    }
}
