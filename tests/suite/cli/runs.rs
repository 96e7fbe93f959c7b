//! Runs that somebody stops, that meet each other, or that nobody listens to any more.

use super::home::{Home, Running};
use super::{ORDERS, QUICK};

#[cfg(unix)]
#[test]
fn interrupted_it_stops_with_a_receipt_goes_on_and_goes_back() {
    let home = Home::new();
    // Real minutes: it is interrupted long before the proxy is there.
    let mut run = Running::start(&home, &format!("apply --practice --practice-speed 1 {ORDERS} --yes --format json"));
    run.until(&["step-waiting", "create-proxy"]);
    run.stop();
    let ended = run.until(&["run-ended"]);
    assert!(ended.contains("\"end\":\"stopped\""), "{ended}");
    assert_eq!(run.status(), 1);
    assert_eq!(home.receipt()["state"], "stopped");

    // The proxy is being made: no new plan, but the word that a run waits to go on.
    let note = home.run(&format!("apply {QUICK} {ORDERS} --yes --format text")).ends(1);
    assert!(note.stderr.starts_with("An earlier run of this setup is not finished."), "{note:#?}");
    assert!(note.stderr.contains("\nerror: The proxy `orders-proxy` is `creating`"), "{note:#?}");
    home.run(&format!("resume {QUICK} --yes")).ends(0);
    assert_eq!(home.receipt()["state"], "finished");
    home.run(&format!("undo {QUICK} --name orders-proxy --yes")).ends(0);
    assert_eq!(home.receipt()["state"], "undone");
}

#[cfg(unix)]
#[test]
fn two_runs_on_one_setup_are_kept_apart() {
    let home = Home::new();
    let mut first = Running::start(&home, &format!("apply --practice --practice-speed 1 {ORDERS} --yes --format json"));
    // It waits for a new role to be known everywhere, so there is no proxy in a second plan's way.
    first.until(&["retrying", "create-proxy"]);
    let second = home.run(&format!("apply {QUICK} {ORDERS} --yes --format text")).ends(1);
    assert!(second.stderr.contains("error: `orders-proxy` is being worked on by process "), "{second:#?}");
    first.stop();
    assert_eq!(first.status(), 1);
    home.run(&format!("resume {QUICK} --yes")).ends(0);
}

#[test]
fn a_reader_that_goes_away_does_not_stop_a_run() {
    let home = Home::new();
    let mut run = Running::start(&home, &format!("apply {QUICK} {ORDERS} --yes --format json"));
    run.until(&["planned"]);
    let Running { mut child, lines, beside: _beside } = run;
    drop(lines);
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert_eq!(home.receipt()["state"], "finished");
}
