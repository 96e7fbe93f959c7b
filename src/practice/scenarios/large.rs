//! A company large enough to make lists hurt.

use crate::domain::database::DatabaseStatus;
use crate::practice::founding::{add_group, group_id, vpc_id};
use crate::practice::state::{State, hex};

const FUNCTIONS: usize = 5_000;
const DATABASES: usize = 200;
const GROUPS: usize = 300;
const TEAMS: [&str; 10] =
    ["orders", "billing", "search", "catalog", "stock", "mail", "fraud", "returns", "loyalty", "pricing"];
const JOBS: [&str; 10] =
    ["api", "import", "export", "sync", "report", "webhook", "cleanup", "notify", "audit", "resize"];

fn pick<'a>(from: &[&'a str], at: usize) -> &'a str {
    from.get(at % from.len()).copied().unwrap_or_default()
}

/// Fills the account up.
pub fn grow(state: &mut State) {
    for number in state.groups.len()..GROUPS {
        let vpc = if number % 3 == 0 { "acme-data" } else { "acme-main" };
        add_group(state, vpc, &format!("{}-{number:03}-sg", pick(&TEAMS, number)), "Generated");
    }
    let databases: Vec<_> =
        state.databases.iter().filter(|record| record.database.status == DatabaseStatus::Available).cloned().collect();
    for number in state.databases.len()..DATABASES {
        let Some(mut record) = databases.get(number % databases.len().max(1)).cloned() else { return };
        let id = format!("{}-{}-{number:03}", pick(&TEAMS, number), pick(&JOBS, number / 10));
        let database = &mut record.database;
        let rename = |text: &str, from: &str| text.replacen(from, &id, 1);
        database.arn = rename(&database.arn, &database.id);
        database.host = database.host.as_deref().map(|host| rename(host, &database.id));
        let prefix = database.resource_id.split('-').next().unwrap_or("db").to_owned();
        database.resource_id = format!("{prefix}-{}", hex(&id, 26).to_uppercase());
        for (at, member) in database.members.iter_mut().enumerate() {
            member.id = format!("{id}-{}", at + 1);
        }
        database.global = None;
        database.replica_of = None;
        database.master_secret = None;
        database.id = id;
        state.databases.push(record);
    }
    let functions = state.functions.clone();
    let (main, group) = (vpc_id(state, "acme-main"), group_id(state, "orders-api-sg"));
    for number in functions.len()..FUNCTIONS {
        let Some(mut record) = functions.get(number % functions.len().max(1)).cloned() else { return };
        let name = format!("{}-{}-{number:04}", pick(&TEAMS, number), pick(&JOBS, number / 10));
        record.function.arn = state.account.arn("lambda", &format!("function:{name}"));
        for vpc in record.function.vpc.iter_mut().filter(|vpc| vpc.vpc_id == main) {
            vpc.security_group_ids = vec![group.clone()];
        }
        record.function.name = name;
        state.functions.push(record);
    }
}
