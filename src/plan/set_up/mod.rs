//! Compares what is with what should be, page by page, and orders the steps.
//!
//! Pure. A part that could not be read is planned as if it were not there: AWS refuses to make
//! a thing twice, and acts look again before they change anything.

mod access;
mod endpoints;
mod identity;
mod network;
mod others;
mod proxy;
mod several;
mod used;

pub use network::{ENDPOINT, group_id};

use super::{Action, Aim, Change, Conflict, Plan, Step, StepId};
use std::collections::BTreeMap;

use crate::domain::observed::Observed;
use crate::domain::output::{Output, Outputs};
use crate::domain::setup::{Page, Setup};
use crate::domain::{Tags, is_owned};

/// The steps from `observed` to `setup`, or everything that stands in the way.
pub fn build(observed: &Observed, setup: &Setup) -> Result<Plan, Vec<Conflict>> {
    let mut draft = PlanDraft {
        observed,
        setup,
        steps: Vec::new(),
        known: Outputs::default(),
        conflicts: Vec::new(),
        of: None,
        same: BTreeMap::new(),
    };
    draft.identity();
    draft.network();
    draft.proxy();
    draft.endpoints();
    draft.access();
    for further in &setup.more {
        draft.further(further);
    }
    if draft.conflicts.is_empty() {
        Ok(Plan { aim: Aim::SetUp(Box::new(setup.clone())), steps: draft.steps, known: draft.known })
    } else {
        Err(draft.conflicts)
    }
}

struct PlanDraft<'a> {
    observed: &'a Observed,
    setup: &'a Setup,
    steps: Vec<Step>,
    known: Outputs,
    conflicts: Vec<Conflict>,
    /// The further function whose steps are drafted.
    of: Option<String>,
    /// What a further function's step would be called → the step of another that does the same.
    same: BTreeMap<String, StepId>,
}

impl PlanDraft<'_> {
    /// Adds a step after those it needs: the named ones that are in the plan, and those that bring
    /// the outputs its texts wait for.
    fn step(&mut self, id: impl Into<String>, change: Change, page: Page, after: &[&str], action: Action) {
        let id = id.into();
        if self.is_done_by_another(&id, &action) {
            return;
        }
        let id = if self.is_of_function(&id) { self.own_id(&id) } else { id };
        let after: Vec<String> = after.iter().map(|id| self.resolved(id)).collect();
        let text = serde_json::to_string(&action).unwrap_or_default();
        let awaited: Vec<Output> =
            Output::in_text(&text).into_iter().filter(|output| self.known.get(*output).is_none()).collect();
        let needed = |step: &&Step| {
            after.contains(&step.id.0) || step.action.brings().iter().any(|output| awaited.contains(output))
        };
        let needs = self.steps.iter().filter(needed).map(|step| step.id.clone()).collect();
        self.steps.push(Step { id: StepId(id), change, page, needs, action });
    }

    fn conflict(&mut self, page: Page, title: String, cure: String) {
        self.conflicts.push(Conflict { page, title, cure });
    }

    /// Whether a thing that is there is the setup's own.
    fn owns(&self, tags: &Tags) -> bool {
        is_owned(tags, self.setup.label())
    }
}
