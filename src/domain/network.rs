//! VPCs, subnets, routes, security groups and interface endpoints.

use serde::{Deserialize, Serialize};

use super::Tags;
use super::api_words::api_words;
use super::observed::Part;
use super::policy::Document;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vpc {
    pub id: String,
    pub name: Option<String>,
    pub cidrs: Vec<String>,
    /// `InstanceTenancy`: `default` or `dedicated`; RDS Proxy refuses the latter.
    pub tenancy: String,
    /// `enableDnsSupport` / `enableDnsHostnames`; `None` where not read.
    pub dns_support: Option<bool>,
    pub dns_hostnames: Option<bool>,
    /// `domain-name-servers` of its DHCP options: `AmazonProvidedDNS`, or addresses; `None` where
    /// not read.
    #[serde(default)]
    pub dns_servers: Option<Vec<String>>,
    /// `EncryptionControl.Mode`: `monitor` or `enforce`.
    #[serde(default)]
    pub encryption_control: Option<String>,
    /// The account that owns it, which is another where the VPC is shared through AWS RAM.
    #[serde(default)]
    pub owner_id: Option<String>,
}

impl Vpc {
    /// The Name tag, else the id.
    pub fn label(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.id)
    }
}

/// What a VPC's resolver does.
/// <https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html>
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum VpcAttribute {
    /// It answers at all.
    DnsSupport,
    /// Interface endpoints may have the names of public services; takes [`Self::DnsSupport`].
    DnsHostnames,
}

impl VpcAttribute {
    /// The member of `ModifyVpcAttribute`.
    pub fn api_name(self) -> &'static str {
        match self {
            Self::DnsSupport => "EnableDnsSupport",
            Self::DnsHostnames => "EnableDnsHostnames",
        }
    }

    /// How it is in a VPC; `None` where it was not read.
    pub fn value_in(self, vpc: &Vpc) -> Option<bool> {
        match self {
            Self::DnsSupport => vpc.dns_support,
            Self::DnsHostnames => vpc.dns_hostnames,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subnet {
    pub id: String,
    pub vpc_id: String,
    pub name: Option<String>,
    /// `eu-west-1a`: the account's own name of the zone.
    pub zone: String,
    /// `euw1-az1`: the physical zone, the same for every account.
    pub zone_id: String,
    pub cidr: String,
    pub ipv6_cidr: Option<String>,
    pub free_addresses: u32,
}

impl Subnet {
    /// `Ipv6Native`: it has no IPv4 range.
    pub fn is_ipv6_only(&self) -> bool {
        self.cidr.is_empty() && self.ipv6_cidr.is_some()
    }

    /// The Name tag, else the id.
    pub fn label(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.id)
    }
}

/// Where a route sends packets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Route {
    /// A CIDR or a prefix list id; empty where it is neither.
    pub destination: String,
    /// `local`, or the id of a gateway: `igw-…`, `nat-…`, `tgw-…`, `pcx-…`, `vpce-…`, `eni-…`; empty
    /// where it is of a kind that this program does not know.
    pub target: String,
    /// `false` when the state is `blackhole`.
    pub active: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RouteTable {
    pub id: String,
    pub vpc_id: String,
    /// The table of every subnet that names no other.
    pub main: bool,
    pub subnet_ids: Vec<String>,
    pub routes: Vec<Route>,
}

/// The table a subnet uses: its own, else the VPC's main one.
pub fn table_of<'a>(subnet_id: &str, tables: &'a [RouteTable]) -> Option<&'a RouteTable> {
    tables
        .iter()
        .find(|table| table.subnet_ids.iter().any(|id| id == subnet_id))
        .or_else(|| tables.iter().find(|table| table.main))
}

impl RouteTable {
    fn default_route_to(&self, prefix: &str) -> bool {
        self.routes
            .iter()
            .any(|route| route.active && route.destination == "0.0.0.0/0" && route.target.starts_with(prefix))
    }

    /// A subnet with this table is public: its default route leads to an internet gateway.
    pub fn is_public(&self) -> bool {
        self.default_route_to("igw-")
    }

    /// A subnet with this table reaches the internet through a NAT gateway.
    pub fn has_nat(&self) -> bool {
        self.default_route_to("nat-")
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    Ingress,
    Egress,
}

/// The other side of a security-group rule.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Peer {
    Group(String),
    Cidr(String),
    PrefixList(String),
    /// A kind that this program does not know, as far as it was told: it may be anybody.
    Other(String),
}

/// One security-group rule, as `ec2:DescribeSecurityGroupRules` lists them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecurityGroupRule {
    /// `sgr-…`; absent where only the group itself could be read.
    pub id: Option<String>,
    pub direction: Direction,
    /// `tcp`, `udp`, `icmp`, a number, or `-1` for all.
    pub protocol: String,
    /// `None` with protocol `-1`.
    pub from_port: Option<u16>,
    pub to_port: Option<u16>,
    pub peer: Peer,
    pub description: Option<String>,
}

impl SecurityGroupRule {
    /// Whether the rule lets TCP to `port` through, whoever the peer is.
    pub fn covers_tcp(&self, port: u16) -> bool {
        match self.protocol.as_str() {
            "-1" => true,
            "tcp" | "6" => self.covers_port(port),
            _ => false,
        }
    }

