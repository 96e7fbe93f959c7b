//! Takes the secret parts out of a text: passwords in URLs, connection strings and JSON. Whether
//! a variable may be read at all is decided in [`super::function`].
//!
//! A text is taken apart only where its grammar is certain; what could hold a secret and does not
//! come apart cleanly is not shown at all.

mod token;

use serde_json::Value;

pub use token::holds_one as holds_token;

/// What stands in for a hidden part.
pub const HIDDEN: &str = "***";

const SECRET_WORDS: [&str; 9] = ["PASS", "PWD", "SECRET", "TOKEN", "KEY", "CREDENTIAL", "AUTH", "PRIVATE", "SIGNATURE"];

/// Switches of drivers that are named like a secret and hold none.
const SWITCHES: [&str; 6] = [
    "REJECTUNAUTHORIZED",
    "ALLOWCLEARTEXTPASSWORDS",
    "ALLOWNATIVEPASSWORDS",
    "ALLOWPUBLICKEYRETRIEVAL",
    "DEFAULTAUTHENTICATIONPLUGIN",
    "AUTHENTICATIONPLUGINS",
];

/// Whether the name of a variable, parameter or field suggests that its value is a credential.
pub fn sounds_secret(name: &str) -> bool {
    let mut plain: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    plain.make_ascii_uppercase();
    for switch in SWITCHES {
        plain = plain.replace(switch, "");
    }
    SECRET_WORDS.iter().any(|word| plain.contains(word))
}

/// Whether a URL of this scheme is a database's: `postgresql+psycopg2`, `jdbc:mysql`, `mysql2`.
pub fn is_database_scheme(scheme: &str) -> bool {
    const DATABASES: [&str; 6] = ["mysql", "mariadb", "postgres", "postgresql", "sqlserver", "mssql"];
    let scheme = scheme.to_ascii_lowercase();
    scheme.split([':', '+', '-']).any(|part| {
        let part = part.trim_end_matches(|c: char| c.is_ascii_digit());
        DATABASES.contains(&part)
    })
}

/// The text with its secret parts replaced; `None` where it cannot be told from its secrets.
pub fn mask(text: &str) -> Option<String> {
    let looks_like_json = text.trim_start().starts_with(['{', '[']);
    if looks_like_json && let Ok(value) = serde_json::from_str::<Value>(text) {
        let masked = json(value.clone());
        return Some(if masked == value { text.to_owned() } else { masked.to_string() });
    }
    if token::holds_one(text) {
        return None;
    }
    if looks_like_json {
        return plain(text);
    }
    if let Some((scheme, rest)) = url(text) {
        return locator(scheme, rest);
    }
    if let Some((login, rest)) = go_name(text) {
        return Some(format!("{}@{}", login_of_database(login), parameters(rest)));
    }
    match pairs(text) {
        Some(pairs) if pairs.iter().any(|(name, value)| is_secret(name, value)) => {
            let between = if text.contains(';') { ";" } else { " " };
            let shown = pairs.iter().map(|(name, value)| {
                let value = if is_secret(name, value) { HIDDEN } else { value };
                let quote = if between == " " && value.contains(char::is_whitespace) { "'" } else { "" };
                format!("{name}={quote}{value}{quote}")
            });
            Some(shown.collect::<Vec<_>>().join(between))
        }
        _ => plain(text),
    }
}

/// Scheme and rest of a text that is a URL and nothing more.
pub fn url(text: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = text.trim().split_once("://")?;
    let word = |c: char| c.is_ascii_alphanumeric() || "+-.:_".contains(c);
    (!scheme.is_empty() && scheme.chars().all(word)).then_some((scheme, rest))
}

/// Login and rest of a Go driver's `app:password@tcp(host:3306)/orders`.
pub fn go_name(text: &str) -> Option<(&str, &str)> {
    let (login, rest) = text.rsplit_once('@')?;
    let (network, address) = rest.split_once('(')?;
    let user = login.split_once(':').map_or(login, |(user, _)| user);
    let certain = !network.is_empty()
        && network.chars().all(|c| c.is_ascii_alphanumeric())
        && address.contains(")/")
        && !user.contains([' ', '\t', '\n', '=', '/', '?']);
    (certain && !login.contains("://")).then_some((login, rest))
}

/// `host=db user=app` of libpq, or `Server=db;Uid=app`; `None` where it is not certainly that.
pub fn pairs(text: &str) -> Option<Vec<(&str, &str)>> {
    if text.contains(';') { by_semicolon(text) } else { by_space(text) }
}

fn by_semicolon(text: &str) -> Option<Vec<(&str, &str)>> {
    if text.contains(['"', '\'']) {
        return None;
    }
    let pieces = text.split(';').filter(|piece| !piece.trim().is_empty());
    pieces
        .map(|piece| {
            let (name, value) = piece.split_once('=')?;
            is_name(name.trim(), " .-").then_some((name.trim(), value.trim()))
        })
        .collect()
}

