//! The Proxy page where a proxy is there already: a new one, or one of these.
//! `cargo test --test suite wizard_used_proxy -- --ignored` writes it as pictures to `target/looks/`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::path::PathBuf;
use std::time::{Duration, Instant};

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, Theme, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use rds_proxy_wizard::gui::app::App;
use rds_proxy_wizard::gui::command::Command;
use rds_proxy_wizard::gui::state::State;
use rds_proxy_wizard::gui::steps::WizardStep;
use rds_proxy_wizard::practice::Speed;

use crate::app_window::Window as Opened;

type Window = Harness<'static, App>;

pub fn until(window: &mut Window, what: &str, wanted: impl Fn(&State) -> bool) {
    let start = Instant::now();
    while !wanted(&window.state().state) {
        let problems = &window.state().state.designed.problems;
        assert!(start.elapsed() < Duration::from_secs(30), "never came to pass: {what}; problems: {problems:?}");
        std::thread::sleep(Duration::from_millis(10));
        window.step();
    }
    window.step();
    window.step();
}

/// The Proxy page for `billing-pdf` in front of this database.
fn at_proxy(database: &str, theme_of: Theme, size: Vec2) -> (Window, tempfile::TempDir) {
    let Opened { harness: mut window, folder, .. } =
        Opened::over(tempfile::tempdir().unwrap(), Speed::Instant, theme_of, size);
    until(&mut window, "the lists are read", |state| state.lists.ready().is_some() && state.offers.ready().is_some());
    let choices = &mut window.state_mut().state.choices;
    choices.database = database.into();
    choices.function = "billing-pdf".into();
    choices.secret.user = Some("pdf_app".into());
    window.state_mut().ask(Command::Go(WizardStep::Proxy));
    until(&mut window, "the page", |state| state.designed.version > 0 && state.candidates.ready().is_some());
    (window, folder)
}

fn shows(window: &Window, label: &str) -> bool {
    window.query_all_by_label_contains(label).next().is_some()
}

fn click(window: &mut Window, label: &str) {
    window.get_by_label(label).click();
    window.step();
    window.step();
}

#[test]
fn one_that_exists_is_recommended_used_by_a_click_and_left_again() {
    let (mut window, _folder) = at_proxy("auth", Theme::Dark, vec2(1280.0, 900.0));
    assert!(!window.state().state.choices.proxy.existing, "the default makes a new one");
    click(&mut window, "Use one that exists, recommended");
    let proxy = window.state().state.choices.proxy.clone();
    assert_eq!((proxy.existing, proxy.name.as_deref()), (true, Some("auth-proxy")));
    until(&mut window, "the plan that uses it", |state| {
        state.designed.current_plan().is_some_and(|plan| plan.change("add-login").is_some())
    });
    assert!(shows(&window, "Use auth-proxy") && shows(&window, "auth/auth_app") && shows(&window, "auth-login"));
    assert!(shows(&window, "billing-pg-proxy cannot be used"));
    click(&mut window, "Make a new one");
    assert!(!window.state().state.choices.proxy.existing);
    until(&mut window, "the plan of a new one", |state| {
        state.designed.current_plan().is_none_or(|plan| plan.change("add-login").is_none())
    });
}

#[test]
fn where_none_can_be_used_a_new_one_is_made() {
    let (mut window, _folder) = at_proxy("orders-prod", Theme::Dark, vec2(1280.0, 900.0));
    assert!(shows(&window, "None of them can be used"));
    click(&mut window, "Use one that exists");
    assert!(!window.state().state.choices.proxy.existing);
}

#[test]
fn a_further_function_is_added_and_left_out_again() {
    let (mut window, _folder) = at_proxy("orders-prod", Theme::Dark, vec2(1280.0, 900.0));
    window.state_mut().ask(Command::Go(WizardStep::Function));
    window.step();
    window.step();
    window.get_by_role_and_label(Role::ComboBox, "Add a function: None").click();
    window.step();
    window.step();
    window.event(Event::Text("orders-export".into()));
    window.step();
    window.key_press(Key::Enter);
    window.step();
    window.step();
    assert_eq!(window.state().state.choices.more_functions, ["orders-export"]);
    until(&mut window, "a plan for both", |state| {
        state.designed.setup.as_ref().is_some_and(|setup| setup.more.len() == 1)
    });
    window.get_by_role_and_label(Role::CheckBox, "orders-export").click();
    window.step();
    window.step();
    assert!(window.state().state.choices.more_functions.is_empty());
}

/// The Check page of a set-up with two functions.
fn at_check(theme_of: Theme, size: Vec2) -> (Window, tempfile::TempDir) {
    let (mut window, folder) = at_proxy("billing-pg", theme_of, size);
    let choices = &mut window.state_mut().state.choices;
    choices.more_functions = vec!["orders-api".into()];
    (choices.proxy.existing, choices.proxy.name) = (true, Some("billing-pg-proxy".into()));
    window.state_mut().ask(Command::Check);
    window.state_mut().ask(Command::Go(WizardStep::Check));
    until(&mut window, "both paths are checked", |state| state.checked.ready().is_some());
    (window, folder)
}

#[test]
fn the_check_is_of_every_function_and_shows_the_path_of_the_one_that_is_picked() {
    let (mut window, _folder) = at_check(Theme::Dark, vec2(1280.0, 900.0));
    assert!(shows(&window, "Path from function: billing-pdf: "));
    let first = window.state().state.shown_check().unwrap().observed.function.present().unwrap().name.clone();
    let other = window.get_by_label_contains("Path from function: orders-api: ");
    other.click();
    window.step();
    window.step();
    let picked = window.state().state.shown_check().unwrap().observed.function.present().unwrap().name.clone();
    assert_eq!((first.as_str(), picked.as_str()), ("billing-pdf", "orders-api"));
}

