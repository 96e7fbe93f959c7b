//! A proxy of others that the setup uses: a login, rights and rules are added to it, and nothing of it
//! is changed but what the person chose to change.

use super::candidates::{self, Unusable};
use super::role::policy;
use super::{Draft, Problem, names};
use crate::domain::arn::short_name;
use crate::domain::observed::Part;
use crate::domain::policy::Document;
use crate::domain::proxy::{AuthMode, IamAuth, Proxy, ProxyAuth};
use crate::domain::role::Role;
use crate::domain::secret::name_in_arn;
use crate::domain::setup::{GroupPart, GroupSetup, Page, RoleSetup, SecretSetup, UsedProxy};
use crate::text::{Filling, Sentence, said, series, t};

/// Logins that a proxy can have.
/// <https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html>
const MOST_LOGINS: usize = 200;

/// The proxy, where one is to be used and can be.
pub(super) fn proxy<'a>(draft: &Draft<'a>) -> Option<&'a Proxy> {
    let usable = |proxy: &&Proxy| {
        candidates::unusable(proxy, &draft.observed.targets, draft.database, draft.observed.vpc.present()).is_none()
    };
    draft.reused().filter(|_| draft.choices.proxy.existing).filter(usable)
}

/// Whether the database's registration with it is the setup's own: a proxy that has none gets it.
pub(super) fn registers(draft: &Draft<'_>) -> bool {
    let chosen = draft.choices.proxy.register_database;
    proxy(draft).is_some() && (chosen || candidates::served(draft.observed.targets.items()).is_none())
}

/// What keeps the chosen proxy from being used is a problem each.
pub(super) fn look<'a>(draft: &mut Draft<'a>) -> Option<&'a Proxy> {
    if !draft.choices.proxy.existing {
        return None;
    }
    let observed = draft.observed;
    let name = draft.name.clone();
    let there = match &observed.proxy {
        Part::Present(proxy) if proxy.name == name => proxy,
        Part::Unreadable(why) => {
            let title = t!("design-unreadable", name = name.as_str(), operation = why.operation.as_str());
            refuse(draft, "proxy.name", title, t!("design-unreadable-cure", because = why.because.as_str()));
            return None;
        }
        _ => {
            let names = series(observed.proxy_names.items());
            let cure = if names.is_empty() {
                t!("reuse-none-here-cure").to_owned()
            } else {
                t!("reuse-not-here-cure", names = names)
            };
            refuse(draft, "proxy.name", t!("reuse-not-here", name = name.as_str()), cure);
            return None;
        }
    };
    let why = candidates::unusable(there, &observed.targets, draft.database, observed.vpc.present());
    if let Some(why) = why {
        let title = t!("reuse-cannot", name = name.as_str(), why = why.to_string());
        let cure = match why {
            Unusable::UnclearLogin(_) => t!("plan-conflict-proxy-auth-cure"),
            _ => t!("reuse-cannot-cure"),
        };
        refuse(draft, "proxy.name", title, cure.to_owned());
        return None;
    }
    check_mode(draft, there);
    check_fixed(draft, there);
    Some(there)
}

fn refuse(draft: &mut Draft<'_>, field: &'static str, title: String, cure: String) {
    draft.problem(Problem::new(Page::Proxy, field, title, cure));
}

/// Where the login is there already: its entry.
fn entry<'a>(draft: &Draft<'_>, there: &'a Proxy) -> Option<&'a ProxyAuth> {
    let secret = draft.observed.secret.present().filter(|secret| !secret.deleted)?;
    there.auth.iter().find(|entry| entry.secret_arn == secret.arn)
}

/// The login must fit what the proxy takes: its scheme is everybody's.
fn check_mode(draft: &mut Draft<'_>, there: &Proxy) {
    let fits = match entry(draft, there).map(|entry| &entry.iam_auth) {
        Some(_) if draft.mode == AuthMode::EndToEndIam && !there.default_iam_auth => None,
        _ if draft.mode == AuthMode::EndToEndIam => there.default_iam_auth.then_some(draft.mode),
        Some(IamAuth::Required) => Some(AuthMode::StandardIam),
        Some(IamAuth::Disabled) => Some(AuthMode::Password),
        Some(_) => Some(draft.mode),
        None if there.default_iam_auth => Some(AuthMode::EndToEndIam),
        None => Some(draft.mode),
    };
    let fits = fits.unwrap_or_else(|| there.auth_mode());
    if fits != draft.mode {
        let title = t!("reuse-mode", name = there.name.as_str(), mode = fits.title());
        let suggestion = match fits {
            AuthMode::StandardIam => "standard-iam",
            AuthMode::Password => "password",
            AuthMode::EndToEndIam => "end-to-end-iam",
        };
        draft.problem(
            Problem::new(Page::Secret, "auth_mode", title, t!("reuse-mode-cure", mode = fits.title()))
                .suggesting(suggestion),
        );
    }
    let adds = draft.mode.needs_secret() && entry(draft, there).is_none();
    if adds && there.auth.len() >= MOST_LOGINS {
        let title = t!("reuse-full", name = there.name.as_str(), count = MOST_LOGINS);
        refuse(draft, "proxy.name", title, t!("reuse-full-cure").to_owned());
    }
    // One user with two secrets: which of the passwords the proxy takes is not said anywhere.
    let user = draft.db_user.clone();
    let same = |secret: &&str| secret.rsplit('/').next() == Some(user.as_str());
    let twin = there.auth.iter().map(|entry| name_in_arn(&entry.secret_arn)).find(same);
    if let Some(secret) = twin.filter(|_| adds) {
        let title = said!("reuse-same-user", name = there.name.as_str(), user = user.as_str());
        draft.warn(Page::Secret, title, said!("reuse-same-user-text", secret = secret));
    }
}

