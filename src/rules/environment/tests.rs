//! The parser on the forms that people use, and on noise.

use super::*;

fn read(variables: &[(&str, &str)]) -> Environment {
    let classified = |(name, value): &(&str, &str)| ((*name).to_owned(), EnvValue::classify(name, value));
    Environment::read(&variables.iter().map(classified).collect())
}

/// `host=… port=… user=… database=… region=…` and the options, in the order found.
fn told(variables: &[(&str, &str)]) -> String {
    let words = |fact: &Fact| {
        let what = match &fact.what {
            What::Option(name) => name.clone(),
            other => format!("{other:?}").to_lowercase(),
        };
        format!("{what}={}", fact.value)
    };
    read(variables).facts.iter().map(words).collect::<Vec<_>>().join(" ")
}

const PROXY: &str = "orders-proxy.proxy-c8x.eu-west-1.rds.amazonaws.com";

#[test]
fn single_variables_are_told_by_their_names() {
    for (name, value, expected) in [
        ("DB_HOST", "db.example", "host=db.example"),
        ("DB_HOST", "db.example:3307", "host=db.example port=3307"),
        ("PGHOST", "db.example", "host=db.example"),
        ("MYSQL_HOST", "db.example", "host=db.example"),
        ("RDS_HOSTNAME", "db.example", "host=db.example"),
        ("dbHost", "db.example", "host=db.example"),
        ("PROXY_ENDPOINT", PROXY, "host=orders-proxy.proxy-c8x.eu-west-1.rds.amazonaws.com"),
        ("TARGET", PROXY, "host=orders-proxy.proxy-c8x.eu-west-1.rds.amazonaws.com"),
        ("DB_HOST", "fd00::17", "host=fd00::17"),
        ("DB_HOST", "[fd00::17]:3306", "host=fd00::17 port=3306"),
        ("PGPORT", "5432", "port=5432"),
        ("DB_PORT", "many", ""),
        ("PGUSER", "app", "user=app"),
        ("DB_USER_NAME", "app", "user=app"),
        ("POSTGRES_DB", "orders", "database=orders"),
        ("DB_NAME", "orders", "database=orders"),
        ("DBNAME", "orders", "database=orders"),
        ("MYSQL_DATABASE", "orders", "database=orders"),
        ("DB_REGION", "eu-west-1", "region=eu-west-1"),
        ("DB_REGION", "Europe", ""),
        ("PGSSLMODE", "require", "sslmode=require"),
        ("DB_SSL", "false", "ssl=false"),
        ("DB_SSL_REJECT_UNAUTHORIZED", "false", "rejectunauthorized=false"),
        ("PGOPTIONS", "-c search_path=orders", "options=-c search_path=orders"),
        // About something else.
        ("REDIS_HOST", "cache.example", ""),
        ("REDIS_DB_HOST", "cache.example", ""),
        ("HTTP_PROXY", "proxy.example:8080", ""),
        ("PROXY_HOST", "proxy.example", ""),
        ("PROXY_PORT", "8080", ""),
        ("SMTP_USER", "mail", ""),
        ("DB_HOST", "", ""),
        ("DB_HOST", "not a host.", "nohost=not a host."),
        // What stands where a host belongs and is none.
        ("DB_HOST", "orders-proxy", "nohost=orders-proxy"),
        ("DB_HOST", "arn:aws:rds:eu-west-1:1:db-proxy:prx-1", "nohost=arn:aws:rds:eu-west-1:1:db-proxy:prx-1"),
        ("rds_endpoint", "/orders/db/host", "nohost=/orders/db/host"),
        ("DB_PROXY", "orders-proxy", ""),
        ("DB_URL", "sqlite:///tmp/x", ""),
        // As people write them.
        ("rdsProxyEndpoint", "db.example", "host=db.example"),
        ("RDSProxyEndpoint", "db.example", "host=db.example"),
        ("DBhost", "db.example", "host=db.example"),
        ("rds_endpoint", "db.example", "host=db.example"),
        ("databaseUserName", "app", "user=app"),
        ("ORDERS_DB", "orders", "database=orders"),
        ("my_db", "orders", "database=orders"),
        ("db", "orders", "database=orders"),
        ("DB_HOST", "localhost", "host=localhost"),
        ("endpoint", PROXY, "host=orders-proxy.proxy-c8x.eu-west-1.rds.amazonaws.com"),
        (
            "SETTINGS",
            "proxy at orders-proxy.proxy-c8x.eu-west-1.rds.amazonaws.com!",
            "host=orders-proxy.proxy-c8x.eu-west-1.rds.amazonaws.com",
        ),
        ("DB_PASSWORD", "hunter2", ""),
    ] {
        assert_eq!(told(&[(name, value)]), expected, "{name}={value}");
    }
}

