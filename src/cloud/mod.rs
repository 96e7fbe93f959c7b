//! The port to an account: [`Reader`], [`Writer`] and their errors, in domain words.
//!
//! `discover`, `rules` and everything that only checks receive `&dyn Reader`: that checking never
//! changes an account is a fact the compiler keeps. Implementations are [`crate::aws`] and
//! [`crate::practice`].
//!
//! Semantics every implementation keeps:
//! - A thing asked for by name that is not there is `Ok(None)` from a `Reader`, and
//!   [`ErrorKind::NotFound`] from a `Writer`.
//! - Lists are complete: paging is the implementation's business.
//! - Reads are asked again inside after throttling and transport errors; what comes out of them as
//!   [`ErrorKind::Throttled`] was throttled many times. Writes are sent once: only who looks at the
//!   account first may repeat them.

mod change;
mod clock;
mod drill;
mod error;
mod gate;
pub mod operation;
mod pace;
mod reader;
mod reads;
pub(crate) mod shared;
mod silence;
pub mod token;
pub mod watched;
mod wire;
mod writer;

pub use change::{
    DatabaseRef, EndpointRef, FunctionChange, GroupRule, Invocation, NewFunction, NewProxy, NewProxyEndpoint, NewRole,
    NewSecret, NewSecurityGroup, NewVpcEndpoint, ProxyChange,
};
pub use clock::{Clock, SystemClock};
pub use drill::Drill;
pub use error::{CloudError, CloudResult, ErrorKind};
pub use gate::Gate;
pub use reader::{DbCluster, DbSubnetGroup, Reader};
pub use reads::Read;
pub use wire::{Simulated, Wire};
pub use writer::Writer;

use std::sync::Arc;

use crate::domain::account::Account;

/// An account to work on, however it is reached.
#[derive(Clone)]
pub struct Connection {
    pub account: Account,
    /// Profile it was opened with, for the command lines shown to people.
    pub profile: Option<String>,
    /// The command that signs in again, where the profile has one.
    pub sign_in: Option<String>,
    pub writer: Arc<dyn Writer>,
    pub clock: Arc<dyn Clock>,
    /// The way to its databases from this machine.
    pub wire: Wire,
    /// `None` where things must not break on purpose.
    pub drill: Option<Arc<dyn Drill>>,
}

impl Connection {
    pub fn reader(&self) -> &dyn Reader {
        self.writer.as_reader()
    }
}
