//! Opens an account: profiles, region, endpoint and credentials. It does not ask what they may do.

use aws_config::meta::region::RegionProviderChain;
use aws_config::profile::{ProfileFileCredentialsProvider, ProfileFileRegionProvider, ProfileSet};
use aws_config::provider_config::ProviderConfig;
use aws_config::retry::RetryConfig;
use aws_config::sts::AssumeRoleProvider;
use aws_config::timeout::TimeoutConfig;
use aws_config::{BehaviorVersion, Region, SdkConfig, environment, imds};
use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider};
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use aws_types::os_shim_internal::{Env, Fs};
use secrecy::SecretString;
use std::sync::Arc;
use std::time::Duration;

use super::Aws;
use super::http;
use super::mfa::{Chain, CodedSessions};
use super::token::SdkTokens;
use crate::cloud::{CloudError, CloudResult, Connection, ErrorKind, Reader, SystemClock, Wire, operation};
use crate::domain::PROGRAM;
use crate::domain::account::{Account, Mode, NotAnAccount, Profile, ProfileKind, partition_of};
use crate::domain::region::is_region_name;
use crate::domain::sign_in::CodeDevice;
use crate::text::said;

const CONNECT: Duration = Duration::from_secs(4);
const READ: Duration = Duration::from_secs(30);
const OPERATION: Duration = Duration::from_secs(60);
/// An EC2 host answers at once; a laptop must not wait for one that is not there.
const METADATA: Duration = Duration::from_millis(600);
/// A `credential_process` or an SSO renewal may take a while.
pub(super) const CREDENTIALS: Duration = Duration::from_secs(30);

/// What to open; everything absent is found as the AWS CLI finds it.
#[derive(Debug, Clone, Default)]
pub struct Opening {
    /// A profile of the AWS config; its credentials win over the environment's.
    pub profile: Option<String>,
    /// The region to work in.
    pub region: Option<String>,
    /// A role that is assumed with those credentials, and whose account is opened.
    pub assume: Option<Assume>,
    /// Where calls go instead of AWS; `AWS_ENDPOINT_URL` is honoured without it.
    pub endpoint_url: Option<String>,
    /// What codes of MFA devices have opened.
    pub sessions: CodedSessions,
}

/// A role in another account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assume {
    /// Twelve digits.
    pub account: String,
    /// With its path, if it has one.
    pub role: String,
}

impl Assume {
    fn arn(&self, region: &str) -> String {
        format!("arn:{}:iam::{}:role/{}", partition_of(region), self.account, self.role)
    }
}

/// The user's profiles by name, read from files alone.
///
/// Fails when a file is there and cannot be read.
pub async fn profiles() -> CloudResult<Vec<Profile>> {
    Ok(all(&profile_files().await?))
}

/// The profile that is used where none is named: `AWS_PROFILE`, or `default`.
pub async fn selected_profile() -> CloudResult<String> {
    Ok(profile_files().await?.selected_profile().to_owned())
}

/// Whether the environment itself holds an access key.
fn environment_has_credentials() -> bool {
    Env::real().get("AWS_ACCESS_KEY_ID").is_ok_and(|key| !key.is_empty())
}

/// Opens an account and asks who the credentials are.
///
/// [`ErrorKind::Expired`] names the command that signs in again, [`ErrorKind::NoCredentials`]
/// the places searched.
pub async fn open(opening: &Opening) -> CloudResult<Connection> {
    let files = profile_files().await?;
    let chosen = opening.profile.clone().unwrap_or_else(|| files.selected_profile().to_owned());
    let profile = all(&files).into_iter().find(|profile| profile.name == chosen);
    if opening.profile.is_some() && profile.is_none() {
        let message = said!("error-no-profile", name = chosen);
        return Err(CloudError::new(ErrorKind::NoCredentials, operation::OPEN_SESSION, message));
    }
    let config = configured(&files, opening).await?;
    let region = config.region().map(ToString::to_string).unwrap_or_default();
    let aws = Aws::new(&config);
    let (caller, alias) = futures::join!(aws.caller(), aws.account_alias());
    let caller = caller.map_err(|error| explained(error, &chosen, profile.as_ref()))?;
    let account = Account {
        id: caller.account,
        // Only a name: whoever may not read it works with the number.
        alias: alias.ok().flatten(),
        partition: partition_of(&region).to_owned(),
        region,
        principal: caller.arn,
        mode: Mode::Live,
    };
    let sign_in = profile.as_ref().and_then(Profile::login_command);
    account.check().map_err(|why| CloudError::new(ErrorKind::Unexpected, "sts:GetCallerIdentity", why.to_string()))?;
    let profile = opening.profile.clone().or_else(|| profile.map(|profile| profile.name));
    Ok(Connection {
        account,
        profile,
        sign_in,
        writer: Arc::new(aws),
        clock: Arc::new(SystemClock),
        wire: Wire::Network(Arc::new(SdkTokens::new(&config))),
        drill: None,
    })
}

