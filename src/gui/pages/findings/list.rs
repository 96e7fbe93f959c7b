//! The rows by hop, then what is not known, then what passed; narrow, the open row in full.

use eframe::egui::{Align, Frame, Layout, Margin, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::model::{Entries, Entry, Line, Row, hop_name};
use super::{Look, Shown, Wish, detail, path, sign};
use crate::domain::finding::Hop;
use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::{Fit, Rich, galley, label, on_hover, spoken};
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Badge, Button, Sign, Tone, card_frame, copy_button, copy_named};
use crate::rules::{Passage, Waiting, Wants, accepted_words, allowing};
use crate::text::{grouped, labelled, series, t};

const ROW: f32 = 48.0;
const HEAD: f32 = 32.0;
/// How far a consequence is in from its cause.
const INDENT: f32 = 20.0;

/// Room before the rows: beside the finding the list reaches to the edge of the page.
const fn lead(inline: bool) -> f32 {
    if inline { 0.0 } else { 12.0 }
}

/// Room behind the rows: beside the finding the list has a scroll bar of its own.
const fn tail(inline: bool) -> f32 {
    if inline { 12.0 } else { 20.0 }
}

/// `inline` shows the chosen entry below its row.
pub fn list(ui: &mut Ui, shown: &Shown<'_>, entries: &Entries<'_>, look: &mut Look, inline: bool) -> Option<Wish> {
    let lines = entries.lines(look);
    if lines.is_empty() {
        ui.add_space(12.0);
        ui.horizontal(|ui| {
            ui.add_space(if inline { 0.0 } else { 24.0 });
            label(ui, t!("check-no-match"), Font::Dense, tokens(ui).text_muted);
        });
        return None;
    }
    let mut wish = None;
    let mut content = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let lead = lead(inline);
        for (nth, line) in lines.iter().enumerate() {
            match line {
                Line::Hop(hop, passage) => hop_head(ui, *hop, *passage, inline, nth > 0),
                Line::UnknownHead(count) => unknown_head(ui, *count, entries, inline, nth > 0),
                Line::AcceptedHead(count) => accepted_head(ui, *count, inline, nth > 0),
                Line::PassedHead(count, open) => {
                    let head = (Sign::Done, t!("findings-passed-head"));
                    if fold(ui, head, *count, *open, lead, nth > 0).clicked() {
                        look.passed_open = !*open;
                    }
                }
                Line::NotApplicableHead(count, open) => {
                    let head = (Sign::Skipped, t!("findings-not-applicable-head"));
                    if fold(ui, head, *count, *open, lead, nth > 0).clicked() {
                        look.not_applicable_open = !*open;
                    }
                }
                Line::Row(row) => {
                    let chosen = look.selected.as_ref() == Some(&row.key);
                    let (response, asked) = show_row(ui, shown, row, entries, chosen, inline);
                    wish = wish.take().or(asked);
                    if chosen && std::mem::take(&mut look.reveal) {
                        response.scroll_to_me(None);
                    }
                    if response.clicked() {
                        look.toggle(&row.key, inline);
                    }
                    if inline && chosen && !look.closed {
                        wish = wish.take().or(open_row(ui, shown, entries, &row.entry, look));
                    }
                }
            }
        }
        wish.take()
    };
    if inline {
        card_frame(ui).inner_margin(1).show(ui, content).inner
    } else {
        let wish = content(ui);
        ui.add_space(16.0);
        wish
    }
}

/// The open entry below its row.
fn open_row(ui: &mut Ui, shown: &Shown<'_>, entries: &Entries<'_>, entry: &Entry<'_>, look: &mut Look) -> Option<Wish> {
    let ground = tokens(ui).code_bg;
    Frame::NONE
        .fill(ground)
        .inner_margin(Margin { left: 38, right: 14, top: 8, bottom: 14 })
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 8.0;
            let wish = detail::detail(ui, shown, entries, entry, look, true);
            wish.or(detail::foot(ui, shown, entry))
        })
        .inner
}

fn head_ground(ui: &mut Ui, sense: Sense, rule: bool) -> (Rect, Response) {
    let colors = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEAD), sense);
    ui.painter().rect_filled(
        rect,
        0.0,
        if response.hovered() && sense.senses_click() { colors.raised } else { colors.bg_chrome },
    );
    if rule {
        ui.painter().hline(rect.x_range(), rect.top(), (1.0, colors.border));
    }
    (rect, response)
}

