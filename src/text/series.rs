//! Words of the catalogue, one after the other.

use super::t;

/// `2 errors, 1 warning`
#[must_use]
pub fn series<Word: AsRef<str>>(words: &[Word]) -> String {
    words.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(t!("series-comma"))
}
