//! The endpoints of the picked proxy, and the removal of one that was asked for.

use std::time::Instant;

use super::Repairing;
use crate::cloud::Connection;
use crate::discover::{EndpointsRead, endpoints_of};
use crate::domain::observed::Part;
use crate::gui::fetched::{Fetched, Generation};
use crate::plan::{Conflict, remove_endpoint};
use crate::report::{Kind, Report};
use crate::text::said;

/// What was asked of the account about endpoints.
#[derive(Default)]
pub struct Endpoints {
    pub read: Fetched<EndpointsRead, Report>,
    /// The endpoint whose removal was asked for last.
    pub asked: Option<String>,
    /// What stood in its way.
    pub refused: Fetched<Option<Refused>, Report>,
    /// To be reviewed with the next command.
    pub(super) planned: Option<Box<Repairing>>,
}

/// Why an endpoint is not removed.
#[derive(Debug, Clone)]
pub struct Refused {
    pub conflicts: Vec<Conflict>,
    /// All that stands in the way is that somebody uses it, or may.
    pub only_used: bool,
}

/// The plan, or what stands in its way.
pub type Removal = Result<Box<Repairing>, Refused>;

impl Endpoints {
    /// The proxy is another one, or the account has changed.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// Takes a plan in; true where there is one to be reviewed.
    pub(super) fn receive(&mut self, generation: Generation, removal: Result<Removal, Report>, now: Instant) -> bool {
        if !self.refused.is_current(generation) {
            return false;
        }
        let refused = match removal {
            Ok(Ok(planned)) => {
                self.planned = Some(planned);
                Ok(None)
            }
            Ok(Err(refused)) => Ok(Some(refused)),
            Err(report) => Err(report),
        };
        self.refused.answer(generation, refused, now);
        self.planned.is_some()
    }
}

/// Reads the endpoint with all that it takes to make it again, and plans its removal.
pub(super) async fn removal(
    connection: &Connection,
    proxy: &str,
    name: &str,
    even_if_used: bool,
) -> Result<Removal, Report> {
    let read = endpoints_of(connection.reader(), &connection.account, proxy, Some(name)).await;
    let Some(endpoint) = read.endpoint(name) else {
        let unreadable = read.observed.proxy_endpoints.unreadable().or(read.named.unreadable());
        return Err(match unreadable {
            Some(why) => Report::new(Kind::Aws, said!("endpoints-unlisted")).because(why.because.clone()),
            None => Report::new(Kind::Input, said!("endpoints-none", proxy = proxy, name = name)),
        });
    };
    let callers = read.callers.present().map(Vec::as_slice);
    let planned = |even_if_used| remove_endpoint(&read.observed, endpoint, callers, even_if_used);
    Ok(match planned(even_if_used) {
        Ok(plan) => Ok(Box::new(Repairing::removal(read.observed.clone(), plan))),
        Err(conflicts) => Err(Refused { conflicts, only_used: planned(true).is_ok() }),
    })
}

/// All endpoints of the proxy, and who may use them.
pub(super) async fn read(connection: &Connection, proxy: &str) -> Result<EndpointsRead, Report> {
    let read = endpoints_of(connection.reader(), &connection.account, proxy, None).await;
    match &read.observed.proxy_endpoints {
        Part::Unreadable(why) => {
            let operation = why.operation.as_str();
            Err(Report::new(Kind::Aws, said!("endpoints-unlisted")).because(format!("{operation}: {}", why.because)))
        }
        _ => Ok(read),
    }
}
