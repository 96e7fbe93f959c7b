//! Start-up code: which accounts can be worked on, and opening one. The only place, beside tests,
//! that names both the AWS adapter and the practice account.

use std::path::PathBuf;
use std::sync::Arc;

use crate::apply::Store;
use crate::aws::session::{self, Opening};
use crate::aws::token::SdkTokens;
use crate::cloud::token::TokenSource;
use crate::cloud::{CloudError, CloudResult, Connection, ErrorKind};
use crate::discover::Existing;
use crate::disk::private;
use crate::domain::account::Profile;
use crate::load::Records;
use crate::practice;

/// Where an account comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// The embedded practice account, in one of its scenarios.
    Practice { scenario: String },
    /// A profile of the AWS configuration, or the default chain.
    Profile { name: Option<String> },
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
    pub group: practice::Group,
    /// What to validate in it, where a setup is broken.
    pub broken: Option<Existing>,
}

impl Accounts {
    /// Keeps everything in `folder`, calls AWS itself, and runs practice at its usual speed.
    pub fn in_folder(folder: PathBuf) -> Self {
        Self { endpoint_url: None, folder, practice_speed: practice::Speed::default() }
    }

    /// The practice scenarios, the default one first.
    pub fn scenarios() -> Vec<ScenarioOffer> {
        practice::SCENARIOS
            .iter()
            .map(|scenario| ScenarioOffer {
                name: scenario.name,
                title: scenario.title,
                about: scenario.about,
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

    /// Puts a practice scenario back to its beginning, and deletes the receipts of its runs, which
    /// name things that are there no more. Gives the number of receipts.
    pub fn reset_practice(&self, scenario: &str) -> CloudResult<usize> {
        practice::Practice::reset(&self.practice_file(scenario), scenario)?;
        let forgotten = self.store().forget_practice(&practice::scenarios::account_id(scenario));
        forgotten.map_err(|error| CloudError::new(ErrorKind::Unexpected, "practice reset", error.to_string()))
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

    /// What signs login tokens, and the region of the session. AWS is not asked who signs: a host
    /// that reaches a database may reach no AWS endpoint.
    pub async fn tokens(
        &self,
        profile: Option<&str>,
        region: Option<&str>,
    ) -> CloudResult<(Arc<dyn TokenSource>, Option<String>)> {
        let opening = Opening {
            profile: profile.map(str::to_owned),
            region: region.map(str::to_owned),
            endpoint_url: self.endpoint_url.clone(),
        };
        let config = session::configure(&opening).await?;
        Ok((Arc::new(SdkTokens::new(&config)), config.region().map(ToString::to_string)))
    }

    /// Opens the account. `region` overrides the profile's own.
    pub async fn open(&self, source: &Source, region: Option<&str>) -> CloudResult<Connection> {
        match source {
            Source::Practice { scenario } => practice::connect(&practice::Options {
                scenario: scenario.clone(),
                speed: self.practice_speed,
                state_file: Some(self.practice_file(scenario)),
            }),
            Source::Profile { name } => {
                let opening = Opening {
                    profile: name.clone(),
                    region: region.map(str::to_owned),
                    endpoint_url: self.endpoint_url.clone(),
                };
                session::open(&opening).await
            }
        }
    }
}
