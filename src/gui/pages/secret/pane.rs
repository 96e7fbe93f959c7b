//! What will stand in the secret, and the calls that put it there.

use eframe::egui::Ui;

use super::super::{database, written::awaited};
use crate::design::names;
use crate::domain::choices::SecretSource;
use crate::domain::setup::Page;
use crate::export::sql_of_setup;
use crate::gui::command::Commands;
use crate::gui::icon::Icon;
use crate::gui::state::State;
use crate::gui::widgets::{Code, Language, PreviewSection, preview};
use crate::plan::{Change, Description};
use crate::text::t;

/// Stands for the password wherever it is shown.
pub const DOTS: &str = "••••••••••••••••••••••";

pub fn pane(ui: &mut Ui, state: &mut State, _commands: &mut Commands) {
    let calls = calls(state, Page::Secret);
    let value = value(state);
    state.pages.secret.value.update(value);
    let sql = state.designed.setup.as_ref().map(sql_of_setup);
    let look = &state.pages.secret;
    let with_secret = state.choices.auth_mode.needs_secret();
    let names = [
        if with_secret { t!("pane-secret").to_owned() } else { t!("pane-proxy-auth").to_owned() },
        t!("pane-calls", count = calls.len()),
    ];
    let mut sections = Vec::new();
    if look.tab == 0 {
        let (head, aside) = match (with_secret, state.choices.secret.source) {
            (false, _) => ("rds:CreateDBProxy", t!("pane-no-secret")),
            (true, SecretSource::Create) => (t!("pane-value"), t!("pane-value-aside")),
            (true, _) => (t!("pane-value-expected"), t!("pane-value-expected-aside")),
        };
        let code = Code::new(look.value.text(), Language::Json).marked(look.value.marked());
        sections.push(PreviewSection { head, aside, code });
        for call in &calls {
            sections.push(PreviewSection { head: &call.call, aside: "", code: Code::new(&call.input, Language::Json) });
        }
        if let Some(sql) = &sql {
            let code = Code::new(sql.trim_end(), Language::Sql);
            sections.push(PreviewSection { head: t!("user-sql"), aside: t!("user-sql-aside"), code });
        }
    } else {
        for call in &calls {
            sections.push(PreviewSection { head: &call.call, aside: "", code: Code::new(&call.cli, Language::Shell) });
        }
    }
    let undo = calls.first().map(|call| call.undo.as_str());
    let mut notes = vec![(Icon::LockKeyhole, t!("pane-password-note"))];
    notes.extend(undo.map(|undo| (Icon::Undo2, undo)));
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    if let Some(tab) = preview(ui, &names, look.tab, &sections, &notes) {
        state.pages.secret.tab = tab;
    }
}

/// The calls of a page in words, with `(after step 7)` for what is not known yet.
pub fn calls(state: &State, page: Page) -> Vec<Description> {
    let Some(plan) = state.designed.current_plan() else { return Vec::new() };
    let steps = plan.steps.iter().filter(|step| step.page == page && step.change != Change::AlreadySo);
    steps
        .map(|step| {
            let words = plan.describe(step);
            Description { input: awaited(Some(plan), &words.input), ..words }
        })
        .collect()
}

/// The secret as the proxy will read it; without one, what the proxy has in its place.
fn value(state: &State) -> String {
    let shape = state.observed.value().and_then(|observed| observed.secret_shape.present());
    let user = names::db_user(&state.choices, database::chosen(state), shape);
    let json = if state.choices.auth_mode.needs_secret() {
        // In this order: it is how Secrets Manager shows it.
        let user = serde_json::json!(user);
        return format!("{{\n  \"username\": {user},\n  \"password\": \"{DOTS}\"\n}}");
    } else {
        serde_json::json!({ "Auth": [], "DefaultAuthScheme": "IAM_AUTH" })
    };
    crate::domain::json::pretty(&json)
}
