//! What was confirmed is never exceeded, and the end comes.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use rds_proxy_wizard::cloud::watched::{Call as Asked, Watch, Watched};
use rds_proxy_wizard::cloud::{CloudError, CloudResult, Connection};
use rds_proxy_wizard::load::{self, Ended, LoadCall, Pattern, Plan, Summary};
use rds_proxy_wizard::practice::{self, Options, Speed};

/// Counts the calls that are sent, and those that are under way.
#[derive(Default)]
struct Counter {
    sent: AtomicU32,
    under_way: AtomicU32,
    most: AtomicU32,
}

impl Watch for Counter {
    fn before(&self, call: Asked<'_>) -> CloudResult<()> {
        if call.operation == "lambda:InvokeFunction" {
            self.sent.fetch_add(1, Ordering::SeqCst);
            let now = self.under_way.fetch_add(1, Ordering::SeqCst) + 1;
            self.most.fetch_max(now, Ordering::SeqCst);
        }
        Ok(())
    }

    fn after(&self, call: Asked<'_>, _: Duration, _: Option<&CloudError>) -> CloudResult<()> {
        if call.operation == "lambda:InvokeFunction" {
            self.under_way.fetch_sub(1, Ordering::SeqCst);
        }
        Ok(())
    }
}

fn account(scenario: &str, speed: Speed) -> (Connection, Arc<Counter>) {
    let options = Options { scenario: scenario.to_owned(), speed, state_file: None };
    let connection = practice::connect(&options).unwrap();
    let counter = Arc::new(Counter::default());
    let writer = Arc::new(Watched::new(connection.writer.clone(), counter.clone()));
    (Connection { writer, ..connection }, counter)
}

fn plan(pattern: Pattern) -> Plan {
    Plan::new(&"orders-checkout".parse().unwrap(), pattern).unwrap()
}

#[tokio::test]
async fn no_more_calls_and_no_more_at_once_than_were_confirmed() {
    for pattern in [
        Pattern::AtOnce { from: 1, to: 30, ramp_secs: 10, hold_secs: 10 },
        Pattern::AtOnce { from: 40, to: 40, ramp_secs: 0, hold_secs: 5 },
        Pattern::InTurn { calls: 25 },
    ] {
        let (connection, counter) = account("all-well", Speed::Instant);
        let plan = plan(pattern);
        let ran = load::run(&connection, &plan, "{}", std::future::pending(), &mut |_| {}).await;
        assert_eq!(ran.ended, Ended::Finished);
        let (sent, most) = (counter.sent.load(Ordering::SeqCst), counter.most.load(Ordering::SeqCst));
        assert!(sent <= plan.most_calls() && most <= plan.most_at_once(), "{pattern:?}: {sent}, {most} at once");
        // Where nobody is slow, everything that was confirmed happens.
        assert_eq!((sent, most), (plan.most_calls(), plan.most_at_once()), "{pattern:?}");
        assert_eq!(Summary::new(&ran.calls).calls, sent);
    }
}

#[tokio::test]
async fn it_stops_at_once_when_asked_whoever_has_not_answered() {
    let (connection, counter) = account("all-well", Speed::Times(1));
    let plan = plan(Pattern::AtOnce { from: 20, to: 20, ramp_secs: 0, hold_secs: 900 });
    let asked = Instant::now();
    // Cold calls take longer than this.
    let stop = tokio::time::sleep(Duration::from_millis(100));
    let ran = load::run(&connection, &plan, "{}", stop, &mut |_| {}).await;
    assert_eq!((ran.ended, ran.not_awaited), (Ended::Stopped, 20));
    assert!(asked.elapsed() < Duration::from_secs(2), "{:?}", asked.elapsed());
    assert_eq!(counter.sent.load(Ordering::SeqCst), 20);
}

#[tokio::test]
async fn a_refusal_that_every_call_would_meet_ends_it() {
    let options = Options { scenario: "all-well".to_owned(), speed: Speed::Instant, state_file: None };
    let account = practice::Practice::open(None, &options.scenario, options.speed).unwrap();
    account.tamper(|state| state.knobs.denied.extend(["lambda:InvokeFunction".into()]));
    let connection = practice::connection(Arc::new(account));
    for pattern in [Pattern::InTurn { calls: 25 }, Pattern::AtOnce { from: 5, to: 5, ramp_secs: 0, hold_secs: 60 }] {
        let ran = load::run(&connection, &plan(pattern), "{}", std::future::pending(), &mut |_| {}).await;
        assert!(matches!(ran.ended, Ended::GaveUp(_)), "{:?}", ran.ended);
        assert!(ran.calls.len() <= 5, "{} calls", ran.calls.len());
    }
}

#[tokio::test]
async fn equal_loads_bring_equal_calls() {
    let mut runs: Vec<Vec<LoadCall>> = Vec::new();
    for _ in 0..2 {
        let (connection, _) = account("all-well", Speed::Instant);
        let plan = plan(Pattern::AtOnce { from: 1, to: 40, ramp_secs: 8, hold_secs: 8 });
        runs.push(load::run(&connection, &plan, "{}", std::future::pending(), &mut |_| {}).await.calls);
    }
    assert_eq!(runs[0], runs[1]);
}
