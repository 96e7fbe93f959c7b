//! The proxy itself: minutes until its hosts run, and many more until a deleted one is gone.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::cloud::{CloudError, CloudResult, ErrorKind, NewProxy};
use crate::domain::Tags;
use crate::domain::account::Account;
use crate::domain::call::Call;
use crate::domain::console;
use crate::domain::output::{Output, Outputs};
use crate::domain::proxy::{IamAuth, Proxy, ProxyAuth, ProxyStatus};
use crate::domain::setup::ProxySetup;
use crate::domain::tag_list;
use crate::plan::action::{Act, Context, Done, Patience, Presence, Settled, Undone, not_ours};
use crate::plan::describe::{Description, DiffLine, Leftover};
use crate::text::{Sentence, said, t};

const CALL: &str = "rds:CreateDBProxy";

/// A new proxy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreateProxy {
    /// Its settings.
    pub proxy: ProxySetup,
    /// Its subnets, in two zones or more.
    pub subnet_ids: Vec<String>,
    /// Its groups; may be tokens.
    pub security_group_ids: Vec<String>,
}

/// `Auth` as the API takes it.
pub(in crate::plan) fn auth_json(auth: &[ProxyAuth]) -> Value {
    auth.iter().map(ProxyAuth::input).collect()
}

/// `Auth` with its tokens filled in.
pub(in crate::plan) fn fill_auth(auth: &[ProxyAuth], context: &Context<'_>) -> CloudResult<Vec<ProxyAuth>> {
    auth.iter().map(|entry| Ok(ProxyAuth { secret_arn: context.fill(&entry.secret_arn)?, ..entry.clone() })).collect()
}

/// What a proxy's state means for somebody who waits until it can be used.
pub(in crate::plan) fn usable(proxy: Option<&Proxy>, call: &str) -> CloudResult<Settled> {
    let Some(proxy) = proxy else {
        return Ok(Settled::Waiting { state: ProxyStatus::Creating.into(), what: said!("plan-create-proxy-wait") });
    };
    let broken = |why: Sentence| {
        Err(CloudError::new(ErrorKind::Refused, call, why).on(&proxy.name).with_code(proxy.status.as_str()))
    };
    match (&proxy.status, &proxy.endpoint) {
        (ProxyStatus::Available, Some(endpoint)) => Ok(Settled::Ready {
            outputs: vec![(Output::ProxyId, proxy.resource_id().to_owned()), (Output::ProxyHost, endpoint.clone())],
        }),
        (ProxyStatus::IncompatibleNetwork, _) => broken(said!("plan-create-proxy-incompatible-network")),
        (ProxyStatus::InsufficientResourceLimits, _) => broken(said!("plan-create-proxy-insufficient-resource-limits")),
        (ProxyStatus::Deleting, _) => broken(said!("plan-create-proxy-deleting")),
        (state, _) => Ok(Settled::Waiting { state: state.to_string(), what: said!("plan-create-proxy-wait") }),
    }
}

/// Whether this run made the proxy: by the id that AWS gave it, else by the run's tag. Tags that may
/// not be read prove neither.
fn is_ours(proxy: &Proxy, done: Option<&Done>, context: &Context<'_>) -> CloudResult<bool> {
    if let Some((_, id)) = done.and_then(|done| done.outputs.iter().find(|(output, _)| *output == Output::ProxyId)) {
        return Ok(id == proxy.resource_id());
    }
    match &proxy.tags {
        Some(tags) => Ok(context.made_by_this_run(tags)),
        None => {
            let message = said!("plan-create-proxy-tags-unread", name = proxy.name.as_str());
            Err(CloudError::new(ErrorKind::Denied, "rds:ListTagsForResource", message).on(&proxy.arn))
        }
    }
}

impl CreateProxy {
    fn done(proxy: &Proxy) -> Done {
        Done::with(Output::ProxyId, proxy.resource_id())
    }

    fn call(&self, tags: &Tags) -> Call {
        let proxy = &self.proxy;
        let input = json!({
            "DBProxyName": proxy.name,
            "EngineFamily": proxy.family.api_name(),
            "DefaultAuthScheme": proxy.default_iam_auth.then_some("IAM_AUTH"),
            "Auth": (!proxy.auth.is_empty()).then(|| auth_json(&proxy.auth)),
            "RoleArn": proxy.role_arn,
            "VpcSubnetIds": self.subnet_ids,
            "VpcSecurityGroupIds": self.security_group_ids,
            "RequireTLS": proxy.require_tls,
            "IdleClientTimeout": proxy.idle_client_timeout_secs,
            "DebugLogging": proxy.debug_logging,
            "EndpointNetworkType": proxy.endpoint_network_type.api_name(),
            "TargetConnectionNetworkType": proxy.target_connection_network_type.api_name(),
            "Tags": tag_list(tags),
        });
        Call::new("rds", "CreateDBProxy", input)
    }

    fn cli(&self, account: &Account, tags: &Tags) -> String {
        let create = self.call(tags).command(account).text_of("DBProxy.DBProxyArn");
        let look = Call::new("rds", "DescribeDBProxies", json!({ "DBProxyName": self.proxy.name })).command(account);
        let status = look.clone().text_of("DBProxies[0].Status");
        let host = look.into_variable(Output::ProxyHost, "DBProxies[0].Endpoint");
        let id = Output::ProxyId.variable();
        format!("{id}=$({create} |\n  sed 's/.*://')\nuntil [ \"$({status})\" = available ]; do sleep 30; done\n{host}")
    }
}

