//! Where a login token comes from. How it is signed is the business of the implementation.

use async_trait::async_trait;
use secrecy::SecretString;

use crate::text::{Sentence, t};

/// What an IAM login token is good for: one user at one host and port.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenRequest {
    /// The proxy's own endpoint, never a tunnel's or an alias's name.
    pub host: String,
    /// The port the proxy listens on.
    pub port: u16,
    /// The database user.
    pub user: String,
    /// The region of the endpoint.
    pub region: String,
}

/// Why no token could be made.
#[derive(Debug, thiserror::Error)]
pub enum TokenError {
    /// No credentials, or they could not be refreshed.
    #[error("{}", t!("error-token-no-credentials", why = .0))]
    NoCredentials(Sentence),
    /// The request is not something a token can be signed for.
    #[error("{}", t!("error-token-unsignable", host = .host, reason = .reason))]
    Unsignable {
        /// The endpoint that was asked for.
        host: String,
        /// Why the signer refused it.
        reason: Sentence,
    },
}

/// Signs tokens. Signing happens on this machine: no call is made beyond fetching credentials.
///
/// A token is valid for 15 minutes and is looked at only when a connection is opened.
/// <https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html>
#[async_trait]
pub trait TokenSource: Send + Sync {
    /// A fresh token for this request.
    async fn token(&self, request: &TokenRequest) -> Result<SecretString, TokenError>;
}
