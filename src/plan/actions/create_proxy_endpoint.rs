//! An endpoint beside the proxy's default one: for reads alone, or in the VPC of the function.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::cloud::{CloudError, CloudResult, ErrorKind, NewProxyEndpoint};
use crate::domain::Tags;
use crate::domain::account::Account;
use crate::domain::call::Call;
use crate::domain::console;
use crate::domain::output::{Output, Outputs};
use crate::domain::proxy::{EndpointRole, ProxyEndpoint, ProxyStatus};
use crate::domain::setup::ProxyEndpointSetup;
use crate::domain::tag_list;
use crate::plan::action::{Act, Context, Done, Patience, Presence, Settled, Undone, not_ours};
use crate::plan::describe::{Description, DiffLine, Leftover};
use crate::text::{Sentence, said, t};

const CALL: &str = "rds:CreateDBProxyEndpoint";

/// A new endpoint of a proxy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreateProxyEndpoint {
    /// Name of the proxy.
    pub proxy: String,
    /// The proxy's `prx-…`; may be a token.
    pub proxy_id: String,
    /// Its settings.
    pub endpoint: ProxyEndpointSetup,
    /// Its groups; may be tokens.
    pub security_group_ids: Vec<String>,
}

impl CreateProxyEndpoint {
    fn call(&self, tags: &Tags) -> Call {
        let endpoint = &self.endpoint;
        let input = json!({
            "DBProxyName": self.proxy,
            "DBProxyEndpointName": endpoint.name,
            "VpcSubnetIds": endpoint.subnet_ids,
            "VpcSecurityGroupIds": self.security_group_ids,
            "TargetRole": endpoint.role.api_name(),
            "EndpointNetworkType": endpoint.network_type.api_name(),
            "Tags": tag_list(tags),
        });
        Call::new("rds", "CreateDBProxyEndpoint", input)
    }

    fn cli(&self, account: &Account, tags: &Tags) -> String {
        let create = self.call(tags).command(account).text_of("DBProxyEndpoint.DBProxyEndpointArn");
        let name = json!({ "DBProxyEndpointName": self.endpoint.name });
        let look = Call::new("rds", "DescribeDBProxyEndpoints", name).command(account);
        let status = look.clone().text_of("DBProxyEndpoints[0].Status");
        let host = look.into_variable(self.endpoint.output(), "DBProxyEndpoints[0].Endpoint");
        format!("{create}\nuntil [ \"$({status})\" = available ]; do sleep 30; done\n{host}")
    }

    async fn find(&self, context: &Context<'_>) -> CloudResult<Option<ProxyEndpoint>> {
        context.cloud.proxy_endpoint(&self.endpoint.name).await
    }

    fn done(endpoint: &ProxyEndpoint) -> Done {
        Done { outputs: Vec::new(), note: Some(endpoint.arn.clone()) }
    }

    fn title(&self) -> Sentence {
        let name = self.endpoint.name.as_str();
        match self.endpoint.role {
            EndpointRole::ReadOnly => said!("plan-create-proxy-endpoint-reads", name = name),
            EndpointRole::ReadWrite => said!("plan-create-proxy-endpoint-vpc", name = name),
        }
    }
}

/// Whether this run made the endpoint: by the ARN that AWS gave it, else by the run's tag. Tags that may
/// not be read prove neither.
fn is_ours(endpoint: &ProxyEndpoint, done: Option<&Done>, context: &Context<'_>) -> CloudResult<bool> {
    if let Some(arn) = done.and_then(|done| done.note.as_ref()) {
        return Ok(*arn == endpoint.arn);
    }
    match &endpoint.tags {
        Some(tags) => Ok(context.made_by_this_run(tags)),
        None => {
            let message = said!("plan-create-proxy-tags-unread", name = endpoint.name.as_str());
            Err(CloudError::new(ErrorKind::Denied, "rds:ListTagsForResource", message).on(&endpoint.arn))
        }
    }
}

#[async_trait]
impl Act for CreateProxyEndpoint {
    fn describe(&self, account: &Account, tags: &Tags) -> Description {
        Description {
            title: self.title().into(),
            call: CALL.into(),
            resource: self.endpoint.name.clone(),
            input: self.call(tags).preview(),
            cli: self.cli(account, tags),
            why: match self.endpoint.role {
                EndpointRole::ReadOnly => t!("plan-create-proxy-endpoint-reads-why").into(),
                EndpointRole::ReadWrite => t!("plan-create-proxy-endpoint-vpc-why").into(),
            },
            diff: vec![DiffLine::added(&self.endpoint.name)],
            undo: t!("plan-create-proxy-endpoint-undo", name = self.endpoint.name.as_str()),
        }
    }

