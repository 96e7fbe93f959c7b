//! The setup as files: a tree of targets, one file in full, and ways to save them.

mod languages;
mod tree;

use eframe::egui::{Align, Frame, Layout, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::{absent, shared};
use crate::export::{self, File};
use crate::gui::command::{Command, Commands};
use crate::gui::exported::Version;
use crate::gui::frame::{footer_note, footer_row, page_head};
use crate::gui::icon::Icon;
use crate::gui::rich::{Rich, label};
use crate::gui::save::What;
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::validation::{Ask, Part};
use crate::gui::widgets::{Button, Callout, Code, Input, Language, PickerState, Sign, copy_button, hairline};
use crate::text::t;

/// What the page keeps about looking.
#[derive(Default)]
pub struct Look {
    /// The files of every target, and what they were made from.
    files: Vec<File>,
    made_from: Option<Version>,
    /// Why they could not be made.
    failed: Option<String>,
    /// In the order of the tree.
    targets: Vec<&'static export::Target>,
    shown: usize,
    languages: PickerState,
    closed: Vec<&'static str>,
    folder: String,
}

impl Look {
    /// The files in the order of the tree.
    pub fn files(&self) -> &[File] {
        &self.files
    }
}

/// Renders anew when what is exported has changed.
pub fn refresh(state: &mut State) {
    let Some(exported) = state.exported() else {
        state.pages.export.files.clear();
        state.pages.export.made_from = None;
        return;
    };
    if state.pages.export.made_from.as_ref() == Some(&exported.version) {
        return;
    }
    let targets = export::targets_of(exported.setup);
    let files = export::files_of(exported.setup, exported.live, &targets);
    let from = Some(exported.version);
    let look = &mut state.pages.export;
    match files {
        Ok(files) => {
            // The same file stays in view.
            let path = look.files.get(look.shown).map(|file| file.path.clone());
            let at = path.and_then(|path| files.iter().position(|file| file.path == path));
            look.shown = at.or_else(|| first_shown(&files)).unwrap_or(0);
            look.targets = targets;
            look.files = files;
            look.failed = None;
        }
        Err(error) => look.failed = Some(error.to_string()),
    }
    look.made_from = from;
}

/// The first handler.
fn first_shown(files: &[File]) -> Option<usize> {
    files.iter().position(|file| target_of(file).is_some_and(|target| target.handler.is_some()))
}

pub fn page(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    refresh(state);
    let look = &mut state.pages.export;
    if look.files.is_empty() {
        page_head(ui, t!("step-export"), t!("export-sentence"), &[]);
        match &look.failed {
            Some(why) => Callout::new(Sign::Error, t!("export-failed"), why).show(ui),
            None => absent::setup(ui, state, commands),
        }
        return;
    }
    let room = ui.available_rect_before_wrap();
    let tree = (room.width() * 0.27).clamp(190.0, 248.0);
    let divide = room.left() + tree;
    let left = Rect::from_min_max(room.min, pos2(divide - 8.0, room.bottom()));
    ui.scope_builder(UiBuilder::new().max_rect(left), |ui| {
        let colors = tokens(ui);
        ui.spacing_mut().item_spacing.y = 2.0;
        label(ui, t!("step-export"), Font::Title, colors.text);
        label(ui, t!("export-sentence"), Font::Body, colors.text_muted);
        ui.add_space(12.0);
        languages::switch(ui, state);
        ui.add_space(8.0);
        let look = &mut state.pages.export;
        ScrollArea::vertical().id_salt("tree").auto_shrink(false).show(ui, |ui| {
            tree::tree(ui, look);
        });
    });
    // From the divide to the window's edge, over the page's padding.
    let look = &mut state.pages.export;
    let right = Rect::from_min_max(pos2(divide, room.top() - 20.0), pos2(ui.clip_rect().right(), room.bottom()));
    ui.scope_builder(UiBuilder::new().max_rect(right), |ui| preview(ui, look, commands));
}

/// The chosen file: head, buttons, code, and the folder that everything can go to.
fn preview(ui: &mut Ui, look: &mut Look, commands: &mut Commands) {
    let colors = tokens(ui);
    let rect = ui.max_rect();
    ui.painter().rect_filled(rect, 0.0, colors.code_bg);
    ui.painter().vline(rect.left() + 0.5, rect.y_range(), (1.0, colors.border));
    ui.spacing_mut().item_spacing.y = 0.0;
    let Some(file) = look.files.get(look.shown) else { return };
    let lines = t!("export-lines", count = file.text.lines().count());
    Frame::NONE.inner_margin(eframe::egui::Margin { left: 20, right: 16, top: 14, bottom: 12 }).show(ui, |ui| {
        ui.allocate_ui_with_layout(vec2(ui.available_width(), 28.0), Layout::right_to_left(Align::Center), |ui| {
            if Button::secondary(t!("export-save")).icon(Icon::Save).compact().show(ui).clicked() {
                commands.push(Command::Save { what: What::Export(look.shown), place: None });
            }
            copy_button(ui, t!("copy"), &file.text);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                Rich::new()
                    .add(file.name(), Font::Heading, colors.text)
                    .gap(8.0, Font::Code)
                    .exact(&format!("{} · {lines}", file.path), Font::Code, colors.text_muted)
                    .show(ui);
            });
        });
    });
    hairline(ui);
    let foot = 52.0;
    let height = (ui.available_height() - foot).max(60.0);
    ui.allocate_ui(vec2(ui.available_width(), height), |ui| {
        ScrollArea::vertical().id_salt(("export", look.shown)).auto_shrink(false).show(ui, |ui| {
            ui.add_space(10.0);
            Code::new(&file.text, language(file.language)).show(ui);
            ui.add_space(10.0);
        });
    });
    hairline(ui);
    Frame::NONE.inner_margin(eframe::egui::Margin { left: 20, right: 16, top: 9, bottom: 9 }).show(ui, |ui| {
        ui.allocate_ui_with_layout(vec2(ui.available_width(), 32.0), Layout::right_to_left(Align::Center), |ui| {
            let folder = look.folder.trim().to_owned();
            let save = Button::secondary(t!("export-save-here")).enabled(!folder.is_empty()).show(ui);
            if save.clicked() {
                commands.push(Command::Save { what: What::AllExports, place: Some(folder) });
            }
            let width = ui.available_width();
            let input = Input::new(t!("export-folder")).icon(Icon::FolderOpen).hint(t!("export-folder-hint"));
            input.width(width).show(ui, &mut look.folder);
        });
    });
}

