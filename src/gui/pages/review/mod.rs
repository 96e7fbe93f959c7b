//! The whole plan before anything happens: what, why, with which call, at what cost, and how it
//! is undone.

mod aside;
mod confirm;
mod known;
pub(super) mod list;
pub mod repair;

use std::time::Instant;

use eframe::egui::{Frame, ScrollArea, Ui, vec2};

use super::failure::failure;
use super::steps_shown::{Cache, sign};
use super::{absent, shared};
use crate::domain::account::{Account, Mode};
use crate::gui::command::{Command, Commands};
use crate::gui::frame::{footer_note, footer_row, page_head, page_head_with, page_scroll};
use crate::gui::icon::Icon;
use crate::gui::rich::label;
use crate::gui::save::What;
use crate::gui::state::State;
use crate::gui::steps::WizardStep;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{
    Button, Callout, Code, Language, Sign, card_frame, check, copy_button, empty_state, segmented,
};
use crate::plan::{Notice, Plan, Weight};
use crate::text::t;

pub(super) use aside::checks as preflight_checks;
pub use aside::pane;

/// Width of the side.
pub const PANE: f32 = 344.0;

/// What the page keeps about looking.
#[derive(Default)]
pub struct ReviewPage {
    cache: Cache,
    listing: list::PlanListing,
    /// Shows the commands instead of the list.
    script: bool,
    /// Shows how the cost came about.
    cost: bool,
    /// The question before a live account is changed is up.
    asking: bool,
    /// The plan and the notices that were acknowledged; others have to be read anew.
    read: Option<(Plan, Vec<Notice>)>,
    /// Apply was wanted before what is to be read was acknowledged.
    unread: bool,
}

impl ReviewPage {
    pub fn say_again(&mut self) {
        self.cache = Cache::default();
    }

    /// Asks about a live account once more; true when the answer is yes.
    fn confirmed(&mut self, ui: &Ui, plan: &Plan, account: &Account) -> bool {
        let answer = confirm::confirm(ui.ctx(), plan, account);
        self.asking &= answer.is_none();
        answer == Some(true)
    }

    fn has_read(&self, plan: &Plan, notices: &[Notice]) -> bool {
        notices.is_empty() || self.read.as_ref().is_some_and(|(of, read)| of == plan && read == notices)
    }
}

/// What is to be acknowledged before Apply.
fn to_be_read(state: &State) -> Vec<Notice> {
    let mut notices = state.designed.notices();
    notices.retain(Notice::is_to_be_read);
    notices
}

pub fn page(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    if state.designed.stale && state.observed.error().is_none() {
        page_head(ui, t!("review-waiting"), t!("review-sentence"), &[]);
        if state.observed.is_given_up() {
            absent::not_read(ui, Command::Observe, commands);
        } else {
            let waited = state.observed.waiting(Instant::now()).unwrap_or_default();
            absent::waiting(ui, 6, t!("page-reading"), waited, commands);
        }
    } else if state.designed.is_blocked() {
        blocked(ui, state, commands);
    } else if state.designed.plan.is_some() {
        planned(ui, state, commands);
    } else if let Some(report) = state.observed.error() {
        page_head(ui, t!("review-waiting"), t!("review-sentence"), &[]);
        failure(ui, report, |ui| {
            if Button::secondary(t!("retry")).icon(Icon::RefreshCw).compact().show(ui).clicked() {
                commands.push(Command::Observe);
            }
        });
    } else {
        page_head(ui, t!("review-waiting"), t!("review-sentence"), &[]);
        absent::setup(ui, state, commands);
    }
}

