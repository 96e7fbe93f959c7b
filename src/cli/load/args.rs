//! `load`: what it takes.

use crate::discover::Invoked;

/// `load`
#[derive(Debug, Clone, clap::Args)]
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
