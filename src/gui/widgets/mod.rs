//! The pieces that pages are made of, one file each.
//!
//! They take plain data (`&str`, numbers, small enums), know nothing of AWS, and every one that
//! takes input has an accessible name. Backticks in a text set a name in mono.

mod badge;
mod button;
mod callout;
mod card;
mod check;
mod copy;
mod facts;
mod field;
mod input;
mod link;
mod password;
mod radio;
mod segmented;
mod sign;
mod switch;

pub use badge::{Badge, Tone, plan_badge_width};
pub use button::Button;
pub use callout::Callout;
pub use card::{card, card_frame, choice_card};
pub use check::check;
pub use copy::{copy_button, copy_icon};
pub use facts::{Fact, facts};
pub use field::{Field, FieldReply, Note, note};
pub use input::{Input, InputState};
pub use link::{link, link_to};
pub use password::{Password, SecretText};
pub use radio::radio;
pub use segmented::segmented;
pub use sign::Sign;
pub use switch::{switch, switch_row};
