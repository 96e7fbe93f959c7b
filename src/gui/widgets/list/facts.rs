//! Key and value, one pair a row: what is known about one thing.

use eframe::egui::{Role, Sense, Ui, WidgetInfo, vec2};

use crate::gui::rich::{Fit, Rich, galley, spoken};
use crate::gui::theme::{Font, tokens};

/// One pair. The value may set names in mono with backticks.
#[derive(Debug, Clone, Copy)]
pub struct Fact<'a> {
    /// What it is.
    pub key: &'a str,
    /// What it says.
    pub value: &'a str,
    /// Said after it, muted.
    pub aside: &'a str,
}

impl<'a> Fact<'a> {
    /// A pair without an aside.
    #[must_use]
    pub const fn new(key: &'a str, value: &'a str) -> Self {
        Self { key, value, aside: "" }
    }
}

/// Room between a key and its value.
const GAP: f32 = 16.0;
/// Of the width, for the keys; a longer one goes on below.
const MOST: f32 = 0.45;

/// Shows the pairs, the values in a column of their own behind the widest key.
pub fn facts(ui: &mut Ui, rows: &[Fact<'_>]) {
    let colors = tokens(ui);
    let room = ui.available_width();
    let width = |row: &Fact<'_>| galley(ui, row.key, Font::Dense, colors.text_muted, Fit::Line).size().x;
    let column = (rows.iter().map(width).fold(0.0, f32::max).ceil() + GAP).min(room * MOST);
    for row in rows {
        let key = galley(ui, row.key, Font::Dense, colors.text_muted, Fit::Wrap(column - 8.0));
        let mut value = Rich::new().add(row.value, Font::Dense, colors.text);
        if !row.aside.is_empty() {
            value = value.add(" ", Font::Dense, colors.text).add(row.aside, Font::Dense, colors.text_muted);
        }
        let value = value.galley(ui, Fit::Wrap((room - column).max(40.0)));
        let height = key.size().y.max(value.size().y);
        let (rect, response) = ui.allocate_exact_size(vec2(room, height), Sense::hover());
        response.widget_info(|| {
            let said = format!("{}: {} {}", row.key, spoken(row.value), spoken(row.aside));
            WidgetInfo::labeled(Role::Label, true, said.trim_end())
        });
        ui.painter().galley(rect.min, key, colors.text_muted);
        ui.painter().galley(rect.min + vec2(column, 0.0), value, colors.text);
    }
}
