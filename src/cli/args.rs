//! What the command line takes. What each verb does with it is in the verb's own file.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args as Group, ColorChoice, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::path::PathBuf;

use super::{early, help};
use crate::discover::Invoked;
use crate::domain::PROGRAM;
use crate::domain::export_part::ExportPart;
use crate::domain::handler_language::HandlerLanguage;
use crate::export::ProxyLogsIn;
use crate::monitor::Since;
use crate::probe::{Protocol, Via};
use crate::text::t;
use crate::tunnel::Carrier;

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
    /// Those of this process. What is wrong with them is said, and ends it.
    pub fn given() -> Self {
        let given: Vec<OsString> = std::env::args_os().collect();
        let matches = help::command().color(color_in(&given)).get_matches_from(given);
        Self::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
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

/// A file to open. What is neither that nor a command was meant as one of them.
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

/// From which severity on a validation fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// Findings of severity error
    Error,
    /// Warnings too
    Warning,
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

/// What is to be set up.
#[derive(Debug, Clone, Default, Group)]
pub struct Picks {
    /// Choices in TOML; the keys are those of the files in assets/examples
    #[arg(long, value_name = "FILE")]
    pub choices: Option<PathBuf>,
    /// Identifier of the database, instead of the file's
    #[arg(long, value_name = "ID")]
    pub database: Option<String>,
    /// Name of the function, instead of the file's; repeatable: each further one gets its own rule,
    /// rights and variables
    ///
    /// With `:ALIAS` behind it, a version is published and that alias moved to it.
    #[arg(long, value_name = "NAME[:ALIAS]")]
    pub function: Vec<String>,
    /// Have an earlier run's deleted secret back, instead of the next name that is free
    #[arg(long)]
    pub restore_secret: bool,
    /// Give the proxy an endpoint that leads to the readers of the cluster, and the function its host
    #[arg(long)]
    pub read_only_endpoint: bool,
    /// Give the proxy an endpoint in the function's VPC, if that is another VPC than the database's
    #[arg(long)]
    pub endpoint_in_function_vpc: bool,
    /// What these endpoints are like
    #[command(flatten)]
    pub endpoints: EndpointPicks,
}

/// What the endpoints are like that a set-up makes beside the proxy's default one.
#[derive(Debug, Clone, Default, Group)]
pub struct EndpointPicks {
    /// Name of the read-only endpoint
    #[arg(long, value_name = "NAME")]
    pub read_only_endpoint_name: Option<String>,
    /// Name of the endpoint in the function's VPC
    #[arg(long, value_name = "NAME")]
    pub function_vpc_endpoint_name: Option<String>,
    /// Subnets of these endpoints, in two zones at least
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub endpoint_subnets: Vec<String>,
    /// Security groups of these endpoints, which are there already; the first lets the function in
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub endpoint_security_groups: Vec<String>,
    /// Addresses of these endpoints
    #[arg(long, value_name = "TYPE", value_parser = ["IPV4", "IPV6", "DUAL"])]
    pub endpoint_network_type: Option<String>,
}

/// A proxy that is there already.
#[derive(Debug, Clone, Default, Group)]
pub struct UsedProxy {
    /// Use this proxy, which is there already, instead of making a new one
    ///
    /// A login, rights and rules are added to it, and nothing of it is changed but what the choices say.
    /// `proxies --database ID` lists those that can be used.
    #[arg(long, value_name = "NAME")]
    pub proxy: Option<String>,
}

/// `proxies`
#[derive(Debug, Clone, Group)]
pub struct ProxiesArgs {
    /// Identifier of the database that the proxy is to stand in front of
    #[arg(long, value_name = "ID", required_unless_present = "function", conflicts_with = "function")]
    pub database: Option<String>,
    /// A function: which proxies and databases it reaches, and how
    #[arg(long, value_name = "NAME")]
    pub function: Option<String>,
}

/// `sign-in`
#[derive(Debug, Clone, Group)]
pub struct SignInArgs {
    /// Print the address, and open no browser
    #[arg(long)]
    pub no_browser: bool,
}

/// `endpoints`
#[derive(Debug, Clone, Group)]
pub struct EndpointsArgs {
    /// Name of the proxy
    #[arg(long, value_name = "NAME")]
    pub proxy: String,
    /// Remove this endpoint; without it, list them
    #[arg(long, value_name = "ENDPOINT")]
    pub remove: Option<String>,
    /// Remove it although a function names its host, or although that could not be read
    #[arg(long, requires = "remove")]
    pub even_if_used: bool,
    /// Do not ask
    #[arg(long, short, requires = "remove")]
    pub yes: bool,
    /// Remove it although a check before it failed
    #[arg(long, requires = "remove")]
    pub ignore_preflight: bool,
}

/// `plan`
#[derive(Debug, Clone, Group)]
pub struct PlanArgs {
    /// What to set up
    #[command(flatten)]
    pub picks: Picks,
    /// The proxy that is used, where none is to be made
    #[command(flatten)]
    pub used: UsedProxy,
    /// Show for every step its reason, its AWS CLI line, its changes and what undo does
    #[arg(long)]
    pub details: bool,
}

/// `apply`
#[derive(Debug, Clone, Group)]
pub struct ApplyArgs {
    /// What to set up
    #[command(flatten)]
    pub picks: Picks,
    /// The proxy that is used, where none is to be made
    #[command(flatten)]
    pub used: UsedProxy,
    /// Do not ask
    #[arg(long, short)]
    pub yes: bool,
    /// Read the database password of a secret to be created from standard input
    #[arg(long)]
    pub password_stdin: bool,
    /// Apply although a check before it failed
    #[arg(long)]
    pub ignore_preflight: bool,
}

/// `resume`
#[derive(Debug, Clone, Group)]
pub struct ResumeArgs {
    /// Receipt of the run; without it, the newest open run of the account
    pub receipt: Option<PathBuf>,
    /// Do not ask
    #[arg(long, short)]
    pub yes: bool,
    /// Read the database password from standard input, if the run still needs it
    #[arg(long)]
    pub password_stdin: bool,
}

/// `undo`
#[derive(Debug, Clone, Group)]
pub struct UndoArgs {
    /// Receipt of the run; without it and without --name, the newest open run of the account
    pub receipt: Option<PathBuf>,
    /// Name of the proxy whose last run is to be undone
    #[arg(long, value_name = "PROXY", conflicts_with = "receipt")]
    pub name: Option<String>,
    /// Do not ask
    #[arg(long, short)]
    pub yes: bool,
}

/// `connect`
#[derive(Debug, Clone, Group)]
pub struct ConnectArgs {
    /// Name of the proxy, whose endpoint, port and engine are read from AWS
    #[arg(long, value_name = "NAME", required_unless_present = "host", conflicts_with_all = ["host", "port", "engine"])]
    pub proxy: Option<String>,
    /// Endpoint to connect to
    #[arg(long, value_name = "HOST", requires = "engine")]
    pub host: Option<String>,
    /// Port of the endpoint; without it, the engine's proxy port
    #[arg(long, value_name = "PORT")]
    pub port: Option<u16>,
    /// Protocol spoken there: mysql or postgresql
    #[arg(long, value_name = "ENGINE", value_parser = |text: &str| text.parse::<Protocol>())]
    pub engine: Option<Protocol>,
    /// Database user
    #[arg(long, value_name = "NAME")]
    pub user: String,
    /// Database to open; without it, the server's default
    #[arg(long, value_name = "NAME", default_value = "")]
    pub database: String,
    /// Local end of a tunnel to dial; the certificate and the token stay the endpoint's
    #[arg(long, value_name = "HOST:PORT", value_parser = |text: &str| text.parse::<Via>())]
    pub via: Option<Via>,
    /// Open a tunnel first, through this instance, managed node or ECS task, and close it at the end
    ///
    /// Without a value, what could carry it is listed, and the only one that can is taken. Needs the AWS CLI
    /// and its Session Manager plugin.
    #[arg(long, value_name = "INSTANCE", num_args = 0..=1, conflicts_with = "via",
        value_parser = |text: &str| text.parse::<Carrier>())]
    pub tunnel: Option<Option<Carrier>>,
    /// Keep the tunnel open for other programs until Ctrl-C, and print their lines
    #[arg(long, requires = "tunnel")]
    pub keep: bool,
    /// Certificates to believe, in PEM form, instead of the public roots
    #[arg(long, value_name = "FILE")]
    pub ca: Option<PathBuf>,
    /// Log in with a password read from standard input, instead of an IAM token
    #[arg(long)]
    pub password_stdin: bool,
}

