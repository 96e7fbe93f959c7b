//! What the command line takes: the verbs and what they share. What a verb takes by itself stands in its own file.

use clap::{Args as Group, ColorChoice, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::path::PathBuf;

use super::advise::AdviseArgs;
use super::apply::ApplyArgs;
use super::connect::ConnectArgs;
use super::diagnostics::DiagnosticsArgs;
use super::endpoints::EndpointsArgs;
use super::export::ExportArgs;
use super::list::ListVerb;
use super::load::LoadArgs;
use super::man::ManArgs;
use super::migrate::MigrateArgs;
use super::monitor::MonitorArgs;
use super::observe::ObserveArgs;
use super::plan::PlanArgs;
use super::practice::PracticeVerb;
use super::probe::ProbeArgs;
use super::proxies::ProxiesArgs;
use super::read_policy::ReadPolicyArgs;
use super::repair::RepairArgs;
use super::resume::ResumeArgs;
use super::rules::ExplainArgs;
use super::sign_in::SignInArgs;
use super::undo::UndoArgs;
use super::user::UserArgs;
use super::validate::ValidateArgs;
use super::{early, help, misused};
use crate::domain::PROGRAM;
use crate::text::t;

/// Set up, check and export Amazon RDS Proxy for AWS Lambda.
///
/// Without a command it opens the window; with a file, a choices file or a bundle in it.
#[derive(Debug, Parser)]
#[command(name = PROGRAM, version, subcommand_help_heading = "Commands")]
pub struct Args {
    /// What every command shares
    #[command(flatten)]
    pub globals: Globals,
    /// Renderer of the window; the other one is tried when it does not start
    #[arg(long, value_enum)]
    pub renderer: Option<Renderer>,
    /// A choices file, or a bundle: the window opens it
    #[arg(value_name = "FILE", value_parser = given_file)]
    pub file: Option<PathBuf>,
    /// What to do; nothing means the window
    #[command(subcommand)]
    pub verb: Option<Verb>,
}

impl Args {
    /// The arguments of this process. If they are wrong, it says how, and ends.
    pub fn given() -> Self {
        let given: Vec<OsString> = std::env::args_os().collect();
        let asked = early::value("--color", &given).and_then(|word| Color::from_str(word, true).ok());
        let asked = asked.unwrap_or(Color::Auto);
        let command = help::command().color(color_in(&given));
        let matches = command.try_get_matches_from(given).unwrap_or_else(|error| misused::exit(&error, asked));
        Self::from_arg_matches(&matches).unwrap_or_else(|error| misused::exit(&error, asked))
    }
}

/// The colour that is asked for.
fn color_in(given: &[OsString]) -> ColorChoice {
    match early::value("--color", given) {
        Some("always") => ColorChoice::Always,
        Some("never") => ColorChoice::Never,
        _ => ColorChoice::Auto,
    }
}

/// A file to open. If no file has this name, a command with a similar name is suggested.
fn given_file(text: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(text);
    if path.exists() {
        return Ok(path);
    }
    let args = Args::command();
    let near = args.get_subcommands().map(clap::Command::get_name).map(|name| (strsim::jaro_winkler(text, name), name));
    match near.filter(|(near, _)| *near > 0.8).max_by(|one, other| one.0.total_cmp(&other.0)) {
        Some((_, name)) => Err(t!("cli-no-command-near", name = name)),
        None => Err(t!("cli-no-command").to_owned()),
    }
}

/// How the window is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Renderer {
    /// OpenGL
    Glow,
    /// Vulkan, Metal or Direct3D
    Wgpu,
}

/// How answers are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    Text,
    /// For programs: standard output holds JSON and nothing else
    Json,
    /// For a ticket or a pull request; `validate` and `rules` only
    Markdown,
    /// A page of its own; `validate` only
    Html,
    /// For code scanning, SARIF 2.1.0; `validate` only
    Sarif,
    /// For a spreadsheet, a proxy a line; `validate` only
    Csv,
}

impl Format {
    /// Only a validation can be printed like this.
    pub fn is_report(self) -> bool {
        matches!(self, Self::Markdown | Self::Html | Self::Sarif | Self::Csv)
    }
}

/// When words are set in colour.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless NO_COLOR is set; elsewhere where CLICOLOR_FORCE is
    #[default]
    Auto,
    /// Everywhere
    Always,
    /// Nowhere
    Never,
}

impl Args {
    /// What it prints is for programs, and is said in English in every language.
    pub fn is_read_by_programs(&self) -> bool {
        matches!(self.globals.format, Some(Format::Json | Format::Sarif | Format::Csv))
    }
}

