//! Where a file can be dropped: a place that says so, and the whole window while a file is over it.

use eframe::egui::{Align2, Context, Id, LayerId, Order, Rect, Sense, Stroke, Ui, UiBuilder, vec2};

use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::theme::{BACKDROP, Font, RADIUS_LARGE, tokens, tokens_of};

/// A dashed place, `height` high, with a file at its left.
pub fn drop_place(ui: &mut Ui, height: f32, content: impl FnOnce(&mut Ui)) {
    let colors = tokens(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    paint::dashed(ui.painter(), rect, f32::from(RADIUS_LARGE), Stroke::new(1.0, colors.border_control));
    paint::icon(ui.painter(), Icon::FileJson, rect.left_center() + vec2(22.0, -9.0), 16.0, colors.text_muted);
    let words = rect.shrink2(vec2(12.0, 9.0)).with_min_x(rect.left() + 38.0);
    let mut child = ui.new_child(UiBuilder::new().max_rect(words).id_salt("drop zone"));
    child.spacing_mut().item_spacing = vec2(4.0, 2.0);
    content(&mut child);
}

/// Over the whole window: it takes the file.
pub fn drop_over(context: &Context, words: &str) {
    let colors = tokens_of(&context.global_style().visuals);
    let painter = context.layer_painter(LayerId::new(Order::Foreground, Id::unique("drop here")));
    let window = context.content_rect();
    painter.rect_filled(window, 0.0, BACKDROP);
    let area = window.shrink(24.0);
    paint::dashed(&painter, area, f32::from(RADIUS_LARGE), Stroke::new(2.0, colors.on_accent));
    let card = Rect::from_center_size(window.center(), vec2(360.0, 64.0));
    paint::panel(&painter, card, RADIUS_LARGE, colors.popup, Stroke::new(1.0, colors.border_strong));
    painter.text(card.center(), Align2::CENTER_CENTER, words, Font::Heading.id(), colors.text);
}
