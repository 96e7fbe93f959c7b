//! Every string shown to a person, by id, from `assets/i18n/en/*.ftl`; pure, and open to every layer.
//!
//! Write `t!("page-title")` or `t!("review-title", count = 11)`: the id is a literal, so that
//! the test below can hold the source against the catalogue: every id that is used exists, and
//! every id that exists is used. Names inside a sentence stand in backticks and are set in mono
//! by `gui::rich`. Values are part of one line, whatever is in them (see [`crate::domain::outside`]).

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

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

/// The English catalogue, one file per room.
#[rustfmt::skip] // one a line, so that two additions do not meet
const ENGLISH: &[&str] = &[
    include_str!("../assets/i18n/en/adopt.ftl"),
    include_str!("../assets/i18n/en/advise.ftl"),
    include_str!("../assets/i18n/en/apply.ftl"),
    include_str!("../assets/i18n/en/cli.ftl"),
    include_str!("../assets/i18n/en/design.ftl"),
    include_str!("../assets/i18n/en/desk.ftl"),
    include_str!("../assets/i18n/en/errors.ftl"),
    include_str!("../assets/i18n/en/fleet.ftl"),
    include_str!("../assets/i18n/en/kit.ftl"),
    include_str!("../assets/i18n/en/load.ftl"),
    include_str!("../assets/i18n/en/mends.ftl"),
    include_str!("../assets/i18n/en/migrate.ftl"),
    include_str!("../assets/i18n/en/monitor.ftl"),
    include_str!("../assets/i18n/en/pages-make.ftl"),
    include_str!("../assets/i18n/en/pages-design.ftl"),
    include_str!("../assets/i18n/en/plan.ftl"),
    include_str!("../assets/i18n/en/practice.ftl"),
    include_str!("../assets/i18n/en/probe.ftl"),
    include_str!("../assets/i18n/en/prove.ftl"),
    include_str!("../assets/i18n/en/pages-choose.ftl"),
    include_str!("../assets/i18n/en/report.ftl"),
    include_str!("../assets/i18n/en/reuse.ftl"),
    include_str!("../assets/i18n/en/rules.ftl"),
    include_str!("../assets/i18n/en/rules-connect.ftl"),
    include_str!("../assets/i18n/en/rules-database.ftl"),
    include_str!("../assets/i18n/en/rules-function.ftl"),
    include_str!("../assets/i18n/en/rules-facts.ftl"),
    include_str!("../assets/i18n/en/rules-iam.ftl"),
    include_str!("../assets/i18n/en/rules-network.ftl"),
    include_str!("../assets/i18n/en/rules-operation.ftl"),
    include_str!("../assets/i18n/en/rules-path.ftl"),
    include_str!("../assets/i18n/en/rules-proxy.ftl"),
    include_str!("../assets/i18n/en/rules-role.ftl"),
    include_str!("../assets/i18n/en/rules-secret.ftl"),
    include_str!("../assets/i18n/en/rules-target.ftl"),
    include_str!("../assets/i18n/en/sign-in.ftl"),
    include_str!("../assets/i18n/en/validate.ftl"),
    include_str!("../assets/i18n/en/wizard.ftl"),
    include_str!("../assets/i18n/en/words.ftl"),
];

struct Catalogue {
    bundle: FluentBundle<FluentResource>,
    /// Strings without variables, formatted once: most of them are asked for on every frame.
    plain: HashMap<String, String>,
}

fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(|| {
        let mut bundle = FluentBundle::new_concurrent(vec!["en".parse().unwrap_or_default()]);
        // Fluent's isolation marks are for right-to-left text, which egui cannot set; in fonts
        // they show as boxes.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(number) => Some(grouped(number.as_string())),
            _ => None,
        }));
        let mut ids = Vec::new();
        for source in ENGLISH {
            // A broken entry is left out here and named by the test below.
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(partial, _)| partial);
            ids.extend(ids_of(source));
            bundle.add_resource_overriding(resource);
        }
        let plain =
            ids.into_iter().filter_map(|id| format(&bundle, &id, None).map(|text| (id, text.into_owned()))).collect();
        Catalogue { bundle, plain }
    })
}

