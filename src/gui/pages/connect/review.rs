//! A temporary function before it is made: the plan, what it is asked, its program, what could stop it.

use std::time::Instant;

use eframe::egui::{ScrollArea, Ui};

use crate::gui::command::{Command, Commands};
use crate::gui::frame::{footer_note, footer_row, page_head, page_scroll};
use crate::gui::icon::Icon;
use crate::gui::pages::failure::failure;
use crate::gui::pages::review::{list, preflight_checks};
use crate::gui::pages::steps_shown::Cache;
use crate::gui::pages::{absent, shared};
use crate::gui::proving::{ProvingAsk, Reviewed};
use crate::gui::rich::label;
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Button, Code, Fact, Language, Sign, card, copy_button, facts, sign_line};
use crate::probe::inside::{LogInWith, SOURCE};
use crate::prove::{Deed, Planned, PlannedUser};
use crate::text::t;

/// Rows of the program that are seen at once.
const SOURCE_HEIGHT: f32 = 260.0;

/// What the review keeps about looking.
#[derive(Default)]
pub struct ProofReview {
    cache: Cache,
    /// Which answer the cache is of.
    of: u64,
    listing: list::PlanListing,
}

pub fn page(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let waited = state.proving.reviewed.waiting(Instant::now());
    let function = state.seen_question().function.map(|function| function.name).unwrap_or_default();
    page_head(ui, &t!("temporary-title", name = function.as_str()), t!("temporary-sentence"), &[]);
    if let Some(error) = state.proving.reviewed.error() {
        failure(ui, error, |ui| {
            if Button::secondary(t!("temporary-again")).icon(Icon::RefreshCw).show(ui).clicked() {
                let user = state.pages.user.asked();
                commands.push(Command::Prove(if state.proving.for_user {
                    ProvingAsk::ReviewUser(user)
                } else {
                    ProvingAsk::Review
                }));
            }
        });
        return;
    }
    let Some(reviewed) = state.proving.reviewed.ready() else {
        absent::waiting(ui, 4, t!("temporary-reading"), waited.unwrap_or_default(), commands);
        return;
    };
    let planned = reviewed.planned();
    let look = &mut state.pages.connect.review;
    if look.of != state.proving.reviewed.answered() {
        *look = ProofReview { of: state.proving.reviewed.answered(), ..ProofReview::default() };
    }
    let steps = look.cache.steps(look.of, Some(&planned.plan));
    page_scroll(ui, |ui| {
        preflight_checks(ui, t!("review-preflight"), &planned.checks);
        list::groups(ui, steps, &mut look.listing, None);
        match reviewed {
            Reviewed::Connect(planned) => asked(ui, planned),
            Reviewed::User(user) => visited(ui, user),
        }
        program(ui);
    });
}

/// What it will be asked; neither token nor password is part of the question.
fn asked(ui: &mut Ui, planned: &Planned) {
    let target = &planned.target;
    let endpoint = format!("`{}:{}`", target.host, target.port);
    let user = format!("`{}`", target.user);
    let login = match &planned.login {
        LogInWith::Token => t!("temporary-by-token").to_owned(),
        LogInWith::Secret(arn) => t!("temporary-by-secret", arn = format!("`{arn}`")),
    };
    label(ui, t!("temporary-asked"), Font::Strong, tokens(ui).text);
    card(ui, |ui| {
        facts(
            ui,
            &[
                Fact::new(t!("temporary-endpoint"), &endpoint),
                Fact::new(t!("connect-user"), &user),
                Fact::new(t!("connect-login"), &login),
            ],
        );
    });
}

/// What it will do in the database, and whether its role may read the secrets.
fn visited(ui: &mut Ui, user: &PlannedUser) {
    let (target, wanted) = (&user.planned.target, &user.visit.wanted);
    let endpoint = format!("`{}:{}`", target.host, target.port);
    label(ui, t!("temporary-asked"), Font::Strong, tokens(ui).text);
    card(ui, |ui| {
        let deed = match user.visit.deed {
            Deed::Look => t!("temporary-look", user = wanted.user.as_str()),
            Deed::Make => t!("temporary-make", user = wanted.user.as_str()),
            Deed::Drop => t!("temporary-drop", user = wanted.user.as_str()),
        };
        let beside = t!("make-user-inside-beside", function = user.planned.like.as_str());
        facts(
            ui,
            &[
                Fact::new(t!("temporary-endpoint"), &endpoint),
                Fact::new(t!("temporary-deed"), &deed),
                Fact::new(t!("temporary-network"), &beside),
            ],
        );
        for read in &user.reads {
            let sign = match read.may {
                Some(true) => Sign::Passed,
                Some(false) => Sign::Error,
                None => Sign::Unknown,
            };
            sign_line(ui, sign, &read.sentence(&user.role));
        }
        let statements = user.statements();
        if !statements.is_empty() {
            Code::new(&statements.join("\n"), Language::Sql).show(ui);
        }
    });
}

fn program(ui: &mut Ui) {
    let colors = tokens(ui);
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        label(ui, t!("temporary-program"), Font::Strong, colors.text);
        copy_button(ui, t!("temporary-copy"), SOURCE);
    });
    label(ui, t!("temporary-program-text"), Font::Dense, colors.text_muted);
    card(ui, |ui| {
        ScrollArea::vertical().id_salt("program").max_height(SOURCE_HEIGHT).auto_shrink(false).show(ui, |ui| {
            Code::new(SOURCE, Language::Text).show(ui);
        });
    });
}

pub fn footer(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let key = shared::primary_key(ui);
    let ready = state.proving.reviewed.ready();
    let words = match ready.is_some_and(|reviewed| reviewed.planned().would_fail()) {
        true => t!("temporary-go-anyway"),
        false => t!("temporary-go"),
    };
    let (mut back, mut on) = (false, false);
    footer_row(
        ui,
        |ui| back = Button::quiet(t!("temporary-back")).icon(Icon::ArrowLeft).show(ui).clicked(),
        |ui| {
            let go = Button::primary(words).shortcut(t!("key-primary"));
            on = go.enabled(ready.is_some()).show(ui).clicked();
        },
        |ui| footer_note(ui, Icon::Undo2, t!("lane-always-removed")),
    );
    if back {
        commands.push(Command::Prove(ProvingAsk::Leave));
    }
    if (on || key) && ready.is_some() {
        commands.push(Command::Prove(ProvingAsk::Go));
    }
}
