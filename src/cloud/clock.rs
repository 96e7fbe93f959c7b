//! Time, as a part that can be replaced: the practice account runs minutes in a blink.

use async_trait::async_trait;
use std::sync::LazyLock;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

#[async_trait]
pub trait Clock: Send + Sync {
    /// Seconds since 1970-01-01 UTC, in the account's time.
    fn now(&self) -> u64;

    /// Time that only ever runs on, for limits: a wall clock is set, and jumps when a laptop wakes.
    fn monotonic(&self) -> Duration {
        Duration::from_secs(self.now())
    }

    /// Waits for `pause` of the account's time.
    async fn sleep(&self, pause: Duration);
}

/// The real time.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

/// Where monotonic time counts from: only differences of it mean anything.
static START: LazyLock<Instant> = LazyLock::new(Instant::now);

#[async_trait]
impl Clock for SystemClock {
    fn now(&self) -> u64 {
        SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
    }

    fn monotonic(&self) -> Duration {
        START.elapsed()
    }

    async fn sleep(&self, pause: Duration) {
        tokio::time::sleep(pause).await;
    }
}
