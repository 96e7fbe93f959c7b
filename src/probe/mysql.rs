//! Login and query in MySQL's protocol, by `mysql_async`.

use mysql_async::prelude::Queryable;
use mysql_async::{Conn, Error, IoError, OptsBuilder, SslOpts};
use secrecy::{ExposeSecret, SecretString};
use std::net::SocketAddr;

use super::fact::{self, Learnt};
use super::failure::{Failure, with_causes};
use super::target::ProbeTarget;
use super::trust::Trust;

use crate::text::t;

/// Logs in on a connection of its own, since the driver does its own TLS: the same address, name
/// and roots as in the TLS stage. With TLS options set the driver gives up before it sends
/// anything to a server that offers none.
pub(super) async fn log_in(
    target: &ProbeTarget,
    trust: &Trust,
    dialled: SocketAddr,
    secret: &SecretString,
    is_token: bool,
) -> Result<(Conn, Learnt), Failure> {
    let tls = SslOpts::default()
        .with_root_certs(trust.pem().map(|pem| pem.to_vec().into()).into_iter().collect())
        .with_disable_built_in_roots(!trust.is_public());
    let options = OptsBuilder::default()
        // The endpoint's name is what the certificate is checked against; the address is what
        // is dialled, be it the endpoint's or a tunnel's.
        .ip_or_hostname(target.host.clone())
        .resolved_ips(Some([dialled.ip()]))
        .tcp_port(dialled.port())
        .prefer_socket(false)
        .user(Some(target.user.clone()))
        .pass(Some(secret.expose_secret()))
        .db_name(Some(target.database.clone()).filter(|name| !name.is_empty()))
        // A token travels by `mysql_clear_password`, inside TLS. A password never needs it.
        .enable_cleartext_plugin(is_token)
        .ssl_opts(Some(tls))
        // Given here, they are not asked of the server: login stays login.
        .max_allowed_packet(Some(16 << 20))
        .wait_timeout(Some(60));
    let session = Conn::new(options).await.map_err(failure)?;
    let (major, minor, patch) = session.server_version();
    let fact = fact::logged_in(&target.user, &format!("{major}.{minor}.{patch}"));
    Ok((session, fact))
}

/// `SELECT 1`, and goodbye.
pub(super) async fn select_one(mut session: Conn) -> Result<((), Learnt), Failure> {
    let answer: Option<i64> = session.query_first("SELECT 1").await.map_err(failure)?;
    // The answer is in; a goodbye that gets lost changes nothing.
    let _ = session.disconnect().await;
    match answer {
        Some(1) => Ok(((), fact::answered(None))),
        other => Err(Failure::Driver(t!("probe-answered-otherwise", answer = format!("{other:?}")))),
    }
}

pub(super) fn failure(error: Error) -> Failure {
    match error {
        Error::Server(refusal) => Failure::Server { code: refusal.code.to_string(), message: refusal.message },
        Error::Io(IoError::Io(error)) => Failure::from_io(error, || None),
        other => Failure::Driver(with_causes(&other)),
    }
}
