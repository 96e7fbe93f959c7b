//! Where a function that logs in with a password has it from: its variables tell, or its role.
//!
//! That a function may log in with tokens says nothing of it: such grants are left behind everywhere.

use crate::domain::observed::Observed;
use crate::domain::policy::Statement;
use crate::domain::role::Role;
use crate::text::t;

use super::facts;
use super::function::Reading;
use super::iam::{self, READ};
use super::rule::Stop;

/// Where the password comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PasswordOrigin {
    /// A variable holds it.
    Variable(String),
    /// A secret that a variable names; its ARN, where the value could be read.
    Named { variable: String, arn: Option<String> },
    /// Some secret: this policy of the role is for reading one.
    Granted(String),
}

/// Where the function's password comes from.
///
/// # Errors
/// Unknown where nothing that was read tells.
pub fn source(reading: &Reading<'_>) -> Result<PasswordOrigin, Stop> {
    if let Some(named) = named(reading) {
        return Ok(named);
    }
    if let Some(variable) = reading.environment.passwords().next() {
        return Ok(PasswordOrigin::Variable(variable.to_owned()));
    }
    let role = facts::function_role(reading.observed)?;
    if let Some((policy, _)) = iam::allows(role).find(|(_, statement)| is_for_reading(statement)) {
        return Ok(PasswordOrigin::Granted(policy.to_owned()));
    }
    if role.partly_unreadable() {
        let because = t!("seen-policies-unread");
        return Err(Stop::unknown(because, &["iam:GetPolicy", "iam:GetPolicyVersion"]));
    }
    let name = &reading.function.name;
    let because = t!("seen-password-unknown", function = name);
    Err(Stop::unknown(because, &[]))
}

/// A variable that names a secret, one of the proxy's before others.
fn named(reading: &Reading<'_>) -> Option<PasswordOrigin> {
    let variables = reading.function.environment.iter();
    let by_name = variables.filter_map(|(variable, value)| {
        let secret = registered(reading.observed, value.readable()?)?;
        Some(PasswordOrigin::Named { variable: variable.clone(), arn: Some(secret.to_owned()) })
    });
    let other = reading.environment.secrets().iter();
    let other = other.map(|one| PasswordOrigin::Named { variable: one.variable.clone(), arn: one.arn.clone() });
    by_name.chain(other).next()
}

/// The ARN of the proxy's secret that goes by this text: its ARN, whole or without its end, or its name.
fn registered<'a>(observed: &'a Observed, text: &str) -> Option<&'a str> {
    let mut arns = observed.proxy_secrets.iter().map(|secret| secret.arn.as_str());
    arns.find(|arn| {
        let stem = arn.rsplit_once('-').map_or(*arn, |(stem, _)| stem);
        *arn == text || stem == text || stem.rsplit_once(":secret:").is_some_and(|(_, name)| name == text)
    })
}

/// The statement allows reading secrets, or tries to: `secretmanager:GetSecretValue`.
fn is_for_reading(statement: &Statement) -> bool {
    let ends = |action: &str| action.to_ascii_lowercase().ends_with(":getsecretvalue");
    statement.has_action(READ) || statement.action.iter().any(ends)
}

/// The role may read no secret of any name.
pub fn reads_none(role: &Role) -> bool {
    !role.partly_unreadable() && !iam::allows(role).any(|(_, statement)| statement.has_action(READ))
}

/// What speaks against the function's sending tokens: it has a password.
///
/// # Errors
/// Unknown where its role's right to read a secret of the proxy is.
pub fn has_password(reading: &Reading<'_>) -> Result<Option<String>, Stop> {
    let observed = reading.observed;
    let name = &reading.function.name;
    if let Some(variable) = reading.environment.passwords().next() {
        return Ok(Some(t!("seen-password-in-variable", variable = variable, function = name)));
    }
    if let Some(PasswordOrigin::Named { variable, .. }) = named(reading) {
        return Ok(Some(t!("seen-password-names-secret", variable = variable, function = name)));
    }
    let role = facts::function_role(observed)?;
    for secret in &observed.proxy_secrets {
        if iam::Caller::Function(role).may_read(observed, secret).answer.known()?.is_allowed() {
            return Ok(Some(t!("seen-password-may-read", role = &role.name, secret = &secret.arn)));
        }
    }
    Ok(None)
}
