//! Code as it is shown: coloured by a small tokenizer, numbered, broken only where it may break.
//!
//! Nothing is elided here: a long value breaks after `:` and `/` and goes on four columns in.

use std::sync::Arc;

use eframe::egui::text::LayoutJob;
use eframe::egui::{Color32, Galley, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::syntax::{Kind, Language, tokens_of};
use crate::gui::rich::{Fit, galley};
use crate::gui::theme::{Font, Tokens, tokens};

const GUTTER: f32 = 30.0;
const LINE: f32 = 18.0;
const INDENT: usize = 4;

/// A piece of code with some of its lines marked.
#[derive(Debug, Clone, Copy)]
#[must_use = "call `show`"]
pub struct Code<'a> {
    text: &'a str,
    language: Language,
    marked: &'a [usize],
    numbers: bool,
}

impl<'a> Code<'a> {
    /// Code in a language.
    pub const fn new(text: &'a str, language: Language) -> Self {
        Self { text, language, marked: &[], numbers: true }
    }

    /// The lines, counted from 1, that the last change made.
    pub const fn marked(mut self, lines: &'a [usize]) -> Self {
        self.marked = lines;
        self
    }

    /// Without line numbers, for a command in a row.
    pub const fn plain(mut self) -> Self {
        self.numbers = false;
        self
    }

    /// The code itself.
    #[must_use]
    pub const fn text(&self) -> &'a str {
        self.text
    }

    /// Shows it over the width there is. Read aloud as one piece of code.
    pub fn show(self, ui: &mut Ui) {
        let width = ui.available_width();
        let gutter = if self.numbers { GUTTER } else { 0.0 };
        let advance = ui.fonts_mut(|fonts| fonts.glyph_width(&Font::Code.id(), 'm'));
        let columns = columns(width - gutter - 10.0, advance);
        let lines: Vec<Vec<String>> = self.text.lines().map(|line| break_line(line, columns)).collect();
        let rows: usize = lines.iter().map(Vec::len).sum();

        #[expect(clippy::cast_precision_loss, reason = "a count of lines")]
        let height = rows as f32 * LINE;
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Code, true, self.text));

        let colors = tokens(ui);
        let mut y = rect.top();
        for (index, rows) in lines.iter().enumerate() {
            let mark = self.marked.contains(&(index + 1));
            for (nth, row) in rows.iter().enumerate() {
                let line = Rect::from_min_size(pos2(rect.left(), y), vec2(width, LINE));
                y += LINE;
                if !ui.is_rect_visible(line) {
                    continue;
                }
                if mark {
                    ui.painter().rect_filled(line, 0.0, colors.accent_soft);
                    ui.painter().rect_filled(line.with_max_x(line.left() + 2.0), 0.0, colors.accent);
                }
                if nth == 0 && self.numbers {
                    let number = galley(ui, &(index + 1).to_string(), Font::Code, colors.syn_comment, Fit::Line);
                    ui.painter().galley(pos2(rect.left() + gutter - 8.0 - number.size().x, line.top()), number, colors.text);
                }
                let indent = if nth == 0 { 0.0 } else { 4.0 * advance };
                let text = coloured(ui, row, self.language, colors);
                ui.painter().galley(pos2(rect.left() + gutter + 2.0 + indent, line.top()), text, colors.text);
            }
        }
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small count of columns")]
fn columns(width: f32, advance: f32) -> usize {
    (width / advance.max(1.0)).floor().max(16.0) as usize
}

/// One row of code in its colours.
fn coloured(ui: &Ui, row: &str, language: Language, colors: &Tokens) -> Arc<Galley> {
    let mut job = LayoutJob::default();
    for (kind, text) in tokens_of(row, language) {
        job.append(text, 0.0, Font::Code.format(ink(kind, colors)));
    }
    ui.painter().layout_job(job)
}

const fn ink(kind: Kind, colors: &Tokens) -> Color32 {
    match kind {
        Kind::Plain => colors.text,
        Kind::Key => colors.syn_key,
        Kind::String => colors.syn_string,
        Kind::Number => colors.syn_number,
        Kind::Keyword => colors.syn_keyword,
        Kind::Call => colors.syn_func,
        Kind::Comment => colors.syn_comment,
    }
}

/// Breaks a line so that no row has more than `columns`; later rows are indented by four columns.
fn break_line(line: &str, columns: usize) -> Vec<String> {
    let mut rows = Vec::new();
    let mut rest: Vec<char> = line.chars().collect();
    let mut room = columns;
    while rest.len() > room {
        let may_break = |at: &usize| rest.get(at - 1).is_some_and(|c| matches!(c, ':' | '/' | ' ' | ','));
        // A break in the leading blanks would leave an empty row.
        let blanks = rest.iter().take_while(|c| **c == ' ').count();
        let at = (blanks + 1..=room).rev().find(may_break).unwrap_or(room);
        let tail = rest.split_off(at);
        rows.push(rest.into_iter().collect::<String>().trim_end().to_owned());
        rest = tail.into_iter().skip_while(|c| *c == ' ').collect();
        room = columns.saturating_sub(INDENT);
    }
    rows.push(rest.into_iter().collect());
    rows
}

#[cfg(test)]
mod tests {
    use super::break_line;

    #[test]
    fn a_long_arn_breaks_after_a_colon_or_a_slash_only() {
        let rows = break_line(r#"  "SecretArn": "arn:aws:secretsmanager:eu-west-1:482177301156:secret:orders/orders_app""#, 46);
        assert_eq!(rows, [
            r#"  "SecretArn": "arn:aws:secretsmanager:"#,
            "eu-west-1:482177301156:secret:orders/",
            r#"orders_app""#,
        ]);
    }

    #[test]
    fn what_cannot_break_is_cut_and_nothing_is_lost() {
        let rows = break_line("abcdefghijklmnopqrstuvwxyz", 10);
        assert_eq!(rows.concat(), "abcdefghijklmnopqrstuvwxyz");
        assert!(rows.iter().all(|row| row.len() <= 10));
    }
}
