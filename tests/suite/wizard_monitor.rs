//! The monitor of a proxy in the window, by label, on the practice account: what it says, its ranges,
//! its alarms through review and apply, the log, and that it rests.
//! `cargo test --test suite wizard_monitor -- --ignored` writes pictures to `target/looks/`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::time::{Duration, Instant};

use eframe::egui::{Theme, Vec2, vec2};
use egui_kittest::kittest::Queryable as _;
use rds_proxy_wizard::domain::observed::{Part as Observed, Unreadable};
use rds_proxy_wizard::gui::command::Command;
use rds_proxy_wizard::gui::state::Due;
use rds_proxy_wizard::gui::steps::WizardStep;
use rds_proxy_wizard::gui::validation::{Part, ValidationAsk};

use crate::app_window::{USUAL, Window};

const PINNED: &str = "broken-pinning";

/// The monitor of `orders-proxy`, read, without a validation before it.
fn monitor(scenario: &str, theme: Theme, size: Vec2) -> Window {
    let mut window = Window::open(scenario, theme, size);
    window.click("Validate a proxy");
    window.pick("orders-proxy");
    window.harness.state_mut().ask(Command::Validate(ValidationAsk::Show(Part::Monitor)));
    window.steps();
    window.until("it is read", |state| state.validation.monitoring.shown.ready().is_some());
    window
}

/// Takes these alarms of the company away, so that they are suggested.
fn without_alarms(window: &mut Window, alarms: &[&str]) {
    let writer = window.state().connection().unwrap().writer.clone();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    for alarm in alarms {
        runtime.block_on(writer.delete_alarm(&format!("orders-proxy-{alarm}"))).unwrap();
    }
    let before = window.state().validation.monitoring.shown.answered();
    window.click("Read again");
    window.until("it is read again", |state| state.validation.monitoring.shown.answered() != before);
}

#[test]
fn the_title_is_the_answer_and_every_curve_is_said() {
    let window = monitor("all-well", Theme::Light, USUAL);
    assert!(window.shows("All quiet for 3 h") && window.shows("The pool used"));
    for said in ["Connections: ", "Pinned: 0, peak", "Wait for a connection: "] {
        assert!(window.shows(said), "{said}");
    }
    let window = monitor(PINNED, Theme::Light, USUAL);
    assert!(window.shows("11 connections are pinned") && window.shows("they cannot be shared"));
    assert!(window.shows("1 thing to look at"));
}

#[test]
fn another_range_is_another_question() {
    let mut window = monitor(PINNED, Theme::Light, USUAL);
    window.click("Range: 1 d");
    window.until("a day is read", |state| {
        state.validation.monitoring.shown.ready().is_some_and(|shown| shown.read.since.secs() == 86_400)
    });
    assert!(window.shows("last 1 d"));
    assert!(window.shows("Since "), "two hours of the day");
}

#[test]
fn missing_alarms_go_through_review_and_apply_and_are_there() {
    let mut window = monitor(PINNED, Theme::Light, USUAL);
    assert!(window.shows("all set") && window.harness.query_by_label("Plan 1 alarm").is_none());
    without_alarms(&mut window, &["auth", "borrow", "pinned"]);
    assert!(window.shows("2 of 5 set") && window.shows("Would have rung once"));
    window.click("Long wait for a connection");
    window.until("the topics are listed", |state| state.validation.monitoring.topics.value().is_some());
    window.click("Tell this SNS topic: nobody");
    window.click("Type its ARN…");
    window.write("Tell this SNS topic (optional)", "ops");
    window.primary();
    assert_eq!(window.state().validation.part, Part::Monitor, "what was typed is no topic");
    window.clear("Tell this SNS topic (optional)");
    window.harness.query_all_by_label_contains("Plan 2 alarms").next().unwrap().click();
    window.steps();
    assert_eq!(window.state().validation.part, Part::Repair);
    assert!(window.shows("Set 2 alarms") && window.shows("orders-proxy-pinning"));
    window.primary();
    window.until("it is done", |state| state.run.is_some() && !state.is_running());
    window.harness.state_mut().ask(Command::Validate(ValidationAsk::Show(Part::Monitor)));
    window.until("it is read after the run", |state| {
        state
            .validation
            .monitoring
            .shown
            .ready()
            .is_some_and(|shown| shown.alarms.iter().filter(|alarm| alarm.there.present().is_some()).count() == 4)
    });
    assert!(window.shows("4 of 5 set") && window.shows("Set as orders-proxy-pinning"));
}

#[test]
fn an_alarm_tells_a_topic_of_the_account() {
    let mut window = monitor(PINNED, Theme::Light, USUAL);
    without_alarms(&mut window, &["pinned"]);
    window.until("the topics are listed", |state| state.validation.monitoring.topics.value().is_some());
    window.click("Tell this SNS topic: nobody");
    window.harness.query_all_by_label_contains("ops-alerts").next().unwrap().click();
    window.steps();
    assert!(window.state().validation.monitoring.topic.ends_with(":ops-alerts"));
    window.primary();
    assert!(window.shows("Set 1 alarm"));
}

