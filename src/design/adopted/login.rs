//! Which of the proxy's logins is the function's, and how it logs in.

use super::obstacle::Obstacle;
use super::there::There;
use crate::domain::is_owned;
use crate::domain::policy::Effect;
use crate::domain::proxy::{AuthMode, IamAuth, ProxyAuth};
use crate::domain::role::Role;
use crate::domain::secret::ProxySecret;
use crate::rules::{database_user, variables};
use crate::text::t;

pub(super) struct Login {
    pub user: String,
    pub mode: AuthMode,
    /// ARN of the secret that the proxy has for this user; `None` in end-to-end IAM.
    pub secret: Option<String>,
}

pub(super) fn login(there: &There<'_>, named: Option<&str>) -> Result<Login, Obstacle> {
    let user = named.map(str::to_owned).or_else(|| user(there)).ok_or_else(|| {
        let title = t!("adopt-no-user", function = there.function.name.as_str(), proxy = there.proxy.name.as_str());
        Obstacle::open(title, t!("adopt-no-user-cure"))
    })?;
    let entry = entry(there, &user)?;
    let mode = match entry.map(|entry| &entry.iam_auth) {
        None => AuthMode::EndToEndIam,
        Some(IamAuth::Disabled) => AuthMode::Password,
        Some(IamAuth::Enabled) if token_users(there).is_empty() => AuthMode::Password,
        Some(_) => AuthMode::StandardIam,
    };
    Ok(Login { user, mode, secret: entry.map(|entry| entry.secret_arn.clone()) })
}

/// The surest first: what the function says, what its role may, what a secret holds, whom the proxy may be.
fn user(there: &There<'_>) -> Option<String> {
    let by_token = token_users(there);
    let said = database_user(there.observed, there.proxy).filter(|user| user.certain).map(|user| user.name);
    said.or_else(|| single(by_token)).or_else(|| master(there)).or_else(|| single(proxys_users(there)))
}

/// Users of this proxy that the function's role names.
fn token_users(there: &There<'_>) -> Vec<String> {
    users_of(there.function_role, &format!(":dbuser:{}/", there.proxy.resource_id()))
}

/// Users of the database that the proxy's role names: end-to-end IAM.
fn proxys_users(there: &There<'_>) -> Vec<String> {
    users_of(there.role, &format!(":dbuser:{}/", there.database.resource_id))
}

fn users_of(role: &Role, of: &str) -> Vec<String> {
    let statements = role.policies().flat_map(|(_, document)| &document.statement);
    let allowed = statements.filter(|one| one.effect == Effect::Allow && one.has_action("rds-db:connect"));
    let named = allowed.flat_map(|one| one.resource.iter()).filter_map(|arn| arn.split_once(of));
    let mut users: Vec<String> = named.map(|(_, user)| user.to_owned()).collect();
    users.sort();
    users.dedup();
    users
}

/// A wildcard names nobody.
fn single(users: Vec<String>) -> Option<String> {
    match users.as_slice() {
        [user] if !user.contains(['*', '?', '$']) => Some(user.clone()),
        _ => None,
    }
}

/// The only secret is the one that RDS keeps for the master user.
fn master(there: &There<'_>) -> Option<String> {
    match there.observed.proxy_secrets.as_slice() {
        [secret] if is_master(there, secret) => there.database.master_username.clone(),
        _ => None,
    }
}

fn is_master(there: &There<'_>, secret: &ProxySecret) -> bool {
    there.database.master_secret.as_ref().is_some_and(|master| master.arn == secret.arn)
}

/// The entry of this user; `None` where the default scheme decides.
fn entry<'a>(there: &There<'a>, user: &str) -> Result<Option<&'a ProxyAuth>, Obstacle> {
    let proxy = there.proxy;
    let secrets = &there.observed.proxy_secrets;
    let of = |arn: &str| proxy.auth.iter().find(|entry| entry.secret_arn == arn);
    let holds = |secret: &&ProxySecret| match secret.shape.present() {
        Some(shape) => shape.username.as_deref() == Some(user),
        None => is_master(there, secret) && there.database.master_username.as_deref() == Some(user),
    };
    if let Some(secret) = secrets.iter().find(holds) {
        return Ok(of(&secret.arn));
    }
    let all_read = secrets.iter().all(|secret| secret.shape.present().is_some());
    match (proxy.auth.as_slice(), proxy.default_iam_auth) {
        ([], true) => return Ok(None),
        (_, true) if all_read => return Ok(None),
        ([only], false) => return Ok(Some(only)),
        _ => {}
    }
    // The function says which, or a setup of this proxy's name has made just one of them.
    let said = variables(there.observed, proxy).secret;
    let said = said.and_then(|name| there.function.environment.get(&name)?.shown().and_then(of));
    let own = |secret: &&ProxySecret| secret.secret.present().is_some_and(|secret| is_owned(&secret.tags, &proxy.name));
    let mut owned = secrets.iter().filter(own);
    let made = owned.next().filter(|_| owned.next().is_none()).and_then(|secret| of(&secret.arn));
    said.or(made).map(Some).ok_or_else(|| {
        let title = t!("adopt-no-secret", user = user, proxy = proxy.name.as_str(), count = proxy.auth.len());
        Obstacle::open(title, t!("adopt-no-secret-cure"))
    })
}
