//! The database user that the function's environment names.

use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::observed::Observed;

use crate::rules::environment::What;
use crate::rules::facts::{self, Need};
use crate::rules::rule::{Check, Rule, Stop};

use super::reading::Reading;

/// Contested: one report, of an end-to-end proxy. With a registered secret the master user does
/// log in through a proxy in standard mode, so the rule stays out of that mode.
pub const MASTER: Rule = Rule {
    code: "master-user-with-enforced-iam",
    severity: Severity::Info,
    hop: Hop::FunctionToProxy,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.DBAccounts.html",
    needs: &[Need::Proxy, Need::Function, Need::Database],
    check: master,
};

fn master(observed: &Observed) -> Check {
    let reading = Reading::new(observed)?;
    let database = facts::database(observed)?;
    let master = database.master_username.as_ref().ok_or(Stop::NotApplicable)?;
    let mut users = reading.environment.about(What::User).peekable();
    if !reading.proxy.default_iam_auth || users.peek().is_none() {
        return Err(Stop::NotApplicable);
    }
    let found = users.filter(|fact| fact.value == *master && reading.concerns(fact).is_some());
    Ok(found.map(|fact| reading.seen(Confidence::Low, [reading.evidence(fact)])).collect())
}