#[test]
fn topics_that_may_not_be_listed_are_typed_and_that_is_said() {
    let mut window = monitor(PINNED, Theme::Light, USUAL);
    without_alarms(&mut window, &["pinned"]);
    let why = Unreadable {
        operation: "sns:ListTopics".into(),
        because: "not authorized".into(),
        denied: true,
        signed_out: false,
        unanswered: false,
    };
    let monitoring = &mut window.harness.state_mut().state.validation.monitoring;
    let generation = monitoring.topics.ask(Instant::now());
    monitoring.receive_topics(generation, Observed::Unreadable(why), Instant::now());
    window.steps();
    assert!(window.shows("`sns:ListTopics` was refused") || window.shows("sns:ListTopics was refused"));
    window.write("Tell this SNS topic (optional)", "arn:aws:sns:eu-west-1:482177301156:ops");
    assert!(!window.state().validation.monitoring.is_topic_wrong());
}

#[test]
fn the_log_is_read_when_asked_for_and_filtered() {
    let mut window = monitor(PINNED, Theme::Light, vec2(1280.0, 1600.0));
    assert!(!window.shows("The client session was pinned"));
    window.click("Read the log");
    window.until("the log", |state| state.validation.monitoring.log.ready().is_some());
    assert!(window.shows("The client session was pinned"));
    window.write("Lines that hold", "no such words");
    window.click("Read the log");
    window.until("nothing of it", |state| state.validation.monitoring.log.ready().is_some_and(Vec::is_empty));
    assert!(window.shows("No line of that range holds it."));
}

#[test]
fn it_rests_between_readings_and_asks_nothing_once_it_is_left() {
    let mut window = monitor(PINNED, Theme::Light, USUAL);
    for _ in 0..20 {
        window.steps();
    }
    let delay = |window: &Window| {
        window.harness.output().viewport_output.values().map(|viewport| viewport.repaint_delay).min().unwrap()
    };
    assert!(delay(&window) > Duration::from_secs(30), "{:?}", delay(&window));
    let later = Instant::now() + Duration::from_secs(61);
    assert_eq!(window.state().monitor_due(later), Due::Now);
    window.harness.state_mut().ask(Command::Validate(ValidationAsk::Show(Part::Question)));
    for _ in 0..5 {
        window.steps();
    }
    assert_eq!(window.state().monitor_due(later), Due::Not);
    assert!(delay(&window) > Duration::from_secs(30), "{:?}", delay(&window));
}

/// The Database page with this database chosen, and what two weeks say of it.
fn advised(database: &str, theme: Theme, size: Vec2) -> Window {
    let mut window = Window::open("default", theme, size);
    window.harness.state_mut().state.choices.database = database.into();
    window.harness.state_mut().ask(Command::Go(WizardStep::Database));
    window.until("it is read", |state| state.observed.ready().is_some());
    assert!(window.shows("Is a proxy worth it here?"));
    window.harness.get_by_label("Look at two weeks").scroll_to_me();
    window.steps();
    window.click("Look at two weeks");
    window.until("the advice", |state| state.advice.ready().is_some());
    window
}

#[test]
fn the_database_page_says_whether_a_proxy_is_worth_it() {
    let mut window = advised("crm", Theme::Light, vec2(1280.0, 1400.0));
    assert!(window.shows("A proxy is worth it in front of crm") && window.shows("about 341"));
    window.harness.state_mut().state.choices.database = "orders-reporting".into();
    window.until("another database has no advice yet", |state| state.advice.value().is_none());
    assert!(!window.shows("A proxy is worth it in front of crm"));
}

#[test]
#[ignore = "writes pictures for the eye; run it by hand"]
fn look() {
    for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        for (size, at) in [(USUAL, ""), (vec2(900.0, 600.0), "-small"), (vec2(1440.0, 900.0), "-large")] {
            let mut window = monitor(PINNED, theme, size);
            without_alarms(&mut window, &["auth", "borrow", "pinned", "pool"]);
            window.save(&format!("monitor{at}-{name}"));
        }
        advised("crm", theme, vec2(1280.0, 1400.0)).save(&format!("advice-{name}"));
        let mut window = monitor("all-well", theme, vec2(1280.0, 1500.0));
        window.click("Read the log");
        window.until("the log", |state| state.validation.monitoring.log.ready().is_some());
        window.save(&format!("monitor-long-{name}"));
        let mut window = monitor(PINNED, theme, USUAL);
        window.click("Range: 1 w");
        window.until("a week", |state| {
            state.validation.monitoring.shown.ready().is_some_and(|shown| shown.read.since.secs() == 604_800)
        });
        window.save(&format!("monitor-week-{name}"));
        without_alarms(&mut window, &["auth", "pinned"]);
        window.primary();
        window.save(&format!("monitor-review-{name}"));
    }
}