/// The SDK configuration of a session: also what signs login tokens ([`super::token`]).
pub async fn configure(opening: &Opening) -> CloudResult<SdkConfig> {
    configured(&profile_files().await?, opening).await
}

async fn configured(files: &ProfileSet, opening: &Opening) -> CloudResult<SdkConfig> {
    let region = known_region(opening).await?;
    let base = base(files, opening, region).await?;
    let config = match chain(files, opening) {
        Some(chain) => chain.through(base.config, &base.carried, &opening.sessions).await?,
        None => {
            let credentials = credentials(opening, &base.carried).await;
            base.config.into_builder().credentials_provider(credentials).build()
        }
    };
    match &opening.assume {
        Some(assume) => assumed(&config, assume).await,
        None => Ok(config),
    }
}

/// The device whose code is to be asked for before this can be opened.
pub async fn asks_for_code(opening: &Opening) -> CloudResult<Option<CodeDevice>> {
    let files = profile_files().await?;
    Ok(chain(&files, opening).and_then(|chain| chain.asks(&opening.sessions)))
}

/// Assumes the role that [`asks_for_code`] speaks of, and keeps its session in memory.
///
/// # Errors
/// STS refused the code or the role, or the credentials that it is assumed with do not work.
pub async fn enter_code(opening: &Opening, code: &SecretString) -> CloudResult<()> {
    let files = profile_files().await?;
    let Some(chain) = chain(&files, opening) else { return Ok(()) };
    let region = known_region(opening).await?;
    let base = base(&files, opening, region).await?;
    chain.enter(code, base.config, &base.carried, &opening.sessions).await
}

/// The roles of the profile that would be used, where one of them asks for a code. Keys in the environment win
/// over a profile that nobody named.
fn chain(files: &ProfileSet, opening: &Opening) -> Option<Chain> {
    match &opening.profile {
        Some(profile) => Chain::read(files, profile),
        None if environment_has_credentials() => None,
        None => Chain::read(files, files.selected_profile()),
    }
}

/// A configuration without credentials, and what the calls that fetch them are made with.
struct Base {
    config: SdkConfig,
    carried: ProviderConfig,
}

async fn base(files: &ProfileSet, opening: &Opening, region: Region) -> CloudResult<Base> {
    let chosen = opening.profile.as_deref().unwrap_or_else(|| files.selected_profile());
    let http = http_client(files, chosen)?;
    let timeouts = TimeoutConfig::builder().connect_timeout(CONNECT).read_timeout(READ).operation_timeout(OPERATION);
    let mut loader = aws_config::defaults(BehaviorVersion::latest())
        .region(region.clone())
        .retry_config(RetryConfig::standard().with_max_attempts(6).with_max_backoff(Duration::from_secs(8)))
        .timeout_config(timeouts.build())
        .identity_cache(aws_config::identity::IdentityCache::lazy().load_timeout(CREDENTIALS).build())
        .no_credentials();
    let mut carried = ProviderConfig::default().with_region(Some(region));
    if let Some(http) = http {
        loader = loader.http_client(http.clone());
        carried = carried.with_http_client(http);
    }
    if let Some(profile) = &opening.profile {
        loader = loader.profile_name(profile);
    }
    if let Some(url) = &opening.endpoint_url {
        loader = loader.endpoint_url(url);
    }
    let config = loader.load().await;
    let carried = carried.with_use_fips(config.use_fips()).with_use_dual_stack(config.use_dual_stack());
    Ok(Base { config, carried })
}

/// The same session in the account of the role. The role is assumed here once, so that a refusal names the
/// role and not the first call made with it.
async fn assumed(config: &SdkConfig, assume: &Assume) -> CloudResult<SdkConfig> {
    let arn = assume.arn(config.region().map(AsRef::as_ref).unwrap_or_default());
    let provider = AssumeRoleProvider::builder(&arn).configure(config).session_name(PROGRAM).build().await;
    provider.provide_credentials().await.map_err(|error| super::error::not_assumed(&arn, &error))?;
    let cache = aws_config::identity::IdentityCache::lazy().load_timeout(CREDENTIALS).build();
    let provider = SharedCredentialsProvider::new(provider);
    Ok(config.to_builder().identity_cache(cache).credentials_provider(provider).build())
}

