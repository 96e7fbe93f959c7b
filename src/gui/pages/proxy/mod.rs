//! The proxy's own settings, each with its reason.

mod advanced;
mod candidate;
mod endpoint_details;
mod endpoints;
mod numbers;
mod pane;
mod used_pane;
mod which;

use eframe::egui::{Ui, vec2};

use super::{absent, shared};
use crate::design::Problem;
use crate::domain::choices::Choices;
use crate::domain::database::EngineFamily;
use crate::domain::setup::{Page, Setup};
use crate::gui::command::Commands;
use crate::gui::designed::Designed;
use crate::gui::frame::{page_head, page_scroll};
use crate::gui::rich::label;
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Field, Note, PathPart, card_frame, field_label, hairline, note, switch_row};
use crate::text::t;

pub use pane::pane;

/// What the page keeps about looking.
#[derive(Default)]
pub struct Look {
    tab: usize,
    numbers: numbers::Typed,
    advanced: advanced::Look,
    endpoints: endpoints::Look,
    written: pane::Texts,
    added: used_pane::Added,
}

/// Fields that show their own problems.
const SHOWN: [&str; 10] = [
    "proxy.name",
    "proxy.max_connections_percent",
    "proxy.max_idle_connections_percent",
    "proxy.borrow_timeout_secs",
    "proxy.idle_client_timeout_secs",
    "proxy.endpoints.read_only_name",
    "proxy.endpoints.function_vpc_name",
    endpoint_details::SUBNETS,
    endpoint_details::GROUPS,
    endpoint_details::NETWORK,
];

pub fn page(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let reused = state.designed.shown_plan().filter(|plan| plan.reuses_proxy()).map(|plan| plan.name());
    let found = state.candidates.value().filter(|_| state.choices.proxy.existing);
    let sentence = match (reused, found) {
        (_, Some(found)) if !found.proxies.is_empty() => {
            let fit = found.proxies.iter().filter(|one| one.why_not.is_none()).count();
            let function = state.choices.function.as_str();
            t!("which-sentence", count = found.proxies.len(), fit = fit, function = function)
        }
        (Some(name), _) => t!("proxy-sentence-reused", name = name),
        (None, _) => {
            t!("proxy-sentence", database = state.choices.database.as_str(), function = state.choices.function.as_str())
        }
    };
    page_head(ui, t!("proxy-title"), &sentence, &[PathPart::Proxy]);
    page_scroll(ui, |ui| {
        shared::problems(ui, state, Page::Proxy, &SHOWN);
        which::which(ui, state, commands);
        let State { designed, choices, pages, observed, .. } = state;
        let Some(setup) = &designed.setup else {
            absent::setup(ui, state, commands);
            return;
        };
        ui.spacing_mut().item_spacing = vec2(16.0, 12.0);
        if !choices.proxy.existing {
            name(ui, designed, setup, choices);
        }
        numbers::show(ui, designed, setup, choices, &mut pages.proxy.numbers);
        safety(ui, designed, setup, choices);
        endpoints::show(ui, designed, setup, choices, observed.value(), &mut pages.proxy.endpoints);
        advanced::show(ui, designed, setup, choices, &mut pages.proxy.advanced);
        shared::notes(ui, state, Page::Proxy);
    });
}

/// The line under a field: what is wrong with it, else why it is as it is.
pub(super) fn line<'a>(problem: Option<&'a Problem>, cure: &'a Option<String>, why: &'a str) -> Note<'a> {
    match problem {
        Some(problem) => Note::Wrong(&problem.title, cure.as_deref()),
        None => Note::Why(why),
    }
}

/// The words of the link that takes over a suggestion.
pub(super) fn cure(problem: Option<&Problem>) -> Option<String> {
    problem.and_then(|problem| problem.suggestion.as_ref()).map(|value| t!("use-suggestion", value = value.as_str()))
}

fn name(ui: &mut Ui, designed: &Designed, setup: &Setup, choices: &mut Choices) {
    let problem = designed.problem_with("proxy.name");
    let mut text = crate::design::names::proxy(choices);
    let cure = cure(problem);
    let port_width = 150.0;
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(ui.available_width() - port_width - 16.0);
            let reply = Field::new(t!("proxy-name"))
                .note(line(problem, &cure, &designed.reason("DBProxyName")))
                .show(ui, &mut text);
            if reply.response.changed() {
                choices.proxy.name = Some(text.clone());
            }
            if reply.cured {
                choices.proxy.name = problem.and_then(|problem| problem.suggestion.clone());
            }
        });
        ui.vertical(|ui| {
            ui.set_width(port_width);
            ui.spacing_mut().item_spacing.y = 6.0;
            let colors = tokens(ui);
            field_label(ui, t!("proxy-port"), false);
            card_frame(ui).inner_margin(vec2(10.0, 5.0)).show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.horizontal(|ui| {
                    label(ui, &format!("`{}`", setup.proxy.port), Font::Body, colors.text);
                    label(ui, setup.proxy.family.api_name(), Font::Small, colors.text_muted);
                });
            });
            note(ui, Note::Why(t!("proxy-port-why")));
        });
    });
}

fn safety(ui: &mut Ui, designed: &Designed, setup: &Setup, choices: &mut Choices) {
    let colors = tokens(ui);
    label(ui, t!("proxy-safety"), Font::Strong, colors.text);
    card_frame(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut tls = setup.proxy.require_tls;
        if switch_row(ui, t!("proxy-tls"), &designed.reason("RequireTLS"), &mut tls).changed() {
            choices.proxy.require_tls = Some(tls);
        }
        hairline(ui);
        if setup.database.family == EngineFamily::Mysql {
            let mut exclude = setup.pool.exclude_variable_sets;
            let why = designed.reason("SessionPinningFilters");
            if switch_row(ui, t!("proxy-variables"), &why, &mut exclude).changed() {
                choices.proxy.exclude_variable_sets = Some(exclude);
            }
            hairline(ui);
        }
        let mut debug = setup.proxy.debug_logging;
        if switch_row(ui, t!("proxy-debug"), &designed.reason("DebugLogging"), &mut debug).changed() {
            choices.proxy.debug_logging = Some(debug);
        }
    });
}
