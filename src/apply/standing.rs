//! Where a run stands, counted from its receipt alone: what every confirmation, title, badge and
//! end sentence about it is made of, in both front ends.

use super::event::Direction;
use super::receipt::{Entry, Receipt, RunState, StepState};
use crate::cloud::ErrorKind;
use crate::plan::Undone;

/// How far a run has come, and which way it last went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// It never began: nothing was changed.
    NotBegun,
    /// The receipt says that it works. When nobody does, it was cut off.
    Applying,
    /// There was nothing to do.
    NothingToDo,
    /// Everything is made and works.
    Finished,
    /// Everything is made; the effect of something has not arrived.
    NotWorking,
    /// Stopped on request.
    Stopped,
    /// A step failed.
    Failed,
    /// Undo works, was stopped or was cut off before it had tried everything.
    Undoing,
    /// Undo has tried everything, and something is still there.
    LeftBehind,
    /// Undone: nothing is left.
    Undone,
}

/// The counts of a run, in steps that change something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// How far it has come.
    pub at: At,
    /// All of them.
    pub all: usize,
    /// Done, whether their effect has arrived or not.
    pub done: usize,
    /// Failed.
    pub failed: usize,
    /// Cut off: a write may have gone out, or its effect was no longer waited for.
    pub cut_off: usize,
    /// What resuming would do: all that are not done.
    pub left: usize,
    /// What undo would take back.
    pub to_undo: usize,
    /// Of those, how many may not have happened: undo looks for them.
    pub uncertain: usize,
    /// A call was refused because the session has ended.
    pub signed_out: bool,
    /// What undo has deleted, or found gone.
    pub removed: usize,
    /// What undo has put back.
    pub restored: usize,
}

impl Standing {
    /// Counts a receipt.
    pub fn count(receipt: &Receipt) -> Self {
        let changes: Vec<&Entry> = receipt.plan.changes().filter_map(|step| receipt.entry(&step.id)).collect();
        let count = |wanted: &dyn Fn(&Entry) -> bool| changes.iter().filter(|entry| wanted(entry)).count();
        let done = count(&|entry| entry.state == StepState::Done);
        let to_undo = receipt.to_undo();
        let is_uncertain = |entry: &Entry| entry.done.is_none();
        let is_open = |entry: &Entry| !matches!(entry.state, StepState::Done | StepState::Undone);
        let signs_out = |kind: ErrorKind| matches!(kind, ErrorKind::Expired | ErrorKind::NoCredentials);
        Self {
            at: at(receipt, to_undo.len()),
            all: changes.len(),
            done,
            // What was so already and is so no longer fails too.
            failed: receipt.count(StepState::Failed),
            cut_off: count(&|entry| matches!(entry.state, StepState::Begun | StepState::Made)),
            left: changes.len() - done,
            uncertain: to_undo.iter().filter(|step| receipt.entry(&step.id).is_some_and(is_uncertain)).count(),
            to_undo: to_undo.len(),
            signed_out: changes
                .iter()
                .any(|entry| is_open(entry) && entry.error.as_ref().is_some_and(|error| signs_out(error.kind))),
            removed: count(&|entry| matches!(entry.undone, Some(Undone::Removed | Undone::AlreadyGone))),
            restored: count(&|entry| entry.undone == Some(Undone::Restored)),
        }
    }

    /// Which way the run last went.
    pub fn direction(&self) -> Direction {
        match self.at {
            At::Undoing | At::LeftBehind | At::Undone => Direction::Undo,
            _ => Direction::Apply,
        }
    }

    /// How many steps undo has taken back.
    pub fn taken_back(&self) -> usize {
        self.removed + self.restored
    }

    /// Steps done and steps in all; of undo, steps taken back and steps that were begun.
    pub fn progress(&self) -> (usize, usize) {
        match self.direction() {
            Direction::Apply => (self.done, self.all),
            Direction::Undo => (self.taken_back(), self.taken_back() + self.to_undo),
        }
    }
}

fn at(receipt: &Receipt, to_undo: usize) -> At {
    match receipt.state {
        // The engine gives the run its id when it begins.
        _ if receipt.run.is_empty() => At::NotBegun,
        RunState::Applying => At::Applying,
        RunState::Stopped => At::Stopped,
        RunState::Failed => At::Failed,
        RunState::Finished if receipt.plan.is_empty() => At::NothingToDo,
        RunState::Finished if receipt.unsettled().next().is_some() => At::NotWorking,
        RunState::Finished => At::Finished,
        // Every step that stays has its leftover once it was tried.
        RunState::Undoing if to_undo > 0 && receipt.leftovers.len() >= to_undo => At::LeftBehind,
        RunState::Undoing => At::Undoing,
        RunState::Undone if receipt.is_open() => At::LeftBehind,
        RunState::Undone => At::Undone,
    }
}
