//! Short news at the bottom right for four seconds; errors stay until they are closed.
//! Whatever a toast says is also said in the page.

use std::time::Duration;

use eframe::egui::{Align, Align2, Area, Context, Frame, Id, Layout, Margin, Order, Role, Stroke, Ui, UiBuilder, vec2};

use super::{Button, Sign, link};
use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::label;
use crate::gui::theme::{Font, RADIUS_LARGE, popup_shadow, tokens};
use crate::text::t;

const SHOWN: f64 = 4.0;

#[derive(Debug, Clone)]
struct Toast {
    key: u64,
    sign: Sign,
    text: String,
    action: Option<String>,
    /// When it goes by itself, in the clock of the window; set when it is first shown.
    until: Option<f64>,
}

/// The toasts of a window.
#[derive(Debug, Clone, Default)]
pub struct Toasts {
    toasts: Vec<Toast>,
    next: u64,
}

impl Toasts {
    /// Says something: [`Sign::Done`], [`Sign::Note`] or [`Sign::Failed`], which stays.
    pub fn say(&mut self, sign: Sign, text: impl Into<String>) {
        self.push(sign, text.into(), None);
    }

    /// The same with the words of a link; the answer is the key that [`Self::show`] gives back.
    pub fn offer(&mut self, sign: Sign, text: impl Into<String>, action: impl Into<String>) -> u64 {
        self.push(sign, text.into(), Some(action.into()))
    }

    fn push(&mut self, sign: Sign, text: String, action: Option<String>) -> u64 {
        self.next += 1;
        self.toasts.push(Toast { key: self.next, sign, text, action, until: None });
        self.next
    }

    /// Shows them over the window; the answer is the key of the toast whose link was clicked.
    pub fn show(&mut self, ctx: &Context) -> Option<u64> {
        let now = ctx.input(|input| input.time);
        self.toasts.retain(|toast| toast.until.is_none_or(|until| until > now));
        let mut acted = None;
        let mut closed = None;
        if self.toasts.is_empty() {
            return None;
        }
        let area =
            Area::new(Id::unique("toasts")).anchor(Align2::RIGHT_BOTTOM, vec2(-16.0, -72.0)).order(Order::Tooltip);
        area.show(ctx, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            for toast in &mut self.toasts {
                let stays = toast.sign == Sign::Failed;
                if !stays {
                    let until = *toast.until.get_or_insert(now + SHOWN);
                    ui.ctx().request_repaint_after(Duration::from_secs_f64((until - now).max(0.1)));
                }
                let (clicked, close) = show_one(ui, toast);
                acted = acted.or(clicked.then_some(toast.key));
                closed = closed.or((clicked || close).then_some(toast.key));
            }
        });
        self.toasts.retain(|toast| Some(toast.key) != closed);
        acted
    }
}

/// Whether its link and its close button were clicked.
fn show_one(ui: &mut Ui, toast: &Toast) -> (bool, bool) {
    let colors = tokens(ui);
    Frame::NONE
        .fill(colors.popup)
        .stroke(Stroke::new(1.0, colors.border_strong))
        .corner_radius(RADIUS_LARGE)
        .shadow(popup_shadow(colors))
        .inner_margin(Margin { left: 14, right: 8, top: 8, bottom: 8 })
        .show(ui, |ui| {
            ui.set_width(368.0);
            ui.scope_builder(UiBuilder::new().accessibility_role(Role::Status).accessibility_label(&toast.text), |ui| {
                ui.allocate_ui_with_layout(vec2(368.0, 28.0), Layout::left_to_right(Align::Center), |ui| {
                    let (rect, _) = ui.allocate_exact_size(vec2(16.0, 28.0), eframe::egui::Sense::hover());
                    let ink = if toast.sign == Sign::Note { colors.text } else { toast.sign.ink(colors) };
                    paint::icon(ui.painter(), toast.sign.icon(), rect.center(), 16.0, ink);
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        let close = Button::quiet_icon(Icon::X, t!("close")).compact().show(ui).clicked();
                        let acted = toast.action.as_deref().is_some_and(|words| link(ui, words, Font::Body).clicked());
                        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                            label(ui, &toast.text, Font::Body, colors.text)
                        });
                        (acted, close)
                    })
                    .inner
                })
                .inner
            })
            .inner
        })
        .inner
}
