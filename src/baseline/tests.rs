#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::write::NotAccepted;
use super::*;

const FILE: &str = r#"
[[accept]]
rule = "proxy-require-tls-false"
account = "123456789012"
proxy = "orders-proxy"
by = "Ada"
why = "the old client goes in March"
until = 2027-03-31
"#;

#[test]
fn every_field_is_read_and_what_is_left_out_is_open() {
    let exceptions = read(FILE).unwrap().exceptions;
    let [exception] = exceptions.as_slice() else { panic!("{exceptions:?}") };
    assert_eq!(exception.place(), "123456789012/*/orders-proxy");
    assert_eq!((exception.until.to_string().as_str(), exception.line), ("2027-03-31", 2));
    assert_eq!(read("").unwrap(), Baseline::default());
}

#[test]
fn what_is_wrong_is_told_with_its_line_and_field() {
    let with = |from: &str, to: &str| read(&FILE.replace(from, to)).unwrap_err().to_string();
    assert_eq!(with("why = \"the old client goes in March\"\n", ""), "line 2: this exception has no `why`");
    assert_eq!(with("\"Ada\"", "\" \""), "line 6: `by` is empty");
    assert_eq!(with("tls-false", "tls-fals"), "line 3: `rule` is `proxy-require-tls-fals`, and no rule has this code");
    assert_eq!(
        with("2027-03-31", "12:00:00"),
        "line 8: `until` is `12:00:00`, and a day is expected, such as 2027-03-31"
    );
    let unknown = with("proxy = ", "proxies = ");
    assert!(unknown.starts_with("line 5: ") && unknown.contains("`proxies`"), "{unknown}");
    let broken = with("by = ", "by ");
    assert!(broken.starts_with("line 6: "), "{broken}");
    let text = with("2027-03-31", "\"soon\"");
    assert!(text.starts_with("line 8: "), "{text}");
}

#[test]
fn an_acceptance_is_added_at_the_end_and_only_where_it_is_whole() {
    let day = |year, month| Date::from_calendar_date(year, month, 1).unwrap();
    let today = day(2026, time::Month::November);
    let acceptance = Acceptance {
        rule: "proxy-require-tls-false".into(),
        at: crate::domain::proxy_at::ProxyAt::new("1", "eu-west-1", "orders-proxy"),
        subject: "orders-proxy".into(),
        by: "Ada \"the\" Lovelace".into(),
        why: "first line\nsecond".into(),
        until: "2027-03-31".into(),
    };
    let (text, baseline) = acceptance.added_to(FILE, today).unwrap();
    assert!(text.starts_with(FILE));
    let [_, added] = baseline.exceptions.as_slice() else { panic!("{text}") };
    assert_eq!((added.by.as_str(), added.why.as_str()), (acceptance.by.as_str(), acceptance.why.as_str()));
    assert_eq!((added.place().as_str(), added.subject.as_deref()), ("1/eu-west-1/orders-proxy", Some("orders-proxy")));
    assert_eq!(acceptance.added_to("", today).unwrap().1.exceptions.len(), 1);
    let wrong = |change: fn(&mut Acceptance), before: &str| {
        let mut wrong = acceptance.clone();
        change(&mut wrong);
        wrong.added_to(before, today).unwrap_err()
    };
    assert!(matches!(
        wrong(|one| one.why = " ".into(), ""),
        NotAccepted::Entry(BadBaseline::Empty { field: "why", .. })
    ));
    for until in ["soon", "2027-02-30", "2027", "1]\nrule"] {
        let mut wrong = acceptance.clone();
        wrong.until = until.into();
        assert!(matches!(wrong.added_to("", today), Err(NotAccepted::Entry(_))), "{until}");
    }
    assert!(matches!(wrong(|one| one.until = "2026-10-31".into(), ""), NotAccepted::Over(_)));
    assert!(matches!(wrong(|_| (), "by = 1"), NotAccepted::Before(_)));
}
