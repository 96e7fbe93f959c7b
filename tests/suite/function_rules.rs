//! The rules about a function's environment, on the forms that environments have.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::path::Path;

use rds_proxy_wizard::domain::finding::{Confidence, Finding};
use rds_proxy_wizard::domain::function::EnvValue;
use rds_proxy_wizard::domain::observed::{Observed, Part};
use rds_proxy_wizard::rules::{Verdict, check_all};
use serde_json::{Value, json};

const PROXY: &str = "orders-proxy.proxy-c8x.eu-west-1.rds.amazonaws.com";
const CLUSTER: &str = "orders-prod.cluster-c8x.eu-west-1.rds.amazonaws.com";

fn base() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/rules/base/standard-iam.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The clean account, where the function has just these variables.
fn account(variables: &[(&str, &str)]) -> Observed {
    let mut observed: Observed = serde_json::from_value(base()).unwrap();
    let Part::Present(function) = &mut observed.function else { panic!("the base has a function") };
    let classified = |(name, value): &(&str, &str)| ((*name).to_owned(), EnvValue::classify(name, value));
    function.environment = variables.iter().map(classified).collect();
    observed
}

fn with_postgres(mut observed: Observed) -> Observed {
    let Part::Present(proxy) = &mut observed.proxy else { panic!("the base has a proxy") };
    proxy.engine_family = rds_proxy_wizard::domain::database::EngineFamily::Postgresql;
    observed
}

fn finding_coded<'a>(verdict: &'a Verdict, code: &str) -> Option<&'a Finding> {
    verdict.findings.iter().find(|finding| finding.code == code)
}

#[test]
fn what_an_environment_says_is_found_in_every_form() {
    let url = |rest: &str| format!("mysql://app:hunter2@{PROXY}{rest}");
    let whole = |rest: &str| [("DATABASE_URL", url(rest))];
    use Confidence::{High, Low, Medium};
    for (code, variables, expected) in [
        ("lambda-env-host-is-db", &[("DATABASE_URL", format!("mysql://app:hunter2@{CLUSTER}/orders"))][..], Some(High)),
        ("lambda-env-host-is-db", &[("DSN", format!("app:hunter2@tcp({CLUSTER}:3306)/orders"))], Some(High)),
        ("lambda-env-host-is-db", &[("HOST", CLUSTER.to_owned()), ("DB_PASSWORD", "x".to_owned())], Some(High)),
        ("lambda-env-host-is-db", &[("HOST", CLUSTER.to_owned()), ("DB_CREDENTIALS", "x".to_owned())], Some(Medium)),
        ("lambda-env-host-is-db", &[("HOST", CLUSTER.to_owned()), ("PROXY", PROXY.to_owned())], None),
        ("token-wrong-port-or-region", &whole(":3307/orders"), Some(High)),
        ("token-wrong-port-or-region", &whole(":3306/orders"), None),
        ("token-wrong-port-or-region", &[("DB_HOST", PROXY.to_owned()), ("DB_PORT", "33060".to_owned())], Some(Medium)),
        (
            "token-wrong-port-or-region",
            &[("DB_HOST", PROXY.to_owned()), ("DB_REGION", "us-east-1".to_owned())],
            Some(Medium),
        ),
        ("driver-no-tls-with-iam", &whole("/orders?useSSL=false"), Some(High)),
        ("driver-no-tls-with-iam", &[("DB_SSL", "false".to_owned())], Some(Medium)),
        ("driver-no-tls-with-iam", &[("PGSSLMODE", "allow".to_owned())], Some(Low)),
        // Another database's.
        ("driver-no-tls-with-iam", &[("DATABASE_URL", "mysql://app@db.example/o?ssl=false".to_owned())], None),
        ("tls-verification-disabled-env", &whole("/orders?sslaccept=accept_invalid_certs"), Some(Medium)),
        ("tls-verification-disabled-env", &[("PGSSLMODE", "require".to_owned())], Some(Medium)),
        ("tls-verification-disabled-env", &[("DB_SSL_REJECT_UNAUTHORIZED", "false".to_owned())], Some(Medium)),
        (
            "tls-verification-disabled-env",
            &[("PGSSLMODE", "require".to_owned()), ("PGSSLROOTCERT", "/opt/roots.pem".to_owned())],
            None,
        ),
        ("mysql-compression", &whole("/orders?compress=true"), Some(High)),
        ("mysql-compression", &whole("/orders?compress=false"), None),
        ("lambda-env-plaintext-password", &whole("/orders"), Some(High)),
        ("lambda-env-plaintext-password", &[("PGPASSWORD", "hunter2".to_owned())], Some(Medium)),
        ("lambda-env-plaintext-password", &[("DB_PASSWORD", String::new())], None),
        ("lambda-env-plaintext-password", &[("DB_SECRET", "hunter2".to_owned())], None),
        ("token-cname-or-custom-domain", &[("DB_HOST", "db.acme.internal".to_owned())], Some(Medium)),
        ("token-cname-or-custom-domain", &[("DB_HOST", "10.0.1.17".to_owned())], None),
        ("token-cname-or-custom-domain", &[("DB_HOST", "x.elb.eu-west-1.amazonaws.com".to_owned())], None),
    ] {
        let named: Vec<(&str, &str)> = variables.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let verdict = check_all(&account(&named));
        let finding = finding_coded(&verdict, code);
        assert_eq!(finding.map(|finding| finding.confidence), expected, "{code}: {variables:?}");
        assert!(!serde_json::to_string(&verdict.findings).unwrap().contains("hunter2"), "{code} tells the password");
    }
}

