//! Rows that are still being read: grey bars at the height of the rows to come, no shimmer.
//! After five seconds words say which call runs, how far it is, and Cancel.

use eframe::egui::{Frame, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::gui::live;
use crate::gui::paint;
use crate::gui::rich::{Fit, galley, spoken};
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Button, card_frame};
use crate::text::t;

/// Widths of the two bars of a row, in parts of the row: no two alike, so that it looks like text.
const BARS: [(f32, f32); 4] = [(0.34, 0.56), (0.25, 0.47), (0.39, 0.52), (0.3, 0.6)];

/// Shows `rows` grey rows, 48 high each.
pub fn skeleton(ui: &mut Ui, rows: usize) {
    card_frame(ui).show(ui, |ui| bars(ui, rows));
}

/// The same with what is being done; true when Cancel was clicked.
pub fn skeleton_with_words(ui: &mut Ui, rows: usize, doing: &str) -> bool {
    card_frame(ui)
        .show(ui, |ui| {
            bars(ui, rows);
            Frame::NONE.show(ui, |ui| doing_row(ui, doing)).inner
        })
        .inner
}

fn bars(ui: &mut Ui, rows: usize) {
    let colors = tokens(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    for (nth, (upper, lower)) in BARS.iter().cycle().take(rows).enumerate() {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 48.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, t!("loading")));
        // Said once for all of them.
        if nth == 0 {
            live::announce(&response);
        }
        let painter = ui.painter();
        if nth > 0 {
            painter.hline(rect.x_range(), rect.top(), Stroke::new(1.0, colors.border));
        }
        let bar = |x: f32, y: f32, width: f32, height: f32| {
            let area = Rect::from_min_size(pos2(rect.left() + x, rect.top() + y), vec2(width, height));
            painter.rect_filled(area, 4.0, colors.raised);
        };
        bar(12.0, 16.0, 16.0, 16.0);
        bar(40.0, 12.0, rect.width() * upper, 10.0);
        bar(40.0, 28.0, rect.width() * lower, 8.0);
    }
}

fn doing_row(ui: &mut Ui, doing: &str) -> bool {
    let colors = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 40.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, spoken(doing)));
    ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, colors.border));
    paint::spinner(ui, pos2(rect.left() + 20.0, rect.center().y), 14.0, colors.accent);
    let words = galley(ui, doing, Font::Small, colors.text, Fit::Elide(rect.width() - 164.0));
    paint::text_at(ui.painter(), rect.left() + 34.0, rect.center().y, words);
    let end =
        Rect::from_min_max(pos2(rect.right() - 120.0, rect.top() + 6.0), pos2(rect.right() - 8.0, rect.bottom() - 6.0));
    let mut corner = ui.new_child(
        eframe::egui::UiBuilder::new()
            .max_rect(end)
            .layout(eframe::egui::Layout::right_to_left(eframe::egui::Align::Center)),
    );
    Button::quiet(t!("cancel")).compact().show(&mut corner).clicked()
}
