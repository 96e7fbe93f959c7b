//! `validate --all` over many accounts and regions, what is accepted, and what is new.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::sync::Arc;

use aws_credential_types::Credentials;
use rds_proxy_wizard::discover;
use rds_proxy_wizard::domain::account::Account;
use rds_proxy_wizard::domain::finding::Subject;
use rds_proxy_wizard::practice::{self, Practice, Speed};
use serde_json::{Value, json};

use super::services::service;
use crate::cli::home::Home;

const ORGANIZATION: &str = "validate --practice=organization --practice-speed 0 --all --organization-role Audit";
const WARNED: &str = "validate --practice=broken-tls-off --practice-speed 0 --proxy orders-proxy --fail-on warning";

/// The TLS warning of `broken-tls-off`, accepted until this day.
fn accepted_until(day: &str) -> String {
    format!(
        "[[accept]]\nrule = \"proxy-require-tls-false\"\nproxy = \"orders-proxy\"\nby = \"Ada\"\nwhy = \"the old client goes\"\nuntil = {day}\n"
    )
}

fn places(document: &Value, list: &str) -> BTreeSet<String> {
    let place = |of: &Value| format!("{}/{}", of["name"].as_str().unwrap(), of["region"].as_str().unwrap_or("-"));
    document[list].as_array().unwrap().iter().map(place).collect()
}

