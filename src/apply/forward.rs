//! Towards the setup: steps whose needs are done run side by side.
//!
//! A step that fails stops only those that need it. Stopping lets calls that are under way
//! finish, so that no write is without its entry.
//!
//! A plan is older than the lock it runs under, and a receipt older still: what counts as there
//! is looked at again before anything is built on it.

use futures::StreamExt;
use futures::future::join_all;
use futures::stream::FuturesUnordered;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::engine::{End, Engine, Outcome, SIDE_BY_SIDE, Timer, whole_secs};
use super::error::ApplyError;
use super::event::{Direction, Event};
use super::journal::Journal;
use super::looking::{look, request_token};
use super::receipt::{Entry, RunState, StepState, Unsettled};
use super::retry::{Circumstances, LOOK_AGAIN_SECS, Retries, Retry, is_signed_out, may_have_happened};
use super::stop::StopAt;
use super::watch::StepWatch;
use crate::cloud::watched::Watched;
use crate::cloud::{CloudError, ErrorKind, Writer};
use crate::domain::Tags;
use crate::domain::output::{Output, Outputs};
use crate::plan::{AtLimit, Change, Context, Done, Plan, Presence, Settled, Step, StepId};
use crate::text::{Sentence, said};

/// Seconds that something else may hold a thing we want to change.
const IN_USE_SECS: u64 = 180;

pub(super) struct Forward<'a> {
    engine: &'a Engine,
    journal: &'a Journal,
    plan: Plan,
    tags: Tags,
    run: String,
}

/// How a step was left.
enum StepEnd {
    Over,
    Stopped,
}

/// How making a step ended.
enum Made {
    Yes(Done),
    No(CloudError),
    Stopped,
}

impl<'a> Forward<'a> {
    pub(super) fn new(engine: &'a Engine, journal: &'a Journal) -> Self {
        let receipt = journal.receipt();
        Self { engine, journal, tags: Engine::tags(&receipt), plan: receipt.plan, run: receipt.run }
    }

    pub(super) async fn go(&self) -> Result<Outcome, ApplyError> {
        let todo: Vec<StepId> =
            self.plan.changes().filter(|step| !self.is_done(step)).map(|step| step.id.clone()).collect();
        self.engine.started(&self.journal.receipt(), Direction::Apply, todo);
        self.look_at_what_is_there().await?;
        let mut broken: Option<ApplyError> = None;

        let mut begun: BTreeSet<&StepId> = BTreeSet::new();
        let mut running = FuturesUnordered::new();
        loop {
            while running.len() < SIDE_BY_SIDE
                && broken.is_none()
                && self.engine.stop.asked() == StopAt::Never
                && !self.is_out_of_date()
                && !self.is_signed_out()
                && let Some(step) = self.next(&begun)
            {
                begun.insert(&step.id);
                running.push(self.step(step));
            }
            match running.next().await {
                None => break,
                // Without a receipt there is no further write; what runs is still heard out.
                Some(Err(error)) => drop(broken.get_or_insert(error)),
                Some(Ok(StepEnd::Over | StepEnd::Stopped)) => {}
            }
        }
        drop(running);
        match broken {
            Some(error) => Err(error),
            None => self.finish(),
        }
    }

    fn is_done(&self, step: &Step) -> bool {
        let entry = self.journal.entry(&step.id);
        entry.is_some_and(|entry| matches!(entry.state, StepState::AlreadySo | StepState::Done))
    }

    /// Something that the plan found is there no more. Who needs it is not always said: known names
    /// stand in the other steps.
    fn is_out_of_date(&self) -> bool {
        self.plan.steps.iter().any(|step| step.change == Change::AlreadySo && !self.is_done(step))
    }

    /// A step of this run was refused because the session has ended.
    fn is_signed_out(&self) -> bool {
        let entries = self.journal.receipt().steps;
        entries.iter().any(|entry| entry.error.as_ref().is_some_and(|error| is_signed_out(error.kind)))
    }

