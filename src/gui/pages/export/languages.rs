//! In which language the handler is written.

use eframe::egui::Ui;

use crate::domain::database::EngineFamily;
use crate::domain::handler_language::HandlerLanguage;
use crate::export;
use crate::gui::icon::Icon;
use crate::gui::rich::label;
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Note, PickerItem, PickerItems, Select, Selected, note};
use crate::text::t;

/// The languages, and whether a handler in each was run for these engines.
fn rows(family: EngineFamily) -> PickerItems {
    let row = |language: HandlerLanguage| PickerItem {
        name: language.title().to_owned(),
        facts: run(language, family).to_owned(),
        also: language.id().to_owned(),
        ..PickerItem::default()
    };
    PickerItems::new(Icon::SquareFunction, Vec::new(), HandlerLanguage::ALL.map(row).into(), family as u64)
}

fn run(language: HandlerLanguage, family: EngineFamily) -> &'static str {
    if language.is_run_in_tests(family) { t!("export-language-run") } else { t!("export-language-not-run") }
}

/// Shows the languages of the handlers and lets one be picked.
pub fn switch(ui: &mut Ui, state: &mut State) {
    let Some(setup) = state.exported().map(|exported| exported.setup) else { return };
    let (languages, family) = (export::languages(setup), setup.database.family);
    let shown = languages.iter().map(|language| language.title()).collect::<Vec<_>>().join(", ");
    label(ui, t!("export-language"), Font::Small, tokens(ui).text_muted);
    let select = Select::new(t!("export-language"), &shown).hint(t!("export-language-hint"));
    if let Some(Selected::Row(row)) = select.show(ui, &rows(family), &mut state.pages.export.languages) {
        HandlerLanguage::ALL.get(row).copied().into_iter().for_each(|language| state.export_in(language));
    }
    if languages.iter().any(|language| !language.is_run_in_tests(family)) {
        note(ui, Note::Icon(Icon::TriangleAlert, t!("export-language-not-run")));
    }
}
