//! The functions as rows: those in the database's network, those that would move in, those that need an
//! endpoint in their own, and those that cannot use the proxy.

use crate::design::eligibility;
use crate::discover::Pickers;
use crate::domain::database::Database;
use crate::domain::function::Function;
use crate::gui::icon::Icon;
use crate::gui::pages::database::variable_naming;
use crate::gui::widgets::{PickerItem, PickerItems};
use crate::text::t;

/// Which functions are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Places {
    #[default]
    All,
    /// In the database's network.
    Inside,
    /// In no network.
    Outside,
}

impl Places {
    pub const ALL: [Self; 3] = [Self::All, Self::Inside, Self::Outside];

    fn shows(self, place: Place) -> bool {
        match self {
            Self::All => true,
            Self::Inside => place == Place::Inside,
            Self::Outside => place == Place::Outside,
        }
    }
}

/// Where a function is, seen from the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Inside,
    Outside,
    Elsewhere,
}

pub fn place(function: &Function, database: Option<&Database>) -> Place {
    let vpc = function.vpc.as_ref().map(|vpc| vpc.vpc_id.as_str()).filter(|id| !id.is_empty());
    match (vpc, database.and_then(|database| database.vpc_id.as_deref())) {
        (None, _) => Place::Outside,
        (Some(own), Some(wanted)) if own == wanted => Place::Inside,
        (Some(_), _) => Place::Elsewhere,
    }
}

/// The rows for one of the filters; `vpc` is the name of the database's network.
pub fn items(lists: &Pickers, database: Option<&Database>, vpc: &str, places: Places, version: u64) -> PickerItems {
    let mut shown: Vec<(&Function, Place, Option<&str>)> = lists
        .functions
        .iter()
        .map(|function| {
            let variable = database.and_then(|database| variable_naming(function, database));
            (function, place(function, database), variable)
        })
        .filter(|(_, place, _)| places.shows(*place))
        .collect();
    // Whoever names the database already comes first.
    shown.sort_by(|(a, _, reads_a), (b, _, reads_b)| {
        reads_b.is_some().cmp(&reads_a.is_some()).then_with(|| a.name.cmp(&b.name))
    });
    let mut recommended = true;
    let rows = shown
        .into_iter()
        .map(|(function, place, variable)| {
            let blocked = blocked(function, place, lists);
            let best = blocked.is_none() && variable.is_some() && std::mem::take(&mut recommended);
            let group = match (place, &blocked) {
                (_, Some(_)) => 3,
                (Place::Inside, None) => 0,
                (Place::Outside, None) => 1,
                (Place::Elsewhere, None) => 2,
            };
            PickerItem {
                name: function.name.clone(),
                facts: facts(function, place, variable.zip(database)),
                right: t!("function-memory", memory = function.memory_mb),
                badge: best.then(|| (Icon::Sparkles, t!("recommended").to_owned())),
                blocked,
                group,
                also: format!("{} {}", function.arn, function.role_arn),
            }
        })
        .collect();
    let groups = vec![
        t!("function-inside", vpc = vpc),
        t!("function-moved", vpc = vpc),
        t!("function-elsewhere-group").to_owned(),
        t!("function-cannot").to_owned(),
    ];
    PickerItems::new(Icon::SquareFunction, groups, rows, version)
}

fn blocked(function: &Function, place: Place, lists: &Pickers) -> Option<String> {
    if let Err(why) = eligibility::of_function(function) {
        return Some(why);
    }
    // A capacity provider's network takes no endpoint of ours.
    let vpc = function.vpc.as_ref().filter(|_| place == Place::Elsewhere && function.managed_instances.is_some())?;
    let found = lists.vpcs.iter().find(|other| other.id == vpc.vpc_id);
    Some(t!("function-elsewhere", vpc = found.map_or(vpc.vpc_id.as_str(), |found| found.label())))
}

fn facts(function: &Function, place: Place, reads: Option<(&str, &Database)>) -> String {
    let runtime = function.runtime.clone().unwrap_or_else(|| t!("function-image").to_owned());
    let mut facts = vec![runtime];
    facts.push(match (place, &function.vpc) {
        _ if function.managed_instances.is_some() => t!("function-managed").to_owned(),
        (Place::Outside, _) | (_, None) => t!("function-no-vpc").to_owned(),
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
        assert_eq!(place(&function(None), None), Place::Outside);
        let elsewhere = function(Some("vpc-2"));
        assert_eq!(place(&elsewhere, None), Place::Elsewhere);
        assert_eq!(blocked(&elsewhere, Place::Elsewhere, &Pickers::default()), None);
        let managed_instances = Some(ManagedInstances { capacity_provider: "arn:provider".into(), at_once: None });
        let managed = Function { managed_instances, ..elsewhere };
        assert!(blocked(&managed, Place::Elsewhere, &Pickers::default()).is_some_and(|why| why.contains("vpc-2")));
        assert_eq!(blocked(&function(None), Place::Outside, &Pickers::default()), None);
    }
}
