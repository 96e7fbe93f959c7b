//! The window with further endpoints of a proxy: switched on where they can be, refused with the reason, and
//! offered for a function in another VPC.
//! `cargo test --test suite wizard_endpoints -- --ignored` writes the pages as pictures to `target/looks/`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::path::PathBuf;

use eframe::egui::accesskit::Role;
use eframe::egui::{Theme, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use rds_proxy_wizard::gui::app::App;
use rds_proxy_wizard::gui::command::Command;
use rds_proxy_wizard::gui::steps::WizardStep;
use rds_proxy_wizard::practice::Speed;

use super::wizard_used_proxy::until;
use crate::app_window::Window as Opened;

type Window = Harness<'static, App>;

const READS: &str = "Read-only endpoint";

/// A page for this function in front of this database.
fn at(step: WizardStep, database: &str, function: &str, look: Theme, size: Vec2) -> (Window, tempfile::TempDir) {
    let Opened { harness: mut window, folder, .. } =
        Opened::over(tempfile::tempdir().unwrap(), Speed::Instant, look, size);
    until(&mut window, "the lists are read", |state| state.lists.ready().is_some() && state.offers.ready().is_some());
    let choices = &mut window.state_mut().state.choices;
    choices.database = database.into();
    choices.function = function.into();
    window.state_mut().ask(Command::Go(step));
    until(&mut window, "the page", |state| state.designed.version > 0 && state.observed.ready().is_some());
    if step == WizardStep::Proxy {
        until(&mut window, "the proxies that are there", |state| state.candidates.ready().is_some());
    }
    (window, folder)
}

fn shows(window: &Window, label: &str) -> bool {
    window.query_all_by_label_contains(label).next().is_some()
}

fn plans(window: &mut Window, step: &'static str) {
    until(window, step, move |state| state.designed.current_plan().is_some_and(|plan| plan.creates(step)));
}

const SIZE: Vec2 = vec2(1280.0, 1400.0);

#[test]
fn a_switch_gives_the_proxy_an_endpoint_for_reads_and_takes_it_away() {
    let (mut window, _folder) = at(WizardStep::Proxy, "orders-prod", "orders-api", Theme::Dark, SIZE);
    window.get_by_role_and_label(Role::Switch, READS).click();
    window.step();
    window.step();
    assert!(window.state().state.choices.proxy.read_only_endpoint);
    plans(&mut window, "create-read-only-endpoint");
    window.get_by_role_and_label(Role::Switch, READS).click();
    window.step();
    window.step();
    assert!(!window.state().state.choices.proxy.read_only_endpoint);
}

#[test]
fn where_nobody_would_read_the_switch_is_off_for_good() {
    let (mut window, _folder) = at(WizardStep::Proxy, "crm", "orders-mailer", Theme::Dark, SIZE);
    let switch = window.get_by_role_and_label(Role::Switch, READS);
    assert!(switch.accesskit_node().is_disabled());
    switch.click();
    window.step();
    window.step();
    assert!(!window.state().state.choices.proxy.read_only_endpoint);
}

#[test]
fn a_function_elsewhere_is_offered_an_endpoint_by_a_click() {
    let (mut window, _folder) = at(WizardStep::Function, "orders-prod", "orders-report", Theme::Dark, SIZE);
    assert!(shows(&window, "orders-report is in another VPC"));
    window.get_by_label("Give the proxy an endpoint there").click();
    window.step();
    window.step();
    plans(&mut window, "create-function-vpc-endpoint");
    window.state_mut().ask(Command::Go(WizardStep::Proxy));
    // What is there already stands above the switches, and moves them when it has been read.
    until(&mut window, "the proxies that are there", |state| state.candidates.ready().is_some());
    let switch = window.get_by_role_and_label(Role::Switch, "Endpoint in acme-data, the function\u{2019}s VPC");
    switch.click();
    window.step();
    window.step();
    until(&mut window, "the question again", |state| !state.designed.problems.is_empty());
}

#[test]
#[ignore = "writes pictures for the eye; run it by hand"]
fn look() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/looks");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, look) in [("dark", Theme::Dark), ("light", Theme::Light)] {
        for size in [vec2(900.0, 600.0), vec2(1440.0, 900.0), SIZE] {
            let save = |window: &mut Window, page: &str| {
                window.run_steps(4);
                let file = folder.join(format!("endpoints-{page}-{name}-{}x{}.png", size.x, size.y));
                window.render().unwrap().save(file).unwrap();
            };
            let (mut window, _folder) = at(WizardStep::Function, "orders-prod", "orders-report", look, size);
            save(&mut window, "function");
            let (mut window, _folder) = at(WizardStep::Proxy, "crm", "orders-mailer", look, size);
            save(&mut window, "refused");
            window.state_mut().state.choices.function = "orders-report".into();
            window.state_mut().state.choices.database = "orders-prod".into();
            let choices = &mut window.state_mut().state.choices.proxy;
            (choices.read_only_endpoint, choices.endpoint_in_function_vpc) = (true, true);
            plans(&mut window, "create-function-vpc-endpoint");
            save(&mut window, "proxy");
            for (step, page) in [(WizardStep::Network, "network"), (WizardStep::Review, "review")] {
                window.state_mut().ask(Command::Go(step));
                save(&mut window, page);
            }
        }
    }
}
