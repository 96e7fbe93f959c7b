//! `export`: what it takes.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use std::path::PathBuf;

use super::super::prepare::Picks;
use crate::domain::export_part::ExportPart;
use crate::domain::handler_language::HandlerLanguage;

/// `export`
#[derive(Debug, Clone, clap::Args)]
pub struct ExportArgs {
    /// What to set up
    #[command(flatten)]
    pub picks: Picks,
    /// A proxy that is there, instead of what is to be set up; it is written down as it is
    #[arg(long, value_name = "NAME", conflicts_with_all = ["choices", "database", "restore_secret"])]
    pub proxy: Option<String>,
    /// The database user of its function, if nothing in the account names it
    #[arg(long, value_name = "NAME", requires = "proxy")]
    pub user: Option<String>,
    /// Look into the proxy's secrets, for the user of each; no value is kept or shown
    #[arg(long, requires = "proxy")]
    pub read_secrets: bool,
    /// Take over what is there already instead of making it; --proxy implies this
    #[arg(long)]
    pub adopt: bool,
    /// Folder to write into; it is made when it is not there
    #[arg(long, value_name = "FOLDER", required_unless_present = "check")]
    pub out: Option<PathBuf>,
    /// Write nothing: compare this folder with what would be written; exit code 1 when it differs
    #[arg(long, value_name = "FOLDER", conflicts_with_all = ["out", "yes"])]
    pub check: Option<PathBuf>,
    /// Only this target, repeatable; without it, every target and the handler
    #[arg(long, value_name = "ID")]
    pub target: Vec<String>,
    /// A part around the proxy, repeatable; instead of the file's
    #[arg(long, value_name = "PART", value_parser = parts())]
    pub with: Vec<ExportPart>,
    /// Language of the handler, repeatable, or `all`; without it, the function's own
    #[arg(long, value_name = "LANGUAGE", conflicts_with = "target", value_parser = languages())]
    pub language: Vec<String>,
    /// Write over files that are there and differ, without asking
    #[arg(long, short, visible_alias = "force")]
    pub yes: bool,
}

/// What `--language` takes.
pub const ALL_LANGUAGES: &str = "all";

fn parts() -> impl TypedValueParser<Value = ExportPart> {
    PossibleValuesParser::from(ExportPart::ALL.map(ExportPart::id)).try_map(|id| id.parse::<ExportPart>())
}

fn languages() -> PossibleValuesParser {
    HandlerLanguage::ALL.map(HandlerLanguage::id).into_iter().chain([ALL_LANGUAGES]).into()
}
