//! From what went wrong to what it means for this target, and the next act.

use rustls::{AlertDescription, CertificateError, Error as TlsError};
use std::io::{self, ErrorKind};
use std::time::Duration;

use super::certificate::Certificate;
use super::failure::{Failure, with_causes};
use super::stage::{Stage, StageOutcome, StageVerdict, milliseconds};
use super::target::ProbeTarget;
use super::{inside, known};
use crate::cloud::token::TokenError;
use crate::domain::outside::one_line;
use crate::domain::shell;
use crate::text::{series, t};

/// A verdict with its reason and the next act.
#[derive(Debug)]
pub(super) struct Meaning {
    pub verdict: StageVerdict,
    pub means: String,
    pub next: String,
    pub commands: Vec<String>,
}

impl Meaning {
    pub fn failed(means: impl Into<String>, next: impl Into<String>) -> Self {
        let (means, next) = (means.into(), next.into());
        Self { verdict: StageVerdict::Failed, means, next, commands: Vec::new() }
    }
}

/// Where a connection was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OpenedFrom {
    /// On this machine, from which a proxy is seldom reachable.
    Here,
    /// Where the function stands.
    Function,
}

/// An attempt, as far as what its failures mean depends on it.
pub(super) struct Attempted<'a> {
    pub target: &'a ProbeTarget,
    /// Certificates were judged by the public roots.
    pub public_roots: bool,
    /// The login was to be by IAM token.
    pub by_token: bool,
    pub from: OpenedFrom,
}

impl Attempted<'_> {
    /// The outcome of the stage that failed.
    pub fn failed(&self, stage: Stage, elapsed: Duration, failure: &Failure) -> StageOutcome {
        let Meaning { verdict, means, next, commands } = self.meaning(failure, stage);
        StageOutcome {
            verdict,
            elapsed_ms: milliseconds(elapsed),
            error: Some(one_line(&with_causes(failure)).into_owned()),
            means: Some(one_line(&means).into_owned()),
            next: Some(next),
            commands,
            ..StageOutcome::not_tried(stage)
        }
    }

    fn meaning(&self, failure: &Failure, stage: Stage) -> Meaning {
        let target = self.target;
        match (stage, self.from) {
            (Stage::Resolve, OpenedFrom::Function) => inside::of_resolve(),
            (Stage::Tcp, OpenedFrom::Function) => inside::of_tcp(failure, target),
            (Stage::Token, OpenedFrom::Function) => inside::of_credential(failure),
            (Stage::Resolve, OpenedFrom::Here) => of_resolve(target),
            (Stage::Tcp, OpenedFrom::Here) => of_tcp(failure, target),
            (Stage::Token, OpenedFrom::Here) => of_token(failure),
            (Stage::Tls, _) => of_tls_stage(failure, target, self.public_roots),
            (Stage::Login | Stage::Query, _) => of_session(failure, stage, self),
        }
    }
}

fn of_resolve(target: &ProbeTarget) -> Meaning {
    if let Some(via) = &target.via {
        return Meaning::failed(
            t!("meaning-tunnel-no-address", host = &via.host),
            t!("meaning-tunnel-no-address-next"),
        );
    }
    unreachable(target, t!("meaning-no-address"))
}

fn of_tcp(failure: &Failure, target: &ProbeTarget) -> Meaning {
    if let Some(via) = &target.via {
        return Meaning::failed(t!("meaning-tunnel-silent", via = via.to_string()), t!("meaning-tunnel-silent-next"));
    }
    let refused = matches!(failure, Failure::Io(error) if error.kind() == ErrorKind::ConnectionRefused);
    if refused && target.is_proxy() && target.port == target.protocol.proxy_port() {
        return unreachable(target, t!("meaning-refused-by-another"));
    }
    if refused {
        return Meaning::failed(
            t!("meaning-nothing-listens", port = target.port.to_string()),
            t!(
                "meaning-nothing-listens-next",
                engine = target.protocol.word(),
                port = target.protocol.proxy_port().to_string()
            ),
        );
    }
    unreachable(target, t!("meaning-no-answer"))
}

