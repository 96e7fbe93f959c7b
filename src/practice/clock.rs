//! The practice account's own time: minutes of it pass in seconds, or at once.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use crate::cloud::Clock;

/// How fast simulated time runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Speed {
    /// Time moves only when somebody sleeps, and then at once. For tests.
    Instant,
    /// So many simulated seconds a second.
    Times(u32),
}

impl Default for Speed {
    /// A proxy that takes six minutes is there in eight seconds.
    fn default() -> Self {
        Self::Times(45)
    }
}

/// A clock that starts where the account's state left off.
#[derive(Debug)]
pub struct PracticeClock {
    start: u64,
    began: Instant,
    speed: Speed,
    /// Milliseconds that sleeping or another process's clock added.
    added: AtomicU64,
}

impl PracticeClock {
    /// `start` in seconds since 1970-01-01 UTC.
    pub fn new(start: u64, speed: Speed) -> Self {
        Self { start, began: Instant::now(), speed, added: AtomicU64::new(0) }
    }

    /// Moves on to `then`, if it is later than now: another process has been there already.
    pub fn reach(&self, then: u64) {
        let missing = then.saturating_sub(self.now()).saturating_mul(1000);
        self.added.fetch_add(missing, Ordering::SeqCst);
    }

    /// Milliseconds since the start.
    fn passed(&self) -> u64 {
        let passed = match self.speed {
            Speed::Instant => 0,
            Speed::Times(times) => millis(self.began.elapsed()).saturating_mul(u64::from(times)),
        };
        passed.saturating_add(self.added.load(Ordering::SeqCst))
    }
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

#[async_trait]
impl Clock for PracticeClock {
    fn now(&self) -> u64 {
        self.start.saturating_add(self.passed() / 1000)
    }

    fn monotonic(&self) -> Duration {
        Duration::from_millis(self.start.saturating_mul(1000).saturating_add(self.passed()))
    }

    async fn sleep(&self, pause: Duration) {
        match self.speed {
            Speed::Instant => {
                // Taken before the others run, so that two who sleep side by side wait once.
                let wake = self.added.load(Ordering::SeqCst).saturating_add(millis(pause));
                tokio::task::yield_now().await;
                self.added.fetch_max(wake, Ordering::SeqCst);
            }
            Speed::Times(times) => tokio::time::sleep(pause / times.max(1)).await,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn sleeping_side_by_side_takes_the_longest_sleep() {
        let clock = PracticeClock::new(1000, Speed::Instant);
        tokio::join!(clock.sleep(Duration::from_secs(60)), clock.sleep(Duration::from_secs(20)));
        assert_eq!(clock.now(), 1060);
    }
}
