//! Does it work? The title is the answer; below it the path, then each finding with its cure.

mod detail;
mod list;
mod report;

use std::time::Instant;

use eframe::egui::{Margin, Popup, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::failure::failure;
use super::shared;
use super::{connect, review};
use crate::domain::finding::{Hop, Severity};
use crate::gui::command::{Command, Commands};
use crate::gui::frame::{footer_note, footer_row, page_head, page_head_with};
use crate::gui::icon::Icon;
use crate::gui::rich::label;
use crate::gui::state::{Checked, Door, State};
use crate::gui::steps::WizardStep;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{
    Button, Hop as HopLine, PathBox, PathClick, PathPart, PathPicture, Sign, Verdict as Mark, empty_state, popup_frame,
    skeleton,
};
use crate::rules::{Passage, Picture, Verdict, picture};
use crate::text::t;

pub use report::{json, markdown};

/// What the page keeps about looking.
#[derive(Default)]
pub struct Look {
    /// The finding or unknown that is shown, by its code.
    selected: Option<String>,
    filter: String,
    /// The connection from this machine is shown instead.
    pub connect: bool,
}

pub fn page(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    if state.pages.check.connect {
        connect::page(ui, state, commands);
        return;
    }
    let waiting = state.checked.waiting(Instant::now()).is_some();
    let Some(checked) = state.checked.value() else {
        page_head(ui, t!("check-waiting"), t!("check-waiting-sentence"), &[PathPart::Proxy]);
        if let Some(error) = state.checked.error() {
            failure(ui, error, |ui| again(ui, false, commands));
        } else if waiting {
            skeleton(ui, 6);
        } else {
            empty_state(ui, Icon::Stethoscope, t!("check-none"), t!("check-none-text"), |ui| {
                again(ui, false, commands);
            });
        }
        return;
    };
    let first_door = state.door == Door::SetUp;
    let look = &mut state.pages.check;
    let seen = picture(&checked.observed, &checked.verdict);
    let reply = page_head_with(ui, &seen.title, &seen.summary, |ui| head_buttons(ui, waiting, first_door, commands));
    if reply {
        look.connect = true;
    }
    if let Some(error) = state.checked.error() {
        failure(ui, error, |_| ());
    }
    path(ui, &seen, &checked.verdict, look);
    ui.add_space(4.0);
    body(ui, checked, look);
}

fn again(ui: &mut Ui, waiting: bool, commands: &mut Commands) {
    let words = if waiting { t!("check-running") } else { t!("check-again") };
    if Button::secondary(words).icon(Icon::RefreshCw).enabled(!waiting).show(ui).clicked() {
        commands.push(Command::Check);
    }
}

/// From right to left; true when a connection is to be tried. In the second door that is the
/// page's main button.
fn head_buttons(ui: &mut Ui, waiting: bool, first_door: bool, commands: &mut Commands) -> bool {
    again(ui, waiting, commands);
    let save = Button::secondary(t!("check-save")).icon(Icon::Download).show(ui);
    Popup::menu(&save).frame(popup_frame(ui)).show(|ui| {
        for (words, json) in [(t!("check-save-markdown"), false), (t!("check-save-json"), true)] {
            if Button::quiet(words).compact().show(ui).clicked() {
                commands.push(Command::SaveReport { json });
                ui.close();
            }
        }
    });
    first_door && Button::secondary(t!("check-connect")).icon(Icon::PlugZap).show(ui).clicked()
}

const fn mark(passage: Passage) -> Mark {
    match passage {
        Passage::Passes => Mark::Passes,
        Passage::WorksBut => Mark::WorksBut,
        Passage::Unknown => Mark::Unknown,
        Passage::Blocked => Mark::Blocked,
    }
}

/// The picture; a click on a part shows its first finding.
fn path(ui: &mut Ui, seen: &Picture, verdict: &Verdict, look: &mut Look) {
    let boxed = |icon, part: &crate::rules::PathBox| (icon, part.name.clone(), part.facts.clone(), mark(part.passage));
    let mut boxes = Vec::new();
    let mut hops = Vec::new();
    let mut box_hops = Vec::new();
    let mut hop_hops = Vec::new();
    if let (Some(function), Some(hop)) = (&seen.function, &seen.to_proxy) {
        boxes.push(boxed(Icon::SquareFunction, function));
        box_hops.push(Hop::Function);
        hops.push(hop);
        hop_hops.push(Hop::FunctionToProxy);
    }
    let proxy_at = boxes.len();
    boxes.push(boxed(Icon::Proxy, &seen.proxy));
    boxes.push(boxed(Icon::Database, &seen.database));
    box_hops.extend([Hop::Proxy, Hop::Database]);
    hops.push(&seen.to_database);
    hop_hops.push(Hop::ProxyToDatabase);
    let shown: Vec<PathBox<'_>> = boxes
        .iter()
        .map(|(icon, name, facts, verdict)| PathBox { icon: *icon, name, facts, verdict: *verdict })
        .collect();
    let lines: Vec<HopLine<'_>> =
        hops.iter().map(|hop| HopLine { verdict: mark(hop.passage), above: &hop.words, below: &hop.port }).collect();
    let below = seen.role_and_secret.as_ref().map(|role| {
        let item = PathBox { icon: Icon::KeyRound, name: &role.name, facts: "", verdict: mark(role.passage) };
        (proxy_at, item, role.facts.as_str())
    });
    let part = look.selected.as_ref().and_then(|code| hop_of(verdict, code));
    let selected = part.and_then(|part| {
        let in_box = box_hops.iter().position(|hop| *hop == part).map(PathClick::Box);
        let in_hop = hop_hops.iter().position(|hop| *hop == part).map(PathClick::Hop);
        in_box.or(in_hop).or((part == Hop::RoleAndSecret).then_some(PathClick::Below))
    });
    let picture = PathPicture { boxes: &shown, hops: &lines, below, selected };
    let clicked = match picture.show(ui) {
        Some(PathClick::Box(at)) => box_hops.get(at),
        Some(PathClick::Hop(at)) => hop_hops.get(at),
        Some(PathClick::Below) => Some(&Hop::RoleAndSecret),
        None => None,
    };
    if let Some(hop) = clicked {
        let finding = verdict.findings.iter().find(|finding| finding.hop == *hop).map(|finding| finding.code.clone());
        let unknown = || verdict.unknown.iter().find(|unknown| unknown.hop == *hop).map(|known| known.code.to_owned());
        look.selected = finding.or_else(unknown);
    }
}

fn hop_of(verdict: &Verdict, code: &str) -> Option<Hop> {
    let finding = verdict.findings.iter().find(|finding| finding.code == code).map(|finding| finding.hop);
    finding.or_else(|| verdict.unknown.iter().find(|unknown| unknown.code == code).map(|unknown| unknown.hop))
}

/// The findings at the left, the chosen one in full at the right.
fn body(ui: &mut Ui, checked: &Checked, look: &mut Look) {
    let verdict = &checked.verdict;
    if verdict.findings.is_empty() && verdict.unknown.is_empty() {
        empty_state(
            ui,
            Icon::ShieldCheck,
            t!("check-clean"),
            &t!("check-clean-text", count = verdict.passed.len()),
            |_| (),
        );
        return;
    }
    let room = ui.available_rect_before_wrap();
    let left = (room.width() * 0.42).clamp(240.0, 424.0);
    let divide = room.left() + left;
    let colors = tokens(ui);
    ui.painter().hline(room.x_range(), room.top(), (1.0, colors.border));
    ui.painter().vline(divide, room.y_range(), (1.0, colors.border));
    // The first cause is what one looks at.
    let known = look.selected.as_ref().is_some_and(|code| hop_of(verdict, code).is_some());
    if !known {
        let first = verdict.causes().next().map(|finding| finding.code.clone());
        look.selected = first.or_else(|| verdict.unknown.first().map(|unknown| unknown.code.to_owned()));
    }
    let list_area = Rect::from_min_max(pos2(room.left(), room.top() + 1.0), pos2(divide - 1.0, room.bottom()));
    ui.scope_builder(UiBuilder::new().max_rect(list_area), |ui| {
        ui.set_clip_rect(ui.clip_rect().intersect(list_area));
        list::list(ui, verdict, &mut look.selected, &mut look.filter);
    });
    let detail_area =
        Rect::from_min_max(pos2(divide + 20.0, room.top() + 1.0), pos2(room.right() + 14.0, room.bottom()));
    ui.scope_builder(UiBuilder::new().max_rect(detail_area), |ui| {
        ui.set_clip_rect(ui.clip_rect().intersect(detail_area.expand2(vec2(4.0, 0.0))));
        let margin = Margin { right: 14, ..Margin::ZERO };
        ScrollArea::vertical().id_salt("finding").auto_shrink(false).content_margin(margin).show(ui, |ui| {
            ui.add_space(14.0);
            if let Some(code) = &look.selected {
                detail::detail(ui, verdict, code);
            }
            ui.add_space(20.0);
        });
    });
}

pub fn footer(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    if state.pages.check.connect {
        connect::footer(ui, state, commands);
        return;
    }
    let key = shared::primary_key(ui);
    let errors = state.checked.value().map_or(0, |checked| checked.verdict.count(Severity::Error));
    let second_door = state.door == Door::Validate;
    let words = match (second_door, errors) {
        (true, _) => t!("check-connect"),
        (false, 0) => t!("continue-to-export"),
        (false, _) => t!("check-plan-fix"),
    };
    let (mut back, mut on) = (false, false);
    footer_row(
        ui,
        |ui| back = shared::back_button(ui),
        |ui| on = Button::primary(words).shortcut(t!("key-primary")).show(ui).clicked(),
        |ui| footer_note(ui, Icon::Eye, t!("check-never-changes")),
    );
    if back {
        commands.push(if second_door { Command::Go(WizardStep::Account) } else { Command::Back });
    }
    if on || key {
        match (second_door, errors) {
            (true, _) => state.pages.check.connect = true,
            (false, 0) => commands.push(Command::Go(WizardStep::Export)),
            (false, _) => {
                commands.push(Command::Observe);
                commands.push(Command::Go(WizardStep::Review));
            }
        }
    }
}

/// The state word of a severity.
pub(super) const fn sign(severity: Severity) -> Sign {
    match severity {
        Severity::Error => Sign::Error,
        Severity::Warning => Sign::Warning,
        Severity::Info => Sign::Note,
    }
}

/// A muted head over a part of the detail.
pub(super) fn part_head(ui: &mut Ui, words: &str) {
    ui.add_space(8.0);
    label(ui, words, Font::Strong, tokens(ui).text);
}

/// A card of lines in mono.
pub(super) fn lines(ui: &mut Ui, lines: &[String]) {
    review::rows(ui, |ui| {
        eframe::egui::Frame::NONE.inner_margin(eframe::egui::Margin::symmetric(11, 8)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 4.0;
            for line in lines {
                crate::gui::rich::Rich::new().exact(line, Font::Code, tokens(ui).text).show(ui);
            }
        });
    });
}
