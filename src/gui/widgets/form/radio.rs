//! A radio button with its words.

use eframe::egui::{self, Painter, Pos2, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::gui::paint;
use crate::gui::rich::{Fit, galley, spoken};
use crate::gui::theme::{Font, Tokens, tokens};

/// A radio button, 16 across, with `text` beside it. The caller sets what was clicked.
pub fn radio(ui: &mut Ui, text: &str, chosen: bool) -> Response {
    let colors = tokens(ui);
    let ink = if ui.is_enabled() { colors.text } else { colors.text_disabled };
    // Words that do not fit go on below: a row that is too wide would push the panel apart.
    let words = galley(ui, text, Font::Body, ink, Fit::Wrap((ui.available_width() - 24.0).max(120.0)));
    let (rect, response) =
        ui.allocate_exact_size(vec2(24.0 + words.size().x, words.size().y.max(16.0)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), chosen, spoken(text)));
    let center = pos2(rect.left() + 8.0, rect.center().y);
    disc(ui.painter(), colors, center, chosen);
    paint::text_at(ui.painter(), rect.left() + 24.0, rect.center().y, words);
    let ring = egui::Rect::from_center_size(center, egui::Vec2::splat(16.0));
    paint::focus_ring(ui, &response.clone().with_new_rect(ring), 8);
    response
}

/// The mark alone, for cards that are chosen as a whole.
pub fn disc(painter: &Painter, colors: &Tokens, center: Pos2, chosen: bool) {
    if chosen {
        painter.circle_filled(center, 8.0, colors.accent_fill);
        painter.circle_filled(center, 3.0, colors.on_accent);
    } else {
        painter.circle(center, 7.5, colors.surface, Stroke::new(1.0, colors.border_control));
    }
}
