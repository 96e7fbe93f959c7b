//! What comes from outside, made fit to be shown: names, values and messages of an account, a file,
//! a server. None of them may move a cursor, begin a line of its own in a report, or reorder or hide
//! what stands beside it. Such characters are shown as their escape: `\n`, `\u{1b}`, `\u{202e}`.
//!
//! Texts pass [`one_line`] where they become words for a person: as a value of a string of the
//! catalogue, and on their way into a report, a verdict, a description, a stage's outcome. What is
//! laid out over several lines passes [`lines`] once more at the terminal and in the window.

use std::borrow::Cow;

/// Whether a character does something other than to be seen: control characters (C0, DEL, C1), line
/// and paragraph separators, marks that turn the direction of text, and characters without a sign.
/// <https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing>
pub fn misleads(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}')
        || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}')
        || matches!(c, '\u{e0000}'..='\u{e007f}')
}

/// As part of one line.
pub fn one_line(text: &str) -> Cow<'_, str> {
    escaped(text, misleads)
}

/// As several lines that were laid out here: their breaks stay.
pub fn lines(text: &str) -> Cow<'_, str> {
    escaped(text, |c| c != '\n' && misleads(c))
}

fn escaped(text: &str, is_escaped: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(&is_escaped) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if is_escaped(c) {
            shown.extend(c.escape_default());
        } else {
            shown.push(c);
        }
    }
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_do_something_is_seen_instead() {
        for (text, shown) in [
            ("orders-proxy", "orders-proxy"),
            ("a\nerror: b", r"a\nerror: b"),
            ("\u{1b}[2J\r\t\0", r"\u{1b}[2J\r\t\u{0}"),
            ("\u{9b}2J\u{7f}", r"\u{9b}2J\u{7f}"),
            ("a\u{202e}b\u{2069}c\u{200f}", r"a\u{202e}b\u{2069}c\u{200f}"),
            ("a\u{2028}b\u{85}c\u{feff}", r"a\u{2028}b\u{85}c\u{feff}"),
            // Letters, marks and signs of any script stay, and what joins them.
            (
                "Größe 注文 e\u{301} \u{1f469}\u{200d}\u{1f4bb} क\u{94d}\u{200c}ष",
                "Größe 注文 e\u{301} \u{1f469}\u{200d}\u{1f4bb} क\u{94d}\u{200c}ष",
            ),
        ] {
            assert_eq!(one_line(text), shown);
        }
    }

    #[test]
    fn our_own_lines_stay_lines() {
        assert_eq!(lines("a\n  b\r\u{1b}"), "a\n  b\\r\\u{1b}");
    }
}
