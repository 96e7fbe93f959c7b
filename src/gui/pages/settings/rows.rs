//! A row of a card: what is set at the left, how at the right.

use eframe::egui::{Align, Layout, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::gui::paint;
use crate::gui::rich::{Fit, galley, on_hover, spoken};
use crate::gui::theme::{Font, tokens};

const ROW: f32 = 50.0;
/// Below this width the control stands under its words.
const NARROW: f32 = 480.0;

/// What is set.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    pub title: &'a str,
    /// A line about it; empty for none.
    pub about: &'a str,
    pub first: bool,
}

/// Shows a row with the control that `right` shows.
pub fn row(ui: &mut Ui, shown: Row<'_>, right: impl FnOnce(&mut Ui)) {
    let colors = tokens(ui);
    let narrow = ui.available_width() < NARROW;
    let height = if narrow { ROW + 38.0 } else { ROW };
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    if !shown.first {
        ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, colors.border));
    }
    let inside = rect.shrink2(vec2(14.0, 0.0));
    let (area, layout) = if narrow {
        (inside.with_min_y(rect.top() + ROW - 6.0), Layout::left_to_right(Align::Min))
    } else {
        (inside, Layout::right_to_left(Align::Center))
    };
    let mut control = ui.new_child(UiBuilder::new().max_rect(area).layout(layout).id_salt(shown.title));
    right(&mut control);
    let end = if narrow { inside.right() } else { control.min_rect().left() - 16.0 };
    let room = (end - inside.left()).max(60.0);
    let middle = rect.top() + ROW / 2.0;
    let title = galley(ui, shown.title, Font::Body, colors.text, Fit::Elide(room));
    let about = galley(ui, shown.about, Font::Small, colors.text_muted, Fit::Elide(room));
    let words = Rect::from_min_size(pos2(inside.left(), rect.top() + 4.0), vec2(room, ROW - 8.0));
    let response = ui.interact(words, ui.unique_id().with(("row", shown.title)), Sense::hover());
    let said = [shown.title, shown.about].map(spoken).into_iter().filter(|part| !part.is_empty());
    let said = said.collect::<Vec<_>>().join(". ");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    let cut = about.elided;
    if shown.about.is_empty() {
        paint::text_at(ui.painter(), inside.left(), middle, title);
    } else {
        paint::text_at(ui.painter(), inside.left(), middle - 9.0, title);
        paint::text_at(ui.painter(), inside.left(), middle + 11.0, about);
    }
    if cut {
        on_hover(response, shown.about);
    }
}
