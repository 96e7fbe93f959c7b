//! A verdict as a report that leaves the program: text, Markdown, HTML, JSON, SARIF. Nothing is
//! decided here, and nothing written to disk.

mod html;
mod json;
mod markdown;
mod sarif;
mod sections;
mod table;
mod text;

pub use html::html;
pub use json::{LIST_SCHEMA, SCHEMA, json, json_list};
pub use markdown::markdown;
pub use sarif::sarif;
pub use table::table;
pub use text::text;
