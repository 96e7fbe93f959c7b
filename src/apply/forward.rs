//! Towards the setup: steps whose needs are done run side by side.
//!
//! A step that fails stops only those that need it. Stopping lets calls that are under way
//! finish, so that no write is without its entry.

use futures::StreamExt;
use futures::stream::FuturesUnordered;
use std::collections::BTreeSet;

use super::engine::{End, Engine, Outcome, Timer};
use super::error::ApplyError;
use super::event::{Direction, Event};
use super::journal::Journal;
use super::receipt::{Entry, RunState, StepState};
use super::retry::{Retries, Retry, may_have_happened};
use super::stop::StopAt;
use super::watch::StepWatch;
use crate::cloud::watched::Watched;
use crate::cloud::{CloudError, ErrorKind};
use crate::domain::Tags;
use crate::domain::output::Output;
use crate::plan::{AtLimit, Context, Plan, Settled, Step, StepId};
use crate::text::t;

/// Steps that run at the same time, at most.
const SIDE_BY_SIDE: usize = 4;
/// Seconds that something else may hold a thing we want to change.
const IN_USE_SECS: u64 = 180;

pub(super) struct Forward<'a> {
    engine: &'a Engine,
    journal: &'a Journal,
    plan: Plan,
    tags: Tags,
}

/// How a step was left.
enum Left {
    Over,
    Stopped,
}

impl<'a> Forward<'a> {
    pub(super) fn new(engine: &'a Engine, journal: &'a Journal) -> Self {
        let receipt = journal.receipt();
        Self { engine, journal, tags: Engine::tags(&receipt), plan: receipt.plan }
    }

    pub(super) async fn go(&self) -> Result<Outcome, ApplyError> {
        let todo: Vec<StepId> =
            self.plan.steps.iter().filter(|step| !self.is_done(&step.id)).map(|step| step.id.clone()).collect();
        self.engine.started(&self.journal.receipt(), Direction::Apply, todo);

        let mut begun: BTreeSet<&StepId> = BTreeSet::new();
        let mut running = FuturesUnordered::new();
        let mut broken: Option<ApplyError> = None;
        loop {
            while running.len() < SIDE_BY_SIDE
                && broken.is_none()
                && self.engine.stop.asked() == StopAt::Never
                && let Some(step) = self.next(&begun)
            {
                begun.insert(&step.id);
                running.push(self.step(step));
            }
            match running.next().await {
                None => break,
                // Without a receipt there is no further write; what runs is still heard out.
                Some(Err(error)) => drop(broken.get_or_insert(error)),
                Some(Ok(Left::Over | Left::Stopped)) => {}
            }
        }
        drop(running);
        match broken {
            Some(error) => Err(error),
            None => self.finish(),
        }
    }

    fn is_done(&self, step: &StepId) -> bool {
        let entry = self.journal.entry(step);
        entry.is_some_and(|entry| matches!(entry.state, StepState::AlreadySo | StepState::Done))
    }

    /// The next step whose needs are done.
    fn next(&self, begun: &BTreeSet<&StepId>) -> Option<&Step> {
        self.plan.steps.iter().find(|step| {
            !begun.contains(&step.id) && !self.is_done(&step.id) && step.needs.iter().all(|need| self.is_done(need))
        })
    }

    fn finish(&self) -> Result<Outcome, ApplyError> {
        let receipt = self.journal.receipt();
        let done = receipt.count(StepState::Done);
        let failed = receipt.count(StepState::Failed);
        let left = receipt.steps.len() - receipt.count(StepState::AlreadySo) - done - failed;
        let (end, state) = match (failed, left) {
            (0, 0) => (End::Finished, RunState::Finished),
            (0, _) if self.engine.stop.asked() != StopAt::Never => (End::Stopped, RunState::Stopped),
            _ => (End::Failed, RunState::Failed),
        };
        self.journal.change(|receipt| receipt.state = state)?;
        let at = self.engine.now();
        self.engine.emit(match end {
            End::Stopped => Event::Stopped { at, done, left },
            End::Finished | End::Failed => Event::Finished { at, done, failed, left, leftovers: Vec::new() },
        });
        Ok(Outcome { end, receipt: self.journal.receipt(), path: self.journal.path().to_owned() })
    }

    async fn step(&self, step: &Step) -> Result<Left, ApplyError> {
        let engine = self.engine;
        let entry = self.journal.entry(&step.id);
        let made = entry.as_ref().is_some_and(|entry| entry.done.is_some());
        let again = entry.is_some_and(|entry| entry.touched);
        let timer = Timer::start(engine.now());
        if !made {
            self.journal.change_entry(&step.id, |entry| {
                entry.state = StepState::Begun;
                entry.touched = true;
                entry.begun_at = Some(engine.now());
                entry.error = None;
            })?;
        }
        engine.emit(Event::StepStarted { at: engine.now(), step: step.id.clone() });
        if !made && let Some(left) = self.make(step, again, &timer).await? {
            return Ok(left);
        }
        self.settle(step, &timer).await
    }

