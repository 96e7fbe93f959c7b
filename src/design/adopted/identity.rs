//! The secret of the function's login, and the proxy's role.

use super::AdoptedDraft;
use super::login::Login;
use super::obstacle::{Obstacle, needed};
use crate::domain::choices::{IfDeleted, PasswordSource};
use crate::domain::observed::Part;
use crate::domain::output::Output;
use crate::domain::policy::{Document, Principal};
use crate::domain::role::Role;
use crate::domain::secret::{ProxySecret, name_in_arn};
use crate::domain::setup::{KeyRef, Page, RoleSetup, SecretSetup};
use crate::text::{Filling, Sentence, said, t};

/// Only one with the setup's tags is its own: what a secret holds cannot be made again.
pub(super) fn secret(draft: &mut AdoptedDraft<'_>, login: &Login) -> Result<SecretSetup, Obstacle> {
    let Some(arn) = &login.secret else { return Ok(SecretSetup::None) };
    let unread = ProxySecret::unread(arn);
    let facts = draft.there.observed.proxy_secrets.iter().find(|facts| facts.arn == *arn).unwrap_or(&unread);
    let secret = needed(&facts.secret, name_in_arn(arn))?;
    if secret.deleted {
        let title = t!("design-secret-deleted", name = secret.name.as_str());
        return Err(Obstacle::open(title, t!("design-secret-restore-cure", name = secret.name.as_str())));
    }
    let key = match &secret.kms_key_id {
        None => None,
        Some(id) => {
            let key = needed(&facts.key, id)?;
            Some(KeyRef { arn: key.arn.clone(), label: id.clone(), customer_managed: key.customer_managed })
        }
    };
    let name = secret.name.clone();
    if !draft.owns(&secret.tags) {
        let rds_managed = secret.owning_service.as_deref() == Some("rds");
        let text = if rds_managed { said!("adopt-secret-managed-text") } else { said!("adopt-secret-used-text") };
        draft.note(Page::Secret, said!("adopt-secret-used", name = name.as_str()), text);
        return Ok(SecretSetup::Used { name, arn: arn.clone(), rds_managed, key });
    }
    draft.known.set(Output::SecretArn, arn);
    let description = secret.description.clone().unwrap_or_default();
    Ok(SecretSetup::Owned {
        name,
        description,
        password: PasswordSource::default(),
        key,
        if_deleted: IfDeleted::default(),
    })
}

/// The role as it is. It is the setup's own where the setup made it, or where nothing but this proxy has
/// it and one inline policy says all that it may.
pub(super) fn role(draft: &mut AdoptedDraft<'_>) -> RoleSetup {
    let role = draft.there.role;
    let made = draft.owns(&role.tags);
    let carried = carried(draft, role, made);
    if let Err(why) = &carried {
        draft.note(Page::Role, said!("adopt-role-used", role = role.name.as_str()), why.clone());
    } else if role.inline.len() > 1 || !role.attached.is_empty() {
        let title = said!("adopt-role-more", role = role.name.as_str());
        draft.note(Page::Role, title, said!("adopt-role-more-text"));
    }
    let (policy_name, policy) = match carried {
        Ok((name, document)) => (name.clone(), draft.tokens_in(document)),
        Err(_) => (String::new(), Document::new(role.policies().flat_map(|(_, one)| one.statement.clone()).collect())),
    };
    RoleSetup {
        owned: !policy_name.is_empty(),
        name: role.name.clone(),
        path: role.path.clone(),
        arn: role.arn.clone(),
        description: role.description.clone().unwrap_or_default(),
        permissions_boundary: role.permissions_boundary.clone(),
        max_session_secs: role.max_session_secs,
        trust: role.trust.clone(),
        policy_name,
        policy,
        adds_policy: false,
    }
}

/// Names of the inline policies that a setup writes into its role.
const OWN_POLICIES: [&str; 2] = ["read-database-secret", "connect-to-database"];

/// The inline policy that a setup which owns the role carries, or why none does.
fn carried<'a>(draft: &AdoptedDraft<'_>, role: &'a Role, made: bool) -> Result<(&'a String, &'a Document), Sentence> {
    let own = role.inline.iter().find(|(name, _)| OWN_POLICIES.contains(&name.as_str()));
    let only = role.inline.iter().next().filter(|_| role.inline.len() == 1);
    let Some((name, document)) = own.filter(|_| made).or(only) else {
        return Err(if role.inline.is_empty() { said!("adopt-role-no-inline") } else { said!("adopt-role-several") });
    };
    if !document.is_understood() || !role.trust.is_understood() {
        return Err(said!("adopt-role-not-understood"));
    }
    if made {
        return Ok((name, document));
    }
    if !role.attached.is_empty() {
        let names = Filling::names(role.attached.iter().map(|policy| &policy.name));
        return Err(said!("adopt-role-attached", names = names));
    }
    match &draft.there.observed.others_with_role {
        Part::Present(others) if others.is_empty() => {}
        Part::Present(others) => return Err(said!("adopt-role-shared", proxies = Filling::list(others))),
        _ => return Err(said!("adopt-role-unknown")),
    }
    if !is_for_rds_alone(&role.trust) {
        return Err(said!("adopt-role-trust"));
    }
    Ok((name, document))
}

/// Nobody but RDS assumes the role.
fn is_for_rds_alone(trust: &Document) -> bool {
    trust.statement.iter().all(|statement| match &statement.principal {
        Some(Principal::Kinds(kinds)) => kinds
            .iter()
            .all(|(kind, who)| kind == "Service" && who.iter().all(|service| service == "rds.amazonaws.com")),
        Some(Principal::Anyone(_)) | None => false,
    })
}
