//! The same stages from where the function stands: what the probe program is asked, and its answer as an
//! [`Attempt`]. The program itself is [`SOURCE`]; who runs it is [`crate::prove`].

use rustls::{CertificateError, Error as TlsError};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::io::{self, ErrorKind};
use std::net::IpAddr;
use std::time::Duration;

use super::certificate::Certificate;
use super::errand::{Errand, ErrandReply, Returned};
use super::fact::{self, Learnt};
use super::failure::Failure;
use super::meaning::{Attempted, Meaning, OpenedFrom};
use super::stage::{Attempt, Stage, StageOutcome};
use super::target::{ProbeTarget, Via};
use crate::cloud::token::TokenError;
use crate::domain::outside::one_line;
use crate::text::t;

/// The probe's program: Python, standard library only.
pub const SOURCE: &str = include_str!("../../assets/probe/probe.py");

/// What the probe logs in with. A password never travels: it would stand in a request that others can log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LogInWith {
    /// An IAM token, signed inside with the function's own role.
    Token,
    /// User and password of this secret, read inside with the function's own role.
    Secret(String),
}

/// The probe's event.
#[derive(Debug, Serialize)]
pub struct ProbeQuestion<'a> {
    host: &'a str,
    port: u16,
    engine: super::Protocol,
    user: &'a str,
    database: &'a str,
    region: &'a str,
    credential: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    ca: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    via: Option<&'a Via>,
    #[serde(skip_serializing_if = "Option::is_none")]
    errand: Option<&'a Errand>,
}

impl<'a> ProbeQuestion<'a> {
    /// To connect there, with this login. `ca` is PEM text for where the public roots do not do.
    pub fn new(target: &'a ProbeTarget, login: &LogInWith, ca: Option<&'a str>) -> Self {
        let credential = match login {
            LogInWith::Token => Value::from("token"),
            LogInWith::Secret(arn) => serde_json::json!({ "secret": arn }),
        };
        Self::with(target, credential, ca)
    }

    /// The same, and then to carry this out.
    pub fn with_errand(self, errand: &'a Errand) -> Self {
        Self { errand: Some(errand), ..self }
    }

    /// To say how far a connection from this machine would get. A password stays here.
    pub(super) fn from_here(target: &'a ProbeTarget, by_token: bool) -> Self {
        Self::with(target, Value::from(if by_token { "token" } else { "password" }), None)
    }

    fn with(target: &'a ProbeTarget, credential: Value, ca: Option<&'a str>) -> Self {
        let ProbeTarget { host, port, protocol, user, database, region, via } = target;
        let region = region.as_deref().unwrap_or_default();
        let (engine, via) = (*protocol, via.as_ref());
        Self { host, port: *port, engine, user, database, region, credential, ca, via, errand: None }
    }
}

/// Why there is no attempt to show.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoAnswer {
    /// The function ended with an error of its own: a timeout, a runtime that does not start.
    #[error("{}", t!("inside-no-answer", error = .0.as_str()))]
    Failed(String),
    /// What came back is not the probe's.
    #[error("{}", t!("inside-strange-answer", why = .0.as_str()))]
    Strange(String),
}

#[derive(Deserialize)]
struct InsideAnswer {
    stages: Vec<Said>,
    #[serde(flatten)]
    errand: ErrandReply,
}

#[derive(Deserialize)]
struct Said {
    stage: Stage,
    elapsed_ms: u64,
    fact: Option<Value>,
    failure: Option<Refusal>,
}

#[derive(Deserialize)]
struct Refusal {
    kind: String,
    code: String,
    message: String,
}

/// The attempt that the probe's answer tells of.
pub fn read(answer: &str, target: &ProbeTarget, login: &LogInWith, public_roots: bool) -> Result<Attempt, NoAnswer> {
    Ok(read_errand(answer, target, login, public_roots)?.attempt)
}

/// The same with what came of the errand.
pub fn read_errand(
    answer: &str,
    target: &ProbeTarget,
    login: &LogInWith,
    public_roots: bool,
) -> Result<Returned, NoAnswer> {
    let attempted =
        Attempted { target, public_roots, by_token: *login == LogInWith::Token, from: OpenedFrom::Function };
    let credential = match login {
        LogInWith::Token => fact::token(target, target.region.as_deref().unwrap_or_default()),
        LogInWith::Secret(arn) => fact::secret(arn),
    };
    read_as(answer, &attempted, &credential)
}

