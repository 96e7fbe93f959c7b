//! What is known of the chosen function, what moving it would cost it, and the alias trap.

use std::time::Instant;

use eframe::egui::{Align, Layout, ScrollArea, Ui, vec2};

use super::chosen;
use super::further::further;
use crate::design::IN_FUNCTION_VPC;
use crate::domain::arn::short_name;
use crate::domain::function::{Alias, Function, UpdateStatus};
use crate::domain::setup::{GroupPart, NoteLevel, Page, Setup};
use crate::gui::command::Commands;
use crate::gui::icon::Icon;
use crate::gui::pages::database::{self, head, section};
use crate::gui::pages::reached;
use crate::gui::rich::{elide_middle, label};
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Badge, Callout, Fact, Note, Sign, Tone, facts, hairline, icon_cell, note, radio};
use crate::plan::group_id;
use crate::text::{series, t};
use crate::words::listed::{FunctionPlace, place};

pub fn pane(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let Some(function) = chosen(state).cloned() else { return };
    let reading = state.observed.waiting(Instant::now()).is_some();
    ScrollArea::vertical().id_salt("function pane").auto_shrink(false).show(ui, |ui| {
        section(ui, |ui| {
            head(ui, Icon::SquareFunction, &function.name, |ui| {
                let failed = function.last_update_status == Some(UpdateStatus::Failed);
                match (reading, failed) {
                    (true, _) => Badge::new(Icon::Hourglass, t!("reading"), Tone::Neutral).show(ui),
                    (_, true) => Badge::new(Icon::TriangleAlert, t!("function-update-failed"), Tone::Warn).show(ui),
                    _ => Badge::new(Icon::Check, t!("function-ready"), Tone::Ok).show(ui),
                };
            });
            ui.add_space(4.0);
            known(ui, state, &function);
        });
        let problems: Vec<(String, String)> = state
            .designed
            .problems
            .iter()
            // The page itself says it, with a way out.
            .filter(|problem| problem.page == Page::Function && problem.field != IN_FUNCTION_VPC)
            .map(|problem| (problem.title.clone(), problem.cure.clone()))
            .collect();
        if !problems.is_empty() {
            hairline(ui);
            section(ui, |ui| {
                for (title, cure) in &problems {
                    Callout::new(Sign::Error, title, cure).show(ui);
                }
            });
        }
        hairline(ui);
        section(ui, |ui| reached::section(ui, state, &function.name, commands));
        moving(ui, state, &function);
        aliases(ui, state);
        further(ui, state);
    });
}

fn known(ui: &mut Ui, state: &State, function: &Function) {
    let runtime = function.runtime.as_deref().unwrap_or(t!("function-image"));
    let runtime = format!("{runtime} · {}", function.architecture);
    let role = format!("`{}`", elide_middle(short_name(&function.role_arn), 30));
    let seen = state
        .observed
        .value()
        .filter(|seen| seen.function.present().is_some_and(|observed| observed.name == function.name));
    let at_once = match seen.map(|seen| &seen.reserved_concurrency) {
        Some(crate::domain::observed::Part::Present(count)) => t!("function-at-once", count = *count),
        Some(crate::domain::observed::Part::Absent) => t!("function-no-limit").to_owned(),
        _ => t!("not-known").to_owned(),
    };
    let limits = t!("function-limits", seconds = function.timeout_secs, memory = function.memory_mb, most = at_once);
    let variables = t!("function-variables", count = function.environment.len());
    let aliases = match seen.map(|seen| &seen.aliases) {
        Some(crate::domain::observed::Part::Present(aliases)) if !aliases.is_empty() => {
            let named = |alias: &Alias| t!("function-alias", alias = &*alias.name, version = &*alias.version);
            series(aliases.iter().map(named))
        }
        Some(crate::domain::observed::Part::Present(_) | crate::domain::observed::Part::Absent) => {
            t!("function-no-alias").to_owned()
        }
        _ => t!("not-known").to_owned(),
    };
    facts(
        ui,
        &[
            Fact::new(t!("fact-runtime"), &runtime),
            Fact::new(t!("fact-role"), &role),
            Fact::new(t!("fact-limits"), &limits),
            Fact::new(t!("fact-environment"), &variables),
            Fact::new(t!("fact-aliases"), &aliases),
        ],
    );
}

/// The present setup, if it is of this function.
fn setup<'a>(state: &'a State, function: &Function) -> Option<&'a Setup> {
    state.designed.setup.as_ref().filter(|setup| setup.access.function_name == function.name)
}

