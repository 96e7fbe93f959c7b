//! The account itself: one state behind a lock, asked and changed through two gates.
//!
//! Every call passes [`Practice::ask`] or [`Practice::change`]: they are where sessions expire,
//! permissions lack, calls are throttled and the state is written to its file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::carriers;
use super::clock::{PracticeClock, Speed};
use super::environments::Environments;
use super::fault;
use super::organization::Member;
use super::person;
use super::runs;
use super::scenarios;
use super::state::State;
use super::store::{self, StoreError};
use super::users::UserRecord;
use crate::cloud::{Clock, CloudError, CloudResult, Read, Simulated};

/// 2026-11-20 09:00 UTC: where time starts for accounts whose time moves by sleeping only.
const STILL_START: u64 = 1_795_165_200;

/// An account with no AWS behind it.
#[derive(Debug)]
pub struct Practice {
    state: Mutex<State>,
    clock: Arc<PracticeClock>,
    file: Option<StateFile>,
    /// Write calls so far, by operation and resource: what the throttling counts.
    calls: Mutex<BTreeMap<String, u32>>,
    /// What Lambda keeps started.
    environments: Mutex<Environments>,
}

/// The state's file, and which version of it is in memory.
#[derive(Debug)]
struct StateFile {
    path: PathBuf,
    seen: Mutex<Option<SystemTime>>,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A panic elsewhere leaves whole states only: they are replaced, never edited in place.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn start(speed: Speed) -> u64 {
    match speed {
        Speed::Instant => STILL_START,
        Speed::Times(_) => SystemTime::now().duration_since(UNIX_EPOCH).map_or(STILL_START, |since| since.as_secs()),
    }
}

impl Practice {
    /// The account of a scenario, as its state file left it. A file of another scenario is
    /// replaced; without a file the account lives in memory only.
    pub fn open(state_file: Option<&Path>, scenario: &str, speed: Speed) -> Result<Self, StoreError> {
        // Before anything is on disk, so that an unknown scenario leaves nothing there.
        Self::kept_in(state_file, scenarios::state(scenario, start(speed))?, speed)
    }

    /// An account of the practice organization, kept in the same way.
    pub fn open_member(
        state_file: Option<&Path>,
        member: &Member,
        region: &str,
        speed: Speed,
    ) -> Result<Self, StoreError> {
        Self::kept_in(state_file, scenarios::member_state(member, region, start(speed))?, speed)
    }

    fn kept_in(state_file: Option<&Path>, fresh: State, speed: Speed) -> Result<Self, StoreError> {
        let now = fresh.now;
        let state = match state_file {
            Some(path) => store::exclusively(path, || Self::kept_or(path, fresh))??,
            None => fresh,
        };
        let time = state_file.and_then(store::load_time).unwrap_or_default();
        let clock = Arc::new(PracticeClock::new(now.max(state.now).max(time), speed));
        let file = state_file.map(|path| StateFile { path: path.to_owned(), seen: Mutex::new(store::stamp(path)) });
        Ok(Self { state: Mutex::new(state), clock, file, calls: Mutex::default(), environments: Mutex::default() })
    }

    fn kept_or(path: &Path, fresh: State) -> Result<State, StoreError> {
        store::tidy(path);
        if let Some(kept) = store::load(path)?.filter(|kept| kept.scenario == fresh.scenario) {
            return Ok(kept);
        }
        store::save(path, &fresh)?;
        Ok(fresh)
    }

    /// Puts a scenario's account back to its beginning, in the file.
    pub fn reset(state_file: &Path, scenario: &str) -> Result<(), StoreError> {
        let fresh = scenarios::state(scenario, start(Speed::default()))?;
        store::exclusively(state_file, || {
            store::save(state_file, &fresh)?;
            store::save_time(state_file, fresh.now);
            Ok(())
        })?
    }

    /// The account's time.
    pub fn clock(&self) -> Arc<PracticeClock> {
        self.clock.clone()
    }

    /// A copy of all there is.
    pub fn state(&self) -> State {
        let mut state = locked(&self.state);
        self.refresh(&mut state);
        state.settle(self.clock.now());
        state.clone()
    }

    /// Takes over what another process has written.
    fn refresh(&self, state: &mut State) {
        let Some(kept) = &self.file else { return };
        let stamp = store::stamp(&kept.path);
        let mut seen = locked(&kept.seen);
        // An unreadable file keeps what is in memory; the next write says what is wrong with it.
        if *seen != stamp
            && let Ok(Some(theirs)) = store::load(&kept.path)
            && theirs.scenario == state.scenario
        {
            self.clock.reach(theirs.now);
            *state = theirs;
            *seen = stamp;
        }
    }

    /// The environments that Lambda keeps.
    pub(super) fn environments(&self) -> MutexGuard<'_, Environments> {
        locked(&self.environments)
    }

