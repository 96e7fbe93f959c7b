//! Further functions that are to reach the database in the same run.

use eframe::egui::Ui;

use super::FunctionPage;
use crate::domain::function::Alias;
use crate::domain::observed::Observed;
use crate::gui::pages::database::section;
use crate::gui::rich::label;
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Note, Select, Selected, check, hairline, note, radio};
use crate::text::t;

/// Those that were picked, each to be left out again, and a field that adds one.
pub fn further(ui: &mut Ui, state: &mut State) {
    let State { choices, pages, observed, .. } = state;
    let FunctionPage { picking, further } = &mut pages.function;
    let Some(items) = picking.items() else { return };
    hairline(ui);
    section(ui, |ui| {
        let colors = tokens(ui);
        label(ui, t!("further-title"), Font::Strong, colors.text);
        let aliases = &mut choices.access.more_aliases;
        choices.more_functions.retain(|name| {
            let mut stays = true;
            check(ui, name, &mut stays);
            match stays {
                true => alias(ui, name, frozen(observed.value(), name), aliases),
                false => drop(aliases.remove(name)),
            }
            stays
        });
        let shown = match choices.more_functions.len() {
            0 => t!("further-none").to_owned(),
            count => t!("further-count", count = count),
        };
        let select = Select::new(t!("further-add"), &shown).hint(t!("function-hint"));
        if let Some(Selected::Row(row)) = select.show(ui, items, further)
            && let Some(name) = items.get(row).map(|item| item.name.clone())
            && name != choices.function
            && !choices.more_functions.contains(&name)
        {
            choices.more_functions.push(name);
        }
        note(ui, Note::Why(t!("further-why")));
    });
}

/// Its aliases that point at a published version, as far as they are read.
fn frozen<'a>(observed: Option<&'a Observed>, name: &str) -> Vec<&'a Alias> {
    let parts = observed.and_then(|observed| observed.more_functions.iter().find(|parts| parts.name == name));
    let aliases = parts.map_or(&[][..], |parts| parts.aliases.items());
    aliases.iter().filter(|alias| alias.version != "$LATEST").collect()
}

/// Versions are frozen: publish a new one and move the alias, or leave it.
fn alias(ui: &mut Ui, name: &str, frozen: Vec<&Alias>, chosen: &mut std::collections::BTreeMap<String, String>) {
    if frozen.is_empty() {
        return;
    }
    ui.indent(name, |ui| {
        for alias in frozen {
            let on = chosen.get(name) == Some(&alias.name);
            let words = t!("further-alias-publish", alias = alias.name.as_str(), function = name);
            if radio(ui, &words, on).clicked() {
                chosen.insert(name.to_owned(), alias.name.clone());
            }
        }
        let is_left = !chosen.contains_key(name);
        if radio(ui, &t!("further-alias-leave", function = name), is_left).clicked() {
            chosen.remove(name);
        }
    });
}
