//! What there is to choose from, as rows: databases, functions and proxies with their facts, what cannot be
//! used and why. The window's pickers and `list` show the same ones.

mod databases;
mod functions;
mod profiles;
mod proxies;

pub use databases::{databases, short_version};
pub use functions::{FunctionPlace, functions, place};
pub use profiles::profile_kind;
pub use proxies::proxy_facts;

use crate::domain::observed::Unreadable;

/// A thing to choose, the likely ones first.
#[derive(Debug, Clone, PartialEq)]
pub struct ListedRow<'a, T> {
    pub thing: &'a T,
    /// What tells it from others, most telling first.
    pub facts: String,
    /// Its size.
    pub size: String,
    /// Why it cannot be chosen.
    pub blocked: Option<String>,
    /// The most likely one of all.
    pub recommended: bool,
}

/// Sources of the list of databases that could not be read.
pub fn database_sources(unreadable: &[Unreadable]) -> Vec<&Unreadable> {
    unreadable.iter().filter(|source| !source.operation.starts_with("lambda:")).collect()
}

/// Sources of the list of functions that could not be read.
pub fn function_sources(unreadable: &[Unreadable]) -> Vec<&Unreadable> {
    unreadable.iter().filter(|source| source.operation.starts_with("lambda:")).collect()
}