fn by_space(text: &str) -> Option<Vec<(&str, &str)>> {
    let mut found = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (name, after) = rest.split_once('=')?;
        let (name, after) = (name.trim_end(), after.trim_start());
        let (value, next) = match after.strip_prefix('\'') {
            Some(quoted) => {
                quoted.split_once('\'').filter(|(_, next)| next.trim_start() != *next || next.is_empty())?
            }
            None => after.split_once(char::is_whitespace).unwrap_or((after, "")),
        };
        if !is_name(name, "") || value.contains(['\'', '"', '\\']) {
            return None;
        }
        found.push((name, value));
        rest = next.trim_start();
    }
    Some(found)
}

fn is_name(name: &str, also: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || also.contains(c))
}

/// `%40` is an `@`, so the value may be a URL; and `x=password=y` is one more pair.
fn is_secret(name: &str, value: &str) -> bool {
    // `sig` is how Azure signs a URL; as a part of a longer name it is nothing.
    sounds_secret(name)
        || name.eq_ignore_ascii_case("sig")
        || value.contains("%40")
        || value.contains('=') && sounds_secret(value)
}

fn json(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let field = |(name, value): (String, Value)| {
                let value = if sounds_secret(&name) { concealed(value) } else { json(value) };
                (name, value)
            };
            fields.into_iter().map(field).collect()
        }
        Value::Array(items) => items.into_iter().map(json).collect(),
        Value::String(text) => mask(&text).unwrap_or_else(|| HIDDEN.to_owned()).into(),
        other => other,
    }
}

/// An ARN says where a secret is, not what it is.
fn concealed(value: Value) -> Value {
    match value {
        Value::Null => Value::Null,
        Value::String(text) if text.is_empty() || text.starts_with("arn:") => text.into(),
        _ => HIDDEN.into(),
    }
}

fn locator(scheme: &str, rest: &str) -> Option<String> {
    let (authority, tail) = rest.split_at(rest.find(['/', '?', '#', ';']).unwrap_or(rest.len()));
    // An `@` further on may end a password that has a slash in it; a list of addresses in
    // brackets, which Connector/J takes, may have passwords in it.
    if tail.contains('@') || authority.contains(['=', '(']) {
        return None;
    }
    let authority = match authority.rsplit_once('@') {
        None => authority.to_owned(),
        Some((login, hosts)) if is_database_scheme(scheme) => format!("{}@{hosts}", login_of_database(login)),
        // Of other services the user may be the secret.
        Some((_, hosts)) => format!("{HIDDEN}@{hosts}"),
    };
    Some(format!("{scheme}://{authority}{}", parameters(tail)))
}

fn login_of_database(login: &str) -> String {
    match login.split_once(':') {
        Some((user, password)) if !password.is_empty() => format!("{user}:{HIDDEN}"),
        _ if token::holds_one(login) => HIDDEN.to_owned(),
        _ => login.to_owned(),
    }
}

/// A path and what follows it, `?name=value&name=value`, secret values masked.
fn parameters(tail: &str) -> String {
    const BETWEEN: [char; 7] = ['?', '&', ';', '#', ' ', '\n', '\t'];
    let mut shown = String::with_capacity(tail.len());
    let mut after_secret = false;
    for piece in tail.split_inclusive(BETWEEN) {
        let body = piece.strip_suffix(BETWEEN).unwrap_or(piece);
        match body.split_once('=') {
            Some((name, value)) => {
                after_secret = !value.is_empty() && is_secret(name, value);
                shown.push_str(name);
                shown.push('=');
                shown.push_str(if after_secret { HIDDEN } else { value });
            }
            // A password that was not encoded goes on behind the `&` in it.
            None if after_secret && !body.is_empty() => shown.push_str(HIDDEN),
            None => shown.push_str(body),
        }
        shown.push_str(piece.get(body.len()..).unwrap_or_default());
    }
    shown
}

/// A text without any structure: all of it, or nothing.
fn plain(text: &str) -> Option<String> {
    const SIGNS: [&str; 9] =
        ["password", "passwd", "pwd=", "secret=", "token=", "x-amz-", "private key", "bearer ", "authorization:"];
    let lower = text.to_lowercase();
    let named = SIGNS.iter().any(|sign| lower.contains(sign));
    // `app:hunter2@db`, and Oracle's `app/hunter2@//db:1521/orders`.
    let is_login = |word: &str| word.split_once('@').is_some_and(|(login, _)| login.contains([':', '/']));
    let login = text.split_whitespace().any(is_login);
    (!named && !login && !is_line_of_pgpass(text)).then(|| text.to_owned())
}

