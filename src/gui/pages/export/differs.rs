//! The files that differ from the disk: what would change in each, and whether it may.

use eframe::egui::{Align, Frame, Layout, Margin, Role, Ui, WidgetInfo, vec2};

use super::ExportPage;
use crate::domain::difference::Change;
use crate::export::{Compared, Difference, FileStanding};
use crate::gui::against::FileChoice;
use crate::gui::icon::Icon;
use crate::gui::rich::{Rich, label, spoken};
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Button, DiffRow, DiffSign, diff, hairline, icon_cell, tabs};
use crate::text::t;

/// Height that the pane wants of a preview this high; nothing where nothing differs.
pub fn height(look: &ExportPage, room: f32) -> f32 {
    let count = look.against.differing().count();
    let head = if count > 1 { 86.0 } else { 45.0 };
    if count == 0 { 0.0 } else { head + (room * 0.28).clamp(62.0, 200.0) }
}

pub fn pane(ui: &mut Ui, look: &mut ExportPage) {
    let rows: Vec<Compared> = look.against.differing().cloned().collect();
    // The file in view, where it differs.
    let shown = look.files.get(look.shown).map(|file| file.path.as_str());
    if let Some(at) = rows.iter().position(|row| Some(row.path.as_str()) == shown) {
        look.differing = at;
    }
    let at = look.differing.min(rows.len().saturating_sub(1));
    let Some(row) = rows.get(at) else { return };
    hairline(ui);
    head(ui, look, rows.len(), row);
    if rows.len() > 1 {
        let names: Vec<String> = rows.iter().map(tab_name).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        if let Some(clicked) = tabs(ui, &names, at, |_| ()) {
            look.differing = clicked;
            let path = rows.get(clicked).map(|row| row.path.as_str());
            let file = look.files.iter().position(|file| Some(file.path.as_str()) == path);
            look.shown = file.unwrap_or(look.shown);
        }
    } else {
        hairline(ui);
    }
    match &row.standing {
        FileStanding::Differs(Some(difference)) => {
            ui.push_id(&row.path, |ui| diff(ui, &lines(difference), &difference.unified));
        }
        _ => {
            Frame::NONE.inner_margin(Margin::symmetric(20, 10)).show(ui, |ui| {
                label(ui, t!("save-no-diff"), Font::Dense, tokens(ui).text_muted);
            });
        }
    }
}

/// How many differ, which one this is, and the two ways.
fn head(ui: &mut Ui, look: &mut ExportPage, count: usize, row: &Compared) {
    let colors = tokens(ui);
    let chosen = look.against.choice(&row.path);
    Frame::NONE.inner_margin(Margin { left: 20, right: 16, top: 8, bottom: 8 }).show(ui, |ui| {
        ui.allocate_ui_with_layout(vec2(ui.available_width(), 28.0), Layout::right_to_left(Align::Center), |ui| {
            for (choice, words, done) in [
                (FileChoice::Take, t!("export-take"), t!("export-taken-done")),
                (FileChoice::Keep, t!("export-keep"), t!("export-kept-done")),
            ] {
                let on = chosen == Some(choice);
                let button = if on { Button::secondary(done).icon(Icon::Check) } else { Button::secondary(words) };
                if button.compact().show(ui).clicked() {
                    look.against.choose(&row.path, choice);
                }
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                icon_cell(ui, Icon::FileDiff, 14.0, 16.0, colors.accent);
                let words = if count == 1 {
                    t!("export-differs-one", file = tab_name(row))
                } else {
                    t!("export-differs-many", count = count)
                };
                let (response, _) = Rich::new().add(&words, Font::Strong, colors.text).line(ui, 0.0);
                response.widget_info(|| WidgetInfo::labeled(Role::Label, true, spoken(&words)));
            });
        });
    });
}

/// The file and how many lines come and go: `setup.sh +1 -1`.
fn tab_name(row: &Compared) -> String {
    let name = row.path.rsplit('/').next().unwrap_or(&row.path);
    match &row.standing {
        FileStanding::Differs(Some(difference)) => {
            let (added, removed) = difference.counts();
            format!("{name} +{added} -{removed}")
        }
        _ => name.to_owned(),
    }
}

fn lines(difference: &Difference) -> Vec<DiffRow<'_>> {
    let mut rows = Vec::new();
    for group in &difference.groups {
        if !rows.is_empty() {
            rows.push(DiffRow::Gap);
        }
        rows.extend(group.iter().map(|line| {
            let sign = match line.change {
                Change::Kept => DiffSign::Kept,
                Change::Removed => DiffSign::Removed,
                Change::Added => DiffSign::Added,
            };
            DiffRow::Line(sign, line.number, &line.text)
        }));
    }
    rows
}
