//! Code as it is shown: coloured by a small tokenizer, numbered, broken only where it may break.
//!
//! Nothing is elided here: a long value breaks after `:` and `/` and goes on four columns in.

use std::ops::Range;
use std::sync::Arc;

use eframe::egui::cache::{ComputerMut, FrameCache};
use eframe::egui::text::LayoutJob;
use eframe::egui::{Color32, Galley, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::syntax::{Language, TokenKind, tokens_of};
use unicode_width::UnicodeWidthChar as _;

use crate::domain::outside::lines;
use crate::gui::rich::{Fit, drawable_job, galley};
use crate::gui::theme::{Font, Tokens, tokens};

const GUTTER: f32 = 30.0;
const LINE: f32 = 18.0;
/// Columns that a row is in when its line began above it.
const INDENT: usize = 4;
const INDENT_COLUMNS: f32 = 4.0;

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
        let broken = ui.memory_mut(|memory| {
            let cache = memory.caches.cache::<FrameCache<Arc<BrokenLine>, Breaker>>();
            Arc::clone(cache.get((self.text, columns)))
        });

        #[expect(clippy::cast_precision_loss, reason = "a count of lines")]
        let height = broken.rows.len() as f32 * LINE;
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Code, true, &*broken.text));

        let colors = tokens(ui);
        let seen = in_sight(rect, ui.clip_rect(), broken.rows.len());
        for (at, row) in broken.rows.iter().enumerate().take(seen.end).skip(seen.start) {
            #[expect(clippy::cast_precision_loss, reason = "a count of lines")]
            let top = rect.top() + at as f32 * LINE;
            let line = Rect::from_min_size(pos2(rect.left(), top), vec2(width, LINE));
            if self.marked.contains(&row.number) {
                ui.painter().rect_filled(line, 0.0, colors.accent_soft);
                ui.painter().rect_filled(line.with_max_x(line.left() + 2.0), 0.0, colors.accent);
            }
            if row.begins && self.numbers {
                let number = galley(ui, &row.number.to_string(), Font::Code, colors.syn_comment, Fit::Line);
                ui.painter().galley(
                    pos2(rect.left() + gutter - 8.0 - number.size().x, line.top()),
                    number,
                    colors.text,
                );
            }
            let indent = if row.begins { 0.0 } else { INDENT_COLUMNS * advance };
            let text = broken.text.get(row.line.clone()).unwrap_or_default();
            let text = coloured(ui, text, &row.part, self.language);
            ui.painter().galley(pos2(rect.left() + gutter + 2.0 + indent, line.top()), text, colors.text);
        }
    }
}

/// A text cut into rows, kept as long as it is shown: a long file is not cut again for each frame.
struct BrokenLine {
    text: String,
    rows: Vec<CodeRow>,
}

/// A row of a line.
struct CodeRow {
    /// Of its line, from 1.
    number: usize,
    /// It is its line's first.
    begins: bool,
    /// Its line in the text, and the row in its line.
    line: Range<usize>,
    part: Range<usize>,
}

/// Cuts a text for so many columns.
#[derive(Default)]
struct Breaker;

impl ComputerMut<(&str, usize), Arc<BrokenLine>> for Breaker {
    fn compute(&mut self, (text, columns): (&str, usize)) -> Arc<BrokenLine> {
        let text = lines(text).into_owned();
        let mut rows = Vec::new();
        let mut at = 0;
        for (index, whole) in text.split_inclusive('\n').enumerate() {
            let line = whole.trim_end_matches('\n');
            rows.extend(break_line(line, columns).into_iter().enumerate().map(|(nth, part)| CodeRow {
                number: index + 1,
                begins: nth == 0,
                line: at..at + line.len(),
                part,
            }));
            at += whole.len();
        }
        Arc::new(BrokenLine { text, rows })
    }
}

