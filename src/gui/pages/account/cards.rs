//! The accounts as cards: each profile with who it is, the practice account, and the region.

use std::time::Instant;

use eframe::egui::{Align, Layout, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::{account_id, choose, place, profile};
use crate::accounts::Source;
use crate::domain::account::{Account, Mode as AccountMode, Profile};
use crate::gui::command::{Command, Commands};
use crate::gui::icon::Icon;
use crate::gui::rich::{Rich, label, on_hover};
use crate::gui::signing_in::SigningInAsk;
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{
    Badge, Button, Filter, Input, Mode, Tone, card_head, command_line, grid_choice, grid_gap, icon_line, link,
    mode_pill, practice_edge,
};
use crate::report::Kind;
use crate::text::t;
use crate::words::listed::profile_kind;

/// Stands for the credentials that no profile names: environment, container, instance.
pub const DEFAULT_CHAIN: &str = "";
const HEIGHT: f32 = 116.0;
const GAP: f32 = 12.0;
/// Cards are not narrower than this.
const NARROWEST: f32 = 260.0;
/// More profiles than this are searched.
const HANDFUL: usize = 6;

pub fn head(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let colors = tokens(ui);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 32.0), Layout::right_to_left(Align::Center), |ui| {
        if Button::quiet(t!("account-reload")).icon(Icon::RefreshCw).compact().show(ui).clicked() {
            state.identities.clear();
            commands.push(Command::ReloadProfiles);
        }
        if has_many(state) {
            let search = &mut state.pages.account.search;
            let input = Input::new(t!("account-search")).icon(Icon::Search).hint(t!("account-search-hint"));
            let width = if ui.available_width() < 560.0 { 150.0 } else { 220.0 };
            input.prose().width(width).show(ui, search);
        }
        let words = match state.profiles.value() {
            Some(profiles) => t!("account-profiles", count = profiles.len()),
            None => t!("account-profiles-reading").to_owned(),
        };
        label(ui, &words, Font::Small, colors.text_muted);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            label(ui, t!("account-head"), Font::Heading, colors.text);
        });
    });
}

fn has_many(state: &State) -> bool {
    state.profiles.value().is_some_and(|profiles| profiles.len() > HANDFUL)
}

/// The names of the profiles that somebody searches for.
fn searched(state: &State) -> Vec<String> {
    let profiles = state.profiles.value().map(Vec::as_slice).unwrap_or_default();
    let filter = if has_many(state) { Filter::new(&state.pages.account.search) } else { Filter::default() };
    let fits = |profile: &&Profile| {
        let account = state.identities.get(&profile.name).and_then(|identity| identity.value());
        let (id, alias) = account.map_or(("", ""), |account| (&account.id, account.alias.as_deref().unwrap_or("")));
        let region = profile.region.as_deref().unwrap_or_default();
        let text = [profile.name.as_str(), profile_kind(profile.kind), region, id, alias].join(" ");
        filter.matches(&text.to_lowercase())
    };
    profiles.iter().filter(fits).map(|profile| profile.name.clone()).collect()
}

enum GridCard {
    Profile(String),
    Practice,
    Place,
    /// There is no profile: how to get one.
    NoProfile,
}

