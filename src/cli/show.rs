//! Plans, checks and leftovers as text. Pure: values in, text out.

use std::fmt::Write;

use super::prepare::Prepared;
use crate::apply::Receipt;
use crate::domain::account::{Account, Mode};
use crate::domain::observed::Observed;
use crate::domain::outside::one_line;
use crate::plan::preflight::{Check, CheckVerdict};
use crate::plan::{Change, DiffKind, Leftover, Plan, Weight};
use crate::text::{column, grouped, padded, t};
use crate::words::{Confirmation, NotYet, RunWords};

/// The whole plan, with its checks.
pub fn plan(prepared: &Prepared, details: bool) -> String {
    let plan = &prepared.plan;
    let mut text = head(plan, &prepared.observed);
    let _ = write!(text, "\n\n{}\n", summary(plan));
    text.push_str(&steps(plan, details));
    let notices = prepared.notices();
    if !notices.is_empty() {
        let _ = write!(text, "\n\n{}", t!("cli-notes"));
        for notice in notices {
            let _ = write!(text, "\n  {}{}", padded(weight(notice.weight), 9), notice.title);
            if !notice.text.is_empty() {
                let _ = write!(text, "\n{}", indented(&notice.text, 11));
            }
        }
    }
    let passed: Vec<&Check> = prepared.checks().filter(|check| check.verdict == CheckVerdict::Passed).collect();
    if !passed.is_empty() {
        let _ = write!(text, "\n\n{}", t!("cli-checks"));
        for check in passed {
            let _ = write!(text, "\n  {}{}", padded(t!("cli-passed"), 9), check.title);
        }
    }
    text
}

/// The account, in one line.
pub fn account(account: &Account) -> String {
    let mode = match account.mode {
        Mode::Practice => t!("cli-mode-practice"),
        Mode::Live => t!("cli-mode-live"),
    };
    format!("{} ({}), {}, {mode}", account.label(), account.grouped_id(), account.region)
}

/// What it is for: the setup as designed, or as much of the path as it was found.
fn head(plan: &Plan, observed: &Observed) -> String {
    let mut rows = vec![(t!("cli-row-account"), account(plan.account()))];
    match plan.setup() {
        Some(setup) => {
            let database = &setup.database;
            rows.push((t!("cli-row-database"), format!("{} ({}:{})", database.id, database.host, database.port)));
            rows.push((t!("cli-row-function"), setup.access.function_name.clone()));
            let login = t!("cli-login", mode = setup.auth_mode.title(), user = setup.db_user.as_str());
            rows.push((t!("cli-row-login"), login));
        }
        None => {
            rows.extend(observed.database.present().map(|found| (t!("cli-row-database"), found.id.clone())));
            rows.extend(observed.function.present().map(|found| (t!("cli-row-function"), found.name.clone())));
        }
    }
    let mut text = t!("cli-setup", name = plan.name());
    let width = column(rows.iter().map(|(name, _)| *name), 10);
    for (name, value) in rows {
        let _ = write!(text, "\n  {}{}", padded(name, width), one_line(&value));
    }
    text
}

/// How many steps, how long, what it costs.
fn summary(plan: &Plan) -> String {
    if plan.is_empty() {
        return t!("cli-nothing-to-do").to_owned();
    }
    let mut text = t!(
        "cli-summary",
        create = plan.count(Change::Create),
        change = plan.count(Change::Change),
        same = plan.count(Change::AlreadySo),
        minutes = plan.usual_secs().div_ceil(60),
    );
    let cost = plan.setup().map(|setup| &setup.cost);
    if let Some((cost, usd)) = cost.and_then(|cost| Some((cost, cost.usd_per_month()?))) {
        let usd = grouped(format!("{usd:.2}"));
        let date = cost.prices_of.as_str();
        text.push('\n');
        text.push_str(&match (cost.is_partial(), cost.is_on_top()) {
            (false, false) => t!("cli-cost", usd = usd, date = date),
            (false, true) => t!("cli-cost-on-top", usd = usd, date = date),
            (true, false) => t!("cli-cost-at-least", usd = usd, date = date),
            (true, true) => t!("cli-cost-at-least-on-top", usd = usd, date = date),
        });
    }
    text
}

fn steps(plan: &Plan, details: bool) -> String {
    let mut text = String::new();
    for (at, step) in plan.steps.iter().enumerate() {
        let said = plan.describe(step);
        let sign = match step.change {
            Change::Create => '+',
            Change::Change => '~',
            Change::AlreadySo => '=',
        };
        let _ = write!(text, "\n{:>4} {sign} {}  [{}]", at + 1, said.title, said.call);
        if !details {
            continue;
        }
        let _ = write!(text, "\n{}", indented(&said.why, 7));
        for line in &said.diff {
            let sign = match line.kind {
                DiffKind::Kept => ' ',
                DiffKind::Added => '+',
                DiffKind::Removed => '-',
            };
            let _ = write!(text, "\n         {sign} {}", line.text);
        }
        if step.change != Change::AlreadySo {
            let _ = write!(text, "\n{}", indented(&said.cli, 9));
            let _ = write!(text, "\n{}", indented(&t!("cli-undo-of-step", undo = said.undo.as_str()), 7));
        }
    }
    text
}

fn weight(weight: Weight) -> &'static str {
    match weight {
        Weight::Error => t!("cli-error"),
        Weight::Warning => t!("cli-warning"),
        Weight::Unknown => t!("cli-unknown"),
        Weight::Note => t!("cli-note"),
    }
}

/// What undo left behind, with where to look and what to type.
pub fn leftovers(leftovers: &[Leftover]) -> String {
    let mut text = t!("cli-leftovers", count = leftovers.len());
    for leftover in leftovers {
        let _ = write!(text, "\n  {}", one_line(&leftover.title.to_string()));
        let _ = write!(text, "\n    {}", one_line(&leftover.why.to_string()));
        let _ = write!(text, "\n    {}", one_line(&leftover.console_url));
        let _ = write!(text, "\n{}", indented(&leftover.cli, 4));
    }
    text
}

/// What undo would do, the first act first.
pub fn to_undo(receipt: &Receipt) -> String {
    let mut text = t!("cli-to-be-undone", name = receipt.name());
    for step in receipt.to_undo() {
        let _ = write!(text, "\n{}", indented(&receipt.plan.describe(step).undo, 2));
    }
    text
}

/// A question at the terminal: what yes does, then the question itself.
pub fn ask(ask: &Confirmation) -> String {
    format!("{}\n{}", ask.text, ask.question)
}

/// How a run ended; what is made and does not work yet is told in full.
pub fn ended(receipt: &Receipt) -> String {
    let words = RunWords::new(receipt, false);
    let mut text = t!("head-and-text", head = words.title.as_str(), text = words.sentence.as_str());
    for not_yet in NotYet::all(receipt) {
        let _ = write!(text, "\n{}", indented(&not_yet.to_string(), 2));
    }
    text
}

/// Each line of a text moved to the right.
pub fn indented(text: &str, columns: usize) -> String {
    let lines: Vec<String> = text.lines().map(|line| format!("{:columns$}{line}", "")).collect();
    lines.join("\n")
}