/// `monitor`
#[derive(Debug, Clone, Group)]
pub struct MonitorArgs {
    /// Name of the proxy
    #[arg(long, value_name = "NAME")]
    pub proxy: String,
    /// A function whose metrics stand beside the proxy's
    #[arg(long, value_name = "NAME")]
    pub function: Option<String>,
    /// How far back: 90m, 3h, 1d, 1w; 15 days at most
    #[arg(long, value_name = "SPAN", default_value = "3h", value_parser = |text: &str| text.parse::<Since>())]
    pub since: Since,
    /// Read again every minute, until Ctrl-C
    #[arg(long)]
    pub follow: bool,
    /// Also list the SNS topics that an alarm can tell
    #[arg(long)]
    pub topics: bool,
}

/// `advise`
#[derive(Debug, Clone, Group)]
pub struct AdviseArgs {
    /// Identifier of the database
    #[arg(long, value_name = "ID")]
    pub database: String,
    /// A function that uses it, repeatable; without one, those whose environment names the database
    #[arg(long, value_name = "NAME")]
    pub function: Vec<String>,
}

/// `probe`
#[derive(Debug, Clone, Group)]
pub struct ProbeArgs {
    /// Name of the proxy
    #[arg(long, value_name = "NAME")]
    pub proxy: String,
    /// The function that connects through it, and the alias or version that is invoked
    #[arg(long, value_name = "NAME[:QUALIFIER]")]
    pub function: Invoked,
    /// Make a function like it for a moment, instead of invoking it
    #[arg(long)]
    pub temporary: bool,
    /// What the function is invoked with, JSON
    #[arg(long, value_name = "JSON", default_value = "{}", conflicts_with = "temporary")]
    pub payload: String,
    /// Database user; without it, that of the proxy's secret or of the function's variables
    #[arg(long, value_name = "NAME", requires = "temporary")]
    pub user: Option<String>,
    /// Database to open; without it, the one that the database was made with
    #[arg(long, value_name = "NAME", requires = "temporary")]
    pub database: Option<String>,
    /// Log in with user and password of this secret, which the function's role must be allowed to read
    #[arg(long, value_name = "ARN", requires = "temporary")]
    pub secret: Option<String>,
    /// Certificates to believe, in PEM form, instead of the public roots
    #[arg(long, value_name = "FILE", requires = "temporary")]
    pub ca: Option<PathBuf>,
    /// Print the temporary function's program and end
    #[arg(long, requires = "temporary")]
    pub show_source: bool,
    /// Do not ask
    #[arg(long, short)]
    pub yes: bool,
    /// Make it although a check before it failed
    #[arg(long, requires = "temporary")]
    pub ignore_preflight: bool,
}

