//! The settings: how the window looks, what a load may ask for, and what is kept on this machine.

mod bounds;
mod licences;
mod rows;
mod side;

use eframe::egui::{Align, Frame, Margin, Ui, vec2};

use super::{help, shared};
use crate::gui::command::{Command, Commands};
use crate::gui::frame::{footer_note, footer_row, page_head, page_scroll};
use crate::gui::icon::Icon;
use crate::gui::rich::label;
use crate::gui::save::What;
use crate::gui::settings::Setting;
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Button, PlacesClick, Question, card_frame, hairline, segmented, switch};
use crate::settings::{LogLevel, ThemeChoice};
use crate::text::{Language, t};
use rows::{SettingRow, row};

pub use side::SettingsSide;

/// Width of the keys beside it.
pub const PANE: f32 = 320.0;
/// Sizes that are offered; others are reached by keys.
const SIZES: [f32; 5] = [0.9, 1.0, 1.25, 1.5, 2.0];
const THEMES: [ThemeChoice; 3] = [ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark];

/// A part of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SettingsSection {
    #[default]
    Look,
    Load,
    Data,
    Support,
}

impl SettingsSection {
    const ALL: [Self; 4] = [Self::Look, Self::Load, Self::Data, Self::Support];
}

/// What the page keeps.
#[derive(Default)]
pub struct SettingsPage {
    section: SettingsSection,
    /// The page moves to its section with the next frame.
    moves: bool,
    bounds: Option<bounds::BoundsForm>,
    /// The question before everything is as at first.
    resets: bool,
    typed: String,
    licences: Option<licences::LicencesDialog>,
}

/// What was clicked at the side.
pub fn click(state: &mut State, click: PlacesClick) {
    match click {
        PlacesClick::Place(index) => {
            let look = &mut state.pages.settings;
            look.section = SettingsSection::ALL.get(index).copied().unwrap_or_default();
            look.moves = true;
        }
        PlacesClick::Leave => state.settings_open = false,
        PlacesClick::Other(_) => {}
    }
}

pub fn page(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    page_head(ui, t!("settings-title"), t!("settings-sentence"), &[]);
    page_scroll(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        head(ui, state, SettingsSection::Look, t!("settings-look"), "");
        card(ui, |ui| looks(ui, state, commands));
        head(ui, state, SettingsSection::Load, t!("settings-load"), t!("settings-load-about"));
        bounds::fields(ui, state, commands);
        head(ui, state, SettingsSection::Data, t!("settings-data"), "");
        card(ui, |ui| data(ui, state, commands));
        head(ui, state, SettingsSection::Support, t!("settings-support"), t!("settings-support-about"));
        card(ui, |ui| support(ui, state, commands));
    });
    state.pages.settings.moves = false;
    reset(ui, state, commands);
    let open = &mut state.pages.settings.licences;
    if open.as_mut().is_some_and(|shown| !licences::dialog(ui.ctx(), shown)) {
        *open = None;
    }
}

fn head(ui: &mut Ui, state: &State, section: SettingsSection, words: &str, about: &str) {
    let colors = tokens(ui);
    let look = &state.pages.settings;
    if section != SettingsSection::Look {
        ui.add_space(2.0);
    }
    let shown = ui.horizontal(|ui| {
        label(ui, words, Font::Strong, colors.text);
        if !about.is_empty() {
            label(ui, about, Font::Small, colors.text_muted);
        }
    });
    if look.moves && look.section == section {
        shown.response.scroll_to_me(Some(Align::TOP));
    }
}

fn card(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    card_frame(ui).inner_margin(1).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        content(ui);
    });
}

