//! A rule of a security group, taken away after a narrower one has taken its place.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::authorize_rule::{in_words, line};
use crate::cloud::CloudResult;
use crate::domain::Tags;
use crate::domain::account::Account;
use crate::domain::call::Call;
use crate::domain::console;
use crate::domain::network::{Direction, Peer, SecurityGroupRule};
use crate::domain::output::Outputs;
use crate::plan::action::{Act, Context, Done, Presence, Undone};
use crate::plan::describe::{Description, DiffLine, Leftover};
use crate::text::{Sentence, said, t};

/// Revokes one rule, whoever wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RevokeRule {
    pub vpc_id: String,
    pub group_id: String,
    pub group_name: String,
    pub rule: SecurityGroupRule,
    /// The group's other rules of the same direction when the plan was made, as text.
    pub others: Vec<String>,
    pub reason: Reason,
}

/// Why a rule goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// It lets everybody in.
    OpenToWorld,
    /// It is the way past the proxy.
    PastTheProxy,
}

impl RevokeRule {
    fn revoke(&self) -> Call {
        let way = match self.rule.direction {
            Direction::Ingress => "RevokeSecurityGroupIngress",
            Direction::Egress => "RevokeSecurityGroupEgress",
        };
        let ids = self.rule.id.as_ref().map(|id| [id]);
        let permissions = ids.is_none().then(|| self.permissions());
        let input = json!({ "GroupId": self.group_id, "SecurityGroupRuleIds": ids, "IpPermissions": permissions });
        Call::new("ec2", way, input)
    }

    fn restore(&self) -> Call {
        let way = match self.rule.direction {
            Direction::Ingress => "AuthorizeSecurityGroupIngress",
            Direction::Egress => "AuthorizeSecurityGroupEgress",
        };
        Call::new("ec2", way, json!({ "GroupId": self.group_id, "IpPermissions": self.permissions() }))
    }

    fn permissions(&self) -> Value {
        let (list, key, of) = match &self.rule.peer {
            Peer::Group(id) => ("UserIdGroupPairs", "GroupId", id),
            Peer::Cidr(range) if range.contains(':') => ("Ipv6Ranges", "CidrIpv6", range),
            Peer::Cidr(range) => ("IpRanges", "CidrIp", range),
            Peer::PrefixList(id) => ("PrefixListIds", "PrefixListId", id),
            // No such rule becomes a step.
            Peer::Other(text) => ("Other", "Other", text),
        };
        let mut peer = json!({ key: of });
        if let (Some(description), Some(peer)) = (&self.rule.description, peer.as_object_mut()) {
            peer.insert("Description".into(), json!(description));
        }
        let mut permission = json!({ "IpProtocol": self.rule.protocol, list: [peer] });
        for (name, port) in [("FromPort", self.rule.from_port), ("ToPort", self.rule.to_port)] {
            if let (Some(port), Some(permission)) = (port, permission.as_object_mut()) {
                permission.insert(name.into(), json!(port));
            }
        }
        json!([permission])
    }

    fn group_arn(&self, account: &Account) -> String {
        account.arn("ec2", &format!("security-group/{}", self.group_id))
    }

    /// The rule by its content: EC2 allows each content once.
    async fn find(&self, context: &Context<'_>) -> CloudResult<Option<SecurityGroupRule>> {
        let groups = context.cloud.security_groups(&self.vpc_id).await?;
        let group = groups.into_iter().find(|group| group.id == self.group_id);
        let same = |there: &SecurityGroupRule| {
            let content = |rule: &SecurityGroupRule| (rule.direction, rule.from_port, rule.to_port);
            content(there) == content(&self.rule)
                && there.protocol == self.rule.protocol
                && there.peer == self.rule.peer
        };
        Ok(group.and_then(|group| group.rules.into_iter().find(same)))
    }

    fn title(&self) -> Sentence {
        said!("plan-revoke-rule", group = self.group_name.as_str(), rule = line(&self.rule))
    }
}

#[async_trait]
impl Act for RevokeRule {
    fn describe(&self, account: &Account, _tags: &Tags) -> Description {
        let call = self.revoke();
        let mut diff: Vec<DiffLine> = self.others.iter().map(|rule| DiffLine::kept(in_words(rule))).collect();
        diff.push(DiffLine::removed(in_words(&line(&self.rule))));
        Description {
            title: self.title().into(),
            call: call.name(),
            resource: self.group_id.clone(),
            input: call.preview(),
            cli: call.command(account).to_string(),
            why: match self.reason {
                Reason::OpenToWorld => t!("plan-revoke-rule-why").into(),
                Reason::PastTheProxy => t!("plan-revoke-rule-why-past").into(),
            },
            diff,
            undo: t!("plan-revoke-rule-undo", group = self.group_name.as_str(), rule = line(&self.rule)),
        }
    }

    fn needed(&self, account: &Account) -> Vec<(String, String)> {
        vec![(self.revoke().name(), self.group_arn(account))]
    }

    fn needed_to_undo(&self, account: &Account) -> Vec<(String, String)> {
        vec![(self.restore().name(), self.group_arn(account))]
    }

    /// It is done when the rule is gone, whoever took it away.
    async fn look(&self, context: &Context<'_>) -> CloudResult<Presence> {
        Ok(Presence::by_content(self.find(context).await?.is_none()))
    }

    /// The answer names nothing that was made.
    fn answer_is_proof(&self) -> bool {
        false
    }

    async fn run(&self, context: &Context<'_>) -> CloudResult<Done> {
        if let Some(there) = self.find(context).await? {
            context.cloud.revoke_rule(&self.group_id, &there).await?;
        }
        Ok(Done::default())
    }

    async fn undo(&self, context: &Context<'_>, _done: Option<&Done>) -> CloudResult<Undone> {
        if self.find(context).await?.is_some() {
            return Ok(Undone::AlreadyGone);
        }
        let groups = context.cloud.security_groups(&self.vpc_id).await?;
        if !groups.iter().any(|group| group.id == self.group_id) {
            return Ok(Undone::AlreadyGone);
        }
        context.cloud.restore_rule(&self.group_id, &self.rule).await?;
        Ok(Undone::Restored)
    }

    fn leftover(&self, account: &Account, _outputs: &Outputs, why: Sentence) -> Leftover {
        Leftover {
            title: self.title(),
            why,
            console_url: console::security_group(account, &self.group_id),
            cli: self.restore().command(account).to_string(),
        }
    }
}
