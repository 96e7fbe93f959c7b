//! What follows from choices and account: the setup, its plan, and what preflight says of it.
//!
//! Recomputed whenever one of the two changes; pure and quick, so no page ever shows an old
//! design.

use crate::design::{Problem, max_connections, reserved_together, sketch};
use crate::domain::choices::Choices;
use crate::domain::observed::Observed;
use crate::domain::setup::{Page, Setup};
use crate::plan::preflight::{Check, preflight, safety};
use crate::plan::{Conflict, Notice, Plan, build, notices};

#[derive(Debug, Default)]
pub struct Designed {
    /// As far as it can be drawn: while one answer is mended the others go on showing what they do.
    /// What stands in the way keeps it from being planned, applied and exported.
    pub setup: Option<Setup>,
    pub plan: Option<Plan>,
    pub preflight: Vec<Check>,
    pub safety: Vec<Check>,
    /// What stands in the way now.
    pub problems: Vec<Problem>,
    pub conflicts: Vec<Conflict>,
    /// What the database allows by its parameters, where they and its size are known.
    pub max_connections: Option<u32>,
    /// The functions' reserved concurrency together, where each of them has one.
    pub reserved_concurrency: Option<u32>,
    /// Counts up with every change, for caches.
    pub version: u64,
    /// The account has not been read for the present choices, or a run has changed it since. What
    /// is shown stays; nothing may be applied.
    pub stale: bool,
}

impl Designed {
    /// Designs anew.
    pub fn update(&mut self, choices: &Choices, observed: &Observed) {
        self.version += 1;
        self.problems.clear();
        self.conflicts.clear();
        self.max_connections =
            observed.database.present().and_then(|database| max_connections(database, &observed.parameters));
        self.reserved_concurrency = reserved_together(observed).present().copied();
        let (setup, problems) = sketch(choices, observed);
        self.problems = problems;
        let Some(setup) = setup else { return };
        match build(observed, &setup) {
            Ok(plan) => {
                self.preflight = preflight(observed, &setup, &plan);
                self.safety = safety(&setup, &plan);
                self.plan = Some(plan);
            }
            Err(conflicts) => self.conflicts = conflicts,
        }
        self.setup = Some(setup);
    }

    /// Everything that was noticed about the plan, the worst first.
    pub fn notices(&self) -> Vec<Notice> {
        let checks = self.preflight.iter().chain(&self.safety);
        match (self.shown_plan(), &self.setup) {
            (Some(_), Some(setup)) => notices(setup, checks),
            _ => Vec::new(),
        }
    }

    /// Shows what a run was made from, until the account has been read again.
    pub fn restore(&mut self, plan: &Plan) {
        self.forget();
        self.setup = plan.setup().cloned();
        self.plan = Some(plan.clone());
        self.stale = true;
    }

    /// Forgets the design of another database or function.
    pub fn forget(&mut self) {
        *self = Self { version: self.version + 1, stale: self.stale, ..Self::default() };
    }

    /// The plan, when nothing stands in its way and it is of the account as it is.
    pub fn current_plan(&self) -> Option<&Plan> {
        if self.stale { None } else { self.shown_plan() }
    }

    /// The plan to show: the last one while the account is read again.
    pub fn shown_plan(&self) -> Option<&Plan> {
        if self.is_blocked() { None } else { self.plan.as_ref() }
    }

    pub fn is_blocked(&self) -> bool {
        !self.problems.is_empty() || !self.conflicts.is_empty()
    }

    /// The first thing wrong with a page, in words.
    pub fn trouble_on(&self, page: Page) -> Option<&str> {
        let problem = self.problems.iter().find(|problem| problem.page == page).map(|problem| problem.title.as_str());
        problem.or_else(|| {
            self.conflicts.iter().find(|conflict| conflict.page == page).map(|conflict| conflict.title.as_str())
        })
    }

    /// What is wrong with one choice, by its path in the choices file.
    pub fn problem_with(&self, field: &str) -> Option<&Problem> {
        self.problems.iter().find(|problem| problem.field == field)
    }

    /// The first page that needs attention.
    pub fn first_trouble(&self) -> Option<Page> {
        let problem = self.problems.iter().map(|problem| problem.page);
        problem.chain(self.conflicts.iter().map(|conflict| conflict.page)).min()
    }

    /// Why a value is what it is, by the API's field name.
    pub fn reason(&self, field: &str) -> String {
        self.setup.as_ref().and_then(|setup| setup.reasons.get(field)).map(ToString::to_string).unwrap_or_default()
    }
}
