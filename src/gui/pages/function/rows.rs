//! The functions as rows: those in the database's network, those that would move in, those that need an
//! endpoint in their own, and those that cannot use the proxy.

use crate::discover::Pickers;
use crate::domain::database::Database;
use crate::gui::icon::Icon;
use crate::gui::widgets::{PickerItem, PickerItems};
use crate::text::t;
use crate::words::listed::{FunctionPlace, ListedRow, functions, place};

/// Which functions are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FunctionPlaces {
    #[default]
    All,
    /// In the database's network.
    Inside,
    /// In no network.
    Outside,
}

impl FunctionPlaces {
    pub const ALL: [Self; 3] = [Self::All, Self::Inside, Self::Outside];

    fn shows(self, place: FunctionPlace) -> bool {
        match self {
            Self::All => true,
            Self::Inside => place == FunctionPlace::Inside,
            Self::Outside => place == FunctionPlace::Outside,
        }
    }
}

/// The rows for one of the filters; `vpc` is the name of the database's network.
pub fn items(
    lists: &Pickers,
    database: Option<&Database>,
    vpc: &str,
    places: FunctionPlaces,
    version: u64,
) -> PickerItems {
    let rows = functions(lists, database, |place| places.shows(place))
        .into_iter()
        .map(|ListedRow { thing: function, facts, size, blocked, recommended }| {
            let group = match (place(function, database), &blocked) {
                (_, Some(_)) => 3,
                (FunctionPlace::Inside, None) => 0,
                (FunctionPlace::Outside, None) => 1,
                (FunctionPlace::Elsewhere, None) => 2,
            };
            PickerItem {
                name: function.name.clone(),
                facts,
                right: size,
                badge: recommended.then(|| (Icon::Sparkles, t!("recommended").to_owned())),
                blocked,
                group,
                also: format!("{} {}", function.arn, function.role_arn),
            }
        })
        .collect();
    let groups = vec![
        t!("function-inside", vpc = vpc),
        t!("function-moved", vpc = vpc),
        t!("function-elsewhere-group").to_owned(),
        t!("function-cannot").to_owned(),
    ];
    PickerItems::new(Icon::SquareFunction, groups, rows, version)
}
