//! The proxy's endpoints beside its default one: for reads alone, and in the function's VPC.

use eframe::egui::{Frame, Margin, Ui};

use super::endpoint_details;
use crate::design::no_reader;
use crate::domain::choices::Choices;
use crate::domain::database::Database;
use crate::domain::observed::Observed;
use crate::domain::proxy::EndpointRole;
use crate::domain::setup::{ProxyEndpointSetup, Setup};
use crate::gui::designed::Designed;
use crate::gui::rich::label;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Note, card_frame, hairline, note, switch_row};
use crate::text::{sentences, t};

pub use super::endpoint_details::EndpointsPart;

pub fn show(
    ui: &mut Ui,
    designed: &Designed,
    setup: &Setup,
    choices: &mut Choices,
    observed: Option<&Observed>,
    look: &mut EndpointsPart,
) {
    let database = observed.and_then(|observed| observed.database.present());
    let colors = tokens(ui);
    label(ui, t!("proxy-endpoints"), Font::Strong, colors.text);
    card_frame(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        read_only(ui, setup, choices, database);
        // Otherwise the function is where the default endpoint is.
        if let Some(vpc) = &setup.network.function_vpc {
            hairline(ui);
            let name = named(setup.proxy.endpoint(EndpointRole::ReadWrite));
            let title = t!("proxy-endpoint-vpc", vpc = vpc.label.as_str());
            let why = t!("head-and-text", head = designed.reason("FunctionVpcEndpoint"), text = name);
            let mut on = choices.proxy.endpoint_in_function_vpc;
            if switch_row(ui, &title, &why, &mut on).changed() {
                choices.proxy.endpoint_in_function_vpc = on;
            }
        }
    });
    if let Some(observed) = observed {
        endpoint_details::show(ui, designed, setup, choices, observed, look);
    }
}

/// What is chosen already can be taken back, whether or not it is possible.
fn read_only(ui: &mut Ui, setup: &Setup, choices: &mut Choices, database: Option<&Database>) {
    let obstacle = database.and_then(no_reader);
    let why = match (&obstacle, setup.proxy.endpoint(EndpointRole::ReadOnly)) {
        (Some((title, cure)), _) => t!("head-and-text", head = title.as_str(), text = *cure),
        (None, endpoint @ Some(_)) => {
            let variable = t!("proxy-endpoint-variable", name = setup.access.variable_names.reader_host.as_str());
            sentences([named(endpoint), variable])
        }
        (None, None) => t!("proxy-endpoint-reads-why").to_owned(),
    };
    let mut on = choices.proxy.read_only_endpoint;
    let possible = obstacle.is_none() || on;
    ui.add_enabled_ui(possible, |ui| {
        let below = if possible { why.as_str() } else { "" };
        if switch_row(ui, t!("proxy-endpoint-reads"), below, &mut on).changed() {
            choices.proxy.read_only_endpoint = on;
        }
    });
    if !possible {
        // A reason is not dimmed with what it is the reason for.
        Frame::NONE.inner_margin(Margin { left: 16, right: 16, top: 0, bottom: 8 }).show(ui, |ui| {
            ui.set_width(ui.available_width());
            note(ui, Note::Why(&why));
        });
    }
}

fn named(endpoint: Option<&ProxyEndpointSetup>) -> String {
    endpoint.map_or_else(String::new, |endpoint| t!("proxy-endpoint-named", name = endpoint.name.as_str()))
}
