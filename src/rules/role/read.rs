//! May the proxy's role read each of the proxy's secrets?

use crate::domain::finding::{Hop, Severity};
use crate::domain::observed::Observed;
use crate::domain::role::Role;

use crate::rules::facts::Need;
use crate::rules::iam::{self, Access, Caller, Layer, Opinion, PolicyAnswer, READ, proxy_may_read};
use crate::rules::rule::{Check, Rule, Seen, Stop};
use crate::text::t;

use super::SETUP;
use super::cure::{certainty, less, write_policy};
use super::each::{Case, each_secret};

const NEEDS: &[Need] = &[Need::Proxy, Need::ProxyRole, Need::SecretPolicies];

pub const NO_SECRET: Rule = Rule {
    code: "proxy-role-missing-getsecretvalue",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    source: SETUP,
    needs: NEEDS,
    check: |observed| each_secret(observed, no_secret),
};

pub const ARN_SUFFIX: Rule = Rule {
    code: "proxy-role-secret-arn-suffix-missing",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    source: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html",
    needs: NEEDS,
    check: |observed: &Observed| -> Check { each_secret(observed, arn_suffix) },
};

/// The answer, where the simulator does not contradict it.
fn access(case: &Case<'_>) -> Result<Access, Stop> {
    let access = proxy_may_read(case.observed, case.secret)?;
    let opinion = Opinion::on(case.observed, case.role, READ, &case.secret.arn);
    Ok(Access { answer: opinion.agree(access.answer)?.known()?, ..access })
}

fn no_secret(case: &Case<'_>) -> Result<Option<Seen>, Stop> {
    let access = access(case)?;
    match access.answer {
        PolicyAnswer::Allowed(_) => Ok(None),
        PolicyAnswer::NotAllowed(Layer::Identity) if almost(case.role, &case.secret.arn).is_none() => {
            let fact =
                t!("seen-no-policy-allows-on", role = &case.role.name, action = READ, resource = &case.secret.arn);
            let mut seen = seen(case, &access, &fact);
            seen.evidence.extend(Caller::Proxy(case.role).near_reads(case.observed, case.secret));
            Ok(Some(seen))
        }
        // A closer rule says it.
        _ => Err(Stop::NotApplicable),
    }
}

fn arn_suffix(case: &Case<'_>) -> Result<Option<Seen>, Stop> {
    let access = access(case)?;
    match (&access.answer, almost(case.role, &case.secret.arn)) {
        (PolicyAnswer::NotAllowed(Layer::Identity), Some((policy, resource))) => {
            let fact = t!("seen-allows", policy = policy, resource = resource);
            Ok(Some(seen(case, &access, &fact).because(t!("seen-role-wanted", resource = &case.secret.arn))))
        }
        _ => Ok(None),
    }
}

fn seen(case: &Case<'_>, access: &Access, fact: &str) -> Seen {
    let sure = less(access.confidence, certainty(case.observed, case.proxy));
    let seen = Seen::at("role", &case.role.name)
        .because(fact)
        .cures(write_policy(case.observed, case.proxy, case.role))
        .sure(sure);
    Opinion::on(case.observed, case.role, READ, &case.secret.arn).beside(seen)
}

/// A resource that would name the secret, if it had its last six characters.
fn almost<'a>(role: &'a Role, secret_arn: &str) -> Option<(&'a str, &'a str)> {
    let stem = secret_arn.rsplit_once('-').map(|(stem, _)| stem)?;
    let near = |resource: &&str| {
        **resource == *stem
            || resource.strip_prefix(stem).is_some_and(|rest| {
                // Another incarnation's six characters.
                rest.len() == 7 && rest.starts_with('-') && !rest.contains(['*', '?']) && **resource != *secret_arn
            })
    };
    iam::allows(role).filter(|(_, statement)| statement.has_action(READ)).find_map(|(policy, statement)| {
        let mut resources = statement.resource.iter();
        resources.find(near).map(|resource| (policy, resource))
    })
}
