//! Back to what was there, the last first: a step is undone when nothing is left that was made from it, and
//! steps that have nothing to do with each other go side by side.
//!
//! An error ends that step, not the undoing; only the end of the session ends both. What a step
//! made stays when something that was made from it could not be taken away, or was left alone and
//! may use it: a proxy keeps its role.
//!
//! Nothing is called gone after one look: what was sent a moment ago may not show yet.

use futures::StreamExt;
use futures::stream::FuturesUnordered;

use super::engine::{End, Engine, Outcome, SIDE_BY_SIDE, Timer, whole_secs};
use super::error::ApplyError;
use super::event::{Direction, Event};
use super::forward::why;
use super::journal::Journal;
use super::looking::request_token;
use super::receipt::{Entry, RunState, StepState};
use super::retry::{Circumstances, FRESH_SECS, LOOK_AGAIN_SECS, Retries, Retry, is_signed_out, may_have_happened};
use super::stop::StopAt;
use super::watch::StepWatch;
use super::way::{Over, UndoSteps};
use crate::cloud::watched::Watched;
use crate::cloud::{CloudError, ErrorKind};
use crate::domain::Tags;
use crate::plan::{Context, Leftover, Plan, Presence, Settled, Step, StepId, Undone};
use crate::text::{Sentence, said};

pub(super) struct Backward<'a> {
    engine: &'a Engine,
    journal: &'a Journal,
    plan: Plan,
    tags: Tags,
    run: String,
}

/// How undoing a step ended.
enum Ended {
    Undone(Undone),
    Failed(CloudError),
    Stopped,
}

/// Whether what was undone is gone from the account too.
enum Settling {
    Gone,
    Stopped,
    /// It takes longer than anybody waits.
    Late(CloudError),
    /// It is still there, or cannot be read: undoing is tried again.
    Unclear(CloudError),
}

impl<'a> Backward<'a> {
    pub(super) fn new(engine: &'a Engine, journal: &'a Journal) -> Self {
        let receipt = journal.receipt();
        Self { engine, journal, tags: Engine::tags(&receipt), plan: receipt.plan, run: receipt.run }
    }

    pub(super) async fn go(&self) -> Result<Outcome, ApplyError> {
        let receipt = self.journal.receipt();
        let todo: Vec<StepId> = receipt.to_undo().into_iter().map(|step| step.id.clone()).collect();
        self.engine.started(&receipt, Direction::Undo, todo.clone());
        self.journal.change(|receipt| receipt.leftovers.clear())?;

        let todo: Vec<&Step> = todo.iter().filter_map(|id| self.plan.step(id)).collect();
        let mut way = UndoSteps::new(&self.plan, todo);
        let mut broken: Option<ApplyError> = None;
        let mut signed_out = false;
        let mut running = FuturesUnordered::new();
        loop {
            while running.len() < SIDE_BY_SIDE
                && broken.is_none()
                && !signed_out
                && self.engine.stop.asked() == StopAt::Never
                && let Some(step) = way.next()
            {
                if let Some(blocker) = way.blocker(step) {
                    let why = said!("apply-undo-blocked", blocker = self.title(blocker));
                    way.over(step, Over::Failed(Some(why)));
                } else {
                    running.push(async move { (step, self.step(step).await) });
                }
            }
            match running.next().await {
                None => break,
                // Without a receipt there is no further write; what runs is still heard out.
                Some((_, Err(error))) => drop(broken.get_or_insert(error)),
                Some((_, Ok(Ended::Stopped))) => {}
                Some((step, Ok(Ended::Undone(Undone::Kept { why, in_use })))) => {
                    way.over(step, Over::Kept { why, in_use });
                }
                Some((step, Ok(Ended::Undone(_)))) => way.over(step, Over::Gone),
                Some((step, Ok(Ended::Failed(error)))) => {
                    let ends_all = is_signed_out(error.kind);
                    signed_out |= ends_all;
                    way.over(step, Over::Failed((!ends_all).then_some(error.message)));
                }
            }
        }
        drop(running);
        match broken {
            Some(error) => Err(error),
            None => self.finish(&way, signed_out),
        }
    }

