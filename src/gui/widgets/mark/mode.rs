//! Live, read-only or practice: the pill in the header, and the tape over the whole window.

use eframe::egui::{Color32, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::{Fit, galley};
use crate::gui::theme::{Font, tokens};
use crate::text::t;

/// What the window can do to the account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Changes a real account.
    Live,
    /// Only reads a real account.
    ReadOnly,
    /// Works on the embedded account.
    Practice,
}

/// The pill, 24 high. Live is the strongest thing in the header.
pub fn mode_pill(ui: &mut Ui, mode: Mode) -> Response {
    let colors = tokens(ui);
    let (word, icon) = match mode {
        Mode::Live => (t!("mode-live"), Icon::Zap),
        Mode::ReadOnly => (t!("mode-read-only"), Icon::Eye),
        Mode::Practice => (t!("mode-practice"), Icon::FlaskConical),
    };
    let (fill, outline, ink) = match mode {
        Mode::Live => (colors.text, colors.text, colors.bg_chrome),
        Mode::ReadOnly | Mode::Practice => (Color32::TRANSPARENT, colors.border_strong, colors.text),
    };
    let words = galley(ui, word, Font::SmallStrong, ink, Fit::Line);
    let left = if mode == Mode::Practice { 22.0 } else { 8.0 };
    let (rect, response) =
        ui.allocate_exact_size(vec2(left + 18.0 + words.size().x.ceil() + 10.0, 24.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, word));
    let painter = ui.painter();
    paint::panel(painter, rect, 12, fill, Stroke::new(1.0, outline));
    if mode == Mode::Practice {
        hatched_end(ui, rect);
    }
    paint::icon(painter, icon, pos2(rect.left() + left + 6.0, rect.center().y), 12.0, ink);
    paint::text_at(painter, rect.left() + left + 18.0, rect.center().y, words);
    response
}

/// The hatched left end of the practice pill: stripes cut off by its round edge.
fn hatched_end(ui: &Ui, pill: Rect) {
    let colors = tokens(ui);
    let end = pill.with_max_x(pill.left() + 16.0).shrink(1.0);
    let center = pos2(pill.left() + 12.0, pill.center().y);
    let stripe = Stroke::new(2.0, colors.text_muted);
    let mut offset = -end.height();
    while offset < end.width() {
        // Sample the stripe and keep the part inside both the end and the round edge.
        let inside = |step: f32| {
            let point = pos2(end.left() + offset + step, end.bottom() - step);
            let round = point.x >= center.x || point.distance(center) <= 11.0;
            (end.contains(point) && round).then_some(point)
        };
        let points: Vec<_> = (0..=22u8).filter_map(|step| inside(f32::from(step))).collect();
        if let (Some(from), Some(to)) = (points.first(), points.last()) {
            ui.painter().line_segment([*from, *to], stripe);
        }
        offset += 5.0;
    }
    ui.painter().vline(end.right(), pill.top() + 1.0..=pill.bottom() - 1.0, Stroke::new(1.0, colors.border_strong));
}

/// The hatched tape, 4 high, along the top edge of the window in practice.
pub fn practice_tape(ui: &Ui, window: Rect) {
    let colors = tokens(ui);
    let tape = window.with_max_y(window.top() + 4.0);
    ui.painter().rect_filled(tape, 0.0, colors.bg_chrome);
    paint::hatch(ui.painter(), tape, 10.0, Stroke::new(3.0, colors.text_muted));
}

/// The hatched left edge of a card of the practice account.
pub fn practice_edge(ui: &Ui, card: Rect) {
    let colors = tokens(ui);
    let edge = card.with_max_x(card.left() + 8.0).shrink2(vec2(1.0, 2.0));
    paint::hatch(ui.painter(), edge, 7.0, Stroke::new(1.0, colors.text_muted));
    ui.painter().vline(card.left() + 9.0, card.shrink(2.0).y_range(), Stroke::new(1.0, colors.border));
}
