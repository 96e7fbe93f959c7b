//! What another program connects with: its line or its password, with a fresh token. The token goes to the
//! clipboard and nowhere else.

use std::net::TcpListener;
use std::sync::Arc;

use secrecy::{ExposeSecret, SecretString};

use super::state::{State, TunnelNeeds};
use super::tasks::{Answer, Tasks};
use crate::cloud::token::TokenRequest;
use crate::cloud::{Connection, Wire};
use crate::domain::shell::word;
use crate::probe::{Protocol, Target, Via};
use crate::report::{Kind, Report};
use crate::text::t;
use crate::tunnel::{self, Carrier, Open, Tunnel, TunnelError};

/// A program that connects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Client {
    /// `mysql` or `psql`, by the protocol.
    Terminal,
    /// One that has a field for the password: DBeaver, DataGrip.
    Password,
}

/// The command without its password, which stands in the environment: arguments are seen by every user.
pub fn terminal_line(target: &Target) -> String {
    let Target { host, port, user, database, via, .. } = target;
    match target.protocol {
        Protocol::Mysql => {
            // The certificate is for the endpoint's name, which a tunnel's near end has not.
            let (host, port, mode) = match via {
                Some(via) => (&via.host, via.port, "VERIFY_CA"),
                None => (host, *port, "VERIFY_IDENTITY"),
            };
            let database = if database.is_empty() { String::new() } else { format!(" {}", word(database)) };
            format!(
                "mysql --host={} --port={port} --user={} --enable-cleartext-plugin --ssl-mode={mode} \
                 --ssl-ca=AmazonRootCA1.pem{database}",
                word(host),
                word(user)
            )
        }
        Protocol::Postgresql => {
            let dialled = via.as_ref().map(|via| format!(" hostaddr={}", via.host)).unwrap_or_default();
            let port = via.as_ref().map_or(*port, |via| via.port);
            let value = |text: &str| format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"));
            let database = if database.is_empty() { "postgres" } else { database };
            let words = format!(
                "host={host}{dialled} port={port} user={} dbname={} sslmode=verify-full sslrootcert=system",
                value(user),
                value(database)
            );
            format!("psql {}", word(&words))
        }
    }
}

/// The address that a JDBC client takes. The password belongs into its own field.
pub fn jdbc_url(target: &Target) -> String {
    let (host, port) = match &target.via {
        Some(via) => (via.host.as_str(), via.port),
        None => (target.host.as_str(), target.port),
    };
    let checked = target.via.is_none();
    let database = &target.database;
    match target.protocol {
        Protocol::Mysql => {
            let mode = if checked { "VERIFY_IDENTITY" } else { "VERIFY_CA" };
            let plugin = "com.mysql.cj.protocol.a.authentication.MysqlClearPasswordPlugin";
            format!("jdbc:mysql://{host}:{port}/{database}?sslMode={mode}&defaultAuthenticationPlugin={plugin}")
        }
        Protocol::Postgresql => {
            let mode = if checked { "verify-full" } else { "verify-ca" };
            let factory = "org.postgresql.ssl.DefaultJavaSSLFactory";
            format!("jdbc:postgresql://{host}:{port}/{database}?sslmode={mode}&sslfactory={factory}")
        }
    }
}

fn with_token(client: Client, target: &Target, token: &str) -> String {
    match (client, target.protocol) {
        (Client::Password, _) => token.to_owned(),
        // A blank before it keeps it out of the history of most shells.
        (Client::Terminal, Protocol::Mysql) => format!(" MYSQL_PWD={} {}", word(token), terminal_line(target)),
        (Client::Terminal, Protocol::Postgresql) => format!(" PGPASSWORD={} {}", word(token), terminal_line(target)),
    }
}

/// Signs a token for what the form says, and copies it as this program wants it.
pub fn copy(state: &mut State, tasks: &Tasks, client: Client) {
    let Some(connection) = state.connection().cloned() else { return };
    let target = state.pages.connect.target(&connection.account);
    tasks.answer(async move {
        Answer::Login(match target {
            Ok(target) => signed(&connection, &target)
                .await
                .map(|token| SecretString::from(with_token(client, &target, token.expose_secret()))),
            Err(report) => Err(report),
        })
    });
}

async fn signed(connection: &Connection, target: &Target) -> Result<SecretString, Report> {
    let Wire::Network(tokens) = &connection.wire else {
        return Err(Report::new(Kind::Input, t!("login-practice")));
    };
    let tokens = Arc::clone(tokens);
    let request = TokenRequest {
        host: target.host.clone(),
        port: target.port,
        user: target.user.clone(),
        region: target.region.clone().unwrap_or_else(|| connection.account.region.clone()),
    };
    tokens.token(&request).await.map_err(|why| Report::new(Kind::Aws, why.to_string()))
}

/// Looks at the search path, and for a free port.
pub fn tunnel_needs() -> TunnelNeeds {
    let free = TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr());
    TunnelNeeds { missing: tunnel::missing(), port: free.map_or(13306, |address| address.port()) }
}

/// Opens a tunnel, where there is a network for it. Gives its near end.
pub async fn dig(
    connection: &Connection,
    target: &Target,
    carrier: &Carrier,
    port: u16,
) -> Result<(Via, Option<Open>), Report> {
    let region = target.region.as_deref().unwrap_or(&connection.account.region);
    let tunnel = Tunnel::at(port, target, carrier, region, connection.profile.as_deref());
    let refused =
        |error: TunnelError| Report::new(Kind::Input, error.to_string()).hint(error.hint()).with_copy(tunnel.line());
    let open = match &connection.wire {
        Wire::Network(_) => Some(tunnel::open(&tunnel).await.map_err(refused)?),
        Wire::Simulated(_) => None,
    };
    Ok((tunnel.via(), open))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn target(protocol: Protocol) -> Target {
        let host = "orders.proxy-abc.eu-west-1.rds.amazonaws.com";
        Target::new(host, protocol.proxy_port(), protocol, "o'hara", "orders").unwrap()
    }

    #[test]
    fn no_argument_holds_the_token_and_names_stay_names() {
        for protocol in [Protocol::Mysql, Protocol::Postgresql] {
            let line = with_token(Client::Terminal, &target(protocol), "TO&KEN");
            let (before, after) = line.split_once("TO&KEN").unwrap();
            assert!(before.ends_with("_PWD='") || before.ends_with("PGPASSWORD='"), "{line}");
            assert!(!after.contains("TO&KEN") && after.contains("o"), "{line}");
            assert_eq!(with_token(Client::Password, &target(protocol), "TO&KEN"), "TO&KEN");
        }
    }

    #[test]
    fn through_a_tunnel_the_near_end_is_dialled() {
        let via = Some(Via { host: "127.0.0.1".into(), port: 13306 });
        let mysql = terminal_line(&target(Protocol::Mysql).via(via.clone()));
        assert!(mysql.contains("--host=127.0.0.1 --port=13306") && mysql.contains("VERIFY_CA"), "{mysql}");
        let psql = terminal_line(&target(Protocol::Postgresql).via(via));
        assert!(psql.contains("host=orders.proxy-abc") && psql.contains("hostaddr=127.0.0.1"), "{psql}");
        assert!(psql.contains("verify-full"), "{psql}");
    }
}