/// As the AWS CLI does: a profile that was asked for by name wins over keys in the environment.
async fn credentials(opening: &Opening, carried: &ProviderConfig) -> SharedCredentialsProvider {
    if let Some(profile) = &opening.profile {
        let of_profile = ProfileFileCredentialsProvider::builder().configure(carried).profile_name(profile);
        return SharedCredentialsProvider::new(of_profile.build());
    }
    let metadata = imds::Client::builder()
        .max_attempts(1)
        .connect_timeout(METADATA)
        .read_timeout(METADATA)
        .operation_timeout(METADATA)
        .build();
    let chain =
        aws_config::default_provider::credentials::DefaultCredentialsChain::builder().configure(carried.clone());
    SharedCredentialsProvider::new(chain.imds_client(metadata).build().await)
}

/// What carries the calls of this profile.
pub(super) fn http_client(files: &ProfileSet, profile: &str) -> CloudResult<Option<SharedHttpClient>> {
    let of_profile = files.get_profile(profile).and_then(|profile| profile.get("ca_bundle"));
    http::client(&Env::real(), of_profile)
}

async fn known_region(opening: &Opening) -> CloudResult<Region> {
    let region = region(opening).await.ok_or_else(|| {
        let message = said!("error-no-region");
        CloudError::new(ErrorKind::NoCredentials, operation::OPEN_SESSION, message)
    })?;
    if !is_region_name(region.as_ref()) {
        let why = NotAnAccount::Region(region.to_string());
        return Err(CloudError::new(ErrorKind::Refused, operation::OPEN_SESSION, why.to_string()));
    }
    Ok(region)
}

async fn region(opening: &Opening) -> Option<Region> {
    if let Some(region) = &opening.region {
        return Some(Region::new(region.clone()));
    }
    let mut of_profile = ProfileFileRegionProvider::builder();
    if let Some(profile) = &opening.profile {
        of_profile = of_profile.profile_name(profile);
    }
    let from_environment = environment::EnvironmentVariableRegionProvider::new();
    RegionProviderChain::first_try(from_environment).or_else(of_profile.build()).region().await
}

/// What to do about credentials that are not there or not valid any more.
fn explained(mut error: CloudError, name: &str, profile: Option<&Profile>) -> CloudError {
    let login = profile.and_then(Profile::login_command);
    let found = error.message.clone();
    match (error.kind, login) {
        (ErrorKind::Expired | ErrorKind::NoCredentials, Some(login)) => {
            error.kind = ErrorKind::Expired;
            error.message = said!("error-session-ended", name = name, login = login, found = found);
        }
        (ErrorKind::NoCredentials, None) if error.code.is_none() => {
            error.message = said!("error-no-credentials", name = name, found = found);
        }
        _ => {}
    }
    error
}

pub(super) async fn profile_files() -> CloudResult<ProfileSet> {
    aws_config::profile::load(&Fs::real(), &Env::real(), &Default::default(), None).await.map_err(|error| {
        let message = super::error::with_causes(&error);
        CloudError::new(ErrorKind::Refused, operation::READ_CONFIG, message)
    })
}

fn all(files: &ProfileSet) -> Vec<Profile> {
    let mut profiles: Vec<Profile> = files
        .profiles()
        .filter_map(|name| files.get_profile(name))
        .map(|profile| {
            let has = |key: &str| profile.get(key).is_some_and(|value| !value.is_empty());
            let text = |key: &str| profile.get(key).map(str::to_owned).filter(|value| !value.is_empty());
            Profile {
                name: profile.name().to_owned(),
                kind: kind(has),
                region: text("region"),
                sso_session: text("sso_session"),
                mfa_serial: Chain::read(files, profile.name())
                    .and_then(|chain| chain.first_serial().map(str::to_owned)),
            }
        })
        .collect();
    profiles.sort_by(|a, b| (a.name != "default", &a.name).cmp(&(b.name != "default", &b.name)));
    profiles
}

/// In the order in which the SDK decides.
fn kind(has: impl Fn(&str) -> bool) -> ProfileKind {
    if has("role_arn") && has("web_identity_token_file") {
        ProfileKind::WebIdentity
    } else if has("role_arn") {
        ProfileKind::AssumeRole
    } else if has("sso_session") || has("sso_start_url") {
        ProfileKind::Sso
    } else if has("login_session") {
        ProfileKind::ConsoleLogin
    } else if has("credential_process") {
        ProfileKind::CredentialProcess
    } else if has("aws_access_key_id") {
        ProfileKind::AccessKey
    } else {
        ProfileKind::Other
    }
}
