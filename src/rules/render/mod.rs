//! A verdict as a report that leaves the program: text, Markdown, HTML, JSON, SARIF. Nothing is
//! decided here, and nothing written to disk.

mod html;
mod json;
mod markdown;
mod page;
mod sarif;
mod sections;
mod table;
mod text;

pub use html::html;
pub use json::{LIST_SCHEMA, SCHEMA, json, json_value, list_value};
pub use markdown::{finding_markdown, markdown, plain};
pub use page::{page, passage_class, severity_class};
pub use sarif::{Absent, EarlierRun, Reported, sarif, sarif_with};
pub use sections::{accepted_words, line_head, passage_words, severity_in_line, severity_words};
pub use table::table;
pub use text::text;
