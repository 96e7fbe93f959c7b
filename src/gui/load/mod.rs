//! The load lab: a load under way, those that are kept, and what the page knows before one begins. Nothing here
//! awaits; `work` starts what does.

mod on_screen;
mod picture;
pub mod work;

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use tokio::sync::Notify;

use super::fetched::{Fetched, Generation};
use crate::domain::function::AccountConcurrency;
use crate::domain::observed::Part;
use crate::load::{Beside, Comparison, Drawn, Limits, LoadCall, Plan, Record};
use crate::report::Report;
use crate::words::load_title;

pub use on_screen::OnScreen;

/// CloudWatch has one value a minute: a load under way is not asked about more often.
const MINUTE_MS: u64 = 60_000;

/// What the page asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum LoadAsk {
    /// Begins what was confirmed.
    Start {
        plan: Plan,
        payload: String,
    },
    Stop,
    /// Lets the practice database fail over.
    FailOver,
    /// Reads of CloudWatch and X-Ray what they show by now of the load on screen.
    ReadBeside,
    /// Draws the load shown into a file beside its record.
    SavePicture,
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
    pub calls: Vec<LoadCall>,
    /// What CloudWatch has shown of it so far.
    pub beside: Beside,
    /// Seconds since 1970, in the account's time.
    started_at: u64,
    /// When a failover was set off, milliseconds since it began.
    failover_ms: Arc<OnceLock<u64>>,
    /// The minute of the load at whose end CloudWatch was last asked.
    asked_minute: u64,
    pub stopping: bool,
    stop: Arc<Notify>,
}

/// What the tasks answer.
pub enum LoadAnswer {
    Account(Generation, Part<AccountConcurrency>),
    Kept(Vec<Record>),
    Calls(u64, Vec<LoadCall>),
    /// What CloudWatch shows of the load under way.
    Measured(u64, Beside),
    FailedOver(Result<(), Report>),
    /// The record as it is kept, or why it is not.
    Ended(u64, Box<(Record, Option<Report>)>),
    Beside(Box<Record>),
    /// Where the picture is, or why it is nowhere.
    Pictured(Result<PathBuf, Report>),
}

/// A kept load, with its answer in a line.
pub struct Listed {
    pub record: Record,
    pub title: String,
}

impl Listed {
    fn new(record: Record) -> Self {
        Self { title: load_title(&record), record }
    }
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
    pub kept: Vec<Listed>,
    pub error: Option<Report>,
    /// Where the last picture was written.
    pub pictured: Option<PathBuf>,
    /// The load under way or shown, as it is drawn.
    pub on_screen: Option<OnScreen>,
    /// The load shown held against the one under it.
    pub compared: Option<Comparison>,
    loads: u64,
}

impl Running {
    /// Whole minutes that it has lasted, by its calls.
    fn minute(&self) -> u64 {
        self.calls.last().map_or(0, |call| call.at_ms / MINUTE_MS)
    }

    /// Seconds that it has lasted, by its calls.
    pub fn lasted_secs(&self) -> u64 {
        self.calls.last().map_or(0, |call| call.at_ms / 1000)
    }

    /// When a failover was set off, milliseconds since it began.
    pub fn failover_ms(&self) -> Option<u64> {
        self.failover_ms.get().copied()
    }
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
    pub fn receive(&mut self, answer: LoadAnswer, now: Instant) {
        match answer {
            LoadAnswer::Account(generation, account) => {
                self.account.answer(generation, Ok(account), now);
                return;
            }
            LoadAnswer::Kept(kept) => {
                self.kept = kept.into_iter().map(Listed::new).collect();
                return;
            }
            LoadAnswer::Pictured(written) => {
                match written {
                    Ok(path) => self.pictured = Some(path),
                    Err(error) => self.error = Some(error),
                }
                return;
            }
            LoadAnswer::Measured(number, beside) => {
                if let Some(running) = self.running.as_mut().filter(|running| running.number == number) {
                    running.beside = beside;
                }
            }
            LoadAnswer::Calls(number, calls) => {
                if let Some(running) = self.running.as_mut().filter(|running| running.number == number) {
                    running.calls.extend(calls);
                }
            }
            LoadAnswer::FailedOver(result) => {
                self.error = result.err();
                return;
            }
            LoadAnswer::Ended(number, ended) => {
                let (record, error) = *ended;
                if self.running.take_if(|running| running.number == number).is_some() {
                    self.error = error;
                    self.kept.insert(0, Listed::new(record.clone()));
                    self.shown = Some(record);
                }
            }
            LoadAnswer::Beside(record) => {
                if let Some(listed) = self.kept.iter_mut().find(|listed| listed.record.name == record.name) {
                    *listed = Listed::new((*record).clone());
                }
                if let Some(shown) = self.shown.as_mut().filter(|shown| shown.name == record.name) {
                    *shown = *record;
                }
            }
        }
        self.redraw();
    }

    /// Another minute of the load under way is over: CloudWatch may have something new.
    pub fn is_due(&self) -> bool {
        self.running.as_ref().is_some_and(|running| running.minute() > running.asked_minute)
    }

    /// The answer of the load shown, in a line.
    pub fn title(&self) -> Option<&str> {
        let shown = self.shown.as_ref()?;
        self.kept.iter().find(|listed| listed.record.name == shown.name).map(|listed| listed.title.as_str())
    }

    fn redraw(&mut self) {
        let under = self.under.as_ref();
        let drawn = match (&self.running, &self.shown) {
            (Some(running), _) => Some(Drawn {
                pattern: running.plan.pattern,
                calls: &running.calls,
                beside: &running.beside,
                started_at: running.started_at,
                under,
            }),
            (None, Some(record)) => Some(Drawn {
                pattern: record.plan.pattern,
                calls: &record.calls,
                beside: &record.beside,
                started_at: record.started_at,
                under,
            }),
            (None, None) => None,
        };
        self.on_screen = drawn.map(OnScreen::new);
        self.compared =
            self.under.as_ref().zip(self.shown.as_ref()).map(|(under, shown)| Comparison::new(under, shown));
    }

    fn kept_one(&self, name: &str) -> Option<Record> {
        self.kept.iter().map(|listed| &listed.record).find(|record| record.name == name).cloned()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::cloud::Invocation;
    use crate::load::Pattern;

    fn answered() -> Invocation {
        Invocation { function_error: None, payload: "{}".into(), log_tail: String::new(), executed_version: None }
    }

    #[test]
    fn cloudwatch_is_asked_once_for_each_minute_of_a_load() {
        let pattern = Pattern::AtOnce { from: 1, to: 1, ramp_secs: 0, hold_secs: 900 };
        let plan = Plan::new(&"orders-api".parse().unwrap(), pattern).unwrap();
        let running = Running {
            number: 1,
            plan,
            limits: Limits::default(),
            calls: Vec::new(),
            beside: Beside::default(),
            started_at: 0,
            failover_ms: Arc::default(),
            asked_minute: 0,
            stopping: false,
            stop: Arc::default(),
        };
        let mut lab = Lab { running: Some(running), ..Lab::default() };
        let mut asked = Vec::new();
        for second in 0..190 {
            let call = LoadCall::new(second * 1000, 1, 5.0, Ok(answered()));
            lab.receive(LoadAnswer::Calls(1, vec![call]), Instant::now());
            if lab.is_due() {
                asked.push(second);
                let running = lab.running.as_mut().unwrap();
                running.asked_minute = running.minute();
            }
        }
        assert_eq!(asked, [60, 120, 180]);
        assert_eq!(lab.on_screen.unwrap().summary.calls, 190);
    }
}
