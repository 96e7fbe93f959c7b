//! Cards in a grid: each in a place that the caller gives it.

use eframe::egui::{Align, Layout, Rect, Response, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, vec2};

use crate::gui::paint;
use crate::gui::rich::Rich;
use crate::gui::theme::{Font, RADIUS_LARGE, tokens};

/// A card that is chosen as a whole, and the room inside it.
pub fn grid_choice(ui: &mut Ui, area: Rect, name: &str, chosen: bool) -> (Response, Ui) {
    let colors = tokens(ui);
    let response = ui.interact(area, ui.unique_id().with(("account", name)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, name));
    let outline = if chosen { Stroke::new(2.0, colors.accent) } else { Stroke::new(1.0, colors.border) };
    let fill = if response.hovered() && !chosen { colors.raised } else { colors.surface };
    paint::panel(ui.painter(), area, RADIUS_LARGE, fill, outline);
    paint::focus_ring(ui, &response, RADIUS_LARGE);
    (response, inside(ui, area, name))
}

/// A card that holds controls, and the room inside it.
pub fn grid_card(ui: &mut Ui, area: Rect, salt: &str) -> Ui {
    let colors = tokens(ui);
    paint::panel(ui.painter(), area, RADIUS_LARGE, colors.surface, Stroke::new(1.0, colors.border));
    inside(ui, area, salt)
}

/// The place of a card that is not there yet, and the room inside it.
pub fn grid_gap(ui: &mut Ui, area: Rect, salt: &str) -> Ui {
    let edge = Stroke::new(1.0, tokens(ui).border_control);
    paint::dashed(ui.painter(), area, f32::from(RADIUS_LARGE), edge);
    inside(ui, area, salt)
}

/// A child of its own: the grid decides where the next row begins.
fn inside(ui: &mut Ui, area: Rect, salt: &str) -> Ui {
    let room = UiBuilder::new().max_rect(area.shrink(13.0)).layout(Layout::top_down(Align::Min));
    let mut child = ui.new_child(room.id_salt(("inside", salt)));
    child.spacing_mut().item_spacing = vec2(6.0, 3.0);
    child
}

/// Name at the left, a badge or a pill at the right.
pub fn card_head(ui: &mut Ui, name: &str, right: impl FnOnce(&mut Ui)) {
    let ink = tokens(ui).text;
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 22.0), Layout::right_to_left(Align::Center), |ui| {
        right(ui);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            Rich::new().add(name, Font::Strong, ink).line(ui, 0.0);
        });
    });
}
