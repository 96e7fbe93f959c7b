//! A second login beside the old one, and the function moved to it.

use std::collections::BTreeMap;

use super::{Conflict, NewLogin, conflict, unread};
use crate::cloud::{DatabaseRef, ProxyChange};
use crate::design::names;
use crate::domain::choices::PasswordSource;
use crate::domain::database::EngineFamily;
use crate::domain::function::Function;
use crate::domain::observed::Observed;
use crate::domain::output::Output;
use crate::domain::policy::{Document, Statement};
use crate::domain::proxy::{IamAuth, Proxy, ProxyAuth, ProxyStatus};
use crate::domain::role::Role;
use crate::domain::setup::Page;
use crate::domain::stored;
use crate::plan::actions::put_role_policy::Purpose;
use crate::plan::actions::{CreateSecret, EnableDatabaseIamAuth, ModifyProxy, PutRolePolicy, UpdateFunction};
use crate::plan::compare::merged;
use crate::plan::{Action, Change, Step, StepId};
use crate::rules::{database_user, variables};
use crate::text::t;

const CONNECT: &str = "rds-db:connect";
const READ: &str = "secretsmanager:GetSecretValue";

struct LoginDraft<'a> {
    observed: &'a Observed,
    proxy: &'a Proxy,
    user: &'a str,
    steps: Vec<Step>,
    conflicts: Vec<Conflict>,
}

/// Rights, then both logins, then the function.
pub(super) fn start(observed: &Observed, login: NewLogin, user: &str) -> Result<Vec<Step>, Vec<Conflict>> {
    let Some(proxy) = observed.proxy.present() else { return Err(vec![unread(t!("migrate-the-proxy"))]) };
    let mut draft = LoginDraft { observed, proxy, user, steps: Vec::new(), conflicts: Vec::new() };
    draft.may_begin(login);
    match login {
        NewLogin::EndToEndIam => draft.end_to_end(),
        NewLogin::StandardIam => draft.with_secret(),
    }
    if let Some(function) = observed.function.present() {
        draft.function(function);
    }
    if draft.conflicts.is_empty() { Ok(draft.steps) } else { Err(draft.conflicts) }
}

