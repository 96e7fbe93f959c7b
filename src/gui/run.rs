//! A run as the window shows it: its receipt, kept up by listening, and what each step is at now.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::apply::event::{Direction, Event};
use crate::apply::{Receipt, Standing, StepState, Stop, Unsettled};
use crate::cloud::CloudError;
use crate::domain::outside::one_line;
use crate::plan::{Plan, Step, StepId, Undone};
use crate::text::{Sentence, said};
use crate::words::{RunWords, TimeLeft, Wait, left};

/// Where a row stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum RowState<'a> {
    /// Not in this run: it is already so, or was not touched.
    Idle,
    ToDo,
    /// A write of it may have gone out when the run ended.
    CutOff,
    Running {
        since: u64,
    },
    Waiting(&'a StepWait),
    Retrying {
        attempt: u32,
        why: &'a Sentence,
    },
    Done {
        took_ms: u64,
        undone: Option<&'a Undone>,
    },
    /// Made, and its effect has not arrived.
    NotWorking {
        took_ms: u64,
        unsettled: &'a Unsettled,
    },
    Failed {
        error: &'a CloudError,
        took_ms: u64,
    },
}

/// What a step is at, while the run works.
#[derive(Debug, Clone, PartialEq)]
enum StepNow {
    Running { since: u64 },
    Waiting(StepWait),
    Retrying { attempt: u32, why: Sentence },
}

/// What is being waited for.
#[derive(Debug, Clone, PartialEq)]
pub struct StepWait {
    /// When it was heard.
    pub at: u64,
    pub state: String,
    pub what: Sentence,
    pub elapsed_secs: u64,
    pub usual_secs: u64,
    pub usual_max_secs: u64,
    pub limit_secs: u64,
    pub next_poll_secs: u64,
}

impl StepWait {
    /// As it stands at this moment of the account's time.
    pub fn at(&self, now: u64) -> Wait<'_> {
        Wait {
            state: &self.state,
            what: &self.what,
            elapsed_secs: self.elapsed_secs + now.saturating_sub(self.at),
            usual_secs: self.usual_secs,
            usual_max_secs: self.usual_max_secs,
            limit_secs: self.limit_secs,
        }
    }
}

/// One state that a step was waited in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spell {
    /// AWS's own word.
    pub state: String,
    /// Seconds after the step began.
    pub from_secs: u64,
    /// How often it was said.
    pub times: u32,
}

/// One line of the log.
#[derive(Debug, Clone, PartialEq)]
pub struct LogEntry {
    pub at: u64,
    /// The step, where the line belongs to one.
    pub step: Option<StepId>,
    pub operation: Sentence,
    pub rest: Sentence,
    /// A retry or an error.
    pub trouble: bool,
}

pub struct Run {
    /// What is done: while the run works as far as it was heard, then as it is on disk.
    pub record: Receipt,
    pub direction: Direction,
    pub stop: Stop,
    live: BTreeMap<StepId, StepNow>,
    spells: BTreeMap<StepId, Vec<Spell>>,
    pub log: Vec<LogEntry>,
    /// The receipt's file, once it is written.
    pub receipt: Option<PathBuf>,
    pub started_at: u64,
    /// Time of the newest event, in the account's time.
    pub now: u64,
    pub saved_at: Option<u64>,
    working: bool,
}

impl Run {
    /// A run that is about to begin, or to go on from what its receipt says.
    pub fn new(record: Receipt, direction: Direction, stop: Stop) -> Self {
        Self {
            record,
            direction,
            stop,
            live: BTreeMap::new(),
            spells: BTreeMap::new(),
            log: Vec::new(),
            receipt: None,
            started_at: 0,
            now: 0,
            saved_at: None,
            working: true,
        }
    }

    /// A run that nobody works on, as its receipt tells it.
    pub fn of_receipt(path: PathBuf, record: Receipt) -> Self {
        Self {
            direction: Standing::count(&record).direction(),
            receipt: Some(path),
            started_at: record.started_at,
            now: record.updated_at,
            saved_at: Some(record.updated_at),
            working: false,
            ..Self::new(record, Direction::Apply, Stop::default())
        }
    }

    pub fn plan(&self) -> &Plan {
        &self.record.plan
    }

    pub fn is_working(&self) -> bool {
        self.working
    }

    /// The run is over; `record` is its receipt as it is on disk, where there is one.
    pub fn end(&mut self, record: Option<Receipt>) {
        self.working = false;
        self.live.clear();
        if let Some(record) = record {
            self.record = record;
        }
        self.direction = self.standing().direction();
    }

    pub fn standing(&self) -> Standing {
        Standing::count(&self.record)
    }

    pub fn in_words(&self) -> RunWords {
        RunWords::new(&self.record, self.working)
    }

    /// The steps that this run is about, in the order in which they are done.
    pub fn steps(&self) -> Vec<&Step> {
        let shown = self.plan().steps.iter().filter(|step| self.row(&step.id) != RowState::Idle);
        match self.direction {
            Direction::Apply => shown.collect(),
            Direction::Undo => shown.rev().collect(),
        }
    }

