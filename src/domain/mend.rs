//! What would mend a finding, as data: the plan engine turns it into reviewed, reversible actions.
//!
//! A finding without one needs a person: its text says what to do.

use serde::{Deserialize, Serialize};

use super::alarm::MetricAlarm;
use super::network::{Direction, NetworkAclEntry, SecurityGroupRule, VpcAttribute};
use super::policy::Document;
use super::proxy::IamAuth;

/// One change that an account lacks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "mend")]
pub enum Mend {
    /// TCP between two groups.
    AllowGroup {
        /// The group the rule is written into.
        group: String,
        direction: Direction,
        port: u16,
        /// The group it refers to.
        peer: String,
    },
    /// An inline policy of a role, with its whole content.
    PutRolePolicy { role: String, policy: String, document: Document },
    /// `AWSLambdaVPCAccessExecutionRole` for the function's role.
    AttachVpcAccess { role: String },
    /// `RequireTLS=true`.
    RequireTls,
    /// `DebugLogging=false`.
    DebugLoggingOff,
    /// `IAMAuth` of every secret of the proxy.
    SetIamAuth(IamAuth),
    /// `IdleClientTimeout`, seconds.
    IdleClientTimeout(u32),
    /// `ConnectionBorrowTimeout`, seconds: how long every client of the proxy waits before it is refused.
    BorrowTimeout(u32),
    /// `MaxConnectionsPercent`.
    MaxConnectionsPercent(u8),
    /// IAM database authentication on the database.
    EnableDatabaseIamAuth,
    /// A variable of the function.
    SetVariable { name: String, value: String },
    /// An alarm on the proxy.
    PutAlarm(MetricAlarm),
    /// Days that a log is kept.
    KeepLog { group: String, days: u32 },
    /// Export of one of the database's logs to CloudWatch.
    ExportLog { log: String },
    /// The function's own timeout, seconds.
    FunctionTimeout(u32),
    /// DNS in a VPC.
    VpcAttribute { vpc: String, attribute: VpcAttribute },
    /// An entry of a network ACL, in front of the one that stops packets.
    AllowInAcl { acl: String, entry: NetworkAclEntry },
    /// A rule goes: one open to the world, once the narrow one is there, or the way past the proxy.
    RevokeRule { group: String, rule: SecurityGroupRule },
    /// The function goes into the proxy's VPC, with a group of its own that the proxy lets in.
    JoinVpc,
}

impl Mend {
    /// It takes nothing away from anybody who is served today. What cuts somebody off, or sends
    /// traffic another way, is for a person to choose.
    pub fn is_safe(&self) -> bool {
        match self {
            Self::AllowGroup { .. }
            | Self::PutRolePolicy { .. }
            | Self::AttachVpcAccess { .. }
            | Self::DebugLoggingOff
            | Self::FunctionTimeout(_)
            | Self::EnableDatabaseIamAuth => true,
            Self::RequireTls
            // Who waited long enough for a connection is refused, or hangs for longer.
            | Self::BorrowTimeout(_)
            // They hold for the whole VPC, or for whole subnets.
            | Self::VpcAttribute { .. }
            | Self::AllowInAcl { .. }
            | Self::RevokeRule { .. }
            // It loses its way to the internet.
            | Self::JoinVpc
            | Self::SetIamAuth(_)
            | Self::IdleClientTimeout(_)
            | Self::MaxConnectionsPercent(_)
            | Self::SetVariable { .. }
            // They are paid for by the month, and lines of the log go.
            | Self::PutAlarm(_)
            | Self::KeepLog { .. }
            | Self::ExportLog { .. } => false,
        }
    }
}
