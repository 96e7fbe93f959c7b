//! What is said of a run is held against what then happens: every scenario that can be applied,
//! every stop, every refusal, what others keep, undo that is cut short.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::failing::{Failing, Fault};
use rds_proxy_wizard::apply::{At, Emit, Event, Outcome, Receipt, Standing, Stop, StopAt};
use rds_proxy_wizard::design::design;
use rds_proxy_wizard::domain::choices::Choices;
use rds_proxy_wizard::domain::proxy::AuthMode;
use rds_proxy_wizard::plan::{self, Plan, Undone};
use rds_proxy_wizard::practice::SCENARIOS;
use rds_proxy_wizard::words::{NotYet, RunWords, ask_to_resume, ask_to_undo};

use super::flow::{Heard, Journey, choices};

/// The numbers in a sentence, in order.
fn numbers(text: &str) -> Vec<usize> {
    text.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect()
}

/// The one number of a label, or 1 where it says "one".
fn number(text: &str) -> usize {
    numbers(text).first().copied().unwrap_or(usize::from(text.contains("One") || text.contains("one")))
}

/// What was heard of a run, counted.
#[derive(Debug, Default)]
struct Happened {
    steps: usize,
    done: usize,
    removed: usize,
    restored: usize,
    kept: usize,
    failed: usize,
}

fn happened(events: &[Event]) -> Happened {
    let mut happened = Happened::default();
    for event in events {
        match event {
            Event::RunStarted { steps, .. } => happened.steps = steps.len(),
            Event::StepDone { undone: None, .. } => happened.done += 1,
            Event::StepDone { undone: Some(Undone::Removed | Undone::AlreadyGone), .. } => happened.removed += 1,
            Event::StepDone { undone: Some(Undone::Restored), .. } => happened.restored += 1,
            Event::StepDone { undone: Some(Undone::Kept { .. }), .. } => happened.kept += 1,
            Event::StepFailed { .. } => happened.failed += 1,
            _ => {}
        }
    }
    happened
}

/// A run, and the receipt that was kept up by listening to it.
async fn listened(journey: &Journey, work: Work, cut: Cut) -> (Outcome, Happened) {
    let heard = Heard::default();
    let stop = Stop::default();
    let emit = cut.emit(&heard, &stop);
    let writer = match cut {
        Cut::Refused(at) => Some(Failing::wrap(journey.practice.clone(), Fault::Refused, at).0),
        Cut::Never | Cut::Stop(_) => None,
    };
    let engine = journey.engine(writer, emit, stop);
    let (mut followed, outcome) = match work {
        Work::Run(plan) => (Receipt::new(plan.clone(), String::new(), 0), engine.run(plan).await.unwrap()),
        Work::Resume(receipt) => (receipt.clone(), engine.resume(receipt).await.unwrap()),
        Work::Undo(receipt) => (receipt.clone(), engine.undo(receipt).await.unwrap()),
    };
    let events = heard.all();
    events.iter().for_each(|event| followed.follow(event));
    let (listened, written) = (Standing::count(&followed), Standing::count(&outcome.receipt));
    // Whether a write that failed went out is only in the receipt.
    let comparable = |standing: Standing| Standing { to_undo: 0, uncertain: 0, ..standing };
    assert_eq!(comparable(listened), comparable(written), "what was heard and what was written");
    (outcome, happened(&events))
}

enum Work {
    Run(Plan),
    Resume(Receipt),
    Undo(Receipt),
}

#[derive(Clone, Copy, Debug)]
enum Cut {
    Never,
    /// Asked to stop when the n-th step begins.
    Stop(usize),
    /// The n-th write is refused.
    Refused(usize),
}

impl Cut {
    fn emit(self, heard: &Heard, stop: &Stop) -> Emit {
        let (begun, stop, tell) = (AtomicUsize::new(0), stop.clone(), heard.emit());
        Arc::new(move |event| {
            if let (Self::Stop(at), Event::StepStarted { .. }) = (self, &event)
                && begun.fetch_add(1, Ordering::SeqCst) + 1 == at
            {
                stop.ask(StopAt::AfterStep);
            }
            tell(event);
        })
    }
}

