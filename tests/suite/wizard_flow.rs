//! The window's way through trouble: closing while a run works, changing one's mind, switching the
//! account, clicking twice.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::time::Instant;

use eframe::egui::{Theme, ViewportEvent, ViewportId, accesskit::Role};
use egui_kittest::kittest::Queryable as _;
use rds_proxy_wizard::accounts::{Accounts, Source};
use rds_proxy_wizard::apply::{At, Direction, StopAt};
use rds_proxy_wizard::domain::choices::PasswordSource;
use rds_proxy_wizard::domain::proxy::AuthMode;
use rds_proxy_wizard::domain::setup::{Page, SecretSetup};
use rds_proxy_wizard::gui::command::Command;
use rds_proxy_wizard::gui::state::Closing;
use rds_proxy_wizard::gui::steps::WizardStep;
use rds_proxy_wizard::plan::Plan;
use rds_proxy_wizard::practice::Speed;

use crate::app_window::{Opening, USUAL, Window};

/// A practice account of this scenario is open; nothing is chosen.
fn opened(scenario: &str, speed: Speed) -> Window {
    let mut window = Opening { speed, frame: 0.1, ..Opening::default() }.start();
    window.switch(scenario);
    window
}

/// Database and function are chosen and read.
fn chosen(scenario: &str, speed: Speed) -> Window {
    Window::chosen_at(speed, scenario, Theme::Dark, USUAL)
}

impl Window {
    /// Asks the window to close, as its own button does.
    fn close(&mut self) {
        let viewport = self.harness.input_mut().viewports.entry(ViewportId::ROOT).or_default();
        viewport.events.push(ViewportEvent::Close);
        self.harness.step();
        self.harness.input_mut().viewports.entry(ViewportId::ROOT).or_default().events.clear();
        self.harness.step();
    }

    fn begin(&mut self) {
        self.ask(Command::Go(WizardStep::Review));
        self.until("preflight", |state| !state.designed.stale && state.permissions.ready().is_some());
        // Not the run before.
        let before = self.state().run.as_ref().map(|run| run.record.run.clone());
        self.primary();
        self.until("the run", |state| state.run.as_ref().is_some_and(|run| Some(&run.record.run) != before.as_ref()));
    }

    fn finish(&mut self) -> At {
        self.until("the run's end", |state| state.run.is_some() && !state.is_running());
        self.until("the account read anew", |state| !state.designed.stale);
        self.state().run.as_ref().unwrap().standing().at
    }
}

#[test]
fn closing_while_a_run_works_asks_stops_after_the_step_and_the_next_start_offers_the_run() {
    let mut window = chosen("default", Speed::Times(100));
    window.begin();
    window.until("a step waits", |state| state.run.as_ref().is_some_and(|run| run.is_waiting()));
    window.close();
    assert_eq!(window.state().closing, Closing::Asking, "the question is up");
    window.click("Stop after this step and close");
    assert!(window.state().closing == Closing::Leaving && window.state().is_running());
    assert_eq!(window.finish(), At::Stopped);
    let mut next = Window::over(window.close_for_good(), Speed::Instant, Theme::Dark, USUAL);
    next.until("the stopped run is offered", |state| !state.setups.is_empty());
}

/// A run that waits for minutes.
fn waiting() -> Window {
    let mut window = chosen("default", Speed::Times(1));
    window.begin();
    window.until("a step waits", |state| state.run.as_ref().is_some_and(|run| run.is_waiting()));
    window
}

impl Window {
    fn asked(&mut self) -> StopAt {
        self.state().run.as_ref().unwrap().stop.asked()
    }
}

#[test]
fn closing_now_waits_for_nothing_and_resuming_takes_over() {
    let mut window = waiting();
    window.close();
    window.click("Stop now and close");
    assert_eq!(window.asked(), StopAt::Now);
    assert_eq!(window.finish(), At::Stopped);
    assert!(window.shows("Stopped, "));
    let receipt = window.state().run.as_ref().unwrap().record.clone();
    assert!(receipt.is_open(), "the next start offers it");
}

#[test]
fn a_second_close_does_not_ask_the_same_again_but_stops_at_once() {
    for choose_first in [false, true] {
        let mut window = waiting();
        window.close();
        if choose_first {
            window.click("Stop after this step and close");
            assert_eq!(window.asked(), StopAt::AfterStep);
        }
        window.close();
        assert_eq!(window.asked(), StopAt::Now);
        assert_ne!(window.state().closing, Closing::Asking);
        assert!(!window.shows("Keep running"), "the question is not up again");
        assert_eq!(window.finish(), At::Stopped);
    }
}

#[test]
fn the_closing_question_can_be_taken_back_and_goes_away_with_the_run() {
    let mut window = chosen("default", Speed::Times(200));
    window.begin();
    window.close();
    window.click("Keep running");
    assert_eq!((window.state().closing, window.asked()), (Closing::No, StopAt::Never));
    window.close();
    assert_eq!(window.state().closing, Closing::Asking);
    assert_eq!(window.finish(), At::Finished);
    assert_eq!(window.state().closing, Closing::No);
    assert!(!window.shows("Keep running") && window.shows("Everything is in place"));
}

