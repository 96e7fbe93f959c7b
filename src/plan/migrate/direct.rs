//! From the database's own host to the proxy's.

use super::{Conflict, conflict, unread};
use crate::domain::finding::{Finding, Hop, Severity};
use crate::domain::function::Function;
use crate::domain::mend::Mend;
use crate::domain::observed::Observed;
use crate::domain::setup::Page;
use crate::plan::repair::steps;
use crate::plan::{Action, Step};
use crate::rules::{MayBe, connects_directly};
use crate::text::{series, t};

/// The finding that the function names the database.
pub(super) const NAMES_DATABASE: &str = "lambda-env-host-is-db";
/// The finding that the database lets the function in by itself.
pub(super) const BYPASS: &str = "sg-lambda-direct-db-bypass";

fn on_the_way(finding: &Finding) -> bool {
    matches!(finding.hop, Hop::Function | Hop::FunctionToProxy | Hop::Proxy | Hop::RoleAndSecret | Hop::ProxyToDatabase)
}

/// Everything that the way through the proxy lacks, then the host variable.
pub(super) fn through_proxy(observed: &Observed, findings: &[&Finding]) -> Result<Vec<Step>, Vec<Conflict>> {
    let Some(function) = observed.function.present() else { return Err(vec![unread(t!("migrate-the-function"))]) };
    let Some(host) = findings.iter().find(|finding| finding.code == NAMES_DATABASE) else {
        let title = t!("migrate-not-direct", function = function.name.as_str());
        return Err(vec![conflict(Page::Access, title, t!("migrate-not-direct-cure"))]);
    };
    let in_the_way = findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error && finding.code != NAMES_DATABASE && on_the_way(finding));
    let (mut mends, mut conflicts): (Vec<&Mend>, Vec<Conflict>) = (Vec::new(), Vec::new());
    for finding in in_the_way {
        if !finding.mends.is_empty() && finding.mends.iter().all(|mend| adds(mend) && steps::can(observed, mend)) {
            mends.extend(&finding.mends);
        } else {
            let title = t!("migrate-first", title = finding.title.as_str(), code = finding.code.as_str());
            conflicts.push(conflict(Page::Network, title, finding.fix.text.clone()));
        }
    }
    if host.mends.is_empty() || !host.mends.iter().all(|mend| steps::can(observed, mend)) {
        let title = t!("migrate-no-host-variable", function = function.name.as_str());
        conflicts.push(conflict(Page::Access, title, t!("migrate-no-host-variable-cure")));
    }
    if !conflicts.is_empty() {
        return Err(conflicts);
    }
    mends.extend(&host.mends);
    let mut all = steps::steps_for(observed, &mends);
    // The old way is left last.
    all.sort_by_key(|step| matches!(step.action, Action::UpdateFunction(_)));
    Ok(all)
}

/// A login of the proxy is of no use to a function that does not come to it.
pub(super) fn is_through(findings: &[&Finding]) -> Result<(), Vec<Conflict>> {
    match findings.iter().find(|finding| finding.code == NAMES_DATABASE) {
        Some(direct) => Err(vec![conflict(Page::Access, direct.title.clone(), t!("migrate-through-first"))]),
        None => Ok(()),
    }
}

/// It changes nothing for anybody else.
fn adds(mend: &Mend) -> bool {
    mend.is_safe() || matches!(mend, Mend::JoinVpc)
}

/// The rules by which the database lets the function in.
pub(super) fn close(
    observed: &Observed,
    findings: &[&Finding],
    others: Option<&[Function]>,
) -> Result<Vec<Step>, Vec<Conflict>> {
    if let Some(direct) = findings.iter().find(|finding| finding.code == NAMES_DATABASE) {
        return Err(vec![conflict(Page::Access, direct.title.clone(), t!("migrate-still-direct-cure"))]);
    }
    let Some(database) = observed.database.present() else { return Err(vec![unread(t!("migrate-the-database"))]) };
    let Some(functions) = others else { return Err(vec![unread(t!("migrate-the-functions"))]) };
    let direct: Vec<String> = functions
        .iter()
        .filter(|function| shares_group(observed, function) && connects_directly(database, function) != MayBe::No)
        .map(|function| format!("`{}`", function.name))
        .collect();
    if !direct.is_empty() {
        let title = t!("migrate-others-direct", functions = series(&direct));
        return Err(vec![conflict(Page::Access, title, t!("migrate-others-direct-cure"))]);
    }
    let broken: Vec<Conflict> = findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .map(|finding| {
            let title = t!("migrate-not-proven", title = finding.title.as_str(), code = finding.code.as_str());
            conflict(Page::Proxy, title, finding.fix.text.clone())
        })
        .collect();
    if !broken.is_empty() {
        return Err(broken);
    }
    let mends: Vec<&Mend> =
        findings.iter().filter(|finding| finding.code == BYPASS).flat_map(|finding| &finding.mends).collect();
    Ok(steps::steps_for(observed, &mends))
}

/// The rules that go let in the groups of the observed function, and so whoever else has one of them.
fn shares_group(observed: &Observed, other: &Function) -> bool {
    let groups = |function: &Function| {
        let groups = function.vpc.as_ref().map(|vpc| vpc.security_group_ids.clone());
        groups.unwrap_or_default()
    };
    let own = observed.function.present().map(groups).unwrap_or_default();
    groups(other).iter().any(|id| own.contains(id))
}
