//! A row of a run: a step of apply, its state in words, its time; open while it waits or failed.

use eframe::egui::{Color32, Frame, Margin, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::{Fit, galley, on_hover, spoken};
use crate::gui::theme::{Font, Tokens, tokens};
use crate::gui::widgets::{Badge, Code, Language, Sign, code_block, link_to};

const ROW: f32 = 36.0;
/// Room at the right end for a button that the caller places there.
pub const RUN_ROW_END: f32 = 36.0;

/// One step.
#[derive(Debug, Clone, Copy)]
#[must_use = "call `show` or `show_open`"]
pub struct RunRow<'a> {
    /// Where it stands.
    pub sign: Sign,
    /// What it does; names in backticks.
    pub sentence: &'a str,
    /// The state, or what it waits for: "done", "after the proxy".
    pub words: &'a str,
    /// How long it took or has taken so far.
    pub time: &'a str,
}

impl RunRow<'_> {
    /// Shows a step that has no more to say.
    pub fn show(self, ui: &mut Ui, first: bool) {
        let colors = tokens(ui);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
        if !first {
            ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, colors.border));
        }
        self.head(ui, rect, false);
    }

    /// Shows a step that is waited for or failed, with more below its head.
    pub fn show_open<R>(self, ui: &mut Ui, first: bool, body: impl FnOnce(&mut Ui) -> R) -> R {
        let colors = tokens(ui);
        let margin = Margin { left: 40, right: 12, top: 40, bottom: 12 };
        let shown = Frame::NONE.fill(self.ground(colors)).inner_margin(margin).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
            body(ui)
        });
        let rect = shown.response.rect;
        if !first {
            ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, colors.border));
        }
        self.head(ui, Rect::from_min_size(rect.min + vec2(0.0, 4.0), vec2(rect.width(), ROW)), true);
        shown.inner
    }

    const fn ground(self, colors: &Tokens) -> Color32 {
        match self.sign {
            Sign::Failed => colors.error_soft,
            Sign::Warning => colors.warn_soft,
            Sign::Running | Sign::Waiting => colors.accent_soft,
            _ => Color32::TRANSPARENT,
        }
    }

    fn head(self, ui: &mut Ui, rect: Rect, open: bool) {
        let colors = tokens(ui);
        let row = ui.new_child(UiBuilder::new().max_rect(rect));
        let response = row.interact(rect, row.unique_id().with("head"), Sense::hover());
        response.widget_info(|| {
            let said = format!("{}: {}. {} {}", self.sign.word(), spoken(self.sentence), spoken(self.words), self.time);
            WidgetInfo::labeled(Role::ListItem, true, said.trim_end())
        });
        let y = rect.center().y;
        let at = pos2(rect.left() + 20.0, y);
        let ink = self.sign.ink(colors);
        if self.sign == Sign::Running {
            paint::ticking(ui, at, 16.0, ink);
        } else {
            paint::icon(ui.painter(), self.sign.icon(), at, 16.0, ink);
        }
        let painter = ui.painter();
        let time_ink = if open { colors.text } else { colors.text_muted };
        let time = galley(ui, self.time, Font::Code, time_ink, Fit::Line);
        paint::text_to(painter, rect.right() - RUN_ROW_END - 8.0, y, time);
        let (words_font, words_ink) = if open { (Font::Strong, ink) } else { (Font::Small, colors.text_muted) };
        let words = galley(ui, self.words, words_font, words_ink, Fit::Line);
        let right = paint::text_to(painter, rect.right() - RUN_ROW_END - 76.0, y, words) - 12.0;
        let (font, ink) = match self.sign {
            _ if open => (Font::Strong, colors.text),
            Sign::ToDo | Sign::Skipped => (Font::Body, colors.text_muted),
            _ => (Font::Body, colors.text),
        };
        let left = rect.left() + 40.0;
        let sentence = galley(ui, self.sentence, font, ink, Fit::Elide(right - left));
        let cut = sentence.elided;
        paint::text_at(painter, left, y, sentence);
        if cut {
            on_hover(response, &spoken(self.sentence));
        }
    }
}

/// A row of what undo put back or removed: badge, kind, sentence, time.
pub fn done_row(ui: &mut Ui, sign: Sign, icon: Icon, sentence: &str, time: &str, badge: f32, first: bool) {
    let colors = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 33.0), Sense::hover());
    response.widget_info(|| {
        WidgetInfo::labeled(Role::ListItem, true, format!("{}: {} {time}", sign.word(), spoken(sentence)))
    });
    let (painter, y) = (ui.painter(), rect.center().y);
    if !first {
        painter.hline(rect.x_range(), rect.top(), Stroke::new(1.0, colors.border));
    }
    let mark = Rect::from_min_size(pos2(rect.left() + 8.0, y - 10.0), vec2(badge, 20.0));
    Badge::for_sign(sign).width(badge).paint(ui, mark);
    paint::icon(painter, icon, pos2(mark.right() + 18.0, y), 16.0, colors.text_muted);
    let time = galley(ui, time, Font::Code, colors.text_muted, Fit::Line);
    let right = paint::text_to(painter, rect.right() - 12.0, y, time) - 12.0;
    let left = mark.right() + 36.0;
    paint::text_at(painter, left, y, galley(ui, sentence, Font::Body, colors.text, Fit::Elide(right - left)));
}

/// Something that undo left behind: its name, why it is still there, the console, the CLI line.
pub fn leftover_row(ui: &mut Ui, sentence: &str, why: &str, console: Option<&str>, cli: &str, first: bool) {
    let colors = tokens(ui);
    let shown = Frame::NONE.inner_margin(Margin { left: 40, right: 12, top: 12, bottom: 12 }).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.horizontal(|ui| {
            crate::gui::rich::label(ui, sentence, Font::Strong, colors.text);
            if let Some(url) = console {
                link_to(ui, crate::text::t!("console"), Font::Dense, url);
            }
        });
        crate::gui::rich::label(ui, why, Font::Dense, colors.text);
        code_block(ui, Code::new(cli, Language::Shell));
    });
    let rect = shown.response.rect;
    if !first {
        ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, colors.border));
    }
    paint::icon(ui.painter(), Sign::StillThere.icon(), rect.min + vec2(20.0, 22.0), 16.0, colors.warn);
}
