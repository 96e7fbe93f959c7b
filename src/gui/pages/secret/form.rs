//! The secret itself: made, reused or RDS's own; its name, user, password and key.

use eframe::egui::{Align, Id, Layout, Role, Sense, Ui, WidgetInfo, vec2};

use super::super::answers::{AnsweredField, wrong_words};
use super::super::database;
use super::pane::DOTS;
use crate::design::names;
use crate::domain::choices::{IfDeleted, PasswordSource, SecretSource};
use crate::domain::observed::Part;
use crate::domain::secret::{KeyState, KmsKey, Secret};
use crate::gui::icon::Icon;
use crate::gui::rich::{Rich, label};
use crate::gui::state::State;
use crate::gui::theme::{CONTROL, Font, RADIUS, tokens};
use crate::gui::widgets::{
    Button, Callout, ListRow, Note, Password, PickerItem, PickerItems, Select, Selected, Sign, check, field_label,
    link, note, radio, segmented,
};
use crate::text::t;

const AWS_KEY: &str = "aws/secretsmanager";

pub fn form(ui: &mut Ui, state: &mut State, first: Id) {
    if !state.choices.auth_mode.needs_secret() {
        head(ui, t!("secret-none-head"), |_| ());
        pair(ui, |ui| user(ui, state, first), |_| ());
        Callout::new(Sign::Note, t!("secret-none"), t!("secret-none-text")).show(ui);
        return;
    }
    source(ui, state);
    match state.choices.secret.source {
        SecretSource::Create => {
            pair_of(ui, state, name, |ui, state| user(ui, state, first));
            if_deleted(ui, state);
            pair_of(ui, state, password, key);
            let user = user_name(state);
            Callout::new(Sign::Note, t!("secret-user-unknown"), &t!("secret-user-unknown-text", user = user)).show(ui);
        }
        SecretSource::Reuse => {
            pair_of(ui, state, reuse, |ui, state| user(ui, state, first));
            check(ui, t!("secret-look-inside"), &mut state.choices.secret.check_shape);
            note(ui, Note::Icon(Icon::Eye, t!("secret-look-inside-why")));
            found_inside(ui, state);
        }
        SecretSource::RdsManaged => {
            if let Some(problem) = state.designed.problem_with("secret.source") {
                let words = wrong_words(problem);
                if note(ui, Note::Wrong(&words, Some(t!("secret-create-one")))) {
                    state.choices.secret.source = SecretSource::Create;
                }
            }
            pair(ui, |ui| user(ui, state, first), |_| ());
        }
    }
}

fn head(ui: &mut Ui, text: &str, right: impl FnOnce(&mut Ui)) {
    let color = tokens(ui).text;
    ui.allocate_ui_with_layout(vec2(ui.available_width(), CONTROL), Layout::right_to_left(Align::Center), |ui| {
        right(ui);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| label(ui, text, Font::Strong, color));
    });
}

/// Two fields side by side.
pub fn pair(ui: &mut Ui, left: impl FnOnce(&mut Ui), right: impl FnOnce(&mut Ui)) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        ui.columns(2, |columns| {
            let [first, second] = columns else { return };
            left(first);
            right(second);
        });
    });
}

/// The same with the state handed to one after the other.
pub fn pair_of(
    ui: &mut Ui,
    state: &mut State,
    left: impl FnOnce(&mut Ui, &mut State),
    right: impl FnOnce(&mut Ui, &mut State),
) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        ui.columns(2, |columns| {
            let [first, second] = columns else { return };
            left(first, state);
            right(second, state);
        });
    });
}

const SOURCES: [SecretSource; 3] = [SecretSource::Create, SecretSource::Reuse, SecretSource::RdsManaged];

