#![allow(clippy::unwrap_used)]

use super::*;

fn user(family: EngineFamily, login: ProxyLogsIn) -> String {
    DatabaseUser { family, user: "o'hara", database: Some("my_db"), login, rights: Rights::default() }
        .sql()
        .statements
        .join("\n")
}

#[test]
fn iam_stands_where_the_proxy_sends_tokens_and_nowhere_else() {
    for family in [EngineFamily::Mysql, EngineFamily::Postgresql] {
        let by_password = user(family, ProxyLogsIn::WithPassword);
        assert!(by_password.contains(PASSWORD) && !by_password.contains("rds_iam"), "{by_password}");
        assert!(!by_password.contains("AWSAuthenticationPlugin"), "{by_password}");
        let by_token = user(family, ProxyLogsIn::WithToken);
        assert!(!by_token.contains(PASSWORD), "{by_token}");
        assert!(by_token.contains("rds_iam") || by_token.contains("AWSAuthenticationPlugin"), "{by_token}");
    }
}

#[test]
fn a_password_stays_one_text() {
    for (family, wanted) in [(EngineFamily::Mysql, r"'it''s\\'"), (EngineFamily::Postgresql, r"'it''s\'")] {
        let user = DatabaseUser {
            family,
            user: "app",
            database: None,
            login: ProxyLogsIn::WithPassword,
            rights: Rights::default(),
        };
        let create = user.sql().statements.remove(0);
        let statement = with_password(family, &create, &SecretString::from(r"it's\"));
        assert!(statement.expose_secret().contains(wanted), "{}", statement.expose_secret());
        assert!(!statement.expose_secret().contains(PASSWORD));
    }
}

#[test]
fn a_user_that_is_there_keeps_its_login() {
    for family in [EngineFamily::Mysql, EngineFamily::Postgresql] {
        for login in [ProxyLogsIn::WithPassword, ProxyLogsIn::WithToken] {
            let user = DatabaseUser { family, user: "app", database: Some("orders"), login, rights: Rights::default() };
            assert!(user.to_run(&UserState::Absent).iter().any(|statement| statement.starts_with("CREATE ")));
            let there = user.to_run(&UserState::WithPassword);
            assert!(!there.is_empty(), "its rights are granted");
            // Whoever is made a member of rds_iam can no longer log in by password.
            let changes = |statement: &String| statement.starts_with("CREATE ") || statement.contains("rds_iam");
            assert!(!there.iter().any(changes), "{there:?}");
        }
    }
}

#[test]
fn rights_are_those_that_were_chosen_and_no_more() {
    use EngineFamily::{Mysql, Postgresql, Sqlserver};
    let granted = |family, rights: &str| {
        let rights = Rights::parse(rights, family).unwrap();
        let user = DatabaseUser { family, user: "app", database: Some("db"), login: ProxyLogsIn::WithPassword, rights };
        user.sql().statements.join("\n")
    };
    for (family, rights, there, not_there) in [
        (Mysql, "read", "GRANT SELECT ON `db`.*", "INSERT"),
        (Mysql, "read-write", "GRANT SELECT, INSERT, UPDATE, DELETE ON `db`.*", "DROP"),
        (Mysql, "select, create view", "GRANT SELECT, CREATE VIEW ON `db`.*", "INSERT"),
        (Postgresql, "read", "GRANT SELECT ON ALL TABLES IN SCHEMA public", "SEQUENCES"),
        (Postgresql, "read", "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES", "INSERT"),
        (Postgresql, "read-write", "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public", "TRUNCATE"),
        (Postgresql, "insert", "GRANT USAGE, SELECT ON SEQUENCES", "DELETE"),
        (Postgresql, "truncate", "GRANT TRUNCATE ON ALL TABLES", "SEQUENCES"),
        (Sqlserver, "read", "db_datareader", "db_datawriter"),
        (Sqlserver, "read-write", "db_datawriter", "GRANT"),
        (Sqlserver, "execute", "GRANT EXECUTE TO [app];", "db_datareader"),
    ] {
        let sql = granted(family, rights);
        assert!(sql.contains(there), "{family:?} {rights}: {sql}");
        assert!(!sql.contains(not_there), "{family:?} {rights}: {sql}");
    }
}

#[test]
fn what_is_taken_away_is_rights_and_the_user_and_nothing_that_it_owns() {
    for (family, last) in
        [(EngineFamily::Mysql, "DROP USER 'app'@'%';"), (EngineFamily::Postgresql, "DROP ROLE \"app\";")]
    {
        let login = ProxyLogsIn::WithPassword;
        let user = DatabaseUser { family, user: "app", database: Some("db"), login, rights: Rights::default() };
        let statements = user.to_drop();
        assert_eq!(statements.last().map(String::as_str), Some(last));
        let harmless = |statement: &String| statement.contains("REVOKE") || statement == last;
        assert!(statements.iter().all(harmless), "{statements:?}");
    }
}

#[test]
fn names_stay_names() {
    let mysql = user(EngineFamily::Mysql, ProxyLogsIn::WithToken);
    assert!(mysql.contains("'o''hara'@'%'") && mysql.contains(r"`my\_db`.*"), "{mysql}");
    let postgresql = user(EngineFamily::Postgresql, ProxyLogsIn::WithToken);
    assert!(postgresql.contains("\"o'hara\"") && postgresql.contains("DATABASE \"my_db\""), "{postgresql}");
    let hostile = DatabaseUser {
        family: EngineFamily::Postgresql,
        user: "a\"; DROP TABLE x; --",
        database: None,
        login: ProxyLogsIn::WithToken,
        rights: Rights::default(),
    };
    assert!(hostile.sql().text().contains("\"a\"\"; DROP TABLE x; --\""));
}
