//! Statements that are run once a login has passed: for the database user, which no AWS call can make.

use mysql_async::Conn;
use mysql_async::prelude::Queryable;
use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;
use std::future::Future;
use std::time::Duration;
use tokio::time::timeout;
use tokio_postgres::SimpleQueryMessage;

use super::failure::Failure;
use super::run::{DatabaseSession, Walk};
use super::stage::{Attempt, StageEvent};
use super::target::ProbeTarget;
use super::trust::Trust;
use super::{mysql, postgresql};
use crate::domain::outside::one_line;
use crate::text::t;

/// The longest that one statement may take: it waits for locks of the catalogue.
const LIMIT: Duration = Duration::from_secs(15);

/// An open session that runs statements, each within a limit.
pub struct Opened {
    session: DatabaseSession,
}

/// Why a statement did not run: the server's own words, without what was sent to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{0}")]
pub struct NotRun(pub String);

/// Logs in with a password. The attempt holds the stages up to the login; without a session it says why.
pub async fn open(
    target: &ProbeTarget,
    trust: &Trust,
    password: SecretString,
    on_event: &mut (dyn FnMut(StageEvent) + Send),
) -> (Attempt, Option<Opened>) {
    let credential = super::Credential::Password(password);
    let mut walk = Walk::new(target, trust, &credential, on_event);
    let session = walk.open().await;
    (walk.finish(), session.map(|session| Opened { session }))
}

impl Opened {
    /// The first value of the first row, as text; `None` where there is no row.
    ///
    /// # Errors
    /// What the server said.
    pub async fn ask(&mut self, query: &str) -> Result<Option<String>, NotRun> {
        match &mut self.session {
            DatabaseSession::Mysql(session) => {
                within(async { session.query_first::<String, _>(query).await.map_err(mysql::failure) }).await
            }
            DatabaseSession::Postgresql(session) => {
                within(async {
                    let rows = session.client.simple_query(query).await.map_err(postgresql::failure)?;
                    let row = rows.into_iter().find_map(|message| match message {
                        SimpleQueryMessage::Row(row) => Some(row),
                        _ => None,
                    });
                    Ok(row.and_then(|row| row.get(0).map(str::to_owned)))
                })
                .await
            }
        }
    }

    /// Runs one statement, which may hold a password.
    ///
    /// # Errors
    /// What the server said; a text that repeats the statement is left out.
    pub async fn run(&mut self, statement: &SecretString) -> Result<(), NotRun> {
        let statement = statement.expose_secret();
        match &mut self.session {
            DatabaseSession::Mysql(session) => within(run_mysql(session, statement)).await,
            DatabaseSession::Postgresql(session) => {
                within(async { session.client.batch_execute(statement).await.map_err(postgresql::failure) }).await
            }
        }
    }
}

async fn run_mysql(session: &mut Conn, statement: &str) -> Result<(), Failure> {
    session.query_drop(statement).await.map_err(mysql::failure)
}

async fn within<T>(work: impl Future<Output = Result<T, Failure>>) -> Result<T, NotRun> {
    let result = timeout(LIMIT, work).await.unwrap_or(Err(Failure::TimedOut(LIMIT)));
    // MySQL quotes a piece of a statement that it cannot parse.
    let told = |failure: &Failure| match failure {
        Failure::Server { code, .. } if code == "1064" => t!("probe-not-understood", code = code),
        other => one_line(&other.to_string()).into_owned(),
    };
    result.map_err(|failure| NotRun(told(&failure)))
}
