//! A function for a moment: what proves from inside a VPC that a proxy lets somebody in. All of it is taken
//! back when the proof is over.

use super::actions::{Action, CreateFunction, CreateLogGroup};
use super::{Aim, AsFound, Change, Plan, Step, StepId};
use crate::domain::function::FunctionVpc;
use crate::domain::observed::Observed;
use crate::domain::output::Outputs;
use crate::domain::setup::Page;

/// What the names of all such functions begin with.
pub const PROBE_PREFIX: &str = "rds-proxy-wizard-probe-";

/// The acts that make one: its log group, so that it goes with it, then the function.
pub fn probe_actions(name: &str, like: &str, role_arn: &str, vpc: Option<&FunctionVpc>, source: &str) -> [Action; 2] {
    [
        Action::CreateLogGroup(CreateLogGroup { name: format!("/aws/lambda/{name}") }),
        Action::CreateFunction(CreateFunction {
            name: name.to_owned(),
            like: like.to_owned(),
            role_arn: role_arn.to_owned(),
            vpc: vpc.cloned(),
            source: source.to_owned(),
        }),
    ]
}

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
    let [log, create] = probe_actions(name, &function.name, &function.role_arn, function.vpc.as_ref(), source);
    Some(Plan {
        aim: Aim::Probe(AsFound::new(observed)),
        steps: vec![step(group.clone(), Vec::new(), log), step(StepId::from("create-function"), vec![group], create)],
        known: Outputs::default(),
    })
}
