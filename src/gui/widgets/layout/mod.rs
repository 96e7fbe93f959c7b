//! Where things stand: cards, columns, the way through the wizard, the side of the second door.

mod card;
mod drop;
mod grid_card;
mod hairline;
mod mode_columns;
mod pair;
mod places;
mod stepper;

pub use card::{card, card_frame, choice_card};
pub use drop::{drop_over, drop_place};
pub use grid_card::{card_head, grid_card, grid_choice, grid_gap};
pub use hairline::{hairline, rule_above, rule_before};
pub use mode_columns::{ModeColumn, mode_columns};
pub use pair::pair;
pub use places::{OtherPlace, Place, Places, PlacesClick, places, places_bar};
pub use stepper::{Step, StepGroup, StepperState, stepper, stepper_bar};
