//! The databases: those with the most users on top, what cannot have a proxy with the reason.

use super::ListedRow;
use crate::design::{eligibility, vcpus};
use crate::discover::Pickers;
use crate::domain::database::{Database, DatabaseKind};
use crate::domain::function::Function;
use crate::text::t;

/// The variable of the function that names the database's host.
pub fn variable_naming<'a>(function: &'a Function, database: &Database) -> Option<&'a str> {
    let host = database.host.as_deref()?;
    let found = function.environment.iter().find(|(_, value)| value.shown().is_some_and(|value| value.contains(host)));
    found.map(|(name, _)| name.as_str())
}

/// Those that `shows` lets pass.
pub fn databases(lists: &Pickers, shows: impl Fn(&Database) -> bool) -> Vec<ListedRow<'_, Database>> {
    let mut shown: Vec<(&Database, Result<(), String>, usize)> = lists
        .databases
        .iter()
        .filter(|database| shows(database))
        .map(|database| {
            let vpc = lists.vpcs.iter().find(|vpc| database.vpc_id.as_deref() == Some(vpc.id.as_str()));
            let users = lists.functions.iter().filter(|function| variable_naming(function, database).is_some());
            (database, eligibility::of_database(database, vpc), users.count())
        })
        .collect();
    // Functions that name a database already are the best sign that it wants a proxy.
    let most = shown.iter().filter(|(_, can, _)| can.is_ok()).map(|(_, _, users)| *users).max().unwrap_or(0);
    shown.sort_by(|(a, _, users_a), (b, _, users_b)| users_b.cmp(users_a).then_with(|| a.id.cmp(&b.id)));
    let mut recommended = most > 0;
    shown
        .into_iter()
        .map(|(database, can, users)| ListedRow {
            thing: database,
            facts: facts(database, lists),
            size: size(database),
            recommended: can.is_ok() && users == most && std::mem::take(&mut recommended),
            blocked: can.err(),
        })
        .collect()
}

fn facts(database: &Database, lists: &Pickers) -> String {
    let mut facts = vec![format!("{} {}", database.engine, short_version(&database.engine_version))];
    match database.kind {
        DatabaseKind::Cluster => {
            let readers = database.members.iter().filter(|member| !member.writer).count();
            facts.push(t!("database-cluster", readers = readers));
        }
        DatabaseKind::Instance => facts.extend(database.class.clone()),
    }
    if let Some(vpc) = lists.vpcs.iter().find(|vpc| database.vpc_id.as_deref() == Some(vpc.id.as_str())) {
        facts.push(vpc.label().to_owned());
    }
    facts.join(" · ")
}

/// `8.0.mysql_aurora.3.08.2` is Aurora 3.08.2 to people.
pub fn short_version(version: &str) -> &str {
    version.rsplit_once("aurora.").map_or(version, |(_, own)| own)
}

fn size(database: &Database) -> String {
    if let Some(capacity) = database.serverless_v2.filter(|_| database.billed_classes().contains(&"db.serverless")) {
        return t!("database-acu", min = capacity.min_acu, max = capacity.max_acu);
    }
    let sizes: Vec<u32> = database.billed_classes().into_iter().filter_map(vcpus).collect();
    if sizes.is_empty() { String::new() } else { t!("database-vcpu", count = sizes.iter().sum::<u32>()) }
}
