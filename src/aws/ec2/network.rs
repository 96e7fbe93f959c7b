//! EC2: VPCs, subnets, routes and endpoints.

use aws_sdk_ec2::Client;
use aws_sdk_ec2::types::{
    AttributeBooleanValue, Filter, ResourceType, RouteState, Tag, TagSpecification, Vpc as SdkVpc, VpcAttributeName,
    VpcEndpointType,
};

use crate::aws::code::kind_of;
use crate::aws::error::{failed, failed_on, missing, unless_denied};
use crate::cloud::{CloudError, CloudResult, EndpointRef, NewVpcEndpoint};
use crate::domain::Tags;
use crate::domain::network::{Route, RouteTable, Subnet, Vpc, VpcAttribute, VpcEndpoint};
use crate::domain::policy::Document;

pub async fn vpcs(ec2: &Client) -> CloudResult<Vec<Vpc>> {
    Ok(described(ec2, None).await?.into_iter().filter_map(vpc_of).collect())
}

/// With its DNS settings and name servers, each unless it may not be read.
pub async fn vpc(ec2: &Client, id: &str) -> CloudResult<Option<Vpc>> {
    let itself = async {
        // A filter that matches nothing is no error, an unknown id would be one.
        let found = described(ec2, Some(filter("vpc-id", id))).await?.into_iter().next();
        let Some(found) = found else { return CloudResult::Ok(None) };
        let servers = name_servers(ec2, found.dhcp_options_id.as_deref()).await;
        Ok(vpc_of(found).map(|vpc| (vpc, servers)))
    };
    let (itself, support, hostnames) = futures::join!(
        itself,
        attribute(ec2, id, VpcAttributeName::EnableDnsSupport),
        attribute(ec2, id, VpcAttributeName::EnableDnsHostnames)
    );
    let Some((mut vpc, servers)) = itself? else { return Ok(None) };
    vpc.dns_support = unless_denied(support)?.flatten();
    vpc.dns_hostnames = unless_denied(hostnames)?.flatten();
    vpc.dns_servers = unless_denied(servers)?;
    Ok(Some(vpc))
}

async fn described(ec2: &Client, only: Option<Filter>) -> CloudResult<Vec<SdkVpc>> {
    ec2.describe_vpcs()
        .set_filters(only.map(|filter| vec![filter]))
        .into_paginator()
        .items()
        .send()
        .collect::<Result<_, _>>()
        .await
        .map_err(failed("ec2:DescribeVpcs"))
}

/// A VPC without DHCP options says `default`, and hands out no name server.
/// <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateDhcpOptions.html>
async fn name_servers(ec2: &Client, options: Option<&str>) -> CloudResult<Vec<String>> {
    let Some(id) = options.filter(|id| *id != "default") else { return Ok(Vec::new()) };
    let found: Vec<_> = ec2
        .describe_dhcp_options()
        .filters(filter("dhcp-options-id", id))
        .into_paginator()
        .items()
        .send()
        .collect::<Result<_, _>>()
        .await
        .map_err(failed_on("ec2:DescribeDhcpOptions", id))?;
    let settings = found.into_iter().flat_map(|options| options.dhcp_configurations.unwrap_or_default());
    let servers = settings.filter(|setting| setting.key.as_deref() == Some("domain-name-servers"));
    Ok(servers.flat_map(|setting| setting.values.unwrap_or_default()).filter_map(|server| server.value).collect())
}

async fn attribute(ec2: &Client, vpc: &str, name: VpcAttributeName) -> CloudResult<Option<bool>> {
    let answer = ec2.describe_vpc_attribute().vpc_id(vpc).attribute(name).send().await;
    let answer = answer.map_err(failed_on("ec2:DescribeVpcAttribute", vpc))?;
    Ok(answer.enable_dns_support.or(answer.enable_dns_hostnames).and_then(|attribute| attribute.value))
}

/// One attribute a call: EC2 takes no more.
pub async fn set_attribute(ec2: &Client, vpc: &str, attribute: VpcAttribute, on: bool) -> CloudResult<()> {
    let value = AttributeBooleanValue::builder().value(on).build();
    let call = ec2.modify_vpc_attribute().vpc_id(vpc);
    let call = match attribute {
        VpcAttribute::DnsSupport => call.enable_dns_support(value),
        VpcAttribute::DnsHostnames => call.enable_dns_hostnames(value),
    };
    call.send().await.map_err(failed_on("ec2:ModifyVpcAttribute", vpc))?;
    Ok(())
}