/// What nobody can change on a proxy that is there.
fn check_fixed(draft: &mut Draft<'_>, there: &Proxy) {
    let choices = draft.choices;
    let subnets = &choices.network.proxy_subnets;
    let fixed = [
        (
            "proxy.endpoint_network_type",
            choices.proxy.endpoint_network_type.is_some_and(|kind| kind != there.endpoint_network_type),
        ),
        (
            "proxy.target_connection_network_type",
            choices
                .proxy
                .target_connection_network_type
                .is_some_and(|kind| kind != there.target_connection_network_type),
        ),
        ("network.proxy_subnets", subnets.iter().any(|id| !there.subnet_ids.contains(id))),
        (
            "network.proxy_security_group",
            choices.network.proxy_security_group.as_ref().is_some_and(|id| !there.security_group_ids.contains(id)),
        ),
    ];
    for (field, _) in fixed.into_iter().filter(|(_, differs)| *differs) {
        refuse(draft, field, t!("reuse-fixed", name = there.name.as_str()), t!("reuse-fixed-cure").to_owned());
    }
}

/// The proxy as it is referenced, and which of its settings the person changes for everybody on it.
pub(super) fn referenced(draft: &mut Draft<'_>, there: &Proxy) -> UsedProxy {
    let choices = &draft.choices.proxy;
    let pool = draft.observed.pool.present();
    let chosen = [
        ("RequireTLS", choices.require_tls.is_some_and(|on| on != there.require_tls)),
        (
            "IdleClientTimeout",
            choices.idle_client_timeout_secs.is_some_and(|secs| secs != there.idle_client_timeout_secs),
        ),
        ("DebugLogging", choices.debug_logging.is_some_and(|on| on != there.debug_logging)),
        (
            "MaxConnectionsPercent",
            choices.max_connections_percent.is_some_and(|to| pool.is_some_and(|is| is.max_connections_percent != to)),
        ),
        (
            "MaxIdleConnectionsPercent",
            choices
                .max_idle_connections_percent
                .is_some_and(|to| pool.is_some_and(|is| is.max_idle_connections_percent != to)),
        ),
        (
            "ConnectionBorrowTimeout",
            choices.borrow_timeout_secs.is_some_and(|to| pool.is_some_and(|is| is.borrow_timeout_secs != to)),
        ),
        (
            "SessionPinningFilters",
            choices.exclude_variable_sets.is_some_and(|to| pool.is_some_and(|is| is.exclude_variable_sets != to)),
        ),
        (
            "InitQuery",
            choices
                .init_query
                .as_ref()
                .is_some_and(|to| pool.is_some_and(|is| is.init_query.clone().unwrap_or_default() != *to)),
        ),
    ];
    let changed: Vec<String> =
        chosen.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name.to_owned()).collect();
    if !changed.is_empty() {
        let title = said!("reuse-changes", name = there.name.as_str(), settings = Filling::names(&changed));
        draft.warn(Page::Proxy, title, said!("reuse-changes-text", who = who(draft, there)));
    }
    UsedProxy {
        arn: there.arn.clone(),
        id: there.resource_id().to_owned(),
        host: there.endpoint.clone().unwrap_or_default(),
        registers: registers(draft),
        changed,
    }
}

/// Whoever has a login on the proxy comes to the database that is registered.
pub(super) fn note_registration(draft: &mut Draft<'_>, there: &Proxy) {
    if !registers(draft) {
        return;
    }
    let (name, database) = (there.name.as_str(), draft.database.id.as_str());
    let title = said!("reuse-registers", name = name, database = database);
    let text = said!("reuse-registers-text", name = name, database = database, who = who(draft, there));
    draft.warn(Page::Proxy, title, text);
}