/// `load`
#[derive(Debug, Clone, Group)]
#[group(skip)]
#[command(group = clap::ArgGroup::new("how").required(true).args(["calls", "concurrency", "compare", "kept", "locust"]))]
pub struct LoadArgs {
    /// The function that is called, and its alias or version
    #[arg(long, value_name = "NAME[:QUALIFIER]", required_unless_present_any = ["compare", "kept", "locust"])]
    pub function: Option<Invoked>,
    /// Name of its proxy; without it, the one that its variables name
    #[arg(long, value_name = "NAME")]
    pub proxy: Option<String>,
    /// Calls one after another: cold and warm
    #[arg(long, value_name = "N")]
    pub calls: Option<u32>,
    /// Calls at once, again each second
    #[arg(long, value_name = "N", requires = "seconds")]
    pub concurrency: Option<u32>,
    /// For how many seconds calls are started
    #[arg(long, value_name = "S", conflicts_with = "calls")]
    pub seconds: Option<u32>,
    /// Calls at once in the first second
    #[arg(long, value_name = "N", requires = "concurrency", default_value = "1")]
    pub from: u32,
    /// Seconds of the rise; without it, a third of all
    #[arg(long, value_name = "S", requires = "concurrency")]
    pub ramp: Option<u32>,
    /// What the function is called with, JSON
    #[arg(long, value_name = "JSON", default_value = "{}")]
    pub payload: String,
    /// Let the database fail over after so many seconds; in the practice account only
    #[arg(long, value_name = "S", requires = "concurrency")]
    pub failover_after: Option<u32>,
    /// Do not ask
    #[arg(long, short)]
    pub yes: bool,
    /// Compare two kept loads, by name or file
    #[arg(long, num_args = 2, value_names = ["BEFORE", "AFTER"])]
    pub compare: Option<Vec<String>>,
    /// List the loads that are kept
    #[arg(long)]
    pub kept: bool,
    /// Print a locustfile.py that loads this function URL or API
    #[arg(long, value_name = "URL", requires = "seconds")]
    pub locust: Option<String>,
    /// Users of the locustfile
    #[arg(long, value_name = "N", requires = "locust", default_value = "10")]
    pub users: u32,
    /// Users that begin in a second
    #[arg(long, value_name = "N", requires = "locust", default_value = "1")]
    pub spawn_rate: u32,
}

