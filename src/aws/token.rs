//! Signs IAM login tokens with the SDK's own generator.

use async_trait::async_trait;
use aws_config::{Region, SdkConfig};
use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider};
use aws_sdk_rds::auth_token::{AuthTokenGenerator, Config};
use secrecy::SecretString;

use crate::cloud::token::{TokenError, TokenRequest, TokenSource};
use crate::text::{Sentence, said};

/// A [`TokenSource`] over a session's credentials.
#[derive(Debug, Clone)]
pub struct SdkTokens {
    config: SdkConfig,
}

impl SdkTokens {
    /// Signs with the credentials and the clock of this configuration. Its region is not used:
    /// a token is signed for the region of the endpoint.
    pub fn new(config: &SdkConfig) -> Self {
        Self { config: config.clone() }
    }

    async fn credentials(&self) -> Result<SharedCredentialsProvider, TokenError> {
        let none = || TokenError::NoCredentials(said!("error-token-nothing"));
        let provider = self.config.credentials_provider().ok_or_else(none)?;
        let credentials = provider
            .provide_credentials()
            .await
            .map_err(|error| TokenError::NoCredentials(with_causes(&error).into()))?;
        Ok(SharedCredentialsProvider::new(credentials))
    }
}

#[async_trait]
impl TokenSource for SdkTokens {
    async fn token(&self, request: &TokenRequest) -> Result<SecretString, TokenError> {
        let unsignable = |reason: Sentence| TokenError::Unsignable { host: request.host.clone(), reason };
        // The generator panics on a host that does not fit into a URL.
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
        if request.host.is_empty() || !request.host.chars().all(fits) {
            return Err(unsignable(said!("error-token-no-host")));
        }
        let signer = Config::builder()
            .credentials(self.credentials().await?)
            // The URL in the token is normalised to lower case after it has been signed.
            .hostname(request.host.to_ascii_lowercase())
            .port(request.port.into())
            .region(Region::new(request.region.clone()))
            .username(percent_encoded(&request.user))
            .build()
            .map_err(|error| unsignable(error.to_string().into()))?;
        let token = AuthTokenGenerator::new(signer)
            .auth_token(&self.config)
            .await
            .map_err(|error| unsignable(error.to_string().into()))?;
        Ok(SecretString::from(token.to_string()))
    }
}

/// The generator writes the user into a query string as it is, so `a&b` would become two
/// parameters. Everything outside RFC 3986's unreserved set is encoded.
fn percent_encoded(user: &str) -> String {
    user.bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

fn with_causes(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        text = format!("{text}: {inner}");
        cause = inner.source();
    }
    text
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use aws_config::BehaviorVersion;
    use aws_credential_types::Credentials;
    use secrecy::ExposeSecret;

    async fn sign(host: &str, user: &str) -> Result<String, TokenError> {
        let config = aws_config::defaults(BehaviorVersion::latest())
            .credentials_provider(Credentials::new("AKIDEXAMPLE", "secret", None, None, "test"))
            .region(Region::new("us-east-1"))
            .load()
            .await;
        let request =
            TokenRequest { host: host.to_owned(), port: 3306, user: user.to_owned(), region: "eu-west-1".to_owned() };
        let token = SdkTokens::new(&config).token(&request).await?;
        Ok(token.expose_secret().to_owned())
    }

    #[tokio::test]
    async fn a_token_names_host_port_user_and_the_region_of_the_endpoint() {
        let token = sign("Orders.proxy-abc.eu-west-1.rds.amazonaws.com", "app").await.unwrap();
        assert!(
            token.starts_with("orders.proxy-abc.eu-west-1.rds.amazonaws.com:3306/?Action=connect&DBUser=app&"),
            "{token}"
        );
        assert!(token.contains("%2Feu-west-1%2Frds-db%2Faws4_request"), "{token}");
        assert!(token.contains("X-Amz-Expires=900"), "{token}");
    }

    #[tokio::test]
    async fn a_user_cannot_smuggle_a_parameter_in() {
        let token = sign("h.example", "a&b=c d+é").await.unwrap();
        assert!(token.contains("DBUser=a%26b%3Dc%20d%2B%C3%A9&X-Amz-"), "{token}");
    }

    #[tokio::test]
    async fn a_host_that_is_no_name_is_refused_and_does_not_panic() {
        for host in ["", "::1", "a b", "h/../x", "user@h"] {
            assert!(matches!(sign(host, "app").await, Err(TokenError::Unsignable { .. })), "{host}");
        }
    }
}
