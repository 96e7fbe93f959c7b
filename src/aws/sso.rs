//! Signing in to IAM Identity Center: AWS gives a code, a person confirms it in the browser, and the token goes
//! where the AWS CLI and the SDKs look for it.
//! <https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_CreateToken.html>

use std::path::PathBuf;
use std::time::Duration;

use aws_config::profile::ProfileSet;
use aws_config::{BehaviorVersion, Region};
use aws_sdk_ssooidc::Client;
use aws_sdk_ssooidc::operation::create_token::{CreateTokenError, CreateTokenOutput};
use aws_sdk_ssooidc::operation::start_device_authorization::StartDeviceAuthorizationOutput;
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Map, Value, json};
use sha1::{Digest, Sha1};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use super::error::failed_on;
use super::session::{http_client, profile_files};
use crate::cloud::{Clock, CloudError, CloudResult, ErrorKind, operation};
use crate::disk::private;
use crate::domain::PROGRAM;
use crate::domain::sign_in::SignInCode;
use crate::text::{Sentence, said};

const OPERATION: &str = "sso-oidc:CreateToken";
/// What the AWS CLI asks for where the session names no scopes.
const SCOPE: &str = "sso:account:access";
/// Seconds between two questions, where AWS names none; and how many more after it was asked too often.
/// <https://datatracker.ietf.org/doc/html/rfc8628#section-3.5>
const INTERVAL_SECS: u64 = 5;

/// What a profile says of its portal.
struct Portal {
    /// The name of the session, or the address of a profile without one: the token's file is named after it.
    identifier: String,
    start_url: String,
    region: String,
    scopes: Vec<String>,
}

/// A sign-in that waits for a person.
pub struct SignIn {
    pub code: SignInCode,
    client: Client,
    portal: Portal,
    client_id: String,
    client_secret: SecretString,
    /// When the registration ends, in seconds since 1970.
    registered_until: i64,
    device_code: SecretString,
    interval_secs: u64,
}

impl SignIn {
    /// Asks AWS for a code for this profile.
    ///
    /// # Errors
    /// The profile does not sign in with IAM Identity Center, or lacks what that takes; AWS refused.
    pub async fn begin(profile: &str, endpoint_url: Option<&str>, clock: &dyn Clock) -> CloudResult<Self> {
        let files = profile_files().await?;
        let portal = portal(&files, profile)?;
        let mut loader =
            aws_config::defaults(BehaviorVersion::latest()).region(Region::new(portal.region.clone())).no_credentials();
        if let Some(http) = http_client(&files, profile)? {
            loader = loader.http_client(http);
        }
        if let Some(url) = endpoint_url {
            loader = loader.endpoint_url(url);
        }
        let client = Client::new(&loader.load().await);
        let registered = client
            .register_client()
            .client_name(PROGRAM)
            .client_type("public")
            .set_scopes(Some(portal.scopes.clone()))
            .grant_types("urn:ietf:params:oauth:grant-type:device_code")
            .grant_types("refresh_token")
            .send()
            .await
            .map_err(failed_on("sso-oidc:RegisterClient", &portal.start_url))?;
        let client_id = registered.client_id.unwrap_or_default();
        let client_secret = SecretString::from(registered.client_secret.unwrap_or_default());
        let started = client
            .start_device_authorization()
            .client_id(&client_id)
            .client_secret(client_secret.expose_secret())
            .start_url(&portal.start_url)
            .send()
            .await
            .map_err(failed_on("sso-oidc:StartDeviceAuthorization", &portal.start_url))?;
        let code = code(profile, &started, clock.now())?;
        Ok(Self {
            code,
            client,
            portal,
            client_id,
            client_secret,
            registered_until: registered.client_secret_expires_at,
            device_code: SecretString::from(started.device_code.unwrap_or_default()),
            interval_secs: u64::try_from(started.interval).ok().filter(|secs| *secs > 0).unwrap_or(INTERVAL_SECS),
        })
    }

    /// Waits until the person has confirmed the code, and keeps the token for the AWS CLI and every SDK.
    ///
    /// # Errors
    /// The person refused, or the code has ended; the token could not be written.
    pub async fn wait(self, clock: &dyn Clock) -> CloudResult<()> {
        let mut interval_secs = self.interval_secs;
        loop {
            clock.sleep(Duration::from_secs(interval_secs)).await;
            let asked = self
                .client
                .create_token()
                .client_id(&self.client_id)
                .client_secret(self.client_secret.expose_secret())
                .grant_type("urn:ietf:params:oauth:grant-type:device_code")
                .device_code(self.device_code.expose_secret())
                .send()
                .await;
            let error = match asked {
                Ok(token) => return self.keep(&token, clock.now()),
                Err(error) => error,
            };
            match error.as_service_error() {
                Some(CreateTokenError::AuthorizationPendingException(_)) if clock.now() < self.code.expires_at => {}
                Some(CreateTokenError::SlowDownException(_)) => interval_secs += INTERVAL_SECS,
                Some(
                    CreateTokenError::AuthorizationPendingException(_) | CreateTokenError::ExpiredTokenException(_),
                ) => {
                    let message = said!("error-code-unconfirmed");
                    return Err(CloudError::new(ErrorKind::Expired, OPERATION, message).on(&self.portal.start_url));
                }
                // No policy allows it: the person pressed no, or may not use the portal.
                Some(CreateTokenError::AccessDeniedException(refused)) => {
                    let said = refused.error_description().unwrap_or_default();
                    let message = match said {
                        "" => said!("error-code-refused"),
                        said => said!("error-code-refused-because", why = said),
                    };
                    return Err(CloudError::new(ErrorKind::Refused, OPERATION, message).on(&self.portal.start_url));
                }
                _ => return Err(failed_on(OPERATION, &self.portal.start_url)(error)),
            }
        }
    }

