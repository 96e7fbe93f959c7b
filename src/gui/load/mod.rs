//! The load lab: a load under way, those that are kept, and what the page knows before one begins. Nothing here
//! awaits; `work` starts what does.

pub mod work;

use std::sync::Arc;
use std::time::Instant;

use tokio::sync::Notify;

use super::fetched::{Fetched, Generation};
use crate::domain::function::AccountConcurrency;
use crate::domain::observed::Part;
use crate::load::{Call, Limits, Plan, Record};
use crate::report::Report;

/// What the page asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Ask {
    /// Begins what was confirmed.
    Start {
        plan: Plan,
        payload: String,
    },
    Stop,
    /// Lets the practice database fail over.
    FailOver,
    /// Reads of CloudWatch what it shows by now of the load on screen.
    ReadBeside,
    /// Shows a kept load.
    Show(String),
    /// Lays a kept load under the one on screen; `None` takes it away.
    Under(Option<String>),
}

/// A load under way.
pub struct Running {
    number: u64,
    pub plan: Plan,
    pub limits: Limits,
    pub calls: Vec<Call>,
    /// Milliseconds since it began.
    pub failover_ms: Option<u64>,
    pub stopping: bool,
    stop: Arc<Notify>,
}

/// What the tasks answer.
pub enum Answer {
    Account(Generation, Part<AccountConcurrency>),
    Kept(Vec<Record>),
    Calls(u64, Vec<Call>),
    FailedOver(u64, Result<(), Report>),
    /// The record as it is kept, or why it is not.
    Ended(u64, Box<(Record, Option<Report>)>),
    Beside(Box<Record>),
}

/// See the module.
#[derive(Default)]
pub struct Lab {
    /// The account's concurrency.
    pub account: Fetched<Part<AccountConcurrency>, Report>,
    pub running: Option<Running>,
    /// The load on screen, when none is under way.
    pub shown: Option<Record>,
    pub under: Option<Record>,
    /// The newest first.
    pub kept: Vec<Record>,
    pub error: Option<Report>,
    loads: u64,
}

impl Lab {
    /// Ends the load under way; what it brought so far is kept.
    pub fn stop(&mut self) {
        if let Some(running) = &mut self.running {
            running.stopping = true;
            running.stop.notify_one();
        }
    }

    /// Another account has other loads.
    pub fn forget(&mut self) {
        self.stop();
        let account = std::mem::take(&mut self.account);
        *self = Self { account, loads: self.loads, ..Self::default() };
        self.account.clear();
    }

    /// Takes one answer in.
    pub fn receive(&mut self, answer: Answer, now: Instant) {
        match answer {
            Answer::Account(generation, account) => {
                self.account.answer(generation, Ok(account), now);
            }
            Answer::Kept(kept) => self.kept = kept,
            Answer::Calls(number, calls) => {
                if let Some(running) = self.running.as_mut().filter(|running| running.number == number) {
                    running.calls.extend(calls);
                }
            }
            Answer::FailedOver(number, result) => {
                if let Some(running) = self.running.as_mut().filter(|running| running.number == number) {
                    running.failover_ms = running.calls.last().map(|call| call.at_ms).or(Some(0));
                }
                self.error = result.err();
            }
            Answer::Ended(number, ended) => {
                let (record, error) = *ended;
                if self.running.take_if(|running| running.number == number).is_some() {
                    self.error = error;
                    self.kept.insert(0, record.clone());
                    self.shown = Some(record);
                }
            }
            Answer::Beside(record) => {
                for kept in self.kept.iter_mut().chain(&mut self.shown).filter(|kept| kept.name == record.name) {
                    *kept = (*record).clone();
                }
            }
        }
    }

    fn kept_one(&self, name: &str) -> Option<Record> {
        self.kept.iter().find(|record| record.name == name).cloned()
    }
}
