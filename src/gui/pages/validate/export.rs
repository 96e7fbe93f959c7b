//! The files of a proxy that is there; before them, that it is read, or why it cannot be written down.

use std::time::Instant;

use eframe::egui::{Frame, Margin, ScrollArea, Ui};

use crate::gui::command::{Command, Commands};
use crate::gui::frame::page_head;
use crate::gui::icon::Icon;
use crate::gui::pages::failure::failure;
use crate::gui::pages::{absent, export};
use crate::gui::rich::{Rich, label};
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::validation::{Ask, Part};
use crate::gui::widgets::Button;
use crate::text::t;

pub fn page(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    export::refresh(state);
    let adoption = &state.validation.adoption;
    if adoption.ready().is_some() {
        return export::page(ui, state, commands);
    }
    let proxy = state.validation.question.proxy.trim();
    page_head(ui, t!("step-export"), &t!("adopt-sentence", proxy = proxy), &[]);
    if let Some(waited) = adoption.waiting(Instant::now()) {
        return absent::waiting(ui, 5, &t!("adopt-reading", proxy = proxy), waited, commands);
    }
    let Some(reports) = adoption.error() else {
        return absent::not_read(ui, Command::Validate(Ask::Adopt), commands);
    };
    ScrollArea::vertical().id_salt("obstacles").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 12.0;
        for (at, report) in reports.iter().enumerate() {
            ui.push_id(at, |ui| failure(ui, report, |_| ()));
        }
        ui.horizontal(|ui| {
            if Button::secondary(t!("retry")).icon(Icon::RefreshCw).show(ui).clicked() {
                commands.push(Command::Validate(Ask::Adopt));
            }
            if Button::quiet(t!("adopt-ask-again")).show(ui).clicked() {
                commands.push(Command::Validate(Ask::Show(Part::Question)));
            }
        });
    });
}

/// What was left out, or is only referenced.
pub fn has_pane(state: &State) -> bool {
    state.validation.adoption.ready().is_some_and(|there| !there.setup.notes.is_empty())
}

pub fn pane(ui: &mut Ui, state: &State) {
    let Some(there) = state.validation.adoption.ready() else { return };
    let colors = tokens(ui);
    ScrollArea::vertical().id_salt("adopted").auto_shrink(false).show(ui, |ui| {
        Frame::NONE.inner_margin(Margin { left: 16, right: 16, top: 16, bottom: 16 }).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 6.0;
            label(ui, t!("adopt-notes"), Font::Heading, colors.text);
            label(ui, t!("adopt-notes-why"), Font::Dense, colors.text_muted);
            for note in &there.setup.notes {
                ui.add_space(8.0);
                Rich::new().add(&note.title.to_string(), Font::Strong, colors.text).show(ui);
                Rich::new().add(&note.text.to_string(), Font::Dense, colors.text_muted).show(ui);
            }
        });
    });
}
