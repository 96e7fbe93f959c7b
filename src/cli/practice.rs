//! `practice`: the scenarios of the embedded account, and starting one over.

use serde::Serialize;

use super::args::{Format, Globals};
use super::output::{self, Ended, Exit, Failure};
use super::session::known_scenario;
use crate::accounts::Accounts;
use crate::report::{Kind, Report};
use crate::text::t;

/// `practice`
#[derive(Debug, Clone, clap::Subcommand)]
pub enum PracticeVerb {
    /// List the scenarios
    List,
    /// Put a scenario's account back to its beginning
    Reset {
        /// Name of the scenario; without it, that of --practice, else `default`
        scenario: Option<String>,
    },
}

/// Lists the scenarios, or resets one.
pub fn run(accounts: &Accounts, globals: &Globals, verb: &PracticeVerb) -> Ended {
    let is_json = globals.format == Some(Format::Json);
    match verb {
        PracticeVerb::List => list(is_json),
        PracticeVerb::Reset { scenario } => {
            let name = scenario.as_deref().or(globals.practice.as_deref()).unwrap_or("default");
            reset(accounts, name, is_json)?;
        }
    }
    Ok(Exit::Done)
}

#[derive(Serialize)]
struct Scenario {
    name: &'static str,
    title: &'static str,
    about: &'static str,
}

fn list(is_json: bool) {
    let scenarios = Accounts::scenarios();
    if is_json {
        let scenarios: Vec<Scenario> = scenarios
            .into_iter()
            .map(|offer| Scenario { name: offer.name, title: offer.title, about: offer.about })
            .collect();
        return output::json(&scenarios);
    }
    let width = scenarios.iter().map(|offer| offer.name.len()).max().unwrap_or_default();
    for offer in scenarios {
        output::line(&format!("{:<width$}  {}", offer.name, offer.about));
    }
}

fn reset(accounts: &Accounts, name: &str, is_json: bool) -> Result<(), Failure> {
    known_scenario(name)?;
    let receipts = accounts.reset_practice(name).map_err(|error| {
        let report = Report::new(Kind::Input, error.message).hint(t!("cli-reset-hint"));
        Failure::new(Exit::Failed, report)
    })?;
    if is_json {
        output::json(&serde_json::json!({ "reset": name, "receipts_deleted": receipts }));
    } else {
        output::line(&t!("cli-reset", name = name));
        if receipts > 0 {
            output::line(&t!("cli-reset-receipts", count = receipts));
        }
    }
    Ok(())
}
