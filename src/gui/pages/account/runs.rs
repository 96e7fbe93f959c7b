//! Runs that stopped before their end: go on, look, undo, or forget the receipt.

use eframe::egui::{Align, Layout, Sense, Ui, vec2};

use super::in_account_of;
use crate::apply::receipt::{Receipt, StepState};
use crate::gui::command::{Command, Commands};
use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::{Fit, Rich};
use crate::gui::state::{OpenRun, State};
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Button, Question, RunRow, Sign, card_frame};
use crate::text::t;
use crate::words::{Confirmation, RunWords, ask_to_undo};

/// What the strip keeps.
#[derive(Default)]
pub struct RunsLook {
    /// The run whose steps are spelled out, by its id.
    inspected: Option<String>,
    asked: Option<Asked>,
    typed: String,
}

/// A question about one run.
struct Asked {
    run: String,
    undo: bool,
}

pub fn runs(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    for run in state.open_runs.clone() {
        card_frame(ui).inner_margin(vec2(12.0, 8.0)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
            strip(ui, &run, state, commands);
            if state.pages.account.runs.inspected.as_ref() == Some(&run.receipt.run) {
                steps(ui, &run.receipt);
            }
        });
        ui.add_space(4.0);
    }
}

fn strip(ui: &mut Ui, run: &OpenRun, state: &mut State, commands: &mut Commands) {
    let receipt = &run.receipt;
    let colors = tokens(ui);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 32.0), Layout::right_to_left(Align::Center), |ui| {
        let look = &mut state.pages.account.runs;
        let go_on = Button::secondary(t!("run-continue")).icon(Icon::Play).show(ui).clicked();
        if Button::secondary(t!("run-inspect")).show(ui).clicked() {
            let shown = look.inspected.as_ref() == Some(&receipt.run);
            look.inspected = (!shown).then(|| receipt.run.clone());
        }
        for (words, undo) in [(t!("run-undo"), true), (t!("run-discard"), false)] {
            if Button::quiet(words).show(ui).clicked() {
                look.asked = Some(Asked { run: receipt.run.clone(), undo });
                look.typed.clear();
            }
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let title = RunWords::of(receipt, false).title;
            let head = t!("run-on", title = title, when = when(receipt.updated_at));
            let rest = t!("run-of", name = receipt.name(), account = receipt.account().label());
            let (icon, _) = ui.allocate_exact_size(vec2(16.0, 16.0), Sense::hover());
            paint::icon(ui.painter(), Icon::History, icon.center(), 16.0, colors.accent);
            let words = Rich::new()
                .add(&head, Font::Strong, colors.text)
                .add(" · ", Font::Body, colors.text_muted)
                .add(&rest, Font::Body, colors.text_muted)
                .galley(ui, Fit::Elide(ui.available_width()));
            let (rect, response) = ui.allocate_exact_size(words.size(), Sense::hover());
            response.widget_info(|| {
                eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Label, true, format!("{head} · {rest}"))
            });
            paint::text_at(ui.painter(), rect.left(), rect.center().y, words);
        });
        if go_on {
            in_account_of(state, commands, receipt.account(), Command::Resume(run.path.clone()));
        }
    });
}

/// Every step of the run and where it stands.
fn steps(ui: &mut Ui, receipt: &Receipt) {
    ui.spacing_mut().item_spacing.y = 0.0;
    for (nth, step) in receipt.plan.steps.iter().enumerate() {
        let state = receipt.entry(&step.id).map_or(StepState::Pending, |entry| entry.state);
        let sign = match state {
            StepState::AlreadySo => Sign::AlreadySo,
            StepState::Pending => Sign::ToDo,
            StepState::Begun | StepState::UndoBegun => Sign::Unknown,
            StepState::Made => Sign::Waiting,
            StepState::Done => Sign::Done,
            StepState::Failed => Sign::Failed,
            StepState::Undone => Sign::Restored,
        };
        let words = receipt.plan.describe(step);
        RunRow { sign, sentence: &words.title, words: sign.word(), time: "" }.show(ui, nth == 0);
    }
}

/// Asks before a receipt is forgotten or a run undone.
pub fn questions(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let look = &mut state.pages.account.runs;
    let Some(asked) = &look.asked else { return };
    let Some(run) = state.open_runs.iter().find(|run| run.receipt.run == asked.run).cloned() else {
        look.asked = None;
        return;
    };
    let undo = asked.undo;
    let account = run.receipt.account().label().to_owned();
    let ask = if undo {
        ask_to_undo(&run.receipt, &account)
    } else {
        Confirmation {
            question: t!("discard-head").to_owned(),
            text: t!("discard-text", account = account),
            yes: t!("discard-yes").to_owned(),
        }
    };
    let question = Question {
        head: &ask.question,
        text: &ask.text,
        yes: &ask.yes,
        no: t!("cancel"),
        destroys: true,
        name: Some(run.receipt.name()),
    };
    match question.show(ui.ctx(), &mut look.typed) {
        Some(true) => {
            look.asked = None;
            if undo {
                in_account_of(state, commands, run.receipt.account(), Command::Undo(run.path.clone()));
            } else {
                commands.push(Command::Discard(run.path.clone()));
            }
        }
        Some(false) => look.asked = None,
        None => {}
    }
}

/// `20 Nov, 10:31 UTC`, from seconds since 1970. Days to date as in Howard Hinnant's
/// "chrono-compatible low-level date algorithms".
fn when(at: u64) -> String {
    let days = at / 86_400 + 719_468;
    let of_era = days % 146_097;
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let moved = (5 * of_year + 2) / 153;
    let day = of_year - (153 * moved + 2) / 5 + 1;
    let month = if moved < 10 { moved + 3 } else { moved - 9 };
    let time = format!("{:02}:{:02}", at / 3_600 % 24, at / 60 % 60);
    t!("run-when", day = day, month = month, time = time)
}

#[cfg(test)]
mod tests {
    use super::when;

    #[test]
    fn a_moment_is_said_as_day_and_time() {
        assert_eq!(when(1_795_170_660), "20 Nov, 10:31 UTC");
        assert_eq!(when(951_782_400), "29 Feb, 00:00 UTC");
    }
}
