//! The role the proxy assumes, and the one thing it may do.

use super::{Draft, Problem, names};
use crate::domain::observed::Part;
use crate::domain::output::{Output, Outputs};
use crate::domain::policy::{Document, Statement};
use crate::domain::proxy::AuthMode;
use crate::domain::setup::{KeyRef, Page, RoleSetup, SecretSetup};
use crate::domain::stored;
use crate::text::{said, series, t};

pub(super) fn design(draft: &mut Draft<'_>, secret: &SecretSetup) -> RoleSetup {
    let choices = draft.choices;
    let account = &draft.observed.account;
    let name = names::role(choices);
    let path = choices.role.path.clone().unwrap_or_else(|| "/".to_owned());
    let mut role = RoleSetup {
        owned: !choices.role.existing,
        arn: account.global_arn("iam", &format!("role{path}{name}")),
        description: stored::role_description(draft.name.as_str()),
        permissions_boundary: choices.role.permissions_boundary.clone(),
        max_session_secs: None,
        trust: Document::trust("rds.amazonaws.com"),
        policy_name: names::role_policy(choices, &draft.db_user),
        policy: policy(draft, secret),
        adds_policy: false,
        name,
        path,
    };
    check_names(draft, &role);
    match (&draft.observed.proxy_role, choices.role.existing) {
        (Part::Present(found), true) => {
            role.arn = found.arn.clone();
            role.path = found.path.clone();
            role.permissions_boundary = found.permissions_boundary.clone();
            check_existing(draft, &role);
            draft.reason("RoleArn", said!("design-role-existing-why"));
        }
        (_, true) => {
            draft.problem(Problem::new(
                Page::Role,
                "role.name",
                t!("design-not-here", name = role.name.as_str()),
                t!("design-not-here-cure"),
            ));
        }
        (Part::Present(found), false) if !draft.owns(&found.tags) && !is_of_proxy(draft, &found.arn) => {
            draft.problem(Problem::new(
                Page::Role,
                "role.name",
                t!("design-role-taken", role = role.name.as_str()),
                t!("design-role-taken-cure"),
            ));
        }
        (_, false) => draft.reason("RoleArn", said!("design-role-why")),
    }
    role
}

/// The proxy of this name is there and has this role: it comes with the proxy that is taken up.
fn is_of_proxy(draft: &Draft<'_>, role_arn: &str) -> bool {
    let there = draft.observed.proxy.present().filter(|there| there.name == draft.name);
    there.is_some_and(|there| there.role_arn == role_arn)
}

/// Exactly the secret and, for a customer's key, decrypting it through Secrets Manager alone; in
/// end-to-end IAM, exactly one user of one database.
pub(super) fn policy(draft: &Draft<'_>, secret: &SecretSetup) -> Document {
    let account = &draft.observed.account;
    if draft.mode == AuthMode::EndToEndIam {
        let resource = account.arn("rds-db", &format!("dbuser:{}/{}", draft.database.resource_id, draft.db_user));
        return Document::new(vec![Statement::allow(Some("ConnectAsOneUser"), "rds-db:connect", resource)]);
    }
    let mut statements = Vec::new();
    if let Some(arn) = secret.arn() {
        statements.push(Statement::allow(Some("ReadOneSecret"), "secretsmanager:GetSecretValue", arn));
    }
    statements.extend(decrypt(draft, secret.key()));
    Document::new(statements)
}

/// `kms:Decrypt` on the exact key, and only when Secrets Manager asks.
pub(super) fn decrypt(draft: &Draft<'_>, key: Option<&KeyRef>) -> Option<Statement> {
    let account = &draft.observed.account;
    let key = key.filter(|key| key.customer_managed)?;
    let service = format!("secretsmanager.{}.{}", account.region, account.dns_suffix());
    Some(Statement::allow(Some("DecryptThatSecret"), "kms:Decrypt", key.arn.as_str()).when(
        "StringEquals",
        "kms:ViaService",
        &service,
    ))
}

fn check_names(draft: &mut Draft<'_>, role: &RoleSetup) {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "+=,.@_-".contains(c);
    if role.name.is_empty() || role.name.len() > 64 || !role.name.chars().all(allowed) {
        let mut clean: String = role.name.chars().map(|c| if allowed(c) { c } else { '-' }).collect();
        clean.truncate(64);
        draft.problem(
            Problem::new(Page::Role, "role.name", t!("design-role-name"), t!("design-role-name-cure"))
                .suggesting(clean),
        );
    }
    if !role.path.starts_with('/') || !role.path.ends_with('/') {
        let trimmed = role.path.trim_matches('/');
        let path = if trimmed.is_empty() { "/".to_owned() } else { format!("/{trimmed}/") };
        draft.problem(
            Problem::new(Page::Role, "role.path", t!("design-role-path"), t!("design-role-path-cure")).suggesting(path),
        );
    }
    if let Some(boundary) = &role.permissions_boundary
        && !boundary.starts_with("arn:")
    {
        draft.problem(Problem::new(
            Page::Role,
            "role.permissions_boundary",
            t!("design-role-boundary"),
            t!("design-role-boundary-cure"),
        ));
    }
}

/// An existing role is never changed, so what it lacks must be said before anything is made.
fn check_existing(draft: &mut Draft<'_>, setup: &RoleSetup) {
    let Some(found) = draft.observed.proxy_role.present().cloned() else { return };
    let trusts_rds = found.trust.statement.iter().any(|statement| {
        serde_json::to_string(&statement.principal).is_ok_and(|principal| principal.contains("rds.amazonaws.com"))
    });
    if !trusts_rds {
        draft.problem(Problem::new(
            Page::Role,
            "role.name",
            t!("design-role-trust", role = setup.name.as_str()),
            t!("design-role-trust-cure"),
        ));
    }
    // A secret that is yet to be made cannot be named by a policy that exists.
    let mut known = Outputs::default();
    if let Some(secret) = draft.observed.secret.present() {
        known.set(Output::SecretArn, &secret.arn);
    }
    let missing: Vec<String> = setup
        .policy
        .statement
        .iter()
        .flat_map(|wanted| {
            wanted.action.iter().flat_map(|action| {
                wanted.resource.iter().map(|resource| (action.to_owned(), known.fill_known(resource)))
            })
        })
        .filter(|(action, resource)| {
            !found
                .policies()
                .any(|(_, document)| document.statement.iter().any(|statement| statement.covers(action, resource)))
        })
        .map(|(action, resource)| format!("`{action}` on `{resource}`"))
        .collect();
    if !missing.is_empty() && found.partly_unreadable() {
        draft.warn(Page::Role, said!("design-role-unread"), said!("design-role-lacks", missing = series(&missing)));
    } else if !missing.is_empty() {
        draft.problem(Problem::new(
            Page::Role,
            "role.name",
            t!("design-role-lacks", missing = series(&missing)),
            t!("design-role-lacks-cure"),
        ));
    }
}
