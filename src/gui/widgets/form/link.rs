//! Words that act: links inside text, in the accent colour.

use eframe::egui::{self, CursorIcon, OpenUrl, Response, Role, Sense, Stroke, Ui, WidgetInfo};

use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::{Fit, galley, on_hover, spoken};
use crate::gui::theme::{Font, tokens};

/// A link that does something in the window.
pub fn link(ui: &mut Ui, text: &str, font: Font) -> Response {
    show(ui, text, font, None)
}

/// A link that opens `url` in the browser.
pub fn link_to(ui: &mut Ui, text: &str, font: Font, url: &str) -> Response {
    let response = on_hover(show(ui, text, font, Some(Icon::ArrowUpRight)), url);
    if response.clicked() {
        ui.ctx().open_url(OpenUrl::new_tab(url));
    }
    response
}

fn show(ui: &mut Ui, text: &str, font: Font, trailing: Option<Icon>) -> Response {
    let color = tokens(ui).accent;
    let room = if ui.layout().main_wrap { ui.max_rect().width() } else { ui.available_width() };
    let words = galley(ui, text, font, color, Fit::Elide(room.max(40.0)));
    let mut size = words.size();
    if trailing.is_some() {
        size.x += 16.0;
    }
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), spoken(text)));
    let right = paint::text_at(ui.painter(), rect.left(), rect.center().y, words);
    if response.hovered() {
        ui.painter().hline(rect.left()..=right, rect.bottom() - 1.0, Stroke::new(1.0, color));
    }
    if let Some(icon) = trailing {
        paint::icon(ui.painter(), icon, egui::pos2(right + 10.0, rect.center().y), 12.0, color);
    }
    paint::focus_ring(ui, &response, 2);
    response.on_hover_cursor(CursorIcon::PointingHand)
}