#[async_trait]
impl Act for CreateProxy {
    fn describe(&self, account: &Account, tags: &Tags) -> Description {
        let proxy = &self.proxy;
        let iam = proxy.default_iam_auth || proxy.auth.iter().any(|entry| entry.iam_auth == IamAuth::Required);
        let title = match (proxy.require_tls, iam) {
            (true, true) => t!("plan-create-proxy-tls-iam", name = proxy.name.as_str()),
            (true, false) => t!("plan-create-proxy-tls", name = proxy.name.as_str()),
            _ => t!("plan-create-proxy", name = proxy.name.as_str()),
        };
        Description {
            title,
            call: CALL.into(),
            resource: proxy.name.clone(),
            input: self.call(tags).preview(),
            cli: self.cli(account, tags),
            why: t!("plan-create-proxy-why").into(),
            diff: vec![DiffLine::added(&proxy.name)],
            undo: t!("plan-create-proxy-undo", name = proxy.name.as_str()),
        }
    }

    fn needed(&self, account: &Account) -> Vec<(String, String)> {
        let any_proxy = account.arn("rds", "db-proxy:*");
        vec![
            // It cannot be limited to a resource.
            (CALL.into(), "*".into()),
            ("rds:AddTagsToResource".into(), any_proxy.clone()),
            // While there is no proxy, nobody has asked for its tags yet.
            ("rds:ListTagsForResource".into(), any_proxy),
            ("iam:PassRole".into(), self.proxy.role_arn.clone()),
        ]
    }

    fn needed_to_undo(&self, account: &Account) -> Vec<(String, String)> {
        let any_proxy = account.arn("rds", "db-proxy:*");
        vec![("rds:ListTagsForResource".into(), any_proxy.clone()), ("rds:DeleteDBProxy".into(), any_proxy)]
    }

    fn brings(&self) -> Vec<Output> {
        vec![Output::ProxyId, Output::ProxyHost]
    }

    fn patience(&self) -> Patience {
        Patience::minutes(5, 10, 30, 30)
    }

    fn undo_patience(&self) -> Patience {
        Patience::minutes(5, 15, 60, 30)
    }

    async fn look(&self, context: &Context<'_>) -> CloudResult<Presence> {
        Ok(match context.cloud.proxy(&self.proxy.name).await? {
            None => Presence::Absent,
            Some(proxy) if proxy.status == ProxyStatus::Deleting => Presence::Other,
            Some(proxy) => Presence::There { done: Self::done(&proxy), ours: is_ours(&proxy, None, context)? },
        })
    }

    async fn run(&self, context: &Context<'_>) -> CloudResult<Done> {
        let proxy = &self.proxy;
        let made = context
            .cloud
            .create_proxy(NewProxy {
                name: proxy.name.clone(),
                family: proxy.family,
                auth: fill_auth(&proxy.auth, context)?,
                default_iam_auth: proxy.default_iam_auth,
                role_arn: proxy.role_arn.clone(),
                subnet_ids: self.subnet_ids.clone(),
                security_group_ids: context.fill_all(&self.security_group_ids)?,
                require_tls: proxy.require_tls,
                idle_client_timeout_secs: proxy.idle_client_timeout_secs,
                debug_logging: proxy.debug_logging,
                endpoint_network_type: proxy.endpoint_network_type,
                target_connection_network_type: proxy.target_connection_network_type,
                tags: context.tags.clone(),
            })
            .await?;
        Ok(Self::done(&made))
    }

    async fn settled(&self, context: &Context<'_>) -> CloudResult<Settled> {
        usable(context.cloud.proxy(&self.proxy.name).await?.as_ref(), CALL)
    }

    async fn undo(&self, context: &Context<'_>, done: Option<&Done>) -> CloudResult<Undone> {
        match context.cloud.proxy(&self.proxy.name).await? {
            None => Ok(Undone::AlreadyGone),
            Some(proxy) if !is_ours(&proxy, done, context)? => Ok(not_ours()),
            Some(proxy) if proxy.status == ProxyStatus::Deleting => Ok(Undone::Removed),
            Some(_) => {
                context.cloud.delete_proxy(&self.proxy.name).await?;
                Ok(Undone::Removed)
            }
        }
    }

    async fn undo_settled(&self, context: &Context<'_>) -> CloudResult<Settled> {
        Ok(match context.cloud.proxy(&self.proxy.name).await? {
            None => Settled::ready(),
            Some(proxy) => Settled::Waiting { state: proxy.status.into(), what: said!("plan-create-proxy-undo-wait") },
        })
    }

    fn leftover(&self, account: &Account, _outputs: &Outputs, why: Sentence) -> Leftover {
        let name = self.proxy.name.as_str();
        Leftover {
            title: said!("plan-create-proxy", name = name),
            why,
            console_url: console::proxy(account, name),
            cli: Call::new("rds", "DeleteDBProxy", json!({ "DBProxyName": name })).command(account).to_string(),
        }
    }
}
