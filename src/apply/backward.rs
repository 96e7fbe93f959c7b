//! Back to what was there: one step after another, the last first.
//!
//! An error ends that step, not the undoing. What a step made stays when something that was made
//! from it could not be taken away: a proxy keeps its role.

use std::collections::BTreeSet;

use super::engine::{End, Engine, Outcome, Timer};
use super::error::ApplyError;
use super::event::{Direction, Event};
use super::forward::why;
use super::journal::Journal;
use super::receipt::{RunState, StepState};
use super::retry::Retries;
use super::stop::StopAt;
use super::watch::StepWatch;
use crate::cloud::watched::Watched;
use crate::cloud::{CloudError, ErrorKind};
use crate::domain::Tags;
use crate::plan::{Context, Leftover, Plan, Settled, Step, StepId, Undone};
use crate::text::t;

pub(super) struct Backward<'a> {
    engine: &'a Engine,
    journal: &'a Journal,
    plan: Plan,
    tags: Tags,
}

/// How undoing a step ended.
enum Ended {
    Undone(Undone),
    Failed(CloudError),
    Stopped,
}

impl<'a> Backward<'a> {
    pub(super) fn new(engine: &'a Engine, journal: &'a Journal) -> Self {
        let receipt = journal.receipt();
        Self { engine, journal, tags: Engine::tags(&receipt), plan: receipt.plan }
    }

    pub(super) async fn go(&self) -> Result<Outcome, ApplyError> {
        let receipt = self.journal.receipt();
        let todo: Vec<StepId> = receipt.to_undo().into_iter().map(|step| step.id.clone()).collect();
        self.engine.started(&receipt, Direction::Undo, todo.clone());

        let mut stays: BTreeSet<&StepId> = BTreeSet::new();
        let mut leftovers: Vec<Leftover> = Vec::new();
        let mut left = todo.len();
        for step in todo.iter().filter_map(|id| self.plan.step(id)) {
            if self.engine.stop.asked() != StopAt::Never {
                return self.stopped(todo.len() - left, left);
            }
            let blocker = self.plan.steps.iter().find(|user| stays.contains(&user.id) && user.needs.contains(&step.id));
            let why = if let Some(blocker) = blocker {
                stays.insert(&step.id);
                Some(t!("apply-undo-blocked", blocker = self.plan.describe(blocker).title))
            } else {
                match self.step(step).await? {
                    Ended::Undone(Undone::Kept { why }) => Some(why),
                    Ended::Undone(_) => None,
                    Ended::Stopped => return self.stopped(todo.len() - left, left),
                    Ended::Failed(error) => {
                        stays.insert(&step.id);
                        Some(error.message)
                    }
                }
            };
            left -= 1;
            leftovers.extend(why.and_then(|why| self.engine.leftover(&self.journal.receipt(), &step.id, why)));
        }
        self.finish(todo.len(), stays.len(), leftovers)
    }

    fn stopped(&self, done: usize, left: usize) -> Result<Outcome, ApplyError> {
        self.engine.emit(Event::Stopped { at: self.engine.now(), done, left });
        self.outcome(End::Stopped)
    }

    fn finish(&self, all: usize, failed: usize, leftovers: Vec<Leftover>) -> Result<Outcome, ApplyError> {
        let end = if leftovers.is_empty() { End::Finished } else { End::Failed };
        self.journal.change(|receipt| {
            receipt.state = RunState::Undone;
            receipt.leftovers.clone_from(&leftovers);
        })?;
        let at = self.engine.now();
        self.engine.emit(Event::Finished { at, done: all - failed, failed, left: 0, leftovers });
        self.outcome(end)
    }

    fn outcome(&self, end: End) -> Result<Outcome, ApplyError> {
        Ok(Outcome { end, receipt: self.journal.receipt(), path: self.journal.path().to_owned() })
    }

