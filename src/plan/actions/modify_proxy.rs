//! Settings of a proxy that exists and differs; what they were comes back with undo.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::create_proxy::{auth_json, fill_auth, usable};
use crate::cloud::{CloudError, CloudResult, ProxyChange};
use crate::domain::Tags;
use crate::domain::account::Account;
use crate::domain::call::Call;
use crate::domain::console;
use crate::domain::output::Outputs;
use crate::domain::proxy::Proxy;
use crate::plan::action::{Act, Context, Done, Patience, Presence, Settled, Undone, moved_on, taken_back_before};
use crate::plan::compare::same_set;
use crate::plan::describe::{Description, DiffLine, Leftover};
use crate::text::{Sentence, said, t};

const CALL: &str = "rds:ModifyDBProxy";

/// Changed settings and what they were.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModifyProxy {
    /// The proxy's name.
    pub name: String,
    /// The proxy's ARN.
    pub arn: String,
    /// What becomes different; may hold tokens.
    pub change: ProxyChange,
    /// The same settings when the plan was made.
    pub before: ProxyChange,
}

/// The settings of a change as the API writes them, in its own order.
fn settings(change: &ProxyChange) -> Map<String, Value> {
    let iam = |on| if on { "IAM_AUTH" } else { "NONE" };
    [
        ("DefaultAuthScheme", change.default_iam_auth.map(|on| json!(iam(on)))),
        ("Auth", change.auth.as_deref().map(auth_json)),
        ("RoleArn", change.role_arn.as_ref().map(|arn| json!(arn))),
        ("SecurityGroups", change.security_group_ids.as_ref().map(|ids| json!(ids))),
        ("RequireTLS", change.require_tls.map(|on| json!(on))),
        ("IdleClientTimeout", change.idle_client_timeout_secs.map(|secs| json!(secs))),
        ("DebugLogging", change.debug_logging.map(|on| json!(on))),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some((name.to_owned(), value?)))
    .collect()
}

/// Whether the proxy has every setting that the change names.
fn has(proxy: &Proxy, change: &ProxyChange) -> bool {
    let groups = &change.security_group_ids;
    change.auth.as_ref().is_none_or(|auth| *auth == proxy.auth)
        && change.default_iam_auth.is_none_or(|on| on == proxy.default_iam_auth)
        && change.role_arn.as_ref().is_none_or(|arn| *arn == proxy.role_arn)
        && groups.as_ref().is_none_or(|ids| same_set(ids, &proxy.security_group_ids))
        && change.require_tls.is_none_or(|on| on == proxy.require_tls)
        && change.idle_client_timeout_secs.is_none_or(|secs| secs == proxy.idle_client_timeout_secs)
        && change.debug_logging.is_none_or(|on| on == proxy.debug_logging)
}

impl ModifyProxy {
    fn filled(&self, context: &Context<'_>) -> CloudResult<ProxyChange> {
        let change = self.change.clone();
        Ok(ProxyChange {
            auth: change.auth.map(|auth| fill_auth(&auth, context)).transpose()?,
            security_group_ids: change.security_group_ids.map(|ids| context.fill_all(&ids)).transpose()?,
            ..change
        })
    }

    fn calls(&self, change: &ProxyChange) -> Vec<(String, String)> {
        let role = change.role_arn.iter().map(|role| ("iam:PassRole".to_owned(), role.clone()));
        [(CALL.to_owned(), self.arn.clone())].into_iter().chain(role).collect()
    }

    fn call(&self, change: &ProxyChange) -> Call {
        let mut input = Map::from_iter([("DBProxyName".to_owned(), json!(self.name))]);
        input.extend(settings(change));
        Call::new("rds", "ModifyDBProxy", Value::Object(input))
    }
}

#[async_trait]
impl Act for ModifyProxy {
    fn describe(&self, account: &Account, _tags: &Tags) -> Description {
        let line = |(name, value): (String, Value)| format!("{name} {value}");
        let removed = settings(&self.before).into_iter().map(line).map(DiffLine::removed);
        let added = settings(&self.change).into_iter().map(line).map(DiffLine::added);
        let call = self.call(&self.change);
        Description {
            title: t!("plan-modify-proxy", name = self.name.as_str()),
            call: CALL.into(),
            resource: self.arn.clone(),
            input: call.preview(),
            cli: call.command(account).to_string(),
            why: t!("plan-modify-proxy-why").into(),
            diff: removed.chain(added).collect(),
            undo: t!("plan-modify-proxy-undo", name = self.name.as_str()),
        }
    }

    fn needed(&self, _account: &Account) -> Vec<(String, String)> {
        self.calls(&self.change)
    }

    fn needed_to_undo(&self, _account: &Account) -> Vec<(String, String)> {
        self.calls(&self.before)
    }

    fn patience(&self) -> Patience {
        Patience::minutes(1, 3, 20, 10)
    }

    fn undo_patience(&self) -> Patience {
        self.patience()
    }

    async fn look(&self, context: &Context<'_>) -> CloudResult<Presence> {
        let change = self.filled(context)?;
        Ok(match context.cloud.proxy(&self.name).await? {
            Some(proxy) if has(&proxy, &change) => Presence::by_content(true),
            Some(proxy) if !has(&proxy, &self.before) => Presence::Other,
            _ => Presence::Absent,
        })
    }

    async fn run(&self, context: &Context<'_>) -> CloudResult<Done> {
        let change = self.filled(context)?;
        let Some(proxy) = context.cloud.proxy(&self.name).await? else {
            return Err(CloudError::not_found(CALL, &self.name));
        };
        if !has(&proxy, &self.before) {
            return Err(moved_on(CALL, &self.name, said!("plan-modify-proxy-moved")));
        }
        context.cloud.modify_proxy(&self.name, change).await?;
        Ok(Done::default())
    }

    async fn settled(&self, context: &Context<'_>) -> CloudResult<Settled> {
        usable(context.cloud.proxy(&self.name).await?.as_ref(), CALL)
    }

    async fn undo(&self, context: &Context<'_>, _done: Option<&Done>) -> CloudResult<Undone> {
        let Ok(ours) = self.filled(context) else { return Ok(Undone::AlreadyGone) };
        match context.cloud.proxy(&self.name).await? {
            None => Ok(Undone::AlreadyGone),
            Some(proxy) if has(&proxy, &self.before) => Ok(taken_back_before(self, context).await),
            Some(proxy) if has(&proxy, &ours) => {
                context.cloud.modify_proxy(&self.name, self.before.clone()).await?;
                Ok(Undone::Restored)
            }
            Some(_) => Ok(Undone::Kept { why: said!("plan-modify-proxy-kept"), in_use: true }),
        }
    }

    async fn undo_settled(&self, context: &Context<'_>) -> CloudResult<Settled> {
        match context.cloud.proxy(&self.name).await? {
            None => Ok(Settled::ready()),
            Some(proxy) => usable(Some(&proxy), CALL),
        }
    }

    fn leftover(&self, account: &Account, _outputs: &Outputs, why: Sentence) -> Leftover {
        Leftover {
            title: said!("plan-modify-proxy", name = self.name.as_str()),
            why,
            console_url: console::proxy(account, &self.name),
            cli: self.call(&self.before).command(account).to_string(),
        }
    }
}
