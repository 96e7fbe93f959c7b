//! Repairs through the window, by label, on the practice account: findings, the review of what mends
//! them, the run, the findings again; then undo.
//! `cargo test --test suite wizard_repair -- --ignored` writes pictures to `target/looks/`.
#![allow(clippy::unwrap_used)]

use std::time::Instant;

use eframe::egui::{Key, Modifiers, Theme, vec2};
use egui_kittest::kittest::Queryable as _;
use rds_proxy_wizard::apply::At;
use rds_proxy_wizard::domain::account::Mode;
use rds_proxy_wizard::domain::finding::Severity;
use rds_proxy_wizard::gui::command::Command;
use rds_proxy_wizard::gui::state::State;
use rds_proxy_wizard::gui::validation::{Part, Stays};
use rds_proxy_wizard::plan::Why;

use crate::app_window::{BROKEN, CAUSE, USUAL, Window};

const SAFE: &str = "Fix all that is safe";
const FIX: &str = "Fix this…";
const NOT_SAFE: &str = "proxy-require-tls-false";

fn click_part(window: &mut Window, part: &str) {
    window.harness.query_all_by_label_contains(part).next().unwrap().click();
    window.steps();
}

fn has_finding(window: &Window, code: &str) -> bool {
    window.state().validation.result().unwrap().checked.verdict.finding(code).is_some()
}

fn part(window: &Window) -> Part {
    window.state().validation.part
}

/// How the run stands, once it has ended.
fn at(state: &State) -> Option<At> {
    state.run.as_ref().filter(|run| !run.is_working()).map(|run| run.standing().at)
}

/// The run ends; the practice account takes no time for it.
fn ended(window: &mut Window) {
    window.until("the run has ended", |state| at(state) == Some(At::Finished));
}

fn read_again(window: &mut Window) {
    window.until("it is read again", |state| {
        state.validation.reading.is_none() && state.validation.result().is_some_and(|result| !result.outdated)
    });
}

#[test]
fn what_is_safe_is_reviewed_applied_gone_and_undone() {
    let mut window = Window::validated(BROKEN, Theme::Light, USUAL);
    assert!(has_finding(&window, CAUSE));
    // The picture says what is missing on the blocked hop.
    assert!(window.shows("blocked: no rule lets it in. tcp 3306 · target unavailable. missing: tcp"));
    click_part(&mut window, SAFE);
    assert_eq!(part(&window), Part::Repair);
    assert!(window.state().run.is_none(), "nothing is changed without the review");
    let plan = &window.state().validation.repair.as_ref().unwrap().plan;
    assert_eq!(plan.changes().count(), 1);
    window.until("permissions are simulated", |state| state.validation.permissions.ready().is_some());
    for said in ["Fix 1 finding", "Preflight", "aws ec2 authorize-security-group-ingress", "What it fixes", "Undo"] {
        assert!(window.shows(said), "{said}");
    }
    assert!(!window.shows("Monthly") && !window.shows("Safety"), "a repair has no bill and no design");

    // There is a way back that changes nothing.
    window.click("Back to the findings");
    assert_eq!(part(&window), Part::Findings);
    assert!(has_finding(&window, CAUSE) && window.state().run.is_none());
    click_part(&mut window, SAFE);

    window.click("Apply 1 change");
    ended(&mut window);
    assert_eq!(part(&window), Part::Run);
    assert!(window.state().is_validating());
    window.click("Validate again");
    read_again(&mut window);
    assert_eq!(part(&window), Part::Findings);
    assert!(!has_finding(&window, CAUSE));
    assert_eq!(window.count(Severity::Error), 0);
    // The old path and the new one stand side by side, of one size.
    let card = |window: &Window, head: &str| window.harness.query_all_by_label_contains(head).next().unwrap().rect();
    let (before, now) = (card(&window, "Before: "), card(&window, "Now: "));
    assert_eq!((before.top(), before.size()), (now.top(), now.size()));
    assert!(before.right() < now.left());
    assert!(!window.shows(SAFE), "nothing is left that could be mended safely");

    // Undo is where the run is.
    click_part(&mut window, "1 of 1 done");
    assert_eq!(part(&window), Part::Run);
    window.click("Undo this run…");
    window.click("Undo 1 change");
    window.until("it is undone", |state| at(state) == Some(At::Undone));
    // Going to the findings reads them again by itself.
    window.harness.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    window.steps();
    read_again(&mut window);
    assert!(has_finding(&window, CAUSE));
    assert!(window.shows(SAFE));
}

#[test]
fn a_live_account_is_asked_about_once_more() {
    let mut window = Window::validated(BROKEN, Theme::Dark, USUAL);
    let state = &mut window.harness.state_mut().state;
    let mut connection = state.connection().unwrap().clone();
    connection.account.mode = Mode::Live;
    let asked = state.connection.ask(Instant::now());
    state.connection.answer(asked, Ok(connection), Instant::now());
    window.steps();
    click_part(&mut window, SAFE);
    window.primary();
    assert!(window.shows("A live account."));
    // Account, region and cost, before the answer.
    for said in ["Change acme-practice now?", "0000-0000", "eu-west-1", "It costs nothing more"] {
        assert!(window.shows(said), "{said}");
    }
    window.click("Not yet");
    assert!(window.state().run.is_none() && !window.shows("A live account."));
    window.primary();
    window.click("Apply to acme-practice");
    window.steps();
    assert!(window.state().run.is_some());
}

