//! A new proxy, or one that is there: each with what it has, who uses it, and why one cannot be used.

use std::time::Instant;

use eframe::egui::{Ui, vec2};

use super::super::absent;
use crate::discover::{Candidate, Candidates, Suggestion};
use crate::domain::choices::Choices;
use crate::domain::observed::Part;
use crate::domain::secret::name_in_arn;
use crate::gui::command::{Command, Commands};
use crate::gui::icon::Icon;
use crate::gui::pages::failure::failure;
use crate::gui::rich::label;
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Badge, Callout, Fact, Sign, Tone, card, choice_card, facts};
use crate::text::t;

pub fn which(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    // The page says itself what it waits for, or why nothing is there.
    if state.observed.value().is_none() {
        return;
    }
    if state.candidates_of.as_deref() != Some(state.choices.database.as_str()) {
        commands.push(Command::Candidates);
    }
    if let Some(waited) = state.candidates.waiting(Instant::now()).filter(|_| state.candidates.value().is_none()) {
        return absent::waiting(ui, 2, t!("which-reading"), waited, commands);
    }
    if state.candidates.is_given_up() {
        return absent::not_read(ui, Command::Candidates, commands);
    }
    if let Some(error) = state.candidates.error() {
        failure(ui, error, |_| ());
        return;
    }
    let State { candidates, choices, .. } = state;
    let Some(found) = candidates.value().filter(|found| !found.proxies.is_empty()) else { return };
    ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
    make_or_use(ui, found, choices);
    if choices.proxy.existing {
        for one in &found.proxies {
            candidate(ui, one, choices);
        }
    }
}

/// The first that can be used is recommended; choosing to use one takes it.
fn make_or_use(ui: &mut Ui, found: &Candidates, choices: &mut Choices) {
    let recommended = found.recommended();
    let existing = choices.proxy.existing;
    ui.columns(2, |columns| {
        let [left, right] = columns else { return };
        let aside = match recommended {
            Some(one) => t!("which-use-recommended", name = one.proxy.name.as_str()),
            None => t!("which-use-none").to_owned(),
        };
        let used = choice(left, t!("which-use"), &aside, recommended.is_some(), existing);
        if used && let Some(one) = recommended.filter(|_| !existing) {
            take(choices, &one.proxy.name);
        }
        if choice(right, t!("which-new"), t!("which-new-text"), false, !existing) && existing {
            choices.proxy.existing = false;
            choices.proxy.name = None;
        }
    });
}

fn choice(ui: &mut Ui, head: &str, text: &str, recommended: bool, chosen: bool) -> bool {
    let name = if recommended { t!("which-recommended-name", name = head) } else { head.to_owned() };
    let shown = choice_card(ui, &name, chosen, |ui| {
        let colors = tokens(ui);
        label(ui, head, Font::Strong, colors.text);
        if recommended {
            Badge::new(Icon::Check, t!("recommended"), Tone::Ok).show(ui);
        }
        label(ui, text, Font::Small, colors.text_muted);
    });
    shown.clicked()
}

fn take(choices: &mut Choices, name: &str) {
    choices.proxy.existing = true;
    choices.proxy.name = Some(name.to_owned());
}

fn candidate(ui: &mut Ui, one: &Candidate, choices: &mut Choices) {
    let name = one.proxy.name.as_str();
    if let Some(why) = &one.why_not {
        card(ui, |ui| {
            Callout::new(Sign::Note, &t!("which-cannot", name = name), &why.to_string()).show(ui);
            known(ui, one);
        });
        return;
    }
    let chosen = choices.proxy.name.as_deref() == Some(name);
    let shown = choice_card(ui, &t!("which-use-name", name = name), chosen, |ui| {
        let colors = tokens(ui);
        label(ui, name, Font::Strong, colors.text);
        known(ui, one);
    });
    if shown.clicked() {
        take(choices, name);
    }
}

fn known(ui: &mut Ui, one: &Candidate) {
    let engine = format!("{} · `{}`", one.proxy.engine_family.title(), one.proxy.vpc_id);
    let tls = if one.proxy.require_tls { t!("which-tls") } else { t!("which-no-tls") };
    let login = format!("{} · {tls}", one.proxy.auth_mode());
    let users: Vec<String> =
        one.proxy.auth.iter().map(|entry| format!("`{}`", name_in_arn(&entry.secret_arn))).collect();
    let users = if users.is_empty() { t!("proxies-token-users").to_owned() } else { users.join(", ") };
    let pool = match &one.pool {
        Part::Present(pool) => t!("proxies-pool-share", percent = u32::from(pool.max_connections_percent)),
        part => {
            let operation = part.unreadable().map_or("rds:DescribeDBProxyTargetGroups", |why| why.operation.as_str());
            t!("proxies-unknown", operation = operation)
        }
    };
    let functions = functions(one);
    let mut rows = vec![
        Fact::new(t!("which-engine"), &engine),
        Fact::new(t!("which-login"), &login),
        Fact::new(t!("which-users"), &users),
        Fact::new(t!("which-pool"), &pool),
    ];
    if one.why_not.is_none() {
        rows.push(Fact::new(t!("which-functions"), &functions));
    }
    facts(ui, 96.0, &rows);
}

fn functions(one: &Candidate) -> String {
    let mut said: Vec<String> = one.functions.iter().map(|one: &Suggestion| one.function.name.clone()).collect();
    said.extend(one.unread.iter().map(|why| t!("proxies-unknown", operation = why.operation.as_str())));
    if said.is_empty() { t!("proxies-no-function").to_owned() } else { said.join(", ") }
}