/// Which account, and how to print.
#[derive(Debug, Clone, Default, Group)]
pub struct Globals {
    /// Profile of the AWS configuration
    #[arg(long, global = true, value_name = "NAME", conflicts_with = "practice")]
    pub profile: Option<String>,
    /// AWS region
    #[arg(long, global = true, value_name = "NAME")]
    pub region: Option<String>,
    /// The region is one that AWS has added since: this program does not list it
    #[arg(long, global = true)]
    pub unlisted_region: bool,
    /// Send all AWS calls to this address, such as an emulator's
    #[arg(long, global = true, value_name = "URL", conflicts_with = "practice")]
    pub endpoint_url: Option<String>,
    /// Work on the embedded practice account, in one of its scenarios; no AWS is involved
    #[arg(long, global = true, value_name = "SCENARIO", num_args = 0..=1, require_equals = true,
          default_missing_value = "default")]
    pub practice: Option<String>,
    /// Seconds of the practice account that pass in one real second; 0 lets no wait take time
    #[arg(long, global = true, value_name = "TIMES")]
    pub practice_speed: Option<u32>,
    /// How to print; with `json`, a run is a line for each event
    #[arg(long, global = true, value_enum)]
    pub format: Option<Format>,
    /// The language of what people read; else RPW_LANGUAGE, the window's setting, the system's
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = ["en", "fr", "ja", "ko"])]
    pub language: Option<String>,
    /// When to set words in colour
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value = "auto")]
    pub color: Color,
}

/// What to do.
#[derive(Debug, Clone, Subcommand)]
pub enum Verb {
    /// Show what would be created and changed, and what could stop it; changes nothing
    Plan(PlanArgs),
    /// Carry the plan out, after showing it and asking
    Apply(ApplyArgs),
    /// Go on with a run that stopped, failed or crashed
    Resume(ResumeArgs),
    /// Take back what a run did
    Undo(UndoArgs),
    /// Try a real connection from this machine, stage by stage
    Connect(ConnectArgs),
    /// Connect through a proxy from where a function stands, and say how far it comes
    ///
    /// Without --temporary the function itself is invoked. With it, a function with the same network and role
    /// is made, asked once, and removed again.
    Probe(ProbeArgs),
    /// Show what CloudWatch measured of a proxy, and which alarms would have rung; changes nothing
    Monitor(MonitorArgs),
    /// Say whether a proxy is worth it in front of a database, and what to do instead; changes nothing
    Advise(AdviseArgs),
    /// Call a function many times, one after another or at once, and show the pool at work
    ///
    /// It first says what it will cost and which limits it meets, and asks. Nothing goes beyond what was confirmed;
    /// Ctrl-C stops it at once. Every load is kept, as JSON, CSV and SVG.
    Load(LoadArgs),
    /// Print the SQL that makes a database user for a proxy; with --run, run it
    User(UserArgs),
    /// Check an existing proxy, and a function that uses it, against every rule; changes nothing
    Validate(ValidateArgs),
    /// Fix what `validate` finds, after showing the plan and asking; `undo` takes it back
    Repair(RepairArgs),
    /// Show which proxies could be used for a database and why others cannot, or which a function reaches and how
    ///
    /// Changes nothing.
    Proxies(ProxiesArgs),
    /// Sign a profile of IAM Identity Center in, by a code that you confirm in the browser
    SignIn(SignInArgs),
    /// List the endpoints of a proxy and which functions name them, or remove one that is no longer needed
    ///
    /// --remove shows the plan and asks; `undo` makes the endpoint again as it was read.
    Endpoints(EndpointsArgs),
    /// Move a function through its proxy or to another login, and later close the old way
    Migrate(MigrateArgs),
    /// Save everything `validate` reads, redacted, for `validate --bundle` and for support
    Observe(ObserveArgs),
    /// Pack log, crash reports, settings and versions into one archive for whoever helps; no secret is in it
    Diagnostics(DiagnosticsArgs),
    /// Print the least IAM policy that `validate` and `observe` need; it allows no change
    ///
    /// Without a proxy it is for `validate --all`: patterns of this account and region. With one it
    /// names that proxy's own secrets, keys, roles, parameter groups and logs, which are looked up
    /// first. Either way the actions are exactly those that the reading makes.
    ReadPolicy(ReadPolicyArgs),
    /// Write a setup down as files: policies, a CLI script, handler code
    ///
    /// From choices, it writes what is to be set up. With --proxy, it writes what is there: real names, settings,
    /// policies and rules, with nothing added; the function is the one that uses the proxy, or --function
    /// NAME[:QUALIFIER].
    Export(ExportArgs),
    /// List what there is to choose from, with what cannot be used and why; changes nothing
    #[command(subcommand)]
    List(ListVerb),
    /// List the rules that `validate` checks a setup against
    Rules,
    /// Say what a rule is about
    Explain(ExplainArgs),
    /// Manage the practice account
    #[command(subcommand)]
    Practice(PracticeVerb),
    /// Print the script that lets a shell complete this program's words
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print what this program is made of, each library and font with its licence
    Licences,
    /// Print a page of the manual, or write all of them into a folder
    Man(ManArgs),
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_definition_holds_together() {
        Args::command().debug_assert();
    }
}
