//! Which proxies and databases the function reaches that was asked about last.

use std::time::Instant;

use super::fetched::{Fetched, Generation};
use super::state::State;
use super::tasks::{TaskAnswer, Tasks};
use crate::cloud::shared::Shared;
use crate::discover::{self, Reached};
use crate::report::Report;

/// How long the account may be asked for it.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(60);

/// The last answer, and whose it is; `None` inside where there is no such function.
#[derive(Default)]
pub struct Reaching {
    function: String,
    pub answer: Fetched<Option<Reached>, Report>,
}

impl Reaching {
    /// What was asked of this function.
    pub fn asked_of(&self, function: &str) -> Option<&Fetched<Option<Reached>, Report>> {
        (self.function == function).then_some(&self.answer)
    }

    /// The account is another one, or has changed.
    pub fn forget(&mut self) {
        self.answer.clear();
        self.function.clear();
    }

    fn ask(&mut self, function: &str, now: Instant) -> Generation {
        if self.function != function {
            self.answer.clear();
            function.clone_into(&mut self.function);
        }
        self.answer.ask(now)
    }
}

/// Asks; each thing of the account is read once, however many proxies there are.
pub fn ask(state: &mut State, tasks: &Tasks, function: String, now: Instant) {
    let Some(connection) = state.connection().cloned() else { return };
    let generation = state.reaching.ask(&function, now);
    tasks.answer(async move {
        let reader = Shared::new(connection.reader(), connection.clock.as_ref(), PATIENCE);
        let reached = discover::reached(&reader, &function).await.map_err(Report::from);
        TaskAnswer::Reached(generation, Box::new(reached))
    });
}
