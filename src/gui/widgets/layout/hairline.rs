//! Hairlines: between parts, and between rows.

use eframe::egui::{Rect, Sense, Ui, vec2};

use crate::gui::theme::tokens;

/// A line from edge to edge.
pub fn hairline(ui: &mut Ui) {
    let colors = tokens(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, (1.0, colors.border));
}

/// A line along the upper edge of what was shown.
pub fn rule_above(ui: &Ui, shown: Rect) {
    ui.painter().hline(shown.x_range(), shown.top(), (1.0, tokens(ui).border));
}

/// A line from the top to the bottom of a row, at its left.
pub fn rule_before(ui: &Ui, shown: Rect) {
    ui.painter().vline(shown.left(), shown.y_range(), (1.0, tokens(ui).border));
}
