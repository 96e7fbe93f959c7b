//! The accounts of an organization.

use serde::{Deserialize, Serialize};

/// An account as `organizations:ListAccounts` gives it.
/// <https://docs.aws.amazon.com/organizations/latest/APIReference/API_Account.html>
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberAccount {
    /// Twelve digits.
    pub id: String,
    pub name: String,
    /// `ACTIVE`; what is suspended or being closed answers no call.
    pub status: String,
}

impl MemberAccount {
    /// Its proxies can be read.
    pub fn is_active(&self) -> bool {
        self.status == "ACTIVE"
    }
}
