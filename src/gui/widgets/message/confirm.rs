//! The last question before a live account is changed, over the button that raised it.

use eframe::egui::{Align, Align2, Context, Id, Layout, Modal, vec2};

use super::modal::{just_opened, popup};
use crate::gui::icon::Icon;
use crate::gui::rich::{Rich, label};
use crate::gui::theme::{BACKDROP, CONTROL, Font, tokens};
use crate::gui::widgets::{Button, icon_line};

/// Width of the question, without its margins.
const WIDTH: f32 = 312.0 - 36.0;
/// Room for the footer below it, and for the edge of the window beside it.
const CORNER: [f32; 2] = [-16.0, -68.0];

/// A question with the facts that the answer depends on.
#[derive(Debug, Clone, Copy)]
#[must_use = "call `show`"]
pub struct Confirm<'a> {
    /// The question itself, with the name of the account.
    pub head: &'a str,
    /// What happens on yes.
    pub text: &'a str,
    /// Where, at what cost, and the ways back.
    pub facts: &'a [(Icon, &'a str)],
    /// Verb and object of yes.
    pub yes: &'a str,
    /// The words of no.
    pub no: &'a str,
}

impl Confirm<'_> {
    /// Shows it. `Some(true)` is yes; Esc and a click beside it are no.
    pub fn show(self, ctx: &Context) -> Option<bool> {
        let id = Id::unique("confirm");
        let area = Modal::default_area(id).anchor(Align2::RIGHT_BOTTOM, CORNER);
        let modal = Modal::new(id).area(area).frame(popup(ctx)).backdrop_color(BACKDROP).show(ctx, |ui| {
            ui.set_width(WIDTH);
            ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
            let colors = tokens(ui);
            label(ui, self.head, Font::Heading, colors.text);
            Rich::new().add(self.text, Font::Dense, colors.text).show(ui);
            for (icon, fact) in self.facts {
                icon_line(ui, *icon, fact);
            }
            ui.add_space(4.0);
            let row = vec2(ui.available_width(), CONTROL);
            ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
                let yes = Button::primary(self.yes).show(ui);
                if just_opened(ui, id) {
                    yes.request_focus();
                }
                let said_no = Button::quiet(self.no).show(ui).clicked();
                (yes.clicked() || said_no).then_some(yes.clicked())
            })
            .inner
        });
        if modal.should_close() { Some(false) } else { modal.inner }
    }
}
