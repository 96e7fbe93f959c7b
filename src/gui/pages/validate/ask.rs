//! Which proxy: all of account and region, with what is known of each, and what was found before.

use std::hash::{DefaultHasher, Hash, Hasher};

use eframe::egui::{Id, Layout, Ui, vec2};

use super::side::known_of;
use crate::domain::observed::Unreadable;
use crate::domain::proxy::Proxy;
use crate::gui::command::{Command, Commands};
use crate::gui::frame::{footer_note, footer_row, page_head, page_scroll};
use crate::gui::icon::Icon;
use crate::gui::pages::{keyboard, listing, shared};
use crate::gui::state::State;
use crate::gui::steps::WizardStep;
use crate::gui::theme::CONTROL;
use crate::gui::validation::{Incomplete, Question, ValidationAsk};
use crate::gui::widgets::{
    Button, Callout, Field, Note, PathPart, PickerItem, PickerItems, PickerLook, Sign, card, card_frame, empty_state,
    picker_filter, picker_list,
};
use crate::text::t;
use crate::words::listed::proxy_facts;

/// What lists the proxies.
const CALL: &str = "rds:DescribeDBProxies";

fn proxies(state: &State) -> &[Proxy] {
    state.lists.value().map(|lists| lists.proxies.as_slice()).unwrap_or_default()
}

/// The list of proxies could not be read: a name can be typed all the same.
fn unlisted(state: &State) -> Option<&Unreadable> {
    state.lists.value()?.unreadable.iter().find(|source| source.operation == CALL)
}

pub fn has_pane(state: &State) -> bool {
    !state.validation.question.proxy.trim().is_empty()
}

pub fn page(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    page_head(ui, t!("validate-title"), t!("validate-sentence"), &[PathPart::Proxy]);
    if state.pages.validate.go_when_guessed {
        go(state, commands);
    }
    if listing::waiting(ui, state, CALL, commands) {
        return;
    }
    if state.pages.validate.missing == Some(Incomplete::Proxy) && !has_pane(state) {
        Callout::new(Sign::Error, t!("validate-missing-proxy"), "").show(ui);
    }
    if let Some(why) = unlisted(state).cloned() {
        page_scroll(ui, |ui| {
            listing::unreadable(ui, &[&why]);
            ui.add_space(4.0);
            by_hand(ui, &mut state.validation.question);
        });
    } else if proxies(state).is_empty() {
        none(ui, state, commands);
    } else {
        picker(ui, state, commands);
    }
}

/// The proxy's name as it is typed.
fn by_hand(ui: &mut Ui, question: &mut Question) {
    card(ui, |ui| {
        let field = Field::new(t!("validate-proxy-name"))
            .input(|input| input.hint(t!("validate-proxy-name-hint")))
            .note(Note::Why(t!("validate-proxy-name-why")));
        if field.show(ui, &mut question.proxy).response.changed() {
            question.touched = true;
        }
    });
}

fn none(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let region = state.connection().map_or("", |connection| connection.account.region.as_str());
    let head = t!("validate-none", region = region);
    empty_state(ui, Icon::Proxy, &head, t!("validate-none-text"), |ui| {
        if Button::secondary(t!("validate-other-region")).icon(Icon::Globe).show(ui).clicked() {
            commands.push(Command::Go(WizardStep::Account));
        }
        if Button::secondary(t!("validate-set-up")).icon(Icon::Plus).show(ui).clicked() {
            commands.push(Command::Go(WizardStep::Database));
        }
        if Button::quiet(t!("listing-reload")).icon(Icon::RefreshCw).show(ui).clicked() {
            commands.push(Command::ReloadLists);
        }
    });
}