/// Who else has a login there.
fn who(draft: &Draft<'_>, there: &Proxy) -> Sentence {
    let ours = entry(draft, there).map(|entry| entry.secret_arn.as_str());
    let others = there.auth.iter().filter(|entry| Some(entry.secret_arn.as_str()) != ours);
    let logins: Vec<&str> = others.map(|entry| name_in_arn(&entry.secret_arn)).collect();
    if logins.is_empty() {
        said!("reuse-who-unknown")
    } else {
        said!("reuse-who-logins", logins = Filling::names(logins))
    }
}

/// The proxy's own role, with one inline policy more where it lacks the right.
pub(super) fn role(draft: &mut Draft<'_>, there: &Proxy, secret: &SecretSetup) -> RoleSetup {
    let wanted = policy(draft, secret);
    let name = short_name(&there.role_arn).to_owned();
    let found = match &draft.observed.proxy_role {
        Part::Present(role) if role.arn == there.role_arn && !role.partly_unreadable() => Some(role.clone()),
        Part::Unreadable(why) => {
            let title = t!("design-unreadable", name = name.as_str(), operation = why.operation.as_str());
            let cure = t!("design-unreadable-cure", because = why.because.as_str());
            draft.problem(Problem::new(Page::Role, "proxy.name", title, cure));
            None
        }
        Part::Present(role) if role.arn == there.role_arn => {
            let title = t!("reuse-role-partly", role = name.as_str());
            draft.problem(Problem::new(Page::Role, "proxy.name", title, t!("reuse-role-partly-cure")));
            None
        }
        _ => {
            let title = t!("reuse-role-gone", role = name.as_str(), name = there.name.as_str());
            draft.problem(Problem::new(Page::Role, "proxy.name", title, t!("reuse-role-gone-cure")));
            None
        }
    };
    let policy_name = names::role_policy(draft.choices, &draft.db_user);
    // A secret of its own is new, so no policy of others is relied on: the same before and after an apply.
    let owned = matches!(secret, SecretSetup::Owned { .. });
    let adds = owned || found.as_ref().is_none_or(|role| !lets(role, &policy_name, &wanted));
    draft.reason("RoleArn", if adds { said!("reuse-role-why") } else { said!("reuse-role-has-why") });
    if let Some(boundary) = found.as_ref().and_then(|role| role.permissions_boundary.clone()).filter(|_| adds) {
        draft.warn(
            Page::Role,
            said!("reuse-role-bounded", role = name.as_str()),
            said!("reuse-role-bounded-text", arn = boundary),
        );
    }
    RoleSetup {
        owned: false,
        name,
        path: found.as_ref().map_or_else(|| "/".to_owned(), |role| role.path.clone()),
        arn: there.role_arn.clone(),
        description: found.as_ref().and_then(|role| role.description.clone()).unwrap_or_default(),
        permissions_boundary: found.as_ref().and_then(|role| role.permissions_boundary.clone()),
        max_session_secs: found.as_ref().and_then(|role| role.max_session_secs),
        trust: found.map_or_else(|| Document::trust("rds.amazonaws.com"), |role| role.trust),
        policy_name,
        policy: wanted,
        adds_policy: adds,
    }
}

/// Whether policies beside the setup's own allow all of this.
fn lets(role: &Role, own: &str, wanted: &Document) -> bool {
    let others: Vec<&Document> =
        role.policies().filter(|(name, _)| *name != own).map(|(_, document)| document).collect();
    let covered = |action: &str, resource: &str| {
        others.iter().any(|document| document.statement.iter().any(|statement| statement.covers(action, resource)))
    };
    wanted.statement.iter().all(|statement| {
        statement.action.iter().all(|action| statement.resource.iter().all(|resource| covered(action, resource)))
    })
}

/// The group of the proxy that the function is let into.
pub(super) fn group(draft: &mut Draft<'_>) -> Option<GroupSetup> {
    let there = proxy(draft)?;
    let chosen = draft.choices.network.proxy_security_group.clone();
    let of_proxy = there.security_group_ids.iter();
    // Rules that stand in a VPC's default group reach further.
    let rank = |id: &&String| {
        let is_default = draft.observed.security_group(id).is_none_or(|group| group.name == "default");
        (chosen.as_ref() != Some(id), is_default)
    };
    let id = of_proxy.min_by_key(rank)?.clone();
    let found = draft.observed.security_group(&id).cloned();
    draft.reason("VpcSecurityGroupIds", said!("reuse-group-why"));
    Some(GroupSetup {
        part: GroupPart::Proxy,
        name: found.as_ref().map_or_else(|| id.clone(), |group| group.name.clone()),
        description: found.map(|group| group.description).unwrap_or_default(),
        id,
        owned: false,
    })
}