#[test]
fn start_up_options_are_refused_by_a_postgres_proxy_only() {
    let variables = [("PGOPTIONS", "-c search_path=orders")];
    assert!(finding_coded(&check_all(&account(&variables)), "pg-startup-options").is_none());
    let verdict = check_all(&with_postgres(account(&variables)));
    assert_eq!(finding_coded(&verdict, "pg-startup-options").unwrap().confidence, Confidence::Medium);
}

#[test]
fn a_function_that_says_nothing_is_not_said_to_be_right() {
    let verdict = check_all(&account(&[]));
    for code in ["lambda-env-host-is-db", "lambda-env-host-unknown-proxy", "token-cname-or-custom-domain"] {
        let unknown = verdict.unknown.iter().find(|unknown| unknown.code == code);
        assert_eq!(unknown.unwrap().because, "no variable of orders-api names a host that can be read", "{code}");
    }
    for code in [
        "tls-hostname-cname",
        "tls-custom-endpoint-wildcard",
        "token-wrong-port-or-region",
        "tls-verification-disabled-env",
        "token-signed-with-expired-or-other-credentials",
        "master-user-with-enforced-iam",
        "mysql-compression",
    ] {
        assert!(verdict.not_applicable.contains(&code), "{code}");
    }
}

#[test]
fn what_latest_says_is_less_certain_where_versions_run() {
    let mut observed = account(&[("DB_HOST", CLUSTER)]);
    let error = check_all(&observed);
    assert_eq!(finding_coded(&error, "lambda-env-host-is-db").unwrap().confidence, Confidence::High);

    let alias = json!([{ "name": "live", "version": "7" }]);
    observed.aliases = Part::Present(serde_json::from_value(alias).unwrap());
    let verdict = check_all(&observed);
    let finding = finding_coded(&verdict, "lambda-env-host-is-db").unwrap();
    assert_eq!(finding.confidence, Confidence::Medium);
    assert!(finding.evidence.iter().any(|fact| fact.contains("live at version 7")), "{:?}", finding.evidence);

    let Part::Present(function) = &mut observed.function else { panic!("the base has a function") };
    function.qualifier = Some("live".to_owned());
    let verdict = check_all(&observed);
    assert_eq!(finding_coded(&verdict, "lambda-env-host-is-db").unwrap().confidence, Confidence::High);
}

#[test]
fn a_custom_name_is_one_mistake_and_one_finding() {
    let mut observed = account(&[("DB_HOST", "db.acme.internal")]);
    for (mode, said, silent) in [
        ("REQUIRED", "token-cname-or-custom-domain", "tls-hostname-cname"),
        ("DISABLED", "tls-hostname-cname", "token-cname-or-custom-domain"),
    ] {
        let Part::Present(proxy) = &mut observed.proxy else { panic!("the base has a proxy") };
        proxy.auth[0].iam_auth = serde_json::from_value(json!(mode)).unwrap();
        let verdict = check_all(&observed);
        assert!(finding_coded(&verdict, said).is_some() && verdict.not_applicable.contains(&silent), "{mode}");
    }
}

#[test]
fn the_login_of_a_url_is_the_one_that_is_checked() {
    let url = format!("mysql://somebody:hunter2@{PROXY}:3306/orders");
    let verdict = check_all(&account(&[("DATABASE_URL", &url)]));
    let finding = finding_coded(&verdict, "connect-policy-user-mismatch").unwrap();
    assert!(finding.evidence.iter().any(|fact| fact.contains("somebody")), "{:?}", finding.evidence);
}
