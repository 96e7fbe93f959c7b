//! What is known of the user without a login, and with one. What was not read is unknown.

use crate::domain::database::EngineFamily;
use crate::domain::observed::{Observed, Part};
use crate::export::{KnownUser, ProxyLogsIn, UserState};
use crate::gui::widgets::Sign;
use crate::prove::{UserVisit, WantedUser};
use crate::text::t;

/// A line of it.
pub type Known = (Sign, String);

/// All of it, the user itself first.
pub fn known(observed: &Observed, wanted: &WantedUser, visit: Option<&UserVisit>) -> Vec<Known> {
    let user = (Sign::Unknown, t!("user-not-looked", user = wanted.user.as_str()));
    let seen = visit.and_then(|visit| visit.after.as_ref().or(visit.before.as_ref()));
    let mut lines = vec![seen.map_or(user, |seen| state(seen, wanted))];
    if wanted.login == ProxyLogsIn::WithPassword {
        lines.push(in_secret(observed, &wanted.user));
    }
    if wanted.family == EngineFamily::Mysql {
        lines.push(parameters(&observed.parameters));
    }
    lines.extend(length(wanted));
    lines
}

fn state(seen: &KnownUser, wanted: &WantedUser) -> Known {
    let words = format!("{} {}", wanted.user, seen.description());
    match (&seen.state, seen.state.refuses(wanted.login)) {
        (_, true) => (Sign::Error, words),
        (UserState::Absent, _) => (Sign::ToDo, words),
        (UserState::Other(_), _) => (Sign::Unknown, words),
        (UserState::WithPassword | UserState::WithToken, _) => (Sign::Passed, words),
    }
}

/// Whether the proxy's secrets hold this user.
fn in_secret(observed: &Observed, user: &str) -> Known {
    let names = observed.proxy_secrets.iter().map(|secret| Some(secret.shape.present()?.username.as_deref()));
    let names: Vec<_> = names.collect();
    if names.iter().flatten().flatten().any(|name| *name == user) {
        return (Sign::Passed, t!("user-in-secret").to_owned());
    }
    match names.iter().all(Option::is_some) && !names.is_empty() {
        true => (Sign::Error, t!("user-not-in-secret").to_owned()),
        false => (Sign::Unknown, t!("user-secret-unread").to_owned()),
    }
}

/// Two settings of MySQL with which a proxy's logins fail, or its writes.
fn parameters(read: &Part<Vec<crate::domain::database::Parameter>>) -> Known {
    let Part::Present(all) = read else { return (Sign::Unknown, t!("user-parameters-unread").to_owned()) };
    let set = |name: &str| {
        let value = all.iter().find(|parameter| parameter.name == name).map(|parameter| parameter.value.trim());
        value.is_some_and(|value| !matches!(value, "" | "0" | "OFF" | "off") && !value.starts_with('{'))
    };
    match (set("init_connect"), set("read_only")) {
        (false, false) => (Sign::Passed, t!("user-parameters-fine").to_owned()),
        (true, _) => (Sign::Warning, t!("user-init-connect").to_owned()),
        (false, true) => (Sign::Error, t!("user-read-only").to_owned()),
    }
}

/// <https://dev.mysql.com/doc/refman/8.4/en/user-names.html>,
/// <https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS>
fn length(wanted: &WantedUser) -> Option<Known> {
    let (count, most) = match wanted.family {
        EngineFamily::Mysql => (wanted.user.chars().count(), 32),
        // In bytes; what is longer is cut off without an error.
        EngineFamily::Postgresql => (wanted.user.len(), 63),
        EngineFamily::Sqlserver => return None,
    };
    let sign = if count > most { Sign::Error } else { Sign::Passed };
    Some((sign, t!("user-length", count = count, most = most)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::database::Parameter;
    use crate::domain::secret::{ProxySecret, SecretShape};
    use crate::export::Rights;

    fn wanted(user: &str) -> WantedUser {
        let (family, login) = (EngineFamily::Mysql, ProxyLogsIn::WithPassword);
        WantedUser { family, user: user.into(), database: None, login, rights: Rights::default() }
    }

    fn signs(observed: &Observed, user: &str) -> Vec<Sign> {
        known(observed, &wanted(user), None).into_iter().map(|(sign, _)| sign).collect()
    }

    #[test]
    fn what_was_not_read_is_unknown_and_what_was_is_judged() {
        let mut observed = Observed { proxy_secrets: vec![ProxySecret::unread("a")], ..Observed::default() };
        assert_eq!(signs(&observed, "app"), [Sign::Unknown, Sign::Unknown, Sign::Unknown, Sign::Passed]);
        let shape = SecretShape { username: Some("app".into()), ..SecretShape::default() };
        observed.proxy_secrets = vec![ProxySecret { shape: Part::Present(shape), ..ProxySecret::unread("a") }];
        let read_only = |value: &str| Parameter {
            group: "g".into(),
            name: "read_only".into(),
            value: value.into(),
            set_by_user: true,
        };
        // RDS's own default follows from whether the instance is a replica.
        observed.parameters = Part::Present(vec![read_only("{TrueIfReplica}")]);
        assert_eq!(signs(&observed, "app"), [Sign::Unknown, Sign::Passed, Sign::Passed, Sign::Passed]);
        observed.parameters = Part::Present(vec![read_only("1")]);
        let long = "a".repeat(33);
        assert_eq!(signs(&observed, &long), [Sign::Unknown, Sign::Error, Sign::Error, Sign::Error]);
    }
}
