//! `repair`: mends what `validate` finds, through a plan that is shown, asked about, applied and
//! undone like any other; then looks again, and says which errors are left and why.

use serde::Serialize;

use super::apply;
use super::args::Globals;
use super::drive::{RunWork, drive};
use super::output::{self, Ended, Exit};
use super::prepare::Prepared;
use super::progress::Style;
use super::session::Session;
use super::validate::{known_codes, look};
use crate::accounts::Accounts;
use crate::discover::{self, Existing, Invoked};
use crate::domain::finding::{Finding, Severity};
use crate::domain::observed::Observed;
use crate::plan::{NotMended, Repair, Why, Wish, preflight, remaining, repair};
use crate::rules::{self, Rule};
use crate::text::t;

/// `repair`
#[derive(Debug, Clone, clap::Args)]
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

/// Repairs, unless the person or a check says no.
pub async fn run(accounts: &Accounts, globals: &Globals, args: &RepairArgs) -> Ended {
    known_codes(&args.only)?;
    let session = Session::open(accounts, globals, None).await?;
    let existing =
        Existing { proxy: args.proxy.clone(), function: args.function.clone(), read_secrets: args.read_secrets };
    let mut observed = look(&session, &existing).await?;
    let wish = if args.only.is_empty() { Wish::Safe } else { Wish::Codes(args.only.clone()) };
    let Repair { plan, mended, left } = repair(&observed, rules::check_all(&observed).causes(), &wish);
    observed.permissions = discover::permissions(session.reader(), &preflight::asked(&plan)).await;
    let preflight = preflight::of_repair(&observed, &plan);
    let prepared = Prepared { observed, plan, preflight, safety: Vec::new() };

    let style = Style::choose(globals.format);
    if style != Style::Json {
        for code in &mended {
            output::line(&t!("cli-repair-mends", code = code.as_str(), title = title(code)));
        }
        for left in &left {
            output::line(&said(left));
        }
        output::line("");
    }
    let agreed = apply::agreed(&session, style, &prepared, args.yes, args.ignore_preflight)?;
    if prepared.plan.is_empty() {
        return Ok(conclude(style, &prepared.observed, &wish, &[]));
    }
    if !agreed {
        return Ok(Exit::Done);
    }
    let ended = drive(&session, style, RunWork::Run(prepared.plan), None).await?;
    if ended != Exit::Done {
        return Ok(ended);
    }
    Ok(conclude(style, &look(&session, &existing).await?, &wish, &mended))
}

/// The last line of `--format json`.
#[derive(Serialize)]
struct Repaired<'a> {
    event: &'static str,
    /// Mended, and gone at the look after it.
    gone: Vec<&'a String>,
    left: Vec<Stays<'a>>,
}

#[derive(Serialize)]
struct Stays<'a> {
    title: &'static str,
    #[serde(flatten)]
    left: &'a NotMended,
}

/// Says what is gone and what is left, from a look at the account; an error that is left is a failure.
fn conclude(style: Style, after: &Observed, wish: &Wish, mended: &[String]) -> Exit {
    let verdict = rules::check_all(after);
    // What follows from an error is gone with it.
    let follows = |finding: &&Finding| {
        let cause = verdict.cause_of(&finding.code).and_then(|cause| verdict.finding(cause));
        cause.is_some_and(|cause| cause.severity == Severity::Error)
    };
    let left = remaining(after, verdict.findings.iter().filter(|finding| !follows(finding)), wish, mended);
    let gone: Vec<&String> = mended.iter().filter(|code| left.iter().all(|left| left.code != **code)).collect();
    if style == Style::Json {
        let stays = left.iter().map(|left| Stays { title: title(&left.code), left }).collect();
        output::json_line(&Repaired { event: "repaired", gone, left: stays });
    } else {
        if !gone.is_empty() && gone.len() == mended.len() {
            output::line(&t!("cli-repair-clean", count = gone.len()));
        }
        if !left.is_empty() {
            output::line(&t!("cli-repair-left", count = left.len()));
        }
        for left in &left {
            output::line(&said(left));
        }
    }
    if left.is_empty() { Exit::Done } else { Exit::Failed }
}

fn said(left: &NotMended) -> String {
    let (code, title) = (left.code.as_str(), title(&left.code));
    match left.why {
        Why::ByHand => t!("cli-repair-by-hand", code = code, title = title),
        Why::NotSafe => t!("cli-repair-not-safe", code = code, title = title),
        Why::NotRead => t!("cli-repair-not-read", code = code, title = title),
        Why::NotChosen => t!("cli-repair-not-chosen", code = code, title = title),
        Why::StillThere => t!("cli-repair-still-there", code = code, title = title),
        Why::NewlySeen => t!("cli-repair-newly-seen", code = code, title = title),
    }
}

fn title(code: &str) -> &'static str {
    rules::rule(code).map_or("", Rule::title)
}
