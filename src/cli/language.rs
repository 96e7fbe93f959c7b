//! The language of a command: chosen before its arguments are understood, since help and errors speak it too.

use std::ffi::OsString;

use crate::settings::Settings;
use crate::text::Language;

/// Its name in the environment.
pub const VARIABLE: &str = "RPW_LANGUAGE";

/// What `--language` says, else the environment, else the window's setting, else the system.
pub fn choose(arguments: impl IntoIterator<Item = OsString>, settings: &Settings) -> Language {
    let of_environment = || std::env::var(VARIABLE).ok().and_then(|tag| Language::of_tag(&tag));
    asked(arguments).or_else(of_environment).or(settings.language).unwrap_or_else(Language::of_system)
}

/// What the option says; one that is wrong is refused later, with the other arguments.
fn asked(arguments: impl IntoIterator<Item = OsString>) -> Option<Language> {
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        let argument = argument.to_string_lossy();
        match argument.strip_prefix("--language") {
            _ if argument == "--" => return None,
            Some("") => return Language::of_tag(&arguments.next()?.to_string_lossy()),
            Some(rest) => return Language::of_tag(rest.strip_prefix('=')?),
            None => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_option_is_found_wherever_it_stands() {
        for (line, language) in [
            ("plan --language fr --database x", Some(Language::French)),
            ("--language=ja plan", Some(Language::Japanese)),
            ("plan --language", None),
            ("plan --language xx", None),
            ("plan -- --language fr", None),
            ("plan", None),
        ] {
            assert_eq!(asked(line.split(' ').map(OsString::from)), language, "{line}");
        }
    }
}
