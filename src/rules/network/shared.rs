//! A VPC that another account shares through AWS RAM: what only its owner sees, and may change.
//!
//! <https://docs.aws.amazon.com/vpc/latest/userguide/vpc-sharing-service-behavior.html>

use crate::domain::observed::Observed;

use crate::rules::path::VpcFacts;
use crate::rules::rule::{Cure, Seen};
use crate::text::t;

/// The account that owns the VPC, where that is not the one that was read.
pub fn owner<'a>(observed: &'a Observed, vpc_id: &str) -> Option<&'a str> {
    let owner = VpcFacts::find(observed, vpc_id).ok()?.vpc.present()?.owner_id.as_deref()?;
    (owner != observed.account.id).then_some(owner)
}

/// Commands that change the VPC itself; where it is shared, whose job that is.
pub fn by_owner<C: Into<Cure>>(
    observed: &Observed,
    vpc_id: &str,
    seen: Seen,
    commands: impl IntoIterator<Item = C>,
) -> Seen {
    match owner(observed, vpc_id) {
        None => seen.cures(commands),
        Some(owner) => seen.because(t!("seen-network-owner-only", vpc = vpc_id, owner = owner)),
    }
}
