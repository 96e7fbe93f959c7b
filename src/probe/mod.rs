//! A real connection, stage by stage: resolve, TCP, TLS, token, login, `SELECT 1`.
//!
//! ```text
//! let target  = Target::new("orders.proxy-abc.eu-west-1.rds.amazonaws.com", 3306, Protocol::Mysql, "app", "orders")?;
//! let trust   = Trust::public();                      // or Trust::read("ca.pem")?
//! let login   = Credential::Token(&tokens);           // a cloud::token::TokenSource; or Credential::Password(secret)
//! let attempt = probe::connect(&target, &trust, login, &mut |event| show(event)).await;
//! ```
//!
//! [`connect`] never fails: what went wrong is in the [`Attempt`], at the stage where it went
//! wrong, with what it means and what to do next. Every stage ends within [`Stage::limit`]. The
//! events arrive while it runs: [`StageEvent::Began`], then [`StageEvent::Ended`], for each of
//! the six stages in order; stages after the first that did not pass end as
//! [`StageVerdict::NotTried`] without having begun. An `Attempt` serialises to the JSON that
//! `connect --format json` prints. Dropping the future closes the connection.
//!
//! A tunnel ([`ProbeTarget::via`]) changes what is dialled and nothing else: the certificate is
//! checked against, and the token signed for, the endpoint itself.
//!
//! Neither the token nor the password can leave without verified TLS, and neither is in any
//! event, fact or error. Where an account has no network
//! ([`crate::cloud::Wire`]), [`from_here`] lets it say how far a connection would get. Not here: how a token is signed ([`crate::cloud::token`]), and who runs the
//! probe where the function stands ([`crate::prove`]; what it is asked and answers is in [`inside`]).

mod bounded;
mod certificate;
mod clients;
mod dial;
mod errand;
mod execute;
mod fact;
mod failure;
mod from_here;
pub mod inside;
mod known;
mod meaning;
mod mysql;
mod postgresql;
pub(crate) mod reading;
mod run;
mod stage;
mod target;
mod tls;
mod trust;

pub use clients::{jdbc_urls, password_variable, terminal_line};
pub use errand::{Errand, Returned, SecretPassword};
pub use execute::{Opened, open};
pub use from_here::{errand_from_here, from_here};
pub use run::{Credential, connect};
pub use stage::{Attempt, Stage, StageEvent, StageOutcome, StageVerdict};
pub use target::{ProbeTarget, Protocol, TargetError, Via};
pub use trust::Trust;
