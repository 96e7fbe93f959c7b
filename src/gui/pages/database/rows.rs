//! The databases as rows: ready ones first, the most likely on top.

use crate::design::{eligibility, vcpus};
use crate::discover::Pickers;
use crate::domain::database::{Database, DatabaseKind, EngineFamily};
use crate::domain::function::Function;
use crate::gui::icon::Icon;
use crate::gui::widgets::{PickerItem, PickerItems};
use crate::text::t;

/// Which engines are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Engines {
    #[default]
    All,
    Mysql,
    Postgresql,
}

impl Engines {
    pub const ALL: [Self; 3] = [Self::All, Self::Mysql, Self::Postgresql];

    pub fn words(self) -> &'static str {
        match self {
            Self::All => t!("engines-all"),
            Self::Mysql => t!("engines-mysql"),
            Self::Postgresql => t!("engines-postgresql"),
        }
    }

    fn shows(self, database: &Database) -> bool {
        match self {
            Self::All => true,
            Self::Mysql => database.engine.family() == Some(EngineFamily::Mysql),
            Self::Postgresql => database.engine.family() == Some(EngineFamily::Postgresql),
        }
    }
}

/// Whether one of the function's variables names the database's host.
pub fn names_host(function: &Function, database: &Database) -> bool {
    variable_naming(function, database).is_some()
}

/// The variable of the function that names the database's host.
pub fn variable_naming<'a>(function: &'a Function, database: &Database) -> Option<&'a str> {
    let host = database.host.as_deref()?;
    let found = function.environment.iter().find(|(_, value)| value.shown().is_some_and(|value| value.contains(host)));
    found.map(|(name, _)| name.as_str())
}

/// The rows for one of the engine filters.
pub fn items(lists: &Pickers, engines: Engines, version: u64) -> PickerItems {
    let mut shown: Vec<(&Database, Result<(), String>, usize)> = lists
        .databases
        .iter()
        .filter(|database| engines.shows(database))
        .map(|database| {
            let vpc = lists.vpcs.iter().find(|vpc| database.vpc_id.as_deref() == Some(vpc.id.as_str()));
            let users = lists.functions.iter().filter(|function| names_host(function, database)).count();
            (database, eligibility::of_database(database, vpc), users)
        })
        .collect();
    // Functions that name a database already are the best sign that it wants a proxy.
    let most = shown.iter().filter(|(_, can, _)| can.is_ok()).map(|(_, _, users)| *users).max().unwrap_or(0);
    shown.sort_by(|(a, _, users_a), (b, _, users_b)| users_b.cmp(users_a).then_with(|| a.id.cmp(&b.id)));
    let mut recommended = most > 0;
    let rows = shown
        .into_iter()
        .map(|(database, can, users)| {
            let best = can.is_ok() && users == most && std::mem::take(&mut recommended);
            PickerItem {
                name: database.id.clone(),
                facts: facts(database, lists),
                right: size(database),
                badge: best.then(|| (Icon::Sparkles, t!("recommended").to_owned())),
                group: usize::from(can.is_err()),
                blocked: can.err(),
                also: also(database),
            }
        })
        .collect();
    let groups = vec![t!("database-ready").to_owned(), t!("database-cannot").to_owned()];
    PickerItems::new(Icon::Database, groups, rows, version)
}

/// The ARN first: it tells an instance from a cluster of the same name.
fn also(database: &Database) -> String {
    let tags: Vec<String> = database.tags.iter().map(|(key, value)| format!("{key} {value}")).collect();
    let host = database.host.as_deref().unwrap_or_default();
    format!("{} {} {host} {}", database.arn, database.resource_id, tags.join(" "))
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