/// The hop, and at the right its verdict: the same words as in the picture.
fn hop_head(ui: &mut Ui, hop: Hop, passage: Passage, inline: bool, rule: bool) {
    let colors = tokens(ui);
    let (rect, response) = head_ground(ui, Sense::hover(), rule);
    let mark = path::mark(passage);
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, labelled!(hop_name(hop), mark.word())));
    let y = rect.center().y;
    let name = galley(ui, hop_name(hop), Font::SmallStrong, colors.text, Fit::Line);
    paint::text_at(ui.painter(), rect.left() + lead(inline) + 12.0, y, name);
    let word = galley(ui, mark.word(), Font::Small, mark.ink(colors), Fit::Line);
    let left = paint::text_to(ui.painter(), rect.right() - tail(inline), y, word);
    paint::icon(ui.painter(), mark.icon(), pos2(left - 12.0, y), 14.0, mark.ink(colors));
}

/// What is not known, with one policy that would decide all of it.
fn unknown_head(ui: &mut Ui, count: usize, entries: &Entries<'_>, inline: bool, rule: bool) {
    let (rect, response) = head_ground(ui, Sense::hover(), rule);
    let head = t!("findings-unknown-head");
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, labelled!(head, count)));
    counted(ui, rect, rect.left() + lead(inline) + 12.0, head, count);
    let missing = entries.missing();
    if missing.is_empty() {
        return;
    }
    let room =
        Rect::from_min_max(rect.center_top() + vec2(-60.0, 2.0), rect.right_bottom() - vec2(tail(inline) - 4.0, 2.0));
    let mut corner = ui.new_child(UiBuilder::new().max_rect(room).layout(Layout::right_to_left(Align::Center)));
    copy_button(&mut corner, t!("findings-copy-permissions"), &allowing(&missing).to_json());
}

/// What does not count until its day is over.
fn accepted_head(ui: &mut Ui, count: usize, inline: bool, rule: bool) {
    let (rect, response) = head_ground(ui, Sense::hover(), rule);
    let head = t!("findings-accepted-head");
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, labelled!(head, count)));
    counted(ui, rect, rect.left() + lead(inline) + 12.0, head, count);
}

fn counted(ui: &Ui, rect: Rect, left: f32, head: &str, count: usize) {
    let colors = tokens(ui);
    let words = Rich::new()
        .add(head, Font::SmallStrong, colors.text)
        .gap(8.0, Font::Small)
        .add(&grouped(count), Font::Small, colors.text_muted)
        .galley(ui, Fit::Line);
    paint::text_at(ui.painter(), left, rect.center().y, words);
}

/// A group that opens and closes.
fn fold(ui: &mut Ui, (sign, head): (Sign, &str), count: usize, open: bool, lead: f32, rule: bool) -> Response {
    let colors = tokens(ui);
    let (rect, response) = head_ground(ui, Sense::click(), rule);
    response.widget_info(|| WidgetInfo::selected(Role::DisclosureTriangle, true, open, labelled!(head, count)));
    let y = rect.center().y;
    let chevron = if open { Icon::ChevronDown } else { Icon::ChevronRight };
    paint::icon(ui.painter(), chevron, pos2(rect.left() + lead + 18.0, y), 14.0, colors.text_muted);
    paint::icon(ui.painter(), sign.icon(), pos2(rect.left() + lead + 38.0, y), 14.0, sign.ink(colors));
    counted(ui, rect, rect.left() + lead + 52.0, head, count);
    paint::focus_ring(ui, &response.clone().with_new_rect(rect.shrink(3.0)), 4);
    response
}

const fn sign_of(entry: &Entry<'_>) -> Sign {
    match entry {
        Entry::Found(finding) => sign(finding.severity),
        Entry::Mended(_) => Sign::Done,
        Entry::Unknown(_) | Entry::Waiting(_) => Sign::Unknown,
        Entry::Accepted(_) => Sign::Note,
        Entry::Passed(_) => Sign::Passed,
        Entry::NotApplicable(_) => Sign::Skipped,
    }
}

/// At the end of a row that waits for one answer: the way to give it. Where the button begins.
fn answer(ui: &mut Ui, shown: &Shown<'_>, waiting: &Waiting<'_>, room: Rect) -> (f32, Option<Wish>) {
    let mut corner = ui.new_child(UiBuilder::new().max_rect(room).layout(Layout::right_to_left(Align::Center)));
    let mut wish = None;
    match (waiting.wants, shown.again) {
        (Wants::Permissions(needs), _) => {
            let name = t!("findings-copy-policy-for", permissions = series(needs));
            copy_named(&mut corner, t!("copy-policy"), &name, &allowing(needs).to_json());
        }
        (Wants::Consent, Some(again)) => {
            let button = Button::secondary(t!("findings-consent")).icon(Icon::Eye).compact().enabled(!again.busy);
            wish = button.show(&mut corner).clicked().then_some(Wish::ReadSecrets);
        }
        (Wants::Consent, None) | (Wants::Nothing(_), _) => return (room.right(), None),
    }
    (corner.min_rect().left() - 8.0, wish)
}

