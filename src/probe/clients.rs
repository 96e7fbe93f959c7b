//! The same login for other programs: their lines and URLs, without a password.

use super::target::{ProbeTarget, Protocol};
use crate::domain::shell::word;

/// The command without its password, which stands in the environment: arguments are seen by every user.
pub fn terminal_line(target: &ProbeTarget) -> String {
    let ProbeTarget { host, port, user, database, via, .. } = target;
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

/// The variable of the environment in which [`terminal_line`]'s program looks for the password.
pub fn password_variable(protocol: Protocol) -> &'static str {
    match protocol {
        Protocol::Mysql => "MYSQL_PWD",
        Protocol::Postgresql => "PGPASSWORD",
    }
}

/// The addresses that JDBC drivers take, each with the driver's name. The password belongs into its own field.
///
/// Through a tunnel chain and login are checked, the host's name is not: what is dialled has another.
pub fn jdbc_urls(target: &ProbeTarget) -> Vec<(&'static str, String)> {
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
            // These are the words that its versions 2 and 3 both read.
            let unchecked = if checked { "" } else { "&disableSslHostnameVerification=true" };
            vec![
                (
                    "MySQL Connector/J",
                    format!(
                        "jdbc:mysql://{host}:{port}/{database}?sslMode={mode}&defaultAuthenticationPlugin={plugin}"
                    ),
                ),
                ("MariaDB Connector/J", format!("jdbc:mariadb://{host}:{port}/{database}?useSsl=true{unchecked}")),
            ]
        }
        Protocol::Postgresql => {
            let mode = if checked { "verify-full" } else { "verify-ca" };
            let factory = "org.postgresql.ssl.DefaultJavaSSLFactory";
            let url = format!("jdbc:postgresql://{host}:{port}/{database}?sslmode={mode}&sslfactory={factory}");
            vec![("pgjdbc", url)]
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::probe::Via;

    #[test]
    fn through_a_tunnel_the_near_end_is_dialled() {
        let target = |protocol: Protocol| {
            let host = "orders.proxy-abc.eu-west-1.rds.amazonaws.com";
            let target = ProbeTarget::new(host, protocol.proxy_port(), protocol, "o'hara", "orders").unwrap();
            target.via(Some(Via { host: "127.0.0.1".into(), port: 13306 }))
        };
        let mysql = terminal_line(&target(Protocol::Mysql));
        assert!(mysql.contains("--host=127.0.0.1 --port=13306") && mysql.contains("VERIFY_CA"), "{mysql}");
        let psql = terminal_line(&target(Protocol::Postgresql));
        assert!(psql.contains("host=orders.proxy-abc") && psql.contains("hostaddr=127.0.0.1"), "{psql}");
        assert!(psql.contains("verify-full"), "{psql}");
        for (driver, url) in [jdbc_urls(&target(Protocol::Mysql)), jdbc_urls(&target(Protocol::Postgresql))].concat() {
            assert!(url.contains("//127.0.0.1:13306/orders?"), "{driver}: {url}");
        }
    }
}
