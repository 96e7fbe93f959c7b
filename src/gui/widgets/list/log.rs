//! The log of a run: time, call, what came of it. Follows the end until one scrolls up.

use eframe::egui::{Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::gui::paint;
use crate::gui::rich::{Fit, Rich};
use crate::gui::theme::{Font, tokens};

const LINE: f32 = 18.0;
const TIME: f32 = 70.0;

/// How a line is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LogTone {
    /// Nothing special.
    #[default]
    Plain,
    /// Slowed down or tried again.
    Warn,
    /// Failed.
    Error,
}

/// One line.
#[derive(Debug, Clone, Copy)]
pub struct LogLine<'a> {
    /// When, such as `10:42:07`.
    pub at: &'a str,
    /// The API call, or nothing.
    pub call: &'a str,
    /// What came of it.
    pub text: &'a str,
    /// How long it took, said last and muted.
    pub took: &'a str,
    /// How it is marked.
    pub tone: LogTone,
}

/// Shows the lines over the room there is.
pub fn log(ui: &mut Ui, lines: &[LogLine<'_>]) {
    ScrollArea::vertical().id_salt("log").auto_shrink(false).stick_to_bottom(true).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add_space(10.0);
        for line in lines {
            show(ui, line);
        }
        ui.add_space(10.0);
    });
}

fn show(ui: &mut Ui, line: &LogLine<'_>) {
    let colors = tokens(ui);
    let width = ui.available_width();
    let ink = match line.tone {
        LogTone::Plain => colors.text,
        LogTone::Warn => colors.warn,
        LogTone::Error => colors.error,
    };
    let mut words = Rich::new();
    if !line.call.is_empty() {
        words = words.exact(line.call, Font::Code, colors.syn_key).exact(" ", Font::Code, ink);
    }
    words = words.exact(line.text, Font::Code, ink);
    if !line.took.is_empty() {
        words = words.exact(" ", Font::Code, ink).exact(line.took, Font::Code, colors.syn_comment);
    }
    let words = words.galley(ui, Fit::Wrap(width - TIME - 28.0));
    let (rect, response) = ui.allocate_exact_size(vec2(width, words.size().y.max(LINE)), Sense::hover());
    if !ui.is_rect_visible(rect) {
        return;
    }
    response.widget_info(|| {
        let said = [line.at, line.call, line.text, line.took].join(" ");
        WidgetInfo::labeled(Role::Label, true, said)
    });
    if line.tone == LogTone::Error {
        ui.painter().rect_filled(rect, 0.0, colors.error_soft);
        ui.painter().rect_filled(rect.with_max_x(rect.left() + 2.0), 0.0, colors.error);
    }
    let at = Rich::new().exact(line.at, Font::Code, colors.syn_comment).galley(ui, Fit::Line);
    let first = Rect::from_min_size(rect.min, vec2(width, LINE));
    paint::text_at(ui.painter(), rect.left() + 16.0, first.center().y, at);
    ui.painter().galley(pos2(rect.left() + 16.0 + TIME, rect.top()), words, ink);
}
