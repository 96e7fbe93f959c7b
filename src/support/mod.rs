//! What helps when something went wrong: a log, a report of a crash, and one archive of both to send to
//! somebody. Nothing is sent by the program itself, and no secret, token, password or value of a variable
//! is in any of it.

pub mod calls;
pub mod crash;
pub mod diagnostics;
pub mod licences;
pub mod log;
