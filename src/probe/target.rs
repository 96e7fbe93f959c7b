//! What to connect to, checked before anything is dialled.

use rustls::pki_types::ServerName;
use serde::Serialize;
use std::fmt;
use std::str::FromStr;

use crate::domain::database::EngineFamily;
use crate::text::t;

/// The wire protocol.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Protocol {
    /// MySQL, MariaDB and Aurora MySQL.
    Mysql,
    /// PostgreSQL and Aurora PostgreSQL.
    Postgresql,
}

impl Protocol {
    /// A proxy's protocol; `None` for SQL Server, which is not spoken here.
    pub fn from_family(family: EngineFamily) -> Option<Self> {
        match family {
            EngineFamily::Mysql => Some(Self::Mysql),
            EngineFamily::Postgresql => Some(Self::Postgresql),
            EngineFamily::Sqlserver => None,
        }
    }

    fn family(self) -> EngineFamily {
        match self {
            Self::Mysql => EngineFamily::Mysql,
            Self::Postgresql => EngineFamily::Postgresql,
        }
    }

    /// The port every proxy of this protocol listens on, whatever the database's own port is.
    pub fn proxy_port(self) -> u16 {
        self.family().proxy_port()
    }

    /// The word the command line takes.
    pub fn word(self) -> &'static str {
        match self {
            Self::Mysql => "mysql",
            Self::Postgresql => "postgresql",
        }
    }
}

/// `mysql` or `postgresql`.
impl FromStr for Protocol {
    type Err = TargetError;

    fn from_str(text: &str) -> Result<Self, TargetError> {
        match text {
            "mysql" => Ok(Self::Mysql),
            "postgresql" => Ok(Self::Postgresql),
            _ => Err(TargetError::Protocol { text: text.to_owned() }),
        }
    }
}

/// Why a target was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TargetError {
    /// Not a host name: a URL, a host with its port, an empty text.
    #[error("{}", t!("error-target-host", text = .text))]
    Host {
        /// What was given.
        text: String,
    },
    /// Port 0.
    #[error("{}", t!("error-target-port"))]
    Port,
    /// No user.
    #[error("{}", t!("error-target-user"))]
    User,
    /// Not a protocol that is spoken here.
    #[error("{}", t!("error-target-protocol", text = .text))]
    Protocol {
        /// What was given.
        text: String,
    },
    /// Not `HOST:PORT`.
    #[error("{}", t!("error-target-via", text = .text))]
    Via {
        /// What was given.
        text: String,
    },
}

/// A tunnel's local end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Via {
    /// Host or address.
    pub host: String,
    /// Port.
    pub port: u16,
}

/// `HOST:PORT`; an IPv6 address stands in brackets.
impl FromStr for Via {
    type Err = TargetError;

    fn from_str(text: &str) -> Result<Self, TargetError> {
        let refused = || TargetError::Via { text: text.to_owned() };
        let (host, port) = text.rsplit_once(':').ok_or_else(refused)?;
        let bare = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(host);
        let port = port.parse().ok().filter(|port| *port != 0).ok_or_else(refused)?;
        ServerName::try_from(bare).map_err(|_| refused())?;
        Ok(Self { host: bare.to_owned(), port })
    }
}

impl fmt::Display for Via {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&host_and_port(&self.host, self.port))
    }
}

/// What to connect to. Public fields are for reading; make one with [`ProbeTarget::new`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ProbeTarget {
    /// The endpoint: dialled, checked in the certificate, signed into the token.
    pub host: String,
    /// The endpoint's port.
    pub port: u16,
    /// The protocol spoken there.
    #[serde(rename = "engine")]
    pub protocol: Protocol,
    /// The database user.
    pub user: String,
    /// The database; empty for the server's default.
    pub database: String,
    /// A tunnel to dial instead.
    pub via: Option<Via>,
    /// The region a token is signed for; see [`ProbeTarget::in_region`].
    pub region: Option<String>,
}

impl ProbeTarget {
    /// Checks host, port and user. The region is read from the host where it says it.
    pub fn new(host: &str, port: u16, protocol: Protocol, user: &str, database: &str) -> Result<Self, TargetError> {
        let host = host.trim();
        ServerName::try_from(host).map_err(|_| TargetError::Host { text: host.to_owned() })?;
        if port == 0 {
            return Err(TargetError::Port);
        }
        if user.is_empty() {
            return Err(TargetError::User);
        }
        let host = host.trim_end_matches('.').to_ascii_lowercase();
        Ok(Self {
            region: region_of(&host).map(str::to_owned),
            host,
            port,
            protocol,
            user: user.to_owned(),
            database: database.to_owned(),
            via: None,
        })
    }

