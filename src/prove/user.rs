//! A database user, made over a login that a person types: looked for before and after.

use secrecy::SecretString;
use serde::Serialize;

use crate::cloud::Wire;
use crate::domain::database::EngineFamily;
use crate::domain::observed::Observed;
use crate::export::{DatabaseUser, ProxyLogsIn, UserState};
use crate::probe::{self, Attempt, Protocol, StageEvent, Target, TargetError, Trust};
use crate::text::t;

/// Whose statements these are, owned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WantedUser {
    pub family: EngineFamily,
    pub user: String,
    pub database: Option<String>,
    pub login: ProxyLogsIn,
}

impl WantedUser {
    /// Of the observed proxy; `database` nothing means the one that the database was made with.
    pub fn new(observed: &Observed, user: &str, database: Option<&str>) -> Option<Self> {
        let proxy = observed.proxy.present()?;
        let known = observed.database.present().and_then(|database| database.database_name.clone());
        // Users that no entry of Auth names follow the default scheme.
        let login = if proxy.default_iam_auth { ProxyLogsIn::WithToken } else { ProxyLogsIn::WithPassword };
        let database = database.map(str::to_owned).or(known);
        Some(Self { family: proxy.engine_family, user: user.to_owned(), database, login })
    }

    /// Its statements.
    pub fn statements(&self) -> DatabaseUser<'_> {
        let Self { family, user, database, login } = self;
        DatabaseUser { family: *family, user, database: database.as_deref(), login: *login }
    }
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
    Target(#[from] TargetError),
}

/// The database itself, as this person: users are not made through a proxy.
pub fn database_target(observed: &Observed, wanted: &WantedUser, login_as: &str) -> Result<Target, NoDatabase> {
    let database = observed.database.present().ok_or(NoDatabase::Unknown)?;
    let host = database.host.as_deref().ok_or(NoDatabase::Unknown)?;
    let port = database.port.unwrap_or_else(|| wanted.family.proxy_port());
    let protocol = Protocol::of(wanted.family).ok_or(NoDatabase::SqlServer)?;
    // PostgreSQL grants what is in a database only from inside it.
    let name = if protocol == Protocol::Postgresql { wanted.database.as_deref().unwrap_or("postgres") } else { "" };
    let target = Target::new(host, port, protocol, login_as, name)?;
    Ok(target.in_region(Some(observed.account.region.clone())))
}

/// A statement that was run, [`crate::export::PASSWORD`] in the password's place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ran {
    pub statement: String,
    /// What the server said against it.
    pub error: Option<String>,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MadeUser {
    /// The stages up to the login; nothing where the account only simulates its databases.
    pub attempt: Option<Attempt>,
    /// How the user logged in before; nothing where it could not be read.
    pub before: Option<UserState>,
    /// Ends at the first that failed.
    pub ran: Vec<Ran>,
    /// How it logs in now.
    pub after: Option<UserState>,
}

impl MadeUser {
    /// Everything was run.
    pub fn is_done(&self) -> bool {
        !self.ran.is_empty() && self.ran.iter().all(|ran| ran.error.is_none())
    }
}

/// Makes the user, or grants what one that is there lacks. Both passwords are kept nowhere.
pub async fn make_user(
    wire: &Wire,
    target: &Target,
    trust: &Trust,
    login: SecretString,
    wanted: &WantedUser,
    password: Option<&SecretString>,
    on_event: &mut (dyn FnMut(StageEvent) + Send),
) -> MadeUser {
    let user = wanted.statements();
    if let Wire::Simulated(_) = wire {
        let ran = user.to_run(&UserState::Absent).into_iter().map(|statement| Ran { statement, error: None });
        let after = match wanted.login {
            ProxyLogsIn::WithPassword => UserState::WithPassword,
            ProxyLogsIn::WithToken => UserState::WithToken,
        };
        return MadeUser { attempt: None, before: Some(UserState::Absent), ran: ran.collect(), after: Some(after) };
    }
    let (attempt, session) = probe::open(target, trust, login, on_event).await;
    let mut made = MadeUser { attempt: Some(attempt), before: None, ran: Vec::new(), after: None };
    let (Some(mut session), Some(query)) = (session, user.state_query()) else { return made };
    match session.ask(&query).await {
        Ok(answer) => made.before = Some(DatabaseUser::state(answer.as_deref())),
        // Without a look, a user that is there could be taken for a new one.
        Err(why) => {
            made.ran.push(Ran { statement: query, error: Some(why.to_string()) });
            return made;
        }
    }
    for statement in user.to_run(made.before.as_ref().unwrap_or(&UserState::Absent)) {
        let whole = match password {
            Some(password) => user.with_password(&statement, password),
            None => SecretString::from(statement.clone()),
        };
        let error = session.run(&whole).await.err().map(|why| why.to_string());
        let failed = error.is_some();
        made.ran.push(Ran { statement, error });
        if failed {
            break;
        }
    }
    made.after = session.ask(&query).await.ok().map(|answer| DatabaseUser::state(answer.as_deref()));
    made
}
