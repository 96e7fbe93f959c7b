//! One word for one thing: no new type takes a name that another one has, and no new function a name that says
//! nothing. What there is of both stands in `tests/data/names.txt`, which only shrinks: bring its counts down with
//! the code.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::BTreeMap;
use std::path::Path;

use crate::sources::{files, root};

/// Names of functions that say nothing by themselves.
const EMPTY: [&str; 5] = ["found", "is", "of", "one", "words"];

/// The name that a line declares: of a type, or of a function that says nothing.
fn declared(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let line = line.strip_prefix("pub").map_or(line, |rest| {
        let rest = rest.strip_prefix('(').and_then(|rest| rest.split_once(')')).map_or(rest, |(_, rest)| rest);
        rest.trim_start()
    });
    let line = ["const ", "async "].iter().fold(line, |line, word| line.strip_prefix(word).unwrap_or(line));
    let kinds = ["struct ", "enum ", "trait "];
    let rest = kinds.iter().find_map(|kind| line.strip_prefix(kind));
    let function = line.strip_prefix("fn ");
    let name = rest.or(function)?.split(|sign: char| !sign.is_alphanumeric() && sign != '_').next()?;
    (rest.is_some() || EMPTY.contains(&name)).then_some(name)
}

/// How often each name is declared: types of which there are several, and functions that say nothing.
fn counted(sources: impl IntoIterator<Item = String>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for source in sources {
        for name in source.lines().filter_map(declared) {
            *counts.entry(name.to_owned()).or_default() += 1;
        }
    }
    counts.retain(|name, count| *count > 1 || EMPTY.contains(&name.as_str()));
    counts
}

/// How often pages paint by coordinates, which widgets do for them (`ListRow` and the pictures): bring it down with
/// the code.
const PAINTED: usize = 7;

/// The places of a source that paint by coordinates.
fn painted(source: &str) -> usize {
    source.matches("paint::").count() + source.matches(".painter()").count()
}

#[test]
fn pages_are_made_of_widgets_and_do_not_paint() {
    let pages = root().join("gui/pages");
    let sources: Vec<(String, usize)> = files(&pages)
        .iter()
        .map(|path| (path.display().to_string(), painted(&std::fs::read_to_string(path).unwrap())))
        .filter(|(_, count)| *count > 0)
        .collect();
    let all: usize = sources.iter().map(|(_, count)| count).sum();
    assert!(all <= PAINTED, "painted by coordinates: {sources:?}");
    assert_eq!(all, PAINTED, "fewer than this test says: bring it down");
}

#[test]
fn what_is_painted_by_coordinates_is_seen() {
    assert_eq!(painted("paint::icon(ui.painter(), icon, at, 16.0, ink);\nlabel(ui, words);\n"), 2);
}

#[test]
fn no_name_is_given_twice_beyond_those_that_are() {
    let counts = counted(files(&root()).iter().map(|path| std::fs::read_to_string(path).unwrap()));
    let text: String = counts.iter().map(|(name, count)| format!("{name} {count}\n")).collect();
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/names.txt");
    let before = std::fs::read_to_string(&list).unwrap_or_default();
    let allowed: BTreeMap<&str, usize> = before
        .lines()
        .filter_map(|line| line.split_once(' '))
        .map(|(name, count)| (name, count.parse().unwrap()))
        .collect();
    let more: Vec<_> =
        counts.iter().filter(|(name, count)| allowed.get(name.as_str()).is_none_or(|most| *count > most)).collect();
    assert!(more.is_empty(), "names that others have already: {more:?}");
    assert_eq!(text, before, "fewer than tests/data/names.txt says: bring it down");
}

#[test]
fn a_second_type_of_a_name_is_seen() {
    let twice = ["pub struct Look {\n", "    enum Look {\n", "pub(super) struct Once;\npub const fn of(x: u8) {}\n"];
    let counts = counted(twice.map(str::to_owned));
    assert_eq!(counts, [("Look".to_owned(), 2), ("of".to_owned(), 1)].into());
}
