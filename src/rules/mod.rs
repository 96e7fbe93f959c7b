//! Observed → Findings. Pure: one file per rule or small family, registered in [`RULES`].
//!
//! A rule that lacks a fact yields *unknown* with the reason and the permission that would decide
//! it, never a pass. Only what is certain is called an error. Codes are those of the failure
//! catalogue; a rule's title, reason, cure and source stand in its constant, and every front end
//! takes them from there.
//!
//! To add one: a constant in the file whose reading it shares, one line in [`RULES`], and
//! `tests/data/rules/<code>/{flagged,clean}.json`.

mod cidr;
mod command;
mod facts;
mod follows;
mod path;
mod proxy_status;
mod rule;
mod sg_chain;
mod sg_open;
mod targets;
mod verdict;

pub use facts::Need;
pub use rule::{Check, Gap, Rule, Seen, Stop};
pub use verdict::{Unknown, Verdict, check_all};

/// Every rule, in the order of the path: function, its way to the proxy, the proxy, its role and
/// secret, its way to the database, the database.
pub static RULES: &[Rule] = &[
    sg_chain::LAMBDA_EGRESS,
    sg_chain::PROXY_INGRESS,
    proxy_status::NOT_AVAILABLE,
    proxy_status::INCOMPATIBLE_NETWORK,
    proxy_status::INSUFFICIENT_LIMITS,
    proxy_status::SUSPENDED,
    targets::AUTH_FAILURE,
    sg_chain::SHARED_WITHOUT_SELF,
    sg_chain::PROXY_EGRESS,
    sg_chain::DB_INGRESS,
    sg_open::OPEN_TO_WORLD,
    targets::NONE,
    targets::UNREACHABLE,
    targets::INTERNAL_ERROR,
    targets::CONNECTION_FAILED,
    targets::PENDING_CAPACITY,
    targets::REGISTERING,
    targets::INVALID_REPLICATION,
    targets::NO_WRITER,
];

/// The rule with this code.
#[must_use]
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.code == code)
}
