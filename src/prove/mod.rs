//! Proof from where the function stands: calls of functions, and what comes back in words.
//!
//! [`call`] invokes somebody's own function. [`Planned`] is a probe to be made, and [`through`] asks one that
//! was made for the stages of a real connection. Both change nothing by themselves; who makes a probe takes it back.

mod called;
mod target;
mod temporary;
mod user;

pub use called::{Called, RuntimeReport};
pub use target::{ChosenTarget, NoTarget};
pub use temporary::Planned;
pub use user::{
    Deed, Here, Inside, InsideUser, LoginRead, NoSecret, NoWanted, PlannedUser, UserVisit, VisitPlace, WantedUser,
    database_target, proxy_logs_in, visit,
};

use serde::Serialize;

use crate::cloud::{CloudError, CloudResult, Invocation, Writer};
use crate::domain::json::on_one_line;
use crate::plan::PROBE_PREFIX;
use crate::probe::inside::{self, LogInWith, NoAnswer, ProbeQuestion};
use crate::probe::{Attempt, Errand, ProbeTarget, Returned};
use crate::text::t;

/// Invokes a function, or its alias or version, and reads what comes back.
pub async fn call(cloud: &dyn Writer, name: &str, qualifier: Option<&str>, payload: &str) -> CloudResult<Called> {
    Ok(Called::new(cloud.invoke(name, qualifier, payload).await?))
}

/// Why a probe did not tell.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Unproven {
    /// It could not be asked.
    #[error(transparent)]
    Cloud(#[from] CloudError),
    /// It did not answer.
    #[error(transparent)]
    NoAnswer(#[from] NoAnswer),
    /// There is no login to carry anything out over.
    #[error("{}", t!("make-user-not-opened"))]
    NotOpened,
}

/// What a probe found.
#[derive(Debug, Clone, Serialize)]
pub struct Proof {
    /// The function whose place the probe took.
    pub like: String,
    /// The connection, stage by stage.
    #[serde(flatten)]
    pub attempt: Attempt,
}

/// Asks the probe of this name to connect. `ca` is PEM text, where the public roots do not do.
pub async fn through(
    cloud: &dyn Writer,
    probe: &str,
    target: &ProbeTarget,
    login: &LogInWith,
    ca: Option<&str>,
) -> Result<Attempt, Unproven> {
    let payload = answer_of(cloud, probe, &ProbeQuestion::new(target, login, ca)).await?;
    Ok(inside::read(&payload, target, login, ca.is_none())?)
}

/// Asks it to connect and then to carry this out.
pub async fn errand_through(
    cloud: &dyn Writer,
    probe: &str,
    target: &ProbeTarget,
    login: &LogInWith,
    ca: Option<&str>,
    errand: &Errand,
) -> Result<Returned, Unproven> {
    let payload = answer_of(cloud, probe, &ProbeQuestion::new(target, login, ca).with_errand(errand)).await?;
    Ok(inside::read_errand(&payload, target, login, ca.is_none())?)
}

async fn answer_of(cloud: &dyn Writer, probe: &str, question: &ProbeQuestion<'_>) -> Result<String, Unproven> {
    let Invocation { function_error, payload, .. } = cloud.invoke(probe, None, &on_one_line(question)).await?;
    if function_error.is_some() {
        return Err(NoAnswer::Failed(called::error_of(&payload)).into());
    }
    Ok(payload)
}

/// A name for a probe that no other run has.
pub fn probe_name(seed: u64) -> String {
    use std::hash::{BuildHasher, RandomState};
    // Each `RandomState` is keyed anew.
    format!("{PROBE_PREFIX}{:08x}", RandomState::new().hash_one(seed) & 0xffff_ffff)
}
