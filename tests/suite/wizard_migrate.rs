//! Migrations through the window, by label, on the practice account: where the function stands, the move, what
//! is left of the old way, its end, and the way back; and the checklist of a blue/green deployment.
//! `cargo test --test suite wizard_migrate -- --ignored` writes pictures to `target/looks/`.
#![allow(clippy::unwrap_used)]

use eframe::egui::{Theme, Vec2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use rds_proxy_wizard::apply::At;
use rds_proxy_wizard::discover::Existing;
use rds_proxy_wizard::gui::command::Command;
use rds_proxy_wizard::gui::steps::WizardStep;
use rds_proxy_wizard::gui::validation::{Ask, FunctionChoice, Part};
use rds_proxy_wizard::plan::Migration;

use crate::wizard_validate::{USUAL, Window, runtime};

const MOVES: &str = "orders-checkout";

/// At the page, with the function judged.
fn at_the_page(scenario: &str, read_secrets: bool, theme: Theme, size: Vec2) -> Window {
    let mut window = Window::open(scenario, theme, size);
    let existing = Existing { proxy: "orders-proxy".to_owned(), function: Some(MOVES.parse().unwrap()), read_secrets };
    window.harness.state_mut().ask(Command::Validate(Ask::Judge(existing)));
    window.harness.step();
    window.until("it is judged", |state| state.validation.result().is_some());
    window.harness.state_mut().ask(Command::Validate(Ask::Show(Part::Migrate)));
    window.steps();
    looked(&mut window);
    window
}

fn looked(window: &mut Window) {
    window.until("it is known who comes", |state| {
        state.validation.reading.is_none() && state.validation.moving.callers.ready().is_some()
    });
}

fn part(window: &Window) -> Part {
    window.state().validation.part
}

fn ended(window: &mut Window, wanted: At) {
    window.until("the run has ended", |state| {
        state.run.as_ref().is_some_and(|run| !run.is_working() && run.standing().at == wanted)
    });
}

fn is_disabled(window: &Window, button: &str) -> bool {
    window.harness.query_all_by_label_contains(button).next().unwrap().accesskit_node().is_disabled()
}

/// Whoever calls the function by its alias gets what it is now.
fn release(window: &Window) {
    let writer = window.state().connection().unwrap().writer.clone();
    runtime().block_on(async {
        let version = writer.publish_version(MOVES).await.unwrap();
        writer.update_alias(MOVES, "live", &version).await.unwrap();
    });
}

#[test]
fn a_login_moves_is_finished_and_is_brought_back() {
    const FINISH: &str = "Review: The login of orders_app goes";
    let mut window = at_the_page("from-secret", true, Theme::Light, vec2(1280.0, 2400.0));
    for said in [
        "orders-checkout sends a token, and the proxy uses a secret",
        "It is there already",
        "Until you finish, the old way works and all of it can be undone",
        // Another function's login is an old way too, and somebody comes by it.
        "Still logs in as orders_reports: orders-reports",
    ] {
        assert!(window.shows(said), "{said}");
    }
    assert!(is_disabled(&window, "Review: The login of orders_reports goes"));

    // The move is reviewed like any plan, and there is a way back that changes nothing.
    window.primary();
    window.until("it is planned", |state| state.validation.part == Part::Repair);
    assert!(window.state().run.is_none());
    for said in ["Move to: End-to-end IAM", "The database user orders_app_iam has to be there", "Whoever calls live"] {
        assert!(window.shows(said), "{said}");
    }
    window.click("Back to Migrate");
    assert_eq!(part(&window), Part::Migrate);
    window.primary();
    window.until("it is planned", |state| state.validation.part == Part::Repair);
    window.primary();
    ended(&mut window, At::Finished);
    assert!(window.shows("The old way still works"));

    // What a person has to make is filled in on its page.
    window.click("Database user");
    assert_eq!(part(&window), Part::User);
    assert!(window.shows("orders_app_iam"));
    window.harness.state_mut().ask(Command::Validate(Ask::Show(Part::Migrate)));
    window.steps();
    looked(&mut window);

    // The published version still comes the old way.
    assert!(window.shows("Still logs in as orders_app: orders-checkout:live"));
    assert!(is_disabled(&window, FINISH));
    release(&window);
    window.harness.state_mut().ask(Command::Validate(Ask::ReadHere));
    window.steps();
    looked(&mut window);
    assert!(window.shows("No function of this account and region comes by it"));
    assert!(!is_disabled(&window, FINISH));
    window.harness.query_all_by_label_contains(FINISH).next().unwrap().click();
    window.until("the end is planned", |state| state.validation.part == Part::Repair);
    for said in ["The point of no return: The login of orders_app goes", "From here the old way is closed"] {
        assert!(window.shows(said), "{said}");
    }
    let wish = window.state().validation.repair.as_ref().unwrap().migration.clone();
    assert_eq!(wish, Some(Migration::EndLogin { old: "orders_app".to_owned() }));
    window.primary();
    ended(&mut window, At::Finished);
    assert!(window.shows("The old way is closed."));
    window.click("Undo this run…");
    window.harness.query_all_by_label_contains("Undo ").last().unwrap().click();
    window.steps();
    ended(&mut window, At::Undone);
}

#[test]
fn who_comes_directly_is_moved_through_the_proxy_first() {
    let mut window = at_the_page("from-database", true, Theme::Dark, vec2(1280.0, 2000.0));
    assert!(window.shows("orders-checkout connects to the database directly"));
    assert!(window.shows("Move the function through the proxy first"), "a login of the proxy is of no use to it");
    window.click("Standard IAM");
    assert!(is_disabled(&window, "Review the move"));
    window.click("Through the proxy");
    window.primary();
    window.until("it is planned", |state| state.validation.part == Part::Repair);
    assert!(window.shows("Move to: Through the proxy"));
    window.primary();
    ended(&mut window, At::Finished);
    window.click("Back to Migrate");
    looked(&mut window);
    assert!(window.shows("It is there already"));
    assert!(window.shows("The direct way into the database"));
}

#[test]
fn secrets_that_nobody_looked_into_are_asked_for_on_the_page() {
    let mut window = at_the_page("from-secret", false, Theme::Light, vec2(1280.0, 1800.0));
    assert!(window.shows("It is not known whose logins orders-proxy has"));
    window.click("Read the secrets' values");
    looked(&mut window);
    assert_eq!(part(&window), Part::Migrate);
    assert!(!window.shows("It is not known whose logins orders-proxy has"));
    assert!(window.shows("It can move"));
}

#[test]
fn a_blue_green_deployment_has_its_checklist() {
    let window = at_the_page("broken-blue-green", false, Theme::Light, vec2(1280.0, 2600.0));
    for said in [
        "orders-prod is in the deployment orders-8-4 (bgd-k2wq7ejz0xq4m8ta), which is AVAILABLE.",
        "What AWS requires",
        "orders-prod is the proxy's target",
        "done: 2. Make the deployment",
        "4. Switch over",
        "aws rds switchover-blue-green-deployment --blue-green-deployment-identifier bgd-k2wq7ejz0xq4m8ta",
    ] {
        assert!(window.shows(said), "{said}");
    }
}

#[test]
fn a_function_says_which_proxies_and_databases_it_reaches_and_how() {
    let mut window = Window::open("from-database", Theme::Light, USUAL);
    window.click("Validate a proxy");
    window.pick("orders-proxy");
    window.harness.state_mut().state.validation.question.choose(FunctionChoice::Typed(MOVES.to_owned()));
    window.steps();
    window.click("Show which proxies and databases it reaches");
    window.until("it is known", |state| state.reaching.answer.ready().is_some());
    for said in ["orders-proxy, and through it orders-prod", "orders-prod, without a proxy", "variable DB_PROXY_HOST"] {
        assert!(window.shows(said), "{said}");
    }
    window.click("Validate this path");
    window.until("it is judged", |state| state.validation.result().is_some());
    assert_eq!(part(&window), Part::Findings);

    // The same beside the function of a set-up; another function is asked about anew.
    let state = &mut window.harness.state_mut().state;
    state.choices.database = "orders-prod".to_owned();
    state.choices.function = "orders-reports".to_owned();
    state.go(WizardStep::Function);
    window.steps();
    assert!(!window.shows("It reaches"));
    window.click("Show which proxies and databases it reaches");
    window.until("it is known", |state| state.reaching.answer.ready().is_some());
    assert!(window.shows("orders-proxy, and through it orders-prod"));
    assert!(!window.shows("without a proxy"));
}

#[test]
#[ignore = "writes pictures for the eye; run it by hand"]
fn look() {
    for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        for (size, at) in [(vec2(1440.0, 900.0), ""), (vec2(900.0, 600.0), "-small"), (vec2(1440.0, 2400.0), "-tall")] {
            let mut window = at_the_page("from-secret", true, theme, size);
            window.save(&format!("migrate{at}-{name}"));
            window.primary();
            window.until("it is planned", |state| state.validation.part == Part::Repair);
            window.until("permissions", |state| state.validation.permissions.ready().is_some());
            window.save(&format!("migrate-review{at}-{name}"));
            window.primary();
            ended(&mut window, At::Finished);
            window.save(&format!("migrate-moved{at}-{name}"));
            let mut window = at_the_page("from-database", false, theme, size);
            window.save(&format!("migrate-direct{at}-{name}"));
            let mut window = at_the_page("broken-blue-green", false, theme, size);
            window.save(&format!("migrate-blue-green{at}-{name}"));
            let mut window = Window::open("from-database", theme, size);
            window.harness.state_mut().ask(Command::Validate(Ask::Open));
            window.steps();
            window.pick("orders-proxy");
            window.harness.state_mut().state.validation.question.choose(FunctionChoice::Typed(MOVES.to_owned()));
            window.harness.state_mut().ask(Command::Reached(MOVES.to_owned()));
            window.steps();
            window.until("it is known", |state| state.reaching.answer.ready().is_some());
            window.save(&format!("reached{at}-{name}"));
            let state = &mut window.harness.state_mut().state;
            state.choices.database = "orders-prod".to_owned();
            state.choices.function = MOVES.to_owned();
            state.go(WizardStep::Function);
            window.until("it is read", |state| state.observed.ready().is_some());
            window.save(&format!("reached-function{at}-{name}"));
        }
    }
}