/// The same, of an answer that stands for this machine and a login by password.
pub(super) fn read_errand_from_here(answer: &str, target: &ProbeTarget) -> Result<Returned, NoAnswer> {
    let attempted = Attempted { target, public_roots: true, by_token: false, from: OpenedFrom::Here };
    read_as(answer, &attempted, &fact::password(&target.user))
}

/// An attempt, of an answer that stands for this machine.
pub(super) fn read_from_here(answer: &str, target: &ProbeTarget, by_token: bool) -> Result<Attempt, NoAnswer> {
    let attempted = Attempted { target, public_roots: true, by_token, from: OpenedFrom::Here };
    let credential = match by_token {
        true => fact::token(target, target.region.as_deref().unwrap_or_default()),
        false => fact::password(&target.user),
    };
    Ok(read_as(answer, &attempted, &credential)?.attempt)
}

fn read_as(answer: &str, attempted: &Attempted<'_>, credential: &Learnt) -> Result<Returned, NoAnswer> {
    let answer: InsideAnswer = serde_json::from_str(answer).map_err(|error| NoAnswer::Strange(error.to_string()))?;
    let in_order = answer.stages.iter().map(|said| said.stage).eq(Stage::ALL.into_iter().take(answer.stages.len()));
    if !in_order || answer.stages.is_empty() {
        return Err(NoAnswer::Strange(t!("inside-stages").to_owned()));
    }
    let (mut stages, mut certificate) = (Vec::new(), None);
    for said in answer.stages {
        let elapsed = Duration::from_millis(said.elapsed_ms);
        let failed = said.failure.map(|refusal| attempted.failed(said.stage, elapsed, &failure(refusal)));
        let ended = failed.is_some();
        let strange = || NoAnswer::Strange(t!("inside-says-nothing", stage = said.stage.title()));
        stages.push(match failed {
            Some(outcome) => outcome,
            None => {
                if said.stage == Stage::Tls {
                    certificate = said.fact.as_ref().and_then(shown);
                }
                let fact = said.fact.as_ref().and_then(|fact| in_words(said.stage, fact, attempted.target, credential));
                StageOutcome::passed(said.stage, elapsed, fact.ok_or_else(strange)?)
            }
        });
        if ended {
            break;
        }
    }
    let attempt = Attempt { certificate, ..Attempt::of_stages(attempted.target.clone(), stages) };
    Ok(answer.errand.returned(attempt))
}

fn in_words(stage: Stage, fact: &Value, target: &ProbeTarget, credential: &Learnt) -> Option<Learnt> {
    let text = |key: &str| fact.get(key).and_then(Value::as_str);
    Some(match stage {
        Stage::Resolve => {
            let addresses = fact.get("addresses")?.as_array()?;
            let addresses: Vec<IpAddr> = addresses.iter().filter_map(|ip| ip.as_str()?.parse().ok()).collect();
            fact::resolved(target, &addresses)
        }
        Stage::Tcp => {
            let port = fact.get("port").and_then(Value::as_u64).and_then(|port| u16::try_from(port).ok())?;
            fact::connected(text("address")?.parse().ok()?, port)
        }
        Stage::Tls => {
            // OpenSSL writes TLSv1.3.
            fact::secured(&text("version")?.replace("TLSv", "TLS "), Some(&shown(fact)?))
        }
        Stage::Token => credential.clone(),
        Stage::Login => fact::logged_in(text("user")?, text("server")?),
        Stage::Query => fact::answered(text("connection_id")),
    })
}

/// The certificate as OpenSSL tells of it.
fn shown(fact: &Value) -> Option<Certificate> {
    let text = |key: &str| fact.get(key).and_then(Value::as_str);
    let names = fact.get("names").and_then(Value::as_array).into_iter().flatten();
    let clean = |text: &str| one_line(text).into_owned();
    Some(Certificate {
        subject: clean(text("subject")?),
        issuer: clean(text("issuer")?),
        names: names.filter_map(|name| Some(clean(name.as_str()?))).collect(),
        until: clean(&day(text("until")?).unwrap_or_else(|| text("until").unwrap_or_default().to_owned())),
    })
}

