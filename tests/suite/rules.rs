//! Every rule on data: one account where it finds its fault and one where it does not.
//!
//! A case is a small patch over one of the bases, of which there is one per auth mode. Paths are
//! JSON pointers into `Observed`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use rds_proxy_wizard::bundle;
use rds_proxy_wizard::discover;
use rds_proxy_wizard::domain::finding::{Confidence, Finding, Hop, Severity};
use rds_proxy_wizard::domain::observed::Observed;
use rds_proxy_wizard::plan::{Action, Wish, repair};
use rds_proxy_wizard::practice::{self, Options};
use rds_proxy_wizard::rules::{self, Need, Passage, RULES, Verdict, check, check_all, passages, picture, rule};
use serde::Deserialize;
use serde_json::{Value, json};

const BASES: [&str; 3] = ["standard-iam", "password", "end-to-end-iam"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    base: String,
    /// What is the matter, for the reader.
    #[allow(dead_code)]
    says: String,
    #[serde(default)]
    set: BTreeMap<String, Value>,
    #[serde(default)]
    remove: Vec<String>,
}

pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/rules")
}

pub(crate) fn account(path: &Path) -> Value {
    let name = path.display();
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{name}: {error}"));
    let value: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    if value.get("account").is_some() {
        return value;
    }
    let case: Case = serde_json::from_value(value).unwrap_or_else(|error| panic!("{name}: {error}"));
    let mut account = account(&folder().join("base").join(format!("{}.json", case.base)));
    for (pointer, new) in case.set {
        set(&mut account, &pointer, new).unwrap_or_else(|| panic!("{name}: nothing at {pointer}"));
    }
    for pointer in case.remove {
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        match account.pointer_mut(parent).unwrap_or_else(|| panic!("{name}: nothing at {parent}")) {
            Value::Array(items) => drop(items.remove(key.parse().unwrap())),
            Value::Object(fields) => drop(fields.remove(key).unwrap_or_else(|| panic!("{name}: no {pointer}"))),
            _ => panic!("{name}: {parent} has no parts"),
        }
    }
    account
}

/// Replaces what is at the pointer, or adds it to the object or list above.
fn set(account: &mut Value, pointer: &str, new: Value) -> Option<()> {
    let (parent, key) = pointer.rsplit_once('/')?;
    match account.pointer_mut(parent)? {
        Value::Array(items) if key == "-" => items.push(new),
        Value::Array(items) => *items.get_mut(key.parse::<usize>().ok()?)? = new,
        Value::Object(fields) => drop(fields.insert(key.to_owned(), new)),
        _ => return None,
    }
    Some(())
}

pub(crate) fn observed(value: Value) -> Observed {
    serde_json::from_value(value).unwrap()
}

pub(crate) fn base(name: &str) -> Value {
    account(&folder().join("base").join(format!("{name}.json")))
}

fn case(code: &str, which: &str) -> Observed {
    observed(account(&folder().join(code).join(format!("{which}.json"))))
}

fn verdict(code: &str, which: &str) -> Verdict {
    check_all(&case(code, which))
}

fn codes_with_data() -> BTreeSet<String> {
    std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "base")
        .collect()
}

#[test]
fn every_rule_has_its_data_and_all_data_has_its_rule() {
    let codes: BTreeSet<String> = RULES.iter().map(|rule| rule.code.to_owned()).collect();
    assert_eq!(codes.len(), RULES.len(), "codes are unique");
    assert_eq!(codes, codes_with_data());
}

#[test]
fn every_rule_finds_its_fault_and_says_what_it_saw() {
    for rule in RULES.iter() {
        let verdict = verdict(rule.code, "flagged");
        let found: Vec<_> = verdict.findings.iter().filter(|finding| finding.code == rule.code).collect();
        assert!(!found.is_empty(), "{} does not fire; unknown: {:?}", rule.code, verdict.unknown);
        for finding in found {
            assert!(!finding.evidence.is_empty(), "{} has no evidence", rule.code);
            assert!(finding.severity <= rule.severity);
        }
    }
}

#[test]
fn every_rule_passes_its_clean_case() {
    for rule in RULES.iter() {
        let verdict = verdict(rule.code, "clean");
        assert!(
            verdict.passed.contains(&rule.code),
            "{}: unknown {:?}, not applicable: {}",
            rule.code,
            verdict.unknown.iter().filter(|unknown| unknown.code == rule.code).collect::<Vec<_>>(),
            verdict.not_applicable.contains(&rule.code),
        );
    }
}

#[test]
fn a_clean_account_has_no_finding_at_all_in_any_mode() {
    for name in BASES {
        let verdict = check_all(&observed(base(name)));
        assert_eq!(verdict.findings, [], "{name}");
        assert_eq!(verdict.unknown, [], "{name}");
        assert_eq!(verdict.auth_mode.map(|mode| serde_json::to_value(mode).unwrap()), Some(json!(name)));
    }
}

