//! Who else relies on a proxy that is there already, and what a change would take from them.
//!
//! What is only added takes nothing: a login, a security group, room in the pool. All else would be
//! felt by whoever came before, so it is no step of a setup: the plan is refused, and says what to do.

use super::PlanDraft;
use crate::cloud::ProxyChange;
use crate::design::{choices_of, names};
use crate::domain::choices::Choices;
use crate::domain::observed::Part;
use crate::domain::policy::{Effect, Statement};
use crate::domain::proxy::{AuthMode, IamAuth, PoolSettings, Proxy, ProxyAuth};
use crate::domain::role::Role;
use crate::domain::secret::name_in_arn;
use crate::domain::setup::Page;
use crate::text::{series, t};

/// `DefaultAuthScheme` as the API writes it.
fn scheme(on: bool) -> &'static str {
    if on { "IAM_AUTH" } else { "NONE" }
}

/// Database users that the role may log in as with a token, as its policies name them. `None` where
/// one of them could not be read.
fn token_users(role: &Role) -> Option<Vec<&str>> {
    let allows = |statement: &&Statement| statement.effect == Effect::Allow && statement.has_action("rds-db:connect");
    let statements = role.policies().flat_map(|(_, document)| document.statement.iter()).filter(allows);
    let users = statements.flat_map(|statement| statement.resource.iter()).filter_map(|arn| arn.rsplit('/').next());
    (!role.partly_unreadable()).then(|| users.collect())
}

