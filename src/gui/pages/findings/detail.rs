//! One entry in full: what was seen, what follows from it, what cures it, who says so, and a way
//! to look at it again.

use std::time::Duration;

use eframe::egui::{Align, Layout, Sense, Ui, vec2};

use super::evidence::evidence;
use super::model::{Entries, FindingEntry};
use super::{Again, FindingWish, FindingsPage, ShownFindings, sign};
use crate::domain::PROGRAM;
use crate::domain::finding::{Confidence, Finding};
use crate::domain::json::pretty;
use crate::gui::app::tick;
use crate::gui::icon::Icon;
use crate::gui::rich::{Rich, label};
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{
    Badge, Button, Callout, Code, CopyWay, Language, Sign, Tone, code_block, copy_as, copy_button, icon_cell,
    icon_line, link, link_to,
};
use crate::rules::{Rule, Unknown, Waiting, Wants, accepted_words, allowing, finding_markdown, rule};
use crate::text::t;
use crate::words::history_lines;

/// `inline` stands below its row, which has said the title already.
pub fn detail(
    ui: &mut Ui,
    shown: &ShownFindings<'_>,
    entries: &Entries<'_>,
    entry: &FindingEntry<'_>,
    look: &mut FindingsPage,
    inline: bool,
) -> Option<FindingWish> {
    head(ui, entries, entry, inline);
    match entry {
        FindingEntry::Found(finding) => {
            finding_detail(ui, entries, finding, look);
            return history(ui, shown, finding).then(|| FindingWish::History(finding.subject.clone()));
        }
        FindingEntry::Mended(finding) => mended(ui, finding),
        FindingEntry::Accepted(accepted) => {
            label(ui, &accepted_words(accepted), Font::Strong, tokens(ui).text);
            label(ui, t!("findings-accepted-about"), Font::Body, tokens(ui).text_muted);
            finding_detail(ui, entries, &accepted.finding, look);
        }
        FindingEntry::Unknown(gap) => return unknown(ui, shown, gap).then_some(FindingWish::ReadSecrets),
        FindingEntry::Waiting(waiting) => waits(ui, shown, waiting),
        FindingEntry::Passed(rule) => told(ui, rule, t!("findings-passed-about")),
        FindingEntry::NotApplicable(rule) => told(ui, rule, t!("findings-not-applicable-about")),
    }
    None
}

fn finding_detail(ui: &mut Ui, entries: &Entries<'_>, finding: &Finding, look: &mut FindingsPage) {
    let colors = tokens(ui);
    let verdict = entries.verdict();
    if let Some(rule) = rule(&finding.code) {
        label(ui, rule.why(), Font::Body, colors.text_muted);
    }
    if let Some(cause) = verdict.cause_of(&finding.code) {
        related(ui, entries, t!("findings-follows-from"), &[cause], look);
    }
    let follows: Vec<&str> = verdict
        .follows
        .iter()
        .filter(|(_, cause)| **cause == finding.code)
        .map(|(consequence, _)| consequence.as_str())
        .collect();
    // What to do comes first: evidence may be long.
    part_head(ui, t!("check-fix"));
    fix(ui, finding);
    if !follows.is_empty() {
        related(ui, entries, t!("findings-also-clears"), &follows, look);
    }
    part_head(ui, t!("check-evidence"));
    evidence(ui, finding);
}

/// Who changed the thing at fault last, once that was asked; true where it is asked now.
fn history(ui: &mut Ui, shown: &ShownFindings<'_>, finding: &Finding) -> bool {
    let Some(again) = shown.again else { return false };
    part_head(ui, t!("history-part"));
    let fetched = again.result.histories.get(&finding.subject.id);
    if let Some(history) = fetched.and_then(|fetched| fetched.value()) {
        for line in history_lines(history) {
            fact_line(ui, &line);
        }
        return false;
    }
    let waits = fetched.is_some_and(|fetched| fetched.waiting(again.now).is_some());
    let words = if waits { t!("history-asking") } else { t!("history-ask") };
    let button = Button::secondary(words).icon(Icon::History).compact().enabled(!waits);
    button.show(ui).on_hover_text(t!("history-why")).clicked()
}

fn mended(ui: &mut Ui, finding: &Finding) {
    label(ui, t!("findings-mended-about"), Font::Body, tokens(ui).text_muted);
    part_head(ui, t!("findings-mended-before"));
    evidence(ui, finding);
}

fn confidence(confidence: Confidence) -> Badge<'static> {
    match confidence {
        Confidence::High => Badge::new(Icon::Check, t!("check-certain"), Tone::Neutral),
        Confidence::Medium => Badge::new(Icon::CircleDot, t!("check-likely"), Tone::Neutral),
        Confidence::Low => Badge::new(Icon::Circle, t!("check-possible"), Tone::Neutral),
    }
}

