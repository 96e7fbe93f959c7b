//! Targets with their files, and how each stands to the disk; a click shows a file.

use eframe::egui::{Color32, Role, Sense, Ui, WidgetInfo};

use super::ExportPage;
use crate::export::{CodeLanguage, ExportTarget, File, StandingId, target_of};
use crate::gui::against::{Against, FileChoice};
use crate::gui::icon::Icon;
use crate::gui::rich::Rich;
use crate::gui::theme::{Font, RADIUS, tokens};
use crate::gui::widgets::ListRow;
use crate::text::t;

const ROW: f32 = 26.0;

/// What stands at the end of a row.
struct Mark {
    icon: Option<Icon>,
    words: String,
    /// Something is to be decided or was.
    loud: bool,
}

/// Height of all the rows that are listed now.
pub fn height(look: &ExportPage) -> f32 {
    let is_listed = |file: &&File| target_of(file).is_none_or(|target| look.open.contains(&target.id));
    #[expect(clippy::cast_precision_loss, reason = "a count of files")]
    let rows = (look.targets.len() + look.files.iter().filter(is_listed).count() + left_rows(look)) as f32;
    rows * ROW + 10.0
}

/// A head, and what is left of an earlier export.
fn left_rows(look: &ExportPage) -> usize {
    match look.against.left().count() {
        0 => 0,
        count => count + 1,
    }
}

pub fn tree(ui: &mut Ui, look: &mut ExportPage) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut chosen = None;
    for (nth, file) in look.files.iter().enumerate().filter(|(_, file)| target_of(file).is_none()) {
        if leaf(ui, file, 3.0, &look.against, nth == look.shown) {
            chosen = Some(nth);
        }
    }
    for target in look.targets.clone() {
        let open = look.open.contains(&target.id);
        let own =
            || look.files.iter().enumerate().filter(|(_, file)| target_of(file).is_some_and(|of| of.id == target.id));
        let count = own().count();
        let differ = own().filter(|(_, file)| look.against.id(&file.path) == Some(StandingId::Differs)).count();
        let clicked = branch(ui, target, count, differ, open);
        if open {
            for (nth, file) in own() {
                if leaf(ui, file, 37.0, &look.against, nth == look.shown) {
                    chosen = Some(nth);
                }
            }
        }
        if clicked && open {
            look.open.retain(|id| *id != target.id);
        } else if clicked {
            look.open.push(target.id);
        }
    }
    look.shown = chosen.unwrap_or(look.shown);
    left(ui, &look.against);
}

/// Files that an earlier export wrote and this one would not: nothing here takes them away.
fn left(ui: &mut Ui, against: &Against) {
    let colors = tokens(ui);
    let mut rows = against.left().peekable();
    if rows.peek().is_none() {
        return;
    }
    let mut row = |words: &str, indent: f32, rich: Rich, about: &str| {
        let (row, response) = ListRow::new(ui, ROW, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
        row.inset(indent, 8.0).title(ui, rich);
        response.on_hover_text(about);
    };
    let head = t!("export-left");
    row(head, 8.0, Rich::new().add(head, Font::Dense, colors.text_muted), t!("export-left-about"));
    for path in rows {
        row(path, 24.0, Rich::new().exact(path, Font::Dense, colors.text_muted), path);
    }
}

fn icon_of(target: &ExportTarget) -> Icon {
    match target.id {
        "policies" => Icon::ShieldCheck,
        "cli" | "powershell" => Icon::Terminal,
        "database-user" => Icon::Database,
        _ if target.handler.is_some() => Icon::SquareFunction,
        _ => Icon::Package,
    }
}

fn branch(ui: &mut Ui, target: &ExportTarget, count: usize, differ: usize, open: bool) -> bool {
    let colors = tokens(ui);
    let mark = if differ > 0 {
        Mark { icon: Some(Icon::FileDiff), words: t!("export-count-differs", count = differ), loud: true }
    } else {
        Mark { icon: None, words: crate::text::grouped(count), loud: false }
    };
    let (row, response) = ListRow::new(ui, ROW, Sense::click());
    let said = t!("export-branch-said", title = target.title(), files = t!("export-files", count = count));
    let said = if differ > 0 { format!("{said}, {}", mark.words) } else { said };
    response.widget_info(|| WidgetInfo::selected(Role::TreeItem, true, open, &said));
    let mut row = row.rounded(RADIUS).inset(1.0, 8.0);
    row.ground(ui, &response, Color32::TRANSPARENT);
    row.small_lead(ui, if open { Icon::ChevronDown } else { Icon::ChevronRight }, colors.text_muted);
    row.small_lead(ui, icon_of(target), colors.text_muted);
    show_mark(ui, &mut row, &mark);
    row.title(ui, Rich::new().add(&target.title(), Font::Dense, colors.text));
    row.focus(ui, &response);
    response.on_hover_text(target.about()).clicked()
}

fn leaf(ui: &mut Ui, file: &File, indent: f32, against: &Against, chosen: bool) -> bool {
    let colors = tokens(ui);
    let mark = mark_of(file, against);
    let (row, response) = ListRow::new(ui, ROW, Sense::click());
    let said = mark.as_ref().map_or_else(|| file.path.clone(), |mark| format!("{}, {}", file.path, mark.words));
    response.widget_info(|| WidgetInfo::selected(Role::TreeItem, true, chosen, &said));
    let mut row = row.rounded(RADIUS).inset(indent, 8.0);
    if chosen {
        row.chosen(ui);
    } else {
        row.ground(ui, &response, Color32::TRANSPARENT);
    }
    let icon = match file.language {
        CodeLanguage::Json => Icon::FileJson,
        CodeLanguage::Text => Icon::FileText,
        _ => Icon::FileCode,
    };
    row.small_lead(ui, icon, if chosen { colors.accent } else { colors.text_muted });
    if let Some(mark) = mark {
        show_mark(ui, &mut row, &mark);
    }
    let font = if chosen { Font::DenseStrong } else { Font::Dense };
    row.title(ui, Rich::new().exact(in_folder(file), font, colors.text));
    row.focus(ui, &response);
    response.clicked()
}

/// How a file stands to the disk, where that is worth a word.
fn mark_of(file: &File, against: &Against) -> Option<Mark> {
    let mark = |icon, words: &str, loud| Some(Mark { icon: Some(icon), words: words.to_owned(), loud });
    match (against.id(&file.path)?, against.choice(&file.path)) {
        (StandingId::New, _) => mark(Icon::Plus, t!("export-new"), false),
        (StandingId::Differs, None) => mark(Icon::FileDiff, t!("export-differs"), true),
        (StandingId::Differs, Some(FileChoice::Keep)) => mark(Icon::Minus, t!("export-kept"), true),
        (StandingId::Differs, Some(FileChoice::Take)) => mark(Icon::Check, t!("export-taken"), true),
        (StandingId::Equal | StandingId::Left, _) => None,
    }
}

fn show_mark(ui: &Ui, row: &mut ListRow, mark: &Mark) {
    let colors = tokens(ui);
    let ink = if mark.loud { colors.accent } else { colors.text_muted };
    row.value(ui, Rich::new().add(&mark.words, Font::Small, ink));
    if let Some(icon) = mark.icon {
        row.value_icon(ui, icon, ink);
    }
}

/// The path without the target's folder: two files of a target may have one name.
fn in_folder(file: &File) -> &str {
    file.path.split_once('/').map_or(file.name(), |(_, rest)| rest)
}
