//! Whether the proxy's secrets are there: at all, for long, with a value, in reach. What the value
//! holds is in [`super::value`].

use crate::domain::arn::Arn;
use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::observed::Observed;
use crate::domain::policy::Effect;
use crate::domain::proxy::ProxyAuth;
use crate::domain::secret::ProxySecret;

use super::auth_list::modify_auth;
use super::each::{CURRENT, TROUBLE, each, has_current, with_secrets};
use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};
use crate::text::t;

const NEEDS: &[Need] = &[Need::Proxy, Need::Secrets];

pub const NOT_FOUND: Rule = Rule {
    code: "secret-not-found",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    source: TROUBLE,
    needs: NEEDS,
    check: not_found,
};

pub const DELETED: Rule = Rule {
    code: "secret-scheduled-for-deletion",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    source: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_restore-secret.html",
    needs: NEEDS,
    check: deleted,
};

pub const NO_CURRENT: Rule = Rule {
    code: "secret-no-current-version",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    source: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html",
    needs: &[Need::Proxy, Need::Secrets, Need::SecretVersions],
    check: no_current,
};

// From the meaning of the ARN; AWS's page on secrets for proxies does not speak of other regions.
pub const WRONG_REGION: Rule = Rule {
    code: "secret-wrong-region",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    source: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/create-manage-multi-region-secrets.html",
    needs: &[Need::Proxy],
    check: wrong_region,
};

pub const CROSS_ACCOUNT: Rule = Rule {
    code: "secret-cross-account",
    severity: Severity::Warning,
    hop: Hop::RoleAndSecret,
    source: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html",
    // The ARN alone tells whose it is; what its owner did is read where that may be read.
    needs: &[Need::Proxy],
    check: cross_account,
};

pub const COUNT: Rule = Rule {
    code: "secret-count-limit",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html#rds-proxy.limitations",
    needs: &[Need::Proxy],
    check: count,
};

fn not_found(observed: &Observed) -> Check {
    let proxy = with_secrets(observed)?;
    each(observed, |secret| {
        // `secret-wrong-region` says it: it was looked for in the proxy's region.
        if region(&secret.arn) != region(&proxy.arn) {
            return Err(Stop::NotApplicable);
        }
        if facts::read(&secret.secret)?.is_some() {
            return Ok(None);
        }
        let seen = Seen::at("secret", &secret.arn)
            .because(t!("seen-secret-proxy-names", proxy = &proxy.name, secret = &secret.arn))
            .because(t!("seen-secret-gone"));
        // Another account's secret is invisible without its owner's leave.
        let ours = account(&secret.arn) == account(&proxy.arn);
        Ok(Some(seen.sure(if ours { Confidence::High } else { Confidence::Medium })))
    })
}

fn deleted(observed: &Observed) -> Check {
    each(observed, |secret| {
        let metadata = facts::there(&secret.secret)?;
        let restore = aws(observed, "secretsmanager restore-secret").with("secret-id", &metadata.arn).line();
        Ok(metadata.deleted.then(|| {
            Seen::at("secret", &metadata.name).because(t!("seen-secret-deleted", secret = &metadata.name)).cure(restore)
        }))
    })
}

fn no_current(observed: &Observed) -> Check {
    each(observed, |secret| {
        let metadata = facts::there(&secret.secret)?;
        if metadata.deleted {
            return Err(Stop::NotApplicable);
        }
        let has = match has_current(metadata) {
            Some(has) => has,
            // It may have versions that this call does not list.
            None => facts::there(&secret.versions)?.iter().any(|v| v.stages.iter().any(|stage| stage == CURRENT)),
        };
        let put = aws(observed, "secretsmanager put-secret-value")
            .with("secret-id", &metadata.arn)
            .with("secret-string", "file://secret.json")
            .line();
        Ok((!has).then(|| {
            Seen::at("secret", &metadata.name)
                .because(t!("seen-secret-no-version", secret = &metadata.name, label = CURRENT))
                .cure(put)
        }))
    })
}

