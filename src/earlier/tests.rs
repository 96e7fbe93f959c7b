#![allow(clippy::unwrap_used)]

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
