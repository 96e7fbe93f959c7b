//! How a proxy and its targets come and go, and what a target's health follows from.

use super::state::{ProxyRecord, SecretRecord, State, TargetRecord};
use super::{ec2, iam, kms, rds, secrets};
use crate::domain::database::{Database, DatabaseStatus};
use crate::domain::network::{Direction, Peer, SecurityGroup};
use crate::domain::policy::{Effect, Principal};
use crate::domain::proxy::{Proxy, ProxyStatus, TargetHealth, TargetReason, TargetState};
use crate::domain::role::Role;
use crate::domain::secret::KeyState;

/// Simulated seconds until a new proxy has a host name.
pub const ENDPOINT_SECS: u64 = 15;
/// Simulated seconds until a new proxy is `available`.
pub const CREATE_SECS: u64 = 360;
/// Simulated seconds a change of settings takes.
pub const MODIFY_SECS: u64 = 30;
/// Simulated seconds until a deleted proxy and its interfaces are gone.
pub const DELETE_SECS: u64 = 120;
/// Simulated seconds a target is `REGISTERING`.
const REGISTERING_SECS: u64 = 30;
/// Simulated seconds until the proxy has the capacity to look at the target.
const CAPACITY_SECS: u64 = 110;

/// `DBProxyStatus` at `now`.
pub fn status(record: &ProxyRecord, now: u64) -> ProxyStatus {
    if record.gone_at.is_some() {
        ProxyStatus::Deleting
    } else if now < record.ready_at {
        ProxyStatus::Creating
    } else if now < record.modified_until {
        ProxyStatus::Modifying
    } else {
        record.proxy.status.clone()
    }
}

fn unavailable(reason: TargetReason, description: &str) -> TargetHealth {
    TargetHealth { state: TargetState::Unavailable, reason: Some(reason), description: Some(description.into()) }
}

/// A target's health at `now`: its first minutes, then whatever the account's state amounts to.
pub fn health(state: &State, record: &ProxyRecord, target: &TargetRecord, now: u64) -> TargetHealth {
    let since = target.registered_at.max(record.ready_at);
    if now < since + REGISTERING_SECS {
        return TargetHealth { state: TargetState::Registering, reason: None, description: None };
    }
    let starved = state.knobs.no_capacity_since.is_some_and(|from| target.registered_at >= from);
    if starved || now < since + CAPACITY_SECS {
        return unavailable(
            TargetReason::PendingProxyCapacity,
            "DBProxy Target is waiting for proxy to scale to desired capacity",
        );
    }
    match rds::find(state, &target.database, target.cluster) {
        Some(database) => settled(state, &record.proxy, &database.database),
        None => unavailable(TargetReason::ConnectionFailed, "DBProxy Target unavailable due to an internal error"),
    }
}

fn settled(state: &State, proxy: &Proxy, database: &Database) -> TargetHealth {
    if database.status == DatabaseStatus::Stopped {
        return unavailable(TargetReason::ConnectionFailed, "DBProxy Target unavailable due to an internal error");
    }
    if database.replica_of.is_some() {
        return unavailable(TargetReason::InvalidReplicationState, "DBProxy Target is a read replica");
    }
    if database.engine.family() != Some(proxy.engine_family) {
        return unavailable(TargetReason::ConnectionFailed, "DBProxy Target unavailable due to an internal error");
    }
    if !reaches(state, proxy, database) {
        return unavailable(TargetReason::Unreachable, "DBProxy Target unavailable due to an internal error");
    }
    if !logs_in(state, proxy, database) {
        return unavailable(TargetReason::AuthFailure, "Proxy does not have any registered credentials");
    }
    TargetHealth { state: TargetState::Available, reason: None, description: None }
}

