//! The user that the database must know: its SQL for this engine and login, and running it from here.

mod pane;

use std::path::PathBuf;
use std::time::Instant;

use eframe::egui::{Ui, vec2};
use secrecy::SecretString;

use super::shared;
use crate::domain::database::EngineFamily;
use crate::domain::observed::Observed;
use crate::export::{ProxyLogsIn, Sql};
use crate::gui::command::{Command, Commands};
use crate::gui::frame::{footer_note, footer_row, page_head, page_scroll};
use crate::gui::icon::Icon;
use crate::gui::rich::label;
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::validation::{Ask, Part};
use crate::gui::widgets::{
    Button, Callout, Code, Field, Language, Note, PathPart, SecretText, Sign, card, copy_button, empty_state,
};
use crate::probe::{Target, Via};
use crate::prove::{WantedUser, database_target};
use crate::report::{Kind, Report};
use crate::rules;
use crate::text::t;

pub use pane::pane;

/// What was typed.
#[derive(Default)]
pub struct Look {
    user: String,
    database: String,
    login_as: String,
    via: String,
    ca: String,
    /// Of whoever logs in to run it.
    login: SecretText,
    /// Of the new user, where it has one.
    password: SecretText,
    /// The proxy it was filled from.
    filled_for: Option<String>,
    asking: bool,
}

/// A user to make.
pub struct Request {
    pub wanted: WantedUser,
    pub target: Target,
    pub ca: Option<PathBuf>,
    pub login: SecretString,
    pub password: Option<SecretString>,
}

impl Look {
    fn wanted(&self, observed: &Observed) -> Option<WantedUser> {
        let database = Some(self.database.trim()).filter(|name| !name.is_empty());
        WantedUser::new(observed, self.user.trim(), database)
    }

    /// What was typed, as a request, or what is wrong with it. The passwords are taken out of their fields.
    pub fn request(&mut self, observed: &Observed) -> Result<Request, Report> {
        let wrong = |title: String| Report::new(Kind::Input, title).hint(t!("user-mend-hint"));
        let wanted = self.wanted(observed).ok_or_else(|| wrong(t!("prove-no-proxy").to_owned()))?;
        if wanted.user.is_empty() {
            return Err(wrong(t!("sql-empty-user").to_owned()));
        }
        let via: Option<Via> = match self.via.trim() {
            "" => None,
            via => Some(via.parse().map_err(|_| wrong(t!("connect-bad-via", via = via)))?),
        };
        let target =
            database_target(observed, &wanted, self.login_as.trim()).map_err(|why| wrong(why.to_string()))?.via(via);
        let needs_password = wanted.login == ProxyLogsIn::WithPassword;
        if self.login.is_empty() || (needs_password && self.password.is_empty()) {
            return Err(wrong(t!("connect-no-password").to_owned()));
        }
        let ca = Some(self.ca.trim()).filter(|path| !path.is_empty()).map(PathBuf::from);
        let password = needs_password.then(|| self.password.take());
        Ok(Request { wanted, target, ca, login: self.login.take(), password })
    }
}

/// The user that a proxy's function is known to log in as.
pub fn known(observed: &Observed) -> Option<String> {
    let proxy = observed.proxy.present()?;
    rules::database_user(observed, proxy).map(|user| user.name)
}

fn fill(state: &mut State) {
    let Some((key, user, database, master)) = state.seen().and_then(|observed| {
        let database = observed.database.present();
        let name = database.and_then(|database| database.database_name.clone()).unwrap_or_default();
        let master = database.and_then(|database| database.master_username.clone()).unwrap_or_default();
        Some((observed.proxy.present()?.arn.clone(), known(observed).unwrap_or_default(), name, master))
    }) else {
        return;
    };
    if state.pages.user.filled_for.as_ref() != Some(&key) {
        state.pages.user = Look { user, database, login_as: master, filled_for: Some(key), ..Look::default() };
        state.made_user.clear();
    }
}

