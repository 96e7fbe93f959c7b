//! Whose login the secrets are: the function's user, the master, the same user twice.

use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::observed::Observed;
use crate::domain::policy::glob;
use crate::domain::proxy::Proxy;
use crate::domain::role::Role;

use super::auth_list::modify_auth;
use super::each::{SECRETS, TROUBLE, each, shape, with_secrets};
use crate::rules::facts::{self, Need};
use crate::rules::iam;
use crate::rules::login::Login;
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};
use crate::rules::user::of_environment;
use crate::text::t;

const WHO: &[Need] = &[Need::Proxy, Need::Secrets, Need::SecretShapes, Need::FunctionRole];

pub const NOT_REGISTERED: Rule = Rule {
    code: "secret-username-not-registered",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    source: TROUBLE,
    needs: WHO,
    check: not_registered,
};

pub const CASE: Rule = Rule {
    code: "secret-username-case-mismatch",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.DBAccounts.html",
    needs: WHO,
    check: case,
};

pub const MASTER: Rule = Rule {
    code: "secret-is-master-user",
    severity: Severity::Warning,
    hop: Hop::RoleAndSecret,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.MasterAccounts.html",
    needs: &[Need::Proxy, Need::Database, Need::Secrets, Need::SecretShapes],
    check: master,
};

pub const DUPLICATE: Rule = Rule {
    code: "secret-duplicate-username",
    severity: Severity::Warning,
    hop: Hop::RoleAndSecret,
    source: SECRETS,
    needs: &[Need::Proxy, Need::Secrets, Need::SecretShapes],
    check: duplicate,
};

/// A user that the function logs in as.
struct Expected {
    name: String,
    from: String,
    certain: bool,
}

/// The user that the environment names, else those that the function's policies allow at this proxy.
fn expected(observed: &Observed, proxy: &Proxy) -> Result<Vec<Expected>, Stop> {
    if proxy.default_iam_auth {
        return Err(Stop::NotApplicable);
    }
    if let Some(user) = of_environment(observed, proxy) {
        return Ok(vec![Expected { name: user.name, from: user.from, certain: user.certain }]);
    }
    if !Login::from_proxy(proxy).takes_tokens() {
        return Err(Stop::NotApplicable);
    }
    let role = facts::function_role(observed)?;
    granted(role, proxy).filter(|users| !users.is_empty()).ok_or(Stop::NotApplicable)
}

/// The users that the role may log in as, `None` where its policies leave that open.
fn granted(role: &Role, proxy: &Proxy) -> Option<Vec<Expected>> {
    let mark = format!(":dbuser:{}/", proxy.resource_id());
    let mut users = Vec::new();
    for (policy, statement) in iam::allows(role) {
        if !statement.not_action.is_empty() || !statement.not_resource.is_empty() {
            return None;
        }
        let connects = statement.action.iter().any(|action| glob(&action.to_ascii_lowercase(), "rds-db:connect"));
        for resource in statement.resource.iter().filter(|_| connects) {
            let Some((_, user)) = resource.split_once(&mark) else {
                // `*`, or all users of all proxies.
                if resource.contains('*') {
                    return None;
                }
                continue;
            };
            if user.contains(['*', '?', '$']) {
                return None;
            }
            users.push(Expected {
                name: user.to_owned(),
                from: t!("seen-secret-policy-of", policy = policy, role = &role.name),
                certain: true,
            });
        }
    }
    (!role.partly_unreadable()).then_some(users)
}

/// User names in the secrets that were looked into, each with its secret's name, and the first
/// reason why another was not.
fn stored(observed: &Observed, proxy: &Proxy) -> (Vec<(String, String)>, Option<Stop>) {
    let (mut names, mut gap) = (Vec::new(), None);
    for auth in &proxy.auth {
        let secret = observed.proxy_secrets.iter().find(|secret| secret.arn == auth.secret_arn);
        let Some(secret) = secret else {
            gap = gap.or(Some(Stop::unknown(
                t!("seen-unread", what = &auth.secret_arn),
                &["secretsmanager:DescribeSecret"],
            )));
            continue;
        };
        match shape(secret) {
            Ok((metadata, shape)) => names.extend(shape.username.clone().map(|user| (user, metadata.name.clone()))),
            Err(Stop::NotApplicable) => {}
            Err(unknown) => gap = gap.or(Some(unknown)),
        }
    }
    (names, gap)
}

