//! What CloudTrail recorded of a change to a thing.

use serde::{Deserialize, Serialize};

use super::UnixSeconds;

/// A call that changed something, and succeeded.
/// <https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html>
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedChange {
    pub at: UnixSeconds,
    /// ARN of who called, or the name that CloudTrail gives.
    pub by: String,
    /// `ec2:RevokeSecurityGroupIngress`.
    pub call: String,
    pub fields: Vec<ChangedField>,
}

/// One parameter of the call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangedField {
    pub name: String,
    /// What it was before, where the event has that too.
    pub old: Option<String>,
    pub new: String,
}