/// The variables of AWS's own articles, among them.
#[test]
fn bare_names_are_a_databases_where_they_come_together() {
    for (variables, expected) in [
        (
            &[("endpoint", PROXY), ("my_db", "orders")][..],
            "database=orders host=orders-proxy.proxy-c8x.eu-west-1.rds.amazonaws.com",
        ),
        (
            &[("endpoint", "orders-proxy"), ("user", "app"), ("password", "x"), ("db", "orders")],
            "database=orders nohost=orders-proxy user=app",
        ),
        (&[("host", "db.example"), ("port", "3306")], "host=db.example port=3306"),
        (&[("host", "db.example"), ("user", "app"), ("password", "x")], "host=db.example user=app"),
        // Any web server; mail.
        (&[("HOST", "0.0.0.0"), ("PORT", "8080")], ""),
        (&[("host", "mail.example"), ("port", "587"), ("user", "app"), ("password", "x")], ""),
        (&[("endpoint", "api.example")], ""),
    ] {
        let mut told: Vec<String> = told(variables).split_whitespace().map(str::to_owned).collect();
        told.sort();
        assert_eq!(told.join(" "), expected, "{variables:?}");
    }
}

#[test]
fn passwords_and_names_of_secrets_are_told_by_the_names_of_variables() {
    let environment = read(&[
        ("DB_PASSWORD", "x"),
        ("DATABASE_URL", "mysql://app:x@db.example/orders"),
        ("STRIPE_KEY", "x"),
        ("DB_PASS", ""),
        ("DB_SECRET_ARN", "arn:aws:secretsmanager:eu-west-1:1:secret:orders/app-AbCdEf"),
        ("secretName", "orders/app"),
        ("CLIENT_SECRET_ID", "x"),
        ("JWT_SECRET", "x"),
    ]);
    assert_eq!(environment.passwords().collect::<Vec<_>>(), ["DATABASE_URL", "DB_PASSWORD"]);
    let secrets: Vec<_> = environment.secrets().iter().map(|one| (one.variable.as_str(), one.arn.is_some())).collect();
    assert_eq!(secrets, [("DB_SECRET_ARN", true), ("secretName", false)]);
}

#[test]
fn whole_values_come_apart() {
    for (value, expected) in [
        (
            "mysql://app:hunter2@db.example:3306/orders?ssl=true&connectTimeout=5",
            "host=db.example port=3306 user=app database=orders ssl=true connecttimeout=5",
        ),
        (
            "postgresql+asyncpg://a%40b:x@h1.example,h2.example:5433/o?sslmode=verify-full",
            "host=h1.example host=h2.example port=5433 user=a@b database=o sslmode=verify-full",
        ),
        ("postgres:///orders?host=db.example&user=app", "database=orders host=db.example user=app"),
        ("postgres://[fd00::17]:5432/orders", "host=fd00::17 port=5432 database=orders"),
        (
            "jdbc:mysql://db.example:3306/orders?user=app&password=hunter2&useSSL=false",
            "host=db.example port=3306 database=orders user=app usessl=false",
        ),
        (
            "jdbc:sqlserver://db.example:1433;databaseName=orders;user=app;encrypt=true",
            "host=db.example port=1433 database=orders user=app encrypt=true",
        ),
        (
            "host=db.example port=5432 user=app password='a b' dbname=orders sslmode=disable",
            "host=db.example port=5432 user=app database=orders sslmode=disable",
        ),
        ("Server=db.example,1433;Uid=app;Pwd=x;Database=orders", "host=db.example port=1433 user=app database=orders"),
        (
            "app:hunter2@tcp(db.example:3306)/orders?tls=skip-verify&allowCleartextPasswords=1",
            "user=app host=db.example port=3306 database=orders tls=skip-verify allowcleartextpasswords=1",
        ),
        (
            r#"{"host":"db.example","port":3306,"username":"app","password":"x","ssl":{"rejectUnauthorized":false}}"#,
            "host=db.example port=3306 user=app rejectunauthorized=false",
        ),
        ("https://api.example/orders?user=app", ""),
        ("redis://cache.example:6379/0", ""),
        ("LEVEL=debug", ""),
    ] {
        assert_eq!(told(&[("CONNECTION", value)]), expected, "{value}");
    }
}

