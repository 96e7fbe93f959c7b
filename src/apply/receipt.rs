//! What a run did: written before and after every write, enough to resume and to undo.
//!
//! Never a secret: actions hold none, and environment values that may be one are not in a plan.

use serde::{Deserialize, Serialize};

use super::error::ApplyError;
use crate::cloud::CloudError;
use crate::domain::account::{Account, Mode};
use crate::domain::output::Outputs;
use crate::domain::proxy::is_proxy_name;
use crate::plan::{Change, Done, Leftover, Plan, Step, StepId, Undone};
use crate::text::{Sentence, said, t};

/// Version of the receipt's form. A newer one is refused, never guessed at.
pub const VERSION: u32 = 1;

/// Where a run stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RunState {
    /// Working; after a crash it still says so.
    Applying,
    /// Stopped by the person; resume goes on.
    Stopped,
    /// A step failed; resume tries again.
    Failed,
    /// Everything is done.
    Finished,
    /// Undo is working, was cut short, or could not take everything back.
    Undoing,
    /// Undone: a look at the account found nothing left.
    Undone,
}

/// Where a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StepState {
    /// Nothing to do.
    AlreadySo,
    /// Not begun.
    Pending,
    /// The write may have gone out; whether it arrived is unknown.
    Begun,
    /// The write is done, its effect is being waited for.
    Made,
    /// Done.
    Done,
    /// AWS refused it; nothing was made, or it was made and did not settle.
    Failed,
    /// Undo may have begun its call.
    UndoBegun,
    /// Undone, or left alone for the reason given.
    Undone,
}

/// One step's entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// The step of the plan.
    pub step: StepId,
    /// Where it stands.
    pub state: StepState,
    /// A write of it may have reached the account. Only a look at the account says otherwise.
    pub touched: bool,
    /// When it was begun, seconds since 1970.
    pub begun_at: Option<u64>,
    /// How long it took.
    pub took_ms: Option<u64>,
    /// What the write brought.
    pub done: Option<Done>,
    /// It is made, and what it is made for does not work yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unsettled: Option<Unsettled>,
    /// Why it failed, or why undoing it failed.
    pub error: Option<CloudError>,
    /// What became of it when undone.
    pub undone: Option<Undone>,
}

/// The effect of a step that had not arrived when the waiting ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unsettled {
    /// AWS's own word: `AUTH_FAILURE`.
    pub state: String,
    /// How long it was waited for.
    pub waited_secs: u64,
}

/// What a run did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Receipt {
    /// Form of the file, [`VERSION`].
    pub version: u32,
    /// Id of the run, also the value of the run tag on everything made.
    pub run: String,
    /// When it began, seconds since 1970.
    pub started_at: u64,
    /// When this was written.
    pub updated_at: u64,
    /// Where the run stands.
    pub state: RunState,
    /// What was to be done, and in which account.
    pub plan: Plan,
    /// One entry a step, in the plan's order.
    pub steps: Vec<Entry>,
    /// Names that AWS gave so far.
    pub outputs: Outputs,
    /// After undo: what is still there.
    pub leftovers: Vec<Leftover>,
}

impl Receipt {
    /// The receipt of a run that has not begun.
    pub fn new(plan: Plan, run: String, now: u64) -> Self {
        let steps = plan.steps.iter().map(Entry::new).collect();
        Self {
            version: VERSION,
            run,
            started_at: now,
            updated_at: now,
            state: RunState::Applying,
            outputs: plan.known.clone(),
            plan,
            steps,
            leftovers: Vec::new(),
        }
    }

    /// The account the run belongs to.
    pub fn account(&self) -> &Account {
        self.plan.account()
    }

    /// Refuses a session on another account, region or mode.
    pub fn belongs_to(&self, ours: &Account) -> Result<(), ApplyError> {
        let theirs = self.account();
        if theirs.is_same_place(ours) {
            return Ok(());
        }
        let words = |account: &Account| {
            let (id, region) = (account.grouped_id(), account.region.as_str());
            match account.mode {
                Mode::Practice => t!("apply-account-practice", id = id, region = region),
                Mode::Live => t!("apply-account-live", id = id, region = region),
            }
        };
        Err(ApplyError::OtherAccount { theirs: words(theirs), ours: words(ours) })
    }

    /// The setup's name, which is its proxy's.
    pub fn name(&self) -> &str {
        self.plan.name()
    }

    /// Holds what becomes part of paths, addresses and commands against the form that ours have.
    pub(super) fn check(&self) -> Result<(), Sentence> {
        self.account().check().map_err(Sentence::from_error)?;
        if !is_proxy_name(self.name()) {
            return Err(said!("error-receipt-proxy", name = self.name()));
        }
        if self.run.is_empty() || !self.run.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') {
            return Err(said!("error-receipt-run", run = &self.run));
        }
        Ok(())
    }

    /// The entry of a step.
    pub fn entry(&self, step: &StepId) -> Option<&Entry> {
        self.steps.iter().find(|entry| entry.step == *step)
    }

    /// How many steps stand like this.
    pub fn count(&self, state: StepState) -> usize {
        self.steps.iter().filter(|entry| entry.state == state).count()
    }

    /// There is something left to resume or to take back.
    pub fn is_open(&self) -> bool {
        match self.state {
            // What serves for a moment is not left behind.
            RunState::Finished => self.plan.is_temporary(),
            // Receipts of earlier versions call a run undone that left something.
            RunState::Undone => !self.leftovers.is_empty() || !self.to_undo().is_empty(),
            RunState::Applying | RunState::Stopped | RunState::Failed | RunState::Undoing => true,
        }
    }

    /// Steps that are made and do not work yet, with what they wait for.
    pub fn unsettled(&self) -> impl Iterator<Item = (&Step, &Unsettled)> {
        let entries = self.steps.iter().filter(|entry| entry.state == StepState::Done);
        entries.filter_map(|entry| Some((self.plan.step(&entry.step)?, entry.unsettled.as_ref()?)))
    }

    /// The receipt of a run that goes on: what does not work yet is waited for once more.
    pub(super) fn waiting_again(mut self) -> Self {
        for entry in self.steps.iter_mut().filter(|entry| entry.state == StepState::Done) {
            if entry.unsettled.take().is_some() {
                entry.state = StepState::Made;
            }
        }
        self
    }

    /// Steps that undo would take back, the last first. What it had to keep is looked at again.
    pub fn to_undo(&self) -> Vec<&Step> {
        let touched = |step: &&Step| self.entry(&step.id).is_some_and(|entry| entry.touched && !entry.is_taken_back());
        let (last, first): (Vec<&Step>, Vec<&Step>) =
            self.plan.steps.iter().rev().filter(touched).partition(|step| step.action.undone_last());
        first.into_iter().chain(last).collect()
    }

    /// A step that is still to be done needs the typed password again.
    pub fn needs_password(&self) -> bool {
        self.plan
            .changes()
            .any(|step| step.action.needs_password() && self.entry(&step.id).is_some_and(|entry| entry.done.is_none()))
    }
}

impl Entry {
    /// Nothing of it is left in the account.
    pub fn is_taken_back(&self) -> bool {
        self.state == StepState::Undone && !matches!(self.undone, Some(Undone::Kept { .. }))
    }

    fn new(step: &Step) -> Self {
        let state = if step.change == Change::AlreadySo { StepState::AlreadySo } else { StepState::Pending };
        Self {
            step: step.id.clone(),
            state,
            touched: false,
            begun_at: None,
            took_ms: None,
            done: None,
            unsettled: None,
            error: None,
            undone: None,
        }
    }
}