fn fix(ui: &mut Ui, finding: &Finding) {
    let colors = tokens(ui);
    label(ui, &finding.fix.text, Font::Body, colors.text);
    // Said before anybody looks for a button.
    if finding.mends.is_empty() {
        label(ui, t!("findings-by-hand"), Font::Small, colors.text_muted);
    }
    if !finding.fix.commands.is_empty() {
        code_block(ui, Code::new(&finding.fix.commands.join("\n"), Language::Shell));
    }
}

/// Findings that hang together with this one, as links.
fn related(ui: &mut Ui, entries: &Entries<'_>, words: &str, codes: &[&str], look: &mut FindingsPage) {
    let colors = tokens(ui);
    for code in codes {
        let Some(key) = entries.of_code(code) else { continue };
        let Some(entry) = entries.find(&key) else { continue };
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 2.0);
            icon_cell(ui, Icon::CornerDownRight, 14.0, 18.0, colors.text_muted);
            label(ui, words, Font::Dense, colors.text_muted);
            if link(ui, &entry.title(), Font::Dense).clicked() {
                look.show(key);
            }
        });
    }
}

/// True when the person allows to look into the secrets.
fn unknown(ui: &mut Ui, shown: &ShownFindings<'_>, gap: &Unknown) -> bool {
    let colors = tokens(ui);
    label(ui, t!("check-unknown-about"), Font::Body, colors.text_muted);
    let mut allowed = false;
    let callout = Callout::new(Sign::Unknown, t!("check-unknown-why"), &gap.because);
    match gap.wants() {
        // Nobody lacks a permission here: nobody was asked to use it.
        Wants::Consent => callout.show_body(ui, |ui| {
            label(ui, consent_words(shown), Font::Dense, colors.text_muted);
            if let Some(again) = shown.again {
                ui.add_space(6.0);
                let button = Button::secondary(t!("findings-consent")).icon(Icon::Eye).compact().enabled(!again.busy);
                allowed = button.show(ui).clicked();
            }
        }),
        Wants::Permissions(needs) => {
            let policy = allowing(needs).to_json();
            callout.show_with(ui, |ui| drop(copy_button(ui, t!("copy-policy"), &policy)));
            part_head(ui, t!("check-unknown-needs"));
            code_block(ui, Code::new(&policy, Language::Json));
        }
        Wants::Nothing(_) => callout.show(ui),
    }
    if let Some(rule) = rule(gap.code) {
        part_head(ui, t!("check-would-mean"));
        label(ui, rule.why(), Font::Dense, colors.text_muted);
    }
    allowed
}

/// One fact, with a dot so that two that wrap stay two.
fn fact_line(ui: &mut Ui, fact: &str) {
    let colors = tokens(ui);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let (dot, _) = ui.allocate_exact_size(vec2(4.0, 18.0), Sense::hover());
        ui.painter().circle_filled(dot.center(), 2.0, colors.border_control);
        Rich::new().add(fact, Font::Dense, colors.text).show(ui);
    });
}

/// Several rules that one answer decides; the way to give it stands in their row.
fn waits(ui: &mut Ui, shown: &ShownFindings<'_>, waiting: &Waiting<'_>) {
    let colors = tokens(ui);
    match waiting.wants {
        Wants::Consent => label(ui, consent_words(shown), Font::Body, colors.text_muted),
        _ => label(ui, t!("check-unknown-about-several"), Font::Body, colors.text_muted),
    };
    for reason in waiting.reasons() {
        fact_line(ui, reason);
    }
    if let Wants::Permissions(needs) = waiting.wants {
        part_head(ui, t!("check-unknown-needs"));
        code_block(ui, Code::new(&allowing(needs).to_json(), Language::Json));
    }
    part_head(ui, t!("findings-would-decide"));
    for unknown in &waiting.rules {
        fact_line(ui, &unknown.whether());
    }
}