pub async fn subnets(ec2: &Client, vpc: &str) -> CloudResult<Vec<Subnet>> {
    let all: Vec<_> = ec2
        .describe_subnets()
        .filters(filter("vpc-id", vpc))
        .into_paginator()
        .items()
        .send()
        .collect::<Result<_, _>>()
        .await
        .map_err(failed_on("ec2:DescribeSubnets", vpc))?;
    Ok(all.into_iter().filter_map(subnet_of).collect())
}

pub async fn route_tables(ec2: &Client, vpc: &str) -> CloudResult<Vec<RouteTable>> {
    let all: Vec<_> = ec2
        .describe_route_tables()
        .filters(filter("vpc-id", vpc))
        .into_paginator()
        .items()
        .send()
        .collect::<Result<_, _>>()
        .await
        .map_err(failed_on("ec2:DescribeRouteTables", vpc))?;
    Ok(all.into_iter().filter_map(table_of).collect())
}

pub async fn endpoints(ec2: &Client, vpc: &str) -> CloudResult<Vec<VpcEndpoint>> {
    let all: Vec<_> = ec2
        .describe_vpc_endpoints()
        .filters(filter("vpc-id", vpc))
        .into_paginator()
        .items()
        .send()
        .collect::<Result<_, _>>()
        .await
        .map_err(failed_on("ec2:DescribeVpcEndpoints", vpc))?;
    Ok(all.into_iter().filter_map(endpoint_of).collect())
}

pub async fn create_endpoint(ec2: &Client, new: NewVpcEndpoint) -> CloudResult<EndpointRef> {
    const OPERATION: &str = "ec2:CreateVpcEndpoint";
    let answer = ec2
        .create_vpc_endpoint()
        .vpc_endpoint_type(VpcEndpointType::Interface)
        .vpc_id(new.vpc_id)
        .service_name(&new.service_name)
        .set_subnet_ids(Some(new.subnet_ids))
        .set_security_group_ids(Some(new.security_group_ids))
        .private_dns_enabled(true)
        .tag_specifications(tagged(ResourceType::VpcEndpoint, new.tags))
        .client_token(new.token)
        .send()
        .await
        .map_err(failed_on(OPERATION, &new.service_name))?;
    let id = answer.vpc_endpoint.and_then(|endpoint| endpoint.vpc_endpoint_id);
    Ok(EndpointRef { id: id.ok_or_else(|| missing(OPERATION, "VpcEndpointId"))? })
}

/// The call itself succeeds even where an endpoint could not be deleted.
pub async fn delete_endpoint(ec2: &Client, id: &str) -> CloudResult<()> {
    const OPERATION: &str = "ec2:DeleteVpcEndpoints";
    let answer = ec2.delete_vpc_endpoints().vpc_endpoint_ids(id).send().await.map_err(failed_on(OPERATION, id))?;
    match answer.unsuccessful.unwrap_or_default().into_iter().find_map(|item| item.error) {
        None => Ok(()),
        Some(error) => {
            let code = error.code.unwrap_or_default();
            let message = error.message.unwrap_or_default();
            Err(CloudError::new(kind_of(&code, &message, 400), OPERATION, message).with_code(code).on(id))
        }
    }
}

pub fn filter(name: &str, value: &str) -> Filter {
    Filter::builder().name(name).values(value).build()
}

pub fn tagged(kind: ResourceType, tags: Tags) -> TagSpecification {
    let tags = tags.into_iter().map(|(key, value)| Tag::builder().key(key).value(value).build()).collect();
    TagSpecification::builder().resource_type(kind).set_tags(Some(tags)).build()
}

pub fn tags_of(list: Option<Vec<Tag>>) -> Tags {
    list.unwrap_or_default().into_iter().filter_map(|tag| Some((tag.key?, tag.value.unwrap_or_default()))).collect()
}

fn name_of(tags: Option<Vec<Tag>>) -> Option<String> {
    tags_of(tags).remove("Name").filter(|name| !name.is_empty())
}

