//! Colour for words that say it without: signs of a verdict, severities, "Hint:", the signs of a plan. Only the
//! word that begins a line is set in colour, so that no colour says what no word says, and no name of an account
//! is ever part of one.

use anstyle::{AnsiColor, Style};
use std::borrow::Cow;
use std::sync::LazyLock;

use crate::domain::finding::Severity;
use crate::rules::{line_head, severity_in_line};
use crate::text::t;

const BAD: Style = AnsiColor::Red.on_default().bold();
const WARN: Style = AnsiColor::Yellow.on_default();
const GOOD: Style = AnsiColor::Green.on_default();
const HINT: Style = AnsiColor::Cyan.on_default();
const QUIET: Style = Style::new().dimmed();

/// Words that a line begins with.
static HEADS: LazyLock<Vec<(String, Style)>> = LazyLock::new(|| {
    let severity = |severity| line_head(&severity_in_line(severity));
    let mut heads = vec![
        (severity(Severity::Error), BAD),
        (severity(Severity::Warning), WARN),
        (severity(Severity::Info), QUIET),
        (line_head(t!("rules-text-unknown")), QUIET),
    ];
    heads.extend(
        [
            (t!("report-error"), BAD),
            (t!("cli-error"), BAD),
            (t!("cli-failed"), BAD),
            (t!("rules-blocked"), BAD),
            (t!("cli-warning"), WARN),
            (t!("cli-made"), WARN),
            (t!("cli-passed"), GOOD),
            (t!("cli-removed"), GOOD),
            (t!("cli-restored"), GOOD),
            (t!("rules-passes"), GOOD),
            (t!("report-hint"), HINT),
            (t!("cli-working"), HINT),
            (t!("cli-waiting"), HINT),
            (t!("report-cause"), QUIET),
            (t!("cli-note"), QUIET),
            (t!("cli-unknown"), QUIET),
        ]
        .map(|(head, style)| (head.to_owned(), style)),
    );
    heads
});

/// What becomes of a step of a plan, behind its number.
const SIGNS: [(&str, Style); 3] = [("+", GOOD), ("~", WARN), ("=", QUIET)];

/// The text with the first word of each line in its colour, where it has one.
pub fn painted(text: &str) -> String {
    let lines: Vec<Cow<'_, str>> = text.split('\n').map(line).collect();
    lines.join("\n")
}

fn line(line: &str) -> Cow<'_, str> {
    let words = line.trim_start_matches(' ');
    let unnumbered = words.trim_start_matches(|c: char| c.is_ascii_digit());
    if unnumbered.len() < words.len() {
        let sign = unnumbered.trim_start_matches(' ');
        return in_colour(line, sign, &SIGNS).unwrap_or(Cow::Borrowed(line));
    }
    in_colour(line, words, &HEADS).unwrap_or(Cow::Borrowed(line))
}

/// The line with the head of `rest`, its end, in colour.
fn in_colour<'a>(line: &'a str, rest: &str, heads: &[(impl AsRef<str>, Style)]) -> Option<Cow<'a, str>> {
    let before = line.get(..line.len() - rest.len())?;
    heads.iter().find_map(|(head, style)| {
        let head = head.as_ref();
        let after = rest.strip_prefix(head)?;
        let is_word = after.is_empty() || after.starts_with(' ');
        is_word.then(|| Cow::Owned(format!("{before}{style}{head}{style:#}{after}")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_that_begins_a_line_is_in_colour_and_no_other() {
        for (text, shown) in [
            ("error: no", "\u{1b}[1m\u{1b}[31merror:\u{1b}[0m no"),
            ("  cause: no", "  \u{1b}[2mcause:\u{1b}[0m no"),
            ("ok        1  Secret", "\u{1b}[32mok\u{1b}[0m        1  Secret"),
            ("   1 + Secret `error: x`", "   1 \u{1b}[32m+\u{1b}[0m Secret `error: x`"),
            ("okay", "okay"),
            ("Setup `error:`", "Setup `error:`"),
            ("2 steps to do", "2 steps to do"),
            ("", ""),
        ] {
            assert_eq!(painted(text), shown);
        }
        assert_eq!(painted("a\nHint: b\n").matches('\n').count(), 2);
    }

    #[test]
    fn without_its_colour_a_text_is_the_same() {
        let text = "error: a\n  cause: b\nHint: c\n   1 + d\nunknown: e";
        let stripped = anstream::adapter::strip_str(&painted(text)).to_string();
        assert_eq!(stripped, text);
    }
}
