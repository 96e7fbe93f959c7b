//! Options that count before the arguments are understood: help and errors are set by them too.

use std::ffi::OsString;

/// What stands behind this option, whatever else is wrong with the arguments.
pub fn value<'a>(option: &str, given: &'a [OsString]) -> Option<&'a str> {
    let mut words = given.iter().filter_map(|word| word.to_str());
    while let Some(word) = words.next() {
        match word.strip_prefix(option) {
            _ if word == "--" => return None,
            Some("") => return words.next(),
            Some(rest) if rest.starts_with('=') => return rest.strip_prefix('='),
            Some(_) | None => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_option_is_found_wherever_it_stands() {
        for (line, found) in [
            ("plan --color never --database x", Some("never")),
            ("--color=always plan", Some("always")),
            ("plan --colorful --color=never", Some("never")),
            ("plan --color", None),
            ("plan -- --color never", None),
            ("plan", None),
        ] {
            let given: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            assert_eq!(value("--color", &given), found, "{line}");
        }
    }
}
