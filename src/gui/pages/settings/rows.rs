//! A row of a card: what is set at the left, how at the right.

use eframe::egui::{Align, Layout, Role, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use crate::gui::rich::{Rich, on_hover, spoken};
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::ListRow;

const ROW: f32 = 50.0;
/// Below this width the control stands under its words.
const NARROW: f32 = 480.0;

/// What is set.
#[derive(Clone, Copy)]
pub struct SettingRow<'a> {
    pub title: &'a str,
    /// A line about it; empty for none.
    pub about: &'a str,
    pub first: bool,
}

/// Shows a row with the control that `right` shows.
pub fn row(ui: &mut Ui, shown: SettingRow<'_>, right: impl FnOnce(&mut Ui)) {
    let colors = tokens(ui);
    let narrow = ui.available_width() < NARROW;
    let height = if narrow { ROW + 38.0 } else { ROW };
    let (whole, _) = ListRow::new(ui, height, Sense::hover());
    if !shown.first {
        whole.rule_above(ui);
    }
    let rect = whole.rect();
    let mut words = ListRow::within(rect.with_max_y(rect.top() + ROW)).inset(14.0, 14.0);
    if narrow {
        let below = rect.with_min_y(rect.top() + ROW - 6.0).shrink2(vec2(14.0, 0.0));
        let below = UiBuilder::new().max_rect(below).layout(Layout::left_to_right(Align::Min)).id_salt(shown.title);
        right(&mut ui.new_child(below));
    } else {
        words.trail(ui, shown.title, right);
    }
    let response =
        ui.interact(words.room().shrink2(vec2(0.0, 4.0)), ui.unique_id().with(("row", shown.title)), Sense::hover());
    let said = [shown.title, shown.about].map(spoken).into_iter().filter(|part| !part.is_empty());
    let said = said.collect::<Vec<_>>().join(". ");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    if !shown.about.is_empty() {
        words = words.two_lines();
        if words.under(ui, Rich::new().add(shown.about, Font::Small, colors.text_muted)) {
            on_hover(response, shown.about);
        }
    }
    words.title(ui, Rich::new().add(shown.title, Font::Body, colors.text));
}
