//! The practice account as a subject: its company, with a few rows made to fit the contract.

use std::sync::Arc;

use super::Subject;
use crate::seed::{PLANTED, Seeded};
use rds_proxy_wizard::domain::arn::short_name;
use rds_proxy_wizard::domain::database::DatabaseStatus;
use rds_proxy_wizard::domain::function::Alias;
use rds_proxy_wizard::practice::state::State;
use rds_proxy_wizard::practice::{self, Practice, Speed, scenarios};

const MYSQL: &str = "orders-legacy";
const POSTGRES: &str = "orders-reporting";
const CLUSTER: &str = "orders-prod";
const INSIDE: &str = "orders-api";
const OUTSIDE: &str = "orders-mailer";

const LACKS: &[&str] = &[
    "say that a parameter group is not found",
    "say that a log is not found",
    "look closely at a secret's text",
    "the document of a boundary",
];

/// A fresh account in memory, whose minutes pass at once.
pub fn subject() -> Subject {
    let account = Arc::new(Practice::open(None, scenarios::DEFAULT, Speed::Instant).unwrap());
    let mut seeded = None;
    account.tamper(|state| seeded = Some(fit(state)));
    Subject {
        name: "practice",
        connection: practice::connection(account),
        seeded: seeded.unwrap(),
        sdk: None,
        lacks: LACKS,
    }
}

fn fit(state: &mut State) -> Seeded {
    let cluster = state.databases.iter().find(|record| record.database.id == CLUSTER).unwrap().clone();
    let subnets = state.subnet_groups.iter().find(|group| group.name == cluster.subnet_group).unwrap().clone();
    for record in &mut state.databases {
        let database = &mut record.database;
        if [MYSQL, POSTGRES, CLUSTER].contains(&database.id.as_str()) {
            database.iam_auth = false;
            database.security_group_ids.clone_from(&cluster.database.security_group_ids);
            database.status = DatabaseStatus::Available;
        }
        if database.id == MYSQL {
            database.engine_version = "8.0.39".into();
        }
    }
    let mut role_arn = String::new();
    let mut group = String::new();
    for record in &mut state.functions {
        let function = &mut record.function;
        if function.name == INSIDE {
            let vpc = function.vpc.as_mut().unwrap();
            vpc.subnet_ids.clone_from(&subnets.subnet_ids);
            group.clone_from(&vpc.security_group_ids[0]);
            role_arn.clone_from(&function.role_arn);
            record.aliases.clear();
            record.reserved = None;
        }
        if function.name == OUTSIDE {
            record.aliases =
                vec![Alias { name: "live".into(), version: record.last_version.to_string(), ..Alias::default() }];
        }
        if [INSIDE, OUTSIDE].contains(&function.name.as_str()) {
            function.runtime = Some("python3.12".into());
            record.environment = [("LOG_LEVEL", "info"), ("STRIPE_KEY", PLANTED)]
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .into();
        }
    }
    Seeded {
        mark: "contract".into(),
        vpc_id: subnets.vpc_id,
        subnet_ids: subnets.subnet_ids,
        subnet_group: subnets.name,
        database_group_id: cluster.database.security_group_ids[0].clone(),
        function_group_id: group,
        mysql: MYSQL.into(),
        postgres: POSTGRES.into(),
        cluster: CLUSTER.into(),
        cluster_member: cluster.database.members[0].id.clone(),
        function_in_vpc: INSIDE.into(),
        function_outside: OUTSIDE.into(),
        function_role: short_name(&role_arn).into(),
        key_alias: "alias/orders".into(),
    }
}
