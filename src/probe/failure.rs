//! How a stage can go wrong, before anyone says what it means.

use std::error::Error;
use std::io;
use std::time::Duration;

use super::certificate::Certificate;
use crate::cloud::token::TokenError;
use crate::text::t;

/// How a stage went wrong.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failure {
    #[error("{}", t!("error-probe-timed-out", seconds = .0.as_secs()))]
    TimedOut(Duration),
    #[error("{}", t!("error-probe-no-address"))]
    NoAddress,
    /// Nothing on the network path answered as it should.
    #[error("{}", .0)]
    Io(#[source] io::Error),
    #[error("{}", t!("error-probe-no-tls"))]
    NoTls,
    #[error("{}", t!("error-probe-other-protocol", why = .0))]
    OtherProtocol(String),
    #[error("{source}")]
    Tls { source: rustls::Error, shown: Option<Box<Certificate>> },
    /// The server's own refusal: MySQL error number or SQLSTATE, and its words.
    #[error("{code}: {message}")]
    Server { code: String, message: String },
    #[error("{}", t!("error-probe-no-region", host = .0))]
    NoRegion(String),
    #[error(transparent)]
    Token(#[from] TokenError),
    /// Inside the VPC: the secret was not given. Secrets Manager's code, `no-route` or `not-json`.
    #[error("{code}: {message}")]
    Secret { code: String, message: String },
    /// The client library gave up by itself.
    #[error("{0}")]
    Driver(String),
}

impl Failure {
    /// An I/O error; TLS errors travel inside one and are taken out.
    pub fn from_io(error: io::Error, shown: impl FnOnce() -> Option<Certificate>) -> Self {
        match error.downcast::<rustls::Error>() {
            Ok(source) => Self::Tls { source, shown: shown().map(Box::new) },
            Err(error) => Self::Io(error),
        }
    }
}

/// An error with all its causes, each once.
pub(super) fn with_causes(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        let words = inner.to_string();
        if !text.contains(&words) {
            text = format!("{text}: {words}");
        }
        cause = inner.source();
    }
    text
}
