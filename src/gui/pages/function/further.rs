//! Further functions that are to reach the database in the same run.

use eframe::egui::Ui;

use crate::gui::pages::database::section;
use crate::gui::rich::label;
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Note, Select, Selected, check, hairline, note};
use crate::text::t;

/// Those that were picked, each to be left out again, and a field that adds one.
pub fn further(ui: &mut Ui, state: &mut State) {
    let State { choices, pages, .. } = state;
    let look = &mut pages.function;
    let Some((_, items)) = &look.items else { return };
    hairline(ui);
    section(ui, |ui| {
        let colors = tokens(ui);
        label(ui, t!("further-title"), Font::Strong, colors.text);
        choices.more_functions.retain(|name| {
            let mut stays = true;
            check(ui, name, &mut stays);
            stays
        });
        let shown = match choices.more_functions.len() {
            0 => t!("further-none").to_owned(),
            count => t!("further-count", count = count),
        };
        let select = Select::new(t!("further-add"), &shown).hint(t!("function-hint"));
        if let Some(Selected::Row(row)) = select.show(ui, items, &mut look.further)
            && let Some(name) = items.get(row).map(|item| item.name.clone())
            && name != choices.function
            && !choices.more_functions.contains(&name)
        {
            choices.more_functions.push(name);
        }
        note(ui, Note::Why(t!("further-why")));
    });
}
