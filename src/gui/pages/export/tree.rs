//! Targets with their files, and how each stands to the disk; a click shows a file.

use eframe::egui::{Color32, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::Look;
use crate::export::{CodeLanguage, ExportTarget, File, StandingId, target_of};
use crate::gui::against::{Against, Choice};
use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::{Fit, Rich, galley};
use crate::gui::theme::{self, Font, tokens};
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
pub fn height(look: &Look) -> f32 {
    let is_listed = |file: &&File| target_of(file).is_none_or(|target| look.open.contains(&target.id));
    #[expect(clippy::cast_precision_loss, reason = "a count of files")]
    let rows = (look.targets.len() + look.files.iter().filter(is_listed).count() + left_rows(look)) as f32;
    rows * ROW + 10.0
}

/// A head, and what is left of an earlier export.
fn left_rows(look: &Look) -> usize {
    match look.against.left().count() {
        0 => 0,
        count => count + 1,
    }
}

pub fn tree(ui: &mut Ui, look: &mut Look) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut chosen = None;
    for (nth, file) in look.files.iter().enumerate().filter(|(_, file)| target_of(file).is_none()) {
        if leaf(ui, file, 10.0, &look.against, nth == look.shown) {
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
                if leaf(ui, file, 44.0, &look.against, nth == look.shown) {
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
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
        let words = rich.galley(ui, Fit::Elide(rect.width() - indent - 8.0));
        paint::text_at(ui.painter(), rect.left() + indent, rect.center().y, words);
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
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let said = t!("export-branch-said", title = target.title, files = t!("export-files", count = count));
    let said = if differ > 0 { format!("{said}, {}", mark.words) } else { said };
    response.widget_info(|| WidgetInfo::selected(Role::TreeItem, true, open, &said));
    if response.hovered() {
        paint::panel(ui.painter(), rect, theme::RADIUS, colors.raised, eframe::egui::Stroke::NONE);
    }
    let y = rect.center().y;
    let chevron = if open { Icon::ChevronDown } else { Icon::ChevronRight };
    paint::icon(ui.painter(), chevron, pos2(rect.left() + 8.0, y), 14.0, colors.text_muted);
    paint::icon(ui.painter(), icon_of(target), pos2(rect.left() + 28.0, y), 14.0, colors.text_muted);
    let right = draw_mark(ui, rect.right() - 8.0, y, &mark);
    let words = galley(ui, target.title, Font::Dense, colors.text, Fit::Elide(right - rect.left() - 50.0));
    paint::text_at(ui.painter(), rect.left() + 42.0, y, words);
    paint::focus_ring(ui, &response, theme::RADIUS);
    response.on_hover_text(target.about).clicked()
}

fn leaf(ui: &mut Ui, file: &File, indent: f32, against: &Against, chosen: bool) -> bool {
    let colors = tokens(ui);
    let mark = mark_of(file, against);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let said = mark.as_ref().map_or_else(|| file.path.clone(), |mark| format!("{}, {}", file.path, mark.words));
    response.widget_info(|| WidgetInfo::selected(Role::TreeItem, true, chosen, &said));
    if chosen {
        paint::panel(ui.painter(), rect, theme::RADIUS, colors.accent_soft, eframe::egui::Stroke::NONE);
    } else if response.hovered() {
        paint::panel(ui.painter(), rect, theme::RADIUS, colors.raised, eframe::egui::Stroke::NONE);
    }
    let y = rect.center().y;
    let icon = match file.language {
        CodeLanguage::Json => Icon::FileJson,
        CodeLanguage::Text => Icon::FileText,
        _ => Icon::FileCode,
    };
    let ink = if chosen { colors.accent } else { colors.text_muted };
    paint::icon(ui.painter(), icon, pos2(rect.left() + indent, y), 14.0, ink);
    let right = mark.map_or(rect.right() - 8.0, |mark| draw_mark(ui, rect.right() - 8.0, y, &mark));
    let left = rect.left() + indent + 14.0;
    let font = if chosen { Font::DenseStrong } else { Font::Dense };
    let name = Rich::new().exact(in_folder(file), font, colors.text).galley(ui, Fit::Elide(right - left - 8.0));
    paint::text_at(ui.painter(), left, y, name);
    paint::focus_ring(ui, &response, theme::RADIUS);
    response.clicked()
}

/// How a file stands to the disk, where that is worth a word.
fn mark_of(file: &File, against: &Against) -> Option<Mark> {
    let mark = |icon, words: &str, loud| Some(Mark { icon: Some(icon), words: words.to_owned(), loud });
    match (against.id(&file.path)?, against.choice(&file.path)) {
        (StandingId::New, _) => mark(Icon::Plus, t!("export-new"), false),
        (StandingId::Differs, None) => mark(Icon::FileDiff, t!("export-differs"), true),
        (StandingId::Differs, Some(Choice::Keep)) => mark(Icon::Minus, t!("export-kept"), true),
        (StandingId::Differs, Some(Choice::Take)) => mark(Icon::Check, t!("export-taken"), true),
        (StandingId::Equal | StandingId::Left, _) => None,
    }
}

/// Draws the mark so that it ends at `right`; gives where it begins.
fn draw_mark(ui: &Ui, right: f32, y: f32, mark: &Mark) -> f32 {
    let colors = tokens(ui);
    let ink: Color32 = if mark.loud { colors.accent } else { colors.text_muted };
    let words = galley(ui, &mark.words, Font::Small, ink, Fit::Line);
    let left = paint::text_to(ui.painter(), right, y, words);
    let Some(icon) = mark.icon else { return left };
    paint::icon(ui.painter(), icon, pos2(left - 9.0, y), 12.0, ink);
    left - 16.0
}

/// The path without the target's folder: two files of a target may have one name.
fn in_folder(file: &File) -> &str {
    file.path.split_once('/').map_or(file.name(), |(_, rest)| rest)
}
