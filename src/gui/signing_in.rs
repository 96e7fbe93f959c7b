//! Signing in from the window: the code that a person confirms in the browser or reads from a device, and what
//! follows.

use std::sync::Arc;
use std::time::Instant;

use secrecy::{ExposeSecret, SecretString};
use tokio::task::AbortHandle;

use super::command::Command;
use super::fetched::{Fetched, Generation};
use super::state::State;
use super::tasks::{self, Tasks};
use super::widgets::SecretText;
use crate::accounts::{Accounts, Source};
use crate::cloud::SystemClock;
use crate::domain::sign_in::{CodeDevice, SignInCode, is_device_code};
use crate::report::Report;

/// What the dialog and the pages ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SigningInAsk {
    /// To sign this profile in.
    Begin(String),
    /// Hands on the code that was typed.
    Enter,
    /// Nothing more: the dialog goes.
    Cancel,
}

/// What a person is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// To confirm a code in the browser.
    Confirm(SignInCode),
    /// To type the code that a device shows.
    Type(CodeDevice),
}

/// What the task tells.
pub enum SignInNews {
    Wanted(Wanted),
    SignedIn,
    Failed(Report),
}

/// A profile that is being signed in.
pub struct SigningIn {
    pub profile: String,
    pub wanted: Fetched<Wanted, Report>,
    generation: Generation,
    /// The page is still to be opened.
    pub unopened: bool,
    /// The code of a device.
    pub typed: SecretText,
    /// What was typed cannot be a code.
    pub misshapen: bool,
    task: Option<AbortHandle>,
}

impl SigningIn {
    /// One whose answers are still to come.
    pub fn begun(profile: String, now: Instant) -> Self {
        let mut wanted = Fetched::default();
        let generation = wanted.ask(now);
        let typed = SecretText::default();
        Self { profile, wanted, generation, unopened: false, typed, misshapen: false, task: None }
    }

    /// Takes in what a person is asked for.
    pub fn receive(&mut self, wanted: Result<Wanted, Report>, now: Instant) {
        self.unopened = matches!(wanted, Ok(Wanted::Confirm(_)));
        self.wanted.answer(self.generation, wanted, now);
    }

    /// The device whose code is asked for.
    pub fn device(&self) -> Option<&CodeDevice> {
        match self.wanted.value()? {
            Wanted::Type(device) => Some(device),
            Wanted::Confirm(_) => None,
        }
    }

    /// The typed code, where it can be one.
    fn code(&mut self) -> Option<SecretString> {
        let code = self.typed.take();
        let fits = is_device_code(code.expose_secret().trim());
        self.misshapen = !fits;
        fits.then(|| SecretString::from(code.expose_secret().trim()))
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
pub fn carry_out(state: &mut State, tasks: &Tasks, accounts: &Arc<Accounts>, ask: SigningInAsk, now: Instant) {
    match ask {
        SigningInAsk::Begin(profile) => begin(state, tasks, accounts, profile, now),
        SigningInAsk::Enter => enter(state, tasks, accounts, now),
        SigningInAsk::Cancel => state.signing_in = None,
    }
}

fn begin(state: &mut State, tasks: &Tasks, accounts: &Arc<Accounts>, profile: String, now: Instant) {
    let mut begun = SigningIn::begun(profile.clone(), now);
    let (accounts, outbox) = (Arc::clone(accounts), tasks.outbox());
    let work = tasks.answer(async move {
        let about = profile.clone();
        let told = |told| tasks::TaskAnswer::SigningIn(about.clone(), told);
        let failed = |error| told(SignInNews::Failed(Report::from(error)));
        match accounts.asks_for_code(Some(&profile)).await {
            Ok(Some(device)) => return told(SignInNews::Wanted(Wanted::Type(device))),
            Ok(None) => {}
            Err(error) => return failed(error),
        }
        let waiting = match accounts.begin_sign_in(&profile).await {
            Ok(waiting) => waiting,
            Err(error) => return failed(error),
        };
        outbox.send(told(SignInNews::Wanted(Wanted::Confirm(waiting.code.clone()))));
        match waiting.wait(&SystemClock).await {
            Ok(()) => told(SignInNews::SignedIn),
            Err(error) => failed(error),
        }
    });
    begun.task = Some(work.abort_handle());
    state.signing_in = Some(begun);
}

fn enter(state: &mut State, tasks: &Tasks, accounts: &Arc<Accounts>, now: Instant) {
    let region = state.region.clone();
    let Some(signing_in) = &mut state.signing_in else { return };
    let Some(code) = signing_in.code() else { return };
    signing_in.generation = signing_in.wanted.ask(now);
    let (accounts, profile) = (Arc::clone(accounts), signing_in.profile.clone());
    let work = tasks.answer(async move {
        let told = match accounts.enter_code(Some(&profile), region.as_deref(), &code).await {
            Ok(()) => SignInNews::SignedIn,
            Err(error) => SignInNews::Failed(Report::from(error)),
        };
        tasks::TaskAnswer::SigningIn(profile, told)
    });
    signing_in.task = Some(work.abort_handle());
}

/// Takes one answer in; says what follows. What was chosen stays.
pub fn receive(state: &mut State, profile: &str, told: SignInNews, now: Instant) -> Vec<Command> {
    let Some(signing_in) = state.signing_in.as_mut().filter(|signing_in| signing_in.profile == profile) else {
        return Vec::new();
    };
    match told {
        SignInNews::Wanted(wanted) => signing_in.receive(Ok(wanted), now),
        SignInNews::Failed(report) => {
            // What is asked for anew is another question.
            signing_in.generation = signing_in.wanted.ask(now);
            signing_in.receive(Err(report), now);
        }
        SignInNews::SignedIn => {
            state.signing_in = None;
            let current = matches!(&state.source, Some(Source::Profile { name }) if name.as_deref().unwrap_or("default") == profile);
            let next = if current { Command::TryAgain } else { Command::Identify(profile.to_owned()) };
            return vec![Command::ReloadProfiles, next];
        }
    }
    Vec::new()
}