fn source(ui: &mut Ui, state: &mut State) {
    let count = usable(state).count();
    let reuse = t!("secret-source-reuse", count = count);
    let words = [t!("secret-source-create"), reuse.as_str(), t!("secret-source-managed")];
    let chosen = SOURCES.iter().position(|source| *source == state.choices.secret.source).unwrap_or(0);
    let mut picked = None;
    head(ui, t!("secret-head"), |ui| picked = segmented(ui, t!("secret-source"), &words, chosen));
    if let Some(source) = picked.and_then(|index| SOURCES.get(index)) {
        switch(state, *source);
    }
    note(ui, Note::Icon(Icon::Info, t!("secret-source-why")));
}

/// A name to create is no name to reuse: each source keeps its own.
fn switch(state: &mut State, source: SecretSource) {
    let choice = &mut state.choices.secret;
    if choice.source != source {
        std::mem::swap(&mut choice.name, &mut state.pages.secret.other_name);
        choice.source = source;
    }
}

fn usable(state: &State) -> impl Iterator<Item = &Secret> {
    let secrets = state.offers.value().map(|offers| offers.secrets.items()).unwrap_or_default();
    secrets.iter().filter(|secret| !secret.deleted)
}

/// The user as design takes it.
fn user_name(state: &State) -> String {
    let shape = state.observed.value().and_then(|observed| observed.secret_shape.present());
    names::db_user(&state.choices, database::chosen(state), shape)
}

/// The deleted secret that keeps the wanted name.
fn deleted(state: &State) -> Option<&Secret> {
    let observed = state.observed.value()?;
    let under_it = observed.secret.present().filter(|secret| secret.deleted);
    observed.deleted_secrets.first().or(under_it)
}

/// Two ways on where a deleted secret keeps the name, each with what speaks for it.
fn if_deleted(ui: &mut Ui, state: &mut State) {
    let Some(kept) = deleted(state).map(|secret| secret.name.clone()) else { return };
    let passed = state.observed.value().map_or(0, |observed| observed.deleted_secrets.len()).max(1);
    let next = names::following(&kept).nth(passed - 1).unwrap_or_default();
    let problem = state.designed.problem_with("secret.if_deleted").map(wrong_words);
    let choice = &mut state.choices.secret.if_deleted;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        head(ui, &t!("secret-deleted-head", name = kept.as_str()), |_| ());
        for (way, words, why) in [
            (IfDeleted::NextName, t!("secret-deleted-next", name = next.as_str()), t!("secret-deleted-next-why")),
            (IfDeleted::Restore, t!("secret-deleted-restore", name = kept.as_str()), t!("secret-deleted-restore-why")),
        ] {
            if radio(ui, &words, *choice == way).clicked() {
                *choice = way;
            }
            match &problem {
                Some(words) if way == IfDeleted::Restore => note(ui, Note::Wrong(words, None)),
                _ => note(ui, Note::Why(why)),
            };
        }
    });
}

fn name(ui: &mut Ui, state: &mut State) {
    let mut unnamed = state.choices.clone();
    unnamed.secret.name = None;
    let default = names::secret(&unnamed).unwrap_or_default();
    let wanted = names::secret(&state.choices);
    let free = state.observed.ready().is_some_and(|observed| observed.secret == Part::Absent);
    let free = free && deleted(state).is_none();
    let why = match (free, state.offers.value()) {
        (true, _) => Note::Icon(Icon::Check, t!("secret-free")),
        _ if wanted.is_none() => Note::Why(""),
        _ => Note::Why(t!("secret-name-why")),
    };
    let answer = AnsweredField::new(t!("secret-name"), why, state.designed.problem_with("secret.name"));
    let there = state.observed.ready().and_then(|observed| observed.secret.present());
    let answer =
        if there.is_some_and(|secret| !secret.deleted) { answer.way_out(t!("secret-reuse-it")) } else { answer };
    if answer.show(ui, &mut state.choices.secret.name, &default) {
        switch(state, SecretSource::Reuse);
        state.choices.secret.name = wanted;
        // A name that is taken is none to come back to.
        state.pages.secret.other_name = None;
    }
}

