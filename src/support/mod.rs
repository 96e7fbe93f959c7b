//! What helps when something went wrong: a log, a report of a crash, and one archive of both to send to
//! somebody. Nothing is sent by the program itself, and no secret, token, password or value of a variable
//! is in any of it.

pub(crate) mod calls;
pub mod crash;
pub(crate) mod diagnostics;
pub(crate) mod licences;
pub mod log;