/// Whether a group's rules let TCP to `port` through between it and one of `peers`.
pub fn lets(
    state: &State,
    group: &SecurityGroup,
    direction: Direction,
    port: u16,
    peers: &[String],
    vpc_id: &str,
) -> bool {
    group.rules(direction).filter(|rule| rule.covers_tcp(port)).any(|rule| match &rule.peer {
        Peer::Group(id) => peers.contains(id),
        Peer::Cidr(cidr) => {
            let inside = state.vpcs.iter().any(|vpc| vpc.id == vpc_id && vpc.cidrs.contains(cidr));
            inside || rule.open_to_world()
        }
        Peer::PrefixList(_) | Peer::Other(_) => false,
    })
}

/// Whether the proxy's groups let it out to the database, and the database's let it in.
fn reaches(state: &State, proxy: &Proxy, database: &Database) -> bool {
    let Some(port) = database.port else { return false };
    let (ours, theirs) = (&proxy.security_group_ids, &database.security_group_ids);
    let out = ours.iter().filter_map(|id| ec2::group(state, id));
    let inward = theirs.iter().filter_map(|id| ec2::group(state, id));
    out.into_iter().any(|group| lets(state, group, Direction::Egress, port, theirs, &proxy.vpc_id))
        && inward.into_iter().any(|group| lets(state, group, Direction::Ingress, port, ours, &proxy.vpc_id))
}

/// Whether the proxy has at least one way to log in.
fn logs_in(state: &State, proxy: &Proxy, database: &Database) -> bool {
    let Some(role) = iam::by_arn(state, &proxy.role_arn).map(|record| &record.role) else { return false };
    if !iam::trusts(role, "rds.amazonaws.com") {
        return false;
    }
    if proxy.default_iam_auth && proxy.auth.is_empty() {
        return database.iam_auth && may_connect(state, role, database);
    }
    proxy.auth.iter().any(|auth| {
        secrets::find(state, &auth.secret_arn).is_some_and(|record| {
            // A deleted and remade secret has another suffix: the old ARN finds nothing.
            record.secret.arn == auth.secret_arn && usable(record) && may_read(state, role, record)
        })
    })
}

/// `rds-db:connect` for some user of this database. Which user is not the proxy's to know.
fn may_connect(state: &State, role: &Role, database: &Database) -> bool {
    let prefix = state.account.arn("rds-db", &format!("dbuser:{}/", database.resource_id));
    let mut named = role.policies().flat_map(|(_, document)| &document.statement);
    named.any(|statement| {
        statement.resource.iter().any(|resource| {
            let user = resource.strip_prefix(&prefix).unwrap_or("any");
            iam::allows(role, "rds-db:connect", &format!("{prefix}{user}"), &[])
        })
    })
}

fn usable(record: &SecretRecord) -> bool {
    let shape = &record.shape;
    let readable = !record.secret.deleted && secrets::has_current(&record.secret);
    readable && shape.is_json_object && shape.username.is_some() && shape.has_password
}

/// Whether the secret's own policy keeps the role out.
fn refused_by_policy(role: &Role, record: &SecretRecord) -> bool {
    record.policy.iter().flat_map(|policy| &policy.statement).any(|statement| {
        let meant = match &statement.principal {
            Some(Principal::Anyone(_)) => true,
            Some(Principal::Kinds(kinds)) => {
                kinds.values().flat_map(|who| who.iter()).any(|who| who == "*" || who == role.arn)
            }
            None => false,
        };
        statement.effect == Effect::Deny
            && meant
            && statement.covers("secretsmanager:GetSecretValue", &record.secret.arn)
    })
}

fn may_read(state: &State, role: &Role, record: &SecretRecord) -> bool {
    let reads = iam::allows(role, "secretsmanager:GetSecretValue", &record.secret.arn, &[]);
    let via = format!("secretsmanager.{}.{}", state.account.region, state.account.dns_suffix());
    let decrypts = match record.secret.kms_key_id.as_deref().map(|id| kms::key(state, id)) {
        None => true,
        Some(None) => false,
        Some(Some(key)) => {
            key.state == KeyState::Enabled
                && (!key.customer_managed || iam::allows(role, "kms:Decrypt", &key.arn, &[("kms:ViaService", &via)]))
        }
    };
    reads && decrypts && !refused_by_policy(role, record)
}
