//! Secrets Manager. Of a value only its shape is kept.

use secrecy::zeroize::Zeroize;
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;
use std::collections::BTreeMap;

use super::fault::{error, refused};
use super::kms;
use super::state::{SecretRecord, State, hex};
use crate::cloud::{CloudError, CloudResult, ErrorKind, NewSecret};
use crate::domain::secret::{KeyState, Secret, SecretShape, SecretVersion};
use crate::domain::{Tags, UnixSeconds};

/// `VersionIdsToStages`.
type Stages = BTreeMap<String, Vec<String>>;

pub const CURRENT: &str = "AWSCURRENT";
pub const PENDING: &str = "AWSPENDING";
pub const PREVIOUS: &str = "AWSPREVIOUS";
/// Seconds between two rotations.
const ROTATION_SECS: u64 = 30 * 86_400;

/// By name, full ARN, or ARN without its random suffix.
pub fn find<'a>(state: &'a State, name_or_arn: &str) -> Option<&'a SecretRecord> {
    state.secrets.iter().find(|record| {
        let secret = &record.secret;
        secret.name == name_or_arn
            || secret.arn == name_or_arn
            || secret.arn.rsplit_once('-').is_some_and(|(bare, _)| bare == name_or_arn)
    })
}

/// By what names it, or the refusal.
pub fn existing<'a>(state: &'a State, operation: &str, name_or_arn: &str) -> CloudResult<&'a SecretRecord> {
    find(state, name_or_arn).ok_or_else(|| not_found(operation, name_or_arn))
}

/// The stages of a secret that was never changed.
pub fn first_version(seed: &str) -> Stages {
    BTreeMap::from([(version_id(seed, 1), vec![CURRENT.to_owned()])])
}

/// A version's id.
pub fn version_id(seed: &str, number: u32) -> String {
    let digits = hex(&format!("version/{seed}/{number}"), 32);
    let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default().to_owned();
    [part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32)].join("-")
}

/// When a rotating secret was last rotated, and when it is due: every 30 days, until it fails.
fn rotated(record: &SecretRecord, now: u64) -> (u64, u64) {
    match record.stuck_since {
        Some(due) => (due.saturating_sub(ROTATION_SECS), due),
        None => {
            let rounds = now.saturating_sub(record.changed_at) / ROTATION_SECS;
            let last = record.changed_at + rounds * ROTATION_SECS;
            (last, last + ROTATION_SECS)
        }
    }
}

/// `secretsmanager:DescribeSecret` at `now`.
pub fn described(record: &SecretRecord, now: u64) -> Secret {
    let rotates = record.secret.rotation_enabled;
    let (last, next) = if rotates { rotated(record, now) } else { (record.changed_at, 0) };
    Secret {
        last_changed: UnixSeconds::try_from(last).ok(),
        next_rotation: UnixSeconds::try_from(next).ok().filter(|_| rotates),
        ..record.secret.clone()
    }
}

/// `secretsmanager:ListSecretVersionIds`.
pub fn versions(record: &SecretRecord, now: u64) -> Vec<SecretVersion> {
    let (last, _) = rotated(record, now);
    let stages = record.secret.version_stages.iter().flatten();
    let version = |(id, stages): (&String, &Vec<String>)| {
        let is = |stage: &str| stages.iter().any(|one| one == stage);
        let made = match record.stuck_since {
            Some(since) if is(PENDING) && !is(CURRENT) => since,
            _ if is(CURRENT) => last,
            _ => last.saturating_sub(ROTATION_SECS),
        };
        SecretVersion { id: id.clone(), stages: stages.clone(), created: UnixSeconds::try_from(made).ok() }
    };
    stages.map(version).collect()
}

fn not_found(operation: &str, name: &str) -> CloudError {
    error(
        ErrorKind::NotFound,
        operation,
        name,
        "ResourceNotFoundException",
        "Secrets Manager can't find the specified secret.",
    )
}

