//! The chosen file: its name, what is written in which language, its text, and below it what differs
//! from the disk.

use eframe::egui::{Align, Frame, Layout, Margin, ScrollArea, Ui, vec2};

use super::{differs, folder, languages};
use crate::domain::proxy::AuthMode;
use crate::export;
use crate::gui::command::{Command, Commands};
use crate::gui::icon::Icon;
use crate::gui::rich::{Fit, Rich, galley};
use crate::gui::save::What;
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Button, Code, Language, copy_button, hairline, icon_line, rule_before};
use crate::text::t;

pub fn preview(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let colors = tokens(ui);
    let rect = ui.max_rect();
    ui.painter().rect_filled(rect, 0.0, colors.code_bg);
    rule_before(ui, rect);
    ui.spacing_mut().item_spacing.y = 0.0;
    let Some(setup) = state.exported().map(|exported| exported.setup) else { return };
    let (languages, family, mode) = (export::languages(setup), setup.database.family, setup.auth_mode);
    let look = &mut state.pages.export;
    let Some(file) = look.files.get(look.shown) else { return };
    let padding = Margin { left: 20, right: 16, top: 14, bottom: 12 };
    Frame::NONE.inner_margin(padding).show(ui, |ui| head(ui, file, look.shown, commands));
    let mut picked = None;
    Frame::NONE.inner_margin(Margin { top: 0, bottom: 10, ..padding }).show(ui, |ui| {
        ui.allocate_ui_with_layout(vec2(ui.available_width(), 32.0), Layout::right_to_left(Align::Center), |ui| {
            auth_mode(ui, mode);
            ui.add_space(8.0);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                picked = languages::switch(ui, &languages, family, &mut look.languages);
            });
        });
    });
    hairline(ui);
    if languages::is_untried(&languages, family) {
        Frame::NONE.inner_margin(Margin::symmetric(20, 8)).show(ui, |ui| {
            icon_line(ui, Icon::TriangleAlert, t!("export-language-not-run"));
        });
        hairline(ui);
    }
    let room = ui.available_height() - folder::height(look);
    let difference = differs::height(look, room);
    let height = (room - difference).max(60.0);
    ui.allocate_ui(vec2(ui.available_width(), height), |ui| {
        ScrollArea::vertical().id_salt(("export", look.shown)).auto_shrink(false).show(ui, |ui| {
            let Some(file) = look.files.get(look.shown) else { return };
            ui.add_space(10.0);
            Code::new(&file.text, language(file.language)).show(ui);
            ui.add_space(10.0);
        });
    });
    if difference > 0.0 {
        ui.allocate_ui(vec2(ui.available_width(), difference), |ui| {
            ui.set_min_height(difference);
            differs::pane(ui, look);
        });
    }
    folder::row(ui, look, commands);
    if let Some(language) = picked {
        state.choose_export(|export| export.languages = vec![language]);
    }
}

/// Name and length of the file, and what can be done with it.
fn head(ui: &mut Ui, file: &export::File, shown: usize, commands: &mut Commands) {
    let colors = tokens(ui);
    let lines = t!("export-lines", count = file.text.lines().count());
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 28.0), Layout::right_to_left(Align::Center), |ui| {
        if Button::secondary(t!("export-save")).icon(Icon::Save).compact().show(ui).clicked() {
            commands.push(Command::Save { what: What::Export(shown), place: None });
        }
        copy_button(ui, t!("copy"), &file.text);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            Rich::new()
                .exact(file.name(), Font::Heading, colors.text)
                .gap(8.0, Font::Code)
                .exact(&format!("{} · {lines}", file.path), Font::Code, colors.text_muted)
                .show(ui);
        });
    });
}

/// How the function logs in, by these files.
fn auth_mode(ui: &mut Ui, mode: AuthMode) {
    let words = mode.title();
    // A point more than it takes, so that no word is put on a second line.
    let width = 19.0 + galley(ui, words, Font::Small, tokens(ui).text_muted, Fit::Line).size().x;
    ui.allocate_ui_with_layout(vec2(width, 16.0), Layout::left_to_right(Align::Center), |ui| {
        icon_line(ui, Icon::Fingerprint, words);
    });
}

const fn language(of: export::CodeLanguage) -> Language {
    match of {
        export::CodeLanguage::CSharp => Language::CSharp,
        export::CodeLanguage::Go => Language::Go,
        export::CodeLanguage::Java => Language::Java,
        export::CodeLanguage::JavaScript | export::CodeLanguage::TypeScript => Language::JavaScript,
        export::CodeLanguage::Json => Language::Json,
        export::CodeLanguage::Php => Language::Php,
        export::CodeLanguage::Python => Language::Python,
        export::CodeLanguage::Ruby => Language::Ruby,
        export::CodeLanguage::Rust => Language::Rust,
        export::CodeLanguage::Shell => Language::Shell,
        export::CodeLanguage::Sql => Language::Sql,
        export::CodeLanguage::Hcl => Language::Hcl,
        export::CodeLanguage::PowerShell => Language::PowerShell,
        export::CodeLanguage::Yaml => Language::Yaml,
        export::CodeLanguage::Text | export::CodeLanguage::Xml => Language::Text,
    }
}
