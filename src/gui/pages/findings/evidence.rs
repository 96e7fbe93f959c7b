//! What was seen, as a small table: the thing at fault over its facts, what is missing marked.

use eframe::egui::{Galley, Margin, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};
use std::sync::Arc;

use crate::domain::finding::Finding;
use crate::gui::icon::Icon;
use crate::gui::rich::{Fit, Rich, galley};
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Badge, Tone, card_frame};
use crate::rules::subject_word;
use crate::text::t;

const SIDE: f32 = 12.0;
/// Between two columns.
const GAP: f32 = 16.0;
/// Of the width, for all columns but the last.
const MOST: f32 = 0.55;

/// The table of a finding's evidence.
pub fn evidence(ui: &mut Ui, finding: &Finding) {
    let (head, facts) = head(finding);
    card_frame(ui).inner_margin(Margin::same(1)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        subject(ui, subject_word(&finding.subject), head);
        let rows: Vec<FactRow<'_>> = facts.iter().map(|fact| FactRow::from_fact(fact)).collect();
        for part in rows.chunk_by(|a, b| a.cells.len() == b.cells.len()) {
            let columns = columns(ui, part);
            part.iter().for_each(|row| show(ui, row, &columns));
        }
    });
}

/// The line that names the subject in full, where the evidence begins with one, and the rest.
fn head(finding: &Finding) -> (&str, &[String]) {
    let id = finding.subject.id.as_str();
    match finding.evidence.split_first() {
        Some((first, rest)) if first.starts_with(id) && FactRow::from_fact(first).cells.len() == 1 => (first, rest),
        _ => (id, &finding.evidence),
    }
}

fn subject(ui: &mut Ui, kind: &str, words: &str) {
    let colors = tokens(ui);
    eframe::egui::Frame::NONE.inner_margin(Margin::symmetric(11, 6)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        Rich::new()
            .add(kind, Font::Small, colors.text_muted)
            .gap(8.0, Font::Code)
            .exact(words, Font::Code, colors.text)
            .show(ui);
    });
}

/// One fact in its parts.
#[derive(Debug, PartialEq, Eq)]
struct FactRow<'a> {
    fact: &'a str,
    cells: Vec<&'a str>,
    missing: bool,
}

impl<'a> FactRow<'a> {
    fn from_fact(fact: &'a str) -> Self {
        let bare = fact.strip_prefix(t!("evidence-missing")).map(str::trim_start);
        let cells = cells(bare.unwrap_or(fact));
        Self { fact, cells, missing: bare.is_some() }
    }
}

/// `tcp 3306 from sg-1 name` is three cells, `what: value` two, a sentence one.
fn cells(fact: &str) -> Vec<&str> {
    rule(fact).or_else(|| pair(fact)).unwrap_or_else(|| vec![fact])
}

/// Protocol and port, where from or to, and the name of that.
fn rule(fact: &str) -> Option<Vec<&str>> {
    let before = |word: &str| fact.find(&format!(" {word} "));
    let at = before(t!("evidence-from")).or_else(|| before(t!("evidence-to")))?;
    let (port, peer) = fact.split_at(at);
    let protocol = port.split(' ').next()?;
    if !["tcp", "udp", "icmp", "all"].contains(&protocol) || port.split(' ').count() > 2 {
        return None;
    }
    let peer = peer.trim_start();
    // The preposition belongs to the id.
    let end = peer.match_indices(' ').nth(1).map_or(peer.len(), |(at, _)| at);
    let (id, name) = peer.split_at(end);
    Some(vec![port, id, name.trim_start()])
}

fn pair(fact: &str) -> Option<Vec<&str>> {
    let (what, value) = fact.split_once(": ")?;
    // French sets a space before a colon.
    (what.chars().count() <= 40 && !value.is_empty()).then(|| vec![what.trim_end(), value])
}