#[test]
fn every_rule_stands_in_exactly_one_list() {
    for code in codes_with_data() {
        for which in ["flagged", "clean"] {
            let verdict = verdict(&code, which);
            let mut seen: Vec<&str> = verdict.passed.clone();
            seen.extend(&verdict.not_applicable);
            seen.extend(verdict.unknown.iter().map(|unknown| unknown.code));
            seen.extend(verdict.findings.iter().map(|f| f.code.as_str()).collect::<BTreeSet<_>>());
            let unique: BTreeSet<&str> = seen.iter().copied().collect();
            assert_eq!((seen.len(), unique.len()), (RULES.len(), RULES.len()), "{code} {which}");
        }
    }
}

/// What is left out of a bundle is nothing that a verdict hangs on.
#[test]
fn a_bundle_says_what_the_account_says() {
    for code in codes_with_data() {
        for which in ["flagged", "clean"] {
            let observed = case(&code, which);
            let text = bundle::write(&observed);
            let (there, here) = (check_all(&observed), check_all(&bundle::read(&text).unwrap()));
            let quoted = |finding: &Finding| (finding.code.clone(), finding.severity, finding.subject.clone());
            assert_eq!(
                there.findings.iter().map(quoted).collect::<Vec<_>>(),
                here.findings.iter().map(quoted).collect::<Vec<_>>(),
                "{code} {which}"
            );
            assert_eq!((there.passed, there.not_applicable), (here.passed, here.not_applicable), "{code} {which}");
            assert_eq!(there.unknown, here.unknown, "{code} {which}");
        }
    }
}

#[test]
fn only_what_is_certain_is_an_error() {
    for code in codes_with_data() {
        for finding in verdict(&code, "flagged").findings {
            assert!(finding.severity < Severity::Error || finding.confidence == Confidence::High, "{}", finding.code);
        }
    }
}

/// Where the part is in `Observed`; of secrets, in the first one.
fn part(need: Need) -> &'static str {
    match need {
        Need::Proxy => "/proxy",
        Need::Pool => "/pool",
        Need::Targets => "/targets",
        Need::ProxyEndpoints => "/proxy_endpoints",
        Need::OtherProxies => "/other_proxies",
        Need::ProxyQuota => "/proxy_quota",
        Need::Database => "/database",
        Need::BlueGreen => "/blue_green",
        Need::Parameters => "/parameters",
        Need::Vpc => "/vpc",
        Need::Subnets => "/subnets",
        Need::RouteTables => "/route_tables",
        Need::NetworkAcls => "/network_acls",
        Need::SecurityGroups => "/security_groups",
        Need::PrefixLists => "/prefix_lists",
        Need::VpcEndpoints => "/vpc_endpoints",
        Need::Peerings => "/peerings",
        Need::FunctionNetwork => "/function_network",
        Need::Function => "/function",
        Need::CapacityProvider => "/capacity_provider",
        Need::Aliases => "/aliases",
        Need::ReservedConcurrency => "/reserved_concurrency",
        Need::ProvisionedConcurrency => "/provisioned_concurrency",
        Need::FunctionRole => "/function_role",
        Need::ProxyRole => "/proxy_role",
        Need::Secrets => "/proxy_secrets/0/secret",
        Need::SecretShapes => "/proxy_secrets/0/shape",
        Need::SecretVersions => "/proxy_secrets/0/versions",
        Need::SecretPolicies => "/proxy_secrets/0/policy",
        Need::Keys => "/proxy_secrets/0/key",
        Need::KeyPolicies => "/proxy_secrets/0/key_policy",
        Need::KeyGrants => "/proxy_secrets/0/key_grants",
        Need::RotationTags => "/proxy_secrets/0/rotation_tags",
        Need::RotationFunctions => "/proxy_secrets/0/rotation_function",
        Need::SecondVersion => "/second_version",
        Need::Simulated => "/simulated",
        Need::Metrics => "/metrics",
        Need::Events => "/events",
        Need::Alarms => "/alarms",
        Need::EventSubscriptions => "/event_subscriptions",
        Need::LogGroups => "/log_groups",
        Need::ProxyLog => "/proxy_log",
        Need::FunctionLog => "/function_log",
    }
}

/// A denied read never turns into a pass, and what a rule says it needs is what it reads.
#[test]
fn a_rule_that_lacks_a_fact_is_unknown_and_names_the_permission() {
    for rule in RULES.iter() {
        for need in Need::ALL {
            let operation = "service:Read";
            let unknowns: Vec<_> = ["flagged", "clean"]
                .into_iter()
                .filter_map(|which| {
                    let mut value = account(&folder().join(rule.code).join(format!("{which}.json")));
                    *value.pointer_mut(part(need))? =
                        json!({ "unreadable": { "operation": operation, "because": "no", "denied": true } });
                    check([*rule], &observed(value)).unknown.into_iter().next()
                })
                .collect();
            if rule.needs.contains(&need) {
                let named = unknowns.iter().any(|unknown| unknown.needs.iter().any(|needs| needs == operation));
                assert!(named, "{} is decided without {need:?}: {unknowns:?}", rule.code);
            } else {
                assert_eq!(unknowns, [], "{} needs {need:?} and does not say so", rule.code);
            }
        }
    }
}