fn named(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn every_account_of_an_organization_is_a_part_of_one_table() {
    let home = Home::new();
    let output = home.run(&format!("{ORGANIZATION} --regions eu-west-1,us-east-1"));
    insta::assert_snapshot!(output.whole());
}

#[test]
fn proxies_of_one_name_are_told_apart_and_one_account_that_cannot_be_read_is_a_row() {
    let home = Home::new();
    let document = home.run(&format!("{ORGANIZATION} --format json")).ends(1).json();
    assert_eq!(document["schema"], "rds-proxy-wizard/fleet/v1");
    // A suspended account is not asked.
    assert_eq!(
        places(&document, "places"),
        named(&["acme-practice/eu-west-1", "acme-prod/eu-west-1", "acme-staging/eu-west-1"])
    );
    assert_eq!(places(&document, "unread"), named(&["acme-data/-"]));
    assert_eq!(document["unread"][0]["operation"], "sts:AssumeRole");
    let proxies = document["proxies"].as_array().unwrap();
    let orders: BTreeSet<&str> = proxies
        .iter()
        .filter(|proxy| proxy["proxy"] == "orders-proxy")
        .map(|proxy| proxy["account_name"].as_str().unwrap())
        .collect();
    assert_eq!(orders, BTreeSet::from(["acme-prod", "acme-staging"]));
    let finding = |proxy: &Value| proxy["findings"][0]["fingerprint"].as_str().unwrap().to_owned();
    let fingerprints: BTreeSet<String> = proxies.iter().map(finding).collect();
    assert_eq!(fingerprints.len(), proxies.len());
    let cause = document["causes"].as_array().unwrap().iter().find(|cause| cause["code"] == "secret-is-master-user");
    assert_eq!(cause.unwrap()["proxies"].as_array().unwrap().len(), 3);
}

#[test]
fn the_read_policy_allows_what_an_organization_and_a_history_need() {
    let home = Home::new();
    let policy = home.run("read-policy --practice --history --organization-role Audit").ends(0).json();
    let statements = policy["Statement"].as_array().unwrap();
    let allowed = |action: &str| {
        let statement = statements.iter().find(|statement| statement["Action"] == action);
        statement.map(|statement| statement["Resource"].clone())
    };
    assert_eq!(allowed("cloudtrail:LookupEvents"), Some(json!("*")));
    assert_eq!(allowed("organizations:ListAccounts"), Some(json!("*")));
    assert_eq!(allowed("sts:AssumeRole"), Some(json!("arn:aws:iam::*:role/Audit")));
    let plain = home.run("read-policy --practice").ends(0).json().to_string();
    assert!(!plain.contains("sts:AssumeRole") && !plain.contains("LookupEvents"));
}

#[test]
fn what_was_not_read_is_not_passed() {
    let home = Home::new();
    // Nothing is wrong in what was read.
    let passed = "--only lambda-not-in-vpc";
    home.run(&format!("{ORGANIZATION} {passed}")).ends(3);
    home.run(&format!("validate --practice=organization --practice-speed 0 --all --profiles acme-prod {passed}"))
        .ends(0);
    let alone = home.run("validate --practice=organization --practice-speed 0 --all --profiles acme-data").ends(3);
    assert!(alone.stdout.contains("not read: acme-data (210000000033): sts:AssumeRole: AccessDenied"), "{alone:#?}");
    // Whoever belongs to no organization still sees the own account.
    let none = home.run("validate --practice --practice-speed 0 --all --organization-role Audit --format json").json();
    assert_eq!(none["unread"][0]["operation"], "organizations:ListAccounts");
    assert!(!none["proxies"].as_array().unwrap().is_empty());
    home.run("validate --practice=organization --all --profiles acme-prd").ends(2);
    home.run("validate --practice=organization --all --regions europe").ends(2);
    home.run("validate --practice=organization --proxy a --organization-role Audit").ends(2);
}

#[test]
fn every_format_has_the_whole_fleet() {
    let home = Home::new();
    for format in ["csv", "html", "markdown", "sarif", "text", "json"] {
        let output = home.run(&format!("{ORGANIZATION} --format {format}")).ends(1);
        for words in ["acme-prod", "acme-staging", "acme-data", "orders-proxy", "proxy-require-tls-false"] {
            // SARIF knows accounts by number.
            if format == "sarif" && words.starts_with("acme-") && words != "acme-data" {
                continue;
            }
            assert!(output.stdout.contains(words), "{format} lacks {words}");
        }
    }
    let csv = home.run(&format!("{ORGANIZATION} --format csv")).stdout;
    let columns: BTreeSet<usize> = csv.lines().map(|line| line.split(',').count()).collect();
    assert_eq!(columns.len(), 1, "{csv}");
    let sarif = home.run(&format!("{ORGANIZATION} --format sarif")).json();
    assert_eq!(sarif["runs"][0]["invocations"][0]["executionSuccessful"], false);
}

#[test]
fn what_is_accepted_does_not_fail_until_its_day_is_over() {
    let home = Home::new();
    home.run(WARNED).ends(1);
    home.write("accepted.toml", &accepted_until("2027-01-01"));
    let accepted = home.run(&format!("{WARNED} --baseline [HOME]/accepted.toml")).ends(0);
    assert!(accepted.stdout.contains("Accepted: TLS is not required [proxy-require-tls-false]"), "{accepted:#?}");
    assert!(accepted.stdout.contains("by Ada until 2027-01-01: the old client goes"), "{accepted:#?}");
    let document = home.run(&format!("{WARNED} --baseline [HOME]/accepted.toml --format json")).json();
    assert_eq!(document["accepted"][0]["finding"]["code"], "proxy-require-tls-false");
    let sarif = home.run(&format!("{WARNED} --baseline [HOME]/accepted.toml --format sarif")).json();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let result = results.iter().find(|result| result["ruleId"] == "proxy-require-tls-false").unwrap();
    assert_eq!(result["suppressions"][0]["status"], "accepted");

    // The practice account stands at 2026-11-20.
    home.write("over.toml", &accepted_until("2026-11-19"));
    let over = home.run(&format!("{WARNED} --baseline [HOME]/over.toml")).ends(1);
    assert!(over.stdout.contains("accepted by Ada until 2026-11-19, which is over: the old client goes"), "{over:#?}");
    home.write("today.toml", &accepted_until("2026-11-20"));
    home.run(&format!("{WARNED} --baseline [HOME]/today.toml")).ends(0);
}

#[test]
fn an_exception_that_fits_nothing_is_told_and_one_that_cannot_be_read_is_refused() {
    let home = Home::new();
    let well = "validate --practice=all-well --practice-speed 0 --proxy orders-proxy";
    home.write("accepted.toml", &accepted_until("2027-01-01"));
    let unfitted = home.run(&format!("{well} --baseline [HOME]/accepted.toml")).ends(0);
    assert_eq!(
        unfitted.stderr,
        "note: the exception in line 1 of the baseline matches nothing any more: proxy-require-tls-false of */*/orders-proxy"
    );
    // It is about a proxy that was not looked at.
    home.write("other.toml", &accepted_until("2027-01-01").replace("orders-proxy", "mail-proxy"));
    assert_eq!(home.run(&format!("{well} --baseline [HOME]/other.toml")).stderr, "");
    let all = "validate --practice=all-well --practice-speed 0 --all";
    assert!(home.run(&format!("{all} --baseline [HOME]/other.toml")).stderr.contains("*/*/mail-proxy"));
    home.write("broken.toml", &accepted_until("soon"));
    let broken = home.run(&format!("{well} --baseline [HOME]/broken.toml")).ends(2);
    assert!(broken.stderr.contains("line 6: "), "{broken:#?}");
    home.run(&format!("{well} --baseline [HOME]/nowhere.toml")).ends(2);
}

#[test]
fn only_what_came_fails_where_an_earlier_report_is_given() {
    let home = Home::new();
    for what in ["--proxy orders-proxy", "--all", "--all --regions eu-west-1"] {
        let run = format!("validate --practice=broken-closed-door --practice-speed 0 {what}");
        let before = home.run(&format!("{run} --format json")).ends(1);
        home.write("before.json", &before.stdout);
        let same = home.run(&format!("{run} --new-since [HOME]/before.json")).ends(0);
        assert!(same.stdout.contains("Since the earlier report: 0 came, 0 went, "), "{same:#?}");

        let mut document = before.json();
        let orders = match document.get_mut("proxies") {
            Some(proxies) => {
                proxies.as_array_mut().unwrap().iter_mut().find(|row| row["proxy"] == "orders-proxy").unwrap()
            }
            None => &mut document,
        };
        let findings = orders["findings"].as_array_mut().unwrap();
        findings.retain(|finding| finding["code"] != "sg-db-ingress-proxy");
        findings.push(json!({ "code": "proxy-no-targets", "subject": { "kind": "db-proxy", "id": "orders-proxy" } }));
        home.write("before.json", &document.to_string());
        let other = home.run(&format!("{run} --new-since [HOME]/before.json")).ends(1);
        assert!(other.stdout.contains("Since the earlier report: 1 came, 1 went, "), "{other:#?}");
        assert!(other.stdout.contains("  came: "), "{other:#?}");
        assert!(other.stdout.contains("[sg-db-ingress-proxy] security-group "), "{other:#?}");
        assert!(other.stdout.contains("[proxy-no-targets] db-proxy orders-proxy"), "{other:#?}");
        let document = home.run(&format!("{run} --new-since [HOME]/before.json --format json")).json();
        assert_eq!(document["since"]["came"][0]["code"], "sg-db-ingress-proxy");
        // It went on its own.
        home.write("before.json", &before.stdout.replace("sg-db-ingress-proxy", "proxy-no-targets"));
        home.run(&format!("{run} --new-since [HOME]/before.json --only proxy-no-targets")).ends(0);
    }
    home.write("no.json", "{}");
    home.run("validate --practice --practice-speed 0 --all --new-since [HOME]/no.json").ends(2);
}

#[tokio::test]
async fn accounts_of_an_emulated_organization_are_opened_through_their_role() {
    let Some(url) = service("RPW_MOTO_URL") else { return };
    let config = aws_config::defaults(aws_config::BehaviorVersion::latest())
        .endpoint_url(&url)
        .region(aws_config::Region::new("eu-west-1"))
        .credentials_provider(Credentials::new("test", "test", None, None, "test"))
        .load()
        .await;
    let organizations = aws_sdk_organizations::Client::new(&config);
    // It may be there from a run before.
    let _ = organizations
        .create_organization()
        .feature_set(aws_sdk_organizations::types::OrganizationFeatureSet::All)
        .send()
        .await;
    let made = organizations.create_account().account_name("fleet-member").email("fleet@example.com").send().await;
    let id = made.unwrap().create_account_status.unwrap().account_id.unwrap();

    let home = Home::new();
    let line =
        format!("validate --all --regions eu-west-1 --organization-role Audit --endpoint-url {url} --format json");
    let document = home.run_live(&line).json();
    let read: Vec<&str> =
        document["places"].as_array().unwrap().iter().map(|place| place["account"].as_str().unwrap()).collect();
    assert!(read.contains(&id.as_str()), "{document:#}");
}

#[test]
fn the_examples_for_nightly_jobs_fit_their_schemas_and_the_program() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/ci");
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    rds_proxy_wizard::baseline::read(&read("rds-proxy-baseline.toml")).unwrap();
    // What they call is there.
    let home = Home::new();
    let help = home.run("validate --help").stdout;
    for name in ["github-actions.yml", "gitlab-ci.yml"] {
        for word in read(name).split(|c: char| c.is_whitespace() || "()\"".contains(c)) {
            assert!(
                !word.starts_with("--") || word == "--locked" || word == "--path" || help.contains(word),
                "{name}: {word}"
            );
        }
    }
    let Some(checker) = service("RPW_TEST_CI_SCHEMAS") else { return };
    for (schema, name) in [("vendor.github-workflows", "github-actions.yml"), ("vendor.gitlab-ci", "gitlab-ci.yml")] {
        let checked = std::process::Command::new(&checker)
            .args(["--builtin-schema", schema])
            .arg(folder.join(name))
            .output()
            .unwrap();
        assert!(checked.status.success(), "{name}: {}", String::from_utf8_lossy(&checked.stdout));
    }
}

