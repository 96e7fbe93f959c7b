//! The functions, seen from a database: who names it already on top, what cannot use a proxy with the reason.

use super::ListedRow;
use super::databases::variable_naming;
use crate::design::eligibility;
use crate::discover::Pickers;
use crate::domain::database::Database;
use crate::domain::function::Function;
use crate::text::t;

/// Where a function is, seen from the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FunctionPlace {
    Inside,
    Outside,
    Elsewhere,
}

pub fn place(function: &Function, database: Option<&Database>) -> FunctionPlace {
    let vpc = function.vpc.as_ref().map(|vpc| vpc.vpc_id.as_str()).filter(|id| !id.is_empty());
    match (vpc, database.and_then(|database| database.vpc_id.as_deref())) {
        (None, _) => FunctionPlace::Outside,
        (Some(own), Some(wanted)) if own == wanted => FunctionPlace::Inside,
        (Some(_), _) => FunctionPlace::Elsewhere,
    }
}

/// Those at the places that `shows` lets pass.
pub fn functions<'a>(
    lists: &'a Pickers,
    database: Option<&Database>,
    shows: impl Fn(FunctionPlace) -> bool,
) -> Vec<ListedRow<'a, Function>> {
    let mut shown: Vec<(&Function, FunctionPlace, Option<&str>)> = lists
        .functions
        .iter()
        .map(|function| {
            let variable = database.and_then(|database| variable_naming(function, database));
            (function, place(function, database), variable)
        })
        .filter(|(_, place, _)| shows(*place))
        .collect();
    // Whoever names the database already comes first.
    shown.sort_by(|(a, _, reads_a), (b, _, reads_b)| {
        reads_b.is_some().cmp(&reads_a.is_some()).then_with(|| a.name.cmp(&b.name))
    });
    let mut recommended = true;
    shown
        .into_iter()
        .map(|(function, place, variable)| {
            let blocked = blocked(function, place, database.is_some(), lists);
            let best = blocked.is_none() && variable.is_some() && std::mem::take(&mut recommended);
            ListedRow {
                thing: function,
                facts: facts(function, place, variable.zip(database)),
                size: t!("function-memory", memory = function.memory_mb),
                blocked,
                recommended: best,
            }
        })
        .collect()
}

/// Without a database nothing is elsewhere.
fn blocked(function: &Function, place: FunctionPlace, is_seen_from_one: bool, lists: &Pickers) -> Option<String> {
    if let Err(why) = eligibility::of_function(function) {
        return Some(why);
    }
    // A capacity provider's network takes no endpoint of ours.
    let is_fixed = is_seen_from_one && place == FunctionPlace::Elsewhere && function.managed_instances.is_some();
    let vpc = function.vpc.as_ref().filter(|_| is_fixed)?;
    let found = lists.vpcs.iter().find(|other| other.id == vpc.vpc_id);
    Some(t!("function-elsewhere", vpc = found.map_or(vpc.vpc_id.as_str(), |found| found.label())))
}

fn facts(function: &Function, place: FunctionPlace, reads: Option<(&str, &Database)>) -> String {
    let runtime = function.runtime.clone().unwrap_or_else(|| t!("function-image").to_owned());
    let mut facts = vec![runtime];
    facts.push(match (place, &function.vpc) {
        _ if function.managed_instances.is_some() => t!("function-managed").to_owned(),
        (FunctionPlace::Outside, _) | (_, None) => t!("function-no-vpc").to_owned(),
        (_, Some(vpc)) => t!("function-subnets", count = vpc.subnet_ids.len()),
    });
    facts.push(t!("function-seconds", count = function.timeout_secs));
    if let Some((variable, database)) = reads {
        facts.push(t!("function-reads", variable = variable, database = database.id.as_str()));
    }
    facts.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::function::{FunctionVpc, ManagedInstances};

    fn function(vpc: Option<&str>) -> Function {
        Function {
            name: "orders-api".into(),
            arn: String::new(),
            runtime: Some("python3.13".into()),
            architecture: "arm64".into(),
            role_arn: String::new(),
            vpc: vpc.map(|id| FunctionVpc { vpc_id: id.into(), ..FunctionVpc::default() }),
            environment: Default::default(),
            environment_unreadable: None,
            timeout_secs: 30,
            memory_mb: 512,
            state: None,
            last_update_status: None,
            last_update_reason: None,
            revision_id: None,
            edge_master_arn: None,
            managed_instances: None,
            state_reason_code: None,
            last_update_reason_code: None,
            qualifier: None,
            snap_start: false,
            layers: Vec::new(),
            is_image: false,
            code_size: 0,
            active_tracing: None,
        }
    }

    #[test]
    fn a_function_outside_moves_and_one_in_another_network_stays() {
        assert_eq!(place(&function(None), None), FunctionPlace::Outside);
        let elsewhere = function(Some("vpc-2"));
        assert_eq!(place(&elsewhere, None), FunctionPlace::Elsewhere);
        assert_eq!(blocked(&elsewhere, FunctionPlace::Elsewhere, true, &Pickers::default()), None);
        let managed_instances = Some(ManagedInstances { capacity_provider: "arn:provider".into(), at_once: None });
        let managed = Function { managed_instances, ..elsewhere };
        assert!(
            blocked(&managed, FunctionPlace::Elsewhere, true, &Pickers::default())
                .is_some_and(|why| why.contains("vpc-2"))
        );
        assert_eq!(blocked(&managed, FunctionPlace::Elsewhere, false, &Pickers::default()), None);
        assert_eq!(blocked(&function(None), FunctionPlace::Outside, true, &Pickers::default()), None);
    }
}
