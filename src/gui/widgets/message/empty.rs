//! An empty place: why it is empty, and one act or two.

use eframe::egui::{Align, Layout, Sense, Ui, vec2};

use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::{Fit, galley, label};
use crate::gui::theme::{CONTROL, Font, tokens};
use crate::gui::widgets::card_frame;

/// Shows icon, head and reason in the middle of a card, and the buttons below.
pub fn empty_state(ui: &mut Ui, icon: Icon, head: &str, text: &str, buttons: impl FnOnce(&mut Ui)) {
    card_frame(ui).inner_margin(24).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
        ui.vertical_centered(|ui| {
            let colors = tokens(ui);
            let (rect, _) = ui.allocate_exact_size(vec2(24.0, 28.0), Sense::hover());
            paint::icon(ui.painter(), icon, rect.center(), 24.0, colors.text_muted);
            centered(ui, head, Font::Strong, colors.text);
            centered(ui, text, Font::Body, colors.text_muted);
            ui.add_space(8.0);
            let room = ui.available_width();
            let key = ui.unique_id().with("buttons");
            let width = ui.data(|data| data.get_temp::<f32>(key)).unwrap_or(room);
            ui.allocate_ui_with_layout(vec2(width, CONTROL), Layout::left_to_right(Align::Center), |ui| {
                buttons(ui);
                // The width is known once the buttons are: the next frame centres them.
                let shown = ui.min_rect().width();
                if (shown - width).abs() > 0.5 {
                    ui.data_mut(|data| data.insert_temp(key, shown));
                    ui.ctx().request_discard("buttons were not yet measured");
                }
            });
        });
    });
}

fn centered(ui: &mut Ui, text: &str, font: Font, color: eframe::egui::Color32) {
    let words = galley(ui, text, font, color, Fit::Line);
    if words.size().x <= ui.available_width() {
        label(ui, text, font, color);
    } else {
        let mut job = (*words.job).clone();
        job.wrap.max_width = ui.available_width();
        job.halign = Align::Center;
        let words = ui.painter().layout_job(job);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), words.size().y), Sense::hover());
        response.widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Label, true, text));
        ui.painter().galley(rect.center_top(), words, color);
    }
}
