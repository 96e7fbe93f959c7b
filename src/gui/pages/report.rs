//! "Save report": which format, and where to. Copying works where no file can be written.

use std::path::PathBuf;

use eframe::egui::{Align, Context, Frame, Id, Key, Layout, Modal, Stroke, Ui, vec2};

use crate::gui::command::{Command, Commands};
use crate::gui::icon::Icon;
use crate::gui::rich::label;
use crate::gui::save::{ReportFormat, report_name, report_text};
use crate::gui::state::State;
use crate::gui::theme::{BACKDROP, CONTROL, DARK, Font, LIGHT, RADIUS_LARGE, popup_shadow, tokens};
use crate::gui::widgets::{Button, Field, Note, copy_button, field_label, segmented};
use crate::text::t;

/// What the dialog keeps.
#[derive(Default)]
pub struct Look {
    open: bool,
    /// It was not there on the frame before: the keyboard goes to it.
    fresh: bool,
    format: ReportFormat,
    /// A file or folder; empty lets the system ask.
    place: String,
}

/// The button that opens it.
pub fn button(ui: &mut Ui, look: &mut Look) {
    if Button::secondary(t!("check-save")).icon(Icon::Download).show(ui).clicked() {
        look.open = true;
        look.fresh = true;
    }
}

/// Shows it over the window while it is open.
pub fn dialog(context: &Context, state: &mut State, commands: &mut Commands) {
    if !state.pages.report.open {
        return;
    }
    let Some(checked) = state.shown_check().cloned() else {
        state.pages.report.open = false;
        return;
    };
    let look = &mut state.pages.report;
    let colors = if context.global_style().visuals.dark_mode { &DARK } else { &LIGHT };
    let frame = Frame::NONE
        .fill(colors.popup)
        .stroke(Stroke::new(1.0, colors.border_strong))
        .corner_radius(RADIUS_LARGE)
        .shadow(popup_shadow(colors))
        .inner_margin(18);
    let id = Id::unique("save report");
    let modal = Modal::new(id).frame(frame).backdrop_color(BACKDROP).show(context, |ui| {
        ui.set_width(460.0 - 36.0);
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        label(ui, t!("check-save"), Font::Heading, tokens(ui).text);
        label(ui, t!("report-about"), Font::Body, tokens(ui).text_muted);
        ui.add_space(4.0);
        field_label(ui, t!("report-format"), false);
        let names = [t!("report-markdown"), t!("report-html"), t!("report-json")];
        let at = ReportFormat::ALL.iter().position(|format| *format == look.format).unwrap_or_default();
        if let Some(format) = segmented(ui, t!("report-format"), &names, at).and_then(|at| ReportFormat::ALL.get(at)) {
            look.format = *format;
        }
        ui.add_space(4.0);
        let name = report_name(&checked, look.format);
        let hint = t!("report-place-hint", name = name);
        let place = Field::new(t!("report-place"))
            .optional()
            .input(|input| input.hint(&hint).icon(Icon::FolderOpen).id(id.with("place")))
            .note(Note::Why(t!("report-place-why")))
            .show(ui, &mut look.place);
        if std::mem::take(&mut look.fresh) {
            place.response.request_focus();
        }
        let enter = place.response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        ui.add_space(8.0);
        let text = report_text(&checked, look.format);
        ui.allocate_ui_with_layout(vec2(ui.available_width(), CONTROL), Layout::right_to_left(Align::Center), |ui| {
            let words = if look.place.trim().is_empty() { t!("report-choose-place") } else { t!("report-save") };
            let save = Button::primary(words).show(ui).clicked() || enter;
            let cancel = Button::quiet(t!("cancel")).show(ui).clicked();
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                if let Ok(text) = &text {
                    copy_button(ui, t!("report-copy"), text);
                }
            });
            (save || cancel).then_some(save)
        })
        .inner
    });
    let answer = if modal.should_close() { Some(false) } else { modal.inner };
    if answer == Some(true) {
        let typed = look.place.trim();
        let to = (!typed.is_empty()).then(|| PathBuf::from(typed));
        commands.push(Command::SaveReport { format: look.format, to });
    }
    look.open = answer.is_none();
}
