//! Asking a run to stop, from a button or Ctrl-C.

use std::sync::Arc;
use tokio::sync::watch;

/// How soon a run is to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum StopAt {
    /// It goes on.
    #[default]
    Never,
    /// Nothing new is begun; what runs is waited for.
    AfterStep,
    /// Waiting ends too; a call that is under way is still finished and recorded.
    Now,
}

/// Shared between a run and whoever may stop it.
#[derive(Debug, Clone)]
pub struct Stop(Arc<watch::Sender<StopAt>>);

impl Default for Stop {
    fn default() -> Self {
        Self(Arc::new(watch::Sender::new(StopAt::Never)))
    }
}

impl Stop {
    /// Asks to stop; a sooner request that was made before stays.
    pub fn ask(&self, when: StopAt) {
        self.0.send_if_modified(|asked| {
            let sooner = when > *asked;
            if sooner {
                *asked = when;
            }
            sooner
        });
    }

    /// What has been asked for.
    pub fn asked(&self) -> StopAt {
        *self.0.borrow()
    }

    /// Returns when stopping now is asked for.
    pub async fn now(&self) {
        let mut asked = self.0.subscribe();
        // The sender lives in `self`, so waiting cannot fail.
        let _ = asked.wait_for(|asked| *asked == StopAt::Now).await;
    }
}