    /// The next step whose needs are done.
    fn next(&self, begun: &BTreeSet<&StepId>) -> Option<&Step> {
        let is_ready = |need: &StepId| self.plan.step(need).is_some_and(|step| self.is_done(step));
        self.plan
            .changes()
            .find(|step| !begun.contains(&step.id) && !self.is_done(step) && step.needs.iter().all(is_ready))
    }

    /// Looks at what counts as there: "already so" since the plan, or done before a resume. What is
    /// done and gone is made again; what the plan found and is gone was never agreed to be made.
    async fn look_at_what_is_there(&self) -> Result<(), ApplyError> {
        // An error of an earlier try says nothing of this one.
        self.journal.change(|receipt| receipt.steps.iter_mut().for_each(|entry| entry.error = None))?;
        let counts = |step: &&Step| step.change == Change::AlreadySo || self.is_done(step);
        let steps: Vec<&Step> = self.plan.steps.iter().filter(counts).collect();
        let looks: Vec<_> = steps.iter().map(|step| self.is_there(step)).collect();
        for (step, presence) in steps.into_iter().zip(join_all(looks).await) {
            match (step.change, presence) {
                (Change::AlreadySo, Some(Presence::Absent | Presence::Other)) => {
                    let call = self.plan.describe(step).call;
                    let error = CloudError::new(ErrorKind::Changed, call, said!("apply-no-longer-so"));
                    self.fail(step, error, &self.engine.timer(), |_| ())?;
                }
                (Change::AlreadySo, Some(Presence::There { .. })) => {
                    self.journal.change_entry(&step.id, |entry| entry.state = StepState::AlreadySo)?;
                }
                (_, Some(Presence::Absent)) => self.journal.change_entry(&step.id, |entry| {
                    entry.state = StepState::Pending;
                    entry.done = None;
                })?,
                // What was changed since it was made is the person's business; what could not be
                // read is not known to be gone.
                _ => {}
            }
        }
        Ok(())
    }

    /// `None` where it could not be read.
    async fn is_there(&self, step: &Step) -> Option<Presence> {
        let cloud = self.cloud(step).0;
        let (outputs, token) = (self.journal.outputs(), request_token(&self.run, &step.id));
        let context = self.context(&cloud, &outputs, &token);
        look(self.engine, &step.action, &context, &LOOK_AGAIN_SECS).await.ok()
    }

    fn finish(&self) -> Result<Outcome, ApplyError> {
        let receipt = self.journal.receipt();
        let done = receipt.count(StepState::Done);
        let failed = receipt.count(StepState::Failed);
        let left = receipt.steps.len() - receipt.count(StepState::AlreadySo) - done - failed;
        let (end, state) = match (failed, left) {
            (0, 0) if receipt.unsettled().next().is_some() => (End::NotWorking, RunState::Finished),
            (0, 0) => (End::Finished, RunState::Finished),
            _ if self.is_signed_out() => (End::SignedOut, RunState::Failed),
            (0, _) if self.engine.stop.asked() != StopAt::Never => (End::Stopped, RunState::Stopped),
            _ => (End::Failed, RunState::Failed),
        };
        self.journal.change(|receipt| receipt.state = state)?;
        let at = self.engine.now();
        self.engine.emit(match end {
            End::Stopped => Event::Stopped { at, done, left },
            _ => Event::Finished { at, done, failed, left, leftovers: Vec::new() },
        });
        Ok(Outcome { end, receipt: self.journal.receipt(), path: self.journal.path().to_owned() })
    }

    fn cloud(&self, step: &Step) -> (Watched, Arc<StepWatch>) {
        let connection = &self.engine.connection;
        let watch = StepWatch::new(step.id.clone(), connection.clock.clone(), self.engine.emit.clone());
        (Watched::new(connection.writer.clone(), watch.clone()), watch)
    }

