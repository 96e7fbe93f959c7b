#![allow(clippy::unwrap_used)]
use super as words;
use crate::design::alarms::AlarmKind;
use crate::domain::UnixSeconds;
use crate::domain::monitoring::{Point, Series};
use crate::domain::observed::Part;
use crate::monitor::measure::{AVAILABLE, QUERY_TIME, RECEIVED, REFUSED, WITHOUT_TLS};
use crate::monitor::since::NotARange;
use crate::monitor::*;

/// 11:40 UTC on 29 November 2026.
const NOW: UnixSeconds = 1_795_952_400;
const MINUTE: UnixSeconds = 60;

/// A quiet range of three hours, with some measures otherwise: value by minute, counted back from now.
fn read(otherwise: &[(Measure, &dyn Fn(i64) -> f64)]) -> Monitored {
    let quiet: [(Measure, f64); 11] = [
        (CLIENTS, 47.0),
        (CONNECTIONS, 20.0),
        (POOL, 300.0),
        (PINNED, 0.0),
        (BORROW_WAIT, 9000.0),
        (AVAILABLE, 100.0),
        (REFUSED, 0.0),
        (RECEIVED, 7.0),
        (WITHOUT_TLS, 0.0),
        (QUERIES, 270.0),
        (QUERY_TIME, 4000.0),
    ];
    let series = |measure: Measure, value: &dyn Fn(i64) -> f64| Series {
        id: measure.id.to_owned(),
        points: (1..=180).rev().map(|back| Point { at: NOW - back * MINUTE, value: value(back) }).collect(),
    };
    let all = quiet.iter().map(|(measure, value)| {
        let other = otherwise.iter().find(|(other, _)| other == measure);
        other.map_or_else(|| series(*measure, &|_| *value), |(_, value)| series(*measure, value))
    });
    let added = otherwise.iter().filter(|(measure, _)| !quiet.iter().any(|(quiet, _)| quiet == measure));
    Monitored {
        proxy: "orders-proxy".into(),
        function: None,
        since: Since::default(),
        at: NOW,
        series: all.chain(added.map(|(measure, value)| series(*measure, value))).collect(),
        events: Part::Present(Vec::new()),
        rings: Part::NotAsked,
        alarms: Part::Present(Vec::new()),
        log_group: Part::Absent,
    }
}

/// This value for some minutes, so many minutes ago; else none of it.
fn once(value: f64, ago: i64, minutes: i64) -> impl Fn(i64) -> f64 {
    move |back| if back <= ago && back > ago - minutes { value } else { 0.0 }
}

/// A metric, and its value so many minutes ago.
type Measured<'a> = (Measure, &'a dyn Fn(i64) -> f64);

#[test]
fn the_title_is_the_answer() {
    let pinned = once(23.0, 32, 9);
    let now = once(23.0, 9, 9);
    let refused = once(1.0, 100, 1);
    let many = once(4.0, 30, 10);
    let full = |back: i64| if back == 60 { 290.0 } else { 20.0 };
    let away = |back: i64| if (50..60).contains(&back) { 0.0 } else { 100.0 };
    let gone = |back: i64| if back < 60 { 0.0 } else { 100.0 };
    let slow = |back: i64| if back == 20 { 240_000.0 } else { 9000.0 };
    let none = |_: i64| 0.0;
    let cases: Vec<(Vec<Measured<'_>>, &str, &str)> = vec![
        (vec![], "All quiet for 3 h", "The pool used 20 of 300 at most."),
        (
            vec![(PINNED, &pinned)],
            "23 connections were pinned at 11:08 UTC",
            "For 9 minutes they could not be shared. Otherwise quiet: the pool used 20 of 300 at most.",
        ),
        (
            vec![(PINNED, &now)],
            "23 connections are pinned",
            "Since 11:31 UTC they cannot be shared. Otherwise quiet: the pool used 20 of 300 at most.",
        ),
        (
            vec![(REFUSED, &refused)],
            "1 login was refused at 10:00 UTC",
            "They got no session: a token, a policy or a secret is wrong. The proxy’s log says which. Otherwise quiet: \
             the pool used 20 of 300 at most.",
        ),
        (
            vec![(REFUSED, &many), (PINNED, &pinned)],
            "40 logins were refused since 11:10 UTC",
            "They got no session: a token, a policy or a secret is wrong. The proxy’s log says which. One more thing to \
             look at: pinned connections.",
        ),
        (
            vec![(CONNECTIONS, &full)],
            "The pool was 97 % full at 10:40 UTC",
            "Once it is full, clients wait for a connection. Otherwise quiet: the pool used 290 of 300 at most.",
        ),
        (
            vec![(AVAILABLE, &away)],
            "The database was out of reach at 10:41 UTC",
            "For 10 minutes the proxy could not reach it. Otherwise quiet: the pool used 20 of 300 at most.",
        ),
        (
            vec![(AVAILABLE, &gone)],
            "The database is out of reach",
            "The proxy has not reached it since 10:41 UTC. Otherwise quiet: the pool used 20 of 300 at most.",
        ),
        (
            vec![(BORROW_WAIT, &slow)],
            "Clients waited 240 ms for a connection at 11:20 UTC",
            "It lasted 1 minute. Otherwise quiet: the pool used 20 of 300 at most.",
        ),
        (
            vec![(CLIENTS, &none), (RECEIVED, &none)],
            "No client came in 3 h",
            "The proxy measured nothing in that time. If clients should have come, the check says what keeps them away.",
        ),
    ];
    for (otherwise, title, sentence) in cases {
        let read = read(&otherwise);
        assert_eq!((words::title(&read).as_str(), words::sentence(&read).as_str()), (title, sentence));
    }
}

