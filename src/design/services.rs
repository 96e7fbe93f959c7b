//! Which AWS services a function shows that it calls: by its variables, and by what its role allows.
//!
//! What it shows is all that can be said: code may call what no variable names, and a role may allow what
//! no code calls. So both name their witness.

use std::collections::BTreeMap;

use super::Draft;
use crate::domain::function::Function;
use crate::domain::network::VpcEndpoint;
use crate::domain::policy::Effect;
use crate::domain::role::Role;
use crate::domain::service::{Service, host_of_url, is_aws};
use crate::text::{Filling, Sentence, said};

/// A service and what shows that it is called: a variable's or a policy's name.
#[derive(Debug)]
struct Used {
    service: &'static Service,
    witness: String,
}

/// Everything it shows.
#[derive(Debug, Default)]
struct ServiceFacts {
    services: Vec<Used>,
    /// Hosts outside AWS, with the variable that names each.
    outside: Vec<(String, String)>,
}

/// Whether one of these endpoints leads to the service.
fn has_endpoint(service: &Service, endpoints: &[VpcEndpoint]) -> bool {
    let ends = format!(".{}", service.endpoint);
    endpoints.iter().any(|endpoint| endpoint.is_alive() && endpoint.service_name.ends_with(&ends))
}

/// What variables and policies show.
fn shown(function: &Function, role: Option<&Role>) -> ServiceFacts {
    let mut found: BTreeMap<&'static str, Used> = BTreeMap::new();
    let mut add = |service: &'static Service, witness: &str| {
        found.entry(service.name).or_insert_with(|| Used { service, witness: witness.to_owned() });
    };
    let mut outside = Vec::new();
    for (name, value) in function.environment.iter().filter_map(|(name, value)| Some((name, value.readable()?))) {
        if let Some(service) = Service::of_value(value) {
            add(service, name);
        } else if let Some(host) = host_of_url(value) {
            let is_local = host == "localhost" || host.parse::<std::net::IpAddr>().is_ok();
            if !is_local && !is_aws(host) {
                outside.push((host.to_owned(), name.clone()));
            }
        }
    }
    for (name, document) in role.into_iter().flat_map(Role::policies) {
        let allowed = document.statement.iter().filter(|statement| statement.effect == Effect::Allow);
        for action in allowed.flat_map(|statement| statement.action.iter()) {
            if let Some(service) = Service::of_action(action) {
                add(service, name);
            }
        }
    }
    ServiceFacts { services: found.into_values().collect(), outside }
}

/// What a function that moves in cannot call any more, as far as its variables and its role show what it
/// calls.
pub(super) fn lost(draft: &Draft<'_>, has_nat: bool) -> Sentence {
    let function = draft.function.name.as_str();
    let role = draft.observed.function_role.present();
    let shown = shown(draft.function, role);
    let calls = |name: &str, witness: &str| said!("design-function-calls", name = name, witness = witness);
    let names = |wanted: &dyn Fn(&Used) -> bool| -> Vec<Sentence> {
        let named = shown.services.iter().filter(|used| wanted(used));
        named.map(|used| calls(used.service.name, &used.witness)).collect()
    };
    let endpoints = draft.observed.vpc_endpoints.items();
    let ready = names(&|used| has_endpoint(used.service, endpoints));
    let missing = names(&|used| !has_endpoint(used.service, endpoints));
    let outside: Vec<Sentence> = shown.outside.iter().map(|(host, name)| calls(host, name)).collect();

    let first = match has_nat {
        true => said!("design-function-loses-internet-nat", function = function),
        false => said!("design-function-loses-internet-text", function = function),
    };
    let mut more = Vec::new();
    if ready.is_empty() && missing.is_empty() && outside.is_empty() {
        let known =
            role.is_some_and(|role| !role.partly_unreadable()) && draft.function.environment_unreadable.is_none();
        more.push(if known { said!("design-function-calls-nothing") } else { said!("design-function-calls-unread") });
    } else if has_nat {
        let all = ready.into_iter().chain(missing).chain(outside);
        more.push(said!("design-function-needs-rules", names = Filling::list(all)));
    } else {
        if !missing.is_empty() {
            more.push(said!("design-function-needs-endpoints", names = Filling::list(missing)));
        }
        if !ready.is_empty() {
            more.push(said!("design-function-has-endpoints", names = Filling::list(ready)));
        }
        if !outside.is_empty() {
            more.push(said!("design-function-needs-nat", names = Filling::list(outside)));
        }
    }
    more.into_iter().fold(first, Sentence::then)
}
