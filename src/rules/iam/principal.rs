//! Whether the principal of a resource policy's statement is this role.
//!
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>

use crate::domain::arn::Arn;
use crate::domain::policy::{Effect, OneOrMany, Principal, Statement, glob};
use crate::domain::role::Role;
use crate::text::t;

use super::known::Known;
use super::request::Request;

/// How a statement of a resource's policy means the role.
pub struct Meant {
    /// By itself, or as anybody.
    pub directly: Known,
    /// By its account, which leaves the rest to the role's own policies.
    pub by_account: Known,
}

/// Whom the statement speaks about.
pub fn meant(statement: &Statement, role: &Role) -> Meant {
    let (Some(principal), None) = (&statement.principal, &statement.not_principal) else {
        let directly = match &statement.not_principal {
            Some(except) => all_but(except, role),
            None => Known::doubt(t!("seen-iam-no-principal")),
        };
        return Meant { directly, by_account: Known::No };
    };
    let named = named(principal, role);
    // A deny on an account is one on everybody in it.
    if statement.effect != Effect::Allow {
        return Meant { directly: named.directly.or(|| named.by_account), by_account: Known::No };
    }
    named
}

/// `NotPrincipal`: exempt is who is listed with role, session and account alike.
fn all_but(except: &Principal, role: &Role) -> Known {
    let named = named(except, role);
    match named.directly.or(|| named.by_account) {
        Known::No => Known::Yes,
        _ if anybody(except) => Known::No,
        _ => Known::doubt(t!("seen-iam-not-principal")),
    }
}

fn anybody(principal: &Principal) -> bool {
    match principal {
        Principal::Anyone(who) => who == "*",
        Principal::Kinds(kinds) => kinds.iter().any(|(kind, ids)| of_aws(kind) && ids.iter().any(|id| id == "*")),
    }
}

fn of_aws(kind: &str) -> bool {
    kind == "*" || kind.eq_ignore_ascii_case("AWS")
}

fn named(principal: &Principal, role: &Role) -> Meant {
    if anybody(principal) {
        return Meant { directly: Known::Yes, by_account: Known::No };
    }
    let Principal::Kinds(kinds) = principal else {
        let directly = Known::doubt(t!("seen-iam-principal-unclear"));
        return Meant { directly, by_account: Known::No };
    };
    // Services and federated users are not the role, even where the service uses it.
    let ids = || kinds.iter().filter(|(kind, _)| of_aws(kind)).flat_map(|(_, ids): (_, &OneOrMany)| ids.iter());
    Meant {
        directly: Known::any(ids().map(|id| is_role(id, role))),
        by_account: ids().any(|id| is_account(id, role)).into(),
    }
}

fn is_role(id: &str, role: &Role) -> Known {
    if id == role.arn {
        return Known::Yes;
    }
    // IAM takes no wildcard here; what an emulator made of one is not known.
    if id.contains('*') && glob(id, &role.arn) {
        return Known::doubt(t!("seen-iam-principal-wildcard", principal = id));
    }
    let session = id.parse::<Arn>().ok().filter(|arn| arn.service == "sts");
    let ours = session.filter(|arn| Request::account_of(&role.arn).as_deref() == Some(arn.account.as_str()));
    let name = ours.as_ref().and_then(|arn| arn.resource.strip_prefix("assumed-role/")?.split('/').next());
    match name {
        Some(name) if name == role.name => Known::doubt(t!("seen-iam-session-unknown", principal = id)),
        _ => Known::No,
    }
}

fn is_account(id: &str, role: &Role) -> bool {
    let Some(home) = Request::account_of(&role.arn) else { return false };
    let root = id.parse::<Arn>().ok().filter(|arn| arn.service == "iam" && arn.resource == "root");
    id == home || root.is_some_and(|arn| arn.account == home)
}