/// The run ended as its words say, and undoing and resuming do what their questions say.
async fn words_hold(scenario: &str, choices: &Choices, cut: Cut) {
    let what = format!("{scenario} {} {}: {cut:?}", choices.function, choices.auth_mode);
    for goes_on in [false, true] {
        let journey = Journey::new(scenario, choices.clone());
        let plan = journey.plan().await;
        let all = plan.changes().count();
        let (outcome, first) = listened(&journey, Work::Run(plan), cut).await;
        let receipt = outcome.receipt;
        let standing = Standing::count(&receipt);
        let words = RunWords::new(&receipt, false);
        assert_eq!((standing.done, standing.all, standing.failed), (first.done, all, first.failed), "{what}");
        match standing.at {
            At::Finished => assert_eq!(numbers(&words.badge), [all, all], "{what}: {words:?}"),
            At::NotWorking => assert!(NotYet::all(&receipt).len() == 1 && words.title.starts_with("Made."), "{what}"),
            At::Stopped => assert_eq!(numbers(&words.title), [first.done, all], "{what}: {words:?}"),
            At::Failed => {
                let begins = match first.failed {
                    1 => "One step failed".to_owned(),
                    more => format!("{more} steps failed"),
                };
                assert!(words.title.starts_with(&begins), "{what}: {words:?}");
                assert_eq!(numbers(&words.badge), [first.failed, first.done, all], "{what}: {words:?}");
            }
            other => panic!("{what}: {other:?}"),
        }
        if goes_on && matches!(standing.at, At::Stopped | At::Failed) {
            resumes_as_said(&journey, receipt, all, &what).await;
        } else {
            undoes_as_said(&journey, receipt, &what).await;
        }
    }
}

async fn resumes_as_said(journey: &Journey, receipt: Receipt, all: usize, what: &str) {
    let ask = ask_to_resume(&receipt, "acme");
    let left = number(&ask.yes);
    assert_eq!(number(&ask.text), left, "{what}: {ask:?}");
    let (outcome, then) = listened(journey, Work::Resume(receipt), Cut::Never).await;
    assert_eq!(then.steps, left, "{what}: {ask:?}");
    let standing = Standing::count(&outcome.receipt);
    if standing.at == At::Finished {
        assert_eq!(then.done, left, "{what}: {ask:?}");
        assert_eq!(RunWords::new(&outcome.receipt, false).badge, format!("{all} of {all} done"), "{what}");
    }
}

async fn undoes_as_said(journey: &Journey, receipt: Receipt, what: &str) {
    let before = Standing::count(&receipt);
    let ask = ask_to_undo(&receipt, "acme");
    assert_eq!(number(&ask.question), before.to_undo, "{what}: {ask:?}");
    assert_eq!(number(&ask.text), before.to_undo, "{what}: {ask:?}");
    let (outcome, then) = listened(journey, Work::Undo(receipt), Cut::Never).await;
    assert_eq!(then.steps, before.to_undo, "{what}: {ask:?}");
    assert_eq!(then.removed + then.restored, before.to_undo, "{what}: {ask:?}, {then:?}");
    let words = RunWords::new(&outcome.receipt, false);
    assert_eq!((words.title.as_str(), words.badge.as_str()), ("Undone", "undone"), "{what}");
    let said: Vec<usize> = [then.removed, then.restored].into_iter().filter(|count| *count > 0).collect();
    assert_eq!(numbers(&words.sentence), said, "{what}: {}", words.sentence);
}

