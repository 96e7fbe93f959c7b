//! Start-up code: which accounts can be worked on, and opening one. The only place, beside tests,
//! that names both the AWS adapter and the practice account.

use std::path::PathBuf;
use std::sync::Arc;

use secrecy::SecretString;

use crate::apply::Store;
use crate::aws::mfa::CodedSessions;
use crate::aws::session::{self, Assume, Opening};
use crate::aws::sso::SignIn;
use crate::aws::token::SdkTokens;
use crate::cloud::token::TokenSource;
use crate::cloud::{CloudError, CloudResult, Connection, ErrorKind, SystemClock, operation};
use crate::discover::Existing;
use crate::disk::private;
use crate::disk::verdicts::Verdicts;
use crate::domain::account::Profile;
use crate::domain::sign_in::CodeDevice;
use crate::load::Records;
use crate::practice;
use crate::support::calls;
use crate::text::said;

/// Where an account comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// The embedded practice account, in one of its scenarios.
    Practice { scenario: String },
    /// A profile of the AWS configuration, or the default chain.
    Profile { name: Option<String> },
    /// An account of an organization.
    Member {
        /// What lets in there.
        through: Box<Source>,
        /// Its number.
        account: String,
        /// Name of the role that is assumed there; without one it is an account of the practice
        /// organization, opened as by a profile of its own.
        role: Option<String>,
    },
}

/// Opens accounts, and knows where this program keeps its files.
#[derive(Debug, Clone)]
pub struct Accounts {
    /// Sends every call to this address instead of AWS; for emulators.
    pub endpoint_url: Option<String>,
    /// Receipts and the practice account's state.
    pub folder: PathBuf,
    /// How fast the practice account's minutes pass.
    pub practice_speed: practice::Speed,
    /// What codes of MFA devices have opened; kept in memory only.
    pub sessions: CodedSessions,
}

/// A practice scenario as the window and `practice list` offer it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScenarioOffer {
    pub name: &'static str,
    pub title: &'static str,
    /// What one sees, in a sentence.
    pub about: &'static str,
    /// The number of its account, which a receipt names.
    pub account_id: String,
    /// Where its fault is.
    pub group: practice::ScenarioGroup,
    /// What to validate in it, where a setup is broken.
    pub broken: Option<Existing>,
}

/// How the names of the files begin that keep an account of the practice organization.
fn member_prefix(scenario: &str, account: &str) -> String {
    format!("{scenario}.{account}.")
}

impl Accounts {
    /// The account of the practice organization with this name, as a profile would open it.
    pub fn practice_profile(scenario: &str, name: &str) -> Option<Source> {
        let account = practice::member_ids(scenario).into_iter().find(|id| practice::member_name(id) == Some(name))?;
        let through = Box::new(Source::Practice { scenario: scenario.to_owned() });
        Some(Source::Member { through, account: account.to_owned(), role: None })
    }

