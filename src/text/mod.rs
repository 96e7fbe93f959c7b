//! Every string shown to a person, by id, from `assets/i18n/<language>/*.ftl`; pure, and open to every layer.
//!
//! Write `t!("page-title")` or `t!("review-title", count = 11)`: the id is a literal, so that
//! the test below can hold the source against the catalogue: every id that is used exists, and
//! every id that exists is used. Names inside a sentence stand in backticks and are set in mono
//! by `gui::rich`. Values are part of one line, whatever is in them (see [`crate::domain::outside`]).
//!
//! The strings come in the language that is spoken ([`language`]). What programs read is said
//! [`in_english`]. What is shown later than it is made, or kept, is a [`Sentence`] instead: `said!("…")`.

mod catalogue;
mod columns;
mod language;
mod money;
mod number;
mod sentence;
mod series;
mod stretched;

use fluent_bundle::{FluentArgs, FluentValue};

use catalogue::{format, in_language};
pub use columns::{column, columns, padded};
pub use language::{Language, in_english, speak, speaking, spoken};
pub use money::{dollars, money};
pub use sentence::{Filling, Phrase, Sentence, Sentences, kept, read_again, said};
pub use series::{labelled, sentences, series};

use crate::domain::outside::one_line;

/// The string with this id, with values for its variables if it has any.
#[macro_export]
macro_rules! t {
    ($id:literal) => {
        $crate::text::plain($id)
    };
    ($id:literal, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::text::with($id, [$((stringify!($name), $crate::text::Value::from($value))),+])
    };
}
pub use crate::t;

/// A value for a variable in a string: anything that is a string or a number.
pub type Value<'a> = FluentValue<'a>;

/// A number as people read it: `7806` as `7,806`. Every number of the catalogue passes it; what is no
/// amount (a port, a version) is a string.
#[must_use]
pub fn grouped(number: impl ToString) -> String {
    number::grouped(&number.to_string(), spoken())
}

/// A string without variables. An id that does not exist shows as itself. Use [`t!`].
#[must_use]
pub fn plain(id: &'static str) -> &'static str {
    named(id).unwrap_or(id)
}

/// A string without variables whose id is made from data, such as a rule's code; `id.attribute` for an
/// attribute of it.
#[must_use]
pub fn named(id: &str) -> Option<&'static str> {
    let said = |language| in_language(language).plain.get(id).map(String::as_str);
    said(spoken()).or_else(|| said(Language::English))
}

/// A string with variables. An id that does not exist shows as itself. Use [`t!`].
#[must_use]
pub fn with<'a, const N: usize>(id: &str, values: [(&'a str, Value<'a>); N]) -> String {
    formatted(id, values).unwrap_or_else(|| id.to_owned())
}

/// `None` where there is no such id, or a variable has no value.
fn formatted<'a>(id: &str, values: impl IntoIterator<Item = (&'a str, Value<'a>)>) -> Option<String> {
    let args: FluentArgs<'_> = values.into_iter().map(|(name, value)| (name, visible(value))).collect();
    let said = |language| format(&in_language(language).bundle, id, Some(&args));
    match spoken() {
        // The values are stretched with it, which no test minds.
        Language::Stretched => said(Language::English).map(|text| stretched::stretched(&text)),
        language => said(language).or_else(|| said(Language::English)).map(std::borrow::Cow::into_owned),
    }
}

/// The same value, fit to be shown.
fn visible(value: Value<'_>) -> Value<'_> {
    match value {
        FluentValue::String(text) => FluentValue::String(one_line(&text).into_owned().into()),
        other => other,
    }
}

#[cfg(test)]
mod tests;
