//! The tunnel: what could carry one, the exact line, and the one that is open.

use std::time::Instant;

use eframe::egui::{Align, Layout, Ui, vec2};

use crate::gui::command::{Command, Commands};
use crate::gui::icon::Icon;
use crate::gui::pages::failure::failure;
use crate::gui::pages::times::clock;
use crate::gui::rich::label;
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::tunnelling::{OpenTunnel, TunnelAsk};
use crate::gui::widgets::{
    Badge, Button, Callout, Code, Fact, Field, Language, Note, PickerItem, PickerItems, PickerState, Select, Selected,
    Sign, Tone, card, code_block, facts, field_label, icon_line, link_to,
};
use crate::text::t;
use crate::tunnel::{Candidate, Candidates, Tunnel};
use crate::words::{carrier_facts, carrier_name, carrier_unfit, unread_carriers};

/// What is looked at.
#[derive(Default)]
pub struct TunnelCard {
    /// The card is to come into view.
    wanted: bool,
    picker: PickerState,
    /// The rows, and the answer that they were made from.
    items: Option<(u64, PickerItems)>,
    /// It is typed rather than picked.
    by_hand: bool,
}

impl TunnelCard {
    pub fn say_again(&mut self) {
        self.items = None;
    }
}

/// Scrolls to the card, and reads what could carry a tunnel where that was not read yet.
pub fn turn_to(state: &mut State, commands: &mut Commands) {
    state.pages.connect.tunnel.wanted = true;
    if state.tunnelling.candidates.is_unasked() {
        commands.push(Command::Tunnel(TunnelAsk::Look));
    }
}

pub fn tunnel(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let open = state.tunnelling.tunnel.ready().cloned();
    let head = ui
        .allocate_ui_with_layout(vec2(ui.available_width(), 22.0), Layout::left_to_right(Align::Center), |ui| {
            label(ui, t!("tunnel-head"), Font::Strong, tokens(ui).text);
            if open.is_some() {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    Badge::new(Icon::Route, t!("tunnel-is-open"), Tone::Ok).show(ui);
                });
            }
        })
        .response;
    if std::mem::take(&mut state.pages.connect.tunnel.wanted) {
        head.scroll_to_me(Some(Align::Min));
    }
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 10.0;
        match &open {
            Some(open) => standing(ui, state, open, commands),
            None => closed(ui, state, commands),
        }
    });
}

/// The tunnel that is open.
fn standing(ui: &mut Ui, state: &State, open: &OpenTunnel, commands: &mut Commands) {
    let mono = |text: &str| format!("`{text}`");
    let (near, far) = (mono(&open.via.to_string()), mono(&format!("{}:{}", open.host, open.port)));
    let candidates = state.tunnelling.candidates.value();
    let carrier = candidates.and_then(|all| all.carriers.iter().find(|candidate| candidate.id == open.carrier));
    let through = match carrier.map(carrier_name) {
        Some(name) if name != open.carrier.to_string() => format!("{name} {}", mono(&open.carrier.to_string())),
        _ => mono(&open.carrier.to_string()),
    };
    let since = t!("tunnel-since-value", time = clock(open.since));
    facts(
        ui,
        &[
            Fact::new(t!("tunnel-near"), &near),
            Fact::new(t!("tunnel-far"), &far),
            Fact::new(t!("tunnel-through"), &through),
            Fact::new(t!("tunnel-since"), &since),
        ],
    );
    let until = if state.is_practice() { t!("tunnel-until-practice") } else { t!("tunnel-until") };
    icon_line(ui, Icon::Info, until);
    if Button::secondary(t!("tunnel-end")).icon(Icon::CircleStop).show(ui).clicked() {
        commands.push(Command::Tunnel(TunnelAsk::End));
    }
}

fn closed(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    pick(ui, state);
    reading(ui, state);
    if let Some(error) = state.tunnelling.tunnel.error() {
        failure(ui, error, |_| ());
    }
    let can_open = command(ui, state);
    let opening = state.tunnelling.is_opening(Instant::now());
    if opening {
        icon_line(ui, Icon::LoaderCircle, t!("tunnel-opening"));
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let open = Button::secondary(t!("tunnel-open")).icon(Icon::Route);
        if can_open && open.enabled(!opening && !state.is_running()).show(ui).clicked() {
            commands.push(Command::Tunnel(TunnelAsk::Open));
        }
        let candidates = &state.tunnelling.candidates;
        let words = if candidates.value().is_some() { t!("carriers-again") } else { t!("carriers-look") };
        let look = Button::secondary(words).icon(Icon::Search);
        if look.enabled(candidates.waiting(Instant::now()).is_none()).show(ui).clicked() {
            commands.push(Command::Tunnel(TunnelAsk::Look));
        }
    });
}

