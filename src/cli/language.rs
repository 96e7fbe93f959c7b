//! The language of a command: chosen before its arguments are understood, since help and errors speak it too.

use std::ffi::OsString;

use super::early;
use crate::settings::Settings;
use crate::text::Language;

/// Its name in the environment.
pub const VARIABLE: &str = "RPW_LANGUAGE";

/// What `--language` says, else the environment, else the window's setting, else the system. A value that is wrong
/// is refused later, with the other arguments.
pub fn choose(given: &[OsString], settings: &Settings) -> Language {
    let asked = early::value("--language", given).and_then(Language::of_tag);
    let of_environment = || std::env::var(VARIABLE).ok().and_then(|tag| Language::of_tag(&tag));
    asked.or_else(of_environment).or(settings.language).unwrap_or_else(Language::of_system)
}