#[test]
fn what_is_different_since_the_last_time_is_told() {
    let home = Home::new();
    let run =
        "validate --practice=broken-closed-door --practice-speed 0 --proxy orders-proxy --function orders-checkout";
    assert!(!home.run(run).stdout.contains("Since "));
    assert!(!home.run(run).stdout.contains("Since "));
    // As if it had been otherwise.
    let folder = home.path("data/rds-proxy-wizard/verdicts");
    let path = std::fs::read_dir(&folder).unwrap().next().unwrap().unwrap().path();
    let kept = std::fs::read_to_string(&path).unwrap();
    assert!(!kept.contains("tcp 3306"), "evidence is kept: {kept}");
    std::fs::write(&path, kept.replace("sg-db-ingress-proxy", "proxy-no-targets")).unwrap();
    let different = home.run(run).stdout;
    assert!(different.contains("Since 2026-11-20 09:00 UTC: 1 came, 1 went"), "{different}");
    assert!(different.contains("  came: The database does not let the proxy in [sg-db-ingress-proxy]"), "{different}");
    assert!(!home.run(run).stdout.contains("Since "));
    // What is asked in part, or not of the account, is not compared.
    std::fs::write(&path, kept.replace("sg-db-ingress-proxy", "proxy-no-targets")).unwrap();
    assert!(!home.run(&format!("{run} --only proxy-no-targets")).stdout.contains("Since "));
}

