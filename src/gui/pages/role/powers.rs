//! What the role may do and who may use it, in sentences: one row for each statement.

use eframe::egui::{Align, Layout, Sense, Stroke, Ui, vec2};

use super::super::absent;
use super::super::written::awaited;
use crate::domain::arn::short_name;
use crate::domain::policy::Statement;
use crate::gui::command::Commands;
use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::{Rich, label};
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::card_frame;
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
    let rows: Vec<Row> = statements.iter().map(|statement| row(state, statement)).collect();
    list(ui, &rows);
    ui.add_space(4.0);
    heading(ui, t!("role-who"), "");
    let who = Row {
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
struct Row {
    icon: Icon,
    title: &'static str,
    action: String,
    resource: String,
    why: &'static str,
}

fn row(state: &State, statement: &Statement) -> Row {
    let action = series(statement.action.iter());
    let resources = statement.resource.iter().map(|resource| awaited(state.designed.plan.as_ref(), resource));
    let resource = series(resources.map(|resource| named(state, &resource)));
    let (icon, title, why) = match action.as_str() {
        "kms:Decrypt" => (Icon::KeyRound, t!("power-decrypt"), t!("power-decrypt-why")),
        "rds-db:connect" => (Icon::Fingerprint, t!("power-connect"), t!("power-connect-why")),
        _ => (Icon::LockKeyhole, t!("power-secret"), t!("power-secret-why")),
    };
    Row { icon, title, action, resource, why }
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

fn list(ui: &mut Ui, rows: &[Row]) {
    card_frame(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        for (nth, row) in rows.iter().enumerate() {
            if nth > 0 {
                let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
                ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(1.0, tokens(ui).border));
            }
            show(ui, row);
        }
    });
}

fn show(ui: &mut Ui, row: &Row) {
    let colors = tokens(ui);
    let margin = eframe::egui::Margin { left: 42, right: 14, top: 11, bottom: 12 };
    let shown = eframe::egui::Frame::NONE.inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        label(ui, row.title, Font::Strong, colors.text);
        Rich::new()
            .exact(&row.action, Font::Code, colors.text)
            .exact(" → ", Font::Code, colors.text_muted)
            .exact(&row.resource, Font::Code, colors.text)
            .show(ui);
        label(ui, row.why, Font::Small, colors.text_muted);
    });
    let at = shown.response.rect.left_top() + vec2(23.0, 21.0);
    paint::icon(ui.painter(), row.icon, at, 16.0, colors.text_muted);
}