#[test]
fn a_connection_is_tried_from_the_function_that_is_picked() {
    let (mut window, _folder) = at_check(Theme::Dark, vec2(1280.0, 900.0));
    window.state_mut().state.pages.check.connect = true;
    window.step();
    window.step();
    let asked = |window: &Window| window.state().state.seen_question().function.unwrap().name;
    assert_eq!(asked(&window), "billing-pdf");
    window.get_by_label_contains("Path from function: orders-api: ").click();
    window.step();
    window.step();
    assert_eq!(asked(&window), "orders-api");
    assert!(shows(&window, "orders-api"));
}

#[test]
fn an_alias_of_a_further_function_is_chosen_beside_it_and_goes_with_it() {
    let (mut window, _folder) = at_proxy("crm", Theme::Dark, vec2(1280.0, 1600.0));
    window.state_mut().state.choices.more_functions = vec!["orders-mailer".into()];
    window.state_mut().ask(Command::Go(WizardStep::Function));
    until(&mut window, "its aliases are read", |state| {
        state.observed.ready().is_some_and(|observed| !observed.more_functions.is_empty())
    });
    window.run_steps(8);
    click(&mut window, "Publish a version of orders-mailer and move live to it");
    assert_eq!(window.state().state.choices.access.more_aliases["orders-mailer"], "live");
    click(&mut window, "Leave the aliases of orders-mailer alone");
    assert!(window.state().state.choices.access.more_aliases.is_empty());
    click(&mut window, "Publish a version of orders-mailer and move live to it");
    window.get_by_role_and_label(Role::CheckBox, "orders-mailer").click();
    window.step();
    window.step();
    assert!(window.state().state.choices.access.more_aliases.is_empty(), "no alias of nobody");
}

#[test]
fn what_an_endpoint_is_like_is_chosen_on_the_page() {
    let (mut window, _folder) = at_proxy("orders-prod", Theme::Dark, vec2(1280.0, 2000.0));
    window.state_mut().state.choices.proxy.read_only_endpoint = true;
    until(&mut window, "an endpoint", |state| {
        state.designed.setup.as_ref().is_some_and(|setup| !setup.proxy.endpoints.is_empty())
    });
    assert!(!shows(&window, "Name of the read-only endpoint"), "folded away");
    click(&mut window, "Name, subnets and groups");
    window.get_by_role_and_label(Role::TextInput, "Name of the read-only endpoint").focus();
    window.step();
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.event(Event::Text("reads_".into()));
    window.step();
    until(&mut window, "the name is refused", |state| {
        state.designed.problem_with("proxy.endpoints.read_only_name").is_some()
    });
    assert!(shows(&window, "`reads_` is no name") || shows(&window, "reads_ is no name"));
    let chosen = |window: &Window| window.state().state.choices.proxy.endpoints.clone();
    let setup = window.state().state.designed.setup.as_ref().unwrap().proxy.endpoints[0].clone();
    window.get_by_role_and_label(Role::CheckBox, "private-c in eu-west-1c").click();
    window.step();
    window.step();
    assert_eq!(chosen(&window).subnets.len(), setup.subnet_ids.len() + 1);
    window.get_by_label_contains("Addresses of the endpoints: IPV4").click();
    window.step();
    window.step();
    assert_eq!(chosen(&window).network_type.map(|kind| kind.api_name()), Some("IPV4"));
}

#[test]
#[ignore = "writes pictures for the eye; run it by hand"]
fn look() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/looks");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, theme_of) in [("dark", Theme::Dark), ("light", Theme::Light)] {
        for size in [vec2(900.0, 600.0), vec2(1440.0, 900.0)] {
            let (mut window, _folder) = at_proxy("auth", theme_of, size);
            click(&mut window, "Use one that exists, recommended");
            until(&mut window, "the plan that uses it", |state| {
                state.designed.current_plan().is_some_and(|plan| plan.change("add-login").is_some())
            });
            window.run_steps(4);
            window.render().unwrap().save(folder.join(format!("used-proxy-{name}-{}.png", size.x))).unwrap();
            window.state_mut().state.choices.function = "orders-export".into();
            until(&mut window, "what it asks for at most", |state| state.designed.reserved_concurrency == Some(5));
            window.run_steps(4);
            window.render().unwrap().save(folder.join(format!("used-proxy-adds-{name}-{}.png", size.x))).unwrap();
            let (mut window, _folder) = at_check(theme_of, size);
            window.run_steps(4);
            window.render().unwrap().save(folder.join(format!("check-several-{name}-{}.png", size.x))).unwrap();
            window.state_mut().state.pages.check.connect = true;
            window.run_steps(4);
            window.render().unwrap().save(folder.join(format!("connect-several-{name}-{}.png", size.x))).unwrap();
            let (mut window, _folder) = at_proxy("orders-prod", theme_of, vec2(size.x, 1900.0));
            window.state_mut().state.choices.proxy.read_only_endpoint = true;
            until(&mut window, "an endpoint", |state| {
                state.designed.setup.as_ref().is_some_and(|setup| !setup.proxy.endpoints.is_empty())
            });
            click(&mut window, "Name, subnets and groups");
            window.run_steps(4);
            window.render().unwrap().save(folder.join(format!("endpoint-{name}-{}.png", size.x))).unwrap();
        }
    }
}
