//! The user that the database must know: its SQL for this engine, login and choice of rights; looked at, made
//! or taken away, from here or by a temporary function.

mod ask;
mod form;
mod known;
mod pane;
mod request;

use std::time::Instant;

use eframe::egui::{Align, Layout, Ui};

use super::connect::review;
use super::shared;
use crate::apply::StopAt;
use crate::domain::database::EngineFamily;
use crate::domain::observed::Observed;
use crate::export::{ProxyLogsIn, Sql};
use crate::gui::command::{Command, Commands};
use crate::gui::frame::{footer_note, footer_row, page_head, page_scroll};
use crate::gui::icon::Icon;
use crate::gui::rich::label;
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::validation::{Part, ValidationAsk};
use crate::gui::widgets::{Button, Callout, Code, Language, PathPart, Sign, card, copy_button, empty_state};
use crate::prove::{Deed, NoWanted, WantedUser};
use crate::rules;
use crate::text::t;

pub use pane::pane;
pub use request::{UserPage, UserRequest};

/// The user that a proxy's function is known to log in as.
pub fn known(observed: &Observed) -> Option<String> {
    let proxy = observed.proxy.present()?;
    rules::database_user(observed, proxy).map(|user| user.name)
}

/// Fills the form once for each proxy; what was typed since stays.
fn fill(state: &mut State) {
    let Some((key, look)) = state.seen().and_then(|observed| {
        let key = observed.proxy.present()?.arn.clone();
        Some((key.clone(), UserPage::filled_from(observed, known(observed).unwrap_or_default(), key)))
    }) else {
        return;
    };
    let named = state.pages.user.named.take();
    if !state.pages.user.is_of(&key) {
        state.pages.user = look;
        state.proving.visited.clear();
    }
    if let Some(user) = named {
        state.pages.user.user = user;
    }
}

pub fn page(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    fill(state);
    state.proving.is_about(state.seen_at(), state.seen_question());
    if state.proving.reviewing && state.proving.for_user {
        return review::page(ui, state, commands);
    }
    let wanted = state.seen().map(|observed| state.pages.user.wanted(observed));
    if matches!(wanted, None | Some(Err(NoWanted::NoProxy))) {
        page_head(ui, t!("user-title-unknown"), t!("user-sentence-unknown"), &[PathPart::Database]);
        empty_state(ui, Icon::CircleUserRound, t!("user-none"), t!("user-none-text"), |ui| {
            if Button::secondary(t!("connect-back")).icon(Icon::Stethoscope).show(ui).clicked() {
                commands.push(Command::Validate(ValidationAsk::Show(Part::Findings)));
            }
        });
        return;
    }
    let title = match state.pages.user.user() {
        "" => t!("user-title-unknown").to_owned(),
        user => t!("user-title", user = user),
    };
    page_head(ui, &title, t!("user-sentence"), &[PathPart::Database]);
    page_scroll(ui, |ui| {
        let facts = state.seen().map(form::UserFacts::from_observed).unwrap_or_default();
        form::fields(ui, &mut state.pages.user, &facts);
        // As it was typed just now.
        match state.seen().map(|observed| state.pages.user.wanted(observed)) {
            Some(Ok(wanted)) if wanted.user.is_empty() => Callout::new(Sign::Note, t!("user-name-it"), "").show(ui),
            Some(Ok(wanted)) => shown(ui, wanted),
            // The fields say what is missing.
            Some(Err(_)) | None => {}
        }
    });
}

/// The statements, their trap, and what the other login would want.
fn shown(ui: &mut Ui, wanted: WantedUser) {
    statements(ui, t!("user-sql"), &wanted.statements().sql(), login_words(wanted.login), "create");
    if let Some((head, text)) = trap(&wanted) {
        Callout::new(Sign::Warning, head, text).show(ui);
    }
    if wanted.family == EngineFamily::Sqlserver {
        return;
    }
    let (other, head) = match wanted.login {
        ProxyLogsIn::WithPassword => (ProxyLogsIn::WithToken, t!("user-otherwise-token")),
        ProxyLogsIn::WithToken => (ProxyLogsIn::WithPassword, t!("user-otherwise-password")),
    };
    ui.add_space(4.0);
    let other = WantedUser { login: other, ..wanted };
    let sql = other.statements().sql();
    let aside = if sql.needs_password { login_words(other.login) } else { t!("user-no-password") };
    statements(ui, head, &sql, aside, "otherwise");
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

fn statements(ui: &mut Ui, head: &str, sql: &Sql, aside: &str, salt: &str) {
    let colors = tokens(ui);
    let text = sql.text();
    ui.push_id(salt, |ui| {
        card(ui, |ui| {
            ui.horizontal(|ui| {
                label(ui, head, Font::Strong, colors.text);
                label(ui, aside, Font::Small, colors.text_muted);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    copy_button(ui, t!("user-copy"), &text);
                });
            });
            ui.add_space(4.0);
            Code::new(text.trim_end(), Language::Sql).show(ui);
        });
    });
}

pub fn footer(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    if state.proving.reviewing && state.proving.for_user {
        return review::footer(ui, state, commands);
    }
    let key = shared::primary_key(ui);
    let working = state.proving.is_working();
    let waiting = state.proving.visited.waiting(Instant::now()).is_some();
    let observed = state.seen();
    let wanted = observed.and_then(|observed| state.pages.user.wanted(observed).ok());
    let count = wanted.as_ref().map_or(0, |wanted| wanted.statements().sql().statements.len());
    let can = !waiting && wanted.as_ref().is_some_and(|wanted| state.pages.user.can_visit(wanted));
    let database = observed.and_then(|observed| observed.database.present()).map(|database| database.id.clone());
    let writes = t!("user-writes", database = database.as_deref().unwrap_or("–"));
    let (mut back, mut on, mut look, mut stop) = (false, false, false, false);
    footer_row(
        ui,
        |ui| back = !working && shared::back_button(ui),
        |ui| {
            if working {
                stop = Button::secondary(t!("lane-stop")).icon(Icon::CircleStop).show(ui).clicked();
                return;
            }
            let words = t!("user-run", count = count);
            on = Button::primary(&words).shortcut(t!("key-primary")).enabled(can).show(ui).clicked();
            look = Button::secondary(t!("user-look")).icon(Icon::Eye).enabled(can).show(ui).clicked();
        },
        |ui| footer_note(ui, Icon::Zap, &writes),
    );
    if back {
        commands.push(Command::Validate(ValidationAsk::Show(Part::Findings)));
    }
    if stop {
        commands.push(Command::Stop(StopAt::Now));
    }
    if look {
        state.pages.user.visit(Deed::Look, commands);
    }
    if can && (on || key) && !working {
        state.pages.user.visit(Deed::Make, commands);
    }
    ask::consent(ui, state, count, commands);
}
