//! The functions of a set-up side by side, each with what was found on its path; one of them is looked at.

use eframe::egui::Ui;

use crate::domain::choices::Choices;
use crate::gui::checked::SetupChecked;
use crate::gui::pages::validate::verdict_words;
use crate::gui::widgets::segmented;
use crate::text::{labelled, t};

/// So that names and words have room.
const IN_A_ROW: usize = 3;

/// Shows them where there are several; the answer is the one that was picked. A path that was not checked has
/// no word.
pub fn which(ui: &mut Ui, choices: &Choices, paths: Option<&SetupChecked>, picked: Option<&str>) -> Option<String> {
    if choices.more_functions.is_empty() {
        return None;
    }
    let names: Vec<&String> = std::iter::once(&choices.function).chain(&choices.more_functions).collect();
    let shown = names.iter().position(|name| Some(name.as_str()) == picked).unwrap_or_default();
    let mut answer = None;
    for (nth, row) in names.chunks(IN_A_ROW).enumerate() {
        let words: Vec<String> = row.iter().map(|name| words(name, paths)).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        // In the other rows none is chosen.
        let at = shown.checked_sub(nth * IN_A_ROW).unwrap_or(usize::MAX);
        answer = segmented(ui, t!("check-function"), &words, at).and_then(|index| row.get(index)).or(answer);
    }
    answer.map(|name| (*name).clone())
}

fn words(name: &str, paths: Option<&SetupChecked>) -> String {
    let path = paths.and_then(|paths| paths.paths().find(|path| path.function == name));
    path.map_or_else(|| name.to_owned(), |path| labelled!(name, verdict_words(&path.checked.verdict)))
}
