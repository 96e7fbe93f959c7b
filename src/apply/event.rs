//! What a run tells while it works. Front ends only render these; the CLI prints them as JSON
//! lines.

use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use std::sync::Arc;

use super::receipt::Unsettled;
use crate::cloud::CloudError;
use crate::plan::{Leftover, StepId, Undone};
use crate::text::Sentence;

/// Receives events, from any task.
pub type Emit = Arc<dyn Fn(Event) + Send + Sync>;

/// Which way a run goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// Towards the setup.
    Apply,
    /// Back to what was there.
    Undo,
}

/// Something happened. Times are seconds since 1970 in the account's time; durations say their
/// unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "event")]
pub enum Event {
    /// The first event: what will be worked on and where the receipt is.
    RunStarted {
        /// When.
        at: u64,
        /// Id of the run.
        run: String,
        /// Which way.
        direction: Direction,
        /// Steps to do or undo now.
        steps: Vec<StepId>,
        /// The receipt's file.
        receipt: PathBuf,
    },
    /// A step's write is about to go out.
    StepStarted {
        /// When.
        at: u64,
        /// The step.
        step: StepId,
    },
    /// The write is done, its effect has not arrived.
    StepWaiting {
        /// When.
        at: u64,
        /// The step.
        step: StepId,
        /// AWS's own word: `creating`.
        state: String,
        /// What is being waited for.
        what: Sentence,
        /// Since the step started.
        elapsed_secs: u64,
        /// It usually takes from …
        usual_secs: u64,
        /// … to.
        usual_max_secs: u64,
        /// After this the wait ends.
        limit_secs: u64,
        /// Until the next question.
        next_poll_secs: u64,
    },
    /// The same call will be made again.
    Retrying {
        /// When.
        at: u64,
        /// The step.
        step: StepId,
        /// The first retry is 1.
        attempt: u32,
        /// The pause before it.
        pause_secs: u64,
        /// Why, as a sentence.
        why: Sentence,
    },
    /// Done, or undone.
    StepDone {
        /// When.
        at: u64,
        /// The step.
        step: StepId,
        /// It is made, and does not work yet.
        unsettled: Option<Unsettled>,
        /// How long it took.
        took_ms: u64,
        /// When undoing: what became of it.
        undone: Option<Undone>,
    },
    /// The step has failed; steps that do not need it go on.
    StepFailed {
        /// When.
        at: u64,
        /// The step.
        step: StepId,
        /// What AWS said.
        error: CloudError,
        /// How long it took.
        took_ms: u64,
    },
    /// One call, for the log.
    Log {
        /// When.
        at: u64,
        /// The step it belongs to.
        step: StepId,
        /// `rds:DescribeDBProxies`.
        operation: String,
        /// The resource it names.
        resource: String,
        /// How long it took.
        took_ms: u64,
        /// AWS's error code, or what went wrong.
        error: Option<String>,
    },
    /// The receipt is on disk.
    Saved {
        /// When.
        at: u64,
    },
    /// The last event of a run that was stopped.
    Stopped {
        /// When.
        at: u64,
        /// Steps done so far.
        done: usize,
        /// Steps left.
        left: usize,
    },
    /// The last event of a run that went as far as it could.
    Finished {
        /// When.
        at: u64,
        /// Steps done.
        done: usize,
        /// Steps that failed.
        failed: usize,
        /// Steps that were not begun, because they need a failed one.
        left: usize,
        /// After undo: what is still there.
        leftovers: Vec<Leftover>,
    },
}
