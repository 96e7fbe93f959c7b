//! How many calls may be under way at once: as many as are allowed, fewer after throttling, and one more
//! again for every round that passes without it.

use std::sync::{Mutex, PoisonError};
use tokio::sync::{Semaphore, SemaphorePermit};

/// Whatever AWS says, so many go on.
const FEWEST: usize = 2;

/// See the module.
pub(super) struct Pace {
    most: usize,
    permits: Semaphore,
    now: Mutex<Now>,
}

struct Now {
    width: usize,
    /// Calls since the last throttling or widening.
    passed: usize,
}

impl Pace {
    pub(super) fn new(most: usize) -> Self {
        Self { most, permits: Semaphore::new(most), now: Mutex::new(Now { width: most, passed: 0 }) }
    }

    /// Waits for a place. The semaphore is never closed, so there is always one.
    pub(super) async fn place(&self) -> Option<SemaphorePermit<'_>> {
        self.permits.acquire().await.ok()
    }

    /// A call was throttled: half as many from now on. Its own place is the first that goes.
    pub(super) fn throttled(&self, place: Option<SemaphorePermit<'_>>) {
        let mut now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        let mut surplus = now.width - (now.width / 2).max(FEWEST).min(now.width);
        now.passed = 0;
        if let Some(place) = place.filter(|_| surplus > 0) {
            place.forget();
            now.width -= 1;
            surplus -= 1;
        }
        // Places that are taken at this moment stay: the next throttling takes them.
        now.width -= self.permits.forget_permits(surplus);
    }

    /// A call was answered.
    pub(super) fn passed(&self) {
        let mut now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        now.passed += 1;
        if now.passed >= now.width && now.width < self.most {
            now.width += 1;
            now.passed = 0;
            self.permits.add_permits(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn width(pace: &Pace) -> usize {
        pace.now.lock().unwrap_or_else(PoisonError::into_inner).width
    }

    #[tokio::test]
    async fn throttling_halves_it_and_rounds_without_it_bring_it_back() {
        let pace = Pace::new(8);
        pace.throttled(pace.place().await);
        assert_eq!((width(&pace), pace.permits.available_permits()), (4, 4));
        for _ in 0..5 {
            pace.throttled(pace.place().await);
        }
        assert_eq!((width(&pace), pace.permits.available_permits()), (FEWEST, FEWEST));
        for _ in 0..100 {
            pace.passed();
        }
        assert_eq!((width(&pace), pace.permits.available_permits()), (8, 8), "never more than were allowed");
    }

    #[tokio::test]
    async fn places_that_are_taken_are_not_taken_away() {
        let pace = Pace::new(4);
        let taken = [pace.place().await, pace.place().await, pace.place().await];
        pace.throttled(pace.place().await);
        assert_eq!(width(&pace), 3);
        drop(taken);
        assert_eq!(pace.permits.available_permits(), 3);
    }
}
