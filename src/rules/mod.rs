//! Observed → Findings. Pure: one file per rule or small family; a folder per [`Group`].
//!
//! A rule that lacks a fact yields *unknown* with the reason and the permission that would decide
//! it, never a pass. Only what is certain is called an error. Codes are those of the failure
//! catalogue; a rule's severity, source and check stand in its constant, its title, reason and cure in
//! `assets/i18n/en/rules-*.ftl` under its code, and every front end takes them from there.
//!
//! To add one: a constant in the file whose reading it shares, one line in its group, its words
//! in the catalogue, and `tests/data/rules/<code>/{flagged,clean}.json`.

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
mod targets;
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
    line_head, list_value, markdown, page, passage_class, passage_words, plain, sarif, sarif_with, severity_class,
    severity_in_line, severity_words, table, text,
};
pub use rule::Rule;
pub use tally::Tally;
pub use unknown::{Missing, Unknown, Waiting, Wants, allowing};
pub use user::{MayBe, connects_directly, database_user, logs_in_as};
pub use variables::variables;
pub use verdict::{Verdict, check, check_all};
pub use wording::subject_word;

/// The rules about one part of the path.
pub struct Group {
    /// One word: the folder of its rules.
    pub name: &'static str,
    pub rules: &'static [Rule],
}

/// Every group, in the order of the path.
pub const GROUPS: &[Group] = &[
    Group { name: "function", rules: function::RULES },
    Group { name: "network", rules: network::RULES },
    Group { name: "connect", rules: connect::RULES },
    Group { name: "proxy", rules: proxy::RULES },
    Group { name: "role", rules: role::RULES },
    Group { name: "secret", rules: secret::RULES },
    Group { name: "target", rules: targets::RULES },
    Group { name: "database", rules: database::RULES },
    Group { name: "operation", rules: operation::RULES },
];

/// Every rule of every group.
pub static RULES: LazyLock<Vec<&'static Rule>> =
    LazyLock::new(|| GROUPS.iter().flat_map(|group| group.rules).collect());

/// The rule with this code.
#[must_use]
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.code == code)
}