    /// The name of an account of the practice organization.
    pub fn practice_name(account: &str) -> Option<&'static str> {
        practice::member_name(account)
    }

    /// Names that [`Self::practice_profile`] knows.
    pub fn practice_profiles(scenario: &str) -> Vec<&'static str> {
        practice::member_ids(scenario).into_iter().filter_map(practice::member_name).collect()
    }

    /// Keeps everything in `folder`, calls AWS itself, and runs practice at its usual speed.
    pub fn in_folder(folder: PathBuf) -> Self {
        Self {
            endpoint_url: None,
            folder,
            practice_speed: practice::Speed::default(),
            sessions: CodedSessions::default(),
        }
    }

    /// The practice scenarios, the default one first.
    pub fn scenarios() -> Vec<ScenarioOffer> {
        practice::SCENARIOS
            .iter()
            .map(|scenario| ScenarioOffer {
                name: scenario.name,
                title: scenario.title(),
                about: scenario.about(),
                account_id: practice::scenarios::account_id(scenario.name),
                group: scenario.group,
                broken: scenario.broken.map(|broken| Existing {
                    proxy: broken.proxy.to_owned(),
                    function: broken.function.parse().ok(),
                    read_secrets: false,
                }),
            })
            .collect()
    }

    /// How many practice seconds pass in a real one; `None` where no wait takes time.
    pub fn practice_times(&self) -> Option<u32> {
        match self.practice_speed {
            practice::Speed::Times(times) => Some(times),
            practice::Speed::Instant => None,
        }
    }

    /// The file that keeps a practice scenario between runs.
    pub fn practice_file(&self, scenario: &str) -> PathBuf {
        self.folder.join("practice").join(format!("{scenario}.json"))
    }

    /// Puts a practice scenario back to its beginning, and deletes the receipts of its runs and the kept
    /// verdicts, which name things that are there no more. Gives the number of receipts.
    pub fn reset_practice(&self, scenario: &str) -> CloudResult<usize> {
        let failed = |error: std::io::Error| {
            CloudError::new(ErrorKind::Unexpected, operation::RESET_PRACTICE, error.to_string())
        };
        practice::Practice::reset(&self.practice_file(scenario), scenario)?;
        let account = practice::scenarios::account_id(scenario);
        let mut forgotten = self.store().forget_practice(&account).map_err(failed)?;
        self.verdicts().forget(&account).map_err(failed)?;
        for member in practice::member_ids(scenario) {
            forgotten += self.store().forget_practice(member).map_err(failed)?;
            self.verdicts().forget(member).map_err(failed)?;
            self.forget_member(scenario, member).map_err(failed)?;
        }
        Ok(forgotten)
    }

    fn member_file(&self, scenario: &str, account: &str, region: &str) -> PathBuf {
        self.folder.join("practice").join(format!("{}{region}.json", member_prefix(scenario, account)))
    }

    /// Deletes what is kept of an account of the practice organization, in every region.
    fn forget_member(&self, scenario: &str, account: &str) -> std::io::Result<()> {
        let prefix = member_prefix(scenario, account);
        for entry in std::fs::read_dir(self.folder.join("practice"))? {
            let entry = entry?;
            if entry.file_name().to_string_lossy().starts_with(&prefix) {
                std::fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }

    /// The user's own state folder: `~/.local/share/rds-proxy-wizard` on Linux.
    pub fn standard_folder() -> PathBuf {
        directories::ProjectDirs::from("", "", "rds-proxy-wizard")
            .map_or_else(|| PathBuf::from(".rds-proxy-wizard"), |folders| folders.data_local_dir().to_owned())
    }

    /// At every start: what this program keeps is closed to others, and what killed runs left half
    /// written is removed.
    pub fn tidy(&self) {
        if self.folder.is_dir() {
            // What cannot be closed is told by the first run that has to write there.
            let _ = private::folder(&self.folder);
            self.store().tidy();
        }
    }

    /// The last verdict of each proxy.
    pub fn verdicts(&self) -> Verdicts {
        Verdicts::new(self.folder.join("verdicts"))
    }

    /// Loads that ran.
    pub fn loads(&self) -> Records {
        Records::new(self.folder.join("loads"))
    }

    pub fn store(&self) -> Store {
        Store::new(self.folder.join("receipts"))
    }

    /// Profiles of the AWS configuration; asks no network.
    pub async fn profiles(&self) -> CloudResult<Vec<Profile>> {
        session::profiles().await
    }

    /// The profile that is used where none is named.
    pub async fn selected_profile(&self) -> CloudResult<String> {
        session::selected_profile().await
    }

    /// What signs login tokens, and the region of the session. AWS is not asked who signs: a host
    /// that reaches a database may reach no AWS endpoint.
    pub async fn tokens(
        &self,
        profile: Option<&str>,
        region: Option<&str>,
    ) -> CloudResult<(Arc<dyn TokenSource>, Option<String>)> {
        let opening = self.opening(profile, region);
        let config = session::configure(&opening).await?;
        Ok((Arc::new(SdkTokens::new(&config)), config.region().map(ToString::to_string)))
    }

    /// Asks AWS for the code that signs this profile in, where it uses IAM Identity Center.
    ///
    /// # Errors
    /// The profile does not, or lacks what that takes; AWS refused.
    pub async fn begin_sign_in(&self, profile: &str) -> CloudResult<SignIn> {
        SignIn::begin(profile, self.endpoint_url.as_deref(), &SystemClock).await
    }

    /// The MFA device whose code is to be asked for before this profile, or the default one, can be opened.
    pub async fn asks_for_code(&self, profile: Option<&str>) -> CloudResult<Option<CodeDevice>> {
        session::asks_for_code(&self.opening(profile, None)).await
    }

    /// Begins the session that [`Self::asks_for_code`] speaks of. `region` overrides the profile's own.
    ///
    /// # Errors
    /// STS refused the code or the role.
    pub async fn enter_code(
        &self,
        profile: Option<&str>,
        region: Option<&str>,
        code: &SecretString,
    ) -> CloudResult<()> {
        session::enter_code(&self.opening(profile, region), code).await
    }

    /// Opens the account. `region` overrides the profile's own.
    pub async fn open(&self, source: &Source, region: Option<&str>) -> CloudResult<Connection> {
        self.connect(source, region).await.map(calls::logged)
    }

    async fn connect(&self, source: &Source, region: Option<&str>) -> CloudResult<Connection> {
        match source {
            Source::Practice { scenario } => practice::connect(&practice::Options {
                scenario: scenario.clone(),
                speed: self.practice_speed,
                state_file: Some(self.practice_file(scenario)),
            }),
            Source::Profile { name } => session::open(&self.opening(name.as_deref(), region)).await,
            Source::Member { through, account, role } => {
                self.open_member(through, account, role.as_deref(), region).await
            }
        }
    }

    async fn open_member(
        &self,
        through: &Source,
        account: &str,
        role: Option<&str>,
        region: Option<&str>,
    ) -> CloudResult<Connection> {
        match (through, role) {
            (Source::Profile { name }, Some(role)) => {
                let assume = Assume { account: account.to_owned(), role: role.to_owned() };
                session::open(&Opening { assume: Some(assume), ..self.opening(name.as_deref(), region) }).await
            }
            (Source::Practice { scenario }, _) => {
                let region = region.unwrap_or(practice::member_region(account));
                let options = practice::Options {
                    scenario: scenario.clone(),
                    speed: self.practice_speed,
                    state_file: Some(self.member_file(scenario, account, region)),
                };
                practice::connect_member(&options, account, region, role)
            }
            _ => {
                let message = said!("error-account-way");
                Err(CloudError::new(ErrorKind::Refused, operation::OPEN_SESSION, message))
            }
        }
    }

    fn opening(&self, profile: Option<&str>, region: Option<&str>) -> Opening {
        Opening {
            profile: profile.map(str::to_owned),
            region: region.map(str::to_owned),
            assume: None,
            endpoint_url: self.endpoint_url.clone(),
            sessions: self.sessions.clone(),
        }
    }
}