    async fn step(&self, step: &Step) -> Result<Ended, ApplyError> {
        let engine = self.engine;
        let timer = Timer::start(engine.now());
        self.journal.change_entry(&step.id, |entry| entry.state = StepState::UndoBegun)?;
        engine.emit(Event::StepStarted { at: engine.now(), step: step.id.clone() });
        let ended = self.take_back(step, &timer).await;
        let at = engine.now();
        let took_ms = timer.millis(at);
        match &ended {
            Ended::Stopped => {}
            Ended::Undone(undone) => {
                self.journal.change_entry(&step.id, |entry| {
                    entry.state = StepState::Undone;
                    entry.undone = Some(undone.clone());
                    entry.error = None;
                    entry.took_ms = Some(took_ms);
                })?;
                let (step, undone) = (step.id.clone(), Some(undone.clone()));
                engine.emit(Event::StepDone { at, step, remark: None, took_ms, undone });
            }
            Ended::Failed(error) => {
                self.journal.change_entry(&step.id, |entry| {
                    entry.error = Some(error.clone());
                    entry.took_ms = Some(took_ms);
                })?;
                engine.emit(Event::StepFailed { at, step: step.id.clone(), error: error.clone(), took_ms });
            }
        }
        Ok(ended)
    }

    /// The undoing call and the wait for its effect.
    async fn take_back(&self, step: &Step, timer: &Timer) -> Ended {
        let engine = self.engine;
        let patience = step.action.undo_patience();
        let watch = StepWatch::new(step.id.clone(), engine.connection.clock.clone(), engine.emit.clone());
        let cloud = Watched::new(engine.connection.writer.clone(), watch);
        let outputs = self.journal.outputs();
        let done = self.journal.entry(&step.id).and_then(|entry| entry.done);
        let context = Context {
            cloud: &cloud,
            account: &engine.connection.account,
            outputs: &outputs,
            tags: &self.tags,
            password: None,
            again: true,
        };
        let mut retries = Retries::default();
        let undone = loop {
            let error = match step.action.undo(&context, done.as_ref()).await {
                Ok(undone) => break undone,
                Err(error) if error.is(ErrorKind::NotFound) => break Undone::AlreadyGone,
                Err(error) => error,
            };
            let Some(retry) = retries.next(&error, patience.limit_secs) else { return Ended::Failed(error) };
            engine.emit(Event::Retrying {
                at: engine.now(),
                step: step.id.clone(),
                attempt: retry.attempt,
                pause_secs: retry.pause_secs,
                why: why(&error),
            });
            if !engine.pause(retry.pause_secs).await {
                return Ended::Stopped;
            }
        };
        if !matches!(undone, Undone::Removed | Undone::Restored) {
            return Ended::Undone(undone);
        }
        let mut retries = Retries::default();
        loop {
            let pause_secs = match step.action.undo_settled(&context).await {
                Ok(Settled::Ready { .. }) => return Ended::Undone(undone),
                Ok(Settled::Waiting { state, what }) => {
                    let elapsed_secs = timer.secs(engine.now());
                    if elapsed_secs >= patience.limit_secs {
                        let call = self.plan.describe(step).call;
                        let message = t!("apply-still", state = state, minutes = elapsed_secs / 60);
                        return Ended::Failed(CloudError::new(ErrorKind::Unexpected, call, message));
                    }
                    engine.emit(Event::StepWaiting {
                        at: engine.now(),
                        step: step.id.clone(),
                        state,
                        what,
                        elapsed_secs,
                        usual_secs: patience.usual_secs,
                        usual_max_secs: patience.usual_max_secs,
                        limit_secs: patience.limit_secs,
                        next_poll_secs: patience.poll_secs,
                    });
                    patience.poll_secs
                }
                Err(error) if error.is(ErrorKind::NotFound) => return Ended::Undone(undone),
                Err(error) => match retries.next(&error, patience.limit_secs) {
                    None => return Ended::Failed(error),
                    Some(retry) => retry.pause_secs,
                },
            };
            if !engine.pause(pause_secs).await {
                return Ended::Stopped;
            }
        }
    }
}
