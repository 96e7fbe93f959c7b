//! A run as it happens: which step stands where, what is waited for, and the ways on when it ends.

mod aside;
mod not_yet;
mod rows;
mod undone;

use std::time::Duration;

use eframe::egui::{Align, Key, Layout, Modifiers, Ui, vec2};

use super::failure::failure;
use super::review::repair::what_stays;
use super::shared;
use super::steps_shown::ShownStep;
use super::times::clock;
use crate::apply::event::Direction;
use crate::apply::{At, RunState, StopAt};
use crate::domain::account::Mode;
use crate::domain::setup::Setup;
use crate::export::sql_of_setup;
use crate::gui::app::tick;
use crate::gui::command::{Command, Commands};
use crate::gui::frame::{footer_note, footer_row, page_head, page_scroll};
use crate::gui::icon::Icon;
use crate::gui::rich::label;
use crate::gui::run::{RowState, Run};
use crate::gui::state::State;
use crate::gui::steps::WizardStep;
use crate::gui::theme::{Font, tokens};
use crate::gui::validation::{Part, Repairing, ValidationAsk};
use crate::gui::widgets::{
    Button, Callout, ChoiceText, Code, Language, Note, Password, PathPart, Question, Sign, card, choice_strip,
    copy_button, empty_state, progress,
};
use crate::plan::{Migration, Plan, StepId, makes_login};
use crate::text::t;
use crate::words::{Confirmation, RunWords, ask_to_resume, ask_to_undo, span};

pub use aside::{has_pane, pane};

/// What the page keeps about looking.
#[derive(Default)]
pub struct ApplyPage {
    /// The plan of the run that is shown, in words; made anew for another run.
    words: Vec<ShownStep>,
    /// The run the words are of: when it began, its id, and which way it goes.
    of: Option<(u64, String, Direction)>,
    tab: aside::Tab,
    /// Done steps are listed one by one after a failure too.
    unfolded: bool,
    /// The question before undo is up, and what was typed into it.
    asking: bool,
    typed: String,
}

impl ApplyPage {
    pub fn say_again(&mut self) {
        self.of = None;
    }

    fn refresh(&mut self, run: &Run) {
        let of = Some((run.started_at, run.record.run.clone(), run.direction));
        if self.of != of {
            self.words = super::steps_shown::shown(run.plan());
            self.of = of;
            self.unfolded = false;
        }
    }
}

/// What the rows need to be told.
struct ShownRun<'a> {
    run: &'a Run,
    words: &'a [ShownStep],
    /// The account's time.
    now: u64,
    /// Who the calls are made as.
    principal: &'a str,
    /// What the account is called.
    account: &'a str,
}

impl ShownRun<'_> {
    fn title(&self, step: &StepId) -> &str {
        self.words.iter().find(|shown| shown.step.id == *step).map_or("", |shown| shown.title.as_str())
    }
}

/// The run that belongs to this door: set-ups to the one, repairs to the other.
fn shown_run(run: Option<&Run>, second_door: bool) -> Option<&Run> {
    run.filter(|run| run.plan().setup().is_none() == second_door)
}

