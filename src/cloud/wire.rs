//! How a connection to a database is opened from this machine.

use std::sync::Arc;

use super::token::TokenSource;

/// What carries a connection from here to a database of the account.
#[derive(Clone)]
pub enum Wire {
    /// The network; login tokens are signed here.
    Network(Arc<dyn TokenSource>),
    /// There is none: the account itself says how far a connection would get.
    Simulated(Arc<dyn Simulated>),
}

/// An account that answers in the place of its network.
pub trait Simulated: Send + Sync {
    /// The answer to a question of [`crate::probe::inside`], as the probe's program would give it here.
    fn connect(&self, question: &str) -> String;

    /// What the AWS CLI prints after these words, or what it says on standard error.
    fn aws_cli(&self, words: &[&str]) -> Result<String, String>;
}
