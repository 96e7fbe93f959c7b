//! How far a run is, and where a waiting step stands against the usual time.

use eframe::egui::{Color32, CornerRadius, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::gui::live;
use crate::gui::paint;
use crate::gui::rich::{Fit, Rich, galley, spoken};
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::Sign;
use crate::text::t;

/// A bar of one part for each step, with "6 of 11 done" at its right. `steps` are in order;
/// [`Sign::Done`] fills, [`Sign::Failed`] fills red, anything else leaves the track.
pub fn progress(ui: &mut Ui, steps: &[Sign], words: &str, aside: &str) {
    let colors = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::hover());
    response.widget_info(|| {
        WidgetInfo::labeled(Role::ProgressIndicator, true, format!("{} {}", spoken(words), spoken(aside)))
    });
    live::announce(&response);
    let label = Rich::new()
        .add(words, Font::Strong, colors.text)
        .add(" ", Font::Body, colors.text)
        .add(aside, Font::Body, colors.text_muted)
        .galley(ui, Fit::Line);
    let right = paint::text_to(ui.painter(), rect.right(), rect.center().y, label) - 16.0;
    let bar = Rect::from_min_max(pos2(rect.left(), rect.center().y - 4.0), pos2(right, rect.center().y + 4.0));
    ui.painter().rect_filled(bar, 4.0, colors.raised);
    #[expect(clippy::cast_precision_loss, reason = "a count of steps")]
    let width = bar.width() / steps.len().max(1) as f32;
    let ink = |sign: Sign| match sign {
        Sign::Done | Sign::Restored => Some(colors.accent),
        Sign::Failed => Some(colors.error),
        _ => None,
    };
    let mut from = 0;
    // Steps of one colour make one piece; the bar's round ends belong to the first and last step.
    while let Some(sign) = steps.get(from) {
        let same = steps.iter().skip(from).take_while(|step| ink(**step) == ink(*sign)).count();
        if let Some(color) = ink(*sign) {
            segment(ui, bar, width, from, same, steps.len(), color);
        }
        from += same;
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of steps")]
fn segment(ui: &Ui, bar: Rect, width: f32, from: usize, count: usize, all: usize, color: Color32) {
    let gap = if from == 0 { 0.0 } else { 2.0 };
    let left = bar.left() + width * from as f32 + gap;
    let right = bar.left() + width * (from + count) as f32;
    let radius = CornerRadius {
        nw: if from == 0 { 4 } else { 0 },
        sw: if from == 0 { 4 } else { 0 },
        ne: if from + count == all { 4 } else { 0 },
        se: if from + count == all { 4 } else { 0 },
    };
    ui.painter().rect_filled(Rect::from_x_y_ranges(left..=right, bar.y_range()), radius, color);
}

/// Where a waiting step stands: seconds so far, and the seconds between which it usually ends.
pub fn time_scale(ui: &mut Ui, elapsed: f32, usual: (f32, f32)) {
    let colors = tokens(ui);
    let width = ui.available_width().min(440.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 36.0), Sense::hover());
    let so_far = clock(elapsed);
    let (from, to) = (minutes(usual.0), minutes(usual.1));
    response.widget_info(|| {
        WidgetInfo::labeled(Role::ProgressIndicator, true, format!("{so_far}, {}: {from} – {to}", t!("usual-finish")))
    });
    // The scale ends at the usual end, or at now when that is later.
    let whole = usual.1.max(elapsed).max(1.0);
    let at = |seconds: f32| rect.left() + rect.width() * (seconds / whole).clamp(0.0, 1.0);
    let y = rect.top() + 8.0;
    let bar = |left: f32, right: f32| Rect::from_min_max(pos2(left, y - 3.0), pos2(right, y + 3.0));
    let painter = ui.painter();
    painter.rect_filled(bar(rect.left(), rect.right()), 3.0, colors.surface);
    painter.rect_filled(bar(at(usual.0), at(usual.1)), 3.0, colors.accent_border);
    painter.rect_filled(bar(rect.left(), at(elapsed)), 3.0, colors.accent);
    painter.circle_filled(pos2(at(elapsed), y), 5.0, colors.accent);

    let below = rect.top() + 26.0;
    let now = galley(ui, &so_far, Font::Code, colors.accent, Fit::Line);
    let half = now.size().x / 2.0;
    let now_at = at(elapsed).clamp(rect.left() + half, rect.right() - half);
    let (now_left, now_right) = (now_at - half - 8.0, now_at + half + 8.0);
    paint::text_at(painter, now_at - half, below, now);
    // What the moving time would cover is left out: it is said beside the scale too.
    let free = |left: f32, right: f32| right < now_left || left > now_right;
    let from = galley(ui, &from, Font::Code, colors.text_muted, Fit::Line);
    let to = galley(ui, &to, Font::Code, colors.text_muted, Fit::Line);
    let usual_words = galley(ui, t!("usual-finish"), Font::Small, colors.text_muted, Fit::Line);
    let middle = f32::midpoint(at(usual.0), at(usual.1)) - usual_words.size().x / 2.0;
    let to_at = at(usual.1) - to.size().x;
    for (left, words) in [(at(usual.0), from), (middle, usual_words), (to_at, to)] {
        if free(left, left + words.size().x) {
            paint::text_at(painter, left, below, words);
        }
    }
}

/// Seconds as `3:45`.
#[must_use]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "times of a run are small and positive")]
pub fn clock(seconds: f32) -> String {
    let seconds = seconds.max(0.0) as u64;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "times of a run are small and positive")]
fn minutes(seconds: f32) -> String {
    if seconds < 60.0 {
        t!("seconds-short", count = seconds as u64)
    } else {
        t!("minutes-short", count = (seconds / 60.0).round() as u64)
    }
}

#[cfg(test)]
mod tests {
    use super::clock;

    #[test]
    fn a_clock_has_two_digits_of_seconds() {
        assert_eq!(clock(225.4), "3:45");
        assert_eq!(clock(9.9), "0:09");
        assert_eq!(clock(3671.0), "61:11");
    }
}
