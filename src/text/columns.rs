//! Words side by side where every letter has its columns: Japanese and Korean letters take two.

use unicode_width::UnicodeWidthStr;

/// The columns that it takes on a terminal.
#[must_use]
pub fn columns(text: &str) -> usize {
    text.width()
}

/// With spaces behind it up to this many columns, and with one where there is no room for any.
#[must_use]
pub fn padded(text: &str, columns: usize) -> String {
    let spaces = columns.saturating_sub(text.width()).max(1);
    format!("{text}{}", " ".repeat(spaces))
}

/// The width of a column of these names: the usual one, or as much more as the widest name needs with two blanks
/// behind it.
#[must_use]
pub fn column<'a>(names: impl IntoIterator<Item = &'a str>, usual: usize) -> usize {
    names.into_iter().map(|name| columns(name) + 2).max().unwrap_or_default().max(usual)
}

#[cfg(test)]
mod tests {
    use super::{column, padded};

    #[test]
    fn a_column_is_as_wide_as_usual_or_as_its_widest_name() {
        assert_eq!(column(["VPC", "Database"], 13), 13);
        assert_eq!(column(["VPC", "エンドポイント"], 13), 16);
    }

    #[test]
    fn what_follows_a_word_begins_at_its_column_and_never_at_the_word() {
        for (word, shown) in
            [("ok", "ok      |"), ("復元済み", "復元済み |"), ("restored", "restored |"), ("", "        |")]
        {
            assert_eq!(format!("{}|", padded(word, 8)), shown);
        }
        assert_eq!(padded("확인", 8), "확인    ");
    }
}