    /// The write, tried again where that helps. `None` when it is done.
    async fn make(&self, step: &Step, again: bool, timer: &Timer) -> Result<Option<Left>, ApplyError> {
        let engine = self.engine;
        let watch = StepWatch::new(step.id.clone(), engine.connection.clock.clone(), engine.emit.clone());
        let cloud = Watched::new(engine.connection.writer.clone(), watch.clone());
        let outputs = self.journal.outputs();
        let mut context = Context {
            cloud: &cloud,
            account: &engine.connection.account,
            outputs: &outputs,
            tags: &self.tags,
            password: engine.password.as_ref(),
            again,
        };
        let mut retries = Retries::default();
        loop {
            let error = match step.action.run(&context).await {
                Ok(done) => {
                    self.journal.change(|receipt| {
                        for (output, value) in &done.outputs {
                            receipt.outputs.set(*output, value);
                        }
                        if let Some(entry) = receipt.steps.iter_mut().find(|entry| entry.step == step.id) {
                            entry.state = StepState::Made;
                            entry.done = Some(done);
                        }
                    })?;
                    return Ok(None);
                }
                Err(error) => error,
            };
            // It may have happened all the same, or its first half has.
            context.again |= watch.wrote() || may_have_happened(error.kind);
            let Some(retry) = retries.next(&error, IN_USE_SECS) else {
                let touched = context.again;
                self.fail(step, error, timer, |entry| entry.touched = touched)?;
                return Ok(Some(Left::Over));
            };
            engine.emit(Event::Retrying {
                at: engine.now(),
                step: step.id.clone(),
                attempt: retry.attempt,
                pause_secs: retry.pause_secs,
                why: why(&error),
            });
            if !engine.pause(retry.pause_secs).await {
                return Ok(Some(Left::Stopped));
            }
        }
    }

    /// Waits until the effect has arrived.
    async fn settle(&self, step: &Step, timer: &Timer) -> Result<Left, ApplyError> {
        let engine = self.engine;
        let patience = step.action.patience();
        let watch = StepWatch::new(step.id.clone(), engine.connection.clock.clone(), engine.emit.clone());
        let cloud = Watched::new(engine.connection.writer.clone(), watch);
        let outputs = self.journal.outputs();
        let context = Context {
            cloud: &cloud,
            account: &engine.connection.account,
            outputs: &outputs,
            tags: &self.tags,
            password: None,
            again: false,
        };
        let mut retries = Retries::default();
        loop {
            let (state, what) = match step.action.settled(&context).await {
                Ok(Settled::Ready { outputs, remark }) => {
                    return self.done(step, outputs, remark, timer).map(|()| Left::Over);
                }
                Ok(Settled::Waiting { state, what }) => {
                    retries = Retries::default();
                    (state, what)
                }
                Err(error) => {
                    let Some(retry) = retries.next(&error, IN_USE_SECS) else {
                        self.fail(step, error, timer, |_| ())?;
                        return Ok(Left::Over);
                    };
                    let (at, step) = (engine.now(), step.id.clone());
                    let Retry { attempt, pause_secs } = retry;
                    engine.emit(Event::Retrying { at, step, attempt, pause_secs, why: why(&error) });
                    if !engine.pause(pause_secs).await {
                        return Ok(Left::Stopped);
                    }
                    continue;
                }
            };
            let elapsed_secs = timer.secs(engine.now());
            if elapsed_secs >= patience.limit_secs {
                return match patience.at_limit {
                    AtLimit::Done => {
                        let remark = t!("apply-still", state = state, minutes = elapsed_secs / 60);
                        self.done(step, Vec::new(), Some(remark), timer).map(|()| Left::Over)
                    }
                    AtLimit::Fail => {
                        let call = self.plan.describe(step).call;
                        let message = t!("apply-still", state = state, minutes = elapsed_secs / 60);
                        self.fail(step, CloudError::new(ErrorKind::Unexpected, call, message), timer, |_| ())?;
                        Ok(Left::Over)
                    }
                };
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
            if !engine.pause(patience.poll_secs).await {
                return Ok(Left::Stopped);
            }
        }
    }

    fn done(
        &self,
        step: &Step,
        outputs: Vec<(Output, String)>,
        remark: Option<String>,
        timer: &Timer,
    ) -> Result<(), ApplyError> {
        let at = self.engine.now();
        let took_ms = timer.millis(at);
        let said = remark.clone();
        self.journal.change(|receipt| {
            for (output, value) in outputs {
                receipt.outputs.set(output, value);
            }
            if let Some(entry) = receipt.steps.iter_mut().find(|entry| entry.step == step.id) {
                entry.state = StepState::Done;
                entry.remark = remark;
                entry.error = None;
                entry.took_ms = Some(took_ms);
            }
        })?;
        self.engine.emit(Event::StepDone { at, step: step.id.clone(), remark: said, took_ms, undone: None });
        Ok(())
    }

    fn fail(
        &self,
        step: &Step,
        error: CloudError,
        timer: &Timer,
        more: impl FnOnce(&mut Entry),
    ) -> Result<(), ApplyError> {
        let at = self.engine.now();
        let took_ms = timer.millis(at);
        self.journal.change_entry(&step.id, |entry| {
            entry.state = StepState::Failed;
            entry.error = Some(error.clone());
            entry.took_ms = Some(took_ms);
            more(entry);
        })?;
        self.engine.emit(Event::StepFailed { at, step: step.id.clone(), error, took_ms });
        Ok(())
    }
}

/// Why a call is made again, in words.
pub(super) fn why(error: &CloudError) -> String {
    match error.kind {
        ErrorKind::NotYet | ErrorKind::NotFound => t!("apply-retry-not-yet").to_owned(),
        ErrorKind::Throttled => t!("apply-retry-throttled").to_owned(),
        ErrorKind::InUse => t!("apply-retry-in-use", message = error.message.as_str()),
        _ => t!("apply-retry-other", message = error.message.as_str()),
    }
}
