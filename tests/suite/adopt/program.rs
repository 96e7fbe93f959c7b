//! `export --proxy` and `export --adopt`, as they are typed.

use crate::cli::home::Home;

#[test]
fn a_proxy_that_is_there_is_written_down_and_what_is_left_out_is_said() {
    let home = Home::new();
    let output = home.run("export --practice --proxy auth-proxy --out [HOME]/files");
    assert_eq!(output.status, 0, "{}", output.stderr);
    assert!(
        output.stdout.contains("The security group `auth-proxy-sg` of the proxy is referenced"),
        "{}",
        output.stdout
    );
    assert!(output.stdout.contains("The secret `auth/auth_app` is referenced"), "{}", output.stdout);
    let script = std::fs::read_to_string(home.path("files/cli/setup.sh")).unwrap();
    assert!(script.contains("FUNCTION=auth-login") && script.contains("create-db-proxy --db-proxy-name auth-proxy"));

    let json = home.run("export --practice --proxy auth-proxy --out [HOME]/other --format json --language go");
    assert_eq!(json.status, 0, "{}", json.stderr);
    let json: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(json["schema"], "rds-proxy-wizard/export/v1");
    assert!(json["notes"].as_array().is_some_and(|notes| notes.len() > 1), "{json}");
    assert!(home.path("other/go").exists());
    // Of choices nothing was left out.
    let chosen = "--database crm --function billing-pdf";
    let json = home.run(&format!("export --practice {chosen} --out [HOME]/new --format json --adopt"));
    assert_eq!(json.status, 0, "{}", json.stderr);
    assert!(serde_json::from_str::<serde_json::Value>(&json.stdout).unwrap().get("notes").is_none());
}

#[test]
fn what_is_not_known_is_asked_with_the_words_to_type() {
    let home = Home::new();
    let run = |line: &str| home.run(&format!("export --practice --out [HOME]/files {line}"));
    let several = run("--proxy billing-pg-proxy");
    assert_eq!(several.status, 2, "{}", several.stderr);
    assert!(several.stderr.contains("`billing-api`, `billing-run`"), "{}", several.stderr);
    assert!(several.stderr.contains("--function billing-api"), "{}", several.stderr);
    assert_eq!(run("--proxy billing-pg-proxy --function billing-run").status, 0);

    let missing = run("--proxy no-such-proxy");
    assert_eq!(missing.status, 3, "{}", missing.stderr);
    assert!(missing.stderr.contains("no-such-proxy"), "{}", missing.stderr);
    let missing = run("--proxy auth-proxy --function no-such-function");
    assert_eq!(missing.status, 2, "{}", missing.stderr);
    assert!(missing.stderr.contains("no-such-function"), "{}", missing.stderr);
    for line in
        ["--proxy auth-proxy --database crm", "--user app", "--read-secrets", "--proxy auth-proxy --function a:b:c"]
    {
        assert_eq!(run(line).status, 2, "{line}");
    }
}

/// The permission that lacks is named, with the statement that gives it.
#[test]
fn a_read_that_is_denied_is_an_error_with_its_permission() {
    let home = Home::new();
    let line = "export --practice=no-permissions --proxy billing-pg-proxy --function billing-run --out [HOME]/files";
    let output = home.run(line);
    assert_eq!(output.status, 3, "{}{}", output.stdout, output.stderr);
    assert!(output.stderr.contains("\"Effect\": \"Allow\""), "{}", output.stderr);
    assert!(!home.path("files").exists());
}
