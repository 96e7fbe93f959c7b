//! EC2: security groups and their rules.

use aws_sdk_ec2::Client;
use aws_sdk_ec2::types::{
    Filter, IpPermission, IpRange, Ipv6Range, PrefixListId, ResourceType, SecurityGroup as SdkGroup,
    SecurityGroupRule as SdkRule, UserIdGroupPair,
};
use futures::stream::{self, StreamExt, TryStreamExt};
use std::collections::BTreeMap;

use crate::aws::ec2::network::{filter, tagged, tags_of};
use crate::aws::error::{failed_on, missing, unless_denied};
use crate::cloud::{CloudError, CloudResult, ErrorKind, GroupRule, NewSecurityGroup};
use crate::domain::network::{Direction, Peer, SecurityGroup, SecurityGroupRule};
use crate::text::said;

/// Values that one filter takes. <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Filter.html>
const FILTER_VALUES: usize = 200;
/// Calls at once.
const AT_ONCE: usize = 4;

const DESCRIBE: &str = "ec2:DescribeSecurityGroups";
const CREATE: &str = "ec2:CreateSecurityGroup";

pub async fn groups(ec2: &Client, vpc: &str) -> CloudResult<Vec<SecurityGroup>> {
    let found: Vec<SdkGroup> = ec2
        .describe_security_groups()
        .filters(filter("vpc-id", vpc))
        .into_paginator()
        .items()
        .send()
        .collect::<Result<_, _>>()
        .await
        .map_err(failed_on(DESCRIBE, vpc))?;
    let ids: Vec<String> = found.iter().filter_map(|group| group.group_id.clone()).collect();
    let mut listed = unless_denied(rules(ec2, vpc, &ids).await)?;
    Ok(found
        .into_iter()
        .filter_map(|group| {
            let id = group.group_id.clone()?;
            let rules = match &mut listed {
                Some(by_group) => by_group.remove(&id).unwrap_or_default(),
                None => own_rules(&group),
            };
            Some(SecurityGroup {
                id,
                name: group.group_name.unwrap_or_default(),
                vpc_id: group.vpc_id.unwrap_or_default(),
                description: group.description.unwrap_or_default(),
                rules,
                tags: tags_of(group.tags),
            })
        })
        .collect())
}

async fn rules(ec2: &Client, vpc: &str, ids: &[String]) -> CloudResult<BTreeMap<String, Vec<SecurityGroupRule>>> {
    let chunks: Vec<Vec<String>> = ids.chunks(FILTER_VALUES).map(<[String]>::to_vec).collect();
    let pages: Vec<Vec<SdkRule>> = stream::iter(chunks)
        .map(|ids| async move {
            let of_groups = Filter::builder().name("group-id").set_values(Some(ids)).build();
            ec2.describe_security_group_rules()
                .filters(of_groups)
                .into_paginator()
                .items()
                .send()
                .collect::<Result<_, _>>()
                .await
                .map_err(failed_on("ec2:DescribeSecurityGroupRules", vpc))
        })
        .buffered(AT_ONCE)
        .try_collect()
        .await?;
    let mut by_group: BTreeMap<String, Vec<SecurityGroupRule>> = BTreeMap::new();
    for rule in pages.into_iter().flatten() {
        let Some(group) = rule.group_id.clone() else { continue };
        by_group.entry(group).or_default().push(rule_of(rule));
    }
    Ok(by_group)
}

fn rule_of(rule: SdkRule) -> SecurityGroupRule {
    let group = rule.referenced_group_info.and_then(|group| group.group_id).map(Peer::Group);
    let peer = group
        .or(rule.cidr_ipv4.map(Peer::Cidr))
        .or(rule.cidr_ipv6.map(Peer::Cidr))
        .or(rule.prefix_list_id.map(Peer::PrefixList))
        .unwrap_or_else(unknown_peer);
    SecurityGroupRule {
        id: rule.security_group_rule_id,
        direction: if rule.is_egress.unwrap_or(false) { Direction::Egress } else { Direction::Ingress },
        protocol: rule.ip_protocol.unwrap_or_else(|| "-1".to_owned()),
        from_port: rule.from_port.and_then(port),
        to_port: rule.to_port.and_then(port),
        peer,
        description: rule.description.filter(|text| !text.is_empty()),
    }
}

/// A rule whose peer is of no kind that the SDK knows is still a rule, and may be the one that
/// decides.
fn unknown_peer() -> Peer {
    Peer::Other("unknown".to_owned())
}

/// The rules as the group itself lists them: without ids, several peers to one entry.
fn own_rules(group: &SdkGroup) -> Vec<SecurityGroupRule> {
    let of = |direction: Direction, permissions: &Option<Vec<IpPermission>>| -> Vec<SecurityGroupRule> {
        permissions.iter().flatten().flat_map(|permission| from_permission(direction, permission)).collect()
    };
    let mut rules = of(Direction::Ingress, &group.ip_permissions);
    rules.extend(of(Direction::Egress, &group.ip_permissions_egress));
    rules
}

