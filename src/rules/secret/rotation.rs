//! Rotation of the secrets: none, one that is stuck, and settings that make the next one fail or
//! lock the function out.

use crate::domain::UnixSeconds;
use crate::domain::arn::short_name;
use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::observed::Observed;
use crate::domain::secret::{ProxySecret, Secret};

use super::each::{CURRENT, each, shape};
use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::operation::metrics;
use crate::rules::rule::{Check, Rule, Seen, Stop};

const STRUCTURE: &str =
    "https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_secret_json_structure.html";

pub const MULTI_USER: Rule = Rule {
    code: "secret-rotation-multi-user",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    source: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets_strategies.html",
    needs: &[Need::Proxy, Need::Secrets, Need::SecretShapes, Need::RotationTags],
    check: multi_user,
};

pub const BROKEN: Rule = Rule {
    code: "secret-rotation-broken",
    severity: Severity::Warning,
    hop: Hop::RoleAndSecret,
    source: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot_rotation.html",
    needs: &[Need::Proxy, Need::Secrets, Need::SecretVersions],
    check: broken,
};

pub const HOST_IS_PROXY: Rule = Rule {
    code: "secret-rotation-host-is-proxy",
    severity: Severity::Warning,
    hop: Hop::RoleAndSecret,
    source: STRUCTURE,
    needs: &[Need::Proxy, Need::ProxyEndpoints, Need::Secrets, Need::SecretShapes],
    check: host_is_proxy,
};

pub const MISSING_FIELDS: Rule = Rule {
    code: "secret-rotation-missing-fields",
    severity: Severity::Warning,
    hop: Hop::RoleAndSecret,
    source: STRUCTURE,
    needs: &[Need::Proxy, Need::Secrets, Need::SecretShapes],
    check: missing_fields,
};

pub const NONE: Rule = Rule {
    code: "secret-no-rotation",
    severity: Severity::Info,
    hop: Hop::RoleAndSecret,
    source: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html",
    needs: &[Need::Proxy, Need::Secrets],
    check: none,
};

/// The secret, where it is rotated and still has a value.
fn rotated(secret: &ProxySecret) -> Result<&Secret, Stop> {
    let metadata = facts::there(&secret.secret)?;
    if metadata.rotation_enabled && !metadata.deleted { Ok(metadata) } else { Err(Stop::NotApplicable) }
}

/// AWS's own rotation functions carry their application's id, whose name says the strategy.
const APPLICATION: &str = "serverlessrepo:applicationId";
const MULTI: &str = "MultiUser";

fn multi_user(observed: &Observed) -> Check {
    each(observed, |secret| {
        let metadata = rotated(secret)?;
        // RDS's own rotation keeps the user, and has no function.
        let Some(lambda) = &metadata.rotation_lambda_arn else { return Ok(None) };
        let seen = Seen::at("secret", &metadata.name).because(format!("{} is rotated by {lambda}", metadata.name));
        if let Some(application) = facts::read(&secret.rotation_tags)?.and_then(|tags| tags.get(APPLICATION)) {
            return Ok(application.contains(MULTI).then(|| seen.because(format!("made from {application}"))));
        }
        if short_name(lambda).contains(MULTI) {
            return Ok(Some(seen.sure(Confidence::Medium)));
        }
        let (_, shape) = shape(secret)?;
        let master = shape.keys.iter().any(|key| key == "masterarn");
        let clone = shape.username.as_ref().filter(|user| user.ends_with("_clone"));
        Ok(clone.filter(|_| master).map(|user| {
            seen.because(format!("user in {}: {user}", metadata.name)).because("it names a master secret (masterarn)")
        }))
    })
}

/// A rotation that is due takes hours at most; after a day it is stuck.
const PATIENCE_SECS: UnixSeconds = 24 * 3600;

