//! Which functions seem to connect through a proxy, and why it seems so.

use std::collections::{BTreeMap, BTreeSet};

use futures::future::join_all;

use super::{part, part_read, roles, unreadable};
use crate::cloud::Reader;
use crate::domain::arn::short_name;
use crate::domain::function::Function;
use crate::domain::network::{Direction, Peer, SecurityGroup};
use crate::domain::observed::{Part, Unreadable};
use crate::domain::policy::Effect;
use crate::domain::proxy::{Proxy, ProxyEndpoint};
use crate::domain::role::Role;

/// Roles are read of this many functions at most: each takes half a dozen calls.
const ROLES_READ: usize = 40;

/// Why a function seems to use the proxy, the surest first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// This variable names an endpoint of the proxy.
    Environment(String),
    /// This policy allows `rds-db:connect` on the proxy.
    Policy(String),
    /// The proxy admits this security group of the function.
    SecurityGroup(String),
}

/// A function that seems to use the proxy.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    pub function: Function,
    pub reasons: Vec<Reason>,
}

/// Reads what is needed to tell, and tells; with it, what could not be read.
pub async fn suggest_functions(reader: &dyn Reader, proxy: &Proxy) -> (Vec<Suggestion>, Vec<Unreadable>) {
    let (functions, endpoints, groups) =
        futures::join!(reader.functions(), reader.proxy_endpoints(&proxy.name), reader.security_groups(&proxy.vpc_id));
    let mut failed = Vec::new();
    let functions = functions.unwrap_or_else(|error| {
        failed.push(unreadable(error));
        Vec::new()
    });
    let mut items = |why: Option<&Unreadable>| failed.extend(why.cloned());
    let (endpoints, groups) = (part(endpoints), part(groups));
    items(endpoints.unreadable());
    items(groups.unreadable());

    let near = functions.iter().filter(|function| in_vpc(function, &proxy.vpc_id));
    let names: BTreeSet<&str> = near.map(|function| function.role_arn.as_str()).take(ROLES_READ).collect();
    let answers = join_all(names.iter().map(|arn| roles::role(reader, short_name(arn)))).await;
    let mut roles = BTreeMap::new();
    for (arn, answer) in names.iter().zip(answers) {
        match part_read(answer) {
            Part::Present(role) => drop(roles.insert((*arn).to_owned(), role)),
            Part::Unreadable(why) => failed.push(why),
            Part::Absent | Part::NotAsked => {}
        }
    }
    failed.sort_by(|a, b| a.operation.cmp(&b.operation));
    failed.dedup_by(|a, b| a.operation == b.operation);
    (suggestions(proxy, endpoints.items(), groups.items(), &functions, &roles), failed)
}

fn in_vpc(function: &Function, vpc: &str) -> bool {
    function.vpc.as_ref().is_some_and(|own| own.vpc_id == vpc)
}

/// The functions that seem to use the proxy, the surest first.
#[must_use]
pub fn suggestions(
    proxy: &Proxy,
    endpoints: &[ProxyEndpoint],
    groups: &[SecurityGroup],
    functions: &[Function],
    roles: &BTreeMap<String, Role>,
) -> Vec<Suggestion> {
    let hosts: BTreeSet<&str> =
        endpoints.iter().filter_map(|endpoint| endpoint.host.as_deref()).chain(proxy.endpoint.as_deref()).collect();
    let admitted = admitted(proxy, endpoints, groups);
    let mut found: Vec<Suggestion> = functions
        .iter()
        .filter_map(|function| {
            let mut reasons: Vec<Reason> = Vec::new();
            for (name, value) in &function.environment {
                if value.readable().is_some_and(|value| hosts.iter().any(|host| value.contains(host))) {
                    reasons.push(Reason::Environment(name.clone()));
                }
            }
            let policy = roles.get(&function.role_arn).and_then(|role| connects(role, proxy));
            reasons.extend(policy.map(|name| Reason::Policy(name.to_owned())));
            let own = function.vpc.iter().flat_map(|vpc| &vpc.security_group_ids);
            reasons.extend(own.filter(|id| admitted.contains(id.as_str())).cloned().map(Reason::SecurityGroup));
            (!reasons.is_empty()).then(|| Suggestion { function: function.clone(), reasons })
        })
        .collect();
    found.sort_by(|a, b| (&a.reasons, &a.function.name).cmp(&(&b.reasons, &b.function.name)));
    found
}

/// The groups that may reach the proxy's port by reference.
fn admitted<'a>(proxy: &Proxy, endpoints: &[ProxyEndpoint], groups: &'a [SecurityGroup]) -> BTreeSet<&'a str> {
    let own: BTreeSet<&String> =
        endpoints.iter().flat_map(|endpoint| &endpoint.security_group_ids).chain(&proxy.security_group_ids).collect();
    let port = proxy.engine_family.proxy_port();
    groups
        .iter()
        .filter(|group| own.contains(&group.id))
        .flat_map(|group| group.rules(Direction::Ingress))
        .filter(|rule| rule.covers_tcp(port))
        .filter_map(|rule| if let Peer::Group(id) = &rule.peer { Some(id.as_str()) } else { None })
        .collect()
}

/// The policy that names this very proxy; a wildcard says nothing about which.
fn connects<'a>(role: &'a Role, proxy: &Proxy) -> Option<&'a str> {
    let wanted = format!(":dbuser:{}/", proxy.resource_id());
    let mut policies = role.policies();
    policies.find_map(|(name, document)| {
        let mut allowed = document.statement.iter().filter(|statement| statement.effect == Effect::Allow);
        allowed.any(|statement| statement.resource.iter().any(|arn| arn.contains(&wanted))).then_some(name)
    })
}