    /// What a step makes, as it is called where it stays.
    fn title(&self, step: &Step) -> Sentence {
        let receipt = self.journal.receipt();
        step.action.leftover(receipt.account(), &receipt.outputs, Sentence::default()).title
    }

    fn finish(&self, way: &UndoSteps<'_>, signed_out: bool) -> Result<Outcome, ApplyError> {
        let receipt = self.journal.receipt();
        let leftover = |(step, why): (&Step, &Sentence)| self.engine.leftover(&receipt, &step.id, why.clone());
        let leftovers: Vec<Leftover> = way.stays().filter_map(leftover).collect();
        let (failed, left) = (way.failed(), way.left());
        let done = way.all() - failed - left;
        let (end, state) = match () {
            () if signed_out => (End::SignedOut, None),
            () if left > 0 => (End::Stopped, None),
            () if leftovers.is_empty() => (End::Finished, Some(RunState::Undone)),
            () => (End::Failed, Some(RunState::Undoing)),
        };
        self.journal.change(|receipt| {
            receipt.leftovers.clone_from(&leftovers);
            receipt.state = state.unwrap_or(receipt.state);
        })?;
        let at = self.engine.now();
        self.engine.emit(match end {
            End::Stopped => Event::Stopped { at, done: way.all() - left, left },
            _ => Event::Finished { at, done, failed, left, leftovers },
        });
        Ok(Outcome { end, receipt: self.journal.receipt(), path: self.journal.path().to_owned() })
    }

    async fn step(&self, step: &Step) -> Result<Ended, ApplyError> {
        let engine = self.engine;
        let timer = engine.timer();
        self.journal.change_entry(&step.id, |entry| entry.state = StepState::UndoBegun)?;
        engine.emit(Event::StepStarted { at: engine.now(), step: step.id.clone() });
        let ended = match self.take_back(step, &timer).await {
            Ended::Failed(error) => Ended::Failed(engine.explained(error)),
            ended => ended,
        };
        let at = engine.now();
        let took_ms = timer.millis();
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
                engine.emit(Event::StepDone { at, step, unsettled: None, took_ms, undone });
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

    async fn take_back(&self, step: &Step, timer: &Timer) -> Ended {
        let engine = self.engine;
        let mut about =
            Circumstances { in_use_secs: step.action.undo_patience().limit_secs, ..Circumstances::default() };
        let watch = StepWatch::new(step.id.clone(), engine.connection.clock.clone(), engine.emit.clone());
        let cloud = Watched::new(engine.connection.writer.clone(), watch);
        let (outputs, token) = (self.journal.outputs(), request_token(&self.run, &step.id));
        let context = Context { cloud: &cloud, outputs: &outputs, tags: &self.tags, password: None, token: &token };
        let entry = self.journal.entry(&step.id);
        let done = entry.as_ref().and_then(|entry| entry.done.as_ref());
        let mut looks = self.looks_until_gone(entry.as_ref());
        let mut retries = Retries::default();
        let mut undone = Undone::AlreadyGone;
        loop {
            let answer = match step.action.undo(&context, done).await {
                Err(error) if error.has_kind(ErrorKind::NotFound) => Ok(Undone::AlreadyGone),
                answer => answer,
            };
            let error = match answer {
                Ok(Undone::AlreadyGone) => {
                    let Some((pause_secs, rest)) = looks.split_first() else { return Ended::Undone(undone) };
                    looks = rest;
                    if !engine.pause(*pause_secs).await {
                        return Ended::Stopped;
                    }
                    continue;
                }
                Ok(kept @ Undone::Kept { .. }) => return Ended::Undone(kept),
                Ok(taken_back) => {
                    // What is gone from now on went by this call.
                    (undone, looks) = (taken_back, &[]);
                    match self.settle(step, &context, timer).await {
                        Settling::Gone => return Ended::Undone(undone),
                        Settling::Stopped => return Ended::Stopped,
                        Settling::Late(error) => return Ended::Failed(error),
                        Settling::Unclear(error) => error,
                    }
                }
                Err(error) => error,
            };
            about.unanswered |= may_have_happened(error.kind);
            if let Some(ended) = self.pause_before_retry(step, &mut retries, error, about).await {
                return ended;
            }
        }
    }

    /// Pauses between looks that find nothing, before it is called gone: many where nobody knows
    /// whether it was made, or where it was made a moment ago.
    fn looks_until_gone(&self, entry: Option<&Entry>) -> &'static [u64] {
        let made = entry.is_some_and(|entry| entry.done.is_some());
        let begun_at = entry.and_then(|entry| entry.begun_at).unwrap_or_default();
        let fresh = self.engine.now().saturating_sub(begun_at) < FRESH_SECS;
        let [first, ..] = &LOOK_AGAIN_SECS;
        if made && !fresh { std::slice::from_ref(first) } else { &LOOK_AGAIN_SECS }
    }

