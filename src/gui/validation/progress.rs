//! How far a reading is: how many calls were sent and answered, and which was the last.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use crate::cloud::watched::{Call, Watch};
use crate::cloud::{CloudError, CloudResult};

/// Counts the calls of one reading.
#[derive(Debug, Default)]
pub struct Progress {
    sent: AtomicUsize,
    answered: AtomicUsize,
    last: Mutex<String>,
}

impl Progress {
    /// Calls sent so far.
    pub fn sent(&self) -> usize {
        self.sent.load(Ordering::Relaxed)
    }

    /// Calls answered so far, with a value or an error.
    pub fn answered(&self) -> usize {
        self.answered.load(Ordering::Relaxed)
    }

    /// The call that was sent last: `rds:DescribeDBProxies`.
    pub fn last(&self) -> String {
        self.last.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Watch for Progress {
    fn before(&self, call: Call<'_>) -> CloudResult<()> {
        self.sent.fetch_add(1, Ordering::Relaxed);
        call.operation.clone_into(&mut self.last.lock().unwrap_or_else(PoisonError::into_inner));
        Ok(())
    }

    fn after(&self, _call: Call<'_>, _took: Duration, _error: Option<&CloudError>) -> CloudResult<()> {
        self.answered.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }
}