#[test]
fn texts_are_whole_and_cures_are_complete_commands() {
    for rule in RULES.iter() {
        let code = rule.code;
        assert!(!rule.title().ends_with('.') && rule.title().starts_with(|c: char| c.is_uppercase()), "{code}: title");
        for text in [rule.why(), rule.fix()] {
            assert!(text.ends_with('.') && !text.contains("  "), "{code}: {text}");
        }
        assert!(rule.source.starts_with("https://"), "{code}: source");
        for finding in verdict(code, "flagged").findings.iter().filter(|finding| finding.code == code) {
            for command in &finding.fix.commands {
                assert!(command.starts_with("aws "), "{code}: {command}");
                assert!(!command.contains(['<', '>']) && !command.contains("\u{2026}"), "{code}: {command}");
                assert!(
                    command.contains(" --region eu-west-1") || command.starts_with("aws iam "),
                    "{code}: {command}"
                );
            }
        }
    }
}

#[test]
fn without_a_proxy_nothing_is_said_about_one() {
    let mut value = base("standard-iam");
    value["proxy"] = json!("absent");
    let verdict = check_all(&observed(value));
    assert_eq!((verdict.findings.len(), verdict.passed.len(), verdict.unknown.len()), (0, 0, 0));
}

#[test]
fn a_target_without_a_reason_follows_from_the_missing_rule() {
    let mut value = account(&folder().join("sg-db-ingress-proxy/flagged.json"));
    let health = json!({ "state": "UNAVAILABLE", "reason": null, "description": "internal error" });
    value["targets"]["present"][1]["health"] = health.clone();
    value["targets"]["present"][2]["health"] = health;
    let verdict = check_all(&observed(value));
    assert_eq!(verdict.cause_of("proxy-target-unavailable-internal-error"), Some("sg-db-ingress-proxy"));
    assert_eq!(verdict.causes().map(|finding| finding.code.as_str()).collect::<Vec<_>>(), ["sg-db-ingress-proxy"]);
    assert!(rule("sg-db-ingress-proxy").is_some());
}

#[test]
fn a_clean_path_is_drawn_open_in_every_mode() {
    for name in BASES {
        let observed = observed(base(name));
        let picture = picture(&observed, &check_all(&observed));
        assert_eq!(picture.title, "The whole path is open", "{name}");
        assert_eq!(passages(&picture), [Passage::Passes; 6], "{name}");
    }
}

#[test]
fn the_picture_is_blocked_where_the_error_is() {
    use Passage::{Blocked as X, Passes as O, Unknown as Q, WorksBut as W};
    for (code, expected) in [
        ("lambda-not-in-vpc", [O, X, O, O, O, O]),
        ("connect-policy-uses-proxy-name", [O, X, O, O, O, O]),
        ("connect-policy-condition-keys", [O, Q, O, O, O, O]),
        ("proxy-require-tls-false", [O, O, W, O, O, O]),
        ("proxy-role-not-found", [O, O, O, X, O, O]),
        ("sg-db-ingress-proxy", [O, O, O, O, X, O]),
        ("db-not-available", [O, O, O, O, O, X]),
    ] {
        let observed = case(code, "flagged");
        let verdict = check_all(&observed);
        assert_eq!(passages(&picture(&observed, &verdict)), expected, "{code}: {:?}", verdict.unknown);
    }
}

