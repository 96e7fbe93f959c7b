//! Profiles of the user's AWS configuration: where credentials may come from, never what they are.

use serde::{Deserialize, Serialize};
use std::fmt;

/// How a profile gets its credentials.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProfileKind {
    /// IAM Identity Center: `sso_session` or `sso_start_url`.
    Sso,
    /// Assumes a role with the credentials of another profile or source.
    Role,
    /// Assumes a role with a token file.
    WebIdentity,
    /// A program that prints credentials.
    CredentialProcess,
    /// A key written into the file.
    AccessKey,
    /// No credentials of its own, perhaps a region.
    Settings,
}

impl fmt::Display for ProfileKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Sso => "SSO",
            Self::Role => "role",
            Self::WebIdentity => "web identity",
            Self::CredentialProcess => "credential process",
            Self::AccessKey => "access key",
            Self::Settings => "settings only",
        })
    }
}

/// One profile of the AWS config and credentials files, taken together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Its name, without the word `profile`.
    pub name: String,
    /// How it gets credentials.
    pub kind: ProfileKind,
    /// The region it names.
    pub region: Option<String>,
    /// The `sso-session` section it shares with other profiles.
    pub sso_session: Option<String>,
}

impl Profile {
    /// The command that renews an ended SSO session; one login serves every profile of a session.
    pub fn login_command(&self) -> Option<String> {
        let Self { name, kind: ProfileKind::Sso, .. } = self else { return None };
        Some(match &self.sso_session {
            Some(session) => format!("aws sso login --sso-session {}", quoted(session)),
            None => format!("aws sso login --profile {}", quoted(name)),
        })
    }
}

/// As a shell takes it: plain names stay plain.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./@:+".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_login_line_can_be_pasted() {
        let mut profile =
            Profile { name: "my team".into(), kind: ProfileKind::Sso, region: None, sso_session: None };
        assert_eq!(profile.login_command().as_deref(), Some("aws sso login --profile 'my team'"));
        profile.sso_session = Some("corp".into());
        assert_eq!(profile.login_command().as_deref(), Some("aws sso login --sso-session corp"));
        profile.kind = ProfileKind::AccessKey;
        assert_eq!(profile.login_command(), None);
    }
}
