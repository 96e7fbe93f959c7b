//! How far back a monitor looks.

use serde::Serialize;
use std::fmt;
use std::str::FromStr;

use crate::text::t;

/// A span of time that ends now, seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Since(u32);

const MINUTE: u32 = 60;
const HOUR: u32 = 60 * MINUTE;
const DAY: u32 = 24 * HOUR;
const WEEK: u32 = 7 * DAY;

/// Shorter than that, nothing would be seen.
const LEAST: u32 = 10 * MINUTE;
/// CloudWatch keeps values by the minute for 15 days.
/// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html>
const MOST: u32 = 15 * DAY;

/// The text is no span, or one that cannot be monitored.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotARange {
    #[error("{}", t!("error-span-form", text = .0))]
    Form(String),
    #[error("{}", t!("error-span-bounds", text = .0))]
    Bounds(String),
}

impl Since {
    /// What the window offers.
    pub const OFFERED: [Self; 4] = [Self(HOUR), Self(3 * HOUR), Self(DAY), Self(WEEK)];

    pub const fn secs(self) -> u32 {
        self.0
    }

    /// Seconds of a period of what is only shown or counted: the minute, and for days five of them.
    pub const fn period_secs(self) -> u32 {
        if self.0 > DAY { 5 * MINUTE } else { MINUTE }
    }
}

impl Default for Since {
    fn default() -> Self {
        Self(3 * HOUR)
    }
}

impl FromStr for Since {
    type Err = NotARange;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let form = || NotARange::Form(text.to_owned());
        let unit = text.chars().last().ok_or_else(form)?;
        let secs = match unit {
            'm' => MINUTE,
            'h' => HOUR,
            'd' => DAY,
            'w' => WEEK,
            _ => return Err(form()),
        };
        let number = text.strip_suffix(unit).filter(|digits| digits.chars().all(|c| c.is_ascii_digit()));
        let number = number.filter(|digits| !digits.is_empty()).ok_or_else(form)?;
        let span = number.parse::<u32>().ok().and_then(|number| number.checked_mul(secs));
        span.filter(|span| (LEAST..=MOST).contains(span)).map(Self).ok_or_else(|| NotARange::Bounds(text.to_owned()))
    }
}

impl fmt::Display for Since {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (number, unit) = match self.0 {
            secs if secs.is_multiple_of(WEEK) => (secs / WEEK, "weeks"),
            secs if secs.is_multiple_of(DAY) => (secs / DAY, "days"),
            secs if secs.is_multiple_of(HOUR) => (secs / HOUR, "hours"),
            secs => (secs / MINUTE, "minutes"),
        };
        f.write_str(&t!("monitor-span", number = number, unit = unit))
    }
}
