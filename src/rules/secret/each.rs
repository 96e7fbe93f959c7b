//! One verdict over all secrets that a proxy names, and what several families read of one. The
//! verdicts on one secret are in the families.

use crate::domain::finding::Confidence;
use crate::domain::observed::{Observed, Part};
use crate::domain::proxy::Proxy;
use crate::domain::secret::{ProxySecret, Secret, SecretShape};

use crate::rules::facts;
use crate::rules::rule::{Check, Seen, Stop};
use crate::text::t;

pub const SECRETS: &str = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-secrets-arns.html";
pub const TROUBLE: &str = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.troubleshooting.html";

/// `AWSCURRENT`, the only version that RDS Proxy reads.
pub const CURRENT: &str = "AWSCURRENT";

/// The proxy, where it names secrets at all.
pub fn with_secrets(observed: &Observed) -> Result<&Proxy, Stop> {
    let proxy = facts::proxy(observed)?;
    if proxy.auth.is_empty() { Err(Stop::NotApplicable) } else { Ok(proxy) }
}

/// Looks at every secret; each that is at fault is one sighting. Unknown only where none is found
/// at fault and some could not be decided.
pub fn each(observed: &Observed, look: impl Fn(&ProxySecret) -> Result<Option<Seen>, Stop>) -> Check {
    let proxy = with_secrets(observed)?;
    let (mut found, mut gap, mut looked) = (Vec::new(), None, false);
    let named = proxy.auth.iter().filter(|auth| !auth.secret_arn.is_empty());
    if proxy.auth.iter().any(|auth| auth.secret_arn.is_empty()) {
        gap = facts::auth(proxy).err();
    }
    for auth in named {
        match secret_named(observed, &auth.secret_arn).and_then(&look) {
            Ok(Some(seen)) => found.push(seen),
            Ok(None) => looked = true,
            Err(Stop::NotApplicable) => {}
            Err(unknown) => gap = gap.or(Some(unknown)),
        }
    }
    if proxy.default_iam_auth {
        // With tokens on both sides a secret is perhaps only a leftover.
        for seen in &mut found {
            seen.confidence = seen.confidence.min(Confidence::Medium);
        }
    }
    match (found.is_empty(), gap) {
        (false, _) => Ok(found),
        (true, Some(unknown)) => Err(unknown),
        (true, None) if looked => Ok(found),
        (true, None) => Err(Stop::NotApplicable),
    }
}

/// What was read of the secret with this ARN.
fn secret_named<'a>(observed: &'a Observed, arn: &str) -> Result<&'a ProxySecret, Stop> {
    let secret = observed.proxy_secrets.iter().find(|secret| secret.arn == arn);
    secret.ok_or_else(|| Stop::unknown(t!("seen-unread", what = arn), &["secretsmanager:DescribeSecret"]))
}

/// What a look into the value found; why there is none is the business of [`super::presence`].
pub fn shape(secret: &ProxySecret) -> Result<(&Secret, &SecretShape), Stop> {
    let metadata = facts::there(&secret.secret)?;
    if metadata.deleted || has_current(metadata) == Some(false) {
        return Err(Stop::NotApplicable);
    }
    match &secret.shape {
        Part::NotAsked => Err(Stop::NoConsent),
        part => Ok((metadata, facts::there(part)?)),
    }
}

/// A version carries `AWSCURRENT`; `None` where AWS listed no version at all.
pub fn has_current(secret: &Secret) -> Option<bool> {
    let stages = secret.version_stages.as_ref().filter(|stages| !stages.is_empty())?;
    Some(stages.values().flatten().any(|stage| stage == CURRENT))
}
