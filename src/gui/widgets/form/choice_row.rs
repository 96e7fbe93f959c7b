//! A row that is chosen as a whole, with a radio mark before what it holds.

use eframe::egui::{
    Color32, CornerRadius, Frame, Margin, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo,
    epaint::RectShape, vec2,
};

use super::radio_disc;
use crate::gui::paint;
use crate::gui::rich::spoken;
use crate::gui::theme::{RADIUS, tokens};

/// Where what the row holds begins.
const INDENT: i8 = 42;

/// A choice in a list of rows. `name` is what is read aloud; the answer tells whether it was clicked.
pub fn choice_row(ui: &mut Ui, name: &str, chosen: bool, content: impl FnOnce(&mut Ui)) -> Response {
    let margin = Margin { left: INDENT, right: 14, top: 12, bottom: 12 };
    let (response, below) = row(ui, name, chosen, margin, content);
    let colors = tokens(ui);
    let fill = match (chosen, response.hovered()) {
        (true, _) => colors.accent_soft,
        (false, true) => colors.raised,
        (false, false) => Color32::TRANSPARENT,
    };
    let rect = response.rect;
    let ground = RectShape::new(rect, CornerRadius::ZERO, fill, Stroke::NONE, StrokeKind::Inside);
    ui.painter().set(below, ground);
    if chosen {
        ui.painter().rect_filled(rect.with_max_x(rect.left() + 3.0), 0.0, colors.accent);
    }
    radio_disc(ui.painter(), colors, rect.left_top() + vec2(22.0, 22.0), chosen);
    paint::focus_ring(ui, &response.clone().with_new_rect(rect.shrink(3.0)), 4);
    response
}

/// A choice with an outline of its own, where choices stand apart.
pub fn choice_box(ui: &mut Ui, name: &str, chosen: bool, content: impl FnOnce(&mut Ui)) -> Response {
    let margin = Margin { left: INDENT, right: 14, top: 9, bottom: 10 };
    let (response, below) = row(ui, name, chosen, margin, content);
    let colors = tokens(ui);
    let outline = if chosen { Stroke::new(2.0, colors.accent) } else { Stroke::new(1.0, colors.border) };
    let fill = if response.hovered() && !chosen { colors.raised } else { colors.surface };
    let rect = response.rect;
    ui.painter().set(below, RectShape::new(rect, CornerRadius::same(RADIUS), fill, outline, StrokeKind::Inside));
    radio_disc(ui.painter(), colors, rect.left_top() + vec2(22.0, 19.0), chosen);
    paint::focus_ring(ui, &response, RADIUS);
    response
}

/// What both hold, and the place of the ground below it.
fn row(
    ui: &mut Ui,
    name: &str,
    chosen: bool,
    margin: Margin,
    content: impl FnOnce(&mut Ui),
) -> (Response, eframe::egui::layers::ShapeIdx) {
    let below = ui.painter().add(Shape::Noop);
    let shown = ui.scope_builder(UiBuilder::new().sense(Sense::click()), |ui| {
        Frame::NONE.inner_margin(margin).show(ui, |ui| {
            ui.set_width(ui.available_width());
            content(ui);
        });
    });
    let response = shown.response;
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), chosen, spoken(name)));
    (response, below)
}
