//! A check box with its words.

use eframe::egui::{Rect, Response, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};

use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::{Fit, galley, spoken};
use crate::gui::theme::{Font, RADIUS_SMALL, tokens};

/// A check box, 16×16, with `text` beside it.
pub fn check(ui: &mut Ui, text: &str, on: &mut bool) -> Response {
    let colors = tokens(ui);
    let enabled = ui.is_enabled();
    let ink = if enabled { colors.text } else { colors.text_disabled };
    let words = galley(ui, text, Font::Body, ink, Fit::Wrap((ui.available_width() - 24.0).max(120.0)));
    let size = vec2(24.0 + words.size().x, words.size().y.max(16.0));
    let (rect, mut response) = ui.allocate_exact_size(size, Sense::click());
    if response.clicked() {
        *on = !*on;
        response.mark_changed();
    }
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, enabled, *on, spoken(text)));
    let square = Rect::from_center_size(pos2(rect.left() + 8.0, rect.center().y), Vec2::splat(16.0));
    let (fill, outline) = match (*on, enabled) {
        (true, true) => (colors.accent_fill, colors.accent_fill),
        (_, false) => (colors.surface, colors.border_strong),
        (false, true) => (colors.surface, colors.border_control),
    };
    paint::panel(ui.painter(), square, RADIUS_SMALL, fill, Stroke::new(1.0, outline));
    if *on {
        let tick = if enabled { colors.on_accent } else { colors.text_disabled };
        paint::icon(ui.painter(), Icon::Check, square.center(), 12.0, tick);
    }
    paint::text_at(ui.painter(), rect.left() + 24.0, rect.center().y, words);
    paint::focus_ring(ui, &response.clone().with_new_rect(square), RADIUS_SMALL);
    response
}
