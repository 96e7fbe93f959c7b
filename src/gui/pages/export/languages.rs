//! In which language the handler is written: side by side where there is room, else as a list.

use eframe::egui::Ui;

use crate::domain::database::EngineFamily;
use crate::domain::handler_language::HandlerLanguage;
use crate::gui::icon::Icon;
use crate::gui::rich::label;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{PickerItem, PickerItems, PickerState, Select, Selected, segmented, segmented_width};
use crate::text::{series, t};

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

/// A handler that is exported was not run for these engines.
pub fn is_untried(languages: &[HandlerLanguage], family: EngineFamily) -> bool {
    languages.iter().any(|language| !language.is_run_in_tests(family))
}

/// Shows the languages of the handlers and tells which one was picked. The choices may name several.
pub fn switch(
    ui: &mut Ui,
    languages: &[HandlerLanguage],
    family: EngineFamily,
    look: &mut PickerState,
) -> Option<HandlerLanguage> {
    label(ui, t!("export-language"), Font::Small, tokens(ui).text_muted);
    let titles = HandlerLanguage::ALL.map(HandlerLanguage::title);
    let picked = match languages {
        [language] if segmented_width(ui, &titles) <= ui.available_width() => {
            let at = HandlerLanguage::ALL.iter().position(|known| known == language).unwrap_or_default();
            segmented(ui, t!("export-language"), &titles, at)
        }
        _ => {
            let shown = series(languages.iter().map(|language| language.title()));
            let select = Select::new(t!("export-language"), &shown).hint(t!("export-language-hint"));
            let width = ui.available_width().min(220.0);
            match select.width(width).show(ui, &rows(family), look) {
                Some(Selected::Row(row)) => Some(row),
                Some(Selected::ByHand) | None => None,
            }
        }
    };
    picked.and_then(|row| HandlerLanguage::ALL.get(row).copied())
}
