//! What is live already, for a stack to take over: CloudFormation's resource import.
//!
//! An import takes a template of nothing but what is imported, each resource kept if the stack goes, and
//! the ids by which it is known: the primary identifiers of the resource types.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/import-resources-manually.html>

use serde_json::{Value, json};

use crate::domain::json::pretty;
use crate::domain::setup::Setup;
use crate::export::live::Live;
use crate::export::resources::{Resource, Stack, proxy_endpoint_id, rule_id};

/// The stack without a generated password: one that is there stays what it is.
pub(super) fn without_secrets(mut stack: Stack) -> Stack {
    for resource in &mut stack.resources {
        resource.properties.retain(|(name, _)| name != "GenerateSecretString");
        resource.kept = true;
    }
    stack
}

/// What is there, and refers to nothing that is not.
pub(super) fn of_what_is_there(stack: &Stack, setup: &Setup, live: &Live) -> Stack {
    let ids = identifiers(setup, live);
    let mut there = stack.clone();
    there.shown.clear();
    there.transforms.clear();
    there.resources.retain(|resource| ids.iter().any(|(id, _)| *id == resource.id));
    // One that refers to something that is yet to be made comes with it, by the whole template.
    loop {
        let known: Vec<String> = there.resources.iter().map(|resource| resource.id.clone()).collect();
        there.resources.retain(|resource| resource.mentioned().iter().all(|id| known.iter().any(|known| known == id)));
        if there.resources.len() == known.len() {
            break;
        }
    }
    // What is there needs no switch, and a parameter that nothing uses is refused.
    there.resources.iter_mut().for_each(|resource| resource.only_if = None);
    let used = there.clone();
    there.parameters.retain(|parameter| used.uses(parameter.name));
    there
}

/// `resources-to-import.json`. The target group is known by an ARN that `import.sh` asks for.
pub(super) fn resources_to_import(there: &Stack, setup: &Setup, live: &Live) -> String {
    let ids = identifiers(setup, live);
    let entry = |resource: &Resource| {
        let (_, identifier) = ids.iter().find(|(id, _)| *id == resource.id)?;
        (!identifier.is_null()).then(|| {
            json!({
                "ResourceType": resource.kind,
                "LogicalResourceId": resource.id,
                "ResourceIdentifier": identifier,
            })
        })
    };
    pretty(&there.resources.iter().filter_map(entry).collect::<Value>()) + "\n"
}

fn identifiers(setup: &Setup, live: &Live) -> Vec<(String, Value)> {
    let (role, access) = (&setup.role, &setup.access);
    let by_id = |id: &Option<String>| id.as_ref().map(|id| json!({ "Id": id }));
    let fixed = [
        ("Secret", by_id(&live.secret_arn)),
        ("ProxyRole", live.role.then(|| json!({ "RoleName": role.name }))),
        ("FunctionGroup", by_id(&live.function_group)),
        ("ProxyGroup", by_id(&live.proxy_group)),
        ("EndpointGroup", by_id(&live.endpoint_group)),
        ("ProxyEndpointGroup", by_id(&live.proxy_endpoint_group)),
        ("SecretsEndpoint", by_id(&live.endpoint)),
        ("Proxy", live.proxy.as_ref().map(|_| json!({ "DBProxyName": setup.proxy.name }))),
        ("ProxyTargetGroup", live.target.then_some(Value::Null)),
        (
            "FunctionPolicy",
            live.function_policy.then(|| json!({ "PolicyName": access.policy_name, "RoleName": access.role_name })),
        ),
    ];
    let rules = setup.network.rules.iter().zip(&live.rules);
    let rules = rules.map(|(rule, there)| (rule_id(rule), there.as_ref().map(|there| json!({ "Id": there.id }))));
    let endpoints = setup.proxy.endpoints.iter().filter(|endpoint| live.proxy_endpoints.contains(&endpoint.name));
    let endpoints = endpoints.map(|endpoint| {
        (proxy_endpoint_id(endpoint.role).to_owned(), Some(json!({ "DBProxyEndpointName": endpoint.name })))
    });
    fixed
        .into_iter()
        .map(|(id, identifier)| (id.to_owned(), identifier))
        .chain(endpoints)
        .chain(rules)
        .filter_map(|(id, identifier)| Some((id, identifier?)))
        .collect()
}
