//! A switch, alone or as a row with its title and reason.

use eframe::egui::{Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::gui::paint;
use crate::gui::rich::{Fit, galley, spoken};
use crate::gui::theme::{Font, tokens};

/// A switch, 32×18. `name` is what is read aloud.
pub fn switch(ui: &mut Ui, name: &str, on: &mut bool) -> Response {
    let (rect, mut response) = ui.allocate_exact_size(vec2(32.0, 18.0), Sense::click());
    flip(&mut response, on);
    response.widget_info(|| WidgetInfo::selected(Role::Switch, ui.is_enabled(), *on, spoken(name)));
    draw(ui, rect, *on);
    paint::focus_ring(ui, &response, 9);
    response
}

/// A row of a card: switch, title, and why below it. A click anywhere on the row flips it.
pub fn switch_row(ui: &mut Ui, title: &str, why: &str, on: &mut bool) -> Response {
    let colors = tokens(ui);
    let width = ui.available_width();
    let title_words = galley(ui, title, Font::Body, colors.text, Fit::Wrap(width - 72.0));
    let why_words = galley(ui, why, Font::Small, colors.text_muted, Fit::Wrap(width - 72.0));
    let height = 6.0 + title_words.size().y + why_words.size().y + 6.0;
    let (rect, mut response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    flip(&mut response, on);
    response.widget_info(|| WidgetInfo::selected(Role::Switch, ui.is_enabled(), *on, spoken(title)));
    let knob = Rect::from_center_size(pos2(rect.left() + 30.0, rect.center().y), vec2(32.0, 18.0));
    draw(ui, knob, *on);
    let mut at = rect.min + vec2(58.0, 6.0);
    at.y += title_words.size().y;
    ui.painter().galley(rect.min + vec2(58.0, 6.0), title_words, colors.text);
    ui.painter().galley(at, why_words, colors.text_muted);
    paint::focus_ring(ui, &response.clone().with_new_rect(knob), 9);
    response
}

fn flip(response: &mut Response, on: &mut bool) {
    if response.clicked() {
        *on = !*on;
        response.mark_changed();
    }
}

fn draw(ui: &Ui, rect: Rect, on: bool) {
    let colors = tokens(ui);
    let (fill, outline, knob, x) = if on {
        (colors.accent_fill, colors.accent_fill, colors.on_accent, rect.right() - 9.0)
    } else {
        (colors.surface, colors.border_control, colors.text_muted, rect.left() + 9.0)
    };
    paint::panel(ui.painter(), rect, 9, fill, Stroke::new(1.0, outline));
    ui.painter().circle_filled(pos2(x, rect.center().y), 6.0, knob);
}
