//! The question before something that cannot be taken back. What destroys asks for the name.

use eframe::egui::{Align, Context, Frame, Id, Key, Layout, Modal, ModalResponse, Stroke, Ui, vec2};

use crate::gui::rich::{Rich, label};
use crate::gui::theme::{BACKDROP, CONTROL, Font, RADIUS_LARGE, popup_shadow, tokens, tokens_of};
use crate::gui::widgets::{Button, Input};
use crate::text::t;

/// Width of a question, without its margins.
const WIDTH: f32 = 420.0 - 36.0;

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

/// A question with more than one way to say yes.
#[derive(Debug, Clone, Copy)]
#[must_use = "call `show`"]
pub struct Choice<'a, T> {
    /// The question itself.
    pub head: &'a str,
    /// What is so whichever way is taken.
    pub text: &'a str,
    /// The ways, the first of them the usual one.
    pub ways: &'a [Way<'a, T>],
    /// The words of no.
    pub no: &'a str,
}

/// One way to answer a [`Choice`].
#[derive(Debug, Clone, Copy)]
pub struct Way<'a, T> {
    /// What taking it answers.
    pub answer: T,
    /// Verb and object.
    pub words: &'a str,
    /// What happens then.
    pub text: &'a str,
}

impl<T: Copy> Choice<'_, T> {
    /// Shows it over the window. `Some(None)` is no, as are Esc and a click beside it.
    pub fn show(self, ctx: &Context) -> Option<Option<T>> {
        let id = Id::unique(("choice", self.head));
        let modal = over_the_window(ctx, id, self.head, self.text, |ui| {
            let colors = tokens(ui);
            let mut answer = None;
            for (nth, way) in self.ways.iter().enumerate() {
                ui.add_space(4.0);
                let button = if nth == 0 { Button::primary(way.words) } else { Button::secondary(way.words) };
                if button.width(ui.available_width()).show(ui).clicked() {
                    answer = Some(Some(way.answer));
                }
                label(ui, way.text, Font::Small, colors.text_muted);
            }
            ui.add_space(4.0);
            let row = vec2(ui.available_width(), CONTROL);
            ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
                if Button::quiet(self.no).show(ui).clicked() {
                    answer = Some(None);
                }
            });
            answer
        });
        if modal.should_close() { Some(None) } else { modal.inner }
    }
}

impl<'a> Question<'a> {
    /// One that destroys nothing and wants no name typed.
    pub const fn plain(head: &'a str, text: &'a str, yes: &'a str, no: &'a str) -> Self {
        Self { head, text, yes, no, destroys: false, name: None }
    }

    /// Shows a question that wants no name while it is `asked`; true on yes. Any answer takes it away.
    pub fn ask(self, ctx: &Context, asked: &mut bool) -> bool {
        let answer = if *asked { self.show(ctx, &mut String::new()) } else { None };
        *asked &= answer.is_none();
        answer == Some(true)
    }

    /// Shows it over the window. `Some(true)` is yes; Esc and a click beside it are no. `typed`
    /// holds what was typed so far.
    pub fn show(self, ctx: &Context, typed: &mut String) -> Option<bool> {
        let id = Id::unique(("question", self.head));
        let modal = over_the_window(ctx, id, self.head, self.text, |ui| {
            let colors = tokens(ui);
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

/// A question with its head and text, and the ways to answer it below.
fn over_the_window<R>(
    ctx: &Context,
    id: Id,
    head: &str,
    text: &str,
    ways: impl FnOnce(&mut Ui) -> R,
) -> ModalResponse<R> {
    Modal::new(id).frame(popup(ctx)).backdrop_color(BACKDROP).show(ctx, |ui| {
        ui.set_width(WIDTH);
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        let colors = tokens(ui);
        label(ui, head, Font::Heading, colors.text);
        label(ui, text, Font::Body, colors.text_muted);
        ways(ui)
    })
}

/// The frame of what lies over the window.
pub fn popup(ctx: &Context) -> Frame {
    let colors = tokens_of(&ctx.global_style().visuals);
    Frame::NONE
        .fill(colors.popup)
        .stroke(Stroke::new(1.0, colors.border_strong))
        .corner_radius(RADIUS_LARGE)
        .shadow(popup_shadow(colors))
        .inner_margin(18)
}

/// Whether the question was not there on the frame before: then the keyboard goes to it.
pub fn just_opened(ui: &Ui, id: Id) -> bool {
    let now = ui.ctx().cumulative_frame_nr();
    let before = ui.data_mut(|data| data.get_temp_mut_or_default::<Option<u64>>(id).replace(now));
    before.is_none_or(|before| before + 1 < now)
}