#[test]
fn who_changed_it_last_is_told_on_request() {
    let home = Home::new();
    let run = |scenario: &str, more: &str| {
        home.run(&format!("validate --practice={scenario} --practice-speed 0 --proxy orders-proxy {more}"))
    };
    assert!(!run("broken-tls-off", "").stdout.contains("CloudTrail"));
    let tls = run("broken-tls-off", "--history").stdout;
    assert!(tls.contains("What changed, by CloudTrail:"), "{tls}");
    assert!(
        tls.contains("assumed-role/PlatformEngineer/sam: rds:ModifyDBProxy, requireTLS true \u{2192} false"),
        "{tls}"
    );
    assert!(run("broken-closed-door", "--history").stdout.contains("ec2:RevokeSecurityGroupIngress, groupId sg-"));
    let document = run("broken-tls-off", "--history --format json").json();
    assert_eq!(document["history"][0]["changes"]["present"][0]["call"], "rds:ModifyDBProxy");
    home.run("validate --practice --all --history").ends(2);
}

#[test]
fn a_second_way_into_an_account_is_said_in_every_format_for_people_and_in_json() {
    let home = Home::new();
    let twice = "validate --practice=organization --practice-speed 0 --all --profiles acme-prod,acme-prod";
    for format in ["text", "markdown", "html"] {
        let told = home.run(&format!("{twice} --format {format}")).stdout;
        assert!(told.contains("acme-prod leads to 210000000011, eu-west-1, which is read already"), "{format}: {told}");
    }
    let json = home.run(&format!("{twice} --format json")).json();
    assert_eq!(
        json["same"],
        json!([{
            "account": "210000000011", "region": "eu-west-1", "profile": "acme-prod", "name": "acme-prod"
        }])
    );
    assert_eq!(json["places"].as_array().unwrap().len(), 1);
}

#[test]
fn what_could_not_be_read_before_is_not_new() {
    let home = Home::new();
    let run = |more: &str| {
        home.run(&format!("validate --practice=broken-tls-off --practice-speed 0 --proxy orders-proxy {more}"))
    };
    let mut before = run("--format json").json();
    // The rule could not decide then.
    let findings = before["findings"].as_array_mut().unwrap();
    let at = findings.iter().position(|finding| finding["code"] == "proxy-require-tls-false").unwrap();
    findings.remove(at);
    before["unknown"].as_array_mut().unwrap().push(json!({ "code": "proxy-require-tls-false" }));
    let file = home.write("before.json", &before.to_string());
    let since = format!("--new-since {} --fail-on warning", file.display());
    let told = run(&format!("{since} --format json")).ends(0).json();
    assert_eq!(told["since"]["came"], json!([]));
    assert_eq!(told["since"]["not_read_before"][0]["code"], "proxy-require-tls-false");
    assert!(run(&since).stdout.contains("was not read before: "));
}