    /// Milliseconds since 1970 in the account's time.
    pub(super) fn now_ms(&self) -> u64 {
        u64::try_from(self.clock.monotonic().as_millis()).unwrap_or_default()
    }

    /// Changes the account from outside: somebody else's hand, for tests.
    pub fn tamper(&self, with: impl FnOnce(&mut State)) {
        with(&mut locked(&self.state));
    }

    fn refusal(&self, operation: &str, resource: Option<&str>) -> Option<CloudError> {
        let state = locked(&self.state);
        if state.knobs.expired {
            return Some(fault::expired(operation));
        }
        (!person::may(&state, operation)).then(|| fault::denied(&state.account, operation, resource))
    }

    /// A read that needs these permissions.
    pub(super) async fn ask<T>(&self, read: Read, answer: impl FnOnce(&State, u64) -> T) -> CloudResult<T> {
        self.answer(read.needs(), answer).await
    }

    /// An answer for whoever may do all of this.
    pub(super) async fn answer<T>(&self, operations: &[&str], answer: impl FnOnce(&State, u64) -> T) -> CloudResult<T> {
        let first = operations.first().copied().unwrap_or_default();
        let pause = locked(&self.state).knobs.slow.get(first).copied();
        if let Some(secs) = pause {
            self.clock.sleep(Duration::from_secs(secs)).await;
        }
        if let Some(error) = operations.iter().find_map(|operation| self.refusal(operation, None)) {
            return Err(error);
        }
        let mut state = locked(&self.state);
        self.refresh(&mut state);
        let now = self.clock.now();
        state.settle(now);
        if let Some(kept) = &self.file {
            store::save_time(&kept.path, now);
        }
        Ok(answer(&state, now))
    }

    /// Whether a permission that only adds detail is there.
    pub(super) fn may(&self, operation: &str) -> bool {
        self.refusal(operation, None).is_none()
    }

    /// A write. It happens whole, and in the file too, or not at all.
    pub(super) async fn change<T>(
        &self,
        operations: &[&str],
        resource: &str,
        act: impl FnOnce(&mut State, u64) -> CloudResult<T>,
    ) -> CloudResult<T> {
        // Lets others run in between, as a call over a network would.
        tokio::task::yield_now().await;
        if let Some(error) = operations.iter().find_map(|operation| self.refusal(operation, Some(resource))) {
            return Err(error);
        }
        let operation = operations.first().copied().unwrap_or_default();
        let mut state = locked(&self.state);
        if self.throttles(&state, operation, resource) {
            return Err(fault::throttled(operation));
        }
        self.rewrite(&mut state, act)
    }

    /// In memory and in the file, or not at all.
    fn rewrite<T>(&self, state: &mut State, act: impl FnOnce(&mut State, u64) -> CloudResult<T>) -> CloudResult<T> {
        let Some(kept) = &self.file else {
            let (next, done) = self.changed(state, act)?;
            *state = next;
            return Ok(done);
        };
        store::exclusively(&kept.path, || {
            self.refresh(state);
            let (next, done) = self.changed(state, act)?;
            store::save(&kept.path, &next)?;
            *locked(&kept.seen) = store::stamp(&kept.path);
            *state = next;
            Ok(done)
        })?
    }

    /// Takes over the users of databases, where they are other than before.
    pub(super) fn keep_users(&self, users: Option<Vec<UserRecord>>) -> CloudResult<()> {
        let mut state = locked(&self.state);
        match users.filter(|users| *users != state.users) {
            None => Ok(()),
            Some(users) => self.rewrite(&mut state, |state, _| {
                state.users = users;
                Ok(())
            }),
        }
    }

    fn throttles(&self, state: &State, operation: &str, resource: &str) -> bool {
        let mut calls = locked(&self.calls);
        let call = calls.entry(format!("{operation}/{resource}")).or_default();
        *call += 1;
        *call <= state.knobs.throttles
    }

    fn changed<T>(
        &self,
        state: &State,
        act: impl FnOnce(&mut State, u64) -> CloudResult<T>,
    ) -> CloudResult<(State, T)> {
        let now = self.clock.now();
        let mut next = state.clone();
        next.settle(now);
        let done = act(&mut next, now)?;
        next.now = now;
        Ok((next, done))
    }
}

impl Simulated for Practice {
    fn connect(&self, question: &str) -> String {
        let answered = runs::connect(&self.state(), question, self.clock.now());
        match self.keep_users(answered.users) {
            Ok(()) => answered.payload.to_string(),
            // Without stages it is told as no answer.
            Err(error) => error.to_string(),
        }
    }

    fn aws_cli(&self, words: &[&str]) -> Result<String, String> {
        carriers::answer(&self.state(), words)
    }
}
