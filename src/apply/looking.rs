//! Looks at the account for one act, for long enough that what is slow to show is not called
//! absent.

use super::engine::Engine;
use crate::cloud::CloudResult;
use crate::plan::{Action, Context, Presence, StepId};

/// Looks once, and again after each of `pauses_secs` while nothing is there. Stopping ends the
/// looking, not the answer.
pub(super) async fn look(
    engine: &Engine,
    action: &Action,
    context: &Context<'_>,
    pauses_secs: &[u64],
) -> CloudResult<Presence> {
    let mut presence = action.look(context).await?;
    for pause_secs in pauses_secs {
        if presence != Presence::Absent || !engine.pause(*pause_secs).await {
            break;
        }
        presence = action.look(context).await?;
    }
    Ok(presence)
}

/// The token of a step's write. Secrets Manager takes 32 to 64 characters, EC2 up to 64 of ASCII.
/// <https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html>
/// <https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-idempotency.html>
pub(super) fn request_token(run: &str, step: &StepId) -> String {
    format!("{run}-{step:-<32}").chars().filter(char::is_ascii).take(64).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_long_enough_and_not_too_long_and_differs_by_run_and_step() {
        let token = |run: &str, step: &str| request_token(run, &StepId::from(step));
        assert!(token("1795248000-3f9c12ab", "create-secret").len() >= 32);
        assert!(token("1795248000-3f9c12ab", &"x".repeat(90)).len() <= 64);
        assert_ne!(token("1795248000-3f9c12ab", "create-secret"), token("1795248000-3f9c12ac", "create-secret"));
        assert_ne!(token("1795248000-3f9c12ab", "create-secret"), token("1795248000-3f9c12ab", "create-role"));
    }
}
