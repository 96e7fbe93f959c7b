//! A row of the plan: badge, kind, sentence, call; and what it shows when it is open.

use eframe::egui::{
    CursorIcon, Frame, InnerResponse, Margin, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::{Fit, Rich, elide_middle, galley, on_hover, spoken};
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Badge, Sign};
use crate::text::t;

const ROW: f32 = 33.0;

/// One action.
#[derive(Debug, Clone, Copy)]
#[must_use = "call `show`"]
pub struct PlanRow<'a> {
    /// Its place in the order of the run, and how many steps there are.
    pub number: (usize, usize),
    /// The place of the step that it waits for.
    pub after: Option<usize>,
    /// Create, change, already so or remove.
    pub sign: Sign,
    /// What kind of thing it makes.
    pub icon: Icon,
    /// What it does; names in backticks.
    pub sentence: &'a str,
    /// The API call.
    pub call: &'a str,
    /// How long one waits for it, if one does.
    pub wait: &'a str,
    /// Whether it shows its details.
    pub open: bool,
}

/// What came back from a row.
#[derive(Debug)]
pub struct PlanRowReply {
    /// The row itself: a click asks to open or close it.
    pub row: Response,
    /// The link to the step that it waits for was clicked.
    pub to_step: bool,
}

impl PlanRow<'_> {
    /// Shows the row. `badge` is [`plan_badge_width`](crate::gui::widgets::plan_badge_width); `first` has no
    /// hairline above it.
    pub fn show(self, ui: &mut Ui, badge: f32, first: bool) -> PlanRowReply {
        let colors = tokens(ui);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::DisclosureTriangle, true, self.open, self.said()));
        let painter = ui.painter();
        if self.open {
            painter.rect_filled(rect, 0.0, colors.code_bg);
        } else if response.hovered() {
            painter.rect_filled(rect, 0.0, colors.raised);
        }
        if !first {
            painter.hline(rect.x_range(), rect.top(), Stroke::new(1.0, colors.border));
        }
        let y = rect.center().y;
        let chevron = if self.open { Icon::ChevronDown } else { Icon::ChevronRight };
        paint::icon(painter, chevron, pos2(rect.left() + 16.0, y), 16.0, colors.text_muted);
        let number = galley(ui, &format!("`{}`", self.number.0), Font::Code, colors.text_muted, Fit::Line);
        paint::text_to(painter, rect.left() + 50.0, y, number);
        let start = rect.left() + 60.0;
        Badge::for_sign(self.sign)
            .width(badge)
            .paint(ui, Rect::from_min_size(pos2(start, y - 10.0), vec2(badge, 20.0)));
        paint::icon(painter, self.icon, pos2(start + badge + 18.0, y), 16.0, colors.text_muted);

        let mut right = rect.right() - 11.0;
        if !self.wait.is_empty() {
            let words = galley(ui, self.wait, Font::Code, colors.text_muted, Fit::Line);
            right = paint::text_to(painter, right, y, words) - 18.0;
            paint::icon(painter, Icon::Hourglass, pos2(right + 7.0, y), 12.0, colors.text_muted);
            right -= 12.0;
        }
        let left = start + badge + 36.0;
        let font = if self.open { Font::Strong } else { Font::Body };
        let ink = if self.sign == Sign::AlreadySo { colors.text_muted } else { colors.text };
        let after =
            self.after.map(|step| galley(ui, &t!("after-step", step = step), Font::Dense, colors.accent, Fit::Line));
        let room = right - left - after.as_ref().map_or(0.0, |words| words.size().x + 6.0);
        let sentence = Rich::new().add(self.sentence, font, ink).galley(ui, Fit::Elide(room));
        let cut = sentence.elided;
        let mut end = paint::text_at(painter, left, y, sentence);
        let link = after.map(|words| {
            let at = Rect::from_min_size(pos2(end + 6.0, y - 10.0), vec2(words.size().x, 20.0));
            end = paint::text_at(ui.painter(), at.left(), y, words);
            self.link(ui, &response, at)
        });
        if !self.open {
            self.paint_call(ui, end + 10.0, right, y);
        }
        paint::focus_ring(ui, &response.clone().with_new_rect(rect.shrink(4.0)), 4);
        let row = if cut { on_hover(response, &spoken(self.sentence)) } else { response };
        PlanRowReply { row, to_step: link.is_some_and(|link| link.clicked()) }
    }

    /// The whole row as it is read aloud.
    fn said(self) -> String {
        let (number, of) = self.number;
        let step = t!("step-of", step = number, of = of);
        let mut said = format!("{step}, {}: {}. {}", self.sign.word(), spoken(self.sentence), self.call);
        if let Some(after) = self.after {
            said = format!("{said}, {}", t!("after-step-said", step = after));
        }
        if self.wait.is_empty() { said } else { format!("{said}, {}", self.wait) }
    }

    /// The link to the step that this one waits for, over its painted words.
    fn link(self, ui: &Ui, row: &Response, at: Rect) -> Response {
        let link = ui.interact(at, row.id.with("after"), Sense::click());
        link.widget_info(|| {
            let after = self.after.unwrap_or_default();
            let said = t!("after-step-link", step = self.number.0, after = after);
            WidgetInfo::labeled(Role::Link, ui.is_enabled(), said)
        });
        if link.hovered() {
            ui.painter().hline(at.x_range(), at.bottom() - 2.0, Stroke::new(1.0, tokens(ui).accent));
        }
        paint::focus_ring(ui, &link, 2);
        link.on_hover_cursor(CursorIcon::PointingHand)
    }

    /// The call shrinks by its middle, and below 12 characters it goes.
    fn paint_call(self, ui: &Ui, left: f32, right: f32, y: f32) {
        let advance = ui.fonts_mut(|fonts| fonts.glyph_width(&Font::Code.id(), 'm'));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small count of columns")]
        let columns = ((right - left) / advance).floor().max(0.0) as usize;
        if columns >= 12 {
            let words = Rich::new().exact(&elide_middle(self.call, columns), Font::Code, tokens(ui).text_muted);
            paint::text_to(ui.painter(), right, y, words.galley(ui, Fit::Line));
        }
    }
}

/// The open part below a row, on the code ground.
pub fn plan_details<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let ground = tokens(ui).code_bg;
    Frame::NONE.fill(ground).inner_margin(Margin { left: 32, right: 12, top: 0, bottom: 12 }).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(0.0, 7.0);
        content(ui)
    })
}

/// A line of the open part: the key, and the value beside it, `column` in (72 in English).
pub fn plan_detail<R>(ui: &mut Ui, column: f32, key: &str, value: impl FnOnce(&mut Ui) -> R) -> R {
    let muted = tokens(ui).text_muted;
    ui.horizontal_top(|ui| {
        let words = galley(ui, key, Font::Dense, muted, Fit::Line);
        let (rect, response) = ui.allocate_exact_size(vec2(column, 18.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, key));
        paint::text_at(ui.painter(), rect.left(), rect.center().y, words);
        ui.vertical(value).inner
    })
    .inner
}
