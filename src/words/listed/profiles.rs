//! The profiles of the AWS configuration, by how they get their credentials.

use crate::domain::account::ProfileKind;
use crate::text::t;

/// Where its credentials come from.
pub fn profile_kind(kind: ProfileKind) -> &'static str {
    match kind {
        ProfileKind::Sso => t!("kind-sso"),
        ProfileKind::AccessKey => t!("kind-access-key"),
        ProfileKind::AssumeRole => t!("kind-assume-role"),
        ProfileKind::WebIdentity => t!("kind-web-identity"),
        ProfileKind::CredentialProcess => t!("kind-process"),
        ProfileKind::ConsoleLogin => t!("kind-console-login"),
        ProfileKind::Other => t!("kind-other"),
    }
}
