//! Something the reader should stop at: head, a sentence or two, at most two buttons.

use eframe::egui::{self, Color32, Frame, Margin, Stroke, Ui, vec2};

use crate::gui::live;
use crate::gui::paint;
use crate::gui::rich::label;
use crate::gui::theme::{Font, RADIUS_LARGE, Tokens, tokens};
use crate::gui::widgets::Sign;

/// A box with a verdict's colours: [`Sign::Note`], [`Sign::Passed`], [`Sign::Warning`],
/// [`Sign::Error`] or [`Sign::Unknown`] (dashed).
#[derive(Debug, Clone, Copy)]
#[must_use = "call `show`"]
pub struct Callout<'a> {
    sign: Sign,
    head: &'a str,
    text: &'a str,
}

impl<'a> Callout<'a> {
    /// A callout; `text` may be empty, or have several lines.
    pub const fn new(sign: Sign, head: &'a str, text: &'a str) -> Self {
        Self { sign, head, text }
    }

    /// Shows it without buttons.
    pub fn show(self, ui: &mut Ui) {
        self.show_with(ui, |_| ());
    }

    /// Shows it with buttons at the right of its head.
    pub fn show_with<R>(self, ui: &mut Ui, buttons: impl FnOnce(&mut Ui) -> R) -> R {
        self.frame(ui, |ui| {
            let buttons = ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
                let answer = buttons(ui);
                ui.with_layout(egui::Layout::top_down(egui::Align::Min), |ui| self.said(ui));
                answer
            });
            buttons.inner
        })
    }

    /// Shows it with a body of the caller's below its words.
    pub fn show_body<R>(self, ui: &mut Ui, body: impl FnOnce(&mut Ui) -> R) -> R {
        self.frame(ui, |ui| {
            ui.with_layout(egui::Layout::top_down(egui::Align::Min), |ui| {
                self.said(ui);
                ui.add_space(8.0);
                body(ui)
            })
            .inner
        })
    }

    fn said(self, ui: &mut Ui) {
        let colors = tokens(ui);
        ui.spacing_mut().item_spacing.y = 0.0;
        let head = label(ui, self.head, Font::Strong, colors.text);
        if matches!(self.sign, Sign::Error | Sign::Failed) {
            live::alert(&head);
        }
        for line in self.text.lines() {
            label(ui, line, Font::Dense, colors.text);
        }
    }

    fn frame<R>(self, ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
        let colors = tokens(ui);
        let (fill, outline) = skin(self.sign, colors);
        let dashed = self.sign == Sign::Unknown;
        let stroke = if dashed { Stroke::NONE } else { Stroke::new(1.0, outline) };
        let shown = Frame::NONE
            .fill(fill)
            .stroke(stroke)
            .corner_radius(RADIUS_LARGE)
            .inner_margin(Margin { left: 38, right: 12, top: 10, bottom: 10 })
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                content(ui)
            });
        let rect = shown.response.rect;
        if dashed {
            paint::dashed(ui.painter(), rect, 8.0, Stroke::new(1.0, outline));
        }
        let ink = if matches!(self.sign, Sign::Note | Sign::Unknown) { colors.text } else { self.sign.ink(colors) };
        let icon = if self.sign == Sign::Passed { Sign::Done.icon() } else { self.sign.icon() };
        paint::icon(ui.painter(), icon, rect.min + vec2(21.0, 20.0), 16.0, ink);
        shown.inner
    }
}

const fn skin(sign: Sign, colors: &Tokens) -> (Color32, Color32) {
    match sign {
        Sign::Passed | Sign::Done => (colors.ok_soft, colors.ok_border),
        Sign::Warning | Sign::StillThere => (colors.warn_soft, colors.warn_border),
        Sign::Error | Sign::Failed => (colors.error_soft, colors.error_border),
        Sign::Unknown => (Color32::TRANSPARENT, colors.border_control),
        _ => (colors.surface, colors.border),
    }
}
