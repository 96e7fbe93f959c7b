//! A role that may do more than the proxy needs, or that somebody else has as well.

use crate::domain::arn::short_name;
use crate::domain::finding::{Hop, Severity};
use crate::domain::observed::Observed;
use crate::domain::policy::{OneOrMany, Statement, glob};

use crate::rules::facts::{self, Need};
use crate::rules::iam::{self, READ, proxys_role};
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};

use super::cure::write_policy;

pub const OVERBROAD: Rule = Rule {
    code: "proxy-role-overbroad",
    severity: Severity::Warning,
    hop: Hop::RoleAndSecret,
    title: "The proxy's role may read any secret",
    why: "Whoever can change the proxy gets at every secret of the account through this role.",
    fix: "Name the proxy's secrets in the policy instead of a wildcard.",
    source: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html",
    needs: &[Need::Proxy, Need::ProxyRole],
    check: overbroad,
};

pub const SHARED: Rule = Rule {
    code: "proxy-role-shared-with-lambda",
    severity: Severity::Warning,
    hop: Hop::RoleAndSecret,
    title: "Proxy and function have the same role",
    why: "The function may read the database's password and log in past the proxy.",
    fix: "Give the proxy a role of its own, and take the secret out of the function's.",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
    needs: &[Need::Proxy, Need::Function],
    check: shared,
};

/// A secret that nobody has: what lets the role read this lets it read all.
const ANY: &str = "secret:rds-proxy-wizard/no-such-secret-Zz9Zz9";

fn reads_any(statement: &Statement, any: &str) -> bool {
    if !statement.has_action(READ) {
        return false;
    }
    let named = |list: &OneOrMany| list.iter().any(|resource| glob(resource, any));
    if statement.not_resource.is_empty() { named(&statement.resource) } else { !named(&statement.not_resource) }
}

fn overbroad(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let role = proxys_role(observed)?;
    let any = observed.account.arn("secretsmanager", ANY);
    let wide = || iam::allows(role).filter(|(_, statement)| reads_any(statement, &any));
    // A condition, on tags for instance, may narrow it again.
    let free = wide().filter(|(_, statement)| statement.condition.is_empty());
    let mut seen = Seen::at("role", &role.name);
    for (policy, statement) in free {
        let resources: Vec<&str> = statement.resource.iter().collect();
        seen = seen.because(format!("{policy} allows {READ} on {}", resources.join(", ")));
    }
    if !seen.evidence.is_empty() {
        // The narrow policy first; the wide one may hold other things, so taking it away is the reader's.
        return if proxy.auth.is_empty() {
            seen.found()
        } else {
            seen.cures(write_policy(observed, proxy, role).map(|cure| cure.command)).found()
        };
    }
    if let Some((policy, _)) = wide().next() {
        let because =
            format!("{policy} allows {READ} on any secret under a condition, and how far that narrows it is not known");
        return Err(Stop::unknown(because, &[]));
    }
    if role.partly_unreadable() {
        let because = "some attached policies could not be read";
        return Err(Stop::unknown(because, &["iam:GetPolicy", "iam:GetPolicyVersion"]));
    }
    passed()
}

fn shared(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let function = facts::function(observed)?;
    if proxy.role_arn != function.role_arn {
        return passed();
    }
    Seen::at("role", short_name(&proxy.role_arn))
        .because(format!("role of {}: {}", proxy.name, proxy.role_arn))
        .because(format!("role of {}: {}", function.name, function.role_arn))
        .found()
}
