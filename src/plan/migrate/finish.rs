//! The old login goes from the proxy, and the right of the proxy's role to read its secret.

use super::login::users;
use super::{Conflict, conflict, unread};
use crate::cloud::ProxyChange;
use crate::domain::function::Function;
use crate::domain::observed::{Observed, Part};
use crate::domain::policy::Document;
use crate::domain::proxy::{Proxy, ProxyAuth};
use crate::domain::setup::Page;
use crate::plan::actions::put_role_policy::Purpose;
use crate::plan::actions::{ModifyProxy, PutRolePolicy};
use crate::plan::{Action, Change, Step, StepId};
use crate::rules::{MayBe, logs_in_as};
use crate::text::{series, t};

/// Refused while any function that was read logs in as the old user, or may do so.
pub(super) fn end_login(
    observed: &Observed,
    others: Option<&[Function]>,
    old: &str,
) -> Result<Vec<Step>, Vec<Conflict>> {
    let Some(proxy) = observed.proxy.present() else { return Err(vec![unread(t!("migrate-the-proxy"))]) };
    let name = proxy.name.as_str();
    let Some(users) = users(observed, proxy) else {
        let title = t!("migrate-secrets-unread", name = name);
        return Err(vec![conflict(Page::Secret, title, t!("migrate-secrets-unread-cure"))]);
    };
    let goes: Vec<&ProxyAuth> = users.iter().filter(|(user, _)| *user == old).map(|(_, entry)| *entry).collect();
    let stays: Vec<ProxyAuth> = proxy.auth.iter().filter(|entry| !goes.contains(entry)).cloned().collect();
    let mut conflicts = still_there(observed, proxy, others, old);
    if goes.is_empty() {
        conflicts.push(conflict(
            Page::Secret,
            t!("migrate-no-old", user = old, name = name),
            t!("migrate-no-old-cure"),
        ));
    }
    if stays.is_empty() && !proxy.default_iam_auth {
        let title = t!("migrate-last-login", user = old, name = name);
        conflicts.push(conflict(Page::Secret, title, t!("migrate-last-login-cure")));
    }
    if let Some(what) = proxy.unclear_auth() {
        let title = t!("plan-conflict-proxy-auth", name = name, what = what);
        conflicts.push(conflict(Page::Proxy, title, t!("plan-conflict-proxy-auth-cure")));
    }
    if !conflicts.is_empty() {
        return Err(conflicts);
    }
    let modify = ModifyProxy {
        name: proxy.name.clone(),
        arn: proxy.arn.clone(),
        change: ProxyChange { auth: Some(stays), ..ProxyChange::default() },
        before: ProxyChange { auth: Some(proxy.auth.clone()), ..ProxyChange::default() },
    };
    let mut steps = vec![step("modify-proxy".to_owned(), Page::Proxy, Action::ModifyProxy(modify))];
    let secrets: Vec<&str> = goes.iter().map(|entry| entry.secret_arn.as_str()).collect();
    steps.extend(rights(observed, proxy, &secrets));
    Ok(steps)
}

fn step(id: String, page: Page, action: Action) -> Step {
    Step { id: StepId(id), change: Change::Change, page, needs: Vec::new(), action }
}

/// Functions that log in as the old user, or may.
fn still_there(observed: &Observed, proxy: &Proxy, others: Option<&[Function]>, old: &str) -> Vec<Conflict> {
    let Some(functions) = others else { return vec![unread(t!("migrate-the-functions"))] };
    let of = |wanted: MayBe| {
        let named = functions.iter().filter(|function| logs_in_as(observed, proxy, function, old) == wanted);
        named.map(|function| format!("`{}`", function.name)).collect::<Vec<_>>()
    };
    let (yes, perhaps) = (of(MayBe::Yes), of(MayBe::Unknown));
    let mut conflicts = Vec::new();
    if !yes.is_empty() {
        let title = t!("migrate-still-used", user = old, functions = series(&yes));
        conflicts.push(conflict(Page::Access, title, t!("migrate-still-used-cure")));
    }
    if !perhaps.is_empty() {
        let title = t!("migrate-perhaps-used", user = old, functions = series(&perhaps));
        conflicts.push(conflict(Page::Access, title, t!("migrate-perhaps-used-cure")));
    }
    conflicts
}

/// The role's inline policies without these secrets, where no other proxy has the role. A policy that is
/// about nothing else stays: it gives a right that nobody uses.
fn rights(observed: &Observed, proxy: &Proxy, secrets: &[&str]) -> Vec<Step> {
    let alone = matches!(&observed.others_with_role, Part::Present(others) if others.is_empty());
    let Some(role) = observed.proxy_role.present().filter(|role| alone && role.arn == proxy.role_arn) else {
        return Vec::new();
    };
    let narrower = |document: &Document| {
        let mut document = document.clone();
        let names = |arn: &String| secrets.contains(&arn.as_str());
        for statement in &mut document.statement {
            let reads =
                statement.action.iter().all(|action| action.eq_ignore_ascii_case("secretsmanager:GetSecretValue"));
            if reads {
                statement.resource.0.retain(|arn| !names(arn));
            }
        }
        document.statement.retain(|statement| !statement.resource.is_empty() || !statement.not_resource.is_empty());
        document
    };
    role.inline
        .iter()
        .filter_map(|(policy, current)| {
            let document = narrower(current);
            if document == *current || document.statement.is_empty() {
                return None;
            }
            let put = PutRolePolicy {
                purpose: Purpose::ProxyReadsSecret,
                role: role.name.clone(),
                role_arn: role.arn.clone(),
                policy_name: policy.clone(),
                document,
                current: Some(current.clone()),
            };
            Some(step(format!("put-{}-{policy}", role.name), Page::Role, Action::PutRolePolicy(put)))
        })
        .collect()
}
