//! IAM: roles, their policies, and what those allow.

use std::collections::BTreeMap;

use super::fault::{error, refused};
use super::state::{RoleRecord, State};
use crate::cloud::{CloudError, CloudResult, ErrorKind, NewRole};
use crate::domain::UnixSeconds;
use crate::domain::arn::short_name;
use crate::domain::policy::{Document, Effect, Principal, Statement};
use crate::domain::role::{AttachedPolicy, Role, Simulated};

/// Simulated seconds until a new role is known to the other services.
pub const PROPAGATION_SECS: u64 = 8;

/// By name, without path.
pub fn find<'a>(state: &'a State, name: &str) -> Option<&'a RoleRecord> {
    state.roles.iter().find(|record| record.role.name == name)
}

/// By ARN.
pub fn by_arn<'a>(state: &'a State, arn: &str) -> Option<&'a RoleRecord> {
    state.roles.iter().find(|record| record.role.arn == arn)
}

fn find_mut<'a>(state: &'a mut State, operation: &str, name: &str) -> CloudResult<&'a mut RoleRecord> {
    state
        .roles
        .iter_mut()
        .find(|record| record.role.name == name)
        .ok_or_else(|| no_such(operation, name, format!("The role with name {name} cannot be found.")))
}

fn no_such(operation: &str, resource: &str, message: String) -> CloudError {
    error(ErrorKind::NotFound, operation, resource, "NoSuchEntity", message)
}

/// Whether a service may assume the role.
pub fn trusts(role: &Role, service: &str) -> bool {
    role.trust.statement.iter().any(|statement| {
        statement.effect == Effect::Allow
            && statement.action.iter().any(|action| action == "sts:AssumeRole")
            && match &statement.principal {
                Some(Principal::Anyone(who)) => who == "*",
                Some(Principal::Kinds(kinds)) => {
                    kinds.get("Service").is_some_and(|services| services.iter().any(|one| one == service))
                }
                None => false,
            }
    })
}

/// Conditions the practice account understands are those on `kms:ViaService`; all others hold.
fn conditions_hold(statement: &Statement, context: &[(&str, &str)]) -> bool {
    statement.condition.values().flatten().all(|(key, accepted)| {
        context
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(key))
            .is_none_or(|(_, value)| accepted.iter().any(|pattern| crate::domain::policy::glob(pattern, value)))
    })
}

/// Whether role and boundary allow an action: allowed somewhere, denied nowhere.
pub fn allows(role: &Role, action: &str, resource: &str, context: &[(&str, &str)]) -> bool {
    let speaking = |document: &Document, effect: Effect| {
        document.statement.iter().any(|statement| {
            statement.effect == effect && statement.covers(action, resource) && conditions_hold(statement, context)
        })
    };
    let own = |effect: Effect| role.policies().any(|(_, document)| speaking(document, effect));
    let bounded = role
        .boundary
        .as_ref()
        .is_none_or(|boundary| speaking(boundary, Effect::Allow) && !speaking(boundary, Effect::Deny));
    own(Effect::Allow) && !own(Effect::Deny) && bounded
}

/// The role as `iam:GetRole` shows it: without its policies.
pub fn described(record: &RoleRecord) -> Role {
    Role { boundary: None, inline: BTreeMap::new(), attached: Vec::new(), ..detailed(record) }
}

/// The role as `iam:GetAccountAuthorizationDetails` shows it.
pub fn detailed(record: &RoleRecord) -> Role {
    Role { created: UnixSeconds::try_from(record.created_at).ok(), ..record.role.clone() }
}

/// The document of a policy that some role has, or is bounded by.
pub fn managed_policy(state: &State, arn: &str) -> Option<Document> {
    let attached = |role: &Role| role.attached.iter().find(|policy| policy.arn == arn)?.document.clone();
    let bounds = |role: &Role| role.boundary.clone().filter(|_| role.permissions_boundary.as_deref() == Some(arn));
    let mut roles = state.roles.iter().map(|record| &record.role);
    roles.find_map(|role| attached(role).or_else(|| bounds(role)))
}

