//! Listens to the calls of one step: log lines, and whether a write may have arrived.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::event::{Emit, Event};
use super::retry::may_have_happened;
use crate::cloud::watched::{Call, Watch};
use crate::cloud::{Clock, CloudError, CloudResult};
use crate::plan::StepId;

pub(super) struct StepWatch {
    step: StepId,
    clock: Arc<dyn Clock>,
    emit: Emit,
    wrote: AtomicBool,
}

impl StepWatch {
    pub(super) fn new(step: StepId, clock: Arc<dyn Clock>, emit: Emit) -> Arc<Self> {
        Arc::new(Self { step, clock, emit, wrote: AtomicBool::new(false) })
    }

    /// A write was sent, and AWS did not refuse it in its own words.
    pub(super) fn may_have_written(&self) -> bool {
        self.wrote.load(Ordering::SeqCst)
    }
}

impl Watch for StepWatch {
    fn after(&self, call: Call<'_>, took: Duration, error: Option<&CloudError>) -> CloudResult<()> {
        if call.writes && error.is_none_or(|error| may_have_happened(error.kind)) {
            self.wrote.store(true, Ordering::SeqCst);
        }
        (self.emit)(Event::Log {
            at: self.clock.now(),
            step: self.step.clone(),
            operation: call.operation.to_owned(),
            resource: call.resource.to_owned(),
            took_ms: took.as_millis().try_into().unwrap_or(u64::MAX),
            error: error.map(|error| error.code.clone().unwrap_or_else(|| error.message.english())),
        });
        Ok(())
    }
}
