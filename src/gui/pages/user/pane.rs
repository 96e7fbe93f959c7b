//! Beside the SQL: who runs it, from where, and what is known of the user before and after.

use std::time::Instant;

use eframe::egui::{Frame, Margin, ScrollArea, Ui};

use super::known::known;
use super::request::UserPage;
use crate::export::{KnownUser, ProxyLogsIn, UserState};
use crate::gui::command::Commands;
use crate::gui::icon::Icon;
use crate::gui::pages::connect::meaning;
use crate::gui::pages::failure::failure;
use crate::gui::proving::Phase;
use crate::gui::rich::label;
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{
    Button, Callout, Code, Fact, Field, Language, Note, Password, Sign, code_block, facts, hairline, icon_line,
    segmented, sign_line,
};
use crate::prove::{Deed, UserVisit, WantedUser};
use crate::text::t;

pub fn pane(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let colors = tokens(ui);
    let wanted = state.seen().and_then(|observed| state.pages.user.wanted(observed).ok());
    let by_password = wanted.as_ref().is_some_and(|wanted| wanted.login == ProxyLogsIn::WithPassword);
    let practice = state.is_practice();
    let function = state.seen_question().function.map(|function| function.name);
    let idle = !state.is_running() && state.proving.visited.waiting(Instant::now()).is_none();
    ScrollArea::vertical().id_salt("user pane").auto_shrink(false).show(ui, |ui| {
        Frame::NONE.inner_margin(Margin { left: 16, right: 16, top: 16, bottom: 16 }).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 10.0;
            // The answer stands before the form, which is longer than the pane.
            label(ui, t!("user-known"), Font::Heading, colors.text);
            told(ui, state, wanted.as_ref());
            if let Some(wanted) = &wanted {
                let can = idle && state.pages.user.can_visit(wanted);
                undo(ui, state, wanted, can, commands);
            }
            hairline(ui);
            label(ui, t!("user-run-head"), Font::Heading, colors.text);
            let look = &mut state.pages.user;
            let ways = [t!("user-way-here"), t!("user-way-inside")];
            if let Some(at) = segmented(ui, t!("user-way"), &ways, usize::from(look.inside)) {
                look.inside = at == 1;
            }
            match look.inside {
                true => inside(ui, look, function.as_deref(), by_password),
                false => here(ui, look, practice, by_password),
            }
            Field::new(t!("connect-ca"))
                .optional()
                .input(|input| input.hint("/path/to/global-bundle.pem"))
                .note(Note::Why(t!("user-ca-why")))
                .show(ui, &mut look.ca);
        });
    });
}

/// Over a login that is typed.
fn here(ui: &mut Ui, look: &mut UserPage, practice: bool, by_password: bool) {
    let text = if practice { t!("user-run-practice") } else { t!("user-run-text") };
    label(ui, text, Font::Dense, tokens(ui).text_muted);
    Field::new(t!("tunnel-field"))
        .optional()
        .input(|input| input.hint("i-0123456789abcdef0"))
        .note(Note::Why(t!("user-tunnel-why")))
        .show(ui, &mut look.carrier);
    Field::new(t!("user-via"))
        .optional()
        .input(|input| input.hint("127.0.0.1:13306"))
        .note(Note::Why(t!("user-via-why")))
        .show(ui, &mut look.via);
    Field::new(t!("user-as")).note(Note::Why(t!("user-as-why"))).show(ui, &mut look.login_as);
    Password::new(t!("user-login")).note(Note::Icon(Icon::LockKeyhole, t!("user-login-why"))).show(ui, &mut look.login);
    if by_password {
        Password::new(t!("user-password"))
            .note(Note::Icon(Icon::LockKeyhole, t!("user-password-why")))
            .show(ui, &mut look.password);
    }
}

