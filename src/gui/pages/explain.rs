//! A rule over the page: what holds where it passes, why it matters, and what cures it. The same words as
//! `explain` prints.

use eframe::egui::{Align, Context, Id, Layout, Modal, ScrollArea, vec2};

use crate::gui::rich::label;
use crate::gui::state::State;
use crate::gui::theme::{BACKDROP, CONTROL, Font, tokens};
use crate::gui::widgets::{Badge, Button, copy_button, link_to, popup};
use crate::text::t;

use super::findings::sign;

const WIDTH: f32 = 560.0;

pub fn dialog(context: &Context, state: &mut State) {
    let Some(rule) = state.explained else { return };
    let room = context.content_rect().size() - vec2(48.0, 160.0);
    let modal = Modal::new(Id::unique("explained rule")).frame(popup(context)).backdrop_color(BACKDROP);
    let shown = modal.show(context, |ui| {
        ui.set_width(WIDTH.min(room.x) - 36.0);
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        let colors = tokens(ui);
        ScrollArea::vertical().max_height(room.y).show(ui, |ui| {
            label(ui, rule.title(), Font::Heading, colors.text);
            ui.horizontal(|ui| {
                Badge::for_sign(sign(rule.severity)).show(ui);
                label(ui, rule.code, Font::Code, colors.text_muted);
            });
            for (head, text) in
                [(t!("explain-holds"), rule.holds()), (t!("explain-why"), rule.why()), (t!("check-fix"), rule.fix())]
            {
                ui.add_space(2.0);
                label(ui, head, Font::Strong, colors.text);
                label(ui, text, Font::Body, colors.text_muted);
            }
            if let Some(url) = rule.source.split_whitespace().find(|word| word.starts_with("https://")) {
                link_to(ui, t!("check-source"), Font::Small, url);
            }
        });
        let line = vec2(ui.available_width(), CONTROL);
        let foot = ui.allocate_ui_with_layout(line, Layout::right_to_left(Align::Center), |ui| {
            let closed = Button::primary(t!("close")).show(ui).clicked();
            copy_button(ui, t!("explain-copy"), &format!("rds-proxy-wizard explain {}", rule.code));
            closed
        });
        foot.inner
    });
    if shown.inner || shown.should_close() {
        state.explained = None;
    }
}
