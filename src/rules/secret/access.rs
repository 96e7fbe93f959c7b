//! Who else gets at the secrets.

use crate::domain::finding::{Hop, Severity};
use crate::domain::observed::Observed;
use crate::domain::proxy::AuthMode;

use super::each::{SECRETS, with_secrets};
use crate::rules::facts::{self, Need};
use crate::rules::iam::{self, Answer};
use crate::rules::rule::{Check, Rule, Seen, Stop};

pub const READABLE: Rule = Rule {
    code: "secret-readable-by-lambda-role",
    severity: Severity::Warning,
    hop: Hop::RoleAndSecret,
    title: "The function may read the password it does not need",
    why: "With tokens in front, the password is the proxy's business. A function that can read it can log in to \
          the database around the proxy.",
    fix: "Take secretsmanager:GetSecretValue on this secret off the function's role.",
    source: SECRETS,
    needs: &[Need::Proxy, Need::FunctionRole],
    check: readable,
};

fn readable(observed: &Observed) -> Check {
    let proxy = with_secrets(observed)?;
    if proxy.auth_mode() == AuthMode::Password {
        return Err(Stop::NotApplicable);
    }
    let role = facts::function_role(observed)?;
    let action = "secretsmanager:GetSecretValue";
    let (mut found, mut gap) = (Vec::new(), None);
    for auth in &proxy.auth {
        match iam::may(role, action, &auth.secret_arn, &[]) {
            Answer::Allowed => found.push(
                Seen::at("role", &role.name).because(format!("{} may do {action} on {}", role.name, auth.secret_arn)),
            ),
            Answer::Unknown(unknown) => gap = gap.or(Some(unknown)),
            Answer::Denied(_) | Answer::NotAllowed => {}
        }
    }
    match gap {
        Some(unknown) if found.is_empty() => Err(Stop::Unknown(unknown)),
        _ => Ok(found),
    }
}
