//! The function's side, as it is: network, rights, variables.

use std::collections::BTreeMap;

use super::AdoptedDraft;
use super::login::Login;
use crate::design::access::{VPC_ACCESS_POLICY, lets_into_vpc};
use crate::domain::arn::short_name;
use crate::domain::choices::EnvNames;
use crate::domain::function::FunctionVpc;
use crate::domain::policy::{Document, Statement};
use crate::domain::proxy::AuthMode;
use crate::domain::setup::{AccessSetup, GroupPart, NetworkSetup, Page, SecretSetup};
use crate::rules::variables;
use crate::text::said;

pub(super) fn access(
    draft: &mut AdoptedDraft<'_>,
    login: &Login,
    secret: &SecretSetup,
    network: &NetworkSetup,
) -> AccessSetup {
    let (function, role) = (draft.there.function, draft.there.function_role);
    let moves = network.group(GroupPart::Function).is_some_and(|group| group.owned);
    let attached = role.attached.iter().any(|policy| policy.arn.ends_with(VPC_ACCESS_POLICY));
    let (variable_names, environment) = environment(draft);
    let kept_variables = function.environment.keys().filter(|name| !environment.contains_key(*name)).cloned().collect();
    let (policy_name, policy, policy_owned) = rights(draft, login, secret);
    // The ARN of an alias or version names the function, and then that.
    let arn = function.qualifier.as_ref().and_then(|qualifier| function.arn.strip_suffix(&format!(":{qualifier}")));
    AccessSetup {
        function_name: function.name.clone(),
        function_arn: arn.unwrap_or(&function.arn).to_owned(),
        runtime: function.runtime.clone(),
        timeout_secs: function.timeout_secs,
        role_name: short_name(&function.role_arn).to_owned(),
        role_arn: function.role_arn.clone(),
        vpc: vpc(draft),
        moves,
        attach_vpc_policy: (draft.is_ours() || moves)
            && attached
            && function.managed_instances.is_none()
            && !lets_into_vpc(role),
        policy_name,
        policy,
        policy_owned,
        variable_names,
        environment,
        kept_variables,
        publish_to_alias: None,
    }
}

fn vpc(draft: &AdoptedDraft<'_>) -> FunctionVpc {
    let vpc = draft.there.function.vpc.clone().unwrap_or_default();
    let named = |id: &String| draft.known.unfill(id);
    FunctionVpc { security_group_ids: vpc.security_group_ids.iter().map(named).collect(), ..vpc }
}

/// The inline policy that lets the function log in, where it says nothing else; otherwise what this path
/// needs of the rights that others give.
fn rights(draft: &mut AdoptedDraft<'_>, login: &Login, secret: &SecretSetup) -> (String, Document, bool) {
    let account = &draft.there.observed.account;
    let proxy = draft.there.proxy;
    let role = draft.there.function_role;
    let (action, resource) = match (login.mode, &login.secret) {
        (AuthMode::Password, Some(arn)) => ("secretsmanager:GetSecretValue", arn.clone()),
        _ => ("rds-db:connect", account.arn("rds-db", &format!("dbuser:{}/{}", proxy.resource_id(), login.user))),
    };
    let key = secret.key().map(|key| key.arn.as_str());
    let is_about = |named: &str| named == resource || Some(named) == key;
    let gives = |document: &Document| document.statement.iter().any(|one| one.covers(action, &resource));
    let nothing_else = |document: &Document| {
        let plain = |one: &Statement| one.not_resource.is_empty() && one.resource.iter().all(is_about);
        document.is_understood() && document.statement.iter().all(plain)
    };
    if let Some((name, document)) = role.inline.iter().find(|(_, one)| gives(one) && nothing_else(one)) {
        return (name.clone(), draft.tokens_in(document), true);
    }
    let name = role.policies().find(|(_, document)| gives(document)).map(|(name, _)| name.to_owned());
    let title = match &name {
        Some(name) => said!("adopt-rights-used", policy = name.as_str(), role = role.name.as_str()),
        None => said!("adopt-rights-none", action = action, role = role.name.as_str()),
    };
    let text = if name.is_some() { said!("adopt-rights-used-text") } else { said!("adopt-rights-none-text") };
    draft.note(Page::Access, title, text);
    let sid = if login.mode == AuthMode::Password { "ReadOneSecret" } else { "ConnectThroughOneProxy" };
    let needed = Document::new(vec![Statement::allow(Some(sid), action, draft.known.unfill(&resource))]);
    (name.unwrap_or_default(), needed, false)
}

/// The variables that are about this proxy, and what they say.
fn environment(draft: &mut AdoptedDraft<'_>) -> (EnvNames, BTreeMap<String, String>) {
    let there = &draft.there;
    let found = variables(there.observed, there.proxy);
    let usual = EnvNames::default();
    let all = [&found.host, &found.port, &found.user, &found.database, &found.secret, &found.reader_host];
    let shown = |name: &String| there.function.environment.get(name)?.shown().map(str::to_owned);
    let said = all.into_iter().flatten().filter_map(|name| Some((name.clone(), draft.known.unfill(&shown(name)?))));
    let environment: BTreeMap<String, String> = said.collect();
    if found.host.is_none() {
        let title = said!("adopt-no-variables", function = draft.there.function.name.as_str());
        draft.note(Page::Access, title, said!("adopt-no-variables-text", host = usual.host.as_str()));
    }
    let names = EnvNames {
        host: found.host.unwrap_or(usual.host),
        port: found.port.unwrap_or(usual.port),
        user: found.user.unwrap_or(usual.user),
        database: found.database.unwrap_or(usual.database),
        secret: found.secret.unwrap_or(usual.secret),
        reader_host: found.reader_host.unwrap_or(usual.reader_host),
    };
    (names, environment)
}

/// The schema that the function's variable names, else the one that the database was made with.
pub(super) fn database_name(draft: &AdoptedDraft<'_>) -> Option<String> {
    let there = &draft.there;
    let said = variables(there.observed, there.proxy).database;
    let said = said.and_then(|name| there.function.environment.get(&name)?.shown().map(str::to_owned));
    said.or_else(|| there.database.database_name.clone()).filter(|name| !name.is_empty())
}
