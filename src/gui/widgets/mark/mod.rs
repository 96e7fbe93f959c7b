//! State in a word: signs, badges, the mode of the account.

mod badge;
mod icon_line;
mod key_cap;
mod mode;
mod sign;
mod sign_line;

pub use badge::{Badge, Tone, plan_badge_width};
pub use icon_line::{icon_before, icon_cell, icon_line};
pub use key_cap::key_cap;
pub use mode::{Mode, mode_pill, practice_edge, practice_tape};
pub use sign::Sign;
pub use sign_line::{running_line, sign_line};
