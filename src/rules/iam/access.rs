//! May this role read a secret of the proxy, and use the key that encrypts it? The role is the proxy's
//! own, or that of a function that reads the secret itself.
//!
//! Which rule says what: a deny in the role's policies or its boundary is `proxy-role-explicit-deny`, a
//! boundary that lacks it `proxy-role-permissions-boundary`, the role's own policies
//! `proxy-role-missing-getsecretvalue` and its near misses. A deny in the secret's policy is
//! `secret-resource-policy-deny`, a foreign secret's policy without an allow `secret-cross-account`. Of a
//! key, [`KeyFault`] says which.

use crate::domain::arn::Arn;
use crate::domain::finding::Confidence;
use crate::domain::observed::{Observed, Part};
use crate::domain::proxy::Proxy;
use crate::domain::role::Role;
use crate::domain::secret::{KmsKey, ProxySecret};

use crate::rules::facts;
use crate::rules::rule::Stop;
use crate::text::t;

use super::decide::{Guard, decide};
use super::near::near_misses;
use super::request::Request;
use super::{DECRYPT, Layer, PolicyAnswer, READ, may};

/// An answer, and how sure it is.
#[derive(Debug, Clone)]
pub struct Access {
    pub answer: PolicyAnswer,
    /// Medium where it hangs on the proxy's calls coming from no network of the customer's.
    pub confidence: Confidence,
}

/// Who lets it fail that a secret's key is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyFault {
    /// The key leaves it to the role's policies, which do not allow it: `proxy-role-missing-kms-decrypt`.
    Role,
    /// The role's policies allow it, the key does not: `proxy-role-kms-key-policy`.
    Key,
    /// Neither does: `secret-kms-cmk-no-decrypt`.
    Both,
    /// The key's policy denies it: `secret-kms-cmk-no-decrypt`.
    KeyDenies,
    /// A deny in the role's policies or boundary: `proxy-role-explicit-deny`.
    RoleDenies,
    /// The boundary lacks it: `proxy-role-permissions-boundary`.
    Boundary,
}

/// Who asks, by a role.
#[derive(Clone, Copy)]
pub enum Caller<'a> {
    /// From no network of the customer's.
    Proxy(&'a Role),
    /// From a network that no rule looks at as a condition key.
    Function(&'a Role),
}

impl<'a> Caller<'a> {
    fn role(self) -> &'a Role {
        match self {
            Self::Proxy(role) | Self::Function(role) => role,
        }
    }

    /// Whether it may read the secret.
    pub fn may_read(self, observed: &Observed, secret: &ProxySecret) -> Access {
        self.ask(&read_request(observed, self.role(), secret), of_secret(secret))
    }

    /// Whether it may decrypt with the secret's key.
    ///
    /// # Errors
    /// Not applicable without a key of the customer's own, unknown where it could not be read.
    pub fn may_decrypt(self, observed: &Observed, secret: &ProxySecret) -> Result<Access, Stop> {
        let key = customer_key(secret)?;
        Ok(self.ask(&decrypt_request(observed, self.role(), secret, key), of_key(secret)))
    }

    /// Why it may not use the secret's key, and how sure that is; `None` where it may.
    ///
    /// # Errors
    /// As [`Caller::may_decrypt`], and unknown where that is.
    pub fn key_fault(self, observed: &Observed, secret: &ProxySecret) -> Result<Option<(KeyFault, Confidence)>, Stop> {
        let access = self.may_decrypt(observed, secret)?;
        let fault = match access.answer.known()? {
            PolicyAnswer::Denied(by) if by.layer == Layer::Resource => KeyFault::KeyDenies,
            PolicyAnswer::Denied(_) => KeyFault::RoleDenies,
            PolicyAnswer::NotAllowed(Layer::Boundary) => KeyFault::Boundary,
            PolicyAnswer::NotAllowed(Layer::Identity) => KeyFault::Role,
            PolicyAnswer::NotAllowed(Layer::Resource) => {
                let key = customer_key(secret)?;
                let own = self.ask(&decrypt_request(observed, self.role(), secret, key), Guard::Nothing);
                match own.answer {
                    PolicyAnswer::NotAllowed(_) => KeyFault::Both,
                    // It is the key that lacks it, whatever else may.
                    _ => KeyFault::Key,
                }
            }
            PolicyAnswer::Allowed(_) | PolicyAnswer::Unknown(_) => return Ok(None),
        };
        Ok(Some((fault, access.confidence)))
    }

    /// An answer that hangs on the proxy's calls coming from nowhere of the customer's is less sure.
    fn ask(self, request: &Request<'_>, guard: Guard<'_>) -> Access {
        match self {
            Self::Proxy(_) => as_the_proxy(request, guard),
            Self::Function(_) => Access { answer: decide(request, guard), confidence: Confidence::High },
        }
    }

    /// Statements of the role that look meant for reading the secret and miss it.
    pub fn near_reads(self, observed: &Observed, secret: &ProxySecret) -> Vec<String> {
        let arn = secret.arn.as_str();
        let name = arn.rsplit_once(":secret:").map_or(arn, |(_, name)| name);
        let stem = name.rsplit_once('-').map_or(name, |(stem, _)| stem);
        let instead = [(stem.to_owned(), t!("seen-iam-near-secret-name"))];
        near_misses(&read_request(observed, self.role(), secret), &[stem], &instead)
    }

    /// Statements of the role that look meant for the use of the secret's key and miss it.
    ///
    /// # Errors
    /// As [`Caller::may_decrypt`].
    pub fn near_decrypts(self, observed: &Observed, secret: &ProxySecret) -> Result<Vec<String>, Stop> {
        let key = customer_key(secret)?;
        let alias = |alias: &String| {
            let arn = key.arn.rsplit_once(":key/").map_or_else(|| alias.clone(), |(home, _)| format!("{home}:{alias}"));
            (arn, t!("seen-iam-near-alias"))
        };
        let instead: Vec<(String, &str)> = key.aliases.iter().map(alias).collect();
        Ok(near_misses(&decrypt_request(observed, self.role(), secret, key), &[&key.key_id], &instead))
    }
}

