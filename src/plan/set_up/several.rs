//! Further functions: each has the function's side once more, under ids of its own. What two of them would
//! do alike, such as one policy on the role that they share, is one step.

use std::collections::BTreeMap;

use super::PlanDraft;
use crate::domain::setup::{FunctionSetup, GroupPart};
use crate::plan::{Action, StepId};

/// How the ids of steps on the function's side begin.
const OF_FUNCTION: [&str; 6] = [
    "attach-vpc-policy",
    "put-connect-policy",
    "update-function",
    "publish-and-move-alias",
    "authorize-function-",
    "create-function-group",
];

impl PlanDraft<'_> {
    /// A step that each function has its own of.
    pub(super) fn is_of_function(&self, id: &str) -> bool {
        let between = id.starts_with("authorize-") && id.contains("-function-");
        self.of.is_some() && (between || OF_FUNCTION.iter().any(|start| id.starts_with(start)))
    }

    /// What the step is called for the further function at hand.
    pub(super) fn own_id(&self, id: &str) -> String {
        self.of.as_ref().map_or_else(|| id.to_owned(), |function| format!("{id}-{function}"))
    }

    /// The step that this one waits for under that name.
    pub(super) fn resolved(&self, id: &str) -> String {
        if !self.is_of_function(id) {
            return id.to_owned();
        }
        let own = self.own_id(id);
        self.same.get(&own).map_or(own, |same| same.0.clone())
    }

    pub(super) fn further(&mut self, further: &FunctionSetup) {
        let name = further.access.function_name.as_str();
        let setup = self.setup.of_function(further);
        let nothing = Default::default();
        let parts = self.observed.more_functions.iter().find(|parts| parts.name == name).unwrap_or(&nothing);
        let observed = self.observed.of_function(parts);
        let mut draft = PlanDraft {
            observed: &observed,
            setup: &setup,
            steps: std::mem::take(&mut self.steps),
            known: std::mem::take(&mut self.known),
            conflicts: std::mem::take(&mut self.conflicts),
            of: Some(name.to_owned()),
            same: BTreeMap::new(),
        };
        let group = setup.network.groups.iter().find(|group| group.part == GroupPart::Function && group.owned);
        if let Some(group) = group {
            draft.group(group);
        }
        for rule in &setup.network.rules {
            draft.rule(rule);
        }
        draft.access();
        (self.steps, self.known, self.conflicts) = (draft.steps, draft.known, draft.conflicts);
    }

    /// The step of another function that does the same already; it is remembered under this one's name.
    pub(super) fn is_done_by_another(&mut self, id: &str, action: &Action) -> bool {
        if !self.is_of_function(id) {
            return false;
        }
        let other = self.steps.iter().find(|step| does_the_same(&step.action, action)).map(|step| step.id.clone());
        let Some(other) = other else { return false };
        self.same.insert(self.own_id(id), StepId(other.0));
        true
    }
}

/// Words apart, such as what a rule is for.
fn does_the_same(a: &Action, b: &Action) -> bool {
    match (a, b) {
        (Action::AuthorizeRule(a), Action::AuthorizeRule(b)) => {
            (&a.rule.group_id, a.rule.direction, a.rule.port, &a.rule.peer_group_id)
                == (&b.rule.group_id, b.rule.direction, b.rule.port, &b.rule.peer_group_id)
        }
        (Action::PutRolePolicy(a), Action::PutRolePolicy(b)) => {
            (&a.role_arn, &a.policy_name, &a.document) == (&b.role_arn, &b.policy_name, &b.document)
        }
        (Action::AttachVpcPolicy(a), Action::AttachVpcPolicy(b)) => a == b,
        (Action::CreateSecurityGroup(a), Action::CreateSecurityGroup(b)) => a.name == b.name,
        _ => false,
    }
}