/// `user`
#[derive(Debug, Clone, Group)]
pub struct UserArgs {
    /// Name of the proxy, whose engine and login decide the form
    #[arg(long, value_name = "NAME")]
    pub proxy: String,
    /// The user to be made
    #[arg(long, value_name = "NAME")]
    pub user: String,
    /// Database it works in; without it, the one that the database was made with
    #[arg(long, value_name = "NAME")]
    pub database: Option<String>,
    /// What it may do there: `read`, `read-write`, or privileges with commas between them
    #[arg(long, value_name = "RIGHTS", default_value = "read-write")]
    pub rights: String,
    /// How the proxy logs in as this user, if only the proxy's secrets could tell
    #[arg(long, value_name = "password|token", value_parser = login_of_proxy)]
    pub login: Option<ProxyLogsIn>,
    /// Look into the proxy's secrets, to see whose they are; no value is kept or shown
    #[arg(long)]
    pub read_secrets: bool,
    /// What to do; without any, --print
    #[command(flatten)]
    pub deed: UserDeed,
    /// From where, and as whom
    #[command(flatten)]
    pub way: UserWay,
    /// Do not ask
    #[arg(long, short)]
    pub yes: bool,
    /// Make the temporary function although a check before it failed
    #[arg(long, requires = "from_function")]
    pub ignore_preflight: bool,
}

/// What `user` does.
#[derive(Debug, Clone, Copy, Group)]
#[group(multiple = false)]
pub struct UserDeed {
    /// Print the statements and end
    #[arg(long)]
    pub print: bool,
    /// Look whether the user is there, how it logs in and what it may do; nothing is written
    #[arg(long, requires = "where")]
    pub look: bool,
    /// Run the statements, after showing them and asking
    #[arg(long, requires = "where")]
    pub run: bool,
    /// Take the user away again, after asking; what it owns is not dropped with it
    #[arg(long, requires = "where")]
    pub drop: bool,
}

/// From where the database is visited.
#[derive(Debug, Clone, Group)]
#[group(skip)]
#[command(group = clap::ArgGroup::new("where").args(["login_as", "from_function"]).multiple(false))]
pub struct UserWay {
    /// From this machine: who logs in, with a password that is asked for and kept nowhere
    #[arg(long = "as", value_name = "NAME")]
    pub login_as: Option<String>,
    /// Local end of a tunnel to dial; the certificate stays the database's
    #[arg(long, value_name = "HOST:PORT", requires = "login_as", conflicts_with = "from_function", value_parser = |text: &str| text.parse::<Via>())]
    pub via: Option<Via>,
    /// Open a tunnel through this instance or ECS task first, and end it after
    #[arg(long, value_name = "INSTANCE", requires = "login_as", conflicts_with_all = ["via", "from_function"], value_parser = |text: &str| text.parse::<Carrier>())]
    pub tunnel: Option<Carrier>,
    /// Read the passwords from standard input, a line each: that of --as, then that of the user if it has one
    #[arg(long, requires = "login_as", conflicts_with = "from_function")]
    pub password_stdin: bool,
    /// Run inside the VPC, by a temporary function with this one's role, which reads the passwords from secrets
    #[arg(long, value_name = "FUNCTION[:QUALIFIER]")]
    pub from_function: Option<Invoked>,
    /// Secret of somebody who may make users; without it, the one that RDS keeps for the database
    #[arg(long, value_name = "ARN", requires = "from_function", conflicts_with = "login_as")]
    pub login_secret: Option<String>,
    /// Secret with the user's own password; without it, the proxy's secret of this user
    #[arg(long, value_name = "ARN", requires = "from_function", conflicts_with = "login_as")]
    pub password_secret: Option<String>,
    /// Certificates to believe, in PEM form, instead of the public roots; a database's own need the RDS bundle
    #[arg(long, value_name = "FILE", requires = "where")]
    pub ca: Option<PathBuf>,
}

