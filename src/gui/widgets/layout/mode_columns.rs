//! Ways side by side: the same rows under the same labels at the same height, so that the eye
//! compares; above them what travels on each half of the path.

use std::sync::Arc;

use eframe::egui::{Galley, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::{Fit, galley, spoken};
use crate::gui::theme::{Font, RADIUS_LARGE, tokens};
use crate::gui::widgets::node;
use crate::gui::widgets::radio_disc;
use crate::text::{labelled, series};

/// One way.
#[derive(Debug, Clone, Copy)]
pub struct ModeColumn<'a> {
    /// Its name.
    pub name: &'a str,
    /// For whom it is.
    pub aside: &'a str,
    /// What travels from function to proxy, and from proxy to database: icon and words.
    pub halves: [(Icon, &'a str); 2],
    /// What it asks of each thing: label and value. The same labels in every column.
    pub rows: &'a [(&'a str, &'a str)],
    /// Why it cannot be chosen.
    pub blocked: Option<&'a str>,
}

const GAP: f32 = 12.0;
const HEAD: f32 = 118.0;

/// Shows the ways; the answer is the one that was clicked.
pub fn mode_columns(ui: &mut Ui, columns: &[ModeColumn<'_>], chosen: usize) -> Option<usize> {
    #[expect(clippy::cast_precision_loss, reason = "three columns or so")]
    let count = columns.len().max(1) as f32;
    let width = ((ui.available_width() - GAP * (count - 1.0)) / count).floor();
    let values: Vec<Vec<Arc<Galley>>> = columns.iter().map(|column| values(ui, column, width - 28.0)).collect();
    let rows = values.iter().map(Vec::len).max().unwrap_or(0);
    // Every row is as high as the highest of its kind.
    let heights: Vec<f32> = (0..rows)
        .map(|row| {
            values.iter().filter_map(|column| column.get(row)).map(|text| text.size().y).fold(0.0, f32::max) + 30.0
        })
        .collect();
    let height = HEAD + heights.iter().sum::<f32>() + 6.0;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let mut clicked = None;
    let mut left = rect.left();
    for (index, (column, values)) in columns.iter().zip(values).enumerate() {
        let area = Rect::from_min_size(pos2(left, rect.top()), vec2(width, height));
        left += width + GAP;
        if show(ui, area, column, index == chosen, &values, &heights) {
            clicked = Some(index);
        }
    }
    clicked
}

fn values(ui: &Ui, column: &ModeColumn<'_>, room: f32) -> Vec<Arc<Galley>> {
    let ink = tokens(ui).text;
    column.rows.iter().map(|(_, value)| galley(ui, value, Font::Dense, ink, Fit::Wrap(room))).collect()
}

fn show(ui: &Ui, rect: Rect, column: &ModeColumn<'_>, chosen: bool, values: &[Arc<Galley>], heights: &[f32]) -> bool {
    let colors = tokens(ui);
    let open = column.blocked.is_none();
    let sense = if open { Sense::click() } else { Sense::hover() };
    let response = ui.interact(rect, ui.unique_id().with(("mode", column.name)), sense);
    response.widget_info(|| {
        let rows: Vec<String> = column.rows.iter().map(|(label, value)| labelled!(label, value)).collect();
        let said = format!("{}, {}. {}", column.name, column.blocked.unwrap_or(column.aside), series(&rows));
        WidgetInfo::selected(Role::RadioButton, open, chosen, spoken(&said))
    });
    let painter = ui.painter();
    let (fill, outline) = match (chosen, response.hovered() && open) {
        (true, _) => (colors.accent_soft, Stroke::new(2.0, colors.accent)),
        (false, true) => (colors.raised, Stroke::new(1.0, colors.border)),
        (false, false) => (colors.surface, Stroke::new(1.0, colors.border)),
    };
    paint::panel(painter, rect, RADIUS_LARGE, fill, outline);
    let left = rect.left() + 14.0;
    radio_disc(painter, colors, pos2(left + 8.0, rect.top() + 22.0), chosen);
    let ink = if open { colors.text } else { colors.text_muted };
    let room = rect.right() - 10.0 - (left + 24.0);
    let name = galley(ui, column.name, Font::Strong, ink, Fit::Elide(room));
    paint::text_at(painter, left + 24.0, rect.top() + 22.0, name);
    let (aside, aside_ink) = column.blocked.map_or((column.aside, colors.text_muted), |why| (why, colors.text));
    let aside = galley(ui, aside, Font::Small, aside_ink, Fit::Elide(room));
    paint::text_at(painter, left + 24.0, rect.top() + 42.0, aside);
    path(ui, Rect::from_min_size(pos2(left, rect.top() + 62.0), vec2(rect.width() - 28.0, 46.0)), column.halves);

    let mut top = rect.top() + HEAD;
    for (((label, _), value), height) in column.rows.iter().zip(values).zip(heights) {
        painter.hline(left..=rect.right() - 14.0, top, Stroke::new(1.0, colors.border));
        let label = galley(ui, label, Font::Small, colors.text_muted, Fit::Line);
        paint::text_at(painter, left, top + 15.0, label);
        painter.galley(pos2(left, top + 23.0), Arc::clone(value), colors.text);
        top += height;
    }
    paint::focus_ring(ui, &response, RADIUS_LARGE);
    response.clicked()
}

/// Function, proxy and database with what travels between them.
fn path(ui: &Ui, rect: Rect, halves: [(Icon, &str); 2]) {
    let colors = tokens(ui);
    let y = rect.top() + 12.0;
    let outline = Stroke::new(1.0, colors.border_control);
    let xs = [rect.left() + 12.0, rect.center().x, rect.right() - 12.0];
    let icons = [Icon::SquareFunction, Icon::Proxy, Icon::Database];
    for (pair, (icon, words)) in xs.windows(2).zip(halves) {
        let [from, to] = pair else { continue };
        let middle = f32::midpoint(*from, *to);
        ui.painter().hline(from + 13.0..=middle - 11.0, y, outline);
        ui.painter().hline(middle + 11.0..=to - 13.0, y, outline);
        paint::icon(ui.painter(), icon, pos2(middle, y), 16.0, colors.text);
        let words = galley(ui, words, Font::Small, colors.text, Fit::Line);
        // In its own half, however long it is.
        let half = words.size().x / 2.0 + 3.0;
        let center = rect.center().x;
        let x = if middle < center { middle.min(center - half) } else { middle.max(center + half) };
        paint::text_centered(ui.painter(), pos2(x, y + 26.0), words);
    }
    for (x, icon) in xs.into_iter().zip(icons) {
        node(ui, pos2(x, y), 24.0, colors.surface, outline, icon);
    }
}
