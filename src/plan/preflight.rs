//! What could stop the plan, told before it begins. Pure over Observed and Plan.

use serde::{Deserialize, Serialize};

use super::Plan;
use crate::domain::observed::Observed;
use crate::domain::setup::Page;

/// Verdict of one check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "verdict")]
pub enum Verdict {
    /// Nothing in the way.
    Passed,
    /// It will work, but.
    Warning,
    /// The plan would fail.
    Error,
    /// Could not be decided.
    Unknown {
        /// The permission that would decide it: `iam:SimulatePrincipalPolicy`.
        permission: Option<String>,
    },
}

/// One check before Apply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// Stable name: `permissions`, `quota`, `addresses`, `zones`, `names`, `borrow-timeout`.
    pub id: String,
    /// How it came out.
    pub verdict: Verdict,
    /// A short sentence, names in backticks.
    pub title: String,
    /// More, where there is more to say; empty otherwise.
    pub detail: String,
    /// The page where it can be cured.
    pub page: Option<Page>,
}

/// What the caller must be allowed to do: IAM action and resource, sorted, each once.
pub fn needed(plan: &Plan) -> Vec<(String, String)> {
    let account = &plan.setup.account;
    let mut needed: Vec<(String, String)> = plan.changes().flat_map(|step| step.action.needed(account)).collect();
    needed.sort();
    needed.dedup();
    needed
}

/// Every check, worst first.
pub fn preflight(observed: &Observed, plan: &Plan) -> Vec<Check> {
    let _ = (observed, plan);
    Vec::new()
}

/// What the plan keeps, as facts: TLS and IAM required, no wildcard, no open range.
pub fn safety(plan: &Plan) -> Vec<Check> {
    let _ = plan;
    Vec::new()
}
