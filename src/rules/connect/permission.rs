//! `rds-db:connect` on the function's role: is it there, and if it misses, by how much?
//!
//! A near miss is reported under its own code and then `connect-permission-missing` does not
//! apply, so that one mistake is one finding.

use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::observed::Observed;
use crate::domain::policy::glob;
use crate::domain::proxy::{OtherProxy, Proxy};

use crate::rules::command::aws;
use crate::rules::connect::grants::{ACTION, Case, Grant, case};
use crate::rules::facts::{self, Need};
use crate::rules::iam::{self, Layer, PolicyAnswer, near_logins};
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};
use crate::text::{series, t};

const SOURCE: &str = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html";
const NEEDS: &[Need] = &[Need::Proxy, Need::Function, Need::FunctionRole];

pub const MISSING: Rule = Rule {
    code: "connect-permission-missing",
    severity: Severity::Error,
    hop: Hop::FunctionToProxy,
    source: SOURCE,
    needs: NEEDS,
    check: missing,
};

pub const DENIED: Rule = Rule {
    code: "connect-explicit-deny-or-boundary",
    severity: Severity::Error,
    hop: Hop::FunctionToProxy,
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html",
    needs: &[Need::Proxy, Need::Function, Need::FunctionRole, Need::Simulated],
    check: denied,
};

pub const PROXY_NAME: Rule = Rule {
    code: "connect-policy-uses-proxy-name",
    severity: Severity::Error,
    hop: Hop::FunctionToProxy,
    source: SOURCE,
    needs: NEEDS,
    check: |observed| {
        near_miss(observed, |_, proxy, grant| {
            // `orders-proxy`, and `orders-*`, which the id is not like.
            let named = |id: &str| glob(id, &proxy.name) && !glob(id, proxy.resource_id());
            grant.service("rds-db") && grant.id().is_some_and(named)
        })
    },
};

pub const DB_ID: Rule = Rule {
    code: "connect-policy-uses-db-resource-id",
    severity: Severity::Error,
    hop: Hop::FunctionToProxy,
    source: SOURCE,
    needs: &[Need::Proxy, Need::Function, Need::FunctionRole, Need::Database],
    check: database_id,
};

pub const ENDPOINT_ID: Rule = Rule {
    code: "connect-policy-endpoint-id",
    severity: Severity::Error,
    hop: Hop::FunctionToProxy,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-endpoints.html",
    needs: NEEDS,
    check: |observed| near_miss(observed, |_, _, grant| grant.id().is_some_and(|id| id.starts_with("prx-endpoint-"))),
};

pub const WRONG_SERVICE: Rule = Rule {
    code: "connect-policy-wrong-service-or-arn",
    severity: Severity::Error,
    hop: Hop::FunctionToProxy,
    source: SOURCE,
    needs: NEEDS,
    check: |observed| {
        near_miss(observed, |_, proxy, grant| {
            let ours = grant.resource.contains(proxy.resource_id());
            let nested = grant.resource.matches("arn:").count() > 1;
            let bent = grant.service("rds-db") && grant.target().is_none();
            grant.connects && ours && (grant.service("rds") || nested || bent)
        })
    },
};

pub const WRONG_ACTION: Rule = Rule {
    code: "connect-policy-wrong-action",
    severity: Severity::Error,
    hop: Hop::FunctionToProxy,
    source: SOURCE,
    needs: NEEDS,
    check: |observed| near_miss(observed, |_, proxy, grant| !grant.connects && grant.id() == Some(proxy.resource_id())),
};

pub const STALE_ID: Rule = Rule {
    code: "connect-policy-stale-proxy-id",
    severity: Severity::Error,
    hop: Hop::FunctionToProxy,
    source: SOURCE,
    needs: &[Need::Proxy, Need::Function, Need::FunctionRole, Need::OtherProxies],
    check: stale,
};

pub const REGION_OR_ACCOUNT: Rule = Rule {
    code: "connect-policy-region-or-account-mismatch",
    severity: Severity::Error,
    hop: Hop::FunctionToProxy,
    source: SOURCE,
    needs: NEEDS,
    check: |observed| {
        near_miss(observed, |_, proxy, grant| {
            grant.service("rds-db")
                && grant.connects
                && grant.id() == Some(proxy.resource_id())
                && !grant.is_home(proxy)
        })
    },
};

pub const USER: Rule = Rule {
    code: "connect-policy-user-mismatch",
    severity: Severity::Error,
    hop: Hop::FunctionToProxy,
    source: SOURCE,
    needs: NEEDS,
    check: other_user,
};

