//! Cards: surfaces with a hairline, and cards that are chosen as a whole.

use eframe::egui::{
    self, Frame, InnerResponse, Margin, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo,
};

use crate::gui::paint;
use crate::gui::rich::spoken;
use crate::gui::theme::{RADIUS_LARGE, tokens};
use crate::gui::widgets::radio_disc;

/// The frame of a card without padding, for lists whose rows bring their own.
pub fn card_frame(ui: &Ui) -> Frame {
    let colors = tokens(ui);
    Frame::NONE.fill(colors.surface).stroke(Stroke::new(1.0, colors.border)).corner_radius(RADIUS_LARGE)
}

/// A card with padding 14, as wide as there is room.
pub fn card<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    card_frame(ui).inner_margin(Margin::same(14)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        content(ui)
    })
}

/// A card that is one of several choices, with a radio mark at its top right. `name` is what is
/// read aloud; the answer tells whether it was clicked.
pub fn choice_card(ui: &mut Ui, name: &str, chosen: bool, content: impl FnOnce(&mut Ui)) -> Response {
    let colors = tokens(ui);
    let below = ui.painter().add(egui::Shape::Noop);
    let shown = ui.scope_builder(UiBuilder::new().sense(Sense::click()), |ui| {
        Frame::NONE.inner_margin(Margin::same(14)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            content(ui);
        });
    });
    let response = shown.response;
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), chosen, spoken(name)));
    let rect = response.rect;
    let outline = if chosen { Stroke::new(2.0, colors.accent) } else { Stroke::new(1.0, colors.border) };
    let fill = if response.hovered() && !chosen { colors.raised } else { colors.surface };
    ui.painter().set(
        below,
        egui::epaint::RectShape::new(rect, egui::CornerRadius::same(RADIUS_LARGE), fill, outline, StrokeKind::Inside),
    );
    radio_disc(ui.painter(), colors, rect.right_top() + egui::vec2(-22.0, 22.0), chosen);
    paint::focus_ring(ui, &response, RADIUS_LARGE);
    response
}
