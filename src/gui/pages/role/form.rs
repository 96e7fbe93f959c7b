//! Which role: its name, boundary, path and tags, or one that exists.

use eframe::egui::{Id, Ui};

use super::super::answers::{AnsweredField, wrong_words};
use super::super::secret::{pair, pair_of};
use crate::design::names;
use crate::domain::observed::Part;
use crate::domain::role::Role;
use crate::gui::icon::Icon;
use crate::gui::rich::{Rich, label, spoken};
use crate::gui::state::State;
use crate::gui::theme::{CONTROL_COMPACT, Font, tokens};
use crate::gui::widgets::{
    Button, Input, Note, PickerItem, PickerItems, Select, Selected, choice_card, field_label, hairline, note,
};
use crate::text::t;

/// A new role, or one that exists.
pub fn kind(ui: &mut Ui, state: &mut State) {
    let existing = state.choices.role.existing;
    let (mut create, mut reuse) = (false, false);
    pair(
        ui,
        |ui| create = card(ui, t!("role-create"), t!("role-create-text"), !existing),
        |ui| reuse = card(ui, t!("role-existing"), t!("role-existing-text"), existing),
    );
    let picked = if create { Some(false) } else { reuse.then_some(true) };
    if let Some(existing) = picked.filter(|picked| *picked != existing) {
        // A name to create is no name that exists: each kind keeps its own.
        std::mem::swap(&mut state.choices.role.name, &mut state.pages.role.other_name);
        state.choices.role.existing = existing;
    }
}

fn card(ui: &mut Ui, name: &str, text: &str, chosen: bool) -> bool {
    choice_card(ui, name, chosen, |ui| {
        let colors = tokens(ui);
        ui.spacing_mut().item_spacing.y = 2.0;
        label(ui, name, Font::Strong, colors.text);
        label(ui, text, Font::Small, colors.text_muted);
    })
    .clicked()
}

pub fn name(ui: &mut Ui, state: &mut State, first: Id) {
    if state.choices.role.existing {
        existing(ui, state);
        return;
    }
    pair_of(
        ui,
        state,
        |ui, state| {
            let mut unnamed = state.choices.clone();
            unnamed.role.name = None;
            let default = names::role(&unnamed);
            let length = names::role(&state.choices).chars().count();
            let free = state.observed.ready().is_some_and(|observed| observed.proxy_role == Part::Absent);
            let words = if free { t!("role-free", length = length) } else { t!("role-length", length = length) };
            let why = if free { Note::Icon(Icon::Check, &words) } else { Note::Why(&words) };
            let answer = AnsweredField::new(t!("role-name"), why, state.designed.problem_with("role.name")).id(first);
            answer.show(ui, &mut state.choices.role.name, &default);
        },
        |ui, state| {
            let problem = state.designed.problem_with("role.permissions_boundary");
            let answer = AnsweredField::new(t!("role-boundary"), Note::Why(t!("role-boundary-why")), problem);
            let hint = t!("role-boundary-hint");
            answer.optional(hint).show(ui, &mut state.choices.role.permissions_boundary, "");
        },
    );
}

fn existing(ui: &mut Ui, state: &mut State) {
    let problem = state.designed.problem_with("role.name");
    let look = &mut state.pages.role;
    let offered = state.offers.value().map(|offers| &offers.roles);
    let choice = &mut state.choices.role.name;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        if look.by_hand || offered.is_some_and(|roles| roles.present().is_none()) {
            let why = match offered.and_then(Part::unreadable) {
                Some(denied) => t!("role-list-denied", operation = denied.operation.as_str()),
                None => t!("role-type-why").to_owned(),
            };
            AnsweredField::new(t!("role-which"), Note::Why(&why), problem).show(ui, choice, "");
            return;
        }
        let version = state.lists_version;
        if look.roles.as_ref().is_none_or(|(of, _)| *of != version) {
            let roles = offered.map(Part::items).unwrap_or_default();
            look.roles = Some((version, items(roles, version)));
        }
        let Some((_, items)) = &look.roles else { return };
        field_label(ui, t!("role-which"), false);
        let shown = choice.as_deref().unwrap_or(t!("role-choose"));
        let select = Select::new(t!("role-which"), shown).hint(t!("role-hint")).by_hand(t!("role-by-hand"));
        match select.show(ui, items, &mut look.picker) {
            Some(Selected::Row(row)) => *choice = items.get(row).map(|item| item.name.clone()),
            Some(Selected::ByHand) => look.by_hand = true,
            None => {}
        }
        match problem.filter(|_| choice.is_some()) {
            Some(problem) => note(ui, Note::Wrong(&wrong_words(problem), None)),
            None => note(ui, Note::Icon(Icon::Info, t!("role-existing-why"))),
        };
    });
}

