//! A searchable list of thousands of rows: filter on top, rows in groups, keyboard all the way.
//!
//! The focus stays in the filter; ↑ ↓ Page Up Page Down move, Enter picks. Rows that cannot be
//! picked keep their place and say why. Only rows on screen are laid out; which rows there are
//! is worked out when the filter or the data change, not on every frame.

use eframe::egui::{
    Id, Key, Modifiers, Rect, Response, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::filter::Filter;
use super::picker_row::{self, RowPlace};
use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::{Fit, Rich, galley};
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Input, card_frame};
use crate::text::{grouped, t};

const GROUP: f32 = 33.0;

/// One row. Build the list once for each answer from AWS, not on every frame.
#[derive(Debug, Clone, Default)]
pub struct PickerItem {
    /// Its name.
    pub name: String,
    /// What is known about it, in one line.
    pub facts: String,
    /// A short fact at the right, in mono.
    pub right: String,
    /// A badge after the name.
    pub badge: Option<(Icon, String)>,
    /// Why it cannot be picked.
    pub blocked: Option<String>,
    /// Index of its group.
    pub group: usize,
    /// What the filter looks at beside name and facts: id, ARN, tags.
    pub also: String,
}

/// The rows of a picker.
#[derive(Debug, Clone)]
pub struct PickerItems {
    items: Vec<PickerItem>,
    haystacks: Vec<String>,
    groups: Vec<String>,
    icon: Icon,
    version: u64,
}

impl PickerItems {
    /// Rows with the names of their groups, in the order in which they are shown. `version` must
    /// differ from that of any other list shown in the same place.
    #[must_use]
    pub fn new(icon: Icon, groups: Vec<String>, mut items: Vec<PickerItem>, version: u64) -> Self {
        items.sort_by_key(|item| item.group);
        let haystacks = items
            .iter()
            .map(|item| format!("{} {} {}", item.name, item.facts, item.also).to_ascii_lowercase())
            .collect();
        Self { items, haystacks, groups, icon, version }
    }

    /// The row with this index, as [`picker`] answers it.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<&PickerItem> {
        self.items.get(index)
    }

    /// The index of the first row of this name.
    #[must_use]
    pub fn position(&self, name: &str) -> Option<usize> {
        self.items.iter().position(|item| item.name == name)
    }

    /// Number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum PickerLine {
    Group { group: usize, count: usize },
    Item { index: usize },
}

/// What a picker remembers between frames.
#[derive(Debug, Clone, Default)]
pub struct PickerState {
    /// What is typed into the filter.
    pub filter: String,
    /// Index of the row that Enter would pick.
    active: Option<usize>,
    shown_for: Option<(String, u64)>,
    matcher: Filter,
    lines: Vec<(f32, PickerLine)>,
    height: f32,
    matches: usize,
    scroll_to_active: bool,
}

impl PickerState {
    /// Works out the lines again when filter, data or row height changed.
    fn refresh(&mut self, items: &PickerItems, row: f32) {
        let key = (self.filter.clone(), items.version);
        if self.shown_for.as_ref() == Some(&key) {
            return;
        }
        self.shown_for = Some(key);
        self.matcher = Filter::new(&self.filter);
        self.lines.clear();
        let mut y = 0.0;
        let mut group = None;
        let mut header = 0;
        self.matches = 0;
        for (index, item) in items.items.iter().enumerate() {
            if !items.haystacks.get(index).is_some_and(|text| self.matcher.matches(text)) {
                continue;
            }
            if group != Some(item.group) && !items.groups.is_empty() {
                group = Some(item.group);
                header = self.lines.len();
                self.lines.push((y, PickerLine::Group { group: item.group, count: 0 }));
                y += GROUP;
            }
            if let Some((_, PickerLine::Group { count, .. })) = self.lines.get_mut(header) {
                *count += 1;
            }
            self.lines.push((y, PickerLine::Item { index }));
            y += row;
            self.matches += 1;
        }
        self.height = y;
        let kept = self.active.is_some_and(|active| self.pickable(items).any(|index| index == active));
        if !kept {
            self.active = None;
        }
    }

