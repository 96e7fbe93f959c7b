//! Bars that are filled in part: how far a reading is, and what a pool may take of a limit.

use eframe::egui::{Color32, Rect, Response, Sense, Stroke, Ui, pos2, vec2};

use crate::gui::paint;
use crate::gui::theme::{RADIUS_SMALL, tokens};

/// A thin bar of `width`, filled from the left by `share` of it, 0 to 1. Always beside the words that say it.
pub fn share_bar(ui: &mut Ui, width: f32, share: f32) {
    let colors = tokens(ui);
    let (track, _) = ui.allocate_exact_size(vec2(width, 6.0), Sense::hover());
    paint::panel(ui.painter(), track, 3, colors.raised, Stroke::NONE);
    paint::panel(ui.painter(), part(track, share), 3, colors.accent, Stroke::NONE);
}

/// What may be taken of a limit as an outline, and in it what is asked for. The caller names it.
pub fn limit_bar(ui: &mut Ui, may: f32, asked: Option<f32>) -> Response {
    let colors = tokens(ui);
    let (bar, response) = ui.allocate_exact_size(vec2(ui.available_width(), 12.0), Sense::hover());
    let painter = ui.painter();
    paint::panel(painter, bar, RADIUS_SMALL, colors.code_bg, Stroke::new(1.0, colors.border_control));
    if let Some(asked) = asked {
        paint::panel(painter, part(bar, asked), RADIUS_SMALL, colors.accent_fill, Stroke::NONE);
    }
    paint::panel(painter, part(bar, may), RADIUS_SMALL, Color32::TRANSPARENT, Stroke::new(2.0, colors.accent));
    response
}

fn part(bar: Rect, share: f32) -> Rect {
    Rect::from_min_max(bar.min, pos2(bar.left() + bar.width() * share.clamp(0.0, 1.0), bar.bottom()))
}
