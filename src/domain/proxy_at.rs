//! Which proxy of all accounts and regions is meant: names alone are not unique.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A proxy by account number, region and name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct ProxyAt {
    /// Twelve digits.
    pub account: String,
    pub region: String,
    pub name: String,
}

impl ProxyAt {
    pub fn new(account: &str, region: &str, name: &str) -> Self {
        Self { account: account.to_owned(), region: region.to_owned(), name: name.to_owned() }
    }
}

impl fmt::Display for ProxyAt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}/{}", self.account, self.region, self.name)
    }
}