    /// `None` after a pause; otherwise how the step has ended.
    async fn pause_before_retry(
        &self,
        step: &Step,
        retries: &mut Retries,
        error: CloudError,
        about: Circumstances,
    ) -> Option<Ended> {
        let Some(Retry { attempt, pause_secs }) = retries.next(&error, about) else {
            return Some(Ended::Failed(error));
        };
        let (at, step) = (self.engine.now(), step.id.clone());
        self.engine.emit(Event::Retrying { at, step, attempt, pause_secs, why: why(&error) });
        (!self.engine.pause(pause_secs).await).then_some(Ended::Stopped)
    }

    /// Waits until the undoing has arrived, and looks whether it has.
    async fn settle(&self, step: &Step, context: &Context<'_>, timer: &Timer) -> Settling {
        let engine = self.engine;
        let patience = step.action.undo_patience();
        let mut questions = 0;
        loop {
            let (state, what) = match step.action.undo_settled(context).await {
                Ok(Settled::Waiting { state, what }) => (state, what),
                Ok(Settled::Ready { .. } | Settled::Stuck { .. }) => return self.look_once_more(step, context).await,
                Err(error) if error.has_kind(ErrorKind::NotFound) => return Settling::Gone,
                Err(error) => return Settling::Unclear(error),
            };
            let elapsed_secs = timer.secs();
            if elapsed_secs >= patience.limit_secs {
                let call = self.plan.describe(step).call;
                let message = said!("apply-still", state = state, minutes = elapsed_secs / 60);
                return Settling::Late(CloudError::new(ErrorKind::Unexpected, call, message));
            }
            let pause = patience.pause(questions);
            questions += 1;
            engine.emit(Event::StepWaiting {
                at: engine.now(),
                step: step.id.clone(),
                state,
                what,
                elapsed_secs,
                usual_secs: patience.usual_secs,
                usual_max_secs: patience.usual_max_secs,
                limit_secs: patience.limit_secs,
                next_poll_secs: whole_secs(pause),
            });
            if !engine.wait(pause).await {
                return Settling::Stopped;
            }
        }
    }

    /// Answers to deletions are empty, so anything with status 200 looks like one.
    async fn look_once_more(&self, step: &Step, context: &Context<'_>) -> Settling {
        if step.action.goes_with_another() {
            return Settling::Gone;
        }
        match step.action.look(context).await {
            Ok(Presence::There { ours: true, .. }) => {
                let call = self.plan.describe(step).call;
                Settling::Unclear(CloudError::new(ErrorKind::Unexpected, call, said!("apply-still-there")))
            }
            Ok(_) => Settling::Gone,
            Err(error) if error.has_kind(ErrorKind::NotFound) => Settling::Gone,
            Err(error) => Settling::Unclear(error),
        }
    }
}
