//! The network between us and AWS: each call of each flow goes wrong on the wire, below the SDK, where
//! an answer can be lost after the deed. Then the fault is lifted; resume must finish the setup and,
//! in another run, undo must take it back, as the account itself shows.
//!
//! What is true of each case:
//! - an undo that says it is finished has left nothing of the run; one that is not names what is left;
//! - resume ends finished, and nothing is there twice;
//! - a step whose write took effect is `touched` in the receipt.
//!
//! Flow × call × fault × once or always × resume or undo are many thousand runs. Without further ado
//! each write is struck by each fault once, and everything else takes turns; `RPW_WIRE=all` runs all.
//! A failing case names flow, call, fault and difference.
//!
//! ministack takes time for nothing: the engine's pauses pass in a moment (`Hasty`), the SDK's own forty
//! times as fast.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod cases;
mod memory;
mod picture;
mod strike;
mod world;

use std::collections::{BTreeSet, VecDeque};
use std::sync::Mutex;
use std::time::Instant;

use cases::{Calls, Case, Stage, Then, strike as strike_at};
use strike::{Kind, Place, Strike};
use world::Flow;

use crate::services::service;

/// Runs side by side in one test.
const SIDE_BY_SIDE: usize = 8;

/// Everything, rather than what takes turns.
fn everything() -> bool {
    std::env::var("RPW_WIRE").is_ok_and(|value| value == "all")
}

/// Faults of the writes.
fn of_writes(calls: &Calls) -> Vec<Case> {
    let mut cases = Vec::new();
    let kinds = Kind::OF_WRITES.into_iter().enumerate();
    for (turn, point) in calls.apply.iter().filter(|point| point.writes).enumerate() {
        for (number, kind) in kinds.clone() {
            let both = [Then::Resume, Then::Undo];
            for always in [false, true] {
                for (which, then) in both.into_iter().enumerate() {
                    let its_turn = if always { (turn * 5 + number) % 6 == 0 } else { true };
                    if everything() || (its_turn && (turn + number + usize::from(always)) % 2 == which) {
                        cases.push(Case::Apply { strike: strike_at(point, kind, always), then });
                    }
                }
            }
        }
    }
    for (turn, point) in calls.undo.iter().filter(|point| point.writes).enumerate() {
        for (number, kind) in kinds.clone() {
            for always in [false, true] {
                if everything() || (turn * 7 + number * 2 + usize::from(always)) % 6 == 0 {
                    cases.push(Case::Undo { strike: strike_at(point, kind, always) });
                }
            }
        }
    }
    cases
}

/// Faults of the reads between the writes.
fn of_reads(calls: &Calls) -> Vec<Case> {
    let mut cases = Vec::new();
    let kinds = Kind::OF_READS.into_iter().enumerate();
    for (turn, point) in calls.apply.iter().filter(|point| !point.writes).enumerate() {
        for (number, kind) in kinds.clone() {
            for (which, then) in [Then::Resume, Then::Undo].into_iter().enumerate() {
                for always in [false, true] {
                    let its_turn = (turn + number * 2) % 14 == 0 && (turn + number + usize::from(always)) % 2 == which;
                    if everything() || its_turn {
                        cases.push(Case::Apply { strike: strike_at(point, kind, always), then });
                    }
                }
            }
        }
    }
    for (turn, point) in calls.undo.iter().filter(|point| !point.writes).enumerate() {
        for (number, kind) in kinds.clone() {
            for always in [false, true] {
                if everything() || (turn * 3 + number * 2 + usize::from(always)) % 14 == 0 {
                    cases.push(Case::Undo { strike: strike_at(point, kind, always) });
                }
            }
        }
    }
    for kind in Kind::OF_READS {
        cases.push(Case::Undo { strike: Strike { place: Place::EveryRead, kind, always: true } });
    }
    cases
}

async fn each(flow: Flow, cases: fn(&Calls) -> Vec<Case>) {
    let Some(url) = service("RPW_MINISTACK_URL") else { return };
    let started = Instant::now();
    let (scout, calls) = Stage::rehearsed(&url, flow).await;
    let cases = cases(&calls);
    let all = cases.len();
    println!("CASES {all}");
    let open = Mutex::new(VecDeque::from(cases));
    let failed = Mutex::new(BTreeSet::new());
    let scout = Mutex::new(Some(scout));
    let next = || open.lock().unwrap().pop_front();
    let work = || async {
        let mut stage: Option<Stage> = scout.lock().unwrap().take();
        while let Some(case) = next() {
            let there = match stage.take() {
                Some(stage) => stage,
                None => Stage::rehearsed(&url, flow).await.0,
            };
            let begun = Instant::now();
            let happened = there.play(&case).await;
            println!("CASE {:.1} {flow:?}: {case}: {happened:?}", begun.elapsed().as_secs_f32());
            match happened {
                Ok(()) => stage = Some(there),
                // What is left of it would disturb the next one.
                Err(why) => drop(failed.lock().unwrap().insert(format!("{flow:?}: {case}: {why}"))),
            }
        }
    };
    futures::future::join_all((0..SIDE_BY_SIDE).map(|_| work())).await;
    let failed = failed.into_inner().unwrap();
    println!("{flow:?}: {} of {all} failed, {:.1?}", failed.len(), started.elapsed());
    let list: Vec<String> = failed.into_iter().collect();
    assert!(list.is_empty(), "{} of {all} cases failed\n{}", list.len(), list.join("\n"));
}

macro_rules! flows {
    ($($flow:ident: $writes:ident $reads:ident;)*) => {
        $(
            #[tokio::test]
            async fn $writes() {
                each(Flow::$flow, of_writes).await;
            }

            #[tokio::test]
            async fn $reads() {
                each(Flow::$flow, of_reads).await;
            }
        )*
    };
}

flows! {
    StandardIam: writes_of_standard_iam reads_of_standard_iam;
    Password: writes_of_a_password_outside reads_of_a_password_outside;
    EndToEndIam: writes_of_end_to_end_iam reads_of_end_to_end_iam;
    CustomerKey: writes_with_a_customers_key reads_with_a_customers_key;
    Alias: writes_of_a_published_alias reads_of_a_published_alias;
    ExistingProxy: writes_on_an_existing_proxy reads_on_an_existing_proxy;
    Repair: writes_of_a_repair reads_of_a_repair;
}
