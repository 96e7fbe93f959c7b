#![allow(clippy::unwrap_used)]

use super::read::NotAReport;
use super::*;

fn sighting(code: &str, id: &str) -> Sighting {
    Sighting { code: code.into(), kind: "db-proxy".into(), id: id.into() }
}

#[test]
fn a_report_of_one_proxy_and_of_many_is_read_and_nothing_else() {
    let one = r#"{"schema": "rds-proxy-wizard/findings/v1", "account": "1", "region": "r", "proxy": "p",
        "findings": [{"code": "c", "subject": {"kind": "db-proxy", "id": "p"}}], "unknown": [{"code": "u"}]}"#;
    let earlier = read(one).unwrap();
    let [proxy] = earlier.proxies.as_slice() else { panic!("{earlier:?}") };
    assert_eq!((&proxy.at, &proxy.findings), (&ProxyAt::new("1", "r", "p"), &vec![sighting("c", "p")]));
    for schema in ["rds-proxy-wizard/findings-list/v1", "rds-proxy-wizard/fleet/v1"] {
        assert_eq!(read(&format!(r#"{{"schema": "{schema}", "proxies": [{one}, {one}]}}"#)).unwrap().proxies.len(), 2);
    }
    assert!(matches!(read("{"), Err(NotAReport::Form { line: 1, .. })));
    assert!(matches!(read(r#"{"schema": "x"}"#), Err(NotAReport::OtherSchema { .. })));
    assert_eq!(read("{}"), Err(NotAReport::Missing { field: "schema" }));
}

#[test]
fn what_nobody_could_read_before_is_not_new() {
    let report = r#"{"schema": "rds-proxy-wizard/fleet/v1", "unread": [{"account": "2", "region": null},
        {"account": "3", "region": "r"}, {"account": null}], "proxies": [{"account": "1", "region": "r", "proxy": "p",
        "findings": [{"code": "old", "subject": {"kind": "db-proxy", "id": "p"}}], "unknown": [{"code": "dark"}]}]}"#;
    let earlier = read(report).unwrap();
    let now = |account: &str, region: &str| {
        let finding = |code: &str| Finding {
            code: code.into(),
            severity: Severity::Error,
            confidence: crate::domain::finding::Confidence::High,
            hop: crate::domain::finding::Hop::Proxy,
            subject: crate::domain::finding::Subject { kind: "db-proxy".into(), id: "p".into() },
            title: code.into(),
            evidence: Vec::new(),
            fix: crate::domain::finding::Fix { text: String::new(), commands: Vec::new() },
            mends: Vec::new(),
        };
        Verdict {
            account: account.into(),
            region: region.into(),
            proxy: Some("p".into()),
            proxy_arn: None,
            function: None,
            auth_mode: None,
            findings: ["old", "dark", "new"].map(finding).to_vec(),
            accepted: Vec::new(),
            unknown: Vec::new(),
            unanswered: std::collections::BTreeSet::new(),
            passed: Vec::new(),
            not_applicable: Vec::new(),
            follows: std::collections::BTreeMap::new(),
        }
    };
    let codes = |all: &[Sighting]| all.iter().map(|sighting| sighting.code.clone()).collect::<Vec<_>>();
    let known = earlier.until(&now("1", "r"));
    assert_eq!((codes(&known.came), codes(&known.not_read_before)), (vec!["new".into()], vec!["dark".into()]));
    // The whole account, and one region of another, could not be read.
    for (account, region, new) in [("2", "r", false), ("3", "r", false), ("3", "q", true), ("4", "r", true)] {
        let difference = earlier.until(&now(account, region));
        assert_eq!((difference.is_new, !difference.came.is_empty()), (new, new), "{account} {region}");
        assert_eq!(difference.not_read_before.len(), if new { 0 } else { 3 }, "{account} {region}");
        assert_eq!(difference.worst(&now(account, region)), new.then_some(Severity::Error));
    }
}
