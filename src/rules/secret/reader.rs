//! Password mode: may the function read the secret that it logs in with?

use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::observed::Observed;
use crate::domain::policy::{Document, OneOrMany, Statement};
use crate::domain::role::Role;
use crate::domain::secret::ProxySecret;

use crate::rules::connect::grants::{policy_name, put_policy};
use crate::rules::facts::{self, Need};
use crate::rules::function::Reading;
use crate::rules::iam::{Caller, DECRYPT, KeyFault, Layer, Opinion, PolicyAnswer, READ, customer_key, via_service};
use crate::rules::login::takes_password;
use crate::rules::password::{PasswordOrigin, reads_none, source};
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};
use crate::text::t;

pub const UNREADABLE: Rule = Rule {
    code: "password-secret-unreadable-by-function",
    severity: Severity::Error,
    hop: Hop::Function,
    source: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_read.html",
    needs: &[
        Need::Proxy,
        Need::Function,
        Need::FunctionRole,
        Need::Secrets,
        Need::SecretPolicies,
        Need::Keys,
        Need::KeyPolicies,
    ],
    check: unreadable,
};

fn unreadable(observed: &Observed) -> Check {
    let reading = Reading::new(observed)?;
    if reading.sends_token()? {
        return Err(Stop::NotApplicable);
    }
    let source = source(&reading)?;
    if matches!(source, PasswordOrigin::Variable(_)) {
        return Err(Stop::NotApplicable);
    }
    let role = facts::function_role(observed)?;
    let (mut refused, mut gap) = (None, None);
    for secret in meant(&reading, &source)? {
        match refusal(observed, role, secret) {
            Ok(None) => return passed(),
            Ok(Some(seen)) => refused = refused.or(Some((secret, seen))),
            Err(stop) => gap = gap.or(Some(stop)),
        }
    }
    let (secret, seen) = match (refused, gap) {
        (_, Some(stop)) => return Err(stop),
        (None, None) => return Err(Stop::NotApplicable),
        (Some(refused), None) => refused,
    };
    let near = !Caller::Function(role).near_reads(observed, secret).is_empty();
    let name = &reading.function.name;
    let (words, certain) = match &source {
        PasswordOrigin::Named { variable, arn: Some(arn) } => {
            (t!("seen-names", variable = variable, function = name, value = arn), true)
        }
        // Another secret may hold the same login, and be read.
        PasswordOrigin::Named { variable, arn: None } => {
            let words = t!("seen-secret-reader-unread", variable = variable, function = name);
            (words, near || reads_none(role))
        }
        PasswordOrigin::Granted(policy) => (t!("seen-secret-reader-policy", policy = policy, role = &role.name), near),
        PasswordOrigin::Variable(_) => return Err(Stop::NotApplicable),
    };
    let sure = if certain { seen.confidence } else { Confidence::Medium };
    let mut seen = seen.sure(sure);
    seen.evidence.insert(0, words);
    seen.flagged()
}

/// The secrets that the function may mean: the named one, else those whose users come with passwords.
fn meant<'a>(reading: &Reading<'a>, source: &PasswordOrigin) -> Result<Vec<&'a ProxySecret>, Stop> {
    let observed = reading.observed;
    let PasswordOrigin::Named { variable, arn: Some(arn) } = source else {
        let by_password = |secret: &&ProxySecret| {
            reading.proxy.auth.iter().any(|auth| auth.secret_arn == secret.arn && takes_password(auth))
        };
        return Ok(observed.proxy_secrets.iter().filter(by_password).collect());
    };
    let named = observed.proxy_secrets.iter().find(|secret| secret.arn == *arn);
    let unknown = || {
        let name = &reading.function.name;
        let because = t!("seen-secret-reader-other", variable = variable, function = name, secret = arn);
        Stop::unknown(because, &["secretsmanager:GetResourcePolicy"])
    };
    Ok(vec![named.ok_or_else(unknown)?])
}

