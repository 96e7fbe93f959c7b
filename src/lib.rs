//! Sets up, checks and exports Amazon RDS Proxy for AWS Lambda functions.
//!
//! Six nouns, in the order in which a run makes them:
//!
//! - [`domain::choices::Choices`]: what the person picked. Small, serialisable, never a secret.
//! - [`domain::observed::Observed`]: what is in the account, each part present, absent or
//!   unreadable, and why.
//! - [`domain::setup::Setup`]: what should be, complete, with the reason of each default.
//! - [`plan::Plan`]: ordered, reversible actions that turn `Observed` into `Setup`.
//! - [`apply::receipt::Receipt`]: what was done, written before and after each write.
//! - [`domain::finding::Finding`]: what a rule saw: code, severity, subject, evidence, fix.
//!
//! Layers, downward only: `gui` and `cli` show, a run in the same `words`; `apply`, `discover`, `probe`,
//! `tunnel`, `prove`, `load` and `migration` are the use cases, `sweep` the one over many accounts; `plan`, `rules`,
//! `monitor`, `advise`, `export`, `fleet`, `baseline`, `earlier` and `design` decide and are pure; `cloud` is
//! the port; `domain` is plain values. `aws` and `practice` implement `cloud`. The test
//! `tests/suite/layers.rs` keeps the walls.
//!
//! Words, one for one thing:
//!
//! - *finding*: what a rule saw at fault; its *evidence* is the facts, its *fix* what a person is told to do.
//! - *mend*: a change that this program can make about a finding; a *wish* is which of them are wanted, and a
//!   *repair* the plan that makes them. A *cure* is what to do about a choice or an error, before any plan.
//! - *hop*: a part of the path from function to database; a *passage* is whether a hop lets through.
//! - *set-up* (the first door) makes things, *validation* (the second) looks at what is there; a *check* is the
//!   validation of a set-up.
//! - *run*: a plan being carried out or undone; its *receipt* is the file of it.
//! - *read*: a question that is asked of an account ([`cloud::Read`]); *observed* is what came of all of them.
//! - *practice account*: the embedded one; a *scenario* is one state of it.
//! - *login*: a database user as a proxy knows it; a *secret* holds its password.
//!
//! Names that several types still share are in `tests/data/names.txt`, which only shrinks.

pub mod accounts;
mod advise;
pub mod apply;
pub mod aws;
pub mod baseline;
pub mod bundle;
pub mod cli;
pub mod cloud;
pub mod design;
pub mod discover;
mod disk;
pub mod domain;
mod earlier;
pub mod export;
pub mod fleet;
pub mod gui;
pub mod load;
pub mod migration;
mod monitor;
pub mod plan;
pub mod practice;
pub mod probe;
mod project;
pub mod prove;
pub mod report;
pub mod rules;
pub mod settings;
pub mod support;
mod sweep;
pub mod text;
mod tunnel;
pub mod words;
