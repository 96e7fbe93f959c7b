//! The first page and its practice account, what a selection belongs to, and that Check and Validate are
//! one question: walked by label.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::collections::BTreeSet;

use eframe::egui::{
    Key, Modifiers, Rect, Theme,
    accesskit::{Role, Toggled},
    vec2,
};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use rds_proxy_wizard::accounts::Accounts;
use rds_proxy_wizard::discover::Existing;
use rds_proxy_wizard::domain::choices::Choices;
use rds_proxy_wizard::gui::command::Command;
use rds_proxy_wizard::gui::steps::WizardStep;
use rds_proxy_wizard::gui::validation::{Part, ValidationAsk};
use rds_proxy_wizard::gui::widgets::Sign;
use rds_proxy_wizard::rules::Verdict;

use crate::app_window::{BROKEN, CAUSE, USUAL, Window};

impl Window {
    fn practise(&mut self, scenario: &str) {
        self.ask(Command::Practise(scenario.into()));
        self.until("the scenario is open", |state| state.connection.ready().is_some() && state.lists.ready().is_some());
    }

    fn labels(&self, role: Role) -> Vec<String> {
        self.harness.query_all_by_role(role).filter_map(|node| node.accesskit_node().label()).collect()
    }
}

#[test]
fn a_finding_of_another_account_is_not_shown_after_the_scenario_was_switched() {
    let mut window = Window::validated(BROKEN, Theme::Light, USUAL);
    assert!(window.shows("aws ec2 authorize-security-group-ingress"));
    window.practise("broken-name-for-id");
    window.ask(Command::Validate(ValidationAsk::Run));
    window.until("it is judged", |state| state.validation.result().is_some());
    // The old cause has passed here; the new one is what is shown.
    let verdict = &window.state().validation.result().unwrap().checked.verdict;
    let cause = verdict.causes().next().unwrap();
    assert_ne!(cause.code, CAUSE);
    let (title, codes) = (cause.title.clone(), window.rows());
    let selected: Vec<String> = window
        .harness
        .query_all_by_role(Role::ListBoxOption)
        .filter(|node| node.accesskit_node().toggled() == Some(Toggled::True))
        .filter_map(|node| node.accesskit_node().label())
        .collect();
    assert_eq!(selected.len(), 1, "{codes:?}");
    assert!(selected[0].ends_with(&title.replace('`', "")), "{selected:?} is not {title}");
}

#[test]
fn a_connection_belongs_to_one_proxy_and_is_rehearsed_in_practice() {
    let mut window = Window::validated(BROKEN, Theme::Light, USUAL);
    window.ask(Command::Validate(ValidationAsk::Show(Part::Connect)));
    // Filled in, and never a reproach that there is no network.
    let user = window.harness.get_by_role_and_label(Role::TextInput, "User").accesskit_node().value();
    assert_eq!(user.as_deref(), Some("orders_app"));
    window.primary();
    window.until("it was tried", |state| state.attempt.value().is_some() || state.attempt.error().is_some());
    assert!(window.state().attempt.error().is_none());
    assert!(!window.shows("has no network") && window.shows("Simulated"));
    assert!(window.state().attempt.value().unwrap().stopped_at().is_some(), "this machine is outside the network");
    window.practise("all-well");
    assert!(window.state().attempt.value().is_none());
}

fn said(verdict: &Verdict) -> Vec<(String, Vec<String>)> {
    let list = |codes: Vec<&str>| codes.into_iter().map(str::to_owned).collect::<BTreeSet<_>>().into_iter().collect();
    vec![
        ("found".into(), list(verdict.findings.iter().map(|finding| finding.code.as_str()).collect())),
        ("unknown".into(), list(verdict.unknown.iter().map(|unknown| unknown.code).collect())),
        ("passed".into(), list(verdict.passed.clone())),
        ("not applicable".into(), list(verdict.not_applicable.clone())),
    ]
}

#[test]
fn check_and_validate_say_the_same_of_the_same_setup_in_every_practice_scenario() {
    let offers = Accounts::scenarios();
    let mut window = Window::open("all-well", Theme::Light, USUAL);
    for offer in offers.into_iter().filter(|offer| offer.broken.is_some()) {
        let Existing { proxy, function, .. } = offer.broken.clone().unwrap();
        let function = function.unwrap();
        window.practise(offer.name);
        window.until("the door is at the question", |state| state.validation.question.proxy == proxy);
        window.primary();
        window.until("it is judged", |state| state.validation.result().is_some());
        let validated = said(&window.state().validation.result().unwrap().checked.verdict);
        let mut choices = Choices { database: "orders-prod".into(), function: function.name, ..Choices::default() };
        choices.proxy.name = Some(proxy);
        choices.access.publish_to_alias = function.qualifier;
        window.harness.state_mut().state.choices = choices;
        window.ask(Command::Check);
        window.until("it is checked", |state| state.checked.ready().is_some());
        let checked = said(&window.state().checked.value().unwrap().path(None).checked.verdict);
        assert_eq!(validated, checked, "{}", offer.name);
    }
}

