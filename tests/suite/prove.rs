//! Proof from where the function stands: the probe's program against real servers and bad ones, its making and
//! its end, and what the practice account answers.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod practice;
mod program;
mod temporary;
mod tokens;
mod user;
mod user_inside;
