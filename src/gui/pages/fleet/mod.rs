//! All proxies: a table that fills as answers come, over accounts and regions.

mod model;
mod table;

use std::time::{Duration, Instant};

use eframe::egui::{Align, Layout, ScrollArea, Ui, vec2};

use super::{keyboard, shared};
use crate::fleet::ProxyStanding;
use crate::gui::accepting;
use crate::gui::app::tick;
use crate::gui::command::{Command, Commands};
use crate::gui::fleet::{AllProxies, FleetAsk};
use crate::gui::frame::{footer_note, footer_row, page_head_with};
use crate::gui::icon::Icon;
use crate::gui::rich::label;
use crate::gui::save::{FleetFormat, What};
use crate::gui::state::State;
use crate::gui::theme::{CONTROL, CONTROL_COMPACT, Font, tokens};
use crate::gui::widgets::{
    Button, Input, card_frame, chip, empty_state, icon_cell, segmented, segmented_width, share_bar,
};
use crate::text::t;

use model::FleetOrder;
pub use model::{FleetAccount, FleetPage, accounts};

pub fn page(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let all = &state.all_proxies;
    let (title, sentence) = match all.is_begun {
        true if all.reading_since().is_some() && all.fleet.proxies.is_empty() => {
            (t!("fleet-page-title").to_owned(), t!("fleet-page-reading").to_owned())
        }
        true => (all.fleet.title(), all.fleet.summary()),
        false => (t!("fleet-page-title").to_owned(), t!("fleet-page-text").to_owned()),
    };
    let there = !all.fleet.proxies.is_empty();
    page_head_with(ui, &title, &sentence, |ui| {
        let export = Button::secondary(t!("fleet-export")).icon(Icon::Download).enabled(there);
        if export.show(ui).clicked() {
            commands.push(Command::Save { what: What::Fleet(FleetFormat::default()), place: None });
        }
        ui.add_space(8.0);
        let accepted = Button::quiet(t!("fleet-accepted-file")).icon(Icon::Clock);
        if accepted.show(ui).on_hover_text(accepted_file(state)).clicked() {
            commands.push(Command::Accept(accepting::AcceptingAsk::PickFile));
        }
    });
    form(ui, state, commands);
    ui.add_space(10.0);
    if let Some(since) = state.all_proxies.reading_since() {
        if let Some(ask) = progress(ui, &state.all_proxies, since) {
            commands.push(Command::Fleet(ask));
        }
        ui.add_space(8.0);
    }
    let all = &state.all_proxies;
    if all.fleet.proxies.is_empty() && all.fleet.unread.is_empty() && all.fleet.same.is_empty() {
        if !all.is_begun {
            empty_state(ui, Icon::Proxy, t!("fleet-empty-head"), t!("fleet-empty-text"), |_| {});
        }
        return;
    }
    let look = &mut state.pages.fleet;
    toolbar(ui, &state.all_proxies, look);
    ui.add_space(10.0);
    let shown = card_frame(ui).inner_margin(1).show(ui, |ui| {
        table::head(ui, look);
        let lines = model::lines(&state.all_proxies.fleet, look);
        let mut shown = None;
        ScrollArea::vertical().id_salt("all proxies").auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            if lines.is_empty() {
                ui.add_space(12.0);
                label(ui, t!("check-no-match"), Font::Dense, tokens(ui).text_muted);
            }
            let mut turned = None;
            for line in &lines {
                match table::line(ui, line) {
                    Some(table::Click::Turn(key)) => turned = Some(key),
                    Some(table::Click::Show(at)) => shown = Some(at),
                    None => {}
                }
            }
            if let Some(key) = turned {
                look.turn(&key);
            }
        });
        shown
    });
    if let Some(at) = shown.inner {
        commands.push(Command::Fleet(FleetAsk::Show(at)));
    }
}

/// Whose proxies: profiles, regions, the role in an organization's accounts.
fn form(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let reading = state.all_proxies.reading_since().is_some();
    let asked = &mut state.all_proxies.asked;
    let row = vec2(ui.available_width(), CONTROL);
    let mut go = false;
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        let button = match reading {
            true => Button::secondary(t!("fleet-stop")).icon(Icon::CircleStop),
            false => Button::secondary(t!("fleet-read")).icon(Icon::RefreshCw),
        };
        if button.show(ui).clicked() {
            commands.push(Command::Fleet(if reading { FleetAsk::Stop } else { FleetAsk::Read }));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let width = ((ui.available_width() - 20.0) / 3.0).floor();
            for (name, hint, text) in [
                (t!("fleet-profiles"), t!("fleet-profiles-hint"), &mut asked.profiles),
                (t!("fleet-regions"), t!("fleet-regions-hint"), &mut asked.regions),
                (t!("fleet-role"), t!("fleet-role-hint"), &mut asked.role),
            ] {
                let response = Input::new(name).hint(hint).width(width).show(ui, text);
                go |= response.lost_focus() && ui.input(|input| input.key_pressed(eframe::egui::Key::Enter));
            }
        });
    });
    if go && !reading {
        commands.push(Command::Fleet(FleetAsk::Read));
    }
}

