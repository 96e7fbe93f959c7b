//! Where the function stands, where it may move and why not, and which old ways are left to be taken away.
//! Below them, the checklist of a blue/green deployment of the database.

mod courses;
mod switchover;

use std::time::{Duration, Instant};

use eframe::egui::Ui;

use super::failure::failure;
use super::shared;
use crate::discover::Existing;
use crate::domain::function::Function;
use crate::domain::proxy::AuthMode;
use crate::gui::app::tick;
use crate::gui::command::{Command, Commands};
use crate::gui::fetched::Fetched;
use crate::gui::frame::{footer_note, footer_row, page_head, page_scroll};
use crate::gui::icon::Icon;
use crate::gui::state::State;
use crate::gui::validation::{Part, Validated, ValidationAsk};
use crate::gui::widgets::{Button, Callout, PathPart, Sign, empty_state, running_line, sign_line};
use crate::plan::{Migration, Moves, OldWay, Switchover, moves, old_way, suggested_user, switchover};
use crate::report::Report;
use crate::text::t;
use crate::words::migration::{CourseState, stands, way_word};

/// What the page keeps about looking.
#[derive(Default)]
pub struct MigratePage {
    /// Which of the goals is chosen.
    goal: usize,
    /// The user of a new login.
    user: String,
    /// The question that it was filled in for.
    filled_for: Option<Existing>,
    /// What can be done, and what it was made from.
    made: Option<(Key, MovesMade)>,
}

/// What the page is made from: reading, last look at a rule, answer about the callers, user.
type Key = (u64, Option<Instant>, u64, String);

struct MovesMade {
    moves: Moves,
    switchover: Option<Switchover>,
}

/// Where the function stands, for the side.
pub fn from_words(result: &Validated) -> String {
    match &result.question.function {
        Some(_) => way_word(old_way(&result.checked.observed, result.checked.verdict.causes())),
        None => String::new(),
    }
}

impl MigratePage {
    pub fn say_again(&mut self) {
        self.made = None;
    }

    /// Fills the new user in once for each question, and works out anew what has changed.
    fn refresh(&mut self, result: &Validated, callers: &Fetched<Vec<Function>, Report>) {
        let (observed, verdict) = (&result.checked.observed, &result.checked.verdict);
        if self.filled_for.as_ref() != Some(&result.question) {
            self.goal = match old_way(observed, verdict.causes()) {
                OldWay::Direct => 0,
                OldWay::Login(AuthMode::StandardIam) => 2,
                OldWay::Login(_) | OldWay::Unknown => 1,
            };
            self.user = suggested_user(observed).unwrap_or_default();
            self.filled_for = Some(result.question.clone());
        }
        let rechecked = result.rechecked.values().max().copied();
        let key = (result.number, rechecked, callers.answered(), self.user.trim().to_owned());
        let made = self.made.take().filter(|(of, _)| *of == key).unwrap_or_else(|| {
            let others = callers.value().map(Vec::as_slice);
            let moves = moves(observed, verdict.causes(), others, &key.3);
            (key, MovesMade { moves, switchover: switchover(observed) })
        });
        self.made = Some(made);
    }

    /// The plan that the page leads to, where nothing is in its way.
    fn chosen(&self) -> Option<&Migration> {
        let (_, MovesMade { moves, .. }) = self.made.as_ref()?;
        let course = moves.goals.get(self.goal)?;
        matches!(CourseState::new(moves.from, course), CourseState::May(_)).then_some(&course.wish)
    }
}

pub fn page(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let Some(result) = state.validation.result() else {
        page_head(ui, t!("validate-part-migrate"), t!("migrate-sentence"), &[PathPart::Function]);
        empty_state(ui, Icon::Route, t!("check-none"), t!("validate-locked"), |ui| {
            if Button::secondary(t!("validate-pick-other")).show(ui).clicked() {
                commands.push(Command::Validate(ValidationAsk::Show(Part::Question)));
            }
        });
        return;
    };
    let moving = &state.validation.moving;
    if moving.callers.is_unasked() && !state.is_running() {
        commands.push(Command::Validate(ValidationAsk::Callers));
    }
    let mut look = std::mem::take(&mut state.pages.migrate);
    look.refresh(result, &moving.callers);
    let function = result.question.function.as_ref().map(ToString::to_string);
    if let Some((_, made)) = &look.made {
        let title = stands(made.moves.from, function.as_deref(), &result.question.proxy);
        page_head(ui, &title, t!("migrate-sentence"), &[PathPart::Function, PathPart::FirstHop]);
    }
    let shown = ShownMigration { state, function: function.as_deref(), now: Instant::now() };
    page_scroll(ui, |ui| shown.content(ui, &mut look, commands));
    state.pages.migrate = look;
}

/// What the sections of the page are drawn from.
struct ShownMigration<'a> {
    state: &'a State,
    function: Option<&'a str>,
    now: Instant,
}

