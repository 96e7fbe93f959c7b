//! The stages as lanes, one from this machine and one from the function, and what the stage that stopped one means.

use eframe::egui::Ui;

use crate::apply::StopAt;
use crate::gui::command::{Command, Commands};
use crate::gui::icon::Icon;
use crate::gui::proving::{Phase, ProvingAsk};
use crate::gui::rich::label;
use crate::gui::run::{RowState, Run};
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::validation::{self, Part};
use crate::gui::widgets::{
    Button, Callout, Code, ErrorReport, Fact, Lane, Language, Sign, Stage as Column, StageResult, code_block,
    copy_button, lane, lane_heads,
};
use crate::probe::{Attempt, Stage, StageEvent, StageOutcome, StageVerdict};
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

type Shown = (Sign, String, String);

/// What is known of the stages so far, from a finished attempt or from its events.
fn results(state: &State) -> Vec<Shown> {
    let mut seen: Vec<Shown> = Vec::new();
    for event in &state.stages {
        match event {
            StageEvent::Began { .. } => seen.push((Sign::Running, String::new(), String::new())),
            StageEvent::Ended(outcome) if outcome.verdict == StageVerdict::NotTried => {}
            StageEvent::Ended(outcome) => {
                seen.pop();
                seen.push(outcome_words(outcome));
            }
        }
    }
    seen
}

fn outcome_words(outcome: &StageOutcome) -> (Sign, String, String) {
    let sign = match outcome.verdict {
        StageVerdict::Passed => Sign::Passed,
        StageVerdict::NotReachable => Sign::NotFromHere,
        StageVerdict::Failed | StageVerdict::NotTried => Sign::Failed,
    };
    let fact = match sign {
        Sign::NotFromHere => t!("connect-no-answer").to_owned(),
        _ => outcome.brief().unwrap_or_default(),
    };
    (sign, t!("milliseconds", count = outcome.elapsed_ms), fact)
}

/// Both places to connect from, under the same stages.
pub fn lanes(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let form = &state.pages.connect.form;
    let asked: Vec<String> = Stage::ALL.iter().map(|stage| asks(*stage, &form.port, &form.user)).collect();
    let columns: Vec<Column<'_>> =
        Stage::ALL.iter().zip(&asked).map(|(stage, asks)| Column { name: stage.title(), asks }).collect();
    lane_heads(ui, &columns);
    from_here(ui, state, commands);
    from_function(ui, state, commands);
}

fn outcome(attempt: &Attempt) -> String {
    match attempt.verdict {
        StageVerdict::Passed => {
            t!("connect-in-all", count = attempt.stages.iter().map(|stage| stage.elapsed_ms).sum::<u64>())
        }
        StageVerdict::NotReachable => t!("sign-not-from-here").to_owned(),
        StageVerdict::Failed | StageVerdict::NotTried => t!("sign-failed").to_owned(),
    }
}

fn show(
    ui: &mut Ui,
    lane: (Icon, &str, &str),
    results: &[Shown],
    rest: Option<(&str, &str)>,
    act: impl FnOnce(&mut Ui),
) {
    let shown: Vec<StageResult<'_>> =
        results.iter().map(|(sign, time, fact)| StageResult { sign: *sign, time, fact }).collect();
    let (icon, place, outcome) = lane;
    self::lane(ui, Stage::ALL.len(), &Lane { icon, place, outcome, results: &shown, rest }, act);
}

fn from_here(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let results = results(state);
    let attempt = state.attempt.ready();
    let outcome = match attempt {
        Some(attempt) => outcome(attempt),
        None if results.is_empty() => t!("connect-not-tried").to_owned(),
        None => t!("sign-running").to_owned(),
    };
    let stop = attempt.and_then(|attempt| attempt.stopped_at());
    let unreachable = stop.is_some_and(|stop| stop.verdict == StageVerdict::NotReachable);
    let rest = match stop {
        Some(_) if unreachable => Some((t!("connect-rest-unreachable"), t!("connect-rest-unreachable-text"))),
        Some(_) => Some((t!("connect-rest-failed"), t!("connect-rest-failed-text"))),
        None => None,
    };
    let by_tunnel = match attempt {
        Some(attempt) => attempt.target.via.is_some(),
        None => state.tunnelling.tunnel.ready().is_some(),
    };
    let place = if by_tunnel { t!("connect-by-tunnel") } else { t!("connect-here") };
    show(ui, (Icon::Laptop, place, &outcome), &results, rest, |ui| {
        let through = Button::secondary(t!("lane-through")).icon(Icon::CornerDownRight).compact();
        if unreachable && has_function(state) && through.enabled(!state.is_running()).show(ui).clicked() {
            commands.push(Command::Prove(ProvingAsk::Review));
        }
    });
}