pub const CONDITION: Rule = Rule {
    code: "connect-policy-condition-keys",
    severity: Severity::Error,
    hop: Hop::FunctionToProxy,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html",
    needs: NEEDS,
    check: condition,
};

pub const WILDCARD: Rule = Rule {
    code: "connect-policy-wildcard",
    severity: Severity::Warning,
    hop: Hop::FunctionToProxy,
    source: SOURCE,
    needs: NEEDS,
    check: wildcard,
};

fn missing(observed: &Observed) -> Check {
    let case = case(observed)?;
    match case.agreed(observed)? {
        PolicyAnswer::Allowed(_) => passed(),
        PolicyAnswer::NotAllowed(Layer::Identity) if !closer_rule_speaks(observed) => {
            let mut seen = case.seen(observed, None);
            for grant in case.grants() {
                seen = seen.because(t!("seen-allows", policy = grant.policy, resource = grant.resource));
                if let Some(other) = grant.id().and_then(|id| other_proxy(observed, id)) {
                    seen = seen.because(t!("seen-connect-id-of", proxy = &other.name));
                }
            }
            seen.evidence.extend(misses(observed, &case));
            if case.grants().is_empty() {
                seen = seen.because(t!("seen-connect-no-policy-speaks", role = &case.role.name, action = ACTION));
            }
            case.opinion(observed).beside(seen).flagged()
        }
        // A closer rule says it.
        _ => Err(Stop::NotApplicable),
    }
}

/// Another proxy of the account that has this id.
fn other_proxy<'a>(observed: &'a Observed, id: &str) -> Option<&'a OtherProxy> {
    observed.other_proxies.items().iter().find(|other| other.resource_id == id)
}

/// A near miss that is certain says the same more exactly.
fn closer_rule_speaks(observed: &Observed) -> bool {
    [PROXY_NAME, DB_ID, ENDPOINT_ID, STALE_ID, WRONG_SERVICE, WRONG_ACTION, REGION_OR_ACCOUNT, USER].iter().any(
        |rule| (rule.check)(observed).is_ok_and(|found| found.iter().any(|seen| seen.confidence == Confidence::High)),
    )
}

fn near_miss(observed: &Observed, is: impl Fn(&Case<'_>, &Proxy, &Grant<'_>) -> bool) -> Check {
    let case = case(observed)?;
    match case.grants().iter().find(|grant| is(&case, case.proxy, grant)) {
        Some(grant) if matches!(case.answer().known()?, PolicyAnswer::NotAllowed(Layer::Identity)) => {
            near(observed, &case, grant).flagged()
        }
        // It may stand in a policy that could not be read.
        None if case.role.partly_unreadable() => case.answer().known().and(passed()),
        _ => passed(),
    }
}

fn database_id(observed: &Observed) -> Check {
    if !matches!(case(observed)?.answer().known()?, PolicyAnswer::NotAllowed(Layer::Identity)) {
        return passed();
    }
    let database = facts::database(observed)?;
    near_miss(observed, |_, _, grant| grant.service("rds-db") && grant.id() == Some(&database.resource_id))
}

fn near(observed: &Observed, case: &Case<'_>, grant: &Grant<'_>) -> Seen {
    let actions: Vec<&str> = grant.statement.action.iter().collect();
    let fact = t!("seen-allows-on", policy = grant.policy, action = series(&actions), resource = grant.resource);
    let misses = misses(observed, case).into_iter().filter(|miss| miss.contains(grant.resource));
    misses.fold(case.seen(observed, Some(grant.policy)).because(fact), Seen::because)
}

/// By what the statements that look meant for it miss it.
fn misses(observed: &Observed, case: &Case<'_>) -> Vec<String> {
    let database = observed.database.present().map(|database| database.resource_id.as_str());
    near_logins(case.role, &case.resource(case.user_name()), case.proxy, database)
}

/// The id of a proxy that is there is another matter: the policy was made for that one.
fn stale(observed: &Observed) -> Check {
    let old = |grant: &Grant<'_>, proxy: &Proxy| {
        let id = grant.id().filter(|id| id.starts_with("prx-") && !id.starts_with("prx-endpoint-"));
        let plain = id.filter(|id| !id.contains(['*', '?']) && *id != proxy.resource_id());
        grant.service("rds-db") && grant.connects && grant.is_home(proxy) && plain.is_some()
    };
    if near_miss(observed, |_, proxy, grant| old(grant, proxy))?.is_empty() {
        return passed();
    }
    let others = facts::read(&observed.other_proxies)?.map_or(&[][..], Vec::as_slice);
    let mut found = near_miss(observed, |_, proxy, grant| {
        let gone = |id| others.iter().all(|other| other.resource_id != id);
        old(grant, proxy) && grant.id().is_some_and(gone)
    })?;
    found = found.into_iter().map(|seen| seen.because(t!("seen-connect-no-such-proxy"))).collect();
    Ok(found)
}