/// By a function that reads the passwords by itself.
fn inside(ui: &mut Ui, look: &mut UserPage, function: Option<&str>, by_password: bool) {
    match function {
        Some(name) => label(ui, &t!("user-inside-text", function = name), Font::Dense, tokens(ui).text_muted),
        None => return Callout::new(Sign::Note, t!("user-inside-none"), t!("user-inside-none-text")).show(ui),
    };
    Field::new(t!("user-login-secret"))
        .input(|input| input.hint("arn:aws:secretsmanager:…"))
        .note(Note::Icon(Icon::LockKeyhole, t!("user-login-secret-why")))
        .show(ui, &mut look.login_secret);
    if by_password {
        Field::new(t!("user-password-secret"))
            .optional()
            .input(|input| input.hint("arn:aws:secretsmanager:…"))
            .note(Note::Icon(Icon::LockKeyhole, t!("user-password-secret-why")))
            .show(ui, &mut look.password_secret);
    }
}

/// What a visit told, and what is known without one.
fn told(ui: &mut Ui, state: &State, wanted: Option<&WantedUser>) {
    if state.proving.visited.waiting(Instant::now()).is_some() {
        let words = match state.proving.phase() {
            Some(Phase::Making) => t!("user-phase-making"),
            Some(Phase::Removing) => t!("user-phase-removing"),
            Some(Phase::Asking) | None => t!("user-running"),
        };
        icon_line(ui, Icon::LoaderCircle, words);
    }
    if let Some(error) = state.proving.visited.error() {
        failure(ui, error, |_| ());
    }
    let visit = state.proving.visited.value();
    if let Some(visit) = visit {
        visited(ui, visit);
    }
    let (Some(observed), Some(wanted)) = (state.seen(), wanted) else { return };
    for (sign, words) in known(observed, wanted, visit) {
        sign_line(ui, sign, &words);
    }
    if visit.is_some_and(|visit| visit.refuses(wanted)) {
        let text = match wanted.login {
            ProxyLogsIn::WithPassword => t!("make-user-mismatch-password"),
            ProxyLogsIn::WithToken => t!("make-user-mismatch-token"),
        };
        Callout::new(Sign::Error, t!("user-mismatch"), text).show(ui);
    }
}

/// How the user was before, what was refused, how it is now.
fn visited(ui: &mut Ui, visit: &UserVisit) {
    if visit.attempt.stopped_at().is_some_and(|stop| stop.error.is_some()) {
        return meaning(ui, &visit.attempt, None);
    }
    let words =
        |known: &Option<KnownUser>| known.as_ref().map_or(t!("sql-state-unknown").to_owned(), KnownUser::description);
    match visit.deed {
        Deed::Make if visit.is_done() => Callout::new(Sign::Passed, t!("user-done"), "").show(ui),
        Deed::Drop if visit.is_done() => Callout::new(Sign::Passed, t!("user-dropped"), "").show(ui),
        Deed::Look | Deed::Make | Deed::Drop => {}
    }
    if visit.deed != Deed::Look {
        let (before, after) = (words(&visit.before), words(&visit.after));
        facts(ui, &[Fact::new(t!("user-before"), &before), Fact::new(t!("user-after"), &after)]);
    }
    for ran in visit.ran.iter().filter(|ran| ran.error.is_some()) {
        Callout::new(Sign::Error, t!("user-refused"), ran.error.as_deref().unwrap_or_default())
            .show_body(ui, |ui| code_block(ui, Code::new(&ran.statement, Language::Sql)));
    }
}

/// Takes away the user that the last visit has made.
fn undo(ui: &mut Ui, state: &mut State, wanted: &WantedUser, can: bool, commands: &mut Commands) {
    let made = state.proving.visited.ready().is_some_and(|visit| {
        let absent = |known: &Option<KnownUser>| known.as_ref().map(|known| known.state == UserState::Absent);
        visit.deed == Deed::Make && absent(&visit.before) == Some(true) && absent(&visit.after) == Some(false)
    });
    if !made {
        return icon_line(ui, Icon::Undo2, t!("user-undo-why"));
    }
    let words = t!("user-undo", user = wanted.user.as_str());
    if Button::secondary(&words).icon(Icon::Undo2).enabled(can).show(ui).clicked() {
        state.pages.user.visit(Deed::Drop, commands);
    }
}
