//! The ends of a hop, and what was read of the VPC each of them is in.

use crate::domain::database::Database;
use crate::domain::function::{Function, FunctionVpc};
use crate::domain::network::{NetworkAcl, RouteTable, SecurityGroup, Subnet, Vpc, VpcEndpoint};
use crate::domain::observed::{Observed, Part};
use crate::domain::proxy::{NetworkType, Proxy, ProxyEndpoint};

use crate::rules::facts;
use crate::rules::path::cidr::Cidr;
use crate::rules::rule::Stop;
use crate::text::t;

/// One end of a hop: its groups and the subnets its addresses are from.
#[derive(Clone, Copy)]
pub struct End<'a> {
    pub name: &'a str,
    pub vpc_id: &'a str,
    pub groups: &'a [String],
    pub subnets: &'a [String],
}

impl<'a> End<'a> {
    /// The function, where it is in a network.
    pub fn function(function: &'a Function) -> Result<Self, Stop> {
        let FunctionVpc { vpc_id, subnet_ids, security_group_ids, .. } = facts::function_vpc(function)?;
        Ok(Self { name: &function.name, vpc_id, groups: security_group_ids, subnets: subnet_ids })
    }

    pub fn proxy(proxy: &'a Proxy) -> Self {
        let Proxy { name, vpc_id, security_group_ids, subnet_ids, .. } = proxy;
        Self { name, vpc_id, groups: security_group_ids, subnets: subnet_ids }
    }

    /// An extra endpoint has groups and subnets of its own.
    pub fn endpoint(endpoint: &'a ProxyEndpoint) -> Self {
        let ProxyEndpoint { name, vpc_id, security_group_ids, subnet_ids, .. } = endpoint;
        Self { name, vpc_id, groups: security_group_ids, subnets: subnet_ids }
    }

    /// The database; one without a VPC yet counts as in the proxy's.
    pub fn database(database: &'a Database, proxy: &'a Proxy) -> Self {
        let vpc_id = database.vpc_id.as_deref().unwrap_or(&proxy.vpc_id);
        Self { name: &database.id, vpc_id, groups: &database.security_group_ids, subnets: &database.subnet_ids }
    }

    pub fn interface(endpoint: &'a VpcEndpoint) -> Self {
        let VpcEndpoint { id, vpc_id, security_group_ids, subnet_ids, .. } = endpoint;
        Self { name: id, vpc_id, groups: security_group_ids, subnets: subnet_ids }
    }

    /// In another network, or behind other groups.
    pub fn differs(&self, other: &Self) -> bool {
        self.vpc_id != other.vpc_id || self.groups != other.groups || self.subnets != other.subnets
    }

    /// The group both ends have, if any.
    pub fn shares(&self, other: &Self) -> Option<&'a str> {
        self.groups.iter().find(|id| other.groups.contains(id)).map(String::as_str)
    }
}

/// What was read of one VPC.
#[derive(Clone, Copy)]
pub struct VpcFacts<'a> {
    pub vpc: &'a Part<Vpc>,
    pub subnets: &'a Part<Vec<Subnet>>,
    pub route_tables: &'a Part<Vec<RouteTable>>,
    pub security_groups: &'a Part<Vec<SecurityGroup>>,
    pub network_acls: &'a Part<Vec<NetworkAcl>>,
    pub vpc_endpoints: &'a Part<Vec<VpcEndpoint>>,
}

impl<'a> VpcFacts<'a> {
    /// The VPC of an end: the database's, or the function's own.
    ///
    /// # Errors
    /// Unknown where it is a VPC that nobody read.
    pub fn find(observed: &'a Observed, vpc_id: &str) -> Result<Self, Stop> {
        if home(observed) == Some(vpc_id) {
            return Ok(Self {
                vpc: &observed.vpc,
                subnets: &observed.subnets,
                route_tables: &observed.route_tables,
                security_groups: &observed.security_groups,
                network_acls: &observed.network_acls,
                vpc_endpoints: &observed.vpc_endpoints,
            });
        }
        let functions = observed.function.present().and_then(|function| Some(function.vpc.as_ref()?.vpc_id.as_str()));
        match &observed.function_network {
            Part::Present(other) if functions == Some(vpc_id) => Ok(Self {
                vpc: &other.vpc,
                subnets: &other.subnets,
                route_tables: &other.route_tables,
                security_groups: &other.security_groups,
                network_acls: &other.network_acls,
                vpc_endpoints: &other.vpc_endpoints,
            }),
            Part::Unreadable(why) if functions == Some(vpc_id) => Err(why.into()),
            _ => Err(Stop::unknown(t!("seen-path-network-unread", vpc = vpc_id), &["ec2:DescribeVpcs"])),
        }
    }

    /// The address range of one of its subnets.
    ///
    /// # Errors
    /// Unknown where the subnet, or its range in this family, is not known.
    pub fn range(&self, subnet_id: &str, network: NetworkType) -> Result<Cidr, Stop> {
        let subnet = facts::there(self.subnets)?.iter().find(|subnet| subnet.id == subnet_id);
        let text = subnet.and_then(|subnet| match network {
            NetworkType::Other => None,
            NetworkType::Ipv6 => subnet.ipv6_cidr.as_deref(),
            NetworkType::Ipv4 | NetworkType::Dual => Some(subnet.cidr.as_str()),
        });
        text.and_then(Cidr::parse)
            .ok_or_else(|| Stop::unknown(t!("seen-path-range-unknown", subnet = subnet_id), &["ec2:DescribeSubnets"]))
    }
}

/// The VPC that was read as a whole: the database's, else the proxy's.
fn home(observed: &Observed) -> Option<&str> {
    let database = observed.database.present().and_then(|database| database.vpc_id.as_deref());
    database.or_else(|| Some(observed.proxy.present()?.vpc_id.as_str()))
}

/// A security group of any VPC that was read.
pub fn group<'a>(observed: &'a Observed, id: &str) -> Option<&'a SecurityGroup> {
    let other = observed.function_network.present().map_or(&[][..], |other| other.security_groups.items());
    observed.security_groups.items().iter().chain(other).find(|group| group.id == id)
}