/// A number as people read it: `7806` as `7,806`. Every number of the catalogue passes it; what is no
/// amount (a port, a version) is a string.
#[must_use]
pub fn grouped(number: impl ToString) -> String {
    let digits = number.to_string();
    let whole = digits.find('.').unwrap_or(digits.len());
    let mut text = String::with_capacity(digits.len() + 4);
    for (at, digit) in digits.char_indices() {
        let left = whole.saturating_sub(at);
        if at > 0 && left > 0 && left.is_multiple_of(3) && !text.ends_with('-') {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Every id that a catalogue defines, and `id.attribute` for each attribute.
fn ids_of(source: &str) -> Vec<String> {
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
fn format<'a>(
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

/// A string without variables. An id that does not exist shows as itself. Use [`t!`].
#[must_use]
pub fn plain(id: &'static str) -> &'static str {
    catalogue().plain.get(id).map_or(id, String::as_str)
}

/// A string without variables whose id is made from data, such as a rule's code; `id.attribute` for an
/// attribute of it.
#[must_use]
pub fn named(id: &str) -> Option<&'static str> {
    catalogue().plain.get(id).map(String::as_str)
}

/// A string with variables. An id that does not exist shows as itself. Use [`t!`].
#[must_use]
pub fn with<'a, const N: usize>(id: &str, values: [(&'a str, Value<'a>); N]) -> String {
    let args: FluentArgs<'_> = values.into_iter().map(|(name, value)| (name, visible(value))).collect();
    format(&catalogue().bundle, id, Some(&args)).map_or_else(|| id.to_owned(), Cow::into_owned)
}

/// The same value, fit to be shown.
fn visible(value: Value<'_>) -> Value<'_> {
    match value {
        FluentValue::String(text) => FluentValue::String(one_line(&text).into_owned().into()),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    fn defined() -> BTreeSet<String> {
        ENGLISH.iter().flat_map(|source| ids_of(source)).collect()
    }

    fn used(folder: &Path, ids: &mut BTreeSet<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                used(&path, ids);
            } else if !path.ends_with("src/text.rs") {
                let source = std::fs::read_to_string(&path).unwrap();
                for (at, call) in source.match_indices("t!(") {
                    // Not the tail of `format!(` or `assert!(`.
                    let own_word = !source[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
                    let argument = source[at + call.len()..].trim_start();
                    if own_word && let Some(literal) = argument.strip_prefix('"') {
                        ids.insert(literal.split('"').next().unwrap().to_owned());
                    }
                }
            }
        }
    }

    #[test]
    fn every_id_in_the_source_exists_and_every_id_that_exists_is_used() {
        let mut asked = BTreeSet::new();
        used(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut asked);
        for rule in crate::rules::RULES.iter() {
            asked.extend(["", ".holds", ".why", ".fix"].map(|part| format!("rule-{}{part}", rule.code)));
        }
        asked.extend(crate::rules::GROUPS.iter().map(|group| format!("rules-group-{}", group.name)));
        for scenario in crate::practice::SCENARIOS.iter() {
            asked.extend(["", ".about"].map(|part| format!("scenario-{}{part}", scenario.name)));
        }
        let defined = defined();
        let missing: Vec<_> = asked.difference(&defined).collect();
        let idle: Vec<_> = defined.difference(&asked).collect();
        assert!(missing.is_empty(), "used but not in assets/i18n/en: {missing:?}");
        assert!(idle.is_empty(), "in assets/i18n/en but used nowhere: {idle:?}");
    }

    #[test]
    fn every_catalogue_parses_and_no_id_is_said_twice() {
        let mut seen = BTreeSet::new();
        for source in ENGLISH {
            FluentResource::try_new((*source).to_owned()).unwrap();
            for id in ids_of(source) {
                assert!(seen.insert(id.clone()), "{id} is defined twice");
            }
        }
    }

    #[test]
    fn every_catalogue_file_is_embedded() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/i18n/en");
        assert_eq!(std::fs::read_dir(folder).unwrap().count(), ENGLISH.len());
    }

    #[test]
    fn a_value_stays_on_its_line() {
        let text = with("cli-receipt", [("path", Value::from("a\nerror: \u{1b}[2J"))]);
        assert_eq!(text, "Receipt: a\\nerror: \\u{1b}[2J");
    }

    #[test]
    fn a_number_is_the_same_wherever_it_stands() {
        assert_eq!(with("network-free", [("count", Value::from(7806))]), "7,806 addresses free");
        for (number, text) in
            [("0", "0"), ("999", "999"), ("1000", "1,000"), ("-7806", "-7,806"), ("1234567.25", "1,234,567.25")]
        {
            assert_eq!(grouped(number), text);
        }
    }

    #[test]
    fn values_are_set_without_isolation_marks() {
        let text = with("design-cost-proxy-vcpu", [("vcpus", Value::from(4)), ("price", Value::from("0.015"))]);
        assert_eq!(text, "4 vCPU × $0.015 × 730 h");
    }
}
