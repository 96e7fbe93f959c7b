//! Words on screen: a string with `names` in backticks, laid out in one of the fonts.
//!
//! Not here: which words (that is `crate::text`), and where they go (widgets).

use std::borrow::Cow;
use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{Color32, Context, FontId, Galley, Response, Role, Sense, Ui, WidgetInfo, vec2};

use super::paint;
use super::theme::{Font, tokens};
use crate::domain::outside::{lines, one_line};

/// How a text meets the end of its room.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Fit {
    /// One line, as long as it is.
    Line,
    /// As many lines of this width as it takes.
    Wrap(f32),
    /// One line of at most this width, ended by `…`.
    Elide(f32),
    /// Lines of this width, at most so many, the last ended by `…` where there would be more.
    Rows(f32, usize),
}

/// A text being put together from parts of different font and colour; a paragraph, whatever the parts say.
#[derive(Debug, Clone, Default)]
pub struct Rich {
    job: LayoutJob,
}

impl Rich {
    /// An empty text.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds words. What stands in backticks is set in mono.
    #[must_use]
    pub fn add(mut self, text: &str, font: Font, color: Color32) -> Self {
        for (index, part) in one_line(text).split('`').enumerate() {
            let mut format = if index % 2 == 1 { font.mono() } else { font }.format(color);
            // A name must not push the lines of its sentence apart.
            format.line_height = Some(font.line());
            if !part.is_empty() {
                self.job.append(part, 0.0, format);
            }
        }
        self
    }

    /// Adds a name or code as it is: backticks in it are part of it.
    #[must_use]
    pub fn exact(mut self, text: &str, font: Font, color: Color32) -> Self {
        self.job.append(&one_line(text), 0.0, font.format(color));
        self
    }

    /// Leaves this much room before what is added next.
    #[must_use]
    pub fn gap(mut self, width: f32, font: Font) -> Self {
        self.job.append("\u{200B}", width, font.format(Color32::TRANSPARENT));
        self
    }

    /// The text so far.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.job.text
    }

    /// Lays the text out.
    #[must_use]
    pub fn galley(mut self, ui: &Ui, fit: Fit) -> Arc<Galley> {
        self.job = drawable_job(ui.ctx(), self.job);
        self.job.wrap = match fit {
            Fit::Line => TextWrapping::no_max_width(),
            Fit::Wrap(width) => TextWrapping::wrap_at_width(width.max(0.0)),
            Fit::Elide(width) => TextWrapping::truncate_at_width(width.max(0.0)),
            Fit::Rows(width, rows) => TextWrapping { max_rows: rows, ..TextWrapping::wrap_at_width(width.max(0.0)) },
        };
        ui.painter().layout_job(self.job)
    }

    /// Draws the text over the width there is, without a name of its own: a part of what is named as a whole.
    pub fn draw(self, ui: &mut Ui) {
        let galley = self.galley(ui, Fit::Wrap(ui.available_width()));
        let (rect, _) = ui.allocate_exact_size(galley.size(), Sense::hover());
        let fallback = tokens(ui).text;
        ui.painter().galley(rect.min, galley, fallback);
    }

    /// Draws one line, at least `height` high and cut at the end of the room, without a name of its own; whether it
    /// was cut.
    pub fn line(self, ui: &mut Ui, height: f32) -> (Response, bool) {
        let galley = self.galley(ui, Fit::Elide(ui.available_width()));
        let cut = galley.elided;
        let size = vec2(galley.size().x, galley.size().y.max(height));
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        paint::text_at(ui.painter(), rect.left(), rect.center().y, galley);
        (response, cut)
    }

    /// Draws one line as long as it is, `height` high, without a name of its own: where one scrolls sideways.
    pub fn whole_line(self, ui: &mut Ui, height: f32) -> Response {
        let galley = self.galley(ui, Fit::Line);
        let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x.max(1.0), height), Sense::hover());
        let fallback = tokens(ui).text;
        ui.painter().galley(rect.min, galley, fallback);
        response
    }

    /// Shows the text over the width there is, as a label.
    pub fn show(self, ui: &mut Ui) -> Response {
        let said = self.job.text.replace('\u{200B}', " ");
        let galley = self.galley(ui, Fit::Wrap(ui.available_width()));
        let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
        let fallback = tokens(ui).text;
        ui.painter().galley(rect.min, galley, fallback);
        response
    }
}

/// Lays one text out in one font and colour.
#[must_use]
pub fn galley(ui: &Ui, text: &str, font: Font, color: Color32, fit: Fit) -> Arc<Galley> {
    Rich::new().add(text, font, color).galley(ui, fit)
}

/// A label in `font` and `color`, over as many lines as it takes.
pub fn label(ui: &mut Ui, text: &str, font: Font, color: Color32) -> Response {
    Rich::new().add(text, font, color).show(ui)
}

/// Tells more of a thing while the pointer rests on it, in one line or several.
pub fn on_hover(response: Response, text: &str) -> Response {
    let text = drawable(&response.ctx, &lines(text), &Font::Body.id()).into_owned();
    response.on_hover_text(text)
}

/// What no font here can draw, an emoji or a script that is not installed, is shown as its escape:
/// `\u{1f980}` says more than a box does.
pub fn drawable<'a>(ctx: &Context, text: &'a str, font: &FontId) -> Cow<'a, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let missing = |c: char| !c.is_ascii() && c != '\u{200B}' && !ctx.fonts_mut(|fonts| fonts.has_glyph(font, c));
    if !text.contains(missing) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if missing(c) { shown.extend(c.escape_default()) } else { shown.push(c) }
    }
    Cow::Owned(shown)
}

/// The same text in each of its formats.
pub fn drawable_job(ctx: &Context, job: LayoutJob) -> LayoutJob {
    if job.text.is_ascii() {
        return job;
    }
    let mut shown = LayoutJob { text: String::new(), sections: Vec::new(), ..job.clone() };
    for section in &job.sections {
        let part = job.text.get(section.byte_range.start.0..section.byte_range.end.0).unwrap_or_default();
        shown.append(&drawable(ctx, part, &section.format.font_id), section.leading_space, section.format.clone());
    }
    shown
}

/// The words as they are read aloud: without the backticks.
#[must_use]
pub fn spoken(text: &str) -> String {
    text.replace('`', "")
}

/// Cuts the middle out of an id so that it fits `columns`: head and tail tell ids apart.
#[must_use]
pub fn elide_middle(text: &str, columns: usize) -> String {
    let chars: Vec<char> = text.chars().collect();
    if chars.len() <= columns || columns < 3 {
        return text.to_owned();
    }
    let head = (columns - 1).div_ceil(2);
    let tail = columns - 1 - head;
    let mut short: String = chars.iter().take(head).collect();
    short.push('…');
    short.extend(chars.iter().skip(chars.len() - tail));
    short
}

#[cfg(test)]
mod tests {
    use super::elide_middle;

    #[test]
    fn an_id_keeps_its_head_and_its_tail() {
        assert_eq!(elide_middle("prx-0c4e91d27ab35f860", 11), "prx-0…5f860");
        assert_eq!(elide_middle("short", 11), "short");
        assert_eq!(elide_middle("exactly-11c", 11), "exactly-11c");
    }
}