/// The exact line, and what it needs that is not there; true where a tunnel can be opened.
fn command(ui: &mut Ui, state: &State) -> bool {
    let Some(connection) = state.connection() else { return false };
    let (account, look) = (&connection.account, &state.pages.connect);
    let (Some(needs), Ok(carrier), Ok(target)) = (state.tunnelling.needs, look.carrier(), look.target(account)) else {
        return false;
    };
    let region = target.region.as_deref().unwrap_or(&account.region);
    let line = Tunnel::at(needs.port, &target, &carrier, region, connection.profile.as_deref()).line();
    // The practice account opens none in earnest.
    if let Some(missing) = needs.missing.filter(|_| !state.is_practice()) {
        let head = t!("tunnel-missing", name = missing.name());
        Callout::new(Sign::Warning, &head, t!("tunnel-get")).show_body(ui, |ui| {
            link_to(ui, &t!("tunnel-get-link", name = missing.name()), Font::Dense, missing.url());
            code_block(ui, Code::new(&line, Language::Shell));
        });
        return false;
    }
    label(ui, t!("tunnel-will"), Font::Small, tokens(ui).text_muted);
    code_block(ui, Code::new(&line, Language::Shell));
    true
}

/// From the list where there is one, else typed.
fn pick(ui: &mut Ui, state: &mut State) {
    let candidates = &state.tunnelling.candidates;
    let look = &mut state.pages.connect;
    let found = candidates.value().filter(|found| !look.tunnel.by_hand && !found.carriers.is_empty());
    let Some(found) = found else {
        Field::new(t!("tunnel-field"))
            .optional()
            .input(|input| input.hint("i-0123456789abcdef0"))
            .note(Note::Icon(Icon::Route, t!("tunnel-field-why")))
            .show(ui, &mut look.form.carrier);
        return;
    };
    let version = candidates.answered();
    if look.tunnel.items.as_ref().is_none_or(|(of, _)| *of != version) {
        look.tunnel.items = Some((version, items(found, version)));
    }
    let Some((_, items)) = &look.tunnel.items else { return };
    field_label(ui, t!("tunnel-field"), true);
    let chosen = found.carriers.iter().find(|candidate| candidate.id.to_string() == look.form.carrier.trim());
    let value = chosen.map_or_else(|| look.form.carrier.clone(), carrier_name);
    let shown = if value.is_empty() { t!("tunnel-choose") } else { value.as_str() };
    let aside = chosen.map(carrier_facts).unwrap_or_default();
    let select = Select::new(t!("tunnel-field"), shown).aside(&aside).hint(t!("tunnel-pick-hint"));
    match select.by_hand(t!("tunnel-by-hand")).show(ui, items, &mut look.tunnel.picker) {
        Some(Selected::Row(row)) => {
            look.form.carrier = items.get(row).map(|item| item.also.clone()).unwrap_or_default();
        }
        Some(Selected::ByHand) => look.tunnel.by_hand = true,
        None => {}
    }
}

fn items(found: &Candidates, version: u64) -> PickerItems {
    let row = |candidate: &Candidate| PickerItem {
        name: carrier_name(candidate),
        facts: carrier_facts(candidate),
        blocked: candidate.unfit.as_ref().map(carrier_unfit),
        also: candidate.id.to_string(),
        ..PickerItem::default()
    };
    PickerItems::new(Icon::Route, Vec::new(), found.carriers.iter().map(row).collect(), version)
}

/// How far the list is: not read, being read, read with gaps, or empty.
fn reading(ui: &mut Ui, state: &State) {
    let candidates = &state.tunnelling.candidates;
    if candidates.waiting(Instant::now()).is_some() {
        icon_line(ui, Icon::LoaderCircle, t!("carriers-reading"));
    }
    if let Some(error) = candidates.error() {
        failure(ui, error, |_| ());
    }
    if let Some(found) = candidates.ready() {
        if !found.unread.is_empty() {
            Callout::new(Sign::Warning, t!("carriers-gaps"), &unread_carriers(&found.unread)).show(ui);
        }
        if found.carriers.iter().all(|candidate| candidate.unfit.is_some()) && found.unread.is_empty() {
            icon_line(ui, Icon::Info, t!("carriers-none"));
        }
    }
}
