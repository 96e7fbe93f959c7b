//! Groups, the rules between them, and the Secrets Manager endpoint.

use super::PlanDraft;
use crate::cloud::GroupRule;
use crate::domain::network::{Direction, Peer, SecurityGroup, SecurityGroupRule};
use crate::domain::output::Output;
use crate::domain::setup::{GroupPart, GroupSetup, Page, RuleSetup};
use crate::plan::actions::authorize_rule::line;
use crate::plan::actions::{AuthorizeRule, CreateSecurityGroup, CreateVpcEndpoint};
use crate::plan::{Action, Change};
use crate::text::t;

fn part_word(part: GroupPart) -> &'static str {
    match part {
        GroupPart::Function => "function",
        GroupPart::Proxy => "proxy",
        GroupPart::Database => "database",
        GroupPart::Endpoint => "endpoint",
        GroupPart::ProxyEndpoint => "proxy-endpoint",
    }
}

/// Id of the step that makes the Secrets Manager endpoint.
pub const ENDPOINT: &str = "create-vpc-endpoint";

/// Id of the step that makes a group of this part.
pub fn group_id(part: GroupPart) -> String {
    format!("create-{}-group", part_word(part))
}

/// Id of the step that makes the rule.
pub(super) fn rule_id(rule: &RuleSetup) -> String {
    let direction = match rule.direction {
        Direction::Ingress => "ingress",
        Direction::Egress => "egress",
    };
    format!("authorize-{}-{direction}-{}-{}", part_word(rule.group), part_word(rule.peer), rule.port)
}

impl PlanDraft<'_> {
    pub(super) fn network(&mut self) {
        let setup = self.setup;
        for group in setup.network.groups.iter().filter(|group| group.owned) {
            self.group(group);
        }
        for rule in &setup.network.rules {
            self.rule(rule);
        }
        self.endpoint();
    }

    pub(super) fn group(&mut self, group: &GroupSetup) {
        let vpc_id = self.setup.network.vpc_of(group.part);
        let named = |there: &&SecurityGroup| there.name == group.name && there.vpc_id == vpc_id;
        let there = self.observed.all_security_groups().find(named);
        let change = match there {
            None => Change::Create,
            Some(there) if self.owns(&there.tags) => {
                if let Some(output) = group.part.output() {
                    self.known.set(output, &there.id);
                }
                Change::AlreadySo
            }
            Some(there) => {
                let title = t!("plan-conflict-group", name = group.name.as_str(), id = there.id.as_str());
                return self.conflict(Page::Network, title, t!("plan-conflict-group-cure").into());
            }
        };
        let create = CreateSecurityGroup {
            part: group.part,
            name: group.name.clone(),
            description: group.description.clone(),
            vpc_id: vpc_id.to_owned(),
        };
        self.step(group_id(group.part), change, Page::Network, &[], Action::CreateSecurityGroup(create));
    }

    pub(super) fn rule(&mut self, rule: &RuleSetup) {
        let network = &self.setup.network;
        let (Some(group), Some(peer)) = (network.group(rule.group), network.group(rule.peer)) else { return };
        let group_id = self.known.fill_known(&group.id);
        let peer_id = self.known.fill_known(&peer.id);
        let there: Vec<&SecurityGroupRule> = match self.observed.security_group(&group_id) {
            Some(found) => found.rules(rule.direction).collect(),
            None => Vec::new(),
        };
        let covered_by = there.iter().find(|there| self.lets_through(there, rule, &peer_id)).map(|rule| line(rule));
        let change = match (&covered_by, self.observed.security_group(&group_id)) {
            (Some(_), _) => Change::AlreadySo,
            (None, Some(_)) => Change::Change,
            (None, None) => Change::Create,
        };
        let authorize = AuthorizeRule {
            vpc_id: network.vpc_of(rule.group).to_owned(),
            rule: GroupRule {
                group_id: group.id.clone(),
                direction: rule.direction,
                port: rule.port,
                peer_group_id: peer.id.clone(),
                description: rule.description.clone(),
            },
            group_name: group.name.clone(),
            peer_name: peer.name.clone(),
            reason: rule.reason.clone(),
            others: there.iter().map(|rule| line(rule)).collect(),
            covered_by,
        };
        self.step(rule_id(rule), change, Page::Network, &[], Action::AuthorizeRule(authorize));
    }

    /// Whether a rule that is there already admits the peer on this port: the peer itself, the
    /// whole VPC or everybody.
    fn lets_through(&self, there: &SecurityGroupRule, rule: &RuleSetup, peer_id: &str) -> bool {
        let own = self.setup.network.vpc_of(rule.group);
        let elsewhere = self.observed.function_network.present().and_then(|network| network.vpc.present());
        let vpc = self.observed.vpc.present().into_iter().chain(elsewhere).find(|vpc| vpc.id == own);
        let whole_vpc = |cidr: &String| vpc.is_some_and(|vpc| vpc.cidrs.contains(cidr));
        there.covers_tcp(rule.port)
            && match &there.peer {
                Peer::Group(id) => id == peer_id,
                Peer::Cidr(cidr) => cidr == "0.0.0.0/0" || whole_vpc(cidr),
                Peer::PrefixList(_) | Peer::Other(_) => false,
            }
    }

    fn endpoint(&mut self) {
        let network = &self.setup.network;
        let Some(endpoint) = &network.endpoint else { return };
        let there =
            self.observed.endpoints_beside_function().iter().find(|there| {
                there.service_name == endpoint.service_name && there.kind == "Interface" && there.is_alive()
            });
        let id = endpoint.id.as_ref().or(there.map(|there| &there.id));
        if let Some(id) = id {
            self.known.set(Output::VpcEndpoint, id);
        }
        let change = if endpoint.owned && id.is_none() { Change::Create } else { Change::AlreadySo };
        let create = CreateVpcEndpoint {
            vpc_id: network.vpc_of(GroupPart::Endpoint).to_owned(),
            service_name: endpoint.service_name.clone(),
            subnet_ids: endpoint.subnet_ids.clone(),
            security_group_ids: network.group(GroupPart::Endpoint).into_iter().map(|group| group.id.clone()).collect(),
        };
        self.step(ENDPOINT, change, Page::Network, &[], Action::CreateVpcEndpoint(create));
    }
}