    /// Without the password, which only making its secret needs.
    fn context<'c>(&'c self, cloud: &'c dyn Writer, outputs: &'c Outputs, token: &'c str) -> Context<'c> {
        Context { cloud, outputs, tags: &self.tags, password: None, token }
    }

    async fn step(&self, step: &Step) -> Result<StepEnd, ApplyError> {
        let engine = self.engine;
        let entry = self.journal.entry(&step.id);
        let made = entry.as_ref().is_some_and(|entry| entry.done.is_some());
        let sent_before = entry.is_some_and(|entry| entry.touched);
        let timer = engine.timer();
        if !made {
            self.journal.change_entry(&step.id, |entry| {
                entry.state = StepState::Begun;
                entry.touched = true;
                entry.begun_at = Some(engine.now());
            })?;
        }
        engine.emit(Event::StepStarted { at: engine.now(), step: step.id.clone() });
        if !made {
            let (cloud, watch) = self.cloud(step);
            match self.make(step, &cloud, &watch, sent_before).await {
                Made::Yes(done) => self.record(step, done)?,
                Made::Stopped => return Ok(StepEnd::Stopped),
                Made::No(error) => {
                    let touched = sent_before || watch.may_have_written();
                    self.fail(step, error, &timer, |entry| entry.touched = touched)?;
                    return Ok(StepEnd::Over);
                }
            }
        }
        self.settle(step, &timer).await
    }

    fn record(&self, step: &Step, done: Done) -> Result<(), ApplyError> {
        self.journal.change(|receipt| {
            for (output, value) in &done.outputs {
                receipt.outputs.set(*output, value);
            }
            if let Some(entry) = receipt.steps.iter_mut().find(|entry| entry.step == step.id) {
                entry.state = StepState::Made;
                entry.done = Some(done);
            }
        })
    }

    /// The write, again where that helps; before a repeat, a look whether it is needed.
    async fn make(&self, step: &Step, cloud: &Watched, watch: &StepWatch, sent_before: bool) -> Made {
        let engine = self.engine;
        let (outputs, token) = (self.journal.outputs(), request_token(&self.run, &step.id));
        // Ours until this step is over, and gone then.
        let password = step.action.needs_password().then(|| engine.password.take()).flatten();
        let context = Context { password: password.as_ref(), ..self.context(cloud, &outputs, &token) };
        let mut retries = Retries::default();
        let mut unanswered = sent_before;
        loop {
            let error = match self.attempt(step, &context, unanswered).await {
                Ok(done) => return Made::Yes(done),
                Err(error) => error,
            };
            unanswered |= watch.may_have_written() || may_have_happened(error.kind);
            let just_made = step.needs.iter().any(|need| self.journal.entry(need).is_some_and(|need| need.touched));
            let about = Circumstances { in_use_secs: IN_USE_SECS, just_made, unanswered };
            let Some(retry) = retries.next(&error, about) else { return Made::No(error) };
            self.retrying(step, retry, &error);
            if !engine.pause(retry.pause_secs).await {
                return Made::Stopped;
            }
        }
    }

    async fn attempt(&self, step: &Step, context: &Context<'_>, unanswered: bool) -> Result<Done, CloudError> {
        if unanswered
            && let Presence::There { done, ours: true } =
                look(self.engine, &step.action, context, &LOOK_AGAIN_SECS).await?
        {
            return Ok(done);
        }
        let done = step.action.run(context).await?;
        if step.action.answer_is_proof() {
            return Ok(done);
        }
        match look(self.engine, &step.action, context, &LOOK_AGAIN_SECS).await? {
            Presence::There { .. } => Ok(done),
            _ => {
                let call = self.plan.describe(step).call;
                Err(CloudError::new(ErrorKind::Unexpected, call, said!("apply-not-there")))
            }
        }
    }

    fn retrying(&self, step: &Step, retry: Retry, error: &CloudError) {
        let Retry { attempt, pause_secs } = retry;
        let (at, step) = (self.engine.now(), step.id.clone());
        self.engine.emit(Event::Retrying { at, step, attempt, pause_secs, why: why(error) });
    }

