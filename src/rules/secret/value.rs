//! The secret behind the proxy: is it there, can it be decrypted, does it hold what RDS Proxy reads?

use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::observed::{Observed, Part};
use crate::domain::proxy::Proxy;
use crate::domain::secret::{Secret, SecretShape};

use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::iam;
use crate::rules::login::function_sends_token;
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};
use crate::rules::user::database_user;

const SECRETS: &str = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-secrets-arns.html";
const TROUBLE: &str = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.troubleshooting.html";
const NEEDS: &[Need] = &[Need::Proxy, Need::Secrets];
const SHAPE: &[Need] = &[Need::Proxy, Need::Secrets, Need::SecretShapes];

pub const NOT_FOUND: Rule = Rule {
    code: "secret-not-found",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    title: "The proxy's secret does not exist",
    why: "The proxy has no password for its user. A secret that is made again under the old name has a new ARN, \
          and the proxy goes on asking for the old one.",
    fix: "Make the secret again and give the proxy its new ARN.",
    source: TROUBLE,
    needs: NEEDS,
    check: not_found,
};

pub const DELETED: Rule = Rule {
    code: "secret-scheduled-for-deletion",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    title: "The proxy's secret is being deleted",
    why: "It cannot be read any more. Connections that are open go on working until they end, so the failure \
          comes late.",
    fix: "Restore the secret, or give the proxy another one.",
    source: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_restore-secret.html",
    needs: NEEDS,
    check: deleted,
};

pub const KEY_UNUSABLE: Rule = Rule {
    code: "secret-kms-key-unusable",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    title: "The secret's key cannot be used",
    why: "Nobody can decrypt the secret while its key is disabled or waits to be deleted.",
    fix: "Enable the key, or encrypt the secret with another one.",
    source: "https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html",
    needs: &[Need::Proxy, Need::Secrets, Need::Keys],
    check: key_unusable,
};

pub const NOT_JSON: Rule = Rule {
    code: "secret-not-json",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    title: "The secret is not a JSON object",
    why: "RDS Proxy reads a JSON object with username and password. A bare password does not count.",
    fix: "Write the secret as {\"username\": \u{2026}, \"password\": \u{2026}}.",
    source: SECRETS,
    needs: SHAPE,
    check: not_json,
};

pub const MISSING_KEYS: Rule = Rule {
    code: "secret-missing-username-or-password",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    title: "The secret lacks username or password",
    why: "RDS Proxy reads exactly the keys username and password, in lower case, as text.",
    fix: "Add the missing key to the secret.",
    source: SECRETS,
    needs: SHAPE,
    check: missing_keys,
};

pub const USER_NOT_REGISTERED: Rule = Rule {
    code: "secret-username-not-registered",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    title: "The proxy has no secret for the function's user",
    why: "A token is not enough: the proxy logs in to the database with the secret of the same user, and there is \
          none.",
    fix: "Store a secret for this user and add it to the proxy, or let the function log in as the secret's user.",
    source: TROUBLE,
    needs: SHAPE,
    check: user_not_registered,
};

pub const MASTER: Rule = Rule {
    code: "secret-is-master-user",
    severity: Severity::Warning,
    hop: Hop::RoleAndSecret,
    title: "The function works as the database's master user",
    why: "Whoever gets at the function owns the whole database.",
    fix: "Make a user with only the rights that the function needs, and a secret for it.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.MasterAccounts.html",
    needs: &[Need::Proxy, Need::Database],
    check: master,
};

pub const READABLE: Rule = Rule {
    code: "secret-readable-by-lambda-role",
    severity: Severity::Warning,
    hop: Hop::RoleAndSecret,
    title: "The function may read the password it does not need",
    why: "With tokens in front, the password is the proxy's business. A function that can read it can log in to \
          the database around the proxy.",
    fix: "Take secretsmanager:GetSecretValue on this secret off the function's role.",
    source: SECRETS,
    needs: &[Need::Proxy, Need::FunctionRole],
    check: readable,
};

/// The proxy names secrets at all, and they are not leftovers of another mode.
fn with_secrets(observed: &Observed) -> Result<&Proxy, Stop> {
    let proxy = facts::proxy(observed)?;
    if proxy.auth.is_empty() { Err(Stop::NotApplicable) } else { Ok(proxy) }
}

/// The secret that was read, if it is one of the proxy's.
fn secret(observed: &Observed) -> Result<&Secret, Stop> {
    let proxy = with_secrets(observed)?;
    match facts::read(&facts::first_secret(observed)?.secret)? {
        Some(secret) if proxy.auth.iter().any(|auth| auth.secret_arn == secret.arn) => Ok(secret),
        Some(_) => {
            Err(Stop::unknown("the secret that the proxy names was not read", &["secretsmanager:DescribeSecret"]))
        }
        None => Err(Stop::NotApplicable),
    }
}

fn shape(observed: &Observed) -> Result<(&Secret, &SecretShape), Stop> {
    let secret = secret(observed)?;
    match &facts::first_secret(observed)?.shape {
        Part::NotAsked => Err(Stop::unknown(
            "the secret's value is not read without your consent",
            &["secretsmanager:GetSecretValue"],
        )),
        part => Ok((secret, facts::read(part)?.ok_or(Stop::NotApplicable)?)),
    }
}