fn unreachable(target: &ProbeTarget, why: &str) -> Meaning {
    let port = target.port;
    let local = u32::from(port) + 10_000;
    let region = shell::word(target.region.as_deref().unwrap_or("REGION"));
    let engine = target.protocol.word();
    let host = shell::word(&target.host);
    let forward = shell::word(&format!("host={},portNumber={port},localPortNumber={local}", target.host));
    let user = shell::word(&target.user);
    let database = shell::word(&target.database);
    Meaning {
        verdict: StageVerdict::NotReachable,
        means: t!("meaning-not-reachable", why = why),
        next: t!("meaning-not-reachable-next").to_owned(),
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

fn of_tls_stage(failure: &Failure, target: &ProbeTarget, public_roots: bool) -> Meaning {
    match failure {
        Failure::Tls { source, shown } => of_tls(source, shown.as_deref(), target, public_roots),
        Failure::NoTls => Meaning::failed(t!("meaning-no-tls"), t!("meaning-no-tls-next")),
        Failure::OtherProtocol(_) => of_other_protocol(target),
        Failure::Server { code, message } => of_refusal(code, message, true),
        Failure::TimedOut(_) => {
            Meaning::failed(t!("meaning-silent", engine = target.protocol.word()), t!("meaning-silent-next"))
        }
        Failure::Io(error) => of_broken(error, target),
        _ => Meaning::failed(t!("meaning-tls-not-set-up"), t!("meaning-tls-not-set-up-next")),
    }
}

fn of_other_protocol(target: &ProbeTarget) -> Meaning {
    Meaning::failed(t!("meaning-other-protocol", engine = target.protocol.word()), t!("meaning-other-protocol-next"))
}

fn of_broken(error: &io::Error, target: &ProbeTarget) -> Meaning {
    let closed = matches!(error.kind(), ErrorKind::UnexpectedEof | ErrorKind::ConnectionReset | ErrorKind::BrokenPipe);
    let tunnel = closed && target.via.is_some();
    if tunnel {
        return Meaning::failed(t!("meaning-tunnel-closed"), t!("meaning-tunnel-closed-next"));
    }
    Meaning::failed(t!("meaning-closed"), t!("meaning-check-proxy"))
}

fn of_tls(error: &TlsError, shown: Option<&Certificate>, target: &ProbeTarget, public_roots: bool) -> Meaning {
    match error {
        TlsError::InvalidCertificate(fault) => of_certificate(fault, shown, target, public_roots),
        TlsError::AlertReceived(AlertDescription::ProtocolVersion | AlertDescription::HandshakeFailure) => {
            Meaning::failed(t!("meaning-no-tls-version"), t!("meaning-no-tls-version-next"))
        }
        _ => Meaning::failed(t!("meaning-handshake"), t!("meaning-handshake-next")),
    }
}

fn of_certificate(
    fault: &CertificateError,
    shown: Option<&Certificate>,
    target: &ProbeTarget,
    public_roots: bool,
) -> Meaning {
    let expired = || match shown {
        Some(shown) => t!("meaning-expired-showed", certificate = shown.to_string()),
        None => t!("meaning-expired").to_owned(),
    };
    let not_yet = || match shown {
        Some(shown) => t!("meaning-not-yet-valid-showed", certificate = shown.to_string()),
        None => t!("meaning-not-yet-valid").to_owned(),
    };
    let not_trusted = || match shown {
        Some(shown) => t!("meaning-not-trusted-showed", certificate = shown.to_string()),
        None => t!("meaning-not-trusted").to_owned(),
    };
    match fault {
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            let names = shown.map(|certificate| series(&certificate.names)).unwrap_or_default();
            Meaning::failed(t!("meaning-other-name", host = &target.host, names = names), t!("meaning-other-name-next"))
        }
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
            Meaning::failed(expired(), t!("meaning-expired-next"))
        }
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            Meaning::failed(not_yet(), t!("meaning-not-yet-valid-next"))
        }
        _ => Meaning::failed(not_trusted(), authority_advice(shown, target, public_roots)),
    }
}

