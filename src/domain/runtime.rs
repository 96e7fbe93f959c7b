//! The life of Lambda's runtimes, from the table in `assets/data/runtimes.toml`.

use serde::Deserialize;
use std::sync::LazyLock;
use time::{Date, Month};

/// A runtime and its dates, as AWS announced them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Runtime {
    pub name: String,
    /// After this day it gets no patches.
    #[serde(deserialize_with = "date")]
    pub deprecated: Date,
    /// From this day on functions with it can no longer be created, or updated. Not announced for
    /// all, and moved by AWS again and again.
    #[serde(default, deserialize_with = "some_date")]
    pub create_block: Option<Date>,
    #[serde(default, deserialize_with = "some_date")]
    pub update_block: Option<Date>,
}

/// All runtimes, the newest of a language last.
#[derive(Debug, Deserialize)]
pub struct Runtimes {
    /// The day of the table.
    #[serde(deserialize_with = "date")]
    pub as_of: Date,
    runtime: Vec<Runtime>,
}

// The table is part of the program and read by the test below; an empty one would mean "unknown".
static RUNTIMES: LazyLock<Option<Runtimes>> =
    LazyLock::new(|| toml::from_str(include_str!("../../assets/data/runtimes.toml")).ok());

/// The table.
pub fn runtimes() -> Option<&'static Runtimes> {
    RUNTIMES.as_ref()
}

impl Runtimes {
    /// By name; `None` for a runtime that is newer than the table.
    pub fn find(&self, name: &str) -> Option<&Runtime> {
        self.runtime.iter().find(|runtime| runtime.name == name)
    }

    /// Lambda refuses to update functions with it. A day that was still to come when the table was
    /// made may have been moved since, so it closes nothing.
    pub fn is_closed(&self, runtime: &Runtime) -> bool {
        runtime.update_block.is_some_and(|day| day < self.as_of)
    }

    /// The newest runtime of the same language that is still maintained on that day.
    pub fn newest_like(&self, name: &str, day: Date) -> Option<&Runtime> {
        let same = |runtime: &&Runtime| language(&runtime.name) == language(name) && runtime.deprecated >= day;
        self.runtime.iter().rev().find(same)
    }
}

fn language(runtime: &str) -> &str {
    let end = runtime.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(runtime.len());
    runtime.get(..end).map_or(runtime, |word| word.strip_suffix("core").unwrap_or(word))
}

/// A date as TOML writes it.
pub(crate) fn date<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
    let found = toml::value::Datetime::deserialize(from)?;
    let date = found.date.and_then(|date| {
        let month = Month::try_from(date.month).ok()?;
        Date::from_calendar_date(date.year.into(), month, date.day).ok()
    });
    date.ok_or_else(|| serde::de::Error::custom("not a date"))
}

fn some_date<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<Date>, D::Error> {
    date(from).map(Some)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use time::macros::date;

    #[test]
    fn the_successor_is_of_the_same_language_and_still_maintained() {
        let today = date!(2026 - 11 - 21);
        for (runtime, newest) in [
            ("nodejs18.x", Some("nodejs24.x")),
            ("python3.9", Some("python3.14")),
            ("java8", Some("java25")),
            ("dotnetcore3.1", Some("dotnet10")),
            ("provided.al2", Some("provided.al2023")),
            ("go1.x", None),
        ] {
            let found = runtimes().unwrap().newest_like(runtime, today).map(|runtime| runtime.name.as_str());
            assert_eq!(found, newest, "{runtime}");
        }
        assert_eq!(runtimes().unwrap().newest_like("nodejs18.x", date!(2040 - 01 - 01)), None);
    }

    #[test]
    fn only_a_runtime_whose_day_has_passed_is_closed() {
        let table = runtimes().unwrap();
        let closed = |name: &str| table.is_closed(table.find(name).unwrap());
        // Their day is to come, and has been moved before.
        for name in ["nodejs14.x", "nodejs18.x", "python3.7", "ruby2.7", "go1.x", "java8", "dotnet6", "dotnet9"] {
            assert!(!closed(name), "{name}");
        }
        for name in ["nodejs12.x", "python3.6", "ruby2.5", "dotnetcore3.1"] {
            assert!(closed(name), "{name}");
        }
        assert_eq!(table.find("python4.0"), None);
    }
}
