//! An account and region, and how it was reached.

use crate::cloud::{CloudError, ErrorKind};
use crate::domain::account::Account;
use crate::domain::outside::one_line;

/// What opened an account.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Through {
    /// The profile, where one is named.
    pub profile: Option<String>,
    /// The account's name in its organization, where a role was assumed in it.
    pub member: Option<String>,
}

/// An account and region whose proxies were listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadPlace {
    pub account: Account,
    pub through: Through,
    /// How many proxies are there.
    pub proxies: usize,
}

/// An account, or a region of it, that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadPlace {
    pub through: Through,
    /// Its number, where that is known without opening it.
    pub account: Option<String>,
    /// Where one was named.
    pub region: Option<String>,
    pub error: CloudError,
}

/// A way into an account and region that another way leads to as well: it is read once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SamePlace {
    pub through: Through,
    pub account: String,
    pub region: String,
}

impl SamePlace {
    /// The way as far as it has a name: the account's in its organization, or the profile.
    pub fn way(&self) -> String {
        let known = self.through.member.as_ref().or(self.through.profile.as_ref());
        one_line(known.map_or(self.account.as_str(), String::as_str)).into_owned()
    }
}

impl ReadPlace {
    /// The account's name in words.
    pub fn name(&self) -> &str {
        self.through.member.as_deref().unwrap_or(self.account.label())
    }

    pub(super) fn order(&self) -> (&str, &str, &str) {
        (self.name(), &self.account.id, &self.account.region)
    }
}

impl UnreadPlace {
    /// The account as far as it is known: its name, the profile that leads there, or its number.
    pub fn name(&self) -> String {
        let known = self.through.member.as_ref().or(self.through.profile.as_ref()).or(self.account.as_ref());
        one_line(known.map_or("", String::as_str)).into_owned()
    }

    /// Signing in again would cure it.
    pub fn is_signed_out(&self) -> bool {
        self.error.has_kind(ErrorKind::Expired) || self.error.has_kind(ErrorKind::NoCredentials)
    }

    /// Why, in AWS's words, on one line.
    pub fn because(&self) -> String {
        one_line(&self.error.code_and_message().to_string()).into_owned()
    }

    pub(super) fn order(&self) -> (String, Option<&str>) {
        (self.name(), self.region.as_deref())
    }
}
