//! Words of the catalogue, one after the other.

use super::t;

/// `2 errors, 1 warning`
#[must_use]
pub fn series<Word: AsRef<str>>(words: impl IntoIterator<Item = Word>) -> String {
    let mut words = words.into_iter();
    let mut said = words.next().map_or_else(String::new, |first| first.as_ref().to_owned());
    for word in words {
        said.push_str(t!("series-comma"));
        said.push_str(word.as_ref());
    }
    said
}

/// What a text is about, before it: `error: no answer`, in French `erreur : pas de réponse`.
#[macro_export]
macro_rules! labelled {
    ($label:expr, $text:expr $(,)?) => {
        $crate::text::t!("label-and-text", label = ::std::format!("{}", $label), text = ::std::format!("{}", $text))
    };
}
pub use crate::labelled;

/// Sentences one after the other, with what the language sets between two.
#[must_use]
pub fn sentences<Word: AsRef<str>>(said: impl IntoIterator<Item = Word>) -> String {
    let mut said = said.into_iter();
    let first = said.next().map_or_else(String::new, |first| first.as_ref().to_owned());
    said.fold(first, |first, next| t!("sentence-and-sentence", first = first, next = next.as_ref()))
}