/// `iam:SimulatePrincipalPolicy` of a role, as it answers without any context: a statement with a
/// condition says nothing.
pub fn simulated(role: &Role, action: &str, resource: &str) -> Simulated {
    let speaks = |statement: &Statement| statement.condition.is_empty() && statement.covers(action, resource);
    let names = |effect: Effect| -> Vec<String> {
        let says = |document: &Document| document.statement.iter().any(|one| one.effect == effect && speaks(one));
        role.policies().filter(|(_, document)| says(document)).map(|(name, _)| name.to_owned()).collect()
    };
    let (allowing, denying) = (names(Effect::Allow), names(Effect::Deny));
    let within = role.boundary.as_ref().map(|boundary| {
        let says = |effect: Effect| boundary.statement.iter().any(|one| one.effect == effect && speaks(one));
        says(Effect::Allow) && !says(Effect::Deny)
    });
    let decision = if !denying.is_empty() {
        "explicitDeny"
    } else if allowing.is_empty() || within == Some(false) {
        "implicitDeny"
    } else {
        "allowed"
    };
    Simulated {
        principal: role.arn.clone(),
        action: action.to_owned(),
        resource: resource.to_owned(),
        decision: decision.to_owned(),
        allowed_by_organizations: None,
        allowed_by_boundary: within,
        matched: if denying.is_empty() { allowing } else { denying },
    }
}

/// `iam:CreateRole`.
pub fn create_role(state: &mut State, new: &NewRole, now: u64) -> CloudResult<String> {
    const OPERATION: &str = "iam:CreateRole";
    let name = new.name.as_str();
    let allowed = |c: char| c.is_ascii_alphanumeric() || "_+=,.@-".contains(c);
    if name.is_empty() || name.len() > 64 || !name.chars().all(allowed) {
        return Err(refused(
            OPERATION,
            name,
            "ValidationError",
            format!(
                "1 validation error detected: Value '{name}' at 'roleName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]+ and have length less than or equal to 64"
            ),
        ));
    }
    if !(new.path.starts_with('/') && new.path.ends_with('/')) {
        return Err(refused(
            OPERATION,
            name,
            "ValidationError",
            "The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.",
        ));
    }
    if new.permissions_boundary.as_ref().is_some_and(|arn| !arn.starts_with("arn:")) {
        return Err(refused(OPERATION, name, "InvalidInput", "The permissions boundary is not a valid ARN."));
    }
    // Names are compared without case.
    if state.roles.iter().any(|record| record.role.name.eq_ignore_ascii_case(name)) {
        return Err(error(
            ErrorKind::AlreadyExists,
            OPERATION,
            name,
            "EntityAlreadyExists",
            format!("Role with name {name} already exists."),
        ));
    }
    let arn = state.account.global_arn("iam", &format!("role{}{name}", new.path));
    state.roles.push(RoleRecord {
        role: Role {
            name: name.to_owned(),
            arn: arn.clone(),
            path: new.path.clone(),
            description: Some(new.description.clone()).filter(|text| !text.is_empty()),
            trust: new.trust.clone(),
            inline: BTreeMap::new(),
            attached: Vec::new(),
            permissions_boundary: new.permissions_boundary.clone(),
            tags: new.tags.clone(),
            boundary: new.permissions_boundary.as_ref().map(|_| everything()),
            created: None,
            max_session_secs: None,
        },
        created_at: now,
        attached_at: now,
    });
    Ok(arn)
}

/// `iam:DeleteRole`: refused while policies hang on it.
pub fn delete_role(state: &mut State, name: &str) -> CloudResult<()> {
    const OPERATION: &str = "iam:DeleteRole";
    let role = &mut find_mut(state, OPERATION, name)?.role;
    let left = if !role.inline.is_empty() {
        Some("Cannot delete entity, must delete policies first.")
    } else if !role.attached.is_empty() {
        Some("Cannot delete entity, must detach all policies first.")
    } else {
        None
    };
    if let Some(message) = left {
        return Err(error(ErrorKind::InUse, OPERATION, name, "DeleteConflict", message));
    }
    state.roles.retain(|record| record.role.name != name);
    Ok(())
}

