//! What the practice person may do: one decision, for the simulator and for every call.
//!
//! The person's policies allow everything, and deny what the scenario denies, on every resource. There
//! is no organization and no session policy above them, so what is simulated is what happens.

use super::state::State;
use crate::domain::policy::glob;

/// Whether the person's policies allow an action. Actions are compared without case, as IAM does.
pub fn may(state: &State, action: &str) -> bool {
    let action = action.to_ascii_lowercase();
    !state.knobs.denied.iter().any(|denied| glob(&denied.to_ascii_lowercase(), &action))
}
