//! `repair`: mends what `validate` finds, through a plan that is shown, asked about, applied and
//! undone like any other; then looks again.

use super::apply;
use super::args::{Globals, RepairArgs};
use super::drive::{Work, drive};
use super::output::{self, Ended, Exit};
use super::prepare::Prepared;
use super::progress::Style;
use super::session::Session;
use super::validate::{known_codes, look};
use crate::accounts::Accounts;
use crate::discover::{self, Existing};
use crate::plan::preflight;
use crate::plan::{Repair, Why, Wish, repair};
use crate::rules;
use crate::text::t;

/// Repairs, unless the person or a check says no.
pub async fn run(accounts: &Accounts, globals: &Globals, args: &RepairArgs) -> Ended {
    known_codes(&args.only)?;
    let session = Session::open(accounts, globals, None).await?;
    let existing =
        Existing { proxy: args.proxy.clone(), function: args.function.clone(), read_secrets: args.read_secrets };
    let mut observed = look(&session, &existing).await?;
    let verdict = rules::check_all(&observed);
    let wish = if args.only.is_empty() { Wish::Safe } else { Wish::Codes(args.only.clone()) };
    let Repair { plan, mended, left } = repair(&observed, verdict.causes(), &wish);
    observed.permissions = discover::permissions(session.reader(), &preflight::asked(&plan)).await;
    let preflight = preflight::of_repair(&observed, &plan);
    let prepared = Prepared { observed, plan, preflight, safety: Vec::new() };

    let style = Style::choose(globals.format);
    if style != Style::Json {
        for code in &mended {
            output::line(&t!("cli-repair-mends", code = code.as_str(), title = title(code)));
        }
        for left in &left {
            let code = left.code.as_str();
            output::line(&match left.why {
                Why::ByHand => t!("cli-repair-by-hand", code = code, title = title(code)),
                Why::NotSafe => t!("cli-repair-not-safe", code = code, title = title(code)),
                Why::NotRead => t!("cli-repair-not-read", code = code, title = title(code)),
            });
        }
        output::line("");
    }
    if !apply::agreed(&session, style, &prepared, args.yes, args.ignore_preflight)? {
        return Ok(Exit::Done);
    }
    let ended = drive(&session, style, Work::Run(prepared.plan), None).await?;
    if ended != Exit::Done {
        return Ok(ended);
    }
    let after = rules::check_all(&look(&session, &existing).await?);
    let stays: Vec<&String> = mended.iter().filter(|code| after.finding(code).is_some()).collect();
    for code in &stays {
        output::aside(&t!("cli-repair-stays", code = code.as_str(), title = title(code)));
    }
    if style != Style::Json && stays.is_empty() {
        output::line(&t!("cli-repair-clean", count = mended.len()));
    }
    Ok(if stays.is_empty() { Exit::Done } else { Exit::Failed })
}

fn title(code: &str) -> &'static str {
    rules::rule(code).map_or("", |rule| rule.title)
}
