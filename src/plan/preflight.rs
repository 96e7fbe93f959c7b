//! What could stop the plan, told before it begins. Pure over Observed and Plan.
//!
//! `Observed::permissions` holds the answers of `iam:SimulatePrincipalPolicy` to [`asked`]; it sees no
//! session policy and no resource policy, and of the organization's policies not all, so it never says
//! more than "as far as can be simulated".
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_testing-policies.html>

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

use super::{Action, Change, Migration, NewLogin, Plan};
use crate::design::regions;
use crate::domain::observed::{Observed, Part, Permission, Unreadable};
use crate::domain::outside::{lines, one_line};
use crate::domain::policy::Document;
use crate::domain::setup::{NetworkSetup, Page, Setup, SubnetPick};
use crate::text::{grouped, series, t};

/// The checks of a migration that a person has to know of.
pub const MIGRATION: &str = "migration";

/// Proxies that an account may have in a region.
/// <https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html>
const PROXY_QUOTA: usize = 20;

/// Verdict of one check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "verdict")]
pub enum CheckVerdict {
    /// The plan would fail.
    Error,
    /// It will work, but.
    Warning,
    /// Could not be decided.
    Unknown {
        /// The permission that would decide it: `iam:SimulatePrincipalPolicy`.
        permission: Option<String>,
    },
    /// Nothing in the way.
    Passed,
}

/// One check before Apply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// Stable name: `permissions`, `undo-permissions`, `region`, `blue-green`, `quota`, `zones`, `addresses`, `names`, `borrow-timeout`, `read`,
    /// `encrypted-iam`, `wildcards`, `ranges`, `internet`, `migration`; of a blue/green checklist
    /// `blue-green-engine` and the like.
    pub id: String,
    /// How it came out.
    #[serde(flatten)]
    pub verdict: CheckVerdict,
    /// A short sentence, names in backticks.
    pub title: String,
    /// More, where there is more to say; empty otherwise.
    pub detail: String,
    /// The page where it can be cured.
    pub page: Option<Page>,
}

impl Check {
    pub(super) fn new(id: &str, verdict: CheckVerdict, title: impl Into<String>) -> Self {
        Self {
            id: id.to_owned(),
            verdict,
            title: one_line(&title.into()).into_owned(),
            detail: String::new(),
            page: None,
        }
    }

    pub(super) fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = lines(&detail.into()).into_owned();
        self
    }

    fn on(mut self, page: Page) -> Self {
        self.page = Some(page);
        self
    }

    pub(super) fn rank(&self) -> u8 {
        match self.verdict {
            CheckVerdict::Error => 0,
            CheckVerdict::Warning => 1,
            CheckVerdict::Unknown { .. } => 2,
            CheckVerdict::Passed => 3,
        }
    }
}

/// What the caller must be allowed to do, for the plan and to take it back: IAM action and resource,
/// sorted, each once.
pub fn asked(plan: &Plan) -> Vec<(String, String)> {
    let account = plan.account();
    let both = |action: &Action| [action.needed(account), action.needed_to_undo(account)].concat();
    of_changes(plan, both)
}

fn of_changes(plan: &Plan, needed: impl Fn(&Action) -> Vec<(String, String)>) -> Vec<(String, String)> {
    let mut needed: Vec<(String, String)> = plan
        .changes()
        .flat_map(|step| needed(&step.action))
        .map(|(action, resource)| (action, plan.known.fill_known(&resource)))
        .collect();
    needed.sort();
    needed.dedup();
    needed
}

/// Every check, the worst first.
pub fn preflight(observed: &Observed, setup: &Setup, plan: &Plan) -> Vec<Check> {
    let mut checks = vec![zones(&setup.network), addresses(&setup.network)];
    // A plan without changes asks nothing of the person.
    if !plan.is_empty() {
        checks.extend(permissions(observed, plan));
    }
    checks.extend(region(observed, plan));
    checks.extend(blue_green(observed, plan));
    checks.extend(quota(observed, plan));
    checks.extend(names(observed, plan));
    checks.extend(borrow_timeout(setup));
    checks.extend(unread(observed));
    checks.sort_by_key(Check::rank);
    checks
}

/// The checks of a repair, which makes nothing new and chooses no subnets: may the caller do it?
pub fn of_repair(observed: &Observed, plan: &Plan) -> Vec<Check> {
    if plan.is_empty() {
        return Vec::new();
    }
    let mut checks = permissions(observed, plan);
    checks.extend(internet(plan));
    checks.extend(blue_green(observed, plan));
    checks.sort_by_key(Check::rank);
    checks
}

