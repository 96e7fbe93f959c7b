//! The temporary function that visits the database: where it stands, with which secrets, and whether its role
//! may read them.

use serde::Serialize;

use super::visit::{Deed, Inside, UserVisit, VisitPlace, visit};
use super::wanted::{NoDatabase, WantedUser, database_target};
use crate::cloud::Connection;
use crate::domain::function::FunctionVpc;
use crate::domain::observed::{Observed, Part};
use crate::domain::secret::name_in_arn;
use crate::export::ProxyLogsIn;
use crate::probe::inside::LogInWith;
use crate::prove::target::NoTarget;
use crate::prove::{Planned, Unproven};
use crate::rules::function_may_read;
use crate::text::t;

/// With which secrets the user is visited from inside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InsideUser {
    pub wanted: WantedUser,
    pub deed: Deed,
    /// Of somebody who may make users.
    pub login_secret: String,
    /// Of the user; nothing where it has no password.
    pub password_secret: Option<String>,
}

/// Which secret is missing, or what else.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoSecret {
    /// The database has no login whose password RDS keeps.
    #[error("{}", t!("make-user-no-login-secret"))]
    Login,
    /// The proxy has several secrets, and whose they are was not looked into.
    #[error("{}", t!("make-user-no-password-secret", user = .0.as_str()))]
    Password(String),
    /// It is not known where the database is.
    #[error(transparent)]
    Database(#[from] NoDatabase),
    /// It is not known in whose place.
    #[error(transparent)]
    Target(#[from] NoTarget),
}

impl InsideUser {
    /// The secrets that were named; else the database's own login that RDS keeps, and the proxy's secret of
    /// the user. The function itself sees to it that the user is in it.
    ///
    /// # Errors
    /// Where neither is known.
    pub fn new(
        observed: &Observed,
        wanted: WantedUser,
        deed: Deed,
        login_secret: Option<&str>,
        password_secret: Option<&str>,
    ) -> Result<Self, NoSecret> {
        let own = || Some(observed.database.present()?.master_secret.as_ref()?.arn.clone());
        let login_secret = login_secret.map(str::to_owned).or_else(own).ok_or(NoSecret::Login)?;
        let password_secret = match wanted.login {
            ProxyLogsIn::WithPassword if deed == Deed::Make => {
                let known = || secret_of(observed, &wanted.user);
                let secret = password_secret.map(str::to_owned).or_else(known);
                Some(secret.ok_or_else(|| NoSecret::Password(wanted.user.clone()))?)
            }
            ProxyLogsIn::WithPassword | ProxyLogsIn::WithToken => None,
        };
        Ok(Self { wanted, deed, login_secret, password_secret })
    }
}

/// The proxy's secret of this user: the one that holds it, or the only one, whoever is in it.
fn secret_of(observed: &Observed, user: &str) -> Option<String> {
    let holds = observed
        .proxy_secrets
        .iter()
        .find(|secret| secret.shape.present().is_some_and(|shape| shape.username.as_deref() == Some(user)));
    if let Some(secret) = holds {
        return Some(secret.arn.clone());
    }
    match observed.proxy.present()?.auth.as_slice() {
        [only] => Some(only.secret_arn.clone()),
        _ => None,
    }
}

/// Whether the function's role may read a secret, as far as its policies say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LoginRead {
    pub secret: String,
    /// Nothing where it is not known.
    pub may: Option<bool>,
}

impl LoginRead {
    /// In a sentence.
    pub fn sentence(&self, role: &str) -> String {
        let secret = name_in_arn(&self.secret);
        match self.may {
            Some(true) => t!("make-user-may-read", role = role, secret = secret),
            Some(false) => t!("make-user-may-not-read", role = role, secret = secret),
            None => t!("make-user-may-read-unknown", role = role, secret = secret),
        }
    }
}

/// A temporary function that can be made to visit the database.
#[derive(Debug, Clone)]
pub struct PlannedUser {
    pub planned: Planned,
    pub visit: InsideUser,
    /// The role it gets.
    pub role: String,
    pub reads: Vec<LoginRead>,
}

impl PlannedUser {
    /// From what was read of proxy, database and function. Asks whether the caller may; changes nothing.
    ///
    /// # Errors
    /// Where it is not known where the database is, or whose place to take.
    pub async fn new(
        connection: &Connection,
        observed: &mut Observed,
        inside: InsideUser,
        ca: Option<String>,
    ) -> Result<Self, NoSecret> {
        // Who logs in stands in the secret; the name is not known here.
        let target = database_target(observed, &inside.wanted, t!("make-user-of-secret"))?;
        let function = observed.function.present().ok_or(NoTarget::NoFunction)?;
        let role = function.role_arn.rsplit('/').next().unwrap_or_default().to_owned();
        let secrets = [Some(&inside.login_secret), inside.password_secret.as_ref()];
        let reads = secrets.into_iter().flatten();
        let reads = reads.map(|secret| LoginRead { secret: secret.clone(), may: function_may_read(observed, secret) });
        let reads = reads.collect();
        let network = beside_the_proxy(observed);
        if let Part::Present(function) = &mut observed.function {
            function.vpc = network;
        }
        let login = LogInWith::Secret(inside.login_secret.clone());
        let planned = Planned::to(connection, observed, target, login, ca).await?;
        Ok(Self { planned, visit: inside, role, reads })
    }

    /// Asks the function, which has been made by now.
    ///
    /// # Errors
    /// Where it could not be asked or did not answer.
    pub async fn ask(&self, connection: &Connection) -> Result<UserVisit, Unproven> {
        let planned = &self.planned;
        let mut target = planned.target.clone();
        // Whoever is in the secret.
        target.user.clear();
        let mut place = VisitPlace::Inside(Inside {
            cloud: connection.writer.as_ref(),
            function: &planned.name,
            target: &target,
            login: &planned.login,
            password_secret: self.visit.password_secret.as_deref(),
            ca: planned.ca.as_deref(),
        });
        visit(&mut place, &self.visit.wanted, self.visit.deed).await
    }

    /// What it will run, [`crate::export::PASSWORD`] in the password's place.
    pub fn statements(&self) -> Vec<String> {
        let user = self.visit.wanted.statements();
        match self.visit.deed {
            Deed::Look => Vec::new(),
            Deed::Make => user.sql().statements,
            Deed::Drop => user.to_drop(),
        }
    }
}

/// The database lets in the proxy, and seldom the function: where both are in one VPC the temporary function
/// has the groups of both, else it stands where the proxy stands.
fn beside_the_proxy(observed: &Observed) -> Option<FunctionVpc> {
    let own = observed.function.present().and_then(|function| function.vpc.clone());
    let Some(proxy) = observed.proxy.present() else { return own };
    match own.filter(|own| own.vpc_id == proxy.vpc_id) {
        Some(mut own) => {
            for group in &proxy.security_group_ids {
                if !own.security_group_ids.contains(group) {
                    own.security_group_ids.push(group.clone());
                }
            }
            Some(own)
        }
        None => Some(FunctionVpc {
            vpc_id: proxy.vpc_id.clone(),
            subnet_ids: proxy.subnet_ids.clone(),
            security_group_ids: proxy.security_group_ids.clone(),
            ipv6_allowed: false,
        }),
    }
}