fn broken(observed: &Observed) -> Check {
    let first = observed.proxy_secrets.iter().find_map(|secret| secret.secret.present()?.rotation_lambda_arn.as_ref());
    each(observed, |secret| {
        let metadata = rotated(secret)?;
        let now = observed.at.ok_or_else(|| Stop::unknown("the time of reading is not known", &[]))?;
        let mut seen = Seen::at("secret", &metadata.name);
        if let Some(due) = metadata.next_rotation.filter(|due| due + PATIENCE_SECS < now) {
            let days = (now - due) / (24 * 3600);
            seen = seen.because(format!("rotation of {} has been due for {days} days", metadata.name));
        }
        let pending = facts::read(&secret.versions)?.into_iter().flatten().find(|version| {
            let has = |stage: &str| version.stages.iter().any(|name| name == stage);
            let old = version.created.is_some_and(|created| created + PATIENCE_SECS < now);
            has("AWSPENDING") && !has(CURRENT) && old
        });
        if let Some(version) = pending {
            seen = seen.because(format!("version {} has waited as AWSPENDING for more than a day", version.id));
        }
        if seen.evidence.is_empty() {
            return Ok(None);
        }
        // The metric is of the first function that rotates any of the secrets.
        let errors = metrics::total(observed, metrics::ROTATION_ERRORS).unwrap_or_default();
        if let Some(lambda) = metadata.rotation_lambda_arn.as_ref().filter(|_| errors > 0.0)
            && Some(lambda) == first
        {
            seen = seen.because(format!("{} failed {errors} times in 7 days", short_name(lambda)));
        }
        let rotate = aws(observed, "secretsmanager rotate-secret").with("secret-id", &metadata.arn);
        Ok(Some(seen.cure(rotate.line())))
    })
}

fn host_is_proxy(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    each(observed, |secret| {
        rotated(secret)?;
        let (metadata, shape) = shape(secret)?;
        let Some(host) = &shape.host else { return Ok(None) };
        let endpoints = facts::read(&observed.proxy_endpoints)?.map_or(&[][..], Vec::as_slice);
        let mut hosts = endpoints.iter().filter_map(|endpoint| endpoint.host.as_ref()).chain(&proxy.endpoint);
        Ok(hosts.any(|name| name.eq_ignore_ascii_case(host)).then(|| {
            Seen::at("secret", &metadata.name)
                .because(format!("host in {}: {host}", metadata.name))
                .because(format!("this is an endpoint of {}", proxy.name))
        }))
    })
}

fn missing_fields(observed: &Observed) -> Check {
    each(observed, |secret| {
        // RDS's own rotation has no function that reads the secret.
        let Some(lambda) = &rotated(secret)?.rotation_lambda_arn else { return Ok(None) };
        let (metadata, shape) = shape(secret)?;
        if !shape.is_json_object {
            return Err(Stop::NotApplicable);
        }
        let lacks: Vec<_> = ["engine", "host"].into_iter().filter(|key| !shape.keys.iter().any(|k| k == key)).collect();
        // Somebody's own function may know the database by other means.
        let of_aws = secret.rotation_tags.present().is_some_and(|tags| tags.contains_key(APPLICATION));
        Ok((!lacks.is_empty()).then(|| {
            Seen::at("secret", &metadata.name)
                .because(format!("{} is rotated by {lambda}", metadata.name))
                .because(format!("it has no {}", lacks.join(" and no ")))
                .sure(if of_aws { Confidence::High } else { Confidence::Low })
        }))
    })
}

fn none(observed: &Observed) -> Check {
    each(observed, |secret| {
        let metadata = facts::there(&secret.secret)?;
        if metadata.deleted {
            return Err(Stop::NotApplicable);
        }
        let of_rds = metadata.owning_service.as_deref() == Some("rds");
        Ok((!metadata.rotation_enabled && !of_rds)
            .then(|| Seen::at("secret", &metadata.name).because(format!("rotation of {} is off", metadata.name))))
    })
}
