//! With end-to-end IAM the proxy's role itself logs in to the database.

use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::observed::Observed;
use crate::domain::policy::{Document, Statement};
use crate::domain::role::Role;
use crate::domain::secret::ProxySecret;

use crate::rules::connect::grants::{connect_arn, policy_name, put_policy};
use crate::rules::facts::{self, Need};
use crate::rules::iam::{self, CONNECT, Layer, Opinion, PolicyAnswer, proxys_role, role_alone};
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};
use crate::rules::user::database_user;
use crate::text::t;

use super::SETUP;

const NEEDS: &[Need] = &[Need::Proxy, Need::ProxyRole, Need::Database];

pub const MISSING: Rule = Rule {
    code: "proxy-role-e2e-missing-rds-db-connect",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    source: SETUP,
    needs: NEEDS,
    check: |observed| check(observed, false),
};

pub const PROXY_ID: Rule = Rule {
    code: "proxy-role-e2e-uses-prx-id",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    source: SETUP,
    needs: NEEDS,
    check: |observed| check(observed, true),
};

/// What the role must be allowed to do: log in to the database as the function's user, or as the one
/// that it is granted.
pub fn wanted(observed: &Observed) -> Result<(&'static str, String), Stop> {
    let proxy = facts::proxy(observed)?;
    if !proxy.default_iam_auth {
        return Err(Stop::NotApplicable);
    }
    let role = proxys_role(observed)?;
    let database = facts::database(observed)?;
    let user = database_user(observed, proxy).map(|user| user.name);
    // An entry of its own decides for a user, whatever the default scheme.
    let of_entry = |secret: &ProxySecret| secret.shape.present().is_some_and(|shape| shape.username == user);
    if user.is_some() && observed.proxy_secrets.iter().any(of_entry) {
        return Err(Stop::NotApplicable);
    }
    let user = user.or_else(|| granted(role, &database.resource_id)).unwrap_or_else(|| "app".to_owned());
    Ok((CONNECT, connect_arn(proxy, &database.resource_id, &user)))
}

/// The user that the role may be on this id.
fn granted(role: &Role, id: &str) -> Option<String> {
    let prefix = format!("dbuser:{id}/");
    let mut resources = iam::allows(role).flat_map(|(_, statement)| statement.resource.iter());
    resources.find_map(|resource| Some(resource.split_once(&prefix)?.1.replace(['*', '?'], "u")))
}

fn check(observed: &Observed, near_miss: bool) -> Check {
    let (_, wanted) = wanted(observed)?;
    let proxy = facts::proxy(observed)?;
    let role = proxys_role(observed)?;
    let opinion = Opinion::on(observed, role, CONNECT, &wanted);
    match opinion.agree(role_alone(observed, role, CONNECT, &wanted).answer)?.known()? {
        PolicyAnswer::NotAllowed(Layer::Identity) => {}
        PolicyAnswer::Allowed(_) => return passed(),
        // A closer rule says it.
        _ => return Err(Stop::NotApplicable),
    }
    let names_proxy = granted(role, proxy.resource_id()).is_some();
    match (near_miss, names_proxy) {
        (true, false) => return passed(),
        (false, true) => return Err(Stop::NotApplicable),
        (true, true) | (false, false) => {}
    }
    let fact = if near_miss {
        t!("seen-allows-on", policy = &role.name, action = CONNECT, resource = proxy.resource_id())
    } else {
        t!("seen-no-policy-allows-on", role = &role.name, action = CONNECT, resource = &wanted)
    };
    let document = Document::new(vec![Statement::allow(None, CONNECT, wanted.clone())]);
    // With entries in Auth, perhaps no user is left for the default scheme.
    let sure = if proxy.auth.is_empty() { Confidence::High } else { Confidence::Medium };
    let seen = Seen::at("role", &role.name)
        .sure(sure)
        .because(fact)
        .because(t!("seen-wanted-on", action = CONNECT, resource = wanted))
        .cure(put_policy(observed, &role.name, &policy_name(role, proxy, "connect", &document), &document));
    opinion.beside(seen).flagged()
}
