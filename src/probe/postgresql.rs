//! Login and query in PostgreSQL's protocol, by `tokio-postgres`.

use secrecy::{ExposeSecret, SecretString};
use std::error::Error as _;
use tokio::task::JoinHandle;
use tokio_postgres::config::SslMode;
use tokio_postgres::{Client, Config, Error, NoTls};

use super::bounded::{Bounded, TooMuch};
use super::fact::{self, Learnt};
use super::failure::{Failure, with_causes};
use super::target::ProbeTarget;
use super::tls::Verified;

use crate::text::t;

/// A session, and the task that drives its connection: ended with it.
pub(super) struct PostgresqlSession {
    pub(super) client: Client,
    driver: JoinHandle<()>,
}

impl Drop for PostgresqlSession {
    fn drop(&mut self) {
        self.driver.abort();
    }
}

/// Logs in on the connection that the TLS stage has verified.
pub(super) async fn log_in(
    target: &ProbeTarget,
    verified: Verified,
    secret: &SecretString,
) -> Result<(PostgresqlSession, Learnt), Failure> {
    let mut config = Config::new();
    config
        .user(&target.user)
        .password(secret.expose_secret())
        .application_name("rds-proxy-wizard")
        // The stream is TLS already; the driver must not ask for it inside.
        .ssl_mode(SslMode::Disable);
    if !target.database.is_empty() {
        config.dbname(&target.database);
    }
    let (client, connection) = config.connect_raw(Bounded::new(verified), NoTls).await.map_err(failure)?;
    let version = connection.parameter("server_version").unwrap_or("unknown");
    let fact = fact::logged_in(&target.user, version);
    let driver = tokio::spawn(async move {
        // A broken connection shows in the query that waits for it.
        let _ = connection.await;
    });
    Ok((PostgresqlSession { client, driver }, fact))
}

/// `SELECT 1`.
pub(super) async fn select_one(session: PostgresqlSession) -> Result<((), Learnt), Failure> {
    let row = session.client.query_one("SELECT 1", &[]).await.map_err(failure)?;
    match row.try_get::<_, i32>(0) {
        Ok(1) => Ok(((), fact::answered(None))),
        other => Err(Failure::Driver(t!("probe-answered-otherwise", answer = format!("{other:?}")))),
    }
}

pub(super) fn failure(error: Error) -> Failure {
    if let Some(refusal) = error.as_db_error() {
        let code = refusal.code().code().to_owned();
        return Failure::Server { code, message: refusal.message().to_owned() };
    }
    let cause = error.source().and_then(|cause| cause.downcast_ref::<std::io::Error>()).and_then(|io| io.get_ref());
    match cause.and_then(|cause| cause.downcast_ref::<TooMuch>()) {
        Some(too_much) => Failure::OtherProtocol(too_much.to_string()),
        None => Failure::Driver(with_causes(&error)),
    }
}
