//! An entry of a network ACL that lets packets through, in front of the one that stops them.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::cloud::{CloudError, CloudResult, ErrorKind};
use crate::domain::Tags;
use crate::domain::account::Account;
use crate::domain::call::Call;
use crate::domain::console;
use crate::domain::network::{Direction, NetworkAclEntry};
use crate::domain::output::Outputs;
use crate::plan::action::{Act, Context, Done, Presence, Undone};
use crate::plan::describe::{Description, DiffLine, Leftover};
use crate::text::{Sentence, said, t};

/// Writes one entry under a number that is free.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AllowInAcl {
    pub vpc_id: String,
    pub acl: String,
    pub entry: NetworkAclEntry,
    /// The entries of the same direction when the plan was made, in the order in which they are asked.
    pub others: Vec<NetworkAclEntry>,
}

/// `100 allow tcp 3306 from 10.20.16.0/24`.
fn line(entry: &NetworkAclEntry) -> String {
    let protocol = match entry.protocol.as_str() {
        "-1" => "all",
        "6" => "tcp",
        "17" => "udp",
        other => other,
    };
    let ports = match (entry.from_port, entry.to_port) {
        (Some(from), Some(to)) if from == to => format!(" {from}"),
        (Some(from), Some(to)) => format!(" {from}–{to}"),
        _ => String::new(),
    };
    let way = if entry.direction == Direction::Ingress { "from" } else { "to" };
    let act = entry.allow.map_or("?", |allow| if allow { "allow" } else { "deny" });
    format!("{} {act} {protocol}{ports} {way} {}", entry.number, entry.cidr)
}

impl AllowInAcl {
    fn create(&self) -> Call {
        let entry = &self.entry;
        let v6 = entry.cidr.contains(':');
        let ports = entry.from_port.zip(entry.to_port).map(|(from, to)| json!({ "From": from, "To": to }));
        Call::new(
            "ec2",
            "CreateNetworkAclEntry",
            json!({
                "NetworkAclId": self.acl,
                "RuleNumber": entry.number,
                "Protocol": entry.protocol,
                "RuleAction": "allow",
                "Egress": entry.direction == Direction::Egress,
                "CidrBlock": (!v6).then_some(&entry.cidr),
                "Ipv6CidrBlock": v6.then_some(&entry.cidr),
                "PortRange": ports,
            }),
        )
        .member_as("Egress", self.way(), "")
    }

    fn delete(&self) -> Call {
        let input = json!({
            "NetworkAclId": self.acl,
            "RuleNumber": self.entry.number,
            "Egress": self.entry.direction == Direction::Egress,
        });
        Call::new("ec2", "DeleteNetworkAclEntry", input).member_as("Egress", self.way(), "")
    }

    /// The command line has two words for the one member.
    fn way(&self) -> &'static str {
        if self.entry.direction == Direction::Egress { "egress" } else { "ingress" }
    }

    fn arn(&self, account: &Account) -> String {
        account.arn("ec2", &format!("network-acl/{}", self.acl))
    }

    /// The entry under its number.
    async fn find(&self, context: &Context<'_>) -> CloudResult<Option<NetworkAclEntry>> {
        let acls = context.cloud.network_acls(&self.vpc_id).await?;
        let acl = acls.into_iter().find(|acl| acl.id == self.acl);
        let acl = acl.ok_or_else(|| CloudError::not_found("ec2:DescribeNetworkAcls", &self.acl))?;
        let own =
            |there: &NetworkAclEntry| there.number == self.entry.number && there.direction == self.entry.direction;
        Ok(acl.entries.into_iter().find(own))
    }

    fn title(&self) -> Sentence {
        let (acl, number, cidr) = (self.acl.as_str(), self.entry.number.to_string(), self.entry.cidr.as_str());
        match self.entry.direction {
            Direction::Ingress => said!("plan-acl-entry-in", acl = acl, number = number, cidr = cidr),
            Direction::Egress => said!("plan-acl-entry-out", acl = acl, number = number, cidr = cidr),
        }
    }
}

#[async_trait]
impl Act for AllowInAcl {
    fn describe(&self, account: &Account, _tags: &Tags) -> Description {
        let call = self.create();
        let mut entries: Vec<(u16, DiffLine)> =
            self.others.iter().map(|entry| (entry.number, DiffLine::kept(line(entry)))).collect();
        entries.push((self.entry.number, DiffLine::added(line(&self.entry))));
        entries.sort_by_key(|(number, _)| *number);
        Description {
            title: self.title().into(),
            call: call.name(),
            resource: self.arn(account),
            input: call.preview(),
            cli: call.command(account).to_string(),
            why: t!("plan-acl-entry-why").into(),
            diff: entries.into_iter().map(|(_, line)| line).collect(),
            undo: t!("plan-acl-entry-undo", number = self.entry.number.to_string(), acl = self.acl.as_str()),
        }
    }

    fn needed(&self, account: &Account) -> Vec<(String, String)> {
        vec![("ec2:CreateNetworkAclEntry".into(), self.arn(account)), ("ec2:DescribeNetworkAcls".into(), "*".into())]
    }

    fn needed_to_undo(&self, account: &Account) -> Vec<(String, String)> {
        vec![("ec2:DeleteNetworkAclEntry".into(), self.arn(account)), ("ec2:DescribeNetworkAcls".into(), "*".into())]
    }

    async fn look(&self, context: &Context<'_>) -> CloudResult<Presence> {
        Ok(match self.find(context).await? {
            None => Presence::Absent,
            Some(there) if there == self.entry => Presence::by_content(true),
            Some(_) => Presence::Other,
        })
    }

    /// The answer is empty.
    fn answer_is_proof(&self) -> bool {
        false
    }

    async fn run(&self, context: &Context<'_>) -> CloudResult<Done> {
        context.cloud.create_acl_entry(&self.acl, &self.entry).await?;
        Ok(Done::default())
    }

    async fn undo(&self, context: &Context<'_>, _done: Option<&Done>) -> CloudResult<Undone> {
        let there = match self.find(context).await {
            Err(error) if error.has_kind(ErrorKind::NotFound) => None,
            there => there?,
        };
        match there {
            None => Ok(Undone::AlreadyGone),
            Some(there) if there == self.entry => {
                context.cloud.delete_acl_entry(&self.acl, self.entry.number, self.entry.direction).await?;
                Ok(Undone::Removed)
            }
            Some(_) => Ok(Undone::Kept { why: said!("plan-acl-entry-kept"), in_use: false }),
        }
    }

    fn leftover(&self, account: &Account, _outputs: &Outputs, why: Sentence) -> Leftover {
        Leftover {
            title: self.title(),
            why,
            console_url: console::network_acl(account, &self.acl),
            cli: self.delete().command(account).to_string(),
        }
    }
}
