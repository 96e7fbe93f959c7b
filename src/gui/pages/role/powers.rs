//! What the role may do and who may use it, in sentences: one row for each statement.

use eframe::egui::{Align, Layout, Ui, vec2};

use super::super::absent;
use super::super::written::awaited;
use crate::domain::arn::short_name;
use crate::domain::policy::Statement;
use crate::gui::command::Commands;
use crate::gui::icon::Icon;
use crate::gui::rich::{Rich, label};
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{card_frame, hairline, icon_before};
use crate::text::{series, t};

pub fn powers(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let Some(setup) = &state.designed.setup else {
        heading(ui, t!("role-may"), "");
        absent::setup(ui, state, commands);
        return;
    };
    let statements = &setup.role.policy.statement;
    let head = if setup.role.owned { t!("role-may") } else { t!("role-must") };
    heading(ui, head, &t!("role-statements", count = statements.len()));
    let rows: Vec<PowerRow> = statements.iter().map(|statement| row(state, statement)).collect();
    list(ui, &rows);
    ui.add_space(4.0);
    heading(ui, t!("role-who"), "");
    let who = PowerRow {
        icon: Icon::Shield,
        title: t!("role-rds"),
        action: "sts:AssumeRole".to_owned(),
        resource: "rds.amazonaws.com".to_owned(),
        why: t!("role-rds-why"),
    };
    list(ui, &[who]);
}

fn heading(ui: &mut Ui, text: &str, aside: &str) {
    let colors = tokens(ui);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 24.0), Layout::right_to_left(Align::Center), |ui| {
        label(ui, aside, Font::Small, colors.text_muted);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| label(ui, text, Font::Strong, colors.text));
    });
}

/// One statement in words.
struct PowerRow {
    icon: Icon,
    title: &'static str,
    action: String,
    resource: String,
    why: &'static str,
}

fn row(state: &State, statement: &Statement) -> PowerRow {
    let action = series(statement.action.iter());
    let resources = statement.resource.iter().map(|resource| awaited(state.designed.plan.as_ref(), resource));
    let resource = series(resources.map(|resource| named(state, &resource)));
    let (icon, title, why) = match action.as_str() {
        "kms:Decrypt" => (Icon::KeyRound, t!("power-decrypt"), t!("power-decrypt-why")),
        "rds-db:connect" => (Icon::Fingerprint, t!("power-connect"), t!("power-connect-why")),
        _ => (Icon::LockKeyhole, t!("power-secret"), t!("power-secret-why")),
    };
    PowerRow { icon, title, action, resource, why }
}

/// A resource as people know it: the pane has the whole ARN.
fn named(state: &State, resource: &str) -> String {
    if let Some((_, secret)) = resource.split_once(":secret:") {
        return secret.to_owned();
    }
    if resource.contains(":key/") {
        let key = state.designed.setup.as_ref().and_then(|setup| setup.secret.key());
        return key.map_or_else(|| short_name(resource).to_owned(), |key| key.label.clone());
    }
    match resource.split_once(":dbuser:") {
        Some((_, user)) => user.to_owned(),
        None => match state.designed.setup.as_ref().map(|setup| &setup.secret) {
            Some(crate::domain::setup::SecretSetup::Owned { name, .. }) => format!("{name} {resource}"),
            _ => resource.to_owned(),
        },
    }
}

fn list(ui: &mut Ui, rows: &[PowerRow]) {
    card_frame(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        for (nth, row) in rows.iter().enumerate() {
            if nth > 0 {
                hairline(ui);
            }
            show(ui, row);
        }
    });
}

fn show(ui: &mut Ui, row: &PowerRow) {
    let colors = tokens(ui);
    icon_before(ui, row.icon, colors.text_muted, |ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        label(ui, row.title, Font::Strong, colors.text);
        Rich::new()
            .exact(&row.action, Font::Code, colors.text)
            .exact(" → ", Font::Code, colors.text_muted)
            .exact(&row.resource, Font::Code, colors.text)
            .show(ui);
        label(ui, row.why, Font::Small, colors.text_muted);
    });
}
