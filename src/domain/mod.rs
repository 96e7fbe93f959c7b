//! Plain values: what an account, a database, a function, a proxy are. std and serde only.
//!
//! Field names follow AWS's own. Nothing here reads, decides a default or talks to anything:
//! defaults are in [`crate::design`], verdicts in [`crate::rules`].

pub mod account;
pub mod alarm;
pub(crate) mod api_name;
mod api_words;
pub mod arn;
pub(crate) mod call;
pub mod choices;
pub(crate) mod cli_command;
pub(crate) mod console;
pub mod database;
pub(crate) mod difference;
pub mod export_part;
pub mod finding;
pub mod function;
pub mod handler_language;
pub(crate) mod json;
pub(crate) mod mask;
pub(crate) mod mend;
pub mod monitoring;
pub(crate) mod nearest;
pub mod network;
pub mod observed;
pub(crate) mod organization;
pub mod output;
pub mod outside;
pub mod policy;
pub(crate) mod powershell;
pub mod proxy;
pub(crate) mod proxy_at;
pub(crate) mod recorded_change;
pub(crate) mod region;
pub mod role;
pub(crate) mod runtime;
pub mod secret;
pub(crate) mod secrets_extension;
pub(crate) mod service;
pub mod setup;
pub mod shell;
pub mod sign_in;
pub(crate) mod stored;
pub(crate) mod trace;

use std::collections::BTreeMap;

/// Seconds since 1970-01-01 UTC.
pub type UnixSeconds = i64;

/// Resource tags, in key order so that everything printed from them is stable.
pub type Tags = BTreeMap<String, String>;

/// Tags as AWS's JSON list.
pub fn tag_list(tags: &Tags) -> serde_json::Value {
    tags.iter().map(|(key, value)| serde_json::json!({ "Key": key, "Value": value })).collect()
}

/// Tag that marks what the wizard made; its value is the program's name.
pub const TAG_MADE_BY: &str = "made-by";
/// Tag with the name of the setup (the proxy's name).
pub const TAG_SETUP: &str = "rds-proxy-wizard:setup";
/// Tag with the id of the run, so that a resumed run recognises what it made before a crash.
pub const TAG_RUN: &str = "rds-proxy-wizard:run";
/// Tag of the function that connects for a moment where another function stands.
pub const TAG_PROBE: &str = "rds-proxy-wizard:probe";
/// Value of [`TAG_MADE_BY`].
pub const PROGRAM: &str = "rds-proxy-wizard";

/// Whether these tags say that a thing is the own of the setup with this name: an apply or an exported
/// script made it.
#[must_use]
pub fn is_owned(tags: &Tags, setup: &str) -> bool {
    tags.get(TAG_MADE_BY).is_some_and(|by| by == PROGRAM) && tags.get(TAG_SETUP).is_some_and(|name| name == setup)
}