/// One row, and what a button in it asks for.
fn show_row(
    ui: &mut Ui,
    shown: &Shown<'_>,
    row: &Row<'_>,
    entries: &Entries<'_>,
    chosen: bool,
    inline: bool,
) -> (Response, Option<Wish>) {
    let colors = tokens(ui);
    let entry = &row.entry;
    let title = entry.title();
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let sign = sign_of(entry);
    let state = match entry {
        Entry::Mended(finding) => entries.gone_word(finding),
        _ => sign.word(),
    };
    let role = if inline { Role::DisclosureTriangle } else { Role::ListBoxOption };
    response.widget_info(|| WidgetInfo::selected(role, true, chosen, labelled!(state, spoken(&title))));
    if !ui.is_rect_visible(rect) {
        return (response, None);
    }
    let painter = ui.painter();
    if chosen {
        painter.rect_filled(rect, 0.0, colors.accent_soft);
        painter.rect_filled(rect.with_max_x(rect.left() + 3.0), 0.0, colors.accent);
    } else if response.hovered() {
        painter.rect_filled(rect, 0.0, colors.raised);
    }
    painter.hline(rect.x_range(), rect.top(), (1.0, colors.border));
    let end = rect.right() - tail(inline);
    let (end, wish) = match entry {
        Entry::Waiting(waiting) => answer(ui, shown, waiting, rect.with_max_x(end)),
        _ => (end, None),
    };
    let painter = ui.painter();
    let upper = rect.top() + 16.0;
    let mut left = rect.left() + lead(inline) + 20.0;
    if row.consequence {
        paint::icon(painter, Icon::CornerDownRight, pos2(left, upper), 14.0, colors.text_muted);
        left += INDENT;
    }
    paint::icon(painter, sign.icon(), pos2(left, upper), 16.0, sign.ink(colors));
    left += 18.0;
    let mut right = end;
    if let Some(badge) = badge(entry, entries, row.consequence) {
        let width = badge.natural_width(ui);
        badge.paint(ui, Rect::from_min_size(pos2(right - width, upper - 10.0), vec2(width, 20.0)));
        right -= width + 8.0;
    }
    let font = if chosen { Font::Strong } else { Font::Body };
    // What nobody saw is no statement, and looks like none.
    let asked = matches!(entry, Entry::Unknown(_) | Entry::Waiting(_) | Entry::NotApplicable(_));
    let ink = if asked { colors.text_muted } else { colors.text };
    let words = galley(ui, &title, font, ink, Fit::Elide((right - left).max(60.0)));
    let cut = words.elided;
    paint::text_at(painter, left, upper, words);
    let under = Fit::Elide(end - left);
    let below = match entry {
        Entry::Unknown(unknown) if !unknown.needs.is_empty() => {
            let needs = series(unknown.needs.iter().map(|need| format!("`{need}`")));
            galley(ui, &t!("findings-needs", needs = needs), Font::Small, colors.text_muted, under)
        }
        Entry::Unknown(unknown) => galley(ui, &unknown.because, Font::Small, colors.text_muted, under),
        Entry::Waiting(waiting) => {
            let reason = waiting.reasons().first().copied().unwrap_or_default();
            galley(ui, reason, Font::Small, colors.text_muted, under)
        }
        Entry::Found(finding) | Entry::Mended(finding) => Rich::new()
            .exact(&finding.subject.id, Font::Code, colors.text_muted)
            .gap(8.0, Font::Small)
            .exact(entry.code(), Font::Code, colors.text_muted)
            .galley(ui, under),
        Entry::Accepted(accepted) => galley(ui, &accepted_words(accepted), Font::Small, colors.text_muted, under),
        _ => Rich::new().exact(entry.code(), Font::Code, colors.text_muted).galley(ui, under),
    };
    paint::text_at(painter, left, rect.top() + 35.0, below);
    paint::focus_ring(ui, &response.clone().with_new_rect(rect.shrink(3.0)), 4);
    (if cut { on_hover(response, &spoken(&title)) } else { response }, wish)
}

/// What stands at the end of a row.
fn badge(entry: &Entry<'_>, entries: &Entries<'_>, consequence: bool) -> Option<Badge<'static>> {
    match entry {
        Entry::Mended(_) if consequence => {
            Some(Badge::new(Icon::CornerDownRight, t!("findings-followed"), Tone::Neutral))
        }
        Entry::Mended(finding) => Some(Badge::new(Icon::Check, entries.gone_word(finding), Tone::Ok)),
        Entry::Found(_) if consequence => Some(Badge::new(Icon::CornerDownRight, t!("check-follows"), Tone::Neutral)),
        Entry::Found(finding) if entries.verdict().is_cause(&finding.code) => {
            Some(Badge::new(Icon::CircleX, t!("check-cause"), Tone::Error))
        }
        _ => None,
    }
}
