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
use crate::text::t;

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
        let seen = Seen::at("secret", &metadata.name).because(t!(
            "seen-secret-rotated-by",
            secret = &metadata.name,
            function = lambda
        ));
        if let Some(application) = facts::read(&secret.rotation_tags)?.and_then(|tags| tags.get(APPLICATION)) {
            return Ok(application
                .contains(MULTI)
                .then(|| seen.because(t!("seen-secret-made-from", application = application))));
        }
        if short_name(lambda).contains(MULTI) {
            return Ok(Some(seen.sure(Confidence::Medium)));
        }
        let (_, shape) = shape(secret)?;
        let master = shape.keys.iter().any(|key| key == "masterarn");
        let clone = shape.username.as_ref().filter(|user| user.ends_with("_clone"));
        Ok(clone.filter(|_| master).map(|user| {
            seen.because(t!("seen-secret-user-in", secret = &metadata.name, user = user))
                .because(t!("seen-secret-names-master"))
        }))
    })
}

/// A rotation that is due takes hours at most; after a day it is stuck.
const PATIENCE_SECS: UnixSeconds = 24 * 3600;

fn broken(observed: &Observed) -> Check {
    let first = observed.proxy_secrets.iter().find_map(|secret| secret.secret.present()?.rotation_lambda_arn.as_ref());
    each(observed, |secret| {
        let metadata = rotated(secret)?;
        let now = observed.at.ok_or_else(|| Stop::unknown(t!("seen-time-unknown"), &[]))?;
        let mut seen = Seen::at("secret", &metadata.name);
        if let Some(due) = metadata.next_rotation.filter(|due| due + PATIENCE_SECS < now) {
            let days = (now - due) / (24 * 3600);
            seen = seen.because(t!("seen-secret-rotation-due", secret = &metadata.name, days = days));
        }
        let pending = facts::read(&secret.versions)?.into_iter().flatten().find(|version| {
            let has = |stage: &str| version.stages.iter().any(|name| name == stage);
            let old = version.created.is_some_and(|created| created + PATIENCE_SECS < now);
            has("AWSPENDING") && !has(CURRENT) && old
        });
        if let Some(version) = pending {
            seen = seen.because(t!("seen-secret-pending", version = &version.id));
        }
        if seen.evidence.is_empty() {
            return Ok(None);
        }
        // The metric is of the first function that rotates any of the secrets.
        let errors = metrics::total(observed, metrics::ROTATION_ERRORS).unwrap_or_default();
        if let Some(lambda) = metadata.rotation_lambda_arn.as_ref().filter(|_| errors > 0.0)
            && Some(lambda) == first
        {
            seen = seen.because(t!("seen-secret-rotation-failed", function = short_name(lambda), count = errors));
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
                .because(t!("seen-secret-host-in", secret = &metadata.name, host = host))
                .because(t!("seen-secret-host-of-proxy", proxy = &proxy.name))
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
        let fact = match lacks.as_slice() {
            [] => return Ok(None),
            [field] => t!("seen-secret-lacks-field", field = *field),
            [first, second, ..] => t!("seen-secret-lacks-fields", first = *first, second = *second),
        };
        let seen = Seen::at("secret", &metadata.name)
            .because(t!("seen-secret-rotated-by", secret = &metadata.name, function = lambda))
            .because(fact)
            .sure(if of_aws { Confidence::High } else { Confidence::Low });
        Ok(Some(seen))
    })
}

fn none(observed: &Observed) -> Check {
    each(observed, |secret| {
        let metadata = facts::there(&secret.secret)?;
        if metadata.deleted {
            return Err(Stop::NotApplicable);
        }
        let of_rds = metadata.owning_service.as_deref() == Some("rds");
        Ok((!metadata.rotation_enabled && !of_rds).then(|| {
            Seen::at("secret", &metadata.name).because(t!("seen-secret-rotation-off", secret = &metadata.name))
        }))
    })
}
