//! One TCP rule of a security group that refers to another group, never to an address range.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::cloud::{CloudResult, GroupRule};
use crate::domain::Tags;
use crate::domain::account::Account;
use crate::domain::call::Call;
use crate::domain::console;
use crate::domain::network::{Direction, Peer, SecurityGroupRule};
use crate::domain::output::Outputs;
use crate::plan::action::{Act, Context, Done, Presence, Undone, not_ours};
use crate::plan::describe::{Description, DiffLine, Leftover};
use crate::text::{Sentence, said, t};

/// A rule between two groups of the chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuthorizeRule {
    /// The VPC of both groups.
    pub vpc_id: String,
    /// The rule; its group ids may be tokens.
    pub rule: GroupRule,
    /// Name of the group it is written into.
    pub group_name: String,
    /// Name of the group it refers to.
    pub peer_name: String,
    /// Why it is needed.
    pub reason: Sentence,
    /// The group's rules of the same direction when the plan was made, as text.
    pub others: Vec<String>,
    /// The rule that already lets this through, as text.
    pub covered_by: Option<String>,
}

/// A rule in one line: `tcp 3306 from sg-09f2b1d7`.
pub(in crate::plan) fn line(rule: &SecurityGroupRule) -> String {
    let ports = match (rule.from_port, rule.to_port) {
        (Some(from), Some(to)) if from == to => format!(" {from}"),
        (Some(from), Some(to)) => format!(" {from}–{to}"),
        _ => String::new(),
    };
    let protocol = if rule.protocol == "-1" { "all" } else { &rule.protocol };
    let peer = match &rule.peer {
        Peer::Group(id) | Peer::Cidr(id) | Peer::PrefixList(id) | Peer::Other(id) => id,
    };
    format!("{protocol}{ports} {} {peer}", way(rule.direction))
}

/// A rule's line as people read it: a plan keeps it in English, where `from` and `to` are its only words.
pub(super) fn in_words(line: &str) -> String {
    let words = [(" from ", t!("evidence-from")), (" to ", t!("evidence-to"))];
    let first = words.into_iter().filter_map(|(word, said)| Some((line.find(word)?, word, said))).min();
    first.map_or_else(|| line.to_owned(), |(_, word, said)| line.replacen(word, &format!(" {said} "), 1))
}

fn way(direction: Direction) -> &'static str {
    match direction {
        Direction::Ingress => "from",
        Direction::Egress => "to",
    }
}

impl AuthorizeRule {
    fn authorize(&self) -> Call {
        self.call(match self.rule.direction {
            Direction::Ingress => "AuthorizeSecurityGroupIngress",
            Direction::Egress => "AuthorizeSecurityGroupEgress",
        })
    }

    fn revoke(&self) -> Call {
        self.call(match self.rule.direction {
            Direction::Ingress => "RevokeSecurityGroupIngress",
            Direction::Egress => "RevokeSecurityGroupEgress",
        })
    }

    fn call(&self, operation: &'static str) -> Call {
        let rule = &self.rule;
        let permissions = json!([{
            "IpProtocol": "tcp",
            "FromPort": rule.port,
            "ToPort": rule.port,
            "UserIdGroupPairs": [{ "GroupId": rule.peer_group_id, "Description": rule.description }],
        }]);
        Call::new("ec2", operation, json!({ "GroupId": rule.group_id, "IpPermissions": permissions }))
    }

    /// Of a group that is yet to be made, any.
    fn group_arn(&self, account: &Account) -> String {
        let unknown = self.rule.group_id.contains("${");
        let group = if unknown { "*" } else { &self.rule.group_id };
        account.arn("ec2", &format!("security-group/{group}"))
    }

    fn title(&self) -> Sentence {
        let (group, peer, port) = (self.group_name.as_str(), self.peer_name.as_str(), self.rule.port.to_string());
        match self.rule.direction {
            Direction::Ingress => said!("plan-authorize-rule-ingress", group = group, peer = peer, port = port),
            Direction::Egress => said!("plan-authorize-rule-egress", group = group, peer = peer, port = port),
        }
    }