/// The checks of a migration: those of a repair, then what a person has to know of it: whom it waits for, and
/// what does not come back by itself.
pub fn of_migration(observed: &Observed, wish: &Migration, plan: &Plan) -> Vec<Check> {
    if plan.is_empty() {
        return Vec::new();
    }
    let says = |title: String, detail: &str| Check::new(MIGRATION, CheckVerdict::Warning, title).detail(detail);
    let moves = plan.changes().any(|step| matches!(step.action, Action::UpdateFunction(_)));
    let mut checks = of_repair(observed, plan);
    match wish {
        Migration::Login { login, user } if moves => checks.push(match login {
            NewLogin::StandardIam => {
                says(t!("migrate-needs-user", user = user.as_str()), t!("migrate-needs-user-standard"))
            }
            NewLogin::EndToEndIam => {
                says(t!("migrate-needs-user", user = user.as_str()), t!("migrate-needs-user-end-to-end"))
            }
        }),
        Migration::CloseDirect => checks.push(says(t!("migrate-no-return").to_owned(), t!("migrate-no-return-direct"))),
        Migration::EndLogin { old } => {
            checks.push(says(t!("migrate-no-return").to_owned(), &t!("migrate-no-return-login", user = old.as_str())));
        }
        Migration::Login { .. } | Migration::ThroughProxy => {}
    }
    let frozen = observed.aliases.items().iter().filter(|alias| moves && alias.version != "$LATEST");
    let frozen: Vec<String> = frozen.map(|alias| format!("`{}`", alias.name)).collect();
    if !frozen.is_empty() {
        checks.push(says(t!("migrate-alias", aliases = series(&frozen)), t!("migrate-alias-text")));
    }
    checks
}

/// A function that goes into a VPC reaches nothing but what its group and its subnets lead to.
/// <https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html>
fn internet(plan: &Plan) -> Option<Check> {
    let name = plan.changes().find_map(|step| match &step.action {
        Action::UpdateFunction(update) if update.network.as_ref().is_some_and(|network| network.from.is_none()) => {
            Some(update.name.as_str())
        }
        _ => None,
    })?;
    let title = t!("preflight-loses-internet", function = name);
    Some(Check::new("internet", CheckVerdict::Warning, title).detail(t!("preflight-loses-internet-text")))
}

/// Whether the caller may carry the plan out, and whether it could be taken back.
fn permissions(observed: &Observed, plan: &Plan) -> Vec<Check> {
    let account = plan.account();
    let to_do = of_changes(plan, |action| action.needed(account));
    let may = may(observed, &to_do);
    if matches!(may.verdict, CheckVerdict::Unknown { .. }) {
        return vec![may];
    }
    let to_undo = of_changes(plan, |action| action.needed_to_undo(account));
    vec![may, may_undo(observed, &to_undo)]
}

/// A plan is carried out whether it can be taken back or not, so what is lacking is no error.
fn may_undo(observed: &Observed, needed: &[(String, String)]) -> Check {
    const ID: &str = "undo-permissions";
    let (denied, asked) = denied(observed.permissions.items(), needed);
    if !denied.is_empty() {
        let title = t!("plan-preflight-undo-denied", count = denied.len(), of = needed.len());
        return Check::new(ID, CheckVerdict::Warning, title).detail(denied.join("\n"));
    }
    if asked < needed.len() {
        return Check::new(ID, CheckVerdict::Unknown { permission: None }, t!("plan-preflight-undo-unknown"));
    }
    Check::new(ID, CheckVerdict::Passed, t!("plan-preflight-undo", count = asked, of = needed.len()))
}

/// The permissions that are denied, in words, and how many were asked about.
fn denied(answers: &[Permission], needed: &[(String, String)]) -> (Vec<String>, usize) {
    let answers: Vec<(&(String, String), bool)> = needed
        .iter()
        .filter_map(|ask| {
            let same = |answer: &&Permission| answer.action == ask.0 && answer.resource == ask.1;
            Some((ask, answers.iter().find(same)?.allowed))
        })
        .collect();
    let denied = answers.iter().filter(|(_, allowed)| !allowed).map(|((action, resource), _)| {
        t!("plan-preflight-permission-denied", action = action.as_str(), resource = resource.as_str())
    });
    (denied.collect(), answers.len())
}