pub fn page(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    fill(state);
    let wanted = state.seen().and_then(|observed| state.pages.user.wanted(observed));
    let Some(wanted) = wanted else {
        page_head(ui, t!("user-title-unknown"), t!("user-sentence-unknown"), &[PathPart::Database]);
        empty_state(ui, Icon::CircleUserRound, t!("user-none"), t!("user-none-text"), |ui| {
            if Button::secondary(t!("connect-back")).icon(Icon::Stethoscope).show(ui).clicked() {
                commands.push(Command::Validate(Ask::Show(Part::Findings)));
            }
        });
        return;
    };
    let title = match wanted.user.as_str() {
        "" => t!("user-title-unknown").to_owned(),
        user => t!("user-title", user = user),
    };
    page_head(ui, &title, t!("user-sentence"), &[PathPart::Database]);
    let mut wanted = wanted;
    page_scroll(ui, |ui| {
        let look = &mut state.pages.user;
        ui.spacing_mut().item_spacing.x = 16.0;
        ui.columns(2, |cells| {
            let [user, database] = cells else { return };
            Field::new(t!("connect-user")).show(user, &mut look.user);
            Field::new(t!("connect-database"))
                .note(Note::Why(t!("user-database-why")))
                .show(database, &mut look.database);
        });
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        wanted.user = look.user.trim().to_owned();
        if wanted.user.is_empty() {
            Callout::new(Sign::Note, t!("user-name-it"), "").show(ui);
            return;
        }
        let sql = wanted.statements().sql();
        statements(ui, t!("user-sql"), &sql, login_words(wanted.login));
        if let Some((head, text)) = trap(&wanted) {
            Callout::new(Sign::Warning, head, text).show(ui);
        }
        if wanted.family != EngineFamily::Sqlserver {
            let other = match wanted.login {
                ProxyLogsIn::WithPassword => ProxyLogsIn::WithToken,
                ProxyLogsIn::WithToken => ProxyLogsIn::WithPassword,
            };
            ui.add_space(4.0);
            let other = WantedUser { login: other, ..wanted };
            statements(ui, t!("user-otherwise"), &other.statements().sql(), login_words(other.login));
        }
    });
}

fn login_words(login: ProxyLogsIn) -> &'static str {
    match login {
        ProxyLogsIn::WithPassword => t!("user-by-password"),
        ProxyLogsIn::WithToken => t!("user-by-token"),
    }
}

/// What is easily done wrong with this engine and login.
fn trap(wanted: &WantedUser) -> Option<(&'static str, &'static str)> {
    match (wanted.family, wanted.login) {
        (EngineFamily::Mysql, ProxyLogsIn::WithPassword) => Some((t!("user-trap-mysql"), t!("user-trap-mysql-text"))),
        (EngineFamily::Postgresql, ProxyLogsIn::WithPassword) => Some((t!("user-trap-pg"), t!("user-trap-pg-text"))),
        (EngineFamily::Mysql | EngineFamily::Postgresql, ProxyLogsIn::WithToken) => {
            Some((t!("user-trap-token"), t!("user-trap-token-text")))
        }
        (EngineFamily::Sqlserver, _) => None,
    }
}

fn statements(ui: &mut Ui, head: &str, sql: &Sql, aside: &str) {
    let colors = tokens(ui);
    let text = sql.text();
    card(ui, |ui| {
        ui.horizontal(|ui| {
            label(ui, head, Font::Strong, colors.text);
            label(ui, aside, Font::Small, colors.text_muted);
            ui.with_layout(eframe::egui::Layout::right_to_left(eframe::egui::Align::Center), |ui| {
                copy_button(ui, t!("user-copy"), &text);
            });
        });
        ui.add_space(4.0);
        Code::new(text.trim_end(), Language::Text).show(ui);
    });
}

pub fn footer(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let key = shared::primary_key(ui);
    let waiting = state.made_user.waiting(Instant::now()).is_some();
    let observed = state.seen();
    let wanted = observed.and_then(|observed| state.pages.user.wanted(observed));
    let count = wanted.as_ref().map_or(0, |wanted| wanted.statements().sql().statements.len());
    let can = !waiting
        && wanted.as_ref().is_some_and(|wanted| !wanted.user.is_empty() && wanted.family != EngineFamily::Sqlserver)
        && !state.pages.user.login_as.trim().is_empty();
    let database = observed.and_then(|observed| observed.database.present()).map(|database| database.id.clone());
    let writes = t!("user-writes", database = database.as_deref().unwrap_or("–"));
    let (mut back, mut on) = (false, false);
    footer_row(
        ui,
        |ui| back = shared::back_button(ui),
        |ui| {
            let words = t!("user-run", count = count);
            on = Button::primary(&words).shortcut(t!("key-primary")).enabled(can).show(ui).clicked();
        },
        |ui| footer_note(ui, Icon::Zap, &writes),
    );
    if back {
        commands.push(Command::Validate(Ask::Show(Part::Findings)));
    }
    if can && (on || key) && !state.pages.user.asking {
        state.pages.user.asking = true;
    }
    pane::consent(ui, state, count, commands);
}