fn login_of_proxy(text: &str) -> Result<ProxyLogsIn, String> {
    match text {
        "password" => Ok(ProxyLogsIn::WithPassword),
        "token" => Ok(ProxyLogsIn::WithToken),
        _ => Err(t!("cli-login-words").to_owned()),
    }
}

/// `validate`
#[derive(Debug, Clone, Group)]
#[group(skip)]
#[command(group = clap::ArgGroup::new("what").required(true).args(["proxy", "all", "bundle"]))]
pub struct ValidateArgs {
    /// Name of the proxy
    #[arg(long, value_name = "NAME")]
    pub proxy: Option<String>,
    /// Every proxy of account and region, each with the function that names it
    #[arg(long)]
    pub all: bool,
    /// With --all: of these profiles' accounts, each in the regions below
    ///
    /// An account that cannot be read is a row with its reason; the others are read all the same.
    #[arg(long, value_name = "NAMES", value_delimiter = ',', conflicts_with_all = ["profile", "proxy", "bundle"])]
    pub profiles: Vec<String>,
    /// With --all: in these regions
    #[arg(long, value_name = "NAMES", value_delimiter = ',', conflicts_with_all = ["region", "proxy", "bundle"])]
    pub regions: Vec<String>,
    /// With --all: in every active account of the organization, through the role of this name in each
    #[arg(long, value_name = "ROLE", conflicts_with_all = ["proxy", "bundle"])]
    pub organization_role: Option<String>,
    /// What `observe` wrote, instead of an account
    #[arg(long, value_name = "FILE", conflicts_with_all = ["profile", "region", "endpoint_url", "practice", "function", "read_secrets"])]
    pub bundle: Option<PathBuf>,
    /// A function that connects through it, and the alias or version that is invoked
    #[arg(long, value_name = "NAME[:QUALIFIER]", conflicts_with = "all")]
    pub function: Option<Invoked>,
    /// Look into the proxy's secrets, to check their form and user; no value is kept or shown
    #[arg(long)]
    pub read_secrets: bool,
    /// Only these rules
    #[arg(long, value_name = "CODES", value_delimiter = ',')]
    pub only: Vec<String>,
    /// Also say who changed the things at fault last, from CloudTrail
    #[arg(long, conflicts_with_all = ["all", "bundle"])]
    pub history: bool,
    /// Findings that are accepted: a TOML file that says of each which it is, by whom it was accepted, why and until
    /// when
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// What `validate --format json` wrote before: show what came, went and stayed, and fail for what came only
    #[arg(long, value_name = "FILE")]
    pub new_since: Option<PathBuf>,
    /// Fail, with exit code 1, from this severity on
    #[arg(long, value_enum, default_value = "error")]
    pub fail_on: FailOn,
}

/// `repair`
#[derive(Debug, Clone, Group)]
pub struct RepairArgs {
    /// Name of the proxy
    #[arg(long, value_name = "NAME")]
    pub proxy: String,
    /// A function that connects through it, and the alias or version that is invoked
    #[arg(long, value_name = "NAME[:QUALIFIER]")]
    pub function: Option<Invoked>,
    /// Look into the proxy's secrets too
    #[arg(long)]
    pub read_secrets: bool,
    /// Only these findings; without it, all whose repair takes nothing away from anybody
    #[arg(long, value_name = "CODES", value_delimiter = ',')]
    pub only: Vec<String>,
    /// Do not ask
    #[arg(long, short)]
    pub yes: bool,
    /// Repair although a check before it failed
    #[arg(long)]
    pub ignore_preflight: bool,
}

/// `migrate`
#[derive(Debug, Clone, Group)]
pub struct MigrateArgs {
    /// Name of the proxy
    #[arg(long, value_name = "NAME")]
    pub proxy: String,
    /// Where to: through the proxy, or another way of logging in to it; without it, say where the path stands
    #[arg(long, value_enum)]
    pub to: Option<MigrateTo>,
    /// List what a blue/green deployment of the database behind the proxy requires, and its steps
    #[arg(long, conflicts_with = "to")]
    pub blue_green: bool,
    /// The function that moves; without it, only the proxy takes the new login
    #[arg(long, value_name = "NAME[:QUALIFIER]")]
    pub function: Option<Invoked>,
    /// The database user of the new login, one that nobody logs in as yet; with --finish, the old one
    #[arg(long, value_name = "NAME")]
    pub user: Option<String>,
    /// Take the old way away, once all have moved
    #[arg(long, requires = "to")]
    pub finish: bool,
    /// Look into the proxy's secrets, to know whose login each entry is; no value is kept
    #[arg(long)]
    pub read_secrets: bool,
    /// Do not ask
    #[arg(long, short)]
    pub yes: bool,
    /// Migrate although a check before it failed
    #[arg(long)]
    pub ignore_preflight: bool,
}