#[test]
fn the_plain_report_reads_from_the_answer_to_the_cure() {
    let observed = case("sg-db-ingress-proxy", "flagged");
    let verdict = check_all(&observed);
    let mut lines = rules::text(&verdict, &picture(&observed, &verdict));
    // How many rules there are changes with every rule.
    lines.retain(|line| !line.contains(" rules: "));
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn the_json_is_findings_v1() {
    let mut value = account(&folder().join("sg-db-ingress-proxy/flagged.json"));
    value["pool"] = json!({ "unreadable": {
        "operation": "rds:DescribeDBProxyTargetGroups", "because": "no", "denied": true
    } });
    let document: Value = serde_json::from_str(&rules::json(&check_all(&observed(value)))).unwrap();
    assert_eq!(document["schema"], "rds-proxy-wizard/findings/v1");
    for (key, expected) in [
        ("account", "123456789012"),
        ("region", "eu-west-1"),
        ("proxy", "orders-proxy"),
        ("function", "orders-api"),
        ("auth_mode", "standard-iam"),
    ] {
        assert_eq!(document[key], expected);
    }
    let unknown = document["unknown"].as_array().unwrap();
    assert!(unknown.contains(&json!({
        "code": "proxy-borrow-timeout-exceeds-lambda-timeout",
        "title": "Whether the borrow timeout is shorter than the function lives",
        "because": "rds:DescribeDBProxyTargetGroups was denied",
        "needs": ["rds:DescribeDBProxyTargetGroups"],
        "consent": false,
    })));
    let finding = &document["findings"][0];
    assert_eq!(
        finding.as_object().unwrap().keys().collect::<Vec<_>>(),
        ["code", "fingerprint", "severity", "confidence", "subject", "title", "evidence", "fix"]
    );
    assert_eq!((&finding["severity"], &finding["confidence"]), (&json!("error"), &json!("high")));
    let count = |key: &str| document[key].as_array().unwrap().len();
    assert_eq!(count("findings") + count("unknown") + count("passed") + count("not_applicable"), RULES.len());
}

#[test]
fn a_user_that_is_not_known_is_taken_from_the_policy() {
    let mut value = base("standard-iam");
    value["function"]["present"]["environment"] = json!({ "DB_SECRET_ARN": "hidden" });
    value["proxy_secrets"][0]["shape"] = json!("not-asked");
    let verdict = check_all(&observed(value.clone()));
    assert!(verdict.passed.contains(&"connect-permission-missing"));
    let hostless = |unknown: &rules::Unknown| unknown.because.contains("names a host");
    let rest = verdict.unknown.iter().filter(|unknown| !hostless(unknown));
    assert!(rest.into_iter().all(|unknown| unknown.needs == ["secretsmanager:GetSecretValue"]));

    let resource = "arn:aws:rds-db:eu-west-1:123456789012:dbuser:orders-proxy/someone";
    value["function_role"]["present"]["inline"]["orders-proxy-connect"]["Statement"][0]["Resource"] = json!(resource);
    let verdict = check_all(&observed(value));
    assert_eq!(
        verdict
            .findings
            .iter()
            .map(|f| f.code.as_str())
            .filter(|code| code.starts_with("connect-"))
            .collect::<Vec<_>>(),
        ["connect-policy-uses-proxy-name"]
    );
}

#[test]
fn what_a_boundary_takes_away_is_not_known_and_never_passed() {
    let mut value = base("standard-iam");
    for role in ["function_role", "proxy_role"] {
        value[role]["present"]["permissions_boundary"] = json!("arn:aws:iam::123456789012:policy/edge");
    }
    let observed = observed(value);
    let verdict = check_all(&observed);
    assert_eq!(verdict.findings, []);
    for code in
        ["connect-permission-missing", "proxy-role-missing-getsecretvalue", "lambda-role-missing-eni-permissions"]
    {
        let unknown = verdict.unknown.iter().find(|unknown| unknown.code == code).unwrap();
        assert!(unknown.because.contains("policy/edge"), "{}", unknown.because);
    }
    assert_eq!(picture(&observed, &verdict).title, "Not everything could be read");
}

#[test]
fn evidence_against_a_finding_lowers_it_to_a_warning() {
    // The proxy is logged in with its only secret, so something that was not read lets it.
    let mut value = account(&folder().join("proxy-role-missing-getsecretvalue/flagged.json"));
    value["targets"] = base("standard-iam")["targets"].clone();
    let verdict = check_all(&observed(value));
    assert_eq!(verdict.worst(), Some(Severity::Warning));
}

#[test]
fn addresses_that_cover_some_subnets_only_are_a_warning() {
    let mut value = base("standard-iam");
    value["security_groups"]["present"][2]["rules"][0]["peer"] = json!({ "cidr": "10.0.1.0/24" });
    let verdict = check_all(&observed(value.clone()));
    let finding = verdict.findings.iter().find(|finding| finding.code == "sg-db-ingress-proxy").unwrap();
    assert_eq!(finding.severity, Severity::Warning);
    assert!(finding.evidence.iter().any(|fact| fact.contains("subnet-b")), "{:?}", finding.evidence);

    // A prefix list, or a rule for single addresses, may be the one that counts.
    for peer in [json!({ "prefix-list": "pl-1" }), json!({ "cidr": "10.0.1.17/32" })] {
        value["security_groups"]["present"][2]["rules"][0]["peer"] = peer;
        let verdict = check_all(&observed(value.clone()));
        assert!(verdict.unknown.iter().any(|unknown| unknown.code == "sg-db-ingress-proxy"));
    }
}

#[tokio::test]
async fn the_broken_proxies_of_the_practice_account_are_told_by_their_cause() {
    for (scenario, expected) in [
        ("all-well", None),
        ("broken-closed-door", Some("sg-db-ingress-proxy")),
        ("broken-no-connect", Some("connect-permission-missing")),
        ("broken-name-for-id", Some("connect-policy-uses-proxy-name")),
        ("broken-tls-off", Some("proxy-require-tls-false")),
        ("broken-unreadable-secret", Some("proxy-role-missing-getsecretvalue")),
        ("broken-key", Some("proxy-role-missing-kms-decrypt")),
        ("broken-secret-text", Some("proxy-target-auth-failure")),
        ("broken-waiting", Some("proxy-target-pending-capacity")),
        ("broken-outside", Some("lambda-not-in-vpc")),
    ] {
        let options = Options { scenario: scenario.into(), ..Options::default() };
        let connection = practice::connect(&options).unwrap();
        let (reader, account) = (connection.reader(), &connection.account);
        let function = Some("orders-checkout".parse().unwrap());
        let existing = discover::Existing { proxy: "orders-proxy".to_owned(), function, read_secrets: false };
        let observed = discover::observe_proxy(reader, connection.clock.as_ref(), account, &existing).await;
        let verdict = check_all(&observed);
        let grave = verdict.causes().filter(|finding| finding.severity > Severity::Info);
        let causes: Vec<&str> = grave.map(|finding| finding.code.as_str()).collect();
        match expected {
            Some(code) => assert!(causes.contains(&code), "{scenario}: {causes:?}"),
            None => assert_eq!(causes, [""; 0], "{scenario}"),
        }
    }
}

#[test]
fn a_cure_never_overwrites_a_policy_that_says_more() {
    let command = |policy: &str, statement: Value| {
        let mut value = account(&folder().join("connect-permission-missing/flagged.json"));
        value["function_role"]["present"]["inline"] = json!({ policy: { "Statement": statement } });
        check_all(&observed(value)).findings[0].fix.commands.first().cloned().unwrap_or_default()
    };
    let queue = json!({ "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*" });
    assert!(command("orders-proxy-connect", queue).contains("--policy-name orders-proxy-connect-2 "));

    let arn = |id: &str| format!("arn:aws:rds-db:eu-west-1:123456789012:dbuser:{id}/orders_app");
    let two =
        json!({ "Effect": "Allow", "Action": "rds-db:connect", "Resource": [arn("prx-0other"), arn("orders-proxy")] });
    assert!(command("logins", two).contains("--policy-name orders-proxy-connect "));

    let one = json!({ "Effect": "Allow", "Action": "rds-db:connect", "Resource": arn("orders-proxy") });
    assert!(command("logins", one).contains("--policy-name logins "));

    let everything = json!({ "Effect": "Allow", "Action": "*", "Resource": "*" });
    assert_eq!(command("admin", everything), "");
}

#[test]
fn no_error_stands_on_a_clean_case() {
    for code in codes_with_data() {
        let findings = verdict(&code, "clean").findings;
        let errors: Vec<_> = findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{code}: {errors:#?}");
    }
}

/// The base, with both targets in this state.
fn with_health(patch: impl FnOnce(&mut Value), reason: Value, description: &str) -> Verdict {
    let mut value = base("standard-iam");
    for index in 1..=2 {
        value["targets"]["present"][index]["health"] =
            json!({ "state": "UNAVAILABLE", "reason": reason, "description": description });
    }
    patch(&mut value);
    check_all(&observed(value))
}

fn evidence<'a>(verdict: &'a Verdict, code: &str) -> &'a [String] {
    &verdict.findings.iter().find(|finding| finding.code == code).unwrap().evidence
}