/// `secretsmanager:GetSecretValue`, looked at and thrown away.
pub fn shape(state: &State, name_or_arn: &str) -> CloudResult<SecretShape> {
    const OPERATION: &str = "secretsmanager:GetSecretValue";
    let record = existing(state, OPERATION, name_or_arn)?;
    if record.secret.deleted {
        return Err(refused(
            OPERATION,
            name_or_arn,
            "InvalidRequestException",
            "You can't perform this operation on the secret because it was marked for deletion.",
        ));
    }
    if !has_current(&record.secret) {
        return Err(error(
            ErrorKind::NotFound,
            OPERATION,
            name_or_arn,
            "ResourceNotFoundException",
            "Secrets Manager can't find the specified secret value for staging label: AWSCURRENT",
        ));
    }
    Ok(record.shape.clone())
}

/// Whether there is a version to read. States of older programs name none.
pub fn has_current(secret: &Secret) -> bool {
    let current = |stages: &Stages| stages.values().flatten().any(|stage| stage == CURRENT);
    secret.version_stages.as_ref().is_none_or(current)
}

/// What a secret's text holds, without holding it.
pub fn shape_of(text: &str) -> SecretShape {
    let mut value: Value = serde_json::from_str(text).unwrap_or_default();
    let shape = shape_of_value(&value);
    if let Some(Value::String(password)) = value.get_mut("password") {
        password.zeroize();
    }
    shape
}

fn shape_of_value(value: &Value) -> SecretShape {
    let field = |name: &str| value.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
    SecretShape {
        is_json_object: value.is_object(),
        username: field("username").map(str::to_owned),
        has_password: field("password").is_some(),
        keys: value.as_object().map(|fields| fields.keys().cloned().collect()).unwrap_or_default(),
        host: field("host").map(str::to_owned),
        engine: field("engine").map(str::to_owned),
        ..SecretShape::default()
    }
}

/// The key that encrypts the secret, where it is not the one AWS manages.
pub fn own_key(state: &State, name_or_arn: &str) -> Option<String> {
    find(state, name_or_arn)?.secret.kms_key_id.clone()
}

/// `secretsmanager:CreateSecret`.
pub fn create(state: &mut State, new: &NewSecret, now: u64) -> CloudResult<String> {
    const OPERATION: &str = "secretsmanager:CreateSecret";
    let name = new.name.as_str();
    let allowed = |c: char| c.is_ascii_alphanumeric() || "/_+=.@-".contains(c);
    if name.is_empty() || name.len() > 512 || !name.chars().all(allowed) {
        return Err(refused(
            OPERATION,
            name,
            "ValidationException",
            "Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!",
        ));
    }
    if let Some(there) = find(state, name).filter(|record| record.secret.name == name) {
        return Err(if there.secret.deleted {
            // A deleted name stays taken until the recovery window ends.
            error(
                ErrorKind::AlreadyExists,
                OPERATION,
                name,
                "InvalidRequestException",
                "You can't create this secret because a secret with this name is already scheduled for deletion.",
            )
        } else {
            error(
                ErrorKind::AlreadyExists,
                OPERATION,
                name,
                "ResourceExistsException",
                format!("The operation failed because the secret {name} already exists."),
            )
        });
    }
    if let Some(id) = &new.kms_key_id
        && kms::key(state, id).is_none_or(|key| key.state != KeyState::Enabled)
    {
        return Err(refused(
            OPERATION,
            name,
            "EncryptionFailure",
            "Secrets Manager can't encrypt the protected secret text using the provided KMS key. Check that the KMS key is available, enabled, and not in an invalid state.",
        ));
    }
    let id = state.new_id("secret", name);
    let arn = state.account.arn("secretsmanager", &format!("secret:{name}-{}", suffix(&id)));
    state.secrets.push(SecretRecord {
        secret: Secret {
            name: name.to_owned(),
            arn: arn.clone(),
            description: Some(new.description.clone()),
            kms_key_id: new.kms_key_id.clone(),
            owning_service: None,
            deleted: false,
            rotation_enabled: false,
            tags: new.tags.clone(),
            rotation_lambda_arn: None,
            next_rotation: None,
            last_changed: None,
            version_stages: Some(first_version(&id)),
        },
        shape: shape_of(new.value.expose_secret()),
        policy: None,
        changed_at: now,
        stuck_since: None,
    });
    Ok(arn)
}

