//! The proxy, its pool, its target, and the target's IAM authentication.

use super::PlanDraft;
use super::identity::RESTORE;
use super::network::rule_id;
use super::used::ADD_LOGIN;
use crate::cloud::{DatabaseRef, ProxyChange};
use crate::domain::observed::Part;
use crate::domain::output::Output;
use crate::domain::proxy::{IamAuth, Proxy, ProxyAuth, ProxyStatus};
use crate::domain::setup::{GroupPart, Page};
use crate::plan::actions::register_target::is_registered;
use crate::plan::actions::{CreateProxy, EnableDatabaseIamAuth, ModifyPool, ModifyProxy, RegisterTarget};
use crate::plan::compare::{same_pool, same_set};
use crate::plan::{Action, Change};
use crate::text::t;

impl PlanDraft<'_> {
    pub(super) fn proxy(&mut self) {
        if let Some(used) = &self.setup.proxy.used {
            return self.used_proxy(used);
        }
        match self.observed.proxy.present().filter(|there| there.name == self.setup.proxy.name) {
            None => self.new_proxy(Change::Create),
            Some(there) => self.existing_proxy(there),
        }
        self.pool();
        self.iam_auth();
        self.target(None);
    }

    fn group_ids(&self) -> Vec<String> {
        self.setup.network.group_ids(GroupPart::Proxy)
    }

    /// What stays for as long as the proxy does: its role with the policy, and the rules that let
    /// it in and out.
    fn what_a_proxy_uses(&self) -> Vec<String> {
        let rules = self.setup.network.rules.iter();
        let of_proxy = rules.filter(|rule| rule.group == GroupPart::Proxy || rule.peer == GroupPart::Proxy);
        ["create-role", "put-proxy-policy", RESTORE]
            .map(str::to_owned)
            .into_iter()
            .chain(of_proxy.map(rule_id))
            .collect()
    }

    pub(super) fn new_proxy(&mut self, change: Change) {
        let create = CreateProxy {
            proxy: self.setup.proxy.clone(),
            subnet_ids: self.setup.network.chosen_subnet_ids(),
            security_group_ids: self.group_ids(),
        };
        let after = self.what_a_proxy_uses();
        let after: Vec<&str> = after.iter().map(String::as_str).collect();
        self.step("create-proxy", change, Page::Proxy, &after, Action::CreateProxy(create));
    }

    fn existing_proxy(&mut self, there: &Proxy) {
        let name = there.name.as_str();
        if let Some(what) = self.fixed_difference(there) {
            let title = t!("plan-conflict-proxy-fixed", name = name, what = what);
            return self.conflict(Page::Proxy, title, t!("plan-conflict-proxy-fixed-cure").into());
        }
        let (true, Some(host)) =
            (matches!(there.status, ProxyStatus::Available | ProxyStatus::Modifying), &there.endpoint)
        else {
            let title = t!("plan-conflict-proxy-busy", name = name, status = there.status.as_str());
            return self.conflict(Page::Proxy, title, t!("plan-conflict-proxy-busy-cure").into());
        };
        self.known.set(Output::ProxyId, there.resource_id());
        self.known.set(Output::ProxyHost, host);
        let (before, change) = self.difference(there);
        if self.takes_from_others(there, &before, &change) {
            return;
        }
        if change == ProxyChange::default() {
            return self.new_proxy(Change::AlreadySo);
        }
        // The list of logins is replaced as a whole, and this one could not be written again.
        if let (Some(_), Some(what)) = (&change.auth, there.unclear_auth()) {
            let title = t!("plan-conflict-proxy-auth", name = name, what = what);
            return self.conflict(Page::Proxy, title, t!("plan-conflict-proxy-auth-cure").into());
        }
        let modify = ModifyProxy { name: there.name.clone(), arn: there.arn.clone(), change, before };
        let after = self.what_a_proxy_uses();
        let after: Vec<&str> = after.iter().map(String::as_str).collect();
        self.step("modify-proxy", Change::Change, Page::Proxy, &after, Action::ModifyProxy(modify));
    }

    /// What `ModifyDBProxy` cannot change. AWS drops subnets in zones it does not support without
    /// a word, so fewer of ours is no difference.
    fn fixed_difference(&self, there: &Proxy) -> Option<&'static str> {
        let proxy = &self.setup.proxy;
        let chosen = self.setup.network.chosen_subnet_ids();
        if there.engine_family != proxy.family {
            Some("EngineFamily")
        } else if there.vpc_id != self.setup.network.vpc_id || !there.subnet_ids.iter().all(|id| chosen.contains(id)) {
            Some("VpcSubnetIds")
        } else if there.endpoint_network_type != proxy.endpoint_network_type {
            Some("EndpointNetworkType")
        } else if there.target_connection_network_type != proxy.target_connection_network_type {
            Some("TargetConnectionNetworkType")
        } else {
            None
        }
    }

    /// What differs and can be changed: as it is, as it should be.
    fn difference(&self, there: &Proxy) -> (ProxyChange, ProxyChange) {
        fn pair<T: PartialEq + Clone>(is: &T, should: &T) -> (Option<T>, Option<T>) {
            if is == should { (None, None) } else { (Some(is.clone()), Some(should.clone())) }
        }
        let proxy = &self.setup.proxy;
        let (was_auth, auth) = pair(&there.auth, &self.auth(there));
        let (was_iam, iam) = pair(&there.default_iam_auth, &proxy.default_iam_auth);
        let (was_role, role) = pair(&there.role_arn, &proxy.role_arn);
        let (was_tls, tls) = pair(&there.require_tls, &proxy.require_tls);
        let (was_idle, idle) = pair(&there.idle_client_timeout_secs, &proxy.idle_client_timeout_secs);
        let (was_debug, debug) = pair(&there.debug_logging, &proxy.debug_logging);
        let mut groups = there.security_group_ids.clone();
        groups.extend(
            self.group_ids().into_iter().filter(|id| !there.security_group_ids.contains(&self.known.fill_known(id))),
        );
        let same_groups = same_set(&groups, &there.security_group_ids);
        let before = ProxyChange {
            auth: was_auth,
            default_iam_auth: was_iam,
            role_arn: was_role,
            security_group_ids: (!same_groups).then(|| there.security_group_ids.clone()),
            require_tls: was_tls,
            idle_client_timeout_secs: was_idle,
            debug_logging: was_debug,
        };
        let change = ProxyChange {
            auth,
            default_iam_auth: iam,
            role_arn: role,
            security_group_ids: (!same_groups).then_some(groups),
            require_tls: tls,
            idle_client_timeout_secs: idle,
            debug_logging: debug,
        };
        (before, change)
    }

    /// Our logins and those of other users, which stay. End-to-end IAM has none of its own.
    pub(super) fn auth(&self, there: &Proxy) -> Vec<ProxyAuth> {
        let ours = &self.setup.proxy.auth;
        let of = |entry: &ProxyAuth| ours.iter().find(|our| self.known.fill_known(&our.secret_arn) == entry.secret_arn);
        if ours.is_empty() {
            return if self.is_shared(there) { there.auth.clone() } else { Vec::new() };
        }
        let mut auth: Vec<ProxyAuth> = there
            .auth
            .iter()
            .map(|entry| match of(entry) {
                // What we leave to AWS stays as AWS has set it.
                Some(our) => ProxyAuth {
                    secret_arn: entry.secret_arn.clone(),
                    // ENABLED takes a token and a password alike.
                    iam_auth: match entry.iam_auth {
                        IamAuth::Enabled => IamAuth::Enabled,
                        _ => our.iam_auth.clone(),
                    },
                    client_password_auth_type: our
                        .client_password_auth_type
                        .clone()
                        .or_else(|| entry.client_password_auth_type.clone()),
                    description: entry.description.clone(),
                },
                None => entry.clone(),
            })
            .collect();
        let there_already = |our: &&ProxyAuth| {
            let arn = self.known.fill_known(&our.secret_arn);
            there.auth.iter().any(|entry| entry.secret_arn == arn)
        };
        auth.extend(ours.iter().filter(|our| !there_already(our)).cloned());
        auth
    }

    pub(super) fn pool(&mut self) {
        let exists = self.known.get(Output::ProxyId).is_some();
        if let (true, Part::Unreadable(why)) = (exists, &self.observed.pool) {
            let (name, operation) = (self.setup.proxy.name.as_str(), why.operation.as_str());
            let title = t!("plan-conflict-pool-unread", name = name);
            return self.conflict(Page::Proxy, title, t!("plan-conflict-pool-unread-cure", operation = operation));
        }
        let current = self.observed.pool.present().filter(|_| exists).cloned();
        let same = current.as_ref().is_some_and(|current| same_pool(current, &self.setup.pool));
        let change = if same { Change::AlreadySo } else { Change::Change };
        let modify = ModifyPool { proxy: self.setup.proxy.name.clone(), pool: self.setup.pool.clone(), current };
        let after = ["create-proxy", ADD_LOGIN, "modify-proxy"];
        self.step("modify-pool", change, Page::Proxy, &after, Action::ModifyPool(modify));
    }

    pub(super) fn database(&self) -> DatabaseRef {
        DatabaseRef { kind: self.setup.database.kind, id: self.setup.database.id.clone() }
    }

    pub(super) fn iam_auth(&mut self) {
        if !self.setup.database.needs_iam_auth {
            return;
        }
        let on = self.observed.database.present().is_some_and(|database| database.iam_auth);
        let change = if on { Change::AlreadySo } else { Change::Change };
        let enable = EnableDatabaseIamAuth { database: self.database(), arn: self.setup.database.arn.clone() };
        self.step("enable-iam-auth", change, Page::Proxy, &[], Action::EnableDatabaseIamAuth(enable));
    }

    /// On a proxy of others with the logins that it has then.
    pub(super) fn target(&mut self, logins: Option<Vec<String>>) {
        let database = self.database();
        let exists = self.known.get(Output::ProxyId).is_some();
        let targets = if exists { self.observed.targets.items() } else { &[] };
        let registered = is_registered(targets, &database);
        if let (false, Some(other)) = (registered, targets.first()) {
            let id = other.tracked_cluster.as_deref().unwrap_or(&other.id);
            let title = t!("plan-conflict-target", proxy = self.setup.proxy.name.as_str(), other = id);
            return self.conflict(Page::Proxy, title, t!("plan-conflict-target-cure").into());
        }
        let change = if registered { Change::AlreadySo } else { Change::Create };
        // With its rules in place the target is healthy at the first look.
        let to_database = |rule: &&crate::domain::setup::RuleSetup| {
            rule.group == GroupPart::Database || rule.peer == GroupPart::Database
        };
        let rules: Vec<String> = self.setup.network.rules.iter().filter(to_database).map(rule_id).collect();
        let mut after = vec!["create-proxy", "modify-proxy", "modify-pool", "enable-iam-auth", ADD_LOGIN];
        after.extend(rules.iter().map(String::as_str));
        let register = RegisterTarget { proxy: self.setup.proxy.name.clone(), database, logins };
        self.step("register-target", change, Page::Proxy, &after, Action::RegisterTarget(register));
    }
}
