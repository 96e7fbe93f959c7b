//! A reading for programs: what the command prints and the window saves.

use serde::Serialize;

use super::{Incident, Monitored, Suggested, Tile, incidents, suggested, tiles};

/// The reading, and what is read out of it.
#[derive(Debug, Serialize)]
pub struct Document<'a> {
    schema: &'static str,
    incidents: Vec<Incident>,
    figures: Vec<Tile>,
    suggested_alarms: Vec<Suggested>,
    #[serde(flatten)]
    read: &'a Monitored,
}

impl<'a> Document<'a> {
    pub fn of(read: &'a Monitored) -> Self {
        Self {
            schema: "rds-proxy-wizard/monitor/v1",
            incidents: incidents(read),
            figures: tiles(read),
            suggested_alarms: suggested(read),
            read,
        }
    }
}
