//! `user`: what it takes.

use std::path::PathBuf;

use crate::discover::Invoked;
use crate::export::ProxyLogsIn;
use crate::probe::Via;
use crate::text::t;
use crate::tunnel::Carrier;

/// `user`
#[derive(Debug, Clone, clap::Args)]
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
#[derive(Debug, Clone, Copy, clap::Args)]
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
#[derive(Debug, Clone, clap::Args)]
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
