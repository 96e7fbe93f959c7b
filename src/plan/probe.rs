//! A function for a moment: what proves from inside a VPC that a proxy lets somebody in. All of it is taken
//! back when the proof is over.

use super::actions::{Action, CreateFunction, CreateLogGroup};
use super::repair::as_found;
use super::{Change, Plan, Step, StepId};
use crate::domain::observed::Observed;
use crate::domain::output::Outputs;
use crate::domain::setup::Page;

/// The plan for a function of this name where the observed function stands, which must have been read.
pub fn probe(observed: &Observed, name: &str, source: &str) -> Option<Plan> {
    let function = observed.function.present()?;
    let group = StepId::from("create-log-group");
    let step = |id: StepId, needs: Vec<StepId>, action: Action| Step {
        id,
        change: Change::Create,
        page: Page::Function,
        needs,
        action,
    };
    let create = CreateFunction {
        name: name.to_owned(),
        like: function.name.clone(),
        role_arn: function.role_arn.clone(),
        vpc: function.vpc.clone(),
        source: source.to_owned(),
    };
    let log = CreateLogGroup { name: format!("/aws/lambda/{name}") };
    Some(Plan {
        setup: as_found::setup(observed),
        steps: vec![
            step(group.clone(), Vec::new(), Action::CreateLogGroup(log)),
            step(StepId::from("create-function"), vec![group], Action::CreateFunction(create)),
        ],
        known: Outputs::default(),
        temporary: true,
    })
}