fn vpc_of(found: SdkVpc) -> Option<Vpc> {
    let mut cidrs: Vec<String> = found.cidr_block.into_iter().collect();
    let more = found.cidr_block_association_set.unwrap_or_default().into_iter().filter_map(|block| block.cidr_block);
    let more = more
        .chain(found.ipv6_cidr_block_association_set.unwrap_or_default().into_iter().filter_map(|b| b.ipv6_cidr_block));
    for cidr in more {
        if !cidrs.contains(&cidr) {
            cidrs.push(cidr);
        }
    }
    Some(Vpc {
        id: found.vpc_id?,
        name: name_of(found.tags),
        cidrs,
        tenancy: found.instance_tenancy.map_or_else(|| "default".to_owned(), |tenancy| tenancy.as_str().to_owned()),
        dns_support: None,
        dns_hostnames: None,
        dns_servers: None,
        encryption_control: found
            .encryption_control
            .and_then(|control| control.mode)
            .map(|mode| mode.as_str().to_owned()),
        owner_id: found.owner_id,
    })
}

fn subnet_of(found: aws_sdk_ec2::types::Subnet) -> Option<Subnet> {
    let ipv6 = found.ipv6_cidr_block_association_set.unwrap_or_default();
    Some(Subnet {
        id: found.subnet_id?,
        vpc_id: found.vpc_id.unwrap_or_default(),
        name: name_of(found.tags),
        zone: found.availability_zone.unwrap_or_default(),
        zone_id: found.availability_zone_id.unwrap_or_default(),
        cidr: found.cidr_block.unwrap_or_default(),
        ipv6_cidr: ipv6.into_iter().find_map(|block| block.ipv6_cidr_block),
        free_addresses: found.available_ip_address_count.and_then(|n| n.try_into().ok()).unwrap_or_default(),
    })
}

fn table_of(found: aws_sdk_ec2::types::RouteTable) -> Option<RouteTable> {
    let associations = found.associations.unwrap_or_default();
    Some(RouteTable {
        id: found.route_table_id?,
        vpc_id: found.vpc_id.unwrap_or_default(),
        main: associations.iter().any(|association| association.main == Some(true)),
        subnet_ids: associations.into_iter().filter_map(|association| association.subnet_id).collect(),
        routes: found.routes.unwrap_or_default().into_iter().map(route_of).collect(),
    })
}

/// One that is not understood keeps its place, with what it does not say left empty.
fn route_of(found: aws_sdk_ec2::types::Route) -> Route {
    let destination =
        found.destination_cidr_block.or(found.destination_ipv6_cidr_block).or(found.destination_prefix_list_id);
    // `GatewayId` also says `local`, `igw-…` and `vpce-…`.
    let target = found
        .nat_gateway_id
        .or(found.transit_gateway_id)
        .or(found.vpc_peering_connection_id)
        .or(found.network_interface_id)
        .or(found.egress_only_internet_gateway_id)
        .or(found.local_gateway_id)
        .or(found.carrier_gateway_id)
        .or(found.core_network_arn)
        .or(found.gateway_id)
        .unwrap_or_default();
    let destination = destination.unwrap_or_default();
    Route { destination, target, active: found.state != Some(RouteState::Blackhole) }
}

fn endpoint_of(found: aws_sdk_ec2::types::VpcEndpoint) -> Option<VpcEndpoint> {
    Some(VpcEndpoint {
        id: found.vpc_endpoint_id?,
        vpc_id: found.vpc_id.unwrap_or_default(),
        service_name: found.service_name.unwrap_or_default(),
        kind: found.vpc_endpoint_type.map(|kind| kind.as_str().to_owned()).unwrap_or_default(),
        // EC2 writes `Available` and `available`.
        state: found.state.map(|state| state.as_str().to_ascii_lowercase()).unwrap_or_default().into(),
        subnet_ids: found.subnet_ids.unwrap_or_default(),
        security_group_ids: found.groups.unwrap_or_default().into_iter().filter_map(|group| group.group_id).collect(),
        private_dns: found.private_dns_enabled.unwrap_or(false),
        tags: tags_of(found.tags),
        policy: found.policy_document.map(|text| Document::read(&text)),
    })
}