impl LoginDraft<'_> {
    fn step(&mut self, id: &str, change: Change, page: Page, action: Action) {
        self.steps.push(Step { id: StepId::from(id), change, page, needs: Vec::new(), action });
    }

    fn refuse(&mut self, page: Page, title: String, cure: impl Into<String>) {
        self.conflicts.push(conflict(page, title, cure));
    }

    fn may_begin(&mut self, login: NewLogin) {
        let (proxy, name) = (self.proxy, self.proxy.name.as_str());
        if proxy.engine_family == EngineFamily::Sqlserver {
            return self.refuse(Page::Proxy, t!("migrate-sqlserver").to_owned(), t!("migrate-sqlserver-cure"));
        }
        if proxy.status != ProxyStatus::Available {
            let title = t!("plan-conflict-proxy-busy", name = name, status = proxy.status.as_str());
            self.refuse(Page::Proxy, title, t!("plan-conflict-proxy-busy-cure"));
        }
        if let Some(what) = proxy.unclear_auth() {
            let title = t!("plan-conflict-proxy-auth", name = name, what = what);
            self.refuse(Page::Proxy, title, t!("plan-conflict-proxy-auth-cure"));
        }
        // AWS refuses IAM without it, and whoever comes without TLS would be cut off.
        if !proxy.require_tls {
            self.refuse(Page::Proxy, t!("migrate-tls", name = name), t!("migrate-tls-cure"));
        }
        match self.users() {
            None => {
                self.refuse(Page::Secret, t!("migrate-secrets-unread", name = name), t!("migrate-secrets-unread-cure"))
            }
            Some(users) => {
                let there = users.iter().find(|(user, _)| *user == self.user).map(|(_, entry)| entry.iam_auth.clone());
                let fits = matches!((&there, login), (None, _) | (Some(IamAuth::Required), NewLogin::StandardIam));
                if !fits {
                    let title = t!("migrate-user-taken", user = self.user, name = name);
                    self.refuse(Page::Secret, title, t!("migrate-user-taken-cure"));
                }
            }
        }
    }

    /// The users that entries of the proxy name; `None` where a secret was not looked into.
    fn users(&self) -> Option<Vec<(&str, &ProxyAuth)>> {
        users(self.observed, self.proxy)
    }

    fn end_to_end(&mut self) {
        let Some(database) = self.observed.database.present() else {
            return self.conflicts.push(unread(t!("migrate-the-database")));
        };
        if !database.iam_auth {
            let enable = EnableDatabaseIamAuth {
                database: DatabaseRef { kind: database.kind, id: database.id.clone() },
                arn: database.arn.clone(),
            };
            self.step(
                "enable-database-iam-auth",
                Change::Change,
                Page::Database,
                Action::EnableDatabaseIamAuth(enable),
            );
        }
        let resource = format!("dbuser:{}/{}", database.resource_id, self.user);
        let resource = self.observed.account.arn("rds-db", &resource);
        let statement = Statement::allow(None, CONNECT, resource);
        self.proxys_right("connect-to-database", Purpose::ProxyLogsIn, statement);
        if !self.proxy.default_iam_auth {
            // The list of logins is not named, so it stays as it is: each entry goes on deciding for its user.
            let change = ProxyChange { default_iam_auth: Some(true), ..ProxyChange::default() };
            let before = ProxyChange { default_iam_auth: Some(false), ..ProxyChange::default() };
            self.modify(change, before);
        }
    }

    fn with_secret(&mut self) {
        let there = self.users().is_some_and(|users| users.iter().any(|(user, _)| *user == self.user));
        if there {
            return;
        }
        let secret = CreateSecret {
            name: self.free_secret_name(),
            description: stored::MOVED_SECRET_DESCRIPTION.to_owned(),
            username: self.user.to_owned(),
            password: PasswordSource::Generated,
            kms_key_id: None,
        };
        self.step("create-secret", Change::Create, Page::Secret, Action::CreateSecret(secret));
        let statement = Statement::allow(None, READ, Output::SecretArn.token());
        self.proxys_right("read-database-secret", Purpose::ProxyReadsSecret, statement);
        let mut auth = self.proxy.auth.clone();
        auth.push(ProxyAuth {
            secret_arn: Output::SecretArn.token(),
            iam_auth: IamAuth::Required,
            client_password_auth_type: auth.first().and_then(|entry| entry.client_password_auth_type.clone()),
            description: None,
        });
        let change = ProxyChange { auth: Some(auth), ..ProxyChange::default() };
        let before = ProxyChange { auth: Some(self.proxy.auth.clone()), ..ProxyChange::default() };
        self.modify(change, before);
    }

    /// A deleted secret keeps its name.
    fn free_secret_name(&self) -> String {
        let first = secret_name(&self.proxy.name, self.user);
        let taken = |name: &String| self.observed.deleted_secrets.iter().any(|secret| secret.name == *name);
        let next = std::iter::once(first.clone()).chain(names::following(&first)).find(|name| !taken(name));
        next.unwrap_or(first)
    }

    fn modify(&mut self, change: ProxyChange, before: ProxyChange) {
        let modify = ModifyProxy { name: self.proxy.name.clone(), arn: self.proxy.arn.clone(), change, before };
        self.step("modify-proxy", Change::Change, Page::Proxy, Action::ModifyProxy(modify));
    }

    /// What the role of the proxy may do beside what it may already.
    fn proxys_right(&mut self, policy: &str, purpose: Purpose, statement: Statement) {
        let role = self.observed.proxy_role.present().filter(|role| role.arn == self.proxy.role_arn);
        match role {
            Some(role) => self.right("put-proxy-policy", Page::Role, role, policy.to_owned(), purpose, statement),
            None => self.conflicts.push(unread(t!("migrate-the-proxy-role"))),
        }
    }

    fn right(&mut self, id: &str, page: Page, role: &Role, policy: String, purpose: Purpose, statement: Statement) {
        let covers = |resource: &str| {
            let covered = |one: &Statement| statement.action.iter().all(|action| one.covers(action, resource));
            role.policies().any(|(_, document)| document.statement.iter().any(covered))
        };
        if statement.resource.iter().all(covers) {
            return;
        }
        let current = role.inline.get(&policy).cloned();
        let ours = Document::new(vec![statement.clone()]);
        let put = PutRolePolicy {
            purpose,
            role: role.name.clone(),
            role_arn: role.arn.clone(),
            policy_name: policy,
            document: current.as_ref().map_or_else(|| ours.clone(), |current| merged(current, &ours)),
            current: current.clone(),
        };
        let change = if current.is_some() { Change::Change } else { Change::Create };
        self.step(id, change, page, Action::PutRolePolicy(put));
    }

    /// Its right to the new login, then its user: the old right stays.
    fn function(&mut self, function: &Function) {
        let name = function.name.as_str();
        if function.qualifier.is_some() {
            return self.refuse(Page::Function, t!("migrate-frozen", function = name), t!("migrate-frozen-cure"));
        }
        let Some(role) = self.observed.function_role.present() else {
            return self.conflicts.push(unread(t!("migrate-the-function-role")));
        };
        let resource = format!("dbuser:{}/{}", self.proxy.resource_id(), self.user);
        let resource = self.observed.account.arn("rds-db", &resource);
        let statement = Statement::allow(None, CONNECT, resource);
        let policy = format!("connect-{}", self.proxy.name);
        self.right("put-connect-policy", Page::Access, role, policy, Purpose::FunctionConnects, statement);
        if database_user(self.observed, self.proxy).is_some_and(|there| there.certain && there.name == self.user) {
            return;
        }
        let variable = variables(self.observed, self.proxy).user;
        let shown = variable.and_then(|variable| {
            let value = function.environment.get(&variable)?.shown()?.to_owned();
            Some((variable, value))
        });
        let Some((variable, value)) = shown else {
            return self.refuse(
                Page::Access,
                t!("migrate-no-user-variable", function = name),
                t!("migrate-no-user-variable-cure"),
            );
        };
        let update = UpdateFunction {
            name: function.name.clone(),
            arn: function.arn.clone(),
            network: None,
            kept: function.environment.keys().filter(|name| **name != variable).cloned().collect(),
            set: BTreeMap::from([(variable.clone(), self.user.to_owned())]),
            before: BTreeMap::from([(variable, Some(value))]),
            timeout: None,
        };
        self.step("update-function", Change::Change, Page::Access, Action::UpdateFunction(update));
    }
}

/// The secret of a new login on a proxy.
pub fn secret_name(proxy: &str, user: &str) -> String {
    format!("{proxy}/{user}")
}

/// The users that entries of the proxy name; `None` where a secret was not looked into.
pub(super) fn users<'a>(observed: &'a Observed, proxy: &'a Proxy) -> Option<Vec<(&'a str, &'a ProxyAuth)>> {
    proxy
        .auth
        .iter()
        .map(|entry| {
            let secret = observed.proxy_secrets.iter().find(|secret| secret.arn == entry.secret_arn)?;
            Some((secret.shape.present()?.username.as_deref()?, entry))
        })
        .collect()
}
