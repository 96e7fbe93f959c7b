//! A connection from this machine: over the network, or as the account says where it has none.

use secrecy::SecretString;

use super::errand::{Errand, Returned};
use super::inside::{self, NoAnswer, ProbeQuestion};
use super::run::{Credential, connect};
use super::stage::{Attempt, StageEvent, StageVerdict};
use super::target::ProbeTarget;
use super::trust::Trust;
use crate::cloud::{Simulated, Wire};
use crate::domain::json::on_one_line;

/// Connects with this password, or else with a token. See [`crate::probe`].
///
/// # Errors
/// Where an account that simulates its network did not answer as the probe's program does.
pub async fn from_here(
    wire: &Wire,
    target: &ProbeTarget,
    trust: &Trust,
    password: Option<SecretString>,
    on_event: &mut (dyn FnMut(StageEvent) + Send),
) -> Result<Attempt, NoAnswer> {
    match (wire, password) {
        (Wire::Simulated(account), password) => simulated(account.as_ref(), target, password.is_none(), on_event),
        (Wire::Network(_), Some(password)) => {
            Ok(connect(target, trust, Credential::Password(password), on_event).await)
        }
        (Wire::Network(tokens), None) => Ok(connect(target, trust, Credential::Token(tokens.as_ref()), on_event).await),
    }
}

/// An errand over a login by password, as an account says that simulates its network.
///
/// # Errors
/// Where it did not answer as the probe's program does.
pub fn errand_from_here(account: &dyn Simulated, target: &ProbeTarget, errand: &Errand) -> Result<Returned, NoAnswer> {
    let answer = account.connect(&on_one_line(&ProbeQuestion::from_here(target, false).with_errand(errand)));
    inside::read_errand_from_here(&answer, target)
}

/// The same events as of a real connection. Nothing is sent anywhere, and no time passes.
fn simulated(
    account: &dyn Simulated,
    target: &ProbeTarget,
    by_token: bool,
    on_event: &mut (dyn FnMut(StageEvent) + Send),
) -> Result<Attempt, NoAnswer> {
    let answer = account.connect(&on_one_line(&ProbeQuestion::from_here(target, by_token)));
    let attempt = inside::read_from_here(&answer, target, by_token)?;
    for outcome in &attempt.stages {
        if outcome.verdict != StageVerdict::NotTried {
            on_event(StageEvent::Began { stage: outcome.stage });
        }
        on_event(StageEvent::Ended(outcome.clone()));
    }
    Ok(attempt)
}
