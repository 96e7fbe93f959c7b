//! The languages that the program speaks, and the one that it speaks now.

use std::cell::Cell;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde::{Deserialize, Serialize};

/// A language of the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Language {
    #[default]
    #[serde(rename = "en")]
    English,
    #[serde(rename = "fr")]
    French,
    #[serde(rename = "ja")]
    Japanese,
    #[serde(rename = "ko")]
    Korean,
    /// English a third longer: what is clipped in it, or not changed by it, is found by
    /// tests. Nobody is offered it.
    #[serde(rename = "en-XA")]
    Stretched,
}

impl Language {
    /// Those that people are offered.
    pub const ALL: [Self; 4] = [Self::English, Self::French, Self::Japanese, Self::Korean];

    /// How systems name it.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
            Self::Japanese => "ja",
            Self::Korean => "ko",
            Self::Stretched => "en-XA",
        }
    }

    /// How it names itself.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Self::English | Self::Stretched => "English",
            Self::French => "Français",
            Self::Japanese => "日本語",
            Self::Korean => "한국어",
        }
    }

    /// The language of a tag such as `fr`, `fr-CA`, `fr_FR.UTF-8`; `None` where it is none of these.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        if tag.eq_ignore_ascii_case(Self::Stretched.tag()) {
            return Some(Self::Stretched);
        }
        let short = tag.split(['-', '_', '.', '@']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(short))
    }

    /// The language of this system, or English.
    #[must_use]
    pub fn of_system() -> Self {
        sys_locale::get_locales().find_map(|tag| Self::of_tag(&tag)).unwrap_or_default()
    }
}

static SPOKEN: AtomicUsize = AtomicUsize::new(0);

thread_local! {
    static ASIDE: Cell<Option<Language>> = const { Cell::new(None) };
}

const EVERY: [Language; 5] =
    [Language::English, Language::French, Language::Japanese, Language::Korean, Language::Stretched];

/// Speaks this language from now on.
pub fn speak(language: Language) {
    let at = EVERY.iter().position(|one| *one == language).unwrap_or_default();
    SPOKEN.store(at, Ordering::Relaxed);
}

/// The language that is spoken now.
#[must_use]
pub fn spoken() -> Language {
    ASIDE.get().unwrap_or_else(|| EVERY.get(SPOKEN.load(Ordering::Relaxed)).copied().unwrap_or_default())
}

/// Says in English what programs read and what AWS or a file keeps, whatever is spoken.
pub fn in_english<T>(said: impl FnOnce() -> T) -> T {
    speaking(Language::English, said)
}

/// Says something in this language, whatever is spoken.
pub fn speaking<T>(language: Language, said: impl FnOnce() -> T) -> T {
    /// Puts back what was spoken, after a panic too.
    struct Back(Option<Language>);
    impl Drop for Back {
        fn drop(&mut self) {
            ASIDE.set(self.0);
        }
    }
    let _back = Back(ASIDE.replace(Some(language)));
    said()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_of_any_system_is_understood() {
        for (tag, language) in [
            ("en", Some(Language::English)),
            ("en-US", Some(Language::English)),
            ("fr_FR.UTF-8", Some(Language::French)),
            ("ja-JP", Some(Language::Japanese)),
            ("KO", Some(Language::Korean)),
            ("en-XA", Some(Language::Stretched)),
            ("de-DE", None),
            ("C", None),
            ("", None),
        ] {
            assert_eq!(Language::of_tag(tag), language, "{tag}");
        }
    }

    #[test]
    fn what_is_said_in_english_is_said_so_on_this_thread_alone_and_no_longer() {
        assert_eq!(in_english(|| in_english(spoken)), Language::English);
        assert_eq!(ASIDE.get(), None);
        let _ = std::panic::catch_unwind(|| in_english(|| panic!("said nothing")));
        assert_eq!(ASIDE.get(), None);
    }
}