#[test]
fn what_could_cut_somebody_off_is_offered_only_by_itself() {
    let mut window = Window::validated("broken-tls-off", Theme::Dark, USUAL);
    assert!(has_finding(&window, NOT_SAFE));
    let mendable = window.state().validation.result().unwrap().mendable.clone();
    assert!(mendable.codes.contains(NOT_SAFE));
    assert_eq!(window.shows(SAFE), mendable.safe > 0);
    let row = window.state().validation.result().unwrap().checked.verdict.finding(NOT_SAFE).unwrap().title.clone();
    click_part(&mut window, &row.replace('`', ""));
    window.click(FIX);
    let repair = window.state().validation.repair.as_ref().unwrap();
    let codes: Vec<&str> = repair.mends.iter().map(|finding| finding.code.as_str()).collect();
    assert_eq!(codes, [NOT_SAFE]);
    assert!(repair.stays.is_empty());
    window.primary();
    ended(&mut window);
    window.primary();
    read_again(&mut window);
    assert!(!has_finding(&window, NOT_SAFE));

    // A receipt of a repair leads back into this door, wherever it is taken up.
    let receipt = window.state().run.as_ref().unwrap().receipt.clone().unwrap();
    window.click("Set up a proxy");
    assert!(!window.state().is_validating());
    window.harness.state_mut().ask(Command::Undo(receipt));
    window.steps();
    assert!(window.state().is_validating());
    assert_eq!(part(&window), Part::Run);
    window.until("it is undone", |state| at(state) == Some(At::Undone));
    window.primary();
    read_again(&mut window);
    assert!(has_finding(&window, NOT_SAFE));
}

#[test]
fn what_nobody_can_mend_has_no_dead_buttons() {
    const BY_HAND: &str = "lambda-vpc-differs-from-proxy";
    let mut window = Window::validated("broken-other-network", Theme::Light, USUAL);
    let mendable = window.state().validation.result().unwrap().mendable.clone();
    assert!(!mendable.codes.contains(BY_HAND));
    assert_eq!(window.shows(SAFE), mendable.safe > 0);
    let row = window.state().validation.result().unwrap().checked.verdict.finding(BY_HAND).unwrap();
    let row = row.title.replace('`', "");
    click_part(&mut window, &row);
    assert!(window.shows("Check this again") && !window.shows(FIX));
    assert!(window.shows("For a person to do: this program changes nothing of it."));
}

#[test]
fn the_review_says_what_stays_and_why() {
    let mut window = Window::validated("broken-proxy-door", Theme::Light, USUAL);
    click_part(&mut window, SAFE);
    let stays = &window.state().validation.repair.as_ref().unwrap().stays;
    let title = stays.first().unwrap().finding.title.replace('`', "");
    assert!(window.shows("What stays") && window.shows(&title));
    assert!(window.shows("For a person to do") || window.shows("It could cut somebody off"));
}

#[test]
fn the_end_of_a_repair_says_which_errors_are_left_and_why() {
    let mut window = Window::validated(BROKEN, Theme::Light, USUAL);
    leave_an_error(&mut window);
    window.primary();
    ended(&mut window);
    assert!(window.shows("1 change is made") && !window.shows("Everything is in place"));
    assert!(window.shows("What stays") && window.shows("An error of another kind"));
    assert!(window.shows("For a person to do"));
}

/// The safe repair of what was found, with an error beside it that a person has to mend.
fn leave_an_error(window: &mut Window) {
    click_part(window, SAFE);
    let repair = window.harness.state_mut().state.validation.repair.as_mut().unwrap();
    let mut finding = repair.mends.first().unwrap().clone();
    finding.title = "An error of another kind".to_owned();
    repair.stays.push(Stays { finding, why: Why::ByHand });
}

#[test]
#[ignore = "writes pictures for the eye; run it by hand"]
fn look() {
    for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        for (size, at) in [(USUAL, ""), (vec2(900.0, 600.0), "-small")] {
            let mut window = Window::validated("broken-proxy-door", theme, size);
            click_part(&mut window, SAFE);
            window.save(&format!("repair-stays{at}-{name}"));
            let mut window = Window::validated(BROKEN, theme, size);
            leave_an_error(&mut window);
            window.primary();
            ended(&mut window);
            window.save(&format!("repair-left{at}-{name}"));
            let mut window = Window::validated(BROKEN, theme, size);
            window.save(&format!("repair-findings{at}-{name}"));
            click_part(&mut window, SAFE);
            window.until("permissions", |state| state.validation.permissions.ready().is_some());
            window.save(&format!("repair-review{at}-{name}"));
            window.primary();
            ended(&mut window);
            window.save(&format!("repair-applied{at}-{name}"));
            window.primary();
            read_again(&mut window);
            window.save(&format!("repair-again{at}-{name}"));
        }
    }
}
