//! The keys of a shortcut, on raised ground.

use eframe::egui::{Sense, Ui, vec2};

use crate::gui::paint;
use crate::gui::rich::{Fit, galley};
use crate::gui::theme::{Font, RADIUS_SMALL, tokens};

/// Shows `keys` at the left of a column of `width`.
pub fn key_cap(ui: &mut Ui, keys: &str, width: f32) {
    let colors = tokens(ui);
    let (column, _) = ui.allocate_exact_size(vec2(width, 22.0), Sense::hover());
    let words = galley(ui, keys, Font::Code, colors.text, Fit::Line);
    let cap = column.with_max_x(column.left() + words.size().x + 12.0);
    ui.painter().rect_filled(cap, RADIUS_SMALL, colors.raised);
    paint::text_at(ui.painter(), cap.left() + 6.0, cap.center().y, words);
}
