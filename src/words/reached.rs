//! Which proxies and databases a function reaches, and how, in words.

use crate::design::served;
use crate::discover::{Direct, Reach, Reason};
use crate::domain::observed::Part;
use crate::text::{series, t};

/// Each way by which it is told.
pub fn how(reasons: &[Reason]) -> String {
    let said = reasons.iter().map(|reason| match reason {
        Reason::Environment(name) => t!("proxies-by-variable", name = name.as_str()),
        Reason::Policy(name) => t!("proxies-by-policy", name = name.as_str()),
        Reason::SecurityGroup(name) => t!("proxies-by-group", name = name.as_str()),
    });
    series(said)
}

/// The database behind the proxy, where it could be read.
pub fn behind(reach: &Reach) -> String {
    match &reach.targets {
        Part::Unreadable(why) => t!("proxies-unknown", operation = why.operation.as_str()),
        targets => served(targets.items()).unwrap_or(t!("proxies-no-function")).to_owned(),
    }
}

/// The variables that name a database.
pub fn by_variables(direct: &Direct) -> String {
    let said = direct.variables.iter().map(|name| t!("proxies-by-variable", name = name.as_str()));
    series(said)
}