fn picker(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let version = version(state);
    if state.pages.validate.proxies.as_ref().is_none_or(|(of, _)| *of != version) {
        state.pages.validate.proxies = Some((version, rows(state, version)));
    }
    let aside = listing::age(ui, state);
    let filter_id = Id::unique("filter proxies");
    keyboard::first_focus(ui, filter_id);
    keyboard::find_key(ui, filter_id);
    let selected = state.validation.question.proxy.clone();
    let look = &mut state.pages.validate;
    let Some((_, items)) = &look.proxies else { return };
    let shape =
        |height| PickerLook { name: t!("validate-filter"), hint: t!("validate-hint"), height, row: 56.0, filter_id };
    let mut picked = None;
    let mut reload = false;
    ui.horizontal(|ui| {
        let room = vec2((ui.available_width() - CONTROL - 8.0).max(120.0), CONTROL);
        ui.allocate_ui_with_layout(room, Layout::top_down(eframe::egui::Align::Min), |ui| {
            picked = picker_filter(ui, shape(0.0), items, &mut look.picker);
        });
        reload = Button::quiet_icon(Icon::RefreshCw, t!("listing-reload")).show(ui).clicked();
    });
    ui.add_space(4.0);
    #[expect(clippy::cast_precision_loss, reason = "a count of rows")]
    let needed = 33.0 + items.len() as f32 * 56.0;
    let height = (ui.available_height() - 22.0).clamp(150.0, needed.max(150.0));
    let clicked = card_frame(ui)
        .inner_margin(1)
        .show(ui, |ui| picker_list(ui, shape(height), items, &mut look.picker, items.position(&selected), &aside))
        .inner;
    let name = picked.or(clicked).and_then(|row| items.get(row)).map(|item| item.name.clone());
    if reload {
        commands.push(Command::ReloadLists);
    }
    if let Some(name) = name {
        look.missing = None;
        look.go_when_guessed = false;
        commands.push(Command::Validate(ValidationAsk::Pick(name)));
    }
}

/// Stands for everything the rows are made from.
fn version(state: &State) -> u64 {
    let mut hasher = DefaultHasher::new();
    state.lists_version.hash(&mut hasher);
    state.validation.databases.value().hash(&mut hasher);
    for proxy in proxies(state) {
        known_of(state, &state.validation.at(&proxy.name)).map(|(_, words)| words).hash(&mut hasher);
    }
    hasher.finish()
}

fn rows(state: &State, version: u64) -> PickerItems {
    let databases = state.validation.databases.value();
    let row = |proxy: &Proxy| {
        let at = state.validation.at(&proxy.name);
        let database = databases.and_then(|databases| databases.get(&at));
        PickerItem {
            name: proxy.name.clone(),
            facts: proxy_facts(proxy, database.map(String::as_str)),
            right: proxy.status.to_string(),
            badge: known_of(state, &at).map(|(sign, words)| (sign.icon(), words)),
            also: proxy.arn.clone(),
            ..PickerItem::default()
        }
    };
    let head = t!("validate-proxies").to_owned();
    PickerItems::new(Icon::Proxy, vec![head], proxies(state).iter().map(row).collect(), version)
}

pub fn footer(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let key = shared::primary_key(ui);
    let proxy = state.validation.question.proxy.trim().to_owned();
    let words = match proxy.as_str() {
        _ if state.pages.validate.go_when_guessed => t!("validate-go-now").to_owned(),
        "" => t!("validate-go").to_owned(),
        proxy => t!("validate-go-proxy", proxy = proxy),
    };
    let there = !proxies(state).is_empty() || unlisted(state).is_some();
    let (mut back, mut on) = (false, false);
    footer_row(
        ui,
        |ui| back = shared::back_button(ui),
        |ui| on = there && Button::primary(&words).shortcut(t!("key-primary")).show(ui).clicked(),
        |ui| footer_note(ui, Icon::Eye, t!("check-never-changes")),
    );
    if back {
        commands.push(Command::Validate(ValidationAsk::Leave));
    }
    if there && (on || key) {
        if state.pages.validate.go_when_guessed {
            state.validation.suggested.give_up();
        }
        go(state, commands);
    }
}

/// On to the findings, or to what is missing.
fn go(state: &mut State, commands: &mut Commands) {
    // The function belongs to the question: its guess is waited for.
    state.pages.validate.go_when_guessed = state.validation.is_guessing();
    if state.pages.validate.go_when_guessed {
        return;
    }
    match state.validation.question.complete() {
        Ok(_) => {
            state.pages.validate.missing = None;
            commands.push(Command::Validate(ValidationAsk::Run));
        }
        Err(missing) => state.pages.validate.missing = Some(missing),
    }
}
