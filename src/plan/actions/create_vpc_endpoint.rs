//! The Secrets Manager interface endpoint, for a function that reads the secret itself.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::cloud::{CloudResult, NewVpcEndpoint};
use crate::domain::Tags;
use crate::domain::account::Account;
use crate::domain::call::Call;
use crate::domain::console;
use crate::domain::network::{VpcEndpoint, VpcEndpointState};
use crate::domain::output::{Output, Outputs};
use crate::domain::tag_list;
use crate::plan::action::{Act, Context, Done, Patience, Presence, Settled, Undone};
use crate::plan::describe::{Description, DiffLine, Leftover};
use crate::text::{Sentence, said, t};

/// A new interface endpoint with private DNS.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreateVpcEndpoint {
    /// The VPC it is for.
    pub vpc_id: String,
    /// `com.amazonaws.eu-west-1.secretsmanager`.
    pub service_name: String,
    /// One subnet a zone.
    pub subnet_ids: Vec<String>,
    /// Its groups; may be tokens.
    pub security_group_ids: Vec<String>,
}

impl CreateVpcEndpoint {
    /// The endpoint this run made, deleted ones aside: EC2 lists those for an hour.
    async fn find(&self, context: &Context<'_>) -> CloudResult<Option<VpcEndpoint>> {
        let endpoints = context.cloud.vpc_endpoints(&self.vpc_id).await?;
        Ok(endpoints.into_iter().find(|endpoint| {
            endpoint.service_name == self.service_name
                && endpoint.state != VpcEndpointState::Deleted
                && context.made_by_this_run(&endpoint.tags)
        }))
    }
}

#[async_trait]
impl Act for CreateVpcEndpoint {
    fn describe(&self, account: &Account, tags: &Tags) -> Description {
        let tags = json!([{ "ResourceType": "vpc-endpoint", "Tags": tag_list(tags) }]);
        let input = json!({
            "VpcEndpointType": "Interface",
            "VpcId": self.vpc_id,
            "ServiceName": self.service_name,
            "SubnetIds": self.subnet_ids,
            "SecurityGroupIds": self.security_group_ids,
            "PrivateDnsEnabled": true,
            "TagSpecifications": tags,
        });
        let call = Call::new("ec2", "CreateVpcEndpoint", input);
        Description {
            title: t!("plan-create-vpc-endpoint", service = self.service_name.as_str()),
            call: call.name(),
            resource: self.vpc_id.clone(),
            input: call.preview(),
            cli: call.command(account).into_variable(Output::VpcEndpoint, "VpcEndpoint.VpcEndpointId"),
            why: t!("plan-create-vpc-endpoint-why").into(),
            diff: vec![DiffLine::added(&self.service_name)],
            undo: t!("plan-create-vpc-endpoint-undo", service = self.service_name.as_str()),
        }
    }

    fn needed(&self, account: &Account) -> Vec<(String, String)> {
        let any_endpoint = account.arn("ec2", "vpc-endpoint/*");
        let group = |id: &String| format!("security-group/{}", if id.contains("${") { "*" } else { id });
        let parts = self.security_group_ids.iter().map(group);
        let parts = parts.chain(self.subnet_ids.iter().map(|id| format!("subnet/{id}")));
        let parts = parts.chain([format!("vpc/{}", self.vpc_id)]).map(|part| account.arn("ec2", &part));
        let mut needed: Vec<(String, String)> =
            parts.chain([any_endpoint.clone()]).map(|part| ("ec2:CreateVpcEndpoint".into(), part)).collect();
        needed.push(("ec2:CreateTags".into(), any_endpoint));
        // Of its private DNS, whose zone is AWS's own.
        let any_zone = format!("arn:{}:route53:::hostedzone/*", account.partition);
        needed.push(("route53:AssociateVPCWithHostedZone".into(), any_zone));
        needed
    }

    fn needed_to_undo(&self, account: &Account) -> Vec<(String, String)> {
        vec![("ec2:DeleteVpcEndpoints".into(), account.arn("ec2", "vpc-endpoint/*"))]
    }

    fn brings(&self) -> Vec<Output> {
        vec![Output::VpcEndpoint]
    }

    fn patience(&self) -> Patience {
        Patience::minutes(1, 3, 15, 10)
    }

    fn undo_patience(&self) -> Patience {
        Patience::minutes(1, 5, 20, 10)
    }

    async fn look(&self, context: &Context<'_>) -> CloudResult<Presence> {
        let endpoints = context.cloud.vpc_endpoints(&self.vpc_id).await?;
        let alive = |endpoint: &VpcEndpoint| {
            endpoint.service_name == self.service_name
                && endpoint.kind == "Interface"
                && !matches!(endpoint.state, VpcEndpointState::Deleting | VpcEndpointState::Deleted)
        };
        let mut there: Vec<VpcEndpoint> = endpoints.into_iter().filter(alive).collect();
        there.sort_by_key(|endpoint| !context.made_by_this_run(&endpoint.tags));
        Ok(there.into_iter().next().map_or(Presence::Absent, |endpoint| Presence::There {
            ours: context.made_by_this_run(&endpoint.tags),
            done: Done::with(Output::VpcEndpoint, endpoint.id),
        }))
    }

    async fn run(&self, context: &Context<'_>) -> CloudResult<Done> {
        let made = context
            .cloud
            .create_vpc_endpoint(NewVpcEndpoint {
                vpc_id: self.vpc_id.clone(),
                service_name: self.service_name.clone(),
                subnet_ids: self.subnet_ids.clone(),
                security_group_ids: context.fill_all(&self.security_group_ids)?,
                tags: context.tags.clone(),
                token: context.token.to_owned(),
            })
            .await?;
        Ok(Done::with(Output::VpcEndpoint, made.id))
    }

    async fn settled(&self, context: &Context<'_>) -> CloudResult<Settled> {
        let state = self.find(context).await?.map(|endpoint| endpoint.state);
        Ok(match state {
            Some(VpcEndpointState::Available) => Settled::ready(),
            state => Settled::Waiting {
                state: state.unwrap_or(VpcEndpointState::Pending).into(),
                what: said!("plan-create-vpc-endpoint-wait"),
            },
        })
    }

    async fn undo(&self, context: &Context<'_>, _done: Option<&Done>) -> CloudResult<Undone> {
        match self.find(context).await? {
            None => Ok(Undone::AlreadyGone),
            Some(endpoint) if endpoint.state == VpcEndpointState::Deleting => Ok(Undone::Removed),
            Some(endpoint) => {
                context.cloud.delete_vpc_endpoint(&endpoint.id).await?;
                Ok(Undone::Removed)
            }
        }
    }

    async fn undo_settled(&self, context: &Context<'_>) -> CloudResult<Settled> {
        Ok(match self.find(context).await? {
            None => Settled::ready(),
            Some(endpoint) => {
                Settled::Waiting { state: endpoint.state.into(), what: said!("plan-create-vpc-endpoint-undo-wait") }
            }
        })
    }

    fn leftover(&self, account: &Account, outputs: &Outputs, why: Sentence) -> Leftover {
        let id = outputs.get(Output::VpcEndpoint).unwrap_or_default();
        Leftover {
            title: said!("plan-create-vpc-endpoint", service = self.service_name.as_str()),
            why,
            console_url: console::vpc_endpoint(account, id),
            cli: Call::new("ec2", "DeleteVpcEndpoints", json!({ "VpcEndpointIds": [id] })).command(account).to_string(),
        }
    }
}