    /// As the AWS CLI writes it, so that whatever reads its files is signed in too.
    fn keep(&self, token: &CreateTokenOutput, now: u64) -> CloudResult<()> {
        let expires_at = i64::try_from(now).unwrap_or(i64::MAX).saturating_add(token.expires_in.into());
        let mut kept = Map::new();
        let fields = [
            ("startUrl", Some(self.portal.start_url.as_str())),
            ("region", Some(self.portal.region.as_str())),
            ("accessToken", token.access_token.as_deref()),
            ("clientId", Some(self.client_id.as_str())),
            ("clientSecret", Some(self.client_secret.expose_secret())),
            ("refreshToken", token.refresh_token.as_deref()),
        ];
        for (name, value) in fields {
            kept.extend(value.map(|value| (name.to_owned(), json!(value))));
        }
        for (name, at) in [("expiresAt", expires_at), ("registrationExpiresAt", self.registered_until)] {
            kept.extend(timestamp(at).map(|at| (name.to_owned(), json!(at))));
        }
        let path = token_file(&self.portal.identifier).ok_or_else(|| unwritten(said!("error-no-home")))?;
        let folder = path.parent().ok_or_else(|| unwritten(said!("error-no-home")))?;
        if !folder.is_dir() {
            private::folder(folder).map_err(|error| unwritten(error.to_string()))?;
        }
        private::replace(&path, ".token-", Value::Object(kept).to_string().as_bytes()).map_err(|error| {
            unwritten(said!("error-at-path", path = path.display().to_string(), why = error.to_string()))
        })
    }
}

fn unwritten(why: impl Into<Sentence>) -> CloudError {
    CloudError::new(ErrorKind::Unexpected, operation::KEEP_TOKEN, why)
}

fn timestamp(at: i64) -> Option<String> {
    OffsetDateTime::from_unix_timestamp(at).ok()?.format(&Rfc3339).ok()
}

/// `~/.aws/sso/cache/` and the SHA-1 of the session's name, or of the portal's address.
/// <https://docs.aws.amazon.com/sdkref/latest/guide/understanding-sso.html>
fn token_file(identifier: &str) -> Option<PathBuf> {
    let name = format!("{}.json", hex::encode(Sha1::digest(identifier)));
    Some(directories::BaseDirs::new()?.home_dir().join(".aws/sso/cache").join(name))
}

fn code(profile: &str, started: &StartDeviceAuthorizationOutput, now: u64) -> CloudResult<SignInCode> {
    let page = started.verification_uri_complete.clone().or_else(|| started.verification_uri.clone());
    let (Some(page), Some(code)) = (page, started.user_code.clone()) else {
        let message = said!("error-answer-without-code");
        return Err(CloudError::new(ErrorKind::Unexpected, "sso-oidc:StartDeviceAuthorization", message));
    };
    let lasts_secs = u64::try_from(started.expires_in).unwrap_or_default();
    Ok(SignInCode { profile: profile.to_owned(), code, page, expires_at: now.saturating_add(lasts_secs) })
}

/// What the profile, or the session that it names, says of its portal.
fn portal(files: &ProfileSet, name: &str) -> CloudResult<Portal> {
    let refused = |message: Sentence| CloudError::new(ErrorKind::Refused, operation::SIGN_IN, message).on(name);
    let profile = files.get_profile(name).ok_or_else(|| refused(said!("error-no-profile", name = name)))?;
    let session = profile.get("sso_session").filter(|session| !session.is_empty());
    let of_session = match session {
        Some(session) => {
            let missing = || refused(said!("error-no-sso-session", session = session));
            Some(files.sso_session(session).ok_or_else(missing)?)
        }
        None => None,
    };
    let text = |key: &str| {
        let value = of_session.and_then(|session| session.get(key)).or_else(|| profile.get(key));
        value.filter(|value| !value.is_empty()).map(str::to_owned)
    };
    let Some(start_url) = text("sso_start_url") else {
        return Err(refused(said!("error-no-start-url")));
    };
    let region = text("sso_region").ok_or_else(|| refused(said!("error-no-sso-region")))?;
    let scopes = text("sso_registration_scopes").unwrap_or_else(|| SCOPE.to_owned());
    let scopes = scopes.split(',').map(str::trim).filter(|scope| !scope.is_empty()).map(str::to_owned).collect();
    Ok(Portal { identifier: session.map_or_else(|| start_url.clone(), str::to_owned), start_url, region, scopes })
}
