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
mod organization;
mod parameters;
mod person;
mod pool;
mod proxies;
mod proxy_endpoints;
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
mod trail;
mod users;
mod watching;
mod writer;

pub use account::Practice;
pub use clock::Speed;
pub use scenarios::{SCENARIOS, ScenarioGroup};

use std::path::PathBuf;
use std::sync::Arc;

use crate::cloud::{CloudError, CloudResult, Connection, Wire};

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

/// Opens an account of the practice organization, by number, as a role does that is assumed there;
/// `role` is its name. Without a role it is opened as by a profile of its own.
pub fn connect_member(options: &Options, id: &str, region: &str, role: Option<&str>) -> CloudResult<Connection> {
    const ASSUME: &str = "sts:AssumeRole";
    let Some(member) = organization::member(id) else {
        return Err(CloudError::not_found(ASSUME, id));
    };
    let role_arn = format!("arn:aws:iam::{}:role/{}", member.id, role.unwrap_or(fault::PRINCIPAL_ROLE));
    if !member.lets_in {
        let own = scenarios::account_id(scenarios::ORGANIZATION);
        return Err(fault::not_assumable(&fault::principal(&own), &role_arn));
    }
    let practice = Practice::open_member(options.state_file.as_deref(), member, region, options.speed)?;
    Ok(connection(Arc::new(practice)))
}

/// The name of an account of the practice organization, as a profile would have it.
pub fn member_name(id: &str) -> Option<&'static str> {
    organization::member(id).map(|member| member.name)
}

/// The region in which such an account works unless another is named.
pub fn member_region(id: &str) -> &'static str {
    organization::member(id).map_or("eu-west-1", organization::Member::own_region)
}

/// Account numbers of the organization that this scenario is the management account of.
pub fn member_ids(scenario: &str) -> Vec<&'static str> {
    let members = if scenario == scenarios::ORGANIZATION { organization::MEMBERS } else { &[] };
    members.iter().map(|member| member.id).collect()
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