    fn pickable<'a>(&'a self, items: &'a PickerItems) -> impl DoubleEndedIterator<Item = usize> + 'a {
        self.lines.iter().filter_map(|(_, line)| match line {
            PickerLine::Item { index } if items.get(*index).is_some_and(|item| item.blocked.is_none()) => Some(*index),
            _ => None,
        })
    }

    /// Moves the active row by `by` rows that can be picked.
    fn step(&mut self, items: &PickerItems, by: isize) {
        let rows: Vec<usize> = self.pickable(items).collect();
        let Some(last) = rows.len().checked_sub(1) else {
            return;
        };
        let at = self.active.and_then(|active| rows.iter().position(|row| *row == active));
        let to = match at {
            Some(at) => at.saturating_add_signed(by).min(last),
            None if by < 0 => last,
            None => 0,
        };
        self.active = rows.get(to).copied();
        self.scroll_to_active = true;
    }
}

/// How a picker is laid out.
#[derive(Debug, Clone, Copy)]
pub struct PickerLook<'a> {
    /// What is read aloud for the filter.
    pub name: &'a str,
    /// Shown in the empty filter.
    pub hint: &'a str,
    /// Room for the rows, in points.
    pub height: f32,
    /// 48 in a page, 44 in a popup.
    pub row: f32,
    /// Id of the filter, so that Ctrl F can give it the focus.
    pub filter_id: Id,
}

/// The filter alone; [`picker_list`] follows it. Handles the keys; the answer is the row that
/// Enter picked.
pub fn picker_filter(ui: &mut Ui, look: PickerLook<'_>, items: &PickerItems, state: &mut PickerState) -> Option<usize> {
    state.refresh(items, look.row);
    let mut picked = None;
    if ui.memory(|memory| memory.has_focus(look.filter_id)) {
        for (key, by) in [(Key::ArrowDown, 1), (Key::ArrowUp, -1), (Key::PageDown, 8), (Key::PageUp, -8)] {
            if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
                state.step(items, by);
            }
        }
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
            picked = state.active.or_else(|| state.pickable(items).next());
        }
    }
    let count = if state.filter.trim().is_empty() {
        grouped(items.len())
    } else {
        t!("picker-matches", matches = state.matches, all = items.len())
    };
    let input = Input::new(look.name).prose().icon(Icon::Search).hint(look.hint).after(&count).id(look.filter_id);
    if input.show(ui, &mut state.filter).changed() {
        state.refresh(items, look.row);
    }
    picked
}

/// The rows. `aside` is said at the right of the first group head ("updated 12 s ago").
pub fn picker_list(
    ui: &mut Ui,
    look: PickerLook<'_>,
    items: &PickerItems,
    state: &mut PickerState,
    selected: Option<usize>,
    aside: &str,
) -> Option<usize> {
    state.refresh(items, look.row);
    let mut picked = None;
    let area = ScrollArea::vertical().id_salt(look.name).max_height(look.height).auto_shrink([false, true]);
    area.show_viewport(ui, |ui, viewport| {
        ui.set_height(state.height);
        let corner = ui.max_rect().min;
        let width = ui.max_rect().width();
        let place = |y: f32, height: f32| Rect::from_min_size(pos2(corner.x, corner.y + y), vec2(width, height));
        let first = state.lines.partition_point(|(y, _)| *y + look.row < viewport.top());
        for (y, line) in state.lines.iter().skip(first).take_while(|(y, _)| *y < viewport.bottom()) {
            match *line {
                PickerLine::Group { group, count } => {
                    let aside = if *y == 0.0 { aside } else { "" };
                    let name = items.groups.get(group).map_or("", String::as_str);
                    group_head(ui, place(*y, GROUP), name, count, aside, *y > 0.0);
                }
                PickerLine::Item { index } => {
                    let Some(item) = items.get(index) else { continue };
                    let at = RowPlace {
                        rect: place(*y, look.row),
                        selected: selected == Some(index),
                        active: state.active == Some(index),
                        rule: *y > 0.0,
                    };
                    if picker_row::show(ui, items.icon, item, &state.matcher, at, index).clicked() {
                        picked = Some(index);
                    }
                }
            }
        }
        if state.scroll_to_active {
            state.scroll_to_active = false;
            let found = state
                .lines
                .iter()
                .find(|(_, line)| matches!(line, PickerLine::Item { index } if Some(*index) == state.active));
            if let Some((y, _)) = found {
                ui.scroll_to_rect(place(*y, look.row), None);
            }
        }
    });
    if state.matches == 0 {
        nothing_found(ui, &state.filter);
    }
    picked
}

