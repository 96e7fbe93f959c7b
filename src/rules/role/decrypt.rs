//! May the proxy's role use the keys that encrypt the proxy's secrets?
//!
//! Where neither role nor key allows it, and where the key's policy denies it, that is
//! `secret-kms-cmk-no-decrypt`.

use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::policy::{Conditions, glob};

use crate::rules::facts::Need;
use crate::rules::iam::{
    self, Caller, DECRYPT, KeyFault, Layer, Opinion, customer_key, key_fault, proxy_may_decrypt, proxy_may_read,
    via_service,
};
use crate::rules::rule::{Rule, Seen, Stop};
use crate::text::{series, t};

use super::SETUP;
use super::cure::{certainty, less, write_key_policy, write_policy};
use super::each::{Case, SecretCheck, each_secret};

const NEEDS: &[Need] = &[Need::Proxy, Need::ProxyRole, Need::Secrets, Need::Keys, Need::KeyPolicies, Need::KeyGrants];

pub const NO_DECRYPT: Rule = Rule {
    code: "proxy-role-missing-kms-decrypt",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    source: SETUP,
    needs: NEEDS,
    check: |observed| each_secret(observed, no_decrypt),
};

pub const VIA_SERVICE: Rule = Rule {
    code: "proxy-role-kms-viaservice-wrong",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    source: "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html",
    needs: NEEDS,
    check: |observed| each_secret(observed, via_service_wrong),
};

pub const KEY_POLICY: Rule = Rule {
    code: "proxy-role-kms-key-policy",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    source: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html",
    needs: NEEDS,
    check: |observed| each_secret(observed, key_policy),
};

/// The fault; also asks the simulator, which may contradict.
fn fault(case: &Case<'_>) -> Result<Option<(KeyFault, Confidence)>, Stop> {
    let key = customer_key(case.secret)?;
    let answer = proxy_may_decrypt(case.observed, case.secret)?.answer;
    Opinion::on(case.observed, case.role, DECRYPT, &key.arn).agree(answer)?;
    key_fault(case.observed, case.secret)
}

fn no_decrypt(case: &Case<'_>) -> SecretCheck {
    match fault(case)? {
        None | Some((KeyFault::Key, _)) => Ok(None),
        // The policy that lets the role read the secret brings the key along.
        Some((KeyFault::Role, _)) if may_not_even_read(case)? => Err(Stop::NotApplicable),
        Some((KeyFault::Role, sure)) if other_service(case)?.is_none() => {
            let key = customer_key(case.secret)?;
            let via = via_service(case.observed, &case.secret.arn);
            let fact = t!(
                "seen-no-policy-allows-through",
                role = &case.role.name,
                action = DECRYPT,
                resource = &key.arn,
                service = via
            );
            let mut seen = seen(case, sure, &fact)?;
            seen.evidence.extend(Caller::Proxy(case.role).near_decrypts(case.observed, case.secret)?);
            Ok(Some(seen))
        }
        Some(_) => Err(Stop::NotApplicable),
    }
}

fn may_not_even_read(case: &Case<'_>) -> Result<bool, Stop> {
    let answer = proxy_may_read(case.observed, case.secret)?.answer;
    Ok(answer == iam::PolicyAnswer::NotAllowed(Layer::Identity))
}

fn via_service_wrong(case: &Case<'_>) -> SecretCheck {
    match (fault(case)?, other_service(case)?) {
        (Some((KeyFault::Role, sure)), Some((policy, services))) => {
            let wanted = via_service(case.observed, &case.secret.arn);
            let fact = t!("seen-role-allows-through", policy = policy, action = DECRYPT, services = services);
            Ok(Some(seen(case, sure, &fact)?.because(t!("seen-role-wanted", resource = wanted))))
        }
        _ => Ok(None),
    }
}

fn key_policy(case: &Case<'_>) -> SecretCheck {
    let sure = match fault(case)? {
        Some((KeyFault::Key, sure)) => sure,
        None | Some((KeyFault::Role, _)) => return Ok(None),
        Some(_) => return Err(Stop::NotApplicable),
    };
    let key = customer_key(case.secret)?;
    let seen = Seen::at("key", &key.arn)
        .because(t!("seen-encrypted-with", secret = &case.secret.arn, key = &key.arn))
        .because(t!("seen-key-policy-not", key = &key.arn, role = &case.role.arn))
        .because(t!("seen-role-no-grant", key = &key.arn, role = &case.role.arn))
        .sure(less(sure, certainty(case.observed, case.proxy)));
    let policy = case.secret.key_policy.present();
    let command = policy.and_then(|policy| write_key_policy(case.observed, case.role, &case.secret.arn, key, policy));
    Ok(Some(seen.cures(command)))
}

fn seen(case: &Case<'_>, sure: Confidence, fact: &str) -> Result<Seen, Stop> {
    let key = customer_key(case.secret)?;
    let seen = Seen::at("role", &case.role.name)
        .because(t!("seen-encrypted-with", secret = &case.secret.arn, key = &key.arn))
        .because(fact)
        .cures(write_policy(case.observed, case.proxy, case.role))
        .sure(less(sure, certainty(case.observed, case.proxy)));
    Ok(Opinion::on(case.observed, case.role, DECRYPT, &key.arn).beside(seen))
}

/// A policy that allows the use of the key through other services only.
fn other_service<'a>(case: &Case<'a>) -> Result<Option<(&'a str, String)>, Stop> {
    let key = customer_key(case.secret)?;
    let wanted = via_service(case.observed, &case.secret.arn);
    Ok(iam::allows(case.role).filter(|(_, statement)| statement.covers(DECRYPT, &key.arn)).find_map(
        |(policy, statement)| {
            let services = services(&statement.condition);
            let other = !services.is_empty() && !services.iter().any(|service| glob(service, &wanted));
            other.then(|| (policy, series(&services)))
        },
    ))
}

fn services(conditions: &Conditions) -> Vec<&str> {
    let named = conditions.values().flatten().filter(|(key, _)| key.eq_ignore_ascii_case("kms:ViaService"));
    named.flat_map(|(_, services)| services.iter()).collect()
}
