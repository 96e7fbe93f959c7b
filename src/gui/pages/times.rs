//! Times as pages show them: a moment, the clock of the log, and the time column of a row.

use crate::domain::UnixSeconds;
use crate::text::t;
use crate::words::monitor;

/// Seconds since 1970 as `10:42:07`, in UTC: the machine's zone is not known portably.
pub fn clock(at: u64) -> String {
    let day = at % 86_400;
    format!("{:02}:{:02}:{:02}", day / 3600, day / 60 % 60, day % 60)
}

/// The time column of a row: `0.3 s` below a minute, `3:45` above.
pub fn took(ms: u64) -> String {
    if ms < 60_000 {
        format!("{}.{} s", ms / 1000, ms % 1000 / 100)
    } else {
        format!("{}:{:02}", ms / 60_000, ms / 1000 % 60)
    }
}

/// `20 Nov, 10:31 UTC`, from seconds since 1970.
pub fn moment(at: u64) -> String {
    let at = UnixSeconds::try_from(at).unwrap_or_default();
    t!("run-when", date = monitor::day(at), time = monitor::hours(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_said_as_day_and_time() {
        assert_eq!(moment(1_795_170_660), "20 Nov, 10:31 UTC");
        assert_eq!(moment(951_782_400), "29 Feb, 00:00 UTC");
    }

    #[test]
    fn times_read_as_people_write_them() {
        assert_eq!(clock(1_700_000_000), "22:13:20");
        assert_eq!(took(312), "0.3 s");
        assert_eq!(took(225_000), "3:45");
    }
}
