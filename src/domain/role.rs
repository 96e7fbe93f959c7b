//! IAM roles with the policies that decide what they may do.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::policy::Document;
use super::{Tags, UnixSeconds};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AttachedPolicy {
    pub name: String,
    pub arn: String,
    /// `None` where `iam:GetPolicyVersion` was denied.
    pub document: Option<Document>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Role {
    pub name: String,
    pub arn: String,
    pub path: String,
    /// Absent where it has none, and in what was kept before this was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    pub trust: Document,
    /// Inline policies by name.
    pub inline: BTreeMap<String, Document>,
    pub attached: Vec<AttachedPolicy>,
    pub permissions_boundary: Option<String>,
    /// The boundary's document; `None` without one, or where it could not be read.
    #[serde(default)]
    pub boundary: Option<Document>,
    /// Seconds since 1970; a role deleted and made again under its old name is younger than what names it.
    #[serde(default)]
    pub created: Option<UnixSeconds>,
    /// `MaxSessionDuration` in seconds, where it is another than [`MAX_SESSION_SECS`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_session_secs: Option<u32>,
    pub tags: Tags,
}

/// How long a session of a role lasts at most, in seconds, where nobody says otherwise.
/// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html>
pub const MAX_SESSION_SECS: u32 = 3600;

impl Role {
    /// Every readable identity policy, with the name people know it by.
    pub fn policies(&self) -> impl Iterator<Item = (&str, &Document)> {
        self.inline
            .iter()
            .map(|(name, document)| (name.as_str(), document))
            .chain(self.attached.iter().filter_map(|policy| Some((policy.name.as_str(), policy.document.as_ref()?))))
    }

    /// Some attached policy could not be read, so an absent permission proves nothing.
    pub fn partly_unreadable(&self) -> bool {
        self.attached.iter().any(|policy| policy.document.is_none())
    }
}

/// What `iam:SimulatePrincipalPolicy` says of one action of a role: the second opinion to the
/// evaluator of [`crate::rules`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Simulated {
    /// ARN of the role asked about.
    pub principal: String,
    pub action: String,
    pub resource: String,
    /// `allowed`, `explicitDeny` or `implicitDeny`.
    pub decision: String,
    /// `AllowedByOrganizations`; `None` where the simulator does not say.
    pub allowed_by_organizations: Option<bool>,
    /// `AllowedByPermissionsBoundary`; `None` without a boundary.
    pub allowed_by_boundary: Option<bool>,
    /// `SourcePolicyId` of the statements that decided.
    pub matched: Vec<String>,
}
