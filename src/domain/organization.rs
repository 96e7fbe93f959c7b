//! The accounts of an organization.

use serde::{Deserialize, Serialize};

use super::api_words::api_words;

api_words! {
    /// `State` of an account, or `Status` where AWS does not say that yet.
    MemberStatus {
        PendingActivation = "PENDING_ACTIVATION",
        Active = "ACTIVE",
        Suspended = "SUSPENDED",
        PendingClosure = "PENDING_CLOSURE",
        Closed = "CLOSED",
    }
}

/// An account as `organizations:ListAccounts` gives it.
/// <https://docs.aws.amazon.com/organizations/latest/APIReference/API_Account.html>
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberAccount {
    /// Twelve digits.
    pub id: String,
    pub name: String,
    /// Only an active account answers calls.
    pub status: MemberStatus,
}

impl MemberAccount {
    /// Its proxies can be read.
    pub fn is_active(&self) -> bool {
        self.status == MemberStatus::Active
    }
}
