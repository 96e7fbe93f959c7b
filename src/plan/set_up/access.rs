//! The function's side: rights, network, environment, alias.

use std::collections::BTreeMap;

use super::PlanDraft;
use super::network::rule_id;
use super::used::ADD_LOGIN;
use crate::domain::function::{EnvValue, Function, FunctionVpc};
use crate::domain::output::Outputs;
use crate::domain::setup::Page;
use crate::plan::actions::put_role_policy::Purpose;
use crate::plan::actions::update_function::{Move, same_network};
use crate::plan::actions::{AttachVpcPolicy, PublishAndMoveAlias, PutRolePolicy, UpdateFunction};
use crate::plan::{Action, Change};
use crate::text::t;

impl PlanDraft<'_> {
    pub(super) fn access(&mut self) {
        self.vpc_policy();
        self.connect_policy();
        let changes = self.function();
        self.alias(changes);
    }

    fn vpc_policy(&mut self) {
        let access = &self.setup.access;
        let policy_arn = self.setup.account.managed_policy_arn("service-role/AWSLambdaVPCAccessExecutionRole");
        let role = self.observed.function_role.present();
        let attached = role.is_some_and(|role| role.attached.iter().any(|policy| policy.arn == policy_arn));
        // Rights that come from another policy need no line of their own.
        let change = match (attached, access.attach_vpc_policy) {
            (true, _) => Change::AlreadySo,
            (false, true) => Change::Change,
            (false, false) => return,
        };
        let attach = AttachVpcPolicy { role: access.role_name.clone(), role_arn: access.role_arn.clone(), policy_arn };
        self.step("attach-vpc-policy", change, Page::Access, &[], Action::AttachVpcPolicy(attach));
    }

    fn connect_policy(&mut self) {
        let access = &self.setup.access;
        if !access.policy_owned {
            return;
        }
        let purpose =
            if self.setup.auth_mode.uses_token() { Purpose::FunctionConnects } else { Purpose::FunctionReadsSecret };
        let role = self.observed.function_role.present();
        let current = role.and_then(|role| role.inline.get(&access.policy_name).cloned());
        // Functions that share a role share this policy, each with its own user of the proxy.
        let shared = self.shares_its_proxy();
        let document = if shared { self.beside(current.as_ref(), &access.policy) } else { access.policy.clone() };
        let put = PutRolePolicy {
            purpose,
            role: access.role_name.clone(),
            role_arn: access.role_arn.clone(),
            policy_name: access.policy_name.clone(),
            document,
            current,
        };
        self.put_policy("put-connect-policy", Page::Access, &[], put);
    }

    /// Whether the function changes.
    fn function(&mut self) -> bool {
        let access = &self.setup.access;
        let there = self.observed.function.present();
        let from = there.and_then(|function| function.vpc.clone());
        let wanted = filled_network(&access.vpc, &self.known);
        let network = (!same_network(from.as_ref(), Some(&wanted))).then(|| Move { from, to: access.vpc.clone() });

        let mut update = UpdateFunction {
            name: access.function_name.clone(),
            arn: access.function_arn.clone(),
            network,
            set: BTreeMap::new(),
            before: BTreeMap::new(),
            kept: access.kept_variables.clone(),
            timeout: None,
        };
        for (name, value) in &access.environment {
            match variable(there, name) {
                Variable::Hidden => {
                    let title = t!("plan-conflict-variable", name = name.as_str());
                    self.conflict(Page::Access, title, t!("plan-conflict-variable-cure").into());
                }
                Variable::Shown(before) if before == self.known.fill_known(value) => update.kept.push(name.clone()),
                Variable::Shown(before) => {
                    update.set.insert(name.clone(), value.clone());
                    update.before.insert(name.clone(), Some(before.to_owned()));
                }
                Variable::Absent => {
                    update.set.insert(name.clone(), value.clone());
                    update.before.insert(name.clone(), None);
                }
            }
        }
        let changes = update.network.is_some() || !update.set.is_empty();
        if !changes {
            update.set = access.environment.clone();
            update.kept = access.kept_variables.clone();
        }
        let change = if changes { Change::Change } else { Change::AlreadySo };
        // The host of a proxy that is used is known from the start, and nothing leads there yet.
        let way: Vec<String> = match &self.setup.proxy.used {
            Some(_) => self.setup.network.rules.iter().map(rule_id).collect(),
            None => Vec::new(),
        };
        let mut after = vec!["attach-vpc-policy"];
        if self.setup.proxy.used.is_some() {
            after.extend([ADD_LOGIN, "put-proxy-policy", "put-connect-policy", "register-target"]);
        }
        after.extend(way.iter().map(String::as_str));
        self.step("update-function", change, Page::Access, &after, Action::UpdateFunction(update));
        changes
    }

    fn alias(&mut self, function_changes: bool) {
        let Some(publish) = &self.setup.access.publish_to_alias else { return };
        let act = PublishAndMoveAlias {
            function: self.setup.access.function_name.clone(),
            function_arn: self.setup.access.function_arn.clone(),
            alias: publish.alias.clone(),
            from_version: publish.from_version.clone(),
            unchanged: !function_changes,
            further: self.of.is_some(),
        };
        let change = if function_changes { Change::Change } else { Change::AlreadySo };
        let after = ["update-function"];
        self.step("publish-and-move-alias", change, Page::Access, &after, Action::PublishAndMoveAlias(act));
    }
}

enum Variable<'a> {
    Absent,
    Shown(&'a str),
    /// It may be a secret, so it was not read and could not be put back.
    Hidden,
}

fn variable<'a>(function: Option<&'a Function>, name: &str) -> Variable<'a> {
    match function.and_then(|function| function.environment.get(name)) {
        None => Variable::Absent,
        Some(EnvValue::Shown(value)) => Variable::Shown(value),
        Some(EnvValue::Masked(_) | EnvValue::Hidden) => Variable::Hidden,
    }
}

fn filled_network(network: &FunctionVpc, known: &Outputs) -> FunctionVpc {
    let groups = network.security_group_ids.iter().map(|id| known.fill_known(id)).collect();
    FunctionVpc { security_group_ids: groups, ..network.clone() }
}
