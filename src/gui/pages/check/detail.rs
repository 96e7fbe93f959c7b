//! One finding in full: what follows from it, what was seen, what cures it, who says so.

use eframe::egui::{Align, Layout, Ui, vec2};

use super::{lines, part_head, sign};
use crate::domain::finding::{Confidence, Finding};
use crate::domain::policy::{Document, Statement};
use crate::gui::icon::Icon;
use crate::gui::rich::label;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Badge, Callout, Code, Language, Sign, Tone, code_block, copy_button, icon_line, link_to};
use crate::rules::{Unknown, Verdict, rule};
use crate::text::t;

pub fn detail(ui: &mut Ui, verdict: &Verdict, code: &str) {
    if let Some(finding) = verdict.findings.iter().find(|finding| finding.code == code) {
        found(ui, verdict, finding);
    } else if let Some(gap) = verdict.unknown.iter().find(|unknown| unknown.code == code) {
        unknown(ui, gap);
    }
}

fn found(ui: &mut Ui, verdict: &Verdict, finding: &Finding) {
    let colors = tokens(ui);
    head(ui, &finding.title, |ui| {
        let words = match finding.confidence {
            Confidence::High => t!("check-certain"),
            Confidence::Medium => t!("check-likely"),
            Confidence::Low => t!("check-possible"),
        };
        Badge::new(Icon::Check, words, Tone::Neutral).show(ui);
        Badge::of(sign(finding.severity)).show(ui);
    });
    let rule = rule(&finding.code);
    if let Some(rule) = rule {
        label(ui, rule.why, Font::Body, colors.text_muted);
    }
    if let Some(cause) = verdict.cause_of(&finding.code)
        && let Some(first) = verdict.findings.iter().find(|other| other.code == cause)
    {
        icon_line(ui, Icon::CornerDownRight, &t!("check-follows-from", cause = first.title.as_str()));
    }
    part_head(ui, t!("check-evidence"));
    let mut seen = vec![format!("{} {}", finding.subject.kind, finding.subject.id)];
    seen.extend(finding.evidence.iter().cloned());
    lines(ui, &seen);
    part_head(ui, t!("check-fix"));
    label(ui, &finding.fix.text, Font::Body, colors.text);
    if !finding.fix.commands.is_empty() {
        code_block(ui, Code::new(&finding.fix.commands.join("\n"), Language::Shell));
    }
    let also = verdict.follows.values().filter(|cause| **cause == finding.code).count();
    if also > 0 {
        icon_line(ui, Icon::CornerDownRight, &t!("check-also-clears", count = also));
    }
    if let Some(rule) = rule {
        source(ui, rule.source);
    }
}

/// The source, as a link where it is one.
fn source(ui: &mut Ui, text: &str) {
    if text.is_empty() {
        return;
    }
    ui.add_space(4.0);
    match text.split_whitespace().find(|word| word.starts_with("https://")) {
        Some(url) => drop(link_to(ui, t!("check-source"), Font::Small, url)),
        None => icon_line(ui, Icon::Info, text),
    }
}

fn unknown(ui: &mut Ui, gap: &Unknown) {
    let colors = tokens(ui);
    head(ui, gap.title, |ui| drop(Badge::of(Sign::Unknown).show(ui)));
    label(ui, t!("check-unknown-about"), Font::Body, colors.text_muted);
    ui.add_space(4.0);
    if gap.needs.is_empty() {
        Callout::new(Sign::Unknown, t!("check-unknown-why"), &gap.because).show(ui);
    } else {
        let statement = Statement::allow(None, crate::domain::policy::OneOrMany(gap.needs.clone()), "*");
        let policy = Document::new(vec![statement]).to_json();
        Callout::new(Sign::Unknown, t!("check-unknown-why"), &gap.because)
            .show_with(ui, |ui| drop(copy_button(ui, t!("copy-policy"), &policy)));
        part_head(ui, t!("check-unknown-needs"));
        code_block(ui, Code::new(&policy, Language::Json));
    }
    if let Some(rule) = rule(gap.code) {
        part_head(ui, t!("check-would-mean"));
        label(ui, rule.why, Font::Dense, colors.text_muted);
        source(ui, rule.source);
    }
}

fn head(ui: &mut Ui, title: &str, badges: impl FnOnce(&mut Ui)) {
    let colors = tokens(ui);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 24.0), Layout::right_to_left(Align::Min), |ui| {
        badges(ui);
        ui.with_layout(Layout::top_down(Align::Min), |ui| label(ui, title, Font::Heading, colors.text));
    });
}
