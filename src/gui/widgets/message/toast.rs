//! Short news in a strip over the footer for four seconds; errors stay until they are closed.
//! Whatever a toast says is also said in the page.

use std::sync::Arc;
use std::time::Duration;

use eframe::egui::accesskit::Live;
use eframe::egui::{Align, Frame, Galley, Layout, Panel, Role, Sense, Stroke, Ui, UiBuilder, vec2};

use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::{Fit, galley};
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Button, Sign};
use crate::text::t;

const SHOWN: f64 = 4.0;

#[derive(Debug, Clone)]
struct Toast {
    key: u64,
    sign: Sign,
    text: String,
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
        self.next += 1;
        self.toasts.push(Toast { key: self.next, sign, text: text.into(), until: None });
    }

    /// Shows them in a strip of their own at the bottom of `ui`, so that they cover nothing.
    pub fn show(&mut self, ui: &mut Ui) {
        let now = ui.input(|input| input.time);
        self.toasts.retain(|toast| toast.until.is_none_or(|until| until > now));
        if self.toasts.is_empty() {
            return;
        }
        let mut closed = None;
        let colors = tokens(ui);
        let room = ui.available_width();
        let height: f32 = self.toasts.iter().map(|toast| height(ui, toast, room)).sum();
        let strip = Frame::NONE.fill(colors.popup);
        let panel = Panel::bottom("toasts").exact_size(height).resizable(false).show_separator_line(false);
        panel.frame(strip).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for toast in &mut self.toasts {
                let stays = toast.sign == Sign::Failed;
                if !stays {
                    let until = *toast.until.get_or_insert(now + SHOWN);
                    ui.ctx().request_repaint_after(Duration::from_secs_f64((until - now).max(0.1)));
                }
                if show_one(ui, toast, room) {
                    closed = Some(toast.key);
                }
            }
        });
        self.toasts.retain(|toast| Some(toast.key) != closed);
    }
}

/// What stands before its words, and behind them.
const AROUND: f32 = 24.0 + 28.0 + 56.0;

fn toast_words(ui: &Ui, toast: &Toast, room: f32) -> Arc<Galley> {
    galley(ui, &toast.text, Font::Body, tokens(ui).text, Fit::Wrap((room - AROUND).max(80.0)))
}

fn height(ui: &Ui, toast: &Toast, room: f32) -> f32 {
    toast_words(ui, toast, room).size().y.max(28.0) + 16.0
}

/// Whether its close button was clicked.
fn show_one(ui: &mut Ui, toast: &Toast, room: f32) -> bool {
    let colors = tokens(ui);
    let words = toast_words(ui, toast, room);
    let (rect, _) = ui.allocate_exact_size(vec2(room, words.size().y.max(28.0) + 16.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, Stroke::new(1.0, colors.border_strong));
    let inside = rect.shrink2(vec2(16.0, 8.0));
    let row = UiBuilder::new().max_rect(inside).layout(Layout::right_to_left(Align::Center));
    let said = row.accessibility_role(Role::Status).accessibility_label(&toast.text);
    ui.scope_builder(said, |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_live(Live::Polite));
        let close = Button::quiet_icon(Icon::X, t!("close")).compact().show(ui).clicked();
        let ink = if toast.sign == Sign::Note { colors.text } else { toast.sign.ink(colors) };
        paint::icon(ui.painter(), toast.sign.icon(), inside.left_center() + vec2(16.0, 0.0), 16.0, ink);
        paint::text_at(ui.painter(), inside.left() + 36.0, inside.center().y, words);
        close
    })
    .inner
}
