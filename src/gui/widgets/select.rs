//! A choice out of many in a field: shows the value, opens a searchable list below it.

use eframe::egui::{
    Frame, Id, Key, Modifiers, Popup, PopupCloseBehavior, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2,
    vec2,
};

use super::picker::{PickerItems, PickerLook, PickerState, picker_filter, picker_list};
use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::{Fit, Rich, galley};
use crate::gui::theme::{self, CONTROL, Font, RADIUS_LARGE, popup_shadow, tokens};
use crate::text::{labelled, t};

/// What happened in a select.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Selected {
    /// The row with this index was picked.
    Row(usize),
    /// The last row was: the person wants to type the value.
    ByHand,
}

/// A field with a list.
#[derive(Debug, Clone, Copy)]
#[must_use = "call `show`"]
pub struct Select<'a> {
    name: &'a str,
    value: &'a str,
    aside: &'a str,
    hint: &'a str,
    by_hand: Option<&'a str>,
    width: Option<f32>,
}

impl<'a> Select<'a> {
    /// `name` is what is being chosen, `value` what is chosen now.
    pub const fn new(name: &'a str, value: &'a str) -> Self {
        Self { name, value, aside: "", hint: "", by_hand: None, width: None }
    }

    /// Said after the value, muted.
    pub const fn aside(mut self, aside: &'a str) -> Self {
        self.aside = aside;
        self
    }

    /// Shown in the empty filter.
    pub const fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// Adds a last row with these words that leaves typing to the person.
    pub const fn by_hand(mut self, words: &'a str) -> Self {
        self.by_hand = Some(words);
        self
    }

    /// As wide as this instead of all the width there is.
    pub const fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// Shows the field and, when it is open, the list.
    pub fn show(self, ui: &mut Ui, items: &PickerItems, state: &mut PickerState) -> Option<Selected> {
        let field = self.field(ui);
        let open_by_key = field.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown));
        let popup_id = Popup::default_response_id(&field);
        let was_open = Popup::is_id_open(ui.ctx(), popup_id);
        if open_by_key {
            Popup::open_id(ui.ctx(), popup_id);
        }
        let opening = !was_open && (open_by_key || field.clicked());
        let filter_id = popup_id.with("filter");
        let width = field.rect.width().max(260.0);
        let frame = popup_frame(ui);
        let mut answer = None;
        Popup::from_toggle_button_response(&field)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .accessible_name(self.name)
            .frame(frame)
            .width(width)
            .show(|ui| {
                ui.set_width(width - 14.0);
                answer = self.list(ui, filter_id, items, state);
                if opening {
                    state.filter.clear();
                    ui.memory_mut(|memory| memory.request_focus(filter_id));
                }
                if answer.is_some() {
                    ui.close();
                    field.request_focus();
                }
            });
        answer
    }

    fn field(self, ui: &mut Ui) -> Response {
        let colors = tokens(ui);
        let width = self.width.map_or(ui.available_width(), |width| width.min(ui.available_width().max(60.0)));
        let (rect, response) = ui.allocate_exact_size(vec2(width, CONTROL), Sense::click());
        let name = labelled!(self.name, self.value);
        response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), &name));
        let open = Popup::is_id_open(ui.ctx(), Popup::default_response_id(&response));
        let outline = if open || response.has_focus() {
            Stroke::new(2.0, colors.accent)
        } else {
            Stroke::new(1.0, colors.border_control)
        };
        paint::panel(ui.painter(), rect, theme::RADIUS, colors.surface, outline);
        paint::icon(ui.painter(), Icon::ChevronsUpDown, pos2(rect.right() - 18.0, rect.center().y), 16.0, colors.text);
        let mut words = Rich::new().exact(self.value, Font::Mono, colors.text);
        if !self.aside.is_empty() {
            words = words.gap(8.0, Font::Dense).add(self.aside, Font::Dense, colors.text_muted);
        }
        let words = words.galley(ui, Fit::Elide(rect.width() - 44.0));
        paint::text_at(ui.painter(), rect.left() + 10.0, rect.center().y, words);
        response
    }

    fn list(self, ui: &mut Ui, filter_id: Id, items: &PickerItems, state: &mut PickerState) -> Option<Selected> {
        ui.spacing_mut().item_spacing.y = 6.0;
        let look = PickerLook { name: self.name, hint: self.hint, height: 264.0, row: 44.0, filter_id };
        let chosen = items.position(self.value);
        let by_key = picker_filter(ui, look, items, state);
        let by_click = picker_list(ui, look, items, state, chosen, "");
        let by_hand = self.foot(ui);
        by_key.or(by_click).map(Selected::Row).or(by_hand.then_some(Selected::ByHand))
    }

    /// The last row: typing by hand, and the keys.
    fn foot(self, ui: &mut Ui) -> bool {
        let colors = tokens(ui);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 32.0), Sense::hover());
        ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, colors.border));
        let keys = galley(ui, t!("picker-keys"), Font::Code, colors.text_muted, Fit::Line);
        let keys_at = paint::text_to(ui.painter(), rect.right() - 8.0, rect.center().y + 1.0, keys);
        let Some(words) = self.by_hand else { return false };
        let area = Rect::from_min_max(rect.min + vec2(0.0, 4.0), pos2(keys_at - 8.0, rect.bottom()));
        let response = ui.interact(area, ui.unique_id().with("by hand"), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words));
        if response.hovered() {
            paint::panel(ui.painter(), area, theme::RADIUS, colors.raised, Stroke::NONE);
        }
        paint::icon(ui.painter(), Icon::Keyboard, pos2(rect.left() + 16.0, area.center().y), 14.0, colors.text_muted);
        let words = galley(ui, words, Font::Small, colors.text, Fit::Line);
        paint::text_at(ui.painter(), rect.left() + 32.0, area.center().y, words);
        paint::focus_ring(ui, &response.clone().with_new_rect(area.shrink(2.0)), 4);
        response.clicked()
    }
}

/// The frame of what lies over the page.
pub fn popup_frame(ui: &Ui) -> Frame {
    let colors = tokens(ui);
    Frame::NONE
        .fill(colors.popup)
        .stroke(Stroke::new(1.0, colors.border_strong))
        .corner_radius(RADIUS_LARGE)
        .inner_margin(6)
        .shadow(popup_shadow(colors))
}
