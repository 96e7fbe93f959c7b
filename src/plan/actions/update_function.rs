//! The function's network and environment; everything else of it is kept.
//!
//! Values that may be secret never come this far: only the variables we set, and what they
//! held before, are part of the action.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

use crate::cloud::{CloudError, CloudResult, ErrorKind, FunctionChange};
use crate::domain::Tags;
use crate::domain::account::Account;
use crate::domain::cli_command::CliCommand;
use crate::domain::console;
use crate::domain::function::{EnvValue, Function, FunctionState, FunctionVpc, UpdateStatus};
use crate::domain::output::Outputs;
use crate::domain::shell::word_with_variables;
use crate::plan::action::{Act, Context, Done, Patience, Presence, Settled, Undone, moved_on, taken_back_before};
use crate::plan::compare::same_set;
use crate::plan::describe::{Description, DiffLine, Leftover, pretty};
use crate::text::{Filling, Sentence, said, t};

const CALL: &str = "lambda:UpdateFunctionConfiguration";

/// Where a function moves from and to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Move {
    /// Its network when the plan was made; absent means outside any VPC.
    pub from: Option<FunctionVpc>,
    /// Where it will be; group ids may be tokens.
    pub to: FunctionVpc,
}

/// Another timeout, in seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewTimeout {
    /// It when the plan was made.
    pub from: u32,
    pub to: u32,
}

/// Changes a function's configuration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UpdateFunction {
    /// The function's name.
    pub name: String,
    /// The function's ARN.
    pub arn: String,
    /// Present when its network changes.
    pub network: Option<Move>,
    /// Variables to set; values may hold tokens.
    pub set: BTreeMap<String, String>,
    /// The same variables when the plan was made; absent where there was none.
    pub before: BTreeMap<String, Option<String>>,
    /// Names of variables that stay as they are.
    pub kept: Vec<String>,
    /// Present when its timeout changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timeout: Option<NewTimeout>,
}

/// Whether two networks are the same to Lambda.
pub(in crate::plan) fn same_network(a: Option<&FunctionVpc>, b: Option<&FunctionVpc>) -> bool {
    match (a, b) {
        (None, None) => true,
        (Some(a), Some(b)) => {
            same_set(&a.subnet_ids, &b.subnet_ids)
                && same_set(&a.security_group_ids, &b.security_group_ids)
                && a.ipv6_allowed == b.ipv6_allowed
        }
        _ => false,
    }
}

/// What we want it to be, tokens filled in.
struct WantedConfiguration {
    network: Option<FunctionVpc>,
    set: BTreeMap<String, String>,
    timeout: Option<u32>,
}

impl WantedConfiguration {
    fn network_is(&self, function: &Function) -> bool {
        self.network.as_ref().is_none_or(|network| same_network(Some(network), function.vpc.as_ref()))
    }

    /// A value that is not shown cannot have been changed into one that is.
    fn variable_is(function: &Function, name: &str, value: &str) -> bool {
        function.environment.get(name).is_some_and(|there| *there == EnvValue::classify(name, value))
    }

    /// A value that is not shown may be anything.
    fn may_mention(function: &Function, name: &str, value: &str) -> bool {
        function.environment.get(name).is_some_and(|now| now.shown().is_none_or(|now| now.contains(value)))
    }

    fn shares_group_with(&self, function: &Function) -> bool {
        let groups =
            |vpc: &Option<FunctionVpc>| vpc.iter().flat_map(|vpc| vpc.security_group_ids.clone()).collect::<Vec<_>>();
        let theirs = groups(&function.vpc);
        groups(&self.network).iter().any(|id| theirs.contains(id))
    }

    fn matches(&self, function: &Function) -> bool {
        self.timeout.is_none_or(|seconds| seconds == function.timeout_secs)
            && self.network_is(function)
            && self.set.iter().all(|(name, value)| Self::variable_is(function, name, value))
    }
}