#[test]
fn a_sick_target_names_its_cause_with_the_fact_that_shows_it() {
    let verdict = with_health(
        |value| value["security_groups"]["present"][2]["rules"] = json!([]),
        Value::Null,
        "DBProxy Target unavailable due to an internal error",
    );
    let said = evidence(&verdict, "proxy-target-unavailable-internal-error");
    assert!(said.iter().any(|fact| fact == "AWS says: DBProxy Target unavailable due to an internal error"));
    assert!(said.last().unwrap().starts_with("likeliest cause: sg-db-ingress-proxy (sg-db"), "{said:?}");
}

#[test]
fn what_the_records_say_comes_before_what_is_frequent() {
    let closed_and_unread = |value: &mut Value| {
        value["security_groups"]["present"][2]["rules"] = json!([]);
        value["proxy_secrets"][0]["secret"] = json!("absent");
    };
    let code = "proxy-target-unavailable-internal-error";
    let verdict = with_health(closed_and_unread, Value::Null, "internal error");
    assert_eq!(verdict.cause_of(code), Some("sg-db-ingress-proxy"));

    let verdict = with_health(
        |value| {
            closed_and_unread(value);
            value["proxy_log"] = json!({ "present": [
                { "sign": "secret-unreadable", "group": "/aws/rds/proxy/orders-proxy", "count": 4, "last": null }
            ] });
        },
        Value::Null,
        "internal error",
    );
    assert_eq!(verdict.cause_of(code), Some("secret-not-found"));
    let said = evidence(&verdict, code).join("\n");
    assert!(said.contains("the proxy could not read a secret: 4 times in /aws/rds/proxy/orders-proxy"), "{said}");
}

#[test]
fn a_sick_target_without_a_cause_says_what_was_checked_and_what_is_next() {
    let verdict = with_health(|_| {}, json!("AUTH_FAILURE"), "Proxy does not have any registered credentials");
    let said = evidence(&verdict, "proxy-target-auth-failure");
    let line = |start: &str| said.iter().find(|fact| fact.starts_with(start)).unwrap();
    assert!(line("checked and in order:").contains("secret-not-found"), "{said:?}");
    assert!(line("in the last hour:").contains("ClientConnectionsReceived 40"), "{said:?}");
    assert_eq!(
        said.last().unwrap(),
        "look next at whether orders-prod knows the user with the password that is in the secret"
    );

    let unread = |value: &mut Value| value["proxy_secrets"][0]["shape"] = json!("not-asked");
    let verdict = with_health(unread, json!("AUTH_FAILURE"), "");
    let said = evidence(&verdict, "proxy-target-auth-failure").join("\n");
    assert!(said.contains("could not be checked: ") && said.contains("secret-not-json"), "{said}");
    assert!(said.ends_with("the secret's content, which is read with your consent only"), "{said}");
}