fn looks(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let settings = &state.settings;
    row(ui, SettingRow { title: t!("settings-theme"), about: "", first: true }, |ui| {
        let words = [t!("theme-system"), t!("theme-light"), t!("theme-dark")];
        let at = THEMES.iter().position(|theme| *theme == settings.theme).unwrap_or_default();
        if let Some(theme) = segmented(ui, t!("settings-theme"), &words, at).and_then(|at| THEMES.get(at)) {
            commands.push(Command::Set(Setting::Theme(*theme)));
        }
    });
    row(ui, SettingRow { title: t!("settings-language"), about: "", first: false }, |ui| {
        let chosen = std::iter::once(t!("theme-system")).chain(Language::ALL.map(Language::own_name));
        let words: Vec<&str> = chosen.collect();
        let offered: Vec<Option<Language>> = std::iter::once(None).chain(Language::ALL.map(Some)).collect();
        let at = offered.iter().position(|language| *language == settings.language).unwrap_or_default();
        let picked = segmented(ui, t!("settings-language"), &words, at);
        if let Some(language) = picked.and_then(|at| offered.get(at)) {
            commands.push(Command::Set(Setting::Language(*language)));
        }
    });
    row(ui, SettingRow { title: t!("settings-size"), about: t!("settings-size-about"), first: false }, |ui| {
        let words = SIZES.map(percent);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let same = |size: &f32| (size - settings.zoom).abs() < 0.01;
        let at = SIZES.iter().position(same).unwrap_or(usize::MAX);
        if let Some(size) = segmented(ui, t!("settings-size"), &words, at).and_then(|at| SIZES.get(at)) {
            commands.push(Command::Set(Setting::Zoom(*size)));
        }
    });
    row(ui, SettingRow { title: t!("settings-contrast"), about: t!("settings-contrast-about"), first: false }, |ui| {
        let mut on = settings.high_contrast;
        if switch(ui, t!("settings-contrast"), &mut on).changed() {
            commands.push(Command::Set(Setting::HighContrast(on)));
        }
    });
    row(ui, SettingRow { title: t!("settings-motion"), about: t!("settings-motion-about"), first: false }, |ui| {
        let mut on = settings.reduced_motion;
        if switch(ui, t!("settings-motion"), &mut on).changed() {
            commands.push(Command::Set(Setting::ReducedMotion(on)));
        }
    });
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few hundred")]
fn percent(size: f32) -> String {
    t!("settings-percent", percent = (size * 100.0).round() as u32)
}

fn data(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let folder = t!("settings-folder-about", path = state.folder.display().to_string());
    row(ui, SettingRow { title: t!("settings-folder"), about: &folder, first: true }, |ui| {
        let show = Button::secondary(t!("settings-folder-show")).icon(Icon::FolderOpen).compact();
        if show.show(ui).clicked() {
            commands.push(Command::ShowFolder);
        }
    });
    row(ui, SettingRow { title: t!("settings-log"), about: t!("settings-log-about"), first: false }, |ui| {
        let words = [t!("log-off"), t!("log-problems"), t!("log-changes"), t!("log-everything")];
        let at = LogLevel::ALL.iter().position(|level| *level == state.settings.log).unwrap_or_default();
        if let Some(level) = segmented(ui, t!("settings-log"), &words, at).and_then(|at| LogLevel::ALL.get(at)) {
            commands.push(Command::Set(Setting::Log(*level)));
        }
    });
}

fn support(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let row_words = SettingRow { title: t!("diagnostics-title"), about: t!("diagnostics-about"), first: true };
    row(ui, row_words, |ui| {
        let save = Button::secondary(t!("diagnostics-save-button")).icon(Icon::Package).compact();
        if save.show(ui).clicked() {
            commands.push(Command::Save { what: What::Diagnostics, place: None });
        }
    });
    let about = t!("licences-about", version = env!("CARGO_PKG_VERSION"));
    row(ui, SettingRow { title: t!("licences-title"), about: &about, first: false }, |ui| {
        if Button::secondary(t!("licences-show")).icon(Icon::FileText).compact().show(ui).clicked() {
            state.pages.settings.licences = Some(licences::LicencesDialog::read());
        }
    });
    if let Some(path) = &state.crash {
        let about = t!("crash-where", path = path.display().to_string());
        row(ui, SettingRow { title: t!("crash-head"), about: &about, first: false }, |ui| {
            if Button::quiet(t!("crash-seen")).compact().show(ui).clicked() {
                commands.push(Command::SeenCrash);
            }
        });
    }
}

fn reset(ui: &Ui, state: &mut State, commands: &mut Commands) {
    let look = &mut state.pages.settings;
    if !look.resets {
        return;
    }
    let question = Question {
        head: t!("settings-reset-head"),
        text: t!("settings-reset-text"),
        yes: t!("settings-reset-yes"),
        no: t!("cancel"),
        destroys: false,
        name: None,
    };
    let Some(yes) = question.show(ui.ctx(), &mut look.typed) else { return };
    look.resets = false;
    if yes {
        look.bounds = None;
        commands.push(Command::Set(Setting::Defaults));
    }
}

/// The keys, beside it.
pub fn pane(ui: &mut Ui) {
    let colors = tokens(ui);
    Frame::NONE.inner_margin(Margin { left: 16, right: 16, top: 14, bottom: 12 }).show(ui, |ui| {
        ui.set_width(ui.available_width());
        label(ui, t!("settings-keys"), Font::Strong, colors.text);
    });
    hairline(ui);
    Frame::NONE.inner_margin(Margin { left: 16, right: 16, top: 12, bottom: 12 }).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        help::keys(ui);
    });
}

pub fn footer(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let key = shared::primary_key(ui);
    let (mut done, mut resets) = (false, false);
    footer_row(
        ui,
        |ui| resets = Button::quiet(t!("settings-reset")).icon(Icon::Undo2).show(ui).clicked(),
        |ui| done = Button::primary(t!("settings-done")).shortcut(t!("help-key-close")).show(ui).clicked(),
        |ui| footer_note(ui, Icon::Save, t!("settings-kept")),
    );
    if done || key {
        commands.push(Command::CloseSettings);
    }
    if resets {
        state.pages.settings.resets = true;
    }
}
