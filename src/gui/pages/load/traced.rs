//! Where the time of the calls went, by X-Ray: the start, the connection, the queries.

use eframe::egui::{Grid, Ui};

use crate::domain::observed::Part;
use crate::gui::rich::label;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::card;
use crate::load::Traced;
use crate::text::t;
use crate::words::{millis, traced_parts, traced_sentence};

/// The times, or why there are none and how there would be some.
pub fn times(ui: &mut Ui, traced: &Part<Traced>) {
    card(ui, |ui| {
        let colors = tokens(ui);
        label(ui, t!("load-traced-head"), Font::Strong, colors.text);
        label(ui, &traced_sentence(traced), Font::Dense, colors.text_muted);
        let Some(traced) = traced.present().filter(|traced| traced.calls > 0) else { return };
        Grid::new("traced times").num_columns(4).spacing([24.0, 4.0]).show(ui, |ui| {
            for head in ["", t!("load-traced-half"), t!("load-traced-most"), t!("load-traced-calls")] {
                label(ui, head, Font::Small, colors.text_muted);
            }
            ui.end_row();
            for (name, spent) in traced_parts(traced) {
                label(ui, name, Font::Dense, colors.text);
                match spent {
                    Some(spent) => {
                        label(ui, &millis(Some(spent.p50_ms)), Font::Mono, colors.text);
                        label(ui, &millis(Some(spent.p95_ms)), Font::Mono, colors.text);
                        drop(label(ui, &spent.calls.to_string(), Font::Mono, colors.text_muted));
                    }
                    None => drop(label(ui, t!("load-traced-none"), Font::Dense, colors.text_muted)),
                }
                ui.end_row();
            }
        });
    });
}
