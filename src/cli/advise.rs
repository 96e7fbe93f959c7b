//! `advise`: whether a proxy is worth it in front of a database.

use serde::Serialize;

use super::args::Globals;
use super::output::{self, Ended, Exit};
use super::session::Session;
use crate::accounts::Accounts;
use crate::advise::{Advice, advise};
use crate::discover::advised;
use crate::text::{padded, t};
use crate::words::advise as words;

/// `advise`
#[derive(Debug, Clone, clap::Args)]
pub struct AdviseArgs {
    /// Identifier of the database
    #[arg(long, value_name = "ID")]
    pub database: String,
    /// A function that uses it, repeatable; without one, those whose environment names the database
    #[arg(long, value_name = "NAME")]
    pub function: Vec<String>,
}

/// Reads two weeks and says what they come to; no verdict is a failure.
pub async fn run(accounts: &Accounts, globals: &Globals, args: &AdviseArgs) -> Ended {
    let session = Session::open(accounts, globals, None).await?;
    let connection = &session.connection;
    let (clock, account) = (connection.clock.as_ref(), &connection.account);
    let named: Vec<&str> = args.function.iter().map(String::as_str).collect();
    let facts = advised(session.reader(), clock, account, &args.database, &named).await;
    let facts = match facts {
        Ok(facts) => facts,
        Err(error) => return Err(session.failed(error, Exit::Usage).await),
    };
    let advice = advise(&facts);
    if session.is_json() {
        output::json(&AdviceDocument { schema: "rds-proxy-wizard/advice/v1", advice: &advice });
    } else {
        output::line(&text(&advice).join("\n"));
    }
    Ok(Exit::Done)
}

#[derive(Serialize)]
struct AdviceDocument<'a> {
    schema: &'static str,
    #[serde(flatten)]
    advice: &'a Advice,
}

fn text(advice: &Advice) -> Vec<String> {
    let mut lines = vec![words::title(advice), words::sentence(advice), String::new()];
    lines.extend(advice.figures.iter().map(|figure| {
        let (name, value, source) = words::figure(figure);
        format!("  {}{}{}", padded(name, 31), padded(&value, 23), t!("advise-from", source = source))
            .trim_end()
            .to_owned()
    }));
    lines.push(format!("\n{}", t!("advise-do")));
    lines.extend(advice.instead.iter().map(|instead| format!("  - {}", words::instead(instead))));
    lines.extend(advice.unread.iter().map(|why| t!("advise-unread", operation = why.operation.as_str())));
    lines
}