/// Why the role may not read the secret; `None` where it may.
fn refusal(observed: &Observed, role: &Role, secret: &ProxySecret) -> Result<Option<Seen>, Stop> {
    let caller = Caller::Function(role);
    let opinion = Opinion::on(observed, role, READ, &secret.arn);
    let seen = Seen::at("role", &role.name);
    let seen = match opinion.agree(caller.may_read(observed, secret).answer)?.known()? {
        PolicyAnswer::Allowed(_) => return key_refusal(observed, role, secret),
        PolicyAnswer::Denied(by) => seen.because(t!(
            "seen-secret-denies-on-to",
            policy = by.to_string(),
            action = READ,
            resource = &secret.arn,
            role = &role.name
        )),
        PolicyAnswer::NotAllowed(Layer::Boundary) => {
            seen.because(t!("seen-secret-boundary-not", role = &role.name, action = READ))
        }
        PolicyAnswer::NotAllowed(Layer::Resource) => {
            seen.because(t!("seen-secret-policy-not-to", resource = &secret.arn, action = READ, role = &role.arn))
        }
        PolicyAnswer::NotAllowed(Layer::Identity) => {
            let fact = t!("seen-no-policy-allows-on", role = &role.name, action = READ, resource = &secret.arn);
            let near = caller.near_reads(observed, secret);
            write(observed, role, secret, near.into_iter().fold(seen.because(fact), Seen::because))?
        }
        PolicyAnswer::Unknown(gap) => return Err(Stop::Unknown(gap)),
    };
    Ok(Some(opinion.beside(seen)))
}

fn key_refusal(observed: &Observed, role: &Role, secret: &ProxySecret) -> Result<Option<Seen>, Stop> {
    let key = match customer_key(secret) {
        Err(Stop::NotApplicable) => return Ok(None),
        key => key?,
    };
    let caller = Caller::Function(role);
    let Some((fault, sure)) = caller.key_fault(observed, secret)? else { return Ok(None) };
    let seen = Seen::at("role", &role.name)
        .because(t!("seen-encrypted-with", secret = &secret.arn, key = &key.arn))
        .sure(sure);
    Ok(Some(match fault {
        KeyFault::Role => {
            let via = via_service(observed, &secret.arn);
            let fact = t!(
                "seen-no-policy-allows-through",
                role = &role.name,
                action = DECRYPT,
                resource = &key.arn,
                service = via
            );
            let near = caller.near_decrypts(observed, secret)?;
            write(observed, role, secret, near.into_iter().fold(seen.because(fact), Seen::because))?
        }
        KeyFault::Key | KeyFault::Both => {
            let fact = t!("seen-key-policy-not", key = &key.arn, role = &role.arn);
            seen.because(fact)
        }
        KeyFault::KeyDenies => {
            seen.because(t!("seen-secret-policy-denies-to", resource = &key.arn, action = DECRYPT, role = &role.name))
        }
        KeyFault::RoleDenies => {
            seen.because(t!("seen-secret-role-denies-on", role = &role.name, action = DECRYPT, resource = &key.arn))
        }
        KeyFault::Boundary => seen.because(t!("seen-secret-boundary-not", role = &role.name, action = DECRYPT)),
    }))
}

/// The finding with the policy that lets the role read this secret.
fn write(observed: &Observed, role: &Role, secret: &ProxySecret, seen: Seen) -> Result<Seen, Stop> {
    let proxy = facts::proxy(observed)?;
    let mut statements = vec![Statement::allow(None, READ, OneOrMany::from(secret.arn.as_str()))];
    if let Some(key) = secret.key.present().filter(|key| key.customer_managed) {
        let decrypt = Statement::allow(None, DECRYPT, OneOrMany::from(key.arn.as_str()));
        statements.push(decrypt.when("StringEquals", "kms:ViaService", &via_service(observed, &secret.arn)));
    }
    let document = Document::new(statements);
    let policy = policy_name(role, proxy, "secret", &document);
    Ok(seen.cure(put_policy(observed, &role.name, &policy, &document)))
}
