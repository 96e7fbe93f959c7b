//! Secret, role and the role's policy.

use super::PlanDraft;
use crate::domain::TAG_RUN;
use crate::domain::choices::IfDeleted;
use crate::domain::output::Output;
use crate::domain::policy::{Document, Effect, Principal};
use crate::domain::proxy::AuthMode;
use crate::domain::setup::{Page, SecretSetup};
use crate::plan::actions::put_role_policy::Purpose;
use crate::plan::actions::{CreateRole, CreateSecret, PutRolePolicy, RestoreSecret};
use crate::plan::compare::{fill_document, merged, same_policy};
use crate::plan::{Action, Change};
use crate::text::t;

/// Id of the step that brings a deleted secret back. Its ARN is known before, so whoever needs the
/// secret itself names the step.
pub(super) const RESTORE: &str = "restore-secret";

impl PlanDraft<'_> {
    pub(super) fn identity(&mut self) {
        self.secret();
        self.role();
    }

    fn secret(&mut self) {
        let username = self.setup.db_user.clone();
        let (change, secret) = match &self.setup.secret {
            SecretSetup::None => return,
            SecretSetup::Used { name, arn, key, .. } => {
                self.known.set(Output::SecretArn, arn);
                let secret = CreateSecret {
                    name: name.clone(),
                    description: String::new(),
                    username,
                    password: Default::default(),
                    kms_key_id: key.as_ref().map(|key| key.arn.clone()),
                };
                (Change::AlreadySo, secret)
            }
            SecretSetup::Owned { name, description, password, key, if_deleted } => {
                let kms_key_id = key.as_ref().map(|key| key.arn.clone());
                let observed = self.observed;
                let there = observed.secret.present().filter(|there| there.name == *name);
                let deleted = observed.deleted_secrets.iter().chain(there).find(|one| one.deleted && one.name == *name);
                match (there.filter(|there| !there.deleted), deleted) {
                    (Some(there), _) if !self.owns(&there.tags) => {
                        let title = t!("plan-conflict-secret-exists", name = name.as_str());
                        return self.conflict(Page::Secret, title, t!("plan-conflict-secret-exists-cure").into());
                    }
                    (None, Some(deleted)) if *if_deleted == IfDeleted::Restore && self.owns(&deleted.tags) => {
                        self.known.set(Output::SecretArn, &deleted.arn);
                        let restore = RestoreSecret {
                            name: name.clone(),
                            arn: deleted.arn.clone(),
                            made_by: deleted.tags.get(TAG_RUN).cloned(),
                            username,
                            password: *password,
                            kms_key_id,
                        };
                        return self.step(RESTORE, Change::Change, Page::Secret, &[], Action::RestoreSecret(restore));
                    }
                    (None, Some(_)) => {
                        let title = t!("plan-conflict-secret-deleted", name = name.as_str());
                        let cure = t!("plan-conflict-secret-deleted-cure", name = name.as_str());
                        return self.conflict(Page::Secret, title, cure);
                    }
                    (there, _) => {
                        if let Some(there) = there {
                            self.known.set(Output::SecretArn, &there.arn);
                        }
                        let change = if there.is_some() { Change::AlreadySo } else { Change::Create };
                        let (name, description, password) = (name.clone(), description.clone(), *password);
                        (change, CreateSecret { name, description, username, password, kms_key_id })
                    }
                }
            }
        };
        self.step("create-secret", change, Page::Secret, &[], Action::CreateSecret(secret));
    }

    fn role(&mut self) {
        let role = &self.setup.role;
        let there = self.observed.proxy_role.present().filter(|there| there.name == role.name);
        if let Some(there) = there
            && role.owned
        {
            let proxy = self.observed.proxy.present().filter(|proxy| proxy.name == self.setup.proxy.name);
            let of_proxy = proxy.is_some_and(|proxy| proxy.role_arn == there.arn);
            if !self.owns(&there.tags) && !of_proxy {
                let title = t!("design-role-taken", role = role.name.as_str());
                return self.conflict(Page::Role, title, t!("design-role-taken-cure").into());
            }
            if there.arn != role.arn {
                let title = t!("plan-conflict-role-path", name = role.name.as_str(), path = there.path.as_str());
                return self.conflict(Page::Role, title, t!("plan-conflict-role-path-cure").into());
            }
            if !lets_rds_assume(&there.trust) {
                let title = t!("plan-conflict-role-trust", name = role.name.as_str());
                return self.conflict(Page::Role, title, t!("plan-conflict-role-trust-cure").into());
            }
        }
        let change = if there.is_some() || !role.owned { Change::AlreadySo } else { Change::Create };
        let create = CreateRole {
            name: role.name.clone(),
            path: role.path.clone(),
            arn: role.arn.clone(),
            description: role.description.clone(),
            trust: role.trust.clone(),
            permissions_boundary: role.permissions_boundary.clone(),
        };
        self.step("create-role", change, Page::Role, &[], Action::CreateRole(create));
        if !role.owned && !role.adds_policy {
            return;
        }
        let purpose = match self.setup.auth_mode {
            AuthMode::EndToEndIam => Purpose::ProxyLogsIn,
            AuthMode::StandardIam | AuthMode::Password => Purpose::ProxyReadsSecret,
        };
        let current = there.and_then(|there| there.inline.get(&role.policy_name).cloned());
        let keeps = there.is_some_and(|there| !self.has_role_to_itself(there));
        let document = if keeps { self.beside(current.as_ref(), &role.policy) } else { role.policy.clone() };
        let put = PutRolePolicy {
            purpose,
            role: role.name.clone(),
            role_arn: role.arn.clone(),
            policy_name: role.policy_name.clone(),
            document,
            current,
        };
        self.put_policy("put-proxy-policy", Page::Role, &["create-role"], put);
    }

    /// What this setup needs, beside what the policy of that name gives to others already.
    pub(super) fn beside(&self, current: Option<&Document>, ours: &Document) -> Document {
        let filled = || fill_document(ours, &self.known).unwrap_or_else(|_| ours.clone());
        current.map_or_else(|| ours.clone(), |current| merged(current, &filled()))
    }

    /// An inline policy: new, different or already so.
    pub(super) fn put_policy(&mut self, id: &str, page: Page, after: &[&str], put: PutRolePolicy) {
        let wanted = fill_document(&put.document, &self.known).ok();
        let change = match (&put.current, &wanted) {
            (None, _) => Change::Create,
            (Some(current), Some(wanted)) if same_policy(current, wanted) => Change::AlreadySo,
            (Some(_), _) => Change::Change,
        };
        self.step(id, change, page, after, Action::PutRolePolicy(put));
    }
}

fn lets_rds_assume(trust: &Document) -> bool {
    trust.statement.iter().any(|statement| {
        let for_rds = match &statement.principal {
            Some(Principal::Kinds(kinds)) => kinds
                .get("Service")
                .is_some_and(|services| services.iter().any(|service| service == "rds.amazonaws.com")),
            _ => false,
        };
        statement.effect == Effect::Allow
            && for_rds
            && statement.action.iter().any(|a| a.eq_ignore_ascii_case("sts:AssumeRole"))
    })
}