fn planned(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    // A new reading of the account forgets what it answered before.
    if state.permissions.is_unasked() {
        commands.push(Command::Preflight);
    }
    // What is still being asked is not unknown yet.
    let asking = state.permissions.waiting(Instant::now()).is_some() && state.permissions.value().is_none();
    let mut notices = state.designed.notices();
    notices.retain(|notice| !(asking && notice.check.as_deref() == Some("permissions")));
    let version = state.designed.version;
    let Some(plan) = state.designed.current_plan() else { return };
    let Some(setup) = &state.designed.setup else { return };
    let look = &mut state.pages.review;
    let changes = plan.changes().count();
    let title = t!("review-title", count = changes);
    let sentence = if changes == 0 { t!("review-nothing-sentence") } else { t!("review-sentence") };
    page_head_with(ui, &title, sentence, |ui| {
        if Button::secondary(t!("step-export")).icon(Icon::Download).show(ui).clicked() {
            commands.push(Command::Go(WizardStep::Export));
        }
        ui.add_space(8.0);
        let shown = usize::from(look.script);
        if let Some(chosen) = segmented(ui, t!("review-view"), &[t!("review-plan"), t!("review-script")], shown) {
            look.script = chosen == 1;
        }
    });
    let steps = look.cache.steps(version, Some(plan));
    if look.script {
        script(ui, plan, steps);
        return;
    }
    let every = list::filters(ui, plan, &mut look.listing, steps);
    ui.add_space(2.0);
    page_scroll(ui, |ui| {
        known::known(ui, setup, &notices, &mut state.choices.proxy.borrow_timeout_secs, commands);
        if password_missing(plan, &state.password) {
            password_callout(ui, commands);
        }
        list::groups(ui, steps, &mut look.listing, Some(commands));
        if every == 0 {
            empty_state(ui, Icon::ListChecks, t!("review-filter-none"), t!("review-filter-none-text"), |_| ());
        }
    });
}

/// The typed password is wiped when a run takes it, so it may be needed again.
fn password_missing(plan: &Plan, password: &crate::gui::widgets::SecretText) -> bool {
    plan.needs_password() && password.is_empty()
}

fn password_callout(ui: &mut Ui, commands: &mut Commands) {
    let callout = Callout::new(Sign::Error, t!("review-password"), t!("review-password-text"));
    let go = callout.show_with(ui, |ui| Button::secondary(t!("review-password-go")).compact().show(ui).clicked());
    if go {
        commands.push(Command::Go(WizardStep::Secret));
    }
}

/// All commands in order, as one would run them by hand.
fn script(ui: &mut Ui, plan: &Plan, steps: &[super::steps_shown::ShownStep]) {
    let mut text = String::new();
    for (nth, step) in steps.iter().enumerate() {
        let title = step.title.replace('`', "");
        if sign(step.step.change) == Sign::AlreadySo {
            text.push_str(&format!("# {}. {title}: {}\n\n", nth + 1, t!("sign-already-so")));
        } else {
            text.push_str(&format!("# {}. {title}\n{}\n\n", nth + 1, step.cli));
        }
    }
    let colors = tokens(ui);
    ui.horizontal(|ui| {
        label(ui, &t!("review-script-about", region = plan.account().region.as_str()), Font::Small, colors.text_muted);
        ui.with_layout(eframe::egui::Layout::right_to_left(eframe::egui::Align::Center), |ui| {
            copy_button(ui, t!("copy"), &text);
        });
    });
    let height = (ui.available_height() - 20.0).max(80.0);
    Frame::NONE.fill(colors.code_bg).corner_radius(8).stroke((1.0, colors.border)).show(ui, |ui| {
        ui.set_min_size(vec2(ui.available_width(), height - 2.0));
        ScrollArea::vertical().id_salt("script").max_height(height - 2.0).auto_shrink(false).show(ui, |ui| {
            ui.add_space(8.0);
            Code::new(&text, Language::Shell).show(ui);
            ui.add_space(8.0);
        });
    });
}

/// What stands in the way, each with the page that mends it.
fn blocked(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let designed = &state.designed;
    let count = designed.problems.len() + designed.conflicts.len();
    page_head(ui, &t!("review-blocked", count = count), t!("review-blocked-sentence"), &[]);
    let problems = designed.problems.iter().map(|problem| (problem.page, &problem.title, &problem.cure));
    let conflicts = designed.conflicts.iter().map(|conflict| (conflict.page, &conflict.title, &conflict.cure));
    page_scroll(ui, |ui| {
        for (page, title, cure) in problems.chain(conflicts) {
            let step = WizardStep::for_page(page);
            let go = Callout::new(Sign::Error, title, cure).show_with(ui, |ui| {
                Button::secondary(&t!("go-to-page", page = step.title())).compact().show(ui).clicked()
            });
            if go {
                commands.push(Command::Go(step));
            }
        }
    });
}

