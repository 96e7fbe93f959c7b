//! What "attaching" the proxy to the function really is: network, role, environment.
//!
//! Lambda has no such call (boto's Lambda model names no proxy; aws/aws-cdk#9993): it is these
//! settings together.

use std::collections::BTreeMap;

use super::network::function_vpc;
use super::{Draft, Problem, names, role};
use crate::domain::arn::short_name;
use crate::domain::choices::Choices;
use crate::domain::database::Database;
use crate::domain::function::EnvValue;
use crate::domain::observed::Part;
use crate::domain::policy::{Document, Statement};
use crate::domain::proxy::AuthMode;
use crate::domain::role::Role;
use crate::domain::setup::{AccessSetup, AliasMove, NetworkSetup, Page, ProxySetup, SecretSetup};
use crate::text::{Filling, said, t};

/// The AWS managed policy that lets a function make its network interfaces.
pub const VPC_ACCESS_POLICY: &str = "service-role/AWSLambdaVPCAccessExecutionRole";

pub(super) const ALIAS: &str = "access.publish_to_alias";

/// Lambda's limit on all variables of a function together, in bytes.
const ENVIRONMENT_LIMIT: usize = 4096;

pub(super) fn database_name(choices: &Choices, database: &Database) -> Option<String> {
    choices.access.database_name.clone().or_else(|| database.database_name.clone()).filter(|name| !name.is_empty())
}

pub(super) fn design(
    draft: &mut Draft<'_>,
    secret: &SecretSetup,
    network: &NetworkSetup,
    proxy: &ProxySetup,
) -> AccessSetup {
    let (vpc, moves) = function_vpc(draft, network);
    let function = draft.function;
    let environment = environment(draft, secret, proxy);
    let kept_variables = function.environment.keys().filter(|name| !environment.contains_key(*name)).cloned().collect();
    AccessSetup {
        function_name: function.name.clone(),
        function_arn: function.arn.clone(),
        runtime: function.runtime.clone(),
        timeout_secs: function.timeout_secs,
        role_name: short_name(&function.role_arn).to_owned(),
        role_arn: function.role_arn.clone(),
        attach_vpc_policy: lacks_vpc_policy(draft, moves),
        vpc,
        moves,
        policy_name: names::connect_policy(draft.choices, &draft.db_user),
        policy: policy(draft, secret, proxy),
        policy_owned: true,
        variable_names: draft.choices.access.env.clone(),
        environment,
        kept_variables,
        publish_to_alias: alias(draft),
    }
}

/// No other policy lets the role make network interfaces. Lambda needs that as long as the function is
/// in a VPC, also where it was in one before. Who attached the managed policy nobody can tell, so it
/// does not count. Of a role that could not be read, it is assumed only where the function has run
/// without a VPC.
fn lacks_vpc_policy(draft: &Draft<'_>, moves: bool) -> bool {
    if draft.function.managed_instances.is_some() {
        // Their interfaces are made with the capacity provider's role.
        return false;
    }
    let Part::Present(role) = &draft.observed.function_role else { return moves };
    !lets_into_vpc(role)
}

/// A policy beside the managed one lets a function of this role make network interfaces.
pub fn lets_into_vpc(role: &Role) -> bool {
    let attached = role.attached.iter().filter(|policy| !policy.arn.ends_with(VPC_ACCESS_POLICY));
    let mut others = role.inline.values().chain(attached.filter_map(|policy| policy.document.as_ref()));
    others.any(|document| document.statement.iter().any(|one| one.covers("ec2:CreateNetworkInterface", "*")))
}

fn policy(draft: &mut Draft<'_>, secret: &SecretSetup, proxy: &ProxySetup) -> Document {
    if draft.mode == AuthMode::Password {
        draft.reason("ConnectPolicy", said!("design-policy-secret-why"));
        let mut statements = Vec::new();
        if let Some(arn) = secret.arn() {
            statements.push(Statement::allow(Some("ReadOneSecret"), "secretsmanager:GetSecretValue", arn));
        }
        statements.extend(role::decrypt(draft, secret.key()));
        return Document::new(statements);
    }
    draft.reason("ConnectPolicy", said!("design-policy-connect-why"));
    let resource = draft.observed.account.arn("rds-db", &format!("dbuser:{}/{}", proxy.id(), draft.db_user));
    Document::new(vec![Statement::allow(Some("ConnectThroughOneProxy"), "rds-db:connect", resource)])
}

