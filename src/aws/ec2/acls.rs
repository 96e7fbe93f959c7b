//! EC2: network ACLs.

use aws_sdk_ec2::Client;
use aws_sdk_ec2::types::{NetworkAcl as SdkAcl, NetworkAclEntry as SdkEntry, PortRange, RuleAction};

use crate::aws::ec2::network::filter;
use crate::aws::error::failed_on;
use crate::cloud::{CloudError, CloudResult, ErrorKind};
use crate::domain::network::{Direction, NetworkAcl, NetworkAclEntry};
use crate::text::said;

pub async fn acls(ec2: &Client, vpc: &str) -> CloudResult<Vec<NetworkAcl>> {
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

pub async fn create_entry(ec2: &Client, acl: &str, entry: &NetworkAclEntry) -> CloudResult<()> {
    const OPERATION: &str = "ec2:CreateNetworkAclEntry";
    let Some(allow) = entry.allow else {
        let message = said!("error-acl-not-understood");
        return Err(CloudError::new(ErrorKind::Refused, OPERATION, message).on(acl));
    };
    let v6 = entry.cidr.contains(':');
    let ports =
        PortRange::builder().set_from(entry.from_port.map(i32::from)).set_to(entry.to_port.map(i32::from)).build();
    ec2.create_network_acl_entry()
        .network_acl_id(acl)
        .egress(entry.direction == Direction::Egress)
        .rule_number(i32::from(entry.number))
        .rule_action(if allow { RuleAction::Allow } else { RuleAction::Deny })
        .protocol(&entry.protocol)
        .set_port_range(entry.from_port.map(|_| ports))
        .set_cidr_block((!v6).then(|| entry.cidr.clone()))
        .set_ipv6_cidr_block(v6.then(|| entry.cidr.clone()))
        .send()
        .await
        .map_err(failed_on(OPERATION, acl))?;
    Ok(())
}

pub async fn delete_entry(ec2: &Client, acl: &str, number: u16, direction: Direction) -> CloudResult<()> {
    let call = ec2.delete_network_acl_entry().network_acl_id(acl).rule_number(i32::from(number));
    let call = call.egress(direction == Direction::Egress);
    call.send().await.map_err(failed_on("ec2:DeleteNetworkAclEntry", acl))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_that_is_not_understood_keeps_its_place() {
        let odd = SdkEntry::builder().rule_number(90).rule_action(RuleAction::from("audit")).protocol("6");
        let read = entry(odd.build());
        assert_eq!((read.number, read.allow, read.cidr.as_str()), (90, None, ""));
        let beyond = SdkEntry::builder().rule_number(70_000).rule_action(RuleAction::Allow).cidr_block("0.0.0.0/0");
        assert_eq!(entry(beyond.build()).allow, None, "what it comes before is not known");
    }
}
