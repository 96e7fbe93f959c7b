//! Targets with their files; a click shows a file.

use eframe::egui::{Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Look, target_of};
use crate::export::{File, Language};
use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::{Fit, galley};
use crate::gui::theme::{self, Font, tokens};

const ROW: f32 = 28.0;

pub fn tree(ui: &mut Ui, look: &mut Look) {
    ui.spacing_mut().item_spacing.y = 0.0;
    for target in look.targets.clone() {
        let open = !look.closed.contains(&target.id);
        let icon = match target.id {
            "policies" => Icon::ShieldCheck,
            "cli" | "powershell" => Icon::Terminal,
            "database-user" => Icon::CircleUserRound,
            _ => Icon::SquareFunction,
        };
        if branch(ui, icon, target.title, target.about, open) {
            if open {
                look.closed.push(target.id);
            } else {
                look.closed.retain(|id| *id != target.id);
            }
        }
        if !open {
            continue;
        }
        let mut chosen = None;
        for (nth, file) in look.files.iter().enumerate() {
            if target_of(file).is_some_and(|of| of.id == target.id) {
                let icon = match file.language {
                    Language::Json => Icon::FileJson,
                    Language::Text => Icon::FileText,
                    _ => Icon::FileCode,
                };
                if leaf(ui, icon, in_folder(file), &file.path, nth == look.shown) {
                    chosen = Some(nth);
                }
            }
        }
        look.shown = chosen.unwrap_or(look.shown);
    }
}

/// The path without the target's folder: two files of a target may have one name.
fn in_folder(file: &File) -> &str {
    file.path.split_once('/').map_or(file.name(), |(_, rest)| rest)
}

fn branch(ui: &mut Ui, icon: Icon, title: &str, about: &str, open: bool) -> bool {
    let colors = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::TreeItem, true, open, title));
    if response.hovered() {
        paint::panel(ui.painter(), rect, theme::RADIUS, colors.raised, eframe::egui::Stroke::NONE);
    }
    let y = rect.center().y;
    let chevron = if open { Icon::ChevronDown } else { Icon::ChevronRight };
    paint::icon(ui.painter(), chevron, pos2(rect.left() + 8.0, y), 14.0, colors.text_muted);
    paint::icon(ui.painter(), icon, pos2(rect.left() + 28.0, y), 14.0, colors.text_muted);
    let words = galley(ui, title, Font::Dense, colors.text, Fit::Elide(rect.width() - 46.0));
    paint::text_at(ui.painter(), rect.left() + 42.0, y, words);
    paint::focus_ring(ui, &response, theme::RADIUS);
    response.on_hover_text(about).clicked()
}

fn leaf(ui: &mut Ui, icon: Icon, name: &str, path: &str, chosen: bool) -> bool {
    let colors = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::TreeItem, true, chosen, path));
    if chosen {
        paint::panel(ui.painter(), rect, theme::RADIUS, colors.accent_soft, eframe::egui::Stroke::NONE);
    } else if response.hovered() {
        paint::panel(ui.painter(), rect, theme::RADIUS, colors.raised, eframe::egui::Stroke::NONE);
    }
    let y = rect.center().y;
    let ink = if chosen { colors.accent } else { colors.text_muted };
    paint::icon(ui.painter(), icon, pos2(rect.left() + 44.0, y), 14.0, ink);
    let font = if chosen { Font::DenseStrong } else { Font::Dense };
    let words = galley(ui, name, font, colors.text, Fit::Elide(rect.width() - 62.0));
    paint::text_at(ui.painter(), rect.left() + 58.0, y, words);
    paint::focus_ring(ui, &response, theme::RADIUS);
    response.clicked()
}