#[test]
fn a_scenario_that_is_reset_has_no_verdict_to_be_compared_with() {
    let home = Home::new();
    let validate = "validate --practice=broken-tls-off --practice-speed 0 --proxy orders-proxy";
    home.run(validate);
    home.run("validate --practice=broken-closed-door --practice-speed 0 --proxy orders-proxy");
    let kept = || {
        let folder = home.path("data/rds-proxy-wizard/verdicts");
        std::fs::read_dir(folder).map_or(0, |entries| entries.count())
    };
    assert_eq!(kept(), 2);
    home.run("practice reset broken-tls-off").ends(0);
    assert_eq!(kept(), 1, "the other scenario keeps its own");
}

/// IAM's changes are recorded where its control plane is, whatever region the account is looked at from.
#[tokio::test]
async fn the_history_of_a_role_is_asked_where_its_partition_records_it() {
    let practice = Arc::new(Practice::open(None, "all-well", Speed::Instant).unwrap());
    let connection = practice::connection(practice);
    let subject = |kind: &str| Subject { kind: kind.to_owned(), id: "orders-proxy-role".to_owned() };
    for (partition, region) in
        [("aws", "us-east-1"), ("aws-cn", "cn-north-1"), ("aws-us-gov", "us-gov-west-1"), ("aws-iso", "")]
    {
        let account = Account { partition: partition.to_owned(), ..connection.account.clone() };
        let history = discover::history(connection.reader(), &account, &subject("role")).await;
        assert_eq!(history.region, region, "{partition}");
        assert_eq!(history.changes.unreadable().is_some(), region.is_empty(), "{partition}");
        let said = rds_proxy_wizard::words::history_lines(&history).join(" ");
        assert!(said.contains(if region.is_empty() { partition } else { region }), "{said}");
        let of_proxy = discover::history(connection.reader(), &account, &subject("db-proxy")).await;
        assert_eq!(of_proxy.region, account.region, "{partition}");
    }
}

/// What an earlier report makes of each result, in SARIF's own words and in columns of the CSV.
#[test]
fn what_came_stayed_and_went_is_in_sarif_and_csv_too() {
    let home = Home::new();
    let all = "validate --practice=broken-no-targets --practice-speed 0 --all";
    let text = home.run(&format!("{all} --format json")).stdout;
    let mut report: Value = serde_json::from_str(&text).unwrap();
    let proxies = report["proxies"].as_array_mut().unwrap();
    let at = proxies.iter().position(|one| one["proxy"] == "orders-proxy").unwrap();
    // Before, one thing was not there, and another was that is not there now.
    let findings = proxies[at]["findings"].as_array_mut().unwrap();
    let mut other = findings[0].clone();
    findings.retain(|finding| finding["code"] != "proxy-no-targets");
    (other["code"], other["subject"]["id"]) = ("proxy-require-tls-false".into(), "orders-proxy".into());
    findings.push(other);
    let mut gone = proxies[at].clone();
    (gone["proxy"], gone["proxy_arn"]) = ("old-proxy".into(), Value::Null);
    proxies.push(gone);
    home.write("before.json", &report.to_string());

    let sarif: Value =
        serde_json::from_str(&home.run(&format!("{all} --new-since [HOME]/before.json --format sarif")).stdout)
            .unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let states = |code: &str, place: &str| -> Vec<&str> {
        let of = results.iter().filter(|result| result["ruleId"] == code);
        let of = of.filter(|result| {
            let name = &result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"];
            name.as_str().unwrap().contains(place)
        });
        of.map(|result| result["baselineState"].as_str().unwrap()).collect()
    };
    assert!(results.iter().all(|result| result["baselineState"].is_string()), "all or none has one");
    assert_eq!(states("proxy-no-targets", "/orders-proxy/"), ["new"]);
    assert!(results.iter().any(|result| result["kind"] == "fail" && result["baselineState"] == "unchanged"));
    assert_eq!(states("proxy-require-tls-false", "/orders-proxy/"), ["absent"]);
    assert!(states("proxy-require-tls-false", "/old-proxy/").contains(&"absent"));
    let alone: Value = serde_json::from_str(&home.run(&format!("{all} --format sarif")).stdout).unwrap();
    let alone = alone["runs"][0]["results"].as_array().unwrap();
    assert!(alone.iter().all(|result| result["baselineState"].is_null()), "nothing to compare with");

    let csv = home.run(&format!("{all} --new-since [HOME]/before.json --format csv")).stdout;
    let mut lines = csv.lines();
    let heads: Vec<&str> = lines.next().unwrap().split(',').collect();
    assert_eq!(heads[15..], ["came", "not_read_before", "same", "went", "in_doubt"]);
    let rows: Vec<&str> = lines.collect();
    let row = rows.iter().find(|row| row.contains(",orders-proxy,")).unwrap();
    assert!(row.contains("proxy-no-targets,,") && row.ends_with("proxy-require-tls-false,"), "{row}");
    let gone = rows.iter().find(|row| row.contains(",old-proxy,")).unwrap();
    assert!(gone.contains("Not there any more"), "{gone}");
}

