//! From what went wrong to what it means for this target, and the next act.

use rustls::{AlertDescription, CertificateError, Error as TlsError};
use std::io::{self, ErrorKind};
use std::time::Duration;

use super::certificate::Certificate;
use super::failure::{Failure, with_causes};
use super::stage::{Outcome, Stage, Verdict, milliseconds};
use super::target::Target;
use super::{inside, known};
use crate::cloud::token::TokenError;
use crate::domain::outside::one_line;
use crate::domain::shell;

/// A verdict with its reason and the next act.
#[derive(Debug)]
pub(super) struct Meaning {
    pub verdict: Verdict,
    pub means: String,
    pub next: String,
    pub commands: Vec<String>,
}

impl Meaning {
    pub fn failed(means: impl Into<String>, next: impl Into<String>) -> Self {
        let (means, next) = (means.into(), next.into());
        Self { verdict: Verdict::Failed, means, next, commands: Vec::new() }
    }
}

/// Where a connection was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// On this machine, from which a proxy is seldom reachable.
    Here,
    /// Where the function stands.
    Function,
}

/// An attempt, as far as what its failures mean depends on it.
pub(super) struct Attempted<'a> {
    pub target: &'a Target,
    /// Certificates were judged by the public roots.
    pub public_roots: bool,
    /// The login was to be by IAM token.
    pub by_token: bool,
    pub from: Place,
}

impl Attempted<'_> {
    /// The outcome of the stage that failed.
    pub fn failed(&self, stage: Stage, elapsed: Duration, failure: &Failure) -> Outcome {
        let Meaning { verdict, means, next, commands } = self.meaning(failure, stage);
        Outcome {
            verdict,
            elapsed_ms: milliseconds(elapsed),
            error: Some(one_line(&with_causes(failure)).into_owned()),
            means: Some(one_line(&means).into_owned()),
            next: Some(next),
            commands,
            ..Outcome::not_tried(stage)
        }
    }

    fn meaning(&self, failure: &Failure, stage: Stage) -> Meaning {
        let target = self.target;
        match (stage, self.from) {
            (Stage::Resolve, Place::Function) => inside::of_resolve(),
            (Stage::Tcp, Place::Function) => inside::of_tcp(failure, target),
            (Stage::Token, Place::Function) => inside::of_credential(failure),
            (Stage::Resolve, Place::Here) => of_resolve(target),
            (Stage::Tcp, Place::Here) => of_tcp(failure, target),
            (Stage::Token, Place::Here) => of_token(failure),
            (Stage::Tls, _) => of_tls_stage(failure, target, self.public_roots),
            (Stage::Login | Stage::Query, _) => of_session(failure, stage, self),
        }
    }
}

fn of_resolve(target: &Target) -> Meaning {
    if let Some(via) = &target.via {
        return Meaning::failed(
            format!("The tunnel's host `{}` has no address.", via.host),
            "Give the tunnel's local end, usually 127.0.0.1 and its port.",
        );
    }
    unreachable(
        target,
        "The name has no address here: it is misspelt or its proxy is gone, or this machine's name \
         server withholds private addresses, as many do.",
    )
}

fn of_tcp(failure: &Failure, target: &Target) -> Meaning {
    if let Some(via) = &target.via {
        return Meaning::failed(
            format!("Nothing answers at the tunnel's end {via}."),
            "Start the tunnel, or give the port that it listens on.",
        );
    }
    let refused = matches!(failure, Failure::Io(error) if error.kind() == ErrorKind::ConnectionRefused);
    if refused && target.is_proxy() && target.port == target.protocol.proxy_port() {
        return unreachable(
            target,
            "Something refused the connection, and it was not the proxy, which only ever stays \
             silent: its private address belongs to somebody else, or to nobody, on this network.",
        );
    }
    if refused {
        return Meaning::failed(
            format!("The host is there, but nothing listens on port {}.", target.port),
            format!(
                "Check the port: a proxy for {} listens on {}, whatever port its database uses.",
                target.protocol.word(),
                target.protocol.proxy_port()
            ),
        );
    }
    unreachable(
        target,
        "No answer from the address. A proxy is only reachable inside its VPC, and only for \
         what its security group lets in.",
    )
}

