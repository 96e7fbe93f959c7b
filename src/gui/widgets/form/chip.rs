//! A filter with its count.

use eframe::egui::{Role, Sense, Ui, WidgetInfo, vec2};

use crate::gui::paint;
use crate::gui::rich::{Fit, Rich};
use crate::gui::theme::{CONTROL_COMPACT, Font, RADIUS, tokens};
use crate::text::labelled;

/// One filter of a row of filters; true when it was clicked.
pub fn chip(ui: &mut Ui, words: &str, count: usize, chosen: bool) -> bool {
    let colors = tokens(ui);
    let ink = if chosen { colors.text } else { colors.text_muted };
    let galley = Rich::new()
        .add(words, Font::Dense, ink)
        .gap(8.0, Font::Dense)
        .exact(&count.to_string(), Font::Code, colors.text_muted)
        .galley(ui, Fit::Line);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 20.0, CONTROL_COMPACT), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), chosen, labelled!(words, count)));
    if chosen || response.hovered() {
        ui.painter().rect_filled(rect, RADIUS, colors.raised);
    }
    paint::text_centered(ui.painter(), rect.center(), galley);
    paint::focus_ring(ui, &response, RADIUS);
    response.clicked()
}
