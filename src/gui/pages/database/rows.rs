//! The databases as rows: ready ones first, the most likely on top.

use crate::discover::Pickers;
use crate::domain::database::{Database, EngineFamily};
use crate::gui::icon::Icon;
use crate::gui::widgets::{PickerItem, PickerItems};
use crate::text::t;
use crate::words::listed::{ListedRow, databases};

/// Which engines are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum EngineFilter {
    #[default]
    All,
    Mysql,
    Postgresql,
}

impl EngineFilter {
    pub const ALL: [Self; 3] = [Self::All, Self::Mysql, Self::Postgresql];

    pub fn title(self) -> &'static str {
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

/// The rows for one of the engine filters.
pub fn items(lists: &Pickers, engines: EngineFilter, version: u64) -> PickerItems {
    let rows = databases(lists, |database| engines.shows(database))
        .into_iter()
        .map(|ListedRow { thing: database, facts, size, blocked, recommended }| PickerItem {
            name: database.id.clone(),
            facts,
            right: size,
            badge: recommended.then(|| (Icon::Sparkles, t!("recommended").to_owned())),
            group: usize::from(blocked.is_some()),
            blocked,
            also: also(database),
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
