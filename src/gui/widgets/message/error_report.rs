//! What went wrong: the cause in words first, then the evidence, then what to do.

use eframe::egui::{Ui, vec2};

use super::Callout;
use crate::gui::widgets::{Fact, Sign, facts};

/// A failure, told in full.
#[derive(Debug, Clone, Copy)]
#[must_use = "call `show`"]
pub struct ErrorReport<'a> {
    /// What was not done.
    pub head: &'a str,
    /// Why, in words.
    pub cause: &'a str,
    /// Operation, Resource, As, AWS said, Next.
    pub evidence: &'a [Fact<'a>],
}

impl ErrorReport<'_> {
    /// Shows it as a callout with up to three compact buttons below.
    pub fn show<R>(self, ui: &mut Ui, buttons: impl FnOnce(&mut Ui) -> R) -> R {
        Callout::new(Sign::Error, self.head, self.cause).show_body(ui, |ui| self.body(ui, buttons))
    }

    /// Evidence and buttons alone, for a failed row that has said head and cause itself.
    pub fn body<R>(self, ui: &mut Ui, buttons: impl FnOnce(&mut Ui) -> R) -> R {
        ui.spacing_mut().item_spacing = vec2(8.0, 5.0);
        facts(ui, self.evidence);
        if !self.evidence.is_empty() {
            ui.add_space(4.0);
        }
        ui.horizontal_wrapped(buttons).inner
    }
}