impl UpdateFunction {
    fn wanted(&self, outputs: &Outputs) -> CloudResult<WantedConfiguration> {
        let network = match &self.network {
            None => None,
            Some(Move { to, .. }) => {
                Some(FunctionVpc { security_group_ids: outputs.fill_all(&to.security_group_ids)?, ..to.clone() })
            }
        };
        let fill = |(name, value): (&String, &String)| Ok((name.clone(), outputs.fill(value)?));
        let timeout = self.timeout.map(|timeout| timeout.to);
        Ok(WantedConfiguration { network, set: self.set.iter().map(fill).collect::<CloudResult<_>>()?, timeout })
    }

    fn variable_was(&self, function: &Function, name: &str) -> bool {
        let before = self.before.get(name).and_then(Option::as_deref);
        function.environment.get(name).map(EnvValue::shown) == before.map(Some)
    }

    /// The function, with variables that can be compared: an environment that its key hides is not
    /// empty.
    async fn read(&self, context: &Context<'_>) -> CloudResult<Option<Function>> {
        let function = context.cloud.function(&self.name).await?;
        match function.as_ref().and_then(|function| function.environment_unreadable.as_deref()) {
            Some(why) if !self.set.is_empty() => {
                let message = said!("plan-update-function-unreadable", why = why);
                Err(CloudError::new(ErrorKind::Denied, "lambda:GetFunctionConfiguration", message).on(&self.arn))
            }
            _ => Ok(function),
        }
    }

    /// The function is as the plan found it.
    fn was(&self, function: &Function) -> bool {
        self.timeout.is_none_or(|timeout| timeout.from == function.timeout_secs)
            && self.network.as_ref().is_none_or(|network| same_network(network.from.as_ref(), function.vpc.as_ref()))
            && self.set.keys().all(|name| self.variable_was(function, name))
    }

    fn cli(
        &self,
        network: Option<&FunctionVpc>,
        set: &BTreeMap<String, String>,
        remove: &[String],
        timeout: Option<u32>,
        account: &Account,
    ) -> String {
        let mut update = CliCommand::new("lambda update-function-configuration").with("function-name", &self.name);
        if self.network.is_some() {
            // An empty one takes the function out of its VPC.
            let config = network.cloned().unwrap_or_default().input();
            update = update.with("vpc-config", &config.to_string());
        }
        if let Some(seconds) = timeout {
            update = update.with("timeout", &seconds.to_string());
        }
        if set.is_empty() && remove.is_empty() {
            return update.region(account).to_string();
        }
        // Lambda replaces the whole map: the other variables go through the pipe unseen.
        let read = CliCommand::new("lambda get-function-configuration")
            .with("function-name", &self.name)
            .region(account)
            .with("query", "Environment.Variables")
            .with("output", "json");
        let removal: String = remove.iter().map(|name| format!(" | del(.[{}])", json!(name))).collect();
        let merge = format!("{{Variables: ((. // {{}}) + {}{removal})}}", json!(set));
        let update = update.with("environment", "file:///dev/stdin").region(account);
        format!("{read} |\n  jq {} |\n  {update}", word_with_variables(&merge))
    }

    fn diff(&self) -> Vec<DiffLine> {
        let vpc = |network: Option<&FunctionVpc>| match network {
            None => t!("plan-update-function-no-vpc").to_owned(),
            Some(network) => {
                format!("{} {} {}", network.vpc_id, network.subnet_ids.join(" "), network.security_group_ids.join(" "))
            }
        };
        let mut diff = Vec::new();
        if let Some(network) = &self.network {
            diff.push(DiffLine::removed(vpc(network.from.as_ref())));
            diff.push(DiffLine::added(vpc(Some(&network.to))));
        }
        if let Some(NewTimeout { from, to }) = self.timeout {
            diff.push(DiffLine::removed(format!("Timeout: {from} s")));
            diff.push(DiffLine::added(format!("Timeout: {to} s")));
        }
        for (name, value) in &self.set {
            if let Some(Some(before)) = self.before.get(name) {
                diff.push(DiffLine::removed(format!("{name}={before}")));
            }
            diff.push(DiffLine::added(format!("{name}={value}")));
        }
        diff.extend(
            self.kept.iter().map(|name| DiffLine::kept(t!("plan-update-function-kept-variable", name = name.as_str()))),
        );
        diff
    }
}