pub fn footer(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let key = shared::primary_key(ui) && !state.pages.review.asking;
    let account = state.connection().map(|connection| connection.account.clone());
    let changes = state.designed.current_plan().map(|plan| plan.changes().count());
    let words = match changes {
        None if state.designed.stale => t!("review-reading").to_owned(),
        None => t!("next-mend").to_owned(),
        Some(0) => t!("continue-to-check").to_owned(),
        Some(count) => t!("review-apply", count = count),
    };
    let to_read = to_be_read(state);
    let changes_any = changes.is_some_and(|count| count > 0);
    let mut read = state.designed.current_plan().is_some_and(|plan| state.pages.review.has_read(plan, &to_read));
    let (mut back, mut on, mut save) = (false, false, false);
    let unread = &mut state.pages.review.unread;
    let was_read = read;
    footer_row(
        ui,
        |ui| back = shared::back_button(ui),
        |ui| {
            on = Button::primary(&words).enabled(!state.designed.stale).shortcut(t!("key-primary")).show(ui).clicked();
            if changes_any && !to_read.is_empty() {
                acknowledge(ui, &to_read, &mut read, *unread);
            }
            save = Button::quiet(t!("save-choices")).show(ui).clicked();
        },
        |ui| match &account {
            _ if *unread && !was_read => {
                footer_note(ui, Icon::CircleX, &t!("review-read-first", count = to_read.len()))
            }
            Some(account) => what_changes(ui, account),
            None => {}
        },
    );
    if read != was_read {
        let plan = state.designed.current_plan().filter(|_| read).cloned();
        state.pages.review.read = plan.map(|plan| (plan, to_read));
        state.pages.review.unread = false;
    }
    if back {
        commands.push(Command::Back);
    }
    if save {
        commands.push(Command::Save { what: What::Choices, place: None });
    }
    if on || key {
        forward(state, read, commands);
    }
    if state.pages.review.asking {
        ask(ui, state, commands);
    }
}

/// The tick beside Apply; outlined while it is what Apply waits for.
fn acknowledge(ui: &mut Ui, to_read: &[Notice], read: &mut bool, wanted: bool) {
    let errors = to_read.iter().filter(|notice| notice.weight == Weight::Error).count();
    let warnings = to_read.len() - errors;
    let words = match (errors, warnings) {
        (0, warnings) => t!("review-read-warnings", count = warnings),
        (errors, 0) => t!("review-read-errors", count = errors),
        (errors, warnings) => t!("review-read-both", errors = errors, warnings = warnings),
    };
    let tick = check(ui, &words, read);
    if wanted && !*read {
        let colors = tokens(ui);
        ui.painter().rect_stroke(tick.rect.expand(6.0), 6, (1.0, colors.error), eframe::egui::StrokeKind::Outside);
    }
}

/// The account that Apply changes, in the footer.
fn what_changes(ui: &mut Ui, account: &Account) {
    match account.mode {
        Mode::Live => footer_note(ui, Icon::Zap, &t!("review-changes-account", account = account.label())),
        Mode::Practice => footer_note(ui, Icon::FlaskConical, t!("review-practice")),
    }
}

fn forward(state: &mut State, read: bool, commands: &mut Commands) {
    let live = state.connection().is_some_and(|connection| connection.account.mode == Mode::Live);
    match state.designed.current_plan() {
        None => {
            if let Some(page) = state.designed.first_trouble() {
                commands.push(Command::Go(WizardStep::for_page(page)));
            }
        }
        Some(plan) if plan.is_empty() => commands.push(Command::Go(WizardStep::Check)),
        Some(plan) if password_missing(plan, &state.password) => commands.push(Command::Go(WizardStep::Secret)),
        Some(_) if !read => {
            state.pages.review.unread = true;
            // The plan shows what is to be read.
            state.pages.review.script = false;
        }
        Some(_) if live => state.pages.review.asking = true,
        Some(_) => commands.push(Command::Apply),
    }
}

fn ask(ui: &Ui, state: &mut State, commands: &mut Commands) {
    let account = state.connection().map(|connection| connection.account.clone());
    let look = &mut state.pages.review;
    match (state.designed.current_plan(), account) {
        (Some(plan), Some(account)) => {
            if look.confirmed(ui, plan, &account) {
                commands.push(Command::Apply);
            }
        }
        _ => look.asking = false,
    }
}

/// A list's card: rows bring their own hairlines.
pub(super) fn rows<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    card_frame(ui)
        .inner_margin(1)
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 0.0;
            content(ui)
        })
        .inner
}
