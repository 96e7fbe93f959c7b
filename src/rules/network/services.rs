//! Which services of AWS a function calls, told by its variables and by what its role may do.

use crate::domain::finding::Confidence;
use crate::domain::function::Function;
use crate::domain::observed::Observed;
use crate::domain::policy::Statement;
use crate::domain::role::Role;
use crate::domain::service::{KMS, SECRETS_MANAGER, SERVICES, Service};

use crate::rules::environment::Environment;
use crate::rules::facts;
use crate::rules::function::Reading;
use crate::rules::iam;
use crate::rules::password::{PasswordOrigin, source};
use crate::rules::rule::Stop;
use crate::text::t;

/// A service that the function calls, and what tells.
pub struct Use {
    pub service: &'static Service,
    pub because: String,
    /// Medium where only the role tells: it may be left unused.
    pub sure: Confidence,
}

/// Every service, the surest sign of each; and why there may be more.
///
/// # Errors
/// Not applicable without a function, unknown where its variables could not be read.
pub fn used(observed: &Observed) -> Result<(Vec<Use>, Option<Stop>), Stop> {
    let reading = Reading::new(observed)?;
    let mut all = by_variables(reading.function);
    let secret = source_of_password(&reading).map(|one| one.into_iter().collect());
    let mut gap = None;
    for told in [secret, facts::function_role(observed).and_then(of_role)] {
        match told {
            Ok(more) => all.extend::<Vec<Use>>(more),
            Err(Stop::NotApplicable) => {}
            Err(unknown) => gap = gap.or(Some(unknown)),
        }
    }
    let mut seen: Vec<&Service> = Vec::new();
    all.retain(|one| {
        let new = !seen.contains(&one.service);
        seen.push(one.service);
        new
    });
    Ok((all, gap))
}

/// Secrets Manager, where the function's password is there.
fn source_of_password(reading: &Reading<'_>) -> Result<Option<Use>, Stop> {
    if reading.sends_token()? {
        return Ok(None);
    }
    let because = match source(reading)? {
        PasswordOrigin::Variable(_) => return Ok(None),
        PasswordOrigin::Named { variable, .. } => {
            t!("seen-network-names-secret", variable = variable, function = &reading.function.name)
        }
        PasswordOrigin::Granted(policy) => {
            t!("seen-network-password-and-policy", function = &reading.function.name, policy = policy)
        }
    };
    Ok(Some(Use { service: &SECRETS_MANAGER, because, sure: Confidence::High }))
}

fn by_variables(function: &Function) -> Vec<Use> {
    let told = |variable: &str, service: &'static Service, sure| Use {
        service,
        because: t!("seen-network-value-of", variable = variable, function = &function.name, service = service.name),
        sure,
    };
    let readable = function.environment.iter().filter_map(|(name, value)| Some((name.as_str(), value.readable()?)));
    let values = readable.filter_map(|(name, value)| Some(told(name, Service::of_value(value)?, Confidence::High)));
    let secrets = Environment::read(&function.environment);
    let secrets: Vec<Use> =
        secrets.secrets().iter().map(|one| told(&one.variable, &SECRETS_MANAGER, Confidence::High)).collect();
    values.chain(secrets).collect()
}

fn of_role(role: &Role) -> Result<Vec<Use>, Stop> {
    let allowed = iam::allows(role).flat_map(|(policy, statement)| {
        let used = SERVICES.iter().filter(|service| **service != SECRETS_MANAGER && calls(statement, service));
        used.map(move |service| Use {
            service,
            because: t!("seen-network-allows-calls", policy = policy, role = &role.name, service = service.name),
            sure: Confidence::Medium,
        })
    });
    let found: Vec<Use> = allowed.collect();
    if found.is_empty() && role.partly_unreadable() {
        let because = t!("seen-network-services-unknown");
        return Err(Stop::unknown(because, &["iam:GetPolicy", "iam:GetPolicyVersion"]));
    }
    Ok(found)
}

/// The statement is for calls of the function itself.
fn calls(statement: &Statement, service: &Service) -> bool {
    // Decrypting is mostly what another service asks for in the function's name.
    let direct = |action: &str| *service != KMS || !action.eq_ignore_ascii_case("kms:Decrypt");
    statement.action.iter().any(|action| Service::of_action(action) == Some(service) && direct(action))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decrypting_is_no_call_of_the_function_itself() {
        let calls = |action: &str| calls(&Statement::allow(None, action, "*"), &KMS);
        assert!(calls("kms:Sign") && calls("kms:*"));
        assert!(!calls("kms:Decrypt") && !calls("*"));
    }
}
