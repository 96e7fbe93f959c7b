//! EC2: network ACLs.

use super::fault::{error, refused};
use super::state::State;
use crate::cloud::{CloudError, CloudResult, ErrorKind};
use crate::domain::network::{Direction, MOST_ACL_ENTRIES, NetworkAcl, NetworkAclEntry, Vpc};
use crate::practice::state::hex;

/// The number of the closing deny.
const CLOSING: u16 = 32_767;

/// `ec2:DescribeNetworkAcls`: those that somebody made, and the default one of all other subnets.
pub fn of_vpc(state: &State, vpc_id: &str) -> Vec<NetworkAcl> {
    let Some(vpc) = state.vpcs.iter().find(|vpc| vpc.id == vpc_id) else { return Vec::new() };
    let mut own: Vec<NetworkAcl> = state.acls.iter().filter(|acl| acl.vpc_id == vpc_id).cloned().collect();
    if !own.iter().any(|acl| acl.is_default) {
        own.insert(0, default_acl(state, vpc, &own));
    }
    own
}

fn no_acl(operation: &str, id: &str) -> CloudError {
    let message = format!("The networkAcl ID '{id}' does not exist");
    error(ErrorKind::NotFound, operation, id, "InvalidNetworkAclID.NotFound", message)
}

/// One to change: a default ACL is kept from its first change on.
fn changed<'a>(state: &'a mut State, operation: &str, id: &str) -> CloudResult<&'a mut NetworkAcl> {
    if !state.acls.iter().any(|acl| acl.id == id) {
        let vpcs: Vec<String> = state.vpcs.iter().map(|vpc| vpc.id.clone()).collect();
        let mut defaults = vpcs.iter().flat_map(|vpc| of_vpc(state, vpc));
        let default = defaults.find(|acl| acl.id == id).ok_or_else(|| no_acl(operation, id))?;
        state.acls.push(default);
    }
    state.acls.iter_mut().find(|acl| acl.id == id).ok_or_else(|| no_acl(operation, id))
}

/// `ec2:CreateNetworkAclEntry`.
pub fn create_entry(state: &mut State, id: &str, entry: &NetworkAclEntry) -> CloudResult<()> {
    const OPERATION: &str = "ec2:CreateNetworkAclEntry";
    let acl = changed(state, OPERATION, id)?;
    let of_way = acl.entries.iter().filter(|there| there.direction == entry.direction && there.number < CLOSING);
    if of_way.clone().any(|there| there.number == entry.number) {
        let message = format!("The network acl entry identified by {} already exists.", entry.number);
        return Err(error(ErrorKind::AlreadyExists, OPERATION, id, "NetworkAclEntryAlreadyExists", message));
    }
    if of_way.count() >= MOST_ACL_ENTRIES {
        let message = format!("The maximum number of network ACL entries has been reached for '{id}'.");
        return Err(refused(OPERATION, id, "NetworkAclEntryLimitExceeded", message));
    }
    if entry.number == 0 || entry.number >= CLOSING {
        let message = format!("Value ({}) for parameter ruleNumber is invalid.", entry.number);
        return Err(refused(OPERATION, id, "InvalidParameterValue", message));
    }
    acl.entries.push(entry.clone());
    Ok(())
}

/// `ec2:DeleteNetworkAclEntry`.
pub fn delete_entry(state: &mut State, id: &str, number: u16, direction: Direction) -> CloudResult<()> {
    const OPERATION: &str = "ec2:DeleteNetworkAclEntry";
    let acl = changed(state, OPERATION, id)?;
    let before = acl.entries.len();
    acl.entries.retain(|there| there.number != number || there.direction != direction);
    if acl.entries.len() == before {
        let message = format!("The network acl entry identified by {number} does not exist.");
        return Err(error(ErrorKind::NotFound, OPERATION, id, "InvalidNetworkAclEntry.NotFound", message));
    }
    // Back to how every default one is, it is told apart from no other.
    if acl.is_default && acl.entries.len() == default_entries().len() {
        state.acls.retain(|acl| acl.id != id);
    }
    Ok(())
}

fn default_entries() -> Vec<NetworkAclEntry> {
    let both = [Direction::Ingress, Direction::Egress];
    both.map(|direction| [entry(100, direction, true, None), entry(CLOSING, direction, false, None)])
        .into_iter()
        .flatten()
        .collect()
}

fn default_acl(state: &State, vpc: &Vpc, own: &[NetworkAcl]) -> NetworkAcl {
    let taken = |id: &String| own.iter().any(|acl| acl.subnet_ids.contains(id));
    let subnets = state.subnets.iter().filter(|subnet| subnet.vpc_id == vpc.id).map(|subnet| subnet.id.clone());
    NetworkAcl {
        id: format!("acl-0{}", hex(&format!("acl/{}", vpc.id), 16)),
        vpc_id: vpc.id.clone(),
        is_default: true,
        subnet_ids: subnets.filter(|id| !taken(id)).collect(),
        entries: default_entries(),
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