    /// Waits until the effect has arrived.
    async fn settle(&self, step: &Step, timer: &Timer) -> Result<StepEnd, ApplyError> {
        let engine = self.engine;
        let patience = step.action.patience();
        let cloud = self.cloud(step).0;
        let (outputs, token) = (self.journal.outputs(), request_token(&self.run, &step.id));
        let context = self.context(&cloud, &outputs, &token);
        let about = Circumstances { in_use_secs: IN_USE_SECS, just_made: true, unanswered: false };
        let mut retries = Retries::default();
        let mut questions = 0;
        loop {
            let (state, what) = match step.action.settled(&context).await {
                Ok(Settled::Ready { outputs }) => {
                    return self.done(step, outputs, None, timer).map(|()| StepEnd::Over);
                }
                Ok(Settled::Stuck { state }) => {
                    let unsettled = Unsettled { state, waited_secs: timer.secs() };
                    return self.done(step, Vec::new(), Some(unsettled), timer).map(|()| StepEnd::Over);
                }
                Ok(Settled::Waiting { state, what }) => {
                    retries = Retries::default();
                    (state, what)
                }
                Err(error) => {
                    let Some(retry) = retries.next(&error, about) else {
                        self.fail(step, error, timer, |_| ())?;
                        return Ok(StepEnd::Over);
                    };
                    self.retrying(step, retry, &error);
                    if !engine.pause(retry.pause_secs).await {
                        return Ok(StepEnd::Stopped);
                    }
                    continue;
                }
            };
            let elapsed_secs = timer.secs();
            if elapsed_secs >= patience.limit_secs {
                return match patience.at_limit {
                    AtLimit::Unsettled => {
                        let unsettled = Unsettled { state, waited_secs: elapsed_secs };
                        self.done(step, Vec::new(), Some(unsettled), timer).map(|()| StepEnd::Over)
                    }
                    AtLimit::Fail => {
                        let call = self.plan.describe(step).call;
                        let message = said!("apply-still", state = state, minutes = elapsed_secs / 60);
                        self.fail(step, CloudError::new(ErrorKind::Unexpected, call, message), timer, |_| ())?;
                        Ok(StepEnd::Over)
                    }
                };
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
                return Ok(StepEnd::Stopped);
            }
        }
    }

    fn done(
        &self,
        step: &Step,
        outputs: Vec<(Output, String)>,
        unsettled: Option<Unsettled>,
        timer: &Timer,
    ) -> Result<(), ApplyError> {
        let at = self.engine.now();
        let took_ms = timer.millis();
        let said = unsettled.clone();
        self.journal.change(|receipt| {
            for (output, value) in outputs {
                receipt.outputs.set(output, value);
            }
            if let Some(entry) = receipt.steps.iter_mut().find(|entry| entry.step == step.id) {
                entry.state = StepState::Done;
                entry.unsettled = unsettled;
                entry.error = None;
                entry.took_ms = Some(took_ms);
            }
        })?;
        self.engine.emit(Event::StepDone { at, step: step.id.clone(), unsettled: said, took_ms, undone: None });
        Ok(())
    }

    fn fail(
        &self,
        step: &Step,
        error: CloudError,
        timer: &Timer,
        more: impl FnOnce(&mut Entry),
    ) -> Result<(), ApplyError> {
        let error = self.engine.explained(error);
        let at = self.engine.now();
        let took_ms = timer.millis();
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
pub(super) fn why(error: &CloudError) -> Sentence {
    match error.kind {
        ErrorKind::NotYet | ErrorKind::NotFound => said!("apply-retry-not-yet"),
        ErrorKind::Throttled => said!("apply-retry-throttled"),
        ErrorKind::InUse => said!("apply-retry-in-use", message = &error.message),
        _ => said!("apply-retry-other", message = &error.message),
    }
}
