#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::*;
use crate::domain::database::{GlobalMembership, MasterSecret, Parameter, ParameterGroup};

/// A proxy in front of an Aurora MySQL cluster, as the rules' tests have it.
fn observed() -> Observed {
    let text = include_str!("../../../tests/data/rules/base/standard-iam.json");
    let mut observed: Observed = serde_json::from_str(text).unwrap();
    let Part::Present(database) = &mut observed.database else { panic!("no database") };
    database.engine = Engine::AuroraMysql;
    database.kind = DatabaseKind::Cluster;
    observed.parameters = Part::Present(vec![parameter("binlog_format", "ROW")]);
    observed.blue_green = Part::Present(Vec::new());
    observed
}

fn parameter(name: &str, value: &str) -> Parameter {
    Parameter { group: "g".into(), name: name.into(), value: value.into(), set_by_user: true }
}

fn database(observed: &mut Observed) -> &mut Database {
    let Part::Present(database) = &mut observed.database else { panic!("no database") };
    database
}

fn verdict(observed: &Observed, id: &str) -> CheckVerdict {
    let checks = switchover(observed).unwrap().checks;
    checks.into_iter().find(|check| check.id == format!("blue-green-{id}")).unwrap().verdict
}

fn turns(observed: &Observed) -> Vec<Turn> {
    switchover(observed).unwrap().steps.into_iter().map(|step| step.turn).collect()
}

fn with_status(status: &str) -> Observed {
    let mut observed = observed();
    let source = database(&mut observed).arn.clone();
    let (id, name) = ("bgd-1".to_owned(), "next".to_owned());
    let deployment = match status {
        // The old database has given its name away.
        "SWITCHOVER_COMPLETED" => {
            BlueGreen { id, name, source: format!("{source}-old1"), target: Some(source), status: status.into() }
        }
        _ => BlueGreen { id, name, source, target: None, status: status.into() },
    };
    observed.blue_green = Part::Present(vec![deployment]);
    observed
}

#[test]
fn every_status_of_a_deployment_has_its_steps() {
    use Turn::{Done, Later, Now};
    let all = |done: usize, now: usize| -> Vec<Turn> {
        (0..6)
            .map(|nth| {
                if nth < done {
                    Done
                } else if nth < done + now {
                    Now
                } else {
                    Later
                }
            })
            .collect()
    };
    assert_eq!(turns(&observed()), all(1, 1));
    for (status, done, now) in [
        ("PROVISIONING", 2, 1),
        ("AVAILABLE", 2, 2),
        ("SWITCHOVER_FAILED", 2, 2),
        ("SWITCHOVER_IN_PROGRESS", 3, 1),
        ("SWITCHOVER_COMPLETED", 4, 2),
        ("DELETING", 5, 1),
    ] {
        assert_eq!(turns(&with_status(status)), all(done, now), "{status}");
    }
    assert_eq!(turns(&with_status("A_NEW_WORD")), vec![Turn::Unknown; 6]);
    let mut unread = observed();
    unread.blue_green = Part::NotAsked;
    assert_eq!(turns(&unread), vec![Turn::Unknown; 6]);
    assert!(matches!(verdict(&unread, "deployment"), CheckVerdict::Unknown { .. }));
}

#[test]
fn what_aws_asks_is_told_from_what_was_read_and_what_was_not_is_unknown() {
    let good = observed();
    for id in ["engine", "target", "global", "master", "replication"] {
        assert_eq!(verdict(&good, id), CheckVerdict::Passed, "{id}");
    }
    let mut bad = observed();
    let global_cluster = "world".to_owned();
    database(&mut bad).global = Some(GlobalMembership { global_cluster, writer: true, write_forwarding: false });
    database(&mut bad).master_secret = Some(MasterSecret { arn: "a".into(), kms_key_id: None });
    database(&mut bad).parameter_groups = vec![ParameterGroup {
        name: "g".into(),
        of_cluster: true,
        status: "pending-reboot".into(),
        used_by: "orders".into(),
    }];
    bad.parameters = Part::Present(vec![parameter("binlog_format", "OFF")]);
    bad.targets = Part::Present(Vec::new());
    for id in ["global", "master", "parameters", "replication", "target"] {
        assert_eq!(verdict(&bad, id), CheckVerdict::Error, "{id}");
    }
    let mut unread = observed();
    unread.parameters = Part::NotAsked;
    unread.targets = Part::NotAsked;
    for id in ["replication", "target", "health"] {
        assert!(matches!(verdict(&unread, id), CheckVerdict::Unknown { .. }), "{id}");
    }
    // Whether an RDS instance is backed up is not read.
    let mut instance = observed();
    database(&mut instance).engine = Engine::Mysql;
    assert!(matches!(verdict(&instance, "replication"), CheckVerdict::Unknown { .. }));
    database(&mut instance).engine = Engine::Sqlserver("sqlserver-ee".into());
    assert_eq!(verdict(&instance, "engine"), CheckVerdict::Error);
}

#[test]
fn tokens_behind_the_proxy_need_a_right_to_the_copy() {
    let mut observed = observed();
    let Part::Present(proxy) = &mut observed.proxy else { panic!("no proxy") };
    proxy.default_iam_auth = true;
    let resource = observed.account.arn("rds-db", "dbuser:cluster-BLUE/app");
    let connects = |observed: &mut Observed, resource: &str| {
        let Part::Present(role) = &mut observed.proxy_role else { panic!("no role") };
        let statement = crate::domain::policy::Statement::allow(None, "rds-db:connect", resource);
        role.inline.clear();
        role.attached.clear();
        role.inline.insert("p".into(), crate::domain::policy::Document::new(vec![statement]));
    };
    connects(&mut observed, &resource);
    assert_eq!(verdict(&observed, "role"), CheckVerdict::Warning);
    let any = observed.account.arn("rds-db", "dbuser:*/*");
    connects(&mut observed, &any);
    assert_eq!(verdict(&observed, "role"), CheckVerdict::Passed);
}