fn unreachable(target: &Target, why: &str) -> Meaning {
    let port = target.port;
    let local = u32::from(port) + 10_000;
    let region = shell::word(target.region.as_deref().unwrap_or("REGION"));
    let engine = target.protocol.word();
    let host = shell::word(&target.host);
    let forward = shell::word(&format!("host={},portNumber={port},localPortNumber={local}", target.host));
    let user = shell::word(&target.user);
    let database = shell::word(&target.database);
    Meaning {
        verdict: Verdict::NotReachable,
        means: format!("Not reachable from here. {why} This is the normal answer outside the VPC."),
        next: "Run this inside the VPC, or open a tunnel through an instance there and connect \
               via its local end."
            .to_owned(),
        commands: vec![
            format!(
                "aws ssm start-session --region {region} --target INSTANCE_ID \
                 --document-name AWS-StartPortForwardingSessionToRemoteHost \
                 --parameters {forward}"
            ),
            format!(
                "rds-proxy-wizard connect --host {host} --port {port} --engine {engine} \
                 --user {user} --database {database} --via 127.0.0.1:{local}"
            ),
        ],
    }
}

fn of_tls_stage(failure: &Failure, target: &Target, public_roots: bool) -> Meaning {
    match failure {
        Failure::Tls { source, shown } => of_tls(source, shown.as_deref(), target, public_roots),
        Failure::NoTls => Meaning::failed(
            "The server does not offer TLS. No credential was sent.",
            "Check the host and port. A proxy always offers TLS; on a server of your own, turn it on.",
        ),
        Failure::OtherProtocol(_) => of_other_protocol(target),
        Failure::Server { code, message } => of_refusal(code, message, true),
        Failure::TimedOut(_) => Meaning::failed(
            format!("The connection stands, but the server does not answer in {}.", target.protocol.word()),
            "Check the engine and the port, and whether the proxy is available.",
        ),
        Failure::Io(error) => of_broken(error, target),
        _ => Meaning::failed("TLS could not be set up.", "Report this with the error above."),
    }
}

fn of_other_protocol(target: &Target) -> Meaning {
    Meaning::failed(
        format!("What answers does not speak {}.", target.protocol.word()),
        "Check the engine and the port: 3306 is MySQL and MariaDB, 5432 is PostgreSQL.",
    )
}

fn of_broken(error: &io::Error, target: &Target) -> Meaning {
    let closed = matches!(error.kind(), ErrorKind::UnexpectedEof | ErrorKind::ConnectionReset | ErrorKind::BrokenPipe);
    let tunnel = closed && target.via.is_some();
    if tunnel {
        return Meaning::failed(
            "The tunnel took the connection and closed it: its far end cannot reach the proxy.",
            "Check the tunnel's host and port, and that the proxy's security group lets the \
             tunnel's instance in.",
        );
    }
    Meaning::failed(
        "The server closed the connection. A proxy does so while it is not available or its \
         target is unhealthy.",
        "Check the proxy's status and its target's health, then try again.",
    )
}

fn of_tls(error: &TlsError, shown: Option<&Certificate>, target: &Target, public_roots: bool) -> Meaning {
    match error {
        TlsError::InvalidCertificate(fault) => of_certificate(fault, shown, target, public_roots),
        TlsError::AlertReceived(AlertDescription::ProtocolVersion | AlertDescription::HandshakeFailure) => {
            Meaning::failed(
                "The server has no TLS version or cipher in common with this program, which needs TLS 1.2 or 1.3.",
                "Allow TLS 1.2 on the server.",
            )
        }
        _ => Meaning::failed(
            "The TLS handshake broke off.",
            "Check that host and port are the proxy's own, and that nothing in between opens TLS.",
        ),
    }
}

