//! A run as the Apply page shows it: built from events alone.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::apply::event::{Direction, Event};
use crate::apply::{Stop, Unsettled};
use crate::cloud::CloudError;
use crate::domain::outside::one_line;
use crate::plan::{Leftover, Plan, StepId, Undone};

/// Where a row stands.
#[derive(Debug, Clone, PartialEq)]
pub enum RowState {
    /// Not in this run: it is already so, or was not touched.
    Idle,
    ToDo,
    Running {
        since: u64,
    },
    Waiting(Wait),
    Retrying {
        attempt: u32,
        why: String,
    },
    Done {
        took_ms: u64,
        unsettled: Option<Unsettled>,
        undone: Option<Undone>,
    },
    Failed {
        error: CloudError,
        took_ms: u64,
    },
}

/// What is being waited for.
#[derive(Debug, Clone, PartialEq)]
pub struct Wait {
    /// When it was heard.
    pub at: u64,
    pub state: String,
    pub what: String,
    pub elapsed_secs: u64,
    pub usual_secs: u64,
    pub usual_max_secs: u64,
    pub limit_secs: u64,
    pub next_poll_secs: u64,
}

/// One line of the log.
#[derive(Debug, Clone, PartialEq)]
pub struct LogEntry {
    pub at: u64,
    /// The step, where the line belongs to one.
    pub step: Option<StepId>,
    pub operation: String,
    pub rest: String,
    /// A retry or an error.
    pub trouble: bool,
}

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    Finished,
    Stopped,
    Failed,
}

pub struct Run {
    pub plan: Plan,
    pub direction: Direction,
    pub stop: Stop,
    pub rows: BTreeMap<StepId, RowState>,
    pub log: Vec<LogEntry>,
    /// The receipt's file, once it is written.
    pub receipt: Option<PathBuf>,
    pub started_at: u64,
    /// Time of the newest event, in the account's time.
    pub now: u64,
    pub saved_at: Option<u64>,
    pub leftovers: Vec<Leftover>,
    /// `None` while it works.
    pub ending: Option<Ending>,
}

impl Run {
    pub fn new(plan: Plan, direction: Direction, stop: Stop) -> Self {
        Self {
            plan,
            direction,
            stop,
            rows: BTreeMap::new(),
            log: Vec::new(),
            receipt: None,
            started_at: 0,
            now: 0,
            saved_at: None,
            leftovers: Vec::new(),
            ending: None,
        }
    }

    pub fn is_working(&self) -> bool {
        self.ending.is_none()
    }

    pub fn row(&self, step: &StepId) -> &RowState {
        self.rows.get(step).unwrap_or(&RowState::Idle)
    }

    /// Steps done, and steps of this run.
    pub fn progress(&self) -> (usize, usize) {
        let done = self.rows.values().filter(|row| matches!(row, RowState::Done { .. })).count();
        (done, self.rows.len())
    }

    pub fn receive(&mut self, event: Event) {
        match event {
            Event::RunStarted { at, direction, steps, receipt, .. } => {
                self.started_at = at;
                self.now = at;
                self.direction = direction;
                self.receipt = Some(receipt);
                self.rows = steps.into_iter().map(|step| (step, RowState::ToDo)).collect();
            }
            Event::StepStarted { at, step } => self.set(at, step, RowState::Running { since: at }),
            Event::StepWaiting {
                at,
                step,
                state,
                what,
                elapsed_secs,
                usual_secs,
                usual_max_secs,
                limit_secs,
                next_poll_secs,
            } => {
                let wait =
                    Wait { at, state, what, elapsed_secs, usual_secs, usual_max_secs, limit_secs, next_poll_secs };
                self.set(at, step, RowState::Waiting(wait));
            }
            Event::Retrying { at, step, attempt, pause_secs, why } => {
                self.log.push(LogEntry {
                    at,
                    step: Some(step.clone()),
                    operation: crate::text::t!("run-retry").to_owned(),
                    rest: crate::text::t!("run-retry-rest", attempt = attempt, pause = pause_secs, why = why.as_str()),
                    trouble: true,
                });
                self.set(at, step, RowState::Retrying { attempt, why });
            }
            Event::StepDone { at, step, unsettled, took_ms, undone } => {
                self.set(at, step, RowState::Done { took_ms, unsettled, undone });
            }
            Event::StepFailed { at, step, error, took_ms } => {
                self.set(at, step, RowState::Failed { error, took_ms });
            }
            Event::Log { at, step, operation, resource, took_ms, error } => {
                self.now = at;
                let rest = match &error {
                    Some(error) => format!("{resource} {error}"),
                    None => format!("{resource} {took_ms} ms"),
                };
                self.log.push(LogEntry { at, step: Some(step), operation, rest, trouble: error.is_some() });
            }
            Event::Saved { at } => {
                self.now = at;
                self.saved_at = Some(at);
            }
            Event::Stopped { at, .. } => {
                self.now = at;
                self.ending = Some(Ending::Stopped);
            }
            Event::Finished { at, failed, left, leftovers, .. } => {
                self.now = at;
                self.ending = Some(if failed == 0 && left == 0 { Ending::Finished } else { Ending::Failed });
                self.leftovers = leftovers;
            }
        }
    }

    fn set(&mut self, at: u64, step: StepId, state: RowState) {
        self.now = at;
        self.rows.insert(step, state);
    }

    /// The log as text, for copying and saving.
    pub fn log_text(&self) -> String {
        self.log.iter().map(|line| format!("{} {} {}\n", line.at, line.operation, one_line(&line.rest))).collect()
    }
}
