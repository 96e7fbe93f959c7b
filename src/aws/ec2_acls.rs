//! EC2: network ACLs.

use aws_sdk_ec2::Client;
use aws_sdk_ec2::types::{NetworkAcl as SdkAcl, NetworkAclEntry as SdkEntry, RuleAction};

use super::ec2_network::filter;
use super::error::failed_on;
use crate::cloud::CloudResult;
use crate::domain::network::{Direction, NetworkAcl, NetworkAclEntry};

pub(super) async fn acls(ec2: &Client, vpc: &str) -> CloudResult<Vec<NetworkAcl>> {
    let all: Vec<SdkAcl> = ec2
        .describe_network_acls()
        .filters(filter("vpc-id", vpc))
        .into_paginator()
        .items()
        .send()
        .collect::<Result<_, _>>()
        .await
        .map_err(failed_on("ec2:DescribeNetworkAcls", vpc))?;
    Ok(all.into_iter().filter_map(acl).collect())
}

fn acl(found: SdkAcl) -> Option<NetworkAcl> {
    let associations = found.associations.unwrap_or_default().into_iter();
    Some(NetworkAcl {
        id: found.network_acl_id?,
        vpc_id: found.vpc_id.unwrap_or_default(),
        is_default: found.is_default.unwrap_or(false),
        subnet_ids: associations.filter_map(|association| association.subnet_id).collect(),
        entries: found.entries.unwrap_or_default().into_iter().map(entry).collect(),
    })
}

/// One that is not understood keeps its place: whatever it says, it may decide.
fn entry(found: SdkEntry) -> NetworkAclEntry {
    let port = |number: Option<i32>| number.and_then(|number| u16::try_from(number).ok());
    let ports = found.port_range;
    let number = found.rule_number.and_then(|number| u16::try_from(number).ok());
    NetworkAclEntry {
        number: number.unwrap_or_default(),
        direction: if found.egress.unwrap_or(false) { Direction::Egress } else { Direction::Ingress },
        // Without a number it is not known what it comes before.
        allow: number.and(found.rule_action).and_then(|action| match action {
            RuleAction::Allow => Some(true),
            RuleAction::Deny => Some(false),
            _ => None,
        }),
        protocol: found.protocol.unwrap_or_else(|| "-1".to_owned()),
        cidr: found.cidr_block.or(found.ipv6_cidr_block).unwrap_or_default(),
        from_port: port(ports.as_ref().and_then(|ports| ports.from)),
        to_port: port(ports.as_ref().and_then(|ports| ports.to)),
    }
}