fn user(ui: &mut Ui, state: &mut State, first: Id) {
    let mut unnamed = state.choices.clone();
    unnamed.secret.user = None;
    let shape = state.observed.value().and_then(|observed| observed.secret_shape.present());
    let default = names::db_user(&unnamed, database::chosen(state), shape);
    let why = if state.choices.auth_mode.needs_secret() { t!("secret-user-why") } else { t!("secret-user-iam-why") };
    let answer =
        AnsweredField::new(t!("secret-user"), Note::Why(why), state.designed.problem_with("secret.user")).id(first);
    answer.show(ui, &mut state.choices.secret.user, &default);
}

fn password(ui: &mut Ui, state: &mut State) {
    ui.spacing_mut().item_spacing.y = 6.0;
    match state.choices.secret.password {
        PasswordSource::Generated => {
            field_label(ui, t!("secret-password"), false);
            if made_box(ui) {
                state.choices.secret.password = PasswordSource::Typed;
            }
            note(ui, Note::Icon(Icon::LockKeyhole, t!("secret-password-made-why")));
        }
        PasswordSource::Typed => {
            let note = if state.password.is_empty() {
                Note::Wrong(t!("secret-password-empty"), None)
            } else {
                Note::Icon(Icon::LockKeyhole, t!("secret-password-typed-why"))
            };
            Password::new(t!("secret-password")).note(note).show(ui, &mut state.password);
            if link(ui, t!("secret-password-make"), Font::Small).clicked() {
                state.choices.secret.password = PasswordSource::Generated;
                drop(state.password.take());
            }
        }
    }
}

/// Dots that nobody typed; true when somebody wants to.
fn made_box(ui: &mut Ui) -> bool {
    let colors = tokens(ui);
    let (row, response) = ListRow::new(ui, CONTROL, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, t!("secret-password-made")));
    let mut row = row.rounded(RADIUS).inset(10.0, 2.0);
    row.boxed(ui, colors.code_bg);
    let clicked = row.trail(ui, "made", |ui| {
        Button::quiet_icon(Icon::Pencil, t!("secret-password-type")).compact().show(ui).clicked()
    });
    row.title(ui, Rich::new().add(DOTS, Font::Mono, colors.text));
    clicked
}

fn key(ui: &mut Ui, state: &mut State) {
    ui.spacing_mut().item_spacing.y = 6.0;
    let look = &mut state.pages.secret;
    let problem = state.designed.problem_with("secret.kms_key");
    let choice = &mut state.choices.secret.kms_key;
    let own = choice.is_some();
    let why = if own { t!("secret-key-own-why") } else { t!("secret-key-why") };
    let offered = state.offers.value().map(|offers| &offers.keys);
    if look.key_by_hand || offered.is_some_and(|keys| keys.present().is_none()) {
        let answer = AnsweredField::new(t!("secret-key"), Note::Why(t!("secret-key-type-why")), problem);
        answer.optional(AWS_KEY).show(ui, choice, "");
        return;
    }
    let version = state.lists_version;
    if look.keys.as_ref().is_none_or(|(of, _)| *of != version) {
        let keys = offered.map(Part::items).unwrap_or_default();
        look.keys = Some((version, key_items(keys, version)));
    }
    let Some((_, items)) = &look.keys else { return };
    field_label(ui, t!("secret-key"), false);
    let shown = choice.as_deref().unwrap_or(AWS_KEY);
    let aside = if own { t!("secret-key-yours") } else { t!("secret-key-free") };
    let select =
        Select::new(t!("secret-key"), shown).aside(aside).hint(t!("secret-key-hint")).by_hand(t!("secret-key-by-hand"));
    match select.show(ui, items, &mut look.key_picker) {
        Some(Selected::Row(row)) => {
            *choice = items.get(row).map(|item| item.name.clone()).filter(|name| name != AWS_KEY);
        }
        Some(Selected::ByHand) => look.key_by_hand = true,
        None => {}
    }
    match problem {
        Some(problem) => note(ui, Note::Wrong(&wrong_words(problem), None)),
        None => note(ui, Note::Why(why)),
    };
}