async fn at_rest(name: &str, context: &Context<'_>) -> CloudResult<Settled> {
    let Some(function) = context.cloud.function(name).await? else {
        return Err(CloudError::not_found(CALL, name));
    };
    let update = function.last_update_status.unwrap_or(UpdateStatus::Successful);
    Ok(match update {
        UpdateStatus::Successful if function.state != Some(FunctionState::Pending) => Settled::ready(),
        UpdateStatus::Failed => {
            let why = function.last_update_reason.unwrap_or_else(|| "LastUpdateStatus: Failed".into());
            return Err(CloudError::new(ErrorKind::Refused, CALL, why).on(name));
        }
        state => Settled::Waiting { state: state.into(), what: said!("plan-update-function-wait") },
    })
}

#[async_trait]
impl Act for UpdateFunction {
    fn describe(&self, account: &Account, _tags: &Tags) -> Description {
        let name = self.name.as_str();
        let title = match (&self.network, self.set.len()) {
            (None, 0) => t!("plan-update-function-timeout", name = name),
            (None, count) => t!("plan-update-function-variables", name = name, count = count),
            (Some(_), 0) => t!("plan-update-function-network", name = name),
            (Some(_), count) => t!("plan-update-function-both", name = name, count = count),
        };
        let mut input = json!({ "FunctionName": name });
        if let Some(input) = input.as_object_mut() {
            if let Some(Move { to, .. }) = &self.network {
                input.insert("VpcConfig".into(), to.input());
            }
            if let Some(NewTimeout { to, .. }) = self.timeout {
                input.insert("Timeout".into(), json!(to));
            }
        }
        // Lambda keeps variables that the call does not name.
        if let Some(input) = input.as_object_mut().filter(|_| !self.set.is_empty()) {
            let mut variables: Map<String, Value> =
                self.kept.iter().map(|name| (name.clone(), json!(t!("plan-update-function-kept-value")))).collect();
            variables.extend(self.set.iter().map(|(name, value)| (name.clone(), json!(value))));
            input.insert("Environment".into(), json!({ "Variables": variables }));
        }
        let to = self.network.as_ref().map(|network| &network.to);
        Description {
            title,
            call: CALL.into(),
            resource: self.arn.clone(),
            input: pretty(&input),
            cli: format!(
                "{}\n{}",
                self.cli(to, &self.set, &[], self.timeout.map(|timeout| timeout.to), account),
                CliCommand::new("lambda wait function-updated-v2").with("function-name", name).region(account)
            ),
            why: match self.network {
                Some(_) => t!("plan-update-function-why-network").into(),
                None if self.set.is_empty() => t!("plan-update-function-why-timeout").into(),
                None => t!("plan-update-function-why").into(),
            },
            diff: self.diff(),
            undo: match self.timeout {
                Some(_) => t!("plan-update-function-undo-timeout", name = name),
                None => t!("plan-update-function-undo", name = name),
            },
        }
    }

    fn needed(&self, _account: &Account) -> Vec<(String, String)> {
        vec![(CALL.into(), self.arn.clone())]
    }

    fn needed_to_undo(&self, account: &Account) -> Vec<(String, String)> {
        self.needed(account)
    }

    fn patience(&self) -> Patience {
        match self.network {
            Some(_) => Patience::minutes(1, 2, 15, 5),
            None => Patience { usual_secs: 2, usual_max_secs: 10, limit_secs: 300, ..Patience::CALL },
        }
    }

    fn undo_patience(&self) -> Patience {
        self.patience()
    }

