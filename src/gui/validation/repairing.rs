//! What the program can mend of what was found, and the repair that is under review. Pure: a repair
//! is carried out like any other plan.

use std::collections::BTreeSet;

use super::Part;
use crate::domain::alarm::MetricAlarm;
use crate::domain::finding::{Finding, Severity};
use crate::domain::observed::{Observed, Part as Observing, Permission};
use crate::domain::proxy_at::ProxyAt;
use crate::gui::checked::Checked;
use crate::migration::Migrating;
use crate::plan::preflight::{Check, of_migration, of_repair};
use crate::plan::{Migration, Plan, Repair, Why, Wish, repair, watch};

/// What can be mended, for the buttons that offer it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mendable {
    /// Codes of the findings that can be mended by themselves, safely or not.
    pub codes: BTreeSet<String>,
    /// How many findings are mended by what takes nothing away from anybody.
    pub safe: usize,
}

impl Mendable {
    pub fn in_checked(checked: &Checked) -> Self {
        let mended = |wish: &Wish| {
            let made = repair(&checked.observed, checked.verdict.causes(), wish);
            if made.plan.is_empty() { Vec::new() } else { made.mended }
        };
        let with_mends = || checked.verdict.causes().filter(|finding| !finding.mends.is_empty());
        let codes = with_mends().flat_map(|finding| mended(&Wish::Codes(vec![finding.code.clone()]))).collect();
        let safe = mended(&Wish::Safe);
        let safely = |finding: &&Finding| finding.is_safely_mended() && safe.contains(&finding.code);
        Self { codes, safe: with_mends().filter(safely).count() }
    }
}

/// A finding that the repair leaves.
#[derive(Debug, Clone, PartialEq)]
pub struct Stays {
    pub finding: Finding,
    pub why: Why,
}

/// A repair under review.
#[derive(Debug, Clone)]
pub struct Repairing {
    /// The page that leads to it.
    pub from: Part,
    /// What it moves, where it does.
    pub migration: Option<Migration>,
    pub plan: Plan,
    /// What it mends.
    pub mends: Vec<Finding>,
    /// What was wished for as well, and any error, that stays.
    pub stays: Vec<Stays>,
    /// What could stop it.
    pub checks: Vec<Check>,
    observed: Observed,
}

impl Repairing {
    /// The repair that fulfils a wish; `None` when there is nothing to change.
    pub fn planned(checked: &Checked, wish: &Wish) -> Option<Self> {
        let Repair { plan, mended, left } = repair(&checked.observed, checked.verdict.causes(), wish);
        if plan.is_empty() {
            return None;
        }
        let of_code = |code: &str| -> Vec<Finding> {
            checked.verdict.causes().filter(|finding| finding.code == code).cloned().collect()
        };
        let codes: BTreeSet<&String> = mended.iter().collect();
        let mends = checked.verdict.causes().filter(|finding| codes.contains(&finding.code)).cloned().collect();
        let mut seen = BTreeSet::new();
        let stays = left
            .iter()
            .filter(|left| !codes.contains(&left.code) && seen.insert(left.code.as_str()))
            .flat_map(|left| of_code(&left.code).into_iter().map(|finding| Stays { finding, why: left.why }))
            .collect();
        let observed = checked.observed.clone();
        let checks = of_repair(&observed, &plan);
        Some(Self { from: Part::Findings, migration: None, plan, mends, stays, checks, observed })
    }

    /// Whether it is about this proxy.
    pub fn is_of(&self, at: &ProxyAt) -> bool {
        self.plan.as_found().is_some_and(|found| found.at() == *at)
    }

    /// Errors that are there after it.
    pub fn errors_left(&self) -> Vec<&Stays> {
        self.stays.iter().filter(|stays| stays.finding.severity == Severity::Error).collect()
    }

    /// The plan that makes these alarms. Of the account, no more than the proxy need be known.
    pub fn alarms(observed: Observed, alarms: Vec<MetricAlarm>) -> Self {
        let plan = watch(&observed, alarms);
        let checks = of_repair(&observed, &plan);
        Self::plain(Part::Monitor, None, plan, observed, checks)
    }

    /// The plan that takes an endpoint away.
    pub fn removal(observed: Observed, plan: Plan) -> Self {
        let checks = of_repair(&observed, &plan);
        Self::plain(Part::Endpoints, None, plan, observed, checks)
    }

    /// The plan of a migration.
    pub fn migration(migrating: Migrating) -> Self {
        let checks = migrating.checks();
        let Migrating { wish, plan, observed } = migrating;
        Self::plain(Part::Migrate, Some(wish), plan, observed, checks)
    }

    /// One that mends nothing.
    fn plain(from: Part, migration: Option<Migration>, plan: Plan, observed: Observed, checks: Vec<Check>) -> Self {
        Self { from, migration, plan, mends: Vec::new(), stays: Vec::new(), checks, observed }
    }

    /// The old way goes: for whoever still comes by it there is no return.
    pub fn ends_old_way(&self) -> bool {
        self.migration.as_ref().is_some_and(Migration::ends_old_way)
    }

    /// Takes in what the caller may do.
    pub fn receive_permissions(&mut self, permissions: Observing<Vec<Permission>>) {
        self.observed.permissions = permissions;
        self.checks = match &self.migration {
            Some(wish) => of_migration(&self.observed, wish, &self.plan),
            None => of_repair(&self.observed, &self.plan),
        };
    }
}
