#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

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
