//! The second door: an existing proxy is picked, read and judged. What the window knows about it.
//!
//! Independent of the set-up: it has its own question and its own results. Nothing here awaits;
//! `work` starts what does.

mod progress;
mod question;
mod result;
pub mod work;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::task::AbortHandle;

pub use progress::Progress;
pub use question::{FunctionChoice, Incomplete, Question};
pub use result::Validated;

use super::fetched::{Fetched, Generation};
use super::state::Checked;
use crate::discover::{Existing, Suggestion};
use crate::domain::observed::Unreadable;
use crate::report::Report;

/// What a page of this door asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Ask {
    /// Opens the door, at its list of proxies.
    Open,
    /// Back to the set-up.
    Leave,
    Show(Part),
    Pick(String),
    /// Reads and judges what the question names.
    Run,
    Stop,
    /// Reads again and takes only this rule's answer.
    Recheck(String),
}

/// The pages of this door.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Part {
    /// Which proxy, which function.
    #[default]
    Question,
    Findings,
    /// A connection from this machine.
    Connect,
}

impl Part {
    pub const ALL: [Self; 3] = [Self::Question, Self::Findings, Self::Connect];
}

/// Which functions seem to use the picked proxy, and what could not be read to tell.
#[derive(Debug, Clone, Default)]
pub struct Suggested {
    pub functions: Vec<Suggestion>,
    pub unreadable: Vec<Unreadable>,
}

/// A validation that is under way.
pub struct Reading {
    number: u64,
    pub question: Existing,
    /// Only this rule's answer is wanted.
    pub only: Option<String>,
    pub since: Instant,
    pub progress: Arc<Progress>,
    task: AbortHandle,
}

/// What the tasks of this door answer.
pub enum Answer {
    /// The database of each proxy, by the proxy's name.
    Databases(Generation, BTreeMap<String, String>),
    Suggested(Generation, Suggested),
    Read {
        number: u64,
        checked: Box<Checked>,
        took: Duration,
    },
}

#[derive(Default)]
pub struct Validation {
    /// The window shows this door instead of the set-up.
    pub open: bool,
    pub part: Part,
    pub question: Question,
    /// The database of each proxy, by the proxy's name.
    pub databases: Fetched<BTreeMap<String, String>, Report>,
    pub suggested: Fetched<Suggested, Report>,
    pub reading: Option<Reading>,
    results: BTreeMap<String, Validated>,
    readings: u64,
}

impl Validation {
    /// The last result of the picked proxy.
    pub fn result(&self) -> Option<&Validated> {
        self.results.get(self.question.proxy.trim())
    }

    /// The last result of this proxy.
    pub fn result_of(&self, proxy: &str) -> Option<&Validated> {
        self.results.get(proxy)
    }

    /// The function is still being guessed, and nobody has chosen one.
    pub fn is_guessing(&self) -> bool {
        !self.question.touched && self.suggested.waiting(Instant::now()).is_some()
    }

    /// Counts the readings, for what is made from their results.
    pub fn readings(&self) -> u64 {
        self.readings * 2 + u64::from(self.reading.is_some())
    }

    /// Picks a proxy; false when it is the one that was picked before.
    pub fn pick(&mut self, proxy: String) -> bool {
        if self.question.proxy == proxy {
            return false;
        }
        let function = self.results.get(&proxy).map(|result| result.question.function.clone());
        self.question = Question::of(proxy, function, self.question.read_secrets);
        self.suggested.clear();
        true
    }

    /// Takes the functions that seem to use the proxy. The surest is chosen in advance, unless
    /// the person has chosen already.
    pub fn receive_suggested(&mut self, generation: Generation, suggested: Suggested, now: Instant) {
        let first = suggested.functions.first().map(|suggestion| suggestion.function.name.clone());
        if self.suggested.answer(generation, Ok(suggested), now) && !self.question.touched {
            self.question.function = first.map_or(FunctionChoice::Without, FunctionChoice::Suggested);
        }
    }

    /// Takes what a reading brought, unless it was stopped or another one has begun since. Says
    /// whether it was taken.
    pub fn receive_read(&mut self, number: u64, checked: Checked, took: Duration, now: Instant) -> bool {
        let Some(reading) = self.reading.take_if(|reading| reading.number == number) else { return false };
        let proxy = reading.question.proxy.clone();
        match &reading.only {
            Some(code) => {
                if let Some(result) = self.results.get_mut(&proxy) {
                    result.take_over(code, checked.verdict, now);
                }
            }
            None => {
                let calls = reading.progress.answered();
                let result = Validated::new(reading.question, checked, now, took, calls);
                self.results.insert(proxy, result);
            }
        }
        true
    }

    /// Gives up what is being read; what was read before stays.
    pub fn stop(&mut self) {
        if let Some(reading) = self.reading.take() {
            reading.task.abort();
        }
    }

    /// Forgets what belonged to the account before.
    pub fn forget(&mut self) {
        self.stop();
        *self = Self { open: self.open, readings: self.readings, ..Self::default() };
        self.databases.clear();
        self.suggested.clear();
    }
}
