//! The embedded catalogues: one bundle a language, made when it is first spoken.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use super::Language;
use super::number::grouped;
use super::stretched::stretched;

/// The files of one language, one a room.
macro_rules! embedded {
    ($($room:literal)*) => {
        /// Their names, without `.ftl`.
        #[cfg(test)]
        pub(super) const FILES: &[&str] = &[$($room),*];

        pub(super) fn sources(language: Language) -> &'static [&'static str] {
            match language {
                Language::English | Language::Stretched => {
                    &[$(include_str!(concat!("../../assets/i18n/en/", $room, ".ftl"))),*]
                }
                Language::French => &[$(include_str!(concat!("../../assets/i18n/fr/", $room, ".ftl"))),*],
                Language::Japanese => &[$(include_str!(concat!("../../assets/i18n/ja/", $room, ".ftl"))),*],
                Language::Korean => &[$(include_str!(concat!("../../assets/i18n/ko/", $room, ".ftl"))),*],
            }
        }
    };
}

#[rustfmt::skip] // one a line, so that two additions do not meet
embedded! {
    "adopt"
    "advise"
    "apply"
    "cli"
    "design"
    "desk"
    "errors"
    "fleet"
    "kit"
    "load"
    "mends"
    "migrate"
    "monitor"
    "pages-choose"
    "pages-design"
    "pages-make"
    "plan"
    "practice"
    "probe"
    "prove"
    "report"
    "reuse"
    "rules"
    "rules-connect"
    "rules-database"
    "rules-facts"
    "rules-function"
    "rules-iam"
    "rules-network"
    "rules-operation"
    "rules-path"
    "rules-proxy"
    "rules-role"
    "rules-secret"
    "rules-target"
    "sign-in"
    "usage"
    "validate"
    "wizard"
    "words"
}

pub(super) struct Catalogue {
    pub bundle: FluentBundle<FluentResource>,
    /// Strings without variables, formatted once: most of them are asked for on every frame.
    pub plain: HashMap<String, String>,
}

pub(super) fn in_language(language: Language) -> &'static Catalogue {
    static CATALOGUES: [OnceLock<Catalogue>; 5] = [const { OnceLock::new() }; 5];
    let [english, french, japanese, korean, longer] = &CATALOGUES;
    let catalogue = match language {
        Language::English => english,
        Language::French => french,
        Language::Japanese => japanese,
        Language::Korean => korean,
        Language::Stretched => longer,
    };
    catalogue.get_or_init(|| Catalogue::load(language))
}

impl Catalogue {
    fn load(language: Language) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language.tag().parse().unwrap_or_default()]);
        // Fluent's isolation marks are for right-to-left text, which egui cannot set; in fonts
        // they show as boxes.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::French => |value, _| number(value, Language::French),
            _ => |value, _| number(value, Language::English),
        }));
        let mut ids = Vec::new();
        for source in sources(language) {
            // A broken entry is left out here and named by the test below.
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(partial, _)| partial);
            ids.extend(ids_of(source));
            bundle.add_resource_overriding(resource);
        }
        let said = |id: &str| {
            let text = format(&bundle, id, None)?.into_owned();
            Some(if language == Language::Stretched { stretched(&text) } else { text })
        };
        let plain = ids.into_iter().filter_map(|id| said(&id).map(|text| (id, text))).collect();
        Self { bundle, plain }
    }
}

fn number(value: &FluentValue<'_>, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(grouped(&number.as_string(), language)),
        _ => None,
    }
}

/// Every id that a catalogue defines, and `id.attribute` for each attribute.
pub(super) fn ids_of(source: &str) -> Vec<String> {
    let (mut ids, mut message) = (Vec::new(), "");
    for line in source.lines() {
        if let Some(id) = id_of_line(line) {
            message = id;
            ids.push(id.to_owned());
        } else if let Some(attribute) = line.trim_start().strip_prefix('.').and_then(id_of_line) {
            ids.push(format!("{message}.{attribute}"));
        }
    }
    ids
}

/// The id that a line of a catalogue starts, if it starts one.
fn id_of_line(line: &str) -> Option<&str> {
    let (id, _) = line.split_once('=')?;
    let id = id.trim_end();
    let starts = id.starts_with(|c: char| c.is_ascii_lowercase());
    (starts && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')).then_some(id)
}

/// `None` when there is no such id or a variable has no value.
pub(super) fn format<'a>(
    bundle: &'a FluentBundle<FluentResource>,
    id: &str,
    args: Option<&'a FluentArgs<'a>>,
) -> Option<Cow<'a, str>> {
    let pattern = match id.split_once('.') {
        Some((id, attribute)) => bundle.get_message(id)?.get_attribute(attribute)?.value(),
        None => bundle.get_message(id)?.value()?,
    };
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, args, &mut errors);
    errors.is_empty().then_some(text)
}
