//! Small pictures of the path, always beside the words that say the same: what a door leads to, and how far a
//! set-up is.

use eframe::egui::{Color32, Rect, Sense, Stroke, Ui, Vec2, pos2, vec2};

use super::node;
use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::theme::{RADIUS, tokens};

const PARTS: [Icon; 3] = [Icon::SquareFunction, Icon::Proxy, Icon::Database];
/// Width of [`far_path`].
pub const FAR_PATH: f32 = 98.0;

/// Function, proxy, database at 32, with an icon on each way; the proxy stands out where it is to be `made`.
pub fn door_path(ui: &mut Ui, ways: [(Icon, Color32); 2], made: bool) {
    let colors = tokens(ui);
    // The mark of the chosen door stands in the corner.
    let room = (ui.available_width() - 24.0).min(268.0);
    let (rect, _) = ui.allocate_exact_size(vec2(room, 32.0), Sense::hover());
    let step = (room - 32.0) / 2.0;
    let y = rect.center().y;
    let xs = [rect.left() + 16.0, rect.left() + 16.0 + step, rect.left() + 16.0 + step * 2.0];
    for (from, (icon, ink)) in xs.iter().zip(ways) {
        let middle = from + step / 2.0;
        let line = Stroke::new(1.0, ink);
        ui.painter().hline(from + 17.0..=middle - 9.0, y, line);
        ui.painter().hline(middle + 9.0..=from + step - 17.0, y, line);
        paint::icon(ui.painter(), icon, pos2(middle, y), 16.0, ink);
    }
    for (x, icon) in xs.into_iter().zip(PARTS) {
        let (fill, edge, ink) = if made && icon == Icon::Proxy {
            (colors.accent_soft, colors.accent, colors.accent)
        } else {
            (colors.surface, colors.border_control, colors.text)
        };
        let square = Rect::from_center_size(pos2(x, y), Vec2::splat(32.0));
        paint::panel(ui.painter(), square, RADIUS, fill, Stroke::new(1.0, edge));
        paint::icon(ui.painter(), icon, square.center(), 16.0, ink);
    }
}

/// Function, proxy, database at 18 in the middle of `area`, from its left: the ways that stand in their colour, and
/// the proxy dashed until it is `there`.
pub fn far_path(ui: &Ui, area: Rect, ways: [Option<Color32>; 2], there: bool) {
    let colors = tokens(ui);
    let y = area.center().y;
    let xs = [area.left() + 9.0, area.left() + 49.0, area.left() + 89.0];
    for (from, ink) in xs.iter().zip(ways) {
        if let Some(ink) = ink {
            ui.painter().hline(from + 11.0..=from + 29.0, y, Stroke::new(1.5, ink));
        }
    }
    let outline = Stroke::new(1.0, colors.border_control);
    for (x, icon) in xs.into_iter().zip(PARTS) {
        if there || icon != Icon::Proxy {
            node(ui, pos2(x, y), 18.0, colors.surface, outline, icon);
        } else {
            paint::dashed(ui.painter(), Rect::from_center_size(pos2(x, y), Vec2::splat(18.0)), 5.0, outline);
            paint::icon(ui.painter(), icon, pos2(x, y), 11.0, colors.text_muted);
        }
    }
}