#[test]
fn every_scenario_is_listed_in_a_group_and_a_broken_one_leads_to_its_proxy() {
    let mut window = Window::open("default", Theme::Light, USUAL);
    window.ask(Command::Go(WizardStep::Account));
    assert!(window.shows("Start here") && window.shows("faster") || window.shows("its waits take no time"));
    window.harness.get_by_role_and_label(Role::TextInput, "Find a scenario").focus();
    window.harness.step();
    window.harness.get_by_role_and_label(Role::TextInput, "Find a scenario").type_text(BROKEN);
    window.steps();
    window.key(Key::Enter);
    window.until("the door is open", |state| state.is_validating() && state.lists.ready().is_some());
    let question = &window.state().validation.question;
    assert_eq!(question.proxy, "orders-proxy");
    assert_eq!(question.complete().unwrap().function.unwrap().name, "orders-checkout");
    // Ready: the primary act validates it.
    window.primary();
    window.until("it is judged", |state| state.validation.result().is_some());
    let found = &window.state().validation.result().unwrap().checked.verdict.findings;
    assert!(found.iter().any(|finding| finding.code == CAUSE));
    // After errors the fix is the primary act.
    assert!(window.labels(Role::Button).iter().any(|label| label.starts_with("Fix all that is safe")));
    window.primary();
    assert_eq!(window.state().validation.part, Part::Repair);
}

#[test]
fn the_primary_key_works_in_a_field_and_presses_nothing_else() {
    let mut window = Window::open("default", Theme::Light, USUAL);
    window.ask(Command::Go(WizardStep::Account));
    window.harness.get_by_role_and_label(Role::TextInput, "Find a scenario").focus();
    window.steps();
    window.primary();
    assert_eq!(window.state().step(), WizardStep::Database);
    // The focused button of the frame is not pressed by it.
    window.ask(Command::Go(WizardStep::Account));
    window.harness.get_by_label("Help").focus();
    window.steps();
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    window.steps();
    assert!(!window.state().help);
    assert_eq!(window.state().step(), WizardStep::Database);
}

#[test]
fn a_toast_covers_no_button() {
    let mut window = Window::open(BROKEN, Theme::Light, USUAL);
    window.click("Validate a proxy");
    window.harness.state_mut().state.toasts.say(Sign::Failed, "Could not write the file: ".repeat(20));
    window.steps();
    let close = window.harness.get_by_label("Close").rect();
    let strip = Rect::from_x_y_ranges(0.0..=USUAL.x, close.y_range());
    for node in window.harness.query_all_by_role(Role::Button) {
        let label = node.accesskit_node().label();
        assert!(label.as_deref() == Some("Close") || !node.rect().intersects(strip), "{label:?} is covered");
    }
}

#[test]
#[ignore = "writes pictures for the eye; run it by hand"]
fn look() {
    for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        for (size, wide) in [
            (USUAL, ""),
            (vec2(900.0, 600.0), "-small"),
            (vec2(450.0, 300.0), "-tiny"),
            (vec2(1440.0, 900.0), "-large"),
        ] {
            let mut window = Window::open(BROKEN, theme, size);
            window.ask(Command::Go(WizardStep::Account));
            window.save(&format!("front-account-{name}{wide}"));
            window.practise(BROKEN);
            window.until("functions", |state| state.lists.ready().is_some());
            window.save(&format!("front-door-{name}{wide}"));
            window.primary();
            window.until("it is judged", |state| state.validation.result().is_some());
            window.harness.state_mut().state.toasts.say(Sign::Passed, "Saved as /home/mara/report.md");
            window.steps();
            window.save(&format!("front-findings-{name}{wide}"));
            window.ask(Command::Validate(ValidationAsk::Show(Part::Connect)));
            window.primary();
            window.until("it was tried", |state| state.attempt.value().is_some());
            window.save(&format!("front-connect-{name}{wide}"));
            window.practise("default");
            let choices = &mut window.harness.state_mut().state.choices;
            choices.database = "orders-prod".into();
            choices.function = "orders-mailer".into();
            window.until("the plan", |state| state.designed.plan.is_some());
            for step in [WizardStep::Function, WizardStep::Network, WizardStep::Access] {
                window.ask(Command::Go(step));
                window.save(&format!("front-{step:?}-{name}{wide}"));
            }
        }
    }
}