/// How far the reading is, and the button that holds it or lets it go on.
fn progress(ui: &mut Ui, all: &AllProxies, since: Instant) -> Option<FleetAsk> {
    let colors = tokens(ui);
    let totals = all.fleet.totals();
    let paused = all.is_paused();
    let mut ask = None;
    tick(ui, Duration::from_secs(1));
    let row = vec2(ui.available_width(), CONTROL_COMPACT);
    ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        let (read, listed) = (totals.proxies, totals.listed);
        let words = match paused {
            true => {
                icon_cell(ui, Icon::Hourglass, 14.0, 16.0, colors.text_muted);
                t!("fleet-paused", read = read, listed = listed)
            }
            false => {
                icon_cell(ui, Icon::LoaderCircle, 14.0, 16.0, colors.accent);
                t!("fleet-read-of", read = read, listed = listed)
            }
        };
        label(ui, &words, Font::Strong, colors.text).on_hover_text(if paused { t!("fleet-paused-why") } else { "" });
        let places = t!(
            "fleet-read-places",
            read = all.fleet.read.len() + all.fleet.unread.len(),
            planned = all.planned.unwrap_or_default(),
            seconds = since.elapsed().as_secs()
        );
        let width = (ui.available_width() - 300.0).max(60.0);
        #[expect(clippy::cast_precision_loss, reason = "a share of a bar")]
        let share = totals.proxies as f32 / totals.listed.max(1) as f32;
        share_bar(ui, width, share);
        label(ui, &places, Font::Small, colors.text_muted);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let (words, icon, asked) = match paused {
                true => (t!("fleet-go-on"), Icon::Play, FleetAsk::GoOn),
                false => (t!("fleet-pause"), Icon::Hourglass, FleetAsk::Pause),
            };
            ask = Button::secondary(words).icon(icon).compact().show(ui).clicked().then_some(asked);
        });
    });
    ask
}

/// Which file says what is accepted.
fn accepted_file(state: &State) -> String {
    match state.accepted.file.as_str() {
        "" => t!("fleet-accepted-none").to_owned(),
        file => t!("fleet-accepted-from", file = file, count = state.accepted.baseline.exceptions.len()),
    }
}

/// The search, a chip for each standing, and what the rows are grouped by.
fn toolbar(ui: &mut Ui, all: &AllProxies, look: &mut FleetPage) {
    let filter_id = eframe::egui::Id::unique("filter all proxies");
    keyboard::find_key(ui, filter_id);
    let totals = all.fleet.totals();
    let words = [t!("fleet-by-cause"), t!("fleet-by-account")];
    let row = vec2(ui.available_width(), CONTROL);
    ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let search = if ui.available_width() < 800.0 { 150.0 } else { 210.0 };
        Input::new(t!("fleet-search"))
            .icon(Icon::Search)
            .hint(t!("fleet-search"))
            .prose()
            .id(filter_id)
            .width(search)
            .show(ui, &mut look.filter);
        let room = ui.available_width() - segmented_width(ui, &words) - 8.0;
        ui.allocate_ui_with_layout(vec2(room, CONTROL), Layout::left_to_right(Align::Center), |ui| {
            ui.set_clip_rect(ui.clip_rect().intersect(ui.max_rect().expand(2.0)));
            for standing in ProxyStanding::ALL {
                let count = totals.count(standing);
                let pressed = look.standings.contains(&standing);
                if (count > 0 || pressed)
                    && chip(ui, standing_words(standing), count, pressed)
                    && !look.standings.remove(&standing)
                {
                    look.standings.insert(standing);
                }
            }
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if let Some(at) = segmented(ui, t!("fleet-grouped"), &words, usize::from(look.by == FleetOrder::Account)) {
                look.by = if at == 0 { FleetOrder::Cause } else { FleetOrder::Account };
            }
        });
    });
}

fn standing_words(standing: ProxyStanding) -> &'static str {
    match standing {
        ProxyStanding::Broken => t!("fleet-broken"),
        ProxyStanding::WorksBut => t!("fleet-works-but"),
        ProxyStanding::NotReadable => t!("fleet-not-readable"),
        ProxyStanding::Accepted => t!("fleet-group-accepted"),
        ProxyStanding::Clean => t!("fleet-group-clean"),
    }
}

pub fn footer(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let key = shared::primary_key(ui);
    let reading = state.all_proxies.reading_since().is_some();
    let mut go = false;
    footer_row(
        ui,
        |_| {},
        |ui| {
            let words = if state.all_proxies.is_begun { t!("fleet-read-again") } else { t!("fleet-read-all") };
            let button = Button::primary(words).shortcut(t!("key-primary")).enabled(!reading);
            go = button.show(ui).clicked();
        },
        |ui| footer_note(ui, Icon::Eye, t!("check-never-changes")),
    );
    if !reading && (go || key) {
        commands.push(Command::Fleet(FleetAsk::Read));
    }
}
