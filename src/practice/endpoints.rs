//! EC2: interface endpoints, pending for a while and slow to go.

use super::ec2::{group, no_group};
use super::fault::{error, refused};
use super::state::{EndpointRecord, State};
use crate::cloud::{CloudResult, EndpointRef, ErrorKind, NewVpcEndpoint};
use crate::domain::network::{VpcAttribute, VpcEndpoint, VpcEndpointState};

/// Simulated seconds until a new endpoint is `available`.
const ENDPOINT_SECS: u64 = 60;
/// Simulated seconds a deleted endpoint's interfaces stay.
const ENDPOINT_GONE_SECS: u64 = 40;

/// `ec2:ModifyVpcAttribute`. Names take a resolver.
pub fn set_attribute(state: &mut State, id: &str, attribute: VpcAttribute, on: bool) -> CloudResult<()> {
    const OPERATION: &str = "ec2:ModifyVpcAttribute";
    let vpc = state.vpcs.iter_mut().find(|vpc| vpc.id == id);
    let vpc = vpc.ok_or_else(|| {
        let message = format!("The vpc ID '{id}' does not exist");
        error(ErrorKind::NotFound, OPERATION, id, "InvalidVpcID.NotFound", message)
    })?;
    match attribute {
        VpcAttribute::DnsSupport => vpc.dns_support = Some(on),
        VpcAttribute::DnsHostnames if on && vpc.dns_support == Some(false) => {
            let message = "DNS support must be enabled when DNS hostnames are enabled";
            return Err(refused(OPERATION, id, "InvalidParameterValue", message));
        }
        VpcAttribute::DnsHostnames => vpc.dns_hostnames = Some(on),
    }
    Ok(())
}

/// `ec2:CreateVpcEndpoint`, an interface endpoint with private DNS.
pub fn create(state: &mut State, new: &NewVpcEndpoint, now: u64) -> CloudResult<EndpointRef> {
    const OPERATION: &str = "ec2:CreateVpcEndpoint";
    let vpc = state.vpcs.iter().find(|vpc| vpc.id == new.vpc_id).ok_or_else(|| {
        error(
            ErrorKind::NotFound,
            OPERATION,
            &new.vpc_id,
            "InvalidVpcId.NotFound",
            format!("The Vpc Id {} does not exist", new.vpc_id),
        )
    })?;
    if vpc.dns_support != Some(true) || vpc.dns_hostnames != Some(true) {
        return Err(refused(
            OPERATION,
            &new.vpc_id,
            "InvalidParameter",
            format!(
                "Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true for {}",
                new.vpc_id
            ),
        ));
    }
    if !new.service_name.contains(&format!(".{}.", state.account.region)) {
        return Err(refused(
            OPERATION,
            &new.service_name,
            "InvalidServiceName",
            format!("The Vpc Endpoint Service '{}' does not exist", new.service_name),
        ));
    }
    let mut zones = Vec::new();
    for id in &new.subnet_ids {
        let subnet =
            state.subnets.iter().find(|subnet| subnet.id == *id && subnet.vpc_id == new.vpc_id).ok_or_else(|| {
                error(
                    ErrorKind::NotFound,
                    OPERATION,
                    id,
                    "InvalidSubnetId.NotFound",
                    format!("The subnet ID '{id}' does not exist"),
                )
            })?;
        if zones.contains(&subnet.zone) {
            return Err(refused(
                OPERATION,
                id,
                "DuplicateSubnetsInSameZone",
                "Found another VPC endpoint subnet in the availability zone.",
            ));
        }
        zones.push(subnet.zone.clone());
    }
    for id in &new.security_group_ids {
        group(state, id).filter(|group| group.vpc_id == new.vpc_id).ok_or_else(|| no_group(OPERATION, id))?;
    }
    let clash = |record: &&EndpointRecord| {
        let there = &record.endpoint;
        there.vpc_id == new.vpc_id && there.service_name == new.service_name && there.private_dns
    };
    // One that is being deleted keeps the name until it is gone.
    if state.endpoints.iter().find(clash).is_some() {
        return Err(error(
            ErrorKind::InUse,
            OPERATION,
            &new.service_name,
            "InvalidParameter",
            format!(
                "private-dns-enabled cannot be set because there is already a conflicting DNS domain for {} in the VPC {}",
                new.service_name, new.vpc_id
            ),
        ));
    }
    let id = state.new_id("vpce", &format!("{}/{}", new.vpc_id, new.service_name));
    state.endpoints.push(EndpointRecord {
        endpoint: VpcEndpoint {
            id: id.clone(),
            vpc_id: new.vpc_id.clone(),
            service_name: new.service_name.clone(),
            kind: "Interface".into(),
            state: VpcEndpointState::Available,
            subnet_ids: new.subnet_ids.clone(),
            security_group_ids: new.security_group_ids.clone(),
            private_dns: true,
            tags: new.tags.clone(),
            policy: None,
        },
        ready_at: now + ENDPOINT_SECS,
        gone_at: None,
    });
    Ok(EndpointRef { id })
}

/// `ec2:DeleteVpcEndpoints`; its interfaces stay a little longer.
pub fn delete(state: &mut State, id: &str, now: u64) -> CloudResult<()> {
    const OPERATION: &str = "ec2:DeleteVpcEndpoints";
    let record = state.endpoints.iter_mut().find(|record| record.endpoint.id == id).ok_or_else(|| {
        error(
            ErrorKind::NotFound,
            OPERATION,
            id,
            "InvalidVpcEndpointId.NotFound",
            format!("The Vpc Endpoint Id '{id}' does not exist"),
        )
    })?;
    record.gone_at.get_or_insert(now + ENDPOINT_GONE_SECS);
    Ok(())
}

/// The endpoint as `ec2:DescribeVpcEndpoints` shows it at `now`.
pub fn at(record: &EndpointRecord, now: u64) -> VpcEndpoint {
    let state = match record.gone_at {
        Some(_) => VpcEndpointState::Deleting,
        None if now < record.ready_at => VpcEndpointState::Pending,
        None => VpcEndpointState::Available,
    };
    VpcEndpoint { state, ..record.endpoint.clone() }
}