fn of_certificate(
    fault: &CertificateError,
    shown: Option<&Certificate>,
    target: &Target,
    public_roots: bool,
) -> Meaning {
    let seen = shown.map(|certificate| format!(" It showed a {certificate}.")).unwrap_or_default();
    match fault {
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            let names = shown.map(|certificate| certificate.names.join(", ")).unwrap_or_default();
            Meaning::failed(
                format!("The certificate is not for `{}`, but for {names}.", target.host),
                "Connect by the endpoint's own name. Through a tunnel, keep that name as the host \
                 and give the tunnel as via; an alias of your own cannot be verified.",
            )
        }
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => Meaning::failed(
            format!("The server's certificate has expired.{seen}"),
            "Check this machine's clock. If it is right, the server needs a new certificate.",
        ),
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            Meaning::failed(format!("The server's certificate is not valid yet.{seen}"), "Check this machine's clock.")
        }
        _ => Meaning::failed(
            format!("The server's certificate does not come from an authority that is trusted here.{seen}"),
            authority_advice(shown, target, public_roots),
        ),
    }
}

fn authority_advice(shown: Option<&Certificate>, target: &Target, public_roots: bool) -> &'static str {
    let by_rds = shown.is_some_and(|certificate| certificate.issuer.contains("Amazon RDS"));
    if by_rds || (target.is_database() && public_roots) {
        return "This is the database itself, not a proxy: its certificate comes from the RDS \
                authority. Give the RDS bundle of the region as CA file, or connect to the proxy.";
    }
    if !public_roots && target.is_proxy() {
        return "Leave the CA file away: a proxy's certificate comes from Amazon Trust Services, \
                which the public roots hold, and not from the RDS bundle.";
    }
    if !public_roots {
        return "Give the file of the authority that signed the server's certificate.";
    }
    if shown.is_some_and(Certificate::is_self_signed) {
        return "The certificate is self-signed. If the server is yours, give that certificate as CA file.";
    }
    "If the server is yours, give its authority as CA file. If not, something in between opens TLS: \
     do not send it a credential."
}

fn of_token(failure: &Failure) -> Meaning {
    match failure {
        Failure::NoRegion(_) => Meaning::failed(
            "A token is signed for one region, and the host's name does not tell which.",
            "Give the region, or connect by the endpoint's own name.",
        ),
        Failure::Token(TokenError::NoCredentials(_)) => Meaning::failed(
            "There are no AWS credentials to sign a token with, or they could not be refreshed.",
            "Sign in and try again: aws sso login for an SSO profile, or choose another profile.",
        ),
        Failure::TimedOut(_) => Meaning::failed(
            "The credentials did not arrive in time.",
            "Check the profile's credential_process or SSO session by running \
             aws sts get-caller-identity.",
        ),
        _ => Meaning::failed("No token could be signed.", "Check the host's name."),
    }
}

fn of_session(failure: &Failure, stage: Stage, attempted: &Attempted<'_>) -> Meaning {
    let Attempted { target, public_roots, by_token, .. } = *attempted;
    match failure {
        Failure::Server { code, message } => of_refusal(code, message, by_token),
        Failure::TimedOut(_) if stage == Stage::Query => Meaning::failed(
            "The login stands, but no answer came: the proxy is waiting for a free database \
             connection, for up to its ConnectionBorrowTimeout.",
            "Check the target's health, and whether all its connections are taken.",
        ),
        Failure::TimedOut(_) => Meaning::failed(
            "The server did not finish the login in time.",
            "Check the target's health: a proxy with an unhealthy target lets logins wait.",
        ),
        Failure::Tls { source, shown } => of_tls(source, shown.as_deref(), target, public_roots),
        Failure::OtherProtocol(_) => of_other_protocol(target),
        Failure::Io(error) => of_broken(error, target),
        _ => Meaning::failed(
            "The session broke off.",
            "Check the proxy's status and its target's health, then try again.",
        ),
    }
}

