//! Network types, init query and tags: rarely touched, so folded away.

use eframe::egui::{Ui, vec2};

use crate::domain::choices::Choices;
use crate::domain::proxy::NetworkType;
use crate::domain::setup::Setup;
use crate::gui::designed::Designed;
use crate::gui::icon::Icon;
use crate::gui::rich::label;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Button, Field, Note, field_label, note, segmented};
use crate::text::t;

#[derive(Default)]
pub struct Look {
    open: bool,
    tags: String,
    read: bool,
}

pub fn show(ui: &mut Ui, designed: &Designed, setup: &Setup, choices: &mut Choices, look: &mut Look) {
    let colors = tokens(ui);
    ui.horizontal(|ui| {
        let icon = if look.open { Icon::ChevronDown } else { Icon::ChevronRight };
        if Button::quiet(t!("proxy-advanced")).icon(icon).show(ui).clicked() {
            look.open = !look.open;
        }
        let network = setup.proxy.endpoint_network_type.api_name();
        let query = if setup.pool.init_query.is_some() { t!("proxy-query-set") } else { t!("proxy-query-none") };
        let summary = t!("proxy-advanced-now", network = network, query = query, tags = setup.tags.len());
        label(ui, &summary, Font::Small, colors.text_muted);
    });
    if !look.open {
        return;
    }
    ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
    let types = NetworkType::ALL;
    let names = types.map(NetworkType::api_name);
    let at = |of: NetworkType| types.iter().position(|known| *known == of).unwrap_or_default();
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            field_label(ui, t!("proxy-endpoint-network"), false);
            let chosen = at(setup.proxy.endpoint_network_type);
            if let Some(picked) = segmented(ui, t!("proxy-endpoint-network"), &names, chosen) {
                choices.proxy.endpoint_network_type = types.get(picked).copied();
            }
        });
        ui.vertical(|ui| {
            field_label(ui, t!("proxy-target-network"), false);
            let chosen = at(setup.proxy.target_connection_network_type).min(1);
            if let Some(picked) = segmented(ui, t!("proxy-target-network"), &["IPV4", "IPV6"], chosen) {
                choices.proxy.target_connection_network_type = types.get(picked).copied();
            }
        });
    });
    note(ui, Note::Why(&designed.reason("EndpointNetworkType")));
    let mut query = choices.proxy.init_query.clone().or_else(|| setup.pool.init_query.clone()).unwrap_or_default();
    let field = Field::new(t!("proxy-query")).optional().note(Note::Why(t!("proxy-query-why")));
    if field.show(ui, &mut query).response.changed() {
        // None at all is an answer too: a proxy that is reused may have one.
        choices.proxy.init_query = Some(query);
    }
    if !look.read {
        look.read = true;
        look.tags =
            choices.proxy.tags.iter().map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join(", ");
    }
    let field = Field::new(t!("proxy-tags")).optional().note(Note::Why(t!("proxy-tags-why")));
    if field.show(ui, &mut look.tags).response.changed() {
        choices.proxy.tags = look
            .tags
            .split(',')
            .filter_map(|pair| pair.split_once('='))
            .map(|(key, value)| (key.trim().to_owned(), value.trim().to_owned()))
            .filter(|(key, _)| !key.is_empty())
            .collect();
    }
}
