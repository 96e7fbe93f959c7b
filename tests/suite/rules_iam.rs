//! Roles, secrets and keys as the rules see them together: one fault is one finding, on every secret, and
//! nothing that a policy says makes the rules fall over.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use rds_proxy_wizard::domain::finding::{Confidence, Severity};
use rds_proxy_wizard::rules::{RULES, Verdict, check_all, simulated_questions};
use serde_json::{Value, json};

use crate::rules::{account, base, folder, observed};

const SECRET: &str = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders/app-AbCdEf";
const OTHER: &str = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders/reports-GhIjKl";
const ROLE: &str = "arn:aws:iam::123456789012:role/orders-proxy-role";
const FUNCTION_ROLE: &str = "arn:aws:iam::123456789012:role/orders-api-role";
const LOGIN: &str = "arn:aws:rds-db:eu-west-1:123456789012:dbuser:prx-0abc123/orders_app";

fn verdict(value: Value) -> Verdict {
    check_all(&observed(value))
}

/// Errors and warnings about roles, logins and secrets.
fn codes(verdict: &Verdict) -> Vec<&str> {
    let ours = |code: &&str| ["proxy-role-", "connect-", "secret-"].iter().any(|start| code.starts_with(start));
    let serious = verdict.findings.iter().filter(|finding| finding.severity > Severity::Info);
    serious.map(|finding| finding.code.as_str()).filter(ours).collect()
}

/// Not logged in, so that nothing speaks against a finding.
fn down(mut value: Value) -> Value {
    for at in [1, 2] {
        value["targets"]["present"][at]["health"] =
            json!({ "state": "UNAVAILABLE", "reason": "AUTH_FAILURE", "description": null });
    }
    value
}

fn simulated(role: &str, action: &str, resource: &str, decision: &str) -> Value {
    json!({ "present": [{
        "principal": role, "action": action, "resource": resource, "decision": decision,
        "allowed_by_organizations": true, "allowed_by_boundary": null, "matched": ["guard"],
    }] })
}

#[test]
fn one_fault_of_a_role_is_one_finding() {
    for rule in RULES.iter().filter(|rule| ["proxy-role-", "connect-"].iter().any(|start| rule.code.starts_with(start)))
    {
        let verdict = verdict(account(&folder().join(rule.code).join("flagged.json")));
        let errors = verdict.findings.iter().filter(|finding| finding.severity == Severity::Error);
        let others: Vec<&str> = errors
            .map(|finding| finding.code.as_str())
            .filter(|code| *code != rule.code && (code.starts_with("proxy-role-") || code.starts_with("connect-")))
            .collect();
        assert_eq!(others, [""; 0], "{}", rule.code);
    }
}

#[test]
fn every_secret_of_the_proxy_is_looked_at() {
    let mut value = base("standard-iam");
    let mut auth = value["proxy"]["present"]["auth"][0].clone();
    auth["secret_arn"] = json!(OTHER);
    value["proxy"]["present"]["auth"].as_array_mut().unwrap().push(auth);
    let mut second = value["proxy_secrets"][0].clone();
    second["arn"] = json!(OTHER);
    second["secret"]["present"]["arn"] = json!(OTHER);
    second["secret"]["present"]["name"] = json!("orders/reports");
    second["shape"]["present"]["username"] = json!("reports");
    second["key"]["present"]["arn"] = json!("arn:aws:kms:eu-west-1:123456789012:key/3333-4444");
    value["proxy_secrets"].as_array_mut().unwrap().push(second);
    let found = |value: &Value, code: &str, named: &str| {
        let verdict = verdict(value.clone());
        assert_eq!(codes(&verdict), [code]);
        let finding = verdict.findings.iter().find(|finding| finding.code == code).unwrap();
        assert!(finding.evidence.iter().any(|fact| fact.contains(named)), "{:?}", finding.evidence);
        let command = &finding.fix.commands[0];
        assert!(command.contains(SECRET) && command.contains(OTHER) && command.contains("3333-4444"), "{command}");
    };
    found(&value, "proxy-role-missing-getsecretvalue", OTHER);
    let policy = &mut value["proxy_role"]["present"]["inline"]["orders-proxy-secret"]["Statement"][0];
    policy["Resource"] = json!([SECRET, OTHER]);
    found(&value, "proxy-role-missing-kms-decrypt", "3333-4444");
}

