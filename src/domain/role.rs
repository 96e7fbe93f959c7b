//! IAM roles with the policies that decide what they may do.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::Tags;
use super::policy::Document;

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
    pub trust: Document,
    /// Inline policies by name.
    pub inline: BTreeMap<String, Document>,
    pub attached: Vec<AttachedPolicy>,
    pub permissions_boundary: Option<String>,
    pub tags: Tags,
}

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
