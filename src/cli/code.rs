//! Codes of MFA devices, asked for at the terminal before an account is opened.

use secrecy::ExposeSecret;

use super::output::Failure;
use super::prompt;
use crate::accounts::{Accounts, Source};
use crate::domain::shell::word;
use crate::domain::sign_in::is_device_code;
use crate::text::t;

/// Asks until no role of the profile wants a code any more; the sessions last as long as the program.
///
/// # Errors
/// Nobody is there to ask, or STS refused.
pub async fn ask(accounts: &Accounts, source: &Source, region: Option<&str>) -> Result<(), Failure> {
    let profile = match source {
        Source::Profile { name } => name.as_deref(),
        Source::Member { .. } | Source::Practice { .. } => return Ok(()),
    };
    while let Some(device) = accounts.asks_for_code(profile).await.map_err(Failure::unreadable)? {
        let (profile_name, serial) = (device.profile.as_str(), device.serial.as_str());
        if !prompt::can_ask() {
            let name = word(profile.unwrap_or(profile_name));
            let title = t!("cli-code-unasked", profile = profile_name, serial = serial);
            let hint = t!("cli-code-unasked-hint", name = name.as_str());
            return Err(Failure::usage(title, hint));
        }
        let code = prompt::password(&t!("cli-code-prompt", profile = profile_name, serial = serial), false)?;
        if !is_device_code(code.expose_secret()) {
            return Err(Failure::usage(t!("code-shape"), t!("cli-code-shape-hint")));
        }
        accounts.enter_code(profile, region, &code).await.map_err(Failure::unreadable)?;
    }
    Ok(())
}
