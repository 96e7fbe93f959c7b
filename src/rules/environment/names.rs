//! Variables that say one thing each, told by their names: `DB_HOST`, `PGUSER`, `RDS_PORT`.

use std::collections::BTreeSet;

use super::{Fact, What, host_and_port, is_rds};

/// First words of fused names: `PGHOST`, `DBNAME`, `MYSQLUSER`.
const FUSED: [&str; 5] = ["PG", "DB", "MYSQL", "POSTGRES", "RDS"];

/// Words in the name of a variable that is about a relational database …
const DATABASES: [&str; 12] = [
    "DB",
    "DATABASE",
    "RDS",
    "PG",
    "PSQL",
    "POSTGRES",
    "POSTGRESQL",
    "MYSQL",
    "MARIADB",
    "AURORA",
    "SQL",
    "DATASOURCE",
];

/// … and of one that is about something else, whatever else it says.
const OTHERS: [&str; 34] = [
    "HTTP",
    "HTTPS",
    "REDIS",
    "CACHE",
    "VALKEY",
    "MEMCACHED",
    "MONGO",
    "MONGODB",
    "DOCDB",
    "DYNAMO",
    "DYNAMODB",
    "ELASTIC",
    "OPENSEARCH",
    "SMTP",
    "MAIL",
    "KAFKA",
    "RABBITMQ",
    "NEPTUNE",
    "REDSHIFT",
    "ORACLE",
    "ATHENA",
    "CASSANDRA",
    "CLICKHOUSE",
    "FTP",
    "GLUE",
    "INFLUX",
    "KEYSPACES",
    "LDAP",
    "MQTT",
    "RABBIT",
    "SFTP",
    "SNOWFLAKE",
    "SQLITE",
    "TIMESTREAM",
];

