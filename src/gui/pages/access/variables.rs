//! The function's environment variables: ours with editable names, the others kept.

use eframe::egui::{Align, Layout, Ui, vec2};

use crate::domain::choices::{Choices, EnvNames};
use crate::domain::proxy::AuthMode;
use crate::domain::setup::Setup;
use crate::gui::designed::Designed;
use crate::gui::pages::written::awaited;
use crate::gui::rich::{Rich, label};
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Badge, Input, InputState, Note, Sign, card_frame, hairline, note};
use crate::plan::actions::Action;
use crate::plan::{Change, Plan};
use crate::text::t;

/// Fields that show their own problems.
pub const FIELDS: [&str; 5] =
    ["access.env.host", "access.env.port", "access.env.user", "access.env.database", "access.env.secret"];

pub fn show(ui: &mut Ui, designed: &Designed, setup: &Setup, choices: &mut Choices) {
    let colors = tokens(ui);
    let kept = &setup.access.kept_variables;
    ui.horizontal(|ui| {
        label(ui, t!("access-variables"), Font::Strong, colors.text);
        label(ui, t!("access-variables-aside"), Font::Small, colors.text_muted);
    });
    card_frame(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        let user = setup.db_user.clone();
        let port = setup.proxy.port.to_string();
        let host = awaited(designed.plan.as_ref(), "${PROXY_HOST}");
        let secret = setup.secret.arn().map(|arn| awaited(designed.plan.as_ref(), &arn)).unwrap_or_default();
        variable(ui, designed, FIELDS[0], |env| &mut env.host, &mut choices.access.env, VariableValue::Fixed(&host));
        variable(ui, designed, FIELDS[1], |env| &mut env.port, &mut choices.access.env, VariableValue::Fixed(&port));
        variable(ui, designed, FIELDS[2], |env| &mut env.user, &mut choices.access.env, VariableValue::Fixed(&user));
        let mut database =
            choices.access.database_name.clone().or_else(|| setup.database.database_name.clone()).unwrap_or_default();
        let typed = VariableValue::Typed(&mut database);
        if variable(ui, designed, FIELDS[3], |env| &mut env.database, &mut choices.access.env, typed) {
            choices.access.database_name = Some(database);
        }
        if setup.auth_mode == AuthMode::Password {
            variable(
                ui,
                designed,
                FIELDS[4],
                |env| &mut env.secret,
                &mut choices.access.env,
                VariableValue::Fixed(&secret),
            );
        }
        for name in kept {
            hairline(ui);
            kept_row(ui, name);
        }
    });
}

enum VariableValue<'a> {
    Fixed(&'a str),
    Typed(&'a mut String),
}

/// One of our variables; says whether its value was typed.
fn variable(
    ui: &mut Ui,
    designed: &Designed,
    field: &'static str,
    name: impl Fn(&mut EnvNames) -> &mut String,
    env: &mut EnvNames,
    value: VariableValue<'_>,
) -> bool {
    let colors = tokens(ui);
    let problem = designed.problem_with(field);
    if field != "access.env.host" {
        hairline(ui);
    }
    let mut typed = false;
    row(ui, |ui| {
        match designed.shown_plan().and_then(|plan| stand(plan, name(env))) {
            Some(sign) => drop(Badge::for_sign(sign).width(badge_width(ui)).show(ui)),
            // Nothing can be said of it before what is wrong is mended.
            None => ui.add_space(badge_width(ui) + ui.spacing().item_spacing.x),
        }
        let state = if problem.is_some() { InputState::Bad } else { InputState::Fine };
        let said = t!("access-variable-name", name = name(env).as_str());
        Input::new(&said).width(172.0).state(state).show(ui, name(env));
        match value {
            VariableValue::Fixed(value) => {
                label(ui, &format!("`{value}`"), Font::Dense, colors.text);
            }
            VariableValue::Typed(text) => {
                let input = Input::new(t!("access-database-name")).hint(t!("access-database-hint"));
                typed = input.width(200.0).show(ui, text).changed();
            }
        }
    });
    if let Some(problem) = problem {
        let cure = problem.suggestion.as_ref().map(|value| t!("use-suggestion", value = value.as_str()));
        let clicked = ui.indent(field, |ui| note(ui, Note::Wrong(&problem.title, cure.as_deref()))).inner;
        if clicked && let Some(suggestion) = &problem.suggestion {
            *name(env) = suggestion.clone();
        }
    }
    typed
}

/// What the plan does to the variable of this name.
fn stand(plan: &Plan, name: &str) -> Option<Sign> {
    let step = plan.step(&"update-function".into())?;
    let Action::UpdateFunction(update) = &step.action else { return None };
    Some(match update.before.get(name) {
        _ if step.change == Change::AlreadySo => Sign::AlreadySo,
        Some(Some(_)) => Sign::Change,
        Some(None) => Sign::Create,
        None if update.kept.iter().any(|kept| kept == name) => Sign::AlreadySo,
        None => return None,
    })
}

/// Of every sign that a row can have, so that the names stand in one column.
fn badge_width(ui: &Ui) -> f32 {
    let signs = [Sign::AlreadySo, Sign::Change, Sign::Create, Sign::Kept];
    signs.map(|sign| Badge::for_sign(sign).natural_width(ui)).into_iter().fold(86.0, f32::max)
}

fn kept_row(ui: &mut Ui, name: &str) {
    let colors = tokens(ui);
    row(ui, |ui| {
        Badge::for_sign(Sign::Kept).width(badge_width(ui)).show(ui);
        ui.allocate_ui(vec2(172.0, 20.0), |ui| {
            ui.set_min_size(ui.available_size());
            let name = Rich::new().gap(10.0, Font::Dense).add(&format!("`{name}`"), Font::Dense, colors.text_muted);
            name.line(ui, 20.0);
        });
        label(ui, t!("access-not-shown"), Font::Dense, colors.text_muted);
    });
}

fn row(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    eframe::egui::Frame::NONE.inner_margin(vec2(12.0, 4.0)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.x = 12.0;
        ui.allocate_ui_with_layout(vec2(ui.available_width(), 32.0), Layout::left_to_right(Align::Center), content);
    });
}
