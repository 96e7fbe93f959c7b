//! Carries a plan out: run, resume, undo, with a receipt written before and after each write.
//!
//! [`Engine::run`] and [`Engine::resume`] go towards the setup, [`Engine::undo`] goes back; independent
//! steps go side by side. All three tell what they do through
//! [`event::Event`] and leave a [`receipt::Receipt`] that says where the account stands, even
//! when the process is killed. [`crate::plan::actions`] holds what an act does to an account; the front ends
//! decide how pages and lines look.

mod backward;
mod engine;
pub(crate) mod error;
pub(crate) mod event;
mod follow;
mod forward;
mod journal;
mod looking;
mod receipt;
mod retry;
mod standing;
mod stop;
mod store;
mod typed;
mod watch;
mod way;

pub use engine::{End, Engine, Outcome};
pub use error::ApplyError;
pub use event::{Direction, Emit, Event};
pub use receipt::{Receipt, RunState, StepState, Unsettled};
pub use standing::{At, Standing};
pub use stop::{Stop, StopAt};
pub use store::Store;
pub use typed::Typed;
