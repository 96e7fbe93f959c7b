//! The page over all proxies, by label, on the practice organization: what is read fills the table, it is
//! searched, grouped and saved, and a row opens the findings of that account's proxy.
//! `cargo test --test suite wizard_fleet -- --ignored` writes pictures to `target/looks/`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use eframe::egui::{Theme, Vec2, accesskit::Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use rds_proxy_wizard::accounts::Accounts;
use rds_proxy_wizard::gui::accepting;
use rds_proxy_wizard::gui::app::App;
use rds_proxy_wizard::gui::command::Command;
use rds_proxy_wizard::gui::fleet::FleetAsk;
use rds_proxy_wizard::gui::theme;
use rds_proxy_wizard::gui::validation::Part;

use rds_proxy_wizard::practice::Speed;

use crate::app_window::{USUAL, Window, runtime};

const ORDERS: &str = "orders-proxy, acme-prod, eu-west-1: ";

fn at_the_page(theme: Theme, size: Vec2) -> Window {
    let mut window = Window::open("organization", theme, size);
    window.click("Validate a proxy");
    if size.x < 1000.0 {
        // There the pages are a menu.
        window.harness.state_mut().ask(Command::Fleet(FleetAsk::Open));
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

/// What is looked at of a proxy is its own, however many are called the same.
#[test]
fn proxies_of_one_name_in_two_accounts_and_regions_share_nothing() {
    const FILTER: &str = "Filter by word, code, resource";
    let mut window = at_the_page(Theme::Light, USUAL);
    read(&mut window);
    let show = |window: &mut Window, row: &str| {
        window.harness.state_mut().ask(Command::Fleet(FleetAsk::Open));
        window.steps();
        window.clear("Search proxies");
        window.write("Search proxies", "orders-proxy");
        open(window, row);
    };
    let typed = |window: &Window| -> String {
        let field = window.harness.get_by_role_and_label(Role::TextInput, FILTER);
        field.accesskit_node().value().unwrap_or_default()
    };
    let ours = "orders-proxy, acme-prod, eu-west-1: ";
    let others = ["orders-proxy, acme-staging, eu-west-1: ", "orders-proxy, acme-prod, us-east-1: "];
    show(&mut window, ours);
    window.write(FILTER, "tls");
    let database = window.state().validation.databases.value().cloned();
    for other in others {
        show(&mut window, other);
        assert_eq!(typed(&window), "", "{other}");
        let at = window.state().validation.picked();
        let account = &window.state().connection().unwrap().account;
        assert_eq!((&at.account, &at.region), (&account.id, &account.region), "{other}");
        assert!(window.state().validation.result_of(&at).is_some(), "{other}");
        assert_ne!(window.state().validation.databases.value().cloned(), database, "{other}");
    }
    show(&mut window, ours);
    assert_eq!(typed(&window), "tls", "and what was looked at is found again");
}

#[test]
fn a_reading_is_held_and_goes_on() {
    let mut window = at_the_page(Theme::Light, USUAL);
    window.write("Role in the organization's accounts", "Audit");
    window.write("Regions", "eu-west-1,us-east-1");
    window.harness.state_mut().ask(Command::Fleet(FleetAsk::Read));
    window.harness.state_mut().ask(Command::Fleet(FleetAsk::Pause));
    window.harness.step();
    window.steps();
    assert!(window.state().all_proxies.is_paused());
    window.until("it says so", |state| state.all_proxies.planned.is_some());
    assert!(window.shows("Paused at"));
    // What had begun comes to its end, and nothing more.
    std::thread::sleep(std::time::Duration::from_millis(300));
    window.steps();
    assert!(window.state().all_proxies.reading_since().is_some());
    assert!(window.state().all_proxies.fleet.proxies.is_empty());
    window.click("Go on");
    window.until("all is read", |state| state.all_proxies.reading_since().is_none());
    assert!(window.shows("4 proxies are broken"));
}

#[test]
fn accounts_stand_at_the_side_and_one_of_them_is_picked() {
    let mut window = at_the_page(Theme::Light, vec2(1280.0, 1100.0));
    read(&mut window);
    assert!(window.shows("acme-data: not read"));
    window.harness.query_all_by_label_contains("acme-staging: ").next().unwrap().click();
    window.steps();
    assert!(window.shows("orders-proxy, acme-staging") && !window.shows("orders-proxy, acme-prod"));
    window.harness.query_all_by_label_contains("All 3: ").next().unwrap().click();
    window.steps();
    assert!(window.shows("orders-proxy, acme-prod"));
}

#[test]
fn a_second_profile_into_the_same_account_is_said() {
    let mut window = at_the_page(Theme::Light, USUAL);
    window.write("Profiles", "acme-prod,acme-prod");
    window.primary();
    window.until("all is read", |state| state.all_proxies.is_begun && state.all_proxies.reading_since().is_none());
    assert_eq!(window.state().all_proxies.fleet.same.len(), 1);
    assert!(window.shows("which is read already; it is counted once"));
}

#[test]
fn a_finding_is_accepted_into_the_file_that_baseline_reads() {
    let mut window = Window::validated("broken-tls-off", Theme::Light, vec2(1280.0, 1200.0));
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("accepted.toml");
    let title = window.state().validation.result().unwrap().checked.verdict.finding("proxy-require-tls-false").unwrap();
    let title = title.title.replace('`', "");
    window.harness.query_all_by_label_contains(&title).next().unwrap().click();
    window.steps();
    window.click("Accept\u{2026}");
    window.steps();
    assert!(window.shows("Accept this finding"));
    window.write("By whom", "Ada");
    window.write("Why", "the old client goes");
    let type_in = |window: &mut Window, change: &dyn Fn(&mut accepting::Accepting)| {
        change(window.harness.state_mut().state.accepted.asking.as_mut().unwrap());
        window.steps();
    };
    let path = file.display().to_string();
    type_in(&mut window, &|asking| asking.file.clone_from(&path));
    // A day that is over accepts nothing.
    type_in(&mut window, &|asking| asking.acceptance.as_mut().unwrap().until = "2020-01-01".to_owned());
    window.click("Accept");
    window.until("it is refused", |state| {
        let asking = state.accepted.asking.as_ref();
        asking.is_some_and(|asking| matches!(asking.stage, accepting::AcceptingStage::Failed(_)))
    });
    assert!(window.shows("which is over") && !file.exists());
    type_in(&mut window, &|asking| asking.acceptance.as_mut().unwrap().until = "2099-12-31".to_owned());
    window.click("Accept");
    window.until("it is accepted", |state| state.accepted.asking.is_none());
    let verdict = &window.state().validation.result().unwrap().checked.verdict;
    assert!(verdict.finding("proxy-require-tls-false").is_none());
    assert_eq!(verdict.accepted.len(), 1);
    assert!(window.shows("by Ada until 2099-12-31: the old client goes"));
    // The file is what the command line takes.
    let text = std::fs::read_to_string(&file).unwrap();
    let baseline = rds_proxy_wizard::baseline::read(&text).unwrap();
    assert_eq!(baseline.exceptions[0].place(), verdict.at().to_string());
    // Read again, it stays accepted, and is not taken for gone.
    window.harness.state_mut().ask(Command::Validate(rds_proxy_wizard::gui::validation::ValidationAsk::Run));
    window.steps();
    window.until("it is read again", |state| state.validation.reading.is_none());
    let result = window.state().validation.result().unwrap();
    assert_eq!((result.checked.verdict.accepted.len(), result.mended.len()), (1, 0));
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
            let mut window = Window::validated("broken-tls-off", theme, size);
            let accept = accepting::AcceptingAsk::Accept {
                rule: "proxy-require-tls-false".to_owned(),
                subject: "orders-proxy".to_owned(),
            };
            window.harness.state_mut().ask(Command::Accept(accept));
            window.steps();
            window.save(&format!("accept{at}-{name}"));
            let mut window = at_the_page(theme, size);
            window.harness.state_mut().ask(Command::Fleet(FleetAsk::Read));
            window.harness.state_mut().ask(Command::Fleet(FleetAsk::Pause));
            window.harness.step();
            window.steps();
            window.save(&format!("fleet-paused{at}-{name}"));
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

/// The file of the last time is read at the start; one that cannot be read is said and accepts nothing.
#[test]
fn the_file_of_accepted_findings_is_there_again_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("accepted.toml");
    let started = || {
        let mut accounts = Accounts::in_folder(folder.path().to_owned());
        accounts.practice_speed = Speed::Instant;
        Harness::builder().with_size(USUAL).build_eframe(move |creation| {
            theme::apply(&creation.egui_ctx);
            App::new(&creation.egui_ctx, accounts, runtime())
        })
    };
    let until = |window: &mut Harness<'static, App>, wanted: &dyn Fn(&Harness<'static, App>) -> bool| {
        for _ in 0..500 {
            if wanted(window) {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(10));
            window.step();
        }
        panic!("never came to pass");
    };
    let mut window = started();
    assert_eq!(window.state().state.accepted.file, "");
    window.state_mut().ask(Command::Accept(accepting::AcceptingAsk::PickFile));
    window.step();
    window.step();
    let text = "[[accept]]\nrule = \"proxy-require-tls-false\"\nproxy = \"orders-proxy\"\nby = \"Ada\"\nwhy = \"known\"\nuntil = 2099-12-31\n";
    std::fs::write(&file, text).unwrap();
    window.state_mut().state.accepted.asking.as_mut().unwrap().file = file.display().to_string();
    window.state_mut().ask(Command::Accept(accepting::AcceptingAsk::Go));
    until(&mut window, &|window| {
        let accepted = &window.state().state.accepted;
        accepted.asking.is_none() && !accepted.file.is_empty()
    });
    window.step();
    drop(window);

    let mut window = started();
    until(&mut window, &|window| window.state().state.accepted.baseline.exceptions.len() == 1);
    assert_eq!(window.state().state.accepted.file, file.display().to_string());
    drop(window);

    std::fs::write(&file, "no toml").unwrap();
    let mut window = started();
    until(&mut window, &|window| {
        let mut said = window.query_all_by_label_contains("Nothing is accepted: ");
        said.next().is_some()
    });
    assert!(window.state().state.accepted.baseline.exceptions.is_empty());
    window.state_mut().ask(Command::Accept(accepting::AcceptingAsk::PickFile));
    window.step();
    window.step();
    window.get_by_label("Use no file").click();
    window.step();
    window.step();
    assert_eq!(window.state().state.settings.baseline_file, None);
    assert_eq!(window.state().state.accepted.file, "");
}