fn may(observed: &Observed, needed: &[(String, String)]) -> Check {
    const ID: &str = "permissions";
    let answers = match &observed.permissions {
        Part::Present(answers) => answers,
        Part::Unreadable(why) => return unknown(ID, why, t!("plan-preflight-permissions-unknown")),
        Part::Absent | Part::NotAsked => {
            let permission = Some("iam:SimulatePrincipalPolicy".to_owned());
            return Check::new(ID, CheckVerdict::Unknown { permission }, t!("plan-preflight-permissions-unknown"));
        }
    };
    let (denied, asked) = denied(answers, needed);
    if !denied.is_empty() {
        let title = t!("plan-preflight-permissions-denied", count = denied.len(), of = needed.len());
        return Check::new(ID, CheckVerdict::Error, title).detail(denied.join("\n"));
    }
    if asked < needed.len() {
        return Check::new(ID, CheckVerdict::Unknown { permission: None }, t!("plan-preflight-permissions-unknown"));
    }
    Check::new(ID, CheckVerdict::Passed, t!("plan-preflight-permissions", count = asked, of = needed.len()))
        .detail(t!("plan-preflight-not-simulated"))
}

fn unknown(id: &str, why: &Unreadable, title: &str) -> Check {
    let permission = why.denied.then(|| why.operation.clone());
    Check::new(id, CheckVerdict::Unknown { permission }, title).detail(one_line(&why.because))
}

fn makes(plan: &Plan, act: fn(&Action) -> bool) -> bool {
    plan.steps.iter().any(|step| step.change == Change::Create && act(&step.action))
}

/// A region that was without RDS Proxy, unless a proxy is there.
fn region(observed: &Observed, plan: &Plan) -> Option<Check> {
    let (name, as_of) = regions::without_rds_proxy(&plan.account().region)?;
    let has_one = observed.proxy_names.present().is_some_and(|names| !names.is_empty());
    if has_one || !makes(plan, |action| matches!(action, Action::CreateProxy(_))) {
        return None;
    }
    let title = t!("plan-preflight-region", region = name);
    let detail = t!("plan-preflight-region-detail", date = as_of.to_string());
    Some(Check::new("region", CheckVerdict::Error, title).detail(detail).on(Page::Account))
}

/// A database that is part of a blue/green deployment cannot be registered: the proxy comes first.
/// <https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-blue-green.html>
fn blue_green(observed: &Observed, plan: &Plan) -> Option<Check> {
    let database = observed.database.present()?;
    let deployment = observed.blue_green.items().iter().find(|deployment| deployment.is_under_way(database))?;
    let title = t!("plan-preflight-blue-green", database = database.id.as_str(), deployment = deployment.name.as_str());
    let registers = plan.changes().any(|step| matches!(step.action, Action::RegisterTarget(_)));
    let (verdict, detail) = if registers {
        (CheckVerdict::Error, t!("plan-preflight-blue-green-first"))
    } else {
        (CheckVerdict::Warning, t!("plan-preflight-blue-green-steps"))
    };
    Some(Check::new("blue-green", verdict, title).detail(detail).on(Page::Database))
}

fn quota(observed: &Observed, plan: &Plan) -> Option<Check> {
    const ID: &str = "quota";
    if !makes(plan, |action| matches!(action, Action::CreateProxy(_))) {
        return None;
    }
    Some(match &observed.proxy_names {
        Part::Present(names) => {
            let after = names.len() + 1;
            let verdict = if after > PROXY_QUOTA { CheckVerdict::Error } else { CheckVerdict::Passed };
            let check = Check::new(ID, verdict, t!("plan-preflight-quota", count = after, of = PROXY_QUOTA));
            if after > PROXY_QUOTA { check.detail(t!("plan-preflight-quota-full")) } else { check }
        }
        Part::Unreadable(why) => unknown(ID, why, t!("plan-preflight-quota-unknown")),
        Part::Absent | Part::NotAsked => {
            Check::new(ID, CheckVerdict::Unknown { permission: None }, t!("plan-preflight-quota-unknown"))
        }
    })
}

fn chosen(network: &NetworkSetup) -> impl Iterator<Item = &SubnetPick> {
    network.proxy_subnets.iter().filter(|subnet| subnet.chosen)
}

fn zones(network: &NetworkSetup) -> Check {
    let zones: BTreeSet<&str> = chosen(network).map(|subnet| subnet.zone_id.as_str()).collect();
    let verdict = if zones.len() < 2 { CheckVerdict::Error } else { CheckVerdict::Passed };
    Check::new("zones", verdict, t!("plan-preflight-zones", count = zones.len())).on(Page::Network)
}

