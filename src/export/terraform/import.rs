//! What is live already, for Terraform to take over: the ids that `import` blocks ask for.
//!
//! Each id is what the provider's page of the resource says under "Import".
//! <https://registry.terraform.io/providers/hashicorp/aws/latest/docs>

use super::hcl::{Hcl, Item, block, quoted};
use super::write::address;
use crate::domain::database::DatabaseKind;
use crate::domain::proxy::TargetKind;
use crate::domain::setup::Setup;
use crate::export::live::Live;
use crate::export::resources::terraform::EPHEMERAL;
use crate::export::resources::{Stack, proxy_endpoint_id, rule_id};

/// The stack without what cannot be read back: a password that is there stays what it is, and how a secret
/// is deleted is known to the provider alone.
pub(super) fn without_secrets(mut stack: Stack) -> Stack {
    stack.resources.retain(|resource| !resource.kind.starts_with(EPHEMERAL) && resource.id != "SecretValue");
    for resource in stack.resources.iter_mut().filter(|resource| resource.id == "Secret") {
        resource.unread = vec!["recovery_window_in_days", "force_overwrite_replica_secret"];
    }
    stack
}

/// An `import` block for each resource that is there.
pub(super) fn blocks(stack: &Stack, setup: &Setup, live: &Live) -> String {
    let ids = ids(setup, live);
    let there = stack.resources.iter().filter_map(|resource| {
        let (_, id) = ids.iter().find(|(of, _)| *of == resource.id)?;
        let items = [
            Item::Attribute("to".into(), Hcl::Plain(address(&resource.id, stack))),
            Item::Attribute("id".into(), Hcl::Plain(quoted(id))),
        ];
        Some(block("import", &items))
    });
    there.collect::<Vec<_>>().join("\n")
}

fn ids(setup: &Setup, live: &Live) -> Vec<(String, String)> {
    let (role, access, proxy) = (&setup.role, &setup.access, &setup.proxy.name);
    let kind = match setup.database.kind {
        DatabaseKind::Cluster => TargetKind::TrackedCluster,
        DatabaseKind::Instance => TargetKind::RdsInstance,
    };
    let at = |there: bool, id: String| there.then_some(id);
    let is_there = live.proxy.is_some();
    let mut ids = vec![
        ("Secret", live.secret_arn.clone()),
        ("ProxyRole", at(live.role, role.name.clone())),
        ("ProxyRolePolicy", at(live.role_policy, format!("{}:{}", role.name, role.policy_name))),
        ("FunctionGroup", live.function_group.clone()),
        ("ProxyGroup", live.proxy_group.clone()),
        ("EndpointGroup", live.endpoint_group.clone()),
        ("SecretsEndpoint", live.endpoint.clone()),
        ("Proxy", at(is_there, proxy.clone())),
        ("ProxyTargetGroup", at(is_there, proxy.clone())),
        ("ProxyTarget", at(live.target, format!("{proxy}/default/{kind}/{}", setup.database.id))),
        ("FunctionPolicy", at(live.function_policy, format!("{}:{}", access.role_name, access.policy_name))),
    ];
    let endpoints = setup.proxy.endpoints.iter().filter(|endpoint| live.proxy_endpoints.contains(&endpoint.name));
    ids.push(("ProxyEndpointGroup", live.proxy_endpoint_group.clone()));
    ids.extend(
        endpoints.map(|endpoint| (proxy_endpoint_id(endpoint.role), Some(format!("{proxy}/{}", endpoint.name)))),
    );
    let rules = setup.network.rules.iter().zip(&live.rules);
    let rules = rules.map(|(rule, there)| (rule_id(rule), there.as_ref().map(|there| there.id.clone())));
    let mut all: Vec<(String, String)> =
        ids.drain(..).filter_map(|(resource, id)| Some((resource.to_owned(), id?))).collect();
    all.extend(rules.filter_map(|(resource, id)| Some((resource, id?))));
    all
}
