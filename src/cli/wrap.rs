//! Lines of the width of a terminal.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The line, broken at spaces so that no part takes more than `width` columns; what follows its first part
/// begins at the column `indent`. A word that is wider than a line is broken where the line ends.
pub fn wrapped(line: &str, width: usize, indent: usize) -> Vec<String> {
    let width = width.max(1);
    let indent = if indent * 2 > width { 0 } else { indent };
    let mut parts = vec![String::new()];
    let mut column = 0;
    for piece in line.split_inclusive(' ') {
        let begins = parts.len() > 1 && column == indent;
        if column + piece.trim_end().width() > width && column > indent && !begins {
            parts.push(" ".repeat(indent));
            column = indent;
        }
        for c in piece.chars() {
            let columns = c.width().unwrap_or_default();
            if column + columns > width {
                if c == ' ' {
                    continue;
                }
                parts.push(" ".repeat(indent));
                column = indent;
            }
            if let Some(part) = parts.last_mut() {
                part.push(c);
            }
            column += columns;
        }
    }
    parts.into_iter().map(|part| part.trim_end().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_broken_at_spaces_and_nothing_is_lost() {
        assert_eq!(wrapped("working  1  Proxy", 80, 4), ["working  1  Proxy"]);
        assert_eq!(wrapped("one two three four", 9, 2), ["one two", "  three", "  four"]);
        assert_eq!(wrapped("abcdefghij", 4, 2), ["abcd", "  ef", "  gh", "  ij"]);
        assert_eq!(wrapped("", 4, 2), [""]);
        assert_eq!(wrapped("  kept indent", 20, 2), ["  kept indent"]);
        let long = "waiting  11  Register `orders-prod`  2 min (usually 1 min to 5 min)";
        for width in [1, 2, 7, 13, 20, 39, 80] {
            let parts = wrapped(long, width, 13);
            assert!(parts.iter().all(|part| part.width() <= width), "{width}: {parts:?}");
            let letters = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
            assert_eq!(letters(&parts.concat()), letters(long), "{width}");
        }
    }

    #[test]
    fn a_wide_letter_takes_two_columns() {
        assert_eq!(wrapped("注文注文", 4, 0), ["注文", "注文"]);
        assert_eq!(wrapped("a注文", 4, 0), ["a注", "文"]);
    }
}