fn from_permission(direction: Direction, permission: &IpPermission) -> Vec<SecurityGroupRule> {
    let groups = permission.user_id_group_pairs.iter().flatten();
    let group = |id: &Option<String>| id.clone().map_or_else(unknown_peer, Peer::Group);
    let groups = groups.map(|pair| (group(&pair.group_id), &pair.description));
    let v4 = permission.ip_ranges.iter().flatten();
    let v4 = v4.filter_map(|range| Some((Peer::Cidr(range.cidr_ip.clone()?), &range.description)));
    let v6 = permission.ipv6_ranges.iter().flatten();
    let v6 = v6.filter_map(|range| Some((Peer::Cidr(range.cidr_ipv6.clone()?), &range.description)));
    let lists = permission.prefix_list_ids.iter().flatten();
    let lists = lists.filter_map(|list| Some((Peer::PrefixList(list.prefix_list_id.clone()?), &list.description)));
    let mut peers: Vec<_> = groups.chain(v4).chain(v6).chain(lists).collect();
    if peers.is_empty() {
        peers.push((unknown_peer(), &None));
    }
    peers
        .into_iter()
        .map(|(peer, description)| SecurityGroupRule {
            id: None,
            direction,
            protocol: permission.ip_protocol.clone().unwrap_or_else(|| "-1".to_owned()),
            from_port: permission.from_port.and_then(port),
            to_port: permission.to_port.and_then(port),
            peer,
            description: description.clone().filter(|text| !text.is_empty()),
        })
        .collect()
}

/// EC2 writes -1 where a protocol has no ports.
fn port(number: i32) -> Option<u16> {
    u16::try_from(number).ok()
}

pub async fn create(ec2: &Client, once: &Client, new: NewSecurityGroup) -> CloudResult<String> {
    let answer = once
        .create_security_group()
        .group_name(&new.name)
        .description(new.description)
        .vpc_id(new.vpc_id)
        .tag_specifications(tagged(ResourceType::SecurityGroup, new.tags))
        .send()
        .await
        .map_err(failed_on(CREATE, &new.name))?;
    let id = answer.group_id.ok_or_else(|| missing(CREATE, "GroupId"))?;
    match revoke_default_egress(ec2, once, &id).await {
        Ok(()) => Ok(id),
        Err(error) => {
            // Half a group helps nobody, and its id would be lost with the error.
            if delete(once, &id).await.is_ok() {
                return Err(error);
            }
            let message = said!("error-group-left-over", message = &error.message, id = id);
            Err(CloudError { message, ..error })
        }
    }
}

/// Every new group may send anything anywhere, in a VPC with IPv6 by two rules.
async fn revoke_default_egress(ec2: &Client, once: &Client, id: &str) -> CloudResult<()> {
    let answer = ec2.describe_security_groups().filters(filter("group-id", id)).send().await;
    let answer = answer.map_err(failed_on(DESCRIBE, id))?;
    let group = answer.security_groups.unwrap_or_default().into_iter().next();
    let egress = match group {
        Some(group) => group.ip_permissions_egress.unwrap_or_default(),
        // Not listed yet: the rule that is always there.
        None => vec![everything_to("0.0.0.0/0")],
    };
    if egress.is_empty() {
        return Ok(());
    }
    once.revoke_security_group_egress()
        .group_id(id)
        .set_ip_permissions(Some(egress))
        .send()
        .await
        .map_err(failed_on("ec2:RevokeSecurityGroupEgress", id))?;
    Ok(())
}

fn everything_to(cidr: &str) -> IpPermission {
    let range = IpRange::builder().cidr_ip(cidr).build();
    IpPermission::builder().ip_protocol("-1").ip_ranges(range).build()
}

pub async fn delete(ec2: &Client, id: &str) -> CloudResult<()> {
    ec2.delete_security_group().group_id(id).send().await.map_err(failed_on("ec2:DeleteSecurityGroup", id))?;
    Ok(())
}

fn permission(rule: &GroupRule) -> IpPermission {
    let description = Some(rule.description.clone()).filter(|text| !text.is_empty());
    let peer = UserIdGroupPair::builder().group_id(&rule.peer_group_id).set_description(description).build();
    let port = i32::from(rule.port);
    IpPermission::builder().ip_protocol("tcp").from_port(port).to_port(port).user_id_group_pairs(peer).build()
}

pub async fn authorize(ec2: &Client, rule: &GroupRule) -> CloudResult<String> {
    send_authorize(ec2, &rule.group_id, rule.direction, permission(rule)).await
}

/// Writes a rule as it was read.
pub async fn restore_rule(ec2: &Client, group: &str, rule: &SecurityGroupRule) -> CloudResult<String> {
    let permission = as_permission(rule).ok_or_else(|| not_understood(group, rule.direction))?;
    send_authorize(ec2, group, rule.direction, permission).await
}