fn key_items(keys: &[KmsKey], version: u64) -> PickerItems {
    let aws = PickerItem { name: AWS_KEY.to_owned(), facts: t!("secret-key-aws").to_owned(), ..PickerItem::default() };
    let own = keys.iter().filter(|key| key.customer_managed).map(|key| PickerItem {
        name: key.aliases.first().unwrap_or(&key.key_id).clone(),
        facts: key.key_id.clone(),
        blocked: (key.state != KeyState::Enabled).then(|| t!("secret-key-state", state = key.state.as_str())),
        also: key.arn.clone(),
        ..PickerItem::default()
    });
    PickerItems::new(Icon::KeyRound, Vec::new(), std::iter::once(aws).chain(own).collect(), version)
}

fn reuse(ui: &mut Ui, state: &mut State) {
    ui.spacing_mut().item_spacing.y = 6.0;
    let problem = state.designed.problem_with("secret.name");
    let look = &mut state.pages.secret;
    let offered = state.offers.value().map(|offers| &offers.secrets);
    let choice = &mut state.choices.secret.name;
    if look.secret_by_hand || offered.is_some_and(|secrets| secrets.present().is_none()) {
        let why = match offered.and_then(Part::unreadable) {
            Some(denied) => t!("secret-list-denied", operation = denied.operation.as_str()),
            None => t!("secret-type-why").to_owned(),
        };
        AnsweredField::new(t!("secret-which"), Note::Why(&why), problem).show(ui, choice, "");
        return;
    }
    let version = state.lists_version;
    if look.secrets.as_ref().is_none_or(|(of, _)| *of != version) {
        let secrets = offered.map(Part::items).unwrap_or_default();
        look.secrets = Some((version, secret_items(secrets, version)));
    }
    let Some((_, items)) = &look.secrets else { return };
    field_label(ui, t!("secret-which"), false);
    let shown = choice.as_deref().unwrap_or(t!("secret-choose"));
    let select = Select::new(t!("secret-which"), shown).hint(t!("secret-hint")).by_hand(t!("secret-by-hand"));
    match select.show(ui, items, &mut look.secret_picker) {
        Some(Selected::Row(row)) => *choice = items.get(row).map(|item| item.name.clone()),
        Some(Selected::ByHand) => look.secret_by_hand = true,
        None => {}
    }
    match problem.filter(|_| choice.is_some()) {
        Some(problem) => note(ui, Note::Wrong(&wrong_words(problem), None)),
        None => note(ui, Note::Why(t!("secret-reuse-why"))),
    };
}

fn secret_items(secrets: &[Secret], version: u64) -> PickerItems {
    let row = |secret: &Secret| PickerItem {
        name: secret.name.clone(),
        facts: secret.description.clone().unwrap_or_default(),
        right: if secret.rotation_enabled { t!("secret-rotates").to_owned() } else { String::new() },
        blocked: secret.deleted.then(|| t!("secret-deleted").to_owned()),
        also: secret.arn.clone(),
        ..PickerItem::default()
    };
    PickerItems::new(Icon::LockKeyhole, Vec::new(), secrets.iter().map(row).collect(), version)
}

/// What the consented look found.
fn found_inside(ui: &mut Ui, state: &State) {
    if !state.choices.secret.check_shape || state.designed.problem_with("secret.name").is_some() {
        return;
    }
    let shape = state.observed.ready().and_then(|observed| observed.secret_shape.present());
    if let Some(user) = shape.and_then(|shape| shape.username.as_deref()) {
        Callout::new(Sign::Passed, t!("secret-shape-right"), &t!("secret-shape-right-text", user = user)).show(ui);
    }
}