#[test]
fn few_connections_pinned_are_nothing_to_look_at() {
    let (two, few) = (once(2.0, 30, 5), |_: i64| 3.0);
    assert_eq!(incidents(&read(&[(PINNED, &two)])), []);
    assert_eq!(incidents(&read(&[(PINNED, &two), (CONNECTIONS, &few)])), []);
}

#[test]
fn of_several_the_worst_is_told_and_all_are_counted() {
    let pinned = |back: i64| match back {
        150..153 => 9.0,
        28..33 => 23.0,
        _ => 0.0,
    };
    let [incident] = incidents(&read(&[(PINNED, &pinned)])).try_into().unwrap();
    let expected = (NOW - 32 * MINUTE, NOW - 27 * MINUTE, 23.0, 2, false);
    assert_eq!((incident.from, incident.until, incident.worst, incident.times, incident.lasts), expected);
}

#[test]
fn what_was_not_measured_is_not_known() {
    let nothing = Monitored { series: Vec::new(), ..read(&[]) };
    assert!(tiles(&nothing).iter().all(|tile| tile.value.is_none()));
    assert!(suggested(&nothing).iter().all(|suggested| suggested.rang.is_none()));
    assert_eq!(words::title(&nothing), "No client came in 3 h");
}

#[test]
fn alarms_say_whether_they_are_there_and_whether_they_would_have_rung() {
    let pinned = once(23.0, 32, 9);
    let mut read = read(&[(PINNED, &pinned)]);
    let history = |read: &Monitored| {
        let all = suggested(read);
        let of = all.iter().find(|one| one.kind == AlarmKind::Pinned).unwrap();
        words::alarm_history(of, read)
    };
    assert_eq!(history(&read), "Would have rung once: 11:13 UTC.");
    read.alarms = Part::Unreadable(crate::domain::observed::Unreadable {
        operation: "cloudwatch:DescribeAlarms".into(),
        because: "denied".into(),
        denied: true,
        signed_out: false,
        unanswered: false,
    });
    assert_eq!(history(&read), "Whether it is set was not read: cloudwatch:DescribeAlarms.");
    assert!(suggested(&read).iter().all(|one| !one.is_missing()));
}

#[test]
fn a_range_is_a_number_and_a_unit_within_bounds() {
    for (text, secs) in
        [("10m", 600), ("90m", 5400), ("3h", 10_800), ("1d", 86_400), ("1w", 604_800), ("15d", 1_296_000)]
    {
        assert_eq!(text.parse::<Since>().unwrap().secs(), secs, "{text}");
    }
    for text in ["", "3", "h", "-3h", "3 h", "3x", "1.5h", "ü", "3ü"] {
        assert!(matches!(text.parse::<Since>(), Err(NotARange::Form(_))), "{text}");
    }
    for text in ["9m", "0h", "16d", "3w", "99999999999d", "9999999w"] {
        assert!(matches!(text.parse::<Since>(), Err(NotARange::Bounds(_))), "{text}");
    }
}

#[test]
fn one_call_asks_for_all_within_what_one_page_holds() {
    // 100,800 values a page.
    for since in Since::OFFERED {
        let queries = queries("orders-proxy", Some("orders-api"), since);
        let values: u32 = queries.iter().map(|query| query.window_secs / query.period_secs).sum();
        assert!(values <= 100_800, "{since}: {values}");
        assert!(queries.iter().all(|query| query.window_secs == since.secs()));
    }
}
