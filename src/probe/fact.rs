//! What a stage has learnt, in words: the same ones from this machine and from inside the VPC.

use super::certificate::Certificate;
use super::stage::Stage;
use super::target::{Target, host_and_port};
use crate::text::t;
use std::net::IpAddr;

/// The addresses of the endpoint, or of the tunnel to it.
pub(super) fn resolved(target: &Target, addresses: &[IpAddr]) -> String {
    let host = target.via.as_ref().map_or(&target.host, |via| &via.host);
    let listed: Vec<String> = addresses.iter().map(IpAddr::to_string).collect();
    let fact = format!("{host} is {}", listed.join(", "));
    if target.via.is_some() {
        return format!("{fact}: a tunnel to {}", target.endpoint());
    }
    if addresses.iter().all(is_private) { format!("{fact} (inside a private network)") } else { fact }
}

/// The address that took the connection.
pub(super) fn connected(address: IpAddr, port: u16) -> String {
    format!("connected to {}", host_and_port(&address.to_string(), port))
}

/// TLS version and certificate.
pub(super) fn secured(version: &str, certificate: Option<&Certificate>) -> String {
    match certificate {
        Some(certificate) => format!("{version}, {certificate}"),
        None => version.to_owned(),
    }
}

/// What a token is for.
pub(super) fn token(target: &Target, region: &str) -> String {
    format!("IAM token for {} as {}, signed for {region}, valid for 15 minutes", target.endpoint(), target.user)
}

/// A password that was typed.
pub(super) fn password(user: &str) -> String {
    format!("password of {user}")
}

/// A secret that was read.
pub(super) fn secret(arn: &str) -> String {
    format!("user and password from {arn}")
}

/// The login.
pub(super) fn logged_in(user: &str, server: &str) -> String {
    format!("logged in as {user}; server version {server}")
}

/// `SELECT 1`.
pub(super) fn answered(connection: Option<&str>) -> String {
    match connection {
        Some(connection) => format!("answered 1; connection {connection}"),
        None => "answered 1".to_owned(),
    }
}

/// A fact of this file in the few words that a column has room for.
pub(super) fn brief(stage: Stage, fact: &str) -> String {
    let after = |words: &str| fact.split_once(words).map_or(fact, |(_, rest)| rest);
    match stage {
        Stage::Resolve => after(" is ").split([' ', ':']).next().unwrap_or_default().trim_end_matches(',').to_owned(),
        Stage::Tcp => after("connected to ").to_owned(),
        Stage::Tls => t!("fact-verified", version = fact.split(',').next().unwrap_or_default()),
        Stage::Token => match fact.split_once(" for ").or_else(|| fact.split_once(" from ")) {
            Some((what, _)) => what.to_owned(),
            None => fact.to_owned(),
        },
        Stage::Login => after("server version ").to_owned(),
        Stage::Query => fact.split(';').next().unwrap_or_default().to_owned(),
    }
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
        let target = Target::new("h.proxy-a.eu-west-1.rds.amazonaws.com", 3306, Protocol::Mysql, "app", "").unwrap();
        let addresses = ["10.0.1.4".parse().unwrap(), "10.0.2.4".parse().unwrap()];
        for (stage, fact, few) in [
            (Stage::Resolve, resolved(&target, &addresses), "10.0.1.4"),
            (Stage::Tcp, connected(addresses[0], 3306), "10.0.1.4:3306"),
            (Stage::Tls, secured("TLS 1.3", None), "TLS 1.3, verified"),
            (Stage::Token, token(&target, "eu-west-1"), "IAM token"),
            (Stage::Token, secret("arn:aws:x"), "user and password"),
            (Stage::Token, password("app"), "password of app"),
            (Stage::Login, logged_in("app", "8.0.42"), "8.0.42"),
            (Stage::Query, answered(Some("12")), "answered 1"),
        ] {
            assert_eq!(brief(stage, &fact), few, "{fact}");
        }
    }
}
