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
const OTHERS: [&str; 20] = [
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
];

/// Endings and what they say; longer ones first.
const ENDINGS: [(&[&str], Field); 45] = [
    (&["HOST", "NAME"], Field::Host),
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
    (&["ENDPOINT"], Field::Host),
    (&["SERVER"], Field::Host),
    (&["ADDRESS"], Field::Host),
    (&["WRITER"], Field::Host),
    (&["READER"], Field::Host),
    (&["PORT"], Field::Port),
    (&["USER"], Field::User),
    (&["USERNAME"], Field::User),
    (&["DATABASE"], Field::Database),
    (&["DBNAME"], Field::Database),
    (&["REGION"], Field::Region),
    (&["PASSWORD"], Field::Password),
    (&["PASSWD"], Field::Password),
    (&["PASS"], Field::Password),
    (&["PWD"], Field::Password),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    Host,
    Port,
    User,
    Database,
    /// `DB_NAME`, whose first word belongs to the group as well.
    DatabaseName,
    Region,
    Password,
    Option(&'static str),
}

/// The group and the field of a name: `DB_PROXY_HOST` → `DB_PROXY`, host.
pub fn split(name: &str) -> Option<(String, Field)> {
    let upper = name.to_ascii_uppercase();
    let mut words: Vec<&str> = upper.split(['_', '-', '.']).filter(|word| !word.is_empty()).collect();
    // `PGHOST` → `PG`, `HOST`.
    if let Some((prefix, rest)) = words.first().and_then(|first| unfuse(first)) {
        words.splice(..1, [prefix, rest]);
    }
    // `POSTGRES_DB`, `MYSQL_DB`.
    if let [.., vendor, "DB"] = words.as_slice()
        && DATABASES.contains(vendor)
    {
        words.pop();
        return Some((words.join("_"), Field::Database));
    }
    // `DBNAME`, once taken apart, is no longer one word.
    if let ["DB", "NAME"] = words.as_slice() {
        return Some(("DB".to_owned(), Field::Database));
    }
    let (ending, field) = ENDINGS.iter().find(|(ending, _)| words.ends_with(ending))?;
    words.truncate(words.len() - ending.len());
    if *field == Field::DatabaseName {
        words.extend(ending.first());
    }
    Some((words.join("_"), *field))
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
pub fn names_password(name: &str) -> bool {
    split(name).is_some_and(|(group, field)| field == Field::Password && about_a_database(&group, field))
}

/// What a variable with a plain value says. `databases`: groups that have an RDS host.
pub fn facts(name: &str, value: &str, databases: &BTreeSet<String>) -> Vec<Fact> {
    let fact = |what, value: &str, group: &str| Fact {
        what,
        value: value.to_owned(),
        variable: name.to_owned(),
        whole: false,
        group: group.to_owned(),
    };
    // `WRITER_URL=orders.proxy-….rds.amazonaws.com:3306`, whatever its name.
    let Some((group, field)) = split(name).or_else(|| is_rds(value).then(|| (name.to_ascii_uppercase(), Field::Host)))
    else {
        return Vec::new();
    };
    let is_host = field == Field::Host && is_rds(value);
    if !is_host && !about_a_database(&group, field) && !databases.contains(&group) {
        return Vec::new();
    }
    let what = match field {
        Field::Host => {
            return hosts(value)
                .flat_map(|(host, port)| {
                    let port = port.map(|port| fact(What::Port, port, &group));
                    [Some(fact(What::Host, host, &group)), port].into_iter().flatten().collect::<Vec<_>>()
                })
                .collect();
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
    value.split(',').map(|part| host_and_port(part.trim())).filter(|(host, port)| {
        let name = |c: char| c.is_ascii_alphanumeric() || ".-_:".contains(c);
        host.contains(['.', ':']) && host.chars().all(name) && port.is_none_or(|port| port.parse::<u16>().is_ok())
    })
}

/// `eu-west-1`, `us-gov-east-1`.
fn is_region(value: &str) -> bool {
    let words: Vec<&str> = value.split('-').collect();
    matches!(words.as_slice(), [area, .., number]
        if area.len() == 2 && words.len() >= 3 && number.parse::<u8>().is_ok())
}
