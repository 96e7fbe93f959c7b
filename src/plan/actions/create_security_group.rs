//! A security group of the chain, without any rule.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::cloud::{CloudResult, NewSecurityGroup};
use crate::domain::Tags;
use crate::domain::account::Account;
use crate::domain::call::{Call, together};
use crate::domain::console;
use crate::domain::network::{Direction, SecurityGroup, SecurityGroupRule};
use crate::domain::output::{Output, Outputs};
use crate::domain::setup::GroupPart;
use crate::domain::tag_list;
use crate::plan::action::{Act, Context, Done, Patience, Presence, Undone, not_ours};
use crate::plan::describe::{Description, DiffLine, Leftover};
use crate::text::{Sentence, said, t};

/// A new group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreateSecurityGroup {
    /// Its part in the chain: function, proxy or endpoint.
    pub part: GroupPart,
    /// Its name.
    pub name: String,
    /// Its description in AWS.
    pub description: String,
    /// The VPC it belongs to.
    pub vpc_id: String,
}

/// It was cut short between its making and the removal of EC2's allow-all rule.
fn is_half_made(group: &SecurityGroup) -> bool {
    let is_open = |rule: &SecurityGroupRule| rule.direction == Direction::Egress && rule.protocol == "-1";
    group.rules.iter().any(is_open)
}

impl CreateSecurityGroup {
    fn done(&self, id: String) -> Done {
        Done { outputs: self.brings().into_iter().map(|output| (output, id.clone())).collect(), note: None }
    }

    /// Names are unique inside a VPC.
    async fn find(&self, context: &Context<'_>) -> CloudResult<Option<SecurityGroup>> {
        let groups = context.cloud.security_groups(&self.vpc_id).await?;
        Ok(groups.into_iter().find(|group| group.name == self.name))
    }
}

#[async_trait]
impl Act for CreateSecurityGroup {
    fn describe(&self, account: &Account, tags: &Tags) -> Description {
        let tags = json!([{ "ResourceType": "security-group", "Tags": tag_list(tags) }]);
        let input = json!({
            "GroupName": self.name,
            "Description": self.description,
            "VpcId": self.vpc_id,
            "TagSpecifications": tags,
        });
        let create = Call::new("ec2", "CreateSecurityGroup", input);
        let output = self.part.output().unwrap_or(Output::ProxyGroup);
        let all = json!([{ "IpProtocol": "-1", "IpRanges": [{ "CidrIp": "0.0.0.0/0" }] }]);
        let close = json!({ "GroupId": output.token(), "IpPermissions": all });
        let close = Call::new("ec2", "RevokeSecurityGroupEgress", close);
        Description {
            title: t!("plan-create-security-group", name = self.name.as_str()),
            call: create.name(),
            resource: self.vpc_id.clone(),
            input: together(&[&create, &close]),
            cli: format!("{}\n{}", create.command(account).into_variable(output, "GroupId"), close.command(account)),
            why: match self.part {
                GroupPart::Function => t!("plan-create-security-group-why-function"),
                GroupPart::Endpoint => t!("plan-create-security-group-why-endpoint"),
                GroupPart::ProxyEndpoint => t!("plan-create-security-group-why-proxy-endpoint"),
                GroupPart::Proxy | GroupPart::Database => t!("plan-create-security-group-why-proxy"),
            }
            .into(),
            diff: vec![DiffLine::added(&self.name), DiffLine::removed(t!("plan-create-security-group-open-egress"))],
            undo: t!("plan-create-security-group-undo", name = self.name.as_str()),
        }
    }

    fn needed(&self, account: &Account) -> Vec<(String, String)> {
        let any_group = account.arn("ec2", "security-group/*");
        vec![
            ("ec2:CreateSecurityGroup".into(), any_group.clone()),
            ("ec2:CreateSecurityGroup".into(), account.arn("ec2", &format!("vpc/{}", self.vpc_id))),
            ("ec2:CreateTags".into(), any_group.clone()),
            ("ec2:RevokeSecurityGroupEgress".into(), any_group),
        ]
    }

    fn needed_to_undo(&self, account: &Account) -> Vec<(String, String)> {
        vec![("ec2:DeleteSecurityGroup".into(), account.arn("ec2", "security-group/*"))]
    }

    fn brings(&self) -> Vec<Output> {
        self.part.output().into_iter().collect()
    }

    /// Interfaces of a deleted proxy, or of a function that left the VPC, hold the group for
    /// many minutes.
    fn undo_patience(&self) -> Patience {
        Patience::minutes(1, 20, 45, 15)
    }

    async fn look(&self, context: &Context<'_>) -> CloudResult<Presence> {
        Ok(match self.find(context).await? {
            None => Presence::Absent,
            Some(group) => match context.made_by_this_run(&group.tags) {
                true if is_half_made(&group) => Presence::Other,
                ours => Presence::There { done: self.done(group.id), ours },
            },
        })
    }

    async fn run(&self, context: &Context<'_>) -> CloudResult<Done> {
        if let Some(group) = self.find(context).await?
            && context.made_by_this_run(&group.tags)
        {
            // Nothing can use it yet.
            context.cloud.delete_security_group(&group.id).await?;
        }
        let new = NewSecurityGroup {
            name: self.name.clone(),
            description: self.description.clone(),
            vpc_id: self.vpc_id.clone(),
            tags: context.tags.clone(),
        };
        Ok(self.done(context.cloud.create_security_group(new).await?))
    }

    async fn undo(&self, context: &Context<'_>, done: Option<&Done>) -> CloudResult<Undone> {
        let Some(group) = self.find(context).await? else { return Ok(Undone::AlreadyGone) };
        if !context.made_by_this_run(&group.tags) {
            return Ok(not_ours());
        }
        // Our own rules are revoked before. Without `done` the allow-all rule may be left.
        if done.is_some() && !group.rules.is_empty() {
            let why = said!("plan-create-security-group-kept", count = group.rules.len());
            return Ok(Undone::Kept { why, in_use: false });
        }
        context.cloud.delete_security_group(&group.id).await?;
        Ok(Undone::Removed)
    }

    fn leftover(&self, account: &Account, outputs: &Outputs, why: Sentence) -> Leftover {
        let id = self.part.output().and_then(|output| outputs.get(output)).unwrap_or(&self.name);
        Leftover {
            title: said!("plan-create-security-group", name = self.name.as_str()),
            why,
            console_url: console::security_group(account, id),
            cli: Call::new("ec2", "DeleteSecurityGroup", json!({ "GroupId": id })).command(account).to_string(),
        }
    }
}
