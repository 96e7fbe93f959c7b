//! Function, way, proxy, way, database in a row of a table: glyphs on a line, told by shape before colour.

use eframe::egui::{Pos2, Stroke, Ui, pos2};

use super::Verdict;
use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::theme::tokens;

/// From one glyph to the next.
const STEP: f32 = 30.0;

fn place(left: Pos2, nth: u8) -> Pos2 {
    pos2(left.x + 8.0 + STEP * f32::from(nth), left.y)
}

/// What each place of the strips below stands for.
pub fn strip_head(ui: &Ui, left: Pos2) {
    for (nth, icon) in [(0, Icon::SquareFunction), (2, Icon::Proxy), (4, Icon::Database)] {
        paint::icon(ui.painter(), icon, place(left, nth), 14.0, tokens(ui).text_muted);
    }
}

/// The parts and ways of one path; what there is no verdict on is a dash.
pub fn strip(ui: &Ui, left: Pos2, verdicts: [Option<Verdict>; 5]) {
    let colors = tokens(ui);
    for (nth, verdict) in (0_u8..).zip(verdicts) {
        let at = place(left, nth);
        let is_way = nth % 2 == 1;
        if nth < 4 {
            let line = verdicts.get(usize::from(nth) + usize::from(!is_way)).copied().flatten();
            let ink = line.map_or(colors.border_control, |verdict| verdict.ink(colors));
            ui.painter().hline(at.x + 9.0..=at.x + STEP - 9.0, at.y, Stroke::new(1.5, ink));
        }
        match verdict {
            Some(verdict) => {
                let size = if is_way { 13.0 } else { 16.0 };
                paint::icon(ui.painter(), verdict.icon(), at, size, verdict.ink(colors));
            }
            None => drop(ui.painter().hline(at.x - 4.0..=at.x + 4.0, at.y, Stroke::new(1.5, colors.text_muted))),
        }
    }
}
