//! Roles that are assumed with a code of an MFA device. The SDK does not ask for codes, so the roles of such a
//! profile are assumed here, one after the other; a session that a code began is kept in memory only.
//! <https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-role.html#cli-configure-role-mfa>

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use aws_config::SdkConfig;
use aws_config::environment::EnvironmentVariableCredentialsProvider;
use aws_config::identity::IdentityCache;
use aws_config::profile::{Profile, ProfileFileCredentialsProvider, ProfileSet};
use aws_config::provider_config::ProviderConfig;
use aws_config::sts::AssumeRoleProvider;
use aws_credential_types::Credentials;
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider, future};
use secrecy::SecretString;

use super::session::CREDENTIALS;
use super::{Aws, sts};
use crate::cloud::{CloudError, CloudResult, ErrorKind};
use crate::domain::PROGRAM;
use crate::domain::sign_in::CodeDevice;
use crate::text::{said, t};

/// Who names this as its `credential_source` has its keys in the environment. An instance or a container has
/// no MFA device.
const FROM_ENVIRONMENT: &str = "Environment";

/// The sessions that codes have begun, by the profile whose role was assumed.
#[derive(Clone, Default)]
pub struct CodedSessions(Arc<Mutex<BTreeMap<String, Credentials>>>);

impl fmt::Debug for CodedSessions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CodedSessions(…)")
    }
}

impl CodedSessions {
    /// The session of this profile, while it lasts.
    fn open(&self, profile: &str) -> Option<Credentials> {
        let sessions = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        sessions.get(profile).filter(|session| lasts(session)).cloned()
    }

    fn keep(&self, profile: &str, session: Credentials) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(profile.to_owned(), session);
    }
}

fn lasts(session: &Credentials) -> bool {
    session.expiry().is_none_or(|end| end > SystemTime::now())
}

/// A role of a profile.
#[derive(Debug)]
pub(super) struct Role {
    profile: String,
    pub(super) arn: String,
    /// Asks for a code of this device.
    pub(super) serial: Option<String>,
    pub(super) external_id: Option<String>,
    pub(super) session_name: String,
    pub(super) duration_secs: Option<i32>,
}

impl Role {
    /// The role that this profile assumes with other credentials; `None` for any other profile.
    fn of_profile(profile: &Profile) -> Option<Self> {
        let text = |key: &str| profile.get(key).filter(|value| !value.is_empty()).map(str::to_owned);
        if text("web_identity_token_file").is_some() {
            return None;
        }
        Some(Self {
            profile: profile.name().to_owned(),
            arn: text("role_arn")?,
            serial: text("mfa_serial"),
            external_id: text("external_id"),
            session_name: text("role_session_name").unwrap_or_else(|| PROGRAM.to_owned()),
            duration_secs: text("duration_seconds").and_then(|secs| secs.parse().ok()),
        })
    }

    fn device(&self) -> Option<CodeDevice> {
        Some(CodeDevice { profile: self.profile.clone(), serial: self.serial.clone()? })
    }
}

/// What a chain of roles begins with.
#[derive(Debug)]
enum Start {
    /// The credentials of a profile that assumes no role with others.
    Profile(String),
    /// The keys of a profile that is its own source.
    OwnKeys(Credentials),
    Environment,
}

/// The roles of a profile, one of which at least asks for a code.
#[derive(Debug)]
pub(super) struct Chain {
    start: Start,
    /// In the order in which they are assumed.
    roles: Vec<Role>,
}

impl Chain {
    /// The roles of the profile; `None` where none of them asks for a code, or where they lead nowhere: then the
    /// SDK says why.
    pub(super) fn read(files: &ProfileSet, name: &str) -> Option<Self> {
        let mut roles: Vec<Role> = Vec::new();
        let mut next = name.to_owned();
        let start = loop {
            let profile = files.get_profile(&next)?;
            let Some(role) = Role::of_profile(profile) else { break Start::Profile(next) };
            if roles.iter().any(|known| known.profile == next) {
                return None;
            }
            roles.push(role);
            match (profile.get("source_profile"), profile.get("credential_source")) {
                (Some(source), _) if source == next => break Start::OwnKeys(own_keys(profile)?),
                (Some(source), _) => next = source.to_owned(),
                (None, Some(FROM_ENVIRONMENT)) => break Start::Environment,
                (None, _) => return None,
            }
        };
        roles.reverse();
        roles.iter().any(|role| role.serial.is_some()).then_some(Self { start, roles })
    }

    /// The device that is asked first.
    pub(super) fn first_serial(&self) -> Option<&str> {
        self.roles.iter().find_map(|role| role.serial.as_deref())
    }

    /// The first device whose code is still to be asked for.
    pub(super) fn asks(&self, sessions: &CodedSessions) -> Option<CodeDevice> {
        self.asking(sessions).and_then(Role::device)
    }

    fn asking(&self, sessions: &CodedSessions) -> Option<&Role> {
        self.roles.iter().find(|role| role.serial.is_some() && sessions.open(&role.profile).is_none())
    }

