//! Where a proof connects to, and as whom: what a person gave, and for the rest what the proxy says. Pure.

use crate::domain::observed::Observed;
use crate::domain::policy::Effect;
use crate::domain::proxy::{IamAuth, Proxy};
use crate::domain::role::Role;
use crate::domain::secret::ProxySecret;
use crate::probe::inside::LogInWith;
use crate::probe::{Protocol, Target, TargetError};
use crate::rules::database_user;
use crate::text::t;

/// What a person has chosen; nothing means what the proxy suggests.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    pub user: Option<String>,
    pub database: Option<String>,
    /// The secret to log in with, in the place of a token.
    pub secret: Option<String>,
}

/// Why it is not known where to connect to.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoTarget {
    /// The proxy was not read.
    #[error("{}", t!("prove-no-proxy"))]
    NoProxy,
    /// It has no endpoint yet.
    #[error("{}", t!("prove-no-endpoint", name = .0.as_str()))]
    NoEndpoint(String),
    /// SQL Server is not spoken here.
    #[error("{}", t!("prove-sqlserver"))]
    SqlServer,
    /// Nobody says as whom.
    #[error("{}", t!("prove-no-user"))]
    NoUser,
    /// Not something that can be connected to.
    #[error(transparent)]
    Target(#[from] TargetError),
}

/// The proxy's endpoint, the user and how it logs in.
pub fn target(observed: &Observed, wanted: &Wanted) -> Result<(Target, LogInWith), NoTarget> {
    let proxy = observed.proxy.present().ok_or(NoTarget::NoProxy)?;
    let host = proxy.endpoint.as_deref().ok_or_else(|| NoTarget::NoEndpoint(proxy.name.clone()))?;
    let protocol = Protocol::of(proxy.engine_family).ok_or(NoTarget::SqlServer)?;
    let user = wanted.user.clone().or_else(|| Some(database_user(observed, proxy)?.name)).ok_or(NoTarget::NoUser)?;
    let login = match &wanted.secret {
        Some(arn) => LogInWith::Secret(arn.clone()),
        None => login(observed, proxy, &user),
    };
    let known = observed.database.present().and_then(|database| database.database_name.clone());
    let database = wanted.database.clone().or(known).unwrap_or_default();
    let target = Target::new(host, proxy.engine_family.proxy_port(), protocol, &user, &database)?;
    Ok((target.in_region(Some(observed.account.region.clone())), login))
}

fn name_in(secret: &ProxySecret) -> Option<String> {
    secret.shape.present()?.username.clone()
}

/// A token where the function may send one, for that is what it is there for; else as the proxy wants it from
/// this user.
fn login(observed: &Observed, proxy: &Proxy, user: &str) -> LogInWith {
    let sends_tokens = |role: &Role| {
        let statements = role.policies().flat_map(|(_, document)| &document.statement);
        statements.into_iter().any(|one| one.effect == Effect::Allow && one.has_action("rds-db:connect"))
    };
    if observed.function_role.present().is_some_and(sends_tokens) {
        return LogInWith::Token;
    }
    let of_user = |arn: &str| {
        let secret = observed.proxy_secrets.iter().find(|secret| secret.arn == arn);
        secret.and_then(name_in).is_none_or(|name| name == user)
    };
    let by_password = proxy.auth.iter().find(|auth| auth.iam_auth == IamAuth::Disabled && of_user(&auth.secret_arn));
    match by_password {
        Some(auth) if !proxy.default_iam_auth => LogInWith::Secret(auth.secret_arn.clone()),
        _ => LogInWith::Token,
    }
}
