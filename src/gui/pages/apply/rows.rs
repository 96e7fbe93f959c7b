//! The steps of a run, one row each; the waiting and the failed ones say more.

use eframe::egui::{OpenUrl, Rect, Ui, UiBuilder, Vec2, vec2};

use super::{Told, not_yet};
use crate::apply::event::Direction;
use crate::cloud::CloudError;
use crate::gui::icon::Icon;
use crate::gui::pages::review::rows as card;
use crate::gui::pages::steps_shown::{after, copy_step};
use crate::gui::pages::times::took;
use crate::gui::rich::label;
use crate::gui::run::{RowState, Waiting};
use crate::gui::theme::{CONTROL_COMPACT, Font, tokens};
use crate::gui::widgets::{Button, ErrorReport, Fact, RUN_ROW_END, RunRow, Sign, clock, copy_button, link, time_scale};
use crate::plan::{Step, StepId};
use crate::report::Report;
use crate::text::{Sentence, t};
use crate::words::span;

/// So many done rows are shown as one after a failure.
const FOLD: usize = 3;

pub fn rows(ui: &mut Ui, told: &Told<'_>, unfolded: &mut bool) {
    let run = told.run;
    let steps = run.steps();
    if steps.is_empty() {
        return;
    }
    let speaks =
        steps.iter().any(|step| matches!(run.row(&step.id), RowState::Failed { .. } | RowState::NotWorking { .. }));
    let done_first = steps.iter().take_while(|step| matches!(run.row(&step.id), RowState::Done { .. })).count();
    let folds = speaks && !run.is_working() && done_first >= FOLD;
    card(ui, |ui| {
        let mut nth = 0;
        if folds && !*unfolded {
            fold(ui, told, steps.get(..done_first).unwrap_or_default(), unfolded);
            nth = done_first;
        }
        let first = nth;
        for step in steps.iter().skip(nth) {
            row(ui, told, step, nth == first && first == 0);
            nth += 1;
        }
    });
}

/// The steps before the failed one as a single row.
fn fold(ui: &mut Ui, told: &Told<'_>, steps: &[&Step], unfolded: &mut bool) {
    let ms: u64 = steps
        .iter()
        .map(|step| match told.run.row(&step.id) {
            RowState::Done { took_ms, .. } => took_ms,
            _ => 0,
        })
        .sum();
    let sentence = t!("apply-folded", count = steps.len());
    RunRow { sign: Sign::Done, sentence: &sentence, words: t!("sign-done"), time: &took(ms) }.show(ui, true);
    ui.horizontal(|ui| {
        ui.add_space(40.0);
        if link(ui, t!("apply-unfold"), Font::Small).clicked() {
            *unfolded = true;
        }
    });
    ui.add_space(8.0);
}

/// A row of the run, and what copies its step. What an undo does is another thing than the step.
fn row(ui: &mut Ui, told: &Told<'_>, step: &Step, first: bool) {
    let top = ui.cursor().min + vec2(ui.available_width() - RUN_ROW_END, 0.0);
    let state = told.run.row(&step.id);
    let lower = if is_open(&state) { 8.0 } else { 4.0 };
    row_of(ui, told, step, first);
    let shown = told.words.iter().find(|shown| shown.step.id == step.id);
    if let Some(shown) = shown.filter(|_| told.run.direction == Direction::Apply && !matches!(state, RowState::Idle)) {
        let area = Rect::from_min_size(top + vec2(0.0, lower), Vec2::splat(CONTROL_COMPACT));
        copy_step(&mut ui.new_child(UiBuilder::new().max_rect(area).id_salt(("copy", shown.number))), None, shown);
    }
}

/// It has more below its head.
fn is_open(state: &RowState<'_>) -> bool {
    matches!(
        state,
        RowState::Waiting(_) | RowState::Retrying { .. } | RowState::NotWorking { .. } | RowState::Failed { .. }
    )
}