/// Where it goes and what it loses, or that it stays.
fn moving(ui: &mut Ui, state: &State, function: &Function) {
    let colors = tokens(ui);
    let setup = setup(state, function);
    let target = database::chosen(state);
    hairline(ui);
    section(ui, |ui| {
        if function.managed_instances.is_some() {
            label(ui, t!("function-on-provider"), Font::Strong, colors.text);
            label(ui, t!("function-on-provider-text"), Font::Dense, colors.text_muted);
            return;
        }
        if place(function, target) == FunctionPlace::Inside {
            label(ui, t!("function-stays"), Font::Strong, colors.text);
            label(ui, t!("function-stays-text"), Font::Dense, colors.text_muted);
            return;
        }
        let Some(setup) = setup else {
            label(ui, t!("reading"), Font::Dense, colors.text_muted);
            return;
        };
        let vpc = setup.network.vpc_label.as_str();
        if !setup.access.moves {
            return;
        }
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            Badge::for_sign(Sign::Change).show(ui);
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                label(ui, &t!("function-moves", vpc = vpc), Font::Strong, colors.text);
            });
        });
        let name = |id: &String| {
            let picks = &setup.network.proxy_subnets;
            picks.iter().find(|pick| pick.id == *id).map_or_else(|| id.clone(), |pick| pick.label.clone())
        };
        let subnets = series(setup.access.vpc.subnet_ids.iter().map(name));
        let subnets = t!("function-from-none", to = subnets);
        let group = setup.network.group(GroupPart::Function);
        let to = t!("function-from-none", to = group.map_or("", |group| group.name.as_str()));
        let plan = state.designed.shown_plan();
        let is_new = plan.is_some_and(|plan| plan.creates(&group_id(GroupPart::Function)));
        let new = if is_new { t!("function-new") } else { "" };
        facts(
            ui,
            &[Fact::new(t!("fact-subnets"), &subnets), Fact { key: t!("fact-function-group"), value: &to, aside: new }],
        );
        ui.add_space(2.0);
        let trap = alias_note(state);
        for told in setup.notes.iter().filter(|told| told.page == Page::Function) {
            let title = told.title.to_string();
            if trap.as_deref() != Some(title.as_str()) {
                let sign = if told.level == NoteLevel::Warning { Sign::Warning } else { Sign::Note };
                Callout::new(sign, &title, &told.text.to_string()).show(ui);
            }
        }
    });
}

fn frozen(state: &State) -> Vec<Alias> {
    let Some(observed) = state.observed.value() else { return Vec::new() };
    if observed.function.present().is_none_or(|function| function.name != state.choices.function) {
        return Vec::new();
    }
    observed.aliases.items().iter().filter(|alias| alias.version != "$LATEST").cloned().collect()
}

/// The title of the design's own note about frozen aliases; the radio buttons say it better.
fn alias_note(state: &State) -> Option<String> {
    let names: Vec<String> = frozen(state).into_iter().map(|alias| alias.name).collect();
    (!names.is_empty()).then(|| t!("design-alias-frozen", aliases = series(&names)))
}

/// Versions are frozen: publish a new one and move the alias, or leave it.
fn aliases(ui: &mut Ui, state: &mut State) {
    let frozen = frozen(state);
    let Some(first) = frozen.first() else { return };
    let colors = tokens(ui);
    hairline(ui);
    section(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        ui.horizontal(|ui| {
            icon_cell(ui, Icon::TriangleAlert, 16.0, 20.0, colors.warn);
            let head = t!("alias-head", alias = first.name.as_str(), version = first.version.as_str());
            label(ui, &head, Font::Strong, colors.text);
        });
        let text = t!("alias-text", version = first.version.as_str(), alias = first.name.as_str());
        label(ui, &text, Font::Dense, colors.text_muted);
        let chosen = &mut state.choices.access.publish_to_alias;
        for alias in &frozen {
            let on = chosen.as_deref() == Some(alias.name.as_str());
            if radio(ui, &t!("alias-publish", alias = alias.name.as_str()), on).clicked() {
                *chosen = Some(alias.name.clone());
            }
        }
        if radio(ui, &t!("alias-leave", alias = first.name.as_str()), chosen.is_none()).clicked() {
            *chosen = None;
        }
        let why = if chosen.is_some() { t!("alias-publish-why") } else { t!("alias-leave-why") };
        note(ui, Note::Why(why));
    });
}
