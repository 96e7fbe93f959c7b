//! Words of a command line that a person copies into a shell, or that an exported script runs.
//!
//! The only place that quotes. Every value from outside passes here, whatever it looks like: a
//! region, too, may be a file's `$(…)`.

use super::output::Output;
use super::outside::misleads;

/// The word that bash and zsh read as `text`. Control characters are in it as escapes (`$'a\nb'`);
/// NUL, which no argument can hold, as `\u{fffd}`.
pub fn word(text: &str) -> String {
    if text.is_empty() { "''".to_owned() } else { quoted(text, misleads) }
}

/// The same, with the token of an output (`${PROXY_SG}`) as the variable that a script has for it.
pub fn word_with_variables(text: &str) -> String {
    with_variables(text, misleads)
}

/// The same for a document that this program laid out: its line breaks are broken lines.
pub fn document_with_variables(text: &str) -> String {
    with_variables(text, |c| c != '\n' && misleads(c))
}

fn with_variables(text: &str, is_escaped: fn(char) -> bool) -> String {
    let mut word = String::new();
    let mut rest = text;
    while let Some((before, output, after)) = Output::split_at_first(rest) {
        word.push_str(&quoted(before, is_escaped));
        word.push_str(&format!("\"{}\"", output.token()));
        rest = after;
    }
    word.push_str(&quoted(rest, is_escaped));
    if word.is_empty() { "''".to_owned() } else { word }
}

/// Nothing for nothing; words that no shell would touch stay as they are.
fn quoted(text: &str, is_escaped: fn(char) -> bool) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "_./:@=,+-%".contains(c);
    // To zsh, `=ls` is a path.
    if text.chars().all(plain) && !text.starts_with('=') {
        text.to_owned()
    } else if text.contains(is_escaped) {
        let mut word = String::from("$'");
        for c in text.chars() {
            match c {
                '\0' => word.push(char::REPLACEMENT_CHARACTER),
                '\n' if is_escaped(c) => word.push_str(r"\n"),
                '\'' | '\\' => word.extend(['\\', c]),
                c if is_escaped(c) => {
                    // Bytes rather than `\u`: what that means depends on the shell's locale.
                    for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                        word.push_str(&format!("\\x{byte:02x}"));
                    }
                }
                c => word.push(c),
            }
        }
        word + "'"
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_a_shell_would_touch_are_quoted() {
        for (text, expected) in [
            ("", "''"),
            ("sg-0d41c0aa", "sg-0d41c0aa"),
            ("=ls", "'=ls'"),
            ("it's", r"'it'\''s'"),
            (r#"{"a":1}"#, r#"'{"a":1}'"#),
            ("$(rm) `x` ${PROXY_SG}", "'$(rm) `x` ${PROXY_SG}'"),
            ("a'\\\nb", r"$'a\'\\\nb'"),
            ("\u{1b}[2J\u{202e}\u{7f}1", r"$'\x1b[2J\xe2\x80\xae\x7f1'"),
            ("a\0b", "$'a\u{fffd}b'"),
        ] {
            assert_eq!(word(text), expected);
        }
    }

    #[test]
    fn only_tokens_of_outputs_are_expanded() {
        for (text, expected) in [
            ("", "''"),
            ("sg-1", "sg-1"),
            ("${PROXY_SG}", "\"${PROXY_SG}\""),
            ("$(rm) `x` ${aws:username}", "'$(rm) `x` ${aws:username}'"),
            ("it's", r"'it'\''s'"),
            ("a b:${PROXY_ID}/${PROXY_HOST}", "'a b:'\"${PROXY_ID}\"/\"${PROXY_HOST}\""),
            ("{\"a\":\"${PROXY_ID}/x y\"}", "'{\"a\":\"'\"${PROXY_ID}\"'/x y\"}'"),
            ("a\n${PROXY_ID}", "$'a\\n'\"${PROXY_ID}\""),
        ] {
            assert_eq!(word_with_variables(text), expected);
        }
    }

    #[test]
    fn a_document_keeps_its_lines() {
        assert_eq!(document_with_variables("{\n  1\n}"), "'{\n  1\n}'");
        assert_eq!(document_with_variables("{\n'\u{9b}\n}"), "$'{\n\\'\\xc2\\x9b\n}'");
    }
}