impl ShownMigration<'_> {
    fn content(&self, ui: &mut Ui, look: &mut MigratePage, commands: &mut Commands) {
        let MigratePage { goal, user, made, .. } = look;
        let Some((_, MovesMade { moves, switchover })) = made else { return };
        let chosen = moves.goals.get(*goal).map(|course| &course.wish);
        self.news(ui, chosen, commands);
        courses::goals(ui, moves, goal, user, self.function);
        if self.function.is_none() || !moves.logins_read {
            self.questions(ui, moves.logins_read, commands);
        }
        Callout::new(Sign::Note, t!("migrate-meanwhile"), t!("migrate-meanwhile-text")).show(ui);
        ui.add_space(8.0);
        self.finishes(ui, moves, commands);
        if let Some(list) = switchover {
            ui.add_space(8.0);
            switchover::section(ui, list);
        }
    }

    /// That it is being read, and what became of the plan that was asked for.
    fn news(&self, ui: &mut Ui, chosen: Option<&Migration>, commands: &mut Commands) {
        let door = &self.state.validation;
        let outdated = door.result().is_some_and(|result| result.outdated);
        match &door.reading {
            Some(reading) => {
                tick(ui, Duration::from_millis(200));
                let (answered, sent) = (reading.progress.answered(), reading.progress.sent());
                sign_line(ui, Sign::Running, &t!("validate-reading-again", answered = answered, sent = sent));
            }
            None if outdated => {
                let again = Callout::new(Sign::Unknown, t!("validate-outdated"), "").show_with(ui, |ui| {
                    Button::secondary(t!("validate-again")).icon(Icon::RefreshCw).compact().show(ui).clicked()
                });
                if again {
                    commands.push(Command::Validate(ValidationAsk::ReadHere));
                }
            }
            None => {}
        }
        // What was in the way of another choice is of the past.
        let asked = door.moving.asked.as_ref();
        if !asked.is_some_and(|asked| asked.ends_old_way() || Some(asked) == chosen) {
            return;
        }
        if let Some(report) = door.moving.refused.error() {
            failure(ui, report, |_| ());
        }
        for conflict in door.moving.refused.ready().into_iter().flatten() {
            Callout::new(Sign::Error, &conflict.title, &conflict.cure).show(ui);
        }
    }

    /// What was not asked, and would say more.
    fn questions(&self, ui: &mut Ui, logins_read: bool, commands: &mut Commands) {
        ui.horizontal(|ui| {
            let idle = self.state.validation.reading.is_none();
            if !logins_read
                && Button::secondary(t!("findings-consent")).icon(Icon::Eye).enabled(idle).show(ui).clicked()
            {
                commands.push(Command::Validate(ValidationAsk::ReadSecretsHere));
            }
            let words = if self.function.is_some() { t!("migrate-other-function") } else { t!("migrate-a-function") };
            if Button::quiet(words).icon(Icon::SquareFunction).show(ui).clicked() {
                commands.push(Command::Validate(ValidationAsk::Show(Part::Question)));
            }
        });
    }

    /// The second plans, once it is known who else there is.
    fn finishes(&self, ui: &mut Ui, moves: &Moves, commands: &mut Commands) {
        courses::head(ui, t!("migrate-finish"), t!("migrate-finish-text"));
        let callers = &self.state.validation.moving.callers;
        if let Some(report) = callers.error() {
            let again = failure(ui, report, |ui| {
                Button::secondary(t!("retry")).icon(Icon::RefreshCw).compact().show(ui).clicked()
            });
            if again {
                commands.push(Command::Validate(ValidationAsk::Callers));
            }
        } else if callers.value().is_none() {
            if callers.waiting(self.now).is_some() {
                running_line(ui, t!("migrate-looking"));
            } else if Button::secondary(t!("migrate-look")).icon(Icon::Eye).show(ui).clicked() {
                commands.push(Command::Validate(ValidationAsk::Callers));
            }
        } else if let Some(wish) = courses::finishes(ui, moves, self.may_plan()) {
            commands.push(Command::Validate(ValidationAsk::Migrate(wish.clone())));
        }
    }

    fn may_plan(&self) -> bool {
        let door = &self.state.validation;
        door.reading.is_none()
            && door.result().is_some_and(|result| !result.outdated)
            && door.moving.refused.waiting(self.now).is_none()
    }
}

pub fn footer(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let key = shared::primary_key(ui);
    let chosen = state.pages.migrate.chosen().cloned();
    let may = ShownMigration { state, function: None, now: Instant::now() }.may_plan();
    let (mut back, mut on) = (false, false);
    footer_row(
        ui,
        |ui| back = shared::back_button(ui),
        |ui| {
            let button = Button::primary(t!("migrate-review")).shortcut(t!("key-primary"));
            on = button.enabled(may && chosen.is_some()).show(ui).clicked();
        },
        |ui| footer_note(ui, Icon::Undo2, t!("migrate-meanwhile")),
    );
    if back {
        commands.push(Command::Validate(ValidationAsk::Show(Part::Findings)));
    }
    if let Some(wish) = chosen.filter(|_| may && (on || key)) {
        commands.push(Command::Validate(ValidationAsk::Migrate(wish)));
    }
}
