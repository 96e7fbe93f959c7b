//! Whom the secrets' own policies keep out, and who else gets at them.

use crate::domain::finding::{Hop, Severity};
use crate::domain::observed::Observed;

use super::each::{SECRETS, each, with_secrets};
use crate::rules::facts::{self, Need};
use crate::rules::iam::{self, Layer, PolicyAnswer, proxy_may_read};
use crate::rules::login::function_sends_token;
use crate::rules::rule::{Check, Rule, Seen, Stop};
use crate::text::t;

pub const READABLE: Rule = Rule {
    code: "secret-readable-by-lambda-role",
    severity: Severity::Warning,
    hop: Hop::RoleAndSecret,
    source: SECRETS,
    needs: &[Need::Proxy, Need::FunctionRole],
    check: readable,
};

pub const POLICY_DENIES: Rule = Rule {
    code: "secret-resource-policy-deny",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    source: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html",
    needs: &[Need::Proxy, Need::ProxyRole, Need::SecretPolicies],
    check: policy_denies,
};

fn policy_denies(observed: &Observed) -> Check {
    each(observed, |secret| {
        // Without it, the role's own policies are the business of other rules.
        if facts::read(&secret.policy)?.is_none() {
            return Ok(None);
        }
        let role = facts::proxy_role(observed)?;
        let access = proxy_may_read(observed, secret)?;
        let PolicyAnswer::Denied(by) = access.answer.known()? else { return Ok(None) };
        Ok((by.layer == Layer::Resource).then(|| {
            let mut seen = Seen::at("secret", &secret.arn).because(t!(
                "seen-secret-policy-denies-read",
                secret = &secret.arn,
                role = &role.name
            ));
            if let Some(sid) = &by.sid {
                seen = seen.because(t!("seen-secret-statement", sid = sid));
            }
            seen.sure(access.confidence)
        }))
    })
}

fn readable(observed: &Observed) -> Check {
    let proxy = with_secrets(observed)?;
    if !function_sends_token(observed, proxy)? {
        return Err(Stop::NotApplicable);
    }
    let role = facts::function_role(observed)?;
    let action = "secretsmanager:GetSecretValue";
    let (mut found, mut gap) = (Vec::new(), None);
    for auth in &proxy.auth {
        match iam::may(role, action, &auth.secret_arn, &[]) {
            PolicyAnswer::Allowed(_) => found.push(Seen::at("role", &role.name).because(t!(
                "seen-secret-may-do",
                role = &role.name,
                action = action,
                secret = &auth.secret_arn
            ))),
            PolicyAnswer::Unknown(unknown) => gap = gap.or(Some(unknown)),
            PolicyAnswer::Denied(_) | PolicyAnswer::NotAllowed(_) => {}
        }
    }
    match gap {
        Some(unknown) if found.is_empty() => Err(Stop::Unknown(unknown)),
        _ => Ok(found),
    }
}
