//! Signing in from the window: the code that a person confirms in the browser, and what follows.

use std::sync::Arc;
use std::time::Instant;

use tokio::task::AbortHandle;

use super::command::Command;
use super::fetched::{Fetched, Generation};
use super::state::State;
use super::tasks::{self, Tasks};
use crate::accounts::{Accounts, Source};
use crate::cloud::SystemClock;
use crate::domain::sign_in::SignInCode;
use crate::report::Report;

/// What the dialog and the pages ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// A code for this profile.
    Begin(String),
    /// Nothing more: the dialog goes.
    Cancel,
}

/// What the task tells.
pub enum Told {
    Code(SignInCode),
    SignedIn,
    Failed(Report),
}

/// A profile that is being signed in.
pub struct SigningIn {
    pub profile: String,
    pub code: Fetched<SignInCode, Report>,
    generation: Generation,
    /// The page is still to be opened.
    pub unopened: bool,
    task: Option<AbortHandle>,
}

impl SigningIn {
    /// One whose answers are still to come.
    pub fn begun(profile: String, now: Instant) -> Self {
        let mut code = Fetched::default();
        let generation = code.ask(now);
        Self { profile, code, generation, unopened: false, task: None }
    }

    /// Takes the code in.
    pub fn receive(&mut self, code: Result<SignInCode, Report>, now: Instant) {
        self.unopened = code.is_ok();
        self.code.answer(self.generation, code, now);
    }
}

impl Drop for SigningIn {
    fn drop(&mut self) {
        if let Some(task) = &self.task {
            task.abort();
        }
    }
}

/// Carries out what was asked for.
pub fn carry_out(state: &mut State, tasks: &Tasks, accounts: &Arc<Accounts>, ask: Ask, now: Instant) {
    let Ask::Begin(profile) = ask else {
        state.signing_in = None;
        return;
    };
    let mut begun = SigningIn::begun(profile.clone(), now);
    let (accounts, outbox) = (Arc::clone(accounts), tasks.outbox());
    let work = tasks.answer(async move {
        let about = profile.clone();
        let told = |told| tasks::Answer::SigningIn(about.clone(), told);
        let waiting = match accounts.begin_sign_in(&profile).await {
            Ok(waiting) => waiting,
            Err(error) => return told(Told::Failed(Report::from(error))),
        };
        outbox.send(told(Told::Code(waiting.code.clone())));
        match waiting.wait(&SystemClock).await {
            Ok(()) => told(Told::SignedIn),
            Err(error) => told(Told::Failed(Report::from(error))),
        }
    });
    begun.task = Some(work.abort_handle());
    state.signing_in = Some(begun);
}

/// Takes one answer in; says what follows. What was chosen stays.
pub fn receive(state: &mut State, profile: &str, told: Told, now: Instant) -> Vec<Command> {
    let Some(signing_in) = state.signing_in.as_mut().filter(|signing_in| signing_in.profile == profile) else {
        return Vec::new();
    };
    match told {
        Told::Code(code) => signing_in.receive(Ok(code), now),
        Told::Failed(report) => {
            // What is asked for anew is another question.
            signing_in.generation = signing_in.code.ask(now);
            signing_in.receive(Err(report), now);
        }
        Told::SignedIn => {
            state.signing_in = None;
            let current = matches!(&state.source, Some(Source::Profile { name }) if name.as_deref().unwrap_or("default") == profile);
            let next = if current { Command::TryAgain } else { Command::Identify(profile.to_owned()) };
            return vec![Command::ReloadProfiles, next];
        }
    }
    Vec::new()
}
