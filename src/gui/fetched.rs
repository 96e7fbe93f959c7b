//! A value that comes from elsewhere: not asked, on its way, there, or not to be had.
//!
//! The old value stays visible while a new one is on its way or failed. Each question has a
//! generation; an answer to an older question (another region, another account) is dropped.

use std::time::{Duration, Instant};

/// Marks one question, so that its answer can be told from answers to older ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Generation(u64);

/// A remote value with the error `E`.
#[derive(Debug, Clone)]
pub struct Fetched<T, E> {
    generation: u64,
    value: Option<T>,
    /// When the shown value arrived, and to which question.
    arrived: Option<Instant>,
    answered: u64,
    state: FetchedState<E>,
}

#[derive(Debug, Clone)]
enum FetchedState<E> {
    Still,
    Pending {
        since: Instant,
    },
    Failed(E),
    /// Nobody waits for the answer any more.
    GivenUp,
}

impl<T, E> Default for Fetched<T, E> {
    fn default() -> Self {
        Self { generation: 0, value: None, arrived: None, answered: 0, state: FetchedState::Still }
    }
}

impl<T, E> Fetched<T, E> {
    /// Starts a question at `now`; pass the generation along with it.
    pub fn ask(&mut self, now: Instant) -> Generation {
        self.generation += 1;
        self.state = FetchedState::Pending { since: now };
        Generation(self.generation)
    }

    /// Takes an answer that came at `now`. False when it answers an older question: then nothing
    /// changes.
    pub fn answer(&mut self, generation: Generation, answer: Result<T, E>, now: Instant) -> bool {
        if generation.0 != self.generation {
            return false;
        }
        match answer {
            Ok(value) => {
                self.value = Some(value);
                self.arrived = Some(now);
                self.answered = generation.0;
                self.state = FetchedState::Still;
            }
            Err(error) => self.state = FetchedState::Failed(error),
        }
        true
    }

    /// Forgets the value and every question that is under way: what it was about has changed.
    pub fn clear(&mut self) {
        *self = Self { generation: self.generation + 1, ..Self::default() };
    }

    /// Waits no longer for an answer that is under way. The last value stays, as an old one.
    pub fn give_up(&mut self) {
        if matches!(self.state, FetchedState::Pending { .. }) {
            self.generation += 1;
            self.state = FetchedState::GivenUp;
        }
    }

    /// Whether an answer was under way that nobody waits for any more.
    #[must_use]
    pub const fn is_given_up(&self) -> bool {
        matches!(self.state, FetchedState::GivenUp)
    }

    /// The last value that arrived, even while a newer one is awaited or failed.
    #[must_use]
    pub const fn value(&self) -> Option<&T> {
        self.value.as_ref()
    }

    /// Which answer the shown value is: no two values of one place have the same.
    #[must_use]
    pub const fn answered(&self) -> u64 {
        self.answered
    }

    /// [`Self::ready`], to be changed here.
    #[must_use]
    pub const fn ready_mut(&mut self) -> Option<&mut T> {
        match self.state {
            FetchedState::Still => self.value.as_mut(),
            FetchedState::Pending { .. } | FetchedState::Failed(_) | FetchedState::GivenUp => None,
        }
    }

    /// The value, if it is the answer to the last question.
    #[must_use]
    pub const fn ready(&self) -> Option<&T> {
        match self.state {
            FetchedState::Still => self.value.as_ref(),
            FetchedState::Pending { .. } | FetchedState::Failed(_) | FetchedState::GivenUp => None,
        }
    }

    /// Why the last question failed.
    #[must_use]
    pub const fn error(&self) -> Option<&E> {
        match &self.state {
            FetchedState::Failed(error) => Some(error),
            FetchedState::Still | FetchedState::Pending { .. } | FetchedState::GivenUp => None,
        }
    }

    /// How long the answer has been awaited at `now`.
    #[must_use]
    pub fn waiting(&self, now: Instant) -> Option<Duration> {
        match self.state {
            FetchedState::Pending { since } => Some(now.saturating_duration_since(since)),
            FetchedState::Still | FetchedState::Failed(_) | FetchedState::GivenUp => None,
        }
    }

    /// How old the shown value is at `now`.
    #[must_use]
    pub fn age(&self, now: Instant) -> Option<Duration> {
        self.arrived.map(|arrived| now.saturating_duration_since(arrived))
    }

    /// Whether this is the last question that was asked.
    #[must_use]
    pub const fn is_current(&self, generation: Generation) -> bool {
        self.generation == generation.0
    }

    /// Whether nothing was asked since it was made or cleared.
    #[must_use]
    pub const fn is_unasked(&self) -> bool {
        matches!(self.state, FetchedState::Still) && self.value.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_to_an_older_question_is_dropped() {
        let now = Instant::now();
        let mut list: Fetched<&str, &str> = Fetched::default();
        let first = list.ask(now);
        let second = list.ask(now);
        assert!(!list.answer(first, Ok("eu-west-1"), now));
        assert!(list.waiting(now).is_some());
        assert!(list.answer(second, Ok("eu-central-1"), now));
        assert_eq!(list.ready(), Some(&"eu-central-1"));
    }

    #[test]
    fn the_old_value_stays_while_a_new_one_is_awaited_or_failed() {
        let now = Instant::now();
        let mut list: Fetched<u8, &str> = Fetched::default();
        let first = list.ask(now);
        list.answer(first, Ok(7), now);
        let second = list.ask(now);
        assert_eq!((list.value(), list.ready()), (Some(&7), None));
        list.answer(second, Err("access denied"), now);
        assert_eq!((list.value(), list.error()), (Some(&7), Some(&"access denied")));
    }

    #[test]
    fn an_answer_that_is_no_longer_waited_for_is_dropped_and_the_old_one_is_old() {
        let now = Instant::now();
        let mut list: Fetched<u8, &str> = Fetched::default();
        let first = list.ask(now);
        list.answer(first, Ok(7), now);
        let second = list.ask(now);
        list.give_up();
        assert!(!list.answer(second, Ok(8), now));
        assert_eq!((list.value(), list.ready(), list.waiting(now)), (Some(&7), None, None));
        assert!(!list.is_unasked(), "it is not asked again by itself");
    }

    #[test]
    fn clearing_forgets_the_value_and_what_is_under_way() {
        let now = Instant::now();
        let mut list: Fetched<u8, &str> = Fetched::default();
        let question = list.ask(now);
        list.clear();
        assert!(!list.answer(question, Ok(7), now));
        assert!(list.is_unasked());
    }
}