#[test]
fn waiting_is_normal_for_twenty_minutes() {
    let registering = |since: i64| {
        let mut value = base("standard-iam");
        value["targets"]["present"][1]["health"]["state"] = json!("REGISTERING");
        value["proxy"]["present"]["updated"] = json!(value["at"].as_i64().unwrap() - since);
        let verdict = check_all(&observed(value));
        let found = verdict.findings.iter().find(|finding| finding.code == "proxy-target-registering").unwrap();
        (found.severity, found.evidence.last().unwrap().clone())
    };
    let (severity, said) = registering(8 * 60);
    assert_eq!(severity, Severity::Info);
    assert_eq!(said, "proxy and targets have not changed for 8 minutes");
    assert_eq!(registering(50 * 60).0, Severity::Warning);
}

#[test]
fn a_reason_that_is_new_is_not_passed_over() {
    let verdict = with_health(|_| {}, json!("SOMETHING_NEW"), "");
    assert!(evidence(&verdict, "proxy-target-unavailable-internal-error")[0].contains("SOMETHING_NEW"));
}

#[test]
fn targets_that_all_stand_aside_leave_no_writer() {
    let mut value = base("standard-iam");
    for index in 1..=2 {
        value["targets"]["present"][index]["health"] =
            json!({ "state": "UNUSED", "reason": "PROMOTED", "description": null });
    }
    let verdict = check_all(&observed(value));
    let severity = |code: &str| verdict.findings.iter().find(|finding| finding.code == code).unwrap().severity;
    assert_eq!(severity("proxy-target-promoted-or-unused"), Severity::Info);
    assert_eq!(severity("proxy-no-writable-target"), Severity::Error);
}

#[test]
fn a_mixed_proxy_is_told_as_such_and_leaves_open_what_hangs_on_the_user() {
    let second = json!({
        "secret_arn": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders/report-XyZ123",
        "iam_auth": "DISABLED", "client_password_auth_type": null
    });
    let mut value = base("standard-iam");
    value["proxy"]["present"]["auth"].as_array_mut().unwrap().push(second);
    let document =
        |value: &Value| -> Value { serde_json::from_str(&rules::json(&check_all(&observed(value.clone())))).unwrap() };
    assert_eq!(document(&value)["auth_mode"], "mixed");
    // The function's user is that of the first secret, which takes tokens.
    assert!(check_all(&observed(value.clone())).passed.contains(&"connect-permission-missing"));
    value["proxy_secrets"][0]["shape"] = json!("not-asked");
    let verdict = check_all(&observed(value));
    assert!(verdict.unknown.iter().any(|unknown| unknown.code == "connect-permission-missing"));

    // Beside IAM_AUTH an entry that takes tokens leaves no user a password.
    let mut value = base("standard-iam");
    value["proxy"]["present"]["default_iam_auth"] = json!(true);
    assert_eq!(document(&value)["auth_mode"], "mixed");
    assert!(check_all(&observed(value)).passed.contains(&"connect-permission-missing"));
}

#[test]
fn what_an_initialization_query_holds_is_never_repeated() {
    let verdict = verdict("proxy-initquery-sensitive", "flagged");
    assert!(!rules::json(&verdict).contains("hunter2"));
}

/// `ModifyDBProxy` replaces the list, so one that was not understood is never written again.
#[test]
fn no_list_of_logins_is_written_from_one_that_is_not_understood() {
    for code in RULES.iter().map(|rule| rule.code) {
        let mut value = account(&folder().join(code).join("flagged.json"));
        let Some(auth) = value.pointer_mut("/proxy/present/auth").and_then(Value::as_array_mut) else { continue };
        auth.push(json!({ "secret_arn": "", "iam_auth": "AuthScheme VAULT", "client_password_auth_type": null }));
        let observed = observed(value);
        let verdict = check_all(&observed);
        for finding in &verdict.findings {
            let replaced = finding.fix.commands.iter().find(|command| command.contains(" --auth "));
            assert_eq!(replaced, None, "{code}: {}", finding.code);
            let policy = finding.fix.commands.iter().find(|command| command.contains("-secret --policy-document"));
            assert_eq!(policy, None, "{code}: {}", finding.code);
        }
        assert!(!verdict.passed.contains(&"proxy-iam-auth-mixed"), "{code}");
        let wish = Wish::Codes(verdict.findings.iter().map(|finding| finding.code.clone()).collect());
        for step in repair(&observed, &verdict.findings, &wish).plan.steps {
            assert!(!matches!(&step.action, Action::ModifyProxy(modify) if modify.change.auth.is_some()), "{code}");
        }
    }
}

/// A participant sees no endpoints of the owner's, and may not change the VPC.
#[test]
fn in_a_shared_vpc_it_is_said_whose_job_it_is() {
    for (code, known) in [
        ("nacl-blocks-db-port", true),
        ("vpc-dns-support-disabled", true),
        ("proxy-vpc-dedicated-tenancy", true),
        ("lambda-subnet-without-service-route", false),
    ] {
        let mut value = account(&folder().join(code).join("flagged.json"));
        value["vpc"]["present"]["owner_id"] = json!("999988887777");
        let verdict = check_all(&observed(value));
        let Some(finding) = verdict.finding(code) else {
            assert!(!known && verdict.unknown.iter().any(|unknown| unknown.code == code), "{code}");
            continue;
        };
        assert!(known, "{code}");
        assert_eq!(finding.fix.commands, [""; 0], "{code}");
        assert!(finding.evidence.iter().any(|fact| fact.contains("999988887777")), "{code}: {:?}", finding.evidence);
    }
}