fn environment(draft: &mut Draft<'_>, secret: &SecretSetup, proxy: &ProxySetup) -> BTreeMap<String, String> {
    let names = &draft.choices.access.env;
    let mut wanted = vec![
        ("access.env.host", names.host.clone(), proxy.function_host()),
        ("access.env.port", names.port.clone(), proxy.port.to_string()),
        ("access.env.user", names.user.clone(), draft.db_user.clone()),
    ];
    if let Some(host) = proxy.reader_host() {
        wanted.push(("access.env.reader_host", names.reader_host.clone(), host));
    }
    match database_name(draft.choices, draft.database) {
        Some(name) => wanted.push(("access.env.database", names.database.clone(), name)),
        None => draft.warn(Page::Access, said!("design-no-database-name"), said!("design-no-database-name-text")),
    }
    if draft.mode == AuthMode::Password
        && let Some(arn) = secret.arn()
    {
        wanted.push(("access.env.secret", names.secret.clone(), arn));
    }
    let mut environment = BTreeMap::new();
    for (field, name, value) in wanted {
        check_variable(draft, field, &name, &value);
        if environment.insert(name.clone(), value).is_some() {
            draft.problem(Problem::new(
                Page::Access,
                field,
                t!("design-variable-twice", name = name),
                t!("design-variable-twice-cure"),
            ));
        }
    }
    let bytes: usize = environment.iter().map(|(name, value)| name.len() + value.len()).sum();
    if bytes > ENVIRONMENT_LIMIT {
        draft.problem(Problem::new(
            Page::Access,
            "access.env",
            t!("design-environment-full"),
            t!("design-environment-full-cure"),
        ));
    }
    draft.reason("Environment", said!("design-environment-why"));
    environment
}

fn check_variable(draft: &mut Draft<'_>, field: &'static str, name: &str, value: &str) {
    let starts_well = name.starts_with(|c: char| c.is_ascii_alphabetic());
    if name.len() < 2 || !starts_well || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
        draft.problem(Problem::new(
            Page::Access,
            field,
            t!("design-variable-name", name = name),
            t!("design-variable-name-cure"),
        ));
    } else if name.starts_with("AWS_") || name.starts_with("LAMBDA_") || name.starts_with("_") {
        draft.problem(Problem::new(
            Page::Access,
            field,
            t!("design-variable-reserved", name = name),
            t!("design-variable-name-cure"),
        ));
    }
    match draft.function.environment.get(name) {
        Some(EnvValue::Hidden | EnvValue::Masked(_)) => draft.problem(
            Problem::new(
                Page::Access,
                field,
                t!("design-variable-hidden", name = name),
                t!("design-variable-hidden-cure"),
            )
            .suggesting(format!("PROXY_{name}")),
        ),
        Some(EnvValue::Shown(old)) if old != value && !value.contains("${") => {
            draft.note(
                Page::Access,
                said!("design-variable-replaced", name = name),
                said!("design-variable-replaced-text"),
            );
        }
        _ => {}
    }
}

/// The alias to move, and the trap when none is: callers of a published version see no change.
fn alias(draft: &mut Draft<'_>) -> Option<AliasMove> {
    let frozen: Vec<String> = draft
        .observed
        .aliases
        .items()
        .iter()
        .filter(|alias| alias.version != "$LATEST")
        .map(|alias| alias.name.clone())
        .collect();
    let wanted = draft.choices.access.publish_to_alias.clone();
    let found = wanted
        .as_ref()
        .and_then(|name| draft.observed.aliases.items().iter().find(|alias| alias.name == *name).cloned());
    match (wanted, found) {
        (Some(_), Some(alias)) => Some(AliasMove { alias: alias.name, from_version: alias.version }),
        (Some(name), None) => {
            draft.problem(Problem::new(
                Page::Function,
                ALIAS,
                t!("design-alias-unknown", alias = name),
                t!("design-alias-unknown-cure"),
            ));
            None
        }
        (None, _) => {
            if !frozen.is_empty() {
                draft.warn(
                    Page::Function,
                    said!("design-alias-frozen", aliases = Filling::list(&frozen)),
                    said!("design-alias-frozen-text"),
                );
            }
            None
        }
    }
}