fn not_found(observed: &Observed) -> Check {
    let proxy = with_secrets(observed)?;
    if facts::read(&facts::first_secret(observed)?.secret)?.is_some() {
        return passed();
    }
    let mut seen = Seen::at("secret", proxy.auth.first().map_or("", |auth| auth.secret_arn.as_str()));
    for auth in &proxy.auth {
        seen = seen.because(format!("{} names {}", proxy.name, auth.secret_arn));
    }
    seen.because("secretsmanager:DescribeSecret finds no such secret").found()
}

fn deleted(observed: &Observed) -> Check {
    let secret = secret(observed)?;
    if !secret.deleted {
        return passed();
    }
    Seen::at("secret", &secret.name)
        .because(format!("{} is scheduled for deletion", secret.name))
        .cure(aws(observed, "secretsmanager restore-secret").with("secret-id", &secret.arn).line())
        .found()
}

fn key_unusable(observed: &Observed) -> Check {
    let secret = secret(observed)?;
    let Some(id) = &secret.kms_key_id else { return Err(Stop::NotApplicable) };
    let Some(key) = facts::read(&facts::first_secret(observed)?.key)? else {
        return Seen::at("key", id)
            .because(format!("{} is encrypted with {id}", secret.name))
            .because("kms:DescribeKey finds no such key")
            .found();
    };
    let seen = Seen::at("key", &key.arn).because(format!("state of {}: {}", key.arn, key.state));
    match key.state.as_str() {
        "Enabled" => passed(),
        "Disabled" => seen.cure(aws(observed, "kms enable-key").with("key-id", &key.arn).line()).found(),
        "PendingDeletion" => seen
            .cure(aws(observed, "kms cancel-key-deletion").with("key-id", &key.arn).line())
            .cure(aws(observed, "kms enable-key").with("key-id", &key.arn).line())
            .found(),
        _ => seen.found(),
    }
}

fn not_json(observed: &Observed) -> Check {
    let (secret, shape) = shape(observed)?;
    if shape.is_json_object {
        return passed();
    }
    Seen::at("secret", &secret.name).because(format!("the value of {} is not a JSON object", secret.name)).found()
}

fn missing_keys(observed: &Observed) -> Check {
    let (secret, shape) = shape(observed)?;
    // `secret-not-json` says it already.
    if !shape.is_json_object {
        return Err(Stop::NotApplicable);
    }
    let mut seen = Seen::at("secret", &secret.name);
    if shape.username.is_none() {
        seen = seen.because(format!("{} has no username", secret.name));
    }
    if !shape.has_password {
        seen = seen.because(format!("{} has no password", secret.name));
    }
    if seen.evidence.is_empty() { passed() } else { seen.found() }
}

fn user_not_registered(observed: &Observed) -> Check {
    let (secret, shape) = shape(observed)?;
    let proxy = facts::proxy(observed)?;
    let (Some(user), Some(stored)) = (database_user(observed, proxy), &shape.username) else {
        return Err(Stop::NotApplicable);
    };
    if user.name == *stored {
        return passed();
    }
    // Other secrets of the proxy were not looked into, and a variable may be of another connection.
    let certain = user.certain && proxy.auth.len() == 1 && !proxy.default_iam_auth;
    Seen::at("secret", &secret.name)
        .because(format!("user of the function: {} ({})", user.name, user.from))
        .because(format!("user in {}: {stored}", secret.name))
        .sure(if certain { Confidence::High } else { Confidence::Medium })
        .found()
}

fn master(observed: &Observed) -> Check {
    let proxy = with_secrets(observed)?;
    let database = facts::database(observed)?;
    let managed = database.master_secret.as_ref().map(|master| &master.arn);
    if let Some(auth) = proxy.auth.iter().find(|auth| Some(&auth.secret_arn) == managed) {
        return Seen::at("secret", &auth.secret_arn)
            .because(format!("{} is the secret of {}'s master user", auth.secret_arn, database.id))
            .found();
    }
    let stored = observed
        .proxy_secrets
        .iter()
        .find_map(|secret| secret.shape.present())
        .and_then(|shape| shape.username.as_ref());
    match (&database.master_username, stored) {
        (Some(master), Some(stored)) if master == stored => Seen::at("database", &database.id)
            .because(format!("master user of {}: {master}", database.id))
            .because(format!("user in the proxy's secret: {stored}"))
            .found(),
        _ => passed(),
    }
}

fn readable(observed: &Observed) -> Check {
    let proxy = with_secrets(observed)?;
    if !function_sends_token(observed, proxy)? {
        return Err(Stop::NotApplicable);
    }
    let role = facts::function_role(observed)?;
    let mut found = Vec::new();
    for auth in &proxy.auth {
        let action = "secretsmanager:GetSecretValue";
        if iam::may(role, action, &auth.secret_arn, &[]).known()?.is_allowed() {
            found.push(
                Seen::at("role", &role.name).because(format!("{} may do {action} on {}", role.name, auth.secret_arn)),
            );
        }
    }
    Ok(found)
}
