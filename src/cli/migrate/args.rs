//! `migrate`: what it takes.

use crate::discover::Invoked;

/// `migrate`
#[derive(Debug, Clone, clap::Args)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum MigrateTo {
    /// The function connects to the proxy and no longer to the database
    Proxy,
    /// It sends a token, and the proxy logs in with a secret
    StandardIam,
    /// Tokens on both sides
    EndToEndIam,
}
