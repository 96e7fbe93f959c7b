//! A choice of a few words side by side.

use eframe::egui::{Color32, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::gui::paint;
use crate::gui::rich::{Fit, galley, spoken};
use crate::gui::theme::{self, CONTROL, Font, tokens};
use crate::text::labelled;

/// Width that [`segmented`] takes for `options`, to leave room for it at the end of a row.
#[must_use]
pub fn segmented_width(ui: &Ui, options: &[&str]) -> f32 {
    let word = |option: &&str| galley(ui, option, Font::Dense, Color32::PLACEHOLDER, Fit::Line).size().x;
    options.iter().map(|option| (word(option) + 20.0).ceil() + 2.0).sum::<f32>() + 2.0
}

/// Shows `options` with the one at `chosen` raised; the answer is the index that was clicked.
/// `name` says what is being chosen.
pub fn segmented(ui: &mut Ui, name: &str, options: &[&str], chosen: usize) -> Option<usize> {
    let colors = tokens(ui);
    #[expect(clippy::cast_precision_loss, reason = "a few words")]
    let most = ((ui.available_width() - 2.0) / options.len().max(1) as f32 - 23.0).max(12.0);
    let fits = segmented_width(ui, options) <= ui.available_width();
    let words: Vec<_> = options
        .iter()
        .enumerate()
        .map(|(index, option)| {
            let ink = if index == chosen { colors.text } else { colors.text_muted };
            galley(ui, option, Font::Dense, ink, if fits { Fit::Line } else { Fit::Elide(most) })
        })
        .collect();
    let inner: f32 = words.iter().map(|galley| (galley.size().x + 20.0).ceil() + 2.0).sum();
    let (track, whole) = ui.allocate_exact_size(vec2(inner + 2.0, CONTROL), Sense::hover());
    paint::panel(ui.painter(), track, theme::RADIUS, colors.raised, Stroke::NONE);

    let mut left = track.left() + 2.0;
    let mut clicked = None;
    for (index, (galley, option)) in words.into_iter().zip(options).enumerate() {
        let width = (galley.size().x + 20.0).ceil();
        let rect = Rect::from_min_size(pos2(left, track.top() + 2.0), vec2(width, CONTROL - 4.0));
        left += width + 2.0;
        let response = ui.interact(rect, whole.id.with(index), Sense::click());
        let selected = index == chosen;
        response.widget_info(|| {
            let label = labelled!(spoken(name), spoken(option));
            WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), selected, label)
        });
        draw(ui, rect, &response, selected);
        paint::text_centered(ui.painter(), rect.center(), galley);
        if response.clicked() {
            clicked = Some(index);
        }
    }
    clicked
}

fn draw(ui: &Ui, rect: Rect, response: &Response, selected: bool) {
    let colors = tokens(ui);
    if selected {
        paint::panel(ui.painter(), rect, 5, colors.surface, Stroke::new(1.0, colors.border_strong));
    } else if response.hovered() {
        paint::panel(ui.painter(), rect, 5, Color32::TRANSPARENT, Stroke::new(1.0, colors.border_strong));
    }
    paint::focus_ring(ui, response, 5);
}