/// All of them together; the design's own notes name each subnet that has few.
fn addresses(network: &NetworkSetup) -> Check {
    let needed = network.addresses_needed;
    if needed == 0 {
        return Check::new("addresses", CheckVerdict::Passed, t!("plan-preflight-addresses-ipv6"));
    }
    let free: u32 = chosen(network).map(|subnet| subnet.free_addresses).sum();
    let title = t!("plan-preflight-addresses", count = grouped(free));
    if free < needed {
        let detail = t!("plan-preflight-addresses-short", needed = needed);
        Check::new("addresses", CheckVerdict::Error, title).detail(detail).on(Page::Network)
    } else {
        Check::new("addresses", CheckVerdict::Passed, title)
    }
}

/// Names that are taken are conflicts and leave no plan; here it is about what was not seen.
fn names(observed: &Observed, plan: &Plan) -> Option<Check> {
    const ID: &str = "names";
    let looked = [
        (makes(plan, |action| matches!(action, Action::CreateSecret(_))), observed.secret.unreadable()),
        (makes(plan, |action| matches!(action, Action::CreateRole(_))), observed.proxy_role.unreadable()),
        (makes(plan, |action| matches!(action, Action::CreateProxy(_))), observed.proxy.unreadable()),
        (makes(plan, |action| matches!(action, Action::CreateSecurityGroup(_))), observed.security_groups.unreadable()),
    ];
    if !looked.iter().any(|(makes, _)| *makes) {
        return None;
    }
    let unseen = looked.iter().filter(|(makes, _)| *makes).find_map(|(_, why)| *why);
    Some(match unseen {
        Some(why) => unknown(ID, why, t!("plan-preflight-names-unknown")),
        None => Check::new(ID, CheckVerdict::Passed, t!("plan-preflight-names")),
    })
}

fn borrow_timeout(setup: &Setup) -> Option<Check> {
    let (borrow, function) = (setup.pool.borrow_timeout_secs, setup.access.timeout_secs);
    (borrow >= function && borrow > 0).then(|| {
        // The design says it in the same words, on the page of the proxy.
        let detail = t!("design-borrow-long-text", borrow = borrow, timeout = function);
        Check::new("borrow-timeout", CheckVerdict::Warning, t!("design-borrow-long")).detail(detail).on(Page::Proxy)
    })
}

/// Parts of the account that could not be read, so that the plan is partly a guess.
fn unread(observed: &Observed) -> Vec<Check> {
    let simulation = observed.permissions.unreadable().map(|why| &why.operation);
    observed
        .unreadable()
        .into_iter()
        .filter(|why| Some(&why.operation) != simulation)
        .map(|why| unknown("read", why, &t!("plan-preflight-unread", operation = why.operation.as_str())))
        .collect()
}

/// What the plan keeps, as facts: TLS and IAM required, no wildcard, no open range.
pub fn safety(setup: &Setup, plan: &Plan) -> Vec<Check> {
    let (tls, iam) = (setup.proxy.require_tls, setup.auth_mode.uses_token());
    let (verdict, title) = match (tls, iam) {
        (true, true) => (CheckVerdict::Passed, t!("plan-safety-tls-iam")),
        (true, false) => (CheckVerdict::Warning, t!("plan-safety-tls-password")),
        (false, true) => (CheckVerdict::Warning, t!("plan-safety-no-tls-iam")),
        (false, false) => (CheckVerdict::Warning, t!("plan-safety-no-tls-password")),
    };
    let page = if tls { Page::Secret } else { Page::Proxy };
    let encrypted = Check::new("encrypted-iam", verdict, title).on(page);

    let policies: Vec<&Document> = plan
        .steps
        .iter()
        .filter_map(|step| match &step.action {
            Action::PutRolePolicy(put) => Some(&put.document),
            _ => None,
        })
        .collect();
    let is_wide = |document: &&&Document| {
        document.statement.iter().any(|statement| {
            statement.resource.iter().chain(statement.action.iter()).any(|text| text == "*" || text.ends_with(":*"))
        })
    };
    let wide = policies.iter().filter(is_wide).count();
    let wildcards = if wide == 0 {
        Check::new("wildcards", CheckVerdict::Passed, t!("plan-safety-no-wildcard", count = policies.len()))
    } else {
        Check::new("wildcards", CheckVerdict::Warning, t!("plan-safety-wildcard", count = wide)).on(Page::Role)
    };

    // Rules of a plan refer to groups by their type.
    let ranges = Check::new("ranges", CheckVerdict::Passed, t!("plan-safety-no-range"));
    vec![encrypted, wildcards, ranges]
}
