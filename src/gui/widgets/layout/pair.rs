//! Two things of one height, side by side where there is room for both.

use eframe::egui::{Ui, vec2};

/// Below this width they stand one under the other.
const TWO: f32 = 520.0;
const GAP: f32 = 12.0;

/// Shows both.
pub fn pair(ui: &mut Ui, height: f32, left: impl FnOnce(&mut Ui), right: impl FnOnce(&mut Ui)) {
    let width = ui.available_width();
    if width < TWO {
        left(ui);
        right(ui);
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        let half = vec2((width - GAP) / 2.0, height);
        ui.allocate_ui(half, left);
        ui.allocate_ui(half, right);
    });
}
