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
use crate::text::t;

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
pub(super) fn lost(draft: &Draft<'_>, has_nat: bool) -> String {
    let function = draft.function.name.as_str();
    let role = draft.observed.function_role.present();
    let shown = shown(draft.function, role);
    let names = |wanted: &dyn Fn(&Used) -> bool| -> String {
        let named = shown.services.iter().filter(|used| wanted(used));
        let words =
            named.map(|used| t!("design-function-calls", name = used.service.name, witness = used.witness.as_str()));
        words.collect::<Vec<_>>().join(", ")
    };
    let endpoints = draft.observed.vpc_endpoints.items();
    let ready = names(&|used| has_endpoint(used.service, endpoints));
    let missing = names(&|used| !has_endpoint(used.service, endpoints));
    let outside = shown
        .outside
        .iter()
        .map(|(host, name)| t!("design-function-calls", name = host.as_str(), witness = name.as_str()));
    let outside = outside.collect::<Vec<_>>().join(", ");

    let mut says = vec![match has_nat {
        true => t!("design-function-loses-internet-nat", function = function),
        false => t!("design-function-loses-internet-text", function = function),
    }];
    let mut add = |words: String, names: &str| says.extend((!names.is_empty()).then_some(words));
    if has_nat {
        let all = [ready.as_str(), &missing, &outside].into_iter().filter(|names| !names.is_empty());
        let all = all.collect::<Vec<_>>().join(", ");
        add(t!("design-function-needs-rules", names = all.as_str()), &all);
    } else {
        add(t!("design-function-needs-endpoints", names = missing.as_str()), &missing);
        add(t!("design-function-has-endpoints", names = ready.as_str()), &ready);
        add(t!("design-function-needs-nat", names = outside.as_str()), &outside);
    }
    if says.len() == 1 {
        let known =
            role.is_some_and(|role| !role.partly_unreadable()) && draft.function.environment_unreadable.is_none();
        says.push(
            if known { t!("design-function-calls-nothing") } else { t!("design-function-calls-unread") }.to_owned(),
        );
    }
    says.join(" ")
}