fn authority_advice(shown: Option<&Certificate>, target: &ProbeTarget, public_roots: bool) -> &'static str {
    let by_rds = shown.is_some_and(|certificate| certificate.issuer.contains("Amazon RDS"));
    if by_rds || (target.is_database() && public_roots) {
        return t!("meaning-trust-rds-bundle");
    }
    if !public_roots && target.is_proxy() {
        return t!("meaning-trust-no-ca-file");
    }
    if !public_roots {
        return t!("meaning-trust-ca-file");
    }
    if shown.is_some_and(Certificate::is_self_signed) {
        return t!("meaning-trust-self-signed");
    }
    t!("meaning-trust-authority")
}

fn of_token(failure: &Failure) -> Meaning {
    match failure {
        Failure::NoRegion(_) => Meaning::failed(t!("meaning-no-region"), t!("meaning-no-region-next")),
        Failure::Token(TokenError::NoCredentials(_)) => {
            Meaning::failed(t!("meaning-no-credentials"), t!("meaning-no-credentials-next"))
        }
        Failure::TimedOut(_) => Meaning::failed(t!("meaning-credentials-late"), t!("meaning-credentials-late-next")),
        _ => Meaning::failed(t!("meaning-no-token"), t!("meaning-no-token-next")),
    }
}

fn of_session(failure: &Failure, stage: Stage, attempted: &Attempted<'_>) -> Meaning {
    let Attempted { target, public_roots, by_token, .. } = *attempted;
    match failure {
        Failure::Server { code, message } => of_refusal(code, message, by_token),
        Failure::TimedOut(_) if stage == Stage::Query => {
            Meaning::failed(t!("meaning-query-waits"), t!("meaning-query-waits-next"))
        }
        Failure::TimedOut(_) => Meaning::failed(t!("meaning-login-waits"), t!("meaning-login-waits-next")),
        Failure::Tls { source, shown } => of_tls(source, shown.as_deref(), target, public_roots),
        Failure::OtherProtocol(_) => of_other_protocol(target),
        Failure::Io(error) => of_broken(error, target),
        _ => Meaning::failed(t!("meaning-session-broke-off"), t!("meaning-check-proxy")),
    }
}

fn of_refusal(code: &str, message: &str, is_token: bool) -> Meaning {
    match known::find(code, message, is_token) {
        Some(known) => Meaning::failed(known.means(), known.next()),
        None => Meaning::failed(t!("meaning-refused-otherwise"), t!("meaning-refused-otherwise-next")),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::probe::Protocol;

    const PROXY: &str = "orders.proxy-abc.eu-west-1.rds.amazonaws.com";

    fn target(host: &str) -> ProbeTarget {
        ProbeTarget::new(host, 3306, Protocol::Mysql, "o'hara", "orders").unwrap()
    }

    fn meaning(failure: &Failure, stage: Stage, target: &ProbeTarget) -> Meaning {
        Attempted { target, public_roots: true, by_token: false, from: OpenedFrom::Here }.meaning(failure, stage)
    }

    #[test]
    fn a_silent_address_is_calm_and_names_the_tunnel() {
        let silent = Failure::TimedOut(Duration::from_secs(5));
        let meaning = meaning(&silent, Stage::Tcp, &target(PROXY));
        assert_eq!(meaning.verdict, StageVerdict::NotReachable);
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
        let verdict = |target: &ProbeTarget| meaning(&refused, Stage::Tcp, target).verdict;
        assert_eq!(verdict(&target(PROXY)), StageVerdict::NotReachable);
        assert_eq!(verdict(&target("db.example.com")), StageVerdict::Failed);
        let mut custom = target(PROXY);
        custom.port = 3307;
        assert_eq!(verdict(&custom), StageVerdict::Failed);
    }

    #[test]
    fn a_dead_tunnel_is_a_fault_and_not_calm() {
        let refused = Failure::Io(io::Error::from(ErrorKind::ConnectionRefused));
        let target = target(PROXY).via(Some("127.0.0.1:9".parse().unwrap()));
        let meaning = meaning(&refused, Stage::Tcp, &target);
        assert_eq!(meaning.verdict, StageVerdict::Failed);
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