impl PlanDraft<'_> {
    /// The entry of `Auth` is this setup's: with the secret that it has, or would have if its mode had one.
    fn is_our_login(&self, entry: &ProxyAuth) -> bool {
        let named = |our: &ProxyAuth| self.known.fill_known(&our.secret_arn) == entry.secret_arn;
        let choices = Choices { auth_mode: AuthMode::StandardIam, ..choices_of(self.setup) };
        let by_name = || {
            let name = name_in_arn(&entry.secret_arn);
            names::secret(&choices).is_some_and(|own| names::is_or_follows(&own, name))
        };
        self.setup.proxy.auth.iter().any(named) || by_name()
    }

    /// Logins on the proxy that are not this setup's, by secret or user. In end-to-end IAM they stand in
    /// the policies of its role; `None` where those were not read.
    fn other_logins(&self, there: &Proxy) -> Option<Vec<String>> {
        let others = there.auth.iter().filter(|entry| !self.is_our_login(entry));
        let mut logins: Vec<String> = others.map(|entry| name_in_arn(&entry.secret_arn).to_owned()).collect();
        if there.default_iam_auth {
            let role = self.observed.proxy_role.present().filter(|role| role.arn == there.role_arn)?;
            let users = token_users(role)?.into_iter().filter(|user| *user != self.setup.db_user);
            logins.extend(users.map(str::to_owned));
        }
        logins.dedup();
        Some(logins)
    }

    /// Others may rely on the proxy that is there: another hand made it, or it has logins beside this setup's.
    pub(super) fn is_shared(&self, there: &Proxy) -> bool {
        let ours = there.tags.as_ref().is_some_and(|tags| self.owns(tags));
        !ours || self.other_logins(there).is_none_or(|logins| !logins.is_empty())
    }

    /// Others may rely on the proxy of this name, where there is one.
    pub(super) fn shares_its_proxy(&self) -> bool {
        let there = self.observed.proxy.present().filter(|there| there.name == self.setup.proxy.name);
        there.is_some_and(|there| self.is_shared(there))
    }

    /// Nobody but this setup relies on the role: it made it, its proxy is its own, and no other proxy has it.
    pub(super) fn has_role_to_itself(&self, role: &Role) -> bool {
        let alone = matches!(&self.observed.others_with_role, Part::Present(others) if others.is_empty());
        self.owns(&role.tags) && alone && !self.shares_its_proxy()
    }

    /// Refuses what would take something from others on the proxy; true where something would.
    pub(super) fn takes_from_others(&mut self, there: &Proxy, before: &ProxyChange, change: &ProxyChange) -> bool {
        if !self.is_shared(there) {
            return false;
        }
        let pool = self.observed.pool.present().map(|pool| self.pool_taken(pool)).unwrap_or_default();
        let settings = settings_taken(before, change).into_iter().chain(pool).collect();
        let role = change.role_arn.iter().map(|to| differs("RoleArn", &there.role_arn, to)).collect();
        let fits = self.fitting_mode(there).to_string();
        let refused = [
            self.refuse(Page::Secret, there, self.logins_taken(there), t!("plan-conflict-shared-login", mode = fits)),
            self.refuse(Page::Role, there, role, t!("plan-conflict-shared-role", role = there.role_arn.as_str())),
            self.refuse(Page::Proxy, there, settings, t!("plan-conflict-shared-settings").to_owned()),
        ];
        refused.contains(&true)
    }

    fn refuse(&mut self, page: Page, there: &Proxy, taken: Vec<String>, act: String) -> bool {
        let refuses = !taken.is_empty();
        if refuses {
            let title = t!("plan-conflict-shared", name = there.name.as_str(), what = series(&taken));
            let cure = t!("plan-conflict-shared-cure", who = self.who(there), act = act);
            self.conflict(page, title, cure);
        }
        refuses
    }

    fn who(&self, there: &Proxy) -> String {
        match self.other_logins(there) {
            None => t!("plan-shared-unread").to_owned(),
            Some(logins) if logins.is_empty() => t!("plan-shared-not-ours").to_owned(),
            Some(logins) => {
                let logins: Vec<String> = logins.iter().map(|login| format!("`{login}`")).collect();
                t!("plan-shared-logins", logins = series(&logins))
            }
        }
    }

    /// How one logs in on this proxy so that nothing changes for anybody.
    fn fitting_mode(&self, there: &Proxy) -> AuthMode {
        match there.auth.iter().find(|entry| self.is_our_login(entry)).map(|entry| &entry.iam_auth) {
            _ if there.default_iam_auth => AuthMode::EndToEndIam,
            Some(IamAuth::Disabled) => AuthMode::Password,
            Some(_) => AuthMode::StandardIam,
            None => there.auth_mode(),
        }
    }

    fn logins_taken(&self, there: &Proxy) -> Vec<String> {
        let proxy = &self.setup.proxy;
        let scheme_differs = there.default_iam_auth != proxy.default_iam_auth;
        let default = scheme_differs
            .then(|| differs("DefaultAuthScheme", scheme(there.default_iam_auth), scheme(proxy.default_iam_auth)));
        let should = self.auth(there);
        let entries = there.auth.iter().filter_map(|entry| {
            let after = should.iter().find(|after| after.secret_arn == entry.secret_arn)?;
            let (is, to) = (entry.iam_auth.api_name(), after.iam_auth.api_name());
            (is != to).then(|| differs("IAMAuth", is, to))
        });
        default.into_iter().chain(entries).collect()
    }

    fn pool_taken(&self, there: &PoolSettings) -> Vec<String> {
        let should = &self.setup.pool;
        let less = |name, is: u32, to: u32| (to < is).then(|| differs(name, is, to));
        let other = |name, differ: bool| differ.then(|| format!("`{name}`"));
        let query = |pool: &PoolSettings| pool.init_query.clone().unwrap_or_default();
        [
            less("MaxConnectionsPercent", there.max_connections_percent.into(), should.max_connections_percent.into()),
            less(
                "MaxIdleConnectionsPercent",
                there.max_idle_connections_percent.into(),
                should.max_idle_connections_percent.into(),
            ),
            less("ConnectionBorrowTimeout", there.borrow_timeout_secs, should.borrow_timeout_secs),
            other("SessionPinningFilters", there.exclude_variable_sets != should.exclude_variable_sets),
            other("InitQuery", query(there) != query(should)),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

fn differs(name: &str, is: impl std::fmt::Display, to: impl std::fmt::Display) -> String {
    t!("plan-shared-differs", name = name, is = is.to_string(), to = to.to_string())
}

/// `RequireTLS` cuts off whoever comes without it, and without it nobody is protected; a shorter
/// `IdleClientTimeout` ends others' sessions; a log that is off tells nobody anything.
fn settings_taken(before: &ProxyChange, change: &ProxyChange) -> Vec<String> {
    let tls = before.require_tls.zip(change.require_tls);
    let idle = before.idle_client_timeout_secs.zip(change.idle_client_timeout_secs).filter(|(is, to)| to < is);
    let log = before.debug_logging.zip(change.debug_logging).filter(|(is, to)| *is && !to);
    [
        tls.map(|(is, to)| differs("RequireTLS", is, to)),
        idle.map(|(is, to)| differs("IdleClientTimeout", is, to)),
        log.map(|(is, to)| differs("DebugLogging", is, to)),
    ]
    .into_iter()
    .flatten()
    .collect()
}