/// `2028-01-31` of OpenSSL's `Jan 31 23:59:59 2028 GMT`.
fn day(until: &str) -> Option<String> {
    const MONTHS: &str = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec";
    let words: Vec<&str> = until.split_whitespace().collect();
    let [month, day, _, year, _] = words.as_slice() else { return None };
    let month = MONTHS.split(' ').position(|name| name == *month)? + 1;
    Some(format!("{year}-{month:02}-{:02}", day.parse::<u8>().ok()?))
}

fn failure(refusal: Refusal) -> Failure {
    let Refusal { kind, code, message } = refusal;
    match kind.as_str() {
        "timed-out" => Failure::TimedOut(Duration::from_secs(code.parse().unwrap_or_default())),
        "no-address" => Failure::NoAddress,
        "io" => Failure::Io(io::Error::new(io_kind(&code), message)),
        "no-tls" => Failure::NoTls,
        "other-protocol" => Failure::OtherProtocol(message),
        "certificate" => Failure::Tls { source: TlsError::InvalidCertificate(certificate_fault(&code)), shown: None },
        "tls" => Failure::Tls { source: TlsError::General(message), shown: None },
        "server" => Failure::Server { code, message },
        "credentials" => Failure::Token(TokenError::NoCredentials(message.into())),
        "secret" => Failure::Secret { code, message },
        "secret-shape" => Failure::Secret { code: NOT_JSON.to_owned(), message },
        "secret-user" => Failure::Secret { code: OTHER_USER.to_owned(), message },
        _ => Failure::Driver(message),
    }
}

fn io_kind(code: &str) -> ErrorKind {
    match code {
        "ECONNREFUSED" => ErrorKind::ConnectionRefused,
        "ECONNRESET" => ErrorKind::ConnectionReset,
        "EPIPE" => ErrorKind::BrokenPipe,
        "closed" => ErrorKind::UnexpectedEof,
        "EHOSTUNREACH" => ErrorKind::HostUnreachable,
        "ENETUNREACH" => ErrorKind::NetworkUnreachable,
        _ => ErrorKind::Other,
    }
}

/// OpenSSL's numbers, <https://docs.openssl.org/3.0/man1/openssl-verification-options/>.
fn certificate_fault(code: &str) -> CertificateError {
    match code {
        "9" => CertificateError::NotValidYet,
        "10" => CertificateError::Expired,
        "62" | "64" => CertificateError::NotValidForName,
        _ => CertificateError::UnknownIssuer,
    }
}

const NO_ROUTE: &str = "no-route";
const NOT_JSON: &str = "not-json";
const OTHER_USER: &str = "other-user";

pub(super) fn of_resolve() -> Meaning {
    Meaning::failed(t!("inside-no-name"), t!("inside-no-name-next"))
}

pub(super) fn of_tcp(failure: &Failure, target: &ProbeTarget) -> Meaning {
    let port = target.port.to_string();
    match failure {
        _ if target.is_database() => Meaning::failed(
            t!("inside-silent-database", port = port.as_str()),
            t!("inside-silent-database-next", port = port.as_str()),
        ),
        Failure::Io(error) if error.kind() == ErrorKind::ConnectionRefused => Meaning::failed(
            t!("inside-refused", port = port),
            t!(
                "inside-refused-next",
                engine = target.protocol.word(),
                proxy_port = target.protocol.proxy_port().to_string()
            ),
        ),
        _ => Meaning::failed(t!("inside-silent"), t!("inside-silent-next", port = port)),
    }
}

pub(super) fn of_credential(failure: &Failure) -> Meaning {
    let Failure::Secret { code, .. } = failure else {
        return Meaning::failed(t!("inside-no-credentials"), t!("inside-no-credentials-next"));
    };
    let (means, next) = match code.as_str() {
        NO_ROUTE => (t!("inside-secret-route"), t!("inside-secret-route-next")),
        NOT_JSON => (t!("inside-secret-shape"), t!("inside-secret-shape-next")),
        OTHER_USER => (t!("inside-secret-user"), t!("inside-secret-user-next")),
        "AccessDeniedException" => (t!("inside-secret-denied"), t!("inside-secret-denied-next")),
        "ResourceNotFoundException" => (t!("inside-secret-gone"), t!("inside-secret-gone-next")),
        _ => (t!("inside-secret-other"), t!("inside-secret-other-next")),
    };
    Meaning::failed(means, next)
}
