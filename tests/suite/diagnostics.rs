//! The log, reports of crashes, and the archive of both: written by the program itself, and without a secret.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::io::{Cursor, Read};
use std::path::Path;

use rds_proxy_wizard::support::crash;

use crate::cli::home::Home;

const PASSWORD: &str = "correct-horse-battery-staple-41";
const ORDERS: &str = "--database orders-prod --function orders-api";

/// Everything that the program keeps for support, in one text.
fn kept(home: &Home) -> String {
    let mut all = String::new();
    for folder in ["log", "crashes"] {
        let Ok(files) = std::fs::read_dir(home.path("data/rds-proxy-wizard").join(folder)) else { continue };
        for file in files {
            all.push_str(&std::fs::read_to_string(file.unwrap().path()).unwrap());
        }
    }
    all
}

#[test]
fn a_run_is_in_the_log_by_its_operations_and_no_password_is() {
    let home = Home::new();
    std::fs::create_dir_all(home.path("data/rds-proxy-wizard")).unwrap();
    home.write("data/rds-proxy-wizard/settings.json", r#"{"log": "everything"}"#);
    home.write("typed.toml", "[secret]\npassword = \"typed\"\n");
    let line = format!("apply --practice --practice-speed 0 --choices typed.toml {ORDERS} --password-stdin --yes");
    home.run_with(&line, PASSWORD).ends(0);
    home.run(&format!("connect --practice --proxy orders-proxy --user {PASSWORD}"));
    home.run(&format!("{PASSWORD} --practice"));
    home.run("validate --practice --proxy no-such-proxy").ends(3);
    let log = kept(&home);
    for said in ["rds:CreateDBProxy", "secretsmanager:CreateSecret", "started", "Apply", "Validate", "took_ms"] {
        assert!(log.contains(said), "{said} is not in the log:\n{log}");
    }
    assert!(!log.contains(PASSWORD), "{log}");
    home.run("diagnostics --out help.zip").ends(0);
    let mut archive = zip::ZipArchive::new(Cursor::new(std::fs::read(home.path("help.zip")).unwrap())).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    assert!(names.iter().any(|name| name.starts_with("log/")), "{names:?}");
    for name in &names {
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        assert!(!text.contains(PASSWORD), "{name}");
    }
    // Written over only when that was said.
    home.run("diagnostics --out help.zip").ends(2);
    home.run("diagnostics --out help.zip --yes").ends(0);
}

#[test]
fn less_is_in_the_log_where_less_is_wanted() {
    let log = |level: &str| {
        let home = Home::new();
        std::fs::create_dir_all(home.path("data/rds-proxy-wizard")).unwrap();
        home.write("data/rds-proxy-wizard/settings.json", &format!(r#"{{"log": "{level}"}}"#));
        home.run(&format!("apply --practice --practice-speed 0 {ORDERS} --yes")).ends(0);
        kept(&home)
    };
    assert!(log("everything").contains("rds:DescribeDBProxies"));
    let changes = log("changes");
    assert!(changes.contains("rds:CreateDBProxy") && !changes.contains("rds:DescribeDBProxies"), "{changes}");
    let problems = log("problems");
    assert!(!problems.contains("rds:CreateDBProxy"), "{problems}");
    assert_eq!(log("off"), "");
}

#[test]
fn the_log_and_the_settings_are_nobody_elses() {
    let home = Home::new();
    home.run(&format!("plan --practice {ORDERS}")).ends(0);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let folder = home.path("data/rds-proxy-wizard/log");
        assert_eq!(mode(&folder), 0o700);
        for file in std::fs::read_dir(&folder).unwrap() {
            assert_eq!(mode(&file.unwrap().path()), 0o600);
        }
    }
}

#[test]
fn where_no_log_can_be_written_the_program_works() {
    let home = Home::new();
    home.write("data", "a file where the folder would be");
    home.run("rules").ends(0);
}

/// Run by the test below in a process of its own.
#[test]
#[ignore = "breaks off on purpose"]
fn breaks_off() {
    let data = std::env::var_os("RPW_CRASH_FOLDER").expect("a folder");
    crash::report_to(Path::new(&data), |said| eprintln!("{said}"));
    let password = PASSWORD.to_owned();
    panic!("the password is {password}");
}

#[test]
fn a_crash_writes_a_report_without_data_and_says_where() {
    let data = tempfile::tempdir().unwrap();
    let output = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["diagnostics::breaks_off", "--exact", "--ignored", "--nocapture"])
        .env("RPW_CRASH_FOLDER", data.path())
        .output()
        .unwrap();
    assert!(!output.status.success());
    let path = crash::unseen(data.path(), None).expect("a report");
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(stderr.contains(&path.display().to_string()), "{stderr}");
    let report = std::fs::read_to_string(path).unwrap();
    assert!(report.contains("diagnostics.rs:") && report.contains(env!("CARGO_PKG_VERSION")), "{report}");
    assert!(report.contains(std::env::consts::OS) && !report.contains(PASSWORD), "{report}");
}

#[test]
fn what_is_neither_a_file_nor_a_command_is_told_with_the_nearest_one() {
    let home = Home::new();
    let near = home.run("plam").ends(2);
    assert!(near.stderr.contains("Did you mean `plan`?"), "{}", near.stderr);
    home.write("mine.toml", "");
    let both = home.run("mine.toml plan").ends(2);
    assert!(both.stderr.contains("or a command, not both"), "{}", both.stderr);
}
