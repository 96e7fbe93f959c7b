//! The states that something was waited in, on one bar: how long each lasted, the last one in amber.

use eframe::egui::{Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::progress::clock;
use crate::gui::paint;
use crate::gui::rich::{Fit, galley, on_hover};
use crate::gui::theme::{Font, tokens};
use crate::text::{series, t};

/// Below this width a state is named in the tooltip alone.
const NAMED: f32 = 60.0;

/// States in order.
#[derive(Debug, Clone, Copy)]
pub struct Spells<'a> {
    /// AWS's word, the second at which it was first heard, and how often it was.
    pub states: &'a [(&'a str, u64, u32)],
    /// The second at which the waiting ended.
    pub end_secs: u64,
}

/// Shows the bar over the whole width.
#[expect(clippy::cast_precision_loss, reason = "seconds of a run")]
pub fn spells(ui: &mut Ui, shown: &Spells<'_>) {
    let colors = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 46.0), Sense::hover());
    let said: Vec<String> = shown
        .states
        .iter()
        .map(|(state, from, times)| t!("spell", state = *state, from = clock(*from as f32), count = *times))
        .collect();
    let all = series(&said);
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, &all));
    let whole = shown.end_secs.max(1) as f32;
    let at = |secs: u64| rect.left() + rect.width() * (secs as f32 / whole).clamp(0.0, 1.0);
    let (painter, y) = (ui.painter(), rect.top() + 23.0);
    let mut free = rect.left();
    for (nth, (state, from, _)) in shown.states.iter().enumerate() {
        let last = nth + 1 == shown.states.len();
        let end = shown.states.get(nth + 1).map_or(shown.end_secs, |(_, next, _)| *next);
        let from_x = if nth == 0 { rect.left() } else { at(*from) };
        let bar = Rect::from_min_max(pos2(from_x, y - 5.0), pos2((at(end) - 2.0).max(from_x + 2.0), y + 5.0));
        if last {
            painter.rect_filled(bar, 2.0, colors.warn);
        } else {
            painter.rect(bar, 2.0, colors.surface, Stroke::new(1.0, colors.border_control), StrokeKind::Inside);
        }
        let (font, ink) = if last { (Font::SmallStrong, colors.text) } else { (Font::Small, colors.text_muted) };
        if bar.width() >= NAMED {
            let name = galley(ui, state, font, ink, Fit::Elide(bar.width()));
            paint::text_at(painter, bar.left(), rect.top() + 8.0, name);
        }
        let time = galley(ui, &clock(*from as f32), Font::Code, colors.text_muted, Fit::Line);
        if bar.left() >= free {
            free = bar.left() + time.size().x + 8.0;
            paint::text_at(painter, bar.left(), rect.bottom() - 8.0, time);
        }
    }
    let end = galley(ui, &clock(whole), Font::Code, colors.text_muted, Fit::Line);
    if rect.right() - end.size().x >= free {
        paint::text_to(painter, rect.right(), rect.bottom() - 8.0, end);
    }
    on_hover(response, &all);
}