fn row_of(ui: &mut Ui, told: &Told<'_>, step: &Step, first: bool) {
    let title = told.title(&step.id);
    let row = |sign, words, time| RunRow { sign, sentence: title, words, time };
    match told.run.row(&step.id) {
        RowState::Idle => {}
        RowState::ToDo => row(Sign::ToDo, &waits_for(told, step), "").show(ui, first),
        RowState::Running { since } => {
            let time = took(told.now.saturating_sub(since) * 1000);
            row(Sign::Running, t!("sign-running"), &time).show(ui, first);
        }
        RowState::CutOff => row(Sign::Unknown, t!("apply-cut-off"), "").show(ui, first),
        RowState::Waiting(wait) => waiting(ui, told, title, wait, first),
        RowState::Retrying { attempt, why } => {
            row(Sign::Running, &t!("apply-retrying", attempt = attempt), "").show_open(ui, first, |ui| {
                label(ui, &why.to_string(), Font::Dense, tokens(ui).text);
            });
        }
        RowState::Done { took_ms, .. } => row(Sign::Done, t!("sign-done"), &took(took_ms)).show(ui, first),
        RowState::NotWorking { took_ms, .. } => {
            row(Sign::Warning, t!("apply-not-working"), &took(took_ms))
                .show_open(ui, first, |ui| not_yet::body(ui, told, step));
        }
        RowState::Failed { error, took_ms } => {
            let time = took(took_ms);
            row(Sign::Failed, t!("sign-failed"), &time).show_open(ui, first, |ui| failed(ui, told, step, error));
        }
    }
}

/// The first step that this one still waits for, in two words.
fn waits_for(told: &Told<'_>, step: &Step) -> String {
    if !told.run.is_working() {
        return t!("apply-not-begun").to_owned();
    }
    let open = |id: &&StepId| {
        !matches!(told.run.row(id), RowState::Done { .. } | RowState::NotWorking { .. } | RowState::Idle)
    };
    match told.run.direction {
        // The last need is the latest one.
        Direction::Apply => match step.needs.iter().rev().find(open).and_then(|id| told.run.plan().step(id)) {
            Some(need) => t!("apply-after", what = after(&need.action)),
            None => String::new(),
        },
        Direction::Undo => String::new(),
    }
}

#[expect(clippy::cast_precision_loss, reason = "minutes in seconds")]
fn waiting(ui: &mut Ui, told: &Told<'_>, title: &str, waiting: &Waiting, first: bool) {
    let wait = waiting.at(told.now);
    let so_far = wait.elapsed_secs as f32;
    let time = clock(so_far);
    let row = RunRow { sign: Sign::Waiting, sentence: title, words: t!("sign-waiting"), time: &time };
    row.show_open(ui, first, |ui| {
        let colors = tokens(ui);
        let what = wait.what_words(told.run.plan().auth_mode());
        let words = format!("`{}` · {}. {what}", wait.state, wait.pace_words());
        label(ui, &words, Font::Dense, colors.text);
        ui.add_space(2.0);
        time_scale(ui, so_far, (wait.usual_secs as f32, wait.usual_max_secs as f32));
        let next = waiting.next_poll_secs.saturating_sub(told.now.saturating_sub(waiting.at));
        let limit = span(wait.limit_secs);
        label(ui, &t!("apply-asks", next = next, limit = limit), Font::Small, colors.text_muted);
    });
}

fn failed(ui: &mut Ui, told: &Told<'_>, step: &Step, error: &CloudError) {
    let colors = tokens(ui);
    let report = Report::from(error.clone());
    label(ui, &report.title.to_string(), Font::Body, colors.text);
    ui.add_space(4.0);
    let mono = |text: &str| format!("`{}`", text.replace('`', "'"));
    let operation = mono(&error.operation);
    let resource = mono(error.resource.as_deref().unwrap_or("–"));
    let said = mono(&error.code_and_message().to_string());
    let principal = mono(told.principal);
    // Its hint ends in a colon where a statement follows; here that is behind a button.
    let next = report.hints.iter().cloned().reduce(Sentence::then).unwrap_or_default().to_string();
    let next = next.trim_end_matches([' ', ':', '：']).to_owned();
    let mut evidence = vec![
        Fact::new(t!("fact-operation"), &operation),
        Fact::new(t!("fact-resource"), &resource),
        Fact::new(t!("fact-as"), &principal),
        Fact::new(t!("fact-said"), &said),
    ];
    if !next.is_empty() {
        evidence.push(Fact::new(t!("fact-next"), &next));
    }
    let record = &told.run.record;
    let console = step.action.leftover(record.account(), &record.outputs, Sentence::default()).console_url;
    ErrorReport { head: "", cause: "", evidence: &evidence }.body(ui, |ui| {
        if let Some(copy) = &report.copy {
            copy_button(ui, t!("copy-statement"), copy);
        }
        copy_button(ui, t!("copy-report"), &report.to_string());
        if !console.is_empty()
            && Button::secondary(t!("in-the-console")).compact().trailing(Icon::ArrowUpRight).show(ui).clicked()
        {
            ui.ctx().open_url(OpenUrl::new_tab(&console));
        }
    });
}
