//! Observed + Setup → Plan: the ordered, reversible actions, one file per act.
//!
//! Three ideas:
//!
//! - An [`Action`] is one reversible act: the unit of undoing. It is a closed enum; each arm's
//!   file holds its data, how it describes itself, how it runs and how it is undone, side by side.
//! - A [`Step`] is an action in its place: what it waits for, and whether the account already
//!   has what it would make.
//! - [`build`] is pure: it compares Observed with Setup. Actions do their effects through the
//!   [`crate::cloud::Writer`] they are given; waiting, retrying, receipts and events belong to
//!   [`crate::apply`].

mod action;
pub mod actions;
mod aim;
mod compare;
mod conflict;
mod describe;
mod migrate;
mod notices;
pub mod preflight;
mod probe;
mod removal;
mod repair;
mod set_up;
mod switchover;

pub use action::{AtLimit, Context, Done, Presence, Settled, Undone};
pub use actions::Action;
pub use aim::{Aim, AsFound};
pub use conflict::Conflict;
pub use describe::{Description, DiffKind, DiffLine, Leftover};
pub use migrate::{
    Course, Migration, Moves, NewLogin, OldWay, makes_login, migrate, moves, old_way, secret_name, suggested_user,
};
pub use notices::{Notice, Weight, notices, notices_of_checks};
pub use probe::{PROBE_PREFIX, probe, probe_actions};
pub use removal::remove_endpoint;
pub use repair::{NotMended, Repair, Why, Wish, remaining, repair, watch};
pub use set_up::{ENDPOINT, build, group_id};
pub use switchover::{Switchover, SwitchoverStep, Turn, switchover};

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use crate::domain::Tags;
use crate::domain::account::Account;
use crate::domain::output::{Output, Outputs};
use crate::domain::proxy::AuthMode;
use crate::domain::setup::{Page, Setup};

/// Where a step stands against the account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// Something new.
    Create,
    /// Something there becomes different.
    Change,
    /// Nothing to do; listed so that the whole setup can be seen.
    AlreadySo,
}

/// Stable name of a step inside a plan: `create-proxy`, `authorize-proxy-ingress-function`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StepId(pub String);

impl std::fmt::Display for StepId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for StepId {
    fn from(id: &str) -> Self {
        Self(id.to_owned())
    }
}

/// An action in its place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// Its name in this plan.
    pub id: StepId,
    /// Whether it makes, changes or finds what it wants.
    pub change: Change,
    /// The wizard page whose Edit leads to it.
    pub page: Page,
    /// Steps that must be done first.
    pub needs: Vec<StepId>,
    /// What it does.
    pub action: Action,
}

/// A step as programs read it.
#[derive(Debug, Clone, Serialize)]
pub struct NumberedStep<'a> {
    /// Its place in the plan, from 1.
    pub number: usize,
    /// The step itself.
    #[serde(flatten)]
    pub step: &'a Step,
    /// The step in words.
    pub description: &'a Description,
}

/// Everything to do, in an order in which it may be done one after another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(from = "aim::Written")]
pub struct Plan {
    /// What it is for, and whose.
    #[serde(flatten)]
    pub aim: Aim,
    /// The steps; those that are already so among them.
    pub steps: Vec<Step>,
    /// Outputs that are known from the start, because the thing exists.
    pub known: Outputs,
}

impl Plan {
    /// The account that it is for.
    pub fn account(&self) -> &Account {
        match &self.aim {
            Aim::SetUp(setup) => &setup.account,
            Aim::Repair(found) | Aim::Probe(found) => &found.account,
        }
    }

    /// The setup's name, which is its proxy's.
    pub fn name(&self) -> &str {
        match &self.aim {
            Aim::SetUp(setup) => &setup.name,
            Aim::Repair(found) | Aim::Probe(found) => &found.proxy,
        }
    }

    /// The tags of everything that it makes.
    pub fn tags(&self) -> Tags {
        match &self.aim {
            Aim::SetUp(setup) => setup.tags.clone(),
            Aim::Repair(found) | Aim::Probe(found) => found.tags(),
        }
    }

