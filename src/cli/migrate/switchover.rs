//! `migrate --blue-green`: the checklist of a blue/green deployment. Changes nothing.

use serde::Serialize;

use crate::cli::output::{self, Ended, Exit, Failure};
use crate::cli::session::Session;
use crate::domain::observed::Observed;
use crate::plan::preflight::{Check, CheckVerdict};
use crate::plan::{Switchover, switchover};
use crate::report::{Kind, Report};
use crate::text::{padded, t};
use crate::words::migration::{deployment_words, turn_word};

#[derive(Serialize)]
struct SwitchoverDocument<'a> {
    schema: &'static str,
    #[serde(flatten)]
    list: &'a Switchover,
}

/// Prints it; ends with 1 where AWS would refuse.
pub fn tell(session: &Session, observed: &Observed) -> Ended {
    let Some(list) = switchover(observed) else {
        let report = Report::new(Kind::Aws, t!("switchover-no-database").to_owned());
        return Err(Failure::new(Exit::Unreadable, report.hint(t!("switchover-no-database-hint"))));
    };
    if session.is_json() {
        output::json(&SwitchoverDocument { schema: "rds-proxy-wizard/blue-green/v1", list: &list });
    } else {
        output::line(&text(&list).join("\n"));
    }
    let refused = list.checks.iter().any(|check| check.verdict == CheckVerdict::Error);
    Ok(if refused { Exit::Failed } else { Exit::Done })
}

fn text(list: &Switchover) -> Vec<String> {
    let mut lines = vec![t!("switchover-title", database = list.database.as_str()), deployment_words(list)];
    lines.push(format!("\n{}", t!("switchover-asks")));
    for check in &list.checks {
        lines.push(format!("  {}{}", padded(word(check), 9), check.title));
        lines.extend(check.detail.lines().map(|line| format!("           {line}")));
    }
    lines.push(format!("\n{}", t!("switchover-steps")));
    for (number, step) in (1..).zip(&list.steps) {
        lines.push(format!("  {number}. {} ({})", step.title, turn_word(step.turn)));
        lines.push(format!("     {}", step.text));
        lines.extend(step.commands.iter().map(|command| format!("     $ {command}")));
    }
    lines
}

fn word(check: &Check) -> &'static str {
    match check.verdict {
        CheckVerdict::Error => t!("sign-error"),
        CheckVerdict::Warning => t!("sign-warning"),
        CheckVerdict::Unknown { .. } => t!("sign-unknown"),
        CheckVerdict::Passed => t!("sign-passed"),
    }
}
