//! `sign-in`: signs a profile of IAM Identity Center in, by a code and the browser.

use serde::Serialize;

use super::args::{Format, Globals};
use super::output::{self, Ended, Exit, Failure};
use super::session::known_profile;
use crate::accounts::Accounts;
use crate::cloud::SystemClock;
use crate::domain::account::Profile;
use crate::domain::sign_in::SignInCode;
use crate::text::t;

/// `sign-in`
#[derive(Debug, Clone, clap::Args)]
pub struct SignInArgs {
    /// Print the address, and open no browser
    #[arg(long)]
    pub no_browser: bool,
}

/// Shows the code, opens its page, and waits until the person has confirmed it there.
pub async fn run(accounts: &Accounts, globals: &Globals, args: &SignInArgs) -> Ended {
    known_profile(accounts, globals.profile.as_deref()).await?;
    let profile = match &globals.profile {
        Some(profile) => profile.clone(),
        None => accounts.selected_profile().await.map_err(Failure::unreadable)?,
    };
    let waiting = match accounts.begin_sign_in(&profile).await {
        Ok(waiting) => waiting,
        Err(error) => return Err(otherwise(accounts, &profile, Failure::unreadable(error)).await),
    };
    let is_json = globals.format == Some(Format::Json);
    if is_json {
        output::json_line(&SignInQuestion::new(&waiting.code));
    } else {
        output::line(&t!("sign-in-confirm", page = waiting.code.page.as_str(), code = waiting.code.code.as_str()));
        output::aside(t!("sign-in-waiting"));
    }
    if !args.no_browser && output::is_terminal() {
        // Where there is none, the address stands above.
        let _ = webbrowser::open(&waiting.code.page);
    }
    waiting.wait(&SystemClock).await.map_err(Failure::unreadable)?;
    if is_json {
        output::json_line(&SignedIn { schema: SCHEMA, profile: &profile, signed_in: true });
    } else {
        output::line(&t!("sign-in-done", profile = profile.as_str()));
    }
    Ok(Exit::Done)
}

/// A profile that signs in another way says which.
async fn otherwise(accounts: &Accounts, profile: &str, mut failure: Failure) -> Failure {
    let profiles = accounts.profiles().await.unwrap_or_default();
    let command = profiles.iter().find(|known| known.name == profile).and_then(Profile::login_command);
    if let Some(command) = command {
        failure.reports =
            failure.reports.into_iter().map(|report| report.hint(t!("sign-in-by-cli")).with_copy(&command)).collect();
    }
    failure
}

const SCHEMA: &str = "rds-proxy-wizard/sign-in/v1";

#[derive(Serialize)]
struct SignInQuestion<'a> {
    schema: &'static str,
    profile: &'a str,
    page: &'a str,
    code: &'a str,
    /// Seconds since 1970.
    expires_at: u64,
}

impl<'a> SignInQuestion<'a> {
    fn new(code: &'a SignInCode) -> Self {
        let SignInCode { profile, code, page, expires_at } = code;
        Self { schema: SCHEMA, profile, page, code, expires_at: *expires_at }
    }
}

#[derive(Serialize)]
struct SignedIn<'a> {
    schema: &'static str,
    profile: &'a str,
    signed_in: bool,
}
