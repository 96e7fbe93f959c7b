//! What is filled in or pressed: buttons, fields, choices, links.

mod button;
mod check;
mod chip;
mod choice_row;
mod choice_strip;
mod copy;
mod entrance;
mod field;
mod input;
mod link;
mod password;
mod radio;
mod segmented;
mod select;
mod switch;

pub use button::Button;
pub use check::check;
pub use chip::chip;
pub use choice_row::{choice_box, choice_row};
pub use choice_strip::{ChoiceText, choice_strip};
pub use copy::{CopyWay, copy_as, copy_button, copy_icon, copy_link, copy_made, copy_named, copy_quiet};
pub use entrance::enter;
pub use field::{Field, FieldReply, Note, field_label, note};
pub use input::{Input, InputState};
pub use link::{link, link_to};
pub use password::{Password, SecretText};
pub use radio::{disc as radio_disc, radio};
pub use segmented::{segmented, segmented_width};
pub use select::{Select, Selected, popup_frame};
pub use switch::{switch, switch_row};