fn wrong_region(observed: &Observed) -> Check {
    let proxy = with_secrets(observed)?;
    let home = proxy.arn.parse::<Arn>().map_err(|_| Stop::NotApplicable)?;
    let mut found = Vec::new();
    for auth in &proxy.auth {
        let Ok(arn) = auth.secret_arn.parse::<Arn>() else {
            return Err(Stop::unknown(t!("seen-secret-no-region", arn = &auth.secret_arn), &[]));
        };
        if arn.region == home.region {
            continue;
        }
        // A replica has the name and the six characters of its original.
        let replica = Arn { region: home.region.clone(), ..arn.clone() }.to_string();
        let near = |one: ProxyAuth| match one.secret_arn == auth.secret_arn {
            true => ProxyAuth { secret_arn: replica.clone(), ..one },
            false => one,
        };
        found.push(
            Seen::at("secret", &auth.secret_arn)
                .because(t!(
                    "seen-secret-regions",
                    secret = &auth.secret_arn,
                    region = &arn.region,
                    proxy = &proxy.name,
                    home = &home.region
                ))
                .cures(modify_auth(observed, proxy, |one| Some(near(one))).map(|command| command.line()))
                .sure(Confidence::Medium),
        );
    }
    Ok(found)
}

fn cross_account(observed: &Observed) -> Check {
    let proxy = with_secrets(observed)?;
    let mut found = Vec::new();
    for auth in &proxy.auth {
        let (Some(owner), Some(home)) = (account(&auth.secret_arn), account(&proxy.arn)) else {
            return Err(Stop::unknown(t!("seen-secret-no-account", arn = &auth.secret_arn), &[]));
        };
        if owner == home {
            continue;
        }
        let secret = observed.proxy_secrets.iter().find(|secret| secret.arn == auth.secret_arn);
        let lacks = match secret.map_or(Err(Stop::NotApplicable), unshared) {
            Ok(None) => continue,
            Ok(Some(lacks)) => lacks.to_owned(),
            Err(Stop::Unknown(gap)) => t!("seen-secret-share-unread", because = &gap.because),
            Err(Stop::NotApplicable | Stop::NoConsent | Stop::Organization(_)) => {
                t!("seen-secret-share-unseen").to_owned()
            }
        };
        let fact =
            t!("seen-secret-accounts", secret = &auth.secret_arn, owner = owner, proxy = &proxy.name, home = home);
        found.push(Seen::at("secret", &auth.secret_arn).sure(Confidence::Medium).because(fact).because(lacks));
    }
    Ok(found)
}

/// What the owner of a foreign secret has not done to share it.
fn unshared(secret: &ProxySecret) -> Result<Option<&'static str>, Stop> {
    let metadata = facts::there(&secret.secret)?;
    if !own_key(secret, metadata.kms_key_id.as_deref())? {
        return Ok(Some(t!("seen-secret-default-key")));
    }
    let shared = facts::read(&secret.policy)?.is_some_and(|policy| {
        policy.statement.iter().any(|statement| {
            statement.effect == Effect::Allow && statement.covers("secretsmanager:GetSecretValue", &secret.arn)
        })
    });
    Ok((!shared).then_some(t!("seen-secret-not-shared")))
}

/// Encrypted with a key of the owner's own.
fn own_key(secret: &ProxySecret, id: Option<&str>) -> Result<bool, Stop> {
    match id {
        None => Ok(false),
        Some(id) if id.ends_with("alias/aws/secretsmanager") => Ok(false),
        // Of a key that is not there, `secret-kms-key-unusable` speaks.
        Some(_) => Ok(facts::there(&secret.key)?.customer_managed),
    }
}

/// The most secrets of a proxy, and where it is time to say so.
const LIMIT: usize = 200;
const NEAR: usize = 180;

fn count(observed: &Observed) -> Check {
    let proxy = with_secrets(observed)?;
    let count = proxy.auth.len();
    if count < NEAR {
        return passed();
    }
    // Below the limit everything still works.
    let confidence = if count >= LIMIT { Confidence::High } else { Confidence::Medium };
    Seen::at("db-proxy", &proxy.name)
        .because(t!("seen-secret-count", proxy = &proxy.name, count = count, most = LIMIT))
        .sure(confidence)
        .flagged()
}

fn region(arn: &str) -> Option<String> {
    Some(arn.parse::<Arn>().ok()?.region)
}

fn account(arn: &str) -> Option<String> {
    Some(arn.parse::<Arn>().ok()?.account)
}
