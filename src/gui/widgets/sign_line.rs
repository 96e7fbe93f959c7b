//! A sign and a sentence.

use eframe::egui::{Response, Role, Sense, Ui, WidgetInfo, vec2};

use super::Sign;
use crate::gui::live;
use crate::gui::paint;
use crate::gui::rich::{Fit, galley, spoken};
use crate::gui::theme::{Font, tokens};
use crate::text::labelled;

/// The sign's icon, then the sentence; the sign is spoken with it.
pub fn sign_line(ui: &mut Ui, sign: Sign, text: &str) {
    line(ui, sign, text);
}

/// What is at work, said by a screen reader when it begins and changes; so without numbers that run.
pub fn running_line(ui: &mut Ui, text: &str) {
    live::announce(&line(ui, Sign::Running, text));
}

fn line(ui: &mut Ui, sign: Sign, text: &str) -> Response {
    let colors = tokens(ui);
    let words = galley(ui, text, Font::Dense, colors.text, Fit::Wrap((ui.available_width() - 22.0).max(80.0)));
    let (rect, response) = ui.allocate_exact_size(words.size() + vec2(22.0, 0.0), Sense::hover());
    let label = labelled!(sign.word(), spoken(text));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &label));
    paint::icon(ui.painter(), sign.icon(), rect.min + vec2(7.0, 9.0), 14.0, sign.ink(colors));
    ui.painter().galley(rect.min + vec2(22.0, 0.0), words, colors.text);
    response
}
