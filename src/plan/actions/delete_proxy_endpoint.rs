//! An endpoint of a proxy goes, and can be made again as it was read.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::cloud::{CloudError, CloudResult, ErrorKind, NewProxyEndpoint};
use crate::domain::account::Account;
use crate::domain::call::Call;
use crate::domain::console;
use crate::domain::output::Outputs;
use crate::domain::proxy::{EndpointRole, ProxyEndpoint, ProxyStatus};
use crate::domain::{Tags, tag_list};
use crate::plan::action::{Act, Context, Done, Patience, Presence, Settled, Undone, moved_on, not_ours};
use crate::plan::describe::{Description, DiffLine, Leftover};
use crate::text::{Sentence, said, series, t};

const CALL: &str = "rds:DeleteDBProxyEndpoint";

/// Deletes one endpoint, whoever made it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeleteProxyEndpoint {
    pub proxy_arn: String,
    /// As it was read, its tags among it.
    pub endpoint: ProxyEndpoint,
    pub role: EndpointRole,
    /// Functions that name its host when the plan is made.
    pub used_by: Vec<String>,
}

impl DeleteProxyEndpoint {
    fn delete(&self) -> Call {
        Call::new("rds", "DeleteDBProxyEndpoint", json!({ "DBProxyEndpointName": self.endpoint.name }))
    }

    /// Tags that only AWS may write are not among it.
    fn again(&self) -> NewProxyEndpoint {
        let there = self.endpoint.clone();
        let tags = there.tags.into_iter().flatten().filter(|(key, _)| !is_of_aws(key));
        NewProxyEndpoint {
            name: there.name,
            proxy: there.proxy,
            role: self.role,
            subnet_ids: there.subnet_ids,
            security_group_ids: there.security_group_ids,
            network_type: there.network_type,
            tags: tags.collect(),
        }
    }

    fn restore(&self) -> Call {
        let again = self.again();
        let input = json!({
            "DBProxyName": again.proxy,
            "DBProxyEndpointName": again.name,
            "VpcSubnetIds": again.subnet_ids,
            "VpcSecurityGroupIds": again.security_group_ids,
            "TargetRole": again.role.api_name(),
            "EndpointNetworkType": again.network_type.api_name(),
            "Tags": tag_list(&again.tags),
        });
        Call::new("rds", "CreateDBProxyEndpoint", input)
    }

    fn cli(&self, account: &Account) -> String {
        let delete = self.delete().command(account);
        let name = json!({ "DBProxyEndpointName": self.endpoint.name });
        let look = Call::new("rds", "DescribeDBProxyEndpoints", name).command(account);
        format!("{delete}\nwhile {look} > /dev/null 2>&1; do sleep 30; done")
    }

    async fn find(&self, context: &Context<'_>) -> CloudResult<Option<ProxyEndpoint>> {
        context.cloud.proxy_endpoint(&self.endpoint.name).await
    }

    /// The very endpoint that was read; one of the same name that was made since has another ARN.
    fn is_it(&self, there: &ProxyEndpoint) -> bool {
        there.arn == self.endpoint.arn
    }

    /// Nothing of it was changed, so that undo brings back what was there. Tags that may not be read are no
    /// difference.
    fn is_as_read(&self, there: &ProxyEndpoint) -> bool {
        fn sorted(ids: &[String]) -> Vec<&String> {
            let mut ids: Vec<&String> = ids.iter().collect();
            ids.sort_unstable();
            ids
        }
        fn own(tags: &Tags) -> Tags {
            tags.iter().filter(|(key, _)| !is_of_aws(key)).map(|(key, value)| (key.clone(), value.clone())).collect()
        }
        let read = &self.endpoint;
        let same_tags = match (&there.tags, &read.tags) {
            (Some(there), Some(read)) => own(there) == own(read),
            _ => true,
        };
        there.proxy == read.proxy
            && there.role == read.role
            && there.network_type == read.network_type
            && sorted(&there.subnet_ids) == sorted(&read.subnet_ids)
            && sorted(&there.security_group_ids) == sorted(&read.security_group_ids)
            && same_tags
    }

    fn is_going(&self, there: &ProxyEndpoint) -> bool {
        self.is_it(there) && there.status == ProxyStatus::Deleting
    }

    fn title(&self) -> Sentence {
        said!("plan-delete-proxy-endpoint", name = self.endpoint.name.as_str())
    }
}

/// Only AWS may write a tag whose key begins like this.
fn is_of_aws(key: &str) -> bool {
    key.starts_with("aws:")
}