/// What `--to` takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum MigrateTo {
    /// The function connects to the proxy and no longer to the database
    Proxy,
    /// It sends a token, and the proxy logs in with a secret
    StandardIam,
    /// Tokens on both sides
    EndToEndIam,
}

/// `observe`
#[derive(Debug, Clone, Group)]
pub struct ObserveArgs {
    /// Name of the proxy
    #[arg(long, value_name = "NAME")]
    pub proxy: String,
    /// A function that connects through it, and the alias or version that is invoked
    #[arg(long, value_name = "NAME[:QUALIFIER]")]
    pub function: Option<Invoked>,
    /// Look into the proxy's secrets, to note their form and user; no value is kept
    #[arg(long)]
    pub read_secrets: bool,
    /// File to write
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// Write over a file that is there and differs, without asking
    #[arg(long, short, visible_alias = "force")]
    pub yes: bool,
}

/// `diagnostics`
#[derive(Debug, Clone, Group)]
pub struct DiagnosticsArgs {
    /// Archive to write, a `.zip`
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// Write over a file that is there and differs, without asking
    #[arg(long, short)]
    pub yes: bool,
}

/// `read-policy`
#[derive(Debug, Clone, Group)]
pub struct ReadPolicyArgs {
    /// Only what is read about this proxy
    #[arg(long, value_name = "NAME")]
    pub proxy: Option<String>,
    /// And about this function, with the alias or version that is invoked
    #[arg(long, value_name = "NAME[:QUALIFIER]", requires = "proxy")]
    pub function: Option<Invoked>,
    /// Also allow `validate --read-secrets`: secretsmanager:GetSecretValue and kms:Decrypt
    #[arg(long)]
    pub read_secrets: bool,
    /// Also allow what `monitor` and `load` read: topics, the history of alarms, X-Ray's traces
    #[arg(long)]
    pub watch: bool,
    /// Also allow `validate --history`: who changed the things at fault, from CloudTrail
    #[arg(long)]
    pub history: bool,
    /// Also allow `validate --organization-role` where it is started: the list of accounts, and this role in each
    #[arg(long, value_name = "NAME")]
    pub organization_role: Option<String>,
}

/// `export`
#[derive(Debug, Clone, Group)]
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

/// `explain`
#[derive(Debug, Clone, Group)]
pub struct ExplainArgs {
    /// Code of the rule, as `rules` and `validate` print it
    pub code: String,
}

/// `man`
#[derive(Debug, Clone, Group)]
pub struct ManArgs {
    /// The command whose page is printed; without it, the page of the whole program
    #[arg(value_name = "COMMAND", conflicts_with = "out")]
    pub words: Vec<String>,
    /// Folder to write every page into
    #[arg(long, value_name = "FOLDER")]
    pub out: Option<PathBuf>,
    /// Write over files that are there and differ, without asking
    #[arg(long, short, visible_alias = "force", requires = "out")]
    pub yes: bool,
}

/// `list`
#[derive(Debug, Clone, Subcommand)]
pub enum ListVerb {
    /// The databases of account and region, and why some cannot have a proxy
    Databases,
    /// The functions of account and region, and why some cannot use a proxy
    Functions {
        /// As seen from this database: who names it already comes first
        #[arg(long, value_name = "ID")]
        database: Option<String>,
    },
    /// The proxies of account and region, with the database behind each
    Proxies,
    /// The profiles of the AWS configuration; with --practice=organization, its own
    Profiles,
}

/// `practice`
#[derive(Debug, Clone, Subcommand)]
pub enum PracticeVerb {
    /// List the scenarios
    List,
    /// Put a scenario's account back to its beginning
    Reset {
        /// Name of the scenario; without it, that of --practice, else `default`
        scenario: Option<String>,
    },
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
