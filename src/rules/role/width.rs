//! A role that may do more than the proxy needs, or that somebody else has as well.

use std::collections::BTreeSet;

use crate::domain::arn::short_name;
use crate::domain::finding::{Hop, Severity};
use crate::domain::mend::Mend;
use crate::domain::observed::Observed;
use crate::domain::policy::{Document, OneOrMany, Statement, glob};

use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::iam::{self, DECRYPT, READ, proxys_role};
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};
use crate::text::{series, t};

use super::cure::write_policy;

pub const OVERBROAD: Rule = Rule {
    code: "proxy-role-overbroad",
    severity: Severity::Warning,
    hop: Hop::RoleAndSecret,
    source: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html",
    needs: &[Need::Proxy, Need::ProxyRole],
    check: overbroad,
};

pub const SHARED: Rule = Rule {
    code: "proxy-role-shared-with-lambda",
    severity: Severity::Warning,
    hop: Hop::RoleAndSecret,
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

/// The policy is about secrets and their keys alone. One that holds other things is left to the reader.
fn only_reads(document: &Document) -> bool {
    let known = |action: &str| [READ, DECRYPT].contains(&action);
    let plain = |statement: &Statement| statement.not_action.is_empty() && statement.action.iter().all(known);
    document.statement.iter().all(plain)
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
        seen = seen.because(t!("seen-allows-on", policy = policy, action = READ, resource = series(&resources)));
    }
    if !seen.evidence.is_empty() {
        // The narrow policy first, so that the proxy is never without one.
        let narrow = write_policy(observed, proxy, role).filter(|_| !proxy.auth.is_empty());
        let Some(narrow) = narrow else { return seen.flagged() };
        let replaces =
            |policy: &str| matches!(&narrow.mend, Some(Mend::PutRolePolicy { policy: own, .. }) if own == policy);
        let policies: BTreeSet<&str> = wide().map(|(policy, _)| policy).filter(|policy| !replaces(policy)).collect();
        let emptied = policies.into_iter().filter(|policy| role.inline.get(*policy).is_some_and(only_reads));
        let deletes = emptied.map(|policy| {
            let command = aws(observed, "iam delete-role-policy").with("role-name", &role.name);
            command.with("policy-name", policy).line()
        });
        let commands: Vec<String> = std::iter::once(narrow.command.clone()).chain(deletes).collect();
        return seen.cures(commands).flagged();
    }
    if let Some((policy, _)) = wide().next() {
        let because = t!("seen-role-any-secret-condition", policy = policy, action = READ);
        return Err(Stop::unknown(because, &[]));
    }
    if role.partly_unreadable() {
        let because = t!("seen-policies-unread");
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
        .because(t!("seen-role-of", name = &proxy.name, role = &proxy.role_arn))
        .because(t!("seen-role-of", name = &function.name, role = &function.role_arn))
        .flagged()
}