#[test]
fn no_way_leads_away_from_a_working_run() {
    let mut window = chosen("default", Speed::Times(600));
    window.begin();
    window.ask(Command::Go(WizardStep::Account));
    window.ask(Command::Open { source: Source::Practice { scenario: "large".into() }, region: None });
    assert_eq!(window.state().step(), WizardStep::Apply);
    assert!(window.state().is_running());
    assert_eq!(window.finish(), At::Finished);
}

#[test]
fn a_plan_of_other_choices_is_never_applied() {
    let mut window = chosen("default", Speed::Instant);
    window.ask(Command::Go(WizardStep::Review));
    window.choose("analytics-pg");
    // One frame: two are enough to read the account again.
    window.harness.state_mut().ask(Command::Apply);
    window.harness.step();
    let state = window.state();
    assert!(state.run.is_none() && state.designed.setup.is_none() && state.designed.current_plan().is_none());
    assert!(state.designed.stale && window.shows("stale"));
    window.until("the other database's design", |state| !state.designed.stale);
    assert!(!window.shows("stale"));
}

#[test]
fn a_typed_name_makes_the_plan_stale_until_the_account_is_read_for_it() {
    let mut window = chosen("default", Speed::Instant);
    window.ask(Command::Go(WizardStep::Review));
    window.state_mut().choices.proxy.name = Some("another".into());
    window.ask(Command::Apply);
    assert!(window.state().run.is_none());
    window.until("the new plan", |state| {
        state.designed.current_plan().is_some_and(|plan| plan.setup().unwrap().proxy.name == "another")
    });
}

#[test]
fn a_double_click_on_apply_begins_one_run_and_after_it_the_plan_is_new() {
    let mut window = chosen("default", Speed::Instant);
    window.ask(Command::Go(WizardStep::Review));
    window.harness.state_mut().ask(Command::Apply);
    window.harness.state_mut().ask(Command::Apply);
    window.harness.step();
    assert_eq!(window.finish(), At::Finished);
    assert!(window.state().designed.current_plan().unwrap().is_empty());
    let receipts = Accounts::in_folder(window.folder.path().to_owned()).store().list();
    assert_eq!(receipts.len(), 1, "one run, one receipt");
}

#[test]
fn a_typed_password_that_is_missing_is_asked_for_before_the_run() {
    let mut window = chosen("default", Speed::Instant);
    window.state_mut().choices.secret.password = PasswordSource::Typed;
    window.harness.step();
    window.until("the plan", |state| state.designed.current_plan().is_some_and(|plan| plan.needs_password()));
    let SecretSetup::Owned { .. } = window.state().designed.setup.as_ref().unwrap().secret else { panic!() };
    window.ask(Command::Go(WizardStep::Review));
    window.ask(Command::Apply);
    assert!(window.state().run.is_none());
    assert_eq!(window.state().step(), WizardStep::Secret);
    window.harness.step();
    window.harness.get_by_role_and_label(Role::PasswordInput, "Password").focus();
    window.harness.step();
    window.harness.get_by_role_and_label(Role::PasswordInput, "Password").type_text("correct horse battery");
    window.harness.step();
    assert!(!window.state().password.is_empty());
    window.begin();
    assert!(window.state().password.is_empty(), "the run took it");
    assert_eq!(window.finish(), At::Finished);
}

#[test]
fn undone_and_begun_again_with_another_secret_name() {
    let mut window = chosen("default", Speed::Instant);
    window.begin();
    assert_eq!(window.finish(), At::Finished);
    let receipt = window.state().run.as_ref().unwrap().receipt.clone().unwrap();
    window.ask(Command::Undo(receipt));
    window.until("undo begins", |state| state.run.as_ref().unwrap().direction == Direction::Undo);
    assert_eq!(window.finish(), At::Undone);
    window.ask(Command::Go(WizardStep::Review));
    window.state_mut().choices.secret.name = Some("a-second-name".into());
    window.until("a new plan", |state| {
        let named =
            |plan: &Plan| matches!(&plan.setup().unwrap().secret, SecretSetup::Owned { name, .. } if name == "a-second-name");
        state.designed.current_plan().is_some_and(named)
    });
    window.begin();
    assert_eq!(window.finish(), At::Finished);
}

#[test]
fn another_account_forgets_what_was_chosen_and_how_far_one_was() {
    let mut window = chosen("default", Speed::Instant);
    window.ask(Command::Go(WizardStep::Review));
    window.ask(Command::Go(WizardStep::Account));
    for scenario in ["expired", "no-permissions", "large", "unsupported-zone", "default"] {
        window.switch(scenario);
        let state = window.state();
        assert!(state.choices.database.is_empty() && state.designed.plan.is_none() && state.run.is_none());
        assert_eq!(state.reached, WizardStep::Account, "{scenario}");
        window.ask(Command::Next);
        window.harness.step();
        window.ask(Command::Go(WizardStep::Account));
    }
    window.choose("orders-prod");
    window.until("the plan", |state| state.designed.current_plan().is_some());
    assert!(!window.shows("stale"));
}

