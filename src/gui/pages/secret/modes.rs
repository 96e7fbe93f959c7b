//! The three ways to log in, side by side with what each asks of secret, network and database.

use eframe::egui::Ui;

use crate::domain::database::EngineFamily;
use crate::domain::proxy::AuthMode;
use crate::gui::icon::Icon;
use crate::gui::pages::database;
use crate::gui::state::State;
use crate::gui::widgets::{ModeColumn, Note, mode_columns, note};
use crate::text::t;

pub fn modes(ui: &mut Ui, state: &mut State) {
    let family = database::chosen(state).and_then(|database| database.engine.family());
    let token = (Icon::Fingerprint, t!("mode-token"));
    let password = (Icon::KeyRound, t!("mode-password"));
    let rows = |secret, network, database| {
        [(t!("mode-row-secret"), secret), (t!("mode-row-network"), network), (t!("mode-row-database"), database)]
    };
    let standard = rows(t!("mode-standard-secret"), t!("mode-nothing-more"), t!("mode-normal-user"));
    let with_password = rows(t!("mode-password-secret"), t!("mode-password-network"), t!("mode-normal-user"));
    let end_to_end = rows(t!("mode-end-secret"), t!("mode-nothing-more"), t!("mode-end-database"));
    let no_sql_server = (family == Some(EngineFamily::Sqlserver)).then(|| t!("mode-end-blocked"));
    let columns = [
        ModeColumn {
            name: t!("mode-standard-name"),
            aside: t!("recommended"),
            halves: [token, password],
            rows: &standard,
            blocked: None,
        },
        ModeColumn {
            name: t!("mode-password-name"),
            aside: t!("mode-password-aside"),
            halves: [password, password],
            rows: &with_password,
            blocked: None,
        },
        ModeColumn {
            name: t!("mode-end-name"),
            aside: t!("mode-end-aside"),
            halves: [token, token],
            rows: &end_to_end,
            blocked: no_sql_server,
        },
    ];
    let chosen = AuthMode::ALL.iter().position(|mode| *mode == state.choices.auth_mode).unwrap_or(0);
    if let Some(mode) = mode_columns(ui, &columns, chosen).and_then(|clicked| AuthMode::ALL.get(clicked)) {
        state.choices.auth_mode = *mode;
    }
    if let Some(problem) = state.designed.problem_with("auth_mode") {
        let words = crate::gui::pages::answers::wrong_words(problem);
        if note(ui, Note::Wrong(&words, Some(t!("mode-use-standard")))) {
            state.choices.auth_mode = AuthMode::StandardIam;
        }
    }
}