    fn undo_sentence(&self) -> String {
        let (group, peer, port) = (self.group_name.as_str(), self.peer_name.as_str(), self.rule.port.to_string());
        let others = self.others.len();
        match self.rule.direction {
            Direction::Ingress => {
                t!("plan-authorize-rule-undo-ingress", group = group, peer = peer, port = port, others = others)
            }
            Direction::Egress => {
                t!("plan-authorize-rule-undo-egress", group = group, peer = peer, port = port, others = others)
            }
        }
    }

    fn filled(&self, context: &Context<'_>) -> CloudResult<GroupRule> {
        Ok(GroupRule {
            group_id: context.fill(&self.rule.group_id)?,
            peer_group_id: context.fill(&self.rule.peer_group_id)?,
            ..self.rule.clone()
        })
    }

    /// The rule as it stands in the account, by content: EC2 allows each content once. Where
    /// another rule let this through when the plan was made, that one.
    async fn find(&self, context: &Context<'_>, rule: &GroupRule) -> CloudResult<Option<SecurityGroupRule>> {
        let groups = context.cloud.security_groups(&self.vpc_id).await?;
        let group = groups.into_iter().find(|group| group.id == rule.group_id);
        Ok(group.and_then(|group| {
            group.rules.into_iter().find(|there| {
                if let Some(covers) = &self.covered_by {
                    return there.direction == rule.direction && line(there) == *covers;
                }
                there.direction == rule.direction
                    && there.protocol == "tcp"
                    && there.from_port == Some(rule.port)
                    && there.to_port == Some(rule.port)
                    && there.peer == Peer::Group(rule.peer_group_id.clone())
            })
        }))
    }
}

#[async_trait]
impl Act for AuthorizeRule {
    fn describe(&self, account: &Account, _tags: &Tags) -> Description {
        let mut diff: Vec<DiffLine> = self.others.iter().map(|rule| DiffLine::kept(in_words(rule))).collect();
        if self.covered_by.is_none() {
            let (port, peer) = (self.rule.port, &self.rule.peer_group_id);
            let way = way(self.rule.direction);
            diff.push(DiffLine::added(in_words(&format!("tcp {port} {way} {peer} {}", self.peer_name))));
        }
        let why = match &self.covered_by {
            Some(rule) => t!("plan-authorize-rule-covered", rule = in_words(rule)),
            None => self.reason.to_string(),
        };
        let call = self.authorize();
        Description {
            title: self.title().into(),
            call: call.name(),
            resource: self.rule.group_id.clone(),
            input: call.preview(),
            cli: call.command(account).to_string(),
            why,
            diff,
            undo: self.undo_sentence(),
        }
    }

    fn needed(&self, account: &Account) -> Vec<(String, String)> {
        vec![(self.authorize().name(), self.group_arn(account))]
    }

    fn needed_to_undo(&self, account: &Account) -> Vec<(String, String)> {
        vec![(self.revoke().name(), self.group_arn(account))]
    }

    async fn look(&self, context: &Context<'_>) -> CloudResult<Presence> {
        let there = self.find(context, &self.filled(context)?).await?;
        Ok(there.map_or(Presence::Absent, |there| Presence::There {
            done: Done { outputs: Vec::new(), note: there.id },
            ours: true,
        }))
    }

    async fn run(&self, context: &Context<'_>) -> CloudResult<Done> {
        let id = context.cloud.authorize(&self.filled(context)?).await?;
        Ok(Done { outputs: Vec::new(), note: Some(id) })
    }

    async fn undo(&self, context: &Context<'_>, done: Option<&Done>) -> CloudResult<Undone> {
        let Ok(rule) = self.filled(context) else { return Ok(Undone::AlreadyGone) };
        let Some(there) = self.find(context, &rule).await? else { return Ok(Undone::AlreadyGone) };
        if let (Some(ours), Some(theirs)) = (done.and_then(|done| done.note.as_ref()), &there.id)
            && ours != theirs
        {
            return Ok(not_ours());
        }
        context.cloud.revoke(&rule, there.id.as_deref()).await?;
        Ok(Undone::Removed)
    }

    fn leftover(&self, account: &Account, outputs: &Outputs, why: Sentence) -> Leftover {
        Leftover {
            title: self.title(),
            why,
            console_url: console::security_group(account, &outputs.fill_known(&self.rule.group_id)),
            cli: outputs.fill_known(&self.revoke().command(account).to_string()),
        }
    }
}