/// Filter and list of a page: the list in a card that takes the height there is.
pub fn picker(
    ui: &mut Ui,
    look: PickerLook<'_>,
    items: &PickerItems,
    state: &mut PickerState,
    selected: Option<usize>,
    aside: &str,
) -> Option<usize> {
    let by_key = picker_filter(ui, look, items, state);
    ui.add_space(4.0);
    let by_click =
        card_frame(ui).inner_margin(1).show(ui, |ui| picker_list(ui, look, items, state, selected, aside)).inner;
    by_key.or(by_click)
}

fn group_head(ui: &mut Ui, rect: Rect, name: &str, count: usize, aside: &str, rule: bool) -> Response {
    let colors = tokens(ui);
    let row = ui.new_child(UiBuilder::new().max_rect(rect));
    let response = row.interact(rect, row.unique_id().with("head"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{name}, {}", grouped(count))));
    if !aside.is_empty() {
        let words = galley(ui, aside, Font::Small, colors.text_muted, Fit::Line);
        paint::text_to(ui.painter(), rect.right() - 12.0, rect.center().y, words);
    }
    if rule {
        ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, colors.border));
    }
    let words = Rich::new()
        .add(name, Font::SmallStrong, colors.text)
        .gap(8.0, Font::Small)
        .add(&grouped(count), Font::Small, colors.text_muted)
        .galley(ui, Fit::Line);
    paint::text_at(ui.painter(), rect.left() + 12.0, rect.center().y, words);
    response
}

fn nothing_found(ui: &mut Ui, filter: &str) {
    let muted = tokens(ui).text_muted;
    let words = t!("picker-nothing", filter = filter);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 48.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &words));
    let words = galley(ui, &words, Font::Dense, muted, Fit::Line);
    paint::text_centered(ui.painter(), rect.center(), words);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items() -> PickerItems {
        let row = |name: &str, group, blocked: Option<&str>| PickerItem {
            name: name.into(),
            group,
            blocked: blocked.map(str::to_owned),
            ..PickerItem::default()
        };
        PickerItems::new(
            Icon::Database,
            vec!["Ready".into(), "Cannot".into()],
            vec![row("replica", 1, Some("read replica")), row("orders", 0, None), row("billing", 0, None)],
            1,
        )
    }

    #[test]
    fn the_active_row_steps_over_what_cannot_be_picked_and_stops_at_the_ends() {
        let items = items();
        let mut state = PickerState::default();
        state.refresh(&items, 48.0);
        let mut seen = Vec::new();
        for by in [1, 1, 1, -1, -1] {
            state.step(&items, by);
            seen.push(state.active.and_then(|index| items.get(index)).map_or("", |item| item.name.as_str()));
        }
        assert_eq!(seen, ["orders", "billing", "billing", "orders", "orders"]);
    }

    #[test]
    fn a_filter_drops_rows_and_the_heads_of_groups_that_became_empty() {
        let items = items();
        let mut state = PickerState { filter: "repl".into(), ..PickerState::default() };
        state.refresh(&items, 48.0);
        assert_eq!(state.matches, 1);
        assert_eq!(state.lines.len(), 2);
        assert_eq!(state.lines.first().map(|(_, line)| *line), Some(PickerLine::Group { group: 1, count: 1 }));
    }
}
