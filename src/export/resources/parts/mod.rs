//! What was chosen to stand around the proxy: a file for each part, which adds its resources,
//! parameters and shown values to both lists.

mod alarms;
mod api;
mod config_rules;
pub(in crate::export) mod function;
mod network;
mod policy;
mod rest_api;
mod rotation;
mod schedule;

use super::draft::StackDraft;
use super::{Expression, Scope, attribute};
use crate::domain::export_part::ExportPart;
use crate::domain::setup::Setup;
use crate::export::parts;

/// Adds every chosen part, in CloudFormation's words.
pub(super) fn cloudformation(draft: &mut StackDraft<'_>) {
    for part in in_order(draft.setup) {
        match part {
            ExportPart::Function => function::cloudformation(draft),
            ExportPart::Api => api::cloudformation(draft),
            ExportPart::RestApi => rest_api::cloudformation(draft),
            ExportPart::Schedule => schedule::cloudformation(draft),
            ExportPart::Rotation => rotation::cloudformation(draft),
            ExportPart::Alarms => alarms::cloudformation(draft),
            ExportPart::ConfigRules => config_rules::cloudformation(draft),
            ExportPart::Network => network::cloudformation(draft),
            ExportPart::Database => network::database::cloudformation(draft),
        }
    }
}

/// Adds every chosen part, in Terraform's words.
pub(super) fn terraform(draft: &mut StackDraft<'_>) {
    for part in in_order(draft.setup) {
        match part {
            ExportPart::Function => function::terraform(draft),
            ExportPart::Api => api::terraform(draft),
            ExportPart::RestApi => rest_api::terraform(draft),
            ExportPart::Schedule => schedule::terraform(draft),
            ExportPart::Rotation => rotation::terraform(draft),
            ExportPart::Alarms => alarms::terraform(draft),
            ExportPart::ConfigRules => config_rules::terraform(draft),
            ExportPart::Network => network::terraform(draft),
            ExportPart::Database => network::database::terraform(draft),
        }
    }
}

/// Those that bring what others ask for as a parameter come last, so that they answer every question; the
/// database asks for a network.
fn in_order(setup: &Setup) -> Vec<ExportPart> {
    let mut parts = parts(setup);
    parts.sort_by_key(|part| match part {
        ExportPart::Network => 2,
        ExportPart::Database => 1,
        _ => 0,
    });
    parts
}

/// The function that other parts stand around: the stack's own, else the one that is there.
struct Called {
    name: Expression,
    /// The alias that callers use, where there is one.
    alias: Option<Expression>,
    arn: Expression,
}

impl Called {
    /// By the attributes that are its name and its ARN.
    fn own(name: &'static str, arn: &'static str) -> Self {
        Self { name: attribute(function::ID, name), alias: None, arn: attribute(function::ID, arn) }
    }

    fn there(setup: &Setup, name: Expression) -> Self {
        let alias = setup.access.publish_to_alias.as_ref().map(|moved| moved.alias.as_str());
        let mut arn = vec![
            "arn:".into(),
            Expression::Scope(Scope::Partition),
            ":lambda:".into(),
            Expression::Scope(Scope::Region),
            ":".into(),
            Expression::Scope(Scope::Account),
            ":function:".into(),
            name.clone(),
        ];
        arn.extend(alias.map(|alias| format!(":{alias}").as_str().into()));
        Self { name, alias: alias.map(Expression::from), arn: Expression::Joined(arn) }
    }
}
