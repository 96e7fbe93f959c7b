//! What a migration needs beyond its own path is read, and the migration planned. Changes nothing: the plan
//! is carried out like any other.

use crate::cloud::{CloudResult, Reader};
use crate::discover;
use crate::domain::observed::Observed;
use crate::plan::preflight::{self, Check};
use crate::plan::{Conflict, Migration, NewLogin, Plan, migrate, secret_name};
use crate::rules::Verdict;

/// A migration that can be carried out.
#[derive(Debug, Clone)]
pub struct Migrating {
    pub wish: Migration,
    pub plan: Plan,
    /// What it was planned from.
    pub observed: Observed,
}

impl Migrating {
    /// What could stop it, and what a person has to know of it.
    pub fn checks(&self) -> Vec<Check> {
        preflight::of_migration(&self.observed, &self.wish, &self.plan)
    }
}

/// Plans the wish for a path that was read and judged, or says everything that stands in the way.
///
/// # Errors
/// The names of deleted secrets could not be read. That others could not be is a conflict.
pub async fn plan(
    reader: &dyn Reader,
    mut observed: Observed,
    verdict: &Verdict,
    wish: Migration,
) -> CloudResult<Result<Migrating, Vec<Conflict>>> {
    // Nothing is taken away before it is known from whom.
    let others = if wish.ends_old_way() { discover::callers(reader).await.ok() } else { None };
    if let Migration::Login { login: NewLogin::StandardIam, user } = &wish {
        let proxy = observed.proxy.present().map(|proxy| proxy.name.as_str()).unwrap_or_default();
        observed.deleted_secrets = discover::secrets_named(reader, &secret_name(proxy, user)).await?;
    }
    let planned = migrate(&observed, verdict.causes(), others.as_deref(), &wish);
    Ok(planned.map(|plan| Migrating { wish, plan, observed }))
}
