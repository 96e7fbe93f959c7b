//! What a run needs, and its three doors.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::error::ApplyError;
use super::event::{Direction, Emit, Event};
use super::journal::Journal;
use super::receipt::{Receipt, RunState};
use super::retry::is_signed_out;
use super::stop::Stop;
use super::store::Store;
use super::typed::Typed;
use crate::cloud::{Clock, CloudError, Connection, ErrorKind};
use crate::domain::{TAG_RUN, Tags};
use crate::plan::{Action, Leftover, Plan, StepId};
use crate::text::{Sentence, said};

/// Steps that run at the same time, at most.
pub(super) const SIDE_BY_SIDE: usize = 4;

/// What a run needs.
pub struct Engine {
    /// The account to work on.
    pub connection: Connection,
    /// Where receipts go.
    pub store: Store,
    /// Who hears of it.
    pub emit: Emit,
    /// How it is stopped.
    pub stop: Stop,
    /// The typed password, where a secret is to be made with one.
    pub password: Typed,
}

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Everything is done, or undone.
    Finished,
    /// Everything is made, and something of it does not work yet; see [`Receipt::unsettled`].
    NotWorking,
    /// Stopped on request; resume goes on.
    Stopped,
    /// A step failed, or undo left something behind.
    Failed,
    /// The session ended on the way; after signing in the same command goes on.
    SignedOut,
}

/// How a run ended and what it left on disk.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// How it ended.
    pub end: End,
    /// The receipt as it is on disk.
    pub receipt: Receipt,
    /// Its file. A plan with nothing to do leaves none.
    pub path: PathBuf,
}

impl Engine {
    /// Carries out a plan.
    pub async fn run(&self, plan: Plan) -> Result<Outcome, ApplyError> {
        let now = self.connection.clock.now();
        let nothing_to_do = plan.is_empty();
        let mut receipt = Receipt::new(plan, new_run_id(now), now);
        receipt.belongs_to(&self.connection.account)?;
        if nothing_to_do {
            receipt.state = RunState::Finished;
            let path = self.store.path(&receipt);
            self.started(&receipt, Direction::Apply, Vec::new());
            self.emit(Event::Finished { at: now, done: 0, failed: 0, left: 0, leftovers: Vec::new() });
            return Ok(Outcome { end: End::Finished, receipt, path });
        }
        self.forward(receipt).await
    }

    /// Goes on with a run that stopped, failed or crashed. What failed is tried again.
    pub async fn resume(&self, receipt: Receipt) -> Result<Outcome, ApplyError> {
        receipt.belongs_to(&self.connection.account)?;
        match receipt.state {
            RunState::Undoing => Err(ApplyError::Undoing),
            RunState::Undone if receipt.is_open() => Err(ApplyError::Undoing),
            RunState::Undone => Err(ApplyError::AlreadyUndone),
            // What it was made for is over.
            _ if receipt.plan.is_temporary() => self.backward(receipt).await,
            _ => self.forward(receipt.waiting_again()).await,
        }
    }

    /// Takes back what a run did, the last step first. Goes on after an error; what is left is in
    /// the receipt's `leftovers`. May be called again to try those.
    pub async fn undo(&self, receipt: Receipt) -> Result<Outcome, ApplyError> {
        receipt.belongs_to(&self.connection.account)?;
        if receipt.state == RunState::Undone && !receipt.is_open() {
            return Err(ApplyError::AlreadyUndone);
        }
        self.backward(receipt).await
    }

    async fn forward(&self, receipt: Receipt) -> Result<Outcome, ApplyError> {
        if receipt.needs_password() && self.password.is_missing() {
            let secret = receipt.plan.changes().find_map(|step| match &step.action {
                Action::CreateSecret(secret) => Some(secret.name.clone()),
                Action::RestoreSecret(secret) => Some(secret.name.clone()),
                _ => None,
            });
            return Err(ApplyError::PasswordNeeded { secret: secret.unwrap_or_default() });
        }
        let _lock = self.store.lock(&receipt)?;
        let journal = self.open(receipt, RunState::Applying)?;
        super::forward::Forward::new(self, &journal).go().await
    }