#[test]
fn all_faults_of_one_endpoint_are_said_at_once() {
    let mut value = account(&folder().join("vpce-private-dns-disabled/flagged.json"));
    let endpoint = &mut value["vpc_endpoints"]["present"][0];
    endpoint["security_group_ids"] = json!(["sg-db"]);
    endpoint["policy"] = json!({ "Statement": { "Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*" } });
    let verdict = check_all(&observed(value));
    for code in ["vpce-private-dns-disabled", "vpce-sg-blocks-lambda", "vpce-policy-denies"] {
        assert!(verdict.finding(code).is_some(), "{code}: {:?}", verdict.unknown);
    }
    // An allow statement would not outweigh the denial.
    assert_eq!(verdict.finding("vpce-policy-denies").unwrap().fix.commands, [""; 0]);
}

/// A function that reads by a host of its own needs a way to that one too.
#[test]
fn the_groups_of_a_further_endpoint_count_where_the_function_names_it() {
    let rule = |direction: &str, port: u16, group: &str| {
        json!({
            "id": format!("sgr-{direction}-{group}"), "direction": direction, "protocol": "tcp",
            "from_port": port, "to_port": port, "peer": { "group": group }, "description": null,
        })
    };
    let host = "reads.endpoint.proxy-c8x.eu-west-1.rds.amazonaws.com";
    let account = |variable: Option<&str>, groups: &[&str], ingress: bool, egress: bool| {
        let mut value = base("standard-iam");
        let endpoint = json!({
            "name": "reads", "arn": "arn:aws:rds:eu-west-1:123456789012:db-proxy-endpoint:prx-endpoint-0aaa",
            "host": host, "status": "available", "role": "READ_ONLY", "is_default": false, "vpc_id": "vpc-1",
            "subnet_ids": ["subnet-a", "subnet-b"], "security_group_ids": groups,
        });
        value["proxy_endpoints"]["present"].as_array_mut().unwrap().push(endpoint);
        if let Some(variable) = variable {
            value["function"]["present"]["environment"][variable] = json!({ "shown": host });
        }
        let group = |value: &mut Value, id: &str, rule: Value| {
            let groups = value["security_groups"]["present"].as_array_mut().unwrap();
            let group = groups.iter_mut().find(|group| group["id"] == id).unwrap();
            group["rules"].as_array_mut().unwrap().push(rule);
        };
        if ingress {
            group(&mut value, "sg-bastion", rule("ingress", 3306, "sg-fn"));
        }
        if egress {
            group(&mut value, "sg-fn", rule("egress", 3306, "sg-bastion"));
        }
        check_all(&observed(value))
    };
    let (into, out) = ("sg-proxy-ingress-lambda", "sg-lambda-egress-proxy");
    let reader = Some("DB_READER_HOST");
    for (what, verdict, found) in [
        ("nobody names it", account(None, &["sg-bastion"], false, false), [false, false]),
        ("behind the proxy's own", account(reader, &["sg-proxy"], false, false), [false, false]),
        ("closed both ways", account(reader, &["sg-bastion"], false, false), [true, true]),
        ("closed at the function", account(reader, &["sg-bastion"], true, false), [false, true]),
        ("closed at the endpoint", account(reader, &["sg-bastion"], false, true), [true, false]),
        ("open", account(reader, &["sg-bastion"], true, true), [false, false]),
        ("behind the function's own", account(reader, &["sg-fn"], false, false), [false, true]),
    ] {
        let is_found = [into, out].map(|code| verdict.finding(code).is_some());
        assert_eq!(is_found, found, "{what}: {:?}", verdict.unknown);
        let shared = verdict.finding("sg-shared-without-self-rule").is_some();
        assert_eq!(shared, what == "behind the function's own", "{what}");
        for finding in [into, out].iter().filter_map(|code| verdict.finding(code)) {
            assert_eq!(finding.severity, Severity::Error, "{what}");
            let said = "DB_READER_HOST of orders-api names reads";
            assert!(finding.evidence.iter().any(|line| line == said), "{what}: {:?}", finding.evidence);
            assert_eq!(finding.fix.commands.len(), 1, "{what}");
        }
    }
}

