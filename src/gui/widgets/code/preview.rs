//! The pane at the right: tabs, copy, code, and a footer of a fact or two.

use eframe::egui::{
    self, Align, Frame, Layout, Margin, Popup, Rect, Response, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use super::Code;
use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::{Fit, Rich, galley, spoken};
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Button, copy_icon, copy_quiet, hairline, icon_line, popup_frame};
use crate::text::t;

const TABS: f32 = 41.0;

/// A section of a preview: head, and code below it.
#[derive(Debug, Clone, Copy)]
pub struct PreviewSection<'a> {
    /// What the code is, such as an API call. Empty for none.
    pub head: &'a str,
    /// Said after it, muted.
    pub aside: &'a str,
    /// The code.
    pub code: Code<'a>,
}

/// The row of tabs over a pane; the answer is the tab that was clicked.
pub fn tabs(ui: &mut Ui, names: &[&str], chosen: usize, right: impl FnOnce(&mut Ui)) -> Option<usize> {
    let colors = tokens(ui);
    let (bar, _) = ui.allocate_exact_size(vec2(ui.available_width(), TABS), Sense::hover());
    ui.painter().hline(bar.x_range(), bar.bottom() - 0.5, Stroke::new(1.0, colors.border));
    let mut left = bar.left() + 16.0;
    let mut clicked = None;
    let needed: f32 =
        names.iter().map(|name| galley(ui, name, Font::Dense, colors.text, Fit::Line).size().x + 16.0).sum();
    if left + needed + 28.0 > bar.right() {
        clicked = tab_menu(ui, &mut left, bar, names, chosen);
    } else {
        for (index, name) in names.iter().enumerate() {
            if tab(ui, &mut left, bar, name, index == chosen).clicked() {
                clicked = Some(index);
            }
        }
    }
    let end = Rect::from_min_max(pos2(left, bar.top()), pos2(bar.right() - 8.0, bar.bottom() - 1.0));
    let mut corner = ui.new_child(UiBuilder::new().max_rect(end).layout(Layout::right_to_left(Align::Center)));
    right(&mut corner);
    clicked
}

/// The tabs as a menu, where there is no room for them side by side.
fn tab_menu(ui: &mut Ui, left: &mut f32, bar: Rect, names: &[&str], chosen: usize) -> Option<usize> {
    let area = Rect::from_min_max(pos2(*left - 10.0, bar.top()), pos2(bar.right() - 44.0, bar.bottom() - 1.0));
    let mut row = ui.new_child(UiBuilder::new().max_rect(area).layout(Layout::left_to_right(Align::Center)));
    let name = names.get(chosen).copied().unwrap_or("");
    let button = Button::quiet(name).trailing(Icon::ChevronDown).compact().show(&mut row);
    *left = area.right();
    let mut clicked = None;
    Popup::menu(&button).frame(popup_frame(ui)).show(|ui| {
        for (index, name) in names.iter().enumerate() {
            if Button::quiet(name).compact().show(ui).clicked() {
                clicked = Some(index);
                ui.close();
            }
        }
    });
    clicked
}

fn tab(ui: &Ui, left: &mut f32, bar: Rect, name: &str, on: bool) -> Response {
    let colors = tokens(ui);
    let ink = if on { colors.text } else { colors.text_muted };
    let words = Rich::new().add(name, Font::Dense, ink).galley(ui, Fit::Line);
    let rect = Rect::from_min_size(pos2(*left, bar.top()), vec2(words.size().x, TABS));
    let response = ui.interact(rect.expand2(vec2(6.0, 0.0)), ui.unique_id().with(("tab", name)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), on, spoken(name)));
    paint::text_at(ui.painter(), rect.left(), rect.center().y, words);
    if on {
        ui.painter().rect_filled(rect.with_min_y(rect.bottom() - 2.0), 0.0, colors.accent);
    }
    paint::focus_ring(ui, &response.clone().with_new_rect(rect.shrink2(vec2(-4.0, 8.0))), 4);
    *left = rect.right() + 16.0;
    response
}

/// A whole preview: tabs with Copy at their right, the sections of the chosen tab, a footer.
/// `notes` are icon and text. The answer is the tab that was clicked.
pub fn preview(
    ui: &mut Ui,
    names: &[&str],
    chosen: usize,
    sections: &[PreviewSection<'_>],
    notes: &[(Icon, &str)],
) -> Option<usize> {
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    let everything = || sections.iter().map(|section| section.code.text()).collect::<Vec<_>>().join("\n");
    let clicked = tabs(ui, names, chosen, |ui| {
        if ui.available_width() >= 80.0 {
            copy_quiet(ui, t!("copy"), &everything());
        } else {
            copy_icon(ui, t!("copy"), &everything());
        }
    });
    if !notes.is_empty() {
        footer(ui, notes);
    }
    ScrollArea::vertical().id_salt("preview").auto_shrink(false).show(ui, |ui| {
        for (index, section) in sections.iter().enumerate() {
            if index > 0 {
                hairline(ui);
            }
            ui.add_space(10.0);
            if !section.head.is_empty() {
                Frame::NONE.inner_margin(Margin { left: 16, right: 12, top: 0, bottom: 8 }).show(ui, |ui| {
                    let colors = tokens(ui);
                    Rich::new()
                        .add(section.head, Font::SmallStrong, colors.text)
                        .gap(8.0, Font::Small)
                        .add(section.aside, Font::Small, colors.text_muted)
                        .show(ui);
                });
            }
            section.code.show(ui);
            ui.add_space(10.0);
        }
    });
    clicked
}

fn footer(ui: &mut Ui, notes: &[(Icon, &str)]) {
    let colors = tokens(ui);
    egui::Panel::bottom("preview notes")
        .resizable(false)
        .show_separator_line(false)
        .frame(Frame::NONE.inner_margin(Margin::symmetric(16, 10)))
        .show(ui, |ui| {
            let top = ui.max_rect().top() - 10.0;
            let edges = ui.max_rect().x_range().expand(16.0);
            ui.painter().hline(edges, top, Stroke::new(1.0, colors.border));
            ui.spacing_mut().item_spacing.y = 4.0;
            for (icon, text) in notes {
                icon_line(ui, *icon, text);
            }
        });
}