    fn covers_port(&self, port: u16) -> bool {
        self.from_port.is_none_or(|from| from <= port) && self.to_port.is_none_or(|to| to >= port)
    }

    /// Whether it may be about TCP to `port` for all that is known: its protocol is none that this
    /// program knows.
    pub fn may_cover_tcp(&self, port: u16) -> bool {
        self.covers_tcp(port) || (!is_protocol(&self.protocol) && self.covers_port(port))
    }

    /// Whether the rule is open to every IPv4 or IPv6 address, however that is written.
    pub fn open_to_world(&self) -> bool {
        matches!(&self.peer, Peer::Cidr(cidr) if cidr.ends_with("/0"))
    }
}

/// Whether EC2's name or number of a protocol is one that this program understands.
pub fn is_protocol(text: &str) -> bool {
    matches!(text, "-1" | "tcp" | "udp" | "icmp" | "icmpv6") || text.parse::<u8>().is_ok()
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecurityGroup {
    pub id: String,
    pub name: String,
    pub vpc_id: String,
    pub description: String,
    pub rules: Vec<SecurityGroupRule>,
    pub tags: Tags,
}

impl SecurityGroup {
    pub fn rules(&self, direction: Direction) -> impl Iterator<Item = &SecurityGroupRule> {
        self.rules.iter().filter(move |rule| rule.direction == direction)
    }

    /// The rule that admits just this: TCP, one port, one other group.
    pub fn rule_between(&self, direction: Direction, port: u16, peer: &str) -> Option<&SecurityGroupRule> {
        self.rules(direction).find(|rule| {
            matches!(rule.protocol.as_str(), "tcp" | "6")
                && (rule.from_port, rule.to_port) == (Some(port), Some(port))
                && matches!(&rule.peer, Peer::Group(id) if id == peer)
        })
    }
}

api_words! {
    /// `State` of a VPC endpoint. AWS documents it with capitals and answers without; it is held without.
    /// <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEndpoint.html>
    VpcEndpointState {
        PendingAcceptance = "pendingacceptance",
        Pending = "pending",
        Available = "available",
        Deleting = "deleting",
        Deleted = "deleted",
        Rejected = "rejected",
        Failed = "failed",
        Expired = "expired",
        Partial = "partial",
    }
}

/// An interface or gateway endpoint of the VPC.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VpcEndpoint {
    pub id: String,
    pub vpc_id: String,
    /// `com.amazonaws.eu-west-1.secretsmanager`.
    pub service_name: String,
    /// `Interface` or `Gateway`.
    pub kind: String,
    pub state: VpcEndpointState,
    pub subnet_ids: Vec<String>,
    pub security_group_ids: Vec<String>,
    pub private_dns: bool,
    /// `PolicyDocument`; `None` where it has none.
    #[serde(default)]
    pub policy: Option<Document>,
    pub tags: Tags,
}

impl VpcEndpoint {
    /// It is there, or will be: EC2 lists those that are gone for an hour.
    pub fn is_alive(&self) -> bool {
        use VpcEndpointState::{Available, Pending, PendingAcceptance};
        matches!(self.state, Available | Pending | PendingAcceptance)
    }
}

/// A stateless filter around subnets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NetworkAcl {
    pub id: String,
    pub vpc_id: String,
    pub is_default: bool,
    pub subnet_ids: Vec<String>,
    /// In no particular order; the lowest number that matches decides.
    pub entries: Vec<NetworkAclEntry>,
}

/// Entries of one direction that an ACL has, the closing one not counted, unless AWS was asked for more.
/// <https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html>
pub const MOST_ACL_ENTRIES: usize = 20;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NetworkAclEntry {
    /// 1–32766; 32767 is the closing deny.
    pub number: u16,
    pub direction: Direction,
    /// `None` where `RuleAction` is neither `allow` nor `deny`: it may be either.
    pub allow: Option<bool>,
    /// A protocol number as text: `6` is TCP, `-1` all.
    pub protocol: String,
    /// Empty where it names no range that this program knows.
    pub cidr: String,
    /// `None` for all ports.
    pub from_port: Option<u16>,
    pub to_port: Option<u16>,
}

/// A prefix list that a rule or route names, with its address ranges.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrefixList {
    pub id: String,
    pub name: String,
    pub cidrs: Vec<String>,
}

api_words! {
    /// `Status.Code` of a peering connection.
    /// <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcPeeringConnectionStateReason.html>
    PeeringStatus {
        InitiatingRequest = "initiating-request",
        PendingAcceptance = "pending-acceptance",
        Active = "active",
        Deleted = "deleted",
        Rejected = "rejected",
        Failed = "failed",
        Expired = "expired",
        Provisioning = "provisioning",
        Deleting = "deleting",
    }
}

/// A peering connection of the database's VPC.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VpcPeering {
    pub id: String,
    pub status: PeeringStatus,
    pub requester_vpc: String,
    pub accepter_vpc: String,
}

/// The network of a function that is in another VPC than the database.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct OtherVpc {
    pub vpc: Part<Vpc>,
    pub subnets: Part<Vec<Subnet>>,
    pub route_tables: Part<Vec<RouteTable>>,
    pub security_groups: Part<Vec<SecurityGroup>>,
    pub network_acls: Part<Vec<NetworkAcl>>,
    pub vpc_endpoints: Part<Vec<VpcEndpoint>>,
}
