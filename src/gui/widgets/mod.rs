//! The pieces that pages are made of, one file each, in rooms by what they are:
//!
//! - `form`: what is filled in or pressed. `list`: rows; [`ListRow`] is what pages make their own rows with.
//! - `picture`: the path, the network, curves, bars. `code`: code and names as they are.
//! - `message`: what stops the reader. `mark`: state in a word. `layout`: where things stand.
//!
//! They take plain data (`&str`, numbers, small enums), know nothing of AWS, and every one that
//! takes input has an accessible name. Backticks in a text set a name in mono.

mod code;
mod form;
mod layout;
mod list;
mod mark;
mod message;
mod picture;

pub use code::*;
pub use form::*;
pub use layout::*;
pub use list::*;
pub use mark::*;
pub use message::*;
pub use picture::*;
