//! The rows by hop, then what is not known, then what passed; narrow, the open row in full.

use eframe::egui::{Color32, Frame, Margin, Response, Role, Sense, Ui, WidgetInfo};

use super::model::{Entries, FindingEntry, FindingLine, FindingRow, hop_name};
use super::{FindingWish, FindingsPage, ShownFindings, detail, path, sign};
use crate::domain::finding::Hop;
use crate::gui::icon::Icon;
use crate::gui::rich::{Rich, label, on_hover, spoken};
use crate::gui::theme::{Font, Tokens, tokens};
use crate::gui::widgets::{Badge, Button, ListRow, Sign, Tone, card_frame, copy_button, copy_named};
use crate::rules::{Passage, Waiting, Wants, accepted_words, allowing};
use crate::text::{grouped, labelled, series, t};

const ROW: f32 = 48.0;
const HEAD: f32 = 32.0;

/// Room before the rows: beside the finding the list reaches to the edge of the page.
const fn lead(inline: bool) -> f32 {
    if inline { 0.0 } else { 12.0 }
}

/// Room behind the rows: beside the finding the list has a scroll bar of its own.
const fn tail(inline: bool) -> f32 {
    if inline { 12.0 } else { 20.0 }
}

/// `inline` shows the chosen entry below its row.
pub fn list(
    ui: &mut Ui,
    shown: &ShownFindings<'_>,
    entries: &Entries<'_>,
    look: &mut FindingsPage,
    inline: bool,
) -> Option<FindingWish> {
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
        for (nth, line) in lines.iter().enumerate() {
            match line {
                FindingLine::Hop(hop, passage) => hop_head(ui, *hop, *passage, inline, nth > 0),
                FindingLine::UnknownHead(count) => unknown_head(ui, *count, entries, inline, nth > 0),
                FindingLine::AcceptedHead(count) => accepted_head(ui, *count, inline, nth > 0),
                FindingLine::PassedHead(count, open) => {
                    let head = (Sign::Done, t!("findings-passed-head"));
                    if fold(ui, head, *count, *open, inline, nth > 0).clicked() {
                        look.passed_open = !*open;
                    }
                }
                FindingLine::NotApplicableHead(count, open) => {
                    let head = (Sign::Skipped, t!("findings-not-applicable-head"));
                    if fold(ui, head, *count, *open, inline, nth > 0).clicked() {
                        look.not_applicable_open = !*open;
                    }
                }
                FindingLine::Row(row) => {
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
fn open_row(
    ui: &mut Ui,
    shown: &ShownFindings<'_>,
    entries: &Entries<'_>,
    entry: &FindingEntry<'_>,
    look: &mut FindingsPage,
) -> Option<FindingWish> {
    let ground = tokens(ui).code_bg;
    Frame::NONE
        .fill(ground)
        .inner_margin(Margin { left: 40, right: 14, top: 8, bottom: 14 })
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 8.0;
            let wish = detail::detail(ui, shown, entries, entry, look, true);
            wish.or(detail::foot(ui, shown, entry))
        })
        .inner
}

/// The head of a group, up to its first words.
fn head_row(ui: &mut Ui, sense: Sense, inline: bool, rule: bool) -> (ListRow, Response) {
    let (row, response) = ListRow::new(ui, HEAD, sense);
    row.ground(ui, &response, tokens(ui).bg_chrome);
    if rule {
        row.rule_above(ui);
    }
    (row.inset(lead(inline) + 12.0, tail(inline)), response)
}

/// The hop, and at the right its verdict: the same words as in the picture.
fn hop_head(ui: &mut Ui, hop: Hop, passage: Passage, inline: bool, rule: bool) {
    let colors = tokens(ui);
    let (mut row, response) = head_row(ui, Sense::hover(), inline, rule);
    let verdict = path::verdict(passage);
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, labelled!(hop_name(hop), verdict.word())));
    row.value(ui, Rich::new().add(verdict.word(), Font::Small, verdict.ink(colors)));
    row.value_icon(ui, verdict.icon(), verdict.ink(colors));
    row.title(ui, Rich::new().add(hop_name(hop), Font::SmallStrong, colors.text));
}

/// What is not known, with one policy that would decide all of it.
fn unknown_head(ui: &mut Ui, count: usize, entries: &Entries<'_>, inline: bool, rule: bool) {
    let (mut row, response) = head_row(ui, Sense::hover(), inline, rule);
    let head = t!("findings-unknown-head");
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, labelled!(head, count)));
    let missing = entries.missing();
    if !missing.is_empty() {
        row.trail(ui, "permissions", |ui| {
            copy_button(ui, t!("findings-copy-permissions"), &allowing(&missing).to_json());
        });
    }
    counted(ui, row, head, count);
}

/// What does not count until its day is over.
fn accepted_head(ui: &mut Ui, count: usize, inline: bool, rule: bool) {
    let (row, response) = head_row(ui, Sense::hover(), inline, rule);
    let head = t!("findings-accepted-head");
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, labelled!(head, count)));
    counted(ui, row, head, count);
}

fn counted(ui: &Ui, row: ListRow, head: &str, count: usize) {
    let colors = tokens(ui);
    let title = Rich::new().add(head, Font::SmallStrong, colors.text);
    row.title_then(ui, title, Rich::new().add(&grouped(count), Font::Small, colors.text_muted));
}

/// A group that opens and closes.
fn fold(ui: &mut Ui, (sign, head): (Sign, &str), count: usize, open: bool, inline: bool, rule: bool) -> Response {
    let colors = tokens(ui);
    let (mut row, response) = head_row(ui, Sense::click(), inline, rule);
    response.widget_info(|| WidgetInfo::selected(Role::DisclosureTriangle, true, open, labelled!(head, count)));
    row.small_lead(ui, if open { Icon::ChevronDown } else { Icon::ChevronRight }, colors.text_muted);
    row.small_lead(ui, sign.icon(), sign.ink(colors));
    counted(ui, row, head, count);
    row.focus(ui, &response);
    response
}

