//! The role itself: is it there, in this account, and may RDS assume it?

use crate::domain::arn::{Arn, short_name};
use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::observed::Observed;
use crate::domain::policy::{Document, Effect, Principal, Statement};
use crate::domain::role::Role;

use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::iam::{proxys_role, role_is_foreign};
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};
use crate::text::{series, t};

use super::SETUP;

const RDS: &str = "rds.amazonaws.com";
const NEEDS: &[Need] = &[Need::Proxy, Need::ProxyRole];

pub const WRONG_ACCOUNT: Rule = Rule {
    code: "proxy-role-wrong-account",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    source: SETUP,
    needs: &[Need::Proxy],
    check: wrong_account,
};

pub const NOT_FOUND: Rule = Rule {
    code: "proxy-role-not-found",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    source: SETUP,
    needs: NEEDS,
    check: not_found,
};

pub const MISSING_RDS: Rule = Rule {
    code: "proxy-role-trust-missing-rds",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    source: SETUP,
    needs: NEEDS,
    check: missing_rds,
};

pub const CONDITION: Rule = Rule {
    code: "proxy-role-trust-condition",
    severity: Severity::Warning,
    hop: Hop::RoleAndSecret,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html",
    needs: NEEDS,
    check: condition,
};

fn wrong_account(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    if !role_is_foreign(proxy) {
        return passed();
    }
    let home = proxy.arn.parse::<Arn>().map(|arn| arn.account).unwrap_or_default();
    Seen::at("role", short_name(&proxy.role_arn))
        .because(t!("seen-role-of", name = &proxy.name, role = &proxy.role_arn))
        .because(t!("seen-account-of", name = &proxy.name, account = home))
        .flagged()
}

fn not_found(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    if role_is_foreign(proxy) {
        return Err(Stop::NotApplicable);
    }
    if facts::read(&observed.proxy_role)?.is_some() {
        return passed();
    }
    Seen::at("role", short_name(&proxy.role_arn))
        .because(t!("seen-role-of", name = &proxy.name, role = &proxy.role_arn))
        .because(t!("seen-role-gone"))
        .flagged()
}

/// The statements that let RDS assume the role, conditions left aside.
fn for_rds(role: &Role) -> impl Iterator<Item = &Statement> {
    role.trust.statement.iter().filter(|statement| {
        let rds = match &statement.principal {
            Some(Principal::Kinds(kinds)) => {
                let services = kinds.iter().filter(|(kind, _)| kind.eq_ignore_ascii_case("Service"));
                services.flat_map(|(_, ids)| ids.iter()).any(|service| service.eq_ignore_ascii_case(RDS))
            }
            _ => false,
        };
        statement.effect == Effect::Allow && rds && statement.has_action("sts:AssumeRole")
    })
}

/// A statement that may mean RDS as well.
fn may_mean_rds(statement: &Statement) -> bool {
    let anyone = matches!(&statement.principal, Some(Principal::Anyone(_)));
    let all_but = statement.not_principal.is_some();
    (anyone || all_but || !statement.other.is_empty()) && statement.effect != Effect::Deny
}

fn missing_rds(observed: &Observed) -> Check {
    facts::proxy(observed)?;
    let role = proxys_role(observed)?;
    if for_rds(role).next().is_some() {
        return passed();
    }
    if role.trust.unclear().is_some() || role.trust.statement.iter().any(may_mean_rds) {
        let because = t!("seen-role-trust-unclear", role = &role.name);
        return Err(Stop::unknown(because, &[]));
    }
    let mut seen = Seen::at("role", &role.name);
    for statement in &role.trust.statement {
        if let Some(Principal::Kinds(kinds)) = &statement.principal {
            for (kind, ids) in kinds {
                let ids: Vec<&str> = ids.iter().collect();
                seen = seen.because(t!("seen-role-trusts", role = &role.name, kind = kind, ids = series(&ids)));
            }
        }
    }
    seen.because(t!("seen-role-missing-service", service = RDS)).cure(trust_rds(observed, role)).flagged()
}

fn trust_rds(observed: &Observed, role: &Role) -> String {
    aws(observed, "iam update-assume-role-policy")
        .with("role-name", &role.name)
        .with("policy-document", &Document::trust(RDS).to_json_line())
        .line()
}

fn condition(observed: &Observed) -> Check {
    facts::proxy(observed)?;
    let role = proxys_role(observed)?;
    let mut keys = Vec::new();
    for statement in for_rds(role) {
        let conditions = statement.condition.values().flat_map(|keys| keys.keys());
        let global: Vec<&String> =
            conditions.filter(|key| key.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("aws:"))).collect();
        if global.is_empty() {
            return passed();
        }
        keys.extend(global);
    }
    // Whom the role trusts at all is another rule's matter.
    if keys.is_empty() {
        return Err(Stop::NotApplicable);
    }
    let mut seen = Seen::at("role", &role.name).sure(Confidence::Medium);
    for key in keys {
        seen = seen.because(t!("seen-role-trusts-only", role = &role.name, service = RDS, key = key));
    }
    // Other services that the role trusts would be lost.
    if role.trust.statement.len() == 1 {
        seen = seen.cure(trust_rds(observed, role));
    }
    seen.flagged()
}