fn not_registered(observed: &Observed) -> Check {
    let proxy = with_secrets(observed)?;
    let users = expected(observed, proxy)?;
    let (names, gap) = stored(observed, proxy);
    if users.iter().any(|user| names.iter().any(|(name, _)| *name == user.name)) {
        return passed();
    }
    if let Some(unknown) = gap {
        return Err(unknown);
    }
    // No secret is readable at all, or `secret-username-case-mismatch` says it.
    if names.is_empty() || users.iter().any(|user| near(user, &names).is_some()) {
        return Err(Stop::NotApplicable);
    }
    let mut seen = Seen::at("db-proxy", &proxy.name);
    for user in &users {
        seen = seen.because(t!("seen-secret-function-user", user = &user.name, from = &user.from));
    }
    for (name, secret) in &names {
        seen = seen.because(t!("seen-secret-user-in", secret = secret, user = name));
    }
    let certain = users.iter().all(|user| user.certain);
    seen.sure(if certain { Confidence::High } else { Confidence::Medium }).flagged()
}

/// The stored name that differs only in case.
fn near<'a>(user: &Expected, names: &'a [(String, String)]) -> Option<&'a (String, String)> {
    names.iter().find(|(name, _)| *name != user.name && name.eq_ignore_ascii_case(&user.name))
}

fn case(observed: &Observed) -> Check {
    let proxy = with_secrets(observed)?;
    let users = expected(observed, proxy)?;
    let (names, gap) = stored(observed, proxy);
    let exact = |user: &Expected| names.iter().any(|(name, _)| *name == user.name);
    let mut found = Vec::new();
    for user in users.iter().filter(|user| !exact(user)) {
        if let Some((name, secret)) = near(user, &names) {
            found.push(
                Seen::at("secret", secret)
                    .because(t!("seen-secret-function-user", user = &user.name, from = &user.from))
                    .because(t!("seen-secret-user-in", secret = secret, user = name))
                    .sure(Confidence::Medium),
            );
        }
    }
    match gap {
        Some(unknown) if found.is_empty() && !users.iter().all(exact) => Err(unknown),
        _ => Ok(found),
    }
}

fn master(observed: &Observed) -> Check {
    let database = facts::database(observed)?;
    let managed = database.master_secret.as_ref().map(|master| master.arn.as_str());
    each(observed, |secret| {
        if managed == Some(secret.arn.as_str()) {
            let fact = t!("seen-secret-of-master", secret = &secret.arn, database = &database.id);
            return Ok(Some(Seen::at("secret", &secret.arn).because(fact)));
        }
        let (metadata, shape) = shape(secret)?;
        let Some(master) = &database.master_username else {
            return Err(Stop::unknown(t!("seen-secret-master-unknown", database = &database.id), &[]));
        };
        Ok((shape.username.as_ref() == Some(master)).then(|| {
            Seen::at("secret", &metadata.name)
                .because(t!("seen-secret-master-user", database = &database.id, user = master))
                .because(t!("seen-secret-user-in", secret = &metadata.name, user = master))
        }))
    })
}

fn duplicate(observed: &Observed) -> Check {
    let proxy = with_secrets(observed)?;
    // One secret cannot be of the same user twice.
    if proxy.auth.len() < 2 {
        return passed();
    }
    let (names, gap) = stored(observed, proxy);
    let mut found = Vec::new();
    for (at, (name, secret)) in names.iter().enumerate() {
        if let Some((_, first)) = names.iter().take(at).find(|(other, _)| other == name) {
            let dropped = observed
                .proxy_secrets
                .iter()
                .filter_map(|one| one.secret.present())
                .find(|one| one.name == *secret)
                .map(|one| one.arn.clone());
            let mut seen = Seen::at("secret", secret)
                .because(t!("seen-secret-user-in", secret = first, user = name))
                .because(t!("seen-secret-user-in", secret = secret, user = name))
                .sure(Confidence::Low);
            if let Some(dropped) = dropped {
                let command = modify_auth(observed, proxy, |auth| (auth.secret_arn != dropped).then_some(auth));
                seen = seen.cures(command.map(|command| command.line()));
            }
            found.push(seen);
        }
    }
    match gap {
        Some(unknown) if found.is_empty() => Err(unknown),
        _ => Ok(found),
    }
}