pub fn has_function(state: &State) -> bool {
    state.seen_question().function.is_some()
}

/// The lane of the function: what it is at, or what its probe found.
fn from_function(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let proving = &state.proving;
    let function = state.seen_question().function.map(|function| function.name);
    let place = function.as_deref().unwrap_or(t!("lane-function"));
    let attempt = proving.proof.value().filter(|_| !matches!(proving.phase(), Some(Phase::Making | Phase::Asking)));
    let results: Vec<Shown> = attempt
        .into_iter()
        .flat_map(|attempt| {
            attempt.stages.iter().filter(|stage| stage.verdict != StageVerdict::NotTried).map(outcome_words)
        })
        .collect();
    let step = proving.run.as_ref().map(current_step).unwrap_or_default();
    let (outcome, rest) = match (proving.phase(), attempt) {
        (Some(Phase::Making), _) => (t!("lane-making").to_owned(), Some((t!("lane-making-head"), step.as_str()))),
        (Some(Phase::Asking), _) => {
            (t!("lane-asking").to_owned(), Some((t!("lane-asking-head"), t!("lane-asking-text"))))
        }
        (Some(Phase::Removing), Some(attempt)) => {
            let outcome = t!("lane-removing-after", outcome = outcome(attempt));
            (outcome, Some((t!("lane-removing-head"), step.as_str())))
        }
        (Some(Phase::Removing), None) => {
            (t!("lane-removing").to_owned(), Some((t!("lane-removing-head"), step.as_str())))
        }
        (None, Some(attempt)) => (outcome(attempt), Some((t!("connect-rest-failed"), t!("connect-rest-failed-text")))),
        (None, None) if function.is_none() => {
            (t!("connect-not-tried").to_owned(), Some((t!("lane-no-function"), t!("lane-no-function-text"))))
        }
        (None, None) => (t!("connect-not-tried").to_owned(), Some((t!("lane-rest"), t!("lane-rest-text")))),
    };
    let idle = !state.is_running();
    show(ui, (Icon::SquareFunction, place, &outcome), &results, rest, |ui| match (proving.phase(), attempt) {
        (Some(Phase::Making | Phase::Asking), _) => {
            let stop = Button::secondary(t!("lane-stop")).icon(Icon::CircleStop).compact().show(ui);
            if stop.clicked() {
                commands.push(Command::Stop(StopAt::Now));
            }
        }
        (None, None) if function.is_none() && state.is_validating() => {
            let choose = Button::secondary(t!("lane-choose")).icon(Icon::CornerDownRight).compact().show(ui);
            if choose.clicked() {
                commands.push(Command::Validate(validation::ValidationAsk::Show(Part::Question)));
            }
        }
        (None, None) if function.is_some() => {
            let probe = Button::secondary(t!("lane-probe")).icon(Icon::ListChecks).compact();
            if probe.enabled(idle).show(ui).clicked() {
                commands.push(Command::Prove(ProvingAsk::Review));
            }
        }
        _ => {}
    });
}

/// The step that is worked on, in words.
fn current_step(run: &Run) -> String {
    let at_work =
        |row: &RowState<'_>| matches!(row, RowState::Running { .. } | RowState::Waiting(_) | RowState::Retrying { .. });
    let step = run.steps().into_iter().find(|step| at_work(&run.row(&step.id)));
    step.map(|step| run.plan().describe(step).title).unwrap_or_default()
}

/// What stopped it, in words, and the next act; with `name` from where that function stands.
pub fn meaning(ui: &mut Ui, attempt: &Attempt, name: Option<&str>) {
    let Some(stop) = attempt.stopped_at() else { return };
    let means = stop.means.as_deref().unwrap_or_default();
    let next = stop.next.as_deref().unwrap_or_default();
    if stop.verdict == StageVerdict::NotReachable {
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
    let head = match name {
        Some(name) => t!("lane-failed", name = name, stage = stop.stage.title()),
        None => t!("connect-failed", stage = stop.stage.title()),
    };
    ErrorReport { head: &head, cause: means, evidence: &evidence }.show(ui, |ui| {
        if let Some(error) = &stop.error {
            copy_button(ui, t!("connect-copy-error"), error);
        }
    });
    commands(ui, &stop.commands);
}

fn commands(ui: &mut Ui, commands: &[String]) {
    if !commands.is_empty() {
        code_block(ui, Code::new(&commands.join("\n"), Language::Shell));
    }
}