#[test]
fn what_belongs_to_a_host_is_found_beside_it() {
    let environment = read(&[
        ("DB_PROXY_HOST", PROXY),
        ("DB_PORT", "3306"),
        ("DB_USER", "orders_app"),
        ("REPORT_DB_HOST", "reports.example"),
        ("REPORT_DB_PORT", "5432"),
        ("REPORT_DB_USER", "reader"),
        ("OLD_URL", "mysql://old@old.example:3307/old"),
    ]);
    let beside = |host: &str, what: What| {
        let host = environment.hosts().find(|fact| fact.value == host).unwrap();
        environment.beside(host, &what).map(|fact| fact.value.as_str())
    };
    assert_eq!(beside(PROXY, What::Port), Some("3306"));
    assert_eq!(beside(PROXY, What::User), Some("orders_app"));
    assert_eq!(beside("reports.example", What::Port), Some("5432"));
    assert_eq!(beside("reports.example", What::Database), None);
    assert_eq!(beside("old.example", What::Port), Some("3307"));
    assert_eq!(beside("old.example", What::User), Some("old"));
}

#[test]
fn the_only_port_belongs_to_the_only_host() {
    let environment = read(&[("PROXY_ENDPOINT", PROXY), ("DB_PORT", "3306")]);
    let host = environment.hosts().next().unwrap();
    assert_eq!(environment.beside(host, &What::Port).map(|fact| fact.value.as_str()), Some("3306"));
}

#[test]
fn a_user_beside_an_rds_host_is_a_database_user() {
    let facts = told(&[("PROXY_HOST", PROXY), ("PROXY_USER", "app")]);
    assert!(facts.ends_with(" user=app"), "{facts}");
}

/// Pieces of every grammar in any order never make it panic, and never make it invent a password.
#[test]
fn noise_is_read_without_harm() {
    const MARKS: [&str; 20] = [
        "://",
        ":",
        "@",
        "/",
        "?",
        "&",
        "=",
        ";",
        "'",
        " ",
        "%",
        "%zz",
        "[",
        "]",
        "(",
        ")",
        "{\"host\":",
        "\u{1f600}",
        "mysql",
        ",",
    ];
    const NAMES: [&str; 6] = ["DB_HOST", "DATABASE_URL", "PG\u{df}HOST", "_", "DB", "PGPORT"];
    let mut state = 11_u64;
    let mut next = |length: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % length
    };
    for _ in 0..20_000 {
        let value: String = (0..next(12)).map(|_| MARKS[next(MARKS.len())]).collect();
        let name = NAMES[next(NAMES.len())];
        for value in [EnvValue::Shown(value.clone()), EnvValue::Masked(value)] {
            let environment = Environment::read(&BTreeMap::from([(name.to_owned(), value)]));
            for host in environment.hosts() {
                assert!(environment.beside(host, &What::Port).is_none_or(|port| port.what == What::Port));
            }
        }
    }
}

#[test]
fn deep_and_long_values_are_no_danger() {
    let deep = format!("{}{}", "[".repeat(50_000), "]".repeat(50_000));
    let long = "a=".repeat(50_000);
    assert_eq!(told(&[("A", &deep), ("DATABASE_URL", &long)]), "");
}
