//! An icon before words.

use eframe::egui::{Color32, Frame, InnerResponse, Margin, Sense, Ui, vec2};

use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::label;
use crate::gui::theme::{Font, tokens};

/// A muted line with an icon before it.
pub fn icon_line(ui: &mut Ui, icon: Icon, text: &str) {
    let muted = tokens(ui).text_muted;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        icon_cell(ui, icon, 12.0, 16.0, muted);
        label(ui, text, Font::Small, muted);
    });
}

/// The icon alone, `size` points high in the middle of a line of `line`. What is at work turns.
pub fn icon_cell(ui: &mut Ui, icon: Icon, size: f32, line: f32, ink: Color32) {
    let (rect, _) = ui.allocate_exact_size(vec2(size, line), Sense::hover());
    if icon == Icon::LoaderCircle {
        paint::ticking(ui, rect.center(), size, ink);
    } else {
        paint::icon(ui.painter(), icon, rect.center(), size, ink);
    }
}

/// An icon before several lines, as in a list: what `content` shows stands in from the left.
pub fn icon_before<R>(ui: &mut Ui, icon: Icon, ink: Color32, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let margin = Margin { left: 42, right: 14, top: 12, bottom: 12 };
    let shown = Frame::NONE.inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        content(ui)
    });
    paint::icon(ui.painter(), icon, shown.response.rect.left_top() + vec2(22.0, 22.0), 16.0, ink);
    shown
}
