//! The endpoints of a proxy in the window, by label: listed with who may use them, removed after a review, refused
//! while somebody comes by them, and made again by the undo.
//! `cargo test --test suite wizard_removal -- --ignored` writes pictures to `target/looks/`.
#![allow(clippy::unwrap_used)]

use std::path::PathBuf;

use eframe::egui::{Theme, Vec2, vec2};
use egui_kittest::kittest::Queryable as _;
use rds_proxy_wizard::apply::At;
use rds_proxy_wizard::cloud::FunctionChange;
use rds_proxy_wizard::gui::command::Command;
use rds_proxy_wizard::gui::validation::{Part, ValidationAsk};

use crate::app_window::{Window, runtime};
use crate::endpoint_removal::{NAME, PROXY, for_reads};

const REMOVE: &str = "Remove billing-reads";

/// At the page, of a proxy with an endpoint for reads.
fn at_the_page(theme: Theme, size: Vec2) -> Window {
    let mut window = Window::open("default", theme, size);
    let connection = window.state().connection().unwrap().clone();
    runtime().block_on(async {
        let proxy = connection.reader().proxy(PROXY).await.unwrap().unwrap();
        connection.writer.create_proxy_endpoint(for_reads(&proxy, &[("team", "billing")])).await.unwrap();
        connection.clock.sleep(std::time::Duration::from_secs(600)).await;
    });
    for ask in [ValidationAsk::Open, ValidationAsk::Pick(PROXY.into()), ValidationAsk::Show(Part::Endpoints)] {
        window.harness.state_mut().ask(Command::Validate(ask));
        window.steps();
    }
    listed(&mut window);
    window
}

fn listed(window: &mut Window) {
    window.until("the endpoints are read", |state| state.validation.endpoints.read.ready().is_some());
}

fn there(window: &Window) -> bool {
    let reader = window.state().connection().unwrap().writer.clone();
    runtime().block_on(async move { reader.proxy_endpoint(NAME).await.unwrap().is_some() })
}

fn ended(window: &mut Window, wanted: At) {
    window.until("the run has ended", |state| {
        state.run.as_ref().is_some_and(|run| !run.is_working() && run.standing().at == wanted)
    });
}

#[test]
fn an_endpoint_is_removed_after_a_review_and_the_undo_makes_it_again() {
    let mut window = at_the_page(Theme::Dark, vec2(1280.0, 1200.0));
    for said in ["Endpoints of billing-pg-proxy", NAME, "no variable of a function names its host"] {
        assert!(window.shows(said), "{said}");
    }
    assert!(!window.shows("Remove billing-pg-proxy"), "the default one goes with the proxy alone");
    window.click(REMOVE);
    window.until("it is planned", |state| state.validation.part == Part::Repair);
    assert!(there(&window) && window.state().run.is_none());
    window.primary();
    ended(&mut window, At::Finished);
    assert!(!there(&window));
    window.harness.state_mut().ask(Command::Validate(ValidationAsk::Show(Part::Endpoints)));
    window.steps();
    listed(&mut window);
    assert!(!window.shows(REMOVE), "the list is of now");
    window.harness.state_mut().ask(Command::Validate(ValidationAsk::Show(Part::Run)));
    window.steps();
    window.click("Undo this run…");
    window.harness.query_all_by_label_contains("Undo ").last().unwrap().click();
    window.steps();
    ended(&mut window, At::Undone);
    assert!(there(&window));
}

#[test]
fn one_that_a_function_names_is_refused_and_removed_all_the_same_by_a_second_click() {
    let mut window = at_the_page(Theme::Light, vec2(1280.0, 1200.0));
    let connection = window.state().connection().unwrap().clone();
    runtime().block_on(async {
        let host = connection.reader().proxy_endpoint(NAME).await.unwrap().unwrap().host.unwrap();
        let change =
            FunctionChange { set_environment: [("REPORTS_HOST".to_owned(), host)].into(), ..FunctionChange::default() };
        connection.writer.update_function("billing-pdf", &change).await.unwrap();
    });
    window.click(REMOVE);
    window.until("it is refused", |state| state.validation.endpoints.refused.ready().is_some_and(Option::is_some));
    assert!(window.shows("The host of billing-reads is named by billing-pdf"));
    assert_eq!(window.state().validation.part, Part::Endpoints);
    window.click("Read again");
    listed(&mut window);
    assert!(window.shows("billing-pdf (REPORTS_HOST)"));
    window.click("Remove all the same");
    window.until("it is planned", |state| state.validation.part == Part::Repair);
    assert!(there(&window));
}

#[test]
#[ignore = "writes pictures for the eye; run it by hand"]
fn look() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/looks");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, theme) in [("dark", Theme::Dark), ("light", Theme::Light)] {
        for size in [vec2(900.0, 600.0), vec2(1440.0, 900.0)] {
            let mut window = at_the_page(theme, size);
            window.harness.run_steps(4);
            let file = |page: &str| folder.join(format!("removal-{page}-{name}-{}.png", size.x));
            window.harness.render().unwrap().save(file("list")).unwrap();
            let ask = ValidationAsk::RemoveEndpoint { name: NAME.into(), even_if_used: false };
            window.harness.state_mut().ask(Command::Validate(ask));
            window.until("it is planned", |state| state.validation.part == Part::Repair);
            window.harness.run_steps(4);
            window.harness.render().unwrap().save(file("review")).unwrap();
        }
    }
}