/// Whether the function's role may read this secret and use its key; nothing where that is not known.
pub fn function_may_read(observed: &Observed, arn: &str) -> Option<bool> {
    let caller = Caller::Function(observed.function_role.present()?);
    let unread = ProxySecret::unread(arn);
    let secret = observed.proxy_secrets.iter().find(|secret| secret.arn == arn).unwrap_or(&unread);
    match caller.may_read(observed, secret).answer {
        // A policy of the secret, which was not read, can allow it too.
        PolicyAnswer::NotAllowed(_) => (secret.policy != Part::NotAsked).then_some(false),
        PolicyAnswer::Denied(_) => Some(false),
        PolicyAnswer::Unknown(_) => None,
        PolicyAnswer::Allowed(_) => match caller.key_fault(observed, secret) {
            Ok(fault) => Some(fault.is_none()),
            Err(Stop::NotApplicable) => Some(true),
            Err(_) => None,
        },
    }
}

/// Whether the proxy's role may read the secret.
///
/// # Errors
/// Not applicable without a proxy role, unknown where it could not be read.
pub fn proxy_may_read(observed: &Observed, secret: &ProxySecret) -> Result<Access, Stop> {
    Ok(Caller::Proxy(proxys_role(observed)?).may_read(observed, secret))
}

/// Whether the proxy's role may decrypt with the secret's key.
///
/// # Errors
/// Not applicable without a proxy role or a key of the customer's own, unknown where they could not be read.
pub fn proxy_may_decrypt(observed: &Observed, secret: &ProxySecret) -> Result<Access, Stop> {
    customer_key(secret)?;
    Caller::Proxy(proxys_role(observed)?).may_decrypt(observed, secret)
}

/// Why the proxy's role may not use the key, and how sure that is; `None` where it may.
///
/// # Errors
/// As [`proxy_may_decrypt`], and unknown where that is.
pub fn key_fault(observed: &Observed, secret: &ProxySecret) -> Result<Option<(KeyFault, Confidence)>, Stop> {
    customer_key(secret)?;
    Caller::Proxy(proxys_role(observed)?).key_fault(observed, secret)
}

