//! The exact line to run, with a copy button.

use eframe::egui::{Role, Sense, Ui, WidgetInfo, vec2};

use crate::gui::paint;
use crate::gui::rich::{Fit, galley, on_hover};
use crate::gui::theme::{CONTROL_COMPACT, Font, RADIUS_SMALL, tokens};
use crate::gui::widgets::copy_icon;
use crate::text::t;

/// One line on raised ground, cut at its end; the whole stands in the tooltip and is what is copied.
pub fn command_line(ui: &mut Ui, command: &str) {
    let colors = tokens(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let room = ui.available_width() - CONTROL_COMPACT - 2.0;
        let words = galley(ui, command, Font::Code, colors.text, Fit::Elide(room - 8.0));
        let (rect, response) = ui.allocate_exact_size(vec2(words.size().x + 8.0, 24.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Code, true, command));
        ui.painter().rect_filled(rect, RADIUS_SMALL, colors.raised);
        paint::text_at(ui.painter(), rect.left() + 4.0, rect.center().y, words);
        on_hover(response, command);
        copy_icon(ui, t!("copy-command"), command);
    });
}
