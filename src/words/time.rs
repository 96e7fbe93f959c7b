//! How long something takes, as people say it.

use crate::text::t;

/// `3 min 55 s`
pub fn span(secs: u64) -> String {
    match (secs / 60, secs % 60) {
        (0, secs) => t!("seconds-short", count = secs),
        (minutes, 0) => t!("minutes-short", count = minutes),
        (minutes, secs) => t!("span-minutes", minutes = minutes, seconds = secs),
    }
}

#[cfg(test)]
mod tests {
    use super::span;

    #[test]
    fn a_span_is_said_in_minutes_and_seconds() {
        assert_eq!(span(41), "41 s");
        assert_eq!(span(120), "2 min");
        assert_eq!(span(235), "3 min 55 s");
    }
}