/// Endings and what they say; longer ones first.
const ENDINGS: [(&[&str], Field); 53] = [
    (&["HOST", "NAME"], Field::Host),
    (&["SERVER", "NAME"], Field::Host),
    (&["USER", "NAME"], Field::User),
    (&["DB", "NAME"], Field::DatabaseName),
    (&["DATABASE", "NAME"], Field::DatabaseName),
    (&["SSL", "MODE"], Field::Option("sslmode")),
    (&["TLS", "MODE"], Field::Option("sslmode")),
    (&["USE", "SSL"], Field::Option("ssl")),
    (&["USE", "TLS"], Field::Option("ssl")),
    (&["REQUIRE", "SSL"], Field::Option("ssl")),
    (&["SSL", "ENABLED"], Field::Option("ssl")),
    (&["SSL", "REJECT", "UNAUTHORIZED"], Field::Option("rejectunauthorized")),
    (&["TLS", "REJECT", "UNAUTHORIZED"], Field::Option("rejectunauthorized")),
    (&["REJECT", "UNAUTHORIZED"], Field::Option("rejectunauthorized")),
    (&["SSL", "ROOT", "CERT"], Field::Option("sslrootcert")),
    (&["CA", "BUNDLE"], Field::Option("sslrootcert")),
    (&["CA", "CERT"], Field::Option("sslrootcert")),
    (&["CA", "PATH"], Field::Option("sslrootcert")),
    (&["CA", "FILE"], Field::Option("sslrootcert")),
    (&["SSL", "CA"], Field::Option("sslrootcert")),
    (&["TLS", "CA"], Field::Option("sslrootcert")),
    (&["SSL", "CERT"], Field::Option("sslrootcert")),
    (&["SSLROOTCERT"], Field::Option("sslrootcert")),
    (&["SSLMODE"], Field::Option("sslmode")),
    (&["SSL"], Field::Option("ssl")),
    (&["TLS"], Field::Option("ssl")),
    (&["OPTIONS"], Field::Option("options")),
    (&["GSSENCMODE"], Field::Option("gssencmode")),
    (&["HOST"], Field::Host),
    (&["HOSTNAME"], Field::Host),
    (&["HOSTADDR"], Field::Host),
    (&["HOSTS"], Field::Host),
    (&["ENDPOINT"], Field::Host),
    (&["SERVER"], Field::Host),
    (&["ADDRESS"], Field::Host),
    (&["ADDR"], Field::Host),
    (&["PROXY"], Field::Locator),
    (&["URL"], Field::Locator),
    (&["URI"], Field::Locator),
    (&["WRITER"], Field::Host),
    (&["READER"], Field::Host),
    (&["PORT"], Field::Port),
    (&["USER"], Field::User),
    (&["USERNAME"], Field::User),
    (&["DATABASE"], Field::Database),
    (&["DBNAME"], Field::Database),
    (&["SCHEMA"], Field::Database),
    (&["DB"], Field::DatabaseName),
    (&["REGION"], Field::Region),
    (&["PASSWORD"], Field::Password),
    (&["PASSWD"], Field::Password),
    (&["PASS"], Field::Password),
    (&["PWD"], Field::Password),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    Host,
    /// A host, where the value is one; by its name it could also be a whole address.
    Locator,
    Port,
    User,
    Database,
    /// `DB_NAME`, `ORDERS_DB`: the word for the database belongs to the group as well.
    DatabaseName,
    Region,
    Password,
    Option(&'static str),
}

/// The group and the field of a name: `DB_PROXY_HOST` → `DB_PROXY`, host.
pub fn split(name: &str) -> Option<(String, Field)> {
    let words = upper_words(name);
    let mut words: Vec<&str> = words.iter().map(String::as_str).filter(|word| *word != "MY").collect();
    // `POSTGRES_DB`, `MYSQL_DB`.
    if let [.., vendor, "DB"] = words.as_slice()
        && DATABASES.contains(vendor)
    {
        words.pop();
        return Some((words.join("_"), Field::Database));
    }
    match words.as_slice() {
        // `DBNAME`, once taken apart, is no longer one word.
        ["DB", "NAME"] => return Some(("DB".to_owned(), Field::Database)),
        ["DB"] => return Some((String::new(), Field::Database)),
        _ => {}
    }
    let (ending, field) = ENDINGS.iter().find(|(ending, _)| words.ends_with(ending))?;
    words.truncate(words.len() - ending.len());
    if *field == Field::DatabaseName {
        words.extend(ending.first());
    }
    Some((words.join("_"), *field))
}

/// The words of a name, in upper case: `DB_PROXY_HOST`, `dbProxyHost` and `RDSProxyHost` alike.
fn upper_words(name: &str) -> Vec<String> {
    let parts = name.split(|c: char| "_-.".contains(c)).filter(|part| !part.is_empty());
    parts
        .flat_map(|part| {
            let upper = part.to_ascii_uppercase();
            match unfuse(&upper) {
                Some((prefix, rest)) => vec![prefix.to_owned(), rest.to_owned()],
                None => humps(part),
            }
        })
        .collect()
}

/// `RDSProxyEndpoint` → `RDS`, `PROXY`, `ENDPOINT`.
fn humps(part: &str) -> Vec<String> {
    let letters: Vec<char> = part.chars().collect();
    let mut words = Vec::new();
    let mut word = String::new();
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| letters.get(at));
        let in_capitals = before.is_some_and(char::is_ascii_uppercase);
        let low_after = letters.get(at + 1).is_some_and(char::is_ascii_lowercase);
        if letter.is_ascii_uppercase() && before.is_some() && (!in_capitals || low_after) {
            words.push(std::mem::take(&mut word));
        }
        word.push(letter.to_ascii_uppercase());
    }
    words.push(word);
    words
}

fn unfuse(word: &str) -> Option<(&str, &str)> {
    FUSED.iter().find_map(|prefix| {
        let rest = word.strip_prefix(prefix).filter(|rest| *rest == "NAME" || known(rest))?;
        word.get(..prefix.len()).map(|prefix| (prefix, rest))
    })
}

fn known(word: &str) -> bool {
    ENDINGS.iter().any(|(ending, _)| *ending == [word])
}