/// `db.example:5432:orders:app:hunter2`.
fn is_line_of_pgpass(text: &str) -> bool {
    let mut fields = text.split(':');
    let port = fields.nth(1).unwrap_or_default();
    fields.count() >= 3 && !port.is_empty() && port.chars().all(|c| c.is_ascii_digit() || c == '*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_are_taken_out_and_the_rest_is_kept() {
        for (text, expected) in [
            ("mysql://app:hunter2@db.example:3306/orders?ssl=true", "mysql://app:***@db.example:3306/orders?ssl=true"),
            ("mysql://app:hun@ter2@db/orders", "mysql://app:***@db/orders"),
            ("postgresql+psycopg2://app:hunter2@h1:1,h2:2/o", "postgresql+psycopg2://app:***@h1:1,h2:2/o"),
            ("jdbc:mysql://db/orders?user=app&password=hunter2", "jdbc:mysql://db/orders?user=app&password=***"),
            ("jdbc:mysql://db/o?password=hun&ter2&useSSL=true", "jdbc:mysql://db/o?password=***&***&useSSL=true"),
            (
                "jdbc:sqlserver://db:1433;user=app;password=hunter2;x=1",
                "jdbc:sqlserver://db:1433;user=app;password=***;x=1",
            ),
            ("redis://hunter2@cache:6379/0", "redis://***@cache:6379/0"),
            ("https://example.com/hook?token=hunter2", "https://example.com/hook?token=***"),
            ("app:hunter2@tcp(db:3306)/orders?tls=true", "app:***@tcp(db:3306)/orders?tls=true"),
            ("app:hun/t@er2@tcp(db:3306)/orders?password=x", "app:***@tcp(db:3306)/orders?password=***"),
            ("host=db user=app password='hun ter2' dbname=o", "host=db user=app password=*** dbname=o"),
            ("host=db password = hunter2", "host=db password=***"),
            ("Server=db;Uid=app;Pwd=hunter2;", "Server=db;Uid=app;Pwd=***"),
            (r#"{"host":"db","password":"hunter2"}"#, r#"{"host":"db","password":"***"}"#),
            (r#"[{"url":"mysql://app:hunter2@db/o"}]"#, r#"[{"url":"mysql://app:***@db/o"}]"#),
        ] {
            assert_eq!(mask(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_holds_no_secret_is_kept_to_the_letter() {
        for text in [
            "orders.cluster-c8.eu-west-1.rds.amazonaws.com",
            "mysql://app@db/orders",
            "mysql://db/orders?allowCleartextPasswords=1&tls=true",
            "postgres://app@[::1]:5432/orders?sslmode=verify-full",
            "host=db user=app dbname=orders",
            r#"{ "host": "db", "port": 3306 }"#,
            "-c search_path=orders",
            "10.0.0.0/16,fd00::/8",
            "arn:aws:lambda:eu-west-1:123456789012:function:orders-api:live",
            "2026-11-01T10:00:00Z",
            "sig",
            "",
        ] {
            assert_eq!(mask(text).as_deref(), Some(text));
        }
    }

    #[test]
    fn what_does_not_come_apart_is_hidden_whole() {
        for text in [
            "mysql://app:hun/ter2@db/orders",
            "mysql://app:hun?ter2@db/orders",
            "app/hunter2@//db:1521/orders",
            "sqlplus app/hunter2@db",
            "db.example:5432:orders:app:hunter2",
            "*:*:*:app:hunter2",
            "Authorization: Basic aHVudGVyMg==",
            "{ Bearer hunter2",
            "jdbc:mysql://(host=db,user=app,password=hunter2)/orders",
            "host=db password=hun ter2 dbname=o",
            "Server=db;Password=\"hun;ter2\"",
            "app:hunter2@db",
            r#"{"password":"hunter2""#,
            "db.example:3306/?Action=connect&DBUser=app&X-Amz-Signature=hunter2",
            "-----BEGIN RSA PRIVATE KEY----- hunter2",
            "0123456789abcdef0123456789abcdef",
            "cmFuZG9tcmFuZG9tcmFuZG9tcmFuZG9tcmFuZG9t==",
        ] {
            assert_eq!(mask(text), None, "{text}");
        }
    }

    /// Every arrangement of the marks that these grammars are made of, around one secret.
    #[test]
    fn no_arrangement_of_marks_brings_a_password_out() {
        const MARKS: [&str; 14] =
            ["://", ":", "@", "/", "?", "&", "=", ";", "'", " ", "\u{e9}", "password=", "tcp(db)/", "{\""];
        let mut state = 7_u64;
        let mut mark = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            MARKS[usize::try_from(state >> 33).unwrap() % MARKS.len()]
        };
        for _ in 0..20_000 {
            let (a, b, c, d) = (mark(), mark(), mark(), mark());
            for text in [
                format!("mysql://app:hunter2@db{a}{b}{c}{d}"),
                format!("app:hunter2@tcp(db:3306)/o{a}{b}{c}{d}"),
                format!("host=db{a}{b} password=hunter2 {c}{d}"),
                format!("jdbc:mysql://db/o?x={a}{b}&password=hunter2{c}{d}"),
            ] {
                let shown = mask(&text).unwrap_or_default();
                assert!(!shown.contains("hunter2"), "{text} -> {shown}");
            }
        }
    }
}
