//! The second door, walked by label and by keyboard on the practice account: pick a proxy, read
//! it, look at what was found, look again after a fix, save the report.
//! `cargo test --test suite wizard_validate -- --ignored` writes pictures to `target/looks/`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::time::{Duration, Instant};

use eframe::egui::{Key, Modifiers, Theme, Vec2, accesskit::Role, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use rds_proxy_wizard::cloud::GroupRule;
use rds_proxy_wizard::domain::finding::Severity;
use rds_proxy_wizard::domain::network::Direction;
use rds_proxy_wizard::gui::command::Command;
use rds_proxy_wizard::gui::steps::WizardStep;
use rds_proxy_wizard::gui::validation::{FunctionChoice, Part, ValidationAsk};
use rds_proxy_wizard::rules::{self, Missing, Wants};

use crate::app_window::{BROKEN, CAUSE, USUAL, Window, runtime};

/// The scenario in which some reads are denied.
const DENIED: &str = "no-permissions";
/// What nobody lacks but everybody must be asked for.
const VALUE: &str = "secretsmanager:GetSecretValue";

impl Window {
    /// With the findings of a proxy on screen, for the function that seems to use it.
    pub fn validated(scenario: &str, theme: Theme, size: Vec2) -> Self {
        let mut window = Self::open(scenario, theme, size);
        window.validate(if scenario == DENIED { "billing-pg-proxy" } else { "orders-proxy" });
        window
    }

    /// Reads and judges a proxy.
    pub fn validate(&mut self, proxy: &str) {
        self.click("Validate a proxy");
        self.pick(proxy);
        self.primary();
        self.until("it is judged", |state| state.validation.result().is_some());
    }

    /// Takes a proxy by keyboard and waits for the functions that seem to use it.
    pub fn pick(&mut self, proxy: &str) {
        self.write("Filter proxies", proxy);
        self.key(Key::Enter);
        self.until("functions are suggested", |state| state.validation.suggested.ready().is_some());
        assert_eq!(self.state().validation.question.proxy, proxy);
    }

    pub fn count(&self, severity: Severity) -> usize {
        self.state().validation.result().unwrap().checked.verdict.count(severity)
    }

    /// The account has no proxy.
    fn empty(&mut self) {
        let state = &mut self.harness.state_mut().state;
        let mut lists = state.lists.value().unwrap().clone();
        lists.proxies.clear();
        let now = Instant::now();
        let question = state.lists.ask(now);
        state.lists.answer(question, Ok(lists), now);
    }

    /// Somebody adds the missing rule outside of this window.
    fn mend(&mut self) {
        let connection = self.state().connection().unwrap().clone();
        let observed = &self.state().validation.result().unwrap().checked.observed;
        let id =
            |name: &str| observed.security_groups.items().iter().find(|group| group.name == name).unwrap().id.clone();
        let rule = GroupRule {
            group_id: id("orders-db"),
            direction: Direction::Ingress,
            port: 3306,
            peer_group_id: id("orders-proxy-sg"),
            description: "from the proxy".into(),
        };
        runtime().block_on(connection.writer.authorize(&rule)).unwrap();
    }
}

#[test]
fn from_the_card_to_the_cause_its_fix_and_the_report() {
    let mut window = Window::open(BROKEN, Theme::Light, USUAL);
    window.harness.get_by_role_and_label(Role::RadioButton, "Validate an existing proxy").click();
    window.steps();
    window.click("Choose a proxy");
    assert!(window.state().is_validating());

    // The surest function is chosen in advance, and says why.
    window.pick("orders-proxy");
    assert_eq!(window.state().validation.question.function, FunctionChoice::Suggested("orders-checkout".into()));
    assert!(window.shows("names its endpoint"));
    window.click("Validate orders-proxy");
    window.until("it is judged", |state| state.validation.result().is_some());

    // The cause is shown in full, with a command that has this account's ids.
    assert!(window.rows()[0].starts_with("error: "), "{:?}", window.rows());
    assert!(window.shows("Evidence"));
    assert!(window.shows("aws ec2 authorize-security-group-ingress"));
    assert!(window.shows("blocked"));
    assert!(window.shows("Login: standard IAM"));

    // A filter by word, and one by severity.
    window.write("Filter by word, code, resource", "no such thing");
    assert!(window.shows("Nothing matches"));
    window.clear("Filter by word, code, resource");
    let errors = window.count(Severity::Error);
    window.click(&format!("Show: Errors {errors}"));
    assert!(window.rows().iter().all(|row| row.starts_with("error: ")), "{:?}", window.rows());
    // What is shown in full is always one of the rows.
    let passed = window.state().validation.result().unwrap().checked.verdict.passed.len();
    window.click(&format!("Show: Passed {passed}"));
    assert!(window.shows("This was looked at and is as it should be"));
    window.click(&format!("Show: Errors {errors}"));
    assert!(window.shows("Evidence"));
    window.click("Show: All");

    // Looking again at one rule after the fix takes that one and leaves the others.
    let before = window.state().validation.result().unwrap().clone();
    assert!(before.checked.verdict.findings.iter().any(|finding| finding.code == CAUSE));
    window.mend();
    window.click("Check this again");
    window.until("it was looked at again", |state| state.validation.result().unwrap().rechecked.contains_key(CAUSE));
    let after = window.state().validation.result().unwrap().clone();
    assert!(after.checked.verdict.passed.contains(&CAUSE));
    assert_eq!(after.mended.iter().map(|gone| gone.finding.code.as_str()).collect::<Vec<_>>(), [CAUSE]);
    assert_eq!(after.at, before.at, "the rest is as old as it was");
    assert!(after.read_at(CAUSE) > after.at);
    let others = |verdict: &rds_proxy_wizard::rules::Verdict| {
        let others = verdict.findings.iter().filter(|finding| finding.code != CAUSE);
        others.map(|finding| finding.code.clone()).collect::<Vec<_>>()
    };
    assert_eq!(others(&after.checked.verdict), others(&before.checked.verdict));
    assert!(window.rows().iter().any(|row| row.starts_with("passes now: ")), "{:?}", window.rows());

    // The report goes to the typed folder.
    let folder = window.folder.path().to_owned();
    window.click("Save report");
    window.steps();
    window.click("Format: JSON");
    window.harness.get_by_role_and_label(Role::TextInput, "File or folder").focus();
    window.steps();
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.steps();
    window.harness.get_by_role_and_label(Role::TextInput, "File or folder").type_text(folder.to_str().unwrap());
    window.steps();
    window.click("Save");
    let file = folder.join("orders-proxy-findings.json");
    window.until("it is written", |_| file.is_file());
    let report: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
    assert_eq!(report["schema"], "rds-proxy-wizard/findings/v1");
    assert_eq!(report["proxy"], "orders-proxy");
}

#[test]
fn what_may_not_be_read_is_unknown_with_the_permission_that_would_decide_it() {
    let mut window = Window::validated(DENIED, Theme::Dark, USUAL);
    let unknown = window.state().validation.result().unwrap().checked.verdict.unknown.len();
    assert!(unknown > 0);
    window.click(&format!("Show: Unknown {unknown}"));
    let rows = window.rows();
    let verdict = window.state().validation.result().unwrap().checked.verdict.clone();
    let mut expected = Vec::new();
    for waiting in verdict.waiting() {
        match waiting.wants {
            Wants::Nothing(_) => expected.extend(waiting.rules.iter().map(|unknown| unknown.whether())),
            _ if waiting.rules.len() == 1 => expected.push(waiting.rules[0].whether()),
            _ => expected.push(waiting.head()),
        }
    }
    let expected: Vec<String> = expected.iter().map(|title| format!("unknown: {title}")).collect();
    assert_eq!(rows, expected);
    let lacking =
        |one: &rds_proxy_wizard::rules::Waiting<'_>| matches!(one.wants, Wants::Permissions(_)) && one.rules.len() > 1;
    let waiting = verdict.waiting().into_iter().find(lacking).expect("the scenario denies what several rules need");
    let (row, need) = (format!("unknown: {}", waiting.head()), waiting.rules[0].needs[0].clone());
    window.harness.get_by_role_and_label(Role::ListBoxOption, &row).click();
    window.steps();
    let code = window.harness.get_by_role(Role::Code).accesskit_node().label().unwrap();
    assert!(code.contains(&need), "{code}");
    for unknown in &waiting.rules {
        assert!(window.shows(&unknown.whether()), "{}", unknown.whether());
    }
    assert!(window.shows(&format!("Copy the policy for {}", waiting.rules[0].needs.join(", "))));
    // One statement for all of them; a value that nobody consented to read needs no permission.
    window.click("Copy the missing permissions");
    let copied = window.harness.output().platform_output.commands.iter().find_map(|command| match command {
        eframe::egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    if let Some(copied) = copied {
        assert!(copied.contains(&need) && !copied.contains("GetSecretValue"), "{copied}");
    }
    assert!(window.shows("Copied"));
}

#[test]
fn secrets_are_looked_into_only_with_consent() {
    let mut window = Window::open("broken-secret-text", Theme::Light, USUAL);
    window.click("Validate a proxy");
    window.pick("orders-proxy");
    window.primary();
    window.until("it is judged", |state| state.validation.result().is_some());
    let not_read = |window: &Window| {
        let unknown = &window.state().validation.result().unwrap().checked.verdict.unknown;
        unknown.iter().any(|one| one.needs.iter().any(|need| need == VALUE))
    };
    assert!(not_read(&window));
    window.click("Back");
    window.click("Read the secrets' values to check their form");
    window.primary();
    window.until("it is judged again", |state| {
        state.validation.reading.is_none() && state.validation.result().unwrap().question.read_secrets
    });
    assert!(!not_read(&window));
    let found = &window.state().validation.result().unwrap().checked.verdict.findings;
    assert!(found.iter().any(|finding| finding.code == "secret-not-json"));
}

#[test]
fn what_was_not_seen_is_not_said_and_one_consent_is_one_row() {
    let mut window = Window::validated("all-well", Theme::Light, USUAL);
    let verdict = window.state().validation.result().unwrap().checked.verdict.clone();
    let waits = verdict.unknown.iter().filter(|unknown| unknown.missing == Missing::Consent).count();
    assert!(waits > 1);
    let row = format!("unknown: {waits} rules wait for the secrets' values");
    assert!(window.rows().contains(&row), "{:?}", window.rows());
    // In the page's sentence and in its filters the same numbers.
    let tally = verdict.tally();
    assert!(window.shows(&format!("{} passed, ", tally.passed)));
    assert!(window.shows(&format!("{} unknown, {} not applicable.", tally.unknown, tally.not_applicable)));
    assert!(window.shows(&format!("Show: Unknown {}", tally.unknown)));
    window.click(&format!("Show: Passed {}", tally.passed));
    let rows = window.rows();
    assert!(rows.contains(&"passed: The database lets the proxy in".to_owned()), "{rows:?}");
    assert_eq!(rows.iter().filter(|row| row.starts_with("passed: ")).count(), tally.passed);
    for rule in rules::RULES.iter().filter(|rule| verdict.finding(rule.code).is_none()) {
        assert!(!rows.iter().any(|row| row.ends_with(rule.title())), "{} accuses", rule.code);
    }
    // The row's own button gives the answer.
    window.click("Show: All");
    window.click("Read the secrets' values");
    window.until("it is judged again", |state| {
        state.validation.reading.is_none() && state.validation.result().unwrap().question.read_secrets
    });
    assert!(!window.rows().contains(&row));
}

#[test]
fn the_whole_way_goes_by_keyboard() {
    let mut window = Window::open(BROKEN, Theme::Dark, USUAL);
    let tab_to = |window: &mut Window, wanted: &str| {
        for _ in 0..80 {
            let focused = window.harness.query_all_by_label(wanted).any(|node| node.accesskit_node().is_focused());
            if focused {
                return;
            }
            window.key(Key::Tab);
        }
        panic!("{wanted} is not reached by Tab");
    };
    tab_to(&mut window, "Validate a proxy");
    window.key(Key::Enter);
    assert!(window.state().is_validating());
    // The focus is in the filter from the start.
    window.harness.get_by_role_and_label(Role::TextInput, "Filter proxies").type_text("orders-proxy");
    window.steps();
    window.key(Key::Enter);
    window.until("functions are suggested", |state| state.validation.suggested.ready().is_some());
    window.primary();
    window.until("it is judged", |state| state.validation.result().is_some());
    assert_eq!(window.state().validation.part, Part::Findings);
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    window.steps();
    window.harness.get_by_role_and_label(Role::TextInput, "Filter by word, code, resource").type_text("tls");
    window.steps();
    let first = window.rows()[0].clone();
    tab_to(&mut window, &first);
    window.key(Key::Enter);
    assert!(window.shows("Check this again"));
    window.harness.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    window.steps();
    assert_eq!(window.state().validation.part, Part::Question);
    window.harness.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    window.steps();
    assert!(!window.state().is_validating());
}

#[test]
fn in_a_small_window_a_row_opens_below_itself_and_closes_again() {
    let mut window = Window::validated(BROKEN, Theme::Light, vec2(900.0, 600.0));
    let triangles = |window: &Window| {
        let rows = window.harness.query_all_by_role(Role::DisclosureTriangle);
        rows.filter_map(|node| node.accesskit_node().label()).collect::<Vec<_>>()
    };
    assert!(window.shows("Evidence"), "the cause is open from the start");
    let cause = triangles(&window).into_iter().find(|row| row.starts_with("error: ")).unwrap();
    window.harness.get_by_role_and_label(Role::DisclosureTriangle, &cause).click();
    window.steps();
    assert!(!window.shows("Evidence"));
}

#[test]
fn an_ended_session_is_told_instead_of_a_verdict() {
    let mut window = Window::open("expired", Theme::Dark, USUAL);
    window.click("Validate a proxy");
    window.write("Proxy name", "orders-proxy");
    window.primary();
    window.until("it has ended", |state| state.validation.result().is_some());
    assert!(window.shows("rds:DescribeDBProxies could not be read"));
    assert_eq!(window.count(Severity::Error), 0);
}

#[test]
fn a_region_without_proxies_says_so_and_leads_to_making_one() {
    let mut window = Window::open("default", Theme::Dark, USUAL);
    window.empty();
    window.click("Validate a proxy");
    assert!(window.shows("No proxies in eu-west-1"));
    assert!(!window.shows("Validate Ctrl"), "there is nothing to validate");
    window.click("Set one up");
    assert!(!window.state().is_validating());
    assert_eq!(window.state().step(), WizardStep::Database);
}

#[test]
fn going_on_before_the_function_is_guessed_waits_for_the_guess() {
    let mut window = Window::open("all-well", Theme::Light, USUAL);
    window.click("Validate a proxy");
    window.write("Filter proxies", "orders-proxy");
    window.harness.key_press(Key::Enter);
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    window.until("it is judged", |state| state.validation.result().is_some());
    let function = window.state().validation.result().unwrap().question.function.clone();
    assert_eq!(function.map(|function| function.name).as_deref(), Some("orders-checkout"));
}

#[test]
fn a_reading_can_be_stopped_and_leaves_the_question() {
    let mut window = Window::open("all-well", Theme::Light, USUAL);
    window.click("Validate a proxy");
    window.pick("orders-proxy");
    let app = window.harness.state_mut();
    app.ask(Command::Validate(rds_proxy_wizard::gui::validation::ValidationAsk::Run));
    app.ask(Command::Validate(rds_proxy_wizard::gui::validation::ValidationAsk::Stop));
    window.steps();
    assert!(window.state().validation.reading.is_none());
    assert_eq!(window.state().validation.part, Part::Question);
    for _ in 0..20 {
        std::thread::sleep(Duration::from_millis(5));
        window.harness.step();
    }
    assert!(window.state().validation.result().is_none(), "what was stopped brings nothing");
}

#[test]
#[ignore = "writes pictures for the eye; run it by hand"]
fn look() {
    for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        for (size, at) in [(USUAL, ""), (vec2(900.0, 600.0), "-small")] {
            let mut window = Window::open(BROKEN, theme, size);
            window.harness.get_by_role_and_label(Role::RadioButton, "Validate an existing proxy").click();
            window.steps();
            window.save(&format!("validate-door{at}-{name}"));
            window.click("Validate a proxy");
            window.save(&format!("validate-empty{at}-{name}"));
            window.pick("orders-proxy");
            window.save(&format!("validate-asked{at}-{name}"));
            window.click("Another function");
            window.save(&format!("validate-another{at}-{name}"));
            let first = window.state().validation.suggested.value().unwrap().functions[0].function.name.clone();
            window.harness.query_all_by_label_contains(&format!("{first}:")).next().unwrap().click();
            window.steps();
            window.primary();
            window.until("judged", |state| state.validation.result().is_some());
            window.save(&format!("validate-found{at}-{name}"));
            window.click("Save report");
            window.save(&format!("validate-save{at}-{name}"));
            window.key(Key::Escape);
            window.mend();
            window.harness.get_by_label("Check this again").focus();
            window.steps();
            window.key(Key::Enter);
            window.until("again", |state| state.validation.result().unwrap().rechecked.contains_key(CAUSE));
            window.save(&format!("validate-mended{at}-{name}"));
            let mut window = Window::validated(DENIED, theme, size);
            let unknown = window.state().validation.result().unwrap().checked.verdict.unknown.len();
            window.click(&format!("Show: Unknown {unknown}"));
            let row = window.harness.query_all_by_label_contains("unknown: ").next().unwrap();
            row.click();
            window.steps();
            window.save(&format!("validate-denied{at}-{name}"));
            let mut window = Window::open("default", theme, size);
            window.empty();
            window.click("Validate a proxy");
            window.save(&format!("validate-none{at}-{name}"));
            let mut window = Window::open("expired", theme, size);
            window.click("Validate a proxy");
            window.save(&format!("validate-unlisted{at}-{name}"));
            window.write("Proxy name", "orders-proxy");
            window.primary();
            window.until("ended", |state| state.validation.result().is_some());
            window.save(&format!("validate-expired{at}-{name}"));
            let mut window = Window::validated("all-well", theme, size);
            window.click("Connect from here");
            window.save(&format!("validate-connect{at}-{name}"));
            window.ask(Command::Validate(ValidationAsk::Show(Part::Findings)));
            window.save(&format!("validate-well{at}-{name}"));
            let passed = window.state().validation.result().unwrap().checked.verdict.passed.len();
            window.click(&format!("Show: Passed {passed}"));
            window.save(&format!("validate-passed{at}-{name}"));
        }
    }
}
