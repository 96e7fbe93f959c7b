//! How far a setup is, as a path: function, proxy, database. Always beside the words that say the same.

use eframe::egui::{Color32, Rect, Stroke, Ui, pos2};

use crate::apply::{At, Receipt, Standing};
use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::setups::What;
use crate::gui::theme::{Tokens, tokens};
use crate::gui::widgets::node;

pub const WIDTH: f32 = 98.0;

/// Shows it in the middle of `area`, from its left.
pub fn stands(ui: &Ui, area: Rect, what: &What) {
    let colors = tokens(ui);
    let (first, second, there) = match what {
        What::Run(receipt) => of_run(colors, receipt),
        What::Draft(_) | What::Unreadable(_) => (None, None, false),
    };
    let y = area.center().y;
    let xs = [area.left() + 9.0, area.left() + 49.0, area.left() + 89.0];
    let [function, proxy, database] = xs;
    for (from, to, ink) in [(function, proxy, first), (proxy, database, second)] {
        if let Some(ink) = ink {
            ui.painter().hline(from + 11.0..=to - 11.0, y, Stroke::new(1.5, ink));
        }
    }
    let outline = Stroke::new(1.0, colors.border_control);
    node(ui, pos2(function, y), 18.0, colors.surface, outline, Icon::SquareFunction);
    node(ui, pos2(database, y), 18.0, colors.surface, outline, Icon::Database);
    if there {
        node(ui, pos2(proxy, y), 18.0, colors.surface, outline, Icon::Proxy);
    } else {
        let square = Rect::from_center_size(pos2(proxy, y), eframe::egui::Vec2::splat(18.0));
        paint::dashed(ui.painter(), square, 5.0, outline);
        paint::icon(ui.painter(), Icon::Proxy, pos2(proxy, y), 11.0, colors.text_muted);
    }
}

/// The lines before and behind the proxy, and whether the proxy stands.
fn of_run(colors: &Tokens, receipt: &Receipt) -> (Option<Color32>, Option<Color32>, bool) {
    match Standing::count(receipt).at {
        At::Finished | At::NothingToDo => (Some(colors.ok), Some(colors.ok), true),
        At::NotWorking => (Some(colors.ok), Some(colors.warn), true),
        At::Applying | At::Stopped | At::Undoing | At::LeftBehind => (Some(colors.accent), None, false),
        At::Failed => (Some(colors.error), None, false),
        At::NotBegun | At::Undone => (None, None, false),
    }
}