fn other_user(observed: &Observed) -> Check {
    let certain = case(observed)?.user.is_some_and(|user| user.certain);
    let found = near_miss(observed, |case, proxy, grant| {
        let ours = grant.service("rds-db") && grant.connects && grant.is_home(proxy);
        ours && case.user.is_some()
            && grant.id().is_some_and(|id| glob(id, proxy.resource_id()))
            && !grant.user().is_some_and(|pattern| glob(pattern, case.user_name()))
    })?;
    let confidence = if certain { Confidence::High } else { Confidence::Medium };
    Ok(found.into_iter().map(|seen| seen.sure(confidence)).collect())
}

fn denied(observed: &Observed) -> Check {
    let case = case(observed)?;
    let wanted = case.resource(case.user_name());
    let seen = Seen::at("role", &case.role.name);
    match case.answer() {
        PolicyAnswer::Denied(by) => {
            let command = aws(observed, "iam get-role-policy").with("role-name", &case.role.name);
            let seen = seen.because(t!("seen-denies-on", policy = by.to_string(), action = ACTION, resource = wanted));
            let inline = case.role.inline.contains_key(&by.policy);
            if inline { seen.cure(command.with("policy-name", &by.policy).line()).flagged() } else { seen.flagged() }
        }
        PolicyAnswer::NotAllowed(Layer::Boundary) => {
            let name = case.role.permissions_boundary.as_deref().unwrap_or_default();
            seen.because(t!(
                "seen-boundary-not-on",
                boundary = name,
                role = &case.role.name,
                action = ACTION,
                resource = wanted
            ))
            .cure(aws(observed, "iam list-policy-versions").with("policy-arn", name).line())
            .flagged()
        }
        answer => {
            if case.opinion(observed).forbidden_by_organization() {
                return seen.because(t!("seen-iam-organization", action = ACTION, resource = wanted)).flagged();
            }
            answer.known()?;
            // Only the simulator sees what an organization forbids.
            match facts::simulated(observed, case.role).err() {
                Some(unknown @ Stop::Unknown(_)) => Err(unknown.about_organization()),
                _ => passed(),
            }
        }
    }
}

fn condition(observed: &Observed) -> Check {
    let case = case(observed)?;
    // The evaluator rightly calls a condition unknown; here the question is whether one is there.
    if case.answer().is_allowed() {
        return passed();
    }
    let wanted = case.resource(case.user_name());
    let conditional = iam::allows(case.role).find_map(|(policy, statement)| {
        let key = statement
            .condition
            .values()
            .flat_map(|keys| keys.keys())
            .find(|key| key.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("aws:")))?;
        statement.covers(ACTION, &wanted).then_some((policy, key))
    });
    match conditional {
        Some((policy, key)) => case
            .seen(observed, Some(policy))
            .because(t!("seen-connect-condition", policy = policy, key = key))
            // AWS says "not supported" of policies for the proxy; not every key was tried.
            .sure(Confidence::Medium)
            .flagged(),
        // Another doubt, such as a policy that could not be read.
        None => case.answer().known().and(passed()),
    }
}

fn wildcard(observed: &Observed) -> Check {
    let case = case(observed)?;
    let wanted = case.resource(case.user_name());
    let wide = |grant: &&Grant<'_>| {
        let covers = grant.connects
            && (grant.id().is_some_and(|id| glob(id, case.proxy.resource_id())) || glob(grant.resource, &wanted));
        let target = grant.target().unwrap_or(grant.resource);
        covers && target.contains(['*', '?'])
    };
    match case.grants().iter().find(wide) {
        Some(grant) => {
            let mut seen = near(observed, &case, grant);
            // One more policy would not take the wide one away.
            if !case.replaceable(grant.policy) {
                seen.commands.clear();
            }
            seen.flagged()
        }
        None if case.role.partly_unreadable() => {
            Err(Stop::unknown(t!("seen-policies-unread"), &["iam:GetPolicy", "iam:GetPolicyVersion"]))
        }
        None => passed(),
    }
}