    pub fn row(&self, step: &StepId) -> RowState<'_> {
        match self.live.get(step) {
            Some(StepNow::Running { since }) => return RowState::Running { since: *since },
            Some(StepNow::Waiting(waiting)) => return RowState::Waiting(waiting),
            Some(StepNow::Retrying { attempt, why }) => return RowState::Retrying { attempt: *attempt, why },
            None => {}
        }
        let Some(entry) = self.record.entry(step) else { return RowState::Idle };
        let took_ms = entry.took_ms.unwrap_or_default();
        match (self.direction, entry.state) {
            (_, StepState::AlreadySo) => RowState::Idle,
            (Direction::Apply, StepState::Done) => match &entry.unsettled {
                Some(unsettled) => RowState::NotWorking { took_ms, unsettled },
                None => RowState::Done { took_ms, undone: None },
            },
            (Direction::Apply, StepState::Failed) | (Direction::Undo, StepState::UndoBegun)
                if entry.error.is_some() =>
            {
                entry.error.as_ref().map_or(RowState::ToDo, |error| RowState::Failed { error, took_ms })
            }
            (_, StepState::Undone) => RowState::Done { took_ms, undone: entry.undone.as_ref() },
            (Direction::Apply, StepState::Begun | StepState::Made) | (Direction::Undo, StepState::UndoBegun) => {
                RowState::CutOff
            }
            (Direction::Undo, _) if !entry.touched => RowState::Idle,
            _ => RowState::ToDo,
        }
    }

    /// A step's effect is being waited for.
    pub fn is_waiting(&self) -> bool {
        self.live.values().any(|live| matches!(live, StepNow::Waiting(_)))
    }

    /// The states that a step was waited in, in order.
    pub fn spells(&self, step: &StepId) -> &[Spell] {
        self.spells.get(step).map(Vec::as_slice).unwrap_or_default()
    }

    /// How much longer it usually takes.
    pub fn left(&self, now: u64) -> TimeLeft {
        left(self.plan(), |step| match self.row(step) {
            RowState::Waiting(waiting) => Some(Some(waiting.at(now))),
            RowState::ToDo | RowState::CutOff | RowState::Running { .. } | RowState::Retrying { .. } => Some(None),
            _ => None,
        })
    }

    pub fn receive(&mut self, event: Event) {
        self.record.follow(&event);
        match event {
            Event::RunStarted { at, direction, receipt, .. } => {
                self.started_at = at;
                self.now = at;
                self.direction = direction;
                self.receipt = Some(receipt);
            }
            Event::StepStarted { at, step } => self.set(at, step, StepNow::Running { since: at }),
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
                self.hear(&step, &state, elapsed_secs);
                let waiting =
                    StepWait { at, state, what, elapsed_secs, usual_secs, usual_max_secs, limit_secs, next_poll_secs };
                self.set(at, step, StepNow::Waiting(waiting));
            }
            Event::Retrying { at, step, attempt, pause_secs, why } => {
                self.log.push(LogEntry {
                    at,
                    step: Some(step.clone()),
                    operation: said!("run-retry"),
                    rest: said!("run-retry-rest", attempt = attempt, pause = pause_secs, why = &why),
                    trouble: true,
                });
                self.set(at, step, StepNow::Retrying { attempt, why });
            }
            Event::StepDone { at, step, unsettled, .. } => {
                if let Some(Unsettled { state, waited_secs }) = unsettled {
                    self.hear(&step, &state, waited_secs);
                }
                self.settle(at, &step);
            }
            Event::StepFailed { at, step, .. } => self.settle(at, &step),
            Event::Log { at, step, operation, resource, took_ms, error } => {
                self.now = at;
                let rest = match &error {
                    Some(error) => format!("{resource} {error}"),
                    None => format!("{resource} {took_ms} ms"),
                };
                let (operation, rest) = (operation.into(), rest.into());
                self.log.push(LogEntry { at, step: Some(step), operation, rest, trouble: error.is_some() });
            }
            Event::Saved { at } => {
                self.now = at;
                self.saved_at = Some(at);
            }
            Event::Stopped { at, .. } | Event::Finished { at, .. } => self.now = at,
        }
    }

    fn set(&mut self, at: u64, step: StepId, live: StepNow) {
        self.now = at;
        self.live.insert(step, live);
    }

    fn settle(&mut self, at: u64, step: &StepId) {
        self.now = at;
        self.live.remove(step);
    }

    /// Another state begins a spell.
    fn hear(&mut self, step: &StepId, state: &str, elapsed_secs: u64) {
        let spells = self.spells.entry(step.clone()).or_default();
        match spells.last_mut() {
            Some(last) if last.state == state => last.times += 1,
            _ => spells.push(Spell { state: state.to_owned(), from_secs: elapsed_secs, times: 1 }),
        }
    }

    /// The log as text, for copying and saving.
    pub fn log_text(&self) -> String {
        self.log
            .iter()
            .map(|line| format!("{} {} {}\n", line.at, line.operation, one_line(&line.rest.to_string())))
            .collect()
    }
}
