//! Findings by severity, then what could not be decided; a filter over all of them.

use eframe::egui::{Frame, Margin, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::sign;
use crate::domain::finding::Severity;
use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::{Fit, Rich, galley, spoken};
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Badge, Input, Sign, Tone};
use crate::rules::Verdict;
use crate::text::t;

const ROW: f32 = 48.0;

/// One row.
struct Row<'a> {
    sign: Sign,
    title: &'a str,
    code: &'a str,
    badge: Option<Badge<'a>>,
}

pub fn list(ui: &mut Ui, verdict: &Verdict, selected: &mut Option<String>, filter: &mut String) {
    Frame::NONE.inner_margin(Margin { left: 0, right: 12, top: 8, bottom: 8 }).show(ui, |ui| {
        Input::new(t!("check-filter")).icon(Icon::Search).hint(t!("check-filter")).words().show(ui, filter);
    });
    let wanted = filter.to_lowercase();
    let matches = |words: &[&str]| {
        wanted.split_whitespace().all(|word| words.iter().any(|text| text.to_lowercase().contains(word)))
    };
    ScrollArea::vertical().id_salt("findings").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut any = false;
        for (severity, head) in [
            (Severity::Error, t!("check-errors")),
            (Severity::Warning, t!("check-warnings")),
            (Severity::Info, t!("check-notes")),
        ] {
            let found: Vec<_> = verdict
                .findings
                .iter()
                .filter(|finding| finding.severity == severity)
                .filter(|finding| matches(&[&finding.title, &finding.code, &finding.subject.id]))
                .collect();
            if found.is_empty() {
                continue;
            }
            any = true;
            group(ui, head, found.len());
            for finding in found {
                let badge = if verdict.is_cause(&finding.code) {
                    Some(Badge::new(Icon::CircleX, t!("check-cause"), Tone::Error))
                } else if verdict.cause_of(&finding.code).is_some() {
                    Some(Badge::new(Icon::CornerDownRight, t!("check-follows"), Tone::Neutral))
                } else {
                    None
                };
                let row = Row { sign: sign(severity), title: &finding.title, code: &finding.code, badge };
                show(ui, &row, selected);
            }
        }
        let unknown: Vec<_> = verdict
            .unknown
            .iter()
            .filter(|unknown| matches(&[unknown.title, unknown.code, &unknown.because]))
            .collect();
        if !unknown.is_empty() {
            any = true;
            group(ui, t!("check-unknown"), unknown.len());
            for unknown in unknown {
                let row = Row { sign: Sign::Unknown, title: unknown.title, code: unknown.code, badge: None };
                show(ui, &row, selected);
            }
        }
        if !any {
            ui.add_space(12.0);
            crate::gui::rich::label(ui, t!("check-no-match"), Font::Dense, tokens(ui).text_muted);
        }
        ui.add_space(16.0);
    });
}

fn group(ui: &mut Ui, name: &str, count: usize) {
    let colors = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 27.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{name}: {count}")));
    ui.painter().rect_filled(rect, 0.0, colors.bg_chrome);
    ui.painter().hline(rect.x_range(), rect.top(), (1.0, colors.border));
    let words = Rich::new()
        .add(name, Font::SmallStrong, colors.text)
        .gap(8.0, Font::Small)
        .exact(&count.to_string(), Font::Code, colors.text_muted)
        .galley(ui, Fit::Line);
    paint::text_at(ui.painter(), rect.left() + 12.0, rect.center().y, words);
}

fn show(ui: &mut Ui, row: &Row<'_>, selected: &mut Option<String>) {
    let colors = tokens(ui);
    let chosen = selected.as_deref() == Some(row.code);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    response.widget_info(|| {
        let said = format!("{}: {}", row.sign.word(), spoken(row.title));
        WidgetInfo::selected(Role::ListBoxOption, true, chosen, said)
    });
    let painter = ui.painter();
    if chosen {
        painter.rect_filled(rect, 0.0, colors.accent_soft);
        painter.rect_filled(rect.with_max_x(rect.left() + 2.0), 0.0, colors.accent);
    } else if response.hovered() {
        painter.rect_filled(rect, 0.0, colors.raised);
    }
    painter.hline(rect.x_range(), rect.top(), (1.0, colors.border));
    let upper = rect.top() + 16.0;
    paint::icon(painter, row.sign.icon(), pos2(rect.left() + 20.0, upper), 16.0, row.sign.ink(colors));
    let mut right = rect.right() - 12.0;
    if let Some(badge) = row.badge {
        let width = badge.natural_width(ui);
        badge.paint(ui, Rect::from_min_size(pos2(right - width, upper - 10.0), vec2(width, 20.0)));
        right -= width + 8.0;
    }
    let left = rect.left() + 38.0;
    let font = if chosen { Font::Strong } else { Font::Body };
    let title = galley(ui, row.title, font, colors.text, Fit::Elide(right - left));
    let cut = title.elided;
    paint::text_at(painter, left, upper, title);
    let code =
        Rich::new().exact(row.code, Font::Code, colors.text_muted).galley(ui, Fit::Elide(rect.right() - 12.0 - left));
    paint::text_at(painter, left, rect.top() + 35.0, code);
    paint::focus_ring(ui, &response.clone().with_new_rect(rect.shrink(3.0)), 4);
    if response.clicked() {
        *selected = Some(row.code.to_owned());
    }
    if cut {
        response.on_hover_text(spoken(row.title));
    }
}
