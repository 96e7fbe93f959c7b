//! The question before something that cannot be taken back. What destroys asks for the name.

use eframe::egui::{Align, Context, Frame, Id, Key, Layout, Modal, Stroke, Ui, vec2};

use super::{Button, Input};
use crate::gui::rich::{Rich, label};
use crate::gui::theme::{BACKDROP, CONTROL, Font, RADIUS_LARGE, popup_shadow, tokens};
use crate::text::t;

/// A question.
#[derive(Debug, Clone, Copy)]
#[must_use = "call `show`"]
pub struct Question<'a> {
    /// The question itself.
    pub head: &'a str,
    /// What happens on yes.
    pub text: &'a str,
    /// Verb and object of yes.
    pub yes: &'a str,
    /// The words of no: "Cancel", "Keep running".
    pub no: &'a str,
    /// Whether yes destroys.
    pub destroys: bool,
    /// The name that must be typed before yes works.
    pub name: Option<&'a str>,
}

impl Question<'_> {
    /// Shows it over the window. `Some(true)` is yes; Esc and a click beside it are no. `typed`
    /// holds what was typed so far.
    pub fn show(self, ctx: &Context, typed: &mut String) -> Option<bool> {
        let id = Id::unique(("question", self.head));
        let colors =
            if ctx.global_style().visuals.dark_mode { &crate::gui::theme::DARK } else { &crate::gui::theme::LIGHT };
        let frame = Frame::NONE
            .fill(colors.popup)
            .stroke(Stroke::new(1.0, colors.border_strong))
            .corner_radius(RADIUS_LARGE)
            .shadow(popup_shadow(colors))
            .inner_margin(18);
        let modal = Modal::new(id).frame(frame).backdrop_color(BACKDROP).show(ctx, |ui| {
            ui.set_width(420.0 - 36.0);
            ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
            let colors = tokens(ui);
            label(ui, self.head, Font::Heading, colors.text);
            label(ui, self.text, Font::Body, colors.text_muted);
            let mut ready = true;
            if let Some(name) = self.name {
                ui.add_space(4.0);
                let asked = t!("modal-type-name", name = name);
                let asked = Rich::new().add(&asked, Font::Strong, colors.text).show(ui);
                let input = Input::new("").labelled_by(asked.id).id(id.with("name"));
                let response = input.show(ui, typed);
                if just_opened(ui, id) {
                    response.request_focus();
                }
                ready = typed == name;
                if ready && response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
                    return Some(true);
                }
            }
            ui.add_space(8.0);
            ui.allocate_ui_with_layout(
                vec2(ui.available_width(), CONTROL),
                Layout::right_to_left(Align::Center),
                |ui| {
                    let yes = if self.destroys { Button::destroy(self.yes) } else { Button::primary(self.yes) };
                    let said_yes = yes.enabled(ready).show(ui).clicked();
                    let said_no = Button::quiet(self.no).show(ui).clicked();
                    (said_yes || said_no).then_some(said_yes)
                },
            )
            .inner
        });
        if modal.should_close() { Some(false) } else { modal.inner }
    }
}

/// Whether the question was not there on the frame before: then the keyboard goes to it.
fn just_opened(ui: &Ui, id: Id) -> bool {
    let now = ui.ctx().cumulative_frame_nr();
    let before = ui.data_mut(|data| data.get_temp_mut_or_default::<Option<u64>>(id).replace(now));
    before.is_none_or(|before| before + 1 < now)
}
