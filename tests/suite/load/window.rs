//! The load page, by accessible label. `cargo test --test suite load::window -- --ignored` writes pictures.

use eframe::egui::{Key, Theme, Vec2, vec2};
use egui_kittest::kittest::Queryable as _;
use rds_proxy_wizard::gui::command::Command;
use rds_proxy_wizard::gui::load::Ask;
use rds_proxy_wizard::gui::validation::{Ask as Door, Part};
use rds_proxy_wizard::load::{Ended, Pattern, Plan};
use rds_proxy_wizard::practice::Speed;

use crate::wizard_validate::{USUAL, Window};

const SMALL: Vec2 = vec2(900.0, 600.0);
const WIDE: Vec2 = vec2(1440.0, 900.0);

fn opened(scenario: &str, theme: Theme, size: Vec2) -> Window {
    let mut window = Window::validated(scenario, theme, size);
    show(&mut window);
    window
}

fn show(window: &mut Window) {
    window.harness.state_mut().ask(Command::Validate(Door::Show(Part::Load)));
    window.harness.step();
    window.until("the account's limit is read", |state| state.load.account.ready().is_some());
}

/// Starts what is typed, through the question.
fn begin(window: &mut Window) {
    window.primary();
    assert!(window.shows("Call orders-checkout in"), "the question");
    assert!(window.state().load.running.is_none(), "nothing before the answer");
    window.click("Start the load");
}

fn ended(window: &mut Window) {
    window.until("it has ended", |state| state.load.running.is_none() && state.load.shown.is_some());
}

#[test]
fn it_says_what_it_costs_asks_runs_and_keeps() {
    let mut window = opened("all-well", Theme::Light, USUAL);
    assert!(window.shows("Load test. not run yet"), "at the side");
    assert!(window.shows("Costs"), "the bill");
    assert!(window.shows("40 calls at once reserved"));
    assert!(window.shows("The pool of orders-proxy is"));
    begin(&mut window);
    ended(&mut window);
    let record = window.state().load.shown.clone().unwrap();
    assert_eq!(record.ended, Ended::Finished);
    assert!(record.calls.len() as u32 <= record.plan.most_calls());
    for words in ["clients share", "Invocations", "Latency:", "Connections:", "Errors and throttles:", "Earlier loads"]
    {
        assert!(window.shows(words), "{words}");
    }
    // At rest nothing is drawn again: this would not end otherwise.
    window.harness.run();
    window.click("Save picture");
    window.until("the picture is written", |state| state.load.pictured.is_some());
    let path = window.state().load.pictured.clone().unwrap();
    let picture = image::open(&path).unwrap().to_rgb8();
    let is_accent = |pixel: &image::Rgb<u8>| pixel.0 == [0x3A, 0x4B, 0xD8];
    assert!(picture.width() == 1920 && picture.pixels().filter(|pixel| is_accent(pixel)).count() > 500, "{path:?}");
}

#[test]
fn calls_in_turn_are_drawn_one_by_one_and_laid_over_an_earlier_load() {
    let mut window = opened("all-well", Theme::Light, USUAL);
    for _ in 0..2 {
        let plan = Plan::new(&"orders-checkout".parse().unwrap(), Pattern::InTurn { calls: 20 }).unwrap();
        window.harness.state_mut().ask(Command::Load(Ask::Start { plan, payload: "{}".into() }));
        window.harness.step();
        let before = window.state().load.kept.len();
        window.until("it is kept", |state| state.load.running.is_none() && state.load.kept.len() > before);
    }
    assert!(window.shows("First and next calls: 20 calls"));
    assert!(window.shows("it is kept outside the handler"));
    let earlier = window.state().load.kept[1].record.name.clone();
    let under = format!("Overlay {earlier}");
    assert!(window.shows(&under), "the button names its load");
    // It stands below what fits in.
    window.harness.get_by_label(&under).scroll_to_me();
    window.harness.run();
    window.click(&under);
    window.harness.run();
    assert_eq!(window.state().load.under.as_ref().map(|under| under.name.clone()), Some(earlier));
    assert!(window.shows("connection reused, %"));
}

