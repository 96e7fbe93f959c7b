//! The stages from this machine as one lane, and what the one that stopped it means.

use eframe::egui::Ui;

use crate::gui::icon::Icon;
use crate::gui::rich::label;
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{
    Callout, Code, ErrorReport, Fact, Lane, Language, Sign, Stage as Column, StageResult, code_block, copy_button,
    lane, lane_heads,
};
use crate::probe::{Outcome, Stage, StageEvent, Verdict};
use crate::text::t;

fn asks(stage: Stage, port: &str, user: &str) -> String {
    match stage {
        Stage::Resolve => t!("connect-asks-resolve").to_owned(),
        Stage::Tcp => t!("connect-asks-tcp", port = port),
        Stage::Tls => t!("connect-asks-tls").to_owned(),
        Stage::Token => t!("connect-asks-token").to_owned(),
        Stage::Login => t!("connect-asks-login", user = user),
        Stage::Query => t!("connect-asks-query").to_owned(),
    }
}

/// What is known of the stages so far, from a finished attempt or from its events.
fn results(state: &State) -> Vec<(Sign, String, String)> {
    let mut seen: Vec<(Sign, String, String)> = Vec::new();
    for event in &state.stages {
        match event {
            StageEvent::Began { .. } => seen.push((Sign::Running, String::new(), String::new())),
            StageEvent::Ended(outcome) if outcome.verdict == Verdict::NotTried => {}
            StageEvent::Ended(outcome) => {
                seen.pop();
                seen.push(of(outcome));
            }
        }
    }
    seen
}

fn of(outcome: &Outcome) -> (Sign, String, String) {
    let sign = match outcome.verdict {
        Verdict::Passed => Sign::Passed,
        Verdict::NotReachable => Sign::NotFromHere,
        Verdict::Failed | Verdict::NotTried => Sign::Failed,
    };
    let fact = match sign {
        Sign::NotFromHere => t!("connect-no-answer").to_owned(),
        _ => outcome.fact.clone().unwrap_or_default(),
    };
    (sign, t!("milliseconds", count = outcome.elapsed_ms), fact)
}

pub fn lanes(ui: &mut Ui, state: &State) {
    let form = &state.pages.connect.form;
    let asked: Vec<String> = Stage::ALL.iter().map(|stage| asks(*stage, &form.port, &form.user)).collect();
    let columns: Vec<Column<'_>> =
        Stage::ALL.iter().zip(&asked).map(|(stage, asks)| Column { name: stage.title(), asks }).collect();
    lane_heads(ui, &columns);
    let results = results(state);
    let shown: Vec<StageResult<'_>> =
        results.iter().map(|(sign, time, fact)| StageResult { sign: *sign, time, fact }).collect();
    let attempt = state.attempt.ready();
    let total: u64 = attempt.map_or(0, |attempt| attempt.stages.iter().map(|stage| stage.elapsed_ms).sum());
    let outcome = match attempt.map(|attempt| attempt.verdict) {
        Some(Verdict::Passed) => t!("connect-in-all", count = total),
        Some(Verdict::NotReachable) => t!("sign-not-from-here").to_owned(),
        Some(Verdict::Failed | Verdict::NotTried) => t!("sign-failed").to_owned(),
        None if results.is_empty() => t!("connect-not-tried").to_owned(),
        None => t!("sign-running").to_owned(),
    };
    let stop = attempt.and_then(|attempt| attempt.stopped_at());
    let rest = match stop {
        Some(stop) if stop.verdict == Verdict::NotReachable => {
            Some((t!("connect-rest-unreachable"), t!("connect-rest-unreachable-text")))
        }
        Some(_) => Some((t!("connect-rest-failed"), t!("connect-rest-failed-text"))),
        None => None,
    };
    let (icon, place) = match state.is_practice() {
        true => (Icon::FlaskConical, t!("connect-simulated")),
        false => (Icon::Laptop, t!("connect-here")),
    };
    let here = Lane { icon, place, outcome: &outcome, results: &shown, rest };
    lane(ui, columns.len(), &here, |_| ());
}

/// What stopped it, in words, and the next act.
pub fn meaning(ui: &mut Ui, state: &State) {
    let Some(attempt) = state.attempt.ready() else { return };
    let Some(stop) = attempt.stopped_at() else {
        facts_of(ui, attempt);
        return;
    };
    let means = stop.means.as_deref().unwrap_or_default();
    let next = stop.next.as_deref().unwrap_or_default();
    if stop.verdict == Verdict::NotReachable {
        Callout::new(Sign::Note, t!("connect-unreachable"), means).show_body(ui, |ui| {
            label(ui, next, Font::Dense, tokens(ui).text);
            commands(ui, &stop.commands);
        });
        return;
    }
    let raw = stop.error.as_deref().map(|error| format!("`{}`", error.replace('`', "'"))).unwrap_or_default();
    let evidence = [
        Fact::new(t!("connect-stage"), stop.stage.title()),
        Fact::new(t!("connect-raw"), &raw),
        Fact::new(t!("fact-next"), next),
    ];
    let head = t!("connect-failed", stage = stop.stage.title());
    ErrorReport { head: &head, cause: means, evidence: &evidence }.show(ui, |ui| {
        if let Some(error) = &stop.error {
            copy_button(ui, t!("connect-copy-error"), error);
        }
    });
    commands(ui, &stop.commands);
}

/// What was learnt on the way, where all went well.
fn facts_of(ui: &mut Ui, attempt: &crate::probe::Attempt) {
    let rows: Vec<Fact<'_>> = attempt
        .stages
        .iter()
        .filter_map(|stage| Some(Fact::new(stage.stage.title(), stage.fact.as_deref()?)))
        .collect();
    crate::gui::widgets::card(ui, |ui| crate::gui::widgets::facts(ui, 104.0, &rows));
}

fn commands(ui: &mut Ui, commands: &[String]) {
    if !commands.is_empty() {
        code_block(ui, Code::new(&commands.join("\n"), Language::Shell));
    }
}
