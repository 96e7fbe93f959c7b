//! Files on this machine, three sorts of them: what somebody gave us to read ([`given`]), what a
//! person asked us to write ([`saved`]), and what we keep for ourselves ([`private`]).

pub mod given;
pub mod private;
pub mod saved;
pub mod there;
pub mod verdicts;