fn items(roles: &[Role], version: u64) -> PickerItems {
    let row = |role: &Role| PickerItem {
        name: role.name.clone(),
        facts: t!("role-facts", path = role.path.as_str(), policies = role.inline.len() + role.attached.len()),
        also: role.arn.clone(),
        ..PickerItem::default()
    };
    PickerItems::new(Icon::IdCard, Vec::new(), roles.iter().map(row).collect(), version)
}

/// Path and tags, which few change.
pub fn more(ui: &mut Ui, state: &mut State) {
    let colors = tokens(ui);
    hairline(ui);
    let path = state.choices.role.path.clone().unwrap_or_else(|| "/".to_owned());
    let tags = state.designed.setup.as_ref().map_or(0, |setup| setup.tags.len());
    let policy = names::role_policy(&state.choices, &names::db_user(&state.choices, None, None));
    let mut opened = false;
    ui.horizontal(|ui| {
        let open = state.pages.role.more;
        let icon = if open { Icon::ChevronDown } else { Icon::ChevronRight };
        if Button::quiet(t!("role-more")).icon(icon).show(ui).clicked() {
            state.pages.role.more = !open;
            opened = !open;
        }
        ui.with_layout(eframe::egui::Layout::right_to_left(eframe::egui::Align::Center), |ui| {
            let words = t!("role-more-now", path = path, tags = tags, policy = policy);
            label(ui, &words, Font::Small, colors.text_muted);
        });
    });
    if !state.pages.role.more {
        return;
    }
    let why = Note::Why(t!("role-path-why"));
    let answer = AnsweredField::new(t!("role-path"), why, state.designed.problem_with("role.path"));
    answer.show(ui, &mut state.choices.role.path, "/");
    tag_rows(ui, state);
    if opened {
        ui.scroll_to_cursor(None);
    }
}

/// The tags of everything that is made: the person's own can be changed, ours are listed.
fn tag_rows(ui: &mut Ui, state: &mut State) {
    let colors = tokens(ui);
    field_label(ui, t!("role-tags"), true);
    let own: Vec<(String, String)> =
        state.choices.proxy.tags.iter().map(|(key, value)| (key.clone(), value.clone())).collect();
    for (key, value) in own {
        ui.horizontal(|ui| {
            label_of(ui, &format!("`{key}` = `{value}`"));
            let name = t!("role-tag-remove", tag = key.as_str());
            if Button::quiet_icon(Icon::X, &name).compact().show(ui).clicked() {
                state.choices.proxy.tags.remove(&key);
            }
        });
    }
    let (key, value) = &mut state.pages.role.new_tag;
    ui.horizontal(|ui| {
        let width = ((ui.available_width() - 120.0) / 2.0).max(80.0);
        Input::new(t!("role-tag-key")).hint(t!("role-tag-key")).width(width).show(ui, key);
        Input::new(t!("role-tag-value")).hint(t!("role-tag-value")).width(width).show(ui, value);
        let named = !key.trim().is_empty();
        if Button::secondary(t!("role-tag-add")).icon(Icon::Plus).enabled(named).show(ui).clicked() {
            state.choices.proxy.tags.insert(key.trim().to_owned(), value.trim().to_owned());
            key.clear();
            value.clear();
        }
    });
    label(ui, t!("role-tags-why"), Font::Small, colors.text_muted);
}

fn label_of(ui: &mut Ui, text: &str) {
    let words = Rich::new().add(text, Font::Dense, tokens(ui).text);
    let (response, _) = words.line(ui, CONTROL_COMPACT);
    response.widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Label, true, spoken(text)));
}
