//! EC2: security groups, their rules, and who still uses them.

use super::fault::{error, refused};
use super::state::State;
use crate::cloud::{CloudError, CloudResult, ErrorKind, GroupRule, NewSecurityGroup};
use crate::domain::network::{Direction, Peer, SecurityGroup, SecurityGroupRule};

/// What EC2 takes in a group's or rule's description.
fn plain_description(text: &str) -> bool {
    text.chars().count() < 256
        && text.chars().all(|c| c.is_ascii_alphanumeric() || " ._-:/()#,@[]+=&;{}!$*".contains(c))
}

/// The refusal of an id that no group has.
pub fn no_group(operation: &str, id: &str) -> CloudError {
    error(
        ErrorKind::NotFound,
        operation,
        id,
        "InvalidGroup.NotFound",
        format!("The security group '{id}' does not exist"),
    )
}

/// By id.
pub fn group<'a>(state: &'a State, id: &str) -> Option<&'a SecurityGroup> {
    state.groups.iter().find(|group| group.id == id)
}

/// `ec2:CreateSecurityGroup`, and the revocation of its allow-all egress rule.
pub fn create_group(state: &mut State, new: &NewSecurityGroup) -> CloudResult<String> {
    const OPERATION: &str = "ec2:CreateSecurityGroup";
    let name = new.name.as_str();
    if !state.vpcs.iter().any(|vpc| vpc.id == new.vpc_id) {
        return Err(error(
            ErrorKind::NotFound,
            OPERATION,
            &new.vpc_id,
            "InvalidVpcID.NotFound",
            format!("The vpc ID '{}' does not exist", new.vpc_id),
        ));
    }
    if name.is_empty() || name.starts_with("sg-") || !plain_description(name) {
        return Err(refused(
            OPERATION,
            name,
            "InvalidParameterValue",
            format!("Value ({name}) for parameter GroupName is invalid. Group names may not be in the format sg-*."),
        ));
    }
    if new.description.is_empty() || !plain_description(&new.description) {
        return Err(refused(
            OPERATION,
            name,
            "InvalidParameterValue",
            format!(
                "Value ({}) for parameter GroupDescription is invalid. Character sets beyond ASCII are not supported.",
                new.description
            ),
        ));
    }
    if state.groups.iter().any(|group| group.vpc_id == new.vpc_id && group.name == name) {
        return Err(error(
            ErrorKind::AlreadyExists,
            OPERATION,
            name,
            "InvalidGroup.Duplicate",
            format!("The security group '{name}' already exists for VPC '{}'", new.vpc_id),
        ));
    }
    let id = state.new_id("sg", name);
    state.groups.push(SecurityGroup {
        id: id.clone(),
        name: name.to_owned(),
        vpc_id: new.vpc_id.clone(),
        description: new.description.clone(),
        rules: Vec::new(),
        tags: new.tags.clone(),
    });
    Ok(id)
}

/// Who holds an interface in the group.
fn users(state: &State, id: &str) -> Option<String> {
    let holds = |ids: &[String]| ids.iter().any(|one| one == id);
    let proxies = state.proxies.iter().filter(|record| holds(&record.proxy.security_group_ids));
    let databases = state.databases.iter().filter(|record| holds(&record.database.security_group_ids));
    let extra = state.proxies.iter().flat_map(|record| &record.endpoints);
    let extra = extra.filter(|extra| holds(&extra.endpoint.security_group_ids));
    let endpoints = state.endpoints.iter().filter(|record| holds(&record.endpoint.security_group_ids));
    // A published version keeps the network it was published with.
    let functions = state.functions.iter().filter(|record| {
        let networks =
            record.function.vpc.iter().chain(record.versions.values().filter_map(|version| version.vpc.as_ref()));
        networks.into_iter().any(|vpc| holds(&vpc.security_group_ids))
    });
    proxies
        .map(|record| record.proxy.name.clone())
        .chain(databases.map(|record| record.database.id.clone()))
        .chain(extra.map(|extra| extra.endpoint.name.clone()))
        .chain(endpoints.map(|record| record.endpoint.id.clone()))
        .chain(functions.map(|record| record.function.name.clone()))
        .chain(state.lingering.iter().filter(|one| holds(&one.group_ids)).map(|one| one.owner.clone()))
        .next()
}

/// `ec2:DeleteSecurityGroup`.
pub fn delete_group(state: &mut State, id: &str) -> CloudResult<()> {
    const OPERATION: &str = "ec2:DeleteSecurityGroup";
    let group = group(state, id).ok_or_else(|| no_group(OPERATION, id))?;
    if group.name == "default" {
        return Err(refused(
            OPERATION,
            id,
            "CannotDelete",
            format!("the specified group: \"{id}\" name: \"default\" cannot be deleted by a user"),
        ));
    }
    let named = state.groups.iter().any(|other| {
        other.id != id && other.rules.iter().any(|rule| matches!(&rule.peer, Peer::Group(peer) if peer == id))
    });
    if named || users(state, id).is_some() {
        return Err(error(
            ErrorKind::InUse,
            OPERATION,
            id,
            "DependencyViolation",
            format!("resource {id} has a dependent object"),
        ));
    }
    state.groups.retain(|group| group.id != id);
    Ok(())
}

/// The action that writing a rule of this direction needs.
pub fn action_to_authorize(direction: Direction) -> &'static str {
    match direction {
        Direction::Ingress => "ec2:AuthorizeSecurityGroupIngress",
        Direction::Egress => "ec2:AuthorizeSecurityGroupEgress",
    }
}

/// The action that taking a rule of this direction away needs.
pub fn action_to_revoke(direction: Direction) -> &'static str {
    match direction {
        Direction::Ingress => "ec2:RevokeSecurityGroupIngress",
        Direction::Egress => "ec2:RevokeSecurityGroupEgress",
    }
}