pub fn page(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let account = state.connection().map(|connection| connection.account.clone());
    let now = state.connection().map_or(0, |connection| connection.clock.now());
    let Some(run) = shown_run(state.run.as_ref(), state.is_validating()) else {
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
    let label = account.as_ref().map_or("", |account| account.label());
    let told = ShownRun { run, words: &state.pages.apply.words, now, principal, account: label };
    let words = run.in_words();
    page_head(ui, &words.title, &words.sentence, where_it_is(&told));
    if run.direction == Direction::Undo && !run.is_working() {
        page_scroll(ui, |ui| {
            trouble(ui, state.run_error.as_ref(), commands, run, None);
            undone::sections(ui, &told);
        });
        return;
    }
    bar(ui, &told, &words);
    ui.add_space(4.0);
    let mut unfold = state.pages.apply.unfolded;
    page_scroll(ui, |ui| {
        trouble(ui, state.run_error.as_ref(), commands, run, run.receipt.as_deref());
        rows::rows(ui, &told, &mut unfold);
        if !run.is_working() {
            choices(ui, &told);
            if let Some(setup) = run.plan().setup().filter(|_| run.record.state == RunState::Finished) {
                database_user(ui, setup);
            }
            let repair = state.validation.carried_out.as_ref().filter(|repair| repair.plan == *run.plan());
            what_stays(ui, &repair.map(Repairing::errors_left).unwrap_or_default());
            if run.record.state == RunState::Finished {
                moved(ui, repair.and_then(|repair| repair.migration.as_ref()), run.plan(), commands);
            }
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

/// What no AWS call does: the SQL for the user that the function logs in as.
fn database_user(ui: &mut Ui, setup: &Setup) {
    let sql = sql_of_setup(setup);
    ui.add_space(8.0);
    card(ui, |ui| {
        ui.horizontal(|ui| {
            label(ui, &t!("apply-user", user = setup.db_user.as_str()), Font::Strong, tokens(ui).text);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                copy_button(ui, t!("user-copy"), &sql);
            });
        });
        label(ui, t!("apply-user-text"), Font::Dense, tokens(ui).text_muted);
        Code::new(sql.trim_end(), Language::Sql).show(ui);
    });
}

/// After a migration: what still works, or no longer does, and what a person has to do.
fn moved(ui: &mut Ui, wish: Option<&Migration>, plan: &Plan, commands: &mut Commands) {
    let Some(wish) = wish else { return };
    ui.add_space(8.0);
    if wish.ends_old_way() {
        return Callout::new(Sign::Done, t!("cli-migrate-old-gone"), "").show(ui);
    }
    if let (Migration::Login { user, .. }, true) = (wish, makes_login(plan)) {
        let head = t!("migrate-make-user", user = user.as_str());
        let go = Callout::new(Sign::Warning, &head, t!("migrate-make-user-text"))
            .show_with(ui, |ui| Button::secondary(t!("validate-part-user")).compact().show(ui).clicked());
        if go {
            commands.push(Command::Validate(ValidationAsk::MakeUser(user.clone())));
        }
    }
    let go = Callout::new(Sign::Note, t!("migrate-old-stays"), t!("migrate-old-stays-text"))
        .show_with(ui, |ui| Button::secondary(t!("migrate-back")).compact().show(ui).clicked());
    if go {
        commands.push(Command::Validate(ValidationAsk::Show(Part::Migrate)));
    }
}

/// The secret is still to be made with a password that was wiped when the run took it.
fn wants_password(run: &Run) -> bool {
    run.direction == Direction::Apply && run.record.needs_password()
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
        let way = if run.plan().setup().is_none() { AfterRun::Validate } else { AfterRun::Review };
        if Button::secondary(&way.title()).compact().show(ui).clicked() {
            commands.push(way.back());
        }
    });
}

/// The part of the path that the running or failed step works on.
fn where_it_is(told: &ShownRun<'_>) -> &'static [PathPart] {
    use crate::domain::setup::Page;
    let at = told.run.plan().steps.iter().find(|step| {
        matches!(
            told.run.row(&step.id),
            RowState::Running { .. }
                | RowState::Waiting(_)
                | RowState::Retrying { .. }
                | RowState::NotWorking { .. }
                | RowState::Failed { .. }
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
fn bar(ui: &mut Ui, told: &ShownRun<'_>, words: &RunWords) {
    let run = told.run;
    let steps: Vec<Sign> = run
        .steps()
        .iter()
        .map(|step| match run.row(&step.id) {
            RowState::Done { .. } | RowState::NotWorking { .. } => Sign::Done,
            RowState::Failed { .. } => Sign::Failed,
            _ => Sign::ToDo,
        })
        .collect();
    if steps.is_empty() {
        return;
    }
    // What is done fills from the left; a failure keeps its place.
    let steps = if steps.contains(&Sign::Failed) { steps } else { filled(&steps) };
    progress(ui, &steps, &words.progress, words.progress_of);
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
                let words = match run.stop.asked() {
                    StopAt::Never => run.left(told.now).text(),
                    StopAt::AfterStep => t!("apply-stopping").to_owned(),
                    StopAt::Now => t!("apply-stopping-now").to_owned(),
                };
                label(ui, &words, Font::Small, colors.text_muted);
            });
        }
    });
}

fn filled(steps: &[Sign]) -> Vec<Sign> {
    let done = steps.iter().filter(|sign| **sign == Sign::Done).count();
    (0..steps.len()).map(|nth| if nth < done { Sign::Done } else { Sign::ToDo }).collect()
}

/// What each button of the footer would do.
fn choices(ui: &mut Ui, told: &ShownRun<'_>) {
    let run = told.run;
    let undo = ask_to_undo(&run.record, told.account).text;
    let undo = ChoiceText { icon: Icon::Undo2, head: t!("apply-undo"), text: &undo };
    let export = ChoiceText { icon: Icon::Download, head: t!("apply-export"), text: t!("apply-export-text") };
    let resume = ask_to_resume(&run.record, told.account).text;
    let resume = |head| ChoiceText { icon: Icon::RefreshCw, head, text: &resume };
    let check = ChoiceText { icon: Icon::Stethoscope, head: t!("continue-to-check"), text: t!("apply-check-text") };
    let ways = match run.standing().at {
        _ if run.plan().is_temporary() => vec![undo],
        At::NotWorking => vec![check, resume(t!("apply-wait")), undo],
        At::Failed => vec![resume(t!("apply-retry")), undo, export],
        At::Stopped | At::Applying => vec![resume(t!("apply-resume")), undo, export],
        _ => return,
    };
    ui.add_space(8.0);
    label(ui, t!("apply-choices"), Font::Strong, tokens(ui).text);
    // A repair is no set-up that could be exported.
    let ways: Vec<_> =
        ways.into_iter().filter(|way| run.plan().setup().is_some() || way.icon != Icon::Download).collect();
    choice_strip(ui, &ways);
}

pub fn footer(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let Some(run) = shown_run(state.run.as_ref(), state.is_validating()) else {
        shared::footer(ui, state, commands);
        return;
    };
    let key = shared::primary_key(ui) && !state.pages.apply.asking;
    let saved = run.saved_at.map(clock);
    if run.is_working() {
        let after = if run.plan().setup().is_none() { AfterRun::Validate } else { AfterRun::Check }.title();
        // Asked once it stops after the step, asked again at once.
        let (words, when) = match run.stop.asked() {
            StopAt::Never => (t!("apply-stop"), Some(StopAt::AfterStep)),
            StopAt::AfterStep => (t!("apply-stop-now"), Some(StopAt::Now)),
            StopAt::Now => (t!("apply-stop-asked"), None),
        };
        let mut stop = false;
        footer_row(
            ui,
            |ui| stop = Button::secondary(words).icon(Icon::CircleStop).enabled(when.is_some()).show(ui).clicked(),
            |ui| drop(Button::secondary(&after).enabled(false).show(ui)),
            |ui| {
                if let Some(at) = &saved {
                    footer_note(ui, Icon::Save, &t!("apply-saved", at = at.as_str()));
                }
            },
        );
        if let Some(when) = when.filter(|_| stop) {
            commands.push(Command::Stop(when));
        }
        return;
    }
    let way = AfterRun::for_run(run);
    let receipt = run.receipt.clone();
    let standing = run.standing();
    let repair = run.plan().setup().is_none();
    let (mut undo, mut on, mut wait, mut export, mut again) = (false, false, false, false, false);
    let may_wait = standing.at == At::NotWorking && receipt.is_some();
    footer_row(
        ui,
        |ui| {
            if run.direction == Direction::Apply && receipt.is_some() && standing.to_undo > 0 {
                undo = Button::destroying(t!("apply-undo-ask")).icon(Icon::Undo2).show(ui).clicked();
            } else if run.direction == Direction::Undo && !repair {
                again = Button::secondary(t!("undone-again")).icon(Icon::RefreshCw).show(ui).clicked();
            }
        },
        |ui| {
            on = Button::primary(&way.title()).shortcut(t!("key-primary")).show(ui).clicked();
            if may_wait {
                wait = Button::quiet(t!("apply-wait")).shortcut(t!("key-wait")).show(ui).clicked();
            }
            if standing.at == At::Failed && !repair {
                export = Button::quiet(t!("apply-export")).show(ui).clicked();
            }
        },
        |ui| {
            if let Some(at) = &saved {
                footer_note(ui, Icon::Save, &t!("apply-saved-short", at = at.as_str()));
            }
        },
    );
    wait |= may_wait && wait_key(ui) && !state.pages.apply.asking;
    if export {
        commands.push(Command::Go(WizardStep::Export));
    }
    if again {
        commands.push(Command::Go(WizardStep::Review));
    }
    if let Some(receipt) = receipt.clone().filter(|_| wait) {
        commands.push(Command::Resume(receipt));
    }
    if on || key {
        match (way, receipt) {
            (AfterRun::Resume | AfterRun::Retry, Some(receipt)) => commands.push(Command::Resume(receipt)),
            (AfterRun::UndoAgain(_), Some(receipt)) => commands.push(Command::Undo(receipt)),
            (way, _) => commands.push(way.back()),
        }
    }
    state.pages.apply.asking |= undo;
    if state.pages.apply.asking {
        ask(ui, state, commands);
    }
}

/// W waits again, unless somebody types.
fn wait_key(ui: &Ui) -> bool {
    !ui.ctx().egui_wants_keyboard_input() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::W))
}

