//! Makes the n-th write of an account go wrong: refused before it happens, or lost on the way
//! back after it has happened.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use rds_proxy_wizard::cloud::watched::{Call, Watch, Watched};
use rds_proxy_wizard::cloud::{CloudError, CloudResult, ErrorKind, Writer};

/// When the write goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// AWS refuses the call: nothing happens.
    Refused,
    /// The call never leaves this machine, and neither does any after it.
    DiesBefore,
    /// The call happens, its answer is never heard, and nothing works any more.
    DiesAfter,
}

/// Counts writes and makes one of them fail.
pub struct Failing {
    fault: Fault,
    /// The write that fails, from 1.
    at: usize,
    writes: AtomicUsize,
}

impl Failing {
    /// `inner`, whose `at`-th write goes wrong; and the counter, to ask whether it came to that.
    pub fn wrap(inner: Arc<dyn Writer>, fault: Fault, at: usize) -> (Arc<dyn Writer>, Arc<Self>) {
        let failing = Arc::new(Self { fault, at, writes: AtomicUsize::new(0) });
        (Arc::new(Watched::new(inner, failing.clone())), failing)
    }

    /// Writes so far, the failed one among them.
    pub fn writes(&self) -> usize {
        self.writes.load(Ordering::SeqCst)
    }

    /// It has failed.
    pub fn has_struck(&self) -> bool {
        self.writes() >= self.at
    }
}

fn dead(call: Call<'_>) -> CloudError {
    CloudError::new(ErrorKind::Unreachable, call.operation, "the connection is gone").on(call.resource)
}

impl Watch for Failing {
    fn before(&self, call: Call<'_>) -> CloudResult<()> {
        let dies = self.fault != Fault::Refused;
        if dies && self.has_struck() {
            return Err(dead(call));
        }
        if !call.writes || self.writes.fetch_add(1, Ordering::SeqCst) + 1 != self.at {
            return Ok(());
        }
        match self.fault {
            Fault::Refused => {
                let error = CloudError::new(ErrorKind::Denied, call.operation, "not authorized to perform this");
                Err(error.on(call.resource).with_code("AccessDenied"))
            }
            Fault::DiesBefore => Err(dead(call)),
            Fault::DiesAfter => Ok(()),
        }
    }

    fn after(&self, call: Call<'_>, _took: Duration, _error: Option<&CloudError>) -> CloudResult<()> {
        if self.fault == Fault::DiesAfter && self.has_struck() { Err(dead(call)) } else { Ok(()) }
    }
}
