//! The policy evaluator: may this role do this action on this resource?
//!
//! Four answers: allowed and by which statement, denied and by which, not allowed and who would have to
//! allow it, or unknown for a named reason. What is not known (a condition key's value, a policy that
//! was not read, a statement in no known form) makes an answer unknown wherever it could turn it, and
//! only there.
//!
//! - [`request`] what is asked, and which condition keys have a known value
//! - [`statement`], [`condition`], [`variable`], [`principal`] whether one statement speaks about it
//! - [`decide`] how role, boundary and the resource's own policy are put together
//! - [`access`] the questions that rules about secrets and keys ask
//! - [`near`] which statement was meant for it, and by what it misses
//! - [`questions`], [`second`] the simulator of IAM as the second opinion
//!
//! Organizations' policies cannot be read from inside an account: only the simulator speaks of them.
//!
//! The crate `iam-rs` was looked at and is not used. Its evaluator takes a context key that is not
//! known for one that is absent, and a variable without a value for an empty text, so that it cannot
//! say "unknown"; its operators are private to it; and it differs from IAM where it matters here
//! (`ArnEquals` without wildcards, no wildcard that crosses a colon, an error on an ARN cut short).

use crate::text::t;
mod access;
mod condition;
mod decide;
mod known;
mod near;
mod principal;
mod questions;
mod request;
mod second;
mod statement;
mod variable;

#[cfg(test)]
mod tests;

use std::fmt;

use crate::domain::policy::{Document, Effect, Statement};
use crate::domain::role::Role;

use crate::rules::rule::{Gap, Stop};

use decide::{Guard, decide};
use request::Request;

pub use access::{
    Access, Caller, KeyFault, customer_key, function_may_read, key_fault, proxy_may_decrypt, proxy_may_read,
    proxys_role, role_alone, role_is_foreign, via_service,
};
pub use near::near_logins;
pub use questions::simulated_questions;
pub use second::Opinion;

/// Reading a secret, using its key, logging in to a database with a token.
pub const READ: &str = "secretsmanager:GetSecretValue";
pub const DECRYPT: &str = "kms:Decrypt";
pub const CONNECT: &str = "rds-db:connect";

/// What the policies amount to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PolicyAnswer {
    Allowed(By),
    /// Explicitly.
    Denied(By),
    /// No statement of this layer allows it.
    NotAllowed(Layer),
    /// It hangs on something that is not known.
    Unknown(Gap),
}

/// Which policies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layer {
    /// The role's own, inline and attached.
    Identity,
    Boundary,
    /// That of the secret or the key, its grants included.
    Resource,
}

/// The statement that decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct By {
    pub layer: Layer,
    /// As people know it: the inline policy's name, the attached one's, the boundary's ARN.
    pub policy: String,
    pub sid: Option<String>,
    /// It has conditions, which the simulator was not told enough to judge.
    pub conditional: bool,
}

impl By {
    fn new(layer: Layer, policy: &str, statement: &Statement) -> Self {
        Self {
            layer,
            policy: policy.to_owned(),
            sid: statement.sid.clone().filter(|sid| !sid.is_empty()),
            conditional: !statement.condition.is_empty(),
        }
    }
}

impl fmt::Display for By {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.sid {
            Some(sid) => f.write_str(&t!("seen-iam-statement", policy = &self.policy, sid = sid)),
            None => f.write_str(&self.policy),
        }
    }
}

impl PolicyAnswer {
    /// The unknown as the reason why a rule stops.
    pub fn known(self) -> Result<Self, Stop> {
        match self {
            Self::Unknown(gap) => Err(Stop::Unknown(gap)),
            known => Ok(known),
        }
    }

    pub fn is_allowed(&self) -> bool {
        matches!(self, Self::Allowed(_))
    }
}

/// Condition key → value, beside those that are known of every request.
pub type Context<'a> = &'a [(&'a str, &'a str)];

/// Whether `role` may do `action` on a resource that has no policy of its own.
pub fn may(role: &Role, action: &str, resource: &str, context: Context<'_>) -> PolicyAnswer {
    let request = Request::new(role, action, resource);
    decide(&context.iter().fold(request, |request, (key, value)| request.with(key, value)), Guard::Nothing)
}

/// Every allow statement of the role, with the name of its policy.
pub fn allows(role: &Role) -> impl Iterator<Item = (&str, &Statement)> {
    role.policies().flat_map(|(name, document): (&str, &Document)| {
        document
            .statement
            .iter()
            .filter(|statement| statement.effect == Effect::Allow)
            .map(move |statement| (name, statement))
    })
}
