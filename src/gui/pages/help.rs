//! The sheet of keys behind F1 and the question mark.

use eframe::egui::{Align, Context, Frame, Id, Key, Layout, Modal, Modifiers, Stroke, Ui, vec2};

use crate::gui::rich::label;
use crate::gui::theme::{BACKDROP, CONTROL, Font, RADIUS_LARGE, popup_shadow, tokens, tokens_of};
use crate::gui::widgets::{Button, key_cap};
use crate::text::t;

/// Shows the sheet; `false` when it was closed.
pub fn help(context: &Context) -> bool {
    let colors = tokens_of(&context.global_style().visuals);
    let frame = Frame::NONE
        .fill(colors.popup)
        .stroke(Stroke::new(1.0, colors.border_strong))
        .corner_radius(RADIUS_LARGE)
        .shadow(popup_shadow(colors))
        .inner_margin(18);
    let shown = Modal::new(Id::unique("help")).frame(frame).backdrop_color(BACKDROP).show(context, |ui| {
        ui.set_width(420.0 - 36.0);
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        label(ui, t!("help-title"), Font::Heading, tokens(ui).text);
        ui.add_space(4.0);
        keys(ui);
        ui.add_space(8.0);
        label(ui, t!("help-text"), Font::Dense, tokens(ui).text_muted);
        ui.add_space(4.0);
        let line = vec2(ui.available_width(), CONTROL);
        let foot = ui.allocate_ui_with_layout(line, Layout::right_to_left(Align::Center), |ui| {
            Button::primary(t!("help-close")).show(ui).clicked()
        });
        // F1 closes what it opened.
        foot.inner || ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F1))
    });
    !(shown.inner || shown.should_close())
}

/// All keys, a row each.
pub fn keys(ui: &mut Ui) {
    for (keys, does) in rows() {
        row(ui, keys, does);
    }
}

fn rows() -> [(&'static str, &'static str); 11] {
    [
        (t!("help-key-primary"), t!("help-primary")),
        (t!("help-key-back"), t!("help-back")),
        (t!("help-key-find"), t!("help-find")),
        (t!("help-key-list"), t!("help-list")),
        (t!("help-key-read"), t!("help-read")),
        (t!("help-key-tab"), t!("help-tab")),
        (t!("help-key-close"), t!("help-closes")),
        (t!("help-key-zoom"), t!("help-zoom")),
        (t!("help-key-palette"), t!("help-palette")),
        (t!("help-key-settings"), t!("settings-title")),
        (t!("help-key-help"), t!("help-help")),
    ]
}

/// The keys at the left, on raised ground, and what they do.
fn row(ui: &mut Ui, keys: &str, does: &str) {
    let colors = tokens(ui);
    ui.horizontal(|ui| {
        key_cap(ui, keys, 120.0);
        label(ui, does, Font::Dense, colors.text);
    });
}
