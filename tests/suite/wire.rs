//! The network between us and AWS: each call of each flow goes wrong on the wire, below the SDK, where
//! an answer can be lost after the deed. Then the fault is lifted; resume must finish the setup and,
//! in another run, undo must take it back, as the account itself shows.
//!
//! What is true of each case:
//! - an undo that says it is finished has left nothing of the run; one that is not names what is left;
//! - resume ends finished, the account is as an uninterrupted run leaves it, and nothing is there twice;
//! - a step whose write took effect is `touched` in the receipt.
//!
//! Flow × call × fault × once or always × resume or undo are many thousand runs. Every day each operation
//! that writes meets each fault once, in one flow or another, and everything else takes turns: always
//! rather than once, the writes of an undo, the reads between ([`choice::turns`]).
//! `RPW_WIRE=all` runs all of them; any other value those whose name contains it:
//! `RPW_WIRE='Alias: apply, lambda:UpdateAlias'`. A failing case says flow, call, fault and difference.
//!
//! ministack takes time for nothing: the engine's pauses pass in a moment (`Hasty`), the SDK's own and
//! its limits in a fraction of their time.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod choice;
mod memory;
mod picture;
mod sent;
mod stage;
mod strike;
mod world;

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex};

use choice::{Calls, Case};
use stage::Stage;
use world::Flow;

use crate::services::service;

/// Stages of one flow; all flows are played at the same time.
const SIDE_BY_SIDE: usize = 2;

/// The cases of one flow, in two places at once.
struct Playing {
    url: String,
    flow: Flow,
    open: Mutex<VecDeque<Case>>,
    stages: Mutex<Vec<Stage>>,
    failed: Mutex<Vec<String>>,
}

impl Playing {
    async fn play(self: Arc<Self>) {
        loop {
            // Not held across a case.
            let Some(case) = self.open.lock().unwrap().pop_front() else { break };
            let free = self.stages.lock().unwrap().pop();
            let stage = match free {
                Some(stage) => stage,
                None => Stage::rehearsed(&self.url, self.flow).await.0,
            };
            match stage.play(&case).await {
                Ok(()) => self.stages.lock().unwrap().push(stage),
                // What is left of it would disturb the next one.
                Err(why) => {
                    let line = format!("{:?}: {case}: {why}", self.flow);
                    println!("{line}");
                    self.failed.lock().unwrap().push(line);
                }
            }
        }
    }
}

fn chosen(flows: &[(Flow, Calls)]) -> Vec<(Flow, Case)> {
    let Ok(wish) = std::env::var("RPW_WIRE") else { return choice::turns(flows) };
    let every = flows.iter().flat_map(|(flow, calls)| choice::all(calls).into_iter().map(|case| (*flow, case)));
    every.filter(|(flow, case)| wish == "all" || format!("{flow:?}: {case}").contains(&wish)).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_the_network_loses_a_run_is_resumed_or_undone() {
    let Some(url) = service("RPW_MINISTACK_URL") else { return };
    // Each on its own task: together on one stack they are too large.
    let rehearsals = Flow::ALL.map(|flow| {
        let url = url.clone();
        tokio::spawn(async move { Stage::rehearsed(&url, flow).await })
    });
    let rehearsed = futures::future::try_join_all(rehearsals).await.unwrap();
    let (stages, calls): (Vec<Stage>, Vec<Calls>) = rehearsed.into_iter().unzip();
    let mut stages: BTreeMap<Flow, Stage> = Flow::ALL.into_iter().zip(stages).collect();
    let flows: Vec<(Flow, Calls)> = Flow::ALL.into_iter().zip(calls).collect();
    let mut open: BTreeMap<Flow, VecDeque<Case>> = BTreeMap::new();
    for (flow, case) in chosen(&flows) {
        open.entry(flow).or_default().push_back(case);
    }
    let all: usize = open.values().map(VecDeque::len).sum();
    let playing: Vec<Arc<Playing>> = open
        .into_iter()
        .map(|(flow, open)| {
            let stages = Mutex::new(stages.remove(&flow).into_iter().collect());
            Arc::new(Playing { url: url.clone(), flow, open: Mutex::new(open), stages, failed: Mutex::default() })
        })
        .collect();
    let workers = playing.iter().flat_map(|playing| (0..SIDE_BY_SIDE).map(|_| tokio::spawn(playing.clone().play())));
    for ended in futures::future::join_all(workers.collect::<Vec<_>>()).await {
        ended.unwrap();
    }
    let failed: Vec<String> = playing.iter().flat_map(|playing| playing.failed.lock().unwrap().clone()).collect();
    println!("{} of {all} cases failed", failed.len());
    assert!(failed.is_empty(), "{} of {all} cases failed:\n{}", failed.len(), failed.join("\n"));
}