/// The primary act once a run has ended.
#[derive(Clone, Copy)]
enum AfterRun {
    Check,
    Resume,
    Retry,
    UndoAgain(usize),
    Review,
    /// The findings of a repair, read again.
    Validate,
}

impl AfterRun {
    fn for_run(run: &Run) -> Self {
        match Self::on(run) {
            Self::Check | Self::Resume | Self::Retry if run.plan().is_temporary() => {
                Self::UndoAgain(run.standing().to_undo)
            }
            Self::Check | Self::Review if run.plan().setup().is_none() => Self::Validate,
            way => way,
        }
    }

    fn on(run: &Run) -> Self {
        let standing = run.standing();
        match standing.at {
            At::Finished | At::NothingToDo | At::NotWorking => Self::Check,
            At::Stopped | At::Applying => Self::Resume,
            At::Failed => Self::Retry,
            At::Undoing => Self::UndoAgain(0),
            At::LeftBehind => Self::UndoAgain(standing.to_undo),
            At::NotBegun | At::Undone => Self::Review,
        }
    }

    fn title(self) -> String {
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
            Self::Validate => Command::Validate(ValidationAsk::Run),
            Self::Resume | Self::Retry | Self::UndoAgain(_) | Self::Review => Command::Go(WizardStep::Review),
        }
    }
}

fn ask(ui: &Ui, state: &mut State, commands: &mut Commands) {
    let live = state.connection().is_some_and(|connection| connection.account.mode == Mode::Live);
    let account = state.connection().map(|connection| connection.account.label().to_owned()).unwrap_or_default();
    let Some(run) = state.run.as_ref() else { return };
    let Confirmation { question, text, yes } = ask_to_undo(&run.record, &account);
    let question = Question {
        head: &question,
        text: &text,
        yes: &yes,
        no: t!("cancel"),
        destroys: true,
        name: live.then_some(run.record.name()),
    };
    if let Some(yes) = question.show(ui.ctx(), &mut state.pages.apply.typed) {
        state.pages.apply.asking = false;
        state.pages.apply.typed.clear();
        if yes && let Some(receipt) = run.receipt.clone() {
            commands.push(Command::Undo(receipt));
        }
    }
}