#[test]
fn cloudwatch_is_read_while_it_runs_and_a_failover_is_kept_with_it() {
    // A minute of the account takes a second: the load is not over before it was looked at.
    let mut window = Window::at_speed(Speed::Times(60), "all-well", Theme::Light, USUAL);
    window.validate("orders-proxy");
    show(&mut window);
    let pattern = Pattern::AtOnce { from: 10, to: 10, ramp_secs: 0, hold_secs: 900 };
    let plan = Plan::new(&"orders-checkout".parse().unwrap(), pattern).unwrap();
    window.harness.state_mut().ask(Command::Load(Ask::Start { plan, payload: "{}".into() }));
    window.harness.step();
    window.click("Set off a failover");
    window.until("the pool is shown while it runs", |state| {
        state.load.running.as_ref().is_some_and(|running| running.beside.highest("DatabaseConnections").is_some())
    });
    window.harness.step();
    for words in ["Connections: 10 at once", "Wait for a connection: at most", "Runs of the function: 10 at once"] {
        assert!(window.shows(words), "{words}");
    }
    window.key(Key::Escape);
    ended(&mut window);
    let record = window.state().load.shown.clone().unwrap();
    assert_eq!(record.ended, Ended::Stopped);
    assert!(record.failover_ms.is_some());
    assert!(window.shows("A failover was set off") && window.shows("Where the time went"));
    window.harness.run();
}

#[test]
fn leaving_the_page_ends_the_load() {
    let mut window = opened("all-well", Theme::Light, USUAL);
    let pattern = Pattern::AtOnce { from: 10, to: 10, ramp_secs: 0, hold_secs: 900 };
    let plan = Plan::new(&"orders-checkout".parse().unwrap(), pattern).unwrap();
    window.harness.state_mut().ask(Command::Load(Ask::Start { plan, payload: "{}".into() }));
    window.harness.step();
    window.harness.state_mut().ask(Command::Validate(Door::Show(Part::Connect)));
    window.harness.step();
    window.until("it has ended", |state| state.load.running.is_none());
}

#[test]
fn what_is_no_number_is_said_and_asks_nothing() {
    let mut window = opened("all-well", Theme::Light, USUAL);
    window.clear("to");
    window.write("to", "many");
    window.primary();
    assert!(window.shows("`many` is not a whole number") || window.shows("many is not a whole number"));
    assert!(!window.shows("Start the load"));
}

#[test]
#[ignore = "writes pictures"]
fn looks() {
    for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        for (size, of) in [(USUAL, ""), (SMALL, "-small"), (WIDE, "-wide")] {
            let mut window = opened("all-well", theme, size);
            window.save(&format!("load-before{of}-{name}"));
            begin(&mut window);
            ended(&mut window);
            window.save(&format!("load{of}-{name}"));
        }
        let mut window = opened("broken-pinning", theme, USUAL);
        let pattern = Pattern::AtOnce { from: 5, to: 50, ramp_secs: 45, hold_secs: 75 };
        let plan = Plan::new(&"orders-checkout".parse().unwrap(), pattern).unwrap();
        window.harness.state_mut().ask(Command::Load(Ask::Start { plan, payload: "{}".into() }));
        window.harness.step();
        ended(&mut window);
        window.save(&format!("load-pinned-{name}"));
        window.primary();
        window.save(&format!("load-ask-{name}"));
        let mut window = opened("all-well", theme, USUAL);
        let plan = Plan::new(&"orders-checkout".parse().unwrap(), Pattern::InTurn { calls: 20 }).unwrap();
        window.harness.state_mut().ask(Command::Load(Ask::Start { plan, payload: "{}".into() }));
        window.harness.step();
        ended(&mut window);
        window.save(&format!("load-in-turn-{name}"));
    }
}
