//! What a stage has learnt, in words: the same ones from this machine and from inside the VPC.

use super::certificate::Certificate;
use super::target::{ProbeTarget, host_and_port};
use crate::text::{series, t};
use std::net::IpAddr;

/// What was learnt, whole and in the few words that a column has room for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Learnt {
    pub words: String,
    pub brief: String,
}

impl Learnt {
    fn new(words: impl Into<String>, brief: impl Into<String>) -> Self {
        Self { words: words.into(), brief: brief.into() }
    }
}

/// The addresses of the endpoint, or of the tunnel to it.
pub(super) fn resolved(target: &ProbeTarget, addresses: &[IpAddr]) -> Learnt {
    let host = target.via.as_ref().map_or(&target.host, |via| &via.host);
    let listed = series(addresses.iter().map(IpAddr::to_string));
    let first = addresses.first().map(IpAddr::to_string).unwrap_or_default();
    let words = if target.via.is_some() {
        t!("probe-resolved-tunnel", host = host, addresses = listed, endpoint = target.endpoint())
    } else if addresses.iter().all(is_private) {
        t!("probe-resolved-private", host = host, addresses = listed)
    } else {
        t!("probe-resolved", host = host, addresses = listed)
    };
    Learnt::new(words, first)
}

/// The address that took the connection.
pub(super) fn connected(address: IpAddr, port: u16) -> Learnt {
    let address = host_and_port(&address.to_string(), port);
    Learnt::new(t!("probe-connected", address = &address), address)
}

/// TLS version and certificate.
pub(super) fn secured(version: &str, certificate: Option<&Certificate>) -> Learnt {
    let words = match certificate {
        Some(certificate) => format!("{version}, {certificate}"),
        None => version.to_owned(),
    };
    Learnt::new(words, t!("fact-verified", version = version))
}

/// What a token is for.
pub(super) fn token(target: &ProbeTarget, region: &str) -> Learnt {
    let words = t!("probe-token", endpoint = target.endpoint(), user = &target.user, region = region);
    Learnt::new(words, t!("probe-token-brief"))
}

/// A password that was typed.
pub(super) fn password(user: &str) -> Learnt {
    let words = t!("probe-password", user = user);
    Learnt::new(words.clone(), words)
}

/// A secret that was read.
pub(super) fn secret(arn: &str) -> Learnt {
    Learnt::new(t!("probe-secret", secret = arn), t!("probe-secret-brief"))
}

/// The login.
pub(super) fn logged_in(user: &str, server: &str) -> Learnt {
    Learnt::new(t!("probe-logged-in", user = user, version = server), server)
}

/// `SELECT 1`.
pub(super) fn answered(connection: Option<&str>) -> Learnt {
    let answered = t!("probe-answered");
    let words = connection.map(|connection| t!("probe-answered-connection", connection = connection));
    Learnt::new(words.unwrap_or_else(|| answered.to_owned()), answered)
}

fn is_private(ip: &IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => ip.is_private(),
        IpAddr::V6(ip) => ip.is_unique_local(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::probe::Protocol;

    #[test]
    fn a_column_has_room_for_the_few_words_that_matter() {
        let target =
            ProbeTarget::new("h.proxy-a.eu-west-1.rds.amazonaws.com", 3306, Protocol::Mysql, "app", "").unwrap();
        let addresses = ["10.0.1.4".parse().unwrap(), "10.0.2.4".parse().unwrap()];
        for (fact, few) in [
            (resolved(&target, &addresses), "10.0.1.4"),
            (connected(addresses[0], 3306), "10.0.1.4:3306"),
            (secured("TLS 1.3", None), "TLS 1.3, verified"),
            (token(&target, "eu-west-1"), "IAM token"),
            (secret("arn:aws:x"), "user and password"),
            (password("app"), "password of app"),
            (logged_in("app", "8.0.42"), "8.0.42"),
            (answered(Some("12")), "answered 1"),
        ] {
            assert_eq!(fact.brief, few, "{}", fact.words);
        }
    }
}