const fn language(of: export::Language) -> Language {
    match of {
        export::Language::CSharp => Language::CSharp,
        export::Language::Go => Language::Go,
        export::Language::Java => Language::Java,
        export::Language::JavaScript | export::Language::TypeScript => Language::JavaScript,
        export::Language::Json => Language::Json,
        export::Language::Php => Language::Php,
        export::Language::Python => Language::Python,
        export::Language::Ruby => Language::Ruby,
        export::Language::Rust => Language::Rust,
        export::Language::Shell => Language::Shell,
        export::Language::Sql => Language::Sql,
        export::Language::Hcl | export::Language::Text | export::Language::Xml | export::Language::Yaml => {
            Language::Text
        }
    }
}

/// How many targets there are, and which of them a file belongs to.
fn target_of(file: &File) -> Option<&'static export::Target> {
    export::targets().find(|target| file.path.starts_with(&format!("{}/", target.id)))
}

pub fn footer(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let key = shared::primary_key(ui);
    // Files of another proxy are not for saving under this one's name.
    refresh(state);
    let count = state.pages.export.files.len();
    // Nobody chose what is there.
    let of_proxy = state.exports_proxy();
    let (mut back, mut on, mut choices) = (false, false, false);
    footer_row(
        ui,
        |ui| back = shared::back_button(ui),
        |ui| {
            let words = t!("export-save-all", count = count);
            on = Button::primary(&words).shortcut(t!("key-primary")).show(ui).clicked();
            choices = !of_proxy && Button::quiet(t!("save-choices")).show(ui).clicked();
        },
        |ui| footer_note(ui, Icon::LockKeyhole, t!("export-no-secret")),
    );
    if back {
        commands.push(if of_proxy { Command::Validate(Ask::Show(Part::Findings)) } else { Command::Back });
    }
    if choices {
        commands.push(Command::Save { what: What::Choices, place: None });
    }
    if (on || key) && count > 0 {
        let typed = state.pages.export.folder.trim();
        let place = (!typed.is_empty()).then(|| typed.to_owned());
        commands.push(Command::Save { what: What::AllExports, place });
    }
}