#[test]
fn the_simulator_is_the_second_opinion() {
    // It refuses what we allow: nobody knows.
    let mut value = base("standard-iam");
    value["simulated"] = simulated(ROLE, "secretsmanager:GetSecretValue", SECRET, "explicitDeny");
    let seen = verdict(value);
    let unknown = seen.unknown.iter().find(|one| one.code == "proxy-role-missing-getsecretvalue").unwrap();
    assert!(unknown.because.contains("explicitDeny by guard"), "{}", unknown.because);

    let mut value = base("standard-iam");
    value["simulated"] = simulated(FUNCTION_ROLE, "rds-db:connect", LOGIN, "implicitDeny");
    let seen = verdict(value);
    assert!(seen.unknown.iter().any(|one| one.code == "connect-permission-missing"));

    // It was told nothing of conditions.
    let mut value = base("standard-iam");
    let key = "arn:aws:kms:eu-west-1:123456789012:key/1111-2222";
    value["simulated"] = simulated(ROLE, "kms:Decrypt", key, "implicitDeny");
    assert!(verdict(value).passed.contains(&"proxy-role-missing-kms-decrypt"));

    // It allows what we miss: less sure, and said.
    let mut value = down(base("standard-iam"));
    value["proxy_role"]["present"]["inline"] = json!({});
    value["proxy_secrets"][0]["key"] = json!("not-asked");
    value["simulated"] = simulated(ROLE, "secretsmanager:GetSecretValue", SECRET, "allowed");
    let seen = verdict(value);
    let finding = seen.findings.iter().find(|one| one.code == "proxy-role-missing-getsecretvalue").unwrap();
    assert_eq!((finding.severity, finding.confidence), (Severity::Warning, Confidence::Medium));
    assert!(finding.evidence.iter().any(|fact| fact.contains("says allowed")), "{:?}", finding.evidence);
}

#[test]
fn the_simulator_is_asked_about_what_each_mode_needs() {
    let asked = |name: &str| {
        let all = simulated_questions(&observed(base(name)));
        let short = |(role, questions): (String, Vec<(String, String)>)| {
            let actions: Vec<String> = questions.into_iter().map(|(action, _)| action).collect();
            format!("{}: {}", role.rsplit('/').next().unwrap(), actions.join(" "))
        };
        all.into_iter().map(short).collect::<Vec<_>>()
    };
    let both = "kms:Decrypt secretsmanager:GetSecretValue";
    assert_eq!(
        asked("standard-iam"),
        [format!("orders-proxy-role: {both}"), "orders-api-role: rds-db:connect".to_owned()]
    );
    assert_eq!(asked("password"), [format!("orders-proxy-role: {both}"), format!("orders-api-role: {both}")]);
    assert_eq!(asked("end-to-end-iam"), ["orders-proxy-role: rds-db:connect", "orders-api-role: rds-db:connect"]);
}

#[test]
fn role_and_key_share_the_blame_for_a_key() {
    let role = "/proxy_role/present/inline/orders-proxy-secret/Statement/1/Action";
    let key = "/proxy_secrets/0/key_policy/present/Statement/0/Principal";
    let admin = json!({ "AWS": "arn:aws:iam::123456789012:role/key-admin" });
    for (role_allows, key_leaves, expected) in [
        (true, true, None),
        (false, true, Some("proxy-role-missing-kms-decrypt")),
        (true, false, Some("proxy-role-kms-key-policy")),
        (false, false, None),
    ] {
        let mut value = down(base("standard-iam"));
        if !role_allows {
            *value.pointer_mut(role).unwrap() = json!("kms:Encrypt");
        }
        if !key_leaves {
            *value.pointer_mut(key).unwrap() = admin.clone();
        }
        let verdict = verdict(value);
        let found: Vec<&str> = codes(&verdict).into_iter().filter(|code| code.starts_with("proxy-role-")).collect();
        assert_eq!(found, Vec::from_iter(expected), "role {role_allows}, key {key_leaves}");
    }
}

#[test]
fn a_lock_on_the_secret_is_no_fault_of_the_role() {
    let mut value = down(base("standard-iam"));
    value["proxy_secrets"][0]["policy"] = json!({ "present": { "Version": "2012-10-17", "Statement": {
        "Effect": "Deny", "Principal": "*", "Action": "secretsmanager:GetSecretValue", "Resource": "*",
        "Condition": { "StringNotEquals": { "aws:SourceVpce": "vpce-1" } },
    } } });
    let verdict = verdict(value);
    assert!(verdict.not_applicable.contains(&"proxy-role-missing-getsecretvalue"));
    assert!(verdict.passed.contains(&"proxy-role-explicit-deny"));
}