async fn send_authorize(ec2: &Client, group: &str, direction: Direction, wanted: IpPermission) -> CloudResult<String> {
    let (operation, made) = match direction {
        Direction::Ingress => {
            const OPERATION: &str = "ec2:AuthorizeSecurityGroupIngress";
            let call = ec2.authorize_security_group_ingress().group_id(group).ip_permissions(wanted);
            let answer = call.send().await.map_err(failed_on(OPERATION, group))?;
            (OPERATION, answer.security_group_rules)
        }
        Direction::Egress => {
            const OPERATION: &str = "ec2:AuthorizeSecurityGroupEgress";
            let call = ec2.authorize_security_group_egress().group_id(group).ip_permissions(wanted);
            let answer = call.send().await.map_err(failed_on(OPERATION, group))?;
            (OPERATION, answer.security_group_rules)
        }
    };
    let id = made.unwrap_or_default().into_iter().find_map(|rule| rule.security_group_rule_id);
    id.ok_or_else(|| missing(operation, "SecurityGroupRuleId"))
}

pub async fn revoke(ec2: &Client, rule: &GroupRule, rule_id: Option<&str>) -> CloudResult<()> {
    let content = rule_id.is_none().then(|| permission(rule));
    send_revoke(ec2, &rule.group_id, rule.direction, rule_id, content).await
}

pub async fn revoke_rule(ec2: &Client, group: &str, rule: &SecurityGroupRule) -> CloudResult<()> {
    let content = match rule.id {
        Some(_) => None,
        None => Some(as_permission(rule).ok_or_else(|| not_understood(group, rule.direction))?),
    };
    send_revoke(ec2, group, rule.direction, rule.id.as_deref(), content).await
}

/// By content, EC2 answers success even where nothing matched, and lists what it did not know.
async fn send_revoke(
    ec2: &Client,
    group: &str,
    direction: Direction,
    rule_id: Option<&str>,
    content: Option<IpPermission>,
) -> CloudResult<()> {
    let ids = rule_id.map(|id| vec![id.to_owned()]);
    let content = content.map(|permission| vec![permission]);
    let (operation, unknown) = match direction {
        Direction::Ingress => {
            const OPERATION: &str = "ec2:RevokeSecurityGroupIngress";
            let call = ec2.revoke_security_group_ingress().group_id(group);
            let call = call.set_security_group_rule_ids(ids).set_ip_permissions(content);
            let answer = call.send().await.map_err(failed_on(OPERATION, rule_id.unwrap_or(group)))?;
            (OPERATION, answer.unknown_ip_permissions)
        }
        Direction::Egress => {
            const OPERATION: &str = "ec2:RevokeSecurityGroupEgress";
            let call = ec2.revoke_security_group_egress().group_id(group);
            let call = call.set_security_group_rule_ids(ids).set_ip_permissions(content);
            let answer = call.send().await.map_err(failed_on(OPERATION, rule_id.unwrap_or(group)))?;
            (OPERATION, answer.unknown_ip_permissions)
        }
    };
    if unknown.is_some_and(|unknown| !unknown.is_empty()) {
        return Err(CloudError::not_found(operation, rule_id.unwrap_or(group)));
    }
    Ok(())
}

/// `None` for a peer that is not understood.
fn as_permission(rule: &SecurityGroupRule) -> Option<IpPermission> {
    let description = rule.description.clone();
    let permission = IpPermission::builder()
        .ip_protocol(&rule.protocol)
        .set_from_port(rule.from_port.map(i32::from))
        .set_to_port(rule.to_port.map(i32::from));
    let permission =
        match &rule.peer {
            Peer::Group(id) => permission
                .user_id_group_pairs(UserIdGroupPair::builder().group_id(id).set_description(description).build()),
            Peer::Cidr(range) if range.contains(':') => {
                permission.ipv6_ranges(Ipv6Range::builder().cidr_ipv6(range).set_description(description).build())
            }
            Peer::Cidr(range) => {
                permission.ip_ranges(IpRange::builder().cidr_ip(range).set_description(description).build())
            }
            Peer::PrefixList(id) => permission
                .prefix_list_ids(PrefixListId::builder().prefix_list_id(id).set_description(description).build()),
            Peer::Other(_) => return None,
        };
    Some(permission.build())
}

fn not_understood(group: &str, direction: Direction) -> CloudError {
    let operation = match direction {
        Direction::Ingress => "ec2:AuthorizeSecurityGroupIngress",
        Direction::Egress => "ec2:AuthorizeSecurityGroupEgress",
    };
    CloudError::new(ErrorKind::Refused, operation, said!("error-rule-not-understood")).on(group)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_whose_peer_is_of_no_known_kind_keeps_its_place() {
        let rule = SdkRule::builder().group_id("sg-1").ip_protocol("tcp").from_port(3306).to_port(3306).build();
        assert_eq!(rule_of(rule).peer, Peer::Other("unknown".into()));
        let permission = IpPermission::builder().ip_protocol("tcp").from_port(3306).to_port(3306).build();
        let peers: Vec<Peer> =
            from_permission(Direction::Ingress, &permission).into_iter().map(|rule| rule.peer).collect();
        assert_eq!(peers, [Peer::Other("unknown".into())]);
    }
}
