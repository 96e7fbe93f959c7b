//! Observed → Findings. Pure: one file per rule or small family; a folder per [`Group`].
//!
//! A rule that lacks a fact yields *unknown* with the reason and the permission that would decide
//! it, never a pass. Only what is certain is called an error. Codes are those of the failure
//! catalogue; a rule's title, reason, cure and source stand in its constant, and every front end
//! takes them from there.
//!
//! To add one: a constant in the file whose reading it shares, one line in its group, and
//! `tests/data/rules/<code>/{flagged,clean}.json`.

mod command;
mod connect;
mod database;
mod environment;
mod facts;
mod function;
mod iam;
mod login;
mod network;
mod operation;
mod password;
mod path;
mod picture;
mod proxy;
mod render;
mod role;
mod rule;
mod secret;
mod tally;
mod target;
mod unknown;
mod user;
mod variables;
mod verdict;
mod wording;

use std::sync::LazyLock;

pub use facts::Need;
pub use iam::{function_may_read, simulated_questions};
pub use login::Login;
pub use operation::{log_signs, metrics};
pub use picture::{Passage, PathBox, PathHop, Picture, passages, picture};
pub use render::{
    Absent, EarlierRun, LIST_SCHEMA, Reported, SCHEMA, accepted_words, finding_markdown, html, json, json_value,
    list_value, markdown, page, passage_class, passage_words, plain, sarif, sarif_with, severity_class, severity_words,
    table, text,
};
pub use rule::{Check, Cure, Gap, Rule, Seen, Stop};
pub use tally::Tally;
pub use unknown::{Missing, Unknown, Waiting, Wants, allowing};
pub use user::{MayBe, User, connects_directly, database_user, logs_in_as};
pub use variables::{Variables, variables};
pub use verdict::{Verdict, check_all};

/// The rules about one part of the path.
pub struct Group {
    /// As a headline.
    pub title: &'static str,
    pub rules: &'static [Rule],
}

/// Every group, in the order of the path.
pub const GROUPS: &[Group] = &[
    Group { title: "The function: state, code, settings, environment", rules: function::RULES },
    Group { title: "The network from the function to the proxy and on to the database", rules: network::RULES },
    Group { title: "The login of the function: rds-db:connect and tokens", rules: connect::RULES },
    Group { title: "The proxy: status, login and settings", rules: proxy::RULES },
    Group { title: "The role of the proxy", rules: role::RULES },
    Group { title: "The secrets of the proxy", rules: secret::RULES },
    Group { title: "The targets of the proxy", rules: target::RULES },
    Group { title: "The database behind the proxy", rules: database::RULES },
    Group { title: "Operation: alarms, logs, quotas, cost", rules: operation::RULES },
];

/// Every rule of every group.
pub static RULES: LazyLock<Vec<&'static Rule>> =
    LazyLock::new(|| GROUPS.iter().flat_map(|group| group.rules).collect());

/// The rule with this code.
#[must_use]
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.code == code)
}
