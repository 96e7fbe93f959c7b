//! Nothing that a rule did not see is said: a fault's title stands only where its fault was found,
//! in every report, and every count is one count. A table over all rules and their cases.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use rds_proxy_wizard::domain::observed::Observed;
use rds_proxy_wizard::rules::{self, Missing, Passage, RULES, Rule, Verdict, check_all, passages, picture, rule};
use serde_json::{Value, json};

use crate::rules::{account, base, folder, observed};

/// Every rule's fault once, and each way of logging in where nobody allowed to look into the secrets.
fn cases() -> impl Iterator<Item = (String, Observed)> {
    let flagged = RULES.iter().map(|rule| {
        let value = account(&folder().join(rule.code).join("flagged.json"));
        (rule.code.to_owned(), observed(value))
    });
    let shut = ["standard-iam", "password", "end-to-end-iam"].map(|name| {
        let mut value = base(name);
        for secret in value["proxy_secrets"].as_array_mut().into_iter().flatten() {
            secret["shape"] = json!("not-asked");
        }
        (name.to_owned(), observed(value))
    });
    flagged.chain(shut)
}

/// Rules whose fault was not seen.
fn not_seen(verdict: &Verdict) -> impl Iterator<Item = &'static Rule> {
    let found: Vec<String> = verdict.findings.iter().map(|finding| finding.title.clone()).collect();
    RULES.iter().copied().filter(move |rule| !found.iter().any(|title| title.contains(rule.title())))
}

#[test]
fn a_fault_that_was_not_seen_is_in_no_report() {
    for (case, observed) in cases() {
        let verdict = check_all(&observed);
        let picture = picture(&observed, &verdict);
        let text = rules::text(&verdict, &picture);
        let markdown = rules::markdown(&verdict, &picture);
        let html = rules::html(&verdict, &picture).unwrap();
        let json: Value = serde_json::from_str(&rules::json(&verdict)).unwrap();
        let sarif: Value = serde_json::from_str(&rules::sarif(std::slice::from_ref(&verdict))).unwrap();
        let results = sarif["runs"][0]["results"].to_string();
        for rule in not_seen(&verdict) {
            let heads = |line: &str| line.contains(&format!("{} [", rule.title())) || line == rule.title();
            assert!(!text.iter().any(|line| heads(line)), "{case}: {} in text", rule.code);
            assert!(!markdown.contains(&format!(" {} (`", rule.title())), "{case}: {} in Markdown", rule.code);
            assert!(!html.contains(&format!("<li>{} · <code>", rule.title())), "{case}: {} in HTML", rule.code);
            assert!(!results.contains(&format!("\"text\":\"{}", rule.title())), "{case}: {} in SARIF", rule.code);
        }
        for unknown in json["unknown"].as_array().unwrap() {
            let asked = rule(unknown["code"].as_str().unwrap()).unwrap();
            assert_eq!(unknown["title"], asked.whether(), "{case}");
            assert!(results.contains(&format!("{} is not known: ", asked.whether())), "{case}");
        }
        let holds = json["holds"].as_object().unwrap();
        assert_eq!(holds.len(), json["passed"].as_array().unwrap().len(), "{case}");
        for code in &verdict.passed {
            let asked = rule(code).unwrap();
            assert_eq!(holds[*code], asked.holds(), "{case}");
            assert!(markdown.contains(&format!("(`{code}`)")) && html.contains(code), "{case}: {code}");
        }
    }
}

#[test]
fn every_count_is_the_same_count() {
    for (case, observed) in cases() {
        let verdict = check_all(&observed);
        let tally = verdict.tally();
        assert_eq!(tally.rules, RULES.len(), "{case}");
        let summary = picture(&observed, &verdict).summary;
        assert!(summary.contains(&format!("{} rules: {} passed", tally.rules, tally.passed)), "{case}: {summary}");
        let unknown = format!(" {} unknown", tally.unknown);
        assert_eq!(summary.contains(&unknown), tally.unknown > 0, "{case}: {summary}");
        let waiting = verdict.waiting();
        assert_eq!(waiting.iter().map(|waiting| waiting.rules.len()).sum::<usize>(), tally.unknown, "{case}");
        let text = rules::text(&verdict, &picture(&observed, &verdict));
        for wait in &waiting {
            assert!(text.contains(&format!("unknown: {}", wait.head())), "{case}: {}", wait.head());
            assert!(wait.head().starts_with(&format!("{} rule", wait.rules.len())), "{case}: {}", wait.head());
        }
    }
}

#[test]
fn one_consent_and_one_permission_are_said_once_with_what_gives_them() {
    let mut value = base("standard-iam");
    value["proxy_secrets"][0]["shape"] = json!("not-asked");
    value["pool"] = json!({ "unreadable": {
        "operation": "rds:DescribeDBProxyTargetGroups", "because": "no", "denied": true
    } });
    let observed = observed(value);
    let verdict = check_all(&observed);
    let lines = rules::text(&verdict, &picture(&observed, &verdict));
    let text = lines.join("\n");
    assert_eq!(text.matches("--read-secrets").count(), 1, "{text}");
    assert_eq!(text.matches("\"Action\":\"rds:DescribeDBProxyTargetGroups\"").count(), 1, "{text}");
    insta::assert_snapshot!(
        lines.into_iter().skip_while(|line| !line.starts_with("unknown: ")).collect::<Vec<_>>().join("\n")
    );
}

#[test]
fn what_the_organization_says_is_a_limit_and_leaves_no_hop_unknown() {
    for denied in [true, false] {
        let mut value = base("standard-iam");
        value["simulated"] = json!({ "unreadable": {
            "operation": "iam:SimulatePrincipalPolicy", "because": "Rate exceeded", "denied": denied
        } });
        let observed = observed(value);
        let verdict = check_all(&observed);
        let open: Vec<&str> = verdict.unknown.iter().map(|unknown| unknown.code).collect();
        assert_eq!(open, ["connect-explicit-deny-or-boundary", "proxy-role-scp-deny"]);
        assert!(verdict.unknown.iter().all(|unknown| unknown.missing == Missing::Organization));
        let picture = picture(&observed, &verdict);
        assert_eq!(passages(&picture), [Passage::Passes; 6]);
        assert_eq!(picture.title, "The whole path is open");
        let text = rules::text(&verdict, &picture).join("\n");
        assert_eq!(text.matches("organization's policies").count(), 1, "{text}");
    }
}

#[test]
fn a_few_rules_do_not_speak_for_the_whole_path() {
    let observed = observed(base("standard-iam"));
    let verdict = check_all(&observed).only(&["proxy-require-tls-false".to_owned()]);
    let picture = picture(&observed, &verdict);
    assert_eq!(picture.title, format!("1 of {} rules was checked", RULES.len()));
    assert_eq!(picture.summary, "No hop is blocked. 1 rule: 1 passed.");
    let mut expected = [Passage::Unknown; 6];
    expected[2] = Passage::Passes;
    assert_eq!(passages(&picture), expected);
}
