//! EC2: network ACLs.

use super::state::State;
use crate::domain::network::{Direction, NetworkAcl, NetworkAclEntry, Vpc};
use crate::practice::state::hex;

/// `ec2:DescribeNetworkAcls`: those that somebody made, and the default one of all other subnets.
pub fn of_vpc(state: &State, vpc_id: &str) -> Vec<NetworkAcl> {
    let Some(vpc) = state.vpcs.iter().find(|vpc| vpc.id == vpc_id) else { return Vec::new() };
    let own: Vec<NetworkAcl> = state.acls.iter().filter(|acl| acl.vpc_id == vpc_id).cloned().collect();
    let mut all = vec![default_acl(state, vpc, &own)];
    all.extend(own);
    all
}

fn default_acl(state: &State, vpc: &Vpc, own: &[NetworkAcl]) -> NetworkAcl {
    let taken = |id: &String| own.iter().any(|acl| acl.subnet_ids.contains(id));
    let subnets = state.subnets.iter().filter(|subnet| subnet.vpc_id == vpc.id).map(|subnet| subnet.id.clone());
    let both = [Direction::Ingress, Direction::Egress];
    let entries = both.map(|direction| [entry(100, direction, true, None), entry(32_767, direction, false, None)]);
    NetworkAcl {
        id: format!("acl-0{}", hex(&format!("acl/{}", vpc.id), 16)),
        vpc_id: vpc.id.clone(),
        is_default: true,
        subnet_ids: subnets.filter(|id| !taken(id)).collect(),
        entries: entries.into_iter().flatten().collect(),
    }
}

/// An entry for every address: TCP to one port, or everything.
pub fn entry(number: u16, direction: Direction, allow: bool, port: Option<u16>) -> NetworkAclEntry {
    NetworkAclEntry {
        number,
        direction,
        allow: Some(allow),
        protocol: if port.is_some() { "6" } else { "-1" }.into(),
        cidr: "0.0.0.0/0".into(),
        from_port: port,
        to_port: port,
    }
}
