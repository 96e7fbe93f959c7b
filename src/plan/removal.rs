//! Observed → Plan: an endpoint of a proxy that nobody needs any more goes.

use super::actions::DeleteProxyEndpoint;
use super::{Action, Aim, AsFound, Change, Conflict, Plan, Step, StepId};
use crate::domain::function::Function;
use crate::domain::observed::Observed;
use crate::domain::output::Outputs;
use crate::domain::proxy::{EndpointRole, NetworkType, Proxy, ProxyEndpoint, ProxyStatus};
use crate::domain::setup::Page;
use crate::text::{series, t};

/// The plan, or everything that stands in the way. `endpoint` is as it was read with its tags; `callers` are
/// the functions of account and region, `None` where they could not be read.
pub fn remove_endpoint(
    observed: &Observed,
    endpoint: &ProxyEndpoint,
    callers: Option<&[Function]>,
    even_if_used: bool,
) -> Result<Plan, Vec<Conflict>> {
    let used_by = callers.map(|callers| named_by(endpoint, callers)).unwrap_or_default();
    let mut conflicts = cannot_go(endpoint);
    if !even_if_used {
        conflicts.extend(perhaps_used(endpoint, callers, &used_by));
    }
    let proxy = observed.proxy.present();
    let (Some(Proxy { arn, .. }), Some(role), []) = (proxy, EndpointRole::known(&endpoint.role), conflicts.as_slice())
    else {
        return Err(conflicts);
    };
    let delete = DeleteProxyEndpoint { proxy_arn: arn.clone(), endpoint: endpoint.clone(), role, used_by };
    let step = Step {
        id: StepId("delete-proxy-endpoint".to_owned()),
        change: Change::Change,
        page: Page::Proxy,
        needs: Vec::new(),
        action: Action::DeleteProxyEndpoint(Box::new(delete)),
    };
    Ok(Plan { aim: Aim::Repair(AsFound::new(observed)), steps: vec![step], known: Outputs::default() })
}

/// AWS would refuse it, or undo could not bring back what was there.
fn cannot_go(endpoint: &ProxyEndpoint) -> Vec<Conflict> {
    let name = endpoint.name.as_str();
    if endpoint.is_default {
        return vec![conflict(t!("remove-endpoint-default", name = name), t!("remove-endpoint-default-cure"))];
    }
    let mut conflicts = Vec::new();
    if matches!(endpoint.status, ProxyStatus::Creating | ProxyStatus::Modifying | ProxyStatus::Deleting) {
        let title = t!("plan-conflict-proxy-endpoint-busy", name = name, status = endpoint.status.as_str());
        conflicts.push(conflict(title, t!("plan-conflict-proxy-busy-cure")));
    }
    if EndpointRole::known(&endpoint.role).is_none() || endpoint.network_type == NetworkType::Other {
        let title = t!("remove-endpoint-unclear", name = name);
        conflicts.push(conflict(title, t!("remove-endpoint-unclear-cure")));
    }
    if endpoint.tags.is_none() {
        let title = t!("remove-endpoint-tags", name = name);
        conflicts.push(conflict(title, t!("remove-endpoint-tags-cure", arn = endpoint.arn.as_str())));
    }
    conflicts
}

/// Functions that connect through it, or may: nothing is taken away before it is known from whom.
fn perhaps_used(endpoint: &ProxyEndpoint, callers: Option<&[Function]>, used_by: &[String]) -> Vec<Conflict> {
    let name = endpoint.name.as_str();
    let Some(callers) = callers else {
        return vec![conflict(t!("remove-endpoint-callers", name = name), t!("remove-endpoint-callers-cure"))];
    };
    let hidden = callers.iter().filter(|function| function.environment_unreadable.is_some());
    let hidden: Vec<String> = hidden.map(|function| format!("`{}`", function.name)).collect();
    let mut conflicts = Vec::new();
    if !used_by.is_empty() {
        let title = t!("remove-endpoint-used", name = name, functions = series(used_by));
        conflicts.push(conflict(title, t!("remove-endpoint-used-cure")));
    }
    if !hidden.is_empty() {
        let title = t!("remove-endpoint-hidden", name = name, functions = series(&hidden));
        conflicts.push(conflict(title, t!("remove-endpoint-hidden-cure")));
    }
    conflicts
}

fn named_by(endpoint: &ProxyEndpoint, callers: &[Function]) -> Vec<String> {
    let Some(host) = &endpoint.host else { return Vec::new() };
    let named = callers.iter().filter(|function| function.variables_naming(host).next().is_some());
    named.map(|function| format!("`{}`", function.name)).collect()
}

fn conflict(title: String, cure: impl Into<String>) -> Conflict {
    Conflict { page: Page::Proxy, title, cure: cure.into() }
}