/// Where each column begins, from the widest cell of each but the last.
fn columns(ui: &Ui, rows: &[FactRow<'_>]) -> Vec<f32> {
    let count = rows.first().map_or(0, |row| row.cells.len());
    let most = ui.available_width() * MOST;
    let mut starts = vec![0.0];
    for nth in 0..count.saturating_sub(1) {
        let wide = |row: &FactRow<'_>| cell(ui, row, nth, Fit::Line).size().x;
        let widest = rows.iter().map(wide).fold(0.0, f32::max);
        let start: f32 = starts.last().copied().unwrap_or_default();
        starts.push((start + widest + GAP).min(most));
    }
    starts
}

fn cell(ui: &Ui, row: &FactRow<'_>, nth: usize, fit: Fit) -> Arc<Galley> {
    let colors = tokens(ui);
    let text = row.cells.get(nth).copied().unwrap_or_default();
    match (row.cells.len(), nth) {
        (3, 2) => galley(ui, text, Font::Dense, colors.text_muted, fit),
        (3, _) | (2, 1) => Rich::new().exact(text, Font::Code, colors.text).galley(ui, fit),
        (2, _) => galley(ui, text, Font::Small, colors.text_muted, fit),
        _ => galley(ui, text, Font::Dense, colors.text, fit),
    }
}

fn show(ui: &mut Ui, row: &FactRow<'_>, columns: &[f32]) {
    let colors = tokens(ui);
    let badge = row.missing.then(|| Badge::new(Icon::CircleX, t!("findings-missing"), Tone::Error));
    let beside = badge.as_ref().map_or(0.0, |badge| badge.natural_width(ui) + 8.0);
    let width = ui.available_width() - 2.0 * SIDE - beside;
    let shown: Vec<(f32, Arc<Galley>)> = columns
        .iter()
        .enumerate()
        .map(|(nth, start)| {
            let end = columns.get(nth + 1).map_or(width, |next| next - GAP);
            (*start, cell(ui, row, nth, Fit::Wrap((end - start).max(60.0))))
        })
        .collect();
    let height = shown.iter().map(|(_, words)| words.size().y).fold(18.0, f32::max) + 8.0;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, row.fact));
    let painter = ui.painter();
    if row.missing {
        painter.rect_filled(rect, 0.0, colors.error_soft);
    }
    painter.hline(rect.x_range(), rect.top(), (1.0, if row.missing { colors.error_border } else { colors.border }));
    for (start, words) in shown {
        painter.galley(pos2(rect.left() + SIDE + start, rect.top() + 4.0), words, colors.text);
    }
    if let Some(badge) = badge {
        let at = pos2(rect.right() - SIDE - beside + 8.0, rect.top() + 3.0);
        badge.paint(ui, Rect::from_min_size(at, vec2(beside - 8.0, 20.0)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fact_falls_into_its_parts_and_says_when_it_is_missing() {
        for (fact, cells, missing) in [
            ("tcp 3306 from sg-1 orders-api-sg", vec!["tcp 3306", "from sg-1", "orders-api-sg"], false),
            ("missing: tcp 3306 from sg-2 orders-proxy-sg", vec!["tcp 3306", "from sg-2", "orders-proxy-sg"], true),
            ("tcp 443 to 0.0.0.0/0", vec!["tcp 443", "to 0.0.0.0/0", ""], false),
            ("all from sg-1 itself", vec!["all", "from sg-1", "itself"], false),
            ("enableDnsSupport of vpc-1: false", vec!["enableDnsSupport of vpc-1", "false"], false),
            ("missing: Service rds.amazonaws.com", vec!["Service rds.amazonaws.com"], true),
            ("from orders-checkout to orders-proxy", vec!["from orders-checkout to orders-proxy"], false),
            ("92 % of the connections are pinned", vec!["92 % of the connections are pinned"], false),
        ] {
            assert_eq!(FactRow::from_fact(fact), FactRow { fact, cells, missing });
        }
    }
}