#[async_trait]
impl Act for DeleteProxyEndpoint {
    fn describe(&self, account: &Account, _tags: &Tags) -> Description {
        let there = &self.endpoint;
        let keeps_all = !there.tags.iter().flatten().any(|(key, _)| is_of_aws(key));
        Description {
            title: self.title().into(),
            call: CALL.into(),
            resource: there.name.clone(),
            input: self.delete().preview(),
            cli: self.cli(account),
            why: match self.used_by.as_slice() {
                [] => t!("plan-delete-proxy-endpoint-why").into(),
                used => t!("plan-delete-proxy-endpoint-why-used", functions = series(used)),
            },
            diff: vec![DiffLine::removed(there.host.as_ref().unwrap_or(&there.name))],
            undo: match keeps_all {
                true => t!("plan-delete-proxy-endpoint-undo", name = there.name.as_str()),
                false => t!("plan-delete-proxy-endpoint-undo-aws-tags", name = there.name.as_str()),
            },
        }
    }

    fn needed(&self, _account: &Account) -> Vec<(String, String)> {
        vec![(CALL.into(), self.endpoint.arn.clone()), ("rds:ListTagsForResource".into(), self.endpoint.arn.clone())]
    }

    /// Made again it has an id that nobody knows before.
    fn needed_to_undo(&self, account: &Account) -> Vec<(String, String)> {
        const CREATE: &str = "rds:CreateDBProxyEndpoint";
        let any_endpoint = account.arn("rds", "db-proxy-endpoint:*");
        let mut needed = vec![
            (CREATE.into(), self.proxy_arn.clone()),
            (CREATE.into(), any_endpoint.clone()),
            ("rds:ListTagsForResource".into(), any_endpoint.clone()),
        ];
        if !self.again().tags.is_empty() {
            needed.push(("rds:AddTagsToResource".into(), any_endpoint));
        }
        needed
    }

    fn patience(&self) -> Patience {
        Patience::minutes(2, 5, 30, 20)
    }

    fn undo_patience(&self) -> Patience {
        Patience::minutes(3, 6, 20, 20)
    }

    /// It is done when the endpoint is gone or goes, whoever took it away.
    async fn look(&self, context: &Context<'_>) -> CloudResult<Presence> {
        Ok(match self.find(context).await? {
            None => Presence::by_content(true),
            Some(there) if self.is_going(&there) => Presence::by_content(true),
            Some(there) if self.is_it(&there) && self.is_as_read(&there) => Presence::Absent,
            Some(_) => Presence::Other,
        })
    }

    /// The answer names nothing that was made.
    fn answer_is_proof(&self) -> bool {
        false
    }

    async fn run(&self, context: &Context<'_>) -> CloudResult<Done> {
        match self.find(context).await? {
            None => {}
            Some(there) if self.is_going(&there) => {}
            Some(there) if self.is_it(&there) && self.is_as_read(&there) => {
                context.cloud.delete_proxy_endpoint(&there.name).await?;
            }
            Some(there) => return Err(moved_on(CALL, &there.name, said!("plan-delete-proxy-endpoint-moved"))),
        }
        Ok(Done::default())
    }

    async fn settled(&self, context: &Context<'_>) -> CloudResult<Settled> {
        Ok(match self.find(context).await? {
            Some(there) if self.is_it(&there) => {
                Settled::Waiting { state: there.status.into(), what: said!("plan-create-vpc-endpoint-undo-wait") }
            }
            _ => Settled::ready(),
        })
    }

    async fn undo(&self, context: &Context<'_>, _done: Option<&Done>) -> CloudResult<Undone> {
        match self.find(context).await? {
            None => {
                context.cloud.create_proxy_endpoint(self.again()).await?;
                Ok(Undone::Restored)
            }
            // Its name is free only when it is gone.
            Some(there) if self.is_going(&there) => {
                let message = said!("plan-delete-proxy-endpoint-going");
                Err(CloudError::new(ErrorKind::NotYet, "rds:CreateDBProxyEndpoint", message).on(&there.name))
            }
            Some(there) if self.is_it(&there) => Ok(Undone::AlreadyGone),
            Some(there) if self.is_as_read(&there) => Ok(Undone::Restored),
            Some(_) => Ok(not_ours()),
        }
    }

    async fn undo_settled(&self, context: &Context<'_>) -> CloudResult<Settled> {
        let waiting =
            |state: ProxyStatus| Settled::Waiting { state: state.into(), what: said!("plan-create-vpc-endpoint-wait") };
        Ok(match self.find(context).await? {
            None => waiting(ProxyStatus::Creating),
            Some(there) => match there.status {
                ProxyStatus::Available => Settled::ready(),
                stuck @ (ProxyStatus::IncompatibleNetwork | ProxyStatus::InsufficientResourceLimits) => {
                    Settled::Stuck { state: stuck.into() }
                }
                status => waiting(status),
            },
        })
    }

    fn leftover(&self, account: &Account, _outputs: &Outputs, why: Sentence) -> Leftover {
        Leftover {
            title: self.title(),
            why,
            console_url: console::proxy(account, &self.endpoint.proxy),
            cli: self.restore().command(account).to_string(),
        }
    }
}
