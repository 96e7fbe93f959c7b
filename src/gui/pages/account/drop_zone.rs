//! Where a file can be dropped, at the foot of the pane. The whole window takes it; this says so.

use eframe::egui::{Frame, Margin, Stroke, Ui, vec2};

use crate::gui::command::{Command, Commands};
use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::label;
use crate::gui::theme::{Font, RADIUS_LARGE, tokens};
use crate::gui::widgets::link;
use crate::text::t;

/// Room that it takes, with its margins.
pub const HEIGHT: f32 = 86.0;

pub fn drop_zone(ui: &mut Ui, commands: &mut Commands) {
    let colors = tokens(ui);
    Frame::NONE.inner_margin(Margin { left: 16, right: 16, top: 12, bottom: 14 }).show(ui, |ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT - 28.0), eframe::egui::Sense::hover());
        let edge = Stroke::new(1.0, colors.border_control);
        paint::dashed(ui.painter(), rect, f32::from(RADIUS_LARGE), edge);
        paint::icon(ui.painter(), Icon::FileJson, rect.left_center() + vec2(22.0, -9.0), 16.0, colors.text_muted);
        let words = rect.shrink2(vec2(12.0, 9.0)).with_min_x(rect.left() + 38.0);
        let mut child = ui.new_child(eframe::egui::UiBuilder::new().max_rect(words).id_salt("drop zone"));
        child.spacing_mut().item_spacing = vec2(4.0, 2.0);
        label(&mut child, t!("drop-head"), Font::Dense, colors.text);
        child.horizontal(|ui| {
            label(ui, t!("drop-or"), Font::Small, colors.text_muted);
            if link(ui, t!("drop-choose"), Font::Small).clicked() {
                commands.push(Command::PickProject);
            }
        });
    });
}