/// `iam:PutRolePolicy`.
pub fn put_role_policy(state: &mut State, name: &str, policy: &str, document: &Document) -> CloudResult<()> {
    const OPERATION: &str = "iam:PutRolePolicy";
    let role = &mut find_mut(state, OPERATION, name)?.role;
    // An unresolved `${TOKEN}` or an empty resource is what a half-filled document looks like.
    if document.statement.iter().any(|statement| statement.resource.is_empty() && statement.not_resource.is_empty()) {
        return Err(refused(OPERATION, name, "MalformedPolicyDocument", "Policy statement must contain resources."));
    }
    role.inline.insert(policy.to_owned(), document.clone());
    let size: usize = role.inline.values().map(|document| document.to_json_line().len()).sum();
    if size > 10_240 {
        return Err(error(
            ErrorKind::Quota,
            OPERATION,
            name,
            "LimitExceeded",
            format!("Maximum policy size of 10240 bytes exceeded for role {name}"),
        ));
    }
    Ok(())
}

/// `iam:DeleteRolePolicy`.
pub fn delete_role_policy(state: &mut State, name: &str, policy: &str) -> CloudResult<()> {
    const OPERATION: &str = "iam:DeleteRolePolicy";
    let role = &mut find_mut(state, OPERATION, name)?.role;
    let removed = role.inline.remove(policy);
    removed
        .map(|_| ())
        .ok_or_else(|| no_such(OPERATION, name, format!("The role policy with name {policy} cannot be found.")))
}

/// `iam:AttachRolePolicy`; attaching twice is no error.
pub fn attach(state: &mut State, name: &str, policy_arn: &str, now: u64) -> CloudResult<()> {
    const OPERATION: &str = "iam:AttachRolePolicy";
    let record = find_mut(state, OPERATION, name)?;
    let document = managed(policy_arn).ok_or_else(|| {
        no_such(OPERATION, policy_arn, format!("Policy {policy_arn} does not exist or is not attachable."))
    })?;
    if !record.role.attached.iter().any(|policy| policy.arn == policy_arn) {
        let (name, arn) = (short_name(policy_arn).to_owned(), policy_arn.to_owned());
        record.role.attached.push(AttachedPolicy { name, arn, document: Some(document) });
        record.attached_at = now;
    }
    Ok(())
}

/// `iam:DetachRolePolicy`.
pub fn detach(state: &mut State, name: &str, policy_arn: &str) -> CloudResult<()> {
    const OPERATION: &str = "iam:DetachRolePolicy";
    let role = &mut find_mut(state, OPERATION, name)?.role;
    let before = role.attached.len();
    role.attached.retain(|policy| policy.arn != policy_arn);
    if role.attached.len() == before {
        return Err(no_such(OPERATION, policy_arn, format!("Policy {policy_arn} was not found.")));
    }
    Ok(())
}

/// The company's boundary policies all allow everything.
fn everything() -> Document {
    Document::new(vec![Statement::allow(None, "*", "*")])
}

/// The policies of AWS that the practice account knows.
pub fn managed(arn: &str) -> Option<Document> {
    const LOGS: [&str; 3] = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"];
    const INTERFACES: [&str; 6] = [
        "ec2:CreateNetworkInterface",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeSubnets",
        "ec2:DeleteNetworkInterface",
        "ec2:AssignPrivateIpAddresses",
        "ec2:UnassignPrivateIpAddresses",
    ];
    let (_, name) = arn.split_once(":iam::aws:policy/")?;
    let actions: Vec<&str> = match name {
        "service-role/AWSLambdaBasicExecutionRole" => LOGS.to_vec(),
        "service-role/AWSLambdaVPCAccessExecutionRole" => [LOGS.as_slice(), INTERFACES.as_slice()].concat(),
        "service-role/AWSLambdaSQSQueueExecutionRole" => {
            [LOGS.as_slice(), &["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]].concat()
        }
        "AmazonS3ReadOnlyAccess" => vec!["s3:Get*", "s3:List*"],
        "AmazonSESFullAccess" => vec!["ses:*"],
        _ => return None,
    };
    let mut statement = Statement::allow(None, "", "*");
    statement.action.0 = actions.into_iter().map(str::to_owned).collect();
    Some(Document::new(vec![statement]))
}