    async fn backward(&self, receipt: Receipt) -> Result<Outcome, ApplyError> {
        let _lock = self.store.lock(&receipt)?;
        let journal = self.open(receipt, RunState::Undoing)?;
        super::backward::Backward::new(self, &journal).go().await
    }

    fn open(&self, mut receipt: Receipt, state: RunState) -> Result<Journal, ApplyError> {
        receipt.state = state;
        receipt.updated_at = self.connection.clock.now();
        Journal::open(self.store.clone(), receipt, self.connection.clock.clone(), self.emit.clone())
    }

    pub(super) fn timer(&self) -> Timer {
        Timer::start(self.connection.clock.clone())
    }

    pub(super) fn emit(&self, event: Event) {
        (self.emit)(event);
    }

    pub(super) fn now(&self) -> u64 {
        self.connection.clock.now()
    }

    pub(super) fn started(&self, receipt: &Receipt, direction: Direction, steps: Vec<StepId>) {
        let (at, run, path) = (self.now(), receipt.run.clone(), self.store.path(receipt));
        self.emit(Event::RunStarted { at, run, direction, steps, receipt: path });
    }

    /// Waits; `false` when stopping now was asked for meanwhile.
    pub(super) async fn pause(&self, secs: u64) -> bool {
        self.wait(Duration::from_secs(secs)).await
    }

    /// The same for a part of a second.
    pub(super) async fn wait(&self, pause: Duration) -> bool {
        tokio::select! {
            biased;
            () = self.stop.now() => false,
            () = self.connection.clock.sleep(pause) => true,
        }
    }

    /// Tags of everything this run makes.
    pub(super) fn tags(receipt: &Receipt) -> Tags {
        let mut tags = receipt.plan.tags();
        tags.insert(TAG_RUN.to_owned(), receipt.run.clone());
        tags
    }

    /// A session that has ended says how it begins again.
    pub(super) fn explained(&self, mut error: CloudError) -> CloudError {
        if let (true, Some(line)) = (is_signed_out(error.kind), &self.connection.sign_in) {
            error.kind = ErrorKind::Expired;
            error.message = said!("apply-sign-in", line = line.as_str(), message = &error.message);
        }
        error
    }

    /// What undo could not take back, in words.
    pub(super) fn leftover(&self, receipt: &Receipt, step: &StepId, why: Sentence) -> Option<Leftover> {
        let step = receipt.plan.step(step)?;
        Some(step.action.leftover(receipt.account(), &receipt.outputs, why))
    }
}

/// How long something takes: by our watch, or by the account's where that has run further (the
/// practice account's minutes pass in a blink).
pub(super) struct Timer {
    started: Instant,
    clock: Arc<dyn Clock>,
    at: Duration,
}

impl Timer {
    fn start(clock: Arc<dyn Clock>) -> Self {
        Self { started: Instant::now(), at: clock.monotonic(), clock }
    }

    pub(super) fn secs(&self) -> u64 {
        self.clock.monotonic().saturating_sub(self.at).as_secs()
    }

    pub(super) fn millis(&self) -> u64 {
        let ours = self.started.elapsed().as_millis().try_into().unwrap_or(u64::MAX);
        // The practice account counts whole seconds: one of them may be no time at all.
        match self.secs() {
            0 | 1 => ours,
            secs => ours.max(secs * 1000),
        }
    }
}

/// A pause as events tell it: in seconds, a part of one as a whole one.
pub(super) fn whole_secs(pause: Duration) -> u64 {
    pause.as_millis().div_ceil(1000).try_into().unwrap_or(u64::MAX)
}

/// Unique among runs, and in the order of time: `1795248000-3f9c12ab`.
fn new_run_id(now: u64) -> String {
    // The standard library seeds each hasher from the operating system's randomness.
    let random = RandomState::new().build_hasher().finish();
    format!("{now}-{:08x}", random & 0xffff_ffff)
}