pub fn cards(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let mut all: Vec<GridCard> = Vec::new();
    if state.identities.get(DEFAULT_CHAIN).is_some_and(|identity| identity.value().is_some())
        && !names_environment(state)
    {
        all.push(GridCard::Profile(DEFAULT_CHAIN.to_owned()));
    }
    let searched = searched(state);
    if searched.is_empty() && has_many(state) {
        label(ui, t!("account-search-none"), Font::Body, tokens(ui).text_muted);
    }
    all.extend(searched.into_iter().map(GridCard::Profile));
    // The practice account stands at the end of the first row, the region at the end; with it in the first row
    // where the end is far away.
    let columns = columns(ui);
    if has_many(state) {
        let first = all.len().min(columns.saturating_sub(2));
        all.splice(first..first, [GridCard::Practice, GridCard::Place]);
    } else {
        all.insert(all.len().min(columns - 1), GridCard::Practice);
        all.push(GridCard::Place);
    }
    if state.profiles.ready().is_some_and(Vec::is_empty) {
        all.push(GridCard::NoProfile);
    }

    #[expect(clippy::cast_precision_loss, reason = "a few columns")]
    let width = ((ui.available_width() - GAP * (columns as f32 - 1.0)) / columns as f32).floor();
    for row in all.chunks(columns) {
        let (whole, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
        let mut left = whole.left();
        for shown in row {
            let area = Rect::from_min_size(pos2(left, whole.top()), vec2(width, HEIGHT));
            left += width + GAP;
            match shown {
                GridCard::Profile(name) => profile_card(ui, area, name, state, commands),
                GridCard::Practice => practice_card(ui, area, state, commands),
                GridCard::Place => place::card(ui, area, state, commands),
                GridCard::NoProfile => no_profile(ui, area),
            }
        }
        ui.add_space(GAP - ui.spacing().item_spacing.y);
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few columns")]
fn columns(ui: &Ui) -> usize {
    (((ui.available_width() + GAP) / (NARROWEST + GAP)).floor() as usize).clamp(1, 4)
}

/// The default chain is a profile that is listed already.
fn names_environment(state: &State) -> bool {
    let Some(found) = state.identities.get(DEFAULT_CHAIN).and_then(|identity| identity.value()) else { return false };
    state.identities.iter().any(|(name, identity)| {
        !name.is_empty() && identity.value().is_some_and(|other| other.principal == found.principal)
    })
}

fn profile_card(ui: &mut Ui, area: Rect, name: &str, state: &mut State, commands: &mut Commands) {
    if ui.is_rect_visible(area) && !state.identities.contains_key(name) {
        commands.push(Command::Identify(name.to_owned()));
    }
    let source = Source::Profile { name: (!name.is_empty()).then(|| name.to_owned()) };
    let chosen = state.source.as_ref() == Some(&source);
    let title = if name.is_empty() { t!("account-environment") } else { name };
    let (response, mut inside) = grid_choice(ui, area, title, chosen);
    let ui = &mut inside;
    let stand = stand(state, name, chosen);
    card_head(ui, title, |ui| {
        if let Some((icon, words, tone)) = stand.badge() {
            Badge::new(icon, words, tone).show(ui);
        }
    });
    let colors = tokens(ui);
    let identity = state.identities.get(name).and_then(|identity| identity.value());
    let known = match identity {
        Some(account) => known(account),
        None => t!("account-not-known").to_owned(),
    };
    line(ui, &known, Font::Code, colors.text_muted);
    let kind = profile(state, name).map_or(t!("kind-environment"), |profile| profile_kind(profile.kind));
    let who = identity.map(|account| principal(&account.principal));
    let who = who.filter(|who| !who.is_empty());
    let words = who.map_or_else(|| kind.to_owned(), |who| format!("{kind} · {who}"));
    line(ui, &words, Font::Small, colors.text_muted);
    ui.add_space(2.0);
    match stand {
        Stand::SignIn | Stand::Code => {
            let profile = profile(state, name);
            if profile.is_some_and(Profile::signs_in_here) {
                let words = t!("sign-in-profile", profile = name);
                let button = Button::secondary(t!("sign-in")).named(&words).icon(Icon::ArrowUpRight).compact();
                if button.show(ui).clicked() {
                    commands.push(Command::SignIn(SigningInAsk::Begin(name.to_owned())));
                }
            } else if let Some(command) = profile.and_then(Profile::login_command) {
                command_line(ui, &command);
            }
        }
        Stand::NotUsable => {
            if link(ui, t!("account-repair"), Font::Small).clicked() {
                state.pages.account.repair = Some(name.to_owned());
            }
        }
        Stand::Chosen | Stand::Usable => {
            let region = profile(state, name).and_then(|profile| profile.region.clone());
            let words = match region {
                Some(region) => t!("account-profile-region", region = region),
                None => t!("account-profile-no-region").to_owned(),
            };
            icon_line(ui, Icon::Globe, &words);
        }
        Stand::Opening | Stand::Asking => {}
    }
    if response.clicked() {
        choose(state, commands, source, None);
    }
}

/// How a profile stands.
#[derive(Clone, Copy, PartialEq)]
enum Stand {
    Chosen,
    Opening,
    Asking,
    SignIn,
    /// A role wants the code of a device.
    Code,
    NotUsable,
    Usable,
}

impl Stand {
    fn badge(self) -> Option<(Icon, &'static str, Tone)> {
        Some(match self {
            Self::Chosen => (Icon::Check, t!("account-selected"), Tone::New),
            Self::Opening => (Icon::LoaderCircle, t!("account-opening"), Tone::Running),
            Self::Asking => (Icon::Hourglass, t!("account-asking"), Tone::Neutral),
            Self::SignIn => (Icon::TriangleAlert, t!("account-sign-in"), Tone::Warn),
            Self::Code => (Icon::LockKeyhole, t!("account-code"), Tone::Warn),
            Self::NotUsable => (Icon::CircleX, t!("account-not-usable"), Tone::Error),
            Self::Usable => return None,
        })
    }
}

fn stand(state: &State, name: &str, chosen: bool) -> Stand {
    if chosen && state.connection.ready().is_some() {
        return Stand::Chosen;
    }
    if chosen && state.connection.waiting(Instant::now()).is_some() {
        return Stand::Opening;
    }
    let failed = if chosen { state.connection.error() } else { None };
    let failed = failed.or_else(|| state.identities.get(name).and_then(|identity| identity.error()));
    match failed {
        Some(report) => {
            if report.kind == Kind::Input && profile(state, name).is_some_and(|profile| profile.mfa_serial.is_some()) {
                return Stand::Code;
            }
            let can_sign_in = profile(state, name).is_some_and(|profile| profile.login_command().is_some());
            let ended = report
                .copy
                .as_deref()
                .is_some_and(|copy| copy.starts_with("aws sso login") || copy.starts_with("aws login"));
            if can_sign_in && (ended || report.kind == Kind::Input) { Stand::SignIn } else { Stand::NotUsable }
        }
        None if account_id(state, name).is_some() => Stand::Usable,
        None => Stand::Asking,
    }
}

fn known(account: &Account) -> String {
    match &account.alias {
        Some(alias) => format!("{} · {alias}", account.grouped_id()),
        None => account.grouped_id(),
    }
}

/// `arn:aws:sts::1:assumed-role/AWSReservedSSO_Admin_0123abcd/mara` is `Admin / mara` to people.
fn principal(arn: &str) -> String {
    let name = arn.splitn(6, ':').nth(5).unwrap_or(arn);
    let name = name.strip_prefix("assumed-role/").or_else(|| name.strip_prefix("user/")).unwrap_or(name);
    let name = match name.strip_prefix("AWSReservedSSO_").and_then(|rest| rest.split_once('/')) {
        Some((role, session)) => format!("{}/{session}", role.rsplit_once('_').map_or(role, |(role, _)| role)),
        None => name.to_owned(),
    };
    name.replace('/', " / ")
}

/// One line, cut at its end; the whole stands in the tooltip.
fn line(ui: &mut Ui, text: &str, font: Font, ink: eframe::egui::Color32) {
    let (response, cut) = Rich::new().add(text, font, ink).line(ui, 18.0);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    if cut {
        on_hover(response, text);
    }
}

/// How a first profile comes about, in the place where it will stand.
fn no_profile(ui: &mut Ui, area: Rect) {
    let colors = tokens(ui);
    let mut inside = grid_gap(ui, area, "no-profile");
    card_head(&mut inside, t!("account-none"), |_| ());
    label(&mut inside, t!("account-none-text"), Font::Small, colors.text_muted);
    inside.add_space(4.0);
    command_line(&mut inside, "aws configure sso");
}

fn practice_card(ui: &mut Ui, area: Rect, state: &mut State, commands: &mut Commands) {
    let chosen = matches!(state.source, Some(Source::Practice { .. }));
    let (response, mut inside) = grid_choice(ui, area, t!("practice-name"), chosen);
    let colors = tokens(ui);
    practice_edge(ui, area);
    let ui = &mut inside;
    ui.set_max_width(ui.max_rect().width());
    let indented = ui.max_rect().with_min_x(ui.max_rect().left() + 8.0);
    ui.scope_builder(UiBuilder::new().max_rect(indented), |ui| {
        card_head(ui, t!("practice-name"), |ui| drop(mode_pill(ui, Mode::Practice)));
        let open = state.connection().filter(|connection| connection.account.mode == AccountMode::Practice);
        match open {
            Some(connection) => line(ui, &known(&connection.account), Font::Code, colors.text_muted),
            None => line(ui, t!("practice-id"), Font::Code, colors.text_muted),
        }
        let words = match (open, state.lists.value()) {
            (Some(_), Some(lists)) => {
                t!("practice-holds", databases = lists.databases.len(), functions = lists.functions.len())
            }
            _ => t!("practice-memory").to_owned(),
        };
        line(ui, &words, Font::Small, colors.text_muted);
        ui.add_space(2.0);
        icon_line(ui, Icon::Unplug, t!("practice-never"));
    });
    if response.clicked()
        && !chosen
        && let Some(scenario) = state.scenarios.first()
    {
        let source = Source::Practice { scenario: scenario.name.to_owned() };
        choose(state, commands, source, None);
    }
}

#[cfg(test)]
mod tests {
    use super::principal;

    #[test]
    fn a_principal_is_said_as_people_know_it() {
        assert_eq!(
            principal("arn:aws:sts::482177301156:assumed-role/AWSReservedSSO_PlatformEngineer_0a1b2c/mara.lind"),
            "PlatformEngineer / mara.lind"
        );
        assert_eq!(principal("arn:aws:iam::482177301156:user/ci"), "ci");
        assert_eq!(principal("arn:aws:iam::482177301156:root"), "root");
    }
}
