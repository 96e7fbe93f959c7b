//! The page over all proxies, by label, on the practice organization: what is read fills the table, it is
//! searched, grouped and saved, and a row opens the findings of that account's proxy.
//! `cargo test --test suite wizard_fleet -- --ignored` writes pictures to `target/looks/`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use eframe::egui::{Theme, Vec2, accesskit::Role, vec2};
use egui_kittest::kittest::Queryable as _;
use rds_proxy_wizard::gui::command::Command;
use rds_proxy_wizard::gui::fleet::Ask;
use rds_proxy_wizard::gui::validation::Part;

use super::wizard_validate::{USUAL, Window};

const ORDERS: &str = "orders-proxy, acme-prod, eu-west-1: ";

fn at_the_page(theme: Theme, size: Vec2) -> Window {
    let mut window = Window::open("organization", theme, size);
    window.click("Validate a proxy");
    if size.x < 1000.0 {
        // There the pages are a menu.
        window.harness.state_mut().ask(Command::Fleet(Ask::Open));
        window.steps();
        return window;
    }
    window.harness.query_all_by_label_contains("All proxies").next().unwrap().click();
    window.steps();
    window
}

fn read(window: &mut Window) {
    window.write("Role in the organization's accounts", "Audit");
    window.write("Regions", "eu-west-1,us-east-1");
    window.primary();
    window.until("all is read", |state| state.all_proxies.is_begun && state.all_proxies.reading_since().is_none());
}

fn open(window: &mut Window, row: &str) {
    window.harness.query_all_by_label_contains(row).next().unwrap().click();
    window.steps();
    window.until("it is judged", |state| state.validation.result().is_some() && state.validation.reading.is_none());
}

#[test]
fn a_row_opens_the_findings_of_its_own_account() {
    let mut window = at_the_page(Theme::Light, USUAL);
    assert_eq!(window.state().validation.part, Part::Fleet);
    assert!(window.shows("Nothing was read yet"));
    read(&mut window);
    assert!(window.shows("4 proxies are broken"));
    assert!(window.shows("error: The database does not let the proxy in, 1 proxy"));
    assert!(window.shows("not read: acme-data (210000000033), eu-west-1: sts:AssumeRole"));

    open(&mut window, ORDERS);
    assert_eq!(window.state().validation.part, Part::Findings);
    assert_eq!(window.state().connection().unwrap().account.id, "210000000011");
    assert!(window.shows("The database does not let the proxy in"));

    // The table is still there, and the proxy of the same name in another account is another one.
    window.harness.query_all_by_label_contains("All proxies").next().unwrap().click();
    window.steps();
    // Its row is further down.
    window.write("Search proxies", "tls staging");
    open(&mut window, "orders-proxy, acme-staging, eu-west-1: ");
    assert_eq!(window.state().connection().unwrap().account.id, "210000000022");
    let codes = |window: &Window| -> Vec<String> {
        let result = window.state().validation.result().unwrap();
        result.checked.verdict.findings.iter().map(|finding| finding.code.clone()).collect()
    };
    assert!(codes(&window).contains(&"proxy-require-tls-false".to_owned()));
    assert!(!codes(&window).contains(&"sg-db-ingress-proxy".to_owned()));
}

#[test]
fn rows_are_searched_filtered_grouped_and_sorted() {
    let mut window = at_the_page(Theme::Dark, USUAL);
    read(&mut window);
    window.write("Search proxies", "tls staging");
    assert!(window.shows("orders-proxy, acme-staging") && !window.shows("orders-proxy, acme-prod"));
    window.clear("Search proxies");
    window.harness.get_by_role_and_label(Role::RadioButton, "Grouped: By account").click();
    window.steps();
    assert!(window.shows("error: acme-prod, us-east-1, 4 proxies"));
    window.harness.query_all_by_label_contains("acme-prod, us-east-1, 4 proxies").next().unwrap().click();
    window.steps();
    assert!(!window.shows("orders-proxy, acme-prod, us-east-1"));
    window.click("Sort by Errors");
    window.harness.query_all_by_label_contains("Broken").next().unwrap().click();
    window.steps();
    assert!(!window.shows("orders-proxy, acme-staging") && window.shows("orders-proxy, acme-prod, eu-west-1"));
}

#[test]
fn the_table_is_saved_in_the_format_that_is_chosen() {
    let mut window = at_the_page(Theme::Light, USUAL);
    read(&mut window);
    let folder = tempfile::tempdir().unwrap();
    window.click("Export table…");
    // The dialog is measured first.
    window.steps();
    window.harness.get_by_role_and_label(Role::RadioButton, "Format of the table: CSV").click();
    window.steps();
    let path = folder.path().join("all.csv");
    window.harness.state_mut().state.saving.as_mut().unwrap().place = path.display().to_string();
    window.steps();
    window.click("Save");
    window.until("it is saved", |state| state.saving.is_none());
    let csv = std::fs::read_to_string(path).unwrap();
    assert!(
        csv.starts_with("account,account_name,region,proxy,") && csv.contains("210000000022,acme-staging"),
        "{csv}"
    );
}

#[test]
#[ignore = "writes pictures for the eye; run it by hand"]
fn look() {
    for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        for (size, at) in [(vec2(1440.0, 900.0), ""), (vec2(900.0, 600.0), "-small")] {
            let mut window = at_the_page(theme, size);
            window.save(&format!("fleet-empty{at}-{name}"));
            read(&mut window);
            window.save(&format!("fleet{at}-{name}"));
            window.harness.get_by_role_and_label(Role::RadioButton, "Grouped: By account").click();
            window.steps();
            window.save(&format!("fleet-account{at}-{name}"));
            window.click("Export table…");
            window.steps();
            window.save(&format!("fleet-save{at}-{name}"));
        }
    }
}

#[test]
fn who_changed_the_thing_at_fault_is_told_on_request() {
    let mut window = Window::validated("broken-tls-off", Theme::Light, vec2(1280.0, 1500.0));
    assert!(!window.shows("rds:ModifyDBProxy"));
    window.click("Ask CloudTrail");
    window.until("CloudTrail has answered", |state| {
        let result = state.validation.result().unwrap();
        result.histories.values().any(|history| history.value().is_some())
    });
    assert!(window.shows("PlatformEngineer/sam: rds:ModifyDBProxy, requireTLS true"));
}
