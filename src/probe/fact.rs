//! What a stage has learnt, in words: the same ones from this machine and from inside the VPC.

use super::certificate::Certificate;
use super::target::{Target, host_and_port};
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

fn is_private(ip: &IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => ip.is_private(),
        IpAddr::V6(ip) => ip.is_unique_local(),
    }
}