#[test]
fn another_proxys_id_is_told_from_one_that_nobody_has() {
    let with = |id: &str| {
        let mut value = base("standard-iam");
        value["function_role"]["present"]["inline"]["orders-proxy-connect"]["Statement"][0]["Resource"] =
            json!(LOGIN.replace("prx-0abc123", id));
        verdict(value)
    };
    let gone = with("prx-0dead00");
    assert_eq!(codes(&gone), ["connect-policy-stale-proxy-id"]);
    assert_eq!(gone.worst(), Some(Severity::Error));
    let other = with("prx-0fff999");
    assert_eq!(codes(&other), ["connect-permission-missing"]);
    let evidence = &other.findings.iter().find(|one| one.code == "connect-permission-missing").unwrap().evidence;
    assert!(evidence.iter().any(|fact| fact.contains("billing-proxy")), "{evidence:?}");
}

#[test]
fn boundary_and_organization_of_the_functions_role_are_decided() {
    let edge = "arn:aws:iam::123456789012:policy/edge";
    let bounded = |action: &str| {
        let mut value = base("standard-iam");
        value["function_role"]["present"]["permissions_boundary"] = json!(edge);
        value["function_role"]["present"]["boundary"] =
            json!({ "Statement": { "Effect": "Allow", "Action": [action, "ec2:*"], "Resource": "*" } });
        verdict(value)
    };
    assert_eq!(codes(&bounded("s3:*")), ["connect-explicit-deny-or-boundary"]);
    assert_eq!(codes(&bounded("rds-db:*")), [""; 0]);

    let mut value = base("standard-iam");
    value["simulated"] = simulated(FUNCTION_ROLE, "rds-db:connect", LOGIN, "explicitDeny");
    value["simulated"]["present"][0]["allowed_by_organizations"] = json!(false);
    assert_eq!(codes(&verdict(value)), ["connect-explicit-deny-or-boundary"]);
}

/// Policies of no known form, in every place that has one.
#[test]
fn hostile_policies_never_stop_a_rule_and_never_make_a_pass() {
    let deep = (0..60).fold(json!("x"), |inner, _| json!({ "Statement": [inner] }));
    let odd = [
        json!(null),
        json!(""),
        json!("%7B%22Statement%22%3A"),
        json!([]),
        json!(5),
        deep,
        json!({ "Statement": null }),
        json!({ "Statement": [null, 5, "x", []] }),
        json!({ "Statement": { "Effect": null, "Action": null, "Resource": null } }),
        json!({ "statement": { "effect": "Deny", "action": { "a": [] }, "resource": 5 } }),
        json!({ "Statement": { "Effect": "Deny", "Action": "*", "Resource": "*", "Principal": 5, "Condition": [[]] } }),
        json!({ "Statement": { "Effect": "Deny", "NotPrincipal": {}, "NotAction": [], "NotResource": [] } }),
        json!({ "Statement": { "Effect": "Deny", "Action": "*", "Resource": "${", "Condition": { "": { "": "" } } } }),
        json!({ "Statement": { "Effect": "Deny", "Action": "*", "Resource": "*", "Principal": "*",
            "Condition": { "NumericLessThan": { "aws:EpochTime": "\u{1F980}" }, "IpAddress": { "aws:SourceIp": "::/999" },
                "DateLessThan": { "aws:CurrentTime": "9999999999999-99-99T99:99:99+9" } } } }),
    ];
    let places = [
        "/proxy_role/present/inline/odd",
        "/proxy_role/present/trust",
        "/proxy_role/present/boundary",
        "/function_role/present/inline/odd",
        "/proxy_secrets/0/policy",
        "/proxy_secrets/0/key_policy",
    ];
    for document in &odd {
        for place in places {
            let mut value = base("standard-iam");
            let (parent, key) = place.rsplit_once('/').unwrap();
            let wrapped = if parent == "/proxy_secrets/0" { json!({ "present": document }) } else { document.clone() };
            value.pointer_mut(parent).unwrap().as_object_mut().unwrap().insert(key.to_owned(), wrapped);
            if key == "boundary" {
                value["proxy_role"]["present"]["permissions_boundary"] = json!("arn:aws:iam::123456789012:policy/edge");
            }
            let verdict = verdict(value);
            assert!(!verdict.unknown.iter().any(|one| one.because.contains("a bug")), "{place} {document}");
        }
    }
    for place in ["/proxy_role/present/inline/odd", "/proxy_secrets/0/policy/present"] {
        let mut value = base("standard-iam");
        value["proxy_secrets"][0]["policy"] = json!({ "present": {} });
        let (parent, key) = place.rsplit_once('/').unwrap();
        let deny =
            json!({ "Statement": { "Effect": "Deny", "Principal": "*", "Action": { "x": 1 }, "Resource": "*" } });
        value.pointer_mut(parent).unwrap().as_object_mut().unwrap().insert(key.to_owned(), deny);
        let verdict = verdict(value);
        assert!(verdict.unknown.iter().any(|one| one.code == "proxy-role-missing-getsecretvalue"), "{place}");
    }
}
