//! Opens the account that the arguments name, for every verb alike.

use super::args::{Format, Globals};
use super::code;
use super::output::Failure;
use crate::accounts::{Accounts, Source};
use crate::cloud::{Connection, Reader};
use crate::domain::account::NotAnAccount;
use crate::domain::choices::Choices;
use crate::domain::region::{REGIONS, is_region_name, place_of};
use crate::domain::shell::word;
use crate::text::{series, t};

/// An open account, and how to print what is found there.
pub struct Session {
    /// What opened it.
    pub accounts: Accounts,
    /// The account.
    pub connection: Connection,
    /// The arguments it was opened with.
    pub globals: Globals,
}

impl Session {
    /// Opens the account of the arguments; the choices' profile and region count where the
    /// arguments name none.
    pub async fn open(accounts: &Accounts, globals: &Globals, choices: Option<&Choices>) -> Result<Self, Failure> {
        if let Some(scenario) = &globals.practice {
            known_scenario(scenario)?;
        } else {
            let of_choices = choices.and_then(|choices| choices.profile.as_deref());
            known_profile(accounts, globals.profile.as_deref().or(of_choices)).await?;
        }
        let source = source(globals, choices);
        let region = globals.region.as_deref().or_else(|| choices.and_then(|choices| choices.region.as_deref()));
        possible_region(globals, region)?;
        code::ask(accounts, &source, region).await?;
        let connection = accounts.open(&source, region).await.map_err(Failure::unreadable)?;
        if globals.practice.is_some() {
            // A real account has been asked this while it was opened.
            connection.reader().caller().await.map_err(Failure::unreadable)?;
            let is_in = connection.account.region.as_str();
            if let Some(wanted) = globals.region.as_deref().filter(|wanted| *wanted != is_in) {
                let title = t!("cli-practice-region", region = is_in, wanted = wanted);
                return Err(Failure::usage(title, t!("cli-practice-region-hint")));
            }
        }
        Ok(Self { accounts: accounts.clone(), connection, globals: globals.clone() })
    }

    /// The reading half of the account.
    pub fn reader(&self) -> &dyn Reader {
        self.connection.reader()
    }

    /// Standard output is to hold JSON and nothing else.
    pub fn is_json(&self) -> bool {
        self.globals.format == Some(Format::Json)
    }

    /// A command line of this program on the same account.
    pub fn command(&self, words: &[&str]) -> String {
        let globals = &self.globals;
        let mut line = crate::domain::PROGRAM.to_owned();
        for argument in words {
            line.push(' ');
            line.push_str(&word(argument));
        }
        match globals.practice.as_deref() {
            Some("default") => line.push_str(" --practice"),
            Some(scenario) => line.push_str(&format!(" --practice={}", word(scenario))),
            None => {
                let account = &self.connection.account;
                for (name, value) in [
                    ("--profile", self.connection.profile.as_ref()),
                    ("--region", Some(&account.region)),
                    ("--endpoint-url", globals.endpoint_url.as_ref()),
                ] {
                    if let Some(value) = value {
                        line.push_str(&format!(" {name} {}", word(value)));
                    }
                }
                if possible_region(globals, Some(&account.region)).is_err() || globals.unlisted_region {
                    line.push_str(" --unlisted-region");
                }
            }
        }
        line
    }
}

/// Where the account comes from.
pub fn source(globals: &Globals, choices: Option<&Choices>) -> Source {
    match &globals.practice {
        Some(scenario) => Source::Practice { scenario: scenario.clone() },
        None => Source::Profile {
            name: globals.profile.clone().or_else(|| choices.and_then(|choices| choices.profile.clone())),
        },
    }
}

/// Refuses a name that no scenario has.
pub fn known_scenario(name: &str) -> Result<(), Failure> {
    let known: Vec<&str> = Accounts::scenarios().into_iter().map(|scenario| scenario.name).collect();
    if known.contains(&name) {
        return Ok(());
    }
    let hint = t!("cli-no-scenario-hint", known = series(&known));
    Err(Failure::usage(t!("cli-no-scenario", name = name), hint).meant(name, known))
}

/// Refuses what no region is called, wherever it was named, and what is not known to be one: a slip of the finger
/// asks a host that is not there. Regions come, so a new one can be insisted on; and an emulator has its own.
pub fn possible_region(globals: &Globals, name: Option<&str>) -> Result<(), Failure> {
    let Some(name) = name else { return Ok(()) };
    let refused = |title: String, hint| Failure::usage(title, hint).meant(name, REGIONS.iter().map(|region| region.id));
    if !is_region_name(name) {
        return Err(refused(NotAnAccount::Region(name.to_owned()).to_string(), t!("cli-no-region-hint")));
    }
    if place_of(name).is_some() || globals.unlisted_region || globals.endpoint_url.is_some() {
        return Ok(());
    }
    Err(refused(t!("cli-unlisted-region", name = name), t!("cli-unlisted-region-hint")))
}

/// Refuses a name that no profile of the AWS configuration has.
pub async fn known_profile(accounts: &Accounts, name: Option<&str>) -> Result<(), Failure> {
    let Some(name) = name else { return Ok(()) };
    let profiles = accounts.profiles().await.map_err(Failure::unreadable)?;
    if profiles.iter().any(|profile| profile.name == name) {
        return Ok(());
    }
    let known: Vec<String> = profiles.into_iter().map(|profile| profile.name).collect();
    let hint = match known.as_slice() {
        [] => t!("cli-no-profiles-hint").to_owned(),
        known => t!("cli-no-profile-hint", known = series(known)),
    };
    Err(Failure::usage(t!("cli-no-profile", name = name), hint).meant(name, known.iter().map(String::as_str)))
}