/// What a person sets up in each scenario, where it lets them.
async fn applicable() -> Vec<(&'static str, Choices)> {
    let mut found = Vec::new();
    for scenario in SCENARIOS.iter() {
        let choices = choices("orders-prod", "orders-api", AuthMode::StandardIam);
        let journey = Journey::new(scenario.name, choices.clone());
        let observed = journey.observe().await;
        let planned = design(&choices, &observed)
            .is_ok_and(|setup| plan::build(&observed, &setup).is_ok_and(|plan| !plan.is_empty()));
        if planned {
            found.push((scenario.name, choices));
        }
    }
    assert!(found.len() > 10, "{found:?}");
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn every_stop_in_every_scenario_is_said_as_it_is_and_undone_or_resumed_as_said() {
    let mut seen: BTreeSet<Vec<String>> = BTreeSet::new();
    for (scenario, choices) in applicable().await {
        words_hold(scenario, &choices, Cut::Never).await;
        let plan = Journey::new(scenario, choices.clone()).plan().await;
        let steps: Vec<String> = plan.changes().map(|step| step.id.to_string()).collect();
        // Scenarios that differ in nothing that is planned stop alike.
        if !seen.insert(steps.clone()) {
            continue;
        }
        for at in 1..=steps.len() {
            words_hold(scenario, &choices, Cut::Stop(at)).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_refused_write_is_said_as_it_is_and_undone_or_resumed_as_said() {
    for mode in AuthMode::ALL {
        let choices = choices("orders-prod", "orders-mailer", mode);
        let journey = Journey::new("default", choices.clone());
        let (writer, counter) = Failing::wrap(journey.practice.clone(), Fault::Refused, usize::MAX);
        let plan = journey.plan().await;
        journey.engine(Some(writer), Heard::default().emit(), Stop::default()).run(plan).await.unwrap();
        for at in 1..=counter.writes() {
            words_hold("default", &choices, Cut::Refused(at)).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_undo_leaves_is_counted_and_asked_about_again_until_nothing_is_left() {
    for at in 1.. {
        let journey = Journey::new("default", choices("orders-prod", "orders-mailer", AuthMode::StandardIam));
        let applied = journey.apply().await.receipt;
        let begun = Standing::count(&applied).to_undo;
        let (outcome, then) = listened(&journey, Work::Undo(applied), Cut::Refused(at)).await;
        if then.failed == 0 {
            assert!(at > 5, "the writes of undo were refused one after another");
            break;
        }
        let what = format!("undo refused at write {at}");
        let receipt = outcome.receipt;
        let standing = Standing::count(&receipt);
        assert_eq!(standing.at, At::LeftBehind, "{what}");
        let words = RunWords::new(&receipt, false);
        assert_eq!(number(&words.title), receipt.leftovers.len(), "{what}: {words:?}");
        assert_eq!(standing.progress(), (then.removed + then.restored, begun), "{what}");
        let ask = ask_to_undo(&receipt, "acme");
        assert_eq!(number(&ask.yes), receipt.leftovers.len(), "{what}: {ask:?}");
        let (outcome, again) = listened(&journey, Work::Undo(receipt), Cut::Never).await;
        assert_eq!(again.steps, number(&ask.yes), "{what}: {ask:?}");
        assert_eq!(Standing::count(&outcome.receipt).at, At::Undone, "{what}");
        assert_eq!(Standing::count(&outcome.receipt).progress(), (begun, begun), "{what}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn undo_that_is_stopped_says_what_is_taken_back_and_what_is_not() {
    let journey = || Journey::new("default", choices("orders-prod", "orders-api", AuthMode::Password));
    let begun = Standing::count(&journey().apply().await.receipt).to_undo;
    for at in 1..begun {
        let journey = journey();
        let applied = journey.apply().await.receipt;
        let (outcome, then) = listened(&journey, Work::Undo(applied), Cut::Stop(at)).await;
        let words = RunWords::new(&outcome.receipt, false);
        // Steps that were under way when it was stopped are heard out.
        let rest = begun - then.removed - then.restored;
        assert!(rest <= begun - at, "{then:?}");
        if rest == 0 {
            assert_eq!(Standing::count(&outcome.receipt).at, At::Undone);
            continue;
        }
        assert_eq!(numbers(&words.title), [then.removed + then.restored, begun], "{words:?}");
        assert_eq!(number(&words.sentence), rest, "{words:?}");
        undoes_the_rest(&journey, outcome.receipt, rest).await;
    }
}

async fn undoes_the_rest(journey: &Journey, receipt: Receipt, rest: usize) {
    assert_eq!(number(&ask_to_undo(&receipt, "acme").yes), rest);
    let (outcome, then) = listened(journey, Work::Undo(receipt), Cut::Never).await;
    assert_eq!((then.steps, then.removed + then.restored), (rest, rest));
    assert_eq!(Standing::count(&outcome.receipt).at, At::Undone);
}

#[tokio::test]
async fn what_others_changed_is_said_to_be_still_there() {
    let journey = Journey::new("default", choices("orders-prod", "orders-mailer", AuthMode::StandardIam));
    let applied = journey.apply().await.receipt;
    let role = applied.plan.setup().unwrap().role.name.clone();
    journey.practice.tamper(|state| {
        for record in state.roles.iter_mut().filter(|record| record.role.name == role) {
            let trust = record.role.trust.clone();
            record.role.inline.insert("audit-read".into(), trust);
        }
    });
    let (outcome, then) = listened(&journey, Work::Undo(applied), Cut::Never).await;
    let words = RunWords::new(&outcome.receipt, false);
    assert!(then.kept > 0 && number(&words.title) == outcome.receipt.leftovers.len(), "{words:?}");
    assert!(words.title.contains("still there") && !words.title.starts_with("Undone"), "{words:?}");
}

#[tokio::test]
async fn a_target_that_never_answers_is_made_and_not_working_and_never_in_place() {
    let journey = Journey::new("stuck-target", choices("orders-prod", "orders-api", AuthMode::StandardIam));
    let receipt = journey.apply().await.receipt;
    let words = RunWords::new(&receipt, false);
    assert_eq!(Standing::count(&receipt).at, At::NotWorking);
    assert_eq!(words.title, "Made. The target does not answer yet");
    assert!(
        words.sentence.contains("no capacity for `orders-prod`") && !words.sentence.contains("in place"),
        "{words:?}"
    );
    let not_yet = NotYet::all(&receipt);
    assert_eq!(not_yet[0].said, "PENDING_PROXY_CAPACITY");
    assert!(not_yet[0].waited_for.contains("10 min"), "{not_yet:?}");
}