/// What the proxy's role may by its own policies and boundary alone, whatever guards the resource.
pub fn role_alone(observed: &Observed, role: &Role, action: &str, resource: &str) -> Access {
    let keyed = |secret: &&ProxySecret| secret.key.present().is_some_and(|key| key.arn == resource);
    if let Some(secret) = observed.proxy_secrets.iter().find(|secret| action == READ && secret.arn == resource) {
        return as_the_proxy(&read_request(observed, role, secret), Guard::Nothing);
    }
    let secret = observed.proxy_secrets.iter().filter(|_| action == DECRYPT).find(keyed);
    if let Some((secret, key)) = secret.and_then(|secret| Some((secret, secret.key.present()?))) {
        return as_the_proxy(&decrypt_request(observed, role, secret, key), Guard::Nothing);
    }
    Access { answer: may(role, action, resource, &[]), confidence: Confidence::High }
}

/// The proxy's role, where it is one of the proxy's account: of another, only a namesake could be read.
///
/// # Errors
/// Not applicable without one, unknown where it could not be read.
pub fn proxys_role(observed: &Observed) -> Result<&Role, Stop> {
    if observed.proxy.present().is_some_and(role_is_foreign) {
        return Err(Stop::NotApplicable);
    }
    facts::proxy_role(observed)
}

/// The proxy names a role of another account.
pub fn role_is_foreign(proxy: &Proxy) -> bool {
    match (Request::account_of(&proxy.role_arn), Request::account_of(&proxy.arn)) {
        (Some(role), Some(home)) => role != home,
        _ => false,
    }
}

/// The customer's own key; AWS's needs no permission.
///
/// # Errors
/// Not applicable without one, unknown where it could not be read.
pub fn customer_key(secret: &ProxySecret) -> Result<&KmsKey, Stop> {
    facts::read(&secret.secret)?;
    facts::read(&secret.key)?.filter(|key| key.customer_managed).ok_or(Stop::NotApplicable)
}

/// What Secrets Manager says of the request when it asks KMS.
pub fn via_service(observed: &Observed, secret_arn: &str) -> String {
    let region = secret_arn.parse::<Arn>().map_or_else(|_| observed.account.region.clone(), |arn| arn.region);
    format!("secretsmanager.{region}.{}", observed.account.dns_suffix())
}

/// While setting up nobody asks for the policies of resources: then the role's side alone decides.
fn of_secret(secret: &ProxySecret) -> Guard<'_> {
    if secret.policy == Part::NotAsked { Guard::Nothing } else { Guard::Secret(&secret.policy) }
}

fn of_key(secret: &ProxySecret) -> Guard<'_> {
    let asked = secret.key_policy != Part::NotAsked;
    if asked { Guard::Key(&secret.key_policy, &secret.key_grants) } else { Guard::Nothing }
}

/// Asks as the proxy does, from no network of the customer's; an answer that hangs on this is less sure.
fn as_the_proxy(request: &Request<'_>, guard: Guard<'_>) -> Access {
    let anywhere = decide(request, guard);
    if !matches!(anywhere, PolicyAnswer::Unknown(_)) {
        return Access { answer: anywhere, confidence: Confidence::High };
    }
    Access { answer: decide(&request.clone().sent_by_rds(), guard), confidence: Confidence::Medium }
}

fn read_request<'a>(observed: &Observed, role: &'a Role, secret: &'a ProxySecret) -> Request<'a> {
    let request = Request::new(role, READ, &secret.arn).at(observed.at);
    match secret.secret.present() {
        Some(found) => request.tagged(&["aws:ResourceTag", "secretsmanager:ResourceTag"], &found.tags),
        None => request,
    }
}

/// Secrets Manager decrypts in the caller's name and says for which secret.
/// <https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html>
fn decrypt_request<'a>(observed: &Observed, role: &'a Role, secret: &ProxySecret, key: &'a KmsKey) -> Request<'a> {
    let request = Request::new(role, DECRYPT, &key.arn)
        .at(observed.at)
        .via("secretsmanager.amazonaws.com")
        .with("kms:ViaService", &via_service(observed, &secret.arn))
        .with("kms:EncryptionAlgorithm", "SYMMETRIC_DEFAULT")
        .with("kms:EncryptionContext:SecretARN", &secret.arn);
    match Request::account_of(&role.arn) {
        Some(account) => request.with("kms:CallerAccount", &account),
        None => request,
    }
}