    /// What should be, where it sets a path up.
    pub fn setup(&self) -> Option<&Setup> {
        match &self.aim {
            Aim::SetUp(setup) => Some(setup),
            Aim::Repair(_) | Aim::Probe(_) => None,
        }
    }

    /// The function at the path's start: its name in a set-up, else its ARN where one was asked about.
    pub fn function(&self) -> Option<&str> {
        match &self.aim {
            Aim::SetUp(setup) => Some(&setup.access.function_name),
            Aim::Repair(found) | Aim::Probe(found) => found.function.as_deref(),
        }
    }

    /// The path that it works on, where it does not set one up.
    pub fn as_found(&self) -> Option<&AsFound> {
        match &self.aim {
            Aim::SetUp(_) => None,
            Aim::Repair(found) | Aim::Probe(found) => Some(found),
        }
    }

    /// The login that it sets up; the usual one where it sets up none.
    pub fn auth_mode(&self) -> AuthMode {
        self.setup().map_or_else(AuthMode::default, |setup| setup.auth_mode)
    }

    /// What it makes is taken back as soon as it has served: an end of the run that leaves it is none.
    pub fn is_temporary(&self) -> bool {
        matches!(self.aim, Aim::Probe(_))
    }

    /// Steps that change something.
    pub fn changes(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(|step| step.change != Change::AlreadySo)
    }

    /// How many steps stand like this.
    pub fn count(&self, change: Change) -> usize {
        self.steps.iter().filter(|step| step.change == change).count()
    }

    /// Nothing to do: the account is as the setup wants it.
    pub fn is_empty(&self) -> bool {
        self.changes().next().is_none()
    }

    /// This step makes something new.
    pub fn creates(&self, id: &str) -> bool {
        self.steps.iter().any(|step| step.id.0 == id && step.change == Change::Create)
    }

    /// The function goes into the VPC.
    pub fn moves_function(&self) -> bool {
        self.changes().any(|step| matches!(&step.action, Action::UpdateFunction(update) if update.network.is_some()))
    }

    /// The proxy is there already and is reused.
    pub fn reuses_proxy(&self) -> bool {
        !self.steps.iter().any(|step| step.change == Change::Create && matches!(step.action, Action::CreateProxy(_)))
    }

    /// The last of the changes that a step waits for.
    pub fn waits_for(&self, step: &Step) -> Option<&Step> {
        self.changes().filter(|other| step.needs.contains(&other.id)).last()
    }

    /// The step with this id.
    pub fn step(&self, id: &StepId) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == *id)
    }

    /// How the step with this id stands, where the plan has one.
    pub fn change(&self, id: &str) -> Option<Change> {
        self.step(&id.into()).map(|step| step.change)
    }

    /// The step's place in the list, from 1.
    pub fn number(&self, id: &StepId) -> Option<usize> {
        self.steps.iter().position(|step| step.id == *id).map(|at| at + 1)
    }

    /// The number of the step that brings this output to light, for `(after step 7)`.
    pub fn source_of(&self, output: Output) -> Option<usize> {
        self.steps.iter().position(|step| step.action.brings().contains(&output)).map(|at| at + 1)
    }

    /// The step in words. Outputs that are known are filled in, the others stand as tokens.
    pub fn describe(&self, step: &Step) -> Description {
        let words = step.action.describe(self.account(), &self.tags()).filled(&self.known);
        if step.change == Change::AlreadySo { words.settled() } else { words }
    }

    /// Usual duration in seconds along the longest chain of steps.
    pub fn usual_secs(&self) -> u64 {
        let mut ends: BTreeMap<&StepId, u64> = BTreeMap::new();
        for step in self.changes() {
            let start = step.needs.iter().filter_map(|need| ends.get(need)).max().copied().unwrap_or(0);
            ends.insert(&step.id, start + step.action.patience().usual_secs);
        }
        ends.values().max().copied().unwrap_or(0)
    }

    /// A step that is still to be done needs the typed password.
    pub fn needs_password(&self) -> bool {
        self.changes().any(|step| step.action.needs_password())
    }
}
