//! The practice account: a believable company with no AWS behind it, for trying and for tests.
//!
//! It behaves like AWS where no emulator does: a proxy takes its minutes, targets have health that
//! follows from the account's real state, new roles are not known at once, deleting what is in use
//! is refused, wrong input gets AWS's own codes. Only start-up code and tests name this module;
//! everything else sees [`crate::cloud`].
//!
//! One file per service; [`state`] is the data, [`scenarios`] fills it.

mod account;
mod acls;
mod carriers;
mod clock;
mod company;
mod data_plane;
mod drill;
mod ec2;
mod endpoints;
mod environments;
mod fault;
mod founding;
mod iam;
mod kms;
mod lambda;
mod lifecycle;
mod measured;
mod parameters;
mod person;
mod pool;
mod proxies;
mod proxy_input;
mod rds;
mod reader;
mod records;
mod runs;
pub mod scenarios;
mod secrets;
mod snapshot;
pub mod state;
mod store;
mod targets;
mod users;
mod watching;
mod writer;

pub use account::Practice;
pub use clock::{PracticeClock, Speed};
pub use scenarios::{Group, SCENARIOS, Scenario};
pub use store::StoreError;

use std::path::PathBuf;
use std::sync::Arc;

use crate::cloud::{CloudResult, Connection, Wire};

/// How to open the practice account.
#[derive(Debug, Clone)]
pub struct Options {
    /// A name in [`SCENARIOS`].
    pub scenario: String,
    pub speed: Speed,
    /// Where the account is kept between runs; `None` keeps it in memory.
    pub state_file: Option<PathBuf>,
}

impl Default for Options {
    fn default() -> Self {
        Self { scenario: scenarios::DEFAULT.into(), speed: Speed::default(), state_file: None }
    }
}

/// Opens the practice account as any other.
pub fn connect(options: &Options) -> CloudResult<Connection> {
    let practice = Practice::open(options.state_file.as_deref(), &options.scenario, options.speed)?;
    Ok(connection(Arc::new(practice)))
}

/// A connection to an account that the caller keeps hold of.
pub fn connection(practice: Arc<Practice>) -> Connection {
    Connection {
        account: practice.state().account,
        profile: None,
        sign_in: None,
        clock: practice.clock(),
        wire: Wire::Simulated(practice.clone()),
        drill: Some(practice.clone()),
        writer: practice,
    }
}
