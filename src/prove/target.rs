//! Where a proof connects to, and as whom: what a person gave, and for the rest what the proxy says. Pure.

use crate::domain::observed::Observed;
use crate::domain::proxy::{IamAuth, Proxy, ProxyAuth};
use crate::domain::secret::ProxySecret;
use crate::probe::inside::LogInWith;
use crate::probe::{ProbeTarget, Protocol, TargetError};
use crate::rules::{self, Login, database_user};
use crate::text::t;

/// What a person has chosen; nothing means what the proxy suggests.
#[derive(Debug, Clone, Default)]
pub struct ChosenTarget {
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
    /// Nobody says in whose place.
    #[error("{}", t!("prove-function-missing"))]
    NoFunction,
    /// Not something that can be connected to.
    #[error(transparent)]
    ProbeTarget(#[from] TargetError),
}

/// The proxy's endpoint, the user and how it logs in.
pub fn target(observed: &Observed, wanted: &ChosenTarget) -> Result<(ProbeTarget, LogInWith), NoTarget> {
    let proxy = observed.proxy.present().ok_or(NoTarget::NoProxy)?;
    let host = proxy.endpoint.as_deref().ok_or_else(|| NoTarget::NoEndpoint(proxy.name.clone()))?;
    let protocol = Protocol::from_family(proxy.engine_family).ok_or(NoTarget::SqlServer)?;
    let user = wanted.user.clone().or_else(|| Some(database_user(observed, proxy)?.name)).ok_or(NoTarget::NoUser)?;
    let login = match &wanted.secret {
        Some(arn) => LogInWith::Secret(arn.clone()),
        None => login(observed, proxy, &user),
    };
    let known = observed.database.present().and_then(|database| database.database_name.clone());
    let database = wanted.database.clone().or(known).unwrap_or_default();
    let target = ProbeTarget::new(host, proxy.engine_family.proxy_port(), protocol, &user, &database)?;
    Ok((target.in_region(Some(observed.account.region.clone())), login))
}

fn name_in(secret: &ProxySecret) -> Option<String> {
    secret.shape.present()?.username.clone()
}

/// As the proxy wants it from this user. Where it takes only passwords and the rules see a function that sends
/// tokens all the same, a token: that is the login which is to be proven.
fn login(observed: &Observed, proxy: &Proxy, user: &str) -> LogInWith {
    let of_user = |auth: &&ProxyAuth| {
        let secret = observed.proxy_secrets.iter().find(|secret| secret.arn == auth.secret_arn);
        secret.and_then(name_in).is_some_and(|name| name == user)
    };
    let by_password = |auth: &&ProxyAuth| auth.iam_auth == IamAuth::Disabled;
    let own = proxy.auth.iter().find(of_user);
    let takes_password = match Login::from_proxy(proxy) {
        Login::Password => own.or(proxy.auth.first()),
        Login::Mixed => own.filter(by_password),
        Login::StandardIam | Login::EndToEndIam => None,
    };
    let sends_token = rules::rule("proxy-iam-auth-disabled")
        .is_some_and(|rule| (rule.check)(observed).is_ok_and(|seen| !seen.is_empty()));
    match takes_password {
        Some(auth) if !sends_token => LogInWith::Secret(auth.secret_arn.clone()),
        _ => LogInWith::Token,
    }
}
