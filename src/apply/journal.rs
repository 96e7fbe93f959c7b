//! The receipt while a run works: every change of it is on disk before anything else happens.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::error::ApplyError;
use super::event::{Emit, Event};
use super::receipt::{Entry, Receipt};
use super::store::Store;
use crate::cloud::Clock;
use crate::domain::output::Outputs;
use crate::plan::StepId;

/// The one receipt that all steps of a run write into.
pub(super) struct Journal {
    store: Store,
    path: PathBuf,
    receipt: Mutex<Receipt>,
    clock: Arc<dyn Clock>,
    emit: Emit,
}

impl Journal {
    /// Writes the receipt for the first time.
    pub(super) fn open(store: Store, receipt: Receipt, clock: Arc<dyn Clock>, emit: Emit) -> Result<Self, ApplyError> {
        let path = store.save(&receipt)?;
        Ok(Self { store, path, receipt: Mutex::new(receipt), clock, emit })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// A lock that was poisoned by a panic still holds a whole receipt: it is only ever replaced.
    fn lock(&self) -> MutexGuard<'_, Receipt> {
        self.receipt.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes the receipt and writes it. On an error the change is not kept either.
    pub(super) fn change(&self, change: impl FnOnce(&mut Receipt)) -> Result<(), ApplyError> {
        let at = self.clock.now();
        {
            let mut receipt = self.lock();
            let mut changed = receipt.clone();
            change(&mut changed);
            changed.updated_at = at;
            self.store.save(&changed)?;
            *receipt = changed;
        }
        (self.emit)(Event::Saved { at });
        Ok(())
    }

    /// Changes one step's entry and writes the receipt.
    pub(super) fn change_entry(&self, step: &StepId, change: impl FnOnce(&mut Entry)) -> Result<(), ApplyError> {
        self.change(|receipt| {
            if let Some(entry) = receipt.steps.iter_mut().find(|entry| entry.step == *step) {
                change(entry);
            }
        })
    }

    pub(super) fn entry(&self, step: &StepId) -> Option<Entry> {
        self.lock().entry(step).cloned()
    }

    pub(super) fn outputs(&self) -> Outputs {
        self.lock().outputs.clone()
    }

    /// The receipt as it is on disk.
    pub(super) fn receipt(&self) -> Receipt {
        self.lock().clone()
    }
}
