//! What stops the reader: callouts, questions, errors, news, empty places.

mod callout;
mod confirm;
mod empty;
mod error_report;
mod modal;
mod toast;

pub use callout::Callout;
pub use confirm::Confirm;
pub use empty::empty_state;
pub use error_report::ErrorReport;
pub use modal::{Choice, Question, Way, popup};
pub use toast::Toasts;
