#![allow(clippy::unwrap_used)]
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};

use super::catalogue::{FILES, ids_of, sources};
use super::*;

fn defined(language: Language) -> BTreeSet<String> {
    sources(language).iter().flat_map(|source| ids_of(source)).collect()
}

fn used(folder: &Path, ids: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            used(&path, ids);
        } else if !["src/text/mod.rs", "src/text/tests.rs"].iter().any(|file| path.ends_with(file)) {
            let source = std::fs::read_to_string(&path).unwrap();
            let calls = source.match_indices("t!(").chain(source.match_indices("said!("));
            for (at, call) in calls {
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

/// Asked for by the place of an argument: `cli::help` holds them.
fn is_usage(id: &str) -> bool {
    id.split(['-', '.']).next() == Some("usage")
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
    asked.extend(crate::domain::finding::Subject::KINDS.map(|kind| format!("subject-{kind}")));
    for target in crate::export::targets() {
        let id = target.handler.map_or(target.id, |_| "handler");
        asked.extend(["", ".about"].map(|part| format!("export-target-{id}{part}")));
    }
    let defined: BTreeSet<String> = defined(Language::English).into_iter().filter(|id| !is_usage(id)).collect();
    let missing: Vec<_> = asked.difference(&defined).collect();
    let idle: Vec<_> = defined.difference(&asked).collect();
    assert!(missing.is_empty(), "used but not in assets/i18n/en: {missing:?}");
    assert!(idle.is_empty(), "in assets/i18n/en but used nowhere: {idle:?}");
}

#[test]
fn every_catalogue_parses_and_no_id_is_said_twice() {
    for language in Language::ALL {
        let mut seen = BTreeSet::new();
        for (source, file) in sources(language).iter().zip(FILES) {
            let broken = FluentResource::try_new((*source).to_owned()).err().map(|(_, errors)| errors);
            assert!(broken.is_none(), "{}/{file}.ftl: {broken:?}", language.tag());
            for id in ids_of(source) {
                assert!(seen.insert(id.clone()), "{id} is defined twice");
            }
        }
    }
}

#[test]
fn every_catalogue_file_is_embedded() {
    for language in Language::ALL {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/i18n").join(language.tag());
        let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let files = files.filter(|path| path.extension().is_some_and(|end| end == "ftl"));
        assert_eq!(files.count(), FILES.len(), "{}", language.tag());
    }
}

/// What a pattern asks of whoever formats it: its variables, and the words that it chooses by.
#[derive(Debug, Default, PartialEq)]
struct Asked {
    variables: BTreeSet<String>,
    words: BTreeSet<String>,
}

impl Asked {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    if let VariantKey::Identifier { name } = variant.key
                        && !["zero", "one", "two", "few", "many", "other"].contains(&name)
                    {
                        self.words.insert(name.to_owned());
                    }
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => drop(self.variables.insert(id.name.to_owned())),
            InlineExpression::Placeable { expression } => self.expression(expression),
            _ => {}
        }
    }
}

/// Each pattern of a language with its id: of messages, their attributes and terms.
fn each_pattern(language: Language, mut take: impl FnMut(String, &Pattern<&str>)) {
    for source in sources(language) {
        let resource = FluentResource::try_new((*source).to_owned()).unwrap();
        for entry in resource.entries() {
            let (id, value, attributes) = match entry {
                Entry::Message(message) => (message.id.name.to_owned(), message.value.as_ref(), &message.attributes),
                Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
                _ => continue,
            };
            if let Some(value) = value {
                take(id.clone(), value);
            }
            for attribute in attributes {
                take(format!("{id}.{}", attribute.id.name), &attribute.value);
            }
        }
    }
}

fn asked(language: Language) -> BTreeMap<String, Asked> {
    let mut all = BTreeMap::new();
    each_pattern(language, |id, pattern| {
        let mut asked = Asked::default();
        asked.pattern(pattern);
        all.insert(id, asked);
    });
    all
}

/// The sentences of a language: its texts in which three English words stand side by side. Between backticks
/// are names.
fn sentences(language: Language) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    each_pattern(language, |id, pattern| {
        let text: String = pattern
            .elements
            .iter()
            .map(|element| match element {
                PatternElement::TextElement { value } => value,
                PatternElement::Placeable { .. } => "…",
            })
            .collect();
        let prose: String = text.split('`').step_by(2).collect::<Vec<_>>().join("`");
        let is_word = |word: &&str| word.len() > 1 && word.chars().all(|sign| sign.is_ascii_lowercase());
        let words: Vec<&str> = prose.split_whitespace().collect();
        if words.windows(3).any(|three| three.iter().all(is_word)) {
            all.insert(id, text);
        }
    });
    all
}

#[test]
fn no_sentence_is_left_in_english() {
    let english = sentences(Language::English);
    assert!(english.len() > 1_000, "{}", english.len());
    for language in Language::ALL.into_iter().filter(|language| *language != Language::English) {
        let here = sentences(language);
        let left: Vec<_> = english.iter().filter(|(id, text)| here.get(*id) == Some(text)).collect();
        assert!(left.is_empty(), "{}: {left:#?}", language.tag());
    }
}

#[test]
fn every_language_says_every_string_with_the_same_variables() {
    let english = asked(Language::English);
    for language in Language::ALL {
        let here = asked(language);
        let differs: Vec<&String> =
            english.iter().filter(|(id, asked)| here.get(*id) != Some(asked)).map(|(id, _)| id).collect();
        let idle: Vec<&String> = here.keys().filter(|id| !english.contains_key(*id)).collect();
        assert!(differs.is_empty() && idle.is_empty(), "{}: {differs:?}, not in English: {idle:?}", language.tag());
    }
}

#[test]
fn an_amount_of_money_has_its_sign_in_the_string() {
    for language in Language::ALL {
        for line in sources(language).iter().flat_map(|source| source.lines()) {
            for (at, value) in line.match_indices("{ $usd }") {
                let (before, after) = (line[..at].trim_end(), line[at + value.len()..].trim_start());
                let is_signed = before.ends_with('$') || after.starts_with('$') || after.starts_with("USD");
                assert!(is_signed, "{}: {line}", language.tag());
            }
        }
    }
    assert_eq!([dollars(0.0), dollars(1043.8)], ["$0", "$1,043.80"]);
}

#[test]
fn a_value_stays_on_its_line() {
    let text = with("cli-receipt", [("path", Value::from("a\nerror: \u{1b}[2J"))]);
    assert_eq!(text, "Receipt: a\\nerror: \\u{1b}[2J");
}

#[test]
fn a_number_is_the_same_wherever_it_stands() {
    assert_eq!(with("network-free", [("count", Value::from(7806))]), "7,806 addresses free");
    assert_eq!(grouped(7806), "7,806");
}

#[test]
fn values_are_set_without_isolation_marks() {
    let text = with("design-cost-proxy-vcpu", [("vcpus", Value::from(4)), ("price", Value::from("0.015"))]);
    assert_eq!(text, "4 vCPU × $0.015 × 730 h");
}
