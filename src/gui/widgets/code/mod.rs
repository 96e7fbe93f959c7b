//! Code and names as they are: coloured, compared, previewed, copied.

mod block;
mod command_line;
mod diff;
mod keywords;
mod preview;
mod resource_id;
mod syntax;
mod text;

pub use block::code_block;
pub use command_line::command_line;
pub use diff::{DiffRow, DiffSign, diff};
pub use preview::{PreviewSection, preview, tabs};
pub use resource_id::resource_id;
pub use syntax::Language;
pub use text::Code;
