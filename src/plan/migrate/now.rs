//! Where a path stands today, what it may move to, and what is left of the way that it came by before.

use super::direct::{BYPASS, NAMES_DATABASE};
use super::login::users;
use super::{Conflict, Migration, NewLogin, Plan, migrate};
use crate::domain::finding::Finding;
use crate::domain::function::Function;
use crate::domain::observed::Observed;
use crate::domain::proxy::{AuthMode, IamAuth, Proxy};
use crate::rules::{Login, database_user};

/// How the observed function comes to its database today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OldWay {
    /// It names the database itself.
    Direct,
    /// Through the proxy, logging in like this.
    Login(AuthMode),
    /// As which user it logs in, or how that user does, was not read.
    Unknown,
}

/// A migration, and its plan or everything that stands in the way.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    pub wish: Migration,
    pub planned: Result<Plan, Vec<Conflict>>,
}

/// What can be done from here.
#[derive(Debug, Clone, PartialEq)]
pub struct Moves {
    pub from: OldWay,
    /// The first plans, that only add: through the proxy, then each way of logging in.
    pub goals: Vec<Course>,
    /// The second plans, that take an old way away; one for each that is left.
    pub finishes: Vec<Course>,
    /// It is known whose login each entry of the proxy is; else logins may be missing among `finishes`.
    pub logins_read: bool,
}

impl OldWay {
    /// There is nothing left to move for this goal.
    pub fn is_at(self, goal: &Migration) -> bool {
        use NewLogin::{EndToEndIam, StandardIam};
        matches!(
            (self, goal),
            (Self::Login(_), Migration::ThroughProxy)
                | (Self::Login(AuthMode::StandardIam), Migration::Login { login: StandardIam, .. })
                | (Self::Login(AuthMode::EndToEndIam), Migration::Login { login: EndToEndIam, .. })
        )
    }
}

/// Where the path stands and where to it may go, with a new login as `user`. `others` are the functions of
/// account and region; `None` where they were not read, and then no old way can be ended.
pub fn moves<'a>(
    observed: &Observed,
    findings: impl IntoIterator<Item = &'a Finding>,
    others: Option<&[Function]>,
    user: &str,
) -> Moves {
    let findings: Vec<&Finding> = findings.into_iter().collect();
    let planned = |wish: Migration| {
        let planned = migrate(observed, findings.iter().copied(), others, &wish);
        Course { wish, planned }
    };
    let login = |login| Migration::Login { login, user: user.to_owned() };
    let goals = [Migration::ThroughProxy, login(NewLogin::StandardIam), login(NewLogin::EndToEndIam)];
    let from = old_way(observed, findings.iter().copied());
    Moves {
        from,
        goals: goals.into_iter().map(planned).collect(),
        finishes: ends(observed, &findings, from).into_iter().map(planned).collect(),
        logins_read: observed.proxy.present().is_some_and(|proxy| users(observed, proxy).is_some()),
    }
}

/// How the observed function comes to its database, as far as it was read.
pub fn old_way<'a>(observed: &Observed, findings: impl IntoIterator<Item = &'a Finding>) -> OldWay {
    if findings.into_iter().any(|finding| finding.code == NAMES_DATABASE) {
        return OldWay::Direct;
    }
    let (Some(proxy), Some(_)) = (observed.proxy.present(), observed.function.present()) else {
        return OldWay::Unknown;
    };
    let mode = match Login::from_proxy(proxy) {
        Login::Password => Some(AuthMode::Password),
        Login::StandardIam => Some(AuthMode::StandardIam),
        Login::EndToEndIam => Some(AuthMode::EndToEndIam),
        Login::Mixed => mode_of_user(observed, proxy),
    };
    mode.map_or(OldWay::Unknown, OldWay::Login)
}

/// In a mixed proxy the entry of the function's user decides.
fn mode_of_user(observed: &Observed, proxy: &Proxy) -> Option<AuthMode> {
    let user = database_user(observed, proxy).filter(|user| user.certain)?;
    let users = users(observed, proxy)?;
    match users.iter().find(|(name, _)| *name == user.name).map(|(_, entry)| &entry.iam_auth) {
        Some(IamAuth::Required) => Some(AuthMode::StandardIam),
        Some(IamAuth::Disabled) => Some(AuthMode::Password),
        Some(IamAuth::Enabled | IamAuth::Other(_)) => None,
        None => proxy.default_iam_auth.then_some(AuthMode::EndToEndIam),
    }
}

/// The old ways that are left: the rule past the proxy, and each login that is not the function's own.
fn ends(observed: &Observed, findings: &[&Finding], from: OldWay) -> Vec<Migration> {
    let past = from != OldWay::Direct && findings.iter().any(|finding| finding.code == BYPASS);
    let mut ends: Vec<Migration> = past.then_some(Migration::CloseDirect).into_iter().collect();
    let Some(proxy) = observed.proxy.present() else { return ends };
    let own = database_user(observed, proxy).map(|user| user.name);
    let mut others: Vec<&str> = users(observed, proxy).unwrap_or_default().into_iter().map(|(user, _)| user).collect();
    others.retain(|user| own.as_deref() != Some(*user));
    others.sort_unstable();
    others.dedup();
    ends.extend(others.into_iter().map(|old| Migration::EndLogin { old: old.to_owned() }));
    ends
}

/// A name for the user of a new login, after that of the old one; `None` where that is not known, or would
/// be longer than MySQL takes.
/// <https://dev.mysql.com/doc/refman/8.4/en/user-names.html>
pub fn suggested_user(observed: &Observed) -> Option<String> {
    let proxy = observed.proxy.present()?;
    let old = database_user(observed, proxy)?.name;
    let name = format!("{old}_iam");
    (name.chars().count() <= 32).then_some(name)
}