fn same(there: &SecurityGroupRule, rule: &GroupRule) -> bool {
    there.direction == rule.direction
        && there.protocol == "tcp"
        && there.from_port == Some(rule.port)
        && there.to_port == Some(rule.port)
        && matches!(&there.peer, Peer::Group(peer) if *peer == rule.peer_group_id)
}

/// `ec2:AuthorizeSecurityGroupIngress` or `…Egress`.
pub fn authorize(state: &mut State, rule: &GroupRule) -> CloudResult<String> {
    let operation = action_to_authorize(rule.direction);
    let vpc_of = |id: &str| group(state, id).map(|group| group.vpc_id.clone());
    let own = vpc_of(&rule.group_id).ok_or_else(|| no_group(operation, &rule.group_id))?;
    let peer = vpc_of(&rule.peer_group_id).ok_or_else(|| no_group(operation, &rule.peer_group_id))?;
    if own != peer {
        return Err(error(
            ErrorKind::NotFound,
            operation,
            &rule.group_id,
            "InvalidGroup.NotFound",
            format!(
                "You have specified two resources that belong to different networks: {}, {}",
                rule.group_id, rule.peer_group_id
            ),
        ));
    }
    if !plain_description(&rule.description) {
        return Err(refused(
            operation,
            &rule.group_id,
            "InvalidParameterValue",
            "Invalid rule description. Valid descriptions are strings less than 256 characters from the following set: a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*",
        ));
    }
    let seed = format!("{}/{:?}/{}/{}", rule.group_id, rule.direction, rule.port, rule.peer_group_id);
    let id = state.new_id("sgr", &seed);
    for group in state.groups.iter_mut().filter(|group| group.id == rule.group_id) {
        if group.rules.iter().any(|there| same(there, rule)) {
            return Err(error(
                ErrorKind::AlreadyExists,
                operation,
                &rule.group_id,
                "InvalidPermission.Duplicate",
                format!(
                    "the specified rule \"peer: {}, TCP, from port: {1}, to port: {1}, ALLOW\" already exists",
                    rule.peer_group_id, rule.port
                ),
            ));
        }
        group.rules.push(SecurityGroupRule {
            id: Some(id.clone()),
            direction: rule.direction,
            protocol: "tcp".into(),
            from_port: Some(rule.port),
            to_port: Some(rule.port),
            peer: Peer::Group(rule.peer_group_id.clone()),
            description: Some(rule.description.clone()),
        });
    }
    Ok(id)
}

/// `ec2:RevokeSecurityGroupIngress` or `…Egress`: by id where there is one, else by content.
pub fn revoke(state: &mut State, rule: &GroupRule, rule_id: Option<&str>) -> CloudResult<()> {
    let operation = action_to_revoke(rule.direction);
    let group = state
        .groups
        .iter_mut()
        .find(|group| group.id == rule.group_id)
        .ok_or_else(|| no_group(operation, &rule.group_id))?;
    let before = group.rules.len();
    match rule_id {
        Some(id) => group.rules.retain(|there| there.id.as_deref() != Some(id)),
        None => group.rules.retain(|there| !same(there, rule)),
    }
    if group.rules.len() < before {
        return Ok(());
    }
    Err(match rule_id {
        Some(id) => error(
            ErrorKind::NotFound,
            operation,
            id,
            "InvalidSecurityGroupRuleId.NotFound",
            format!("The security group rule ID '{id}' does not exist"),
        ),
        None => error(
            ErrorKind::NotFound,
            operation,
            &rule.group_id,
            "InvalidPermission.NotFound",
            "The specified rule does not exist in this security group.",
        ),
    })
}

fn same_content(one: &SecurityGroupRule, other: &SecurityGroupRule) -> bool {
    let content = |rule: &SecurityGroupRule| (rule.direction, rule.protocol.clone(), rule.from_port, rule.to_port);
    content(one) == content(other) && one.peer == other.peer
}

/// `ec2:RevokeSecurityGroupIngress` or `…Egress` of any rule.
pub fn revoke_rule(state: &mut State, group_id: &str, rule: &SecurityGroupRule) -> CloudResult<()> {
    let operation = action_to_revoke(rule.direction);
    let group = state.groups.iter_mut().find(|group| group.id == group_id);
    let group = group.ok_or_else(|| no_group(operation, group_id))?;
    let meant = |there: &SecurityGroupRule| match &rule.id {
        Some(id) => there.id.as_ref() == Some(id),
        None => same_content(there, rule),
    };
    let before = group.rules.len();
    group.rules.retain(|there| !meant(there));
    if group.rules.len() < before {
        return Ok(());
    }
    let message = "The specified rule does not exist in this security group.";
    Err(error(ErrorKind::NotFound, operation, group_id, "InvalidSecurityGroupRuleId.NotFound", message))
}

/// `ec2:AuthorizeSecurityGroupIngress` or `…Egress` of any rule.
pub fn restore_rule(state: &mut State, group_id: &str, rule: &SecurityGroupRule) -> CloudResult<String> {
    let operation = action_to_authorize(rule.direction);
    let id = state.new_id("sgr", &format!("{group_id}/{rule:?}"));
    let group = state.groups.iter_mut().find(|group| group.id == group_id);
    let group = group.ok_or_else(|| no_group(operation, group_id))?;
    if group.rules.iter().any(|there| same_content(there, rule)) {
        let message = "the specified rule already exists";
        return Err(error(ErrorKind::AlreadyExists, operation, group_id, "InvalidPermission.Duplicate", message));
    }
    group.rules.push(SecurityGroupRule { id: Some(id.clone()), ..rule.clone() });
    Ok(id)
}