    /// Dials this tunnel; the certificate and the token stay the endpoint's.
    pub fn via(mut self, via: Option<Via>) -> Self {
        self.via = via;
        self
    }

    /// The session's region, for a host whose name does not tell. Where the name tells, the name
    /// is right: a token for any other region is refused.
    pub fn in_region(mut self, region: Option<String>) -> Self {
        self.region = self.region.or(region);
        self
    }

    /// True for a proxy's endpoint, by its name: `NAME.proxy-HASH.REGION.rds.amazonaws.com`.
    pub fn is_proxy(&self) -> bool {
        aws_labels(&self.host).is_some_and(|labels| labels.split('.').any(|label| label.starts_with("proxy-")))
    }

    /// True for the name of an instance or a cluster itself.
    pub fn is_database(&self) -> bool {
        aws_labels(&self.host).is_some() && !self.is_proxy()
    }

    pub(super) fn endpoint(&self) -> String {
        host_and_port(&self.host, self.port)
    }
}

pub(super) fn host_and_port(host: &str, port: u16) -> String {
    if host.contains(':') { format!("[{host}]:{port}") } else { format!("{host}:{port}") }
}

/// `NAME.proxy-HASH.REGION` of an RDS endpoint.
fn aws_labels(host: &str) -> Option<&str> {
    let host = host.strip_suffix(".cn").unwrap_or(host);
    host.strip_suffix(".rds.amazonaws.com")
}

fn region_of(host: &str) -> Option<&str> {
    aws_labels(host)?.rsplit_once('.').map(|(_, region)| region)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn target(host: &str) -> Result<ProbeTarget, TargetError> {
        ProbeTarget::new(host, 3306, Protocol::Mysql, "app", "orders")
    }

    #[test]
    fn the_region_is_read_from_the_endpoint_and_wins_over_the_sessions() {
        for (host, region) in [
            ("orders.proxy-abc.eu-west-1.rds.amazonaws.com", Some("eu-west-1")),
            ("ro.endpoint.proxy-abc.us-gov-west-1.rds.amazonaws.com", Some("us-gov-west-1")),
            ("Orders.Proxy-abc.cn-north-1.rds.amazonaws.com.cn", Some("cn-north-1")),
            ("db.c9akciq32.eu-central-1.rds.amazonaws.com.", Some("eu-central-1")),
            ("db.internal.example.com", None),
        ] {
            let target = target(host).unwrap();
            assert_eq!(target.region.as_deref(), region, "{host}");
            let session = target.in_region(Some("us-east-1".to_owned()));
            assert_eq!(session.region.as_deref(), region.or(Some("us-east-1")), "{host}");
        }
    }

    #[test]
    fn proxies_and_databases_are_told_apart_by_name() {
        let proxy = target("orders.proxy-abc.eu-west-1.rds.amazonaws.com").unwrap();
        assert!(proxy.is_proxy() && !proxy.is_database());
        let database = target("orders.c9akciq32.eu-west-1.rds.amazonaws.com").unwrap();
        assert!(!database.is_proxy() && database.is_database());
        let neither = target("proxy-abc.example.com").unwrap();
        assert!(!neither.is_proxy() && !neither.is_database());
    }

    #[test]
    fn what_is_no_host_name_is_refused() {
        for host in ["", "https://h", "h:3306", "a b", "user@h", "h/orders"] {
            assert_eq!(target(host), Err(TargetError::Host { text: host.to_owned() }));
        }
        assert_eq!(ProbeTarget::new("h", 0, Protocol::Mysql, "app", ""), Err(TargetError::Port));
        assert_eq!(ProbeTarget::new("h", 1, Protocol::Mysql, "", ""), Err(TargetError::User));
    }

    #[test]
    fn a_tunnel_is_host_and_port() {
        let via: Via = "127.0.0.1:13306".parse().unwrap();
        assert_eq!((via.host.as_str(), via.port), ("127.0.0.1", 13306));
        let via: Via = "[::1]:13306".parse().unwrap();
        assert_eq!((via.host.as_str(), via.to_string().as_str()), ("::1", "[::1]:13306"));
        for text in ["localhost", "localhost:", ":13306", "localhost:0", "localhost:99999", "a b:1"] {
            assert!(text.parse::<Via>().is_err(), "{text}");
        }
    }
}
