//! An attribute of a VPC, switched on.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::cloud::{CloudError, CloudResult, ErrorKind};
use crate::domain::Tags;
use crate::domain::account::Account;
use crate::domain::call::Call;
use crate::domain::console;
use crate::domain::network::VpcAttribute;
use crate::domain::output::Outputs;
use crate::plan::action::{Act, Context, Done, Presence, Undone, moved_on};
use crate::plan::describe::{Description, DiffLine, Leftover};
use crate::text::{Sentence, said, t};

const CALL: &str = "ec2:ModifyVpcAttribute";

/// Switches one attribute on, for everything in the VPC.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetVpcAttribute {
    pub vpc_id: String,
    pub attribute: VpcAttribute,
}

impl SetVpcAttribute {
    fn call(&self, on: bool) -> Call {
        let value = json!({ "Value": on });
        let members = [("VpcId", json!(self.vpc_id)), (self.attribute.api_name(), value)];
        let members: Map<String, Value> = members.map(|(name, value)| (name.to_owned(), value)).into_iter().collect();
        Call::new("ec2", "ModifyVpcAttribute", members.into())
    }

    fn arn(&self, account: &Account) -> String {
        account.arn("ec2", &format!("vpc/{}", self.vpc_id))
    }

    fn line(&self, on: bool) -> String {
        format!("{}: {on}", self.attribute.api_name())
    }

    /// Whether it is on now. An attribute that may not be read is not written.
    async fn is_on(&self, context: &Context<'_>) -> CloudResult<bool> {
        let vpc = context.cloud.vpc(&self.vpc_id).await?;
        let vpc = vpc.ok_or_else(|| CloudError::not_found("ec2:DescribeVpcs", &self.vpc_id))?;
        self.attribute.value_in(&vpc).ok_or_else(|| {
            let message = said!("plan-vpc-attribute-unread");
            CloudError::new(ErrorKind::Denied, "ec2:DescribeVpcAttribute", message).on(&self.vpc_id)
        })
    }

    fn title(&self) -> Sentence {
        let vpc = self.vpc_id.as_str();
        match self.attribute {
            VpcAttribute::DnsSupport => said!("plan-vpc-dns-support", vpc = vpc),
            VpcAttribute::DnsHostnames => said!("plan-vpc-dns-hostnames", vpc = vpc),
        }
    }
}

#[async_trait]
impl Act for SetVpcAttribute {
    fn describe(&self, account: &Account, _tags: &Tags) -> Description {
        let call = self.call(true);
        Description {
            title: self.title().into(),
            call: call.name(),
            resource: self.arn(account),
            input: call.preview(),
            cli: call.command(account).to_string(),
            why: match self.attribute {
                VpcAttribute::DnsSupport => t!("plan-vpc-dns-support-why").into(),
                VpcAttribute::DnsHostnames => t!("plan-vpc-dns-hostnames-why").into(),
            },
            diff: vec![DiffLine::removed(self.line(false)), DiffLine::added(self.line(true))],
            undo: match self.attribute {
                VpcAttribute::DnsSupport => t!("plan-vpc-dns-support-undo", vpc = self.vpc_id.as_str()),
                VpcAttribute::DnsHostnames => t!("plan-vpc-dns-hostnames-undo", vpc = self.vpc_id.as_str()),
            },
        }
    }

    fn needed(&self, account: &Account) -> Vec<(String, String)> {
        vec![
            (CALL.into(), self.arn(account)),
            ("ec2:DescribeVpcs".into(), "*".into()),
            ("ec2:DescribeVpcAttribute".into(), "*".into()),
        ]
    }

    fn needed_to_undo(&self, account: &Account) -> Vec<(String, String)> {
        self.needed(account)
    }

    async fn look(&self, context: &Context<'_>) -> CloudResult<Presence> {
        Ok(Presence::by_content(self.is_on(context).await?))
    }

    /// The answer is empty.
    fn answer_is_proof(&self) -> bool {
        false
    }

    async fn run(&self, context: &Context<'_>) -> CloudResult<Done> {
        if self.is_on(context).await? {
            return Err(moved_on(CALL, &self.vpc_id, said!("plan-vpc-attribute-moved")));
        }
        context.cloud.set_vpc_attribute(&self.vpc_id, self.attribute, true).await?;
        Ok(Done::default())
    }

    async fn undo(&self, context: &Context<'_>, _done: Option<&Done>) -> CloudResult<Undone> {
        if context.cloud.vpc(&self.vpc_id).await?.is_none() || !self.is_on(context).await? {
            return Ok(Undone::AlreadyGone);
        }
        context.cloud.set_vpc_attribute(&self.vpc_id, self.attribute, false).await?;
        Ok(Undone::Restored)
    }

    fn leftover(&self, account: &Account, _outputs: &Outputs, why: Sentence) -> Leftover {
        Leftover {
            title: self.title(),
            why,
            console_url: console::vpc(account, &self.vpc_id),
            cli: self.call(false).command(account).to_string(),
        }
    }
}