/// The rows of `rect` that are in sight.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "counts of lines, cut off at 0")]
fn in_sight(rect: Rect, sight: Rect, count: usize) -> Range<usize> {
    let from = ((sight.top() - rect.top()) / LINE).floor().max(0.0) as usize;
    let to = ((sight.bottom() - rect.top()) / LINE).ceil().max(0.0) as usize;
    from.min(count)..to.min(count)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small count of columns")]
fn columns(width: f32, advance: f32) -> usize {
    (width / advance.max(1.0)).floor().max(16.0) as usize
}

/// One row of a line in its colours: the line is read as a whole, so that a string that goes on
/// over two rows stays a string.
fn coloured(ui: &Ui, line: &str, row: &Range<usize>, language: Language) -> Arc<Galley> {
    let colors = tokens(ui);
    let mut job = LayoutJob::default();
    let mut at = 0;
    for (kind, text) in tokens_of(line, language) {
        let part = row.start.max(at)..row.end.min(at + text.len());
        at += text.len();
        if let Some(part) = line.get(part).filter(|part| !part.is_empty()) {
            job.append(part, 0.0, Font::Code.format(ink(kind, colors)));
        }
    }
    ui.painter().layout_job(drawable_job(ui.ctx(), job))
}

const fn ink(kind: TokenKind, colors: &Tokens) -> Color32 {
    match kind {
        TokenKind::Plain => colors.text,
        TokenKind::Key => colors.syn_key,
        TokenKind::String => colors.syn_string,
        TokenKind::Number => colors.syn_number,
        TokenKind::Keyword => colors.syn_keyword,
        TokenKind::Call => colors.syn_func,
        TokenKind::Comment => colors.syn_comment,
    }
}

/// Cuts a line into rows of at most `columns`, as byte ranges; later rows are indented. Blanks at
/// a cut belong to no row. Japanese and Korean letters take two columns, and a line may break behind each.
fn break_line(line: &str, columns: usize) -> Vec<Range<usize>> {
    let chars: Vec<(usize, char)> = line.char_indices().collect();
    let byte = |index: usize| chars.get(index).map_or(line.len(), |(at, _)| *at);
    let is_blank = |index: usize| chars.get(index).is_some_and(|(_, c)| *c == ' ');
    let wide = |index: usize| chars.get(index).map_or(0, |(_, c)| c.width().unwrap_or_default());
    // The first letter that has no room in a row from here.
    let full = |from: usize, room: usize| {
        let mut taken = 0;
        (from..chars.len()).find(|index| {
            taken += wide(*index);
            taken > room
        })
    };
    let mut rows = Vec::new();
    let (mut from, mut room) = (0, columns);
    while let Some(full) = full(from, room) {
        let full = full.max(from + 1);
        let ends_word = |c: char| matches!(c, ':' | '/' | ' ' | ',');
        let may_break = |end: &usize| chars.get(end - 1).is_some_and(|(_, c)| ends_word(*c) || c.width() == Some(2));
        // A break in the leading blanks would leave an empty row.
        let blanks = (from..chars.len()).take_while(|index| is_blank(*index)).count();
        let end = (from + blanks + 1..=full).rev().find(may_break).unwrap_or(full);
        let shown = (from..end).rev().find(|index| !is_blank(*index)).map_or(end, |index| index + 1);
        rows.push(byte(from)..byte(shown));
        from = (end..chars.len()).find(|index| !is_blank(*index)).unwrap_or(chars.len());
        room = columns.saturating_sub(INDENT).max(1);
    }
    if from < chars.len() || rows.is_empty() {
        rows.push(byte(from)..line.len());
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::break_line;

    fn rows(line: &str, columns: usize) -> Vec<&str> {
        break_line(line, columns).into_iter().filter_map(|row| line.get(row)).collect()
    }

    #[test]
    fn a_long_arn_breaks_after_a_colon_or_a_slash_only() {
        let line = r#"  "SecretArn": "arn:aws:secretsmanager:eu-west-1:482177301156:secret:orders/orders_app""#;
        assert_eq!(
            rows(line, 46),
            [r#"  "SecretArn": "arn:aws:secretsmanager:"#, "eu-west-1:482177301156:secret:orders/", r#"orders_app""#,]
        );
    }

    #[test]
    fn what_cannot_break_is_cut_and_nothing_is_lost() {
        let rows = rows("abcdefghijklmnopqrstuvwxyzé", 10);
        assert_eq!(rows.concat(), "abcdefghijklmnopqrstuvwxyzé");
        assert!(rows.iter().all(|row| row.chars().count() <= 10));
    }

    #[test]
    fn wide_letters_take_two_columns_and_break_anywhere() {
        assert_eq!(rows("-- 認証にIAMを使う", 12), ["-- 認証に", "IAMを使", "う"]);
        assert_eq!(rows("認", 1), ["認"]);
    }

    #[test]
    fn a_short_line_is_one_row_and_an_empty_one_too() {
        assert_eq!(rows("{", 10), ["{"]);
        assert_eq!(rows("", 10), [""]);
    }
}