/// The six characters AWS appends to a secret's name.
pub fn suffix(seed: &str) -> String {
    let digits = hex(seed, 6);
    digits.char_indices().map(|(at, c)| if at % 2 == 0 { c.to_ascii_uppercase() } else { c }).collect()
}

/// `secretsmanager:DeleteSecret` with a recovery window of 7 to 30 days.
pub fn delete(state: &mut State, arn: &str, recovery_days: u32) -> CloudResult<()> {
    const OPERATION: &str = "secretsmanager:DeleteSecret";
    if !(7..=30).contains(&recovery_days) {
        return Err(refused(
            OPERATION,
            arn,
            "InvalidParameterException",
            "RecoveryWindowInDays value must be between 7 and 30 days (inclusive).",
        ));
    }
    let found = find(state, arn).map(|record| record.secret.arn.clone()).ok_or_else(|| not_found(OPERATION, arn))?;
    for record in state.secrets.iter_mut().filter(|record| record.secret.arn == found) {
        if let Some(owner) = &record.secret.owning_service {
            return Err(refused(
                OPERATION,
                arn,
                "InvalidRequestException",
                format!("You can't delete this secret because it is managed by {owner}."),
            ));
        }
        if record.secret.deleted {
            return Err(refused(
                OPERATION,
                arn,
                "InvalidRequestException",
                "You tried to perform the operation on a secret that's currently marked deleted.",
            ));
        }
        record.secret.deleted = true;
    }
    Ok(())
}

/// `secretsmanager:RestoreSecret`.
pub fn restore(state: &mut State, arn: &str) -> CloudResult<()> {
    record(state, "secretsmanager:RestoreSecret", arn)?.secret.deleted = false;
    Ok(())
}

/// `secretsmanager:TagResource`.
pub fn tag(state: &mut State, arn: &str, tags: &Tags) -> CloudResult<()> {
    let record = undeleted(state, "secretsmanager:TagResource", arn)?;
    record.secret.tags.extend(tags.clone());
    Ok(())
}

/// `secretsmanager:PutSecretValue`.
pub fn put_value(state: &mut State, arn: &str, value: &SecretString, version: &str, now: u64) -> CloudResult<()> {
    const OPERATION: &str = "secretsmanager:PutSecretValue";
    if !(32..=64).contains(&version.len()) {
        let message = "ClientRequestToken must be 32 to 64 characters long.";
        return Err(refused(OPERATION, arn, "InvalidParameterException", message));
    }
    let record = undeleted(state, OPERATION, arn)?;
    let stages = record.secret.version_stages.get_or_insert_default();
    if stages.contains_key(version) {
        let message = format!("You can't use ClientRequestToken {version} because that value is already in use.");
        return Err(error(ErrorKind::AlreadyExists, OPERATION, arn, "ResourceExistsException", message));
    }
    for labels in stages.values_mut() {
        labels.retain(|label| label != PREVIOUS);
        for label in labels.iter_mut().filter(|label| *label == CURRENT) {
            PREVIOUS.clone_into(label);
        }
    }
    stages.insert(version.to_owned(), vec![CURRENT.to_owned()]);
    record.shape = shape_of(value.expose_secret());
    record.changed_at = now;
    Ok(())
}

fn record<'a>(state: &'a mut State, operation: &str, arn: &str) -> CloudResult<&'a mut SecretRecord> {
    state.secrets.iter_mut().find(|record| record.secret.arn == arn).ok_or_else(|| not_found(operation, arn))
}

fn undeleted<'a>(state: &'a mut State, operation: &str, arn: &str) -> CloudResult<&'a mut SecretRecord> {
    let record = record(state, operation, arn)?;
    if record.secret.deleted {
        return Err(refused(
            operation,
            arn,
            "InvalidRequestException",
            "You can't perform this operation on the secret because it was marked for deletion.",
        ));
    }
    Ok(record)
}
