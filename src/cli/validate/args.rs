//! `validate`: what it takes.

use std::path::PathBuf;

use crate::discover::Invoked;

/// From which severity on a validation fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum FailOn {
    /// Findings of severity error
    Error,
    /// Warnings too
    Warning,
}

/// `validate`
#[derive(Debug, Clone, clap::Args)]
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
