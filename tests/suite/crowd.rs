//! A practice company with many proxies, each with a role, a secret and a function of its own.
#![allow(clippy::unwrap_used)]

use rds_proxy_wizard::practice::state::State;

/// Adds so many copies of a proxy that is there and of its function.
pub fn crowd(state: &mut State, name: &str, function: &str, proxies: usize) {
    let proxy = state.proxies.iter().find(|record| record.proxy.name == name).unwrap().clone();
    let role = state.roles.iter().find(|record| record.role.arn == proxy.proxy.role_arn).unwrap().clone();
    let arn = proxy.proxy.auth.first().unwrap().secret_arn.clone();
    let original = proxy.proxy.resource_id().to_owned();
    let secret = state.secrets.iter().find(|record| record.secret.arn == arn).unwrap().clone();
    let function = state.functions.iter().find(|record| record.function.name == function).unwrap().clone();
    let execution = state.roles.iter().find(|record| record.role.arn == function.function.role_arn).unwrap().clone();
    for n in 0..proxies {
        let numbered = |text: &str| format!("{text}-{n}");
        let (mut proxy, mut role, mut secret) = (proxy.clone(), role.clone(), secret.clone());
        let (mut function, mut execution) = (function.clone(), execution.clone());
        secret.secret.name = numbered(&secret.secret.name);
        secret.secret.arn = format!("{}{n}", secret.secret.arn);
        for record in [&mut role, &mut execution] {
            record.role.name = numbered(&record.role.name);
            record.role.arn = numbered(&record.role.arn);
        }
        let host = proxy.proxy.endpoint.clone().unwrap();
        let own = host.replace(name, &numbered(name));
        proxy.proxy.name = numbered(name);
        proxy.proxy.arn = format!("{}{n}", proxy.proxy.arn);
        proxy.proxy.endpoint = Some(own.clone());
        proxy.proxy.role_arn.clone_from(&role.role.arn);
        for auth in &mut proxy.proxy.auth {
            auth.secret_arn.clone_from(&secret.secret.arn);
        }
        // Policies name what is the copy's own.
        let resource = proxy.proxy.resource_id().to_owned();
        for record in [&mut role, &mut execution] {
            let text = serde_json::to_string(&record.role.inline).unwrap();
            let text = text.replace(&arn, &secret.secret.arn).replace(&original, &resource);
            record.role.inline = serde_json::from_str(&text).unwrap();
        }
        function.function.name = numbered(&function.function.name);
        function.function.arn = numbered(&function.function.arn);
        function.function.role_arn.clone_from(&execution.role.arn);
        for value in function.environment.values_mut() {
            *value = value.replace(&host, &own);
        }
        state.proxies.push(proxy);
        state.roles.extend([role, execution]);
        state.secrets.push(secret);
        state.functions.push(function);
    }
}
