//! A sentence as a value: it is said in the language of the moment in which it is shown. Files and programs get
//! it in English; a file that is shown again keeps the ids and values beside ([`kept`], [`read_again`]).

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Value, formatted, grouped, in_english, series};
use crate::domain::outside::one_line;

/// What is said to a person, at whatever time. Two are equal that say the same.
#[derive(Debug, Clone)]
pub enum Sentence {
    /// A message of the catalogue.
    Said(Phrase),
    /// The words of somebody else, such as AWS.
    Quoted(String),
    /// An error of ours, which says itself.
    Error(Arc<dyn Error + Send + Sync>),
}

/// A message of the catalogue with its values.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Phrase {
    id: String,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    values: BTreeMap<String, Filling>,
}

/// A value in a sentence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Filling {
    /// Names, codes, the words of others.
    Text(String),
    /// Counted, or written as the language writes numbers.
    Number(f64),
    /// `0.40`: its digits stay, its point is the language's.
    Decimal(String),
    /// Another sentence in this one.
    Said(Phrase),
    /// One after the other, as the language lists.
    List(Vec<Filling>),
}

/// The sentences of one file: what stands there in English, by what it is.
pub type Sentences = BTreeMap<String, Phrase>;

thread_local! {
    static KEPT: RefCell<Option<Sentences>> = const { RefCell::new(None) };
}

/// The sentence with this id, with values for its variables if it has any. It is said when it is shown.
#[macro_export]
macro_rules! said {
    ($id:literal) => {
        $crate::text::Sentence::new($id, [])
    };
    ($id:literal, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::text::Sentence::new($id, [$((stringify!($name), $crate::text::Filling::from($value))),+])
    };
}
pub use crate::said;

/// Gives what `written` gives, and every sentence that was serialised in it.
pub fn kept<T>(written: impl FnOnce() -> T) -> (T, Sentences) {
    let before = KEPT.replace(Some(Sentences::new()));
    let done = written();
    (done, KEPT.replace(before).unwrap_or_default())
}

/// Reads something whose sentences were [`kept`]: they are said in every language again. What is not among
/// them stays as it is written.
pub fn read_again<T>(sentences: Sentences, read: impl FnOnce() -> T) -> T {
    let before = KEPT.replace(Some(sentences));
    let done = read();
    KEPT.set(before);
    done
}

impl Sentence {
    /// Use [`said!`].
    #[must_use]
    pub fn new<const N: usize>(id: &str, values: [(&str, Filling); N]) -> Self {
        let values = values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        Self::Said(Phrase { id: id.to_owned(), values })
    }

    /// What an error says, whenever it is asked.
    #[must_use]
    pub fn from_error(error: impl Error + Send + Sync + 'static) -> Self {
        Self::Error(Arc::new(error))
    }

    /// As programs read it.
    #[must_use]
    pub fn english(&self) -> String {
        in_english(|| self.to_string())
    }

    /// What somebody else said, as part of one line.
    #[must_use]
    pub fn on_one_line(self) -> Self {
        match self {
            Self::Quoted(text) => Self::Quoted(one_line(&text).into_owned()),
            // Its values are on one line anyway.
            Self::Said(_) | Self::Error(_) => self,
        }
    }

    /// This one, then another one.
    #[must_use]
    pub fn then(self, next: Self) -> Self {
        said!("sentence-and-sentence", first = self, next = next)
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Quoted(text) if text.is_empty())
    }
}

impl Phrase {
    /// `None` where the catalogue has no such message, or it asks for other values.
    fn text(&self) -> Option<String> {
        let values = self.values.iter().map(|(name, part)| Some((name.as_str(), part.value()?)));
        let values: Option<Vec<(&str, Value<'_>)>> = values.collect();
        formatted(&self.id, values?)
    }
}

impl Filling {
    /// An amount of which every digit is shown: `0.40`.
    #[must_use]
    pub fn decimal(digits: impl fmt::Display) -> Self {
        Self::Decimal(digits.to_string())
    }

    /// One after the other.
    #[must_use]
    pub fn list<Item: Into<Self>>(items: impl IntoIterator<Item = Item>) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }

    /// Names in backticks, one after the other.
    #[must_use]
    pub fn names<Name: fmt::Display>(names: impl IntoIterator<Item = Name>) -> Self {
        Self::List(names.into_iter().map(|name| Self::Text(format!("`{name}`"))).collect())
    }

    fn value(&self) -> Option<Value<'_>> {
        Some(match self {
            Self::Text(text) => text.as_str().into(),
            Self::Number(number) => (*number).into(),
            Self::Decimal(_) | Self::Said(_) | Self::List(_) => self.spelled()?.into(),
        })
    }

    fn spelled(&self) -> Option<String> {
        Some(match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => grouped(number),
            Self::Decimal(digits) => grouped(digits),
            Self::Said(said) => said.text()?,
            Self::List(parts) => series(&parts.iter().map(Self::spelled).collect::<Option<Vec<String>>>()?),
        })
    }
}

impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Said(said) => f.write_str(&said.text().unwrap_or_else(|| said.id.clone())),
            Self::Quoted(text) => f.write_str(text),
            Self::Error(error) => write!(f, "{}", one_line(&error.to_string())),
        }
    }
}

impl PartialEq for Sentence {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Quoted(own), Self::Quoted(others)) => own == others,
            (Self::Said(own), Self::Said(others)) if own == others => true,
            _ => self.english() == other.english(),
        }
    }
}

impl Eq for Sentence {}

impl Default for Sentence {
    fn default() -> Self {
        Self::Quoted(String::new())
    }
}

impl Serialize for Sentence {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let english = self.english();
        if let Self::Said(said) = self {
            KEPT.with_borrow_mut(|kept| kept.as_mut().map(|kept| kept.insert(english.clone(), said.clone())));
        }
        serializer.serialize_str(&english)
    }
}

impl<'de> Deserialize<'de> for Sentence {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let english = String::deserialize(deserializer)?;
        let said = KEPT.with_borrow(|kept| kept.as_ref()?.get(&english).cloned());
        // A later version may have other words for it, or none.
        Ok(said.filter(|said| said.text().is_some()).map_or(Self::Quoted(english), Self::Said))
    }
}

impl From<String> for Sentence {
    fn from(text: String) -> Self {
        Self::Quoted(text)
    }
}

impl From<&str> for Sentence {
    fn from(text: &str) -> Self {
        Self::Quoted(text.to_owned())
    }
}

impl From<&String> for Sentence {
    fn from(text: &String) -> Self {
        Self::Quoted(text.clone())
    }
}

/// For what is shown now and kept nowhere.
impl From<Sentence> for String {
    fn from(sentence: Sentence) -> Self {
        sentence.to_string()
    }
}

impl From<Sentence> for Value<'_> {
    fn from(sentence: Sentence) -> Self {
        sentence.to_string().into()
    }
}

impl From<&Sentence> for Value<'_> {
    fn from(sentence: &Sentence) -> Self {
        sentence.to_string().into()
    }
}

impl From<Sentence> for Filling {
    fn from(sentence: Sentence) -> Self {
        match sentence {
            Sentence::Said(said) => Self::Said(said),
            Sentence::Quoted(text) => Self::Text(text),
            Sentence::Error(error) => Self::Text(error.to_string()),
        }
    }
}

impl From<&Sentence> for Filling {
    fn from(sentence: &Sentence) -> Self {
        sentence.clone().into()
    }
}

impl From<String> for Filling {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Filling {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Filling {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

macro_rules! numbers {
    ($($number:ty)*) => {$(
        impl From<$number> for Filling {
            #[allow(clippy::cast_precision_loss, clippy::cast_lossless, reason = "counts, seconds and amounts")]
            fn from(number: $number) -> Self {
                Self::Number(number as f64)
            }
        }
    )*};
}
numbers!(u8 u16 u32 u64 usize i32 i64 f64);

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn written(sentence: &Sentence) -> (String, Sentences) {
        kept(|| serde_json::to_string(sentence).unwrap())
    }

    #[test]
    fn programs_read_english_and_a_file_says_it_again() {
        let sentence = said!("reuse-sum", database = "orders", sum = 1200_u32);
        let (json, sentences) = written(&sentence);
        assert_eq!(json, format!("\"{}\"", sentence.english()));
        let table = serde_json::to_string(&sentences).unwrap();
        let again = read_again(serde_json::from_str(&table).unwrap(), || serde_json::from_str(&json).unwrap());
        assert!(matches!(&again, Sentence::Said(_)) && sentence == again, "{again:?}");
    }

    #[test]
    fn what_is_not_known_here_stays_as_it_was_written() {
        let unknown = Phrase { id: "no-such-message".into(), values: BTreeMap::new() };
        let lacking = Phrase { id: "reuse-sum".into(), values: BTreeMap::new() };
        for said in [unknown, lacking] {
            let table = Sentences::from([("Its words".to_owned(), said)]);
            let again: Sentence = read_again(table, || serde_json::from_str("\"Its words\"").unwrap());
            assert!(matches!(&again, Sentence::Quoted(text) if text == "Its words"), "{again:?}");
        }
        let (_, sentences) = written(&Sentence::from("AWS said no"));
        assert!(sentences.is_empty());
    }

    #[test]
    fn what_is_in_it_is_said_in_its_language() {
        let why = said!("design-cost-secret-how", price = Filling::decimal("0.40"));
        let outer = said!("design-cost-foreign-region", how = why, region = "us-east-1");
        assert_eq!(outer.english(), "$0.40 a month, at prices of us-east-1");
        let names = said!("plan-update-function-kept", names = Filling::names(["A", "B"]));
        assert!(names.english().contains("`A`, `B`"), "{names}");
    }
}
