//! Whose statements they are, and in which database. Pure.

use crate::domain::database::EngineFamily;
use crate::domain::observed::Observed;
use crate::domain::proxy::Proxy;
use crate::export::{DatabaseUser, ProxyLogsIn, Rights, RightsError};
use crate::probe::{ProbeTarget, Protocol, TargetError};
use crate::text::t;

/// Whose statements these are, owned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WantedUser {
    pub family: EngineFamily,
    pub user: String,
    pub database: Option<String>,
    pub login: ProxyLogsIn,
    pub rights: Rights,
}

/// Why it is not known what to make.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoWanted {
    /// The proxy was not read.
    #[error("{}", t!("prove-no-proxy"))]
    NoProxy,
    /// Some users of the proxy have an entry of their own and others follow its default, and whose the
    /// entries are stands in secrets that were not looked into.
    #[error("{}", t!("make-user-login-unknown", user = .0.as_str()))]
    Login(String),
    /// Not rights that can be granted.
    #[error(transparent)]
    Rights(#[from] RightsError),
}

impl WantedUser {
    /// Of the observed proxy. `database` nothing means the one that the database was made with; `login`
    /// nothing means what the proxy says of this user.
    ///
    /// # Errors
    /// Where the proxy does not say enough, or `rights` are none.
    pub fn new(
        observed: &Observed,
        user: &str,
        database: Option<&str>,
        rights: &str,
        login: Option<ProxyLogsIn>,
    ) -> Result<Self, NoWanted> {
        let proxy = observed.proxy.present().ok_or(NoWanted::NoProxy)?;
        let known = observed.database.present().and_then(|database| database.database_name.clone());
        let login =
            login.or_else(|| proxy_logs_in(observed, proxy, user)).ok_or_else(|| NoWanted::Login(user.to_owned()))?;
        Ok(Self {
            family: proxy.engine_family,
            user: user.to_owned(),
            database: database.map(str::to_owned).or(known),
            login,
            rights: Rights::parse(rights, proxy.engine_family)?,
        })
    }

    /// Its statements.
    pub fn statements(&self) -> DatabaseUser<'_> {
        let Self { family, user, database, login, rights } = self;
        DatabaseUser { family: *family, user, database: database.as_deref(), login: *login, rights: rights.clone() }
    }
}

/// How the proxy logs in as this user: with the secret of the entry that names the user, else as its default
/// scheme says. Nothing where that hangs on secrets that were not looked into.
pub fn proxy_logs_in(observed: &Observed, proxy: &Proxy, user: &str) -> Option<ProxyLogsIn> {
    if !proxy.default_iam_auth {
        return Some(ProxyLogsIn::WithPassword);
    }
    let shapes = proxy.auth.iter().map(|auth| {
        let secret = observed.proxy_secrets.iter().find(|secret| secret.arn == auth.secret_arn);
        secret.and_then(|secret| secret.shape.present())
    });
    let shapes: Vec<_> = shapes.collect();
    if shapes.iter().flatten().any(|shape| shape.username.as_deref() == Some(user)) {
        return Some(ProxyLogsIn::WithPassword);
    }
    shapes.iter().all(Option::is_some).then_some(ProxyLogsIn::WithToken)
}

/// Why it is not known where to make it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoDatabase {
    /// The database was not read, or has no host yet.
    #[error("{}", t!("make-user-no-database"))]
    Unknown,
    /// SQL Server is not spoken here.
    #[error("{}", t!("prove-sqlserver"))]
    SqlServer,
    /// Not something that can be connected to.
    #[error(transparent)]
    ProbeTarget(#[from] TargetError),
}

/// The database itself, as this person: users are not made through a proxy.
pub fn database_target(observed: &Observed, wanted: &WantedUser, login_as: &str) -> Result<ProbeTarget, NoDatabase> {
    let database = observed.database.present().ok_or(NoDatabase::Unknown)?;
    let host = database.host.as_deref().ok_or(NoDatabase::Unknown)?;
    let port = database.port.unwrap_or_else(|| wanted.family.proxy_port());
    let protocol = Protocol::from_family(wanted.family).ok_or(NoDatabase::SqlServer)?;
    // PostgreSQL grants what is in a database only from inside it.
    let name = if protocol == Protocol::Postgresql { wanted.database.as_deref().unwrap_or("postgres") } else { "" };
    let target = ProbeTarget::new(host, port, protocol, login_as, name)?;
    Ok(target.in_region(Some(observed.account.region.clone())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::observed::Part;
    use crate::domain::proxy::{IamAuth, ProxyAuth};
    use crate::domain::secret::{ProxySecret, SecretShape};

    fn proxy(default_iam_auth: bool, secrets: &[&str]) -> Proxy {
        let text = r#"{ "name": "p", "arn": "arn:aws:rds:eu-west-1:1:db-proxy:prx-1", "status": "available",
            "engine_family": "MYSQL", "vpc_id": "vpc-1", "subnet_ids": [], "security_group_ids": [], "auth": [],
            "default_iam_auth": false, "role_arn": "r", "endpoint": null, "require_tls": true,
            "idle_client_timeout_secs": 1800, "debug_logging": false, "endpoint_network_type": "IPV4",
            "target_connection_network_type": "IPV4", "tags": {} }"#;
        let mut proxy: Proxy = serde_json::from_str(text).unwrap();
        let entry = |arn: &&str| ProxyAuth {
            secret_arn: (*arn).to_owned(),
            iam_auth: IamAuth::Required,
            client_password_auth_type: None,
            description: None,
        };
        proxy.auth = secrets.iter().map(entry).collect();
        proxy.default_iam_auth = default_iam_auth;
        proxy
    }

    fn secret(arn: &str, user: Option<&str>) -> ProxySecret {
        let shape = user.map(|user| SecretShape { username: Some(user.to_owned()), ..SecretShape::default() });
        ProxySecret { shape: shape.map_or(Part::NotAsked, Part::Present), ..ProxySecret::unread(arn) }
    }

    #[test]
    fn the_entry_that_names_the_user_goes_before_the_default() {
        use ProxyLogsIn::{WithPassword, WithToken};
        let app = || secret("a", Some("app"));
        for (default_iam_auth, entries, read, user, wanted) in [
            (false, vec!["a"], vec![], "app", Some(WithPassword)),
            (true, vec![], vec![], "app", Some(WithToken)),
            (true, vec!["a"], vec![app()], "app", Some(WithPassword)),
            (true, vec!["a"], vec![app()], "report", Some(WithToken)),
            // Whose the entry is nobody has looked: it may be this user's.
            (true, vec!["a"], vec![secret("a", None)], "app", None),
            (true, vec!["a", "b"], vec![app(), secret("b", None)], "report", None),
            (true, vec!["a", "b"], vec![app(), secret("b", None)], "app", Some(WithPassword)),
        ] {
            let observed = Observed { proxy_secrets: read, ..Observed::default() };
            let proxy = proxy(default_iam_auth, &entries);
            assert_eq!(proxy_logs_in(&observed, &proxy, user), wanted, "{default_iam_auth} {entries:?} {user}");
        }
    }
}
