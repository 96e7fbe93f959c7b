//! What both front ends say in the same words: of a run, of a wait, of what does not work yet.
//!
//! Pure: facts in, sentences of the catalogue out. What is stored holds the facts alone.

pub(crate) mod advise;
mod called;
mod carriers;
mod connection;
pub(crate) mod endpoints;
mod history;
pub(crate) mod listed;
mod load;
pub(crate) mod migration;
pub(crate) mod monitor;
pub(crate) mod reached;
mod run;
mod time;
mod unsettled;
mod wait;

pub use called::{call_memory, call_time};
pub use carriers::{carrier_facts, carrier_name, carrier_unfit, unread_carriers};
pub use connection::{ConnectionReport, ReportedLane, Standpoint};
pub use history::history_lines;
pub use load::{BeforeLoad, figure, lessons, load_title, millis, traced_parts, traced_sentence};
pub use run::{Confirmation, RunWords, ask_to_resume, ask_to_undo};
pub use time::span;
pub use unsettled::NotYet;
pub use wait::{TimeLeft, Wait, left};
