#![allow(clippy::unwrap_used)]
use super as words;
use crate::advise::*;
use crate::domain::database::{Database, ServerlessV2};
use crate::domain::monitoring::Point;
use crate::domain::observed::{Part, Unreadable};

fn database(engine: &str) -> Database {
    serde_json::from_value(serde_json::json!({
        "kind": "instance", "id": "crm", "arn": "arn:aws:rds:eu-west-1:482177301156:db:crm", "resource_id": "db-A",
        "engine": engine, "engine_version": "8.0.39", "engine_mode": null, "status": "available",
        "host": "crm.example", "port": 3306, "vpc_id": "vpc-1", "subnet_ids": [], "security_group_ids": [],
        "iam_auth": false, "class": "db.t4g.medium", "members": [], "serverless_v2": null, "replica_of": null,
        "global": null, "publicly_accessible": false, "master_username": null, "master_secret": null,
        "database_name": null, "tags": {},
    }))
    .unwrap()
}

fn points(values: &[f64]) -> Part<Vec<Point>> {
    Part::Present((0..).zip(values).map(|(nth, value)| Point { at: nth * 300, value: *value }).collect())
}

/// 100 connections, a load by period, and one function.
fn facts(load: &[f64], concurrency: f64) -> Facts {
    let function = FunctionFacts {
        runtime: Some("python3.13".into()),
        reserved: Part::Absent,
        concurrency: points(&[concurrency]),
    };
    Facts {
        database: database("mysql"),
        region: "eu-west-1".into(),
        max_connections: Part::Present(100),
        connections: points(load),
        functions: vec![function],
        proxies: Part::Present(Vec::new()),
        pinned: Part::Absent,
        prepares_sessions: Part::Absent,
    }
}

fn unreadable<T>() -> Part<T> {
    Part::Unreadable(Unreadable {
        operation: "cloudwatch:GetMetricData".into(),
        because: "denied".into(),
        denied: true,
        signed_out: false,
        unanswered: false,
    })
}

#[test]
fn the_verdict_follows_from_the_figures_and_no_is_one_of_them() {
    let quiet = [10.0; 100];
    let once_half: Vec<f64> = (0..100).map(|nth| if nth == 0 { 51.0 } else { 10.0 }).collect();
    let full: Vec<f64> = (0..100).map(|nth| if nth == 0 { 85.0 } else { 10.0 }).collect();
    for (load, concurrency, expected) in [
        (&quiet[..], 5.0, Worth::No),
        (&quiet[..], 49.0, Worth::No),
        (&quiet[..], 55.0, Worth::Perhaps),
        (&quiet[..], 80.0, Worth::Yes),
        (&once_half[..], 5.0, Worth::Perhaps),
        (&full[..], 5.0, Worth::Yes),
    ] {
        assert_eq!(advise(&facts(load, concurrency)).worth, expected, "{} {concurrency}", load[0]);
    }
}

#[test]
fn what_is_not_known_is_no_no() {
    let nothing_measured = Facts { connections: Part::Absent, ..facts(&[], 5.0) };
    assert_eq!(advise(&nothing_measured).worth, Worth::Unknown);
    let no_limit = Facts { max_connections: Part::Absent, ..facts(&[10.0], 5.0) };
    assert_eq!(advise(&no_limit).worth, Worth::Unknown);
    let denied = advise(&Facts { connections: unreadable(), ..facts(&[], 5.0) });
    assert_eq!((denied.worth, denied.unread.len()), (Worth::Unknown, 1));
    assert!(denied.figures.iter().all(|figure| !figure.source.is_empty()), "{:?}", denied.figures);
    // Functions that want more than there is decide it, whatever else is not known.
    let wanted = Facts { connections: unreadable(), ..facts(&[], 90.0) };
    assert_eq!(advise(&wanted).worth, Worth::Yes);
}

#[test]
fn a_proxy_that_is_there_and_a_database_that_can_have_none_are_said() {
    let has = Facts { proxies: Part::Present(vec!["crm-proxy".into()]), ..facts(&[10.0], 5.0) };
    assert_eq!(words::title(&advise(&has)), "crm has a proxy: crm-proxy");
    let oracle = advise(&Facts { database: database("oracle-se2"), ..facts(&[90.0], 5.0) });
    assert!(matches!(oracle.worth, Worth::NotPossible { .. }));
    assert_eq!(words::title(&oracle), "crm cannot have a proxy");
}

#[test]
fn without_a_proxy_there_is_something_else_to_do() {
    let does = |facts: &Facts| advise(facts).instead;
    let no = does(&facts(&[10.0], 5.0));
    assert_eq!(no, [Instead::ConnectOutsideTheHandler, Instead::ReserveConcurrency { at_most: 70 }, Instead::IamLogin]);
    let mut reserved = facts(&[10.0], 5.0);
    reserved.functions[0].reserved = Part::Present(20);
    assert!(!does(&reserved).iter().any(|instead| matches!(instead, Instead::ReserveConcurrency { .. })));
    let yes = does(&facts(&[90.0], 5.0));
    assert_eq!(yes, [Instead::ConnectOutsideTheHandler, Instead::MindPinning { risk: Pinning::OnSet }]);
    let mut pausing = facts(&[90.0], 5.0);
    pausing.database.serverless_v2 = Some(ServerlessV2 { min_acu: 0.0, max_acu: 8.0 });
    assert!(does(&pausing).contains(&Instead::MindPausing));
    let alone = Facts { functions: Vec::new(), ..facts(&[10.0], 0.0) };
    assert!(does(&alone).contains(&Instead::NameAFunction));
}

#[test]
fn time_above_a_share_is_of_the_time_that_was_measured() {
    let load: Vec<f64> = (0..10).map(|nth| if nth < 3 { 60.0 } else { 10.0 }).collect();
    let figures = advise(&facts(&load, 5.0)).figures;
    let of = |kind: FigureKind| figures.iter().find(|figure| figure.kind == kind).unwrap().value;
    assert_eq!(of(FigureKind::AboveHalf), Some(30.0));
    assert_eq!(of(FigureKind::AboveFourFifths), Some(0.0));
    assert_eq!(of(FigureKind::PeakConnections), Some(60.0));
    assert_eq!(of(FigureKind::Reserved), None);
}

#[test]
fn a_proxy_that_is_there_shows_what_it_pins_and_init_connect_is_minded() {
    let there = Facts {
        proxies: Part::Present(vec!["crm-proxy".into()]),
        pinned: points(&[0.0, 11.0]),
        prepares_sessions: Part::Present(true),
        ..facts(&[10.0], 5.0)
    };
    let advice = advise(&there);
    let pinned = advice.figures.iter().find(|figure| figure.kind == FigureKind::Pinned).unwrap();
    assert_eq!(pinned.value, Some(11.0));
    assert!(advice.instead.contains(&Instead::MindInitConnect));
    let none = advise(&facts(&[10.0], 5.0));
    assert!(none.figures.iter().all(|figure| figure.kind != FigureKind::Pinned), "without a proxy nothing is pinned");
    let denied = advise(&Facts { pinned: unreadable(), ..there });
    assert_eq!(denied.unread.len(), 1);
}
