//! Goes through all secrets of the proxy: one that cannot be judged hides no finding on another.

use crate::domain::observed::Observed;
use crate::domain::proxy::Proxy;
use crate::domain::role::Role;
use crate::domain::secret::ProxySecret;

use crate::rules::facts;
use crate::rules::iam::proxys_role;
use crate::rules::rule::{Check, Seen, Stop};

/// What a rule about one secret reads.
pub struct Case<'a> {
    pub observed: &'a Observed,
    pub proxy: &'a Proxy,
    pub role: &'a Role,
    pub secret: &'a ProxySecret,
}

/// One secret's answer: a fault, or none.
pub type SecretCheck = Result<Option<Seen>, Stop>;

/// Findings first, then what is not known, then passed; not applicable where it is to no secret.
pub fn each_secret(observed: &Observed, check: impl Fn(&Case<'_>) -> SecretCheck) -> Check {
    let proxy = facts::proxy(observed)?;
    let role = proxys_role(observed)?;
    sum(observed.proxy_secrets.iter().map(|secret| check(&Case { observed, proxy, role, secret })))
}

/// The answers of several things as one.
pub fn sum(answers: impl Iterator<Item = SecretCheck>) -> Check {
    let (mut found, mut unknown, mut passed) = (Vec::new(), None, false);
    for answer in answers {
        match answer {
            Ok(Some(seen)) => found.push(seen),
            Ok(None) => passed = true,
            Err(Stop::NotApplicable) => {}
            Err(stop) => unknown = unknown.or(Some(stop)),
        }
    }
    match unknown {
        _ if !found.is_empty() => Ok(found),
        Some(stop) => Err(stop),
        None if passed => Ok(found),
        None => Err(Stop::NotApplicable),
    }
}