/// The pages after the choices, which all show what follows from reading the account.
const DESIGNED: [WizardStep; 7] = [
    WizardStep::Role,
    WizardStep::Network,
    WizardStep::Proxy,
    WizardStep::Access,
    WizardStep::Review,
    WizardStep::Check,
    WizardStep::Export,
];

#[test]
fn an_ended_session_is_said_on_every_page_and_can_be_tried_again() {
    let mut window = opened("expired", Speed::Instant);
    window.choose("orders-prod");
    window.until("nothing could be read", |state| state.observed.ready().is_some());
    let lists = [WizardStep::Database, WizardStep::Function, WizardStep::Secret];
    for step in lists.into_iter().chain(DESIGNED) {
        window.ask(Command::Go(step));
        window.until("it is read", |state| state.checked.waiting(Instant::now()).is_none());
        assert!(window.shows("The session has ended"), "{step:?}");
        assert!(window.shows("Try again"), "{step:?}");
        for untrue in ["No databases in", "No functions in", "Reading what"] {
            assert!(!window.shows(untrue), "{step:?} says {untrue}");
        }
    }
    window.ask(Command::Go(WizardStep::Network));
    window.click("Try again");
    assert!(window.state().connection.waiting(Instant::now()).is_some() || window.state().lists.ready().is_none());
    window.until("it is asked again", |state| state.lists.ready().is_some() && state.observed.ready().is_some());
    assert_eq!(window.state().choices.database, "orders-prod", "what was chosen stays");
    assert_eq!(window.state().step(), WizardStep::Network);
}

#[test]
fn an_answer_that_never_comes_is_waited_for_in_words_and_can_be_given_up() {
    for step in DESIGNED {
        let mut window = chosen("default", Speed::Instant);
        let state = window.state_mut();
        state.designed.forget();
        state.observed.clear();
        state.checked.clear();
        // Questions that nobody answers.
        state.ask_observed(Instant::now());
        state.checked.ask(Instant::now());
        window.ask(Command::Go(step));
        window.harness.step();
        assert!(window.shows("Reading "), "{step:?} says what it waits for");
        window.click("Cancel");
        let again = if step == WizardStep::Check { "Check again" } else { "Try again" };
        assert!(window.shows(again), "{step:?}");
        window.click(again);
        window.until("it is there", |state| {
            if state.step() == WizardStep::Check {
                state.checked.ready().is_some()
            } else {
                state.designed.setup.is_some()
            }
        });
    }
}

#[test]
fn lists_that_never_come_are_given_up_and_asked_for_again() {
    for step in [WizardStep::Database, WizardStep::Function] {
        let mut window = opened("default", Speed::Instant);
        window.choose("orders-prod");
        window.ask(Command::Go(step));
        window.state_mut().lists.clear();
        window.state_mut().lists.ask(Instant::now());
        window.ask(Command::StopReading);
        window.harness.step();
        assert!(window.shows("Not read"), "{step:?}");
        window.click("Try again");
        window.until("the lists", |state| state.lists.ready().is_some());
        assert!(!window.shows("Not read"), "{step:?}");
    }
}

#[test]
fn a_choice_that_stands_in_the_way_is_named_on_every_page_after_it() {
    let mut window = opened("default", Speed::Instant);
    let functions: Vec<String> =
        window.state().lists.value().unwrap().functions.iter().map(|function| function.name.clone()).collect();
    let unfit = functions.into_iter().find(|name| {
        window.choose("orders-prod");
        window.state_mut().choices.function.clone_from(name);
        window.until("it is read", |state| {
            state.observed.ready().is_some()
                && !state.designed.stale
                && (state.designed.is_blocked() || state.designed.plan.is_some())
        });
        window.state().designed.trouble_on(Page::Function).is_some() && window.state().designed.setup.is_none()
    });
    let unfit = unfit.expect("a function that cannot use this proxy");
    let trouble = window.state().designed.trouble_on(Page::Function).unwrap().replace('`', "");
    for step in [WizardStep::Function].into_iter().chain(DESIGNED).filter(|step| *step != WizardStep::Check) {
        window.ask(Command::Go(step));
        assert!(window.shows(&trouble), "{step:?} says why `{unfit}` does not go");
        assert!(!window.shows("Reading what"), "{step:?}");
    }
    window.ask(Command::Go(WizardStep::Network));
    window.click("Go to Function");
    assert_eq!(window.state().step(), WizardStep::Function);
}

#[test]
fn review_refuses_what_would_take_from_others_and_leads_to_the_page() {
    let mut window = opened("default", Speed::Instant);
    let choices = &mut window.state_mut().choices;
    choices.database = "auth".into();
    choices.function = "billing-pdf".into();
    choices.auth_mode = AuthMode::EndToEndIam;
    window.ask(Command::Go(WizardStep::Review));
    window.until("the conflict", |state| !state.designed.stale && !state.designed.conflicts.is_empty());
    assert!(window.shows("Others may use the proxy"));
    assert!(window.shows("Others log in with"));
    window.click("Go to Secret");
    assert_eq!(window.state().step(), WizardStep::Secret);
}
