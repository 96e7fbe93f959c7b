//! A command or a few lines of code inside a page: raised ground, copy at its top right.

use eframe::egui::{Frame, Margin, Rect, Ui, UiBuilder, vec2};

use super::Code;
use crate::gui::theme::{RADIUS_SMALL, tokens};
use crate::gui::widgets::copy_icon;
use crate::text::t;

/// Shows `code` without line numbers.
pub fn code_block(ui: &mut Ui, code: Code<'_>) {
    let ground = tokens(ui).raised;
    let margin = Margin { left: 6, right: 34, top: 4, bottom: 4 };
    let shown = Frame::NONE.fill(ground).corner_radius(RADIUS_SMALL).inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        code.plain().show(ui);
    });
    let corner = shown.response.rect.right_top() + vec2(-29.0, -1.0);
    let place = UiBuilder::new().max_rect(Rect::from_min_size(corner, vec2(28.0, 28.0)));
    copy_icon(&mut ui.new_child(place), t!("copy-command"), code.text());
}