    /// The configuration with the credentials of the last role.
    ///
    /// # Errors
    /// [`ErrorKind::Expired`] while a code is still to be asked for.
    pub(super) async fn through(
        &self,
        config: SdkConfig,
        carried: &ProviderConfig,
        sessions: &CodedSessions,
    ) -> CloudResult<SdkConfig> {
        if let Some((role, device)) = self.asking(sessions).and_then(|role| Some((role, role.device()?))) {
            return Err(not_begun(role, &device));
        }
        Ok(self.up_to(None, config, carried, sessions).await)
    }

    /// Assumes the first role that has no session, with this code.
    ///
    /// # Errors
    /// STS refused the code or the role.
    pub(super) async fn enter(
        &self,
        code: &SecretString,
        config: SdkConfig,
        carried: &ProviderConfig,
        sessions: &CodedSessions,
    ) -> CloudResult<()> {
        let Some(role) = self.asking(sessions) else { return Ok(()) };
        let config = self.up_to(Some(role), config, carried, sessions).await;
        let session = sts::assume(&Aws::new(&config).sts, role, code).await?;
        if !lasts(&session) {
            let message = said!("error-session-over");
            return Err(CloudError::new(ErrorKind::Unexpected, sts::ASSUME, message).on(&role.arn));
        }
        sessions.keep(&role.profile, session);
        Ok(())
    }

    /// The configuration with the credentials that `end` is assumed with; of the whole chain without one.
    async fn up_to(
        &self,
        end: Option<&Role>,
        mut config: SdkConfig,
        carried: &ProviderConfig,
        sessions: &CodedSessions,
    ) -> SdkConfig {
        config = with(&config, self.start(carried));
        let end = end.map(|role| role.profile.as_str());
        for role in self.roles.iter().take_while(|role| Some(role.profile.as_str()) != end) {
            let provider = match role.device() {
                Some(device) => SharedCredentialsProvider::new(KeptSession { device, sessions: sessions.clone() }),
                None => assumed(role, &config).await,
            };
            config = with(&config, provider);
        }
        config
    }

    fn start(&self, carried: &ProviderConfig) -> SharedCredentialsProvider {
        match &self.start {
            Start::Profile(name) => SharedCredentialsProvider::new(
                ProfileFileCredentialsProvider::builder().configure(carried).profile_name(name).build(),
            ),
            Start::OwnKeys(keys) => SharedCredentialsProvider::new(keys.clone()),
            Start::Environment => SharedCredentialsProvider::new(EnvironmentVariableCredentialsProvider::new()),
        }
    }
}

fn own_keys(profile: &Profile) -> Option<Credentials> {
    let token = profile.get("aws_session_token").map(str::to_owned);
    let (key, secret) = (profile.get("aws_access_key_id")?, profile.get("aws_secret_access_key")?);
    Some(Credentials::new(key, secret, token, None, "Profile"))
}

/// A role that asks for no code.
async fn assumed(role: &Role, config: &SdkConfig) -> SharedCredentialsProvider {
    let mut builder = AssumeRoleProvider::builder(&role.arn).configure(config).session_name(&role.session_name);
    if let Some(id) = &role.external_id {
        builder = builder.external_id(id);
    }
    if let Some(secs) = role.duration_secs.and_then(|secs| u64::try_from(secs).ok()) {
        builder = builder.session_length(Duration::from_secs(secs));
    }
    SharedCredentialsProvider::new(builder.build().await)
}

fn with(config: &SdkConfig, provider: SharedCredentialsProvider) -> SdkConfig {
    let cache = IdentityCache::lazy().load_timeout(CREDENTIALS).build();
    config.to_builder().identity_cache(cache).credentials_provider(provider).build()
}

fn not_begun(role: &Role, device: &CodeDevice) -> CloudError {
    let (profile, device) = (device.profile.as_str(), device.serial.as_str());
    let message = said!("error-mfa-not-begun", profile = profile, device = device);
    CloudError::new(ErrorKind::Expired, sts::ASSUME, message).on(&role.arn)
}

/// Gives the session that a code has begun, until it ends: there is no new one without a new code.
#[derive(Debug)]
struct KeptSession {
    device: CodeDevice,
    sessions: CodedSessions,
}

impl ProvideCredentials for KeptSession {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        let CodeDevice { profile, serial } = &self.device;
        future::ProvideCredentials::ready(self.sessions.open(profile).ok_or_else(|| {
            let why = t!("error-mfa-expired", profile = profile.as_str(), serial = serial.as_str());
            CredentialsError::not_loaded(why)
        }))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn session(ends: SystemTime) -> Credentials {
        Credentials::new("ASIAEXAMPLE", "planted-secret", Some("planted-token".into()), Some(ends), "test")
    }

    #[tokio::test]
    async fn a_session_is_given_until_it_ends_and_never_printed() {
        let sessions = CodedSessions::default();
        let device = CodeDevice { profile: "admin".into(), serial: "arn:aws:iam::123456789012:mfa/mara".into() };
        let kept = KeptSession { device, sessions: sessions.clone() };
        sessions.keep("admin", session(SystemTime::now() + Duration::from_secs(60)));
        assert_eq!(kept.provide_credentials().await.unwrap().access_key_id(), "ASIAEXAMPLE");
        assert!(!format!("{kept:?}").contains("planted"));
        sessions.keep("admin", session(SystemTime::now() - Duration::from_secs(1)));
        let error = kept.provide_credentials().await.unwrap_err();
        assert!(super::super::error::with_causes(&error).contains("has expired"), "{error:?}");
    }
}