    fn needed(&self, account: &Account) -> Vec<(String, String)> {
        let id = if self.proxy_id.contains("${") { "*" } else { &self.proxy_id };
        let any_endpoint = account.arn("rds", "db-proxy-endpoint:*");
        vec![
            (CALL.into(), account.arn("rds", &format!("db-proxy:{id}"))),
            (CALL.into(), any_endpoint.clone()),
            ("rds:AddTagsToResource".into(), any_endpoint.clone()),
            ("rds:ListTagsForResource".into(), any_endpoint),
        ]
    }

    fn needed_to_undo(&self, account: &Account) -> Vec<(String, String)> {
        let any_endpoint = account.arn("rds", "db-proxy-endpoint:*");
        vec![
            ("rds:ListTagsForResource".into(), any_endpoint.clone()),
            ("rds:DeleteDBProxyEndpoint".into(), any_endpoint),
        ]
    }

    fn brings(&self) -> Vec<Output> {
        vec![self.endpoint.output()]
    }

    fn patience(&self) -> Patience {
        Patience::minutes(3, 6, 20, 20)
    }

    fn undo_patience(&self) -> Patience {
        Patience::minutes(2, 5, 30, 20)
    }

    async fn look(&self, context: &Context<'_>) -> CloudResult<Presence> {
        Ok(match self.find(context).await? {
            None => Presence::Absent,
            Some(there) if there.status == ProxyStatus::Deleting || there.proxy != self.proxy => Presence::Other,
            Some(there) => Presence::There { done: Self::done(&there), ours: is_ours(&there, None, context)? },
        })
    }

    async fn run(&self, context: &Context<'_>) -> CloudResult<Done> {
        let endpoint = &self.endpoint;
        let made = context
            .cloud
            .create_proxy_endpoint(NewProxyEndpoint {
                name: endpoint.name.clone(),
                proxy: self.proxy.clone(),
                role: endpoint.role,
                subnet_ids: endpoint.subnet_ids.clone(),
                security_group_ids: context.fill_all(&self.security_group_ids)?,
                network_type: endpoint.network_type,
                tags: context.tags.clone(),
            })
            .await?;
        Ok(Self::done(&made))
    }

    async fn settled(&self, context: &Context<'_>) -> CloudResult<Settled> {
        let waiting = |state: &ProxyStatus| Settled::Waiting {
            state: state.to_string(),
            what: said!("plan-create-vpc-endpoint-wait"),
        };
        let Some(there) = self.find(context).await? else { return Ok(waiting(&ProxyStatus::Creating)) };
        let broken = |why: Sentence| {
            Err(CloudError::new(ErrorKind::Refused, CALL, why).on(&there.name).with_code(there.status.as_str()))
        };
        match (&there.status, &there.host) {
            (ProxyStatus::Available, Some(host)) => {
                Ok(Settled::Ready { outputs: vec![(self.endpoint.output(), host.clone())] })
            }
            (ProxyStatus::IncompatibleNetwork, _) => broken(said!("plan-create-proxy-incompatible-network")),
            (ProxyStatus::InsufficientResourceLimits, _) => {
                broken(said!("plan-create-proxy-insufficient-resource-limits"))
            }
            (ProxyStatus::Deleting, _) => broken(said!("plan-create-proxy-endpoint-deleting")),
            (state, _) => Ok(waiting(state)),
        }
    }

    async fn undo(&self, context: &Context<'_>, done: Option<&Done>) -> CloudResult<Undone> {
        match self.find(context).await? {
            None => Ok(Undone::AlreadyGone),
            Some(there) if !is_ours(&there, done, context)? => Ok(not_ours()),
            Some(there) if there.status == ProxyStatus::Deleting => Ok(Undone::Removed),
            Some(_) => {
                context.cloud.delete_proxy_endpoint(&self.endpoint.name).await?;
                Ok(Undone::Removed)
            }
        }
    }

    async fn undo_settled(&self, context: &Context<'_>) -> CloudResult<Settled> {
        Ok(match self.find(context).await? {
            None => Settled::ready(),
            Some(there) => {
                Settled::Waiting { state: there.status.into(), what: said!("plan-create-vpc-endpoint-undo-wait") }
            }
        })
    }

    fn leftover(&self, account: &Account, _outputs: &Outputs, why: Sentence) -> Leftover {
        let name = json!({ "DBProxyEndpointName": self.endpoint.name });
        Leftover {
            title: self.title(),
            why,
            console_url: console::proxy(account, &self.proxy),
            cli: Call::new("rds", "DeleteDBProxyEndpoint", name).command(account).to_string(),
        }
    }
}
