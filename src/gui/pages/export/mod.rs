//! The setup as files: a tree of targets and the parts around them, one file in full, what differs from
//! the disk, and ways to save them.

mod differs;
mod folder;
mod languages;
mod parts;
mod preview;
mod tree;

use std::time::Instant;

use eframe::egui::{Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::{absent, shared};
use crate::domain::export_part::ExportPart;
use crate::export::{self, File, target_of};
use crate::gui::against::Against;
use crate::gui::command::{Command, Commands};
use crate::gui::exported::Version;
use crate::gui::frame::{footer_note, footer_row, page_head};
use crate::gui::icon::Icon;
use crate::gui::rich::label;
use crate::gui::save::What;
use crate::gui::state::{Due, State};
use crate::gui::theme::{Font, tokens};
use crate::gui::validation::{Part, ValidationAsk};
use crate::gui::widgets::{Button, Callout, PickerState, Sign, hairline};
use crate::text::t;

/// What the page keeps about looking.
#[derive(Default)]
pub struct ExportPage {
    /// The files of every target, and what they were made from.
    files: Vec<File>,
    made_from: Option<Version>,
    /// Counts the renderings.
    rendered: u64,
    /// Why they could not be made.
    failed: Option<String>,
    /// In the order of the tree.
    targets: Vec<&'static export::ExportTarget>,
    shown: usize,
    /// Of the files that differ, the one whose difference is shown.
    differing: usize,
    languages: PickerState,
    /// The targets whose files are listed.
    open: Vec<&'static str>,
    folder: String,
    pub against: Against,
}

impl ExportPage {
    pub fn say_again(&mut self) {
        self.made_from = None;
    }

    /// The files in the order of the tree.
    pub fn files(&self) -> &[File] {
        &self.files
    }

    /// Which rendering of the files it is.
    pub fn rendered(&self) -> u64 {
        self.rendered
    }

    /// The typed folder.
    pub fn folder(&self) -> &str {
        &self.folder
    }

    /// Everything goes to this folder from now on.
    pub fn go_to(&mut self, folder: String) {
        self.folder = folder;
    }

    /// Whether the folder is to be held against the files now.
    pub fn folder_due(&mut self, now: Instant) -> Due {
        if self.files.is_empty() { Due::Not } else { self.against.due(&self.folder, self.rendered, now) }
    }

    /// How many files "Save all" writes: all but those whose disk's version is kept.
    fn to_write(&self) -> usize {
        self.files.iter().filter(|file| !self.against.is_kept(&self.folder, &file.path)).count()
    }

    /// What the stepper says: "27 files, 2 differ".
    pub fn state_words(&self) -> String {
        let files = t!("export-files", count = self.files.len());
        match self.against.differing().count() {
            _ if self.files.is_empty() => String::new(),
            0 => files,
            count => t!("export-files-differ", files = files, count = count),
        }
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
            if at.is_none() {
                let target = files.get(look.shown).and_then(target_of).map(|target| target.id);
                look.open.extend(target.filter(|id| !look.open.contains(id)));
            }
            look.targets = targets;
            look.rendered += u64::from(look.files != files);
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
    let divide = room.left() + (room.width() * 0.28).clamp(200.0, 264.0);
    let left = Rect::from_min_max(room.min, pos2(divide - 10.0, room.bottom()));
    ui.scope_builder(UiBuilder::new().max_rect(left), |ui| beside(ui, state));
    // From the divide to the window's edge, over the page's padding.
    let right = Rect::from_min_max(pos2(divide, room.top() - 20.0), pos2(ui.clip_rect().right(), room.bottom()));
    ui.scope_builder(UiBuilder::new().max_rect(right), |ui| preview::preview(ui, state, commands));
}

/// The tree, and the parts below it. Both scroll where the window is low.
fn beside(ui: &mut Ui, state: &mut State) {
    let colors = tokens(ui);
    ui.spacing_mut().item_spacing.y = 2.0;
    label(ui, t!("step-export"), Font::Title, colors.text);
    label(ui, t!("export-sentence"), Font::Body, colors.text_muted);
    ui.add_space(8.0);
    let height = ui.available_height();
    let parts = (height - tree::height(&state.pages.export)).max(height * 0.5).min(PARTS);
    let part = |ui: &mut Ui, name: &str, height: f32, content: &mut dyn FnMut(&mut Ui)| {
        ui.allocate_ui(vec2(ui.available_width(), height), |ui| {
            ScrollArea::vertical().id_salt(name).auto_shrink(false).show(ui, |ui| {
                // The bar stands beside what is at the end of a row.
                ui.set_max_width(ui.available_width() - 10.0);
                content(ui);
            });
        });
    };
    part(ui, "tree", height - parts, &mut |ui| tree::tree(ui, &mut state.pages.export));
    hairline(ui);
    ui.add_space(8.0);
    label(ui, t!("export-parts"), Font::Strong, colors.text);
    ui.add_space(6.0);
    part(ui, "parts", ui.available_height(), &mut |ui| parts::switches(ui, state));
}

/// Height of the parts with their head: switches of two lines.
const PARTS: f32 = 42.0 * (ExportPart::ALL.len() + 1) as f32;

pub fn footer(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let key = shared::primary_key(ui);
    // Files of another proxy are not for saving under this one's name.
    refresh(state);
    // Nobody chose what is there.
    let of_proxy = state.exports_proxy();
    let look = &state.pages.export;
    let count = look.to_write();
    let (mut back, mut on, mut choices, mut archive) = (false, false, false, false);
    footer_row(
        ui,
        |ui| back = shared::back_button(ui),
        |ui| {
            let words = t!("export-save-all", count = count);
            on = Button::primary(&words).enabled(count > 0).shortcut(t!("key-primary")).show(ui).clicked();
            let any = !look.files.is_empty();
            archive = Button::quiet(t!("export-save-archive")).enabled(any).show(ui).clicked();
            choices = !of_proxy && Button::quiet(t!("save-choices")).show(ui).clicked();
        },
        |ui| footer_note(ui, Icon::LockKeyhole, t!("export-no-secret")),
    );
    if back {
        commands.push(if of_proxy { Command::Validate(ValidationAsk::Show(Part::Findings)) } else { Command::Back });
    }
    if choices {
        commands.push(Command::Save { what: What::Choices, place: None });
    }
    if archive {
        commands.push(Command::Save { what: What::Archive, place: None });
    }
    if (on || key) && count > 0 {
        let typed = look.folder.trim();
        let place = (!typed.is_empty()).then(|| typed.to_owned());
        commands.push(Command::Save { what: What::AllExports, place });
    }
}
