//! The endpoints of the picked proxy: where each leads, which functions connect through it, and its removal.

use std::time::Instant;

use eframe::egui::{Align, Layout, Ui};

use crate::discover::EndpointsRead;
use crate::domain::proxy::ProxyEndpoint;
use crate::gui::command::{Command, Commands};
use crate::gui::frame::{footer_note, footer_row, page_head, page_scroll};
use crate::gui::icon::Icon;
use crate::gui::pages::failure::failure;
use crate::gui::pages::shared;
use crate::gui::rich::label;
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::validation::{Endpoints, Part, ValidationAsk};
use crate::gui::widgets::{
    Button, Callout, Fact, PathPart, Sign, card, copy_button, facts, running_line, sign_line, skeleton,
};
use crate::text::t;
use crate::words::endpoints::{not_known, used_by};

pub fn page(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let proxy = state.validation.picked().name;
    page_head(ui, &t!("endpoints-title", proxy = proxy), t!("endpoints-sentence"), &[PathPart::FirstHop]);
    let endpoints = &state.validation.endpoints;
    if endpoints.read.is_unasked() && !state.is_running() {
        commands.push(Command::Validate(ValidationAsk::Endpoints));
    }
    page_scroll(ui, |ui| {
        news(ui, endpoints, commands);
        match (endpoints.read.value(), endpoints.read.error()) {
            (_, Some(report)) => {
                failure(ui, report, |ui| again(ui, commands));
            }
            (Some(read), None) => list(ui, read, endpoints.refused.waiting(Instant::now()).is_none(), commands),
            (None, None) => skeleton(ui, 4),
        }
    });
}

fn again(ui: &mut Ui, commands: &mut Commands) {
    if Button::secondary(t!("retry")).icon(Icon::RefreshCw).compact().show(ui).clicked() {
        commands.push(Command::Validate(ValidationAsk::Endpoints));
    }
}

/// What became of the removal that was asked for.
fn news(ui: &mut Ui, endpoints: &Endpoints, commands: &mut Commands) {
    let Some(name) = &endpoints.asked else { return };
    if endpoints.refused.waiting(Instant::now()).is_some() {
        return running_line(ui, &t!("endpoints-planning", name = name.as_str()));
    }
    if let Some(report) = endpoints.refused.error() {
        failure(ui, report, |_| ());
    }
    let Some(refused) = endpoints.refused.ready().and_then(Option::as_ref) else { return };
    for (index, conflict) in refused.conflicts.iter().enumerate() {
        let last = index + 1 == refused.conflicts.len();
        Callout::new(Sign::Error, &conflict.title, &conflict.cure).show_with(ui, |ui| {
            if last
                && refused.only_used
                && Button::secondary(t!("endpoints-remove-used")).icon(Icon::Minus).compact().show(ui).clicked()
            {
                commands.push(remove(name, true));
            }
        });
    }
    ui.add_space(8.0);
}

fn list(ui: &mut Ui, read: &EndpointsRead, idle: bool, commands: &mut Commands) {
    if let Some(hidden) = not_known(read) {
        sign_line(ui, Sign::Unknown, &hidden);
    }
    for endpoint in read.observed.proxy_endpoints.items() {
        card(ui, |ui| row(ui, endpoint, read, idle, commands));
        ui.add_space(8.0);
    }
}

fn row(ui: &mut Ui, endpoint: &ProxyEndpoint, read: &EndpointsRead, idle: bool, commands: &mut Commands) {
    ui.push_id(&endpoint.name, |ui| head(ui, endpoint, idle, commands));
    let used = used_by(endpoint, read);
    let host = endpoint.host.as_deref().unwrap_or(t!("endpoints-no-host"));
    facts(
        ui,
        &[
            Fact::new(t!("endpoints-fact-role"), endpoint.role.as_str()),
            Fact::new(t!("proxies-vpc"), &endpoint.vpc_id),
            Fact::new(t!("endpoints-fact-status"), endpoint.status.as_str()),
            Fact::new(t!("endpoints-fact-host"), host),
            Fact::new(t!("endpoints-fact-used"), &used),
        ],
    );
}

/// The name, and what can be done with it at the right.
fn head(ui: &mut Ui, endpoint: &ProxyEndpoint, idle: bool, commands: &mut Commands) {
    let colors = tokens(ui);
    ui.horizontal(|ui| {
        label(ui, &endpoint.name, Font::Strong, colors.text);
        if endpoint.is_default {
            label(ui, t!("endpoints-default"), Font::Dense, colors.text_muted);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if let Some(host) = &endpoint.host {
                copy_button(ui, t!("endpoints-copy"), host);
            }
            // AWS removes the default one with the proxy alone.
            if !endpoint.is_default {
                let name = t!("endpoints-remove-name", name = endpoint.name.as_str());
                let button = Button::destroying(t!("endpoints-remove")).named(&name).icon(Icon::Minus);
                if button.compact().enabled(idle).show(ui).clicked() {
                    commands.push(remove(&endpoint.name, false));
                }
            }
        });
    });
}

fn remove(name: &str, even_if_used: bool) -> Command {
    Command::Validate(ValidationAsk::RemoveEndpoint { name: name.to_owned(), even_if_used })
}

pub fn footer(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let (mut back, mut again) = (false, false);
    let waiting = state.validation.endpoints.read.waiting(Instant::now()).is_some();
    footer_row(
        ui,
        |ui| back = shared::back_button(ui),
        |ui| again = Button::secondary(t!("listing-reload")).icon(Icon::RefreshCw).enabled(!waiting).show(ui).clicked(),
        |ui| footer_note(ui, Icon::Eye, t!("endpoints-note")),
    );
    if back {
        commands.push(Command::Validate(ValidationAsk::Show(Part::Findings)));
    }
    if again {
        commands.push(Command::Validate(ValidationAsk::Endpoints));
    }
}
