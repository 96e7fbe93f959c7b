//! Where a file can be dropped, at the foot of the pane. The whole window takes it; this says so.

use eframe::egui::{Frame, Margin, Ui};

use crate::gui::command::{Command, Commands};
use crate::gui::rich::label;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{drop_place, link};
use crate::text::t;

/// Room that it takes, with its margins.
pub const HEIGHT: f32 = 86.0;

pub fn drop_zone(ui: &mut Ui, commands: &mut Commands) {
    Frame::NONE.inner_margin(Margin { left: 16, right: 16, top: 12, bottom: 14 }).show(ui, |ui| {
        drop_place(ui, HEIGHT - 28.0, |ui| {
            let colors = tokens(ui);
            label(ui, t!("drop-head"), Font::Dense, colors.text);
            ui.horizontal(|ui| {
                label(ui, t!("drop-or"), Font::Small, colors.text_muted);
                if link(ui, t!("drop-choose"), Font::Small).clicked() {
                    commands.push(Command::PickProject);
                }
            });
        });
    });
}
