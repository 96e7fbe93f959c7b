//! Beside the SQL: who runs it, from where, and what is known of the user before and after.

use std::time::Instant;

use eframe::egui::{Frame, Margin, ScrollArea, Ui};

use crate::export::{ProxyLogsIn, UserState};
use crate::gui::command::{Command, Commands};
use crate::gui::icon::Icon;
use crate::gui::pages::connect::meaning;
use crate::gui::pages::failure::failure;
use crate::gui::rich::label;
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{
    Callout, Code, Fact, Field, Language, Note, Password, Question, Sign, code_block, facts, hairline, icon_line,
};
use crate::prove::MadeUser;
use crate::text::t;

const KEYS: f32 = 72.0;

pub fn pane(ui: &mut Ui, state: &mut State, _commands: &mut Commands) {
    let colors = tokens(ui);
    let waiting = state.made_user.waiting(Instant::now()).is_some();
    let wanted = state.seen().and_then(|observed| state.pages.user.wanted(observed));
    let by_password = wanted.is_some_and(|wanted| wanted.login == ProxyLogsIn::WithPassword);
    let practice = state.is_practice();
    let look = &mut state.pages.user;
    ScrollArea::vertical().id_salt("user pane").auto_shrink(false).show(ui, |ui| {
        Frame::NONE.inner_margin(Margin { left: 16, right: 16, top: 16, bottom: 16 }).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 10.0;
            label(ui, t!("user-run-head"), Font::Heading, colors.text);
            let text = if practice { t!("user-run-practice") } else { t!("user-run-text") };
            label(ui, text, Font::Dense, colors.text_muted);
            Field::new(t!("user-via"))
                .optional()
                .input(|input| input.hint("127.0.0.1:13306"))
                .note(Note::Why(t!("user-via-why")))
                .show(ui, &mut look.via);
            Field::new(t!("connect-ca"))
                .optional()
                .input(|input| input.hint("/path/to/global-bundle.pem"))
                .note(Note::Why(t!("user-ca-why")))
                .show(ui, &mut look.ca);
            Field::new(t!("user-as")).note(Note::Why(t!("user-as-why"))).show(ui, &mut look.login_as);
            Password::new(t!("user-login"))
                .note(Note::Icon(Icon::LockKeyhole, t!("user-login-why")))
                .show(ui, &mut look.login);
            if by_password {
                Password::new(t!("user-password"))
                    .note(Note::Icon(Icon::LockKeyhole, t!("user-password-why")))
                    .show(ui, &mut look.password);
            }
            hairline(ui);
            label(ui, t!("user-known"), Font::Strong, colors.text);
            if waiting {
                icon_line(ui, Icon::LoaderCircle, t!("user-running"));
            }
            if let Some(error) = state.made_user.error() {
                failure(ui, error, |_| ());
            }
            match state.made_user.value() {
                Some(made) => told(ui, made),
                None => icon_line(ui, Icon::CircleQuestionMark, t!("user-not-looked")),
            }
        });
    });
}

/// How the user logged in, what was run, how it logs in now.
fn told(ui: &mut Ui, made: &MadeUser) {
    let words = |state: &Option<UserState>| state.as_ref().map_or(t!("sql-state-unknown").to_owned(), UserState::words);
    let (before, after) = (words(&made.before), words(&made.after));
    if made.is_done() {
        Callout::new(Sign::Passed, t!("user-done"), "").show(ui);
    }
    if let Some(attempt) = made.attempt.as_ref().filter(|_| made.ran.is_empty()) {
        meaning(ui, attempt, None);
        return;
    }
    facts(ui, KEYS, &[Fact::new(t!("user-before"), &before), Fact::new(t!("user-after"), &after)]);
    for ran in made.ran.iter().filter(|ran| ran.error.is_some()) {
        Callout::new(Sign::Error, t!("user-refused"), ran.error.as_deref().unwrap_or_default())
            .show_body(ui, |ui| code_block(ui, Code::new(&ran.statement, Language::Text)));
    }
}

/// The database is changed only after this question.
pub fn consent(ui: &Ui, state: &mut State, count: usize, commands: &mut Commands) {
    if !state.pages.user.asking {
        return;
    }
    let account = state.connection().map_or("", |connection| connection.account.label()).to_owned();
    let database = state.seen().and_then(|observed| observed.database.present()).map(|database| database.id.clone());
    let database = database.unwrap_or_default();
    let look = &mut state.pages.user;
    let head = t!("user-ask", count = count, database = database.as_str());
    let text = t!("user-ask-text", user = look.user.trim(), login = look.login_as.trim(), account = account);
    if Question::plain(&head, &text, t!("user-ask-yes"), t!("own-ask-no")).ask(ui.ctx(), &mut look.asking) {
        commands.push(Command::MakeUser);
    }
}
