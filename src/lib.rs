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

pub mod accounts;
pub mod advise;
pub mod apply;
pub mod aws;
pub mod baseline;
pub mod bundle;
pub mod cli;
pub mod cloud;
pub mod design;
pub mod discover;
pub mod disk;
pub mod domain;
pub mod earlier;
pub mod export;
pub mod fleet;
pub mod gui;
pub mod load;
pub mod migration;
pub mod monitor;
pub mod plan;
pub mod practice;
pub mod probe;
pub mod project;
pub mod prove;
pub mod report;
pub mod rules;
pub mod settings;
pub mod support;
pub mod sweep;
pub mod text;
pub mod tunnel;
pub mod words;
