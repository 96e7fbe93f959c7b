//! A proxy that is there, as a setup whose files can be shown.

use crate::cloud::Connection;
use crate::design::{Obstacle, adopted};
use crate::discover::{self, Existing};
use crate::domain::setup::Setup;
use crate::export::{self, Live};
use crate::report::Report;

/// What was read of a proxy, written down.
#[derive(Debug, Clone)]
pub struct Adoption {
    pub setup: Setup,
    pub live: Live,
}

impl Adoption {
    /// Reads the proxy, and everything that hangs on it.
    ///
    /// # Errors
    /// Everything that keeps it from being written down.
    pub async fn read(connection: &Connection, asked: &Existing) -> Result<Self, Vec<Report>> {
        let reports = |obstacles: Vec<Obstacle>| obstacles.into_iter().map(Report::from).collect::<Vec<_>>();
        let (clock, account) = (connection.clock.as_ref(), &connection.account);
        let observed = discover::observe_to_adopt(connection.reader(), clock, account, asked).await.map_err(reports)?;
        let setup = adopted(&observed, None).map_err(reports)?;
        let live = export::live(&setup, &observed).map_err(reports)?;
        Ok(Self { setup, live })
    }
}