    async fn look(&self, context: &Context<'_>) -> CloudResult<Presence> {
        let wanted = self.wanted(context.outputs)?;
        Ok(match self.read(context).await? {
            Some(function) if wanted.matches(&function) => Presence::by_content(true),
            Some(function) if !self.was(&function) => Presence::Other,
            _ => Presence::Absent,
        })
    }

    async fn run(&self, context: &Context<'_>) -> CloudResult<Done> {
        let wanted = self.wanted(context.outputs)?;
        let Some(function) = self.read(context).await? else {
            return Err(CloudError::not_found(CALL, &self.name));
        };
        if !self.was(&function) {
            return Err(moved_on(CALL, &self.name, said!("plan-update-function-moved")));
        }
        let change = FunctionChange {
            vpc: wanted.network.map(Some),
            set_environment: wanted.set,
            remove_environment: Vec::new(),
            timeout_secs: wanted.timeout,
        };
        context.cloud.update_function(&self.name, &change).await?;
        Ok(Done::default())
    }

    async fn settled(&self, context: &Context<'_>) -> CloudResult<Settled> {
        at_rest(&self.name, context).await
    }

    async fn undo(&self, context: &Context<'_>, _done: Option<&Done>) -> CloudResult<Undone> {
        let Ok(wanted) = self.wanted(context.outputs) else { return Ok(Undone::AlreadyGone) };
        let Some(function) = self.read(context).await? else { return Ok(Undone::AlreadyGone) };
        if self.was(&function) {
            return Ok(taken_back_before(self, context).await);
        }
        let mut back = FunctionChange::default();
        let mut kept = Vec::new();
        let mut in_use = false;
        if let Some(network) = &self.network {
            if wanted.network_is(&function) {
                back.vpc = Some(network.from.clone());
            } else if !same_network(network.from.as_ref(), function.vpc.as_ref()) {
                kept.push("VpcConfig".to_owned());
                in_use |= wanted.shares_group_with(&function);
            }
        }
        match self.timeout {
            Some(timeout) if function.timeout_secs == timeout.to => back.timeout_secs = Some(timeout.from),
            Some(timeout) if function.timeout_secs != timeout.from => kept.push("Timeout".to_owned()),
            _ => {}
        }
        for (name, value) in &wanted.set {
            match self.before.get(name).cloned().flatten() {
                _ if self.variable_was(&function, name) => {}
                _ if !WantedConfiguration::variable_is(&function, name, value) => {
                    kept.push(name.clone());
                    in_use |= WantedConfiguration::may_mention(&function, name, value);
                }
                Some(before) => drop(back.set_environment.insert(name.clone(), before)),
                None => back.remove_environment.push(name.clone()),
            }
        }
        if back != FunctionChange::default() {
            context.cloud.update_function(&self.name, &back).await?;
        }
        Ok(if kept.is_empty() {
            Undone::Restored
        } else {
            Undone::Kept { why: said!("plan-update-function-kept", names = Filling::names(kept)), in_use }
        })
    }

    async fn undo_settled(&self, context: &Context<'_>) -> CloudResult<Settled> {
        match context.cloud.function(&self.name).await? {
            None => Ok(Settled::ready()),
            Some(_) => at_rest(&self.name, context).await,
        }
    }

    fn leftover(&self, account: &Account, _outputs: &Outputs, why: Sentence) -> Leftover {
        let had = |(name, value): (&String, &Option<String>)| Some((name.clone(), value.clone()?));
        let set: BTreeMap<String, String> = self.before.iter().filter_map(had).collect();
        let remove: Vec<String> =
            self.before.iter().filter(|(_, value)| value.is_none()).map(|(name, _)| name.clone()).collect();
        let from = self.network.as_ref().and_then(|network| network.from.as_ref());
        Leftover {
            title: said!("plan-update-function-leftover", name = self.name.as_str()),
            why,
            console_url: console::function(account, &self.name),
            cli: self.cli(from, &set, &remove, self.timeout.map(|timeout| timeout.from), account),
        }
    }
}