/// The page is for people, the table for programs; the facts are let go before either is asked for.
#[tokio::test]
async fn a_page_of_the_fleet_follows_the_language_and_a_table_for_programs_does_not() {
    use rds_proxy_wizard::discover::Existing;
    use rds_proxy_wizard::fleet::{self, Fleet, Judged};
    use rds_proxy_wizard::rules::check_all;
    use rds_proxy_wizard::text::{Language, in_english, speaking};
    let practice = Practice::open(None, "broken-closed-door", Speed::Instant).unwrap();
    let account = practice.state().account;
    let existing = Existing { proxy: "orders-proxy".into(), function: None, read_secrets: false };
    let observed = discover::observe_proxy(&practice, &*practice.clock(), &account, &existing).await;
    let verdict = in_english(|| check_all(&observed));
    let row = Judged::new(&observed, verdict, account.label()).in_every_language(&observed, check_all);
    let mut fleet = Fleet::default();
    fleet.add(row);
    let (csv, json) = (fleet::csv(&fleet), fleet::json(&fleet));
    for language in Language::ALL {
        let page = speaking(language, || fleet::html(&fleet)).unwrap();
        let said = speaking(language, || check_all(&observed));
        for finding in &said.findings {
            let escaped = |text: &str| text.replace('\'', "&#x27;");
            let words = [&finding.title, finding.evidence.first().unwrap(), &finding.fix.text];
            for words in words.map(|words| words.split(['`', '<', '&', '"', '/']).next().unwrap()) {
                assert!(page.contains(&escaped(words)), "{}: {words}", language.tag());
            }
        }
        assert_eq!(
            speaking(language, || in_english(|| (fleet::csv(&fleet), fleet::json(&fleet)))),
            (csv.clone(), json.clone())
        );
    }
}

/// A row that was judged before a finding is accepted says afterwards what one that is read again does.
#[tokio::test]
async fn a_row_is_counted_anew_when_a_finding_is_accepted() {
    use rds_proxy_wizard::baseline;
    use rds_proxy_wizard::discover::Existing;
    use rds_proxy_wizard::fleet::Judged;
    use rds_proxy_wizard::rules;
    let mut accepted = 0;
    for scenario in practice::SCENARIOS.iter().filter(|scenario| scenario.name.starts_with("broken-")) {
        let practice = Practice::open(None, scenario.name, Speed::Instant).unwrap();
        let account = practice.state().account;
        let existing = Existing {
            proxy: "orders-proxy".into(),
            function: Some("orders-api".parse().unwrap()),
            read_secrets: true,
        };
        let observed = discover::observe_proxy(&practice, &*practice.clock(), &account, &existing).await;
        let verdict = rules::check_all(&observed);
        let Some(finding) = verdict.findings.first().cloned() else { continue };
        let text = accepted_until("2099-12-31").replace("proxy-require-tls-false", &finding.code);
        let baseline = baseline::read(&text).unwrap();
        let today = baseline::day_of(observed.at.unwrap_or_default());
        let mut row = Judged::new(&observed, verdict.clone(), account.label());
        row.accept(&baseline, today);
        let mut fresh = verdict;
        baseline.apply(&mut fresh, today);
        accepted += fresh.accepted.len();
        let fresh = Judged::new(&observed, fresh, account.label());
        assert_eq!(
            (&row.picture.title, &row.picture.summary),
            (&fresh.picture.title, &fresh.picture.summary),
            "{}",
            scenario.name
        );
        assert_eq!(row.strip(), fresh.strip(), "{}", scenario.name);
    }
    assert!(accepted > 10, "{accepted}");
}
