//! Figures in one card, side by side: what each is, how much, and what it means.

use eframe::egui::{Frame, Margin, Stroke, Ui, vec2};

use crate::gui::rich::label;
use crate::gui::theme::{Font, tokens};

use crate::gui::widgets::card_frame;

/// A figure with its name above and its meaning below.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureTile {
    pub name: &'static str,
    pub figure: String,
    pub note: String,
    pub wrong: bool,
}

/// Width below which a figure has no room.
const NARROW: f32 = 118.0;
/// Margin of a tile, left and right.
const PAD: f32 = 14.0;

/// Tiles in rows of as many as fit, all rows alike.
pub fn tiles(ui: &mut Ui, tiles: &[FigureTile], in_row: usize) {
    card_frame(ui).inner_margin(Margin::ZERO).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        let in_row = in_row.min(fit(ui.available_width())).max(1);
        #[expect(clippy::cast_precision_loss, reason = "a few")]
        let width = ui.available_width() / in_row as f32;
        for row in tiles.chunks(in_row) {
            ui.horizontal_top(|ui| {
                for (number, tile) in row.iter().enumerate() {
                    let rect = show(ui, tile, width);
                    if number > 0 {
                        let line = Stroke::new(1.0, tokens(ui).border);
                        ui.painter().vline(rect.left(), rect.shrink2(vec2(0.0, 10.0)).y_range(), line);
                    }
                }
            });
        }
    });
}

/// How many stand in a row.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few")]
fn fit(width: f32) -> usize {
    (width / NARROW) as usize
}

fn show(ui: &mut Ui, tile: &FigureTile, width: f32) -> eframe::egui::Rect {
    let colors = tokens(ui);
    let shown = ui.allocate_ui(vec2(width, 78.0), |ui| {
        Frame::NONE.inner_margin(Margin::symmetric(14, 12)).show(ui, |ui| {
            ui.set_width(width - 2.0 * PAD);
            ui.vertical(|ui| {
                label(ui, tile.name, Font::Small, colors.text_muted);
                let ink = if tile.wrong { colors.error } else { colors.text };
                label(ui, &tile.figure, Font::Figure, ink);
                label(ui, &tile.note, Font::Small, colors.text_muted);
            });
        });
    });
    shown.response.rect
}
