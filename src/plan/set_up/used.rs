//! A proxy that is used: one login is added to it, and settings change only where the person said so.

use super::PlanDraft;
use super::identity::RESTORE;
use crate::cloud::ProxyChange;
use crate::domain::output::Output;
use crate::domain::proxy::Proxy;
use crate::domain::secret::name_in_arn;
use crate::domain::setup::{Page, UsedProxy};
use crate::plan::actions::{AddLogin, ModifyPool, ModifyProxy, RegisterTarget};
use crate::plan::{Action, Change};

/// Settings of the pool, by their name in the API.
const POOL: [&str; 5] = [
    "MaxConnectionsPercent",
    "MaxIdleConnectionsPercent",
    "ConnectionBorrowTimeout",
    "SessionPinningFilters",
    "InitQuery",
];

/// Id of the step that adds the login.
pub(super) const ADD_LOGIN: &str = "add-login";

impl PlanDraft<'_> {
    pub(super) fn used_proxy(&mut self, used: &UsedProxy) {
        // The design has seen it; whoever asks what a plan from nothing needs has not.
        let there = self.observed.proxy.present().filter(|there| there.arn == used.arn);
        self.known.set(Output::ProxyId, &used.id);
        self.known.set(Output::ProxyHost, &used.host);
        self.new_proxy(Change::AlreadySo);
        self.login(there, used);
        if let Some(there) = there {
            self.chosen_settings(there, used);
        }
        if used.changed.iter().any(|name| POOL.contains(&name.as_str())) {
            self.pool();
        } else {
            let (proxy, pool) = (self.setup.proxy.name.clone(), self.setup.pool.clone());
            let kept = ModifyPool { proxy, current: Some(pool.clone()), pool };
            self.step("modify-pool", Change::AlreadySo, Page::Proxy, &[], Action::ModifyPool(kept));
        }
        self.iam_auth();
        if used.registers {
            self.target(Some(self.logins_with_ours(there)));
        } else {
            let (proxy, database) = (self.setup.proxy.name.clone(), self.database());
            let there = RegisterTarget { proxy, database, logins: None };
            self.step("register-target", Change::AlreadySo, Page::Proxy, &[], Action::RegisterTarget(there));
        }
    }

    /// Names of the secrets of all who log in on the proxy when the plan is done.
    fn logins_with_ours(&self, there: Option<&Proxy>) -> Vec<String> {
        let entries = there.map_or(&[][..], |there| there.auth.as_slice());
        let mut names: Vec<String> = entries.iter().map(|entry| name_in_arn(&entry.secret_arn).to_owned()).collect();
        let own = self.setup.secret.name().map(|own| name_in_arn(own).to_owned());
        names.extend(own.filter(|own| !names.contains(own)));
        names
    }

    /// End-to-end IAM has no login of its own: the role's policy is all.
    fn login(&mut self, there: Option<&Proxy>, used: &UsedProxy) {
        let Some(login) = self.setup.proxy.auth.first() else { return };
        let arn = self.known.fill_known(&login.secret_arn);
        let entries = there.map_or(&[][..], |there| there.auth.as_slice());
        let is_there = entries.iter().any(|entry| entry.secret_arn == arn);
        let add = AddLogin {
            proxy: self.setup.proxy.name.clone(),
            arn: used.arn.clone(),
            user: self.setup.db_user.clone(),
            login: login.clone(),
            others: entries.iter().filter(|entry| entry.secret_arn != arn).cloned().collect(),
        };
        let change = if is_there { Change::AlreadySo } else { Change::Create };
        self.step(ADD_LOGIN, change, Page::Proxy, &["put-proxy-policy", RESTORE], Action::AddLogin(add));
    }

    fn chosen_settings(&mut self, there: &Proxy, used: &UsedProxy) {
        let proxy = &self.setup.proxy;
        let is_chosen = |name: &str| used.changed.iter().any(|changed| changed == name);
        let tls = is_chosen("RequireTLS") && there.require_tls != proxy.require_tls;
        let idle = is_chosen("IdleClientTimeout") && there.idle_client_timeout_secs != proxy.idle_client_timeout_secs;
        let debug = is_chosen("DebugLogging") && there.debug_logging != proxy.debug_logging;
        let change = ProxyChange {
            require_tls: tls.then_some(proxy.require_tls),
            idle_client_timeout_secs: idle.then_some(proxy.idle_client_timeout_secs),
            debug_logging: debug.then_some(proxy.debug_logging),
            ..ProxyChange::default()
        };
        if change == ProxyChange::default() {
            return;
        }
        let before = ProxyChange {
            require_tls: tls.then_some(there.require_tls),
            idle_client_timeout_secs: idle.then_some(there.idle_client_timeout_secs),
            debug_logging: debug.then_some(there.debug_logging),
            ..ProxyChange::default()
        };
        let modify = ModifyProxy { name: there.name.clone(), arn: there.arn.clone(), change, before };
        self.step("modify-proxy", Change::Change, Page::Proxy, &[ADD_LOGIN], Action::ModifyProxy(modify));
    }
}
