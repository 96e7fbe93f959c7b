//! A receipt that is kept up by listening: what a front end knows of a run while it works.
//!
//! When the run has ended, the receipt that the engine hands out takes its place.

use super::event::{Direction, Event};
use super::receipt::{Entry, Receipt, RunState, StepState};
use crate::plan::StepId;

impl Receipt {
    /// Takes in what the run told.
    pub fn follow(&mut self, event: &Event) {
        match event {
            Event::RunStarted { at, run, direction, .. } => {
                if self.run.is_empty() {
                    self.run.clone_from(run);
                    self.started_at = *at;
                }
                self.state = match direction {
                    Direction::Apply => RunState::Applying,
                    Direction::Undo => RunState::Undoing,
                };
                self.leftovers.clear();
            }
            Event::StepStarted { at, step } => self.change(step, |entry, undoing| {
                entry.touched = true;
                entry.error = None;
                entry.unsettled = None;
                entry.begun_at = Some(*at);
                entry.state = match entry.done {
                    _ if undoing => StepState::UndoBegun,
                    Some(_) => StepState::Made,
                    None => StepState::Begun,
                };
            }),
            Event::StepWaiting { step, .. } => self.change(step, |entry, undoing| {
                if !undoing {
                    entry.state = StepState::Made;
                }
            }),
            Event::StepDone { step, unsettled, took_ms, undone, .. } => self.change(step, |entry, undoing| {
                entry.state = if undoing { StepState::Undone } else { StepState::Done };
                entry.took_ms = Some(*took_ms);
                entry.unsettled.clone_from(unsettled);
                entry.undone.clone_from(undone);
            }),
            Event::StepFailed { step, error, took_ms, .. } => self.change(step, |entry, undoing| {
                entry.error = Some(error.clone());
                entry.took_ms = Some(*took_ms);
                if !undoing {
                    entry.state = StepState::Failed;
                }
            }),
            Event::Saved { at } => self.updated_at = *at,
            Event::Stopped { .. } => {
                if self.state == RunState::Applying {
                    self.state = RunState::Stopped;
                }
            }
            Event::Finished { failed, left, leftovers, .. } => {
                self.state = match (self.state, *failed + *left) {
                    (RunState::Undoing, _) if leftovers.is_empty() => RunState::Undone,
                    (RunState::Undoing, _) => RunState::Undoing,
                    (_, 0) => RunState::Finished,
                    _ => RunState::Failed,
                };
                self.leftovers.clone_from(leftovers);
            }
            Event::Retrying { .. } | Event::Log { .. } => {}
        }
    }

    fn change(&mut self, step: &StepId, change: impl FnOnce(&mut Entry, bool)) {
        let undoing = self.state == RunState::Undoing;
        if let Some(entry) = self.steps.iter_mut().find(|entry| entry.step == *step) {
            change(entry, undoing);
        }
    }
}