/// An endpoint in subnets of its own has network ACLs of its own around it.
#[test]
fn the_network_acls_around_a_further_endpoint_count_where_the_function_names_it() {
    const BLOCKS: &str = "nacl-blocks-db-port";
    let host = "reads.endpoint.proxy-c8x.eu-west-1.rds.amazonaws.com";
    let entry = |number: u16, direction: &str, allow: bool, from: u16, to: u16| {
        json!({
            "number": number, "direction": direction, "allow": allow, "protocol": "6", "cidr": "10.0.0.0/16",
            "from_port": from, "to_port": to,
        })
    };
    // The endpoint is where the databases are, behind an ACL of its own; the proxy's own way stays open.
    let account = |variable: Option<&str>, subnets: [&str; 2], further: &[Value], role: &str| {
        let mut value = base("standard-iam");
        let endpoint = json!({
            "name": "reads", "arn": "arn:aws:rds:eu-west-1:123456789012:db-proxy-endpoint:prx-endpoint-0aaa",
            "host": host, "status": "available", "role": role, "is_default": false, "vpc_id": "vpc-1",
            "subnet_ids": subnets, "security_group_ids": ["sg-proxy"],
        });
        value["proxy_endpoints"]["present"].as_array_mut().unwrap().push(endpoint);
        if let Some(variable) = variable {
            value["function"]["present"]["environment"][variable] = json!({ "shown": host });
        }
        let mut subnet = value["subnets"]["present"][0].clone();
        for (id, cidr) in [("subnet-ep-a", "10.0.21.0/24"), ("subnet-ep-b", "10.0.22.0/24")] {
            (subnet["id"], subnet["cidr"], subnet["name"]) = (id.into(), cidr.into(), id.into());
            value["subnets"]["present"].as_array_mut().unwrap().push(subnet.clone());
        }
        let mut acl = value["network_acls"]["present"][0].clone();
        (acl["id"], acl["is_default"]) = ("acl-endpoint".into(), false.into());
        acl["subnet_ids"] = json!(["subnet-ep-a", "subnet-ep-b"]);
        acl["entries"].as_array_mut().unwrap().splice(0..0, further.iter().cloned());
        value["network_acls"]["present"].as_array_mut().unwrap().push(acl);
        check_all(&observed(value))
    };
    let apart = ["subnet-ep-a", "subnet-ep-b"];
    let no_way_in = [entry(90, "ingress", false, 3306, 3306)];
    let no_way_back = [entry(90, "egress", false, 1024, 65535)];
    let reader = Some("DB_READER_HOST");
    for (what, verdict, blocked) in [
        ("nobody names it", account(None, apart, &no_way_in, "READ_ONLY"), None),
        ("in the proxy's own subnets", account(reader, ["subnet-a", "subnet-b"], &no_way_in, "READ_ONLY"), None),
        ("open", account(reader, apart, &[], "READ_ONLY"), None),
        ("closed on the way in", account(reader, apart, &no_way_in, "READ_ONLY"), Some("denies tcp 3306")),
        ("closed on the way back", account(reader, apart, &no_way_back, "READ_ONLY"), Some("denies tcp 1024–65535")),
    ] {
        let found = verdict.finding(BLOCKS);
        assert_eq!(found.is_some(), blocked.is_some(), "{what}: {found:?}, {:?}", verdict.unknown);
        let (Some(finding), Some(words)) = (found, blocked) else { continue };
        assert_eq!((finding.subject.id.as_str(), finding.severity), ("acl-endpoint", Severity::Error), "{what}");
        assert!(
            finding.evidence.iter().any(|line| line == "from orders-api to reads"),
            "{what}: {:?}",
            finding.evidence
        );
        assert!(finding.evidence.iter().any(|line| line.contains(words)), "{what}: {:?}", finding.evidence);
        assert!(finding.fix.commands.iter().all(|command| command.contains("--network-acl-id acl-endpoint")), "{what}");
        assert_eq!(finding.hop, Hop::FunctionToProxy, "{what}");
    }
    // Whether there is a further way at all is not known.
    let mut value = base("standard-iam");
    value["proxy_endpoints"] = json!({
        "unreadable": { "operation": "rds:DescribeDBProxyEndpoints", "because": "no", "denied": true },
    });
    let verdict = check_all(&observed(value));
    assert!(verdict.finding(BLOCKS).is_none() && !verdict.passed.contains(&BLOCKS), "never passed unread");
}

#[test]
fn the_open_rule_goes_only_after_the_narrow_one_is_there() {
    let mut value = account(&folder().join("sg-open-to-world/flagged.json"));
    let groups = value["security_groups"]["present"].as_array_mut().unwrap();
    let database = groups.iter_mut().find(|group| group["id"] == "sg-db").unwrap();
    let rules = database["rules"].as_array_mut().unwrap();
    rules.retain(|rule| rule["peer"].get("group").is_none());
    let verdict = check_all(&observed(value));
    let commands = &verdict.finding("sg-open-to-world").unwrap().fix.commands;
    assert!(commands[0].contains("authorize-security-group-ingress --group-id sg-db"), "{commands:?}");
    assert!(commands[1].contains("revoke-security-group-ingress --group-id sg-db"), "{commands:?}");
}

#[test]
fn a_borrow_timeout_leaves_time_to_answer_and_time_to_borrow() {
    for (timeout, expected) in [(3, Some(2)), (15, Some(10)), (60, Some(55)), (1, None)] {
        let code = "proxy-borrow-timeout-exceeds-lambda-timeout";
        let mut value = account(&folder().join(code).join("flagged.json"));
        value["function"]["present"]["timeout_secs"] = json!(timeout);
        let verdict = check_all(&observed(value));
        let command = verdict.finding(code).unwrap().fix.commands.first();
        let seconds = expected.map(|secs| format!("ConnectionBorrowTimeout={secs} "));
        assert_eq!(command.is_some(), seconds.is_some(), "{timeout}");
        assert!(command.is_none_or(|command| command.contains(&seconds.unwrap())), "{timeout}: {command:?}");
    }
}
