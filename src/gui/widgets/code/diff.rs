//! What would change in a text: lines with their number, a sign and a ground. Only the rows in sight
//! are laid out.

use eframe::egui::{Color32, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::gui::paint;
use crate::gui::rich::{Fit, Rich};
use crate::gui::theme::{Font, Tokens, tokens};

const LINE: f32 = 20.0;
const NUMBER: f32 = 34.0;
const SIGN: f32 = 50.0;

/// What happens to a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiffSign {
    Kept,
    Removed,
    Added,
}

/// One row.
#[derive(Debug, Clone, Copy)]
pub enum DiffRow<'a> {
    /// A line with its number.
    Line(DiffSign, usize, &'a str),
    /// Lines between two changes that are not shown.
    Gap,
}

/// Shows the rows in the room there is. `said` is read aloud.
pub fn diff(ui: &mut Ui, rows: &[DiffRow<'_>], said: &str) {
    let room = ui.available_rect_before_wrap();
    let whole = ui.interact(room, ui.unique_id().with("difference"), Sense::hover());
    whole.widget_info(|| WidgetInfo::labeled(Role::Code, true, said));
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut area = ScrollArea::both().id_salt("difference").auto_shrink(false);
    if !ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or_default(whole.id), true)) {
        area = area.vertical_scroll_offset(above(rows));
    }
    area.show_rows(ui, LINE, rows.len(), |ui, range| {
        for row in rows.get(range).unwrap_or_default() {
            draw(ui, *row);
        }
    });
}

/// How far down it begins: a line above the first change.
fn above(rows: &[DiffRow<'_>]) -> f32 {
    let is_change = |row: &DiffRow<'_>| matches!(row, DiffRow::Line(DiffSign::Added | DiffSign::Removed, ..));
    #[expect(clippy::cast_precision_loss, reason = "a few lines stand before a change")]
    let before = rows.iter().position(is_change).unwrap_or_default().saturating_sub(1) as f32;
    before * LINE
}

fn draw(ui: &mut Ui, row: DiffRow<'_>) {
    let colors = tokens(ui);
    let DiffRow::Line(sign, number, text) = row else {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
        let words = Rich::new().exact("…", Font::Code, colors.syn_comment).galley(ui, Fit::Line);
        paint::text_at(ui.painter(), rect.left() + SIGN, rect.center().y, words);
        return;
    };
    let (mark, ink, ground) = look(sign, colors);
    let words = Rich::new().exact(text, Font::Code, colors.text).galley(ui, Fit::Line);
    let width = ui.available_width().max(SIGN + 30.0 + words.size().x);
    let (rect, _) = ui.allocate_exact_size(vec2(width, LINE), Sense::hover());
    let line = Rect::from_x_y_ranges(ui.clip_rect().x_range(), rect.y_range());
    ui.painter().rect_filled(line, 0.0, ground);
    let y = rect.center().y;
    let number = Rich::new().exact(&number.to_string(), Font::Code, colors.syn_comment).galley(ui, Fit::Line);
    ui.painter().galley(
        pos2(rect.left() + NUMBER - number.size().x, y - number.size().y / 2.0),
        number,
        colors.syn_comment,
    );
    let mark = Rich::new().exact(mark, Font::Code, ink).galley(ui, Fit::Line);
    paint::text_at(ui.painter(), rect.left() + SIGN - 8.0, y, mark);
    paint::text_at(ui.painter(), rect.left() + SIGN + 12.0, y, words);
}

/// Sign, ink and ground: the sign says it without the colour.
const fn look(sign: DiffSign, colors: &Tokens) -> (&'static str, Color32, Color32) {
    match sign {
        DiffSign::Kept => (" ", colors.text_muted, Color32::TRANSPARENT),
        DiffSign::Removed => ("-", colors.error, colors.error_soft),
        DiffSign::Added => ("+", colors.accent, colors.accent_soft),
    }
}