/// Whether a variable of this name holds a database password: `PGPASSWORD`, `DB_APP_PASS`.
pub fn names_password(name: &str, databases: &BTreeSet<String>) -> bool {
    split(name).is_some_and(|(group, field)| {
        field == Field::Password && (about_a_database(&group, field) || databases.contains(&group))
    })
}

/// Whether a variable of this name says which secret holds a login: `DB_SECRET_NAME`, `secretId`.
/// Secrets of other trades are named after them: `CLIENT_SECRET_ID`.
pub fn names_secret(name: &str) -> bool {
    let words = upper_words(name);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let [group @ .., "SECRET" | "SECRETS", "ARN" | "NAME" | "ID"] = words.as_slice() else { return false };
    group.is_empty()
        || group.iter().all(|word| ["MY", "AWS", "PROXY"].contains(word))
        || about_a_database(&group.join("_"), Field::Host)
}

/// What a variable with a plain value says. `databases`: groups that are about a database.
pub fn facts(name: &str, value: &str, databases: &BTreeSet<String>) -> Vec<Fact> {
    let fact = |what, value: &str, group: &str| Fact {
        what,
        value: value.to_owned(),
        variable: name.to_owned(),
        whole: false,
        group: group.to_owned(),
    };
    // `WRITER_URL=orders.proxy-….rds.amazonaws.com:3306`, `ORDERS_DB=…`: whatever its name.
    let rds = is_rds(value);
    let named = split(name).map(|(group, field)| (group, if rds { Field::Host } else { field }));
    let Some((group, field)) = named.or_else(|| rds.then(|| (name.to_ascii_uppercase(), Field::Host))) else {
        return Vec::new();
    };
    if !rds && !about_a_database(&group, field) && !databases.contains(&group) {
        return Vec::new();
    }
    let what = match field {
        Field::Host | Field::Locator => {
            let found: Vec<Fact> = hosts(value)
                .flat_map(|(host, port)| {
                    let port = port.map(|port| fact(What::Port, port, &group));
                    [Some(fact(What::Host, host, &group)), port].into_iter().flatten()
                })
                .collect();
            let stray = field == Field::Host && found.is_empty();
            return if stray { vec![fact(What::NoHost, value, &group)] } else { found };
        }
        Field::Port if value.parse::<u16>().is_err() => return Vec::new(),
        Field::Port => What::Port,
        Field::User => What::User,
        Field::Database | Field::DatabaseName => What::Database,
        Field::Region if !is_region(value) => return Vec::new(),
        Field::Region => What::Region,
        Field::Password => return Vec::new(),
        Field::Option(name) => What::Option(name.to_owned()),
    };
    vec![fact(what, value, &group)]
}

fn about_a_database(group: &str, field: Field) -> bool {
    let is = |list: &[&str]| group.split('_').any(|word| list.contains(&word));
    // `DATABASE` alone is a name, and says it itself.
    !is(&OTHERS) && (is(&DATABASES) || (group.is_empty() && matches!(field, Field::Database)))
}

/// `db.example`, `db.example:3306`, `a.example,b.example`; nothing where it is no host name.
fn hosts(value: &str) -> impl Iterator<Item = (&str, Option<&str>)> {
    value
        .split(',')
        .map(|part| host_and_port(part.trim()))
        .filter(|(host, port)| is_host(host) && port.is_none_or(|port| port.parse::<u16>().is_ok()))
}

/// A name with a domain, an address, or this very machine.
fn is_host(text: &str) -> bool {
    let label = |label: &str| label.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
    let name = text.trim_end_matches('.');
    let has_domain = name.contains('.') && name.split('.').all(|part| !part.is_empty() && label(part));
    has_domain || text.eq_ignore_ascii_case("localhost") || text.parse::<std::net::IpAddr>().is_ok()
}

/// `eu-west-1`, `us-gov-east-1`.
fn is_region(value: &str) -> bool {
    let words: Vec<&str> = value.split('-').collect();
    matches!(words.as_slice(), [area, .., number]
        if area.len() == 2 && words.len() >= 3 && number.parse::<u8>().is_ok())
}