const fn sign_of(entry: &FindingEntry<'_>) -> Sign {
    match entry {
        FindingEntry::Found(finding) => sign(finding.severity),
        FindingEntry::Mended(_) => Sign::Done,
        FindingEntry::Unknown(_) | FindingEntry::Waiting(_) => Sign::Unknown,
        FindingEntry::Accepted(_) => Sign::Note,
        FindingEntry::Passed(_) => Sign::Passed,
        FindingEntry::NotApplicable(_) => Sign::Skipped,
    }
}

/// At the end of a row that waits for one answer: the way to give it.
fn answer(ui: &mut Ui, shown: &ShownFindings<'_>, waiting: &Waiting<'_>) -> Option<FindingWish> {
    match (waiting.wants, shown.again) {
        (Wants::Permissions(needs), _) => {
            let name = t!("findings-copy-policy-for", permissions = series(needs));
            copy_named(ui, t!("copy-policy"), &name, &allowing(needs).to_json());
            None
        }
        (Wants::Consent, Some(again)) => {
            let button = Button::secondary(t!("findings-consent")).icon(Icon::Eye).compact().enabled(!again.busy);
            button.show(ui).clicked().then_some(FindingWish::ReadSecrets)
        }
        (Wants::Consent, None) | (Wants::Nothing(_), _) => None,
    }
}

/// One row, and what a button in it asks for.
fn show_row(
    ui: &mut Ui,
    shown: &ShownFindings<'_>,
    row: &FindingRow<'_>,
    entries: &Entries<'_>,
    chosen: bool,
    inline: bool,
) -> (Response, Option<FindingWish>) {
    let colors = tokens(ui);
    let entry = &row.entry;
    let title = entry.title();
    let (line, response) = ListRow::new(ui, ROW, Sense::click());
    let sign = sign_of(entry);
    let state = match entry {
        FindingEntry::Mended(finding) => entries.gone_word(finding),
        _ => sign.word(),
    };
    let role = if inline { Role::DisclosureTriangle } else { Role::ListBoxOption };
    response.widget_info(|| WidgetInfo::selected(role, true, chosen, labelled!(state, spoken(&title))));
    if !ui.is_rect_visible(line.rect()) {
        return (response, None);
    }
    if chosen {
        line.chosen(ui);
    } else {
        line.ground(ui, &response, Color32::TRANSPARENT);
    }
    line.rule_above(ui);
    let mut line = line.inset(lead(inline) + 12.0, tail(inline));
    let wish = match entry {
        FindingEntry::Waiting(waiting) => line.trail(ui, &row.key, |ui| answer(ui, shown, waiting)),
        _ => None,
    };
    let mut line = line.two_lines();
    if row.consequence {
        line.small_lead(ui, Icon::CornerDownRight, colors.text_muted);
    }
    line.lead(ui, sign.icon(), sign.ink(colors));
    line.under(ui, below(colors, entry));
    if let Some(badge) = badge(entry, entries, row.consequence) {
        line.badge(ui, badge);
    }
    let font = if chosen { Font::Strong } else { Font::Body };
    // What nobody saw is no statement, and looks like none.
    let asked = matches!(entry, FindingEntry::Unknown(_) | FindingEntry::Waiting(_) | FindingEntry::NotApplicable(_));
    let ink = if asked { colors.text_muted } else { colors.text };
    let cut = line.title(ui, Rich::new().add(&title, font, ink));
    line.focus(ui, &response);
    (if cut { on_hover(response, &spoken(&title)) } else { response }, wish)
}

/// The line below a title: what is missing, why, or which thing and code.
fn below(colors: &Tokens, entry: &FindingEntry<'_>) -> Rich {
    let small = |words: &str| Rich::new().add(words, Font::Small, colors.text_muted);
    let code = |line: Rich| line.exact(entry.code(), Font::Code, colors.text_muted);
    match entry {
        FindingEntry::Unknown(unknown) if !unknown.needs.is_empty() => {
            let needs = series(unknown.needs.iter().map(|need| format!("`{need}`")));
            small(&t!("findings-needs", needs = needs))
        }
        FindingEntry::Unknown(unknown) => small(&unknown.because),
        FindingEntry::Waiting(waiting) => small(waiting.reasons().first().copied().unwrap_or_default()),
        FindingEntry::Found(finding) | FindingEntry::Mended(finding) => {
            let subject = Rich::new().exact(&finding.subject.id, Font::Code, colors.text_muted);
            code(subject.gap(8.0, Font::Small))
        }
        FindingEntry::Accepted(accepted) => small(&accepted_words(accepted)),
        _ => code(Rich::new()),
    }
}

/// What stands at the end of a row.
fn badge(entry: &FindingEntry<'_>, entries: &Entries<'_>, consequence: bool) -> Option<Badge<'static>> {
    match entry {
        FindingEntry::Mended(_) if consequence => {
            Some(Badge::new(Icon::CornerDownRight, t!("findings-followed"), Tone::Neutral))
        }
        FindingEntry::Mended(finding) => Some(Badge::new(Icon::Check, entries.gone_word(finding), Tone::Ok)),
        FindingEntry::Found(_) if consequence => {
            Some(Badge::new(Icon::CornerDownRight, t!("check-follows"), Tone::Neutral))
        }
        FindingEntry::Found(finding) if entries.verdict().is_cause(&finding.code) => {
            Some(Badge::new(Icon::CircleX, t!("check-cause"), Tone::Error))
        }
        _ => None,
    }
}
