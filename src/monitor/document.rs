//! A reading for programs: what the command prints and the window saves.

use serde::Serialize;

use crate::domain::observed::Part;

use super::{Incident, Monitored, Suggested, Tile, incidents, suggested, tiles};

/// The reading, and what is read out of it.
#[derive(Debug, Serialize)]
pub struct MonitorDocument<'a> {
    schema: &'static str,
    incidents: Vec<Incident>,
    figures: Vec<Tile>,
    suggested_alarms: Vec<Suggested>,
    #[serde(skip_serializing_if = "Part::is_not_asked")]
    topics: Part<Vec<String>>,
    #[serde(flatten)]
    read: &'a Monitored,
}

impl<'a> MonitorDocument<'a> {
    /// `topics` are those that an alarm can tell, where they were asked for.
    pub fn new(read: &'a Monitored, topics: Part<Vec<String>>) -> Self {
        Self {
            schema: "rds-proxy-wizard/monitor/v1",
            incidents: incidents(read),
            figures: tiles(read),
            suggested_alarms: suggested(read),
            topics,
            read,
        }
    }
}
