//! What takes permissions away from the proxy's role: a deny, its boundary, the organization.

use crate::domain::finding::{Hop, Severity};
use crate::domain::observed::Observed;
use crate::domain::role::Role;

use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::iam::{DECRYPT, Layer, PolicyAnswer, READ, customer_key, proxys_role, role_alone};
use crate::rules::rule::{Check, Rule, Seen, Stop};
use crate::text::t;

use super::cure::{certainty, less, show_policy};
use super::each::{SecretCheck, sum};
use super::end_to_end;

const NEEDS: &[Need] = &[Need::Proxy, Need::ProxyRole, Need::Secrets, Need::Keys, Need::Database];
const LOGIC: &str = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html";

pub const EXPLICIT_DENY: Rule = Rule {
    code: "proxy-role-explicit-deny",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    source: LOGIC,
    needs: NEEDS,
    check: |observed| each_need(observed, explicit_deny),
};

pub const BOUNDARY: Rule = Rule {
    code: "proxy-role-permissions-boundary",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html",
    needs: NEEDS,
    check: boundary,
};

pub const ORGANIZATION: Rule = Rule {
    code: "proxy-role-scp-deny",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    source: "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html",
    needs: &[Need::Proxy, Need::ProxyRole, Need::Simulated],
    check: organization,
};

/// Action and resource.
type Asked = (&'static str, String);

/// Everything that this setup needs of the role, one question each.
fn needed(observed: &Observed) -> Vec<Result<Asked, Stop>> {
    let mut all = Vec::new();
    for secret in &observed.proxy_secrets {
        all.push(Ok((READ, secret.arn.clone())));
        all.push(customer_key(secret).map(|key| (DECRYPT, key.arn.clone())));
    }
    all.push(end_to_end::wanted(observed));
    all
}

/// Answers of the role's own policies and boundary, each with its question.
fn each_need(observed: &Observed, check: fn(&Observed, &Role, PolicyAnswer, &Asked) -> Option<Seen>) -> Check {
    let proxy = facts::proxy(observed)?;
    let role = proxys_role(observed)?;
    sum(needed(observed).into_iter().map(|asked| -> SecretCheck {
        let asked = asked?;
        let access = role_alone(observed, role, asked.0, &asked.1);
        let sure = less(access.confidence, certainty(observed, proxy));
        Ok(check(observed, role, access.answer.known()?, &asked).map(|seen| seen.sure(sure)))
    }))
}

fn explicit_deny(observed: &Observed, role: &Role, answer: PolicyAnswer, (action, resource): &Asked) -> Option<Seen> {
    let PolicyAnswer::Denied(by) = answer else { return None };
    let seen = Seen::at("role", &role.name).because(t!(
        "seen-denies-on",
        policy = by.to_string(),
        action = *action,
        resource = resource
    ));
    Some(seen.cure(show_policy(observed, role, &by)))
}

fn boundary(observed: &Observed) -> Check {
    facts::proxy(observed)?;
    if proxys_role(observed)?.permissions_boundary.is_none() {
        return Err(Stop::NotApplicable);
    }
    each_need(observed, |observed, role, answer, (action, resource)| {
        let PolicyAnswer::NotAllowed(Layer::Boundary) = answer else { return None };
        let name = role.permissions_boundary.as_deref()?;
        let command = aws(observed, "iam list-policy-versions").with("policy-arn", name).line();
        let fact =
            t!("seen-boundary-not-on", boundary = name, role = &role.name, action = *action, resource = resource);
        Some(Seen::at("role", &role.name).because(fact).cure(command))
    })
}

/// Resource control policies are not in the simulator's answer; nothing reads them.
fn organization(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let role = proxys_role(observed)?;
    let answers = facts::simulated(observed, role).map_err(Stop::about_organization)?;
    let said: Vec<_> = answers.filter_map(|one| Some((one, one.allowed_by_organizations?))).collect();
    // Without an organization the simulator does not speak of one.
    if said.is_empty() {
        return Err(Stop::NotApplicable);
    }
    let mut seen = Seen::at("role", &role.name).sure(certainty(observed, proxy));
    for (one, _) in said.iter().filter(|(_, allowed)| !allowed) {
        seen = seen.because(t!("seen-iam-organization", action = &one.action, resource = &one.resource));
    }
    if seen.evidence.is_empty() { Ok(Vec::new()) } else { seen.flagged() }
}
