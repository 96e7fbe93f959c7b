//! A file over the window: dragged, dropped, or not what could be opened.

use eframe::egui::{Align2, Context, FontId, Id, LayerId, Modal, Order, Stroke, vec2};

use super::failure::failure;
use crate::gui::command::{Command, Commands};
use crate::gui::paint;
use crate::gui::state::State;
use crate::gui::theme::{BACKDROP, Font, RADIUS_LARGE, tokens_of};
use crate::gui::widgets::{Button, popup};
use crate::text::t;

pub fn dialog(context: &Context, state: &mut State, commands: &mut Commands) {
    let (dropped, hovered) = context.input(|input| {
        let dropped = input.raw.dropped_files.first().map(|file| file.path().to_owned());
        (dropped, !input.raw.hovered_files.is_empty())
    });
    if let Some(path) = dropped {
        commands.push(Command::OpenProject(path));
    } else if hovered {
        target(context);
    }
    let Some(report) = &state.project_error else { return };
    let width = (context.content_rect().width() - 48.0).min(560.0) - 36.0;
    let modal = Modal::new(Id::unique("a file that was given")).frame(popup(context)).backdrop_color(BACKDROP);
    let shown = modal.show(context, |ui| {
        ui.set_width(width);
        failure(ui, report, |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let other = Button::secondary(t!("project-choose-other")).compact().show(ui).clicked();
            (Button::quiet(t!("close")).compact().show(ui).clicked(), other)
        })
    });
    let (closed, other) = shown.inner;
    if closed || other || shown.should_close() {
        state.project_error = None;
    }
    if other {
        commands.push(Command::PickProject);
    }
}

/// The whole window takes it.
fn target(context: &Context) {
    let colors = tokens_of(&context.global_style().visuals);
    let painter = context.layer_painter(LayerId::new(Order::Foreground, Id::unique("drop here")));
    let window = context.content_rect();
    painter.rect_filled(window, 0.0, BACKDROP);
    let area = window.shrink(24.0);
    paint::dashed(&painter, area, f32::from(RADIUS_LARGE), Stroke::new(2.0, colors.on_accent));
    let card = eframe::egui::Rect::from_center_size(window.center(), vec2(360.0, 64.0));
    paint::panel(&painter, card, RADIUS_LARGE, colors.popup, Stroke::new(1.0, colors.border_strong));
    let font: FontId = Font::Heading.id();
    painter.text(card.center(), Align2::CENTER_CENTER, t!("project-drop-here"), font, colors.text);
}
