//! Observed + a goal → Plan: a path moves from the database to its proxy, or to another way of logging in,
//! and everybody else on the proxy keeps theirs.
//!
//! Two plans each, both pure. The first only adds, and moves the function last, so that the old way goes on
//! working and all of it can be taken back. The second, on request, takes the old way away: the point of no
//! return for whoever still comes by it.
//!
//! A login moves by a user of its own, as AWS's order of a migration has it: rights first, then the proxy
//! takes both logins, then one function after the other, what is left over last. What one database user may
//! do is never changed under those who log in as that user.
//! <https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-iam-migration.html>

mod direct;
mod finish;
mod login;
mod now;

pub use login::secret_name;
pub use now::{Course, Moves, OldWay, moves, old_way, suggested_user};

use super::{Action, Aim, AsFound, Conflict, Plan, Step};
use crate::domain::finding::Finding;
use crate::domain::function::Function;
use crate::domain::observed::Observed;
use crate::domain::output::Outputs;
use crate::domain::setup::Page;
use crate::text::t;

/// The way of logging in that a function moves to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NewLogin {
    /// The function sends a token, and the proxy logs in with a secret.
    StandardIam,
    /// Tokens on both sides.
    EndToEndIam,
}

/// Which of the two plans is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Migration {
    /// The function goes through the proxy; the direct way stays.
    ThroughProxy,
    /// The direct way goes.
    CloseDirect,
    /// Logins the new way are taken beside the old one, as this database user; the observed function,
    /// where there is one, moves to it.
    Login { login: NewLogin, user: String },
    /// The old user's login goes from the proxy.
    EndLogin { old: String },
}

impl Migration {
    /// It takes the old way away.
    pub fn ends_old_way(&self) -> bool {
        matches!(self, Self::CloseDirect | Self::EndLogin { .. })
    }
}

/// The plan, or everything that stands in the way. `others` are the functions of account and region, as
/// far as they were read; `None` where they could not be.
pub fn migrate<'a>(
    observed: &Observed,
    findings: impl IntoIterator<Item = &'a Finding>,
    others: Option<&[Function]>,
    wish: &Migration,
) -> Result<Plan, Vec<Conflict>> {
    let findings: Vec<&Finding> = findings.into_iter().collect();
    let steps = match wish {
        Migration::ThroughProxy => direct::through_proxy(observed, &findings)?,
        Migration::CloseDirect => direct::close(observed, &findings, others)?,
        Migration::Login { login, user } => {
            direct::is_through(&findings)?;
            login::start(observed, *login, user)?
        }
        Migration::EndLogin { old } => finish::end_login(observed, others, old)?,
    };
    Ok(Plan { aim: Aim::Repair(AsFound::new(observed)), steps: in_turn(steps), known: Outputs::default() })
}

/// The proxy takes a login that it did not take before: its user has to be made in the database.
pub fn makes_login(plan: &Plan) -> bool {
    plan.changes().any(|step| matches!(step.action, Action::ModifyProxy(_) | Action::CreateSecret(_)))
}

/// One after the other: what a step leaves is what the next one finds, and each can be looked at before it.
fn in_turn(mut steps: Vec<Step>) -> Vec<Step> {
    let mut last = None;
    for step in &mut steps {
        if let Some(last) = last.replace(step.id.clone())
            && !step.needs.contains(&last)
        {
            step.needs.push(last);
        }
    }
    steps
}

/// Something keeps a migration from being planned.
fn conflict(page: Page, title: String, cure: impl Into<String>) -> Conflict {
    Conflict { page, title, cure: cure.into() }
}

fn unread(what: &str) -> Conflict {
    conflict(Page::Proxy, t!("migrate-unread", what = what), t!("migrate-unread-cure"))
}
