//! Which calls go wrong, and how.

use std::collections::BTreeMap;
use std::fmt;

use super::strike::{Kind, Place, Point, Strike};
use super::world::Flow;

/// What is done once the fault is lifted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    Resume,
    Undo,
}

/// What is struck: a setup that is being made, or one that is being taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Case {
    Apply { strike: Strike, then: Then },
    Undo { strike: Strike },
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Apply { strike, then } => write!(f, "apply, {strike}, then {then:?}"),
            Self::Undo { strike } => write!(f, "undo, {strike}, then Undo"),
        }
    }
}

/// The calls of an uninterrupted run and of its undo.
pub struct Calls {
    pub apply: Vec<Point>,
    pub undo: Vec<Point>,
}

fn strike(point: &Point, kind: Kind, always: bool) -> Strike {
    Strike { place: Place::At(point.clone()), kind, always }
}

fn kinds(point: &Point) -> &'static [Kind] {
    if point.writes { &Kind::OF_WRITES } else { &Kind::OF_READS }
}

/// Every call × every fault × once and always × resume and undo.
pub fn all(calls: &Calls) -> Vec<Case> {
    let mut cases = every_read();
    for point in &calls.apply {
        for (kind, always) in kinds(point).iter().flat_map(|kind| [(*kind, false), (*kind, true)]) {
            let strike = strike(point, kind, always);
            cases.push(Case::Apply { strike: strike.clone(), then: Then::Resume });
            cases.push(Case::Apply { strike, then: Then::Undo });
        }
    }
    for point in &calls.undo {
        for (kind, always) in kinds(point).iter().flat_map(|kind| [(*kind, false), (*kind, true)]) {
            cases.push(Case::Undo { strike: strike(point, kind, always) });
        }
    }
    cases
}

/// An undo that sees nothing.
fn every_read() -> Vec<Case> {
    let strike = |kind| Strike { place: Place::EveryRead, kind, always: true };
    Kind::OF_READS.into_iter().map(|kind| Case::Undo { strike: strike(kind) }).collect()
}

/// How many faults each operation meets, over all flows together.
const ONCE: usize = Kind::OF_WRITES.len();
const ALWAYS: usize = 2;
const UNDO_ONCE: usize = 3;
const UNDO_ALWAYS: usize = 1;
const READ: usize = 1;
/// Undos that see nothing: they are slow, for all they can do is to try again.
const BLIND: usize = 4;

/// Few enough for every day: each operation that writes meets each fault once, in one flow or
/// another; what else there is takes turns.
pub fn turns(flows: &[(Flow, Calls)]) -> Vec<(Flow, Case)> {
    let mut cases = Vec::new();
    let apply = |calls: &Calls| calls.apply.clone();
    let undo = |calls: &Calls| calls.undo.clone();
    let mut number = 0;
    for (always, of_writes) in [(false, ONCE), (true, ALWAYS)] {
        for (flow, strike) in round(flows, &apply, always, of_writes) {
            number += 1;
            let then = if number % 2 == 0 { Then::Resume } else { Then::Undo };
            cases.push((flow, Case::Apply { strike, then }));
        }
    }
    for (always, of_writes) in [(false, UNDO_ONCE), (true, UNDO_ALWAYS)] {
        let struck = round(flows, &undo, always, of_writes);
        cases.extend(struck.into_iter().map(|(flow, strike)| (flow, Case::Undo { strike })));
    }
    let flows = flows.iter().map(|(flow, _)| *flow).cycle();
    cases.extend(flows.zip(every_read()).take(BLIND));
    cases
}

/// Shares so many faults of an operation out among its calls.
fn round(
    flows: &[(Flow, Calls)],
    part: &dyn Fn(&Calls) -> Vec<Point>,
    always: bool,
    of_writes: usize,
) -> Vec<(Flow, Strike)> {
    let mut calls: BTreeMap<String, Vec<(Flow, Point)>> = BTreeMap::new();
    for (flow, point) in flows.iter().flat_map(|(flow, all)| part(all).into_iter().map(|point| (*flow, point))) {
        calls.entry(point.action.clone()).or_default().push((flow, point));
    }
    let mut struck = Vec::new();
    for (turn, calls) in calls.into_values().enumerate() {
        let wanted = if calls[0].1.writes { of_writes } else { READ };
        let ring = kinds(&calls[0].1).iter().cycle().skip(turn * 5);
        // Calls far from each other: those of one flow are alike.
        let step = if wanted < calls.len() { calls.len() / wanted } else { 1 };
        let places = calls.iter().step_by(step).cycle();
        struck.extend(places.zip(ring).take(wanted).map(|((flow, point), kind)| (*flow, strike(point, *kind, always))));
    }
    struck
}
