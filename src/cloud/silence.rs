//! How long nothing was answered although something was asked.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// See the module.
pub(super) struct Silence {
    patience: Duration,
    now: Mutex<Now>,
}

struct Now {
    /// Questions without an answer.
    open: usize,
    /// Since when it is silent.
    since: Instant,
    /// Patience has ended, and nothing was answered after that.
    given_up: bool,
}

impl Silence {
    pub(super) fn new(patience: Duration) -> Self {
        Self { patience, now: Mutex::new(Now { open: 0, since: Instant::now(), given_up: false }) }
    }

    fn change<T>(&self, change: impl FnOnce(&mut Now) -> T) -> T {
        change(&mut self.now.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// A question was asked. Silence begins with the first; after one that was given up the next one gets a
    /// tenth of the patience, so that a chain of them ends as well.
    pub(super) fn asked(&self) -> Open<'_> {
        self.change(|now| {
            if now.open == 0 {
                let used = if now.given_up { self.patience.saturating_mul(9) / 10 } else { Duration::ZERO };
                now.since = Instant::now().checked_sub(used).unwrap_or(now.since);
            }
            now.open += 1;
        });
        Open(self)
    }

    /// Ends when it was silent for as long as patience lasts.
    pub(super) async fn lasts(&self) {
        loop {
            let until = self.change(|now| if now.open > 0 { now.since } else { Instant::now() }) + self.patience;
            if until <= Instant::now() {
                return self.change(|now| now.given_up = true);
            }
            tokio::time::sleep_until(until.into()).await;
        }
    }
}

/// A question without an answer; dropped, it is none any more.
pub(super) struct Open<'a>(&'a Silence);

impl Open<'_> {
    pub(super) fn answered(self) {
        self.0.change(|now| {
            now.since = Instant::now();
            now.given_up = false;
        });
    }
}

impl Drop for Open<'_> {
    fn drop(&mut self) {
        self.0.change(|now| now.open = now.open.saturating_sub(1));
    }
}