/// What consent means, and where it is given.
fn consent_words(shown: &ShownFindings<'_>) -> &'static str {
    if shown.again.is_some() { t!("findings-consent-about") } else { t!("findings-consent-elsewhere") }
}

/// A rule that has nothing to complain of.
fn told(ui: &mut Ui, rule: &Rule, about: &str) {
    let colors = tokens(ui);
    label(ui, about, Font::Body, colors.text);
    part_head(ui, t!("check-would-mean"));
    label(ui, rule.why(), Font::Body, colors.text_muted);
}

/// FindingsPage again, how old it is, and the source.
pub fn foot(ui: &mut Ui, shown: &ShownFindings<'_>, entry: &FindingEntry<'_>) -> Option<FindingWish> {
    let colors = tokens(ui);
    let code = entry.code();
    let alone = !matches!(entry, FindingEntry::Waiting(_));
    let mut wish = None;
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 28.0), Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        source(ui, rule(code).filter(|_| alone).map_or("", |rule| rule.source));
        if let FindingEntry::Found(finding) = entry {
            copy_finding(ui, shown, finding);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let Some(again) = shown.again else {
                if alone {
                    icon_line(ui, Icon::FileText, code);
                }
                return;
            };
            if !alone {
                label(ui, &age(ui, &again, code), Font::Small, colors.text_muted);
                return;
            }
            let running = again.rule == Some(code);
            let words = if running { t!("findings-rechecking") } else { t!("findings-recheck") };
            let button = Button::secondary(words).icon(Icon::RefreshCw).compact().enabled(!again.busy);
            if button.show(ui).on_hover_text(t!("findings-recheck-why")).clicked() {
                wish = Some(FindingWish::Recheck(code.to_owned()));
            }
            if matches!(entry, FindingEntry::Found(_)) && again.result.mendable.codes.contains(code) {
                let fix = Button::secondary(t!("findings-fix")).icon(Icon::ListChecks).compact().enabled(!again.busy);
                if fix.show(ui).on_hover_text(t!("findings-fix-why")).clicked() {
                    wish = Some(FindingWish::Fix(code.to_owned()));
                }
            }
            if let FindingEntry::Found(finding) = entry {
                let accept = Button::quiet(t!("findings-accept")).icon(Icon::Clock).compact();
                if accept.show(ui).on_hover_text(t!("findings-accept-why")).clicked() {
                    wish = Some(FindingWish::Accept(finding.code.clone(), finding.subject.id.clone()));
                }
            }
            label(ui, &age(ui, &again, code), Font::Small, colors.text_muted);
        });
    });
    wish
}

/// For a ticket, a terminal or a program.
fn copy_finding(ui: &mut Ui, shown: &ShownFindings<'_>, finding: &Finding) {
    let command = || match finding.fix.commands.as_slice() {
        [] => format!("{PROGRAM} explain {}", finding.code),
        commands => commands.join("\n"),
    };
    let ways = [
        CopyWay { name: t!("copy-as-markdown"), text: &|| finding_markdown(&shown.checked.verdict, finding) },
        CopyWay { name: t!("copy-as-command"), text: &command },
        CopyWay { name: t!("copy-as-json"), text: &|| pretty(finding) },
    ];
    copy_as(ui, None, t!("copy-finding"), &ways);
}

/// How old what is shown of this rule is. Minutes are enough.
fn age(ui: &Ui, again: &Again<'_>, code: &str) -> String {
    let age = again.now.saturating_duration_since(again.result.read_at(code));
    read_ago(ui, age)
}

/// `read just now`, `read 3 min ago`.
pub fn read_ago(ui: &Ui, age: Duration) -> String {
    let minutes = age.as_secs() / 60;
    tick(ui, Duration::from_secs(60 - age.as_secs() % 60));
    match minutes {
        0 => t!("findings-read-now").to_owned(),
        _ => t!("findings-read-ago", minutes = minutes),
    }
}

/// The source, as a link where it is one.
fn source(ui: &mut Ui, text: &str) {
    match text.split_whitespace().find(|word| word.starts_with("https://")) {
        Some(url) => drop(link_to(ui, t!("check-source"), Font::Small, url)),
        None if text.is_empty() => {}
        None => icon_line(ui, Icon::Info, text),
    }
}

/// The title, and what it is in a word or two.
fn head(ui: &mut Ui, entries: &Entries<'_>, entry: &FindingEntry<'_>, inline: bool) {
    let colors = tokens(ui);
    if inline {
        ui.horizontal(|ui| badges(ui, entries, entry));
        return;
    }
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 24.0), Layout::right_to_left(Align::Min), |ui| {
        badges(ui, entries, entry);
        ui.add_space(6.0);
        ui.with_layout(Layout::top_down(Align::Min), |ui| label(ui, &entry.title(), Font::Heading, colors.text));
    });
}

fn badges(ui: &mut Ui, entries: &Entries<'_>, entry: &FindingEntry<'_>) {
    ui.spacing_mut().item_spacing.x = 6.0;
    match entry {
        FindingEntry::Found(finding) => {
            Badge::for_sign(sign(finding.severity)).show(ui);
            confidence(finding.confidence).show(ui);
        }
        FindingEntry::Mended(finding) => drop(Badge::new(Icon::Check, entries.gone_word(finding), Tone::Ok).show(ui)),
        FindingEntry::Accepted(_) => {
            let words = t!("findings-accepted-word");
            drop(Badge::new(Icon::Clock, words, Tone::Neutral).show(ui));
        }
        FindingEntry::Unknown(_) | FindingEntry::Waiting(_) => drop(Badge::for_sign(Sign::Unknown).show(ui)),
        FindingEntry::Passed(_) => drop(Badge::for_sign(Sign::Passed).show(ui)),
        FindingEntry::NotApplicable(_) => {
            let words = t!("findings-not-applicable-word");
            drop(Badge::new(Sign::Skipped.icon(), words, Tone::Neutral).show(ui));
        }
    }
}

/// A head over a part of the detail.
fn part_head(ui: &mut Ui, words: &str) {
    ui.add_space(6.0);
    label(ui, words, Font::Strong, tokens(ui).text);
}
