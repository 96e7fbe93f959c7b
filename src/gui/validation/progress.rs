//! How far a reading is: how many calls were sent and answered, and which one is waited for.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::cloud::watched::{Call, Watch};
use crate::cloud::{CloudError, CloudResult};

/// Counts the calls of one reading.
#[derive(Debug, Default)]
pub struct Progress {
    sent: AtomicUsize,
    answered: AtomicUsize,
    /// Under way, in the order in which they were sent.
    waiting: Mutex<Vec<String>>,
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

    /// The call that has been waited for the longest: `rds:DescribeDBInstances`.
    pub fn waiting_for(&self) -> String {
        self.under_way().first().cloned().unwrap_or_default()
    }

    fn under_way(&self) -> MutexGuard<'_, Vec<String>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Watch for Progress {
    fn before(&self, call: Call<'_>) -> CloudResult<()> {
        self.sent.fetch_add(1, Ordering::Relaxed);
        self.under_way().push(call.operation.to_owned());
        Ok(())
    }

    fn after(&self, call: Call<'_>, _took: Duration, _error: Option<&CloudError>) -> CloudResult<()> {
        self.answered.fetch_add(1, Ordering::Relaxed);
        let mut under_way = self.under_way();
        if let Some(at) = under_way.iter().position(|operation| operation == call.operation) {
            under_way.remove(at);
        }
        Ok(())
    }
}
