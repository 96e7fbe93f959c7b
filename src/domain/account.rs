//! Whose account this is, and how careful to be with it.

use serde::{Deserialize, Serialize};

use super::region::is_region_name;
use super::shell::word;

use crate::text::t;

/// Whether calls go to AWS or to the embedded practice account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    #[default]
    Practice,
    Live,
}

/// The account, region and principal that all calls of a session go to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Account {
    /// Twelve digits.
    pub id: String,
    /// The account alias, where `iam:ListAccountAliases` could be read and one is set.
    pub alias: Option<String>,
    /// `aws`, `aws-cn` or `aws-us-gov`.
    pub partition: String,
    pub region: String,
    /// ARN of the caller, as `sts:GetCallerIdentity` gives it.
    pub principal: String,
    pub mode: Mode,
}

/// What stands where an account or region should be is none. ARNs, commands and addresses are made
/// of them.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAnAccount {
    #[error("{}", t!("error-account-id", text = .0))]
    Id(String),
    #[error("{}", t!("error-account-region", text = .0))]
    Region(String),
}

impl Account {
    /// Holds an account that was read somewhere against the form that AWS's own have.
    pub fn check(&self) -> Result<(), NotAnAccount> {
        if self.id.len() != 12 || !self.id.bytes().all(|b| b.is_ascii_digit()) {
            return Err(NotAnAccount::Id(self.id.clone()));
        }
        if !is_region_name(&self.region) {
            return Err(NotAnAccount::Region(self.region.clone()));
        }
        Ok(())
    }

    /// The name people know the account by: its alias, else its number.
    pub fn label(&self) -> &str {
        self.alias.as_deref().unwrap_or(&self.id)
    }

    /// The same account and region, whoever opened it.
    pub fn is_same_place(&self, other: &Self) -> bool {
        self.id == other.id && self.region == other.region && self.mode == other.mode
    }

    /// The number in groups of four, easier to compare by eye: `4821-7730-1156`.
    pub fn grouped_id(&self) -> String {
        let digits: Vec<char> = self.id.chars().collect();
        digits.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
    }

    /// An ARN in this account and region.
    pub fn arn(&self, service: &str, resource: &str) -> String {
        format!("arn:{}:{service}:{}:{}:{resource}", self.partition, self.region, self.id)
    }

    /// An ARN of a service without regions (IAM).
    pub fn global_arn(&self, service: &str, resource: &str) -> String {
        format!("arn:{}:{service}::{}:{resource}", self.partition, self.id)
    }

    /// ARN of a policy that AWS manages, such as `service-role/AWSLambdaVPCAccessExecutionRole`.
    pub fn managed_policy_arn(&self, name: &str) -> String {
        format!("arn:{}:iam::aws:policy/{name}", self.partition)
    }

    /// The DNS suffix of the partition's service endpoints.
    pub fn dns_suffix(&self) -> &'static str {
        if self.partition == "aws-cn" { "amazonaws.com.cn" } else { "amazonaws.com" }
    }
}

/// How a profile of the AWS configuration gets its credentials.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProfileKind {
    Sso,
    AccessKey,
    /// Assumes a role with another profile's credentials.
    AssumeRole,
    WebIdentity,
    CredentialProcess,
    /// `aws login`: a session of the console (`login_session`).
    /// <https://docs.aws.amazon.com/sdkref/latest/guide/access-login.html>
    ConsoleLogin,
    /// Names no credentials of its own.
    Other,
}

/// A profile of the AWS configuration, read without asking anything of the network.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    pub name: String,
    pub kind: ProfileKind,
    pub region: Option<String>,
    /// `sso_session`, where the profile names one.
    pub sso_session: Option<String>,
    /// The MFA device that shows a code, where a role on the way to this profile's credentials wants one.
    pub mfa_serial: Option<String>,
}

impl Profile {
    /// The program signs it in by itself, with a code.
    pub fn signs_in_here(&self) -> bool {
        self.kind == ProfileKind::Sso || self.mfa_serial.is_some()
    }

    /// The command that signs in again; one SSO login serves every profile of a session.
    pub fn login_command(&self) -> Option<String> {
        let Self { name, kind, sso_session, .. } = self;
        match (kind, sso_session) {
            (ProfileKind::Sso, Some(session)) => Some(format!("aws sso login --sso-session {}", word(session))),
            (ProfileKind::Sso, None) => Some(format!("aws sso login --profile {}", word(name))),
            (ProfileKind::ConsoleLogin, _) => Some(format!("aws login --profile {}", word(name))),
            _ => None,
        }
    }
}

/// The partition a region belongs to, told by its name.
pub fn partition_of(region: &str) -> &'static str {
    if region.starts_with("cn-") {
        "aws-cn"
    } else if region.starts_with("us-gov-") {
        "aws-us-gov"
    } else {
        "aws"
    }
}

/// The region where IAM's control plane is, and with it CloudTrail's record of its changes; `None` for a
/// partition that this program does not know.
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/disaster-recovery-resiliency.html>,
/// <https://docs.aws.amazon.com/general/latest/gr/iam-service.html>
pub fn iam_region(partition: &str) -> Option<&'static str> {
    match partition {
        "aws" => Some("us-east-1"),
        "aws-cn" => Some("cn-north-1"),
        "aws-us-gov" => Some("us-gov-west-1"),
        _ => None,
    }
}

/// Who the credentials are: the answer of `sts:GetCallerIdentity`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Caller {
    pub account: String,
    pub arn: String,
}

impl Caller {
    /// The identity that `iam:SimulatePrincipalPolicy` accepts: the role behind an
    /// assumed-role session, else the ARN itself.
    ///
    /// A role's path is not part of the session ARN, so for roles with a path the result names a
    /// role that does not exist and simulation answers `NoSuchEntity`.
    pub fn policy_source_arn(&self) -> String {
        let mut parts = self.arn.splitn(6, ':');
        let (Some(_), Some(partition), Some("sts"), _, Some(account), Some(resource)) =
            (parts.next(), parts.next(), parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return self.arn.clone();
        };
        match resource.strip_prefix("assumed-role/").and_then(|rest| rest.split('/').next()) {
            Some(role) => format!("arn:{partition}:iam::{account}:role/{role}"),
            None => self.arn.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_assumed_role_session_is_simulated_as_its_role() {
        let caller = Caller {
            account: "123456789012".into(),
            arn: "arn:aws:sts::123456789012:assumed-role/PlatformEngineer/mara".into(),
        };
        assert_eq!(caller.policy_source_arn(), "arn:aws:iam::123456789012:role/PlatformEngineer");
    }

    #[test]
    fn the_login_line_can_be_pasted() {
        let mut profile = Profile {
            name: "my team".into(),
            kind: ProfileKind::Sso,
            region: None,
            sso_session: None,
            mfa_serial: None,
        };
        assert_eq!(profile.login_command().as_deref(), Some("aws sso login --profile 'my team'"));
        profile.sso_session = Some("corp".into());
        assert_eq!(profile.login_command().as_deref(), Some("aws sso login --sso-session corp"));
        profile.kind = ProfileKind::ConsoleLogin;
        assert_eq!(profile.login_command().as_deref(), Some("aws login --profile 'my team'"));
        profile.kind = ProfileKind::AccessKey;
        assert_eq!(profile.login_command(), None);
    }
}