fn of_refusal(code: &str, message: &str, is_token: bool) -> Meaning {
    match known::find(code, message, is_token) {
        Some(known) => Meaning::failed(known.means, known.next),
        None => {
            Meaning::failed("The server refused, for a reason of its own.", "Look the error up in the server's manual.")
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::probe::Protocol;

    const PROXY: &str = "orders.proxy-abc.eu-west-1.rds.amazonaws.com";

    fn target(host: &str) -> Target {
        Target::new(host, 3306, Protocol::Mysql, "o'hara", "orders").unwrap()
    }

    fn meaning(failure: &Failure, stage: Stage, target: &Target) -> Meaning {
        Attempted { target, public_roots: true, by_token: false, from: Place::Here }.meaning(failure, stage)
    }

    #[test]
    fn a_silent_address_is_calm_and_names_the_tunnel() {
        let silent = Failure::TimedOut(Duration::from_secs(5));
        let meaning = meaning(&silent, Stage::Tcp, &target(PROXY));
        assert_eq!(meaning.verdict, Verdict::NotReachable);
        let tunnel = meaning.commands.first().unwrap();
        assert!(tunnel.contains("AWS-StartPortForwardingSessionToRemoteHost"), "{tunnel}");
        assert!(tunnel.contains(&format!("host={PROXY},portNumber=3306,localPortNumber=13306")));
        let again = meaning.commands.last().unwrap();
        assert!(again.contains("--via 127.0.0.1:13306"), "{again}");
        assert!(again.contains(r"--user 'o'\''hara'"), "{again}");
    }

    #[test]
    fn a_refusal_at_a_proxys_own_port_is_somebody_elses() {
        let refused = Failure::Io(io::Error::from(ErrorKind::ConnectionRefused));
        let verdict = |target: &Target| meaning(&refused, Stage::Tcp, target).verdict;
        assert_eq!(verdict(&target(PROXY)), Verdict::NotReachable);
        assert_eq!(verdict(&target("db.example.com")), Verdict::Failed);
        let mut custom = target(PROXY);
        custom.port = 3307;
        assert_eq!(verdict(&custom), Verdict::Failed);
    }

    #[test]
    fn a_dead_tunnel_is_a_fault_and_not_calm() {
        let refused = Failure::Io(io::Error::from(ErrorKind::ConnectionRefused));
        let target = target(PROXY).via(Some("127.0.0.1:9".parse().unwrap()));
        let meaning = meaning(&refused, Stage::Tcp, &target);
        assert_eq!(meaning.verdict, Verdict::Failed);
        assert!(meaning.means.contains("127.0.0.1:9"), "{}", meaning.means);
    }

    #[test]
    fn an_untrusted_certificate_of_rds_names_the_bundle() {
        let shown = Certificate {
            subject: "CN=orders.c9.eu-west-1.rds.amazonaws.com".to_owned(),
            issuer: "CN=Amazon RDS eu-west-1 Subordinate CA RSA2048 G1".to_owned(),
            names: Vec::new(),
            until: "2027-01-31".to_owned(),
        };
        let source = TlsError::InvalidCertificate(CertificateError::UnknownIssuer);
        let failure = Failure::Tls { source, shown: Some(Box::new(shown)) };
        let meaning = meaning(&failure, Stage::Tls, &target("orders.c9.eu-west-1.rds.amazonaws.com"));
        assert!(meaning.means.contains("Amazon RDS eu-west-1"), "{}", meaning.means);
        assert!(meaning.next.contains("RDS bundle"), "{}", meaning.next);
    }

    #[test]
    fn a_query_that_waits_points_at_the_pool() {
        let silent = Failure::TimedOut(Duration::from_secs(15));
        let meaning = meaning(&silent, Stage::Query, &target(PROXY));
        assert!(meaning.means.contains("ConnectionBorrowTimeout"), "{}", meaning.means);
    }
}
